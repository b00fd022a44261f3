"""What the program loads before its first live data: nothing of the past, of charts, of files; and what of it stays."""

import json
import os
import subprocess
import sys
from pathlib import Path

from supervisor_gui.simulator.process import SimulatorProcess

PASSWORD = "p4ssw0rd"
LATER = {"sqlalchemy", "pyqtgraph", "numpy", "xlsxwriter", "openpyxl"}
OURS_LATER = {"supervisor_gui.reports.spelling", "supervisor_gui.exports", "supervisor_gui.ui.settings"}


def test_nothing_of_statistics_is_loaded_before_the_first_data(tmp_path: Path) -> None:
    with SimulatorProcess(("--limits", "off", "--seed", "7"), password=PASSWORD) as simulator:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.helpers.import_child",
                simulator.info.pbx_url,
                simulator.info.api_url,
                tmp_path,
            ],
            env={**os.environ, "CHILD_PASSWORD": PASSWORD, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=150,
            check=True,
        )
    found = json.loads(done.stdout.splitlines()[-1])
    assert not (LATER | OURS_LATER) & set(found["early"])
    assert "httpx" in found["early"]
    assert "sqlalchemy" in found["all"]
    assert found["kept"] < 500_000, "letters of source text, of eleven million that were read"
