"""Write the tables of keys in both guides anew, out of the same records as the list under F1.

    python packaging/guide_keys.py

The table of the part "Keys" is replaced; everything else of a guide stays.
"""

import os
import re
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supervisor_gui.i18n import LANGUAGES, translate
from supervisor_gui.ui.keys import KeysDialog
from supervisor_gui.ui.language import Language

GUIDE = Path(__file__).resolve().parent.parent / "resources" / "guide"
TITLES = {"tr": "Kısayollar", "en": "Keys"}


def listed_keys() -> list[tuple[str, str]]:
    """Keys and what they do, as the window under F1 lists them in today's language."""
    window = QWidget()
    words = [label.text() for label in KeysDialog(window).findChildren(QLabel)]
    window.deleteLater()
    return list(zip(words[::2], words[1::2], strict=True))


def with_keys(text: str, title: str, rows: list[tuple[str, str]]) -> str:
    """`text` with the table below the heading `title` made of `rows`.

    Raises:
        ValueError: There is no such heading with a table.
    """
    table = "".join(f"| `{key}` | {what} |\n" for key, what in rows)
    part = rf"(?m)(^## {re.escape(title)}\n\n\|[^\n]*\n\|[-|]+\n)(?:\|[^\n]*\n)*"
    made, count = re.subn(part, lambda found: found.group(1) + table, text)
    if count != 1:
        raise ValueError(title)
    return made


def main() -> int:
    """Write both."""
    app = QApplication([])
    language = Language(app)
    for name in LANGUAGES:
        language.use(name)
        path = GUIDE / name / "guide.md"
        path.write_text(with_keys(path.read_text("utf-8"), TITLES[name], listed_keys()), "utf-8")
        print(f"{path.relative_to(GUIDE.parent.parent)}: {translate('Keys', 'Keys')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
