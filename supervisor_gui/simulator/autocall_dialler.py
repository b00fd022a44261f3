"""Works auto-dial lists off: who is called when, and what a call's outcome does to its number. It reads no request."""

import random
from collections.abc import Callable

import msgspec

from supervisor_gui.simulator.autocall_lists import (
    AutocallLists,
    DialList,
    DialNumber,
    ListEnd,
    ListStatus,
    NumberState,
    Wish,
)
from supervisor_gui.simulator.dialling import Dialler, Outcome, Target
from supervisor_gui.simulator.floor import Floor
from supervisor_gui.simulator.world import Call

RING_SECONDS = 30.0
MINUTE = 60.0
BY_MINUTE = 3


class CallReport(msgspec.Struct, frozen=True):
    """How one call of a list went.

    Attributes:
        row_id: The number's id in the list.
        trunk: The line it was called over.
        outcome: In the PBX's words.
    """

    listed: DialList
    row_id: int
    number: str
    name: str
    trunk: str
    call_id: str
    outcome: Outcome


Report = Callable[[CallReport], None]


class AutocallDialler:
    """Runs the lists on the model's timeline.

    A list has a timer only while it is active and something can still happen to it by itself.

    Args:
        report: Told of every call when it is through or has failed.
        rng: Spaces the looks at a list, so that they are not all at one moment.
    """

    def __init__(
        self, floor: Floor, dialler: Dialler, lists: AutocallLists, *, report: Report, rng: random.Random
    ) -> None:
        self._floor = floor
        self._dialler = dialler
        self._lists = lists
        self._report = report
        self._rng = rng

    def activate(self, listed: DialList) -> None:
        """Let a list make calls from now on."""
        listed.status, listed.ended = ListStatus.ACTIVE, None
        self._plan(listed, 0.0)

    def deactivate(self, listed: DialList) -> None:
        """Let a list make no further call; those under way go on."""
        self._stop(listed, ListEnd.ORDER)

    def add(self, listed: DialList, wish: Wish) -> bool:
        """A further number; False when the list has it already."""
        added = self._lists.add(listed, wish)
        self.changed(listed)
        return added

    def changed(self, listed: DialList) -> None:
        """Look at a list again, its numbers are not what they were."""
        if listed.active:
            self._plan(listed, 0.0)

    def _plan(self, listed: DialList, seconds: float) -> None:
        if listed.timer:
            listed.timer.cancel()
        listed.timer = self._floor.timeline.after(seconds, lambda: self._turn(listed))

    def _stop(self, listed: DialList, why: ListEnd) -> None:
        if listed.timer:
            listed.timer.cancel()
        listed.timer, listed.status, listed.ended = None, ListStatus.STOPPED, why

    def _turn(self, listed: DialList) -> None:
        now = self._floor.now
        opens = listed.rules.next_open(now)
        if (why := self._over(listed, now, opens)) is not None:
            self._stop(listed, why)
        elif opens is not None and opens > now:
            self._plan(listed, opens - now)
        else:
            self._call_some(listed)
            self._plan_next(listed)

    @staticmethod
    def _over(listed: DialList, now: float, opens: float | None) -> ListEnd | None:
        if listed.rule_met():
            return ListEnd.RULE
        if opens is None:
            return ListEnd.DATES
        # A try that is under way may still bring its number back.
        done = not listed.rules.dynamic and listed.next_due(now) is None and not listed.in_call()
        return ListEnd.DONE if done else None

    def _plan_next(self, listed: DialList) -> None:
        due = listed.next_due(self._floor.now)
        listed.timer = None
        if due is not None:
            self._plan(listed, max(due - self._floor.now, self._rng.uniform(3, 6)))

    def _call_some(self, listed: DialList) -> None:
        for row, _ in zip(listed.due(self._floor.now), range(self._places(listed)), strict=False):
            self._call(listed, row)

    def _places(self, listed: DialList) -> int:
        """How many calls may be begun now."""
        now, rules = self._floor.now, listed.rules
        if rules.limit_type == BY_MINUTE:
            while listed.starts and now - listed.starts[0] >= MINUTE:
                listed.starts.popleft()
            return max(rules.limit - len(listed.starts), 0)
        listed.calls = [call for call in listed.calls if call.ended is None and not call.answered_by]
        free = self._free_agents(rules.department)
        if not free:
            return 0
        allowed = free + rules.limit if rules.limit_type == 1 else free * rules.limit
        return max(allowed - len(listed.calls), 0)

    def _free_agents(self, department: str) -> int:
        queue = self._floor.queues[department]
        agents = self._floor.agents
        return sum(
            not member.paused and agents[member.exten].available(self._floor.now) for member in queue.members.values()
        )

    def _call(self, listed: DialList, row: DialNumber) -> None:
        rules = listed.rules
        trunk = row.trunk or rules.trunk
        row.in_call = True
        row.tries += 1
        call = self._dialler.redirect(
            row.number,
            Target(rules.target_kind, rules.target_name),
            ring=RING_SECONDS,
            line=trunk,
            call_time=None,
            prefix=rules.prefix,
            done=lambda call, outcome: self._settle(listed, row, call, outcome),
        )
        call.list_id, call.name = listed.id, row.name
        row.call_ids.append(call.id)
        listed.calls.append(call)
        listed.starts.append(self._floor.now)

    def _settle(self, listed: DialList, row: DialNumber, call: Call, outcome: Outcome) -> None:
        if outcome is Outcome.SUCCESS:
            listed.settle(row, NumberState.SUCCESS)
        elif row.tries > listed.rules.retry_count:
            listed.settle(row, NumberState.FAILED)
        else:
            listed.settle(row, NumberState.RETRY)
            row.due = self._floor.now + listed.rules.try_time * MINUTE
        self._report(CallReport(listed, row.id, row.number, row.name, call.dialled, call.id, outcome))
        self.changed(listed)
