"""Colours, patterns and shapes of series and states in both looks."""

import itertools

import pytest
from PySide6.QtGui import QColor

from supervisor_gui.ui.charts.colours import KEYS, Look, series_look, state_look
from supervisor_gui.ui.theme import DARK, LIGHT, Theme
from tests.ui.test_theme import contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
STATES = ("idle", "ringing", "talking", "paused", "offline", "other")
TOGETHER = (
    ("answered", "unanswered", "abandoned"),
    ("answer_wait", "average_wait", "average_talk", "longest_wait"),
    ("idle", "ringing", "talking", "paused"),
    ("answered", "missed"),
)


@THEMES
def test_every_series_and_state_can_be_seen_on_the_surface(theme: Theme) -> None:
    looks = [series_look(theme, key) for key in KEYS] + [state_look(theme, state) for state in STATES]
    for look in looks:
        assert contrast(look.colour, theme.surface) >= 3.0, look


@THEMES
def test_the_colour_of_a_broken_limit_is_never_used(theme: Theme) -> None:
    for key in (*KEYS, *STATES, "nobody knows"):
        colour = QColor(series_look(theme, key).colour)
        assert not (colour.hue() <= 25 and colour.saturation() > 120), key


@THEMES
def test_series_of_one_panel_differ_in_colour(theme: Theme) -> None:
    for keys in TOGETHER:
        for one, two in itertools.combinations(keys, 2):
            assert series_look(theme, one).colour != series_look(theme, two).colour, (one, two)


@THEMES
def test_lines_differ_by_shape_and_stacks_by_pattern_where_colours_are_alike(theme: Theme) -> None:
    waits = [series_look(theme, key).shape for key in ("answer_wait", "average_wait", "average_talk", "longest_wait")]
    assert len(set(waits)) == 4
    stack = [series_look(theme, key).pattern for key in ("answered", "unanswered", "abandoned")]
    assert len(set(stack)) == 3


def test_a_series_and_a_state_that_nobody_knows_are_grey(qapp: object) -> None:
    assert series_look(LIGHT, "news of tomorrow") == Look(LIGHT.muted)
    assert state_look(LIGHT, "asleep") == state_look(LIGHT, "other")
