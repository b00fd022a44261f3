"""The kept calls of one session joined: looked for, listened to, called back. It knows no window."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.retention import Retention, first_kept_day
from supervisor_gui.history.store import Store
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.netsantral.client import Client
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.audit import SessionAudit
from supervisor_gui.sessions.missed import MissedBook
from supervisor_gui.sessions.recording_shelf import RecordingShelf
from supervisor_gui.tasks import Tasks

LOOKED_AT = 60.0
"""Seconds after which the running day's calls are asked for again while somebody looks at them."""

UNSEEN = 300.0
"""Likewise in the background, for the count of missed callers."""

PRUNED_EVERY = 3600.0
"""Seconds between two looks for recordings that were kept long enough."""


class SessionRecords:
    """Everything about calls that are over, from `settle` to `stop`.

    Attributes:
        reader: Finds kept calls.
        missed: Who is still to be called back.
        shelf: Recordings.
        audit: What the user did with them.
        feed: Asks the PBX for calls.
        client: The PBX, for a call that is looked up by its id.
    """

    def __init__(
        self,
        client: Client,
        store: Store,
        tasks: Tasks,
        *,
        feed: Backfill,
        keeper: CallKeeper,
        paths: DataPaths,
        account: str,
        who: str,
        names: Callable[[str], str],
        clock: Clock,
        retention: Callable[[], Retention],
        limit_answer: Callable[[str], object],
        time_factor: float = 1.0,
    ) -> None:
        """Join the parts; nothing is read or asked before `settle`.

        Args:
            client: The PBX.
            store: Where calls are kept.
            tasks: Own what is under way.
            feed: Fills the store.
            keeper: The calls that run.
            paths: Where files lie.
            account: Whose calls.
            who: The local user, for the audit.
            names: The name of a number or an extension.
            clock: Time.
            retention: How long calls and sound files stay.
            limit_answer: Told the budget's name when the PBX counts too many requests.
            time_factor: How much faster than the clock the PBX lives; loopback only.
        """
        self.feed = feed
        self.client = client
        self.audit = SessionAudit(store, account=account, who=who, clock=clock)
        self.reader = RecordReader(paths.history, account, store, clock=clock, first_day=self._first_day)
        self.missed = MissedBook(
            self.reader,
            store,
            account=account,
            who=who,
            tasks=tasks,
            clock=clock,
            names=names,
            time_factor=time_factor,
        )
        self.shelf = RecordingShelf(
            client,
            store,
            tasks,
            account=account,
            who=who,
            paths=paths,
            clock=clock,
            retention=retention,
            limit_answer=limit_answer,
        )
        self._tasks = tasks
        self._background = 0.0
        self._clock = clock
        self._retention = retention
        keeper.subscribe(self.missed.take_calls)
        feed.subscribe_stored(self._on_stored)

    async def settle(self, reach_days: int, *, background: bool, tidy: bool) -> None:
        """The store has been opened: fill it, and count who is to be called back.

        Args:
            reach_days: Days whose calls are asked for in the background.
            background: Whether the running day is asked for while nobody looks.
            tidy: Whether files that were kept long enough are deleted.
        """
        self._background = UNSEEN if background else 0.0
        self.feed.start(reach_days)
        self.feed.follow(self._background)
        await self.shelf.start()
        if tidy:
            self._tasks.spawn("recordings pruning", self._prune())
        self.missed.refresh()

    @property
    def first_day(self) -> date:
        """The first Turkish day whose calls may be kept."""
        return self._first_day()

    def look(self, *, looking: bool) -> None:
        """Somebody looks at calls, or no longer: how fresh the running day is kept."""
        self.feed.follow(LOOKED_AT if looking else self._background)

    async def stop(self) -> None:
        """Ask, read and play nothing any more; no copy of a recording stays."""
        await self.missed.stop()
        await self.shelf.close()
        await self.reader.close()

    def _first_day(self) -> date:
        return first_kept_day(self._clock.wall(), self._retention())

    async def _prune(self) -> None:
        while True:
            with suppress(StoreError):  # the store tells of its troubles itself
                await self.shelf.prune()
            await asyncio.sleep(PRUNED_EVERY)

    def _on_stored(self, _start: date, end: date) -> None:
        """Older days say nothing about who was missed since, however many of them come."""
        if end >= self.missed.span[0]:
            self.missed.refresh()
