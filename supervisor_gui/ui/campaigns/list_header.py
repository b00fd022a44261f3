"""The chosen list at a glance: state, the one button, progress, rules, and what is to be known. It sends nothing."""

from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supervisor_gui.autodial.values import KeptList, ListState, ShownList
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.list_rows import (
    STOP,
    action_of,
    hint_words,
    line_of,
    list_state_words,
    mark_of,
    may_stop,
    name_of,
    target_of,
    why_not,
)
from supervisor_gui.ui.campaigns.progress_bar import ProgressBar
from supervisor_gui.ui.campaigns.words import (
    JOINT,
    consent_word,
    days_words,
    hours_words,
    kind_word,
    limit_words,
    moment_words,
    stop_words,
)
from supervisor_gui.ui.widgets.ink import PLAIN, Ink
from supervisor_gui.ui.widgets.key_button import KeyButton
from supervisor_gui.ui.widgets.marks import Mark
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

MARK = 16
_NAME = 60


def muted_line() -> ShrinkingLabel:
    """A line that stands back."""
    line = ShrinkingLabel()
    line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return line


class StateWords(QWidget):
    """A state's shape and words, painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink: Ink | None = None
        self._look: tuple[Mark, str] = (Mark.OTHER, "other")
        self.words = ""

    def show_state(self, look: tuple[Mark, str], words: str) -> None:
        """Show shape and colour name with words."""
        self._look, self.words = look, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Shape and words."""
        if self._ink is None:
            return QSize(100, MARK)
        kind = self._ink.types[PLAIN]
        return QSize(MARK + 6 + kind.width(self.words), max(MARK, kind.height))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        if self._ink is None:
            return
        painter = QPainter(self)
        kind = self._ink.types[PLAIN]
        mark, tone = self._look
        self._ink.mark(painter, mark, tone, 0, (self.height() - MARK) / 2, size=MARK)
        painter.setPen(self._ink.pens[tone])
        kind.draw(painter, MARK + 6, kind.base(0, self.height()), self.words)
        painter.end()


class ListHeader(QFrame):
    """Its buttons stay where they are, whatever becomes of the list.

    Signals:
        start_wanted(str), stop_wanted(str): The list's id.
    """

    start_wanted = Signal(str)
    stop_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownList | None = None
        self._policy = Policy()
        self._now = 0.0
        # Space belongs to the table, for it means other things elsewhere on the page; here it is for show.
        self.switch = QAction(self)
        self.switch.setShortcut(Qt.Key.Key_Space)
        self.halt = QAction(self)
        self.name = ShrinkingLabel()
        self.name.setObjectName("panelTitle")
        self.state = StateWords()
        self.button = KeyButton(self.switch, self, first=True)
        self.stop_button = KeyButton(self.halt, self)
        self.bar = ProgressBar()
        self.plan = muted_line()
        self.rules = muted_line()
        self.hints = ShrinkingLabel()
        self.hints.setObjectName("hintLine")
        self._lay_out()
        self.switch.triggered.connect(self.press)
        self.halt.triggered.connect(self._on_halt)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name, 1)
        top.addWidget(self.state)
        top.addWidget(self.stop_button)
        top.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        for line in (self.plan, self.rules, self.hints):
            layout.addWidget(line)

    def show_list(self, shown: ShownList | None, now: float) -> None:
        """Show a list as of `now`; None shows nothing."""
        self._shown, self._now = shown, now
        self._show()

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do."""
        self._policy = policy
        self._show()

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        for part in (self.state, self.button, self.stop_button, self.bar):
            part.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.bar.retranslate()
        self.halt.setText(translate("Campaigns", "Stop"))
        self._show()

    def press(self) -> None:
        """Do what the button says, if it can be done."""
        shown = self._shown
        if shown is None or not self.switch.isEnabled():
            return
        (self.stop_wanted if action_of(shown) == STOP else self.start_wanted).emit(shown.id)

    # inside

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        name = name_of(shown)
        plain.set_plain(self.name, name)
        self.name.setToolTip(plain.tooltip(name))
        self.state.show_state(mark_of(shown), list_state_words(shown))
        self.bar.show_counts(shown.figures)
        hints = [*hint_words(shown, self._now), _problem_words(shown)]
        _say(self.plan, plan_words(shown))
        _say(self.rules, rules_words(shown, self._now))
        _say(self.hints, "  ".join(words for words in hints if words))
        self.hints.setVisible(any(hints))
        self._show_buttons(shown, name)

    def _show_buttons(self, shown: ShownList, name: str) -> None:
        action, why = action_of(shown), why_not(shown, self._policy)
        stops = STOP in {action, shown.pending}
        self.switch.setText(translate("Campaigns", "Stop") if stops else translate("Campaigns", "Start"))
        allowed = not self._policy.why_not("campaigns")
        self.switch.setEnabled(bool(action) and allowed)
        self.button.setToolTip(plain.tooltip(why))
        told = translate("Campaigns", "Stop the list “{list}”") if stops else _start_words()
        self.button.setAccessibleName(told.format(list=name))
        self.stop_button.setVisible(may_stop(shown))
        self.halt.setEnabled(may_stop(shown) and allowed)
        self.stop_button.setToolTip(plain.tooltip("" if allowed else why))
        self.stop_button.setAccessibleName(translate("Campaigns", "Stop the list “{list}”").format(list=name))

    def _on_halt(self) -> None:
        if self._shown is not None:
            self.stop_wanted.emit(self._shown.id)


def plan_words(shown: ShownList) -> str:
    """When it calls whom for whom."""
    told = shown.told
    department, line = clean(told.department, _NAME), line_of(shown)
    parts = (
        kind_word(told.kind, told.kind_word),
        hours_words(told),
        days_words(told),
        translate("Campaigns", "department {name}").format(name=department) if department else "",
        target_of(shown),
        translate("Campaigns", "line {line}").format(line=line) if line != figures.NONE else "",
    )
    return JOINT.join(part for part in parts if part and part != figures.NONE)


def rules_words(shown: ShownList, now: float) -> str:
    """How fast it calls, what ends it, and what else is known of how it was made."""
    told, kept = shown.told, shown.kept
    tries, count = "", told.retries
    if count:
        apart = figures.NONE if told.retry_minutes is None else told.retry_minutes
        tries = translate("Campaigns", "%n more tries, {m} min apart", None, count).format(m=apart)
    known = _kept_words(kept, told.limit, now) if kept is not None else (_elsewhere_words(),)
    return JOINT.join(part for part in (*known, tries) if part)


def _kept_words(kept: KeptList, limit: int | None, now: float) -> tuple[str, ...]:
    host = urlsplit(kept.url).hostname or ""
    told = translate("Campaigns", "results are told to {host}").format(host=clean(host, _NAME)) if host else ""
    today = datetime.fromtimestamp(now, PBX_ZONE).date()
    made = translate("Campaigns", "made here {time}").format(time=moment_words(kept.made_at, today))
    return (
        limit_words(kept.limit_rule, limit) if limit else "",
        stop_words(kept.stop_rule, kept.stop_limit),
        consent_word(kept.consent),
        told or translate("Campaigns", "results are told to nobody"),
        f"{made} ({clean(kept.who, _NAME)})" if kept.who else made,
    )


def _elsewhere_words() -> str:
    return translate("Campaigns", "made elsewhere: stop rule, İYS filter and webhook are not known")


def _say(line: ShrinkingLabel, words: str) -> None:
    plain.set_plain(line, words, 600)
    line.setToolTip(plain.tooltip(line.text()))


def _start_words() -> str:
    return translate("Campaigns", "Start the list “{list}”")


def _problem_words(shown: ShownList) -> str:
    """Why its report did not come; that of a list that is gone never will."""
    if shown.problem is None or shown.state is ListState.GONE:
        return ""
    told = explain(shown.problem)
    words = translate("Campaigns", "Its report did not come: {why}").format(why=told.title)
    return f"{words}. {told.todo}" if told.todo else words
