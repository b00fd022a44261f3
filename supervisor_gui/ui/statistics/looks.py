"""The style of the statistics page's own controls. What is painted takes its colours elsewhere."""

from supervisor_gui.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The style sheet of the page in one look."""
    return f"""
QToolButton[kind], QToolButton#exportButton {{ background: {theme.surface}; color: {theme.text};
    border: 1px solid {theme.border}; border-radius: 6px; padding: 3px 5px; }}
QToolButton[kind]:hover {{ border-color: {theme.accent}; }}
QToolButton[kind]:pressed {{ background: {theme.pill}; }}
QToolButton[kind]:focus {{ border: 2px solid {theme.accent}; padding: 2px 4px; }}
QToolButton[kind]:disabled {{ color: {theme.muted}; border-color: {theme.line}; }}
QToolButton[kind="preset"]:checked {{ background: {theme.accent}; color: {theme.on_accent};
    border-color: {theme.accent}; }}
QToolButton[kind="preset"]:checked:focus {{ border: 2px solid {theme.text}; }}
QToolButton[kind="pill"] {{ background: {theme.pill}; border: 1px solid {theme.pill}; border-radius: 9px;
    padding: 1px 5px; }}
QToolButton[kind="pill"]:hover {{ border-color: {theme.accent}; }}
QToolButton[kind="pill"]:focus {{ border: 2px solid {theme.accent}; padding: 0 4px; }}
QToolButton[kind="pill"]:checked {{ background: {theme.selected}; color: {theme.accent};
    border-color: {theme.accent}; }}
QToolButton#exportButton {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
    padding: 3px 28px 3px 6px; }}
QToolButton#exportButton:focus {{ border: 2px solid {theme.text}; padding: 2px 27px 2px 5px; }}
QToolButton#exportButton::menu-button {{ width: 22px; border: none; border-left: 1px solid {theme.on_accent};
    border-top-right-radius: 5px; border-bottom-right-radius: 5px; }}
QToolButton#exportButton:disabled {{ background: {theme.surface}; color: {theme.muted}; border-color: {theme.line}; }}
QToolButton#exportButton::menu-button:disabled {{ border-left: 1px solid {theme.line}; }}
QFrame#statisticsCard {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 8px; }}
QFrame#statisticsCard QTableView {{ background: {theme.surface}; color: {theme.text}; border: none;
    selection-background-color: {theme.selected}; selection-color: {theme.text}; }}
QFrame#rangePopup {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 8px; }}
QProgressBar {{ background: {theme.line}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
"""
