"""One profile at work: budgets, client, board, poller, event stream, bus and recorder joined. It knows no window."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.config import ConnectionPlan, Profile, Settings, keys
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.retention import Retention, retention_of
from supervisor_gui.history.store import Store
from supervisor_gui.live.board import Board
from supervisor_gui.live.bus import Bus
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.first_data import first_data
from supervisor_gui.live.items import EventSeen, Rules
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.poller import Poller, PollSettings
from supervisor_gui.live.recorder import Recorder
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.targets import PollMemory
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.events import EventStream
from supervisor_gui.netsantral.types import Credential, Event, StreamChange, StreamState
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.calls import SessionCalls
from supervisor_gui.sessions.connection import budget_settings, client_of
from supervisor_gui.sessions.dial_lists import SessionDialLists
from supervisor_gui.sessions.history import SessionHistory
from supervisor_gui.sessions.memory import NUMBERS_MEMORY, POLL_MEMORY, Remembered
from supervisor_gui.sessions.records import SessionRecords
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

STORE_PATIENCE = 3.0
"""Seconds that the store waits for the first data."""

PAINT_TIME = 0.4
"""Seconds from the first data until it has surely been painted."""


async def nothing_to_unlock() -> None:
    """A store that imports nothing needs nothing."""


class Surroundings(msgspec.Struct, frozen=True):
    """What sessions work in, made once per program.

    Attributes:
        budgets: The budget ledger's file; None counts in memory.
        paths: Where files lie.
        store: History, names, audit.
        policy: What this seat may do.
        who: The local user, for the audit.
        clock: Time.
        time_factor: Shortens the PBX's windows; loopback only.
        report: Takes exceptions that are our fault.
        record: Whether history is written; a picture beside a running window leaves that to the window.
        demo: Whether the PBX is a simulated one that sets no limits.
        unlock: Gives the store what it needs before calls may be imported; may take as long as the user does.
    """

    budgets: Path | None
    paths: DataPaths
    store: Store
    policy: Policy
    who: str
    clock: Clock
    time_factor: float
    report: Callable[[str, BaseException], None]
    record: bool = True
    demo: bool = False
    unlock: Callable[[], Awaitable[None]] = nothing_to_unlock


class Session:
    """Everything that talks to one PBX, from `start` to `stop`. Built and run on one event loop."""

    def __init__(
        self,
        profile: Profile,
        credential: Credential,
        plan: ConnectionPlan,
        settings: Settings,
        around: Surroundings,
        *,
        board: Board | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        """Join the parts; nothing is sent before `start`.

        Args:
            profile: Whose PBX.
            credential: Account and password.
            plan: The addresses; the first control address is used.
            settings: The profile's settings.
            around: What the program shares between sessions.
            board: The last known board to begin with.
            remembered: What earlier runs left.
        """
        self.profile = profile
        self._settings = settings
        self.demo = around.demo
        self.keeps_history = around.record
        self.time_factor = around.time_factor
        self._began = around.clock.wall()
        self._around = around
        self._plan = plan
        self._encrypted = plan.pbx[0].encrypted
        self._credential = credential
        self._watchers: list[Callable[[StreamChange], None]] = []
        self._stream: asyncio.Task[None] | None = None
        self.tasks = Tasks(around.report)
        self.stream = StreamChange(StreamState.OFF)
        self.live = LiveBoard(Rules(limits=limits_of(settings), account=profile.account), board, around.report)
        self.budgets = Budgets(
            around.budgets,
            profile.account,
            settings=budget_settings(settings, demo=around.demo),
            time_factor=around.time_factor,
            monotonic=around.clock.monotonic,
        )
        self.client = client_of(
            profile,
            credential,
            self.budgets,
            pbx_url=plan.pbx[0].url,
            api_url=plan.api.url,
            clock=around.clock,
            time_factor=around.time_factor,
        )
        remembered = remembered or Remembered()
        self.refusals = Refusals(around.clock.wall, remembered.polling.refusals)
        self.refusals.watch(self._on_refusals)
        self.poller = Poller(
            self.client,
            self.budgets,
            self.live,
            self.tasks,
            settings=self._poll_settings(settings),
            refusals=self.refusals,
            memory=remembered.polling,
            remember=self._remember_polling,
            resumed=self._on_resumed,
            clock=around.clock,
        )
        self.bus = Bus(
            self.client,
            self.live,
            self.tasks,
            around.store,
            refresh=self.poller.refresh,
            refusals=self.refusals,
            policy=around.policy,
            who=around.who,
            account=profile.account,
            numbers=remembered.numbers,
            remember=self._remember_numbers,
            limit_answer=self.budgets.limit_answer,
            clock=around.clock,
            time_factor=around.time_factor,
        )
        self.directory = Directory(profile.account, around.store)
        self.calls = SessionCalls(
            self.client,
            self.live,
            self.tasks,
            around.store,
            account=profile.account,
            who=around.who,
            policy=around.policy,
            refusals=self.refusals,
            directory=self.directory,
            memory=remembered.dialling,
            limit_answer=self.budgets.limit_answer,
            clock=around.clock,
            record=around.record,
            report=around.report,
        )
        self.history = SessionHistory(
            self.client,
            self.budgets,
            around.store,
            self.tasks,
            account=profile.account,
            refusals=self.refusals,
            clock=around.clock,
            time_factor=around.time_factor,
            retention=self._retention,
        )
        self.kept = SessionRecords(
            self.client,
            around.store,
            self.tasks,
            feed=self.history.records,
            keeper=self.calls.keeper,
            paths=around.paths,
            account=profile.account,
            who=around.who,
            names=self.calls.book.name_of_number,
            clock=around.clock,
            retention=self._retention,
            limit_answer=self.budgets.limit_answer,
            time_factor=around.time_factor,
        )
        self.dialling = SessionDialLists(
            self.client,
            self.budgets,
            around.store,
            self.tasks,
            account=profile.account,
            who=around.who,
            audit=self.kept.audit,
            policy=around.policy,
            refusals=self.refusals,
            chunk=lambda: self._settings.get(keys.CHUNK),
            clock=around.clock,
            time_factor=around.time_factor,
        )
        self._link = Link.STARTING
        self.poller.subscribe_status(self._on_poll)
        self.recorder = Recorder(self.live, around.store, profile.account, interval=self._interval, clock=around.clock)

    async def start(self) -> None:
        """Open the ledger of requests and begin: the first status request goes at once if the budget allows."""
        await self.budgets.open()
        if self._around.record:
            self.recorder.start(self.tasks)
        self.calls.start()
        self.poller.start()
        self.reconnect_stream()

    async def stop(self) -> None:
        """No new requests, tasks ended, connections closed. What waits for the store is with the store."""
        await self.poller.stop()
        await self.history.stop()
        await self.kept.stop()
        await self.dialling.stop()
        await self.bus.stop()
        await self.calls.stop()
        await self.recorder.stop()
        await self.tasks.close()
        await self.client.aclose()
        await self.budgets.close()

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that the password goes to."""
        return self._plan.hosts

    async def first_data(self, patience: float) -> str:
        """Wait until the board has data, at most `patience` seconds.

        Returns:
            Why none came, in words; empty when it did.
        """
        return await first_data(self.poller, patience)

    async def painted(self, patience: float) -> None:
        """Wait until the first data is on the screen; at most `patience` seconds for the data itself."""
        await self.first_data(patience)
        await asyncio.sleep(PAINT_TIME)

    async def settle(self) -> None:
        """Load the store once the first data has been painted, for it would hold that up; then take the names in.

        Raises:
            StoreError: The store cannot be read; the board shows extensions.
        """
        around = self._around
        if not self.poller.status.last_ok:
            await self.painted(STORE_PATIENCE)
        await around.store.open()
        problem: StoreError | None = None
        try:
            if around.record:
                await around.store.end_left_open(self.profile.account, self._began)
            self.directory.load(await self._around.store.names(self.profile.account))
            await self.calls.settle()
            await around.unlock()
        except StoreError as error:
            problem = error
        # They wait by themselves where the store cannot be used yet.
        self.history.backfill.start(self._reach(self._settings))
        await self.kept.settle(self._record_reach(self._settings), background=self._fills, tidy=around.record)
        try:
            await self.dialling.settle(background=self._fills or self.demo, sends=around.record)
        except StoreError as error:
            problem = problem or error
        if problem is not None:
            raise problem

    def configure(self, settings: Settings) -> None:
        """Take changed settings that need no new connection."""
        self._settings = settings
        self.live.set_limits(limits_of(settings))
        self.budgets.set_settings(budget_settings(settings, demo=self._around.demo))
        self.history.backfill.set_reach(self._reach(settings))
        self.history.records.set_reach(self._record_reach(settings))
        self.poller.configure(self._poll_settings(settings))

    def retry_with(self, credential: Credential) -> None:
        """Go on with a new password after a refusal."""
        self._credential = credential
        self.poller.retry_with(credential)
        self.reconnect_stream()

    def rest(self, past: Backfill, *, paused: bool) -> None:
        """Let one asking of the past rest at the user's wish, or go on, also after a refusal."""
        if paused:
            past.pause()
            return
        if self.refusals.stopped:
            self.poller.resume()
        past.resume()

    def subscribe_stream(self, take: Callable[[StreamChange], None]) -> None:
        """Call `take` when the event stream's state changes."""
        self._watchers.append(take)

    def reconnect_stream(self) -> None:
        """Connect the event stream anew, if the profile uses one."""
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
        if self._plan.events is None or self.refusals.held:
            self._on_stream(StreamChange(StreamState.OFF))
            return
        stream = EventStream(
            self._plan.events,
            self._credential,
            clock=self._around.clock,
            random=random.random,
            deliver=self._on_event,
            changed=self._on_stream,
            time_factor=self._around.time_factor,
        )
        self._stream = self.tasks.spawn("event stream", stream.run())

    @property
    def _fills(self) -> bool:
        """Whether the history is filled while nobody looks: not by an agent's seat, nor where a picture is taken."""
        return self._around.record and self._settings.get(keys.SEAT) == "supervisor"

    def _reach(self, settings: Settings) -> int:
        """Days to fill in the background."""
        return settings.get(keys.REACH_DAYS) if self._fills else 0

    def _record_reach(self, settings: Settings) -> int:
        """Days whose calls are filled: no more than may be kept."""
        return min(self._reach(settings), self._retention().records)

    def _retention(self) -> Retention:
        return retention_of(self._settings)

    def _interval(self) -> float:
        return self.poller.status.interval

    def _on_event(self, event: Event, received_at: float) -> None:
        log.debug("event: %s", event.kind.value)
        self.live.apply(EventSeen(event, received_at))
        self.calls.take_event(event, received_at)

    def _on_stream(self, change: StreamChange) -> None:
        if change.state is StreamState.REFUSED and self.stream.state is not StreamState.REFUSED:
            self.refusals.add()
        self.stream = change
        self.calls.take_stream(change)
        for take in self._watchers:
            take(change)

    def _on_refusals(self) -> None:
        """After a good trial the event stream logs in too."""
        if not self.refusals.held and self.stream.state is not StreamState.ON:
            self.reconnect_stream()

    def _on_resumed(self) -> None:
        """The machine slept: what waits after a failure need not wait on."""
        self.reconnect_stream()
        self.history.wake()

    def _on_poll(self, status: PollStatus) -> None:
        if status.link is Link.OK and self._link is not Link.OK:
            self.history.wake()
        self._link = status.link

    def _remember_polling(self, memory: PollMemory) -> None:
        self._around.store.put_memory(self.profile.account, POLL_MEMORY, memory)

    def _remember_numbers(self, numbers: frozenset[tuple[str, str]]) -> None:
        self._around.store.put_memory(self.profile.account, NUMBERS_MEMORY, sorted(numbers))

    def _poll_settings(self, settings: Settings) -> PollSettings:
        return PollSettings(
            per_minute=settings.get(keys.QUERIES_PER_MINUTE),
            programs=settings.get(keys.PROGRAMS),
            time_factor=self._around.time_factor,
            queues=self.profile.queues,
            seat=settings.get(keys.SEAT),
            encrypted=self._encrypted,
        )
