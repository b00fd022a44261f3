"""What the program loads before its window has live data: nothing of the past, of charts, of files."""

import json
import os
import subprocess
import sys
from pathlib import Path

from supervisor_gui.simulator.process import SimulatorProcess

PASSWORD = "p4ssw0rd"
LATER = {"sqlalchemy", "pyqtgraph", "numpy", "xlsxwriter", "openpyxl"}


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
            timeout=90,
            check=True,
        )
    found = json.loads(done.stdout.splitlines()[-1])
    assert not LATER & set(found["early"])
    assert "httpx" in found["early"]
    assert "sqlalchemy" in found["all"]
