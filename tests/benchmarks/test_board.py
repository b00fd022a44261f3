"""The board's paths under pytest-benchmark (only with --benchmark-only), and that they work at all."""

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.board_bytes import Centre
from tests.benchmarks.board_paths import OurBoard, RebuiltTables


@pytest.mark.parametrize("agents", [500, 5000])
def test_bytes_to_painted(benchmark: BenchmarkFixture, qapp: QApplication, agents: int) -> None:
    ours, centre = OurBoard(qapp), Centre(agents)

    def following() -> tuple[tuple[bytes], dict[str, object]]:
        centre.step()
        return (centre.body(),), {}

    benchmark.pedantic(ours.update, setup=following, rounds=20, warmup_rounds=3)
    ours.view.close()


def test_a_tenth_of_the_agents_changing_is_shown_by_both_ways(qapp: QApplication) -> None:
    ours, theirs, centre = OurBoard(qapp), RebuiltTables(qapp), Centre(60, queues=9)
    for _ in range(3):
        centre.step()
        assert ours.update(centre.body()) > 0
        assert theirs.update(centre.body()) > 0
    assert ours.view.agents.model.rowCount() == 60
    assert theirs.window.isVisible()
    ours.view.close()
    theirs.window.close()
