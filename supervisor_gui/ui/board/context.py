"""What rows are made with besides the board: names, limits, rights and today's words. It holds no rows."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

from supervisor_gui.i18n import translate
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.widgets.marks import Mark

NO_NAME = ""


def no_name(_extension: str) -> str:
    """Nobody is known."""
    return NO_NAME


class Context(msgspec.Struct, frozen=True):
    """What the whole page is shown with.

    Attributes:
        names: Extension → name; empty or the extension itself when it is not known.
        limits: What is amber and red.
        policy: Whether numbers are masked.
        account: The PBX number.
    """

    names: Callable[[str], str] = no_name
    limits: Limits = Limits()
    policy: Policy = Policy()
    account: str = ""


class SortName:
    """A text's place in the order of today's language."""

    __slots__ = ("_key",)

    def __init__(self, key: QCollatorSortKey) -> None:
        self._key = key

    def __lt__(self, other: "SortName") -> bool:
        return self._key.compare(other._key) < 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SortName) and self._key.compare(other._key) == 0

    __hash__ = None  # type: ignore[assignment]


KEPT = 10_000
"""Places remembered at most: callers' names are new ones all day."""


class Collation:
    """Gives texts their place; those asked for lately are remembered."""

    def __init__(self) -> None:
        here = QLocale()
        # The "C" locale sorts by code points: Ş behind Z. Names here are Turkish more often than not.
        plain = here.language() is QLocale.Language.C
        self._collator = QCollator(QLocale("tr_TR") if plain else here)
        self._collator.setNumericMode(True)
        self._keys: dict[str, SortName] = {}

    def key(self, text: str) -> SortName:
        """The place of `text`."""
        known = self._keys.get(text)
        if known is None:
            if len(self._keys) >= KEPT:
                self._keys.clear()
            known = self._keys[text] = SortName(self._collator.sortKey(text))
        return known


class Words(msgspec.Struct, frozen=True):
    """Words that many rows repeat, looked up once a language."""

    states: dict[Mark, str]
    talking_then_break: str
    ringing_then_break: str
    on_break: str
    adding: str
    removing: str
    pausing: str
    resuming: str
    checking: str
    refused: str
    fixed: str


def todays_words() -> Words:
    """The words of today's language."""
    return Words(
        states={mark: state_word(mark) for mark in Mark},
        talking_then_break=translate("Board", "Talking · break next"),
        ringing_then_break=translate("Board", "Ringing · break next"),
        on_break=translate("Board", "on break"),
        adding=translate("Board", "being added"),
        removing=translate("Board", "being removed"),
        pausing=translate("Board", "break asked for"),
        resuming=translate("Board", "resuming"),
        checking=translate("Board", "no answer, checking"),
        refused=translate("Board", "refused"),
        fixed=translate("Board", "fixed member"),
    )


def state_word(mark: Mark) -> str:
    """A state in one word."""
    words: dict[Mark, str] = {
        Mark.IDLE: translate("Board", "Free"),
        Mark.RINGING: translate("Board", "Ringing"),
        Mark.TALKING: translate("Board", "Talking"),
        Mark.PAUSED: translate("Board", "Break"),
        Mark.OFFLINE: translate("Board", "Offline"),
        Mark.OTHER: translate("Board", "Other"),
        Mark.LIMIT: translate("Board", "Limit broken"),
    }
    return words[mark]
