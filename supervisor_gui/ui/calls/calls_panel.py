"""My running calls as a slim panel below every page, with hang-up, mute and transfer. It sends nothing."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.ui.calls.call_rows import CallContext
from supervisor_gui.ui.calls.mute_menu import MuteMenu
from supervisor_gui.ui.calls.own_call import OwnCall
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink

MOST = 4
"""Calls shown; the rest is on the calls page."""


class MyCallsPanel(QFrame):
    """The calls of the own extension and those started here; hidden while there are none.

    The newest call is on top. The panel stands at the window's foot, so that a new call moves none of the others.

    Signals:
        hang_up_wanted(str): The key of the call to end.
        mute_wanted(object): A MuteWish.
        transfer_asked(str): The key of the call to hand over; whom it goes to is asked elsewhere.
        dial_wanted(str): The number that was clicked.
        said(str): A sentence for the status line.
        row_made(object): A line that will go with its call, and may have the keyboard then.
    """

    hang_up_wanted = Signal(str)
    mute_wanted = Signal(object)
    transfer_asked = Signal(str)
    dial_wanted = Signal(str)
    said = Signal(str)
    row_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callsBand")
        self._context = CallContext()
        self._calls = Calls()
        self._ink: Ink | None = None
        self._now = 0.0
        self.rows: list[OwnCall] = []
        self._menu = MuteMenu(self)
        self.more = QLabel()
        self.more.setContentsMargins(12, 0, 12, 4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 2, 1, 2)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.more)
        self._menu.wanted.connect(self.mute_wanted)
        self.retranslate()
        self.hide()

    # in

    def set_context(self, context: CallContext) -> None:
        """Names, rights, the own extension or the board changed."""
        self._context = context
        self._show()

    def show_calls(self, calls: Calls, now: float) -> None:
        """Show what runs."""
        self._calls, self._now = calls, now
        self._show()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self._now = now
        for row in self.rows:
            row.tick(now)

    def open_mute(self, call: LiveCall, point: QPoint) -> None:
        """Ask which side of `call`, mine or not, is silenced: a menu at a point of the screen."""
        self._menu.set_call(call)
        self._menu.popup(point)

    def row_of(self, key: str) -> OwnCall | None:
        """The row of the call `key`."""
        return next((row for row in self.rows if row.call.key == key), None)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.set_ink(Ink(theme, self.font(), self.devicePixelRatioF()))

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        for row in self.rows:
            row.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Calls", "My calls"))
        for row in self.rows:
            row.retranslate()
        self._show()

    # inside

    def _show(self) -> None:
        mine = sorted(self._calls.own(self._context.mine), key=lambda call: (-call.began, call.key))
        shown = mine[:MOST]
        if self._drop({call.key for call in shown}):
            for row in self.rows:
                row.hang_up.sleep()
        for place, call in enumerate(shown):
            row = self.row_of(call.key) or self._add(call, place)
            row.show_call(call, self._context, self._now, stream=self._calls.stream)
        more = len(mine) - len(shown)
        self.more.setText(translate("Calls", "{n} more on the Calls page").format(n=more))
        self.more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _drop(self, kept: set[str]) -> bool:
        """Take away rows of calls that went; whether there were any."""
        gone = [row for row in self.rows if row.call.key not in kept]
        for row in gone:
            self.rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        return bool(gone)

    def _add(self, call: LiveCall, place: int) -> OwnCall:
        row = OwnCall(call, self)
        self.rows.insert(place, row)
        self._layout.insertWidget(place, row)
        if self._ink is not None:
            row.set_ink(self._ink)
        row.hang_up_wanted.connect(self.hang_up_wanted)
        row.mute_wanted.connect(self.mute_wanted)
        row.transfer_asked.connect(self.transfer_asked)
        row.dial_wanted.connect(self.dial_wanted)
        row.said.connect(self.said)
        self.row_made.emit(row)
        return row
