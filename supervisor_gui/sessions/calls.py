"""The calls of one session joined: orders sent, running calls followed, dialling remembered. It knows no window."""

from collections.abc import Callable

from supervisor_gui.clock import Clock, pbx_midnight
from supervisor_gui.errors import StoreError
from supervisor_gui.history.store import Store
from supervisor_gui.live.call_bus import CallBus
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.live.call_sending import CallClient
from supervisor_gui.live.dial_book import DialBook
from supervisor_gui.live.dial_memory import DialMemory
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.ports import SeenCall
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.types import Event, StreamChange, StreamState
from supervisor_gui.tasks import Tasks

DIAL_MEMORY = "dial"

SHOWN_TODAY = 200
"""Calls of one extension that are read back after a start."""


class SessionCalls:
    """Everything about calls between a client and a store, from `start` to `stop`.

    Attributes:
        bus: Sends commands about calls.
        keeper: Follows the calls that run.
        book: Remembers numbers and names.
    """

    def __init__(
        self,
        client: CallClient,
        live: LiveBoard,
        tasks: Tasks,
        store: Store,
        *,
        account: str,
        who: str,
        policy: Policy,
        refusals: Refusals,
        directory: Directory,
        memory: DialMemory,
        limit_answer: Callable[[str], object],
        clock: Clock,
        record: bool,
        report: Callable[[str, BaseException], None],
    ) -> None:
        """Join the parts; nothing is sent.

        Args:
            client: Sends.
            live: The board, which tells who talks.
            tasks: Own what is under way.
            store: Takes the audit, ended calls and what dialling remembers.
            account: Whose calls.
            who: The local user, for the audit.
            policy: What this seat may do.
            refusals: Shared with the poller.
            directory: Names.
            memory: What dialling remembered in earlier runs.
            limit_answer: Told the budget's name when the PBX counts too many requests.
            clock: Time.
            record: Whether ended calls are written.
            report: Takes exceptions that are our fault.
        """
        self._store = store
        self._account = account
        self._tasks = tasks
        self._clock = clock
        self._record = record
        self.bus = CallBus(
            client,
            tasks,
            store,
            refusals=refusals,
            policy=policy,
            who=who,
            account=account,
            limit_answer=limit_answer,
            clock=clock,
        )
        self.keeper = CallKeeper(clock, report=report, on_ended=self._on_ended)
        self.book = DialBook(memory, directory=directory, remember=self._remember, clock=clock)
        self.bus.subscribe(self.keeper.take_order)
        live.subscribe(self.keeper.take_board)

    def start(self) -> None:
        """Begin to follow calls."""
        self.keeper.start(self._tasks)

    async def settle(self) -> None:
        """Take over what dialling remembered if it could not be read at the start, for the next number would erase it.

        Raises:
            StoreError: The store cannot be read.
        """
        if self.book.memory == DialMemory():
            kept = await self._store.get_memory(self._account, DIAL_MEMORY, DialMemory)
            if kept is not None and self.book.memory == DialMemory():
                self.book.load(kept)

    async def stop(self) -> None:
        """Withdraw what waits and follow nothing any more."""
        await self.bus.stop()
        await self.keeper.stop()

    def take_event(self, event: Event, at: float) -> None:
        """An event of the stream came at epoch seconds `at`."""
        self.keeper.take_event(event, at)

    def take_stream(self, change: StreamChange) -> None:
        """The event stream's state changed."""
        self.keeper.set_stream(change.state is StreamState.ON)

    async def today(self, extension: str) -> tuple[SeenCall, ...]:
        """The calls of `extension` that ended today in earlier runs and in this one; none when the store is broken."""
        now = self._clock.wall()
        try:
            return await self._store.calls_of_extension(
                self._account, extension, pbx_midnight(now), now + 1.0, SHOWN_TODAY
            )
        except StoreError:
            return ()

    async def last_with(self, number: str) -> SeenCall | None:
        """The last known call with an outside number, None when there is none or the store is broken."""
        try:
            return await self._store.last_call_with(self._account, number)
        except StoreError:
            return None

    def _on_ended(self, call: LiveCall) -> None:
        if self._record:
            self._store.put_calls((seen_call(self._account, call),))

    def _remember(self, memory: DialMemory) -> None:
        self._store.put_memory(self._account, DIAL_MEMORY, memory)


def seen_call(account: str, call: LiveCall) -> SeenCall:
    """An ended call as the history keeps it."""
    return SeenCall(
        account=account,
        key=call.call or call.key,
        at=call.began,
        ended=call.ended,
        extension=call.extension,
        number=call.number,
        queue=call.queue,
        direction=call.direction.value,
        answered_seconds=int(call.ended - call.answered) if call.answered else None,
        started_here=call.order > 0,
    )
