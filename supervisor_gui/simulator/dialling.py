"""Calls made by order: who is dialled in which order, and what may be done to a call that runs. It speaks no wire."""

from enum import StrEnum

import msgspec

from supervisor_gui.simulator.calls import CallFlow
from supervisor_gui.simulator.floor import Floor, Happened
from supervisor_gui.simulator.journey import Journey, refusal
from supervisor_gui.simulator.outcomes import Done, Outcome
from supervisor_gui.simulator.world import Call, CallKind

__all__ = ["Dialler", "Done", "Moved", "Outcome", "Target"]

COUNTRY = "90"
SHORT = 10
SIDES = {"all": frozenset({"in", "out"}), "in": frozenset({"in"}), "out": frozenset({"out"})}


class Target(msgspec.Struct, frozen=True):
    """Where a called number is put.

    Attributes:
        kind: "queue", "ivr" or "announcement".
        name: Its name, a queue's without its PBX.
    """

    kind: str
    name: str


class Moved(StrEnum):
    """Whether a call is being moved, or why not."""

    DONE = "done"
    NO_CALL = "no_call"
    NOT_TALKING = "not_talking"
    INSIDE_FIRST = "inside_first"
    NO_REGISTRATION = "no_registration"
    BUSY = "busy"


class Dialler:
    """Makes calls on the model and acts on running ones; it keeps nothing itself.

    Every `ring` is in seconds for one party, every `call_time` in seconds from the order until the call is cut, None
    for never. `done` is told once, and never before the order has returned.
    """

    def __init__(self, floor: Floor, flow: CallFlow) -> None:
        self._floor = floor
        self._flow = flow

    def originate(
        self,
        exten: str,
        number: str,
        *,
        inside_first: bool,
        ring: float,
        line: str,
        call_time: float | None,
        done: Done,
    ) -> Call:
        """An extension and an outside number are brought together."""
        call = self._floor.new_call(CallKind.OUTGOING, shown(number), "", line=line)
        call.caller_exten, call.outside_first = exten, not inside_first
        first, second = (exten, number) if inside_first else (number, exten)
        return self._pair(call, first, second, leaver=exten, ring=ring, call_time=call_time, done=done)

    def internal(self, caller: str, called: str, *, ring: float, call_time: float | None, done: Done) -> Call:
        """Two extensions are brought together."""
        call = self._floor.new_call(CallKind.INTERNAL, called, "", line=self._floor.plan.lines[0])
        call.caller_exten, call.dialled_exten = caller, called
        return self._pair(call, caller, called, leaver=called, ring=ring, call_time=call_time, done=done)

    def link(
        self,
        first: str,
        second: str,
        *,
        ring: float,
        line: str,
        call_time: float | None,
        done: Done,
        second_first: bool = False,
    ) -> Call:
        """Two outside numbers are brought together.

        Args:
            second_first: The second one is rung before the first one.
        """
        call = self._floor.new_call(CallKind.LINK, shown(first), "", line=line)
        call.dialled_exten, call.outside_first = shown(second), second_first
        order = (second, first) if second_first else (first, second)
        return self._pair(call, *order, leaver=second, ring=ring, call_time=call_time, done=done)

    def redirect(
        self,
        number: str,
        target: Target,
        *,
        ring: float,
        line: str,
        call_time: float | None,
        prefix: str = "",
        done: Done,
    ) -> Call:
        """An outside number is called and put into a queue, a menu or an announcement.

        Args:
            prefix: Shown before the number.
        """
        call = self._floor.new_call(CallKind.REDIRECT, f"{prefix}{shown(number)}", "", line=line)
        journey = Journey(self._floor, self._flow, call, done=done)
        journey.cut_after(call_time)
        self._floor.tell(Happened.DIALLED_OUT, call)
        journey.ring(number, ring, lambda outcome: self._put(journey, call, target, outcome))
        return call

    def hang_up(self, unique_id: str) -> bool:
        """End a call in whatever stage it is.

        Returns:
            Whether there was such a call.
        """
        call = self._floor.live.get(unique_id)
        if call is None:
            return False
        self._flow.hang_up(call)
        return True

    def mute(self, unique_id: str, direction: str, state: str) -> bool:
        """Take the sound away or give it back.

        Args:
            direction: "all", "in" or "out".
            state: "mute" or "unmute".

        Returns:
            Whether there was such a call.
        """
        call = self._floor.live.get(unique_id)
        if call is None:
            return False
        sides = SIDES[direction]
        call.muted = call.muted | sides if state == "mute" else call.muted - sides
        return True

    def transfer(self, unique_id: str, exten: str, *, attended: bool) -> Moved:
        """Move a conversation to an extension or an outside number."""
        call = self._floor.live.get(unique_id)
        if call is None:
            return Moved.NO_CALL
        journey = call.steering
        if call.answered is None or (isinstance(journey, Journey) and journey.moving):
            return Moved.NOT_TALKING
        if attended and not call.outside_first:
            return Moved.INSIDE_FIRST
        why = refusal(self._floor, exten)
        if why is not None:
            return Moved.BUSY if why is Outcome.BUSY else Moved.NO_REGISTRATION
        if not isinstance(journey, Journey):
            journey = Journey(self._floor, self._flow, call, served=self._floor.agents[call.answered_by])
        journey.move(exten, attended=attended)
        return Moved.DONE

    def _pair(
        self, call: Call, first: str, second: str, *, leaver: str, ring: float, call_time: float | None, done: Done
    ) -> Call:
        journey = Journey(self._floor, self._flow, call, done=done)
        journey.cut_after(call_time)
        # The order is the caller's own call, so an extension that rings first is not told of as being called.
        self._floor.tell(Happened.DIALLED_OUT, call, call.caller_exten)

        def both(outcome: Outcome) -> None:
            if outcome is not Outcome.SUCCESS:
                journey.fail(outcome)
                return
            exten = call.dialled_exten if call.kind is CallKind.INTERNAL else call.caller_exten
            leg = next(leg for leg in call.legs if leg.party == leaver)
            journey.through(exten, leg, self._floor.habits.talk_seconds())

        def one(outcome: Outcome) -> None:
            if outcome is Outcome.SUCCESS:
                journey.ring(second, ring, both)
            else:
                journey.fail(outcome)

        journey.ring(first, ring, one, announced=False)
        return call

    def _put(self, journey: Journey, call: Call, target: Target, outcome: Outcome) -> None:
        queue = self._floor.queues.get(target.name)
        if outcome is not Outcome.SUCCESS:
            journey.fail(outcome)
        elif target.kind != "queue":
            call.played = (target.kind, target.name)
            journey.through("", None, self._floor.habits.rng.uniform(5, 30))
            self._floor.tell(Happened.MENU, call)
        elif queue is None:
            journey.fail(Outcome.FAILED)
        else:
            journey.into_queue(queue)


def shown(number: str) -> str:
    """An outside number as the PBX shows it: with the 0 of the trunk prefix, without country; abroad with 00."""
    if len(number) == SHORT and not number.startswith("0"):
        return f"0{number}"
    if len(number) == len(COUNTRY) + SHORT and number.startswith(COUNTRY):
        return f"0{number.removeprefix(COUNTRY)}"
    return number
