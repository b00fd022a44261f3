"""The style of the page of auto-dial lists: that of statistics, whose controls it uses. It paints nothing."""

from supervisor_gui.ui.statistics import looks
from supervisor_gui.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The style sheet of the page in one look."""
    return f"""{looks.sheet(theme)}
QLabel#hintLine {{ color: {theme.words.warn}; }}
QSplitter::handle {{ background: transparent; }}
"""


def strip_sheet(theme: Theme) -> str:
    """The style sheet of the strip on the board."""
    return f"""
QFrame#dialStrip {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 8px; }}
QLabel#hintLine {{ color: {theme.words.warn}; }}
"""
