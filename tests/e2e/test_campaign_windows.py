"""The windows in front of the real one: none of them holds up a stop, and each tells its own trouble."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import ListState
from supervisor_gui.clock import pbx_day
from supervisor_gui.options import Options
from tests.autodial.upload_desk import fault, locked
from tests.helpers.list_clerk import list_clerk, numbers, press, wire
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

ENGLISH = Options(lang="en")
NAME, NEW = "Anket", "Kasım"


def test_a_form_whose_answer_is_late_is_put_away_for_a_stop_and_ends_by_itself(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:

            def stands(state: ListState) -> bool:
                shown = clerk.shown(NAME)
                return shown is not None and shown.state is state

            list_id = await clerk.make(NAME, pbx_day(time.time()), numbers(0, 1))
            await clerk.choose(NAME)
            clerk.session.dialling.lists.start_list(list_id)
            await until(lambda: stands(ListState.RUNNING), "it runs")
            form = await clerk.filled_form(NEW, f"{wire(1)}\n")
            await clerk.desk.control.post("/faults", {"add": [fault("hang")]})
            press(form.go)
            await until(form.progress.isVisible, "the list is being made")
            QTest.keyClick(form, Qt.Key.Key_Escape)
            assert QApplication.activeModalWidget() is None
            press(clerk.page.header.button)
            await until(lambda: stands(ListState.STOPPED), "it is stopped")
            await until(lambda: clerk.forms.form is None, "the form has ended", 30)
            await until(lambda: clerk.shown(NEW), "the list is found", 30)
            assert len(await clerk.sent("addautocall")) == 2

    run_qt(qapp, scenario(), 90)


@pytest.mark.logs
def test_a_do_not_call_list_that_cannot_be_kept_is_told_where_it_is_changed(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            clerk.desk.shell.wished.emit("do_not_call")
            dialog = await until(lambda: clerk.do_not_call, "the do-not-call list")
            file = clerk.desk.program._paths.history
            QTest.keyClicks(dialog.number.line, "0555 000 00 99")
            await until(dialog.add.isEnabled, "it is looked at")
            with locked(file):
                press(dialog.add)
                await until(lambda: "could not be changed" in dialog.notice.words, "it is told", 20)
            assert dialog.table.blocked_model.total == 0

    run_qt(qapp, scenario(), 90)
