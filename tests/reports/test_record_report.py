"""Call records as a report: every call a row, counted by its kind and its hour or day, numbers as a seat sees them."""

from datetime import date, datetime, timedelta

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.reports.formats import file_name
from supervisor_gui.reports.record_report import RecordMaterial, record_report
from supervisor_gui.reports.record_words import narrowing_words
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Chart, Report
from supervisor_gui.text import last_two

DAY = date(2026, 11, 24)
NUMBER = "05550001122"


def at(day: date, hour: int, minute: int = 0) -> float:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PBX_ZONE).timestamp()


def calls() -> tuple[RecordedCall, ...]:
    return (
        RecordedCall(5, "sip3-1790000005.5", at(DAY, 23, 59), Direction.OUTGOING, NUMBER, extension="101", seconds=61),
        RecordedCall(4, "sip3-1790000004.4", at(DAY, 9), Direction.INTERNAL, "102", extension="101", seconds=5),
        RecordedCall(3, "sip3-1790000003.3", at(DAY, 9), Direction.MISSED, NUMBER, name="AYSE", queue="Destek"),
        RecordedCall(2, "sip3-1790000002.2", at(DAY, 9), Direction.INCOMING, "", seconds=100, recorded=True),
        RecordedCall(1, "=1+1", at(DAY - timedelta(days=1), 0), Direction.UNANSWERED, "05550003344", extension="102"),
    )


def report(period: Period | None = None, **changed: object) -> Report:
    given = {"names": {NUMBER: "Ayşe", "101": "Deniz"}, "number": str, "account": "8501110000"} | changed
    return record_report(RecordMaterial(period=period or Period(DAY - timedelta(days=1), DAY), calls=calls(), **given))


def column(made: Report, key: str) -> list[object]:
    place = [one.key for one in made.table.columns].index(key)
    return [row[place] for row in made.table.rows]


def test_each_call_is_a_row_and_the_talk_is_summed() -> None:
    made = report()
    assert column(made, "call") == [call.call for call in calls()]
    assert column(made, "began") == [datetime.fromtimestamp(call.began, PBX_ZONE) for call in calls()]
    assert column(made, "direction") == ["outgoing", "internal", "missed", "incoming", "not reached"]
    assert column(made, "recorded") == ["", "", "", "yes", ""]
    assert made.table.totals[0] == "Total"
    assert made.table.totals[8] == 61 + 5 + 100
    assert len(made.table.totals) == len(made.table.columns)


def test_our_own_name_for_a_number_comes_before_the_pbxs() -> None:
    assert column(report(), "name") == ["Ayşe", "", "Ayşe", "", ""]
    assert column(report(names={}), "name") == ["", "", "AYSE", "", ""]
    assert column(report(), "agent") == ["Deniz", "Deniz", "", "", ""]


def test_a_masked_seat_exports_no_whole_number() -> None:
    made = report(number=lambda number: last_two(number) if number else "", names={})
    assert column(made, "number") == ["•••22", "•••", "•••22", "", "•••44"]
    assert column(made, "name") == ["", "", "AYSE", "", ""]
    assert NUMBER not in str(made)


def test_calls_are_counted_by_day_and_of_one_day_by_hour() -> None:
    days = report().picture
    assert isinstance(days, Chart)
    counted = {series.key: series.values for series in days.panels[0].series}
    assert counted == {"answered": (0, 1), "missed": (0, 1), "outgoing": (0, 1), "not_reached": (1, 0)}
    hours = report(Period(DAY, DAY)).picture
    assert isinstance(hours, Chart)
    by_hour = {series.key: series.values for series in hours.panels[0].series}
    assert len(by_hour["missed"]) == len(hours.labels) == 24
    assert [hour for hour, count in enumerate(by_hour["missed"]) if count] == [9]
    assert [hour for hour, count in enumerate(by_hour["outgoing"]) if count] == [23]


def test_tiles_count_what_the_table_holds() -> None:
    tiles = {tile.key: tile.value for tile in report().tiles}
    assert tiles == {"calls": 5, "answered": 1, "missed": 1, "outgoing": 1, "not_reached": 1, "seconds": 166}


def test_what_lacks_is_told() -> None:
    made = report(missing=(DAY,), as_of=at(DAY, 12, 3), narrowed=("Queue Destek",), cut=True)
    text = " ".join(made.notes)
    assert "Queue Destek" in text
    assert "24.11.2026 12:03" in text
    assert "Only the newest 5 calls" in text
    assert len(made.notes) == 4
    assert report().notes == ()


def test_files_are_called_after_their_days() -> None:
    assert file_name(report(), "csv") == "call-records_2026-11-23_2026-11-24.csv"
    assert file_name(report(Period(DAY, DAY), demo=True), "xlsx") == "call-records_2026-11-24_demo.xlsx"


def test_a_filter_is_told_in_words_and_as_the_seat_sees_numbers() -> None:
    wanted = RecordFilter(
        DAY,
        DAY,
        digits="5550001122",
        directions=frozenset({Direction.MISSED, Direction.INCOMING}),
        extension="101",
        queue="Destek",
        line="3121110000",
        at_least=0,
        at_most=90,
        recorded=True,
    )
    assert narrowing_words(wanted, last_two) == (
        "Number with •••22",
        "incoming, missed",
        "Extension 101",
        "Queue Destek",
        "Line 3121110000",
        "At most 01:30",
        "Only with a recording",
    )
    assert narrowing_words(RecordFilter(DAY, DAY, words="sule", numbers=("101",)), last_two)[0] == "Name with sule"
    assert narrowing_words(RecordFilter(DAY, DAY), str) == ()
