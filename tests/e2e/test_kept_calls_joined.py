"""The pages of calls that are over agree with the session behind them: about days, files, and what was deleted."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.live.dial_memory import Favourite
from supervisor_gui.netsantral.types_numbers import NumberKind
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.span_bar import Span
from tests.helpers.call_desk import CTRL
from tests.helpers.desk import PASSWORD, open_desk, type_text
from tests.helpers.lost_callers import PAGE_KEY, RECORDS, kept_rows, lost_desk
from tests.helpers.past import small_centre
from tests.helpers.qt_async import run_qt, until
from tests.helpers.records_desk import records_desk

pytestmark = pytest.mark.e2e


def test_the_days_that_are_pressed_are_those_of_the_next_session_too(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=small_centre(seed=11, days=1), options=Options()) as desk:
            await desk.data()
            desk.press(PAGE_KEY, CTRL)
            page = desk.shell.window.stack.currentWidget()
            assert isinstance(page, MissedPage)
            program = desk.program
            await until(lambda: program.pages._settled, "the store is open")
            page.spans.buttons[Span.MONTH].click()
            assert program._session.kept.missed.days == 30
            before = program._session
            await program._reconnect(before.profile.name)
            await until(lambda: program._session is not before and program.pages._settled, "another session")
            assert page.spans.buttons[Span.MONTH].isChecked()
            assert program._session.kept.missed.days == 30

    run_qt(qapp, scenario(), 60)


def test_an_agents_seat_asks_for_the_days_that_it_looks_at(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(
            qapp, tmp_path, simulate=small_centre(seed=11, days=2), options=Options(time_factor=300.0)
        ) as desk:
            await desk.data()
            before = desk.program._session
            desk.program._settings.set(keys.SEAT, "agent")
            await until(lambda: desk.program._session is not before and desk.program.pages._settled, "an agent's", 30)
            assert await desk.control.requests(RECORDS) == []
            desk.press(PAGE_KEY, CTRL)
            kept = desk.program._session.kept
            async with asyncio.timeout(30):
                while (await kept.reader.kept(*kept.missed.span)).missing:
                    await asyncio.sleep(0.05)

    run_qt(qapp, scenario(), 60)


def test_no_file_says_that_nobody_was_missed_before_that_is_known(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=small_centre(seed=11, days=1), options=Options()) as desk:
            await desk.data()
            desk.press(PAGE_KEY, CTRL)
            page = desk.shell.window.stack.currentWidget()
            missed = desk.program._session.kept.missed
            await until(lambda: missed.counted and desk.program.pages.missed._session, "the callers")
            desk.program._settings.set(keys.EXPORT_FOLDER, str(tmp_path))
            page.spans.buttons[Span.TODAY].click()
            assert not missed.counted
            page.export_wanted.emit("csv")
            assert not desk.program.pages.missed.exports._files.busy
            await until(lambda: missed.counted, "today's")
            page.export_wanted.emit("csv")
            await until(lambda: list(tmp_path.glob("*.csv")), "the file", 20)

    run_qt(qapp, scenario(), 60)


def test_an_export_that_the_sessions_end_gives_up_is_in_the_audit(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=small_centre(seed=11, days=1), options=Options()) as desk:
            await desk.data()
            desk.press(PAGE_KEY, CTRL)
            page = desk.shell.window.stack.currentWidget()
            program = desk.program
            await until(lambda: program._session.kept.missed.counted and program.pages.missed._session, "the callers")
            page.export_wanted.emit("csv")
            await program._finish_session()
            await until(lambda: not program.pages.missed.exports._files.busy, "the export has ended")

    run_qt(qapp, scenario(), 60)
    rows = kept_rows(DataPaths(tmp_path / "data"), "SELECT outcome FROM audit WHERE action = 'export'")
    assert len(rows) == 1


def test_figures_that_are_given_up_for_another_session_are_in_the_audit_of_their_own(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> str:
        async with open_desk(qapp, tmp_path, simulate=small_centre(seed=11, days=1), options=Options()) as desk:
            await desk.data()
            desk.press(Qt.Key.Key_5, CTRL)
            page, program = desk.shell.window.stack.currentWidget(), desk.program
            await until(program.pages.reporting._chosen, "the figures")
            page.export_wanted.emit("csv")
            files = program.pages.reporting.exports._files
            assert files.busy
            await program._finish_session()
            await until(lambda: not files.busy, "the export has ended")
            return desk.info.account

    account = run_qt(qapp, scenario(), 60)
    rows = kept_rows(DataPaths(tmp_path / "data"), "SELECT account FROM audit WHERE action = 'export'")
    assert rows == [(account,)]


def test_without_a_session_the_tray_tells_of_no_waiting_calls(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, "5550000011") as lost:
            queue = next(iter(lost.desk.board.queues))
            await lost.calls.model(arrive={"queue": queue, "number": "05550000021", "hold": True})
            await until(lambda: "bekleyen çağrı" in lost.tray, "somebody waits")
            await lost.desk.program._finish_session()
            assert "bekleyen çağrı" not in lost.tray

    run_qt(qapp, scenario(), 60)


def test_a_call_that_was_looked_up_goes_with_its_number(qapp: QApplication, tmp_path: Path) -> None:
    centre = SimulatorProcess(small_centre(seed=41, days=1), password=PASSWORD)

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=1) as records:
            await records.open()
            call = records.calls[0]
            type_text(records.desk.focus(), call.call)
            records.desk.press(Qt.Key.Key_Return)
            await until(lambda: records.count == 1, "the call")
            records.desk.program._forgetting.forgotten.emit()
            await until(lambda: records.count > 1, "what is kept")

    with centre:
        run_qt(qapp, scenario(), 60)


def test_a_number_that_becomes_a_favourite_has_its_name_among_the_calls_that_are_shown(
    qapp: QApplication, tmp_path: Path
) -> None:
    centre = SimulatorProcess(small_centre(seed=41, days=1), password=PASSWORD)

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=1) as records:
            await records.open()
            model = records.page.table.model()

            def shown() -> str:
                cells = (model.index(0, column).data() for column in range(model.columnCount()))
                return " ".join(str(cell) for cell in cells)

            number = records.calls[0].number
            assert "Deniz" not in shown()
            book = records.desk.program._session.calls.book
            book.add_favourite(Favourite(NumberKind.MOBILE, number, number, "Deniz"))
            assert "Deniz" in shown()

    with centre:
        run_qt(qapp, scenario(), 60)
