"""The parts of the PBX client that watching lists and ordering need, as of `netsantral.autodial_operations`."""

from collections.abc import Sequence
from typing import Protocol

from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.requester import Sent
from supervisor_gui.netsantral.types import CommandAnswer
from supervisor_gui.netsantral.types_autodial import AddResult, AutodialLists, ListNumber, ListReport, NumberChange


class OrderClient(Protocol):
    """The part of the client that orders need."""

    async def set_list_active(self, list_id: str, *, active: bool, sent: Sent | None = None) -> CommandAnswer:
        """Let a list call, or stop it."""

    async def add_list_numbers(
        self, list_id: str, numbers: Sequence[ListNumber], *, sent: Sent | None = None
    ) -> AddResult:
        """Add numbers."""

    async def delete_list_number(self, list_id: str, number_id: str, *, sent: Sent | None = None) -> CommandAnswer:
        """Take one out."""

    async def update_list_number(
        self, list_id: str, number_id: str, change: NumberChange, *, sent: Sent | None = None
    ) -> CommandAnswer:
        """Change one."""


class ListClient(OrderClient, Protocol):
    """The part of the client that watching needs."""

    async def lists(self, *, priority: Priority = ..., sent: Sent | None = None) -> AutodialLists:
        """Ask for all lists."""

    async def list_report(self, list_id: str, *, priority: Priority = ..., sent: Sent | None = None) -> ListReport:
        """Ask what became of a list's numbers."""
