"""Colours: words and marks can be told apart on every ground, red belongs to limits, old looks old."""

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.theme import DARK, LIGHT, Theme, Tones
from supervisor_gui.ui.widgets.marks import ICONS, MARKS, Mark, icon, mark_pixmap

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """WCAG relative luminance."""
    given = QColor(colour).getRgbF()[:3]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in given]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, two: str) -> float:
    """WCAG contrast ratio."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
def test_every_word_can_be_read_on_every_ground(theme: Theme) -> None:
    words = [getattr(theme.words, name) for name in Tones.__struct_fields__]
    for word, ground in itertools.product([*words, theme.text, theme.muted, theme.accent], theme.backgrounds):
        assert contrast(word, ground) >= 4.5, (word, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@THEMES
def test_every_mark_can_be_seen_on_every_ground(theme: Theme) -> None:
    for name, ground in itertools.product(Tones.__struct_fields__, theme.backgrounds):
        assert contrast(getattr(theme.marks, name), ground) >= 3.0, (name, ground)


@THEMES
def test_ringing_and_paused_differ_without_their_hue(theme: Theme) -> None:
    assert abs(luminance(theme.marks.ringing) - luminance(theme.marks.paused)) >= 0.1


@THEMES
def test_only_broken_limits_are_vermilion(theme: Theme) -> None:
    for tones in (theme.marks, theme.words):
        reddish = {
            name
            for name in Tones.__struct_fields__
            if QColor(getattr(tones, name)).hue() <= 25 and QColor(getattr(tones, name)).saturation() > 120
        }
        assert reddish == {"limit"}


@THEMES
def test_old_figures_lose_contrast_and_then_their_colour(theme: Theme) -> None:
    dim, grey = theme.aged(Freshness.DIM), theme.aged(Freshness.GREY)
    plain = contrast(theme.text, theme.surface)
    assert contrast(dim.text, dim.surface) < plain
    assert contrast(grey.text, grey.surface) < contrast(dim.text, dim.surface)
    colourful = [QColor(getattr(theme.marks, name)).saturationF() for name in ("idle", "talking", "limit")]
    faded = [QColor(getattr(grey.marks, name)).saturationF() for name in ("idle", "talking", "limit")]
    assert max(faded) < 0.5 * min(colourful)
    assert theme.aged(Freshness.FRESH) is theme


def test_each_state_has_a_shape_of_its_own(qapp: QApplication) -> None:
    pictures = [mark_pixmap(mark, "#000000", 32).toImage() for mark in Mark]
    assert set(MARKS) == set(Mark)
    for one, two in itertools.combinations(pictures, 2):
        assert one != two


def test_every_icon_draws_something(qapp: QApplication) -> None:
    for which in ICONS:
        image = icon(which, "#000000").pixmap(22, 22).toImage()
        painted = sum(image.pixelColor(x, y).alpha() > 100 for x in range(22) for y in range(22))
        assert painted > 15, which


def test_the_choice_decides_and_system_follows_the_desktop(qapp: QApplication) -> None:
    assert looks.resolve("light", qapp) is LIGHT
    assert looks.resolve("dark", qapp) is DARK
    assert looks.resolve("system", qapp) in {LIGHT, DARK}


@THEMES
def test_applying_a_theme_colours_the_whole_application(qapp: QApplication, theme: Theme) -> None:
    looks.apply(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.text)
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(theme.surface)
    assert theme.accent in qapp.styleSheet()
