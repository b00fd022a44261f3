"""A queue's limits edited in place: a small popup beside its card or row. It judges nothing and saves nothing."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.ui import plain
from supervisor_gui.ui.board.wishes import LimitsEdited

MOST = 86_400


class LimitsPopup(QFrame):
    """Closes itself on Escape or a press outside; nothing waits for it.

    Signals:
        edited(LimitsEdited): The user pressed Enter or a button.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("limitsPopup")
        self._queue = ""
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self._boxes = {name: QSpinBox(self) for name in QueueLimits.__struct_fields__}
        self._labels = {name: QLabel(self) for name in self._boxes}
        self._save = QPushButton()
        self._save.setDefault(True)
        self._reset = QPushButton()
        self._lay_out()
        self._save.clicked.connect(self._on_save)
        self._reset.clicked.connect(self._on_reset)
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for name, box in self._boxes.items():
            box.setRange(0, MOST)
            box.setAccelerated(True)
            box.setMinimumWidth(96)
            self._labels[name].setBuddy(box)
            form.addRow(self._labels[name], box)
        buttons = QHBoxLayout()
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def retranslate(self) -> None:
        """Take today's language."""
        words = {
            "waiting_warn": translate("Board", "Waiting callers, amber from"),
            "waiting_red": translate("Board", "Waiting callers, red from"),
            "wait_warn": translate("Board", "Longest wait, amber from"),
            "wait_red": translate("Board", "Longest wait, red from"),
            "min_free": translate("Board", "Red while fewer are free"),
            "threshold": translate("Board", "Service level: answered within"),
            "short": translate("Board", "Short abandon up to"),
        }
        for name, box in self._boxes.items():
            self._labels[name].setText(words[name])
            box.setAccessibleName(words[name])
            seconds = name in {"wait_warn", "wait_red", "threshold", "short"}
            box.setSuffix(" " + translate("Board", "s") if seconds else "")
            box.setSpecialValueText(translate("Board", "none") if name != "threshold" else "")
        self._save.setText(translate("Board", "Save"))
        self._reset.setText(translate("Board", "As the default"))

    def open_at(self, queue: str, limits: QueueLimits, point: QPoint) -> None:
        """Show the limits of `queue` with the upper left corner at a point of the screen."""
        self._queue = queue
        plain.set_plain(self._title, translate("Board", "Limits: {queue}").format(queue=queue), 60)
        for name, box in self._boxes.items():
            box.setValue(getattr(limits, name))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(point.x(), screen.right() - self.width()))
        y = max(screen.top(), min(point.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        first = self._boxes["waiting_warn"]
        first.setFocus()
        first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field saves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_save()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        for box in self._boxes.values():
            box.interpretText()
        limits = QueueLimits(**{name: box.value() for name, box in self._boxes.items()})
        self.close()
        self.edited.emit(LimitsEdited(self._queue, limits))

    def _on_reset(self) -> None:
        self.close()
        self.edited.emit(LimitsEdited(self._queue, None))
