"""The program with a wall clock that a test moves while it runs. Nothing else of it is changed.

Run as `python -m tests.helpers.shifted_start FILE ARGUMENTS…`; FILE holds the seconds to add to the true time.
"""

import sys
import time
from pathlib import Path

_true = time.time


def main() -> int:
    """Move the clock, then start as the command line does."""
    shift = Path(sys.argv[1])
    time.time = lambda: _true() + float(shift.read_text())
    # The program binds the clock when it is imported.
    from supervisor_gui.cli import main as start

    return start(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
