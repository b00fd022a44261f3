"""The board page: joins totals, queues, agents and callers. It asks nobody for data and sends no command."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board, Diff
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.metrics import queue_views, totals
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.status import PollStatus
from supervisor_gui.live.tally import Tallies
from supervisor_gui.ui.board.agents_panel import AgentsPanel
from supervisor_gui.ui.board.callers_panel import CallersPanel
from supervisor_gui.ui.board.context import Context
from supervisor_gui.ui.board.layout import SMALLEST, BoardLayout
from supervisor_gui.ui.board.limits_popup import LimitsPopup
from supervisor_gui.ui.board.makers import RowMaker
from supervisor_gui.ui.board.pace import Pace
from supervisor_gui.ui.board.queue_cards import QueueCards
from supervisor_gui.ui.board.queue_menu import QueueMenu
from supervisor_gui.ui.board.queue_table import QueueTable
from supervisor_gui.ui.board.sorting import HeaderSort
from supervisor_gui.ui.board.totals import TotalsStrip
from supervisor_gui.ui.board.wishes import AgentMenuRequest
from supervisor_gui.ui.bridge import BoardUpdate
from supervisor_gui.ui.link_words import Freshness
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.theme import LIGHT, Theme
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome


class BoardView(QWidget):
    """The live board.

    Attributes:
        tallies: Counts the agents of the board that is shown; whoever judges the same board shares them.

    Signals:
        selection_changed(Selection): Other agents, or another queue of theirs.
        menu_requested(AgentMenuRequest): A context menu for the chosen agents.
        queue_changed(str): Another queue filters the agents; empty for all.
        renamed(Renamed): A name was typed in a row.
        limits_edited(LimitsEdited): A queue's limits were changed in place.
        agents_dropped(AgentsDropped): Agents were dragged onto a queue.
        dial_wanted(str): A number on the board was clicked.
    """

    selection_changed = Signal(object)
    menu_requested = Signal(object)
    queue_changed = Signal(str)
    renamed = Signal(object)
    limits_edited = Signal(object)
    agents_dropped = Signal(object)
    dial_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.setObjectName("boardPage")
        self._wall = wall
        self._board = Board()
        self._alarms = Alarms()
        self.tallies = Tallies()
        self._status = PollStatus()
        self._maker = RowMaker(Context())
        self._theme = LIGHT
        self._level = Freshness.FRESH
        self._queue = ""
        self._wait_since = 0.0
        self.strip = TotalsStrip(self)
        self.cards = QueueCards(self)
        self.queues = QueueTable(self)
        self.agents = AgentsPanel(self)
        self.callers = CallersPanel(self)
        self.pace = Pace(wall, self)
        self.pace.watch(self.agents.table.viewport(), self.queues.viewport(), self.agents.tiles.viewport())
        self._popup = LimitsPopup(self)
        self._menu = QueueMenu(self)
        self._keyboard = KeyboardHome(self._agents_shown, self)
        self._layout = BoardLayout(
            self, strip=self.strip, cards=self.cards, queues=self.queues, agents=self.agents, callers=self.callers
        )
        HeaderSort(self.queues, self.queues.model_of_queues)
        HeaderSort(self.callers.table, self.callers.model)
        self._connect()
        self.retranslate()
        self.apply_theme(LIGHT)

    def _connect(self) -> None:
        for queues in (self.cards, self.queues):
            queues.queue_chosen.connect(self.choose_queue)
            queues.limits_wanted.connect(self.edit_limits)
            queues.menu_wanted.connect(self._on_queue_menu)
            queues.agents_dropped.connect(self.agents_dropped)
        self._menu.limits_chosen.connect(self._on_limits_chosen)
        self._menu.filter_chosen.connect(self.choose_queue)
        self._popup.edited.connect(self.limits_edited)
        self.agents.selection_changed.connect(self.selection_changed)
        self.agents.menu_wanted.connect(self._on_agent_menu)
        self.agents.renamed.connect(self.renamed)
        self.cards.dial_wanted.connect(self.dial_wanted)
        for table in (self.agents.table, self.callers.table, self.queues):
            table.links.dial_wanted.connect(self.dial_wanted)

    def put_below(self, widget: QWidget) -> None:
        """Show `widget` at the foot of the board, as long as it is visible."""
        self._layout.put_below(widget)
        self._keyboard.watch(widget)

    # data in

    def set_context(self, *, names: Callable[[str], str], limits: Limits, policy: Policy, account: str) -> None:
        """Take names, limits, rights and account; every row is made anew.

        Args:
            names: Extension → name; empty, or the extension itself, when it is not known.
            limits: What is amber and red.
            policy: Whether numbers are masked.
            account: The PBX number.
        """
        self._maker = RowMaker(Context(names=names, limits=limits, policy=policy, account=account))
        self._show_all()

    def show_update(self, update: BoardUpdate) -> None:
        """Show a new board: rows that its diff names, every queue, every total."""
        known = self._known
        self._board, self._alarms = update.board, update.alarms
        now = self._wall()
        reorder = self.pace.may() and not self.agents.table.editing
        self._show_agents(update.diff, now, reorder=reorder)
        self._show_queues(now, reorder=reorder)
        if update.diff.callers or update.diff.queues or known is not self._known:
            self.callers.show_rows(self._maker.callers(self._board), self._waiting(), now)
        if reorder and (update.diff.agents or update.diff.queues or update.diff.callers):
            self.pace.moved()

    def show_status(self, status: PollStatus) -> None:
        """The link moved on; whether queues are asked one by one decides if each says its age."""
        changed = status.per_queue is not self._status.per_queue
        self._status = status
        if changed:
            self._show_queues(self._wall(), reorder=False)

    def tick(self, now: float) -> None:
        """A second has passed: durations go on; rows that could not move earlier move now."""
        if self.pace.may() and not self.agents.table.editing:
            self._settle(now)
        self.strip.tick(now)
        self.cards.tick(now)
        self.callers.tick(now)
        self.queues.model_of_queues.now = now
        self.queues.tick()
        self.agents.tick(now)

    def apply_freshness(self, level: Freshness) -> None:
        """Look as old as the figures are."""
        if level is not self._level:
            self._level = level
            self._show_theme()

    # looks

    def apply_theme(self, theme: Theme) -> None:
        """Take another look or the application's new font."""
        self._theme = theme
        self._show_theme()

    def retranslate(self) -> None:
        """Take today's language."""
        for part in (self.cards, self.queues, self.agents, self.callers, self._popup, self._menu):
            part.retranslate()
        self._maker = RowMaker(self._maker.context)
        self._show_all()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """The buttons above the agents."""
        self.agents.set_actions(actions)

    def set_queue_actions(self, actions: Sequence[QAction]) -> None:
        """What the window adds to a queue's menu."""
        self._menu.add(actions)

    def show_tiles(self, tiles: bool) -> None:
        """Agents as tiles instead of rows."""
        self.agents.show_tiles(tiles)

    @property
    def tiles_shown(self) -> bool:
        """Whether agents are shown as tiles."""
        return self.agents.toggle.isChecked()

    # the user's choices

    def selected(self) -> Selection:
        """The chosen agents, and the one queue of theirs that is meant."""
        return self.agents.selected()

    @property
    def queue(self) -> str:
        """The queue whose agents alone are shown; empty for all."""
        return self._queue

    def choose_queue(self, queue: str) -> None:
        """Show the agents of one queue; empty for all."""
        self.cards.choose(queue)
        self.queues.choose(queue)
        self.agents.show_queue(queue)
        if queue != self._queue:
            self._queue = queue
            self.queue_changed.emit(queue)

    def focus_filter(self) -> None:
        """Put the cursor into the text filter."""
        self.agents.focus_filter()

    def focus_agents(self) -> None:
        """Put the keyboard on the agents."""
        self._agents_shown().setFocus()

    def _agents_shown(self) -> QWidget:
        return self.agents.tiles if self.tiles_shown else self.agents.table

    def rename_current(self) -> None:
        """Edit the name in the row of the current agent."""
        self.show_tiles(False)
        self.agents.table.rename_current()

    def edit_limits(self, queue: str) -> None:
        """Open the limits of `queue` beside its card or row."""
        card = self.cards.card(queue)
        if not self._layout.as_rows and card is not None:
            point = card.mapToGlobal(QPoint(card.width() + 4, 0))
        else:
            place = self.queues.model_of_queues.place_of(queue)
            corner = self.queues.cell_rect(max(place, 0), 0).bottomLeft()
            point = self.queues.viewport().mapToGlobal(corner + QPoint(20, 2))
        self._on_limits_chosen(queue, point)

    def hold(self, held: bool) -> None:
        """Keep rows in place while something of the window is open over them."""
        self.pace.hold(held)

    def popup_point(self) -> QPoint:
        """Where a menu about the chosen agents belongs, as a point of the screen."""
        view = self.agents.tiles if self.tiles_shown else self.agents.table
        rect = view.visualRect(view.currentIndex())
        return view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(24, 0))

    # inside

    def _show_all(self) -> None:
        now = self._wall()
        self.agents.replace_rows(self._maker.agents(self._board, self._board.agents, now), now)
        self._show_queues(now, reorder=True)
        self.callers.show_rows(self._maker.callers(self._board), self._waiting(), now)

    def _show_agents(self, diff: Diff, now: float, *, reorder: bool) -> None:
        changes = diff.agents
        touched = [str(key) for key in (*changes.added, *changes.changed)]
        rows = self._maker.agents(self._board, touched, now)
        if rows or changes.removed:
            self.agents.show_rows(rows, [str(key) for key in changes.removed], now, reorder=reorder)

    def _show_queues(self, now: float, *, reorder: bool) -> None:
        board, maker = self._board, self._maker
        counted = self.tallies.of(board)
        views = queue_views(board, now, counted)
        rows = maker.queues(board, views, self._alarms, now, per_queue=self._status.per_queue)
        if self._layout.count(len(rows)):
            reorder = True
        if self._layout.as_rows:
            self.queues.show_rows(rows, now, reorder=reorder)
        else:
            self.cards.show_rows(rows, now, reorder=reorder)
        self._wait_since = min((view.longest_since for view in views.values() if view.longest_since), default=0.0)
        self.agents.show_counts(counted.agents if self._known else None)
        limits = maker.context.limits
        figures = totals(board, now, counted) if self._known else None
        self.strip.show_totals(figures, self._alarms, limits.default, self._wait_since, now)
        if self._queue and self._queue not in board.queues:
            self.choose_queue("")

    def _settle(self, now: float) -> None:
        """Breaks that passed their limit get new rows, and everything moves to where it belongs."""
        late = self._maker.overrun(now)
        if late:
            self.agents.show_rows(self._maker.agents(self._board, late, now), (), now, reorder=False)
        models = (self.agents.model, self.queues.model_of_queues, self.callers.model)
        if any(not model.settled for model in models):
            self.pace.moved()
        for model in models:
            model.settle()
        self.cards.settle()

    @property
    def _known(self) -> bool:
        """Whether any answer of the PBX is in the board."""
        return self._board.updated > 0 or bool(self._board.queues)

    def _waiting(self) -> int | None:
        return sum(queue.waiting for queue in self._board.queues.values()) if self._known else None

    def _show_theme(self) -> None:
        ink = Ink(self._theme.aged(self._level), self.font(), self.devicePixelRatioF())
        for part in (self.strip, self.cards, self.queues, self.agents, self.callers):
            part.set_ink(ink)
        self._show_queues(self._wall(), reorder=False)

    def _on_agent_menu(self, point: QPoint) -> None:
        self.menu_requested.emit(AgentMenuRequest(self.selected(), point.x(), point.y()))

    def _on_queue_menu(self, queue: str, point: QPoint) -> None:
        self._menu.open_at(queue, point, filtered=queue == self._queue)

    def _on_limits_chosen(self, queue: str, point: QPoint) -> None:
        self._popup.open_at(queue, self._maker.context.limits.of(queue), point)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """The application's font changed, or the window went to a screen of another density."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange}:
            self._show_theme()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for the narrowest arrangement."""
        return SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves less to the callers."""
        self._layout.fit(event.size().width())
        super().resizeEvent(event)
