"""What is asked about before a list starts: which reasons, with which figures."""

from datetime import date, datetime, time
from typing import Any

import msgspec
import pytest

from supervisor_gui.autodial.safety import LONGEST_LOOK, Concern, concerns, to_call
from supervisor_gui.autodial.values import JobState, ListFigures, ListState, ShownList, UploadJob
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.netsantral.types_autodial import AutodialList

MONDAY = date(2026, 11, 30)
HOURS = time(9), time(20)


def at(day: date, hour: int, minute: int = 0) -> float:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PBX_ZONE).timestamp()


def listed(**fields: Any) -> AutodialList:
    usual: dict[str, Any] = {
        "first_day": MONDAY,
        "last_day": date(2026, 12, 4),
        "from_time": time(10),
        "until_time": time(18),
        "department": "Satış",
    }
    return AutodialList("7", "Kasım", **(usual | fields))


def shown(**fields: Any) -> ShownList:
    return ShownList(listed(**fields), ListState.NEW, ListFigures(never=100))


def found(one: ShownList, **wishes: Any) -> tuple[Concern, ...]:
    usual: dict[str, Any] = {
        "now": at(MONDAY, 11),
        "hours": HOURS,
        "many": 500,
        "agents": 3,
        "twice": 0,
        "blocked": 0,
        "unsent": 0,
        "holiday": lambda day: "",
    }
    return concerns(one, **(usual | wishes))


def test_a_list_at_usual_hours_with_agents_and_few_numbers_is_not_asked_about() -> None:
    assert found(shown()) == ()


@pytest.mark.parametrize(
    ("fields", "wishes", "expected"),
    [
        (
            {"from_time": time(8)},
            {},
            Concern("hours", span=(time(8), time(18)), allowed=HOURS),
        ),
        (
            {"until_time": time(20, 1)},
            {},
            Concern("hours", span=(time(10), time(20, 1)), allowed=HOURS),
        ),
        ({"from_time": None}, {}, Concern("hours_unknown", allowed=HOURS)),
        (
            {},
            {"now": at(MONDAY, 20)},
            Concern("now", at=time(20), span=(time(10), time(18)), allowed=HOURS),
        ),
        (
            {},
            {"now": at(MONDAY, 8, 59)},
            Concern("now", at=time(8, 59), span=(time(10), time(18)), allowed=HOURS),
        ),
        ({"last_day": date(2026, 12, 14)}, {}, Concern("sunday", 2, day=date(2026, 12, 6))),
        (
            {"first_day": date(2026, 11, 1), "last_day": date(2026, 12, 6)},
            {"now": at(date(2026, 11, 29), 11)},
            Concern("sunday", 2, day=date(2026, 11, 29), today=True),
        ),
        (
            {},
            {"holiday": lambda day: "Bayram" if day.day in {1, 2} else ""},
            Concern("holiday", 2, day=date(2026, 12, 1), name="Bayram"),
        ),
        (
            {},
            {"holiday": lambda day: "Bayram" if day == MONDAY else ""},
            Concern("holiday", 1, day=MONDAY, today=True, name="Bayram"),
        ),
        ({"last_day": None}, {}, Concern("days_unknown")),
        ({"last_day": date(2026, 11, 29)}, {}, Concern("ended", day=date(2026, 11, 29))),
        ({}, {"agents": 0}, Concern("department", name="Satış")),
        ({}, {"agents": None}, Concern("department_unknown", name="Satış")),
        ({}, {"many": 99}, Concern("many", 100, 99)),
        ({}, {"twice": 2}, Concern("twice", 2)),
        ({}, {"blocked": 3}, Concern("blocked", 3)),
        ({}, {"unsent": 40}, Concern("unsent", 40)),
    ],
)
def test_each_reason_is_told_with_its_figures(
    fields: dict[str, Any], wishes: dict[str, Any], expected: Concern
) -> None:
    assert found(shown(**fields), **wishes) == (expected,)


@pytest.mark.parametrize(
    ("span", "allowed", "asks"),
    [
        ((time(9), time(20)), HOURS, False),
        ((time(18), time(2)), (time(17), time(3)), False),
        ((time(18), time(4)), (time(17), time(3)), True),
        ((time(22), time(23)), (time(17), time(3)), False),
        ((time(18), time(2)), HOURS, True),
        ((time(0), time(23, 59)), (time(0), time(0)), False),
    ],
)
def test_hours_that_go_on_after_midnight_are_compared_as_meant(
    span: tuple[time, time], allowed: tuple[time, time], asks: bool
) -> None:
    one = shown(from_time=span[0], until_time=span[1])
    kinds = [concern.kind for concern in found(one, hours=allowed, now=at(MONDAY, 19))]
    assert ("hours" in kinds) == asks


def test_a_list_that_is_over_is_not_asked_about_its_hours_and_days() -> None:
    one = shown(last_day=date(2026, 11, 29), from_time=time(3))
    kinds = [concern.kind for concern in found(one, agents=0, now=at(MONDAY, 23))]
    assert kinds == ["ended", "department"]


def test_nothing_that_the_pbx_left_out_stops_the_other_questions() -> None:
    one = ShownList(AutodialList("7"), ListState.OTHER)
    kinds = [concern.kind for concern in found(one, agents=None, many=10, unsent=11, now=at(date(2026, 11, 29), 21))]
    told = ["now", "hours_unknown", "days_unknown", "sunday", "department_unknown"]
    assert kinds == [*told, "numbers_unknown", "many", "unsent"]


@pytest.mark.parametrize(("figures", "kind"), [(ListFigures(never=9), "unseen"), (None, "numbers_unknown")])
def test_numbers_that_nobody_has_looked_through_are_asked_about_once(figures: ListFigures | None, kind: str) -> None:
    one = msgspec.structs.replace(shown(), figures=figures)
    assert [concern.kind for concern in found(one, seen=False)] == [kind]
    assert found(msgspec.structs.replace(one, figures=ListFigures()), seen=False) == ()


def test_a_list_that_was_started_before_is_asked_about_today_only() -> None:
    stopped = msgspec.structs.replace(
        shown(first_day=date(2026, 11, 23), last_day=date(2026, 12, 20)), state=ListState.STOPPED
    )
    assert found(stopped, holiday=lambda day: "" if day == MONDAY else "Holiday") == ()
    (concern,) = found(stopped, now=at(date(2026, 12, 6), 11))
    assert (concern.kind, concern.count, concern.today) == ("sunday", 1, True)


def test_a_list_without_end_is_looked_at_for_a_year() -> None:
    asked: list[date] = []
    found(shown(last_day=date(9999, 12, 31)), holiday=lambda day: "" if asked.append(day) is None else "x")
    assert len(asked) == LONGEST_LOOK


def test_days_are_those_of_turkey() -> None:
    """At 21:30 UTC on Saturday it is Sunday in Turkey."""
    kinds = [concern.kind for concern in found(shown(last_day=MONDAY), now=at(date(2026, 11, 29), 0, 30))]
    assert kinds == ["now"], "the list begins on Monday"
    kinds = [
        concern.kind for concern in found(shown(first_day=None, last_day=MONDAY), now=at(date(2026, 11, 29), 0, 30))
    ]
    assert kinds == ["now", "days_unknown", "sunday"]


def test_a_list_that_no_report_has_told_of_is_asked_about() -> None:
    assert found(ShownList(listed(), ListState.NEW)) == (Concern("numbers_unknown"),)


@pytest.mark.parametrize(
    ("figures", "jobs", "unsent", "left"),
    [
        (ListFigures(never=400, retry=50, reached=500, failed=60), (), 0, 450),
        (None, (), 30, 30),
        (None, (UploadJob(1, "7", "Kasım", 5.0, sent=700, waiting=300),), 300, 1000),
        (ListFigures(never=100, as_of=9.0), (UploadJob(1, "7", "Kasım", 5.0, sent=700),), 0, 700),
        (ListFigures(never=100, as_of=9.0), (UploadJob(1, "7", "Kasım", 5.0, state=JobState.DONE, sent=700),), 0, 100),
        (ListFigures(reached=900, as_of=9.0), (UploadJob(1, "7", "Kasım", 5.0, sent=700),), 0, 0),
    ],
)
def test_how_many_will_be_called(
    figures: ListFigures | None, jobs: tuple[UploadJob, ...], unsent: int, left: int
) -> None:
    assert to_call(ShownList(listed(), ListState.STOPPED, figures, jobs=jobs), unsent) == left
