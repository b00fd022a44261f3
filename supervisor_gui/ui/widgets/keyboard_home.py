"""The keyboard's way home when what holds it goes: Qt would hand it to whatever comes next, the dial bar for one."""

from collections.abc import Callable
from operator import itemgetter

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


class KeyboardHome(QObject):
    """Watches strips, bars and toasts: one that is put away while it has the keyboard gives it home."""

    def __init__(self, home: Callable[[], QWidget | None], parent: QObject) -> None:
        """Args.

        home: Who gets the keyboard; with None nobody has it.
        parent: Lives as long as this.
        """
        super().__init__(parent)
        self._home = home

    def watch(self, *parts: QWidget) -> None:
        """See to it that the keyboard of each of these does not stray."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part was put away; one that goes with its whole page keeps what it had."""
        if event.type() is QEvent.Type.Hide and isinstance(watched, QWidget) and watched.isHidden():
            # In a window that is not active this is who has the keyboard once the user comes.
            held = _holder(watched.window())
            if held is not None and (held is watched or watched.isAncestorOf(held)):
                self._take_from(held)
        return super().eventFilter(watched, event)

    def _take_from(self, held: QWidget) -> None:
        home = self._home()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            held.clearFocus()


def home_in(page: QWidget) -> QWidget | None:
    """Where the keys of `page` belong: to who had the keyboard there last, else to its uppermost table."""
    before = _holder(page)
    if before is not None and _takes_keys(before, page):
        return before
    tables = [rows for rows in page.findChildren(QAbstractItemView) if _takes_keys(rows, page)]
    return min(tables, key=lambda rows: rows.mapTo(page, QPoint(0, 0)).y(), default=None)


def show_parts(*parts: tuple[QWidget, bool]) -> None:
    """Show or hide each of a strip's parts, what comes before what goes: so the keyboard stays in the strip."""
    for part, there in sorted(parts, key=itemgetter(1), reverse=True):
        part.setVisible(there)


def _holder(part: QWidget) -> QWidget | None:
    """What has the keyboard in `part`, or had it last."""
    return part.focusWidget()


def _takes_keys(part: QWidget, page: QWidget) -> bool:
    seen = page.isVisible() and part.isVisibleTo(page) and part.window() is page.window()
    return seen and part.isEnabled() and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
