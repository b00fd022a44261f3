"""The style of the page of missed callers: that of statistics, whose controls it uses. It paints nothing."""

from supervisor_gui.ui.statistics import looks
from supervisor_gui.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The style sheet of the page in one look."""
    return f"""{looks.sheet(theme)}
QLabel#hintLine {{ color: {theme.words.warn}; }}
"""
