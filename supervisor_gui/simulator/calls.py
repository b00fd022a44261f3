"""The life of a call, from its arrival to its record. Breaks and lost telephones are in `staff`."""

from itertools import accumulate

from supervisor_gui.simulator.floor import Floor, Happened
from supervisor_gui.simulator.world import Agent, Call, CallKind, Ending, Leg, Queue, running_average

REST_AFTER_NO_ANSWER = 8.0
RECORD_DELAY = 1.0


class CallFlow:
    """Moves calls along.

    A waiting caller who is not being offered stands in a queue without any free agent; every step keeps it so.
    """

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._habits = floor.habits
        self._after = floor.timeline.after
        self._shares: list[float] = []

    def start(self) -> None:
        """Let calls begin to arrive."""
        if self._habits.load > 0:
            self._after(self._habits.next_call(self._floor.now), self._next_arrival)

    def _next_arrival(self) -> None:
        self.arrive()
        self.start()

    def arrive(self) -> Call:
        """A customer calls and meets the voice menu, or dials an extension."""
        number, name = self._habits.caller()
        call = self._floor.new_call(CallKind.QUEUE, number, name)
        self._floor.tell(Happened.ARRIVED, call)
        if self._habits.goes_direct() and (agent := self._some_free_agent()):
            call.kind = CallKind.DIRECT
            self._offer(call, agent)
        else:
            self._enter_menu(call)
        return call

    def arrive_in_queue(self, queue: Queue, number: str, name: str, *, patience: float | None, held: bool) -> Call:
        """A caller stands in a queue at once, without a menu.

        Args:
            patience: Seconds until the caller gives up; None to draw it.
            held: Nobody is offered the call.
        """
        call = self._floor.new_call(CallKind.QUEUE, number, name)
        call.held = held
        self._floor.tell(Happened.ARRIVED, call)
        self.enter_queue(call, queue, patience)
        return call

    def _some_free_agent(self) -> Agent | None:
        agents = list(self._floor.agents.values())
        for _ in range(5):
            agent = self._habits.rng.choice(agents)
            if agent.available(self._floor.now) and not agent.external:
                return agent
        return None

    def _enter_menu(self, call: Call) -> None:
        self._floor.tell(Happened.MENU, call)
        seconds = self._habits.menu_seconds()
        if self._habits.leaves_menu():
            call.step = self._after(seconds, lambda: self.finish(call, Ending.LEFT_MENU))
            return
        queue = self._some_queue()
        call.step = self._after(seconds, lambda: self._choose(call, queue))

    def _some_queue(self) -> Queue:
        queues = list(self._floor.queues.values())
        if len(self._shares) != len(queues):
            self._shares = list(accumulate(busyness(place) for place in range(len(queues))))
        return self._habits.rng.choices(queues, cum_weights=self._shares)[0]

    def _choose(self, call: Call, queue: Queue) -> None:
        self._floor.tell(Happened.KEY, call)
        self.enter_queue(call, queue)

    def enter_queue(self, call: Call, queue: Queue, patience: float | None = None) -> None:
        """The caller stands in a queue from now on, for `patience` seconds at most; None to draw them."""
        call.queue = queue.name
        call.queued = self._floor.now
        queue.waiting[call.id] = call
        self._floor.tell(Happened.QUEUED, call)
        seconds = self._habits.patience() if patience is None else patience
        call.patience = self._after(seconds, lambda: self.abandon(call))
        self._offer_best(call)

    def _offer_best(self, call: Call) -> None:
        if not call.held and (agent := self._best(self._floor.queues[call.queue])):
            self._offer(call, agent)

    def _best(self, queue: Queue) -> Agent | None:
        now = self._floor.now
        best: Agent | None = None
        best_key = (0, 0.0, "")
        for member in queue.members.values():
            agent = self._floor.agents[member.exten]
            if member.paused or not agent.available(now):
                continue
            key = (member.penalty, agent.idle_since, agent.exten)
            if best is None or key < best_key:
                best, best_key = agent, key
        return best

    def _offer(self, call: Call, agent: Agent) -> None:
        self.ring(call, agent)
        if self._habits.picks_up(external=agent.external):
            call.step = self._after(self._habits.pick_up_seconds(external=agent.external), lambda: self.answer(call))
        else:
            call.step = self._after(self._habits.ring_seconds(), lambda: self.no_answer(call))

    def ring(self, call: Call, agent: Agent) -> None:
        """Let the agent's telephone ring for the call, without deciding how that ends."""
        agent.call, agent.talking, call.ringing = call, False, agent
        call.open_offer(agent.exten, self._floor.now)
        self._floor.note_state(agent)
        self._floor.tell(Happened.OFFERED, call, agent.exten)

    def ring_directly(self, agent: Agent, number: str) -> Call:
        """The agent's telephone rings for a direct call until somebody steps in."""
        call = self._floor.new_call(CallKind.DIRECT, number, "")
        self._floor.tell(Happened.ARRIVED, call)
        self.ring(call, agent)
        return call

    def freed(self, agent: Agent) -> None:
        """The agent may have become free: the longest waiting caller of the agent's queues is offered."""
        if not agent.available(self._floor.now):
            return
        longest: Call | None = None
        for member in agent.members.values():
            if member.paused:
                continue
            call = first_unoffered(self._floor.queues[member.queue])
            if call and (longest is None or (call.queued or 0.0) < (longest.queued or 0.0)):
                longest = call
        if longest:
            self._offer(longest, agent)

    def answer(self, call: Call) -> None:
        """The ringing telephone is picked up."""
        if call.steering:
            call.steering.pick_up()
            return
        agent = call.ringing
        if agent is None:
            return
        self._stop_step(call)
        call.ringing, agent.talking = None, True
        call.close_offer(self._floor.now, "answered")
        call.answered, call.answered_by = self._floor.now, agent.exten
        self._floor.note_state(agent)
        queued = call.waiting
        if queued:
            self._leave_queue(call)
            queue = self._floor.queues[call.queue]
            queue.holdtime = running_average(queue.holdtime, int(call.answered) - int(call.queued or 0))
            self._floor.ledger.note_counters(self._floor.now, queue)
        self._floor.tell(Happened.ANSWERED, call, agent.exten)
        if queued:
            self._floor.tell(Happened.LEFT_QUEUE, call, agent.exten)
        call.step = self._after(self._habits.talk_seconds(), lambda: self.end(call))

    def no_answer(self, call: Call) -> None:
        """The telephone rang to the end: the next agent, or the end of a call that was for this one."""
        agent = self._stop_ringing(call, "no_answer")
        if agent:
            self._rest(agent, REST_AFTER_NO_ANSWER)
        if call.waiting:
            self._offer_best(call)
        else:
            self.finish(call, Ending.UNANSWERED)

    def abandon(self, call: Call) -> None:
        """The caller gives up waiting."""
        if not call.waiting:
            return
        agent = self._stop_ringing(call, "caller_left")
        self._leave_queue(call)
        queue = self._floor.queues[call.queue]
        queue.abandoned += 1
        self._floor.ledger.note_counters(self._floor.now, queue)
        self._floor.tell(Happened.LEFT_QUEUE, call)
        self.finish(call, Ending.ABANDONED)
        if agent:
            self.freed(agent)

    def end(self, call: Call) -> None:
        """A conversation ends; the PBX counts it now."""
        self._stop_step(call)
        self.part(call, self._floor.agents[call.answered_by])
        self.finish(call, Ending.COMPLETED)

    def part(self, call: Call, agent: Agent) -> None:
        """The agent who answered leaves the call, which may go on without; what a queue brought is counted."""
        agent.idle_since = self._floor.now
        self._put_down(agent)
        if call.queue:
            queue = self._floor.queues[call.queue]
            queue.completed += 1
            queue.talktime = running_average(queue.talktime, int(self._floor.now) - int(call.answered or 0))
            self._floor.ledger.note_counters(self._floor.now, queue)
        self._rest(agent, self._habits.wrap_up_seconds())

    def hang_up(self, call: Call) -> None:
        """End a call in whatever stage it is; an ended one stays as it is."""
        if call.ended is not None:
            return
        if call.steering:
            call.steering.hang_up()
        elif call.waiting:
            self.abandon(call)
        elif call.answered is not None:
            self.end(call)
        else:
            agent = self._stop_ringing(call, "caller_left") or self._dialler(call)
            self._stop_step(call)
            menu = call.kind is CallKind.QUEUE
            self.finish(call, Ending.LEFT_MENU if menu else Ending.UNANSWERED)
            if agent:
                self._let_go(agent)

    def call_out(self, agent: Agent, number: str, name: str, *, dials: float | None = None) -> Call:
        """The agent calls somebody; the telephone counts as talking from the first moment.

        Args:
            dials: Seconds until the other party answers; None to draw it, with the chance of no answer.
        """
        call = self._floor.new_call(CallKind.OUTGOING, number, name)
        call.caller_exten = agent.exten
        agent.call, agent.talking = call, True
        self._floor.note_state(agent)
        self._floor.tell(Happened.DIALLED_OUT, call, agent.exten)
        if dials is not None or self._habits.picks_up(external=True):
            seconds = self._habits.pick_up_seconds(external=True) if dials is None else dials
            call.step = self._after(seconds, lambda: self._answered_outside(call, agent))
        else:
            call.step = self._after(self._habits.ring_seconds(), lambda: self.hang_up(call))
        return call

    def _answered_outside(self, call: Call, agent: Agent) -> None:
        call.answered, call.answered_by = self._floor.now, agent.exten
        self._floor.tell(Happened.ANSWERED, call, agent.exten)
        call.step = self._after(self._habits.talk_seconds(), lambda: self.end(call))

    def lose_phone(self, agent: Agent) -> None:
        """The telephone drops off the PBX; what rang there goes to the next agent, a conversation ends."""
        call = agent.call
        agent.registered = False
        if call is not None and call.steering:
            call.steering.phone_lost(agent)
        elif call is not None and agent.talking:
            self.hang_up(call)
        elif call is not None:
            self._stop_ringing(call, "phone_lost")
            if call.waiting:
                self._offer_best(call)
            else:
                self.finish(call, Ending.UNANSWERED)
        self._floor.note_state(agent)

    def regain_phone(self, agent: Agent) -> None:
        """The telephone is back."""
        agent.registered = True
        self._floor.note_state(agent)
        self.freed(agent)

    def _dialler(self, call: Call) -> Agent | None:
        return self._floor.agents[call.caller_exten] if call.caller_exten else None

    def _stop_ringing(self, call: Call, outcome: str) -> Agent | None:
        agent = call.ringing
        if agent is None:
            return None
        self._stop_step(call)
        call.ringing, agent.call = None, None
        call.close_offer(self._floor.now, outcome)
        self._floor.note_state(agent)
        return agent

    def _leave_queue(self, call: Call) -> None:
        del self._floor.queues[call.queue].waiting[call.id]
        call.left_queue = self._floor.now
        if call.patience:
            call.patience.cancel()

    def finish(self, call: Call, ending: Ending) -> None:
        """The call is over: whoever was dialled for it is let go, and its record follows."""
        call.ended, call.ending, call.steering = self._floor.now, ending, None
        self._floor.live.pop(call.id, None)
        for leg in call.legs:
            if leg.ended is None:
                self.close_leg(call, leg)
        self._floor.tell(Happened.ENDED, call, call.answered_by)
        self._after(RECORD_DELAY, lambda: self._floor.tell(Happened.RECORDED, call, call.answered_by))

    def close_leg(self, call: Call, leg: Leg) -> None:
        """A party that was dialled is out of the call; its telephone is free after its rest."""
        leg.ended = self._floor.now
        agent = self._floor.phone(leg.party)
        if agent is None or agent.call is not call:
            return
        if leg.answered is not None:
            agent.idle_since = self._floor.now
        rest = self._habits.wrap_up_seconds() if leg.answered is not None else REST_AFTER_NO_ANSWER
        self._put_down(agent)
        self._rest(agent, rest)

    def _put_down(self, agent: Agent) -> None:
        agent.call, agent.talking = None, False
        self._floor.note_state(agent)

    def _let_go(self, agent: Agent) -> None:
        self._put_down(agent)
        self.freed(agent)

    def _rest(self, agent: Agent, seconds: float) -> None:
        agent.free_from = self._floor.now + seconds
        self._after(seconds, lambda: self.freed(agent))

    @staticmethod
    def _stop_step(call: Call) -> None:
        if call.step:
            call.step.cancel()


def busyness(place: int) -> float:
    """Share of the calls for the queue at `place`, counted from 0: the first ones get more."""
    return float((place + 1) ** -0.5)


def first_unoffered(queue: Queue) -> Call | None:
    """The caller at the head of a queue for whom no telephone rings."""
    return next((call for call in queue.waiting.values() if call.ringing is None and not call.held), None)
