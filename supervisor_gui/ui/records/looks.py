"""The style of the page of call records: that of statistics, whose controls it uses, and its own. It paints nothing."""

from supervisor_gui.ui.statistics import looks
from supervisor_gui.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The style sheet of the page in one look."""
    return f"""{looks.sheet(theme)}
QLineEdit#searchLine {{ border-radius: 6px; padding: 4px 8px; }}
QLineEdit#searchLine:focus {{ border: 2px solid {theme.accent}; padding: 3px 7px; }}
QToolButton[kind="chooser"] {{ padding: 4px 20px 4px 8px; }}
QToolButton[kind="chooser"]:focus {{ padding: 3px 19px 3px 7px; }}
QToolButton[kind="chooser"]::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center;
    right: 5px; }}
QToolButton[kind="chooser"]:checked, QToolButton[kind="chooser"][narrows="true"] {{ background: {theme.selected};
    color: {theme.accent}; border-color: {theme.accent}; }}
QToolButton[kind="chooser"][plain="true"] {{ padding: 4px 8px; }}
QToolButton[kind="chooser"][plain="true"]:focus {{ padding: 3px 7px; }}
QComboBox#choiceBox {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border};
    border-radius: 6px; padding: 3px 2px 3px 6px; }}
QComboBox#choiceBox:hover {{ border-color: {theme.accent}; }}
QComboBox#choiceBox:focus {{ border: 2px solid {theme.accent}; padding: 2px 1px 2px 5px; }}
QComboBox#choiceBox[narrows="true"] {{ background: {theme.selected}; border-color: {theme.accent}; }}
QComboBox#choiceBox[narrows="true"] QLineEdit {{ color: {theme.accent}; }}
QComboBox#choiceBox QLineEdit {{ background: transparent; }}
QComboBox#choiceBox::drop-down {{ border: none; width: 18px; }}
QComboBox#choiceBox::down-arrow {{ image: none; }}
QFrame#boardPanel QLabel#countLine {{ font-weight: bold; }}
QFrame#boardPanel QToolButton[kind] {{ padding: 2px 8px; }}
QFrame#boardPanel QToolButton[kind]:focus {{ padding: 1px 7px; }}
QScrollArea#legsArea, QWidget#legsBody {{ background: transparent; border: none; }}
QFrame#legLine {{ border: none; border-top: 1px solid {theme.line}; }}
QSplitter::handle {{ background: transparent; }}
"""
