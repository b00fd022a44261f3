"""The board's speed beside its baselines, measured in the same run, turn by turn. It judges nothing."""

import gc
import resource
import statistics
import time

import msgspec
from PySide6.QtWidgets import QApplication

from supervisor_gui.ui import theme
from tests.benchmarks.board_bytes import Centre
from tests.benchmarks.board_paths import OurBoard, RebuiltTables

WARM = 5


class Figure(msgspec.Struct, frozen=True):
    """One figure.

    Attributes:
        name: What was measured.
        value, baseline: In `unit`.
        target: The ratio (or, without a baseline, the value) that it should not pass.
    """

    name: str
    value: float
    unit: str
    target: float
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        """Value over baseline."""
        return None if self.baseline is None else self.value / self.baseline

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        return (self.value if self.ratio is None else self.ratio) <= self.target


def update_figures(agents: int, target: float, longest: float, rounds: int = 30) -> tuple[Figure, Figure]:
    """Bytes to pixels against rebuilt tables, and the longest stretch of the UI thread."""
    app = _app()
    ours, theirs = OurBoard(app), RebuiltTables(app)
    centre = Centre(agents)
    mine: list[float] = []
    plain: list[float] = []
    for number in range(rounds + WARM):
        if number == WARM:
            mine.clear()
            plain.clear()
            ours.stretches.clear()
            gc.collect()
        centre.step()
        body = centre.body()
        mine.append(ours.update(body))
        plain.append(theirs.update(body))
    ours.view.close()
    theirs.window.close()
    middle = statistics.median
    stretch = statistics.quantiles(ours.stretches, n=20)[-1]
    return (
        Figure(f"bytes to painted, {agents} agents", middle(mine) * 1e3, "ms", target, baseline=middle(plain) * 1e3),
        Figure(f"UI stretch (95 of 100 shorter), {agents} agents", stretch * 1e3, "ms", longest),
    )


def tick_figure(agents: int = 500, seconds: int = 60) -> Figure:
    """CPU per second of ticking, in percent of one core; the loop's own waiting costs nothing and is left out."""
    ours = OurBoard(_app())
    centre = Centre(agents)
    for _ in range(WARM):
        centre.step()
        ours.update(centre.body())
    before = _cpu()
    for _ in range(seconds):
        ours.tick()
    spent = (_cpu() - before) / seconds
    ours.view.close()
    return Figure(f"CPU while {agents} agents tick", spent * 100, "%", 1.4)


def figures() -> tuple[Figure, ...]:
    """All of the board's figures."""
    return (*update_figures(500, 0.3, 16.0), *update_figures(5000, 0.1, 33.0, rounds=15), tick_figure())


def lines(found: tuple[Figure, ...]) -> str:
    """The figures as a table."""
    made = [f"{'figure':44}{'value':>12}{'baseline':>12}{'ratio':>8}{'target':>8}"]
    for one in found:
        base = "" if one.baseline is None else f"{one.baseline:.1f} {one.unit}"
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        mark = "" if one.met else "  missed"
        made.append(f"{one.name:44}{one.value:>8.2f} {one.unit:<3}{base:>12}{ratio:>8}{one.target:>8}{mark}")
    return "\n".join(made)


def _app() -> QApplication:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    theme.apply(app, theme.LIGHT)
    return app


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    start = time.perf_counter()
    print(lines(figures()))
    print(f"measured in {time.perf_counter() - start:.0f} s")
