"""Pieces of the agent's corner: the question which queues are mine, the chips. No decisions."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.actions.dialogs import Question
from supervisor_gui.ui.widgets import chips as chip_painter
from supervisor_gui.ui.widgets.chips import Chip
from supervisor_gui.ui.widgets.ink import SMALL, Ink

ROW_HEIGHT = 26


class TickList(QListWidget):
    """A list of boxes to tick. The style sheet gives lists a palette of their own, without the frames of boxes."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QCheckBox(self)
        self._box.hide()

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Each box has the frame of other boxes."""
        super().initViewItemOption(option)
        window = QPalette.ColorRole.Window
        made = QPalette(option.palette)
        made.setColor(window, self._box.palette().color(window))
        option.palette = made


class QueuesQuestion(Question):
    """Which queues a shift means; the answer is a tuple of their short names."""

    def __init__(self, parent: QWidget, queues: Sequence[str], mine: Sequence[str]) -> None:
        super().__init__(
            parent,
            translate("Corner", "My queues"),
            translate(
                "Corner", "“Start shift” adds your extension to these queues, “End shift” takes it out of its queues."
            ),
        )
        self._list = TickList()
        self._list.setAccessibleName(translate("Corner", "My queues"))
        known = dict.fromkeys((*queues, *mine))
        for name in known:
            item = QListWidgetItem(clean(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in mine else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self._on_changed)
        self._form.addRow(self._list)
        self._on_changed()
        self._list.setFocus()

    def answer(self) -> tuple[str, ...]:
        """The checked queues."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _on_changed(self, *_: object) -> None:
        self._allow(yes=bool(self.answer()))


class ChipLine(QWidget):
    """The agent's queues, paused or not; what does not fit is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        self._ink: Ink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What it shows."""
        return self._chips

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        self.updateGeometry()
        self.update()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these."""
        if chips != self._chips:
            self._chips = chips
            self.setAccessibleName(", ".join(chip.words for chip in chips))
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self._ink.types[SMALL].height + 8 if self._ink is not None else 24)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the chips."""
        if self._ink is not None:
            painter = QPainter(self)
            chip_painter.paint(painter, self._chips, self._area(), self._ink)
            painter.end()

    def event(self, event: QEvent) -> bool:
        """The tooltip tells what a chip means, and all of them where some are hidden."""
        if isinstance(event, QHelpEvent) and self._ink is not None:
            under = chip_painter.hit(self._chips, self._area(), self._ink, event.pos())
            words = under.words if under is not None else "\n".join(chip.words for chip in self._chips)
            QToolTip.showText(event.globalPos(), plain.tooltip(words), self)
            return True
        return super().event(event)

    def _area(self) -> QRect:
        return self.rect()
