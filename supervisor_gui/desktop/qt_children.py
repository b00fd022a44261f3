"""What is tried in a process of its own, because Qt ends the process in which it cannot start. Never typed by a user.

A frozen program is no interpreter that runs a line of code, so these are commands of the program itself.
"""

import sys
from collections.abc import Sequence

TRY_QT = "try-qt"
READ_CLIPBOARD = "read-clipboard"
COMMANDS = (TRY_QT, READ_CLIPBOARD)


def command(word: str, *arguments: str) -> list[str]:
    """The command line that runs the command `word` in a process of its own."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "supervisor_gui"]
    return [*program, word, *arguments]


def main(argv: Sequence[str]) -> int:
    """Run one of `COMMANDS`; returns 0 when it went well."""
    from PySide6.QtGui import QClipboard, QGuiApplication  # noqa: PLC0415  may be what is broken

    app = QGuiApplication([])
    if argv[0] == TRY_QT:
        sys.stdout.write(f"{app.platformName()}\n")
        return 0
    kind, most = argv[1], int(argv[2])
    text = app.clipboard().text(getattr(QClipboard.Mode, kind))
    sys.stdout.buffer.write(text[:most].encode("utf-8", "replace"))
    return 0
