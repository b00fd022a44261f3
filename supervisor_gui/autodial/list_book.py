"""What is known of every list, as one frozen value, and the view that is made of it. Nothing is asked or kept here."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from supervisor_gui.autodial.due import ListAge, Watch
from supervisor_gui.autodial.list_state import RUNNING, STOPPED, state_of
from supervisor_gui.autodial.values import DialView, KeptList, ListFigures, ListState, ShownList, UploadJob
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types_autodial import AutodialList, AutodialLists


class Known(msgspec.Struct, frozen=True):
    """One list.

    Attributes:
        told: As the PBX tells it; only its id while no overview listed it.
        age: How old its report is, and whether it is wanted.
        listed: An overview listed it once.
        gone: The PBX lists it no more.
        figures: Out of its last report.
        problem: Why its last report did not come.
        ordered_at: Epoch seconds at which an order of ours set its state; overviews asked for earlier do not know it.
    """

    told: AutodialList
    age: ListAge
    listed: bool = False
    gone: bool = False
    figures: ListFigures | None = None
    problem: PbxError | None = None
    ordered_at: float = 0.0

    @property
    def state(self) -> ListState:
        """Whether it calls."""
        return ListState.GONE if self.gone else state_of(self.told)


class Book(msgspec.Struct, frozen=True):
    """All lists and the overview itself.

    Attributes:
        lists: By id, in the PBX's order, those that are gone last.
        as_of, problem, damaged: As of `DialView`.
    """

    lists: Mapping[str, Known] = {}
    as_of: float = 0.0
    problem: PbxError | None = None
    damaged: int = 0

    def changed(self, list_id: str, **fields: Any) -> "Book":
        """With other fields of one list; as it is when nobody has heard of it."""
        known = self.lists.get(list_id)
        return self if known is None else self._with(list_id, msgspec.structs.replace(known, **fields))

    def aged(self, list_id: str, now: float, **fields: Any) -> "Book":
        """With other fields of one list's `ListAge`; one that nobody has heard of is noted, so that it can be asked."""
        known = self.lists.get(list_id) or Known(AutodialList(list_id), ListAge(list_id, known_at=now))
        age = msgspec.structs.replace(known.age, **fields)
        return self._with(list_id, msgspec.structs.replace(known, age=age))

    def set_running(self, list_id: str, at: float, *, running: bool) -> "Book":
        """An order of ours, answered at `at`, let the list call or stopped it."""
        known = self.lists.get(list_id)
        if known is None:
            return self
        told = msgspec.structs.replace(known.told, status=RUNNING if running else STOPPED)
        return self.changed(list_id, told=told, ordered_at=at)

    def lost(self, list_id: str, error: PbxError) -> "Book":
        """The PBX says that there is no such list; one that it never listed is forgotten."""
        known = self.lists.get(list_id)
        if known is None or known.listed:
            return self.changed(list_id, gone=True, problem=error)
        return msgspec.structs.replace(self, lists={key: row for key, row in self.lists.items() if key != list_id})

    def told(self, lists: AutodialLists, asked_at: float, now: float) -> "Book":
        """With an overview that was asked for at `asked_at`; only one without damage shows that a list is gone."""
        told: dict[str, Known] = {}
        for row in lists.rows:
            if row.id and row.id not in told:
                told[row.id] = self._told(row, asked_at, now)
        rest = {list_id: known for list_id, known in self.lists.items() if list_id not in told}
        for list_id, known in rest.items():
            gone = known.listed and (known.gone or lists.damaged == 0)
            rest[list_id] = msgspec.structs.replace(known, gone=gone)
        stay = {list_id: known for list_id, known in rest.items() if not known.gone}
        gone_ones = {list_id: known for list_id, known in rest.items() if known.gone}
        return Book(told | stay | gone_ones, asked_at, None, lists.damaged)

    def _told(self, row: AutodialList, asked_at: float, now: float) -> Known:
        former = self.lists.get(row.id)
        if former is None:
            return Known(row, ListAge(row.id, known_at=now), listed=True)
        if asked_at <= former.ordered_at:
            row = msgspec.structs.replace(row, status=former.told.status)
        return msgspec.structs.replace(former, told=row, listed=True, gone=False)

    def _with(self, list_id: str, known: Known) -> "Book":
        return msgspec.structs.replace(self, lists={**self.lists, list_id: known})


def watched(book: Book, watch: Watch, fed: Collection[str]) -> Watch:
    """`watch` with the lists of `book`; numbers go to those in `fed`."""
    ages = tuple(
        msgspec.structs.replace(known.age, running=known.state is ListState.RUNNING, fed=list_id in fed)
        for list_id, known in book.lists.items()
        if not known.gone and (known.listed or known.age.wanted or list_id == watch.looking)
    )
    return msgspec.structs.replace(watch, lists=ages)


def view_of(
    book: Book, jobs: Sequence[UploadJob], kept: Mapping[str, KeptList], pending: Mapping[str, str], looking: str
) -> DialView:
    """What the page shows.

    Args:
        book: What the PBX told.
        jobs: All uploads, newest first.
        kept: How lists were made here, by id.
        pending: Orders under way, "start" or "stop", by list.
        looking: The list on screen.
    """
    ways: dict[str, list[UploadJob]] = {}
    for job in jobs:
        ways.setdefault(job.list_id, []).append(job)
    lists = tuple(
        ShownList(
            known.told,
            known.state,
            known.figures,
            kept.get(list_id),
            tuple(ways.get(list_id, ())),
            pending.get(list_id, ""),
            known.problem,
        )
        for list_id, known in book.lists.items()
        if known.listed
    )
    return DialView(lists, book.as_of, book.problem, book.damaged, tuple(ways.get("", ())), looking)
