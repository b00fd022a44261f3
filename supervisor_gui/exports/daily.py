"""Yesterday's statistics saved once a day at a set time, while the program runs. What is saved, and how, is given."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from supervisor_gui.clock import Clock, pbx_day, pbx_midnight_of
from supervisor_gui.errors import KnownError, StoreError
from supervisor_gui.history.planner import final_after
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.reports.spelling import day_text
from supervisor_gui.reports.target_file import folder_of
from supervisor_gui.tasks import Tasks

T = TypeVar("T")

MEMORY = "daily_export"
"""The store's key for `LastExport`."""

LOOK_EVERY = 60.0
RETRY_AFTER = 3600.0
_ONE_DAY = timedelta(days=1)

Export = Callable[[date, tuple[str, ...], Path], Awaitable[None]]
"""Saves one day in some formats into a folder; raises `KnownError` when it cannot."""

Tell = Callable[[str, str], None]
"""Is told what happened with what to do, and the outside world's own words."""


class DailyPlan(msgspec.Struct, frozen=True):
    """What was set.

    Attributes:
        at: Time of day by this computer's clock and zone.
        folder: Where to.
        formats: Names of formats.
    """

    at: time
    folder: Path
    formats: tuple[str, ...]


class LastExport(msgspec.Struct, frozen=True):
    """The last day that was saved."""

    day: date


class DailyMemory(Protocol):
    """What of the store is used."""

    async def get_memory(self, account: str, key: str, kind: type[T]) -> T | None:
        """As `Store.get_memory`."""

    def put_memory(self, account: str, key: str, value: object) -> None:
        """As `Store.put_memory`."""


def plan_of(enabled: bool, at: str, folder: str, formats: str, usual: Path) -> DailyPlan | None:
    """The plan behind the settings' values; None while it is switched off.

    Args:
        enabled: The switch.
        at: "HH:MM".
        folder: Empty for the usual one.
        formats: Names between commas.
        usual: The documents folder.
    """
    if not enabled:
        return None
    names = tuple(name for name in (part.strip() for part in formats.split(",")) if name)
    return DailyPlan(time.fromisoformat(at), folder_of(folder) if folder else usual, names)


def due_at(day: date, at: time, zone: tzinfo | None = None) -> float:
    """Epoch seconds at which `day` (Turkish time) is to be saved.

    It is the first time that the clock shows `at` after the day has ended, and not before its figures are final: who
    wants them at ten past midnight gets them at one.

    Args:
        day: The day.
        at: Time of day.
        zone: Whose clock; None for this computer's.
    """
    ended = pbx_midnight_of(day + _ONE_DAY)
    here = datetime.fromtimestamp(ended, UTC).astimezone(zone).date()
    chosen = _at(here, at, zone)
    if chosen < ended:
        chosen = _at(here + _ONE_DAY, at, zone)
    return max(chosen, final_after(day))


def _at(day: date, at: time, zone: tzinfo | None) -> float:
    return datetime.combine(day, at).replace(tzinfo=zone).timestamp()


class _Failure(msgspec.Struct, frozen=True):
    """What failed, so that it is not tried again too soon: other days and changed settings are."""

    day: date
    plan: DailyPlan
    at: float


class DailyExport:
    """Looks once a minute whether yesterday has still to be saved; after sleep or a late start it is caught up once.

    Days before yesterday are not: the history has them, and the page saves them.
    """

    def __init__(
        self,
        plan: Callable[[], DailyPlan | None],
        export: Export,
        tell: Tell,
        *,
        memory: DailyMemory,
        account: str,
        tasks: Tasks,
        clock: Clock,
        zone: tzinfo | None = None,
        factor: float = 1.0,
    ) -> None:
        """Args.

        plan: What is set now; None while it is switched off.
        export: Saves one day.
        tell: Is told of a failure.
        memory: The store.
        account: Whose statistics.
        tasks: Owner of the tasks.
        clock: Time.
        zone: Of the set time; None for this computer's.
        factor: How much faster than usual it looks.
        """
        self._plan = plan
        self._export = export
        self._tell = tell
        self._memory = memory
        self._account = account
        self._tasks = tasks
        self._clock = clock
        self._zone = zone
        self._factor = factor
        self._last: LastExport | None = None
        self._failure: _Failure | None = None
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look now and then once a minute, until `stop`."""
        if self._running is None:
            self._running = self._tasks.spawn("daily export", self._run())

    async def stop(self) -> None:
        """End it; a file that is being written is given up and leaves nothing."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            await asyncio.wait({running})

    async def look(self) -> None:
        """Save yesterday if it is time and has not been done; a failure is told, and tried again in an hour."""
        plan, now = self._plan(), self._clock.wall()
        day = pbx_day(now) - _ONE_DAY
        if plan is None or now < due_at(day, plan.at, self._zone) or self._failed_lately(day, plan, now):
            return
        try:
            saved = await self._saved()
        except StoreError:
            return  # Told elsewhere; without the store there are no figures to be saved.
        # Another day than yesterday, not an earlier one: a clock that was once ahead must not stop it for days.
        if saved is None or saved.day != day:
            await self._save(day, plan, now)

    async def _run(self) -> None:
        while True:
            # In a task of its own, so that a fault of ours is reported and the next day is saved all the same.
            looking = self._tasks.spawn("daily export of yesterday", self.look())
            try:
                await asyncio.wait({looking})
            finally:
                looking.cancel()
                await asyncio.wait({looking})
            await asyncio.sleep(LOOK_EVERY / self._factor)

    def _failed_lately(self, day: date, plan: DailyPlan, now: float) -> bool:
        failure = self._failure
        if failure is None or (failure.day, failure.plan) != (day, plan):
            return False
        return 0 <= now - failure.at < RETRY_AFTER

    async def _saved(self) -> LastExport | None:
        if self._last is None:
            self._last = await self._memory.get_memory(self._account, MEMORY, LastExport)
        return self._last

    async def _save(self, day: date, plan: DailyPlan, now: float) -> None:
        # Beforehand: whatever ends this attempt, the next one is not a minute later.
        self._failure = _Failure(day, plan, now)
        try:
            await self._export(day, plan.formats, plan.folder)
        except KnownError as error:
            self._tell(failure_words(day, error), _details(error))
            return
        self._failure = None
        self._last = LastExport(day)
        self._memory.put_memory(self._account, MEMORY, self._last)


def failure_words(day: date, error: KnownError) -> str:
    """That `day` could not be saved, why, and what comes of it."""
    reason = str(error)
    if isinstance(error, PbxError):
        explained = explain(error)
        reason = f"{explained.title}. {explained.todo}"
    words = translate(
        "DailyExport", "The statistics of {day} could not be saved. {reason} It is tried again in an hour."
    )
    return words.format(day=day_text(day), reason=reason)


def _details(error: KnownError) -> str:
    return explain(error).details if isinstance(error, PbxError) else error.details
