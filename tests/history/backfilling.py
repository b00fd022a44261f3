"""A PBX that answers questions about the past as a test says, and a backfill on it. Nothing here asserts."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.backfill_pace import Pace
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.store import Store
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.endpoints import Endpoint
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, WireServer, http, open_client, quick

SOON = Pace(retry=0.05, longest_retry=0.2, store_retry=0.02, look=0.05, elsewhere=0.02)
LISTS = ("abandoned", "answered", "noanswer")
"""Names on the wire, in asking order."""


class Asked(msgspec.Struct, frozen=True):
    """A question as it came: days, list or records; first and last instant; the list's name on the wire."""

    kind: str
    start: datetime
    end: datetime
    wanted: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days it is about."""
        count = (self.end.date() - self.start.date()).days + 1
        return tuple(self.start.date() + timedelta(days=number) for number in range(count))

    def __str__(self) -> str:
        """Short form for comparisons: what, and the days as day and month."""
        days = "–".join(f"{day:%d.%m}" for day in sorted({self.days[0], self.days[-1]}))
        return " ".join(word for word in (self.kind, self.wanted, days) if word)


Body = str | bytes | None
"""None hangs up without an answer."""

Answering = Callable[[Asked], Body | Awaitable[Body]]


class Pbx:
    """Keeps what was asked and answers by `answer`, which a test may replace at any time."""

    def __init__(self) -> None:
        self.answer: Answering = usual
        self.asked: list[Asked] = []
        self.server = WireServer(self._respond)

    @property
    def told(self) -> list[str]:
        """What was asked, in short."""
        return [str(one) for one in self.asked]

    async def _respond(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = read_question(self.server.requests[-1])
        self.asked.append(asked)
        body = self.answer(asked)
        if isinstance(body, Awaitable):
            body = await body
        if body is None:
            writer.close()
            return
        writer.write(http(body.encode() if isinstance(body, str) else body))
        await writer.drain()


def read_question(request: bytes) -> Asked:
    """The question in a request."""
    _, _, body = request.decode().partition("\r\n\r\n")
    return read_body(body)


def read_body(body: str) -> Asked:
    """The question in a request's body."""
    if body.startswith("{"):
        told = json.loads(body)
        return Asked("records", _minute(told["startdate"]), _minute(told["stopdate"]))
    fields = dict(re.findall(r"<(\w+)>([^<]*)</\1>", body))
    wanted = next((name for name in LISTS if name in fields), "")
    if "date" in fields:
        day = _minute(fields["date"] + "0000")
        return Asked("list" if wanted else "days", day, day, wanted)
    return Asked("days", _minute(fields["startdate"]), _minute(fields["stopdate"]))


def _minute(text: str) -> datetime:
    return datetime.strptime(text, "%d%m%Y%H%M").replace(tzinfo=PBX_ZONE)


def usual(asked: Asked) -> str:
    """Four calls on each day, two of them answered, at ten o'clock."""
    if asked.kind == "days":
        return xml(*(block(day) for day in asked.days))
    if asked.kind == "records":
        return records(asked)
    calls = "".join(call(asked.days[0], number) for number in range(2 if asked.wanted == "answered" else 1))
    return xml(f"<{asked.wanted}>{calls}</{asked.wanted}>")


def xml(*parts: str) -> str:
    """An answer of the statistics service."""
    return f"<?xml version='1.0'?><xml><main><info>{''.join(parts)}</info></main></xml>"


def block(day: date, incoming: int = 4, answered: int = 2, noanswer: int = 1, abandoned: int = 1) -> str:
    """One day's figures."""
    figures = {"incoming_call": incoming, "answered": answered, "noanswer": noanswer, "abandoned": abandoned}
    told = "".join(f"<{name}>{value}</{name}>" for name, value in figures.items())
    return f"<statistics><date>{day:%d.%m.%Y}</date>{told}</statistics>"


def call(day: date, number: int) -> str:
    """One listed call."""
    return (
        f"<call><uniqueid>1{number}</uniqueid><date>{day:%d.%m.%Y} 10:00:0{number}</date><number>05550000001</number>"
        f"<calltime>30</calltime><waittime>5</waittime></call>"
    )


def records(asked: Asked) -> str:
    """One answered incoming call in each hour that was asked for."""
    hours = int((asked.end - asked.start).total_seconds() // 3600) + 1
    return json.dumps(
        [
            {
                "uniqueid": f"n-{asked.start + timedelta(hours=hour):%d%H}",
                "values": [
                    {
                        "date": f"{asked.start + timedelta(hours=hour):%d.%m.%Y %H}:05:00",
                        "destination": "101",
                        "source": "05550000001",
                        "duration": "9",
                        "direction": "1",
                    }
                ],
            }
            for hour in range(hours)
        ]
    )


class Desk:
    """A backfill at work, with all that it was given.

    Attributes:
        now: Epoch seconds of its clock.
        limits: Budgets that were told of limit answers.
        seen: Each progress it published.
        stored: First and last day of each answer that was kept.
    """

    def __init__(self, pbx: Pbx, now: float) -> None:
        self.pbx = pbx
        self.now = now
        self.limits: list[str] = []
        self.seen: list[BackfillProgress] = []
        self.stored: list[tuple[date, date]] = []
        self.refusals = Refusals(lambda: self.now)
        self.silence = 0.05
        self.backfill: Backfill
        self.archive: DayArchive

    @property
    def states(self) -> list[BackfillState]:
        """Each state it came into."""
        states = [progress.state for progress in self.seen]
        return [state for number, state in enumerate(states) if number == 0 or states[number - 1] is not state]

    def limit_answer(self, budget: str) -> float:
        """Note it; the silence of a real budget, made short."""
        self.limits.append(budget)
        return self.silence

    async def filled(self, days: int) -> None:
        """Wait until nothing is left of so many days."""
        await until(
            lambda: self._stands(BackfillState.IDLE) and self.backfill.progress.days_done == days, f"{days} days filled"
        )

    async def becomes(self, state: BackfillState) -> BackfillProgress:
        """Wait for a state."""
        await until(lambda: self._stands(state), f"{state}")
        return self.backfill.progress

    async def waits(self) -> BackfillProgress:
        """Wait until it rests after a failure, whatever is to be filled."""
        await until(lambda: self.backfill.progress.state is BackfillState.WAITING, "a rest after a failure")
        return self.backfill.progress

    def _stands(self, state: BackfillState) -> bool:
        return self.backfill.progress.state is state and self.backfill.progress.days_wanted > 0


@asynccontextmanager
async def backfilling(
    store: Store,
    pbx: Pbx,
    now: float,
    *,
    table: dict[str, Endpoint] | None = None,
    budgets: Budgets | None = None,
    api_url: str = "",
    pace: Pace = SOON,
    **options: Any,
) -> AsyncIterator[Desk]:
    """A backfill on the PBX, stopped at the end."""
    desk = Desk(pbx, now)
    failed: list[BaseException] = []
    tasks = Tasks(lambda _, error: failed.append(error))
    url = api_url or pbx.server.url
    async with open_client(url, table=table or quick(2.0), budgets=budgets) as client:
        desk.archive = DayArchive(store, ACCOUNT)
        desk.backfill = Backfill(
            client,
            desk.archive,
            tasks,
            clock=Clock(wall=lambda: desk.now, monotonic=time.monotonic),
            seconds_each=lambda: 30.0,
            limit_answer=desk.limit_answer,
            refusals=desk.refusals,
            pace=pace,
            **options,
        )
        desk.backfill.subscribe(desk.seen.append)
        desk.backfill.subscribe_stored(lambda start, end: desk.stored.append((start, end)))
        try:
            yield desk
        finally:
            await desk.backfill.stop()
            await tasks.close()
    if failed:
        raise failed[0]
