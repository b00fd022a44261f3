"""One line for a name, an extension or a number, on every page: it says what is meant before it calls."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import PortalKind, PortalName, Suggestion
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.calls.keyboard import give_back
from supervisor_gui.ui.calls.offer_list import OfferList
from supervisor_gui.ui.calls.target_line import TargetLine
from supervisor_gui.ui.calls.wishes import DialHow, DialWish
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.marks import Icon, icon

if TYPE_CHECKING:
    from supervisor_gui.ui.calls.dial_more import DialMore

LONGEST = 80
READ_AFTER_MS = 120
"""Typing is read when it pauses: the first reading of a number loads a library."""
HOLD_OFF = 2.0
"""Seconds in which a second press, a double click or a held key is not another wish."""
SLEEP_MS = 2_000
"""How long hanging up rests after a call has ended: a late press must not meet the next call."""
_NAME_LETTERS = 2
_UNFINISHED = frozenset({"", "empty", "too_short"})
"""Refusals of which nothing is said while somebody types."""


class DialLine(TargetLine):
    """The line, with what its text means at its right edge.

    Signals:
        abandoned(): The keyboard went elsewhere.
    """

    abandoned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hint = QLabel(self)
        self.hint.setObjectName("dialHint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words: tuple[str, ...] = ()

    def show_meaning(self, words: tuple[str, ...]) -> None:
        """Say what the text means, with as many of `words` as there is room for beside it."""
        self._words = words
        self.setAccessibleDescription(" · ".join(words))
        typed = self.fontMetrics().horizontalAdvance(self.text()) + 24
        room = self.width() - typed - 12
        fitting = [" · ".join(words[:count]) for count in range(len(words), 0, -1)]
        text = next((one for one in fitting if self.hint.fontMetrics().horizontalAdvance(one) <= room), "")
        self.hint.setText(text)
        self.hint.adjustSize()
        self.hint.move(self.width() - self.hint.width() - 10, (self.height() - self.hint.height()) // 2)
        self.setTextMargins(0, 0, self.hint.width() + 10 if text else 0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is offered to somebody who is elsewhere."""
        super().focusOutEvent(event)
        self.abandoned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint keeps to the right edge."""
        super().resizeEvent(event)
        self.show_meaning(self._words)


class DialBar(QFrame):
    """Dials on Enter, once; a button for more, and one that ends the own call.

    Signals:
        dial_wanted(object): A DialWish.
        hang_up_wanted(): The own call is to be ended.
        refused(str): Why what was entered cannot be called.
    """

    dial_wanted = Signal(object)
    hang_up_wanted = Signal()
    refused = Signal(str)

    def __init__(
        self,
        read: Callable[[str], Reading],
        suggest: Callable[[str], Sequence[Suggestion]],
        parent: QWidget | None = None,
        *,
        wall: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args.

        read: What a text means as a number.
        suggest: Whom to offer for a text.
        parent: Qt's parent.
        wall: Seconds that only grow.
        """
        super().__init__(parent)
        self.setObjectName("dialBar")
        self._read = read
        self._suggest = suggest
        self._clock = wall
        self._wished = ("", -HOLD_OFF)
        self._waiting = False
        self._how: DialHow | None = None
        self._defaults = DialHow()
        self._names: dict[PortalKind, Sequence[PortalName]] = {}
        self._why: str | None = None
        self._own: LiveCall | None = None
        self._more: DialMore | None = None
        self._before: QWidget | None = None
        self.entry = DialLine(self)
        self.offers = OfferList(self.entry)
        self.dial = QToolButton()
        self.more = QToolButton()
        self.hang_up = QToolButton()
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._sleep = QTimer(self, singleShot=True, interval=SLEEP_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._enable()

    def _lay_out(self) -> None:
        for button in (self.dial, self.more, self.hang_up):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.more.setObjectName("moreButton")
        self.more.setCheckable(True)
        self.entry.setMinimumWidth(180)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.entry, 1)
        layout.addWidget(self.dial)
        layout.addWidget(self.more)
        layout.addSpacing(12)
        layout.addWidget(self.hang_up)
        self.setMaximumWidth(640)

    def _connect(self) -> None:
        self.entry.textEdited.connect(self._on_typed)
        self.entry.entered.connect(self._on_entered)
        self.entry.left.connect(self._on_left)
        self.entry.moved.connect(self._on_moved)
        self.entry.abandoned.connect(self.offers.hide)
        self.offers.chosen.connect(self._on_offer)
        self.dial.clicked.connect(self._on_entered)
        self.more.clicked.connect(self.open_more)
        self.hang_up.clicked.connect(self._on_hang_up)
        self._reading.timeout.connect(self._look)
        self._sleep.timeout.connect(self._enable)

    # in

    def set_defaults(self, how: DialHow) -> None:
        """How calls are made while nothing else is chosen under "more"."""
        if how != self._defaults:
            if not self._defaults.extension:
                # A wish that failed for want of an own extension can be repeated at once.
                self._wished = ("", -HOLD_OFF)
            self._defaults = how
            self._choose(None)

    def set_names(self, kind: PortalKind, names: Sequence[PortalName]) -> None:
        """Names in the portal that were typed before."""
        self._names[kind] = names
        if self._more is not None:
            self._more.set_names(kind, names)

    def set_enabled_reason(self, why: str) -> None:
        """Why nothing can be dialled now; empty when it can."""
        self._why = why
        self._enable()
        self._show_meaning()

    def focus_entry(self) -> None:
        """The key for dialling was pressed."""
        if self._closed:
            self.refused.emit(self._closed)
        now = self.window().focusWidget()
        if not self.isAncestorOf(now):
            self._before = now
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def put(self, text: str) -> None:
        """Fill the line, ready to be dialled or changed."""
        self.entry.setText(text)
        self.focus_entry()
        self._look()

    def sent(self) -> None:
        """An order was taken. If it was wished here, the line is free, and the next call is made as usual."""
        if not self._waiting:
            return
        self._waiting = False
        self._choose(None)
        self.entry.clear()
        self._look()

    def show_own_call(self, call: LiveCall | None) -> None:
        """The own call; hanging up rests for a while after one has ended."""
        ended = self._own is not None and (call is None or call.key != self._own.key)
        self._own = call
        if ended:
            self._sleep.start()
        self._enable()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.dial.setIcon(icon(Icon.PHONE, theme.accent, size=18))
        self.hang_up.setIcon(icon(Icon.HANG_UP, theme.text, size=18))
        self.more.setIcon(icon(Icon.MORE, theme.text, size=18))

    def retranslate(self) -> None:
        """Take today's language."""
        self.entry.setPlaceholderText(translate("Dial", "Name, extension or number  (Ctrl+L)"))
        self.entry.setAccessibleName(translate("Dial", "Call a name, an extension or a number"))
        self.dial.setText(translate("Dial", "Call"))
        self.dial.setAccessibleName(self.dial.text())
        more = translate("Dial", "More: line, who rings first, times, texts")
        self.more.setToolTip(plain.tooltip(more))
        self.more.setAccessibleName(more)
        self.hang_up.setText(translate("Dial", "Hang up"))
        self.hang_up.setAccessibleName(translate("Dial", "Hang up my call"))
        if self._more is not None:
            self._more.retranslate()
        self._enable()
        self._look()

    # what the user does

    def open_more(self) -> None:
        """Show how the call is made."""
        from supervisor_gui.ui.calls.dial_more import DialMore  # noqa: PLC0415  not needed for the first paint

        if self._more is None:
            self._more = DialMore(self)
            self._more.changed.connect(self._on_more)
            for kind, names in self._names.items():
                self._more.set_names(kind, names)
        self._more.show_how(self._how or self._defaults)
        self._more.open_below(self.more)

    def _on_more(self, how: DialHow) -> None:
        self._choose(how if how != self._defaults else None)
        self.entry.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, how: DialHow | None) -> None:
        self._how = how
        self.more.setChecked(how is not None)

    @property
    def _closed(self) -> str:
        """Why nothing can be dialled, in today's language; empty when it can."""
        return translate("Dial", "Not connected yet") if self._why is None else self._why

    @property
    def _text(self) -> str:
        return self.entry.text().strip()

    def _on_typed(self) -> None:
        self._wished = ("", -HOLD_OFF)
        self._waiting = False
        self.entry.show_meaning(())
        self._reading.start()

    def _look(self) -> None:
        """Read the line and offer whom it may mean."""
        self._reading.stop()
        text = self._text
        typing = self.entry.hasFocus() and bool(text)
        named = sum(char.isalpha() for char in text) >= _NAME_LETTERS
        self.offers.offer(self._suggest(text) if typing else (), first=named)
        self._show_meaning()

    def _show_meaning(self) -> None:
        """Say what Enter would call: the marked offer, else what stands in the line."""
        marked = self.offers.marked
        text = marked.dial if marked is not None else self._text
        words, why = _meaning(self._read(text)) if text and not self._closed else ((), self._closed)
        if marked is not None and marked.dial not in f"{marked.title} {marked.detail}":
            # A number that may not be seen in the list is not told here either.
            words = words[:1]
        self.entry.show_meaning(words)
        self.entry.setToolTip(plain.tooltip(why))

    def _on_moved(self, by: int) -> None:
        """Beyond an empty line lie favourites and recent numbers."""
        if self._reading.isActive():
            self._look()
        if self.offers.isVisible():
            self.offers.step(by)
        else:
            self.offers.offer(self._suggest(self._text), first=True)
        self._show_meaning()

    def _on_entered(self) -> None:
        if self._reading.isActive():
            # What is offered belongs to an earlier text.
            self._look()
        marked = self.offers.marked
        self._wish(marked.dial if marked is not None else self._text)

    def _on_offer(self, offered: Suggestion) -> None:
        self._wish(offered.dial)

    def _wish(self, text: str) -> None:
        before, at = self._wished
        now = self._clock()
        if not text or self._closed or (self._text == before and now - at < HOLD_OFF):
            return
        self.offers.hide()
        reading = self._read(text)
        if not reading.choices:
            self._show_meaning()
            self.refused.emit(_meaning(reading)[1])
            return
        self._wished = (self._text, now)
        self._waiting = True
        self.dial_wanted.emit(DialWish(text, reading, self._how))

    def _on_left(self) -> None:
        if self.offers.isVisible():
            self.offers.hide()
        elif self.entry.text():
            self.entry.clear()
        else:
            # Single letters are keys again, such as those that mute and hand over.
            give_back(self._before, self.entry)
        self._show_meaning()

    def _on_hang_up(self) -> None:
        if not self._sleep.isActive():
            self.hang_up_wanted.emit()

    def _enable(self) -> None:
        for widget in (self.entry, self.dial, self.more):
            widget.setEnabled(not self._closed)
        own = self._own
        self.hang_up.setEnabled(own is not None and bool(own.call) and not self._sleep.isActive())
        words = "" if own is not None else translate("Dial", "You are in no call.")
        if own is not None and not own.call:
            words = translate("Dial", "The PBX has not told yet which call it is.")
        self.hang_up.setToolTip(plain.tooltip(words))
        self.hang_up.setAccessibleDescription(words)


def _meaning(reading: Reading) -> tuple[tuple[str, ...], str]:
    """What a text is, the most important words first, and the sentence why it cannot be called."""
    from supervisor_gui.ui.calls import number_words  # noqa: PLC0415  after the first paint

    if not reading.choices:
        short = () if reading.refused in _UNFINISHED else (translate("Dial", "cannot be called"),)
        return short, number_words.refusal_words(reading.refused)
    kinds = " / ".join(number_words.kind_words(number) for number in reading.choices)
    number = reading.number
    return ((kinds,) if number is None else (kinds, clean(number_words.wire_words(number), 40))), ""
