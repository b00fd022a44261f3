"""The agents: legend, filter, actions, and the rows as table or tiles. It shows rows and reports choices."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.tally import AgentCounts
from supervisor_gui.text import fold
from supervisor_gui.ui.board.action_bar import ActionBar
from supervisor_gui.ui.board.agent_columns import AGENT_COLUMNS
from supervisor_gui.ui.board.agent_model import AgentModel
from supervisor_gui.ui.board.agent_rows import LEGEND, AgentRow
from supervisor_gui.ui.board.agent_table import AgentTable
from supervisor_gui.ui.board.agent_tiles import AgentTiles
from supervisor_gui.ui.board.legend import Legend
from supervisor_gui.ui.board.sorting import HeaderSort
from supervisor_gui.ui.selection import Selection
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.marks import Icon, icon

DEBOUNCE_MS = 150


class FilterLine(QLineEdit):
    """The text filter.

    Signals:
        left(): The user is done with it and wants the rows.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; down and Enter leave."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AgentsPanel(QFrame):
    """All agents of the board.

    Signals:
        selection_changed(Selection): Other agents, or another queue of theirs.
        menu_wanted(QPoint): A context menu for the chosen agents at a point of the screen.
        renamed(Renamed): A name was typed in a row.
    """

    selection_changed = Signal(object)
    menu_wanted = Signal(QPoint)
    renamed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self.model = AgentModel(AGENT_COLUMNS, self)
        self.table = AgentTable(self.model, self)
        self.tiles = AgentTiles(self.model, self)
        self.legend = Legend(self)
        self.filter = FilterLine(self)
        self.bar = ActionBar(self)
        self.toggle = QToolButton(self)
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self._nobody = QLabel()
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._ink: Ink | None = None
        self._queue = ""
        self._needle = ""
        self._sorting = HeaderSort(self.table, self.model)
        self._typing = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._configure()
        self._lay_out()
        self._order_keys()
        self._connect()

    def _configure(self) -> None:
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(76)
        self.filter.setMaximumWidth(220)
        self.toggle.setCheckable(True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for page in (self.table, self.tiles, self._nobody):
            self._stack.addWidget(page)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 7, 10, 7)
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self.legend)
        top.addStretch()
        top.addWidget(self.filter, 1)
        top.addWidget(self.toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _order_keys(self) -> None:
        """Tab goes as the eye does: legend, filter, table or tiles, actions, rows."""
        chain = [*self.legend.buttons.values(), self.filter, self.toggle, *self.bar.buttons, self.table, self.tiles]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._on_selection)
        self.tiles.selection_changed.connect(self._on_selection)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.tiles.menu_wanted.connect(self.menu_wanted)
        self.table.renamed.connect(self.renamed)
        self.legend.changed.connect(self._filter_now)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.left.connect(self._on_filter_left)
        self._typing.timeout.connect(self._filter_now)
        self.toggle.toggled.connect(self._on_toggled)

    # in

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        self._ink = ink
        for part in (self.table, self.tiles, self.legend, self.bar):
            part.set_ink(ink)
        self._show_toggle()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """The buttons above the rows."""
        self.bar.set_actions(actions)
        self._order_keys()

    def retranslate(self) -> None:
        """Take today's language."""
        self._title.setText(translate("Board", "Agents"))
        self.filter.setPlaceholderText(translate("Board", "Filter  ( / )"))
        self.filter.setAccessibleName(translate("Board", "Filter agents by name, extension or state"))
        self.table.retranslate()
        self.tiles.retranslate()
        self.legend.retranslate()
        self._show_toggle()
        self._show_selection()
        self._show_page()

    def show_rows(self, rows: Iterable[AgentRow], gone: Iterable[str], now: float, *, reorder: bool) -> None:
        """Take agents that came, changed or went."""
        self.model.now = now
        self.model.change(rows, gone, reorder=reorder)
        self._show_page()

    def replace_rows(self, rows: Iterable[AgentRow], now: float) -> None:
        """Take `rows` as all there is."""
        self.model.now = now
        self.model.replace(rows)
        self._show_page()

    def show_counts(self, counts: AgentCounts | None) -> None:
        """How many agents each state has, for the legend; None while nothing is known."""
        self.legend.show_counts({mark: getattr(counts, mark.value) for mark in LEGEND} if counts is not None else {})

    def show_queue(self, queue: str) -> None:
        """Show the agents of one queue; empty for all."""
        if queue != self._queue:
            self._queue = queue
            self._filter_now()

    def show_tiles(self, tiles: bool) -> None:
        """Tiles instead of rows."""
        self.toggle.setChecked(tiles)

    def tick(self, now: float) -> None:
        """A second has passed."""
        self.model.now = now
        (self.tiles if self.toggle.isChecked() else self.table).tick()

    def focus_filter(self) -> None:
        """The key for filtering was pressed."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_title(self, shown: bool) -> None:
        """The title makes room on a narrow page."""
        self._title.setVisible(shown)

    # out

    def selected(self) -> Selection:
        """Who is chosen."""
        return self.tiles.selected() if self.toggle.isChecked() else self.table.selected()

    # inside

    def _filter_now(self) -> None:
        self._typing.stop()
        self._needle = fold(self.filter.text().strip())
        states, queue, needle = self.legend.chosen, self._queue, self._needle
        if not (states or queue or needle):
            self.model.filter_by(None)
        else:

            def accepts(row: AgentRow) -> bool:
                return (
                    (not states or row.mark in states)
                    and (not queue or queue in row.queues)
                    and (not needle or needle in row.search)
                )

            self.model.filter_by(accepts)
        self._show_page()

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_filter_left(self) -> None:
        self._filter_now()
        (self.tiles if self.toggle.isChecked() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, tiles: bool) -> None:
        before = self.table.selected() if tiles else self.tiles.selected()
        self.tiles.set_live(tiles)
        (self.tiles if tiles else self.table).select(before.extensions)
        self._show_toggle()
        self._show_page()
        self._on_selection()

    def _on_selection(self) -> None:
        self._show_selection()
        self.selection_changed.emit(self.selected())

    def _show_selection(self) -> None:
        chosen = self.selected()
        rows = [self.model.find(extension) for extension in chosen.extensions]
        self.bar.show_selection([row.label for row in rows if row is not None], chosen.queue)

    def _show_toggle(self) -> None:
        tiles = self.toggle.isChecked()
        words = translate("Board", "Show as a table") if tiles else translate("Board", "Show as tiles")
        self.toggle.setAccessibleName(words)
        self.toggle.setToolTip(words and translate("Board", "Table or tiles"))
        if self._ink is not None:
            self.toggle.setIcon(icon(Icon.TABLE if tiles else Icon.TILES, self._ink.theme.text, size=18))

    def _show_page(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.tiles if self.toggle.isChecked() else self.table)
            return
        filtered = bool(self.legend.chosen or self._queue or self._needle)
        known = any(True for _ in self.model.all_rows)
        if known and filtered:
            self._nobody.setText(translate("Board", "No agent fits the filter"))
        else:
            self._nobody.setText(translate("Board", "No agents known yet"))
        self._stack.setCurrentWidget(self._nobody)
