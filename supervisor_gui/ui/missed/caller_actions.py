"""What can be done about the chosen caller, as actions with words, keys and rights. Doing it is the page's."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.missed.rows import MissedRow


class CallerActions(QObject):
    """One QAction each.

    Attributes:
        call: Has its key for show alone: Enter belongs to the table, for it means other things elsewhere on the page.
        note, aside, records: In the bar above the rows. `aside` takes back what was set aside.
        copy, unmask, forget: In the menu.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.call = self._made(Qt.Key.Key_Enter)
        self.note = self._made(Qt.Key.Key_F2)
        self.aside = self._made(Qt.Key.Key_X)
        self.records = self._made(Qt.Key.Key_R)
        self.copy = self._made(QKeySequence.StandardKey.Copy)
        self.unmask = self._made(None)
        self.forget = self._made(Qt.Key.Key_Delete)
        self._takes_back = False

    @property
    def bar(self) -> tuple[QAction, ...]:
        """Those with a button."""
        return self.call, self.note, self.aside, self.records

    @property
    def keyed(self) -> tuple[QAction, ...]:
        """Those whose keys the page takes."""
        return self.note, self.aside, self.records, self.copy, self.forget

    def menu(self, parent: QMenu) -> None:
        """Fill a menu with all of them."""
        parent.addActions([*self.bar, self.copy])
        if self.unmask.isVisible():
            parent.addAction(self.unmask)
        parent.addSeparator()
        parent.addAction(self.forget)

    def consider(self, row: MissedRow | None, policy: Policy) -> None:
        """Enable what can be done about `row` and what this seat may do."""
        there = row is not None
        for action in (self.note, self.records):
            action.setEnabled(there)
        self.copy.setEnabled(there and not policy.why_not("export"))
        self.call.setEnabled(there and not policy.why_not("dial"))
        self.forget.setEnabled(there and not policy.why_not("delete_number"))
        self.unmask.setVisible(row is not None and row.hidden)
        self.unmask.setEnabled(there and not policy.why_not("unmask"))
        # Whoever was reached or came back is done already; only the user's own word can be taken back.
        self.aside.setEnabled(row is not None and (row.waits or row.set_aside))
        self._takes_back = row is not None and row.set_aside
        self._name_aside()

    def retranslate(self) -> None:
        """Take today's language."""
        self.call.setText(translate("MissedPage", "Call back"))
        self.note.setText(translate("MissedPage", "Note"))
        self.records.setText(translate("MissedPage", "Records"))
        self.copy.setText(translate("MissedPage", "Copy the number"))
        self.unmask.setText(translate("MissedPage", "Show the whole number"))
        self.forget.setText(translate("MissedPage", "Delete everything about this number…"))
        self._name_aside()

    def _name_aside(self) -> None:
        back = self._takes_back
        self.aside.setText(
            translate("MissedPage", "Call after all") if back else translate("MissedPage", "No call needed")
        )

    def _made(self, key: Qt.Key | QKeySequence.StandardKey | None) -> QAction:
        action = QAction(self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
