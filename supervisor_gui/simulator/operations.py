"""The commands of the PBX, one row each, for the HTTP and the socket face alike. Credentials are not looked at."""

from collections.abc import Callable, Mapping

import msgspec

from supervisor_gui.simulator import answers
from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.desk import Verdict
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.operations_calls import CALL_TABLE, CallOperation, CallOperations
from supervisor_gui.simulator.orders import Order, Reply, is_digits, is_extension

__all__ = ["Operation", "Operations", "Order"]


class Operation(msgspec.Struct, frozen=True):
    """One command.

    Attributes:
        filled: Parameters that must be there and not empty.
        present: Parameters that must be there and may be empty.
    """

    run: Callable[["Operations", Order], Reply]
    filled: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


class Operations:
    """Carries commands out on the model and answers in the PBX's words."""

    def __init__(self, engine: Engine, limits: Limits, *, queue_required: bool) -> None:
        self._engine = engine
        self._limits = limits
        self._queue_required = queue_required
        self.calls = CallOperations(engine)

    @staticmethod
    def knows(operation: str) -> bool:
        """Whether there is such a command."""
        return operation in TABLE

    async def answer(self, order: Order) -> Json:
        """The answer to a command of somebody who has been let in."""
        row = TABLE.get(order.operation)
        if row is None:
            return answers.WRONG_URI
        if not all(order.get(name) for name in row.filled) or not all(name in order.params for name in row.present):
            return answers.MISSING_PARAMETER
        self._engine.catch_up()
        reply = row.run(self, order)
        self._engine.wake()
        return reply if isinstance(reply, dict) else await reply

    def close(self) -> None:
        """Answer everything that still waits for a call."""
        self.calls.close()

    def queuestats(self, order: Order) -> Json:
        """Live state of one queue, or of all when none is named."""
        if not self._limits.grants("queuestats", order.account):
            return answers.TOO_MANY
        centre = self._engine.centre
        name = order.get("queue")
        if not name and self._queue_required:
            return answers.MISSING_PARAMETER
        queue = centre.queues.get(answers.short_name(order.pbx, name))
        if name and queue is None:
            return answers.no_such_queue(order.pbx)
        chosen = [queue] if queue else list(centre.queues.values())
        return answers.queue_status(order.get("crm_id"), order.pbx, chosen, centre.agents, centre.now)

    def agentlogin(self, order: Order) -> Json:
        """An extension into a queue."""
        exten, penalty, paused = order.get("exten"), order.get("penalty"), order.get("paused")
        if not is_extension(exten) or paused not in {"0", "1"} or not is_digits(penalty, 1, 2):
            return answers.MISSING_PARAMETER
        verdict = self._engine.centre.desk.add_member(
            exten, answers.short_name(order.pbx, order.get("queue")), penalty=int(penalty), paused=paused == "1"
        )
        return self._reply(order, verdict, LOGIN_TEXTS)

    def agentlogoff(self, order: Order) -> Json:
        """An extension out of a queue."""
        queue = answers.short_name(order.pbx, order.get("queue"))
        verdict = self._engine.centre.desk.remove_member(order.get("exten"), queue)
        return self._reply(order, verdict, LOGOFF_TEXTS)

    def agentpause(self, order: Order) -> Json:
        """A break on or off in one queue."""
        if order.get("paused") not in {"0", "1"}:
            return answers.MISSING_PARAMETER
        verdict = self._engine.centre.desk.set_pause(
            order.get("exten"),
            answers.short_name(order.pbx, order.get("queue")),
            paused=order.get("paused") == "1",
            reason=order.get("reason"),
        )
        return self._reply(order, verdict, PAUSE_TEXTS)

    @staticmethod
    def _reply(order: Order, verdict: Verdict, texts: Mapping[Verdict, str]) -> Json:
        if verdict is Verdict.DONE:
            return answers.member_done(order.get("crm_id"))
        return answers.queue_error(texts[verdict])


LOGIN_TEXTS: Mapping[Verdict, str] = {
    Verdict.NO_QUEUE: answers.ADD_NO_QUEUE,
    Verdict.ALREADY_THERE: answers.ADD_ALREADY,
}
LOGOFF_TEXTS: Mapping[Verdict, str] = {
    Verdict.NO_QUEUE: answers.REMOVE_NO_QUEUE,
    Verdict.NOT_THERE: answers.REMOVE_NOT_THERE,
    Verdict.NOT_DYNAMIC: answers.REMOVE_STATIC,
}
PAUSE_TEXTS: Mapping[Verdict, str] = {Verdict.NOT_THERE: answers.PAUSE_NOT_THERE}

MEMBER = ("crm_id", "exten", "queue")


def _on_calls(row: CallOperation) -> Operation:
    return Operation(lambda operations, order: row.run(operations.calls, order), row.filled, row.present)


TABLE: Mapping[str, Operation] = {
    "queuestats": Operation(Operations.queuestats, filled=("crm_id",)),
    "agentlogin": Operation(Operations.agentlogin, filled=(*MEMBER, "paused", "penalty")),
    "agentlogoff": Operation(Operations.agentlogoff, filled=MEMBER),
    "agentpause": Operation(Operations.agentpause, filled=(*MEMBER, "paused"), present=("reason",)),
} | {name: _on_calls(row) for name, row in CALL_TABLE.items()}
