"""What can be done about one call, as a menu. It does nothing itself."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QMenu, QWidget

from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy


class Deeds(msgspec.Struct, frozen=True):
    """What the entries of the menu call."""

    play: Callable[[], None]
    save: Callable[[], None]
    dial: Callable[[], None]
    same: Callable[[], None]
    unmask: Callable[[], None]
    copy_number: Callable[[], None]
    copy_id: Callable[[], None]
    copy_rows: Callable[[], None]
    forget: Callable[[], None]


def call_menu(parent: QWidget, call: RecordedCall, policy: Policy, deeds: Deeds, *, whole: bool) -> QMenu:
    """The menu of a call; what this seat may not do is greyed. `whole`: its number is shown in full already."""
    menu = QMenu(parent)
    has = bool(call.number)
    # What is saved leaves the program, as an export does.
    saving = "listen" if policy.why_not("listen") else "export"
    masked = has and policy.mask_numbers and not whole
    entries = (
        (translate("RecordsPage", "Listen"), "Space", deeds.play, call.recorded, "listen"),
        (translate("RecordsPage", "Save the recording…"), "", deeds.save, call.recorded, saving),
        None,
        (translate("RecordsPage", "Call back"), "Enter", deeds.dial, has, "dial"),
        (translate("RecordsPage", "Calls of this number"), "", deeds.same, has, ""),
        (translate("RecordsPage", "Show the whole number"), "", deeds.unmask, masked, "unmask") if masked else None,
        None,
        (translate("RecordsPage", "Copy number"), "", deeds.copy_number, has, "export"),
        (translate("RecordsPage", "Copy call id"), "", deeds.copy_id, True, "export"),
        (translate("RecordsPage", "Copy rows"), "Ctrl+C", deeds.copy_rows, True, "export"),
        None,
        (translate("RecordsPage", "Delete everything about this number…"), "Del", deeds.forget, has, "delete_number"),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, key, deed, possible, right = entry
        # The key is told only: the table handles it.
        action = menu.addAction(f"{words}\t{key}" if key else words)
        action.setEnabled(possible and not (right and policy.why_not(right)))
        action.triggered.connect(deed)
    return menu
