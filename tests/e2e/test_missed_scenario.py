"""Everyone we lost is called back, by keys alone: presses are counted, and the PBX tells whom it was asked to call."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDateEdit

from supervisor_gui.config import Profile, keys
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.span_bar import Span
from supervisor_gui.ui.missed.state_bar import Part
from tests.helpers.call_desk import COLLEAGUE, CTRL, MINE
from tests.helpers.desk import PASSWORD, open_desk, type_text
from tests.helpers.filled_centre import click
from tests.helpers.lost_callers import PAGE_KEY, choose_from_menu, kept_rows, lose, lost_desk, press_menu_key
from tests.helpers.past import small_centre
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import run_qt, until
from tests.helpers.recount import midnight, turkish

pytestmark = pytest.mark.e2e

FIRST, SECOND, THIRD = "5550000011", "5550000012", "5550000013"
DIALLED = "5550009900"
"""Whom a telephone of the simulated world calls by itself."""

OTHER_ACCOUNT = "3121110000"
TARGET = 1
"""Presses to the list; then one for each caller."""


def test_who_changes_the_profile_is_told_of_a_missing_extension_in_that_one_alone(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=Options(page="missed")) as desk:
            await desk.data()
            program, to, page = desk.program, desk.info, desk.shell.window.stack.currentWidget()
            assert isinstance(page, MissedPage)
            first = program._session.profile
            agent = Profile(
                name="Agent", account=to.account, pbx_url=to.pbx_url, api_url=to.api_url, plain_http_agreed=True
            )
            program._settings.put(agent)

            async def change_to(profile: Profile) -> bool:
                await program._begin(await program._entrance.ticket(profile))
                await until(lambda: program.pages._settled, "the past can be asked for")
                return bool(page.hint.isVisible())

            assert await change_to(agent)
            program._settings.set(keys.CALL_EXTENSION, MINE)
            assert not page.hint.isVisible()
            assert await change_to(first)
            assert not await change_to(agent)

    run_qt(qapp, scenario(), 60)


def test_everybody_is_called_back_by_one_press_to_the_list_and_one_a_caller(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND, THIRD) as lost:
            assert lost.tray.startswith("3 kişi geri aranacak")
            await lost.open(3)
            assert lost.desk.presses == TARGET
            assert lost.numbers == [FIRST, SECOND, THIRD]
            assert lost.chosen == FIRST, "who has waited longest"
            for done, number in enumerate((FIRST, SECOND, THIRD), 1):
                assert lost.chosen == number
                lost.desk.press(Qt.Key.Key_Return)
                assert await lost.called(done) == [FIRST, SECOND, THIRD][:done]
                await lost.calls.connect()
                await until(lambda: number not in lost.numbers, "who was reached leaves")  # noqa: B023
                await lost.counts(3 - done)
                await lost.customer_hangs_up()
            assert lost.desk.presses == TARGET + 3
            assert lost.page.table.accessibleDescription() == "Herkese geri dönüldü."
            (sent, *_) = await lost.desk.control.requests("originate")
            assert sent["params"]["internal_num"] == MINE

    run_qt(qapp, scenario(), 60)


def test_enter_during_a_call_calls_nobody_and_says_how_to_end_it(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            await lost.open(2)
            for _ in range(2):
                lost.desk.press(Qt.Key.Key_Return)
            assert lost.calls.line.startswith("Kimse aranmadı: "), "it has only been ordered"
            assert await lost.called(1) == [FIRST]
            await lost.calls.connect()
            await until(lambda: lost.chosen == SECOND, "who was reached leaves")
            lost.page.table._guard.stop()
            lost.desk.press(Qt.Key.Key_Return)
            assert "Ctrl+K" in lost.calls.line
            lost.desk.press(Qt.Key.Key_K, CTRL)
            await until(lambda: lost.calls.own is None, "the own call is over")
            lost.desk.press(Qt.Key.Key_Return)
            assert await lost.called(2) == [FIRST, SECOND]

    run_qt(qapp, scenario(), 60)


def test_who_is_reached_leaves_at_the_event_and_is_told_with_who_reached_them(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            await lost.open(2)
            await lost.settled()
            lost.desk.press(Qt.Key.Key_Return)
            await lost.called(1)
            asked = await lost.asked_for_records()
            await until(lambda: "Çağrı sürüyor" in lost.rows[0].state, "the call is told")
            assert lost.numbers == [FIRST, SECOND], "who is only called has not been reached"
            await lost.calls.connect()
            await until(lambda: lost.numbers == [SECOND], "gone while they talk")
            assert await lost.asked_for_records() == asked
            click(lost.desk, lost.page.states.pills.button(Part.CLOSED))
            await lost.customer_hangs_up()
            await until(lambda: lost.rows[0].state.split(" · ")[:2] == ["Ulaşıldı", MINE], "by whom")
            assert lost.numbers == [FIRST]

    run_qt(qapp, scenario(), 60)


def test_who_calls_again_and_is_answered_leaves_as_that(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            await lost.open(2)
            await lost.settled()
            asked = await lost.asked_for_records()
            queue = next(iter(lost.desk.board.queues))
            await lost.calls.model(arrive={"queue": queue, "number": f"0{FIRST}"})
            call = await lost.calls.truth()
            assert lost.numbers == [FIRST, SECOND], "who rings has not been answered"
            await lost.calls.model(answer={"call": call["id"]})
            await until(lambda: lost.numbers == [SECOND], "answered")
            await lost.counts(1)
            assert await lost.asked_for_records() == asked
            assert not await lost.desk.control.requests("originate")
            click(lost.desk, lost.page.states.pills.button(Part.CLOSED))
            # The window is told of calls four times a second, of who has been answered at once.
            await until(lambda: [row.state for row in lost.rows] == ["Çağrı sürüyor"], "the call is told")
            await lost.calls.model(end={"call": call["id"]})
            await until(lambda: lost.rows[0].state.startswith("Yeniden aradı · "), "how it was closed")
            await lose(lost.desk.control, SECOND)
            await lose(lost.desk.control, THIRD)
            await lost.counts(2)
            click(lost.desk, lost.page.states.pills.button(Part.WAITING))
            await until(lambda: lost.numbers == [SECOND, THIRD], "both")
            assert [row.misses for row in lost.rows] == [2, 1]

    run_qt(qapp, scenario(), 60)


def test_without_events_who_was_reached_leaves_with_the_next_poll_of_the_records(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, DIALLED, SECOND, events=False) as lost:
            await lost.open(2)
            await lost.settled()
            await lost.calls.model(phone={"exten": COLLEAGUE, "state": "talking"})
            await lost.desk.control.post("/clock", {"advance": 20})
            call = await lost.calls.truth()
            assert (call["number"], call["answered"] is not None) == (f"0{DIALLED}", True)
            await lost.calls.model(end={"call": call["id"]})
            asked = await lost.asked_for_records()
            assert lost.numbers == [DIALLED, SECOND], "nobody has told yet"
            lost.time.ahead += 61
            await until(lambda: lost.numbers == [SECOND], "the record tells")
            assert await lost.asked_for_records() == asked + 1
            await lost.counts(1)

    run_qt(qapp, scenario(), 60)


def test_without_events_enter_tells_by_its_answer_that_somebody_was_reached(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND, events=False) as lost:
            await lost.open(2)
            await lost.settled()
            lost.desk.press(Qt.Key.Key_Return)
            asked = await lost.asked_for_records()
            for legs in (1, 2):
                await lost.calls.model(answer={"call": await lost.calls.rung(legs)})
            assert await lost.called(1) == [FIRST]
            await until(lambda: lost.numbers == [SECOND], "the answer tells")
            assert await lost.asked_for_records() == asked

    run_qt(qapp, scenario(), 60)


def test_notes_setting_aside_and_taking_back_need_no_mouse_and_stay(qapp: QApplication, tmp_path: Path) -> None:
    async def first() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            desk = lost.desk
            await lost.open(2)
            desk.press(Qt.Key.Key_F2)
            type_text(desk.focus(), "yarın 10'da ara")
            desk.press(Qt.Key.Key_Return)
            await until(lambda: lost.rows[0].note == "yarın 10'da ara", "the note")
            assert not await desk.control.requests("originate"), "that Enter kept the note"
            desk.press(Qt.Key.Key_F2)
            type_text(desk.focus(), "anything else")
            desk.press(Qt.Key.Key_Escape)
            assert lost.rows[0].note == "yarın 10'da ara"
            desk.press(Qt.Key.Key_Down)
            desk.press(Qt.Key.Key_X)
            await until(lambda: lost.numbers == [FIRST], "set aside")
            await lost.counts(1)
            for key in (Qt.Key.Key_Up, Qt.Key.Key_X):
                desk.press(key)
            await lost.counts(0)
            button = lost.page.states.pills.button(Part.CLOSED)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            desk.press(Qt.Key.Key_Space)
            assert set(lost.numbers) == {FIRST, SECOND}
            lost.page.table.setFocus(Qt.FocusReason.TabFocusReason)
            lost.page.table.choose(FIRST)
            desk.press(Qt.Key.Key_X)
            await until(lambda: lost.numbers == [SECOND], "taken back")
            await lost.counts(1)

    run_qt(qapp, first(), 60)
    notes = {row[0]: row[1:] for row in _notes(tmp_path)}
    assert notes[FIRST] == ("yarın 10'da ara", 0)
    assert notes[SECOND][1] > 0


def test_the_key_of_files_writes_the_callers_that_are_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            lost.calls.use(EXPORT_FOLDER=str(tmp_path))
            await lost.open(2)
            lost.page.set_export_format("csv")
            lost.desk.press(Qt.Key.Key_X)
            await until(lambda: lost.numbers == [SECOND], "set aside")
            for part, there, gone in ((Part.WAITING, SECOND, FIRST), (Part.CLOSED, FIRST, SECOND)):
                click(lost.desk, lost.page.states.pills.button(part))
                lost.page.table.setFocus(Qt.FocusReason.TabFocusReason)
                before = _files(tmp_path)
                lost.desk.press(Qt.Key.Key_S, CTRL)
                (file,) = await until(lambda: _files(tmp_path) - before, "the file")  # noqa: B023
                await until(lambda: not lost.desk.program.pages.missed.exports._files.busy, "it is whole")
                text = file.read_text("utf-8-sig")
                assert there in text
                assert gone not in text

    run_qt(qapp, scenario(), 60)


def test_who_is_looked_for_is_called_and_is_alone_in_the_file(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND, THIRD) as lost:
            desk = lost.desk
            lost.calls.use(EXPORT_FOLDER=str(tmp_path))
            await lost.open(3)
            lost.page.set_export_format("csv")
            desk.press(Qt.Key.Key_Slash)
            type_text(desk.focus(), SECOND[-4:])
            assert lost.numbers == [SECOND]
            desk.press(Qt.Key.Key_S, CTRL)
            (file,) = await until(lambda: _files(tmp_path), "the file")
            await until(lambda: not desk.program.pages.missed.exports._files.busy, "it is whole")
            text = file.read_text("utf-8-sig")
            assert SECOND in text
            assert FIRST not in text
            assert THIRD not in text
            for _ in range(2):
                desk.press(Qt.Key.Key_Return)
            assert await lost.called(1) == [SECOND]

    run_qt(qapp, scenario(), 60)


def _files(folder: Path) -> set[Path]:
    return set(folder.glob("*.csv"))


def _notes(folder: Path) -> list[tuple[str, str, float]]:
    return kept_rows(DataPaths(folder / "data"), "SELECT tail, text, set_aside FROM caller_notes")


def test_a_seat_that_sees_two_digits_calls_whole_numbers_and_unmasking_is_noted(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            lost.calls.use(MASK_NUMBERS=True)
            await lost.open(2)
            assert [row.number for row in lost.rows] == ["•••11", "•••12"]
            seen = lost.page.bar.label.text() + lost.page.table.accessibleName()
            assert "000" not in seen
            press_menu_key(lost.desk)
            choose_from_menu("Numaranın tamamını göster")
            await until(lambda: lost.rows[0].number == f"0{FIRST}", "the whole number")
            assert lost.rows[1].number == "•••12"
            await lost.calls.keyboard_back()
            lost.desk.press(Qt.Key.Key_Return)
            assert await lost.called(1) == [FIRST]
            await lost.calls.connect()
            await until(lambda: lost.numbers == [SECOND], "reached")
            assert lost.rows[0].number == "•••12"

    run_qt(qapp, scenario(), 60)
    rows = kept_rows(DataPaths(tmp_path / "data"), "SELECT detail, outcome, who FROM audit WHERE action = 'unmask'")
    assert [(detail, outcome) for detail, outcome, _ in rows] == [("•••11", "done")]
    assert rows[0][2]


def test_another_account_shows_nobody_of_the_one_before(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(second: SimulatorProcess) -> None:
        async with lost_desk(qapp, tmp_path, FIRST, SECOND) as lost:
            program = lost.desk.program
            await lost.open(2)
            page = lost.page
            lost.desk.press(Qt.Key.Key_F2)
            type_text(lost.desk.focus(), "yarın ara")
            lost.desk.press(Qt.Key.Key_Return)
            await until(lambda: lost.rows[0].note, "the note")
            await program._finish_session()
            assert _shown(page) == ([], "Kimse seçili değil")
            assert lost.badge == 0
            assert "kişi" not in lost.tray
            to = second.info
            other = Profile(
                name="Other", account=OTHER_ACCOUNT, pbx_url=to.pbx_url, api_url=to.api_url, plain_http_agreed=True
            )
            program._settings.put(other)
            await program._begin(await program._entrance.ticket(other))
            await until(lambda: program._session.kept.missed.view.as_of > 0, "the other account's records", 30)
            assert _shown(page)[0] == []
            await lost.counts(0)

    with SimulatorProcess((*STILL, "--account", OTHER_ACCOUNT), password=PASSWORD) as second:
        run_qt(qapp, scenario(second), 60)


def _shown(page: MissedPage) -> tuple[list[str], str]:
    return [row.key for row in page.table.callers_model.rows], page.bar.label.text()


def test_any_span_of_days_is_shown_and_nothing_of_other_days(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(
            qapp, tmp_path, simulate=small_centre(seed=11, days=4), options=Options(time_factor=300.0)
        ) as desk:
            await desk.data()
            desk.press(PAGE_KEY, CTRL)
            page = desk.shell.window.stack.currentWidget()
            kept = desk.program._session.kept
            today = turkish((await desk.control.get("/clock"))["now"]).date()
            page.states.pills.button(Part.ALL).click()

            def days() -> set[object]:
                return {turkish(row.last).date() for row in page.table.callers_model.rows}

            span = [today - timedelta(days=back) for back in range(4)]
            await until(lambda: set(span[1:]) <= days(), "the last days", 60)
            page.spans.buttons[Span.TODAY].setFocus()
            desk.press(Qt.Key.Key_Space)
            await until(lambda: kept.missed.counted and kept.missed.days == 1, "today alone")
            await until(lambda: days() <= {today}, "nothing of other days")
            popup = page.spans.popup
            page.spans.buttons[Span.OTHER].click()
            for edit, day in zip(popup.findChildren(QDateEdit), (span[3], span[2]), strict=True):
                edit.setDate(day)
            popup.show_button.click()
            await until(lambda: days() == {span[3], span[2]}, "two days")
            since = midnight(span[3]).timestamp()
            assert all(row.first >= since for row in page.table.callers_model.rows)
            page.spans.buttons[Span.WEEK].click()
            await until(lambda: set(span[1:]) <= days(), "the week again")
            waiting = [row for row in page.table.callers_model.rows if row.waits]
            assert [row.first for row in waiting] == sorted(row.first for row in waiting)

    run_qt(qapp, scenario(), 90)
