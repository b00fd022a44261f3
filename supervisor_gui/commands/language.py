"""The language of a command without a window, and where its sentences go."""

import os
import sys
from collections.abc import Sequence

from supervisor_gui.i18n import LANGUAGES

_PRIMARY_LANGUAGE = 0x3FF
_TURKISH = 0x1F
"""As Windows counts languages: the lower ten bits name the language, the others the country."""


def language(argv: Sequence[str]) -> str:
    """The language that `argv` names, else the environment's or the system's, else English."""
    for at, word in enumerate(argv):
        if word == "--lang" and argv[at + 1 : at + 2] and argv[at + 1] in LANGUAGES:
            return argv[at + 1]
    named = os.environ.get("LANG", "")
    turkish = named.lower().startswith("tr") if named else _windows_is_turkish()
    return "tr" if turkish else "en"


def _windows_is_turkish() -> bool:
    """Whether the user sees Windows in Turkish, which no variable tells there."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY_LANGUAGE == _TURKISH)
    return False


def tell(words: str) -> None:
    """Print a sentence where errors go."""
    sys.stderr.write(f"{words}\n")
