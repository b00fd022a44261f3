"""One process that scrolls through all calls of a file once: its memory before and after. JSON lines on stdout."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from supervisor_gui.history.record_values import PAGE
from tests.benchmarks.records_file import ShownCalls
from tests.benchmarks.start_child import resident, say


def memory(file: str) -> None:
    """From the newest call to the oldest one, every page seen."""
    app = QApplication([])
    shown = ShownCalls(app, Path(file))
    shown.show_all()
    say(first=resident())
    seen = {call.id for row in range(0, shown.count, PAGE) if (call := shown.scroll(row)) is not None}
    say(last=resident(), seen=len(seen) * PAGE)
    shown.close()


if __name__ == "__main__":
    memory(*sys.argv[1:])
