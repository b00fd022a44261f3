"""Queue status, the agents of a queue and its outside numbers: one method an operation. It keeps no state."""

from collections.abc import Hashable, Mapping

from supervisor_gui.netsantral import codec
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.names import full_name, national_number, short_name
from supervisor_gui.netsantral.requester import Fields, Requester, Sent, Turn
from supervisor_gui.netsantral.types import CommandAnswer, QueueStatus
from supervisor_gui.netsantral.wire_json import encoded_json

_COMMANDS: Mapping[str, str] = {"add_number": "queueaddnumber", "remove_number": "queuedelnumber"}


class QueueOperations(Requester):
    """Operations on queues and their members."""

    async def queue_status(
        self,
        queue: str | None,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> QueueStatus:
        """Ask for one queue, or for all of them with None.

        Args:
            queue: The queue's name.
            priority: Place in the waiting line.
            replace: A request still waiting with the same key gives its place to this one.
            sent: Is told when the request leaves the waiting line.
        """
        named = (("queue", short_name(queue)),) if queue is not None else ()
        fields = (*self._login(), ("crm_id", self._crm.fresh()), *named)
        return await self._get("queue_status", fields, codec.decode_queue_status, Turn(priority, replace, sent))

    async def agent_login(
        self,
        extension: str,
        queue: str,
        *,
        penalty: int,
        paused: bool,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CommandAnswer:
        """Make `extension` a member of `queue`; a lower `penalty` (0 to 99) is rung first."""
        extra = (("paused", str(int(paused))), ("penalty", str(penalty)))
        return await self._agent("agent_login", extension, queue, extra, Turn(priority, sent=sent))

    async def agent_logoff(
        self, extension: str, queue: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """Take `extension` out of `queue`; members fixed in the portal are refused."""
        return await self._agent("agent_logoff", extension, queue, (), Turn(priority, sent=sent))

    async def agent_pause(
        self,
        extension: str,
        queue: str,
        *,
        paused: bool,
        reason: str,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CommandAnswer:
        """Begin or end the break of `extension` in `queue`; `reason` is wanted in both cases and may be empty."""
        extra = (("paused", str(int(paused))), ("reason", reason))
        return await self._agent("agent_pause", extension, queue, extra, Turn(priority, sent=sent))

    async def add_number(
        self,
        number: str,
        queue: str,
        *,
        penalty: int,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CommandAnswer:
        """Make an outside number a member of `queue`; `penalty` 1 to 10, lower is rung first."""
        return await self._number("add_number", number, queue, {"penalty": str(penalty)}, Turn(priority, sent=sent))

    async def remove_number(
        self, number: str, queue: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """Take an outside number out of `queue`."""
        return await self._number("remove_number", number, queue, {}, Turn(priority, sent=sent))

    async def _agent(self, operation: str, extension: str, queue: str, extra: Fields, turn: Turn) -> CommandAnswer:
        name = short_name(queue)
        member = (("crm_id", self._crm.member(extension, name)), ("exten", extension), ("queue", name))
        fields = (*self._login(), *member, *extra)
        return await self._get(operation, fields, lambda body: codec.decode_agent_command(operation, body), turn)

    async def _number(
        self, operation: str, number: str, queue: str, extra: Mapping[str, str], turn: Turn
    ) -> CommandAnswer:
        account = self._credential.account
        fields = {
            **dict(self._login()),
            "command": _COMMANDS[operation],
            "tenant": account,
            "queue": full_name(account, short_name(queue)),
            "no": national_number(number),
            **extra,
        }
        body = encoded_json(fields)
        return await self._post(operation, body, lambda answer: codec.decode_number_command(operation, answer), turn)
