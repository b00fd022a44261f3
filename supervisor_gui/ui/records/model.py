"""Calls without number as a Qt model: pages of rows that come when they are looked at. It reads no store.

What a filter finds is shown in two steps: the newest page at once, then how many there are (the spine). Where it is
asked for again because more is kept by now, the old rows stay until those in sight are there anew.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from supervisor_gui.history.record_values import PAGE, RecordedCall, RecordFilter, Spine
from supervisor_gui.ui.models.row_model import NOWHERE, Index, RowModel
from supervisor_gui.ui.records.rows import AWAITED, RECORD_COLUMNS, RECORDING, RecordRow, record_row
from supervisor_gui.ui.records.words import RecordContext

KEPT_PAGES = 40
"""Pages that are held, those looked at last."""

AHEAD = 80
"""Rows beyond those in sight that are asked for as well."""

ON_THE_WAY = 3
"""Pages that are asked for at a time: who drags through a year waits for the last of them only."""


class _Page:
    """Calls of one page, and their rows once they were painted."""

    __slots__ = ("calls", "rows")

    def __init__(self, calls: Sequence[RecordedCall]) -> None:
        self.calls = calls
        self.rows: list[RecordRow | None] = [None] * len(calls)


class RecordModel(RowModel[RecordRow]):
    """The calls that a filter finds, newest first.

    Signals:
        page_wanted(int): The row with which a page begins that is needed now.
        began(): Other calls are shown than before, from the newest on.
        moved(): The same calls stand in other rows; ids tell where.
        counted_changed(): How many there are is known now, or is not.
    """

    page_wanted = Signal(int)
    began = Signal()
    moved = Signal()
    counted_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(RECORD_COLUMNS, parent)
        self._recording = self.column_of(RECORDING)
        self._context = RecordContext()
        self._whole: set[int] = set()
        self._asked: RecordFilter | None = None
        self._awaited = False
        self._early: Spine | None = None
        self._spine: Spine | None = None
        self._count = 0
        self._pages: dict[int, _Page] = {}
        self._aged: set[int] = set()
        self._on_the_way: set[int] = set()
        self._refused: set[int] = set()
        self._next: Spine | None = None
        self._fresh: dict[int, _Page] = {}
        self._sight: tuple[int, int, int] = (0, 0, 0)

    # what is asked for

    @property
    def awaited(self) -> bool:
        """Whether what is shown belongs to an earlier question."""
        return self._awaited

    @property
    def counted(self) -> bool:
        """Whether it is known how many there are."""
        return self._spine is not None and not self._awaited

    @property
    def context(self) -> RecordContext:
        """What calls are shown with."""
        return self._context

    def set_context(self, context: RecordContext) -> None:
        """Show calls with other names or rights, where they are others than before."""
        if context != self._context:
            self._context = context
            self.respell()

    def respell(self) -> None:
        """Names or the language changed."""
        for page in self._pages.values():
            page.rows = [None] * len(page.calls)
        self._tell(0, self._count - 1)

    def show_whole(self, call: int) -> None:
        """Show the number of one call in full, until other calls are asked for."""
        self._whole.add(call)
        place = self.place_of(call)
        if place >= 0:
            self._pages[place // PAGE].rows[place % PAGE] = None
            self._tell(place, place)

    def is_whole(self, call: int) -> bool:
        """Whether the call's number is shown in full."""
        return call in self._whole

    def ask(self, wanted: RecordFilter) -> None:
        """Another filter is asked for: what is shown stays until its first page comes."""
        if wanted == self._asked:
            return
        self._asked = wanted
        self._awaited = True
        self._early = self._next = None
        self._fresh = {}
        self._on_the_way.clear()
        self.counted_changed.emit()

    def age(self) -> None:
        """More may be kept by now: every page is asked for again when it is looked at."""
        self._aged = set(self._pages)
        self._on_the_way.clear()

    def show_found(self, calls: Sequence[RecordedCall]) -> None:
        """Show these calls, of no filter."""
        self._asked = None
        self._awaited = False
        self._begin(calls, Spine(len(calls), PAGE, tuple(call.id for call in calls[::PAGE])))

    # what comes

    def take_page(self, wanted: RecordFilter, first: int, calls: Sequence[RecordedCall]) -> None:
        """Take the calls from row `first` on, which a page begins with; those of another filter are dropped."""
        if wanted != self._asked:
            return
        number = first // PAGE
        looked_at = number in self._on_the_way
        self._on_the_way.discard(number)
        if self._awaited:
            if number == 0:
                self._awaited = False
                self._begin(calls, self._early)
        elif self._next is not None:
            self._take_fresh(number, calls, self._next)
        elif self._spine is None or (looked_at and self._fits(number, calls, self._spine)):
            self._put(number, calls)
        elif number == 0 and (not self._fits(0, calls, self._spine) or self._moves(calls)):
            # More calls are kept by now, newer ones or some told late among these; how many is told next.
            self._fresh[0] = _Page(calls)
        elif self._fits(number, calls, self._spine):
            self._put(number, calls)

    def take_spine(self, wanted: RecordFilter, spine: Spine) -> None:
        """Take how many there are."""
        if wanted != self._asked:
            return
        if self._awaited:
            self._early = spine
            return
        before = self._fresh.get(0) or self._pages.get(0)
        fits = before is None or self._fits(0, before.calls, spine)
        if spine == self._spine or (self._spine is None and fits):
            self._next, self._fresh = None, {}
            self._adopt(spine)
            self.look(*self._sight)
            return
        self._next = spine
        self._fresh = {0: before} if fits and before is not None else {}
        self._on_the_way.clear()
        self._move_on()

    def look(self, first: int, last: int, current: int) -> None:
        """Rows from `first` to `last` are in sight, `current` (or -1) has the keyboard: ask for what is missing."""
        self._sight = (first, last, current)
        if self._awaited or self._asked is None:
            return
        if self._next is not None:
            self._move_on()
            return
        lowest = max(0, first - AHEAD) // PAGE
        highest = min(self._count - 1, last + AHEAD) // PAGE
        self._want(page for page in range(lowest, highest + 1) if page not in self._pages or page in self._aged)
        for page in range(lowest, highest + 1):
            if page in self._pages:
                self._pages[page] = self._pages.pop(page)

    def ask_again(self) -> None:
        """What was asked for has not come: ask for it again when it is looked at."""
        self._on_the_way.clear()
        self.look(*self._sight)

    @property
    def waits(self) -> bool:
        """Whether pages are on their way."""
        return bool(self._on_the_way)

    # what is there

    @property
    def count(self) -> int:
        """Rows shown."""
        return self._count

    def call_at(self, place: int) -> RecordedCall | None:
        """The call in a row; None when it is on its way."""
        page = self._pages.get(place // PAGE)
        at = place % PAGE
        return page.calls[at] if page is not None and 0 <= place < self._count and at < len(page.calls) else None

    def place_of(self, call: int) -> int:
        """The row of the call with an id; -1 where it is not held."""
        return _place_in(self._pages, call)

    def call_of(self, call: int) -> RecordedCall | None:
        """The call with an id, if it is held."""
        place = self.place_of(call)
        return self.call_at(place) if place >= 0 else None

    def row_at(self, place: int) -> RecordRow:
        """The row shown at `place`; one without words where the call is on its way."""
        page = self._pages.get(place // PAGE)
        at = place % PAGE
        if page is None or at >= len(page.calls):
            return AWAITED
        known = page.rows[at]
        if known is None:
            call = page.calls[at]
            known = page.rows[at] = record_row(call, self._context, whole=call.id in self._whole)
        return known

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All that the filter finds, as far as it is known."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The cell in words; a shape is read out in words of its own."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == self._recording:
            return self.columns[self._recording].tip(self.row_at(index.row()), self.now)
        return super().data(index, role)

    # inside

    @staticmethod
    def _fits(number: int, calls: Sequence[RecordedCall], spine: Spine) -> bool:
        """Whether a page begins where the spine says it does."""
        if number >= len(spine.anchors):
            return not calls and number == 0
        return bool(calls) and calls[0].id == spine.anchors[number]

    def _moves(self, calls: Sequence[RecordedCall]) -> bool:
        """Whether calls of the first page stand in other rows than those shown."""
        held = self._pages.get(0)
        return held is not None and _shifted(held.calls, calls)

    def _begin(self, calls: Sequence[RecordedCall], spine: Spine | None) -> None:
        self.beginResetModel()
        starts = range(0, max(1, len(calls)), PAGE)
        self._pages = {start // PAGE: _Page(calls[start : start + PAGE]) for start in starts}
        self._aged.clear()
        self._refused.clear()
        self._whole.clear()
        self._on_the_way.clear()
        self._next, self._fresh = None, {}
        self._spine = spine
        self._count = spine.count if spine is not None else len(calls)
        self._sight = (0, 0, -1)
        self.endResetModel()
        self.began.emit()
        self.counted_changed.emit()

    def _adopt(self, spine: Spine) -> None:
        self._spine = spine
        self._resize(spine.count)
        self.counted_changed.emit()

    def _resize(self, count: int) -> None:
        """Add or take away rows at the end."""
        if count > self._count:
            self.beginInsertRows(NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(NOWHERE, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _put(self, number: int, calls: Sequence[RecordedCall]) -> None:
        """Hold a page; rows of calls that are the same stay the same, and those that moved are told."""
        before = self._pages.pop(number, None)
        page = _Page(calls)
        if before is not None:
            for at, (old, new) in enumerate(zip(before.calls, calls, strict=False)):
                page.rows[at] = before.rows[at] if old == new else None
        self._pages[number] = page
        self._aged.discard(number)
        if self._spine is None and number == 0:
            self._resize(len(calls))
        shifted = before is not None and _shifted(before.calls, calls)
        while len(self._pages) > KEPT_PAGES:
            lost = next(iter(self._pages))
            del self._pages[lost]
            self._aged.discard(lost)
        self._tell(number * PAGE, min(self._count, number * PAGE + PAGE) - 1)
        if shifted:
            self.moved.emit()
        self.look(*self._sight)

    def _want(self, pages: Iterable[int]) -> None:
        for page in pages:
            if len(self._on_the_way) >= ON_THE_WAY:
                return
            if page not in self._on_the_way:
                self._on_the_way.add(page)
                self.page_wanted.emit(page * PAGE)

    # rows that move

    def _needed(self, spine: Spine) -> set[int]:
        """Pages of `spine` with what is in sight and what has the keyboard."""
        first, last, current = self._sight
        pages = {0} if first == 0 else set()
        for place, beyond in ((first, last - first), (current, 0)):
            call = self.call_at(place) if place > 0 else None
            if call is not None:
                page = _page_of(spine, call.id)
                pages |= set(range(page, (page * PAGE + PAGE - 1 + beyond) // PAGE + 1))
        return {page for page in pages if page < len(spine.anchors)}

    def _take_fresh(self, number: int, calls: Sequence[RecordedCall], spine: Spine) -> None:
        if self._fits(number, calls, spine) or number in self._refused:
            # Refused once, taken the second time: it is what the store has now.
            self._fresh[number] = _Page(calls)
            self._refused.discard(number)
        else:
            self._refused.add(number)
        self._move_on()

    def _move_on(self) -> None:
        """Ask for what is needed of the next spine; when it is there, show it."""
        spine = self._next
        if spine is None:
            return
        missing = self._needed(spine) - self._fresh.keys()
        if missing:
            self._want(sorted(missing))
            return
        self._next = None
        self._on_the_way.clear()
        self._aged.clear()
        self._refused.clear()
        rows = {row.key: row for page in self._pages.values() for row in page.rows if row is not None}
        held = {call.id: call for page in self._pages.values() for call in page.calls}
        for page in self._fresh.values():
            page.rows = [rows.get(call.id) if held.get(call.id) == call else None for call in page.calls]
        self._pages, self._fresh = self._fresh, {}
        self._adopt(spine)
        self._tell(0, self._count - 1)
        self.moved.emit()

    def _tell(self, first: int, last: int) -> None:
        if first <= last < self._count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _shifted(before: Sequence[RecordedCall], now: Sequence[RecordedCall]) -> bool:
    """Whether calls of a page stand in other rows than before."""
    return any(old.id != new.id for old, new in zip(before, now, strict=False))


def _page_of(spine: Spine, call: int) -> int:
    """The page of `spine` that holds a call, or would."""
    return max(0, bisect_right(spine.anchors, -call, key=_falling) - 1)


def _falling(call: int) -> int:
    return -call


def _place_in(pages: dict[int, _Page], call: int) -> int:
    for number, page in pages.items():
        if page.calls and page.calls[0].id >= call >= page.calls[-1].id:
            at = bisect_right(page.calls, -call, key=_falling_id) - 1
            if page.calls[at].id == call:
                return number * PAGE + at
    # Calls that were looked up stand in an order of their own.
    for number, page in pages.items():
        for at, each in enumerate(page.calls if len(pages) == 1 else ()):
            if each.id == call:
                return number * PAGE + at
    return -1


def _falling_id(call: RecordedCall) -> int:
    return -call.id
