"""The question before a number is deleted: by keys, not by accident, with what is left told at the end."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.errors import StoreError
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.forget_number import ForgetNumberDialog
from tests.helpers.qt_async import run_qt, until


class Desk:
    """The dialog under way over work that is held until it is let go."""

    def __init__(self, bot: QtBot, *, warning: str = "", failure: Exception | None = None) -> None:
        self.bot = bot
        self.begun = 0
        self.let_go = asyncio.Event()
        self.failure = failure
        self.bugs: list[BaseException] = []
        self.tasks = Tasks(lambda _, error: self.bugs.append(error))
        self.dialog = ForgetNumberDialog("•••22", "22", self.work, self.tasks, warning=warning)
        self.answer = asyncio.get_running_loop().create_task(self.dialog.ask())

    async def work(self) -> tuple[str, ...]:
        self.begun += 1
        await self.let_go.wait()
        if self.failure is not None:
            raise self.failure
        return ("3 calls deleted.", "They still lie at Netgsm.")

    async def shown(self) -> None:
        await until(self.dialog.isVisible, "the dialog is open")

    def type(self, text: str) -> None:
        self.dialog.typed.clear()
        self.bot.keyClicks(self.dialog.typed, text)

    def key(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.dialog.typed if self.dialog.typed.isEnabled() else self.dialog, key)

    async def end(self) -> None:
        await self.tasks.close()


def test_only_the_right_digits_and_the_button_delete(qtbot: QtBot, qapp: QApplication) -> None:
    async def scenario() -> None:
        desk = Desk(qtbot)
        await desk.shown()
        for wrong in ("", "2", "23", "xx"):
            desk.type(wrong)
            assert not desk.dialog.delete.isEnabled(), wrong
        desk.type("22")
        desk.key(Qt.Key.Key_Return)
        assert (desk.begun, desk.dialog.isVisible()) == (0, True)
        qtbot.keyClick(desk.dialog.delete, Qt.Key.Key_Space)
        await until(lambda: desk.begun, "the work begins")
        desk.let_go.set()
        await until(desk.dialog.words.isVisible, "the closing words")
        assert "3 calls deleted." in desk.dialog.words.text()
        assert "Netgsm" in desk.dialog.words.text()
        assert not desk.dialog.delete.isVisible()
        qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
        assert await desk.answer is True
        assert desk.begun == 1
        await desk.end()

    run_qt(qapp, scenario())


def test_escape_before_deletes_nothing_and_during_it_closes_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    async def scenario() -> None:
        desk = Desk(qtbot)
        await desk.shown()
        desk.type("22")
        desk.dialog.delete.click()
        await until(lambda: desk.begun, "the work begins")
        desk.key(Qt.Key.Key_Escape)
        desk.dialog.close()
        assert desk.dialog.isVisible()
        assert desk.dialog.progress.isVisible()
        desk.let_go.set()
        await until(desk.dialog.words.isVisible, "the closing words")
        desk.dialog.cancel.click()
        assert await desk.answer is True
        other = Desk(qtbot)
        await other.shown()
        other.key(Qt.Key.Key_Escape)
        assert await other.answer is False
        assert other.begun == 0
        await desk.end()
        await other.end()

    run_qt(qapp, scenario())


def test_a_warning_is_read_before_and_a_failure_can_be_tried_again(qtbot: QtBot, qapp: QApplication) -> None:
    async def scenario() -> None:
        desk = Desk(qtbot, warning="The keyring stayed locked.", failure=StoreError("The disk is full."))
        await desk.shown()
        assert "stayed locked" in desk.dialog.notice.words
        desk.type("22")
        desk.let_go.set()
        desk.dialog.delete.click()
        await until(lambda: "disk is full" in desk.dialog.notice.words, "the failure in words")
        desk.failure = None
        assert desk.dialog.delete.isEnabled()
        desk.dialog.delete.click()
        await until(desk.dialog.words.isVisible, "the closing words")
        desk.dialog.cancel.click()
        assert await desk.answer is True
        await desk.end()

    run_qt(qapp, scenario())


@pytest.mark.logs
def test_a_fault_of_ours_leaves_a_dialog_that_can_be_closed(qtbot: QtBot, qapp: QApplication) -> None:
    async def scenario() -> None:
        desk = Desk(qtbot, failure=RuntimeError("ours"))
        await desk.shown()
        desk.type("22")
        desk.let_go.set()
        desk.dialog.delete.click()
        await until(lambda: desk.bugs, "the fault is reported")
        desk.dialog.cancel.click()
        assert await desk.answer is False
        await desk.end()

    run_qt(qapp, scenario())
