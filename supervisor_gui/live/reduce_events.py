"""Events worked into the board between two status answers. They move what is there and invent no rows."""

from collections.abc import Mapping
from typing import Any

import msgspec

from supervisor_gui.live import service
from supervisor_gui.live.board import Agent, Board, Caller
from supervisor_gui.live.calls import call_key, number_of, pruned
from supervisor_gui.live.items import EventSeen, Rules
from supervisor_gui.live.memory import CallTrace
from supervisor_gui.live.reduce_members import phone_changed
from supervisor_gui.live.service import Gone
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind

LEFT_THEN_ENDED = 5.0
"""Seconds within which the end of a call that left its queue still means that the caller hung up there."""

_REMEMBERED = 120.0


def apply_event(board: Board, item: EventSeen, rules: Rules) -> Board:
    """The board after an event; what nobody on the board is concerned by moves only `events_at`."""
    work = _Work(board, item, rules)
    match item.event.kind:
        case EventKind.INBOUND | EventKind.MENU | EventKind.KEY:
            work.note()
        case EventKind.QUEUED:
            work.queued()
        case EventKind.OFFERED:
            work.offered()
        case EventKind.OUTBOUND:
            work.note(outbound=True)
        case EventKind.ANSWERED:
            work.answered()
        case EventKind.LEFT_QUEUE:
            work.left_queue()
        case EventKind.ENDED | EventKind.RECORD:
            work.ended()
        case EventKind.OTHER:
            pass
    return work.board


class _Work:
    """One event being worked into a board."""

    def __init__(self, board: Board, item: EventSeen, rules: Rules) -> None:
        self.board = msgspec.structs.replace(board, events_at=item.at)
        if board.events_at == 0.0:
            self._start_counting()
        self._event: Event = item.event
        self._at = item.at
        self._rules = rules
        self._key = call_key(item.event.call)
        known = board.memory.calls.get(self._key)
        self._first = known is None
        self._trace = known or CallTrace()
        number = number_of(item.event)
        if number and not self._trace.number:
            self._trace = msgspec.structs.replace(self._trace, number=number)

    def note(self, *, outbound: bool = False) -> None:
        """Remember the call."""
        self._remember(outbound=outbound or self._trace.outbound)

    def queued(self) -> None:
        """A call entered a queue: its caller waits there."""
        name = self._event.queue
        if name and name not in self.board.queues:
            self._set(unknown_queues=self.board.unknown_queues | {name})
        if not self._key and not self._find_unnamed() and not self._trace.number:
            return
        trace = self._trace
        if trace.ended or trace.answered or not name:
            self._remember()
            return
        if trace.queue != name:
            self._leave()
            self._remember(queue=name, entered=self._at, left=0.0, wait=None)
            self._wait(name)

    def offered(self) -> None:
        """A phone rings for the call."""
        trace = self._trace
        agent = self.board.agents.get(self._event.extension)
        if trace.ended or trace.answered or not self._event.extension or self._event.extension in trace.ringing:
            return
        self._remember(ringing=(*trace.ringing, self._event.extension))
        if agent is not None and agent.status is not AgentStatus.TALKING:
            ringing = phone_changed(agent, AgentStatus.RINGING, self._at)
            self._put(msgspec.structs.replace(ringing, customer=trace.number))

    def answered(self) -> None:
        """An agent took the call: the caller no longer waits, the other phones fall silent."""
        trace = self._trace
        extension = self._event.extension
        if trace.ended or trace.answered:
            return
        self._quiet(except_for=extension)
        caller = self._caller()
        if caller is not None:
            self._judge(caller.queue, "answered", self._waited(caller))
            self._drop(caller)
        hold = self._event.hold_time
        self._remember(
            answered=self._at,
            extension=extension,
            ringing=(),
            queue=caller.queue if caller is not None else trace.queue,
            left=0.0,
            wait=float(hold) if hold is not None else None,
            judged=caller is not None or hold is None or self._seen_to_go(),
        )
        agent = self.board.agents.get(extension)
        if agent is not None:
            counted = agent.calls_today if trace.outbound else (agent.calls_today or 0) + 1
            talking = agent
            if agent.status is not AgentStatus.TALKING:
                talking = phone_changed(agent, AgentStatus.TALKING, self._at)
            self._put(msgspec.structs.replace(talking, customer=trace.number, calls_today=counted))

    def left_queue(self) -> None:
        """The call left its queue; whether it was lost shows when it ends."""
        self._learn_queue()
        trace = self._trace
        if trace.ended or trace.answered or trace.left:
            return
        caller = self._caller()
        if caller is not None:
            self._remember(queue=caller.queue, left=self._at, wait=self._waited(caller))
            self._drop(caller)

    def ended(self) -> None:
        """The call, or one ringing leg of it, is over."""
        self._learn_queue()
        trace = self._trace
        extension = self._event.extension
        if trace.ended or not self._key:
            return
        if not trace.answered and extension in trace.ringing:
            self._silence(extension)
            self._remember(ringing=tuple(one for one in trace.ringing if one != extension))
            return
        self._quiet()
        if trace.answered:
            self._hung_up(trace)
        else:
            self._given_up()
        self._remember(ended=True, ringing=())

    def _hung_up(self, trace: CallTrace) -> None:
        agent = self.board.agents.get(trace.extension)
        if agent is not None and agent.status is AgentStatus.TALKING:
            self._put(phone_changed(agent, AgentStatus.IDLE, self._at))
        if trace.queue in self.board.queues:
            ended = self.board.memory.ended
            self._set_memory(ended={**ended, trace.queue: ended.get(trace.queue, 0) + 1})

    def _given_up(self) -> None:
        trace = self._trace
        caller = self._caller()
        if trace.left:
            lost = self._at - trace.left <= LEFT_THEN_ENDED
            self._judge(trace.queue, "abandoned" if lost else "left", trace.wait or 0.0)
        elif caller is not None:
            self._judge(caller.queue, "abandoned", self._waited(caller))
            self._drop(caller)

    def _learn_queue(self) -> None:
        """An event that names the queue of an answered call, late: its wait was told, so it can be judged now."""
        trace = self._trace
        name = self._event.queue
        if not trace.answered or trace.judged or not name:
            return
        self._judge(name, "answered", trace.wait or 0.0)
        self._remember(queue=name, judged=True)

    def _seen_to_go(self) -> bool:
        """Whether a status answer may have judged this caller already; of a withheld number nobody can tell."""
        number = self._trace.number
        return not number or self._trace.outbound or any(one == number for _, one in self.board.memory.gone)

    def _caller(self) -> Caller | None:
        """The caller of this call if the board shows it waiting; one that an answer has judged already is not there."""
        trace = self._trace
        if trace.left or trace.outbound:
            return None
        if trace.entered:
            return self.board.callers.get((trace.queue, trace.number))
        waiting = self.board.callers.values() if trace.number else ()
        return next((caller for caller in waiting if caller.number == trace.number), None)

    def _waited(self, caller: Caller) -> float:
        """How long the caller waited: as told, else since it was first seen or heard of."""
        if self._event.hold_time is not None:
            return float(self._event.hold_time)
        since = caller.since if caller.number or not self._trace.entered else self._trace.entered
        return max(self._at - since, 0.0)

    def _wait(self, name: str) -> None:
        queue = self.board.queues.get(name)
        if queue is None:
            return
        key = (name, self._trace.number)
        old = self.board.callers.get(key)
        if old is not None and self._trace.number:
            return
        caller = Caller(queue=name, number=key[1], since=self._at)
        if old is not None:
            caller = msgspec.structs.replace(old, hidden=old.hidden + 1)
        self._set(
            callers={**self.board.callers, key: caller},
            queues={**self.board.queues, name: msgspec.structs.replace(queue, waiting=queue.waiting + 1)},
        )
        self._forget_gone(key)

    def _drop(self, caller: Caller) -> None:
        name = caller.queue
        key = (name, caller.number)
        queue = self.board.queues[name]
        callers = {other: one for other, one in self.board.callers.items() if other != key}
        if caller.hidden:
            callers[key] = msgspec.structs.replace(caller, hidden=caller.hidden - 1)
        waiting = max(queue.waiting - 1, 0)
        self._set(callers=callers, queues={**self.board.queues, name: msgspec.structs.replace(queue, waiting=waiting)})
        if caller.number:
            recent = {other: at for other, at in self.board.memory.gone.items() if abs(self._at - at) < _REMEMBERED}
            self._set_memory(gone={**recent, key: self._at})

    def _leave(self) -> None:
        """A call that enters another queue has left the one before."""
        caller = self._caller()
        if caller is not None and caller.queue == self._trace.queue:
            self._judge(caller.queue, "left", 0.0)
            self._drop(caller)

    def _judge(self, name: str, how: str, wait: float) -> None:
        queue = self.board.queues.get(name)
        if queue is None:
            return
        limits = self._rules.limits.of(name)
        exact = Gone(since=self._at - wait, low=wait, high=wait)
        if how == "left":
            count = service.left(queue.service)
        elif how == "abandoned":
            count = service.abandoned(queue.service, exact, limits)
        else:
            count = service.answered(queue.service, exact, limits)
        self._set(queues={**self.board.queues, name: msgspec.structs.replace(queue, service=count)})

    def _quiet(self, *, except_for: str = "") -> None:
        for extension in self._trace.ringing:
            if extension != except_for:
                self._silence(extension)

    def _silence(self, extension: str) -> None:
        agent = self.board.agents.get(extension)
        if agent is not None and agent.status is AgentStatus.RINGING:
            self._put(phone_changed(agent, AgentStatus.IDLE, self._at))

    def _find_unnamed(self) -> bool:
        """A queue event without a call id belongs to the one call that is not in a queue yet, if there is just one."""
        number = self._trace.number
        open_calls = [
            (key, trace)
            for key, trace in self.board.memory.calls.items()
            if not (trace.queue or trace.ended or trace.answered or trace.outbound)
            and (not number or trace.number == number)
        ]
        if len(open_calls) == 1:
            self._key, self._trace = open_calls[0]
            self._first = False
        return len(open_calls) == 1

    def _remember(self, **changes: Any) -> None:  # field values of CallTrace
        self._trace = msgspec.structs.replace(self._trace, at=self._at, **changes)
        if self._key:
            calls: Mapping[str, CallTrace] = {**self.board.memory.calls, self._key: self._trace}
            self._set_memory(calls=pruned(calls, self._at) if self._first else calls)

    def _forget_gone(self, key: tuple[str, str]) -> None:
        if key in self.board.memory.gone:
            gone = {other: at for other, at in self.board.memory.gone.items() if other != key}
            self._set_memory(gone=gone)

    def _start_counting(self) -> None:
        agents = {
            extension: msgspec.structs.replace(agent, calls_today=agent.calls_today or 0)
            for extension, agent in self.board.agents.items()
        }
        self._set(agents=agents)

    def _put(self, agent: Agent) -> None:
        self._set(agents={**self.board.agents, agent.extension: agent})

    def _set(self, **changes: Any) -> None:  # field values of Board
        self.board = msgspec.structs.replace(self.board, **changes)

    def _set_memory(self, **changes: Any) -> None:  # field values of Memory
        self._set(memory=msgspec.structs.replace(self.board.memory, **changes))
