"""Numbers on their way to the list on screen: one line an upload, with what can be done about it. It sends nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from supervisor_gui.autodial.values import JobState, UploadJob
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.words import job_words
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.progress_strip import BAR_HEIGHT, BAR_WIDTH, LEAST_BAR
from supervisor_gui.ui.theme import LIGHT, Theme
from supervisor_gui.ui.widgets.foot_strip import FootStrip
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome, show_parts
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

MOST_LINES = 3
"""Uploads that are over wait for room when more would be shown."""


class ShareBar(QWidget):
    """How many numbers were sent, refused, are unknown and wait; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: UploadJob | None = None
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_BAR)

    def show_job(self, job: UploadJob, words: str) -> None:
        """Show the shares of `job`; `words` are for who does not see them."""
        self._job = job
        self.setAccessibleName(words)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """What it has where there is room."""
        return QSize(BAR_WIDTH, BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One piece each, and the bare line for what waits."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.line))
        job = self._job
        if job is not None and job.total:
            marks = self._theme.marks
            edge = done = 0
            for count, colour in (
                (job.sent, marks.idle),
                (job.refused, marks.offline),
                (job.unknown + job.underway, marks.warn),
            ):
                done += count
                end = self.width() * done // job.total
                painter.fillRect(QRect(edge, 0, end - edge, self.height()), QColor(colour))
                edge = end
        painter.end()


class JobLine(QWidget):
    """One upload.

    Signals:
        pause_wanted(int), go_on_wanted(int), cancel_wanted(int), again_wanted(int): As of `UploadStrip`.
        hide_wanted(int): The line is to go; it is over.
    """

    pause_wanted = Signal(int)
    go_on_wanted = Signal(int)
    cancel_wanted = Signal(int)
    again_wanted = Signal(int)
    hide_wanted = Signal(int)

    def __init__(self, job: UploadJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._policy = Policy()
        self.words = ShrinkingLabel()
        self.bar = ShareBar()
        self.pause = pill(checkable=False)
        self.again = pill(checkable=False)
        self.cancel = pill(checkable=False)
        self.dismiss = pill(checkable=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.words, self.bar, self.pause, self.again, self.cancel, self.dismiss):
            layout.addWidget(part)
        layout.addStretch(1)
        self.pause.clicked.connect(self._on_pause)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._job.id))
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit(self._job.id))
        self.dismiss.clicked.connect(lambda: self.hide_wanted.emit(self._job.id))

    def show_job(self, job: UploadJob, policy: Policy) -> None:
        """Show where it stands."""
        self._job = job
        self._policy = policy
        words = job_words(job, policy)
        plain.set_plain(self.words, words, 600)
        self.words.setToolTip(plain.tooltip(words))
        self.bar.show_job(job, words)
        show_parts(
            (self.pause, job.state in {JobState.RUNNING, JobState.PAUSED}),
            (self.again, can_go_again(job)),
            (self.cancel, not job.over and job.state is not JobState.CREATING),
            (self.dismiss, job.over),
        )
        self._name_buttons()

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.bar.apply_theme(theme)

    def _name_buttons(self) -> None:
        name = clean(self._job.list_name, 60)
        if self._job.state is JobState.PAUSED:
            _label(self.pause, translate("Campaigns", "Go on"), translate("Campaigns", "Go on sending to {list}"), name)
        else:
            _label(self.pause, translate("Campaigns", "Pause"), translate("Campaigns", "Pause sending to {list}"), name)
        _label(
            self.again,
            translate("Campaigns", "Send again"),
            translate("Campaigns", "Send again to {list} what did not arrive"),
            name,
        )
        _label(
            self.cancel,
            translate("Campaigns", "Cancel sending"),
            translate("Campaigns", "Send no more to {list}"),
            name,
        )
        _label(self.dismiss, "✕", translate("Campaigns", "Hide this line"), name)
        why = why_denied(self._policy, "campaigns")
        tips = {
            self.again: translate("Campaigns", "Sends what the PBX refused or does not list."),
            self.cancel: translate("Campaigns", "What was sent stays in the list; what waits is not sent."),
        }
        for button in (self.pause, self.again, self.cancel):
            button.setEnabled(not why)
            button.setToolTip(plain.tooltip(why or tips.get(button, "")))
        self.dismiss.setToolTip(translate("Campaigns", "Hide this line"))

    def _on_pause(self) -> None:
        paused = self._job.state is JobState.PAUSED
        (self.go_on_wanted if paused else self.pause_wanted).emit(self._job.id)


class UploadStrip(FootStrip):
    """A line for each upload of which there is something to say; hidden when there is none.

    Signals:
        pause_wanted(int), go_on_wanted(int), cancel_wanted(int): An upload is to rest, go on or end, by its id.
        again_wanted(int): What of it did not arrive is to be sent again.
    """

    pause_wanted = Signal(int)
    go_on_wanted = Signal(int)
    cancel_wanted = Signal(int)
    again_wanted = Signal(int)

    def __init__(self, keyboard: KeyboardHome, parent: QWidget | None = None) -> None:
        """Args.

        keyboard: Takes the keyboard from a line that goes with it.
        parent: The window, as usual.
        """
        super().__init__(parent)
        self._keyboard = keyboard
        self._jobs: tuple[UploadJob, ...] = ()
        self._policy = Policy()
        self._theme = LIGHT
        self._hidden: set[int] = set()
        self.lines: dict[int, JobLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def show_jobs(self, jobs: Sequence[UploadJob]) -> None:
        """Show these, newest first."""
        self._jobs = tuple(jobs)
        # What goes on again has something to say again.
        self._hidden -= {job.id for job in jobs if not job.over}
        shown = self._to_show()
        gone = self.lines.keys() - {job.id for job in shown}
        for job_id in gone:
            line = self.lines.pop(job_id)
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, job in enumerate(shown):
            line = self.lines.get(job.id) or self._made(job)
            if self._layout.indexOf(line) != place:
                self._layout.insertWidget(place, line)
            line.show_job(job, self._policy)
        self.setVisible(bool(shown))

    def set_policy(self, policy: Policy) -> None:
        """What this seat may do."""
        self._policy = policy
        self.show_jobs(self._jobs)

    def retranslate(self) -> None:
        """Take today's language."""
        self.show_jobs(self._jobs)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        for line in self.lines.values():
            line.apply_theme(theme)

    def _to_show(self) -> list[UploadJob]:
        going = [job for job in self._jobs if not job.over]
        room = max(0, MOST_LINES - len(going))
        over = [job for job in self._jobs if job.over and job.id not in self._hidden and _has_words(job)]
        kept = {job.id for job in (*going, *over[:room])}
        return [job for job in self._jobs if job.id in kept]

    def _made(self, job: UploadJob) -> JobLine:
        line = self.lines[job.id] = JobLine(job)
        self._keyboard.watch(line)
        line.apply_theme(self._theme)
        line.pause_wanted.connect(self.pause_wanted)
        line.go_on_wanted.connect(self.go_on_wanted)
        line.cancel_wanted.connect(self.cancel_wanted)
        line.again_wanted.connect(self.again_wanted)
        line.hide_wanted.connect(self._on_hide)
        return line

    def _on_hide(self, job_id: int) -> None:
        self._hidden.add(job_id)
        self.show_jobs(self._jobs)


def can_go_again(job: UploadJob) -> bool:
    """Whether some of its numbers may be sent anew: refused by the PBX, or missing in a whole report.

    In a cancelled upload most of the refused ones were never sent: they were given up.
    """
    refused = job.refused > 0 and job.state is JobState.DONE
    return job.list_id != "" and (job.absent > 0 or refused) and (job.over or job.state is JobState.PAUSED)


def _has_words(job: UploadJob) -> bool:
    """Whether an upload that is over left something to be known."""
    return job.state is JobState.CANCELLED or bool(job.refused or job.unknown)


def _label(button: QToolButton, words: str, spoken: str, name: str) -> None:
    button.setText(words)
    button.setAccessibleName(spoken.format(list=name))
