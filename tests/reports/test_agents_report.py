"""The agents' day as it is shown: stretches, totals, names, and what was not seen."""

import pytest

from supervisor_gui import i18n
from supervisor_gui.history.day_values import Past
from supervisor_gui.live.ports import StateInterval
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import bounds
from supervisor_gui.reports.request import Period, ReportRequest, View
from supervisor_gui.reports.values import Report, Timeline, Value
from tests.reports.call_days import MONDAY

MIDNIGHT, NEXT = bounds(MONDAY)
HOUR = 3600.0


def interval(
    extension: str, begin: float, end: float | None, state: str, reason: str = "", *, exact: bool = True
) -> StateInterval:
    """Hours of the day as begin and end."""
    ended = None if end is None else MIDNIGHT + end * HOUR
    return StateInterval("8501110000", extension, MIDNIGHT + begin * HOUR, ended, state, reason, exact)


def report_of(
    *intervals: StateInterval,
    extension: str = "",
    names: dict[str, str] | None = None,
    now: float = NEXT + 9 * HOUR,
) -> Report:
    request = ReportRequest(Period(MONDAY, MONDAY), view=View.AGENTS, day=MONDAY, extension=extension)
    return build(request, Material(Past(MONDAY, MONDAY), intervals=intervals, names=names or {}, now=now))


def timeline(report: Report) -> Timeline:
    assert isinstance(report.picture, Timeline)
    return report.picture


def rows(report: Report) -> list[dict[str, Value]]:
    keys = [column.key for column in report.table.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.table.rows]


DAY = (
    interval("101", 9, 10, "idle"),
    interval("101", 10, 10.5, "talking"),
    interval("101", 10.5, 11, "paused", "Yemek"),
    interval("101", 11, 12, "idle"),
    interval("102", 9.5, 12.25, "talking"),
)


def test_totals_are_the_sums_of_the_stretches() -> None:
    report = report_of(*DAY, names={"101": "Ayşe Demir"})
    found = {(row["extension"], row["state"], row["reason"]): row for row in rows(report)}
    assert found["101", "Free", ""]["seconds"] == 2 * HOUR
    assert found["101", "Free", ""]["times"] == 2
    assert found["101", "Free", ""]["share"] == pytest.approx(2 / 3)
    assert found["101", "Break", "Yemek"]["seconds"] == HOUR / 2
    assert found["102", "Talking", ""]["share"] == pytest.approx(1)
    assert {row["name"] for row in rows(report)} == {"Ayşe Demir", "102"}
    assert {tile.key: tile.value for tile in report.tiles} == {
        "agents": 2,
        "talking": 3.25 * HOUR,
        "ringing": 0,
        "idle": 2 * HOUR,
        "paused": HOUR / 2,
    }


def test_the_timeline_has_a_row_an_agent_and_the_hours_seen() -> None:
    shown = timeline(report_of(*DAY, names={"101": "Ayşe Demir"}))
    assert [(row.extension, row.name) for row in shown.rows] == [("101", "Ayşe Demir"), ("102", "102")]
    assert (shown.start, shown.end) == (MIDNIGHT + 9 * HOUR, MIDNIGHT + 13 * HOUR)
    assert shown.states == (("idle", "Free"), ("talking", "Talking"), ("paused", "Break"))
    assert shown.rows[0].segments[2].words == "Break · Yemek"
    for row in shown.rows:
        assert all(shown.start <= one.began < one.ended <= shown.end for one in row.segments)


def test_one_agent_alone() -> None:
    report = report_of(*DAY, extension="102")
    assert {row["extension"] for row in rows(report)} == {"102"}
    assert len(timeline(report).rows) == 1


def test_stretches_over_midnight_are_cut_to_the_day() -> None:
    report = report_of(interval("101", -3, 2, "idle"), interval("101", 22, 27, "talking"))
    shown = timeline(report)
    assert (shown.start, shown.end) == (MIDNIGHT, NEXT)
    assert sorted(row["seconds"] for row in rows(report)) == [2 * HOUR, 2 * HOUR]


def test_a_state_that_lasts_ends_now() -> None:
    report = report_of(interval("101", 9, None, "talking"), now=MIDNIGHT + 9.75 * HOUR)
    assert rows(report)[0]["seconds"] == 0.75 * HOUR
    assert report.as_of == MIDNIGHT + 9.75 * HOUR


def test_a_beginning_that_was_not_seen_is_told() -> None:
    report = report_of(interval("101", 9, 10, "idle", exact=False), interval("101", 10, 11, "talking"))
    notes = {row["state"]: row["note"] for row in rows(report)}
    assert notes["Talking"] == ""
    assert str(notes["Free"]).startswith("≥")
    assert not timeline(report).rows[0].segments[0].exact
    assert any("≥" in note for note in report.notes)
    assert not any("≥" in note for note in report_of(*DAY).notes)


def test_a_day_on_which_nobody_was_seen() -> None:
    report = report_of()
    assert rows(report) == []
    assert (timeline(report).start, timeline(report).end) == (MIDNIGHT, NEXT)
    assert {tile.value for tile in report.tiles} == {None}
    assert any("the program was not running" in note for note in report.notes)


def test_before_anybody_was_seen_today_the_program_is_not_said_to_have_been_off() -> None:
    i18n.use_headless("en")
    (note,) = report_of(now=MIDNIGHT + 9 * HOUR).notes
    assert "not running" not in note
    assert "today" in note


def test_an_agent_whose_phone_was_dead_all_day_is_not_counted_as_seen_at_work() -> None:
    report = report_of(interval("101", 0, 24, "offline"), interval("102", 9, 10, "idle"))
    assert next(tile.value for tile in report.tiles if tile.key == "agents") == 1
    assert len(rows(report)) == 2


def test_names_and_reasons_cannot_play_tricks() -> None:
    report = report_of(interval("101", 9, 10, "paused", "a\u202eb\n"), names={"101": "x\u200b" * 300})
    for row in rows(report):
        assert "\u202e" not in str(row["reason"])
        assert "\n" not in str(row["reason"])
        assert len(str(row["name"])) <= 200
    assert "\u202e" not in timeline(report).rows[0].segments[0].words


def test_a_state_of_a_later_version_is_other() -> None:
    assert rows(report_of(interval("101", 9, 10, "wrap_up")))[0]["state"] == "Other"


def test_turkish_states() -> None:
    i18n.use_headless("tr")
    report = report_of(*DAY)
    assert report.title == "Temsilcilerin günü"
    assert {row["state"] for row in rows(report)} == {"Boşta", "Konuşuyor", "Mola"}
    assert timeline(report).rows[0].segments[2].words == "Mola · Yemek"
