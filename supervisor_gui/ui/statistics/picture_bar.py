"""The line above the picture: which picture, and what it is narrowed to. It decides nothing."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.request import ONE_DAY_VIEWS, Group, ReportRequest, View
from supervisor_gui.reports.spelling import day_text, weekday_label
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.statistics.pills import Pills, pill
from supervisor_gui.ui.statistics.wrapping import WrapLayout
from supervisor_gui.ui.widgets.key_button import KeyButton

BUSY_AFTER_MS = 250
"""A report that is there sooner is not announced: words that come and go at once only flicker."""

CHOOSER_SIGNS = 11


class DayStepper(QWidget):
    """The shown day between a button for the one before and one for the next.

    Signals:
        stepped(int): -1 or 1 days.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.back = pill(checkable=False)
        self.back.setText("◀")
        self.forth = pill(checkable=False)
        self.forth.setText("▶")
        self.label = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.back, self.label, self.forth):
            layout.addWidget(widget)
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)

    def show_day(self, day: date, *, back: bool, forth: bool) -> None:
        """Show a day, and whether there is one before and one after; the picture's title has it in full."""
        plain.set_plain(self.label, f"{weekday_label(day.weekday())} {day_text(day)}")
        self.back.setEnabled(back)
        self.forth.setEnabled(forth)

    def retranslate(self) -> None:
        """Take today's language."""
        self.back.setToolTip(translate("StatisticsPage", "The day before"))
        self.forth.setToolTip(translate("StatisticsPage", "The next day"))
        self.back.setAccessibleName(translate("StatisticsPage", "The day before"))
        self.forth.setAccessibleName(translate("StatisticsPage", "The next day"))

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_forth(self) -> None:
        self.stepped.emit(1)


class PictureBar(QWidget):
    """What the picture shows.

    Signals:
        view_chosen(object): A View.
        group_chosen(object): A Group.
        day_stepped(int): -1 or 1 days.
        queue_chosen(str): A queue's short name, empty for all.
        agent_chosen(str): An extension, empty for all.
    """

    view_chosen = Signal(object)
    group_chosen = Signal(object)
    day_stepped = Signal(int)
    queue_chosen = Signal(str)
    agent_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self.busy = QLabel()
        self.busy.hide()
        self.groups = Pills(tuple(Group))
        self.days = DayStepper()
        self.queues = _chooser()
        self.agents = _chooser()
        self.views = Pills(tuple(View))
        self._ends: list[KeyButton] = []
        self._line = WrapLayout(self, spacing=10)
        for widget in (self.days, self.queues, self.agents, self.groups, self.busy):
            self._line.addWidget(widget)
        self._line.add_right(self.views)
        self._connect()

    def _connect(self) -> None:
        self._busy.timeout.connect(self._announce)
        self.views.chosen.connect(self.view_chosen)
        self.groups.chosen.connect(self.group_chosen)
        self.days.stepped.connect(self.day_stepped)
        self.queues.activated.connect(self._on_queue)
        self.agents.activated.connect(self._on_agent)

    def add_right(self, button: KeyButton) -> None:
        """Put `button` at the right end; its key is shown where that takes no line more."""
        self._ends.append(button)
        self._line.add_right(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more, or for less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One line if possible: first the words that it is counting give way, then the keys."""
        if self._wanted() > self.width():
            self.busy.hide()
        shown = self._wanted() <= self.width()
        for button in self._ends:
            button.show_cap(shown=shown)

    def _wanted(self) -> int:
        """Pixels of everything in one line, the keys drawn."""
        return self._line.sizeHint().width() + sum(button.hidden_room for button in self._ends)

    def event(self, event: QEvent) -> bool:
        """Something in the line came, went or got other words."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def show_request(self, asked: ReportRequest, *, groups: bool, back: bool, forth: bool) -> None:
        """Show what is asked for.

        Args:
            asked: The request.
            groups: Whether bars may stand for weeks and months.
            back, forth: Whether there is a day before and a day after the shown one.
        """
        one_day = asked.view in ONE_DAY_VIEWS
        self.views.show_chosen(asked.view)
        self.groups.show_chosen(asked.group)
        self.groups.setVisible(groups and asked.view is View.DAYS)
        self.days.setVisible(one_day)
        self.days.show_day(asked.shown_day, back=back, forth=forth)
        self.queues.setVisible(asked.view is View.INTRADAY)
        self.agents.setVisible(asked.view is View.AGENTS)
        _choose(self.queues, asked.queue)
        _choose(self.agents, asked.extension)
        self._fit()

    def set_choices(self, queues: Sequence[str], agents: Sequence[tuple[str, str]]) -> None:
        """Queues by short name, agents by extension and shown name, in the order to offer."""
        _offer(self.queues, [(name, name) for name in queues])
        _offer(self.agents, agents)

    def show_busy(self, *, busy: bool) -> None:
        """Whether a report is being made."""
        if not busy:
            self._busy.stop()
            self.busy.hide()
        elif not self.busy.isVisible() and not self._busy.isActive():
            self._busy.start()

    def retranslate(self) -> None:
        """Take today's language."""
        self.busy.setText(translate("StatisticsPage", "counting…"))
        views = {
            View.DAYS: translate("StatisticsPage", "Days"),
            View.HOURS: translate("StatisticsPage", "Hours"),
            View.WEEKDAYS: translate("StatisticsPage", "Weekdays"),
            View.INTRADAY: translate("StatisticsPage", "During the day"),
            View.AGENTS: translate("StatisticsPage", "Agents' day"),
        }
        groups = {
            Group.DAY: translate("StatisticsPage", "Daily"),
            Group.WEEK: translate("StatisticsPage", "Weekly"),
            Group.MONTH: translate("StatisticsPage", "Monthly"),
        }
        for view, words in views.items():
            self.views.name(view, words)
        for group, words in groups.items():
            self.groups.name(group, words)
        self.views.setAccessibleName(translate("StatisticsPage", "Which picture"))
        self.groups.setAccessibleName(translate("StatisticsPage", "What a bar stands for"))
        self.days.retranslate()
        for box, all_of_them, name in (
            (self.queues, translate("StatisticsPage", "All queues"), translate("StatisticsPage", "Queue")),
            (self.agents, translate("StatisticsPage", "All agents"), translate("StatisticsPage", "Agent")),
        ):
            box.setItemText(0, all_of_them)
            box.setAccessibleName(name)
        self._fit()

    def _announce(self) -> None:
        """Say that it is counting, unless that would move everything below by a line."""
        before = self._line.heightForWidth(self.width())
        self.busy.show()
        if self._line.heightForWidth(self.width()) > before:
            self.busy.hide()

    def _on_queue(self, number: int) -> None:
        self.queue_chosen.emit(self.queues.itemData(number))

    def _on_agent(self, number: int) -> None:
        self.agent_chosen.emit(self.agents.itemData(number))


def _chooser() -> QComboBox:
    """A list whose first entry means all."""
    box = QComboBox()
    box.addItem("", "")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(CHOOSER_SIGNS)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.hide()
    return box


def _offer(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Put `entries` (key, words) behind the first; the chosen one stays chosen, though it is offered no more."""
    kept, words = box.currentData(), box.currentText()
    with QSignalBlocker(box):
        while box.count() > 1:
            box.removeItem(1)
        for key, name in entries:
            box.addItem(clean(name), key)
        if kept and box.findData(kept) < 0:
            box.addItem(words, kept)
        _choose(box, kept)


def _choose(box: QComboBox, key: str) -> None:
    place = box.findData(key)
    with QSignalBlocker(box):
        if place < 0:
            box.addItem(clean(key), key)
            place = box.count() - 1
        box.setCurrentIndex(place)
