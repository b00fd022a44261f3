"""What agents do by themselves: breaks, lost telephones, calls of their own. Supervisors' orders are in `desk`."""

from supervisor_gui.simulator.calls import CallFlow
from supervisor_gui.simulator.floor import Floor
from supervisor_gui.simulator.world import Agent, Member, PhoneState

TRY_AGAIN = 30.0


class Staff:
    """Keeps every agent's own plans going."""

    def __init__(self, floor: Floor, flow: CallFlow) -> None:
        self._floor = floor
        self._flow = flow
        self._habits = floor.habits
        self._after = floor.timeline.after

    def start(self) -> None:
        """Give every agent plans."""
        for agent in self._floor.agents.values():
            self._plan_break(agent)
            self._plan_loss(agent)
            self._plan_outgoing(agent)

    def show_every_state(self) -> None:
        """Make sure that a newly opened board has a lost telephone and a break to show."""
        idle = [agent for agent in self._floor.agents.values() if agent.state is PhoneState.IDLE]
        resting = any(member.paused for agent in self._floor.agents.values() for member in agent.members.values())
        lost = any(not agent.registered for agent in self._floor.agents.values())
        if not lost and len(idle) > 2:
            self._lose(idle.pop())
        if not resting and len(idle) > 1:
            self._begin_break(idle.pop())

    def _plan_break(self, agent: Agent) -> None:
        self._after(self._habits.until_break(), lambda: self._begin_break(agent))

    def _begin_break(self, agent: Agent) -> None:
        working = [member for member in agent.members.values() if not member.paused]
        if not working:
            self._plan_break(agent)
            return
        reason, seconds = self._habits.rest()
        chosen = working if self._habits.rests_everywhere() else [self._habits.rng.choice(working)]
        for member in chosen:
            self._mark(member, reason, paused=True)
        self._after(seconds, lambda: self._end_break(agent))

    def _end_break(self, agent: Agent) -> None:
        # A pause that a supervisor ordered meanwhile is not the agent's to end.
        for member in agent.members.values():
            if member.own_break and member.paused:
                self._mark(member, "", paused=False)
        self._flow.freed(agent)
        self._plan_break(agent)

    def _mark(self, member: Member, reason: str, *, paused: bool) -> None:
        member.paused, member.reason, member.own_break = paused, reason, paused
        self._floor.ledger.note_member(self._floor.now, member)

    def _plan_loss(self, agent: Agent) -> None:
        self._after(self._habits.until_phone_lost(), lambda: self._loss_due(agent))

    def _loss_due(self, agent: Agent) -> None:
        if agent.talking or not agent.registered:
            self._after(TRY_AGAIN, lambda: self._loss_due(agent))
        else:
            self._lose(agent)

    def _lose(self, agent: Agent) -> None:
        self._flow.lose_phone(agent)
        self._after(self._habits.phone_lost_seconds(), lambda: self._regain(agent))

    def _regain(self, agent: Agent) -> None:
        self._flow.regain_phone(agent)
        self._plan_loss(agent)

    def _plan_outgoing(self, agent: Agent) -> None:
        self._after(self._habits.until_outgoing(), lambda: self._outgoing_due(agent))

    def _outgoing_due(self, agent: Agent) -> None:
        if agent.available(self._floor.now):
            number, name = self._habits.caller()
            self._flow.call_out(agent, number or "05550000000", name)
        self._plan_outgoing(agent)
