"""`make bench`: every figure with its baseline of the same run, on screen and in bench.json. Missed ones are marked."""

import gc
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import board_figures, records_figures, start_figures, statistics_figures


def main() -> int:
    """Measure, print, write."""
    board = board_figures.figures()
    # As in the program, no worker's thread may collect what is left of widgets.
    gc.collect()
    gc.disable()
    past = (*statistics_figures.statistics_figures(), *records_figures.records_figures())
    found = (*board, *start_figures.start_figures(), *past)
    print(board_figures.lines(found))
    rows = [
        {
            "name": one.name,
            "value": one.value,
            "unit": one.unit,
            "baseline": one.baseline,
            "ratio": one.ratio,
            "target": one.target,
            "met": one.met,
        }
        for one in found
    ]
    Path("bench.json").write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
