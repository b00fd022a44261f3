"""The wallboard's contents: tiles in pages between a line of totals and a line of agents. It opens no window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSizeF
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.board import Board
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import Collation
from supervisor_gui.ui.board.queue_rows import QueueRow
from supervisor_gui.ui.bridge import BoardUpdate
from supervisor_gui.ui.link_words import Freshness, age_words, freshness, link_words
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.wallboard.arrangement import places
from supervisor_gui.ui.wallboard.lines import EmptyPlace, FootLine, NoticeLine, PagesLine, TotalsLine
from supervisor_gui.ui.wallboard.shown import Shown, WallOptions, shown, total_figures
from supervisor_gui.ui.wallboard.tile import TileStyle, WallTile, Widest, widest_of
from supervisor_gui.ui.wallboard.turning import Turning
from supervisor_gui.ui.widgets.ink import Ink

AFAR = 0.024
"""The share of a screen's height that letters take at least to be read from across a room."""
EVERY = 3.0
"""Seconds between two new orders of one page."""
SILENT = frozenset({Link.FAILING, Link.STOPPED, Link.NEEDS_PASSWORD, Link.NEEDS_QUEUES})
"""No figures come; it is said at once, not when those on the wall have become old."""


class WallView(QWidget):
    """Everything on the wall; it is moved on by `show_update`, `show_status` and one `tick` a second."""

    def __init__(self, theme: Theme, *, demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board, self._alarms = Board(), Alarms()
        self._status = PollStatus()
        self._limits = Limits()
        self._options = WallOptions()
        self._shown = Shown()
        self._now = 0.0
        self._level = Freshness.NEVER
        self._order: list[str] = []
        self._ordered_at = 0.0
        self._red: frozenset[str] = frozenset()
        self._where = places(640, 360, 0, 1, totals=False, notice=False)
        self._widest = Widest()
        self._measured: tuple[float, float, Widest] | None = None
        self._collation = Collation()
        self.turning = Turning()
        fresh = self._ink(theme)
        self._tile_ink = fresh
        self._style = TileStyle(QSizeF(400, 200), self.font(), self._widest, 0.0)
        self.tiles: list[WallTile] = []
        self.totals = TotalsLine(fresh, self)
        self.notice = NoticeLine(fresh, self)
        self.empty = EmptyPlace(fresh, self)
        self.pages = PagesLine(fresh, self)
        self.foot = FootLine(fresh, self, demo=demo)
        self.setMouseTracking(True)

    @property
    def names(self) -> list[str]:
        """The queues of the shown page in their order."""
        return [tile.row.key for tile in self.tiles if not tile.isHidden()]

    @property
    def level(self) -> Freshness:
        """How old the figures look."""
        return self._level

    # data in

    def show_update(self, update: BoardUpdate, now: float) -> None:
        """Show a new board."""
        self._board, self._alarms = update.board, update.alarms
        self._show(now)

    def show_status(self, status: PollStatus, now: float) -> None:
        """The link moved on."""
        self._status = status
        self._show(now)

    def set_limits(self, limits: Limits) -> None:
        """Judge by these."""
        self._limits = limits
        self._show(self._now)

    def set_options(self, options: WallOptions) -> None:
        """Show what the user chose."""
        self._options = options
        self._order = []
        self._show(self._now)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look, or the application's new font."""
        self._theme = theme
        self._measured = None
        fresh = self._tile_ink = self._ink(theme)
        self._level = Freshness.FRESH
        self.totals.set_ink(fresh)
        self.foot.set_aged(fresh)
        for line in (self.notice, self.empty, self.pages, self.foot):
            line.set_ink(fresh)
        self._show_age()
        self._lay_out()

    def retranslate(self) -> None:
        """Take today's language."""
        self._collation = Collation()
        self._measured = None
        for tile in self.tiles:
            tile.setAccessibleName("")
        self._order = []
        self._show(self._now)

    def tick(self, now: float) -> None:
        """A second has passed: waits go on, figures age, pages turn."""
        self._now = now
        if self.turning.tick(now, self._options.seconds):
            self._arrange(turned=True)
        elif now - self._ordered_at >= EVERY and self.turning.pages == 1:
            self._arrange()
        for tile in self.tiles:
            tile.tick(now)
        if widest_of(self._rows(), now) != self._widest:
            self._lay_out()
        if self._options.totals:
            self.totals.show_figures(total_figures(self._shown, now))
        self._show_age()
        self._show_pages()

    # hands

    def turn(self, by: int, now: float) -> None:
        """Show another page at once."""
        self.turning.go(self.turning.page + by, now)
        self._arrange(turned=True)

    def toggle(self, now: float) -> None:
        """Let pages stand still, or go on."""
        if self.turning.pages > 1:
            self.turning.toggle(now)
            self._show_pages()

    def touch(self, now: float) -> None:
        """The mouse moved: the page stays for a moment."""
        if self.turning.pages > 1:
            self.turning.touch(now)
            self._show_pages()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A dot turns to its page."""
        place = self.pages.geometry()
        point = event.position()
        if not self.pages.isHidden() and place.contains(point.toPoint()):
            page = self.pages.page_at(point.x() - place.x())
            if page is not None:
                self.turning.go(page, self._now)
                self._arrange(turned=True)
                return
        super().mousePressEvent(event)

    # inside

    def _ink(self, theme: Theme) -> Ink:
        return Ink(theme, self.font(), self.devicePixelRatioF())

    def _show(self, now: float) -> None:
        self._now = now
        self._shown = shown(
            self._board, self._alarms, self._limits, self._options, now, per_queue=self._status.per_queue
        )
        self._order = [name for name in self._order if name in self._shown.rows]
        self.foot.show_counts(self._shown.agents if self._options.agents and self._shown.rows else None)
        self.totals.show_figures(total_figures(self._shown, now))
        self._show_age()
        self._arrange()

    def _show_age(self) -> None:
        """How old the figures are, in words and looks; a board of the run before has its own age."""
        known = self._status.last_ok or self._board.updated
        level = freshness(self._status, self._now, known)
        if level is not self._level:
            self._level = level
            self._tile_ink = self._ink(self._theme.aged(level))
            self.totals.set_ink(self._tile_ink)
            self.foot.set_aged(self._tile_ink)
            for tile in self.tiles:
                tile.restyle(self._tile_ink, self._style)
        age = age_words(known, self._now)
        self.foot.show_age(age, figures.clock(self._now) if self._now else "", level)
        self._show_notice(age)

    def _show_notice(self, age: str) -> None:
        link = link_words(self._status)
        if not self._shown.rows:
            words = ""
            self.empty.show_words(*self._nothing(link))
        elif self._status.link in SILENT or self._level is Freshness.GREY:
            words = translate("Wallboard", "Old figures: {age} · {link}").format(age=age, link=link)
        else:
            words = ""
        self.notice.show_words(words)
        if self.notice.isHidden() == bool(words):
            self._lay_out()

    def _nothing(self, link: str) -> tuple[str, str]:
        """What is said where there are no tiles."""
        if not self._board.updated:
            return translate("Wallboard", "No figures yet"), link
        if self._shown.known:
            return (
                translate("Wallboard", "None of the chosen queues is there"),
                translate("Wallboard", "They are chosen in Settings, Wallboard."),
            )
        return translate("Wallboard", "The PBX names no queue"), link

    def _arrange(self, *, turned: bool = False) -> None:
        """Put the queues in their order where that is due, and lay them out."""
        rows = self._shown.rows
        red = frozenset(name for name, row in rows.items() if row.red)
        if self._misses(red - self._red) and not self.turning.held(self._now):
            self.turning.go(0, self._now)
            turned = True
        self._red = red
        due = self.turning.page == 0 if turned else self._now - self._ordered_at >= EVERY and self.turning.pages == 1
        if due or set(self._order) != rows.keys():
            self._order = self._sorted()
            self._ordered_at = self._now
        self._lay_out()

    def _misses(self, names: frozenset[str]) -> bool:
        """Whether one of these queues is on another page while the most troubled come first."""
        return not self._options.by_name and self.turning.pages > 1 and not names <= set(self.names)

    def _sorted(self) -> list[str]:
        rows = self._shown.rows
        if self._options.by_name:
            return sorted(rows, key=lambda name: self._collation.key(rows[name].name))
        return sorted(rows, key=lambda name: rows[name].order)

    def _rows(self) -> list[QueueRow]:
        return list(self._shown.rows.values())

    def _lay_out(self) -> None:
        """Give every part its room, and as many tiles as the page has queues."""
        count = len(self._order)
        totals, notice = self._options.totals and count > 1, bool(self.notice.words)
        where = self._where = places(
            self.width(), self.height(), count, self._options.most, totals=totals, notice=notice
        )
        self.turning.fit(where.grid.pages)
        for part, place, there in (
            (self.totals, where.totals, totals),
            (self.notice, where.notice, notice),
            (self.empty, where.tiles, not count),
            (self.pages, where.pages, where.grid.pages > 1),
            (self.foot, where.foot, True),
        ):
            part.setVisible(there)
            part.setGeometry(QRectF(*place).toRect())
        self._lay_out_tiles()

    def _lay_out_tiles(self) -> None:
        where, per_page = self._where, self._where.grid.per_page
        first = self.turning.page * per_page
        names = self._order[first : first + per_page]
        self._widest = widest_of(self._rows(), self._now)
        size = QRectF(*where.tile(0)).size()
        measured = (size.width(), size.height(), self._widest)
        if measured != self._measured:  # else nothing but what really changed is painted
            self._measured = measured
            self._style = TileStyle(size, self.font(), self._widest, self.height() * AFAR)
        self._show_tiles(names)
        for number, tile in enumerate(self.tiles[: len(names)]):
            tile.setGeometry(QRectF(*where.tile(number)).toRect())
        self._show_pages()

    def _show_tiles(self, names: Sequence[str]) -> None:
        rows = self._shown.rows
        while len(self.tiles) < len(names):
            self.tiles.append(WallTile(rows[names[0]], self._tile_ink, self._style, self))
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < len(names))
            if number < len(names):
                tile.restyle(self._tile_ink, self._style)
                tile.show_row(rows[names[number]], self._now)

    def _show_pages(self) -> None:
        here = set(self.names)
        red = [self._shown.rows[name].name for name in self._order if name in self._red and name not in here]
        turning = self.turning
        self.pages.show_pages(turning.page, turning.pages, held=turning.held(self._now), red=red)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """The application's font changed, or the window went to a screen of another density."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange}:
            self.apply_theme(self._theme)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything takes its new room."""
        super().resizeEvent(event)
        self._lay_out()
