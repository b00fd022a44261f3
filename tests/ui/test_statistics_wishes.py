"""What is chosen becomes a request: periods move on at midnight, days stay inside, nothing is asked after today."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.reports.request import Group, Preset, View
from supervisor_gui.ui.statistics import wishes
from supervisor_gui.ui.statistics.wishes import Choices

TUESDAY = date(2026, 11, 24)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
CHOICES = st.builds(
    Choices,
    preset=st.sampled_from(Preset),
    span=st.none() | st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two))),
    view=st.sampled_from(View),
    group=st.sampled_from(Group),
    day=st.none() | DAYS,
    queue=st.sampled_from(("", "destek")),
    extension=st.sampled_from(("", "101")),
)


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        (Preset.TODAY, TUESDAY, TUESDAY),
        (Preset.YESTERDAY, date(2026, 11, 23), date(2026, 11, 23)),
        (Preset.THIS_WEEK, date(2026, 11, 23), TUESDAY),
        (Preset.LAST_WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Preset.THIS_MONTH, date(2026, 11, 1), TUESDAY),
        (Preset.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_named_periods(preset: Preset, start: date, end: date) -> None:
    days = wishes.request(Choices(preset=preset), TUESDAY).period
    assert (days.start, days.end, days.preset) == (start, end, preset)


def test_yesterday_is_another_day_after_midnight() -> None:
    choices = Choices(preset=Preset.YESTERDAY)
    assert wishes.request(choices, TUESDAY + timedelta(days=1)).period.start == TUESDAY


def test_a_range_may_be_given_the_wrong_way_round_and_ends_today() -> None:
    chosen = wishes.with_range(Choices(), date(2027, 1, 1), date(2026, 11, 20), TUESDAY)
    days = wishes.period(chosen, TUESDAY)
    assert (days.start, days.end, days.preset) == (date(2026, 11, 20), TUESDAY, Preset.RANGE)


def test_a_chosen_group_waits_for_a_period_that_is_long_enough() -> None:
    weekly = Choices(group=Group.WEEK)
    assert wishes.request(weekly, TUESDAY).group is Group.WEEK
    short = msgspec.structs.replace(weekly, preset=Preset.LAST_WEEK)
    assert wishes.request(short, TUESDAY).group is Group.DAY
    assert wishes.request(msgspec.structs.replace(short, preset=Preset.LAST_MONTH), TUESDAY).group is Group.WEEK


def test_within_a_week_the_shown_day_moves_and_stops_at_its_ends() -> None:
    choices = Choices(preset=Preset.LAST_WEEK, view=View.AGENTS)
    assert wishes.stepped(choices, 1, TUESDAY) == choices
    seen = []
    for _ in range(8):
        choices = wishes.stepped(choices, -1, TUESDAY)
        seen.append(wishes.request(choices, TUESDAY).shown_day)
    assert seen[0] == date(2026, 11, 21)
    assert seen[-1] == seen[-2] == date(2026, 11, 16)
    assert wishes.request(choices, TUESDAY).period.preset is Preset.LAST_WEEK


def test_a_period_of_one_day_moves_itself_and_takes_its_name_back() -> None:
    choices = Choices(preset=Preset.TODAY, view=View.INTRADAY)
    presets = []
    for by in (-1, -1, 1, 1, 1):
        choices = wishes.stepped(choices, by, TUESDAY)
        presets.append(wishes.request(choices, TUESDAY).period.preset)
    assert presets == [Preset.YESTERDAY, Preset.RANGE, Preset.YESTERDAY, Preset.TODAY, Preset.TODAY]
    assert wishes.request(choices, TUESDAY).shown_day == TUESDAY


@given(CHOICES, DAYS)
def test_every_request_is_one_that_can_be_answered(choices: Choices, today: date) -> None:
    asked = wishes.request(choices, today)
    assert asked.period.start <= asked.shown_day <= asked.period.end
    assert asked.view is View.DAYS or asked.group is Group.DAY
    assert asked.view is View.INTRADAY or not asked.queue
    assert asked.view is View.AGENTS or not asked.extension


@given(CHOICES, DAYS, st.lists(st.sampled_from((-1, 1)), max_size=12))
def test_steps_never_lead_past_today(choices: Choices, today: date, steps: list[int]) -> None:
    choices = msgspec.structs.replace(choices, preset=Preset.TODAY, span=None)
    for by in steps:
        choices = wishes.stepped(choices, by, today)
        assert wishes.request(choices, today).shown_day <= today
