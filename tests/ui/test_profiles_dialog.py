"""Profiles by keys: open, change, add, and forget only after a second look."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.config import MachinePolicy, Profile
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.profiles import ProfileAct, ProfileChoice, ProfilesDialog
from tests.helpers.dialogs import run_dialog
from tests.helpers.qt_async import until

ANA = Profile(name="Ana", account="8501110000", worked_encrypted=True)
YEDEK = Profile(name="Yedek", account="3121110000", plain_http_agreed=True)


class Keyring:
    """Forgets profiles."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def forget(self, profile: Profile) -> str:
        self.forgotten.append(profile.name)
        return "Its password was removed from the keyring."


async def opened(keyring: Keyring, tasks: Tasks, *profiles: Profile) -> tuple[ProfilesDialog, Any]:
    dialog = ProfilesDialog(profiles, "Ana", keyring.forget, tasks)
    answer = tasks.spawn("profiles", dialog.ask())
    await until(dialog.isVisible)
    return dialog, answer


def test_each_profile_says_whose_it_is_and_whether_it_is_encrypted(qapp: QApplication, qtbot: QtBot) -> None:
    async def body() -> None:
        tasks = Tasks()
        dialog, answer = await opened(Keyring(), tasks, ANA, YEDEK)
        texts = [dialog.list.item(row).text() for row in range(2)]
        assert "8501110000" in texts[0]
        assert "encrypted" in texts[0]
        assert "open now" in texts[0]
        assert "not encrypted" in texts[1]
        qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
        assert not await answer
        assert dialog.choice is None
        await tasks.close()

    run_dialog(qapp, body())


@pytest.mark.parametrize(
    ("button", "choice"),
    [
        ("open_button", ProfileChoice(ProfileAct.OPEN, "Yedek")),
        ("change_button", ProfileChoice(ProfileAct.CHANGE, "Yedek")),
        ("new_button", ProfileChoice(ProfileAct.NEW)),
    ],
)
def test_the_chosen_profile_is_brought_back(
    qapp: QApplication, qtbot: QtBot, button: str, choice: ProfileChoice
) -> None:
    async def body() -> None:
        tasks = Tasks()
        dialog, answer = await opened(Keyring(), tasks, ANA, YEDEK)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(getattr(dialog, button), Qt.Key.Key_Space)
        assert await answer
        assert dialog.choice == choice
        await tasks.close()

    run_dialog(qapp, body())


def test_forgetting_asks_in_place_and_tells_what_became_of_the_password(qapp: QApplication, qtbot: QtBot) -> None:
    async def body() -> None:
        tasks, keyring = Tasks(), Keyring()
        dialog, answer = await opened(keyring, tasks, ANA, YEDEK)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.forget_button, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.no_button, Qt.Key.Key_Space)
        assert keyring.forgotten == []
        qtbot.keyClick(dialog.forget_button, Qt.Key.Key_Space)
        assert dialog.yes_button.isVisible()
        qtbot.keyClick(dialog.yes_button, Qt.Key.Key_Space)
        words = await until(lambda: dialog.notice.words, "what happened")
        assert "removed from the keyring" in words
        assert keyring.forgotten == ["Yedek"]
        assert dialog.list.count() == 1
        dialog.close()
        await answer
        await tasks.close()

    run_dialog(qapp, body())


def test_without_profiles_only_a_new_one_can_be_made(qapp: QApplication, qtbot: QtBot) -> None:
    async def body() -> None:
        tasks = Tasks()
        dialog, answer = await opened(Keyring(), tasks)
        assert not dialog.open_button.isEnabled()
        assert not dialog.forget_button.isEnabled()
        assert dialog.new_button.isEnabled()
        dialog.close()
        await answer
        await tasks.close()

    run_dialog(qapp, body())


def test_beside_a_connection_that_is_set_no_other_is_opened(qapp: QApplication, qtbot: QtBot) -> None:
    async def body() -> None:
        tasks = Tasks()
        dialog = ProfilesDialog((ANA, YEDEK), "Ana", Keyring().forget, tasks, machine=MachinePolicy(closed=True))
        answer = tasks.spawn("profiles", dialog.ask())
        await until(dialog.isVisible)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        for button in (dialog.open_button, dialog.change_button, dialog.new_button):
            assert not button.isEnabled()
            assert "administrator" in button.toolTip()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()
        assert not await answer
        assert dialog.choice is None
        await tasks.close()

    run_dialog(qapp, body())
