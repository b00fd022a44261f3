"""The agent's own corner: state, breaks, shift and calls of "my extension". It shows and wishes; it sends nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QAction, QPalette, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.board import Agent
from supervisor_gui.live.limits import BreakReason, Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import Membership
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.actions.breaks import fill_breaks
from supervisor_gui.ui.board.agent_columns import since_text, since_tone
from supervisor_gui.ui.board.agent_rows import AgentRow, AgentRowMaker
from supervisor_gui.ui.board.context import Collation, Context, no_name
from supervisor_gui.ui.calls.corner_parts import ChipLine, QueuesQuestion
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import mark_pixmap


class AgentCorner(QFrame):
    """What an agent needs of himself; without an own extension it asks for it.

    Signals:
        break_wanted(str): Break in all queues with this reason.
        other_reason_wanted(): Break with a reason that must be typed.
        resume_wanted(): End the break in all queues.
        shift_wanted(object): Log into these queues (tuple of short names).
        shift_over(): Log out of all queues.
        queues_chosen(object): These are my queues from now on (tuple of short names).
        extension_chosen(str): This is my extension.
    """

    break_wanted = Signal(str)
    other_reason_wanted = Signal()
    resume_wanted = Signal()
    shift_wanted = Signal(object)
    shift_over = Signal()
    queues_chosen = Signal(object)
    extension_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self._extension = ""
        self._agent: Agent | None = None
        self._row: AgentRow | None = None
        self._now = 0.0
        self._theme: Theme | None = None
        self._policy = Policy()
        self._limits = Limits()
        self._names: Callable[[str], str] = no_name
        self._queues: tuple[str, ...] = ()
        self._mine: tuple[str, ...] = ()
        self._maker = AgentRowMaker(Context(), Collation())
        self.menu: QMenu | None = None
        self.question: QueuesQuestion | None = None
        self._make()
        self._lay_out()
        self.retranslate()

    def _make(self) -> None:
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._ask = plain_label()
        self.field = QLineEdit(maxLength=5)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,5}"), self.field))
        self.field.returnPressed.connect(self._on_extension)
        self.use = self._button(self._on_extension)
        self._mark = QLabel()
        self._mark.setFixedSize(16, 16)
        self.state = plain_label(bold=True)
        self.time = QLabel()
        self.chips = ChipLine()
        self.take_break = self._button(self.open_breaks)
        self.resume = self._button(self.resume_wanted.emit)
        self.start = self._button(self._on_start)
        self.end = self._button(self.shift_over.emit)
        self.choose = self._button(self._on_choose)
        self.today = plain_label(muted=True)

    def _button(self, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(lambda *_: act())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        self._asking = QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.field, 1)
        asking.addWidget(self.use)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self._mark)
        line.addWidget(self.state, 1)
        line.addWidget(self.time)
        body.addLayout(line)
        body.addWidget(self.chips)
        grid = QGridLayout()
        grid.setSpacing(6)
        for at, button in enumerate((self.take_break, self.resume, self.start, self.end)):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            grid.addWidget(button, at // 2, at % 2)
        body.addLayout(grid)
        last = QHBoxLayout()
        last.addWidget(self.today, 1)
        last.addWidget(self.choose)
        body.addLayout(last)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        for widget in (self._title, self._ask, self._asking, self._body):
            layout.addWidget(widget)

    # what it shows

    def set_extension(self, extension: str) -> None:
        """Whose corner this is; empty asks for it."""
        self._extension = extension
        self._show()

    def show_agent(self, agent: Agent | None, now: float) -> None:
        """The own extension as the board shows it; None when it is in no queue."""
        self._now = now
        if agent is not self._agent or agent is None:
            self._agent = agent
            self._show()
        else:
            self.tick(now)

    def set_reasons(self, reasons: Sequence[BreakReason]) -> None:
        """The break list in the order of its digits."""
        self._limits = Limits(reasons=tuple(reasons))
        self._remake()

    def set_queues(self, known: Sequence[str], mine: Sequence[str]) -> None:
        """All queues, and those that a shift means."""
        if (tuple(known), tuple(mine)) != (self._queues, self._mine):
            self._queues, self._mine = tuple(known), tuple(mine)
            self._enable()

    def set_names(self, names: Callable[[str], str]) -> None:
        """Names of extensions."""
        self._names = names
        self._remake()

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do."""
        self._policy = policy
        self._remake()

    def tick(self, now: float) -> None:
        """Time has passed."""
        self._now = now
        row = self._row
        text = since_text(row, now) if row is not None and row.since else ""
        if text != self.time.text():
            self.time.setText(text)
        if row is not None and self._theme is not None:
            self._colour(self.time, since_tone(row, now))

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.chips.set_ink(Ink(theme, self.font(), self.devicePixelRatioF()))
        self._show()

    def retranslate(self) -> None:
        """Take today's language."""
        self._ask.setText(translate("Corner", "Which extension is yours? It rings when you dial from here."))
        self.field.setPlaceholderText(translate("Corner", "2 to 5 digits"))
        self.field.setAccessibleName(translate("Corner", "My extension"))
        self.use.setText(translate("Corner", "This is mine"))
        self.take_break.setText(translate("Corner", "Break"))
        self.resume.setText(translate("Corner", "Resume"))
        self.start.setText(translate("Corner", "Start shift"))
        self.end.setText(translate("Corner", "End shift"))
        self.choose.setText(translate("Corner", "My queues…"))
        for button in (self.use, self.take_break, self.resume, self.start, self.end, self.choose):
            button.setAccessibleName(button.text())
        self._remake()

    # what the user does

    def open_breaks(self) -> None:
        """Pop up the reasons below the button; a digit chooses."""
        if not self.take_break.isEnabled():
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        fill_breaks(self.menu, self._limits.reasons)
        self.menu.triggered.connect(self._on_reason)
        self.menu.popup(self.take_break.mapToGlobal(QPoint(0, self.take_break.height())))

    def ask_extension(self) -> None:
        """Put the keyboard where the own extension is typed, if nobody has told it yet."""
        if not self._extension:
            self.field.setFocus()

    def _on_reason(self, action: QAction) -> None:
        reason = action.data()
        if reason is None:
            self.other_reason_wanted.emit()
        else:
            self.break_wanted.emit(reason)

    def _on_extension(self) -> None:
        if len(self.field.text()) >= 2:
            self.extension_chosen.emit(self.field.text())

    def _on_start(self) -> None:
        if self._mine:
            self.shift_wanted.emit(self._mine)
        else:
            self._ask_queues(self._on_first_queues)

    def _on_choose(self) -> None:
        self._ask_queues(self.queues_chosen.emit)

    def _on_first_queues(self, queues: object) -> None:
        self.queues_chosen.emit(queues)
        self.shift_wanted.emit(queues)

    def _ask_queues(self, then: Callable[[object], object]) -> None:
        self.question = QueuesQuestion(self.window(), self._queues, self._mine)
        self.question.answered.connect(then)
        self.question.finished.connect(self._on_question_over)
        self.question.open()

    def _on_question_over(self) -> None:
        self.question = None

    # how it is shown

    def _remake(self) -> None:
        """Rows are made in one context and one language."""
        context = Context(names=self._names, limits=self._limits, policy=self._policy)
        self._maker = AgentRowMaker(context, Collation())
        self._show()

    def _show(self) -> None:
        own = bool(self._extension)
        self._row = self._maker.make(self._agent, self._now) if own and self._agent is not None else None
        for widget in (self._ask, self._asking):
            widget.setVisible(not own)
        self._body.setVisible(own)
        title = translate("Corner", "My extension: {name}") if own else translate("Corner", "My extension")
        plain.set_plain(self._title, title.format(name=self._label()))
        row = self._row
        plain.set_plain(self.state, row.words if row is not None else translate("Corner", "In no queue"))
        self.chips.show_chips(row.chips if row is not None else ())
        self.chips.setVisible(bool(self.chips.chips))
        told = row.today if row is not None else "–"
        self.today.setText(translate("Corner", "Calls today: {n}").format(n=told))
        self._show_mark()
        self.tick(self._now)
        self._enable()

    def _label(self) -> str:
        name = self._names(self._extension)
        extension = clean(self._extension, 10)
        return f"{clean(name, 40)} {extension}" if name and name != self._extension else extension

    def _show_mark(self) -> None:
        self._mark.setVisible(self._row is not None)
        if self._row is None or self._theme is None:
            return
        colour = getattr(self._theme.marks, self._row.tone)
        self._mark.setPixmap(mark_pixmap(self._row.mark, colour, 16, self.devicePixelRatioF()))
        self._colour(self.state, self._row.tone)

    def _colour(self, label: QLabel, tone: str) -> None:
        if self._theme is None:
            return
        palette = label.palette()
        colour = self._theme.text if tone == "text" else getattr(self._theme.words, tone)
        if palette.color(QPalette.ColorRole.WindowText).name() != colour.lower():
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            label.setPalette(palette)

    def _enable(self) -> None:
        agent = self._agent
        members = agent.members if agent is not None else {}
        fixed = [name for name, member in members.items() if member.membership is Membership.STATIC]
        missing = [name for name in self._mine if name not in members]
        no_queue = translate("Corner", "Your extension is in no queue.")
        self._allow(self.take_break, "pause", "" if members else no_queue)
        on_break = agent is not None and agent.paused_somewhere
        self._allow(self.resume, "resume", "" if on_break else translate("Corner", "You are not on break."))
        there = translate("Corner", "You are in all your queues.")
        self._allow(self.start, "add", "" if missing or not self._mine else there)
        stays = translate("Corner", "You are a fixed member of your queues; the portal alone changes that.")
        self._allow(self.end, "remove", "" if len(fixed) < len(members) else stays if members else no_queue)

    def _allow(self, button: QToolButton, action: str, problem: str) -> None:
        """Enable a button, or say why it is not."""
        problem = why_denied(self._policy, action) or problem
        button.setEnabled(not problem)
        button.setToolTip(plain.tooltip(problem))
        button.setAccessibleDescription(problem)
