"""Python's cyclic garbage collector at the start: it would look several times through what stays anyway."""

import gc
from pathlib import Path

import pytest

from supervisor_gui.cli import main
from supervisor_gui.options import Options


def test_nothing_is_collected_while_the_window_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    collecting: list[bool] = []

    def launch(_: Options) -> int:
        collecting.append(gc.isenabled())
        return 0

    monkeypatch.setattr("supervisor_gui.app.launch", launch)
    assert gc.isenabled()
    assert main(["--data-dir", str(tmp_path)]) == 0
    assert collecting == [False]
    assert gc.isenabled()
