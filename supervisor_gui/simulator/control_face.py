"""The simulator's own face for tests: the ledger, the requests, faults, time and small interventions. Not the wire."""

import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from supervisor_gui.simulator.autocall_lists import AutocallLists
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.day_truth import day_truth
from supervisor_gui.simulator.event_face import EventFace
from supervisor_gui.simulator.faults import FAULTS, FaultItem, Faults, UnknownFaultError, parse_items
from supervisor_gui.simulator.framing import FRAMINGS, LOGINS
from supervisor_gui.simulator.interventions import Interventions, WrongVerbError
from supervisor_gui.simulator.request_log import RequestLog
from supervisor_gui.simulator.truth import board, ledger_between, lists_truth
from supervisor_gui.simulator.webhook import Webhook
from supervisor_gui.simulator.wire_dates import day_of
from supervisor_gui.simulator.wire_json import decoded

MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:; ?[\w-]+=[\w.+-]+)*", re.ASCII)

Body = dict[str, Any]
Handler = Callable[[Request], Awaitable[Response]]


class ControlFace:
    """Answers on the control port; what cannot be done is a 400 with a sentence."""

    def __init__(
        self,
        engine: Engine,
        faults: Faults,
        log: RequestLog,
        events: EventFace,
        lists: AutocallLists,
        *,
        webhook: Webhook,
    ) -> None:
        self._engine = engine
        self._faults = faults
        self._log = log
        self._events = events
        self._lists = lists
        self._webhook = webhook
        self._interventions = Interventions(engine)
        self.app = Starlette(
            routes=[
                Route("/ledger", _guarded(self.ledger), methods=["GET"]),
                Route("/ledger/board", _guarded(self.board), methods=["GET"]),
                Route("/ledger/statistics", _guarded(self.statistics), methods=["GET"]),
                Route("/requests", _guarded(self.requests), methods=["GET"]),
                Route("/faults", _guarded(self.faults), methods=["GET", "POST"]),
                Route("/clock", _guarded(self.clock), methods=["GET", "POST"]),
                Route("/model", _guarded(self.model), methods=["POST"]),
                Route("/framing", _guarded(self.framing), methods=["POST"]),
                Route("/webhook", _guarded(self.webhook), methods=["POST"]),
            ]
        )

    async def ledger(self, request: Request) -> object:
        """Calls and changes between `from` and `to`, the counters at `to`, and the auto-dial lists as they are."""
        now = self._engine.catch_up()
        start = moment(request.query_params.get("from"), 0.0)
        end = moment(request.query_params.get("to"), now)
        return ledger_between(self._engine.centre, start, end, now) | {"lists": lists_truth(self._lists)}

    async def board(self, request: Request) -> object:
        """What was true at the moment `at`, now by default."""
        now = self._engine.catch_up()
        return board(self._engine.centre, moment(request.query_params.get("at"), now), now)

    async def statistics(self, request: Request) -> object:
        """The true figures of incoming calls of the Turkish day `day`, YYYY-MM-DD, today by default."""
        now = self._engine.catch_up()
        given = request.query_params.get("day")
        return day_truth(self._engine.centre, date.fromisoformat(given) if given else day_of(now), now)

    async def requests(self, request: Request) -> object:
        """The requests that arrived, all or those after number `after`."""
        after = int(request.query_params.get("after", "0"))
        return {"requests": tuple(entry for entry in self._log.entries if entry.number > after)}

    async def faults(self, request: Request) -> object:
        """Switch faults on or off; answers with what is on."""
        if request.method == "POST":
            body = await _body(request)
            if body.get("clear") is True:
                self._faults.replace(())
            if "set" in body:
                self._faults.replace(_items(body["set"]))
            if "add" in body:
                self._faults.add(_items(body["add"]))
        return {"faults": self._faults.listing(), "known": {name: kind.sentence for name, kind in FAULTS.items()}}

    async def clock(self, request: Request) -> object:
        """Move simulated time on by `advance` seconds; answers with the time it is."""
        if request.method == "POST":
            seconds = (await _body(request)).get("advance")
            if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= 10**7:
                raise WrongVerbError("advance takes seconds that are not negative")
            self._engine.advance(float(seconds))
        return {"now": self._engine.catch_up(), "speed": self._engine.clock.speed}

    async def model(self, request: Request) -> object:
        """One small intervention."""
        return self._interventions.apply(await _body(request))

    async def framing(self, request: Request) -> object:
        """How new connections to the event socket are served."""
        body = await _body(request)
        style, login = body.get("style", self._events.style), body.get("login", self._events.login)
        if style not in FRAMINGS or login not in LOGINS:
            raise WrongVerbError(f"style is one of {', '.join(FRAMINGS)}; login one of {', '.join(LOGINS)}")
        self._events.style, self._events.login = style, login
        return {"style": style, "login": login}

    async def webhook(self, request: Request) -> object:
        """What the posts of auto-dial calls claim to be: `content_type`."""
        kind = (await _body(request)).get("content_type", self._webhook.content_type)
        if not isinstance(kind, str) or not MEDIA_TYPE.fullmatch(kind):
            raise WrongVerbError("content_type is a media type such as application/json")
        self._webhook.content_type = kind
        return {"content_type": kind}


def moment(text: str | None, default: float) -> float:
    """A moment as epoch seconds, from epoch seconds or ISO text.

    Raises:
        ValueError: It is neither.
    """
    if not text:
        return default
    try:
        return float(text)
    except ValueError:
        # A "+" of an offset that was not percent-encoded arrives as a blank.
        return datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text).astimezone().timestamp()


def _items(value: object) -> tuple[FaultItem, ...]:
    if not isinstance(value, list):
        raise WrongVerbError("faults come as a list")
    return parse_items(value)


async def _body(request: Request) -> Body:
    body = decoded(await request.body())
    if not isinstance(body, dict):
        raise WrongVerbError("the body is a JSON object")
    return body


def _guarded(answer: Callable[[Request], Awaitable[object]]) -> Handler:
    async def endpoint(request: Request) -> Response:
        try:
            value, status = await answer(request), 200
        except (WrongVerbError, UnknownFaultError, ValueError, msgspec.ValidationError) as wrong:
            value, status = {"error": str(wrong)}, 400
        return Response(msgspec.json.encode(value), status, media_type="application/json")

    return endpoint
