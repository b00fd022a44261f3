"""What dialling tells and remembers on the real window: lines as people write them, refusals, masked numbers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from supervisor_gui.config import keys
from supervisor_gui.live.call_commands import Bridge
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.options import Options
from supervisor_gui.ui.calls.ask_number import AskNumber
from tests.helpers.call_desk import CTRL, CUSTOMER, OTHER, CallDesk, open_call_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

ENGLISH = Options(lang="en")


async def _dial_with_line(phone: CallDesk, number: str, line: str) -> None:
    bar = phone.shell.dial_bar
    phone.type_number(number)
    bar.open_more()
    bar._more.line.setCurrentText(line)
    bar._more.hide()
    await phone.keyboard_back()
    bar.entry.setFocus()
    phone.desk.press(Qt.Key.Key_Return)


def _line(phone: CallDesk) -> str:
    return phone.desk.program._settings.settings.get(keys.CALL_LINE)


def test_a_line_with_blanks_is_used_and_remembered(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            await _dial_with_line(phone, CUSTOMER, "0850 111 00 00")
            assert (await phone.asked("originate"))["trunk"] == "8501110000"
            assert _line(phone) == "8501110000"

    run_qt(qapp, scenario(), 60)


def test_a_line_that_settings_do_not_take_holds_for_one_call_and_an_empty_one_is_the_usual(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            before = _line(phone)
            await _dial_with_line(phone, CUSTOMER, "444 11 22")
            assert (await phone.asked("originate"))["trunk"] == "4441122"
            assert _line(phone) == before
            await _dial_with_line(phone, OTHER, "")
            await until(lambda: phone.bus.order(2) and phone.bus.order(2).finished, "the second call was sent")
            assert phone.bus.order(2).command.line == phone.desk.program._session.profile.account

    run_qt(qapp, scenario(), 60)


def test_a_call_that_cannot_be_sent_when_its_turn_comes_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=ENGLISH) as phone:
            phone.front.dialling.order(Bridge(CUSTOMER, OTHER, "abc", FirstRung.INSIDE))
            await until(lambda: phone.line.startswith("The PBX cannot call this number."), "it is told")

    run_qt(qapp, scenario(), 60)


def test_an_own_call_that_nobody_answers_is_told_but_not_one_that_was_given_up(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=ENGLISH) as phone:
            phone.dial("0555 000 11 22")
            await until(lambda: phone.own and phone.own.call, "the PBX told which call it is")
            phone.desk.press(Qt.Key.Key_K, CTRL)
            await until(lambda: phone.own is None and not phone.bus.pending, "it is over")
            assert "unanswered" not in phone.line
            phone.dial("0555 000 33 44")
            await until(lambda: phone.own and phone.own.call, "the PBX told which call it is")
            await phone.model(end={"call": await phone.rung()})
            await until(lambda: "unanswered" in phone.line, "it is told")
            assert phone.line.startswith("05550003344")

    run_qt(qapp, scenario(), 60)


def test_a_masked_seat_sees_no_number_in_offers_nor_in_questions(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path, options=ENGLISH) as phone:
            phone.dial("0555 000 11 22")
            await phone.asked("originate")
            phone.use(MASK_NUMBERS=True)
            phone.desk.press(Qt.Key.Key_L, CTRL)
            phone.desk.press(Qt.Key.Key_Down)
            bar = phone.shell.dial_bar
            assert [bar.offers.item(at).text() for at in range(bar.offers.count())] == ["•••22"]
            assert bar.entry.hint.text() == "mobile"
            phone.desk.press(Qt.Key.Key_Escape)
            phone.front.dialling.dial_text("+49 30 123456")
            question = await until(lambda: phone.shell.window.findChild(AskNumber), "the question")
            assert "Germany" in question.accessibleName() + _words(question)
            assert "123456" not in _words(question)
            question.reject()

    run_qt(qapp, scenario(), 60)


def _words(question: AskNumber) -> str:
    return " ".join(label.text() for label in question.findChildren(QLabel))
