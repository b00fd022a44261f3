"""Whom a search among the missed callers finds, by the rules of the page of call records. Pure; it knows no widget."""

import msgspec

from supervisor_gui.history.record_sql import name_form
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.missed.rows import UNKNOWN_DAY, MissedRow
from supervisor_gui.ui.records.choices import Choices, nobody, record_filter, refused


class Search(msgspec.Struct, frozen=True):
    """What was typed, as it is looked for.

    Attributes:
        digits: Part of a number, as numbers are kept.
        words: Part of a name, as `name_form` writes it.
        refused: Whether digits were typed by which this seat may find nobody.
    """

    digits: str = ""
    words: str = ""
    refused: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it finds not simply everybody."""
        return bool(self.digits or self.words)


class Found(msgspec.Struct, frozen=True):
    """Whom a search finds.

    Attributes:
        search: What was looked for.
        tails: Of those who are found.
    """

    search: Search
    tails: frozenset[str]


def search_of(text: str, policy: Policy) -> Search:
    """What `text` means on this seat."""
    choices = Choices(text=text)
    wanted = record_filter(choices, UNKNOWN_DAY, nobody, policy)
    # Where digits would tell too much the records are still searched for whole short numbers. No caller has one.
    return Search(wanted.digits, wanted.words, bool(wanted.numbers) or refused(choices, policy))


class Finder:
    """Says who is found. Names are put into their form once: every key looks at all rows."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, ...], tuple[str, ...]] = {}

    def finds(self, row: MissedRow, search: Search) -> bool:
        """Whether the caller's number holds the digits, or one of the names the words or the digits."""
        if search.digits and search.digits in row.dials:
            return True
        part = search.words or search.digits
        return not part or any(part in form for form in self._forms_of(row.names))

    def forget(self) -> None:
        """Names that were seen are of no use any more."""
        self._forms.clear()

    def _forms_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        forms = self._forms.get(names)
        if forms is None:
            forms = self._forms[names] = tuple(name_form(name) for name in names)
        return forms
