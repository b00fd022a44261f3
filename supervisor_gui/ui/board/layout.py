"""Where the parts of the board stand: queues as cards beside the agents, or as rows above them. It shows no data."""

import enum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from supervisor_gui.ui.board.agents_panel import AgentsPanel
from supervisor_gui.ui.board.callers_panel import CallersPanel
from supervisor_gui.ui.board.queue_cards import QueueCards
from supervisor_gui.ui.board.queue_table import QueueTable
from supervisor_gui.ui.board.totals import TotalsStrip

CARDS_UP_TO = 8
WIDE, USUAL, NARROW = 1350, 1240, 1185
GAP = 10
SMALLEST = QSize(880, 420)
"""What the STACKED arrangement needs; the page asks for no more, else it could never become narrow enough for it."""


class Shape(enum.Enum):
    """An arrangement of the page."""

    COLUMNS = "columns"
    STACKED = "stacked"
    ROWS = "rows"


class BoardLayout:
    """Places the parts in their page, anew when the number of queues or the page's width asks for it.

    COLUMNS: cards, agents, callers side by side. STACKED: the same on a narrow page, callers below the cards.
    ROWS: many queues as a table above agents and callers.
    """

    def __init__(
        self,
        page: QWidget,
        *,
        strip: TotalsStrip,
        cards: QueueCards,
        queues: QueueTable,
        agents: AgentsPanel,
        callers: CallersPanel,
    ) -> None:
        self._cards, self._agents, self._callers = cards, agents, callers
        self._queues = QFrame(page)
        self._queues.setObjectName("boardPanel")
        inner = QVBoxLayout(self._queues)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(queues)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._outer = outer = QVBoxLayout(page)
        outer.setContentsMargins(12, 10, 12, 10)
        outer.setSpacing(GAP)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(strip)
        outer.addLayout(self._grid, 1)
        self._many = False
        self._width = WIDE
        self.shape = Shape.ROWS
        self._suit()

    @property
    def as_rows(self) -> bool:
        """Whether queues are rows of a table."""
        return self.shape is Shape.ROWS

    def put_below(self, widget: QWidget) -> None:
        """Give `widget` the foot of the page: what stands above it does not move when it comes and goes."""
        self._outer.addWidget(widget)

    def count(self, queues: int) -> bool:
        """Arrange for so many queues; True when rows became cards or the other way round."""
        before = self.as_rows
        self._many = queues > CARDS_UP_TO
        self._suit()
        return before is not self.as_rows

    def fit(self, width: int) -> None:
        """Arrange for a page so wide."""
        self._width = width
        self._suit()

    def _suit(self) -> None:
        self._agents.show_title(self._width >= WIDE or self._many)
        shape = Shape.ROWS if self._many else Shape.COLUMNS if self._width >= NARROW else Shape.STACKED
        if shape is not self.shape:
            self.shape = shape
            self._arrange()
        if shape is Shape.STACKED:
            self._callers.setMaximumWidth(self._cards.width())
            self._callers.setMinimumWidth(0)
        else:
            # Narrower than usual, the agents' last column needs the room more than a caller's queue does.
            self._callers.setFixedWidth(310 if self._width >= WIDE else 264 if self._width >= USUAL else 240)

    def _arrange(self) -> None:
        grid = self._grid
        for widget in (self._cards, self._queues, self._agents, self._callers):
            grid.removeWidget(widget)
        if self.shape is Shape.ROWS:
            grid.addWidget(self._queues, 0, 0, 1, 2)
            grid.addWidget(self._agents, 1, 0)
            grid.addWidget(self._callers, 1, 1)
        elif self.shape is Shape.COLUMNS:
            grid.addWidget(self._cards, 0, 0)
            grid.addWidget(self._agents, 0, 1)
            grid.addWidget(self._callers, 0, 2)
        else:
            grid.addWidget(self._cards, 0, 0)
            grid.addWidget(self._callers, 1, 0)
            grid.addWidget(self._agents, 0, 1, 2, 1)
        rows = self.shape is Shape.ROWS
        grid.setColumnStretch(0, int(rows))
        grid.setColumnStretch(1, int(not rows))
        grid.setRowStretch(0, 1 if self.shape is Shape.COLUMNS else 2)
        grid.setRowStretch(1, {Shape.ROWS: 3, Shape.COLUMNS: 0, Shape.STACKED: 1}[self.shape])
        self._cards.setVisible(not rows)
        self._queues.setVisible(rows)
