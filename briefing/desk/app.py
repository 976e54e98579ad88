"""App: the desk's addresses and what answers at each."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from briefing.config import Config
from briefing.correct import Desk
from briefing.desk import deeds, offices
from briefing.desk.guard import Guard
from briefing.desk.jobs import Job, Jobs
from briefing.desk.keys import Keys
from briefing.desk.looking import Looking
from briefing.desk.room import Room
from briefing.errors import BriefError, DeskError
from briefing.ledger import open_shelf
from briefing.site import addresses
from briefing.store import open_library
from briefing.store.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp

HTML = "text/html; charset=utf-8"
AFTER = 303  # See Other: a page got after a form was sent
WRONG, MISSING = 400, 404


class Door:
    """What answers, over one room and its jobs."""

    def __init__(self, room: Room, jobs: Jobs, keys: Keys, cookie: str) -> None:
        self.room = room
        self.jobs = jobs
        self.keys = keys
        self.cookie = cookie
        self.looking = Looking(room)
        self.looking.warm()

    async def page(self, request: Request) -> Response:
        """A page of the site, or one of its other files."""
        path = request.path_params.get("path") or addresses.HOME
        if path.endswith("/"):
            path += "index.html"
        done = request.query_params.get("done", "")
        ready = None if done or path == addresses.SEARCH else self.room.ready(path)
        if ready is None:
            return await run_in_threadpool(self.look_for, request, path, done)
        return self.html(request, ready)

    def look_for(self, request: Request, path: str, done: str) -> Response:
        """The same, where it has to be made first."""
        asset = self.room.asset(path)
        if asset:
            return Response(asset[0], media_type=asset[1], headers={"cache-control": "no-cache"})
        if path == addresses.SEARCH:
            return self.html(request, self.looking.search(request.query_params))
        if path == addresses.FEED:
            return Response(self.looking.feed(), media_type="application/atom+xml")
        file = self.looking.file(path)
        if file:
            return Response(file[0], media_type=file[1])
        notice = self.looking.notice(done)
        found = self.looking.page(path, notice) if notice else self.room.kept(path, lambda: self.looking.page(path))
        return self.html(request, found) if found else self.message(request, MISSING, "There is no such page here.")

    def html(self, request: Request, body: bytes, status: int = 200) -> Response:
        """A page, its forms signed for the session."""
        signed = body.replace(self.room.token.encode(), request.state.token.encode())
        return Response(signed, status, media_type=HTML)

    def message(self, request: Request, status: int, text: str) -> Response:
        """A page that says one thing."""
        return self.html(request, self.looking.message(text), status)

    def deed(self, request: Request) -> Response:
        """What an editor does to events and words."""
        name = request.path_params["deed"]
        if name in deeds.OF_PEOPLE:
            return self.deed_of_people(request, name)
        act = deeds.DEEDS.get(name)
        if act is None:
            return self.message(request, MISSING, "There is no such thing to do.")
        library = self.room.config.library
        try:
            with open_library(library, create=False) as stored, Remembered(library) as remembered:
                went = act(request.state.form, Desk(stored, remembered, datetime.now(UTC)))
            self.room.read_anew(whole=went.whole)
        except BriefError as error:
            return self.message(request, WRONG, f"{error}.")
        return RedirectResponse(f"/{went.path}?done={name}", AFTER)

    def deed_of_people(self, request: Request, name: str) -> Response:
        """What an editor does to names."""
        config = self.room.config
        try:
            with open_shelf(config.library, config.timezone) as shelf:
                person = deeds.OF_PEOPLE[name](request.state.form, shelf, datetime.now(UTC))
            self.room.read_anew()
        except BriefError as error:
            return self.message(request, WRONG, f"{error}.")
        path = self.room.holdings.where_person(person) or addresses.PEOPLE
        return RedirectResponse(f"/{deeds.back(request.state.form, path)}?done={name}", AFTER)

    def order(self, request: Request) -> Response:
        """Make, preview or send a briefing."""
        try:
            job = offices.order(request.path_params["what"], request.state.form, self.room, self.jobs)
        except BriefError as error:
            return self.message(request, WRONG, f"{error}.")
        return RedirectResponse(f"/desk/jobs/{job.id}", AFTER)

    def job(self, request: Request) -> Response:
        """How far a piece of work is, and what came of it."""
        job = self.jobs.get(request.path_params["job"])
        if job is None:
            return self.message(request, MISSING, "There is no such piece of work; the desk forgets old ones.")
        if request.query_params.get("as") == "json":
            return JSONResponse({"state": job.state, "doing": job.doing})
        return self.html(request, self.looking.job(job))

    def made(self, request: Request) -> Response:
        """A file that a preview or a dry run made."""
        job = self.jobs.get(request.path_params["job"])
        found = offices.made(job, request.path_params["file"]) if job else None
        if found is None:
            return self.message(request, MISSING, "There is no such file; the desk forgets old ones.")
        content, media_type, headers = found
        return Response(content, media_type=media_type, headers=headers)

    def index(self, request: Request) -> Response:
        """The desk's own page."""
        notice = self.looking.notice(request.query_params.get("done", ""))
        return self.html(request, self.looking.index(self.jobs.latest(), notice))

    def login(self, request: Request) -> Response:
        """The way in, for whoever has the token."""
        if request.method != "POST":
            return self.html(request, self.looking.login(wrong=False))
        session = self.keys.admit(deeds.one(request.state.form, "key"))
        if session is None:
            return self.html(request, self.looking.login(wrong=True), 403)
        answer = RedirectResponse("/", AFTER)
        answer.headers["set-cookie"] = f"{self.cookie}={self.keys.cookie(session)}; Path=/; HttpOnly; SameSite=Strict"
        return answer

    def logout(self, request: Request) -> Response:
        """The way out."""
        self.keys.dismiss(request.state.session)
        return RedirectResponse("/login", AFTER)


def application(
    config: Config, keys: Keys, *, loopback: bool = True, names: "Collection[str]" = (), port: int = 0
) -> "tuple[ASGIApp, Callable[[], None]]":
    """The desk over a library, and what ends it. names: hosts it is known by beside this machine's own.

    Raises StoreError where there is no library.
    """
    room = Room(config)

    def ended(job: Job) -> None:
        if job.what == "make":
            room.read_anew()

    jobs = Jobs(ended)
    room.busy = jobs.busy
    cookie = f"brief-desk-{port}"
    door = Door(room, jobs, keys, cookie)
    routes = [
        Route("/login", door.login, methods=["GET", "POST"]),
        Route("/logout", door.logout, methods=["POST"]),
        Route("/desk", lambda _: RedirectResponse("/desk/index.html", AFTER)),
        Route("/desk/index.html", door.index),
        Route("/desk/jobs/{job}", door.job),
        Route("/desk/jobs/{job}/{file}", door.made),
        Route("/desk/order/{what}", door.order, methods=["POST"]),
        Route("/desk/{deed}", door.deed, methods=["POST"]),
        Route("/{path:path}", door.page),
    ]
    app = Starlette(routes=routes, exception_handlers={BriefError: failed, DeskError: failed})

    def close() -> None:
        jobs.close()
        room.close()

    return Guard(app, keys, frozenset(name.lower() for name in names), loopback, cookie), close


def failed(_request: Request, error: Exception) -> Response:
    """What cannot be done, in one line."""
    return PlainTextResponse(f"{error}\n", 503)
