"""The current call: shown in detail, and what keys, buttons and its menu mean for it. It does none of that itself."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import translate
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.records.details import Details
from supervisor_gui.ui.records.menu import Deeds, call_menu
from supervisor_gui.ui.records.sides import Sides
from supervisor_gui.ui.records.table import RecordTable

LEGS_MS = 40
"""A call has the keyboard for this long before its legs are asked for: a held key runs past."""


class CallDeeds(QObject):
    """Joins the rows to what is told of one of them.

    Signals:
        legs_wanted(object), play_wanted(object, int), save_wanted(object, int), dial_wanted(str), forget_wanted(str),
        unmask_wanted(object), said(str): As of the page.
        same_wanted(str): All calls of this number are to be shown.

    A call's id goes as an object: it is too large for the int of a signal.
    """

    legs_wanted = Signal(object)
    play_wanted = Signal(object, int)
    save_wanted = Signal(object, int)
    dial_wanted = Signal(str)
    forget_wanted = Signal(str)
    unmask_wanted = Signal(object)
    same_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, table: RecordTable, details: Details, sides: Sides) -> None:
        super().__init__(table)
        self._table, self._details, self._sides = table, details, sides
        self._legs = QTimer(self, singleShot=True, interval=LEGS_MS)
        self._legs.timeout.connect(self._ask_for_legs)
        table.chosen_changed.connect(self.show_current)
        table.links.dial_wanted.connect(self.dial_wanted)
        table.play_asked.connect(self._play)
        table.forget_asked.connect(self._forget)
        table.copy_asked.connect(self._copy_rows)
        table.menu_wanted.connect(self._open_menu)
        details.dial_asked.connect(self._dial)
        details.play_wanted.connect(self._play)
        details.save_wanted.connect(self._save)
        details.said.connect(self.said)

    def show_current(self) -> None:
        """Show the call that has the keyboard; its legs are asked for when it is another one than before."""
        model = self._table.record_model
        call, before = self._table.current, self._details.call
        whole = call is not None and model.is_whole(call.id)
        self._details.show_call(call, model.context, whole=whole)
        self._sides.show_telling(telling=call is not None)
        if call is not None and call != before:
            self._legs.start()

    def _ask_for_legs(self) -> None:
        if self._details.call is not None:
            self.legs_wanted.emit(self._details.call.id)

    def _recorded(self) -> RecordedCall | None:
        """The current call, if it has a recording; that it has none is told."""
        call = self._table.current
        if call is None or call.recorded:
            return call
        self.said.emit(translate("RecordsPage", "This call has no recording."))
        return None

    def _play(self, leg: int = -1) -> None:
        call = self._recorded()
        if call is not None:
            self.play_wanted.emit(call.id, leg)

    def _save(self, leg: int = -1) -> None:
        call = self._recorded()
        if call is not None:
            self.save_wanted.emit(call.id, leg)

    def _play_any(self) -> None:
        self._play()

    def _save_any(self) -> None:
        self._save()

    def _dial(self) -> None:
        call = self._table.current
        if call is not None and call.number:
            self.dial_wanted.emit(call.number)

    def _forget(self) -> None:
        call = self._table.current
        if call is not None and call.number:
            self.forget_wanted.emit(call.number)

    def _unmask(self) -> None:
        if self._table.current is not None:
            self.unmask_wanted.emit(self._table.current.id)

    def _show_same(self) -> None:
        if self._table.current is not None:
            self.same_wanted.emit(self._table.current.number)

    def _copy_rows(self) -> None:
        """The chosen rows as text, where this seat may take anything out of the program."""
        if self._refused_to_copy():
            return
        text, count = self._table.copied_text()
        if count:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(translate("RecordsPage", "%n row(s) on the clipboard.", None, count))

    def _copy_number(self) -> None:
        """The number as this seat may see it."""
        if self._table.current is not None and not self._refused_to_copy():
            row = self._table.record_model.row_at(self._table.currentIndex().row())
            QGuiApplication.clipboard().setText(row.beside or row.name)
            self.said.emit(translate("RecordsPage", "The number is on the clipboard."))

    def _refused_to_copy(self) -> bool:
        denied = why_denied(self._table.record_model.context.policy, "export")
        if denied:
            self.said.emit(denied)
        return bool(denied)

    def _open_menu(self, point: QPoint) -> None:
        call, model = self._table.current, self._table.record_model
        if call is None:
            return
        deeds = Deeds(
            play=self._play_any,
            save=self._save_any,
            dial=self._dial,
            same=self._show_same,
            unmask=self._unmask,
            copy_number=self._copy_number,
            copy_id=self._details.copy_unique_id,
            copy_rows=self._copy_rows,
            forget=self._forget,
        )
        menu = call_menu(self._table, call, model.context.policy, deeds, whole=model.is_whole(call.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
