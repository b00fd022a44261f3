"""What a supervisor can order: members into and out of queues, breaks on and off. It decides, and says why not."""

from enum import StrEnum

from supervisor_gui.simulator.calls import CallFlow
from supervisor_gui.simulator.floor import Floor
from supervisor_gui.simulator.world import Agent, Member


class Verdict(StrEnum):
    """What became of an order."""

    DONE = "done"
    NO_QUEUE = "no_queue"
    ALREADY_THERE = "already_there"
    NOT_THERE = "not_there"
    NOT_DYNAMIC = "not_dynamic"


class Desk:
    """Carries out orders on memberships."""

    def __init__(self, floor: Floor, flow: CallFlow) -> None:
        self._floor = floor
        self._flow = flow

    def add_member(
        self,
        exten: str,
        queue: str,
        *,
        penalty: int,
        paused: bool = False,
        dynamic: bool = True,
        external: bool = False,
    ) -> Verdict:
        """Put a telephone into a queue; an extension nobody knows becomes one that is not registered."""
        place = self._floor.queues.get(queue)
        if place is None:
            return Verdict.NO_QUEUE
        if exten in place.members:
            return Verdict.ALREADY_THERE
        agent = self._agent(exten, external=external)
        member = Member(exten, queue, dynamic, penalty, paused)
        place.members[exten] = agent.members[queue] = member
        self._floor.ledger.note_member(self._floor.now, member)
        self._flow.freed(agent)
        return Verdict.DONE

    def remove_member(self, exten: str, queue: str) -> Verdict:
        """Take a telephone out of a queue; what rings or is talked there goes on."""
        place = self._floor.queues.get(queue)
        if place is None:
            return Verdict.NO_QUEUE
        member = place.members.get(exten)
        if member is None:
            return Verdict.NOT_THERE
        if not member.dynamic:
            return Verdict.NOT_DYNAMIC
        del place.members[exten]
        del self._floor.agents[exten].members[queue]
        self._floor.ledger.note_member(self._floor.now, member, present=False)
        return Verdict.DONE

    def set_pause(self, exten: str, queue: str, *, paused: bool, reason: str) -> Verdict:
        """Begin or end a break in one queue; a break ordered here lasts until it is ended here."""
        place = self._floor.queues.get(queue)
        member = place.members.get(exten) if place else None
        if member is None:
            return Verdict.NOT_THERE
        member.paused, member.reason, member.own_break = paused, reason if paused else "", False
        self._floor.ledger.note_member(self._floor.now, member)
        if not paused:
            self._flow.freed(self._floor.agents[exten])
        return Verdict.DONE

    def _agent(self, exten: str, *, external: bool) -> Agent:
        agent = self._floor.agents.get(exten)
        if agent is None:
            agent = Agent(exten, "", self._floor.now, external=external, registered=external)
            self._floor.agents[exten] = agent
            self._floor.note_state(agent)
        return agent
