"""To whom a call is handed over: a line with suggestions that tell what each phone does now. It sends nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import Suggestion
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.text import clean
from supervisor_gui.ui.calls.call_rows import CallContext, other_party
from supervisor_gui.ui.calls.call_words import refused_here_words
from supervisor_gui.ui.calls.keyboard import give_back
from supervisor_gui.ui.calls.target_line import ENTER, TargetLine
from supervisor_gui.ui.calls.wishes import TransferWish
from supervisor_gui.ui.dialogs.parts import Band, plain_label
from supervisor_gui.ui.theme import Theme

SHOWN = 5
HOLD_OFF_MS = 2_000
QUIET_MS = 1_500
"""How long no key must come before a bar whose call is over leaves: what is still being typed is not for the page."""

LINE_PAD = 6
FRAME = 10
"""Pixels of a list's frame and padding."""

LONGEST = 80


class TransferBar(Band):
    """Hands one call over; hidden until it is opened for a call.

    Signals:
        transfer_wanted(object): The TransferWish. The bar stays until `close_for` says that it was sent.
        closed(): It was put away.
    """

    transfer_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        suggest: Callable[[str], Sequence[Suggestion]],
        state_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transferBar")
        self._suggest = suggest
        self._state_of = state_of
        self._call: LiveCall | None = None
        self._over = False
        self._party = ""
        self._before: QWidget | None = None
        self._offered: list[Suggestion] = []
        self._asked = ""
        self._hold_off = QTimer(self, singleShot=True, interval=HOLD_OFF_MS)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._title = plain_label(bold=True)
        self._title.setWordWrap(False)
        self.entry = TargetLine()
        self.entry.setMaxLength(LONGEST)
        self.entry.setMinimumWidth(220)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blind = QPushButton()
        self.attended = QPushButton()
        self.shut = QPushButton()
        for button in (self.blind, self.attended, self.shut):
            button.setAutoDefault(False)
        self.reason = plain_label(muted=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._title)
        line.addWidget(self.entry, 1)
        for button in (self.blind, self.attended, self.shut):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.reason)
        layout.addWidget(self.list)

    def _connect(self) -> None:
        self.entry.textEdited.connect(self._on_typed)
        self.entry.entered.connect(self._on_entered)
        self.entry.left.connect(self.close_bar)
        self._quiet.timeout.connect(self.close_bar)
        self.entry.moved.connect(self._on_moved)
        self.list.itemClicked.connect(self._on_clicked)
        self.blind.clicked.connect(self._on_entered)
        self.attended.clicked.connect(self._on_attended)
        self.shut.clicked.connect(self.close_bar)

    # in

    @property
    def key(self) -> str:
        """The key of the call that it is open for, empty while it is closed."""
        return self._call.key if self._call is not None else ""

    @property
    def target(self) -> str:
        """What Enter hands the call over to: the marked suggestion, else what is typed."""
        row = self.list.currentRow()
        return self._offered[row].dial if 0 <= row < len(self._offered) else self.entry.text().strip()

    def open_for(self, call: LiveCall, context: CallContext) -> None:
        """Ask whom `call` goes to."""
        if self.key != call.key or self._over:
            self._call, self._asked, self._over = call, "", False
            self._quiet.stop()
            self._party = other_party(call, context).words
            self._show_call()
            self.entry.clear()
            self._on_typed()
        now = self.window().focusWidget()
        if not self.isAncestorOf(now):
            self._before = now
        self.show()
        self.entry.setFocus()

    def show_calls(self, calls: Calls) -> None:
        """Calls or phones moved on; the bar leaves with its call, after the last key of who is typing in it."""
        if self._call is None:
            return
        call = calls.live.get(self._call.key)
        if call is None:
            self._outlive()
            return
        if call != self._call or self._over:
            self._call, self._over = call, False
            self._quiet.stop()
            self._show_call()
        self._label_items()

    def close_for(self, key: str) -> None:
        """The transfer of the call `key` was sent."""
        if key and key == self.key:
            self.close_bar()

    def close_bar(self) -> None:
        """Put it away and give the keyboard back before: Qt would hand it to whatever comes next."""
        if self._call is None:
            return
        self._call, self._over = None, False
        self._quiet.stop()
        before, self._before = self._before, None
        focused = self.window().focusWidget()
        if self.isAncestorOf(focused):
            give_back(before, focused)
        self.hide()
        self.closed.emit()

    def apply_theme(self, _theme: Theme) -> None:
        """Take another look: all of it is in the palette's colours."""
        self.update()

    def retranslate(self) -> None:
        """Take today's language."""
        self.entry.setPlaceholderText(translate("Calls", "Name, extension or number"))
        self.entry.setAccessibleName(translate("Calls", "Transfer to: name, extension or number"))
        self.list.setAccessibleName(translate("Calls", "Whom the call can be transferred to"))
        self.blind.setText(translate("Calls", "Transfer  (Enter)"))
        self.blind.setAccessibleName(translate("Calls", "Transfer at once, without asking"))
        self.attended.setText(translate("Calls", "Ask first"))
        self.attended.setAccessibleName(translate("Calls", "Attended transfer: speak with the target first"))
        self.shut.setText(translate("Calls", "Cancel  (Esc)"))
        self.shut.setAccessibleName(translate("Calls", "Cancel the transfer"))
        self._show_call()
        self._label_items()

    # inside

    def _outlive(self) -> None:
        """The call is over. Letters still being typed would be keys of the page: they go on coming here for a while."""
        if not self.entry.hasFocus():
            self.close_bar()
        elif not self._over:
            self._over = True
            self._quiet.start()
            self._show_call()
            self._on_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it from its buttons too; Enter presses the one with the focus."""
        pressed = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in ENTER and isinstance(pressed, QPushButton):
            if not event.isAutoRepeat():
                pressed.click()
        else:
            super().keyPressEvent(event)

    def _show_call(self) -> None:
        call = self._call
        if call is None:
            return
        words = translate("Calls", "Transfer {party} to")
        self._title.setText(words.format(party=clean(self._party, 40) or translate("Calls", "the call")))
        outside = call.first is FirstRung.OUTSIDE
        self.blind.setEnabled(not self._over)
        self.attended.setEnabled(outside and not self._over)
        why = "ended" if self._over else "" if outside else "inside_first"
        self.reason.setText(refused_here_words(why) if why else "")
        self.reason.setVisible(bool(self.reason.text()))

    def _on_typed(self) -> None:
        """A name means the first that fits; digits mean themselves until a suggestion is marked by hand."""
        text = self.entry.text().strip()
        self._asked = ""
        if self._over:
            self._quiet.start()
        asks = self._call is not None and not self._over
        self._offered = list(self._suggest(text))[:SHOWN] if asks else []
        self.list.clear()
        self.list.addItems([""] * len(self._offered))
        self._label_items()
        named = bool(text) and any(char.isalpha() for char in text)
        self.list.setCurrentRow(0 if named and self._offered else self._exact(text))
        self.list.setVisible(bool(self._offered))
        self._fit_list()

    def _exact(self, text: str) -> int:
        """The line of the suggestion that is exactly what was typed, -1 for none."""
        return next((at for at, offered in enumerate(self._offered) if offered.dial == text), -1)

    def _label_items(self) -> None:
        for at, offered in enumerate(self._offered):
            item = self.list.item(at)
            if item is not None:
                self._label(item, offered)

    def _label(self, item: QListWidgetItem, offered: Suggestion) -> None:
        parts = (clean(offered.title, 60), clean(offered.detail, 60), self._state_of(offered.dial))
        words = "   ".join(part for part in parts if part)
        if item.text() != words:
            item.setText(words)

    def _fit_list(self) -> None:
        """As high as its lines: none is scrolled away."""
        line = self.list.fontMetrics().height() + LINE_PAD
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, line))
        self.list.setFixedHeight(line * len(self._offered) + FRAME)

    def _on_moved(self, step: int) -> None:
        if self._offered:
            self.list.setCurrentRow(max(-1, min(self.list.currentRow() + step, len(self._offered) - 1)))

    def _on_clicked(self, _item: QListWidgetItem) -> None:
        """A click marks; it hands nothing over."""
        self.entry.setFocus()

    def _on_entered(self) -> None:
        self._ask(attended=False)

    def _on_attended(self) -> None:
        self._ask(attended=True)

    def _ask(self, *, attended: bool) -> None:
        """Ask for what stands there; a second press within a moment is the same one."""
        call, target = self._call, self.target
        if self._over:
            self.close_bar()
            return
        asked = f"{attended} {target}"
        if call is None or not target or (asked == self._asked and self._hold_off.isActive()):
            return
        self._asked = asked
        self._hold_off.start()
        self.transfer_wanted.emit(TransferWish(call.key, target, attended))
