"""The language of a command without a window, and where its sentences go."""

import os
import sys
from collections.abc import Sequence

from supervisor_gui.i18n import LANGUAGES


def language(argv: Sequence[str]) -> str:
    """The language that `argv` names, else the environment's, else English."""
    for at, word in enumerate(argv):
        if word == "--lang" and argv[at + 1 : at + 2] and argv[at + 1] in LANGUAGES:
            return argv[at + 1]
    return "tr" if os.environ.get("LANG", "").lower().startswith("tr") else "en"


def tell(words: str) -> None:
    """Print a sentence where errors go."""
    sys.stderr.write(f"{words}\n")
