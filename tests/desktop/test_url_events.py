"""Links that the system hands to the running program, as macOS does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.e2e


def test_links_that_the_system_opens_reach_the_window_and_nothing_else_does(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-m", "tests.helpers.opened_links", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    before, newest, refused, last = json.loads(child.stdout)
    assert before is False
    assert "555 000 00 01" in newest  # of two that came before the window could dial, the newer one
    assert "tel:05550000002;ext=1" in refused
    assert "555 000 00 02" not in refused
    assert "555 000 00 03" in last
