"""The rows of a list's page out of its report and of what is on its way."""

from datetime import datetime

import pytest

from supervisor_gui.autodial.number_rows import facts_of, figures_of, in_list, number_rows, tails_of
from supervisor_gui.autodial.replacing import listed_already
from supervisor_gui.autodial.values import ListFigures, ListNumbers, NumberRow, NumberState, RowState, UploadRow
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.netsantral.types_autodial import ListNumber, ListReport, ReportedNumber

NOBODY: frozenset[str] = frozenset()


def report(*numbers: ReportedNumber, **counts: int) -> ListReport:
    return ListReport(**({"never": 0, "reached": 0, "failed": 0, "retry": 0} | counts), numbers=numbers)


def told(place: int, **fields: object) -> ReportedNumber:
    return ReportedNumber(str(place), f"5550000{place:03d}", **fields)  # type: ignore[arg-type]


def test_a_reported_number_is_shown_with_all_that_is_told() -> None:
    extra = (("nstatus", "0"), ("retry", "2"), ("trunk", "3121110000"), ("calltime", "020320261430"))
    (row,) = number_rows(report(told(1, name="Ayşe", status="Tekrar aranacak", extra=extra)), (), NOBODY)
    assert row == NumberRow(
        "1",
        "1",
        "5550000001",
        "Ayşe",
        NumberState.RETRY,
        "Tekrar aranacak",
        active=False,
        call_at=datetime(2026, 3, 2, 14, 30, tzinfo=PBX_ZONE).timestamp(),
        trunk="3121110000",
        extra=(("retry", "2"),),
    )


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Hiç aranmamış", NumberState.NEVER),
        ("HIC ARANMAMIS", NumberState.NEVER),
        (" Başarılı ", NumberState.REACHED),
        ("BAŞARISIZ", NumberState.FAILED),
        ("tekrar aranacak", NumberState.RETRY),
        ("Meşgul", NumberState.OTHER),
        ("", NumberState.OTHER),
    ],
)
def test_the_pbxs_words_are_read_however_they_are_written(word: str, state: NumberState) -> None:
    (row,) = number_rows(report(told(1, status=word)), (), NOBODY)
    assert (row.state, row.words) == (state, word)


@pytest.mark.parametrize("field", [("nstatus", "evet"), ("calltime", "50"), ("calltime", "310220261430")])
def test_a_field_that_cannot_be_read_stays_as_it_was_told(field: tuple[str, str]) -> None:
    (row,) = number_rows(report(told(1, extra=(field,))), (), NOBODY)
    assert (row.active, row.call_at, row.extra) == (None, 0.0, (field,))


def test_rows_without_an_id_or_with_the_same_one_are_told_apart() -> None:
    same = [ReportedNumber("7", "5550000001"), ReportedNumber("7", "5550000002")]
    none = [ReportedNumber("", "5550000003"), ReportedNumber("", "5550000003")]
    rows = number_rows(report(*same, *none), (), NOBODY)
    assert len({row.key for row in rows}) == 4
    assert [row.id for row in rows] == ["7", "7", "", ""]


def test_what_is_on_its_way_follows_unless_the_report_lists_it() -> None:
    states = list(RowState)
    way = [UploadRow(3, place, f"555000000{place}", f"K{place}", state=state) for place, state in enumerate(states)]
    rows = number_rows(report(ReportedNumber("9", "0555 000 00 02")), way, NOBODY)
    assert [(row.key, row.id, row.state.value) for row in rows] == [
        ("9", "9", "other"),
        *((f"3:{place}", "", state.value) for place, state in enumerate(states) if place != 2),
    ]


def test_the_newest_upload_of_a_number_counts() -> None:
    way = [UploadRow(1, 0, "5550000001", state=RowState.REFUSED), UploadRow(2, 5, "5550000001")]
    (row,) = number_rows(report(), way, NOBODY)
    assert (row.key, row.state) == ("2:5", NumberState.WAITING)


def test_numbers_deleted_for_good_keep_a_row_each() -> None:
    way = [UploadRow(1, place, "", state=RowState.REFUSED, why="deleted") for place in range(2)]
    assert [row.words for row in number_rows(report(), way, NOBODY)] == ["deleted", "deleted"]


def test_a_number_that_was_sent_and_is_not_listed_long_after_has_been_removed() -> None:
    way = [
        UploadRow(1, 0, "5550000001", state=RowState.SENT, at=100.0),
        UploadRow(1, 1, "5550000002", state=RowState.SENT, at=200.0),
        UploadRow(1, 2, "5550000003", state=RowState.UNKNOWN, at=100.0),
    ]
    assert [row.number for row in number_rows(report(), way, NOBODY, since=150.0)] == ["5550000002", "5550000003"]


def test_the_same_number_twice_and_numbers_not_to_be_called_are_marked() -> None:
    lists = report(told(1), ReportedNumber("2", "+90 555 000 00 01"), told(3))
    way = [UploadRow(1, 0, "5550000004")]
    rows = number_rows(lists, way, frozenset({"5550000003", "5550000004"}))
    assert [row.twice for row in rows] == [True, True, False, False]
    assert [row.blocked for row in rows] == [False, False, True, True]
    assert tails_of(lists, way) == {"5550000001", "5550000003", "5550000004"}


def test_counts_are_those_that_the_pbx_told() -> None:
    assert figures_of(report(never=4, reached=3, failed=2, retry=1), 9.0) == ListFigures(4, 3, 2, 1, 9.0)


def test_a_report_shows_absence_only_when_it_is_whole() -> None:
    assert facts_of(report(told(1), never=1)).whole
    assert facts_of(report(ReportedNumber("1", "+90 555 000 00 01"))).numbers == {"5550000001"}
    assert not facts_of(report(told(1), never=2)).whole
    assert not facts_of(ListReport(1, 0, 0, 0, (told(1),), damaged=1)).whole


def test_in_the_list_is_what_the_report_has_also_without_an_id_and_what_may_have_come_since() -> None:
    as_of = 1_000.0
    rows = (
        NumberRow("1", "1", "0555 000 00 01"),
        NumberRow("number 5550000002", "", "5550000002", state=NumberState.NEVER),
        NumberRow("7:0", "", "5550000003", state=NumberState.REFUSED),
    )
    underway = (
        UploadRow(7, 1, "5550000004", state=RowState.SENT, at=as_of - 60),
        UploadRow(7, 2, "5550000005", state=RowState.SENT, at=as_of + 1),
        UploadRow(7, 3, "5550000006", state=RowState.WAITING),
        UploadRow(7, 4, "", state=RowState.UNKNOWN),
    )
    there = {"5550000001", "5550000002", "5550000005", "5550000006"}
    assert in_list(ListNumbers("12505", rows, as_of), underway) == there
    assert in_list(ListNumbers("12505"), underway) == {"5550000004", "5550000005", "5550000006"}


def test_a_number_that_surely_did_not_arrive_is_not_in_the_list() -> None:
    absent = UploadRow(1, 0, "5550000007", state=RowState.UNKNOWN, at=10.0, absent_at=60.0)
    doubtful = UploadRow(1, 1, "5550000008", state=RowState.UNKNOWN, at=10.0)
    rows = number_rows(ListReport(0, 0, 0, 0), (absent, doubtful), frozenset())
    assert [(row.state, row.absent) for row in rows] == [(NumberState.UNKNOWN, True), (NumberState.UNKNOWN, False)]
    assert in_list(ListNumbers("12505", rows, 70.0), (absent, doubtful)) == {"5550000008"}
    assert not listed_already(rows, ListNumber("0555 000 00 07"))
    assert listed_already(rows, ListNumber("0555 000 00 08"))
