"""The board's benchmark paths work and show the same; how fast they are is `make bench`'s to say."""

from PySide6.QtWidgets import QApplication

from tests.benchmarks.board_bytes import Centre
from tests.benchmarks.board_figures import Figure, lines
from tests.benchmarks.board_paths import OurBoard, RebuiltTables


def test_a_tenth_of_the_agents_changing_is_shown_by_both_ways(qapp: QApplication) -> None:
    ours, theirs, centre = OurBoard(qapp), RebuiltTables(qapp), Centre(60, queues=9)
    for _ in range(3):
        centre.step()
        assert ours.update(centre.body()) > 0
        assert theirs.update(centre.body()) > 0
    ours.tick()
    assert ours.view.agents.model.rowCount() == 60
    assert theirs.window.isVisible()
    ours.view.close()
    theirs.window.close()


def test_a_missed_target_is_marked_in_the_table() -> None:
    good = Figure("good", 1.0, "ms", 0.5, baseline=4.0)
    bad = Figure("bad", 3.0, "ms", 0.5, baseline=4.0)
    shown = lines((good, bad)).splitlines()
    assert "missed" not in shown[1]
    assert shown[2].endswith("missed")
