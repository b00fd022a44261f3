"""Sends what users ask for about calls: each command once, its outcome told. What it does to calls is the keeper's."""

import asyncio
import logging
from collections.abc import Callable

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.call_commands import (
    Bridge,
    CallCommand,
    CallInto,
    CallOrder,
    Dial,
    DialExtension,
    HangUp,
    Mute,
    Transfer,
)
from supervisor_gui.live.call_guard import Key, dialled_just_now, key_of, missing, right_of
from supervisor_gui.live.call_sending import CallClient, budget_of, send
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.ports import AuditLog, AuditRow
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NotSent, PbxError, TransportError
from supervisor_gui.tasks import Tasks

log = logging.getLogger(__name__)

TWICE = 2.0
"""Seconds within which the same call is not started again: a double click, a held key, a late press."""

KEPT = 100
"""Finished orders that can still be looked at."""


class CallBus:
    """The one way out for commands about calls.

    A command waits for its turn, is sent once, and ends done, refused or unknown; it is never repeated by itself.
    """

    def __init__(
        self,
        client: CallClient,
        tasks: Tasks,
        audit: AuditLog,
        *,
        refusals: Refusals,
        policy: Policy | None = None,
        who: str = "",
        account: str = "",
        limit_answer: Callable[[str], object] | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Args.

        client: Sends.
        tasks: Owns a task per command.
        audit: Takes each command once at its end.
        refusals: Shared with the poller.
        policy: What this seat may do.
        who, account: For the audit.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        clock: Time.
        """
        self._client = client
        self._tasks = tasks
        self._audit = audit
        self._refusals = refusals
        self._policy = policy or Policy()
        self._who = who
        self._account = account
        self._limit_answer = limit_answer
        self._clock = clock or Clock()
        self._orders: dict[int, CallOrder] = {}
        self._running: dict[int, asyncio.Task[None]] = {}
        self._started: dict[Key, float] = {}
        self._number = 0
        self._subscribers: Watchers[Callable[[CallOrder], None]] = Watchers()
        self._stopped = False
        refusals.watch(self._on_refusals)

    def submit(self, command: CallCommand) -> CallOrder:
        """Take on `command` and return at once; what comes of it is told to subscribers."""
        self._number += 1
        why = "" if self._stopped else self._refuse(command)
        outcome = Outcome.CANCELLED if self._stopped else Outcome.REFUSED if why else Outcome.WAITING
        order = CallOrder(self._number, command, outcome, self._clock.wall(), refused_here=why)
        self._orders[order.id] = order
        if order.finished:
            self._finish(order)
        else:
            self._remember_start(command)
            self._running[order.id] = self._tasks.spawn(f"call {right_of(command)}", self._run(order.id))
            self._tell(order)
        return order

    def order(self, number: int) -> CallOrder | None:
        """An order as it stands; None when it is forgotten."""
        return self._orders.get(number)

    @property
    def pending(self) -> int:
        """How many commands have not come to their end."""
        return len(self._running)

    def set_policy(self, policy: Policy) -> None:
        """Other rights."""
        self._policy = policy

    def subscribe(self, take: Callable[[CallOrder], None]) -> Callable[[], None]:
        """Call `take` when an order moves on; the result ends that."""
        return self._subscribers.add(take)

    async def stop(self) -> None:
        """Withdraw what waits, give up on what is under way, and tell the audit; nothing is sent afterwards."""
        self._stopped = True
        tasks = tuple(self._running.values())
        for number in tuple(self._running):
            self._end(number, Outcome.CANCELLED if self._waits(number) else Outcome.UNKNOWN)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _refuse(self, command: CallCommand) -> str:
        why = self._policy.why_not(right_of(command)) or ("password" if self._refusals.stopped else "")
        if why:
            return why
        lacks = missing(command)
        if lacks:
            return lacks
        if any(key_of(self._orders[number].command) == key_of(command) for number in self._running):
            return "busy"
        return "twice" if dialled_just_now(command, self._started, self._clock.monotonic(), TWICE) else ""

    def _remember_start(self, command: CallCommand) -> None:
        now = self._clock.monotonic()
        self._started = {key: at for key, at in self._started.items() if now - at < TWICE}
        if key_of(command)[0] == "start":
            self._started[key_of(command)] = now

    async def _run(self, number: int) -> None:
        command = self._orders[number].command
        try:
            call = await send(self._client, command, lambda: self._mark(number, outcome=Outcome.SENT))
        except PbxError as error:
            self._failed(number, error)
        except Exception as error:
            if not (isinstance(error, ValueError) and self._waits(number)):
                self._end(number, Outcome.UNKNOWN)
                raise
            log.info("%s cannot be sent: %s", right_of(command), error)
            self._mark(number, refused_here="not_dialable")
            self._end(number, Outcome.REFUSED)
        else:
            self._mark(number, call=call)
            self._end(number, Outcome.DONE)

    def _failed(self, number: int, error: PbxError) -> None:
        """The PBX said no, or the way there failed; only what may have reached it is uncertain."""
        if isinstance(error, LimitReached) and self._limit_answer is not None:
            self._limit_answer(budget_of(self._orders[number].command))
        uncertain = isinstance(error, TransportError) and not isinstance(error, NotSent)
        self._end(number, Outcome.UNKNOWN if uncertain else Outcome.REFUSED, error)
        if isinstance(error, BadCredentials) and not self._refusals.stopped:
            self._refusals.add()

    def _waits(self, number: int) -> bool:
        """Whether an order is under way and has not gone out."""
        return number in self._running and self._orders[number].outcome is Outcome.WAITING

    def _on_refusals(self) -> None:
        """One refusal is enough, whoever met it: nothing that waits is sent with the same password."""
        for number in tuple(self._running) if self._refusals.stopped else ():
            if self._waits(number):
                self._end(number, Outcome.CANCELLED)

    def _mark(
        self, number: int, *, outcome: Outcome | None = None, call: str | None = None, refused_here: str | None = None
    ) -> None:
        """Note a step on the way; only a step that others can see is told."""
        if number not in self._running:
            return
        order = self._orders[number]
        order = msgspec.structs.replace(
            order,
            outcome=outcome or order.outcome,
            call=order.call if call is None else call,
            refused_here=order.refused_here if refused_here is None else refused_here,
        )
        self._orders[number] = order
        if outcome is not None:
            self._tell(order)

    def _end(self, number: int, outcome: Outcome, error: PbxError | None = None) -> None:
        """Come to the one end of an order; a second call changes nothing."""
        task = self._running.pop(number, None)
        if task is None:
            return
        if task is not asyncio.current_task():
            task.cancel()
        order = msgspec.structs.replace(self._orders[number], outcome=outcome, error=error)
        self._orders[number] = order
        self._finish(order)

    def _finish(self, order: CallOrder) -> None:
        self._audit.record((self._row(order),))
        self._orders[order.id] = self._orders.pop(order.id)  # the last to end is the last to be forgotten
        finished = [number for number in self._orders if number not in self._running]
        for number in finished[:-KEPT]:
            del self._orders[number]
        self._tell(order)

    def _tell(self, order: CallOrder) -> None:
        for take in self._subscribers:
            try:
                take(order)
            except Exception:  # one broken view must not hold up commands
                log.exception("a subscriber of call orders failed")

    def _row(self, order: CallOrder) -> AuditRow:
        words = order.refused_here or (order.error.words or order.error.reason if order.error is not None else "")
        action, who, detail = _told(order.command)
        return AuditRow(
            at=self._clock.wall(),
            who=self._who,
            account=self._account,
            action=action,
            extension=who,
            queue=order.command.target if isinstance(order.command, CallInto) else "",
            detail=detail,
            outcome=order.outcome.value,
            words=words,
        )


def _told(command: CallCommand) -> tuple[str, str, str]:
    """A command for the audit: what was done, who of us is concerned, and to what."""
    match command:
        case Dial():
            return "dial", command.extension, command.number
        case DialExtension():
            return "dial_extension", command.extension, command.called
        case Bridge():
            return "bridge", command.caller, command.called
        case CallInto():
            return "call_into", command.number, command.kind.value
        case HangUp():
            return "hang_up", "", command.call
        case Mute():
            return "mute" if command.muted else "unmute", "", f"{command.call} {command.direction.value}"
        case Transfer():
            return "attended_transfer" if command.attended else "blind_transfer", command.to, command.call
