"""Invented kept calls in any number, made when they are looked at; and a desk that answers the records page at once."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.history.record_values import KeptLeg, KeptSpan, RecordedCall, RecordFilter, Spine
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.ui.records.page import RecordsView

TODAY = date(2026, 11, 24)
NOON = pbx_midnight_of(TODAY) + 12 * 3600.0
PAGE = 200

NAMES = {"101": "Ayşe Yılmaz", "102": "Mehmet Kaya", "103": "Zeynep Çelik", "05550000014": "Gökçe Ltd. Şti."}
QUEUES = ("Destek", "Satış", "Muhasebe", "")
WAYS = (
    Direction.INCOMING,
    Direction.OUTGOING,
    Direction.MISSED,
    Direction.INCOMING,
    Direction.UNANSWERED,
    Direction.INTERNAL,
    Direction.INCOMING,
    Direction.INTERNAL_UNANSWERED,
)


def name_of(number: str) -> str:
    """A small directory."""
    return NAMES.get(number, "")


def numbers_named(text: str) -> tuple[str, ...]:
    """The numbers whose name holds a text."""
    return tuple(number for number, name in NAMES.items() if text.casefold() in name.casefold())


def call(place: int, /, **changed: object) -> RecordedCall:
    """The call with this place in time: larger ones began later."""
    way = WAYS[place % len(WAYS)]
    inside = way in {Direction.INTERNAL, Direction.INTERNAL_UNANSWERED}
    taken = way in {Direction.INCOMING, Direction.OUTGOING, Direction.INTERNAL}
    fields: dict[str, object] = {
        "id": place,
        "call": f"sip3-{1_790_000_000 + place}.{place % 9973}",
        "began": NOON - (1_000_000 - place) * 11.0,
        "direction": way,
        "number": "103" if inside else f"0555000{place % 10_000:04d}" if place % 9 else "",
        "extension": ("101", "102", "", "103")[place % 4],
        "queue": QUEUES[place % len(QUEUES)] if way in {Direction.INCOMING, Direction.MISSED} else "",
        "line": "" if inside else "3121110000",
        "seconds": place * 37 % 700 if taken else 0,
        "recorded": taken and place % 3 != 0,
        "legs": 1 + (place % 5 == 0) * 2,
    }
    return RecordedCall(**(fields | changed))  # type: ignore[arg-type]


def legs_of(told: RecordedCall) -> tuple[KeptLeg, ...]:
    """As many legs as the call has."""
    parts = (
        ("8501110000-queue-Destek", told.number, 60),
        ("102", told.number, 0),
        ("101", told.number, max(0, told.seconds - 10)),
    )
    return tuple(
        KeptLeg(
            at=told.began + 5 * place,
            destination=destination,
            source=source,
            seconds=seconds,
            direction=told.direction,
            recorded=told.recorded and place != 1,
            line="3121110000",
        )
        for place, (destination, source, seconds) in enumerate(parts[: told.legs])
    )


class Calls(Sequence[RecordedCall]):
    """So many calls, newest first; the newest has the id `newest`."""

    def __init__(self, count: int, newest: int = 1_000_000) -> None:
        self.count, self.newest = count, newest

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, place: int) -> RecordedCall:  # type: ignore[override]
        if not 0 <= place < self.count:
            raise IndexError(place)
        return call(self.newest - place)

    def page(self, first: int) -> tuple[RecordedCall, ...]:
        """The calls from a row on."""
        return tuple(self[place] for place in range(first, min(self.count, first + PAGE)))

    @property
    def spine(self) -> Spine:
        """Where their pages begin."""
        return Spine(self.count, PAGE, tuple(self.newest - place for place in range(0, self.count, PAGE)))


class Answering(QObject):
    """Answers a page's wishes at once out of `calls`, whatever the filter; and remembers them.

    Attributes:
        kept: Which days are kept; None while nobody tells.
    """

    def __init__(self, page: RecordsView, calls: Calls) -> None:
        super().__init__(page)
        self.page, self.calls = page, calls
        self.kept: KeptSpan | None = KeptSpan()
        self.filters: list[RecordFilter] = []
        self.rows: list[int] = []
        page.filter_changed.connect(self._on_filter)
        page.page_wanted.connect(self._on_page)
        page.legs_wanted.connect(self._on_legs)

    def load(self) -> None:
        """What a desk does for a filter, and again when more calls are kept."""
        self.page.show_page(self.filters[-1], 0, self.calls.page(0))
        self.page.show_spine(self.filters[-1], self.calls.spine)
        if self.kept is not None:
            self.page.show_kept(self.kept)

    def _on_filter(self, wanted: RecordFilter) -> None:
        self.filters.append(wanted)
        self.load()

    def _on_page(self, row: int) -> None:
        self.rows.append(row)
        self.page.show_page(self.filters[-1], row, self.calls.page(row))

    def _on_legs(self, place: int) -> None:
        self.page.show_legs(place, legs_of(call(place)))
