"""The list that needs an eye, as a strip on the board: how far it is, and its stop. It sends nothing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supervisor_gui.autodial.list_state import stop_share
from supervisor_gui.autodial.values import DialView, JobState, ListState, ShownList, UploadJob
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns import looks
from supervisor_gui.ui.campaigns.list_header import StateWords
from supervisor_gui.ui.campaigns.list_rows import (
    STOP,
    action_of,
    list_state_words,
    mark_of,
    name_of,
    near_stop,
    near_words,
    why_not,
)
from supervisor_gui.ui.campaigns.progress_bar import ProgressBar
from supervisor_gui.ui.campaigns.words import job_words
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.foot_strip import FootStrip
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.key_button import KeyButton
from supervisor_gui.ui.widgets.marks import Mark
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

EDGE = 6
SETTLING = 800
"""Milliseconds in which a list that came in another one's place takes no stop: it was meant for the other."""

_GOING = frozenset({JobState.CREATING, JobState.CREATE_UNKNOWN, JobState.RUNNING})


class BoardStrip(FootStrip):
    """Of one height while a list runs or numbers are sent, else hidden.

    Signals:
        stop_wanted(str): The id of a list to be stopped.
        open_wanted(str): The id of a list to be shown, empty for one that is still being made.
    """

    stop_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = DialView()
        self._policy = Policy()
        self._shown: ShownList | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self.stop_action = QAction(self)
        self.open_action = QAction(self)
        self.state = StateWords()
        self.name = ShrinkingLabel()
        self.name.setObjectName("panelTitle")
        self.bar = ProgressBar()
        self.words = ShrinkingLabel()
        self.more = ShrinkingLabel()
        self.stop = KeyButton(self.stop_action, self, first=True)
        self.open = KeyButton(self.open_action, self)
        self._lay_out()
        self.stop_action.triggered.connect(self._on_stop)
        self.open_action.triggered.connect(self._on_open)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self._frame = QFrame()
        self._frame.setObjectName("dialStrip")
        line = QHBoxLayout(self._frame)
        line.setContentsMargins(12, EDGE, 8, EDGE)
        line.setSpacing(12)
        line.addWidget(self.state)
        line.addWidget(self.name)
        line.addWidget(self.bar, 1)
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        line.addWidget(self.open)
        line.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)

    def show_view(self, view: DialView) -> None:
        """Show the most urgent of these lists, or the upload that goes on."""
        self._view = view
        self._show()

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do."""
        self._policy = policy
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        ink = Ink(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(looks.strip_sheet(theme))
        for part in (self.state, self.bar, self.stop, self.open):
            part.set_ink(ink)
        self._frame.setFixedHeight(max(self.bar.sizeHint().height(), self.open.sizeHint().height()) + 2 * EDGE + 2)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Campaigns", "Auto-dial lists that run"))
        self.stop_action.setText(translate("Campaigns", "Stop"))
        self.open_action.setText(translate("Campaigns", "Open"))
        self.bar.retranslate()
        self._show()

    # inside

    def _show(self) -> None:
        running = urgent_first(self._view)
        jobs = _going(self._view)
        before, self._shown = self._shown, running[0] if running else None
        if before is not None and self._shown is not None and before.id != self._shown.id:
            self._settling.start()
        self.setVisible(bool(running or jobs))
        if self.isHidden():
            return
        if self._shown is not None:
            self._show_list(self._shown)
        else:
            self._show_job(jobs[0])
        self.words.setVisible(bool(self.words.text()))
        others = max(0, len(running) - 1)
        more = translate("Campaigns", "+%n more list(s)", None, others) if others else ""
        plain.set_plain(self.more, more)
        self.more.setVisible(bool(more))

    def _show_list(self, shown: ShownList) -> None:
        name = name_of(shown)
        self._name(name)
        self.state.show_state(mark_of(shown), list_state_words(shown))
        self.bar.show_counts(shown.figures)
        self.bar.show()
        going = "".join(job_words(job, self._policy) for job in _going_to(shown)[:1])
        self._say(near_words(shown) if near_stop(shown) else going)
        stops = action_of(shown) == STOP and not self._policy.why_not("campaigns")
        self.stop.show()
        self.stop_action.setEnabled(stops)
        self.stop.setAccessibleName(translate("Campaigns", "Stop the list “{list}”").format(list=name))
        self.stop.setToolTip(plain.tooltip(why_not(shown, self._policy)))

    def _show_job(self, job: UploadJob) -> None:
        """No list runs, but numbers are on their way to one."""
        self._name(clean(job.list_name, 60))
        self.state.show_state((Mark.RINGING, "ringing"), translate("Campaigns", "Upload"))
        self.bar.hide()
        self.stop.hide()
        self._say(job_words(job, self._policy))

    def _name(self, name: str) -> None:
        plain.set_plain(self.name, name)
        self.name.setToolTip(plain.tooltip(name))
        self.open.setAccessibleName(translate("Campaigns", "Show the list “{list}”").format(list=name))

    def _say(self, words: str) -> None:
        plain.set_plain(self.words, words, 300)
        self.words.setToolTip(plain.tooltip(words))

    def _on_stop(self) -> None:
        if self._shown is not None and not self._settling.isActive():
            self.stop_wanted.emit(self._shown.id)

    def _on_open(self) -> None:
        if self._shown is not None:
            self.open_wanted.emit(self._shown.id)
            return
        jobs = _going(self._view)
        self.open_wanted.emit(jobs[0].list_id if jobs else "")


def urgent_first(view: DialView) -> list[ShownList]:
    """The lists that run: those near their stop rule first, then the largest."""
    running = [shown for shown in view.lists if shown.state is ListState.RUNNING]
    return sorted(running, key=_urgency, reverse=True)


def _urgency(shown: ShownList) -> tuple[float, int]:
    near = stop_share(shown) if near_stop(shown) else None
    return near or 0.0, shown.figures.total if shown.figures is not None else 0


def _going(view: DialView) -> list[UploadJob]:
    """Uploads that go on, those whose list is still being made first."""
    every = (*view.jobs, *(job for shown in view.lists for job in shown.jobs))
    return [job for job in every if job.state in _GOING]


def _going_to(shown: ShownList) -> list[UploadJob]:
    return [job for job in shown.jobs if job.state in _GOING]
