"""What the program says: in the corner, without stealing the focus, with the PBX's own words at hand."""

import asyncio
import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.errors import StoreError
from supervisor_gui.netsantral.errors import LimitReached
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog, Question
from supervisor_gui.ui.messages import Message, Messages, Tone
from supervisor_gui.ui.toasts import MOST, Toasts
from tests.helpers.dialogs import Recorder, run_dialog
from tests.helpers.qt_async import until


class Window(QWidget):
    """A window with a field that somebody types in."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 600)
        self.field = QLineEdit(self)
        self.messages = Messages(self)
        self.toasts = Toasts(self, self.messages)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


def test_a_toast_takes_neither_focus_nor_keys(window: Window, qtbot: QtBot) -> None:
    window.messages.tell(Message("3 agents are on break."))
    assert QApplication.focusWidget() is window.field
    qtbot.keyClicks(QApplication.focusWidget(), "abc")
    assert window.field.text() == "abc"
    (toast,) = window.toasts.shown
    assert window.rect().contains(toast.geometry())


def test_a_problem_tells_the_next_step_and_keeps_the_pbxs_words_for_who_asks(window: Window, qtbot: QtBot) -> None:
    window.messages.problem(LimitReached("queue_status", "limit", code="80", words="limit asildi"))
    (toast,) = window.toasts.shown
    assert "\n" in toast.words, "what happened and what to do"
    assert "80" in toast.details.words
    assert "limit asildi" in toast.details.words
    before = toast.height()
    qtbot.keyClick(toast.details.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: toast.height() > before)
    assert window.rect().contains(toast.geometry())


def test_an_info_goes_by_itself_and_a_problem_waits_to_be_closed(window: Window, qtbot: QtBot) -> None:
    window.messages.problem(StoreError("The settings file cannot be written.", details="No space left"))
    window.messages.tell(Message("Done."))
    problem, info = window.toasts.shown
    assert info._timer.isActive()
    assert not problem._timer.isActive()
    info._timer.setInterval(0)
    qtbot.waitUntil(lambda: window.toasts.shown == (problem,))
    qtbot.keyClick(problem.shut, Qt.Key.Key_Space)
    assert window.toasts.shown == ()


def test_news_on_the_same_matter_take_the_old_ones_place(window: Window) -> None:
    for number in range(3):
        window.messages.tell(Message(f"news {number}", tone=Tone.PROBLEM, key="link"))
    assert [toast.message.text for toast in window.toasts.shown] == ["news 2"]
    window.messages.withdraw("link")
    assert window.toasts.shown == ()


def test_a_flood_leaves_the_newest_few_and_none_outside_the_window(window: Window) -> None:
    for number in range(50):
        window.messages.tell(Message(f"problem {number}", "do this", tone=Tone.PROBLEM))
    shown = window.toasts.shown
    assert [toast.message.text for toast in shown] == [f"problem {n}" for n in range(50 - MOST, 50)]
    assert all(window.rect().contains(toast.geometry()) for toast in shown)
    window.resize(700, 650)
    assert all(window.rect().contains(toast.geometry()) for toast in shown)
    assert not any(one.geometry().intersects(two.geometry()) for one in shown for two in shown if one is not two)


@pytest.mark.parametrize("lines", range(1, 8))
def test_every_line_of_a_toast_is_seen(window: Window, lines: int) -> None:
    words = "What the program has to tell takes the room of a whole line. " * lines
    window.messages.stand("keyring", words)
    QApplication.processEvents()
    (toast,) = window.toasts.shown
    (label,) = (label for label in toast.findChildren(QLabel) if label.isVisible())
    assert label.height() >= label.heightForWidth(label.width())


def test_foreign_words_are_plain_text_with_control_characters_shown(window: Window) -> None:
    window.messages.tell(Message("<b>Destek</b>\u202e", "a\x07b", "<img src=x>\x1b"))
    (toast,) = window.toasts.shown
    for label in toast.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Destek</b>‹202E›" in toast.words
    assert "␇" in toast.words
    assert "␛" in toast.details.words


def test_our_own_mistake_is_told_without_a_box(window: Window) -> None:
    window.messages.bug("Traceback …")
    window.messages.bug("Traceback … again")
    (toast,) = window.toasts.shown
    assert "goes on" in toast.words
    assert toast.details.words == "Traceback … again"


def test_everything_said_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    recorder = Recorder()
    recorder.say("queue status in 4 s")
    recorder.tell(Message("Done."))
    recorder.problem(StoreError("cannot be written", details="No space left"))
    assert recorder.lines == ["queue status in 4 s"]
    assert [message.text for message in recorder.messages] == ["Done.", "cannot be written"]
    for words in ("queue status in 4 s", "Done.", "cannot be written No space left"):
        assert words in caplog.text


@pytest.mark.parametrize(
    ("careful", "key", "answer"),
    [
        (False, Qt.Key.Key_Return, True),
        (True, Qt.Key.Key_Return, False),
        (False, Qt.Key.Key_Escape, False),
    ],
)
def test_a_question_is_answered_by_keys_while_everything_runs_on(
    qapp: QApplication, qtbot: QtBot, careful: bool, key: Qt.Key, answer: bool
) -> None:
    async def body() -> None:
        window = Window()
        window.show()
        tasks = Tasks()
        turns: list[int] = []

        async def other() -> None:
            while True:
                turns.append(1)
                await asyncio.sleep(0.005)

        tasks.spawn("other", other())
        question = Question("Remove", "Remove 3 agents?", "Remove", "Keep", careful=careful)
        asked = tasks.spawn("ask", window.messages.ask(question))
        dialog = await until(lambda: window.findChild(ConfirmDialog), "the question")
        await until(dialog.isVisible)
        before = len(turns)
        await until(lambda: len(turns) > before + 3, "another task runs on")
        qtbot.keyClick(dialog.no if careful else dialog.yes, key)
        assert await asked is answer
        await tasks.close()
        window.close()
        window.deleteLater()

    run_dialog(qapp, body())


def test_a_question_is_told_in_the_dialog_too_for_a_title_may_be_cut_or_missing(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(Question("Close without making the list?", "Nothing is kept.", "Close", "Stay"))
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told == ["Close without making the list?", "Nothing is kept."]


def test_the_recorder_answers_as_told(qapp: QApplication) -> None:
    async def body() -> None:
        recorder = Recorder(True)
        assert await recorder.ask(Question("a", "b?", "yes", "no"))
        assert recorder.questions[0].text == "b?"

    run_dialog(qapp, body())
