"""Room: the library as the desk shows it, read once and again whenever it has changed; pages painted once.

Reading never waits for reading anew: while that goes on behind, what was read before is shown. Only whoever has just
corrected something waits until the pages say so.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from briefing.config import Config
from briefing.errors import BriefError
from briefing.pipeline import GENERATOR
from briefing.render.templates import HTML, source
from briefing.site import addresses
from briefing.site.embedding import style
from briefing.site.gathering import Ledger, gathered, ledger
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import Page, Way
from briefing.site.painting import BAR, Frame, asset, paint
from briefing.store import open_library
from briefing.store.stock import Stock

PAINTED_MAX = 2_000  # pages kept; at 30 KB each 60 MB
# Reading anew may take this share of the time at most: while a make writes every second, readers still come first.
BUSY_SHARE = 0.1
DESK = "desk/index.html"
TEXTS = {addresses.STYLE: "text/css", addresses.BRIEFING_STYLE: "text/css", "assets/desk.js": "text/javascript"}


class Room:
    """What is shown. Every method may be called from several threads."""

    def __init__(self, config: Config) -> None:
        """Read the library for the first time. Raises StoreError where there is none."""
        open_library(config.library, create=False).close()  # brings its schema up to date
        self.config = config
        self.token = f"token-{secrets.token_hex(16)}"  # stands for the token of the session that a page is sent to
        self._watch = Stock(config.library)
        self._turn = threading.Lock()  # of the watching connection
        self._reading = threading.Lock()
        self._painting = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._painted: OrderedDict[str, bytes] = OrderedDict()
        self._version = self._now()
        self._ledger: Ledger
        self._ledger, self._voices = ledger(config, {})
        self._holdings = gathered(config, self._ledger)
        self._rest = 0.0  # not to be read anew before this time, of the monotonic clock
        self.busy: Callable[[], bool] = lambda: False  # whether a job of the desk is at work on the library

    @property
    def holdings(self) -> Holdings:
        """The library as it was read last."""
        self.look()
        return self._holdings

    def look(self) -> None:
        """Read anew behind, if somebody has written."""
        if self._now() != self._version and not self.busy() and time.monotonic() >= self._rest:
            threading.Thread(target=self._read_behind, daemon=True).start()

    def read_anew(self, *, whole: bool = True) -> None:
        """Read the library now. whole: its ledger too, which correcting events leaves as it was."""
        with self._reading:
            started, version = time.monotonic(), self._now()
            if whole:
                self._ledger, self._voices = ledger(self.config, self._voices)
            found = gathered(self.config, self._ledger)
            with self._painting:
                self._holdings, self._version = found, version
                self._painted.clear()
            took = time.monotonic() - started
            self._rest = time.monotonic() + took / BUSY_SHARE

    def ready(self, name: str) -> bytes | None:
        """What was painted under a name, if it still holds."""
        self.look()
        with self._painting:
            return self._painted.get(name)

    def kept(self, name: str, make: Callable[[], bytes | None]) -> bytes | None:
        """What was painted under a name, or is now."""
        self.look()
        with self._painting:
            known = self._painted.get(name)
            holdings = self._holdings
            turn = self._turns.setdefault(name, threading.Lock())
        if known is not None:
            return known
        with turn:  # fifty who ask for one page at once wait for one painting
            with self._painting:
                known = self._painted.get(name)
            made = known or make()
            with self._painting:
                self._turns.pop(name, None)
                if made is not None and holdings is self._holdings:
                    self._painted[name] = made
                    while len(self._painted) > PAINTED_MAX:
                        self._painted.popitem(last=False)
        return made

    def paint(self, page: Page, more: Mapping[str, object]) -> bytes:
        """A page in the desk's frame."""
        bar = (*BAR, Way("Desk", DESK))
        frame = Frame(self._holdings.title, GENERATOR, desk=True)
        return paint(page, frame, {"bar": bar, "token": self.token, "notice": None, **more})

    def asset(self, path: str) -> tuple[bytes, str] | None:
        """A style or script, with its media type."""
        if path not in TEXTS:
            return None
        if path == addresses.BRIEFING_STYLE:
            return style(source(HTML, self.config.templates)).encode("utf-8"), TEXTS[path]
        return asset(path.removeprefix("assets/")), TEXTS[path]

    def _read_behind(self) -> None:
        if not self._reading.acquire(blocking=False):
            return  # it is being read
        self._reading.release()
        try:
            self.read_anew()
        except BriefError:
            self._rest = time.monotonic() + 1  # in the midst of somebody's work: what was read before is shown

    def _now(self) -> int:
        with self._turn:
            return self._watch.version()

    def close(self) -> None:
        """Let go of the library."""
        self._watch.close()
