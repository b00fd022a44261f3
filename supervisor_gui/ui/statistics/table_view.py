"""A report's table below its picture: rows, and the totals that stay in sight. It counts and sorts nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.values import CellKind, Table
from supervisor_gui.ui.statistics.table_model import TableModel
from supervisor_gui.ui.statistics.table_parts import ROW, SLACK, TRIES, CellPaint, TitleRow, TotalsRow
from supervisor_gui.ui.widgets.ink import STRONG, Ink

WIDEST_WORDS = 420
LEAST_WORDS = 60
"""Pixels of words that may be cut."""

FEW = 7
"""Rows that are shown all at once where there is room: a week."""

LOWEST = 96
AROUND = 4
"""Pixels of the table at the least; of the frames around its parts."""


class ReportRows(QTableView):
    """The rows.

    Signals:
        copy_wanted(): Ctrl+C was pressed in it.
        resized(): It has another width.
    """

    copy_wanted = Signal()
    resized = Signal()

    def event(self, event: QEvent) -> bool:
        """Ctrl+C means the rows while the keyboard is here, not the page's picture."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows; Qt would copy one cell."""
        if _copies(event):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share another width; who looked at the last row still does."""
        bar = self.verticalScrollBar()
        at_end = 0 < bar.maximum() == bar.value()
        super().resizeEvent(event)
        if at_end:
            self.scrollToBottom()
        self.resized.emit()


def _copies(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy)


class TablePanel(QFrame):
    """The table of a report.

    Signals:
        copy_wanted(): Ctrl+C was pressed in it.
        filled(): It shows another table, which may want another height.
    """

    copy_wanted = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statisticsCard")
        self.model = TableModel(self)
        self.rows = ReportRows(self)
        self.header = TitleRow(self.model, self.rows)
        self.rows.setHorizontalHeader(self.header)
        self.rows.setModel(self.model)
        self.paint = CellPaint(self.header, self)
        self._strong = QFont(self.font())
        self._narrow = False
        self.rows.setItemDelegate(self.paint)
        self.totals = TotalsRow(self.model, self.header, self)
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.totals)
        self.rows.copy_wanted.connect(self.copy_wanted)
        self.rows.resized.connect(self._fit)
        self.rows.horizontalScrollBar().valueChanged.connect(self.totals.update)

    def _set_up(self) -> None:
        rows = self.rows
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setTabKeyNavigation(False)
        rows.setShowGrid(False)
        rows.setWordWrap(False)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.verticalHeader().hide()
        rows.verticalHeader().setDefaultSectionSize(ROW)
        rows.verticalHeader().setMinimumSectionSize(ROW)
        rows.setCornerButtonEnabled(False)
        self.setMinimumHeight(LOWEST)

    def show_table(self, table: Table) -> None:
        """Show a report's table.

        Scroll and selection stay where the rows are the same; else the newest day is seen, or the first of other rows.
        """
        others = self.model.show_table(table)
        self.totals.show_totals()
        self._fit()
        self.filled.emit()
        if others and table.columns:
            newest = table.columns[0].kind is CellKind.DATE
            self.rows.scrollToBottom() if newest else self.rows.scrollToTop()

    def whole_height(self) -> int:
        """Pixels in which all rows are seen, no more; 0 when they are many."""
        rows = self.model.rowCount()
        return self._height_of(rows) if 0 < rows <= FEW else 0

    def copied_text(self) -> str:
        """The selected rows as text; without a selection all of them with their totals."""
        chosen = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        return self.model.text(chosen) if chosen else self.model.whole_text()

    def point_at(self, row: int, of: int) -> None:
        """Mark the row of a place of the picture, which has `of` places; only where each place is one row."""
        row = row if of == self.model.rowCount() else -1
        self.model.point_at(row)
        if row >= 0:
            self.rows.scrollTo(self.model.index(row, 0))

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self.paint.ink = ink
        self._strong = ink.types[STRONG].font
        self.rows.viewport().update()
        self.header.set_ink(ink)
        self.totals.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language; the cells come with the next report."""
        self.rows.setAccessibleName(translate("StatisticsPage", "Table of the figures"))

    def _fit(self, *, again: bool = True) -> None:
        """Share the width; titles take more lines, and words are cut, where they must."""
        count = self.model.columnCount()
        if not count:
            return
        room = self.rows.viewport().width()
        whole = [self._cell_width(column) for column in range(count)]
        widths = self._least_widths(whole, room)
        # Qt decides by the widths before these.
        policy = Qt.ScrollBarPolicy
        narrow = sum(widths) > room
        self.rows.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if narrow else policy.ScrollBarAlwaysOff)
        for column, cell in enumerate(whole):
            wanted = cell + 2 * self.header.pad - widths[column]
            widths[column] += max(0, min(wanted, room - sum(widths)))
        spare = max(0, room - sum(widths))
        for column, width in enumerate(widths):
            share = spare * (column + 1) // count - spare * column // count
            if self.header.sectionSize(column) != width + share:
                self.header.resizeSection(column, width + share)
        self._narrow = narrow
        # Never so low that titles and totals leave no room for a row.
        self.setMinimumHeight(max(LOWEST, self._height_of(1)))
        if again and self.rows.viewport().width() != room:
            # A scroll bar came or went with the height of the titles.
            self._fit(again=False)
            return
        self.header.updateGeometry()
        self.header.viewport().update()
        self.totals.update()

    def _height_of(self, rows: int) -> int:
        """Pixels of so many rows with titles, totals, scroll bar and frames."""
        lines = ROW * (rows + (not self.totals.isHidden()))
        bar = self.rows.horizontalScrollBar().sizeHint().height() if self._narrow else 0
        return self.header.sizeHint().height() + lines + bar + AROUND

    def _least_widths(self, whole: list[int], room: int) -> list[int]:
        """What the columns need, with the roomiest looks that fit; `whole` is what their cells take."""
        cut = [min(cell, LEAST_WORDS) if self.model.may_shrink(at) else cell for at, cell in enumerate(whole)]
        widths = cut
        for cells in (whole, cut):
            for lines, pad in TRIES:
                self.header.lines, self.header.pad = lines, pad
                widths = [max(cell, self.header.least(at, lines)) + 2 * pad for at, cell in enumerate(cells)]
                if sum(widths) <= room:
                    return widths
        return widths

    def _cell_width(self, column: int) -> int:
        plain, strong = QFontMetrics(self.rows.font()), QFontMetrics(self._strong)
        widest = max((plain.horizontalAdvance(words) for words in self.model.longest(column)), default=0)
        if self.model.totals:
            widest = max(widest, strong.horizontalAdvance(self.model.totals[column]))
        return min(widest, WIDEST_WORDS) + SLACK
