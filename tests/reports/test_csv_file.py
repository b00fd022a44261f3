"""Tables as CSV, read back by a reader of its own: every figure is there, and no word becomes a formula."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports.csv_file import write_csv
from supervisor_gui.reports.ticks import Cancelled, Tick, no_tick
from supervisor_gui.reports.values import CellKind, Column, Report, Table
from tests.reports.file_reports import ROWS, agents_report, long_table, report_of, turkish_marks

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def written(report: Report, tick: Tick = no_tick) -> bytes:
    """The bytes of the file."""
    file = io.BytesIO()
    write_csv(report, file, tick)
    return file.getvalue()


def read(data: bytes, delimiter: str = ",") -> list[list[str]]:
    """The fields of the file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def one_column(kind: CellKind, *values: object) -> Report:
    """A report of one column."""
    return report_of(Table((Column("x", "X", kind),), tuple((value,) for value in values)))


def test_a_file_for_excel_in_turkish_has_semicolons_commas_and_days_first() -> None:
    i18n.use(turkish_marks)
    data = written(report_of())
    assert data.startswith(b"\xef\xbb\xbf")
    header, first, second, third, totals = read(data, ";")
    assert header == ["Day", "Incoming", "Answered", "Abandoned", "Service level (%)", "Mean wait (sn)", "Note"]
    assert first == ["01.11.2026", "1482", "1400", "82", "84,25", "35", ""]
    assert second[:6] == ["02.11.2026", "10", "7", "3", "70", "61"]
    assert third == ["03.11.2026", "0", "0", "0", "", "", 'says "so"; or, not']
    assert totals[:6] == ["Toplam", "1492", "1407", "85", "84", "4000"]


def test_a_file_in_english_is_what_rfc_4180_says() -> None:
    data = written(report_of())
    lines = data.split(b"\r\n")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in b"".join(lines)
    assert lines[1] == b"2026-11-01,1482,1400,82,84.25,35,"
    assert lines[3].endswith(b',"says ""so""; or, not"')
    assert lines[-1] == b""


def test_every_row_of_the_table_is_there_in_its_order() -> None:
    rows = read(written(report_of(long_table(1_201))))
    assert [row[1] for row in rows[1:-1]] == [str(at) for at in range(1_201)]


def test_words_that_a_spreadsheet_would_run_are_words() -> None:
    texts = [*(f"{sign}1+1" for sign in DANGEROUS), "+90 555 000 00 00", "plain = plain", "'quoted"]
    fields = [row[0] for row in read(written(one_column(CellKind.TEXT, *texts)))[1:]]
    bad = len(DANGEROUS) + 1
    assert fields == [f"'{text}" for text in texts[:bad]] + texts[bad:]


def test_titles_are_guarded_as_well() -> None:
    report = report_of(Table((Column("x", "=HYPERLINK()", CellKind.TEXT),), ()))
    assert read(written(report)) == [["'=HYPERLINK()"]]


def test_a_title_with_brackets_takes_its_unit_into_them() -> None:
    columns = (
        Column("a", "Service level (20 s)", CellKind.PERCENT),
        Column("b", "Mean wait (all)", CellKind.SECONDS),
        Column("c", "Answered %", CellKind.PERCENT),
    )
    assert read(written(report_of(Table(columns, ())))) == [
        ["Service level (20 s, %)", "Mean wait (all, s)", "Answered %"]
    ]


def test_a_negative_number_stays_a_number() -> None:
    assert read(written(one_column(CellKind.COUNT, -3, -0.25, -0.001)))[1:] == [["-3"], ["-0.25"], ["0"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_any_words_come_back_and_none_begins_a_formula(texts: list[str]) -> None:
    fields = [row[0] for row in read(written(one_column(CellKind.TEXT, *texts)))[1:]]
    assert not any(field.startswith(DANGEROUS) for field in fields)
    assert [
        field[1:] if text.startswith(DANGEROUS) else field for field, text in zip(fields, texts, strict=True)
    ] == texts


@given(st.floats(0, 1), st.floats(0, 1_000_000), st.sampled_from(["", "tr"]))
def test_any_figure_comes_back_within_its_rounding(share: float, seconds: float, language: str) -> None:
    i18n.use(turkish_marks if language else None)
    columns = (Column("a", "A", CellKind.PERCENT), Column("b", "B", CellKind.SECONDS), Column("c", "C", CellKind.COUNT))
    data = written(report_of(Table(columns, ((share, seconds, seconds),))))
    fields = [field.replace(",", ".") for field in read(data, ";" if language else ",")[1]]
    assert abs(float(fields[0]) - share * 100) < 0.006
    assert fields[1].isdigit()
    assert abs(int(fields[1]) - seconds) <= 0.5
    assert abs(float(fields[2]) - seconds) < 0.006


def test_times_of_day_are_those_of_the_value_itself() -> None:
    at = datetime(2026, 11, 24, 9, 5, 7, tzinfo=PBX_ZONE)
    assert read(written(one_column(CellKind.CLOCK, at)))[1] == ["09:05"]
    assert read(written(one_column(CellKind.MOMENT, at)))[1] == ["2026-11-24 09:05:07"]
    i18n.use(turkish_marks)
    assert read(written(one_column(CellKind.MOMENT, at)))[1] == ["24.11.2026 09:05:07"]


def test_half_a_surrogate_pair_costs_one_sign_and_not_the_file() -> None:
    assert read(written(one_column(CellKind.TEXT, "a\ud800b"))) == [["X"], ["a?b"]]


def test_the_agents_table_is_written_like_any_other() -> None:
    header, row = read(written(agents_report()))
    assert header == ["Agent", "From", "At", "Total (s)"]
    assert row == ["'=Ayşe", "2026-11-24 09:05:07", "09:05", "90"]


def test_a_table_without_rows_has_its_header() -> None:
    assert len(read(written(report_of(Table(report_of().table.columns, ()))))) == 1


def test_how_far_it_is_grows_to_one() -> None:
    shares: list[float] = []
    written(report_of(long_table(3_000)), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 3


def test_it_stops_where_it_is_told_to() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    file = io.BytesIO()
    with pytest.raises(Cancelled):
        write_csv(report_of(long_table(10_000)), file, stop)
    assert 4_000 < file.getvalue().count(b"\n") < 6_000


def test_the_table_is_untouched_by_being_written() -> None:
    report = report_of()
    written(report)
    assert report.table.rows == ROWS
