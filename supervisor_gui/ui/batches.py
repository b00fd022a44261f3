"""What became of an action, target by target, with retry of what failed. The panel sends nothing itself."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.commands import FINAL, Batch, Outcome, TargetResult, target
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.text import clean

FAILED = (Outcome.REFUSED, Outcome.UNKNOWN)
OPEN = (Outcome.WAITING, Outcome.SENT, Outcome.CHECKING)
MOST_DETAILS = 170
"""Pixels that the details may take from the page above."""

Index = QModelIndex | QPersistentModelIndex


def action_words(action: str) -> str:
    """An action's name in today's language."""
    words = {
        "pause": translate("Batches", "Break"),
        "resume": translate("Batches", "Resume"),
        "add": translate("Batches", "Add to queue"),
        "remove": translate("Batches", "Remove from queue"),
        "add_number": translate("Batches", "Add external number"),
        "remove_number": translate("Batches", "Remove external number"),
        "dial": translate("Batches", "Call a number"),
        "dial_extension": translate("Batches", "Call an extension"),
        "bridge": translate("Batches", "Connect two numbers"),
        "call_into": translate("Batches", "Call into a menu"),
        "hang_up": translate("Batches", "Hang up"),
        "mute": translate("Batches", "Mute"),
        "unmute": translate("Batches", "Unmute"),
        "blind_transfer": translate("Batches", "Transfer blind"),
        "attended_transfer": translate("Batches", "Transfer attended"),
        "listen": translate("Batches", "Listen to a recording"),
        "save_recording": translate("Batches", "Save a recording"),
        "export": translate("Batches", "Export"),
        "unmask": translate("Batches", "Show a whole number"),
        "look_up": translate("Batches", "Look up a call"),
        "delete_number": translate("Batches", "Delete a number"),
        "create_list": translate("Batches", "Make an auto-dial list"),
        "start_list": translate("Batches", "Start an auto-dial list"),
        "stop_list": translate("Batches", "Stop an auto-dial list"),
        "add_list_numbers": translate("Batches", "Add numbers to a list"),
        "change_list_number": translate("Batches", "Change a list's number"),
        "replace_list_number": translate("Batches", "Replace a list's number"),
        "remove_list_number": translate("Batches", "Remove a list's number"),
        "do_not_call": translate("Batches", "Change the do-not-call list"),
    }
    return words.get(action, action)


def outcome_words(outcome: Outcome) -> str:
    """Where a command stands, in today's language."""
    words = {
        Outcome.WAITING: translate("Batches", "waiting its turn"),
        Outcome.SENT: translate("Batches", "sent"),
        Outcome.DONE: translate("Batches", "done"),
        Outcome.REFUSED: translate("Batches", "refused"),
        Outcome.CHECKING: translate("Batches", "no answer, checking"),
        Outcome.UNKNOWN: translate("Batches", "unknown"),
        Outcome.CANCELLED: translate("Batches", "cancelled"),
    }
    return words[outcome]


def refused_here_words(word: str) -> str:
    """Why this program did not send a command, in today's language."""
    words = {
        "busy": translate("Batches", "an earlier action on this pair is still under way"),
        "policy": translate("Batches", "this seat may not do that"),
        "static": translate("Batches", "a fixed member: the portal put it there, only the portal can take it out"),
        "limit_numbers": translate("Batches", "the queue has 5 external numbers already; remove one first"),
        "limit_queues": translate("Batches", "5 queues hold external numbers already; empty one first"),
        "password": translate("Batches", "the PBX refused the password; nothing more is sent until it is renewed"),
        "stopped": translate("Batches", "the program is not connected to the PBX"),
    }
    return words.get(word, word)


def result_words(result: TargetResult) -> str:
    """One target's outcome with its reason: ours, then the PBX's own words."""
    words = outcome_words(result.outcome)
    if result.refused_here:
        return f"{words}: {refused_here_words(result.refused_here)}"
    if result.error is not None and result.outcome is not Outcome.DONE:
        told = explain(result.error)
        return f"{words}: {told.title}" + (f" ({clean(result.error.words)})" if result.error.words else "")
    return words


class BatchModel(QAbstractListModel):
    """One row a target of the shown batch."""

    def __init__(self, name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._batch: Batch | None = None

    def show_batch(self, batch: Batch | None) -> None:
        """Show `batch`; the same one again changes rows only."""
        same = batch is not None and self._batch is not None and batch.id == self._batch.id
        if same:
            self._batch = batch
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.beginResetModel()
        self._batch = batch
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Rows of the shown batch."""
        return 0 if self._batch is None or parent.isValid() else len(self._batch.results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Agent, queue and outcome in words."""
        if self._batch is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        result = self._batch.results[index.row()]
        who, queue = target(result.command)
        return f"{clean(self._name_of(who), 40)} · {clean(queue, 40)} — {result_words(result)}"


class OutcomeList(QListView):
    """As high as its lines, up to a bound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for every line, and for the bar below when one of them is wider."""
        # One line is as high as another; for the width all would be measured, and there may be hundreds.
        height = self.model().rowCount() * max(0, self.sizeHintForRow(0)) + 2 * self.frameWidth()
        if self.contentsSize().width() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), min(height, MOST_DETAILS))

    def minimumSizeHint(self) -> QSize:
        """No line is cut while there are few."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Lines came, went or were measured anew."""
        super().updateGeometries()
        self.updateGeometry()


class BatchPanel(QFrame):
    """The newest action: progress, outcome in one line, details, retry and cancel.

    Signals:
        retry_wanted(int): Send what failed in this batch again.
        cancel_wanted(int): Drop what has not been sent yet.
    """

    retry_wanted = Signal(int)
    cancel_wanted = Signal(int)

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchPanel")
        self._batch: Batch | None = None
        self._untold: dict[int, Batch] = {}
        self._put_away = 0
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedWidth(160)
        self._retry = QPushButton()
        self._cancel = QPushButton()
        self._details = QPushButton()
        self._details.setCheckable(True)
        self._close = QPushButton()
        self._model = BatchModel(name_of, self)
        self._list = OutcomeList()
        self._list.setModel(self._model)
        self._list.hide()
        self._lay_out()
        self._retry.clicked.connect(self._on_retry)
        self._cancel.clicked.connect(self._on_cancel)
        self._details.toggled.connect(self._list.setVisible)
        self._close.clicked.connect(self._on_close)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._text, 1)
        for widget in (self._progress, self._retry, self._cancel, self._details, self._close):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addLayout(line)
        layout.addWidget(self._list)

    def retranslate(self) -> None:
        """Take today's language."""
        self._retry.setText(translate("Batches", "Try the failed again"))
        self._cancel.setText(translate("Batches", "Cancel the waiting"))
        self._details.setText(translate("Batches", "Details"))
        self._close.setText(translate("Batches", "Close"))
        self._list.setAccessibleName(translate("Batches", "Outcome per agent and queue"))
        self._progress.setAccessibleName(translate("Batches", "Progress of the action"))
        self._show()

    def show_batch(self, batch: Batch) -> None:
        """A batch came or moved on; the newest is shown, and one that failed opens its details.

        An older one that ends with something refused or unknown is shown when the newer one is done with.
        """
        if self._batch is not None and batch.id < self._batch.id:
            if batch.finished and batch.count(*FAILED):
                self._untold[batch.id] = batch
                self._next()
            return
        if batch.id == self._put_away and not batch.finished:
            self._batch = batch
            return
        self._take(batch)
        self._next()

    def forget(self) -> None:
        """The session whose batches these were has ended."""
        self._batch = None
        self._untold.clear()
        self._put_away = 0
        self._model.show_batch(None)
        self.hide()

    def _next(self) -> None:
        """An older batch with something to tell takes the place of one that ended well or was put away."""
        shown = self._batch
        free = shown is None or self.isHidden() or (shown.finished and not shown.count(*FAILED))
        if self._untold and free:
            self._take(self._untold.pop(min(self._untold)))

    def _on_close(self) -> None:
        self._put_away = self._batch.id if self._batch is not None else 0
        self.hide()
        self._next()

    def _take(self, batch: Batch) -> None:
        before = self._batch if self._batch is not None and self._batch.id == batch.id else None
        ends = batch.finished and (before is None or not before.finished)
        if ends and batch.count(*FAILED):
            self._details.setChecked(True)
        elif before is None:
            self._details.setChecked(False)
        self._batch = batch
        self._model.show_batch(batch)
        self._show()
        self.show()

    def _show(self) -> None:
        batch = self._batch
        if batch is None:
            return
        total = len(batch.results)
        self._progress.setRange(0, total)
        self._progress.setValue(batch.count(*FINAL))
        self._progress.setVisible(not batch.finished)
        parts = [f"{batch.count(outcome)} {outcome_words(outcome)}" for outcome in Outcome if batch.count(outcome)]
        self._text.setText(f"{action_words(batch.action)} · " + ", ".join(parts))
        self._retry.setVisible(batch.finished and batch.count(*FAILED) > 0)
        self._cancel.setVisible(batch.count(Outcome.WAITING) > 0)

    def _on_retry(self) -> None:
        if self._batch is not None:
            self.retry_wanted.emit(self._batch.id)

    def _on_cancel(self) -> None:
        if self._batch is not None:
            self.cancel_wanted.emit(self._batch.id)
