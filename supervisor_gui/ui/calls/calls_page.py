"""The calls page: running calls with what can be done about them, my calls today, a side column. It sends nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.ui import plain
from supervisor_gui.ui.calls.call_rows import CallContext, call_row
from supervisor_gui.ui.calls.calls_table import CallsTable
from supervisor_gui.ui.calls.calls_today import TodayRow, TodayTable
from supervisor_gui.ui.calls.hold_button import TOLD_MS, HoldButton, hold_words
from supervisor_gui.ui.calls.mute_menu import MuteMenu
from supervisor_gui.ui.calls.own_call import no_id_words
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink

__all__ = ["CallsPage", "TodayRow"]

SIDE_WIDTH = 300


class CallSteering(QFrame):
    """What can be done about the chosen call; always there, so that choosing one moves nothing.

    Signals:
        hang_up_wanted(str): The call's key.
        mute_wanted(object): A MuteWish.
        transfer_asked(str): The call's key.
        said(str): A sentence for the status line.
    """

    hang_up_wanted = Signal(str)
    mute_wanted = Signal(object)
    transfer_asked = Signal(str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self._call: LiveCall | None = None
        self._words = ""
        self._telling = QTimer(self, singleShot=True, interval=TOLD_MS)
        self.label = QLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hang_up = HoldButton()
        self.mute = QToolButton()
        self.transfer = QToolButton()
        self.menu = MuteMenu(self)
        self.mute.setMenu(self.menu)
        self.mute.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self.label, 1)
        for button in (self.hang_up, self.mute, self.transfer):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            layout.addWidget(button)
        self.hang_up.wanted.connect(self._on_hang_up)
        self.hang_up.too_short.connect(self._on_too_short)
        self.menu.wanted.connect(self.mute_wanted)
        self.transfer.clicked.connect(self.ask_transfer)
        self._telling.timeout.connect(self._show_words)

    def show_call(self, call: LiveCall | None, context: CallContext, *, stream: bool) -> None:
        """The chosen call as it stands now. When another one, or none, takes its place, hanging up rests."""
        before, self._call = self._call, call
        if before is not None and call is None:
            self.hang_up.sleep()
        self.menu.set_call(call)
        why = no_id_words(call, stream=stream) if call is not None else ""
        self._words = translate("Calls", "Choose a call")
        if call is None or before is None or call.key != before.key:
            self._telling.stop()
        if call is not None:
            row = call_row(call, context)
            self.hang_up.set_own(row.own)
            self._words = " · ".join(part for part in (row.party_tip, row.name, why) if part)
        for action, button in (("hang_up", self.hang_up), ("mute", self.mute), ("transfer", self.transfer)):
            denied = why_denied(context.policy, action)
            button.setEnabled(call is not None and not why and not denied)
            button.setToolTip(plain.tooltip(denied))
        self._show_words()

    def ask_transfer(self) -> None:
        """T, or the button."""
        if self._call is not None and self.transfer.isEnabled():
            self.transfer_asked.emit(self._call.key)

    def ask_mute(self) -> None:
        """M, or the button."""
        if self._call is not None and self.mute.isEnabled():
            self.menu.popup(self.mute.mapToGlobal(self.mute.rect().topLeft()))

    def retranslate(self) -> None:
        """Take today's language."""
        self.mute.setText(translate("Calls", "Mute"))
        self.transfer.setText(translate("Calls", "Transfer"))
        for button in (self.mute, self.transfer):
            button.setAccessibleName(button.text())
        self.hang_up.retranslate()

    def _show_words(self) -> None:
        plain.set_plain(self.label, hold_words() if self._telling.isActive() else self._words)

    def _on_hang_up(self) -> None:
        if self._call is not None:
            self.hang_up_wanted.emit(self._call.key)

    def _on_too_short(self) -> None:
        self._telling.start()
        self._show_words()
        self.said.emit(hold_words())


class CallsPage(QWidget):
    """All calls.

    Signals:
        hang_up_wanted(str): The key of the call to end.
        mute_wanted(object): A MuteWish.
        transfer_asked(str): The key of the call to hand over; whom it goes to is asked elsewhere.
        dial_wanted(str): The number that was clicked.
        said(str): A sentence for the status line.
        chosen_changed(): Another call is chosen, or none.
    """

    hang_up_wanted = Signal(str)
    mute_wanted = Signal(object)
    transfer_asked = Signal(str)
    dial_wanted = Signal(str)
    said = Signal(str)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = CallContext()
        self._calls = Calls()
        self._today: tuple[TodayRow, ...] = ()
        self._now = 0.0
        self._title = _title()
        self._stream = plain_label(muted=True)
        self._nothing = plain_label(muted=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = CallsTable()
        self.steering = CallSteering()
        self._stack = QStackedWidget()
        self._today_title = _title()
        self._no_today = plain_label(muted=True)
        self._no_today.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.today = TodayTable()
        self._today_stack = QStackedWidget()
        self._side = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for stack, pages in (
            (self._stack, (self._nothing, self.table)),
            (self._today_stack, (self._no_today, self.today)),
        ):
            for page in pages:
                stack.addWidget(page)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(_panel(self._title, self._stream, self._stack, self.steering), 3)
        left.addWidget(_panel(self._today_title, self._today_stack), 2)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(10)
        column = QWidget()
        column.setObjectName("cardColumnBody")
        column.setLayout(self._side)
        side = QScrollArea()
        side.setObjectName("cardColumn")
        side.setWidget(column)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(SIDE_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addLayout(left, 1)
        layout.addWidget(side)

    def _connect(self) -> None:
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.transfer_asked.connect(self.steering.ask_transfer)
        self.table.mute_asked.connect(self.steering.ask_mute)
        self.table.menu_wanted.connect(self._on_menu)
        for table in (self.table, self.today):
            table.links.dial_wanted.connect(self.dial_wanted)
        self.steering.hang_up_wanted.connect(self.hang_up_wanted)
        self.steering.mute_wanted.connect(self.mute_wanted)
        self.steering.transfer_asked.connect(self.transfer_asked)
        self.steering.said.connect(self.said)

    # in

    def add_side(self, widget: QWidget) -> None:
        """Put `widget` below what is in the side column."""
        self._side.addWidget(widget)

    def set_context(self, context: CallContext) -> None:
        """Names, rights, the own extension or the board changed."""
        self._context = context
        self._show()
        self._show_today()

    def show_calls(self, calls: Calls, now: float) -> None:
        """Show what runs."""
        self._calls, self._now = calls, now
        self._show()

    def show_today(self, rows: Sequence[TodayRow]) -> None:
        """Show my calls of today."""
        self._today = tuple(rows)
        self._show_today()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self._now = now
        self.table.tick_to(now)

    @property
    def chosen(self) -> LiveCall | None:
        """The chosen call."""
        return self._calls.live.get(self.table.chosen)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.set_ink(Ink(theme, self.font(), self.devicePixelRatioF()))

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        for table in (self.table, self.today):
            table.set_ink(ink)
        self.steering.hang_up.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Calls", "Calls"))
        self._stream.setText(
            translate("Calls", "Calls of others are seen only with the event stream: Settings → Event stream.")
        )
        self._nothing.setText(translate("Calls", "No call is running."))
        self._today_title.setText(translate("Calls", "My calls today"))
        self.steering.retranslate()
        for table in (self.table, self.today):
            table.retranslate()
        self._show()
        self._show_today()

    # inside

    def _show(self) -> None:
        running = len(self._calls.live)
        self.table.show_calls(self._calls, self._context, self._now)
        self._stack.setCurrentIndex(int(running > 0))
        self._stream.setVisible(not self._calls.stream)
        self._title.setText(translate("Calls", "Live calls") + (f"  {running}" if running else ""))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.steering.show_call(self.chosen, self._context, stream=self._calls.stream)

    def _show_today(self) -> None:
        self.today.show_rows(self._today, self._context)
        self._today_stack.setCurrentIndex(int(bool(self._today)))
        none = translate("Calls", "No call of yours was seen today.")
        unknown = translate("Calls", "Enter your extension at the side to see your calls.")
        self._no_today.setText(none if self._context.mine else unknown)

    def _on_chosen(self) -> None:
        self._show_chosen()
        self.chosen_changed.emit()

    def _on_menu(self, point: QPoint) -> None:
        """What can be done about the chosen call; hanging up is the button's alone, which must be held."""
        if self.chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, ask in (
            (self.steering.mute, self.steering.ask_mute),
            (self.steering.transfer, self.steering.ask_transfer),
        ):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(ask)
        menu.popup(point)


def _title() -> QLabel:
    label = QLabel()
    label.setObjectName("panelTitle")
    return label


def _panel(title: QLabel, *parts: QWidget) -> QFrame:
    """A framed surface with a title."""
    frame = QFrame()
    frame.setObjectName("boardPanel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.setSpacing(0)
    title.setContentsMargins(12, 9, 12, 7)
    layout.addWidget(title)
    for part in parts:
        if isinstance(part, QLabel):
            part.setContentsMargins(12, 0, 12, 6)
        layout.addWidget(part, int(isinstance(part, QStackedWidget)))
    return frame
