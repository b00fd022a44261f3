"""Whether this seat may copy what the windows show. Text that somebody types or marks stays Qt's own matter."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.live.policy import Policy

_NAME = "refusesToCopy"


class CopyRefusal(QObject):
    """Takes the key that copies away from every list and table while the right to export is missing.

    Qt's own lists and tables put the current cell on the clipboard by that key, and more of them are made while the
    program runs. So each window gets a shortcut, once something in it has the keyboard. Fields for text keep the key.

    Signals:
        refused(): The key was pressed in vain.
    """

    refused = Signal()

    def __init__(self, window: QWidget, policy: Policy) -> None:
        """Args.

        window: The main window; those that it opened count as well.
        policy: What this seat may do.
        """
        super().__init__(window)
        self._window = window
        self._denied = False
        self.set_policy(policy)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def set_policy(self, policy: Policy) -> None:
        """Other rights."""
        self._denied = bool(policy.why_not("export"))
        if self._denied:
            self._refuse_in(self._window)
        for window in filter(self._is_ours, QApplication.topLevelWidgets()):
            for key in window.findChildren(QShortcut, _NAME, Qt.FindChildOption.FindDirectChildrenOnly):
                key.setEnabled(self._denied)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._denied and now is not None and self._is_ours(now):
            self._refuse_in(now.window())

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether `widget` is in the main window or in one that was opened from there."""
        above: QWidget | None = widget
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _refuse_in(self, window: QWidget) -> None:
        if not window.findChildren(QShortcut, _NAME, Qt.FindChildOption.FindDirectChildrenOnly):
            key = QShortcut(QKeySequence.StandardKey.Copy, window)
            key.setObjectName(_NAME)
            key.activated.connect(self.refused)
