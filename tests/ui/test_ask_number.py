"""Numbers that are asked about: what the question says, what Enter means, what comes back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.calls.ask_number import AskNumber, which_words
from tests.helpers.dialogs import run_dialog
from tests.helpers.qt_async import until


def read(text: str) -> Reading:
    return read_number(text, is_extension=lambda digits: digits == "110")


def answered(qapp: QApplication, qtbot: QtBot, text: str, button: str = "", key: Qt.Key = Qt.Key.Key_Return) -> Any:
    """What `ask_number` brings when `key` is pressed on the named button, or wherever the keyboard is."""

    async def body() -> Dialled | None:
        tasks = Tasks()
        dialog = AskNumber(read(text), None, lambda _: "Ayşe <b>")
        answer = tasks.spawn("ask", dialog.ask_number())
        await until(dialog.isVisible)
        buttons = {"first": dialog.choices[0], "last": dialog.choices[-1]}
        qtbot.keyClick(buttons.get(button, dialog), key)
        brought = await answer
        await tasks.close()
        return brought

    return run_dialog(qapp, body())


def test_110_is_an_extension_or_a_service_number(qapp: QApplication, qtbot: QtBot) -> None:
    question = which_words(read("110"), lambda _: "Ayşe <b>")
    assert "Ayşe <b>" in question.choices[0]
    assert len(question.choices) == 2
    assert answered(qapp, qtbot, "110").kind is NumberKind.EXTENSION
    assert answered(qapp, qtbot, "110", "last", Qt.Key.Key_Space).kind is NumberKind.SERVICE
    assert answered(qapp, qtbot, "110", key=Qt.Key.Key_Escape) is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("112", NumberKind.SERVICE, "emergency"),
        ("+49 30 123456", NumberKind.FOREIGN, "Germany"),
        ("0900 111 22 33", NumberKind.CHARGED, "higher rate"),
    ],
)
def test_enter_calls_none_of_them(qapp: QApplication, qtbot: QtBot, text: str, kind: NumberKind, words: str) -> None:
    assert words in which_words(read(text)).text
    assert answered(qapp, qtbot, text) is None
    assert answered(qapp, qtbot, text, "first", Qt.Key.Key_Space).kind is kind


def test_a_masked_seat_is_asked_without_the_number() -> None:
    mask = Policy(mask_numbers=True).number
    for text in ("+49 30 123456", "0900 111 22 33"):
        words = which_words(read(text), None, mask).text
        assert "•••" in words
        assert read(text).choices[0].shown not in words
    assert "112" in which_words(read("112"), None, mask).text
