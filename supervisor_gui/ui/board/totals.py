"""The strip of figures over all queues. The figures come from `live.metrics`."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import FREE, WAIT, WAITING, Alarms, Level
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.live.metrics import FORMULAS, Totals
from supervisor_gui.text import duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.queue_rows import TONES, estimate, explained, margin
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.tile import Figure, Tile

NAMES = ("waiting", "longest", "service", "free", "talking", "paused", "answered", "abandoned")


class TotalsStrip(QWidget):
    """Eight tiles; the longest wait ticks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals: Totals | None = None
        self._levels: dict[str, Level] = {}
        self._limits = QueueLimits()
        self._wait_since = 0.0
        self.tiles = {name: Tile(self) for name in NAMES}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for tile in self.tiles.values():
            layout.addWidget(tile, 1)

    def set_ink(self, ink: Ink) -> None:
        """Paint with another theme or font."""
        for tile in self.tiles.values():
            tile.set_ink(ink)

    def show_totals(
        self, totals: Totals | None, alarms: Alarms, limits: QueueLimits, wait_since: float, now: float
    ) -> None:
        """Show `totals`, None while nothing is known; the longest wait began at `wait_since` (0: nobody waits)."""
        self._totals, self._limits, self._wait_since = totals, limits, wait_since
        self._levels = {WAITING: Level.OK, WAIT: Level.OK, FREE: Level.OK}
        for (kind, _), alarm in alarms.levels.items():
            if kind in self._levels:
                self._levels[kind] = max(self._levels[kind], alarm.level)
        for name, figure in self._figures(now).items():
            self.tiles[name].show_figure(figure)

    def tick(self, now: float) -> None:
        """A second has passed."""
        if self._wait_since:
            self.tiles["longest"].show_figure(self._longest(now))

    def _figures(self, now: float) -> dict[str, Figure]:
        totals = self._totals or Totals()
        return {
            "waiting": self._graded(WAITING, self._known(totals.waiting), translate("Board", "waiting"), "waiting"),
            "longest": self._longest(now),
            "service": self._service(),
            "free": self._graded(FREE, self._known(totals.agents.free), translate("Board", "free"), "idle"),
            "talking": Figure(
                self._known(totals.agents.talking),
                translate("Board", "talking"),
                tip=translate("Metrics", FORMULAS["talking"]),
            ),
            "paused": Figure(
                self._known(totals.agents.paused),
                translate("Board", "on break"),
                tip=translate("Metrics", FORMULAS["paused"]),
            ),
            "answered": Figure(
                self._known(totals.answered), translate("Board", "answered"), tip=self._counted("answered")
            ),
            "abandoned": self._abandoned(),
        }

    def _graded(self, kind: str, value: str, caption: str, formula: str) -> Figure:
        level = self._levels.get(kind, Level.OK)
        tip = translate("Metrics", FORMULAS[formula])
        return Figure(value, caption, tone=TONES[level], red=level is Level.RED, tip=tip)

    def _longest(self, now: float) -> Figure:
        value = duration(now - self._wait_since) if self._wait_since else figures.NONE
        return self._graded(WAIT, value, translate("Board", "longest wait"), "longest")

    def _service(self) -> Figure:
        level = (self._totals or Totals()).service_level
        caption = (translate("Board", "service level") + " " + margin(level)).rstrip()
        return Figure(
            estimate(level),
            caption,
            tip=explained("service_level", level, self._limits.threshold, self._limits.short),
        )

    def _abandoned(self) -> Figure:
        totals = self._totals or Totals()
        rate = totals.abandon_rate
        caption = translate("Board", "abandoned")
        if rate is not None:
            caption += f" · {estimate(rate)}"
        rule = explained("abandon_rate", rate, self._limits.threshold, self._limits.short)
        return Figure(self._known(totals.abandoned), caption, tip=f"{self._counted('abandoned')}\n{rule}")

    def _counted(self, name: str) -> str:
        lines = [translate("Metrics", FORMULAS[name])]
        if self._totals is not None and self._totals.since:
            since = figures.clock(self._totals.since)
            lines.append(translate("Board", "Counting since {time}").format(time=since))
        if self._totals is not None and self._totals.reset:
            lines.append(translate("Board", "The PBX's counters fell to zero then; earlier calls are not in them."))
        return "\n".join(lines)

    def _known(self, count: int) -> str:
        """`count`; what is not known is not 0."""
        return figures.NONE if self._totals is None else figures.count(count)
