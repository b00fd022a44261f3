"""A link that comes while something else is asked: it waits in its strip, and is not lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.ui.calls.ask_number import AskNumber
from tests.helpers.call_desk import open_call_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e


def test_a_link_that_would_be_called_at_once_waits_while_a_question_is_open(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_call_desk(qapp, tmp_path) as phone:
            phone.use(LINK_AT_ONCE=True)
            links, strip = phone.desk.program.pages.telephone.links, phone.front.strip
            now = 100.0
            links._monotonic = lambda: now
            links.take("tel:05550001122")
            assert strip.isVisible(), "the first of a session asks"
            strip.dismiss.click()
            phone.dial("+49 30 901820")
            question = await until(lambda: phone.shell.window.findChild(AskNumber), "the question")
            now = 200.0
            links.take("tel:05550003344")
            assert strip.isVisible()
            question.reject()
            await until(lambda: not phone.front.dialling.asking, "the question is over")
            assert strip.isVisible()
            strip.dial.click()
            assert (await phone.asked("originate"))["customer_num"] == "5550003344"

    run_qt(qapp, scenario(), 60)
