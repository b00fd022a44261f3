"""One running call of mine as a line: state, other party, ticking time, and the buttons that steer it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import CallState, LiveCall
from supervisor_gui.ui import plain
from supervisor_gui.ui.calls.call_rows import CallContext, CallRow, call_row, lasting_words
from supervisor_gui.ui.calls.hold_button import TOLD_MS, HoldButton, hold_words
from supervisor_gui.ui.calls.mute_menu import MuteMenu
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import mark_pixmap

MARK = 16


def no_id_words(call: LiveCall, *, stream: bool) -> str:
    """Why a call cannot be steered yet; empty when it can."""
    if call.call:
        return ""
    if stream:
        return translate("Calls", "waiting for the PBX's event")
    return translate("Calls", "a ringing call cannot be cancelled from here before it is answered")


class OwnCall(QWidget):
    """Steers one call.

    Signals:
        hang_up_wanted(str): The call's key.
        mute_wanted(object): A MuteWish.
        transfer_asked(str): The call's key; whom it goes to is asked then.
        dial_wanted(str): The other party's number was clicked.
        said(str): A sentence for the status line.
    """

    hang_up_wanted = Signal(str)
    mute_wanted = Signal(object)
    transfer_asked = Signal(str)
    dial_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, call: LiveCall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call = call
        self._row: CallRow | None = None
        self._ink: Ink | None = None
        self._why = ""
        self._telling = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._mark = QLabel()
        self._mark.setFixedSize(MARK, MARK)
        self.state = QLabel()
        self.party = QPushButton()
        self.party.setObjectName("partyLink")
        self.time = QLabel()
        self.hint = QLabel()
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hang_up = HoldButton()
        self.mute = QToolButton()
        self.transfer = QToolButton()
        self.menu = MuteMenu(self)
        self.mute.setMenu(self.menu)
        self.mute.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for label in (self.state, self.time, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for button in (self.party, self.mute, self.transfer):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Lines below each other are read as a table.
        self.state.setMinimumWidth(96)
        self.party.setMinimumWidth(150)
        self.time.setMinimumWidth(60)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 10, 2)
        layout.setSpacing(8)
        told: tuple[QWidget, ...] = (self._mark, self.state, self.party, self.time)
        pressed: tuple[QWidget, ...] = (self.hang_up, self.mute, self.transfer)
        for widget in told:
            layout.addWidget(widget)
        layout.addWidget(self.hint, 1)
        for widget in pressed:
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.party.clicked.connect(self._on_party)
        self.hang_up.wanted.connect(self._on_hang_up)
        self.hang_up.too_short.connect(self._on_too_short)
        self.menu.wanted.connect(self.mute_wanted)
        self.transfer.clicked.connect(self._on_transfer)
        self._telling.timeout.connect(self._show_words)

    # in

    def show_call(self, call: LiveCall, context: CallContext, now: float, *, stream: bool) -> None:
        """The call as it stands now."""
        row = call_row(call, context)
        before, self.call, self._row = self._row, call, row
        if before is None or before.mark is not row.mark:
            self._show_mark()
        self.menu.set_call(call)
        self.hang_up.set_own(row.own)
        plain.set_plain(self.state, row.state)
        # A name's "&" is not the mark of a key.
        self.party.setText(row.party.replace("&", "&&"))
        self.party.setToolTip(plain.tooltip(row.party_tip))
        self.party.setEnabled(bool(row.party_dials))
        self._why = no_id_words(call, stream=stream)
        self._show_rights(context)
        self._show_words()
        self.tick(now)

    def tick(self, now: float) -> None:
        """A second has passed."""
        if self._row is not None:
            self.time.setText(lasting_words(self._row, now))

    def open_mute(self) -> bool:
        """Open the menu of sides; whether it could be opened."""
        if self.mute.isEnabled():
            self.menu.popup(self.mute.mapToGlobal(self.mute.rect().bottomLeft()))
        return self.mute.isEnabled()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.hang_up.set_ink(ink)
        self._show_mark()

    def retranslate(self) -> None:
        """Take today's language; the call's own words come with `show_call`."""
        self.mute.setText(translate("Calls", "Mute"))
        self.transfer.setText(translate("Calls", "Transfer"))
        self.hang_up.retranslate()
        self._show_words()

    # inside

    def _show_mark(self) -> None:
        if self._ink is not None and self._row is not None:
            colour = getattr(self._ink.theme.marks, self._row.tone)
            self._mark.setPixmap(mark_pixmap(self._row.mark, colour, MARK, self._ink.ratio))

    def _show_rights(self, context: CallContext) -> None:
        for action, button in (("hang_up", self.hang_up), ("mute", self.mute), ("transfer", self.transfer)):
            denied = context.policy.why_not(action)
            button.setEnabled(not denied and not self._why)
        # An unanswered call has nobody to hand over yet.
        if self.call.state is CallState.ORDERED:
            self.transfer.setEnabled(False)
        self._why = self._why or why_denied(context.policy, "hang_up")

    def _show_words(self) -> None:
        row = self._row
        if row is None:
            return
        how = hold_words() if self._telling.isActive() and not row.own else ""
        parts = [how] if how else [part for part in (row.queue, self._why, row.remark) if part]
        plain.set_plain(self.hint, " · ".join(parts))
        self.hint.setToolTip(plain.tooltip(self.hint.text()))
        self.setAccessibleName(f"{row.state}, {row.party_tip}")
        whom = translate("Calls", "Call {party}").format(party=row.party_tip)
        self.party.setAccessibleName(whom if row.party_dials else row.party_tip)
        self.mute.setAccessibleName(translate("Calls", "Mute the call with {party}").format(party=row.party))
        self.transfer.setAccessibleName(translate("Calls", "Transfer the call with {party}").format(party=row.party))
        self.hang_up.setAccessibleName(translate("Calls", "Hang up the call with {party}").format(party=row.party))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T and M work from any of the line's buttons."""
        letter = event.key() if not event.modifiers() else 0
        if letter not in {Qt.Key.Key_T, Qt.Key.Key_M}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            if letter == Qt.Key.Key_M:
                self.open_mute()
            elif self.transfer.isEnabled():
                self._on_transfer()

    def _on_party(self) -> None:
        if self._row is not None and self._row.party_dials:
            self.dial_wanted.emit(self._row.party_dials)

    def _on_hang_up(self) -> None:
        self.hang_up_wanted.emit(self.call.key)

    def _on_too_short(self) -> None:
        self._telling.start()
        self._show_words()
        self.said.emit(hold_words())

    def _on_transfer(self) -> None:
        self.transfer_asked.emit(self.call.key)
