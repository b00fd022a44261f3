"""Which menu entries macOS takes into the program's own menu, where everybody there looks for them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.actions.records import ACTIONS
from supervisor_gui.ui.actions.registry import ActionRegistry


def test_macos_is_told_what_belongs_into_the_programs_own_menu(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionRegistry(window, window, Policy())
    roles = {record.id: actions[record.id].menuRole() for record in ACTIONS}
    role = QAction.MenuRole
    ours = {"about": role.AboutRole, "page_settings": role.PreferencesRole, "quit": role.QuitRole}
    assert roles == dict.fromkeys(roles, role.NoRole) | ours, "none is left to a guess by its words"
