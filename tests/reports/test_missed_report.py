"""Missed callers as a report: who, how often, since when and how it stands."""

from datetime import date, datetime, timedelta

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.missed_values import CallerNote, CallerState, MissedCaller, MissedView
from supervisor_gui.reports.formats import file_name
from supervisor_gui.reports.missed_report import MissedMaterial, missed_report
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Chart, Report
from supervisor_gui.text import last_two

DAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 24, 9, tzinfo=PBX_ZONE).timestamp()
NOW = MORNING + 7_200
OPEN = MissedCaller("5550001122", "05550001122", "AYSE", "Destek", MORNING, MORNING + 60, 3, tries=1)
DONE = MissedCaller(
    "5550003344",
    "05550003344",
    "",
    "",
    MORNING - 86_400,
    MORNING - 86_400,
    1,
    state=CallerState.REACHED,
    closed=MORNING - 86_000,
    closed_by="101",
    note=CallerNote("5550003344", "wants the invoice, else 0555 000 55 55", "deniz", MORNING),
)


def report(**changed: object) -> Report:
    given = {"names": {"101": "Deniz"}, "number": str, "account": "8501110000", "now": NOW} | changed
    view = MissedView((OPEN, DONE), withheld=2, as_of=NOW - 60)
    return missed_report(MissedMaterial(Period(DAY - timedelta(days=1), DAY), view, **given))


def row(made: Report, number: int) -> dict[str, object]:
    return {column.key: value for column, value in zip(made.table.columns, made.table.rows[number], strict=True)}


def test_a_caller_who_waits_has_waited_until_now() -> None:
    waiting = row(report(), 0)
    assert waiting["waited"] == NOW - MORNING
    assert (waiting["misses"], waiting["tries"], waiting["closed"]) == (3, 1, None)
    assert (waiting["name"], waiting["queue"], waiting["state"]) == ("AYSE", "Destek", "to call back")


def test_a_settled_one_until_it_was_settled_and_by_whom() -> None:
    settled = row(report(), 1)
    assert settled["waited"] == 400
    assert (settled["state"], settled["closed_by"], settled["note"]) == ("reached", "Deniz", DONE.note.text)
    assert settled["closed"] == datetime.fromtimestamp(DONE.closed, PBX_ZONE)


def test_the_picture_tells_who_waits_by_the_day_of_the_first_miss() -> None:
    picture = report().picture
    assert isinstance(picture, Chart)
    assert {series.key: series.values for series in picture.panels[0].series} == {"answered": (1, 0), "missed": (0, 1)}


def test_hidden_numbers_and_the_age_of_records_are_told() -> None:
    assert any("2" in note and "number" in note for note in report().notes)
    assert any("24.11.2026 10:59" in note for note in report().notes)


def test_the_part_that_is_chosen_is_all_there_is() -> None:
    for waits, number, counts in ((True, OPEN.number, [1, 1, 0, 0, 3]), (False, DONE.number, [1, 0, 1, 0, 1])):
        made = report(waits=waits)
        assert [row(made, place)["number"] for place in range(len(made.table.rows))] == [number]
        assert [tile.value for tile in made.tiles] == counts
        assert isinstance(made.picture, Chart)
        assert sum(sum(series.values) for series in made.picture.panels[0].series) == 1
        assert any("1 of 2" in note for note in made.notes)
    assert not any("of 2" in note for note in report().notes)


def test_a_search_leaves_those_it_finds_and_says_how_many_of_how_many() -> None:
    made = report(found={DONE.tail}, narrowed="Name with deniz")
    assert [row(made, 0)["number"]] == [DONE.number]
    assert len(made.table.rows) == 1
    assert [tile.value for tile in made.tiles] == [1, 0, 1, 0, 1]
    assert "Name with deniz: 1 of 2 callers." in made.notes
    nobody = report(found=set(), narrowed="Number with 77", waits=True)
    assert nobody.table.rows == ()
    assert any("1 of 2" in note for note in nobody.notes), "the part is as large as it is"
    assert "Number with 77: 0 of 1 callers." in nobody.notes


def test_days_that_have_not_come_are_told() -> None:
    material = MissedMaterial(Period(DAY, DAY), MissedView((OPEN,), missing=3), {}, str)
    assert any("3 day(s)" in note for note in missed_report(material).notes)


def test_a_masked_seat_exports_no_whole_number() -> None:
    made = report(number=last_two)
    assert row(made, 0)["name"] == "AYSE"
    assert row(made, 1)["note"] == "wants the invoice, else •••55"
    assert "5550001122" not in str(made.table)
    assert row(report(), 1)["note"] == "wants the invoice, else 0555 000 55 55"


def test_the_file_is_called_after_its_days() -> None:
    assert file_name(report(), "pdf") == "missed-callers_2026-11-23_2026-11-24.pdf"
