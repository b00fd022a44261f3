"""Auto-dial lists and their numbers: one method an operation. It keeps no state."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import msgspec

from supervisor_gui.netsantral import autodial_fields
from supervisor_gui.netsantral import codec_autodial as codec
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.requester import Requester, Sent, Turn
from supervisor_gui.netsantral.types import CommandAnswer
from supervisor_gui.netsantral.types_autodial import (
    AddResult,
    AutodialList,
    AutodialLists,
    ListNumber,
    ListReport,
    NewList,
    NumberChange,
)
from supervisor_gui.netsantral.wire_json import encoded_json

_ACTIVE, _INACTIVE = "1", "2"


class AutodialOperations(Requester):
    """Operations on auto-dial lists. Ids are those that the PBX told, as text."""

    async def create_list(
        self, new: NewList, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> AutodialList:
        """Make a list; `set_list_active` lets it call.

        Its `id` is empty when the PBX made the list without telling it.
        """
        body = self._event("addautocall", data=autodial_fields.new_list_fields(new))
        made = await self._post("create_list", body, codec.decode_created, Turn(priority, sent=sent))
        return made if made.name else msgspec.structs.replace(made, name=new.name)

    async def lists(
        self,
        list_id: str | None = None,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> AutodialLists:
        """Ask for one list, or for all of them with None.

        Args:
            list_id: The list's id.
            priority: Place in the waiting line.
            replace: A request still waiting with the same key gives its place to this one.
            sent: Is told when the request leaves the waiting line.
        """
        body = self._event("listautocall", list_id)
        return await self._post("lists", body, codec.decode_lists, Turn(priority, replace, sent))

    async def set_list_active(self, list_id: str, *, active: bool, sent: Sent | None = None) -> CommandAnswer:
        """Let a list call, or stop it; a stop waits for nothing else."""
        priority = Priority.USER if active else Priority.URGENT
        data = {"status": _ACTIVE if active else _INACTIVE}
        return await self._change("set_list_active", "updateliststatus", list_id, data, Turn(priority, sent=sent))

    async def list_report(
        self,
        list_id: str,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> ListReport:
        """Ask what became of a list's numbers.

        Args:
            list_id: The list's id.
            priority: Place in the waiting line.
            replace: A request still waiting with the same key gives its place to this one.
            sent: Is told when the request leaves the waiting line.
        """
        body = self._event("reportautocall", list_id)
        turn = Turn(priority, replace, sent)
        return await self._post("list_report", body, codec.decode_list_report, turn)

    async def add_list_numbers(
        self,
        list_id: str,
        numbers: Sequence[ListNumber],
        *,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> AddResult:
        """Add numbers to a dynamic list; each has an outcome of its own in the result.

        Raises:
            Refusal: Also, with the reason "rows_failed", when the PBX left numbers out without telling which.
        """
        data = {"numbers": [autodial_fields.number_fields(number) for number in numbers]}
        body = self._event("addnumber", list_id, data)
        return await self._post("add_list_numbers", body, codec.decode_added, Turn(priority, sent=sent))

    async def delete_list_number(
        self, list_id: str, number_id: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """Take a number out of a list; `number_id` comes from the list's report."""
        data = {"id": number_id}
        return await self._change("delete_list_number", "deletenumber", list_id, data, Turn(priority, sent=sent))

    async def update_list_number(
        self,
        list_id: str,
        number_id: str,
        change: NumberChange,
        *,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CommandAnswer:
        """Change a number in a list; `number_id` comes from the list's report."""
        data = {"list_id": list_id, "id": number_id, **autodial_fields.change_fields(change)}
        return await self._change("update_list_number", "updatenumber", list_id, data, Turn(priority, sent=sent))

    async def _change(
        self, operation: str, event: str, list_id: str, data: Mapping[str, str], turn: Turn
    ) -> CommandAnswer:
        body = self._event(event, list_id, data)
        return await self._post(operation, body, lambda answer: codec.decode_command(operation, answer), turn)

    def _event(self, event: str, list_id: str | None = None, data: Mapping[str, Any] | None = None) -> bytes:
        told: dict[str, Any] = {"event": event}
        if list_id is not None:
            told["list_id"] = list_id
        if data is not None:
            told["data"] = data
        return encoded_json({"header": dict(self._login()), "body": told})
