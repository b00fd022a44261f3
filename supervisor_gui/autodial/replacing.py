"""What to mind when a number of a list is replaced: what the new one takes over, and whether it was taken. Pure."""

from collections.abc import Awaitable, Iterable

import msgspec

from supervisor_gui.autodial.number_rows import may_be_there
from supervisor_gui.autodial.values import NumberRow
from supervisor_gui.clock import utc
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import AddResult, ListNumber

_OPERATION = "add_list_numbers"


def as_before(row: NumberRow, new: ListNumber, now: float) -> ListNumber:
    """`new` with whatever it leaves open taken over from `row`; a time that has passed is not."""
    call_at = new.call_at
    if call_at is None and row.call_at > now:
        call_at = utc(row.call_at)
    return msgspec.structs.replace(
        new,
        name=new.name or row.name,
        active=row.active if new.active is None else new.active,
        call_at=call_at,
        trunk=new.trunk or row.trunk,
    )


def listed_already(rows: Iterable[NumberRow], new: ListNumber) -> bool:
    """Whether a list has a number or is about to have it."""
    wanted = national_number(new.number)
    return any(may_be_there(row) and national_number(row.number) == wanted for row in rows)


async def add_checked(asked: Awaitable[AddResult]) -> AddResult:
    """The answer to adding one number, when that was really added: the service answers well also when it was not.

    Raises:
        Refusal: It was not added.
        BadAnswer: The answer does not tell.
        PbxError: As asked.
    """
    answer = await asked
    if len(answer.rows) != 1 or answer.damaged:
        raise BadAnswer(_OPERATION, "shape", words=answer.words)
    (row,) = answer.rows
    if not row.added:
        raise Refusal(_OPERATION, "rows_failed", words=answer.words or row.words)
    return answer
