"""What can be done with a number of a list, and in words why not. Pure."""

import msgspec

from supervisor_gui.autodial.values import ListState, NumberRow, NumberState, ShownList
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import ListKind
from supervisor_gui.ui.campaigns.number_columns import EDITABLE, NAME, NUMBER, name_words
from supervisor_gui.ui.campaigns.words import why_words
from supervisor_gui.ui.denied import why_denied

_ON_THE_WAY = frozenset({NumberState.WAITING, NumberState.UNDERWAY, NumberState.SENT, NumberState.UNKNOWN})


class Rights(msgspec.Struct, frozen=True):
    """What decides it.

    Attributes:
        shown: The list; None while there is none.
        policy: What this seat may do and see.
    """

    shown: ShownList | None = None
    policy: Policy = Policy()

    @property
    def telling(self) -> object:
        """All that the reasons depend on: lists change more often than that."""
        shown = self.shown
        return self.policy, None if shown is None else (shown.told.kind, shown.state is ListState.GONE)

    def why_not_list(self) -> str:
        """Why nothing of the list can be changed; empty when it can."""
        if self.shown is None:
            return translate("Campaigns", "Choose a list first.")
        if denied := why_denied(self.policy, "campaigns"):
            return denied
        return why_words("gone") if self.shown.state is ListState.GONE else ""

    def why_not_add(self) -> str:
        """Why no number can be added; empty when one can."""
        return self.why_not_list() or self._why_not_new()

    def why_not_retry(self) -> str:
        """Why no new list can be made of its numbers; empty when one can. Also one that is gone has them here."""
        if self.shown is None:
            return translate("Campaigns", "Choose a list first.")
        return why_denied(self.policy, "campaigns")

    def why_not(self, column: str, row: NumberRow) -> str:
        """Why this cell of `row` cannot be changed; empty when it can. Other words than a column's: the row itself."""
        reason = self.why_not_list() or _why_not_row(row)
        if reason or column not in EDITABLE:
            return reason
        if self.policy.mask_numbers and (column == NUMBER or (column == NAME and _hides(row, self.policy))):
            return translate("Campaigns", "Numbers are hidden on this seat, so they cannot be edited here.")
        return self._why_not_new() if column == NUMBER else ""

    def _why_not_new(self) -> str:
        if self.shown is not None and self.shown.told.kind is not ListKind.DYNAMIC:
            return translate(
                "Campaigns",
                "A fixed list takes no new numbers: only dynamic lists do, running or stopped. Make a new list.",
            )
        return ""


def _hides(row: NumberRow, policy: Policy) -> bool:
    return name_words(row, policy) != name_words(row, Policy())


def _why_not_row(row: NumberRow) -> str:
    if row.id:
        return ""
    if row.state is NumberState.REFUSED:
        return translate("Campaigns", "This number is not in the list: it was refused. Add it again once it is right.")
    if row.state in _ON_THE_WAY:
        return translate(
            "Campaigns", "This number is still on its way: it can be changed as soon as the list's report has it."
        )
    return translate(
        "Campaigns", "The PBX's report gives this number no id, so it cannot be changed here: use the portal."
    )
