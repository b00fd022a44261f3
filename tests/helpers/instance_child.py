"""A first start as a process of its own: claims a data folder and prints what later starts ask, one JSON line each.

Run as `python -m tests.helpers.instance_child FOLDER`. It ends when its stdin is closed.
"""

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

from supervisor_gui.desktop.single_instance import Request, SingleInstance


def main() -> int:
    """Claim, listen until stdin ends, release."""
    app = QCoreApplication([])
    instance = SingleInstance(Path(sys.argv[1]))
    instance.requested.connect(_tell)
    claimed = instance.claim()
    _say({"claimed": claimed})
    if claimed:
        threading.Thread(target=_quit_at_end_of_input, args=(app,), daemon=True).start()
        app.exec()
        instance.release()
    return int(not claimed)


def _quit_at_end_of_input(app: QCoreApplication) -> None:
    sys.stdin.read()
    QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)


def _tell(request: Request) -> None:
    _say({"verb": request.verb, "number": request.number})


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
