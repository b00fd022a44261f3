"""QActions made of the records: words, keys, and whether they can be done now. It runs nothing by itself."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.board import Board
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.actions.copying import CopyRefusal
from supervisor_gui.ui.actions.records import ACTIONS, MENUS, ActionRecord, Scope
from supervisor_gui.ui.denied import denied_words

_ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "page_settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}


class ActionRegistry(QObject):
    """Owns one QAction per record.

    Signals:
        triggered(str): The id of the action that the user chose.
        refused(str): The right that was missing for a key that was pressed.
    """

    triggered = Signal(str)
    refused = Signal(str)

    def __init__(self, window: QWidget, board: QWidget, policy: Policy) -> None:
        super().__init__(window)
        self._policy = policy
        self._records: Mapping[str, ActionRecord] = {record.id: record for record in ACTIONS}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._refusals: dict[str, QShortcut] = {}
        self._copying = CopyRefusal(window, policy)
        self._copying.refused.connect(self._on_copy_refused)
        for record in ACTIONS:
            action = QAction(self)
            action.setObjectName(record.id)
            # macOS takes these into the program's own menu; left to guess, it goes by words.
            action.setMenuRole(_ROLES.get(record.id, QAction.MenuRole.NoRole))
            action.triggered.connect(self._on_triggered)
            if record.key:
                action.setShortcut(QKeySequence.fromString(record.key, QKeySequence.SequenceFormat.PortableText))
            owner = board if record.on_board else window
            if record.on_board:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self._actions[record.id] = action
            if record.key and record.right:
                # A greyed action is deaf to its key: while the right is missing, this hears it.
                refusal = QShortcut(action.shortcut(), owner, context=action.shortcutContext())
                refusal.setObjectName(record.right)
                refusal.activated.connect(self._on_refused)
                self._refusals[record.id] = refusal
        self.retranslate()
        self.consider(None)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @property
    def bar(self) -> tuple[QAction, ...]:
        """Actions of the bar above the agents."""
        return tuple(self._actions[record.id] for record in ACTIONS if record.bar)

    def menu(self, name: str) -> QMenu:
        """The menu `name`, once `fill` has made it."""
        return self._menus[name]

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into `bar`; a second time they only take today's language."""
        for name, title in MENUS:
            if name not in self._menus:
                self._menus[name] = bar.addMenu("")
                self._menus[name].addActions([self._actions[record.id] for record in ACTIONS if record.menu == name])
            self._menus[name].setTitle(translate("Actions", title))

    def consider(self, scope: Scope | None) -> None:
        """Enable what can be done on `scope` and what this seat may do; None: no board yet."""
        for name, action in self._actions.items():
            record = self._records[name]
            allowed = not (record.right and self._policy.why_not(record.right))
            action.setEnabled(allowed and record.possible(scope or Scope(board=_EMPTY)))
            action.setStatusTip("" if allowed else denied_words())
            if name in self._refusals:
                self._refusals[name].setEnabled(not allowed)

    def set_policy(self, policy: Policy) -> None:
        """Other rights; `consider` puts them into effect."""
        self._policy = policy
        self._copying.set_policy(policy)

    def retranslate(self) -> None:
        """Take today's language."""
        for name, action in self._actions.items():
            action.setText(translate("Actions", self._records[name].text))
            action.setStatusTip(denied_words() if action.statusTip() else "")

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.triggered.emit(sender.objectName())

    def _on_refused(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.refused.emit(sender.objectName())

    def _on_copy_refused(self) -> None:
        self.refused.emit("export")


_EMPTY = Board()
