"""Where a missed caller is looked for, with words on how many are found. It moves no rows."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import plain
from supervisor_gui.ui.missed.finding import Finder, Found, Search, search_of
from supervisor_gui.ui.missed.rows import MissedRow
from supervisor_gui.ui.records.choices import finds_by_digits
from supervisor_gui.ui.widgets.number_search import NumberSearch
from supervisor_gui.ui.widgets.shrinking_label import ShrinkingLabel


class SearchBar(QWidget):
    """The field with the words before it, which take what room there is: nothing moves when they come.

    Attributes:
        sought: What is looked for.

    Signals:
        changed(): Others may be found than before.
        rows_wanted(): The user is done with it and wants the rows.
    """

    changed = Signal()
    rows_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = Policy()
        self._finder = Finder()
        self.sought = Search()
        self.count = ShrinkingLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.field = NumberSearch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.count, 1)
        layout.addWidget(self.field)
        self.field.textChanged.connect(self._on_text)
        self.field.rows_wanted.connect(self.rows_wanted)

    def finds(self, row: MissedRow) -> bool:
        """Whether the search finds this caller; everybody while nobody is looked for."""
        return self._finder.finds(row, self.sought)

    def found(self, rows: Iterable[MissedRow]) -> Found | None:
        """Whom the search finds; None while nobody is looked for."""
        if not self.sought.narrows:
            return None
        return Found(self.sought, frozenset(row.key for row in rows if self.finds(row)))

    def show_count(self, words: str) -> None:
        """Say how many are found, or why none is looked for."""
        plain.set_plain(self.count, words)
        self.count.setToolTip(plain.tooltip(words))
        self.field.setAccessibleDescription(words)

    def set_policy(self, policy: Policy) -> None:
        """What this seat may see, and hence search for."""
        self._policy = policy
        self.retranslate()
        self._on_text()

    def forget(self) -> None:
        """Look for nobody, and keep no names."""
        self.field.clear()
        self._finder.forget()

    def retranslate(self) -> None:
        """Take today's language."""
        if finds_by_digits(self._policy):
            self.field.setPlaceholderText(translate("MissedPage", "Number or name  ( / )"))
            self.field.setAccessibleName(translate("MissedPage", "Search missed callers by number or name"))
            tip = translate(
                "MissedPage",
                "Any digits of a number, in any form. Any letters of a name, the directory's or the one the PBX tells.",
            )
        else:
            self.field.setPlaceholderText(translate("MissedPage", "Name  ( / )"))
            self.field.setAccessibleName(translate("MissedPage", "Search missed callers by name"))
            tip = translate(
                "MissedPage",
                "Any letters of a name, the directory's or the one the PBX tells. Numbers are hidden on this seat, so "
                "they are not found by their digits.",
            )
        self.field.setToolTip(plain.tooltip(tip))

    def _on_text(self) -> None:
        before, self.sought = self.sought, search_of(self.field.text(), self._policy)
        if self.sought != before:
            self.changed.emit()
