"""The question before a list starts: every reason in plain words with its figures, asked once."""

import asyncio
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.autodial.safety import Concern
from supervisor_gui.ui.campaigns.concern_words import concern_words
from supervisor_gui.ui.campaigns.start_question import ask_start, start_question
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.messages import Messages
from tests.helpers.dialogs import Recorder, run_dialog
from tests.helpers.qt_async import until

HOURS = time(9), time(20)
SUNDAY = date(2026, 12, 6)
TOLD = (
    (Concern("ended", day=SUNDAY), ("6 December 2026",)),
    (Concern("now", at=time(21, 15), span=(time(10), time(18)), allowed=HOURS), ("21:15", "09:00", "20:00")),
    (Concern("hours", span=(time(8), time(21)), allowed=HOURS), ("08:00", "21:00", "09:00", "20:00")),
    (Concern("hours_unknown", allowed=HOURS), ("09:00", "20:00")),
    (Concern("days_unknown"), ("days",)),
    (Concern("sunday", 1, day=SUNDAY, today=True), ("Today", "Sunday")),
    (Concern("sunday", 4, day=SUNDAY, today=True), ("Today", "4 Sunday")),
    (Concern("sunday", 3, day=SUNDAY), ("3 Sunday", "6 December 2026")),
    (Concern("holiday", 1, day=SUNDAY, today=True, name="Bayram"), ("Today", "Bayram")),
    (Concern("holiday", 4, day=SUNDAY, today=True, name="Bayram"), ("Today", "4 of them", "Bayram")),
    (Concern("holiday", 2, day=SUNDAY, name="Bayram"), ("2 public", "6 December 2026", "Bayram")),
    (Concern("department", name="Satış"), ("Satış", "Nobody is logged in")),
    (Concern("department_unknown", name="Satış"), ("Satış",)),
    (Concern("department_unknown"), ("did not tell",)),
    (Concern("numbers_unknown"), ("report has not come",)),
    (Concern("unseen"), ("twice", "do-not-call list", "Wait")),
    (Concern("many", 4960, 500), ("4,960", "500")),
    (Concern("twice", 2), ("2 number",)),
    (Concern("blocked", 3), ("3 number", "do-not-call")),
    (Concern("unsent", 40), ("40 number",)),
)


@pytest.mark.parametrize(("concern", "parts"), TOLD, ids=lambda value: getattr(value, "kind", ""))
def test_each_reason_is_told_with_its_figures(concern: Concern, parts: tuple[str, ...], qapp: QApplication) -> None:
    Language(qapp).use("en")
    words = concern_words(concern)
    assert [part for part in parts if part not in words] == []
    assert "{" not in words


def test_names_from_outside_are_made_safe() -> None:
    assert "\x00" not in concern_words(Concern("department", name="Sa\x00tış"))
    assert "\n" not in start_question("Kas\nım", ()).text


def test_one_question_holds_every_reason(qapp: QApplication) -> None:
    Language(qapp).use("en")
    messages = Recorder(True)
    concerns = (Concern("many", 5000, 500), Concern("department", name="Satış"))
    assert run_dialog(qapp, ask_start(messages, "Kasım", concerns)) is True
    [question] = messages.questions
    assert all(part in question.text for part in ("Kasım", "5,000", "Satış"))
    assert question.careful


def test_without_a_reason_nobody_is_asked(qapp: QApplication) -> None:
    messages = Recorder()
    assert run_dialog(qapp, ask_start(messages, "Kasım", ())) is True
    assert messages.questions == []


@pytest.mark.parametrize(("button", "answer"), [("yes", True), ("no", False)])
def test_the_answer_is_that_of_the_button(qtbot: QtBot, qapp: QApplication, button: str, answer: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def shown() -> ConfirmDialog | None:
        dialog = window.findChild(ConfirmDialog)
        return dialog if isinstance(dialog, ConfirmDialog) and dialog.isVisible() else None

    async def flow() -> bool:
        async with asyncio.TaskGroup() as group:
            asked = group.create_task(ask_start(Messages(window), "Kasım", [concern for concern, _ in TOLD]))
            dialog = await until(shown, "the question is open")
            assert dialog.no.isDefault()
            getattr(dialog, button).click()
        return asked.result()

    assert run_dialog(qapp, flow()) is answer
