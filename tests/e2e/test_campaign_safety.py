"""What is asked before a list starts: once, with the figures, and nothing is sent before the answer."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from supervisor_gui.autodial.holidays import holiday_name
from supervisor_gui.autodial.values import BlockedNumber
from supervisor_gui.clock import pbx_day
from supervisor_gui.config import keys
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.options import Options
from supervisor_gui.ui.denied import denied_words
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.list_clerk import ListClerk, list_clerk, moment_of, numbers, press, shift_clock, wire
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

ENGLISH = Options(lang="en")
NAME = "Anket"
SUNDAY = 6
SLOW = 6.0
"""Of a time factor: several seconds between two reports."""


def next_day(fits: Callable[[date], bool]) -> date:
    """The first day from tomorrow on that fits."""
    day = pbx_day(time.time()) + timedelta(days=1)
    while not fits(day):
        day += timedelta(days=1)
    return day


def workday() -> date:
    """A day on which everybody works."""
    return next_day(lambda day: day.weekday() < 5 and not holiday_name(day, "en"))


def sunday() -> date:
    """A Sunday and nothing else."""
    return next_day(lambda day: day.weekday() == SUNDAY and not holiday_name(day, "en"))


def holiday() -> date:
    """A public holiday within a week."""
    return next_day(lambda day: day.weekday() < SUNDAY and bool(holiday_name(day, "en")))


def words(question: ConfirmDialog) -> str:
    """All that a question says."""
    return "\n".join(label.text() for label in question.findChildren(QLabel))


async def asked(clerk: ListClerk, list_id: str, name: str = NAME) -> str:
    """Start a list, say no, start it again, say yes: one question each, one request in all; the question's words."""
    await clerk.choose(name)
    press(clerk.page.header.button)
    question = await until(lambda: clerk.question, "the question")
    told = words(question)
    assert question.no.isDefault()
    press(clerk.page.header.button)
    QTest.keyClick(question, Qt.Key.Key_Return)
    await until(lambda: clerk.question is None, "“Not now” closes it")
    await until(lambda: not clerk.forms._starting, "the answer is taken")
    assert not await clerk.sent("updateliststatus")
    assert not (await clerk.truth(list_id))["active"]
    press(clerk.page.header.button)
    question = await until(lambda: clerk.question, "the question once more")
    assert words(question) == told
    press(question.yes)
    await started(clerk, list_id)
    return told


async def started(clerk: ListClerk, list_id: str) -> None:
    """The PBX has been told once, and nobody is asked any more."""
    await until(lambda: not clerk.forms._starting, "it is started")
    await until(lambda: (one := clerk.shown(NAME)) and one.state.value == "running", "the page says so")
    orders = await clerk.sent("updateliststatus")
    assert [(str(one["list_id"]), one["data"]) for one in orders] == [(list_id, {"status": "1"})]
    assert clerk.question is None


def test_a_list_that_nothing_speaks_against_starts_without_a_question(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 500))
            await clerk.choose(NAME)
            press(clerk.page.header.button)
            await started(clerk, list_id)

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ((workday, 8), "It is 08:00 now. Lists start without a question between 09:00 and 20:00."),
        ((workday, 20), "It is 20:00 now."),
        ((sunday, 10), "Today is a Sunday."),
        ((holiday, 10), "Today is a public holiday: "),
    ],
)
def test_hours_sundays_and_holidays_are_asked_about_once(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: tuple[Callable[[], date], int],
    told: str,
) -> None:
    when, hour = moment[0](), moment[1]
    shift_clock(monkeypatch, moment_of(when, hour))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            list_id = await clerk.make(NAME, when, numbers(0, 5))
            said = await asked(clerk, list_id)
            assert told in said
            assert said.count("•") == 1

    run_qt(qapp, scenario(), 60)


def test_other_hours_in_the_settings_are_the_ones_that_count(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            clerk.desk.program._settings.set(keys.CALLS_FROM, "11:00")
            clerk.desk.program._settings.set(keys.CALLS_UNTIL, "17:30")
            list_id = await clerk.make(NAME, day, numbers(0, 5))
            said = await asked(clerk, list_id)
            assert "It is 10:00 now. Lists start without a question between 11:00 and 17:30." in said
            assert "It calls every day from 09:00 to 18:00; the settings allow calls from 11:00 to 17:30." in said

    run_qt(qapp, scenario(), 60)


def test_an_empty_department_many_numbers_and_unwanted_ones_are_one_question_with_the_figures(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            queue = await clerk.queue()
            board = clerk.desk.board
            for agent in board.agents.values():
                await clerk.desk.control.post("/model", {"phone": {"exten": agent.extension, "state": "offline"}})
            await until(
                lambda: all(agent.status is AgentStatus.OFFLINE for agent in clerk.desk.board.agents.values()),
                "all left",
            )
            blocked = tuple(BlockedNumber(wire(place), f"0{wire(place)}", 0.0) for place in range(3))
            await clerk.session.dialling.archive.block(blocked)
            list_id = await clerk.make(NAME, day, numbers(0, 1200))
            said = await asked(clerk, list_id)
            assert f"Nobody is logged in to its department {queue}: nobody can take the calls." in said
            assert "It will call 1,200 numbers; the settings ask above 500." in said
            assert "3 numbers in it are on the do-not-call list." in said
            assert said.count("•") == 3

    run_qt(qapp, scenario(), 60)


def test_a_number_that_nobody_may_call_any_more_is_asked_about_before_the_next_report(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH, factor=SLOW) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 5))
            await clerk.choose(NAME)
            clerk.desk.shell.wished.emit("do_not_call")
            dialog = await until(lambda: clerk.do_not_call, "the do-not-call list")
            QTest.keyClicks(dialog.number.line, wire(3))
            QTest.keyClick(dialog.number.line, Qt.Key.Key_Return)
            await until(lambda: dialog.table.blocked_model.total == 1, "it stands there")
            dialog.close()
            await until(lambda: any(row.blocked for row in clerk.page.numbers.rows), "the page knows", 3)
            assert "1 number in it is on the do-not-call list." in await asked(clerk, list_id)

    run_qt(qapp, scenario(), 60)


def test_removing_and_changing_send_the_lists_and_the_numbers_own_ids(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            await clerk.make("Başka", day, numbers(0, 5))
            list_id = await clerk.make(NAME, day, numbers(0, 5))
            await clerk.choose(NAME)
            table = clerk.page.numbers.table
            await until(lambda: len(clerk.page.numbers.rows) == 5, "its numbers")
            table.setFocus()
            table.go_to_first()
            row = clerk.page.numbers.rows[0]
            true = next(one for one in (await clerk.truth(list_id))["numbers"] if one["number"] in row.number)
            QTest.keyClick(table, Qt.Key.Key_Delete)
            await until(lambda: len(clerk.page.numbers.rows) == 4, "it is out of the list")
            (order,) = await clerk.sent("deletenumber")
            assert str(order["list_id"]) == list_id
            assert str(true["id"]) in str(order)
            left = (await clerk.truth(list_id))["numbers"]
            assert true["id"] not in {one["id"] for one in left}
            assert len(left) == 4
            assert clerk.question is None

    run_qt(qapp, scenario(), 60)


DENIED = "may not"


@pytest.fixture
def seat_without_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """A seat that may look at lists only, and sees no number."""
    policy = Policy(denied=("campaigns",), mask_numbers=True)
    for module in ("program", "app", "preferences"):
        monkeypatch.setattr(f"supervisor_gui.{module}.policy_of", lambda _settings: policy)


@pytest.mark.usefixtures("seat_without_lists")
def test_a_seat_without_the_right_is_refused_in_words_on_every_way(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = workday()
    shift_clock(monkeypatch, moment_of(day, 10))

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 5))
            await clerk.order("updateliststatus", list_id=list_id, data={"status": "1"})
            orders = len(await clerk.sent("updateliststatus"))
            shown = await clerk.choose(NAME)
            page, forms, desk = clerk.page, clerk.forms, clerk.desk
            strip = desk.program.pages.list_signs.strip
            await until(lambda: DENIED in strip.stop.toolTip(), "the list that runs, at the foot of the board")
            for button in (page.new, page.header.button, page.numbers.bar.add, page.numbers.bar.retry, strip.stop):
                assert not button.isEnabled()
                assert DENIED in button.toolTip(), button.accessibleName()
            # What is not greyed, keys above all, is refused when it comes.
            QTest.keyClick(page.table, Qt.Key.Key_Space)
            QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            table = page.numbers.table
            await until(lambda: len(page.numbers.rows) == 5, "its numbers")
            table.setFocus()
            table.go_to_first()
            for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_F2):
                clerk.lines.clear()
                QTest.keyClick(table, key)
                assert any(DENIED in line for line in clerk.lines), key
            for way in (
                forms.make,
                lambda: forms.add(list_id),
                lambda: forms.retry(list_id),
                lambda: forms.start(list_id),
            ):
                clerk.lines.clear()
                way()
                assert clerk.lines == [denied_words()]
            clerk.session.dialling.lists.stop_list(list_id)
            await until(lambda: DENIED in clerk.toasts, "the stop is refused in words")
            assert shown.id == list_id
            assert clerk.form is None
            assert clerk.numbers_dialog is None
            assert len(await clerk.sent("updateliststatus")) == orders
            assert not await clerk.sent("deletenumber")
            assert not await clerk.sent("updatenumber")
            desk.shell.wished.emit("do_not_call")
            dialog = await until(lambda: clerk.do_not_call, "the do-not-call list")
            for button in (dialog.add, dialog.take_in, dialog.remove):
                assert not button.isEnabled()

    run_qt(qapp, scenario(), 60)
