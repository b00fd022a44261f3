"""Uploads for the store's tests, each with everything but the point of the test filled in."""

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.values import JobState, RowState
from supervisor_gui.netsantral.types_autodial import ListNumber
from tests.history.rows import NOON

LIST = "42"

_SIGNS = {
    RowState.WAITING: "w",
    RowState.UNDERWAY: "U",
    RowState.SENT: "S",
    RowState.REFUSED: "r",
    RowState.UNKNOWN: "?",
}


def wire(place: int) -> str:
    """The number at a place, as requests write it."""
    return f"555{place:07d}"


def numbers(count: int) -> tuple[ListNumber, ...]:
    """Numbers as a file gives them."""
    return tuple(ListNumber(f"0{wire(place)}", f"Ad {place}") for place in range(count))


async def begin(
    archive: ListStore, count: int, *, list_id: str = LIST, at: float = NOON, state: JobState = JobState.RUNNING
) -> int:
    """A new upload; its id."""
    job = await archive.begin(numbers(count), list_id=list_id, list_name="Anket", who="ayse", at=at, state=state)
    return job.id


async def states(archive: ListStore, job: int) -> str:
    """A sign for each number of an upload."""
    return "".join(_SIGNS[row.state] for row in await archive.rows_of(job))
