"""Jobs: work that goes on behind the desk, one piece at a time, each in a process of its own."""

import json
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from briefing.errors import DeskError

State = Literal["running", "done", "failed"]
KEPT = 20  # jobs remembered
STEP = 10  # of a number that is told anew: every article would be noise


@dataclass(slots=True)
class Job:
    """One piece of work. Written by its own thread, read by all."""

    id: str
    what: str  # make, preview, dry-send, send
    label: str  # "Weekly briefing, 11 to 17 May 2026"
    briefing: str  # the address of the briefing's page
    spec: Mapping[str, Any]
    folder: Path  # its own, for what it makes
    state: State = "running"
    doing: str = "begun"
    result: dict[str, Any] = field(default_factory=dict)
    error: str = ""


class Jobs:
    """All pieces of work of one desk."""

    def __init__(self, done: Callable[[Job], None]) -> None:
        """done: called in the job's thread when it has ended."""
        self._done = done
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="brief-desk-")
        self._running: subprocess.Popen[str] | None = None

    def start(self, what: str, label: str, briefing: str, spec: Mapping[str, Any]) -> Job:
        """Begin; DeskError while another piece goes on."""
        with self._lock:
            if self.busy():
                raise DeskError("one piece of work goes on already: wait until it is done")
            name = secrets.token_hex(8)
            job = Job(name, what, label, briefing, spec, Path(self._folder.name) / name)
            self._jobs[name] = job
            for old in list(self._jobs)[:-KEPT]:
                del self._jobs[old]
        threading.Thread(target=self._work, args=(job,), daemon=True).start()
        return job

    def busy(self) -> bool:
        """Whether anything goes on."""
        return any(job.state == "running" for job in self._jobs.values())

    def get(self, name: str) -> Job | None:
        """The job of that name."""
        return self._jobs.get(name)

    def latest(self) -> tuple[Job, ...]:
        """All that are remembered, the latest first."""
        return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """End what goes on, and remove what was made for looking at."""
        running = self._running
        if running and running.poll() is None:
            running.terminate()
            running.wait()
        self._folder.cleanup()

    def _work(self, job: Job) -> None:
        try:
            self._run(job)
        except OSError as error:
            job.error = f"it could not be begun: {error.strerror or error}"
        state: State = "done" if job.result and not job.error else "failed"
        if state == "failed" and not job.error:
            job.error = "it ended without saying why; brief make on the command line tells more"
        try:
            self._done(job)
        finally:
            job.state = state

    def _run(self, job: Job) -> None:
        command = [sys.executable, "-m", "briefing.desk.work"]
        spec = json.dumps({**job.spec, "what": job.what, "out": str(job.folder)})
        with subprocess.Popen(  # noqa: S603 this package's own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        ) as process:
            self._running = process
            if process.stdin and process.stdout:
                process.stdin.write(spec)
                process.stdin.close()
                for line in process.stdout:
                    hear(job, line)


def hear(job: Job, line: str) -> None:
    """Take in what a job says."""
    try:
        told = json.loads(line)
    except ValueError:
        return  # a library that prints
    if "result" in told:
        job.result = told["result"] or {"done": True}
    elif "error" in told:
        job.error = told["error"]
    elif told.get("done", 0) % STEP == 0 or not job.doing.startswith(str(told.get("doing"))):
        job.doing = f"{told['doing']} {told['done']}"
