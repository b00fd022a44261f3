"""The call centre as a whole: built from a plan, moved through simulated time. It speaks to no network."""

import gc
import random
from collections.abc import Iterator
from contextlib import contextmanager

from supervisor_gui.simulator.calls import CallFlow, busyness
from supervisor_gui.simulator.desk import Desk
from supervisor_gui.simulator.floor import Floor, Listener, Plan
from supervisor_gui.simulator.habits import Habits
from supervisor_gui.simulator.ledger import Ledger
from supervisor_gui.simulator.names import agent_name, queue_name
from supervisor_gui.simulator.staff import Staff
from supervisor_gui.simulator.wire_dates import DAY, midnight
from supervisor_gui.simulator.world import Agent, Member, Queue

LONGEST_WARM_UP = 3 * 3600.0
SHORTEST_WARM_UP = 300.0
WARM_UP_CALLS = 4000


class CallCentre:
    """A simulated call centre.

    Args:
        plan: Its size and seed.
        start: Simulated time in epoch seconds at which it comes to life.
    """

    def __init__(self, plan: Plan, start: float) -> None:
        self._rng = random.Random(plan.seed)
        self.floor = Floor(plan, start, Habits(self._rng, plan.busy_load))
        self.flow = CallFlow(self.floor)
        self.desk = Desk(self.floor, self.flow)
        self._staff = Staff(self.floor, self.flow)
        self._populate(plan)
        if plan.busy_load > 0:
            self.flow.start()
            self._staff.start()

    @property
    def now(self) -> float:
        """Simulated time in epoch seconds."""
        return self.floor.now

    @property
    def ledger(self) -> Ledger:
        """What truly happened."""
        return self.floor.ledger

    @property
    def queues(self) -> dict[str, Queue]:
        """The queues by name."""
        return self.floor.queues

    @property
    def agents(self) -> dict[str, Agent]:
        """The telephones by extension or outside number."""
        return self.floor.agents

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of everything that happens from now on."""
        self.floor.listeners.append(listener)

    def run_until(self, when: float) -> int:
        """Move simulated time on.

        Returns:
            How many things happened.
        """
        return self.floor.timeline.run_until(when)

    def next_at(self) -> float | None:
        """When the next thing happens; None in a still world."""
        return self.floor.timeline.next_at()

    def show_every_state(self) -> None:
        """Make sure that a newly opened board has something to show of everything."""
        if self.floor.plan.busy_load > 0:
            self._staff.show_every_state()

    def _populate(self, plan: Plan) -> None:
        for index in range(plan.queues):
            name = queue_name(index)
            self.floor.queues[name] = Queue(name)
            self.ledger.note_counters(self.now, self.floor.queues[name])
        first = 101 if plan.agents <= 899 else 1001
        queues = list(self.floor.queues.values())
        weights = [busyness(place) for place in range(len(queues))]
        for index in range(plan.agents):
            exten = str(first + index)
            agent = Agent(exten, agent_name(index), self.now - self._rng.uniform(0, 600))
            self.floor.agents[exten] = agent
            # Every queue gets one agent before the busy ones get more.
            primary = queues[index] if index < len(queues) else self._rng.choices(queues, weights)[0]
            self._join(agent, primary, self._rng.choice((0, 0, 1, 1, 2)))
            for chance in (0.4, 0.15):
                other = self._rng.choice(queues)
                if self._rng.random() < chance and other.name not in agent.members:
                    self._join(agent, other, self._rng.choice((2, 3, 5)))
            self.floor.note_state(agent)

    def _join(self, agent: Agent, queue: Queue, penalty: int) -> None:
        member = Member(agent.exten, queue.name, self._rng.random() < 0.45, penalty)
        queue.members[agent.exten] = agent.members[queue.name] = member
        self.ledger.note_member(self.now, member)


def warmed(plan: Plan, now: float, history_days: int = 0) -> CallCentre:
    """A call centre that has already run for a while when simulated time is `now`.

    Args:
        history_days: Whole Turkish days before today of which every call is to be known; 0 for a short warm-up.
    """
    centre = CallCentre(plan, _beginning(plan, now, history_days))
    with uncollected():
        while centre.now + DAY < now:
            centre.run_until(centre.now + DAY)
            _tidy(centre)
        centre.run_until(now)
        _tidy(centre)
    centre.show_every_state()
    return centre


@contextmanager
def uncollected() -> Iterator[None]:
    """Build without garbage collection: it would look at every call of every day again and again and find nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _beginning(plan: Plan, now: float, history_days: int) -> float:
    if history_days:
        return midnight(now) - history_days * DAY
    load = plan.busy_load
    return now - min(LONGEST_WARM_UP, max(SHORTEST_WARM_UP, WARM_UP_CALLS / load * 3600)) if load > 0 else now


def _tidy(centre: CallCentre) -> None:
    """Keep of the days gone by the calls only: what else is known of them would fill the memory."""
    centre.ledger.forget_before(centre.now - LONGEST_WARM_UP)
    for call in centre.ledger.arrived_between(centre.now - 2 * DAY, centre.now):
        if call.ended is not None:
            call.step = call.patience = None
