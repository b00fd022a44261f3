"""The history fills itself while the window is open: held, taken up, given up, and caught up with at the next start.

What was asked is read from the simulator's request log; what was kept is read by the export without a password.
"""

import asyncio
import csv
import math
import os
import re
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDateEdit

from supervisor_gui.clock import Clock
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.filled_centre import in_its_time, settle
from tests.helpers.past_page import DAY, PastPage, Question, polls_go_by, questions, turkish
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import started

pytestmark = pytest.mark.e2e

FACTOR = 300.0
REACH = 90
"""Days, as the settings have it: last month and the one that runs are among them."""

SIZE = ("--agents", "4", "--queues", "2", "--load", "20", "--limits", f"{FACTOR:g}")
CALL_DAYS = 16
"""Of those the PBX knows calls."""

STILL_POLLS = 5
"""So many answers about the board are as long as some questions about the past would take."""


def _simulator(days: int) -> SimulatorProcess:
    """Calls on so many days; before them the PBX knows of none."""
    return SimulatorProcess(("--seed", "91", "--history-days", str(days), *SIZE), password=PASSWORD)


def _opened(app: QApplication, folder: Path, simulator: SimulatorProcess) -> AbstractAsyncContextManager[Desk]:
    return open_desk(app, folder, simulator=simulator, options=Options(time_factor=FACTOR))


async def _filled(desk: Desk) -> None:
    await until(lambda: desk.program._session, "a session")
    backfill = desk.program._session.history.backfill
    await until(lambda: 0 < backfill.progress.days_wanted == backfill.progress.days_done, "all is there", 120)


async def _asked(control: Control, enough: Callable[[list[Question]], bool]) -> list[Question]:
    """Wait until what was asked is `enough`."""
    async with asyncio.timeout(60):
        while not enough(asked := await questions(control)):
            await asyncio.sleep(0.02)
    return asked


async def _no_more_is_asked(control: Control) -> list[Question]:
    """A question may be on its way; after it none comes for as long as the budget would allow several."""
    await polls_go_by(control, 2)
    before = await questions(control)
    await polls_go_by(control, STILL_POLLS)
    assert await questions(control) == before
    return before


def _lists(asked: list[Question]) -> list[Question]:
    return [one for one in asked if one.wanted]


def _each_once(asked: list[Question], but: date) -> None:
    """No day was asked about twice, and no list; a day that runs may be looked at again."""
    days = [day for one in asked if not one.wanted for day in one.days if day != but]
    lists = [(one.days[0], one.wanted) for one in _lists(asked) if one.days[0] != but]
    assert len(days) == len(set(days))
    assert len(lists) == len(set(lists))
    assert {one.code for one in asked} <= {"", "40"}


def _progress(words: str) -> tuple[int, int, int]:
    """Days done, days wanted and requests left, as the page tells them."""
    days, left = re.search(r"(\d+) / (\d+) gün", words), re.search(r"(\d+) sorgu", words)
    assert days, words
    assert left, words
    return int(days[1]), int(days[2]), int(left[1])


def _choose_days(page: PastPage, first: date, last: date) -> None:
    page.press("Aralık…")
    popup = page.page.range_popup
    for edit, day in zip(popup.findChildren(QDateEdit), (first, last), strict=True):
        edit.setDate(QDate(day.year, day.month, day.day))
    popup.show_button.click()


def test_filling_is_paused_asked_in_between_given_up_and_goes_on_at_the_next_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def first_run(simulator: SimulatorProcess) -> tuple[int, int]:
        async with _opened(qapp, tmp_path, simulator) as desk:
            await desk.data()
            control, page = desk.control, PastPage(desk)
            await _asked(control, lambda asked: bool(_lists(asked)))
            await page.open()
            at_pause, left = await _paused(control, page)
            own = _today(control) - 12 * DAY
            await _own_question_first(control, page, own)
            await _given_up(control, page)
            return at_pause, left

    async def second_run(simulator: SimulatorProcess, at_pause: int, left: int) -> None:
        async with _opened(qapp, tmp_path, simulator) as desk:
            await desk.data()
            await _filled(desk)
            asked = await questions(desk.control)
            _each_once(asked, _today(desk.control))
            assert len([one for one in asked if one.number > at_pause]) == left

    with _simulator(CALL_DAYS) as simulator:
        settle(simulator)
        with in_its_time(simulator):
            told = run_qt(qapp, first_run(simulator), 150)
            run_qt(qapp, second_run(simulator, *told), 150)


def _today(control: Control) -> date:
    return turkish(control.get_now("/clock")["now"])


def _settled(control: Control) -> date:
    """The newest day that nothing can change any more: an hour after its end."""
    return turkish(control.get_now("/clock")["now"] - 3600.0) - DAY


async def _paused(control: Control, page: PastPage) -> tuple[int, int]:
    """Pause when today is known; the number of the last request then, and how many are left as the page tells it."""
    today = _today(control)

    def known(asked: list[Question]) -> bool:
        (looked,) = [one.number for one in asked if not one.wanted and today in one.days] or [10**9]
        return sum(one.number > looked for one in asked) >= 4

    await _asked(control, known)
    await until(lambda: "Geçmiş dolduruluyor" in page.words, "the page tells of the filling")
    going = page.words
    told = re.search(r"(\d+) sorgu kaldı · yaklaşık (\d+) sn", going)
    assert told, going
    assert math.isclose(int(told[1]) * 30.0 / FACTOR, int(told[2]), abs_tol=1.0)
    page.press("Duraklat")
    await until(lambda: "duraklatıldı" in page.words, "the page tells of the pause")
    before = await _no_more_is_asked(control)
    done, wanted, left = _progress(page.words)
    # What the page looks at reaches beyond the days that are over for good.
    assert wanted == REACH + (today - _settled(control)).days
    assert 0 < wanted - done <= CALL_DAYS
    return before[-1].number, left


async def _own_question_first(control: Control, page: PastPage, day: date) -> None:
    """Two days chosen while nothing is asked, and the two before them for the comparison, are the first afterwards."""
    known = await questions(control)
    _choose_days(page, day - DAY, day)
    await until(lambda: f"{day:%d.%m.%Y}" in [row[0] for row in page.cells], "the table of those days")
    assert await questions(control) == known
    page.press("Sürdür")
    wanted = {day - number * DAY for number in range(4)}
    asked = await _asked(control, lambda all_of_them: bool(_beside(all_of_them[len(known) :], wanted)))
    mine = [one.days[0] for one in asked[len(known) :] if one.days[0] in wanted]
    assert {one.days[0] for one in asked[len(known) :][: len(mine)]} == wanted
    assert mine == sorted(mine, reverse=True)


def _beside(asked: list[Question], days: set[date]) -> list[Question]:
    return [one for one in asked if not days & set(one.days)]


async def _given_up(control: Control, page: PastPage) -> None:
    page.press("Vazgeç")
    await until(lambda: "vazgeçildi" in page.words, "the page tells that it is over")
    assert not page.offers("Duraklat")
    await _no_more_is_asked(control)


class Shift:
    """The clock of the simulated world and of whatever is started afterwards, some days after the true one."""

    def __init__(self, folder: Path, control: Control) -> None:
        self.file = folder / "shift"
        self._control = control
        self._days = 0
        self.pass_days(0)

    def now(self) -> float:
        """Epoch seconds."""
        return time.time() + self._days * 86_400.0

    def pass_days(self, days: int) -> None:
        """Let so many days go by."""
        self._control.post_now("/clock", {"advance": days * 86_400.0})
        self._days += days
        self.file.write_text(str(self._days * 86_400.0))


def test_days_that_passed_while_the_program_was_off_or_on_are_filled_by_itself(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _simulator(5) as simulator:
        control = Control(simulator.info.control_url)
        shift = Shift(tmp_path, control)
        monkeypatch.setattr("supervisor_gui.program.Clock", partial(Clock, wall=shift.now))

        async def first_run() -> list[Question]:
            async with _opened(qapp, tmp_path, simulator) as desk:
                await _filled(desk)
                return await questions(control)

        async def second_run(before: list[Question], gap: list[date]) -> None:
            async with _opened(qapp, tmp_path, simulator) as desk:
                await _filled(desk)
                assert await _days_asked(control, before) == gap
                known = await questions(control)
                shift.pass_days(1)
                await _asked(control, lambda asked: len(asked) > len(known))
                await _filled(desk)
                assert await _days_asked(control, known) == [gap[0] + DAY]

        before = run_qt(qapp, first_run(), 150)
        newest = max(day for one in before for day in one.days)
        shift.pass_days(2)
        run_qt(qapp, second_run(before, [newest + 2 * DAY, newest + DAY]), 150)
        asked = asyncio.run(questions(control))
        _each_once(asked, _today(control))
        days = [newest + number * DAY for number in (1, 2, 3)]
        rows = _exported(simulator.info, tmp_path, shift, days)
        assert asyncio.run(questions(control)) == asked
        truths = [control.get_now("/ledger/statistics", day=day.isoformat()) for day in days]
    names = ("incoming", "answered", "noanswer", "abandoned")
    assert [row[:5] for row in rows] == [
        [f"{day:%d.%m.%Y}", *(str(truth[name]) for name in names)] for day, truth in zip(days, truths, strict=True)
    ]
    assert all(truth["incoming"] > 50 for truth in truths)


async def _days_asked(control: Control, before: list[Question]) -> list[date]:
    """The days asked about since, in order; each with its lists."""
    later = (await questions(control))[len(before) :]
    days = [day for one in later if not one.wanted for day in reversed(one.days)]
    assert {one.days[0] for one in _lists(later)} == set(days)
    return days


def _exported(info: SimulatorInfo, folder: Path, shift: Shift, days: list[date]) -> list[list[str]]:
    """The rows of a file about these days, written out of what is kept: the export has no password to ask with."""
    environment = {name: value for name, value in os.environ.items() if name != "NETGSM_PASSWORD"}
    span = ["--from", f"{days[0]:%Y-%m-%d}", "--to", f"{days[-1]:%Y-%m-%d}", "--format", "csv", "--out", str(folder)]
    here = ["--account", info.account, "--data-dir", str(folder / "data"), "--lang", "tr"]
    module = ("-m", "tests.helpers.shifted_start", str(shift.file))
    run = started(folder / "words", ["export", "statistics", *span, *here], environment=environment, module=module)
    with run as export:
        assert export.ended() == 0, export.words
    (file,) = folder.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text, delimiter=";"))[1:-1]
