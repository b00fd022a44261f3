"""The list of break reasons as a menu, the first ten under their digits. It sends nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from supervisor_gui.i18n import translate
from supervisor_gui.live.limits import BreakReason
from supervisor_gui.text import clean

DIGITS = "1234567890"


def fill_breaks(menu: QMenu, reasons: Sequence[BreakReason]) -> None:
    """List the reasons; each action's data is its reason, None for another one."""
    menu.setAccessibleName(translate("Actions", "Break reason"))
    for at, reason in enumerate(reasons):
        minutes = translate("Actions", "{n} min").format(n=reason.limit_minutes) if reason.limit_minutes else ""
        label = clean(reason.name, 40).replace("&", "&&")
        digit = f"&{DIGITS[at]}  " if at < len(DIGITS) else ""
        menu.addAction(f"{digit}{label}" + (f"\t{minutes}" if minutes else "")).setData(reason.name)
    menu.addSeparator()
    menu.addAction(translate("Actions", "Another reason…")).setData(None)
