"""Small interventions into the model for tests: a call, an abandon, a telephone's state. No wire."""

from collections.abc import Callable, Mapping
from typing import Any

from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.truth import call_truth
from supervisor_gui.simulator.world import Agent, Call, PhoneState, Queue

Body = dict[str, Any]
FOREVER = 10.0**9


class WrongVerbError(ValueError):
    """What is asked cannot be done; the text says why."""


class Interventions:
    """Applies `{"verb": {…}}` to the model."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def apply(self, body: Body) -> object:
        """Carry out every verb in the body, in its order.

        Returns:
            The results by verb, and `now`.

        Raises:
            WrongVerbError: A verb or what it names is unknown.
        """
        self._engine.catch_up()
        results: Body = {}
        for verb, details in body.items():
            if verb not in VERBS or not isinstance(details, dict):
                raise WrongVerbError(f"verbs with an object each: {', '.join(VERBS)}")
            results[verb] = VERBS[verb](self, details)
        self._engine.wake()
        return results | {"now": self._engine.centre.now}

    def arrive(self, details: Body) -> object:
        """A caller stands in a queue: queue, number, name, patience in seconds, hold (nobody is offered it)."""
        patience = details.get("patience")
        held = details.get("hold") is True
        call = self._engine.centre.flow.arrive_in_queue(
            self._queue(details),
            str(details.get("number", "05550001122")),
            str(details.get("name", "")),
            patience=float(patience) if patience is not None else FOREVER if held else None,
            held=held,
        )
        return call_truth(call)

    def abandon(self, details: Body) -> object:
        """A waiting caller gives up: call (its id) or number."""
        call = self._call(details)
        if not call.waiting:
            raise WrongVerbError("that caller is not waiting")
        self._engine.centre.flow.abandon(call)
        return call_truth(call)

    def end(self, details: Body) -> object:
        """A call ends in whatever stage it is: call or number."""
        call = self._call(details)
        self._engine.centre.flow.hang_up(call)
        return call_truth(call)

    def answer(self, details: Body) -> object:
        """A ringing call is picked up at once: call or number."""
        call = self._call(details)
        if call.ringing is None and call.steering is None:
            raise WrongVerbError("that call does not ring")
        self._engine.centre.flow.answer(call)
        return call_truth(call)

    def phone(self, details: Body) -> object:
        """A telephone's state: exten, state (offline, idle, ringing, talking)."""
        agent = self._agent(details)
        state = str(details.get("state", ""))
        if state not in set(PhoneState):
            raise WrongVerbError(f"state is one of {', '.join(PhoneState)}")
        self._set_phone(agent, PhoneState(state))
        return {"exten": agent.exten, "state": agent.state}

    def _set_phone(self, agent: Agent, state: PhoneState) -> None:
        flow = self._engine.centre.flow
        if agent.call is not None:
            flow.hang_up(agent.call)
        if agent.call is not None:
            raise WrongVerbError("the next caller rings already; keep the queue empty first")
        agent.free_from = 0.0
        if state is PhoneState.OFFLINE:
            flow.lose_phone(agent)
            return
        flow.regain_phone(agent)
        if state is PhoneState.TALKING and agent.call is None:
            flow.call_out(agent, "05550009900", "", dials=0.0)
        elif state is PhoneState.RINGING and agent.call is None:
            flow.ring_directly(agent, "05550009901")

    def pause(self, details: Body) -> object:
        """A break as a supervisor orders it: exten, paused, reason, queue (all when left out)."""
        agent = self._agent(details)
        queues = [self._queue(details).name] if "queue" in details else list(agent.members)
        paused, reason = details.get("paused") is True, str(details.get("reason", ""))
        for queue in queues:
            self._engine.centre.desk.set_pause(agent.exten, queue, paused=paused, reason=reason)
        return {"exten": agent.exten, "queues": queues}

    def reset(self, details: Body) -> object:
        """The PBX's counters begin again: queue (all when left out)."""
        centre = self._engine.centre
        queues = [self._queue(details)] if "queue" in details else list(centre.queues.values())
        for queue in queues:
            queue.completed = queue.abandoned = queue.holdtime = queue.talktime = 0
            centre.ledger.note_counters(centre.now, queue)
        return {"queues": [queue.name for queue in queues]}

    def _queue(self, details: Body) -> Queue:
        queue = self._engine.centre.queues.get(str(details.get("queue", "")))
        if queue is None:
            raise WrongVerbError("no such queue; it is named without its PBX")
        return queue

    def _agent(self, details: Body) -> Agent:
        agent = self._engine.centre.agents.get(str(details.get("exten", "")))
        if agent is None:
            raise WrongVerbError("no such extension")
        return agent

    def _call(self, details: Body) -> Call:
        wanted, number = details.get("call"), details.get("number")
        for call in reversed(self._engine.centre.ledger.calls):
            if call.ended is None and (call.id == wanted or (number is not None and call.number == number)):
                return call
        raise WrongVerbError("no such call")


VERBS: Mapping[str, Callable[[Interventions, Body], object]] = {
    "arrive": Interventions.arrive,
    "abandon": Interventions.abandon,
    "end": Interventions.end,
    "answer": Interventions.answer,
    "phone": Interventions.phone,
    "pause": Interventions.pause,
    "reset": Interventions.reset,
}
