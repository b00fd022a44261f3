"""Tables on paper: no word is lost between lines, no row between pages, no figure is cut."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from supervisor_gui.reports.values import CellKind, Column, Table
from supervisor_gui.ui.documents.letters import Letter, Letters
from supervisor_gui.ui.documents.pdf import Paper, in_utc
from supervisor_gui.ui.documents.tables import PaperTable, spell
from tests.helpers.paper_samples import agents_report, days_report

PAGE = QRectF(50, 50, 1160, 790)

printable = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")), min_size=1, max_size=12)
prose = st.lists(printable, max_size=25).map(" ".join)


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp_cls: type[QApplication]) -> QApplication:
    """Fonts want an application."""
    return QApplication.instance() or qapp_cls([])


@given(text=prose, width=st.floats(40, 500))
def test_lines_hold_every_letter_in_its_order(text: str, width: float) -> None:
    lines = Letter(12).lines(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(words=st.lists(st.text("abcçğışüöMW", min_size=1, max_size=80), max_size=20), width=st.floats(40, 500))
def test_no_line_is_wider_than_its_room(words: list[str], width: float) -> None:
    letter = Letter(12)
    for line in letter.lines(" ".join(words), width):
        assert letter.width(line) <= width + 1


@given(words=st.lists(st.text("abcdefğşiwrtM", min_size=1, max_size=14), min_size=1, max_size=5))
def test_a_column_as_wide_as_its_longest_word_breaks_no_word(words: list[str]) -> None:
    letter, text = Letter(11, bold=True), " ".join(words)
    width = letter.widest_word(text)
    for lines in (letter.lines(text, width), letter.balanced(text, width)):
        assert " ".join(lines).split() == words


@given(text=prose, width=st.floats(60, 400))
def test_balanced_lines_are_no_more_and_no_longer(text: str, width: float) -> None:
    letter = Letter(12)
    usual, balanced = letter.lines(text, width), letter.balanced(text, width)
    assert len(balanced) == len(usual)
    assert "".join("".join(balanced).split()) == "".join(text.split())
    assert max(map(letter.width, balanced)) <= max(map(letter.width, usual)) + 1


def names(count: int, *, totals: bool, long: bool) -> Table:
    """A table of names and counts."""
    name = "bir iki üç dört beş altı yedi sekiz dokuz on " * 4 if long else "Ayşe"
    rows = tuple((f"{at} {name if at % 3 == 0 else ''}", at * 1000) for at in range(count))
    columns = (Column("name", "Temsilci", CellKind.TEXT), Column("calls", "Çağrı", CellKind.COUNT))
    return Table(columns, rows, ("Toplam", 12) if totals else ())


@given(
    count=st.integers(0, 130),
    totals=st.booleans(),
    long=st.booleans(),
    height=st.floats(30, 700),
    width=st.floats(60, 1200),
)
def test_every_row_is_on_one_page_and_totals_never_stand_alone(
    count: int, *, totals: bool, long: bool, height: float, width: float
) -> None:
    table = PaperTable(spell(names(count, totals=totals, long=long)), Letters(), width)
    assert table.count == count + totals
    start = 0
    while start < table.count:
        stop = table.fitting(start, height)
        assert start < stop <= table.count
        rows = stop - start
        assert rows == 1 or table.height(start, stop) <= height
        if totals and stop == table.count and rows == 1 and start:
            # Only where not even two rows have room on a page.
            assert table.height(start - 1, stop) > height
        start = stop


@pytest.mark.parametrize("days", [1, 7, 12, 31, 90, 365])
@pytest.mark.parametrize("turkish", [True, False])
def test_pages_follow_each_other_without_gap_and_within_the_paper(days: int, *, turkish: bool) -> None:
    report = days_report(days, turkish=turkish)
    paper = Paper(report, spell(report.table), PAGE)
    assert paper.pages[0].front
    row = 0
    for page in paper.pages:
        if page.stop > page.start:
            assert page.start == row
            row = page.stop
        assert page.height <= PAGE.height()
    assert row == days + 1
    if days <= 7:
        assert len(paper.pages) == 1


@given(agents=st.integers(0, 400))
def test_agents_that_have_no_room_get_pages_of_their_own(agents: int) -> None:
    report = agents_report(agents, turkish=False)
    pages = Paper(report, spell(report.table), PAGE).pages
    shown = [row.extension for page in pages if page.picture is not None for row in page.picture.rows]
    assert shown == [row.extension for row in report.picture.rows]
    for page in pages:
        if page.picture is not None and len(page.picture.rows) > 1:
            assert page.height / len(page.picture.rows) >= 20


@given(
    offset=st.integers(-14 * 60, 14 * 60),
    at=st.datetimes(datetime(2000, 1, 2), datetime(2100, 1, 1)),  # noqa: DTZ001  hypothesis wants them naive
)
def test_dates_of_paper_are_told_without_the_zone_of_this_computer(offset: int, at: datetime) -> None:
    local = at.replace(microsecond=0, tzinfo=UTC).astimezone(timezone(timedelta(minutes=offset)))
    sign, (hours, minutes) = "+" if offset >= 0 else "-", divmod(abs(offset), 60)
    here = f"{sign}{hours:02d}'{minutes:02d}'"
    stamp = f"{local:%Y%m%d%H%M%S}{here}"
    pdf = (
        f"1 0 obj\n/CreationDate (D:{stamp})\n/ModDate (D:{stamp})\nendobj (D:{stamp})\n"
        f'<rdf:Description xmp:CreateDate="{local.isoformat()}" xmp:ModifyDate="{local.isoformat()}"/>'
    ).encode()
    written = in_utc(pdf)
    told = at.replace(microsecond=0)
    assert len(written) == len(pdf)
    assert written.count(f"Date (D:{told:%Y%m%d%H%M%S}+00'00')".encode()) == 2
    assert written.count(f'Date="{told.isoformat()}+00:00"'.encode()) == 2
    assert f"endobj (D:{stamp})".encode() in written  # a text that only looks like one


def test_a_date_in_universal_time_stays() -> None:
    assert in_utc(b"/CreationDate (D:20261124101112Z)") == b"/CreationDate (D:20261124101112Z)"
