"""A desktop that ends its session tells the program by a signal: it ends in order, as when its window is closed."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.helpers.started import started, wait_for

pytestmark = pytest.mark.e2e


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_told_to_end_it_ends_well_and_leaves_nothing_behind(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with started(tmp_path / "words", ["--demo"], environment=environment) as run:
        children = wait_for(lambda: psutil.Process(run.pid).children(recursive=True), "the simulator's process")
        os.kill(run.pid, signal.SIGTERM)
        assert run.ended(20) == 0
    assert run.words == ""
    assert list(temporary.iterdir()) == []
    assert not any(child.is_running() for child in children)


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_picture_that_is_broken_off_is_no_success(tmp_path: Path) -> None:
    picture = tmp_path / "board.png"
    arguments = ["--demo", "--data-dir", str(tmp_path / "data"), "--shot", str(picture), "--shot-after", "60"]
    with started(tmp_path / "words", arguments) as run:
        wait_for(lambda: psutil.Process(run.pid).children(recursive=True), "the simulator's process")
        os.kill(run.pid, signal.SIGTERM)
        assert run.ended(20) != 0
    assert not picture.exists()
