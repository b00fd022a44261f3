"""What can be done with the chosen numbers, as a menu. It does nothing itself."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtWidgets import QMenu, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import plain
from supervisor_gui.ui.campaigns.number_columns import ACTIVE, CALL_AT, LINE, NAME, NUMBER, REMARKS


class Deeds(msgspec.Struct, frozen=True):
    """What the entries call.

    Attributes:
        edit: Edits the current row's cell in a column.
        switch: Has the chosen numbers called, or not.
        copy, remove: Act on the chosen rows.
    """

    edit: Callable[[str], None]
    switch: Callable[[bool], None]
    copy: Callable[[], None]
    remove: Callable[[], None]


def number_menu(parent: QWidget, why_not: Callable[[str], str], deeds: Deeds, edited: str = NAME) -> QMenu:
    """The menu; what cannot be done is greyed and tells why.

    Args:
        parent: Its owner.
        why_not: A column's key → why the chosen rows cannot be changed so; empty when they can.
        deeds: What the entries call.
        edited: The key of the column that F2 edits.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    editors = (
        (translate("Campaigns", "Change the name"), NAME),
        (translate("Campaigns", "Change when to call…"), CALL_AT),
        (translate("Campaigns", "Change the line"), LINE),
        (translate("Campaigns", "Change the number"), NUMBER),
    )
    entries: tuple[tuple[str, str, Callable[[], None], str] | None, ...] = (
        *((words, "F2" if key == edited else "", partial(deeds.edit, key), key) for words, key in editors),
        None,
        (translate("Campaigns", "Make active: the list calls it"), "", lambda: deeds.switch(True), ACTIVE),
        (translate("Campaigns", "Make passive: the list leaves it out"), "", lambda: deeds.switch(False), ACTIVE),
        None,
        (translate("Campaigns", "Copy rows"), "Ctrl+C", deeds.copy, ""),
        (translate("Campaigns", "Remove from the list"), "Del", deeds.remove, REMARKS),
    )
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, key, deed, column = entry
        # The key is told only: the table handles it.
        action = menu.addAction(f"{words}\t{key}" if key else words)
        reason = why_not(column) if column else ""
        action.setEnabled(not reason)
        action.setToolTip(plain.tooltip(reason))
        action.triggered.connect(deed)
    return menu
