"""Round steps of upright axes and labels that have room."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.reports.values import Axis, Mark, Panel, Series
from supervisor_gui.ui.charts import axes


@given(st.floats(0, 1e7), st.sampled_from([Axis.COUNT, Axis.SECONDS]))
def test_an_axis_holds_its_highest_value_in_four_or_five_whole_steps(highest: float, axis: Axis) -> None:
    ruler = axes.ruler(highest, axis)
    assert ruler.top >= highest * (1 - 1e-9)
    assert ruler.steps in {4, 5}
    assert ruler.step >= 1
    assert ruler.step == int(ruler.step)
    assert [value for value, _ in ruler.marks()] == [ruler.step * at for at in range(ruler.steps + 1)]


@given(st.floats(4, 1e6))
def test_an_axis_is_not_much_higher_than_what_it_shows(highest: float) -> None:
    assert axes.ruler(highest, Axis.COUNT).top <= 1.7 * highest


@given(st.integers(0, 100_000))
def test_no_two_words_of_an_axis_of_counts_are_the_same(highest: int) -> None:
    words = [word for _, word in axes.ruler(highest, Axis.COUNT).marks()]
    assert len(set(words)) == len(words)


def test_percents_stand_beside_every_line_and_end_at_a_hundred() -> None:
    for highest in (3, 96, 118, 480):
        ruler = axes.ruler(highest, Axis.COUNT)
        marks = axes.percent_ruler(ruler.steps).marks()
        assert len(marks) == len(ruler.marks())
        assert marks[-1] == (1.0, "100%")
        assert all(word.rstrip("%").isdigit() for _, word in marks)


def test_seconds_are_spelt_as_minutes() -> None:
    assert [word for _, word in axes.ruler(200, Axis.SECONDS).marks()] == ["00:00", "01:00", "02:00", "03:00", "04:00"]


def test_the_left_axis_adds_up_what_is_stacked_and_leaves_out_shares() -> None:
    panel = Panel(
        (
            Series("answered", "", (10.0, None)),
            Series("abandoned", "", (5.0, 2.0)),
            Series("before", "", (12.0, 20.0), mark=Mark.DOTS),
            Series("service", "", (900.0, 900.0), Axis.PERCENT, Mark.LINE),
        )
    )
    assert axes.highest(panel) == 20.0
    assert axes.left_axis(panel) is Axis.COUNT
    assert axes.highest(Panel(panel.series[:2])) == 15.0


FORMS = {
    "numbers": lambda at: f"{at:05d}",
    "days": lambda at: f"{at % 30 + 1:02d}.{at // 30 % 12 + 1:02d}",
    "times": lambda at: f"{at // 60:02d}:{at % 60:02d}",
}


@given(st.integers(1, 1440), st.floats(50, 3000), st.sampled_from(sorted(FORMS)))
def test_kept_labels_never_touch(count: int, width: float, form: str) -> None:
    labels = [FORMS[form](at) for at in range(count)]
    kept = list(axes.kept_places(labels, width, lambda word: 6.0 * len(word), 10))
    widest = 6.0 * max(map(len, labels))
    assert kept
    for one, two in itertools.pairwise(kept):
        assert (two - one) * width / count >= widest + 10 - 1e-6


def test_a_year_of_days_is_marked_at_the_first_of_months() -> None:
    labels = [f"{day:02d}.{month:02d}" for month in range(1, 13) for day in range(1, 31)]
    kept = axes.kept_places(labels, 1000, lambda _word: 30.0, 14)
    assert [labels[place] for place in kept] == [f"01.{month:02d}" for month in range(1, 13)]
    few = axes.kept_places(labels, 300, lambda _word: 30.0, 14)
    assert [labels[place] for place in few] == ["01.01", "01.03", "01.05", "01.07", "01.09", "01.11"]


@pytest.mark.parametrize(
    ("start", "end", "apart", "step"),
    [(0, 1440, 1, 60), (480, 1080, 1, 30), (487, 727, 1, 10), (0, 1440, 15, 60), (540, 545, 1, 1)],
)
def test_times_of_day_are_marked_at_round_ones(start: int, end: int, apart: int, step: int) -> None:
    times = range(start, end, apart)
    labels = [f"{at // 60:02d}:{at % 60:02d}" for at in times]
    kept = axes.kept_places(labels, 1200, lambda word: 6.0 * len(word), 14)
    assert [times[place] for place in kept] == [at for at in times if at % step == 0]


def test_no_places_have_no_labels() -> None:
    assert list(axes.kept_places([], 1000, lambda _word: math.inf, 14)) == []
