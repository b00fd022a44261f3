"""The line below everything: how far the history is filled, and how an export is going. It decides nothing."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.reports.spelling import span_words
from supervisor_gui.ui import plain
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.widgets.foot_strip import FootStrip
from supervisor_gui.ui.widgets.keyboard_home import show_parts
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel

BAR_WIDTH, BAR_HEIGHT = 200, 6
LEAST_BAR = 40
STEPS = 1_000
JOINT = " · "
_GOING = frozenset({BackfillState.RUNNING, BackfillState.WAITING, BackfillState.PAUSED})


class Bar(QProgressBar):
    """A thin bar that gets narrower before words are cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_BAR)

    def sizeHint(self) -> QSize:
        """What it has where there is room."""
        return QSize(BAR_WIDTH, BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Enough to see how far it is."""
        return QSize(LEAST_BAR, BAR_HEIGHT)


class Line(QWidget):
    """Words, a bar, buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ShrinkingLabel()
        self.bar = Bar()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self.bar)
        self._layout.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put `widget` behind the bar."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def show_words(self, words: str, more: str = "") -> None:
        """Say `words`; `more` stands in the tooltip, with all that has no room."""
        plain.set_plain(self.words, words, 600)
        self.words.setToolTip(plain.tooltip("\n".join(part for part in (words, more) if part)))
        self.bar.setAccessibleName(words)

    def show_share(self, share: float) -> None:
        """Fill the bar so far."""
        self.bar.setValue(round(max(0.0, min(1.0, share)) * STEPS))


class ProgressStrip(FootStrip):
    """One line each for the history and for an export; hidden when there is nothing to tell.

    Signals:
        pause_wanted(bool): The history is to rest, or to go on.
        cancel_wanted(): The history is to be filled no further.
        export_cancel_wanted(): The export is to end without a file.
        open_wanted(str): The path of the saved file, or of its folder, is to be opened.
    """

    pause_wanted = Signal(bool)
    cancel_wanted = Signal()
    export_cancel_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = BackfillProgress()
        self.history = Line()
        self.export = Line()
        self.pause = pill(checkable=False)
        self.cancel = pill(checkable=False)
        self.export_cancel = pill(checkable=False)
        self.open_file = pill(checkable=False)
        self.open_folder = pill(checkable=False)
        self.dismiss = pill(checkable=False)
        self._saved: Path | None = None
        for button in (self.pause, self.cancel):
            self.history.add(button)
        for button in (self.export_cancel, self.open_file, self.open_folder, self.dismiss):
            self.export.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for line in (self.history, self.export):
            line.hide()
            layout.addWidget(line)
        self.pause.clicked.connect(self._on_pause)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.export_cancel.clicked.connect(self.export_cancel_wanted)
        self.open_file.clicked.connect(self._on_open_file)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.dismiss.clicked.connect(self._on_dismiss)
        self.hide()

    def show_progress(self, progress: BackfillProgress) -> None:
        """Show where the history stands."""
        self._progress = progress
        words, more = history_words(progress)
        self.history.show_words(words, more)
        self.history.setVisible(bool(words))
        going = progress.state in _GOING
        for part in (self.history.bar, self.cancel):
            part.setVisible(going)
        self.pause.setVisible(going or _refused(progress))
        self.history.show_share(progress.days_done / progress.days_wanted if progress.days_wanted else 0.0)
        self._name_pause()
        self._decide()

    def show_export(self, share: float | None, words: str) -> None:
        """Show an export.

        Args:
            share: The share done while it is under way, None when it has ended.
            words: What is told; without any an export under way has words of its own, and one that ended is hidden.
        """
        self._saved = None
        if share is not None and not words:
            words = translate("StatisticsPage", "Writing the file…")
        self._show_export(words, share)

    def show_saved(self, file: Path) -> None:
        """Tell that an export is there, and offer to open it; it stays until it is closed or the next one begins."""
        self._saved = file
        self._show_export(translate("StatisticsPage", "Saved: {file}").format(file=file.name), None)

    def _show_export(self, words: str, share: float | None) -> None:
        self.export.show_words(words, str(self._saved.parent) if self._saved is not None else "")
        self.export.setVisible(bool(words))
        going, saved = share is not None, self._saved is not None
        self.export.bar.setVisible(going)
        show_parts(
            (self.export_cancel, going),
            (self.open_file, saved),
            (self.open_folder, saved),
            (self.dismiss, not going),
        )
        self.export.show_share(share or 0.0)
        self._decide()

    def retranslate(self) -> None:
        """Take today's language; an export's words stay as they were said."""
        self.cancel.setText(translate("StatisticsPage", "Stop"))
        self.cancel.setAccessibleName(translate("StatisticsPage", "Fill the history no further"))
        self.cancel.setToolTip(translate("StatisticsPage", "What is there stays; it goes on at the next start."))
        self.export_cancel.setText(translate("StatisticsPage", "Cancel"))
        self.export_cancel.setAccessibleName(translate("StatisticsPage", "Cancel the export"))
        self.open_file.setText(translate("StatisticsPage", "Open"))
        self.open_file.setAccessibleName(translate("StatisticsPage", "Open the saved file"))
        self.open_folder.setText(translate("StatisticsPage", "Open the folder"))
        self.open_folder.setAccessibleName(translate("StatisticsPage", "Open the folder of the saved file"))
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(translate("StatisticsPage", "Hide this line"))
        self.dismiss.setAccessibleName(translate("StatisticsPage", "Hide this line"))
        self.show_progress(self._progress)
        if self._saved is not None:
            self.show_saved(self._saved)

    def _name_pause(self) -> None:
        if self._progress.state is BackfillState.PAUSED:
            self.pause.setText(translate("StatisticsPage", "Go on"))
            self.pause.setAccessibleName(translate("StatisticsPage", "Go on filling the history"))
        elif _refused(self._progress):
            self.pause.setText(translate("StatisticsPage", "Try again"))
            self.pause.setAccessibleName(translate("StatisticsPage", "Ask the PBX again for what it refused"))
        else:
            self.pause.setText(translate("StatisticsPage", "Pause"))
            self.pause.setAccessibleName(translate("StatisticsPage", "Pause filling the history"))

    def _decide(self) -> None:
        self.setVisible(not self.history.isHidden() or not self.export.isHidden())

    def _on_open_file(self) -> None:
        if self._saved is not None:
            self.open_wanted.emit(str(self._saved))

    def _on_open_folder(self) -> None:
        if self._saved is not None:
            self.open_wanted.emit(str(self._saved.parent))

    def _on_dismiss(self) -> None:
        self.show_export(None, "")

    def _on_pause(self) -> None:
        self.pause_wanted.emit(self._progress.state in {BackfillState.RUNNING, BackfillState.WAITING})


def history_words(progress: BackfillProgress) -> tuple[str, str]:
    """Where the history stands, and what to do about what failed; nothing when all is there."""
    problem = explain(progress.problem) if progress.problem is not None else None
    more = "\n".join(part for part in (problem.meaning, problem.todo, problem.details) if part) if problem else ""
    parts = [_lead(progress, problem.title if problem else ""), *_figures(progress), progress.store_problem]
    return JOINT.join(part for part in parts if part), more


def _lead(progress: BackfillProgress, problem: str) -> str:
    """What it is doing; a problem is told with it."""
    if progress.offline:
        return JOINT.join(part for part in (_copy_words(progress.problem), problem) if part)
    if progress.state is BackfillState.RUNNING:
        return translate("StatisticsPage", "Filling the history: {done} / {all} days").format(
            done=progress.days_done, all=progress.days_wanted
        )
    if progress.state is BackfillState.PAUSED:
        return translate("StatisticsPage", "Filling the history is paused: {done} / {all} days").format(
            done=progress.days_done, all=progress.days_wanted
        )
    if progress.state is BackfillState.WAITING:
        waits = translate("StatisticsPage", "Filling the history waits and goes on by itself")
        return JOINT.join(part for part in (waits, problem) if part)
    if progress.state is BackfillState.STOPPED:
        if problem:
            return JOINT.join((translate("StatisticsPage", "Filling the history has stopped"), problem))
        return translate("StatisticsPage", "Filling the history was given up; it goes on at the next start")
    if problem:
        return JOINT.join((translate("StatisticsPage", "A part of the history is missing"), problem))
    return ""


def _copy_words(problem: PbxError | None) -> str:
    """That the copy is shown, and why: nobody answers, or something does that is of no use."""
    told = isinstance(problem, NoAnswer) and problem.reason.startswith(("http_", "redirect"))
    if told or isinstance(problem, BadAnswer):
        return translate("StatisticsPage", "No usable answer: the copy on this computer is shown")
    return translate("StatisticsPage", "No connection: the copy on this computer is shown")


def _refused(progress: BackfillProgress) -> bool:
    """Whether something is not asked any more until the user says so."""
    return progress.state not in _GOING and progress.problem is not None


def _figures(progress: BackfillProgress) -> list[str]:
    """What is left, while it goes on by itself or could."""
    count = progress.requests_left
    if progress.state not in _GOING or not count:
        return []
    left = translate("StatisticsPage", "%n request(s) left", None, count)
    if progress.state is not BackfillState.RUNNING or progress.offline or progress.seconds_left <= 0:
        return [left]
    return [left, translate("StatisticsPage", "about {time}").format(time=span_words(progress.seconds_left))]
