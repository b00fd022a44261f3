"""Another window in front: prints a JSON line whenever it gets the keyboard or loses it. It ends with its stdin.

Run as `python -m tests.helpers.front_window COPIED MARKED`, with what its user has copied and marked.
"""

import json
import sys
import threading

from PySide6.QtCore import QEvent, QMetaObject, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit


class Front(QLineEdit):
    """The window."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Tell who has the keyboard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            sys.stdout.write(json.dumps({"active": self.isActiveWindow()}) + "\n")
            sys.stdout.flush()


def main() -> int:
    """Stand in front until stdin ends."""
    app = QApplication([])
    for text, mode in zip(sys.argv[1:], (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection), strict=True):
        app.clipboard().setText(text, mode)
    window = Front()
    window.show()
    window.activateWindow()

    def wait() -> None:
        sys.stdin.read()
        QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=wait, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
