"""The queues as a column of cards, the most troubled on top. It orders them when it is told to."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.board.queue_card import WIDTH, QueueCard
from supervisor_gui.ui.board.queue_rows import QueueRow
from supervisor_gui.ui.widgets.ink import Ink


class QueueCards(QScrollArea):
    """Cards by queue.

    Signals:
        queue_chosen(str): Show this queue's agents alone; empty for all.
        limits_wanted(str): Edit the limits of a queue.
        menu_wanted(str, QPoint): A queue's context menu.
        dial_wanted(str): A waiting caller's number was clicked.
        agents_dropped(AgentsDropped): Agents were dragged onto a card.
    """

    queue_chosen = Signal(str)
    limits_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    dial_wanted = Signal(str)
    agents_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardColumn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ink: Ink | None = None
        self._cards: dict[str, QueueCard] = {}
        self._order: list[str] = []
        body = QWidget()
        body.setObjectName("cardColumnBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setFixedWidth(WIDTH + 14)

    @property
    def cards(self) -> Sequence[QueueCard]:
        """The cards from top to bottom."""
        return [self._cards[name] for name in self._order]

    def card(self, queue: str) -> QueueCard | None:
        """The card of `queue`."""
        return self._cards.get(queue)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        for card in self._cards.values():
            card.set_ink(ink)

    def retranslate(self) -> None:
        """Take today's language."""
        self.setAccessibleName(translate("Board", "Queues"))
        for card in self._cards.values():
            card.setAccessibleName("")

    def show_rows(self, rows: Sequence[QueueRow], now: float, *, reorder: bool) -> None:
        """Show `rows`; cards that stay keep focus and place unless `reorder`."""
        if self._ink is None:
            return
        keys = {row.key for row in rows}
        for name in [name for name in self._cards if name not in keys]:
            self._drop(name)
        fresh = False
        for row in rows:
            card = self._cards.get(row.key)
            if card is None:
                card = self._new_card(row, self._ink)
                fresh = True
            card.show_row(row, now)
        if reorder or fresh:
            self.settle()

    def settle(self) -> None:
        """Put the most troubled on top."""
        self._arrange([card.row.key for card in sorted(self._cards.values(), key=_trouble)])

    def choose(self, queue: str) -> None:
        """Look as if `queue` were chosen; nothing is emitted."""
        for name, card in self._cards.items():
            card.setChecked(name == queue)

    def tick(self, now: float) -> None:
        """A second has passed."""
        for card in self._cards.values():
            card.tick(now)

    def _new_card(self, row: QueueRow, ink: Ink) -> QueueCard:
        card = QueueCard(row, ink, self.widget())
        card.clicked.connect(self._on_clicked)
        card.limits_wanted.connect(self.limits_wanted)
        card.menu_wanted.connect(self.menu_wanted)
        card.dial_wanted.connect(self.dial_wanted)
        card.agents_dropped.connect(self.agents_dropped)
        self._cards[row.key] = card
        self._order.append(row.key)
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def _drop(self, name: str) -> None:
        card = self._cards.pop(name)
        self._order.remove(name)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _arrange(self, order: list[str]) -> None:
        if order == self._order:
            return
        self._order = order
        for place, name in enumerate(order):
            self._column.removeWidget(self._cards[name])
            self._column.insertWidget(place, self._cards[name])
        for before, after in pairwise(order):
            QWidget.setTabOrder(self._cards[before], self._cards[after])

    def _on_clicked(self, checked: bool) -> None:
        card = self.sender()
        if isinstance(card, QueueCard):
            self.queue_chosen.emit(card.row.key if checked else "")


def _trouble(card: QueueCard) -> tuple[int, float, int, str]:
    return card.row.order
