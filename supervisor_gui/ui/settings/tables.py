"""Lists among the settings: break reasons, and limits of single queues, each as a small table. It keeps nothing."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.config import BreakRule, QueueRule, Setting
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.settings.editors import CalmSpin, Editor

DIGITS = "1234567890"
"""Keys of the first ten reasons in the break menu."""

ROW_HEIGHT = 32
FEWEST, MOST_SHOWN = 3, 9
AROUND = (16, 10)
"""Frame and padding of a table, across and down, as the style sheet has them, and a pixel to spare."""


class _Table(QTableWidget):
    """A table whose cells are edited in place and whose height follows its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.fit()

    def name_columns(self, names: Sequence[str], first: int, second: int) -> None:
        """Head the columns: the first two of these widths, the others as their words need."""
        self.setHorizontalHeaderLabels(list(names))
        metrics = self.horizontalHeader().fontMetrics()
        least = (first, second, *(96,) * (len(names) - 2))
        widths = [max(small, metrics.horizontalAdvance(name) + 24) for small, name in zip(least, names, strict=True)]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setMaximumWidth(sum(widths) + self.verticalScrollBar().sizeHint().width() + AROUND[0])

    def fit(self) -> None:
        """Take the height of the rows, within bounds."""
        rows = min(max(self.rowCount(), FEWEST), MOST_SHOWN)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + bar + AROUND[1])


def _read_only(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


class TableEditor(Editor):
    """A list with a table, and the buttons below it. Rows are the frozen records of the setting."""

    def __init__(self, setting: Setting[Any], figures: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._figures = tuple(figures)
        self._rows: tuple[Any, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self.table = _Table()
        self.table.itemChanged.connect(self._on_item)
        self.table.itemSelectionChanged.connect(self._enable)
        self._bar = QHBoxLayout()
        column = QVBoxLayout()
        column.addWidget(self.table)
        column.addLayout(self._bar)
        self._layout.addLayout(column, 1)
        self.setFocusProxy(self.table)

    def show_value(self, value: Any) -> None:
        """Show the rows; the chosen row stays chosen."""
        chosen, column = self.table.currentRow(), max(self.table.currentColumn(), 0)
        if value == self._rows and self.table.rowCount() == len(value):
            return
        self._rows = tuple(value)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._rows))
        for index, row in enumerate(self._rows):
            self._fill(index, row)
        self.table.blockSignals(False)
        self.table.fit()
        if self._rows:
            self.table.setCurrentCell(min(max(chosen, 0), len(self._rows) - 1), column)
        self._enable()

    def value(self) -> tuple[Any, ...]:
        """The rows."""
        return self._rows

    def _fill(self, index: int, row: Any) -> None:
        raise NotImplementedError

    def _on_item(self, item: QTableWidgetItem) -> None:
        """A text cell was edited; figures have widgets of their own."""

    def _button(self, name: str, act: Callable[[], None], key: str = "") -> QPushButton:
        button = QPushButton()
        button.clicked.connect(act)
        if key:
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._buttons[name] = button
        self._bar.addWidget(button)
        return button

    def _spin(self, index: int, figure: str, name: str) -> QWidget:
        spin = CalmSpin(0, 9999)
        spin.setValue(getattr(self._rows[index], figure))
        spin.setAccessibleName(name)
        spin.setProperty("row", index)
        spin.setProperty("figure", figure)
        spin.valueChanged.connect(self._on_figure)
        return spin

    def _on_figure(self, value: int) -> None:
        spin = self.sender()
        if spin is not None:
            index = spin.property("row")
            changed = msgspec.structs.replace(self._rows[index], **{spin.property("figure"): value})
            self._take((*self._rows[:index], changed, *self._rows[index + 1 :]))

    def _take(self, rows: tuple[Any, ...]) -> None:
        self._rows = rows
        self._tell()

    def _redo(self, rows: tuple[Any, ...], current: int) -> None:
        """Show other rows and say so."""
        self.show_value(rows)
        if rows:
            self.table.setCurrentCell(min(max(current, 0), len(rows) - 1), 1)
        self._tell()

    def _current(self) -> int:
        return self.table.currentRow() if self.table.selectedItems() or self.table.currentRow() >= 0 else -1

    def _remove(self) -> None:
        at = self._current()
        if 0 <= at < len(self._rows):
            self._redo((*self._rows[:at], *self._rows[at + 1 :]), at)

    def _enable(self) -> None:
        for name, button in self._buttons.items():
            if name != "add":
                button.setEnabled(self._possible(name, self._current()))

    def _possible(self, name: str, at: int) -> bool:
        match name:
            case "up":
                return at > 0
            case "down":
                return 0 <= at < len(self._rows) - 1
            case _:
                return 0 <= at < len(self._rows)


class BreaksEditor(TableEditor):
    """Break reasons in the order of their digits."""

    def __init__(self, setting: Setting[tuple[BreakRule, ...]], parent: QWidget | None = None) -> None:
        super().__init__(setting, ("warn_minutes", "limit_minutes"), parent)
        self.table.setColumnCount(4)
        self._button("add", self._add, "Ins")
        self._button("remove", self._remove, "Del")
        self._button("up", self._up, "Alt+Up")
        self._button("down", self._down, "Alt+Down")
        self._bar.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Take today's language."""
        self.table.setAccessibleName(self._name())
        names = (
            translate("Settings", "Key"),
            translate("Settings", "Reason as sent"),
            translate("Settings", "Amber (min)"),
            translate("Settings", "Red (min)"),
        )
        self.table.name_columns(names, 52, 280)
        self._buttons["add"].setText(translate("Settings", "Add a reason"))
        self._buttons["remove"].setText(translate("Settings", "Remove"))
        self._buttons["up"].setText(translate("Settings", "Up"))
        self._buttons["down"].setText(translate("Settings", "Down"))

    def _fill(self, index: int, row: BreakRule) -> None:
        self.table.setItem(index, 0, _read_only(DIGITS[index] if index < len(DIGITS) else ""))
        self.table.setItem(index, 1, QTableWidgetItem(row.name))
        names = (translate("Settings", "Amber (min)"), translate("Settings", "Red (min)"))
        for column, (figure, name) in enumerate(zip(self._figures, names, strict=True), 2):
            self.table.setItem(index, column, _read_only(""))
            self.table.setCellWidget(index, column, self._spin(index, figure, f"{clean(row.name, 40)}: {name}"))

    def _on_item(self, item: QTableWidgetItem) -> None:
        index, name = item.row(), " ".join(item.text().split())
        taken = {row.name for at, row in enumerate(self._rows) if at != index}
        if item.column() != 1 or name == self._rows[index].name:
            return
        if not name or name in taken or not name.isprintable() or len(name) > 60:
            self.table.blockSignals(True)
            item.setText(self._rows[index].name)
            self.table.blockSignals(False)
            return
        changed = msgspec.structs.replace(self._rows[index], name=name)
        self._take((*self._rows[:index], changed, *self._rows[index + 1 :]))

    def _add(self) -> None:
        taken = {row.name for row in self._rows}
        base = translate("Settings", "New reason")
        name = next(word for n in range(1, len(taken) + 2) if (word := base if n == 1 else f"{base} {n}") not in taken)
        self._redo((*self._rows, BreakRule(name)), len(self._rows))
        self.table.setFocus()
        new = self.table.item(len(self._rows) - 1, 1)
        if new is not None:
            self.table.editItem(new)

    def _up(self) -> None:
        self._swap(self._current(), -1)

    def _down(self) -> None:
        self._swap(self._current(), 1)

    def _swap(self, at: int, step: int) -> None:
        to = at + step
        if 0 <= at < len(self._rows) and 0 <= to < len(self._rows):
            rows = list(self._rows)
            rows[at], rows[to] = rows[to], rows[at]
            self._redo(tuple(rows), to)


class QueueRulesEditor(TableEditor):
    """Queues with limits of their own; any queue that is known can be added.

    Signals:
        starting_wanted(): A queue is about to be added; `starting` must be today's general limits.
    """

    starting_wanted = Signal()

    def __init__(self, setting: Setting[tuple[QueueRule, ...]], parent: QWidget | None = None) -> None:
        super().__init__(setting, QueueRule.__struct_fields__[1:], parent)
        self.starting = QueueRule("")
        self.table.setColumnCount(1 + len(self._figures))
        self._known = QComboBox()
        self._known.setEditable(True)
        self._known.setMinimumWidth(180)
        self._bar.addWidget(self._known)
        self._button("add", self._add)
        self._button("remove", self._remove, "Del")
        self._bar.addStretch(1)
        self.retranslate()

    def show_queues(self, names: Sequence[str]) -> None:
        """Offer these queues."""
        typed = self._known.currentText()
        self._known.clear()
        taken = {row.queue for row in self._rows}
        self._known.addItems([clean(name) for name in names if name not in taken])
        self._known.setCurrentText(typed)

    def retranslate(self) -> None:
        """Take today's language."""
        self.table.setAccessibleName(self._name())
        self.table.name_columns((translate("Settings", "Queue"), *self._figure_names()), 170, 96)
        self._known.setAccessibleName(translate("Settings", "Queue to add"))
        self._buttons["add"].setText(translate("Settings", "Add the queue"))
        self._buttons["remove"].setText(translate("Settings", "Remove"))

    @staticmethod
    def _figure_names() -> tuple[str, ...]:
        return (
            translate("Settings", "Waiting, amber"),
            translate("Settings", "Waiting, red"),
            translate("Settings", "Wait, amber (s)"),
            translate("Settings", "Wait, red (s)"),
            translate("Settings", "Free wanted"),
            translate("Settings", "In time (s)"),
            translate("Settings", "Short (s)"),
        )

    def _fill(self, index: int, row: QueueRule) -> None:
        self.table.setItem(index, 0, _read_only(clean(row.queue)))
        for column, (figure, name) in enumerate(zip(self._figures, self._figure_names(), strict=True), 1):
            self.table.setItem(index, column, _read_only(""))
            self.table.setCellWidget(index, column, self._spin(index, figure, f"{clean(row.queue, 40)}: {name}"))

    def _add(self) -> None:
        name = self._known.currentText().strip()
        if not name or not name.isprintable() or name in {row.queue for row in self._rows}:
            self._known.setFocus()
            return
        self.starting_wanted.emit()
        self._known.setCurrentText("")
        self._redo((*self._rows, msgspec.structs.replace(self.starting, queue=name)), len(self._rows))
