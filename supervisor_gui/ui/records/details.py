"""The chosen call: who, when, how long, and its legs with what can be done with them. It fetches nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.denied import denied_words, why_denied
from supervisor_gui.ui.records import shapes
from supervisor_gui.ui.records.words import (
    NONE,
    RecordContext,
    direction_words,
    end_words,
    length_words,
    moment_words,
    other_party,
)
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.wrapping import WrapLayout
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

MOST_LEGS = 60
"""Legs that are shown: more of them is a PBX gone wrong."""

MARK = 15
JOINT = " · "


class ShapeSign(QWidget):
    """The shape of a leg's direction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(MARK + 1, MARK + 1)
        self._ink: Ink | None = None
        self._looks: shapes.Looks | None = None

    def show_shape(self, looks: shapes.Looks, ink: Ink | None) -> None:
        """Show a shape in its tone."""
        self._looks, self._ink = looks, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._ink is not None and self._looks is not None:
            painter = QPainter(self)
            shapes.draw(painter, self._ink, self._looks, 0, 0, size=MARK)
            painter.end()


class LegLine(QFrame):
    """One leg.

    Signals:
        play_wanted(int): The recording of the leg with this number is to be heard.
        save_wanted(int): It is to be saved.
    """

    play_wanted = Signal(int)
    save_wanted = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legLine")
        self._number = number
        self.sign = ShapeSign()
        self.ends = ShrinkingLabel()
        self.more = ShrinkingLabel()
        self.more.setForegroundRole(self.more.palette().ColorRole.PlaceholderText)
        self.play = pill(checkable=False)
        self.save = pill(checkable=False)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.ends)
        words.addWidget(self.more)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.play, self.save):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(4)
        self._parts.addLayout(words, 1)
        self._parts.addLayout(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 5)
        line.setSpacing(8)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._parts, 1)
        self.play.clicked.connect(self._on_play)
        self.save.clicked.connect(self._on_save)

    def set_beside(self, *, beside: bool) -> None:
        """Whether it stands where there is little width: the buttons go below the words then."""
        self._parts.setDirection(_way(beside=beside))

    def show_leg(self, leg: KeptLeg, context: RecordContext, ink: Ink | None, *, whole: bool, may: bool) -> None:
        """Show a leg; `whole`: with numbers in full; `may`: this seat may listen."""
        self.sign.show_shape(shapes.shape_of(leg.direction), ink)
        source, destination = (end_words(end, context, whole=whole) for end in (leg.source, leg.destination))
        ends = f"{source} → {destination}"
        plain.set_plain(self.ends, ends)
        self.ends.setToolTip(plain.tooltip(ends))
        length = length_words(leg.seconds, leg.direction)
        line = translate("RecordsPage", "line {line}").format(line=clean(leg.line, 30)) if leg.line else ""
        clock = moment_words(leg.at, one_day=True)
        more = JOINT.join(part for part in (clock, direction_words(leg.direction), length, line) if part)
        plain.set_plain(self.more, more)
        self.more.setToolTip(plain.tooltip(more))
        self.play.setText(translate("RecordsPage", "Listen"))
        self.save.setText(translate("RecordsPage", "Save"))
        told = translate("RecordsPage", "Listen to the leg {ends}").format(ends=ends)
        self.play.setAccessibleName(told)
        self.save.setAccessibleName(translate("RecordsPage", "Save the recording of {ends}").format(ends=ends))
        for button in (self.play, self.save):
            button.setVisible(leg.recorded)
            button.setEnabled(may)
            button.setToolTip(plain.tooltip("" if may else denied_words()))

    def _on_play(self) -> None:
        self.play_wanted.emit(self._number)

    def _on_save(self) -> None:
        self.save_wanted.emit(self._number)


class Details(QFrame):
    """One call and its legs.

    Signals:
        dial_asked(): The other party is to be called.
        play_wanted(int): The recording of a leg is to be heard, by its number; -1 for the call's.
        save_wanted(int): It is to be saved.
        said(str): A sentence for the status line.
    """

    dial_asked = Signal()
    play_wanted = Signal(int)
    save_wanted = Signal(int)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self._call: RecordedCall | None = None
        self._legs: tuple[KeptLeg, ...] | None = None
        self._context = RecordContext()
        self._whole = False
        self._beside = True
        self._ink: Ink | None = None
        self.title = ShrinkingLabel()
        self.title.setObjectName("panelTitle")
        self.about = QLabel()
        self.about.setWordWrap(True)
        # A word without a blank must not push everything else out of sight.
        self.about.setMinimumWidth(1)
        self.about.setForegroundRole(self.about.palette().ColorRole.PlaceholderText)
        self.dial = pill(checkable=False)
        self.play = pill(checkable=False)
        self.save = pill(checkable=False)
        self.copy_id = pill(checkable=False)
        self.legs: list[LegLine] = []
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body = QVBoxLayout()
        self._lay_out()
        self.dial.clicked.connect(self.dial_asked)
        self.play.clicked.connect(self._on_play)
        self.save.clicked.connect(self._on_save)
        self.copy_id.clicked.connect(self.copy_unique_id)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addWidget(self.about)
        buttons = QWidget()
        buttons.setObjectName("legsBody")
        line = WrapLayout(buttons)
        for button in (self.play, self.save, self.dial, self.copy_id):
            line.addWidget(button)
        self._head.setSpacing(6)
        self._head.addLayout(words, 1)
        self._head.addWidget(buttons)
        body = QWidget()
        body.setObjectName("legsBody")
        body.setLayout(self._body)
        self._body.setContentsMargins(14, 10, 12, 8)
        self._body.setSpacing(5)
        self._body.addLayout(self._head)
        self._body.addStretch(1)
        area = QScrollArea()
        area.setObjectName("legsArea")
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)
        self.setMinimumSize(240, 120)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def call(self) -> RecordedCall | None:
        """The call that is shown."""
        return self._call

    def set_beside(self, *, beside: bool) -> None:
        """Whether it stands beside the rows, where it is narrow, or below them, where it is low."""
        self._beside = beside
        self._head.setDirection(_way(beside=beside))
        for line in self.legs:
            line.set_beside(beside=beside)

    def show_call(self, call: RecordedCall | None, context: RecordContext, *, whole: bool) -> None:
        """Show a call without its legs yet, or none; `whole`: with numbers in full."""
        if call is None or self._call is None or call.id != self._call.id:
            self._legs = None
        self._call, self._context, self._whole = call, context, whole
        self._show()

    def show_legs(self, legs: Sequence[KeptLeg]) -> None:
        """Show the legs of the call."""
        self._legs = tuple(legs)
        self._show()

    def copy_unique_id(self) -> None:
        """Put the call's unique id on the clipboard."""
        if self._call is not None:
            QGuiApplication.clipboard().setText(self._call.call)
            self.said.emit(translate("RecordsPage", "The call id is on the clipboard."))

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self._show()

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("RecordsPage", "The chosen call"))
        self.play.setText(translate("RecordsPage", "Listen"))
        self.save.setText(translate("RecordsPage", "Save the recording"))
        self.dial.setText(translate("RecordsPage", "Call back"))
        self.copy_id.setText(translate("RecordsPage", "Copy call id"))
        for button in (self.play, self.save, self.dial, self.copy_id):
            button.setAccessibleName(button.text())
        self._show()

    def _show(self) -> None:
        call, context = self._call, self._context
        for button in (self.play, self.save, self.dial, self.copy_id):
            button.setVisible(call is not None)
        if call is None:
            plain.set_plain(self.title, translate("RecordsPage", "Choose a call to see its parts"))
            self.title.setToolTip("")
            plain.set_plain(self.about, "")
            self._show_legs(())
            return
        party = other_party(call, context, whole=self._whole)
        plain.set_plain(self.title, party.whole)
        self.title.setToolTip(plain.tooltip(party.whole))
        length = length_words(call.seconds, call.direction)
        queue = translate("RecordsPage", "queue {queue}").format(queue=clean(call.queue, 40)) if call.queue else ""
        when = moment_words(call.began)
        told = "" if length == NONE else length
        parts = (when, direction_words(call.direction), told, queue, self._id_words(call))
        plain.set_plain(self.about, JOINT.join(part for part in parts if part), 400)
        may = not context.policy.why_not("listen")
        for button in (self.play, self.save):
            # Where there are several legs each has buttons of its own.
            button.setVisible(call.recorded and call.legs == 1)
            button.setEnabled(may)
        self.save.setEnabled(may and not context.policy.why_not("export"))
        denied = why_denied(context.policy, "export")
        self.copy_id.setEnabled(not denied)
        self.copy_id.setToolTip(plain.tooltip(denied))
        self.dial.setVisible(bool(party.dials))
        self.dial.setEnabled(not context.policy.why_not("dial"))
        self._show_legs(self._legs or (), alone=call.legs == 1)

    @staticmethod
    def _id_words(call: RecordedCall) -> str:
        return translate("RecordsPage", "call id {id}").format(id=clean(call.call, 60))

    def _show_legs(self, legs: Sequence[KeptLeg], *, alone: bool = False) -> None:
        shown = list(legs[:MOST_LEGS])
        while len(self.legs) > len(shown):
            line = self.legs.pop()
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.legs) < len(shown):
            line = LegLine(len(self.legs))
            line.play_wanted.connect(self.play_wanted)
            line.save_wanted.connect(self.save_wanted)
            line.set_beside(beside=self._beside)
            self._body.insertWidget(self._body.count() - 1, line)
            self.legs.append(line)
        may = not self._context.policy.why_not("listen")
        saves = may and not self._context.policy.why_not("export")
        for line, leg in zip(self.legs, shown, strict=True):
            line.show_leg(leg, self._context, self._ink, whole=self._whole, may=may)
            line.save.setEnabled(saves and line.save.isEnabled())
            if alone:
                line.play.hide()
                line.save.hide()

    def _on_play(self) -> None:
        self.play_wanted.emit(-1)

    def _on_save(self) -> None:
        self.save_wanted.emit(-1)


def _way(*, beside: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
