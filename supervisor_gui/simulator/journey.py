"""One ordered call on its way: parties ring, talk, are moved and let go. Which ones is decided in `dialling`."""

from collections.abc import Callable

from supervisor_gui.simulator.calls import CallFlow
from supervisor_gui.simulator.floor import Floor, Happened, outside
from supervisor_gui.simulator.outcomes import Done, Outcome, reaction
from supervisor_gui.simulator.timeline import Timer
from supervisor_gui.simulator.world import Agent, Call, Ending, Leg, Queue

# A call that cannot be made is refused a moment later, never before the order itself has been taken.
REFUSAL_SECONDS = 0.2
TRANSFER_RING = 30.0


def refusal(floor: Floor, party: str) -> Outcome | None:
    """Why a party cannot be rung now; None when it can."""
    agent = floor.phone(party)
    if agent is None:
        return None if outside(party) else Outcome.NO_REGISTRATION
    if not agent.registered:
        return Outcome.NO_REGISTRATION
    return Outcome.BUSY if agent.call is not None else None


class Journey:
    """Steers one call.

    Args:
        done: Told once how the order came out.
        served: The agent who talks on a call that is taken over from the ordinary flow, until it is moved.
    """

    def __init__(
        self, floor: Floor, flow: CallFlow, call: Call, *, done: Done | None = None, served: Agent | None = None
    ) -> None:
        self._floor = floor
        self._flow = flow
        self._call = call
        self._done = done
        self._served = served
        self._leaver: Leg | None = None
        self._ringing: Leg | None = None
        self._told: Callable[[Outcome], None] | None = None
        self._ring: Timer | None = None
        self._cut: Timer | None = None
        call.steering = self

    @property
    def moving(self) -> bool:
        """Whether a party is being rung."""
        return self._ringing is not None

    def cut_after(self, seconds: float | None) -> None:
        """End the call that long from now at the latest, whoever has it then; None for never."""
        if seconds is not None:
            self._cut = self._floor.timeline.after(seconds, lambda: self._flow.hang_up(self._call))

    def ring(self, party: str, seconds: float, told: Callable[[Outcome], None], *, announced: bool = True) -> None:
        """Dial a party and tell how that came out.

        Args:
            seconds: How long it rings at most.
            announced: A ringing extension is told of on the event stream.
        """
        leg = Leg(party, self._floor.now)
        self._call.legs.append(leg)
        self._ringing, self._told = leg, told
        outcome = refusal(self._floor, party)
        if outcome:
            leg.outcome, wait = outcome, REFUSAL_SECONDS
        else:
            if agent := self._floor.phone(party):
                agent.call, agent.talking = self._call, False
                self._floor.note_state(agent)
            inside = not outside(party)
            if inside and announced:
                self._floor.tell(Happened.OFFERED, self._call, party)
            outcome, wait = reaction(self._floor.habits.rng, seconds, inside=inside)
        self._ring = self._floor.timeline.after(wait, lambda: self._rung(outcome))

    def pick_up(self) -> None:
        """The party that rings answers now."""
        if self._ringing and self._ringing.outcome == "ringing":
            self._rung(Outcome.SUCCESS)

    def _rung(self, outcome: Outcome) -> None:
        leg, told = self._ringing, self._told
        if leg is None or told is None:
            return
        self._stop_ring()
        if outcome is Outcome.SUCCESS:
            leg.answered, leg.outcome = self._floor.now, "answered"
            if agent := self._floor.phone(leg.party):
                agent.talking = True
                self._floor.note_state(agent)
        else:
            leg.outcome = outcome
            self._flow.close_leg(self._call, leg)
        told(outcome)

    def _stop_ring(self) -> None:
        if self._ring:
            self._ring.cancel()
        self._ringing = self._told = self._ring = None

    def through(self, exten: str, leaver: Leg | None, seconds: float) -> None:
        """The parties talk from now on.

        Args:
            exten: The extension that counts as the one who answered; empty for none.
            leaver: Who is replaced when the call is moved.
            seconds: How long they will talk.
        """
        call = self._call
        call.answered, call.answered_by = self._floor.now, exten
        self._leaver = leaver
        self._floor.tell(Happened.ANSWERED, call, exten)
        call.step = self._floor.timeline.after(seconds, self.hang_up)
        self._tell(Outcome.SUCCESS)

    def into_queue(self, queue: Queue) -> None:
        """The called party becomes a waiting caller; the ordinary flow has the call from now on."""
        self._call.steering = None
        self._tell(Outcome.SUCCESS)
        self._flow.enter_queue(self._call, queue)

    def fail(self, outcome: Outcome) -> None:
        """The order came to nothing: the call ends."""
        self._close(outcome)

    def hang_up(self) -> None:
        """The call ends now; what was not through yet counts as failed for no known reason."""
        self._close(Outcome.UNKNOWN)

    def _close(self, outcome: Outcome) -> None:
        call = self._call
        if self._ringing and self._ringing.outcome == "ringing":
            self._ringing.outcome = "caller_left"
        self._stop_ring()
        for timer in (self._cut, call.step):
            if timer:
                timer.cancel()
        self._flow.finish(call, Ending.COMPLETED if call.answered is not None else Ending.UNANSWERED)
        self._tell(outcome)

    def phone_lost(self, agent: Agent) -> None:
        """What rang there failed; a conversation ends."""
        if self._ringing and self._floor.phone(self._ringing.party) is agent:
            self._rung(Outcome.NO_REGISTRATION)
        else:
            self.hang_up()

    def move(self, party: str, *, attended: bool) -> None:
        """Dial another party in place of the one who serves the call.

        Args:
            attended: The one who serves stays until the other has answered, and keeps the call when nobody does.
        """
        if not attended:
            if self._call.step:
                self._call.step.cancel()
            self._leave(party)
        self.ring(party, TRANSFER_RING, lambda outcome: self._moved(party, outcome, attended=attended))
        if not attended:
            self._call.legs[-1].moved = self._floor.now

    def _moved(self, party: str, outcome: Outcome, *, attended: bool) -> None:
        call = self._call
        if outcome is not Outcome.SUCCESS:
            if not attended:
                self.hang_up()
            return
        if attended:
            if call.step:
                call.step.cancel()
            self._leave(party)
            call.legs[-1].moved = self._floor.now
        self._leaver = call.legs[-1]
        self._floor.tell(Happened.ANSWERED, call, "" if outside(party) else party)
        call.step = self._floor.timeline.after(self._floor.habits.talk_seconds(), self.hang_up)

    def _leave(self, party: str) -> None:
        call = self._call
        call.transferred_to = party
        if call.transferred is None:
            call.transferred = self._floor.now
        served, self._served = self._served, None
        leaver, self._leaver = self._leaver, None
        if served:
            self._flow.part(call, served)
        elif leaver:
            self._flow.close_leg(call, leaver)

    def _tell(self, outcome: Outcome) -> None:
        done, self._done = self._done, None
        if done:
            done(self._call, outcome)
