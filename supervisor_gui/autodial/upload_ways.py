"""What the parts of an upload share: whom they ask, whom they tell, and what time it is. Nothing is done here."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Protocol

import msgspec

from supervisor_gui.autodial.failures import note_failure
from supervisor_gui.autodial.turns import Turns
from supervisor_gui.autodial.values import OrderEnd, UploadRow
from supervisor_gui.clock import Clock
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types_autodial import AddResult, AutodialList, ListNumber, NewList

SETTLED_AFTER = 30.0
"""Seconds after a request's end before what a report or an overview does not list counts as not there."""


class UploadClient(Protocol):
    """The requests of an upload; as of `netsantral.autodial_operations`."""

    async def create_list(self, new: NewList, *, priority: Priority = ...) -> AutodialList:
        """Make a list."""

    async def add_list_numbers(
        self,
        list_id: str,
        numbers: Sequence[ListNumber],
        *,
        priority: Priority = ...,
        sent: Callable[[], None] | None = ...,
    ) -> AddResult:
        """Add numbers to a list."""


class UploadWays(msgspec.Struct, frozen=True, kw_only=True):
    """What `Uploads` was given and its parts use.

    Attributes:
        client: Sends.
        turns: Gives a place between the looks at lists.
        refusals: Whether anything may be sent.
        limit_answer: Told the budget's name when the PBX counts too many requests.
        blocked: Those of these tails that may not be called.
        chunk: Numbers in one request.
        told: Takes each order's end.
        report_wanted: Asks for a report of a list.
        lists_wanted: Asks for an overview.
        who: The local user.
        clock: Time.
        time_factor: Waits are divided by it.
    """

    client: UploadClient
    turns: Turns
    refusals: Refusals
    limit_answer: Callable[[str], object]
    blocked: Callable[[Collection[str]], Awaitable[frozenset[str]]]
    chunk: Callable[[], int]
    told: Callable[[OrderEnd], None]
    report_wanted: Callable[[str], None]
    lists_wanted: Callable[[], None]
    who: str
    clock: Clock
    time_factor: float

    def failed(self, error: PbxError) -> None:
        """Tell whoever minds limits and logins what the PBX answered."""
        note_failure(error, self.refusals, self.limit_answer)

    async def barred(self, rows: Sequence[UploadRow]) -> frozenset[int]:
        """The places of those numbers that may not be called."""
        tails = {row.place: tail(row.number) for row in rows}
        blocked = await self.blocked(frozenset(tails.values()) - {""})
        return frozenset(place for place, one in tails.items() if one in blocked)

    @property
    def settled_after(self) -> float:
        """`SETTLED_AFTER` in real seconds."""
        return SETTLED_AFTER / self.time_factor
