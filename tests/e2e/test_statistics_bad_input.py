"""Whatever the PBX answers about the past: each answer has its outcome, in the window and for the export command.

A scripted service answers about the past while a simulator answers for the board. Every question is counted with its
instant, so that asking in a loop is seen.
"""

import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDateEdit

from supervisor_gui.config import keys
from supervisor_gui.live.status import Link
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.options import Options
from supervisor_gui.reports.request import Preset
from tests.helpers.bad_past import (
    FACTOR,
    LONG_AGO,
    PAGE,
    RETRY,
    UNTIL_THE_USER_ACTS,
    WAITED_FOR,
    CountedPbx,
    always,
    monday_of,
    refused,
    today,
    told_oddly,
)
from tests.helpers.desk import Desk, open_desk
from tests.helpers.past_page import DAY, TURKEY, PastPage
from tests.helpers.qt_async import run_qt, until
from tests.history.backfilling import Answering, Asked, Body, block, usual, xml

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

FIGURES = 11
"""Columns behind the day; a note may follow them."""

STILL = ("--seed", "7", "--agents", "4", "--queues", "2", "--load", "0", "--limits", "off")


@asynccontextmanager
async def _opened(app: QApplication, folder: Path, pbx: CountedPbx) -> AsyncIterator[PastPage]:
    """The statistics page of a window that asks `pbx` only for what is looked at, and compares with nothing."""
    options = Options(time_factor=FACTOR, api_url=pbx.server.url)
    async with open_desk(app, folder, simulate=STILL, options=options) as desk:
        await desk.data()
        desk.program._settings.set(keys.REACH_DAYS, 0)
        page = PastPage(desk)
        await page.open()
        if page.page.presets.compare.isChecked():
            page.page.presets.compare.click()
        yield page


def _look_at(page: PastPage, first: date, last: date) -> None:
    page.page.presets.range_wanted.emit()
    popup = page.page.range_popup
    for edit, day in zip(popup.findChildren(QDateEdit), (first, last), strict=True):
        edit.setDate(QDate(day.year, day.month, day.day))
    popup.show_button.click()


def _row(page: PastPage, day: date) -> list[str]:
    """The figures of a day as the table shows them; nothing when it does not show the day."""
    return next((row[1:] for row in page.cells if row[0] == f"{day:%d.%m.%Y}"), [])


def _calls(page: PastPage, day: date) -> list[str]:
    """Incoming, answered, unanswered and abandoned calls of a day."""
    return _row(page, day)[:4]


async def _filled_with(page: PastPage, first: date, last: date, day: date, calls: list[str]) -> None:
    """Look at some days until one of them has these calls and nothing more is asked."""
    _look_at(page, first, last)
    await until(lambda: _calls(page, day) == calls, f"the calls of {day}")
    await until(lambda: not page.page.progress.history.isVisible(), "nothing more is asked", 40)


def _speak(desk: Desk, language: str) -> None:
    desk.program._settings.set(keys.LANGUAGE, language)


def _more(page: PastPage) -> str:
    """What the tooltip adds to the line about the history, as plain text."""
    return str(page.page.progress.history.words.toolTip())


async def _is_told(page: PastPage, error: PbxError) -> None:
    """The failure stands on the page in both languages, and what to do about it in its tooltip."""
    told = set()
    for language in ("en", "tr"):
        _speak(page.desk, language)
        words = explain(error)
        await until(lambda words=words: words.title in page.words, f"{error} is told in {language}: {page.words}")
        first = words.todo.split("'")[0].split("“")[0]
        assert first
        assert first in _more(page)
        told.add(words.title)
    assert len(told) == 2


def _enough(error: PbxError) -> int:
    """Questions after which two waits have passed; a connection that was cut is tried anew at once."""
    return 5 if isinstance(error, NoAnswer) and error.reason == "cut" else 3


def _backs_off(instants: list[float]) -> None:
    """The questions took longer than the budget asks for."""
    assert instants[-1] - instants[0] >= 0.9 * (RETRY + 2 * RETRY)


def test_what_may_pass_is_told_waited_for_and_asked_less_and_less(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            kept = today() - LONG_AGO * DAY
            await _filled_with(page, kept, kept, kept, ["4", "2", "1", "1"])
            await until(lambda: "–" not in _row(page, kept)[:FIGURES], "its lists are counted")
            old = _row(page, kept)[:FIGURES]
            # When the board's answers come again, after a stop of this computer, what waits is tried at once.
            troubles: list[float] = []
            page.desk.program._session.poller.subscribe_status(
                lambda status: troubles.append(time.monotonic()) if status.link is not Link.OK else None
            )
            for number, (name, (reply, error)) in enumerate(WAITED_FOR.items(), 1):
                day = kept - number * DAY
                before_it = len(troubles)
                pbx.reply = reply
                before, enough = len(pbx.asked), _enough(error)
                _look_at(page, day, kept)
                await _is_told(page, error)
                await until(lambda enough=before + enough: len(pbx.asked) >= enough, f"{name}: asked again")
                if not isinstance(error, LimitReached) and len(troubles) == before_it:
                    _backs_off(pbx.instants[before : before + enough])
                assert {str(asked) for asked in pbx.asked[before:]} == {f"days {day:%d.%m}"}
                assert _row(page, kept)[:FIGURES] == old, f"{name}: what is kept stays"
                assert set(_calls(page, day)) == {"–"}
                pbx.reply = usual
                await until(lambda day=day: _calls(page, day) == ["4", "2", "1", "1"], f"{name}: it comes")
                await until(lambda: not page.page.progress.history.isVisible(), f"{name}: told no longer")
            assert len(pbx.asked) < 12 * len(WAITED_FOR)

    run_qt(qapp, scenario(), 180)


def test_what_is_refused_is_told_and_asked_again_when_the_user_says_so(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            kept = today() - LONG_AGO * DAY
            await _filled_with(page, kept, kept, kept, ["4", "2", "1", "1"])
            for number, (name, (reply, error)) in enumerate(UNTIL_THE_USER_ACTS.items(), 1):
                day = kept - number * DAY
                pbx.reply = reply
                before = len(pbx.asked)
                _look_at(page, day, kept)
                await _is_told(page, error)
                _speak(page.desk, "en")
                await until(lambda: page.offers("Try again"), f"{name}: the way on is offered")
                _look_at(page, kept, kept)
                await until(lambda: len(page.cells) == 1, "the page is usable")
                _look_at(page, day, kept)
                await until(lambda day=day: set(_calls(page, day)) == {"–"}, "the day that is not there")
                assert len(pbx.asked) == before + 1, f"{name}: asked once"
                page.press("Try again")
                await until(lambda before=before: len(pbx.asked) == before + 2, f"{name}: asked once more")
                pbx.reply = usual
                await until(lambda: page.offers("Try again"), f"{name}: the way on is offered again")
                await page.press_until(
                    "Try again", lambda day=day: _calls(page, day) == ["4", "2", "1", "1"], f"{name}: it comes"
                )
                await until(lambda: not page.page.progress.history.isVisible(), f"{name}: told no longer")

    run_qt(qapp, scenario(), 180)


def test_days_missing_repeated_and_out_of_order_are_read_in_both_layouts(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            for weeks, repeats in enumerate(("statistics", "info")):
                monday = monday_of(today() - (LONG_AGO + 7 * weeks) * DAY)
                calls = {monday: (9, 6, 2, 1), monday + DAY: (4, 2, 1, 1), monday + 4 * DAY: (5, 5, 0, 0)}
                pbx.reply = told_oddly(calls, repeats=repeats)
                before = len(pbx.asked)
                await _filled_with(page, monday, monday + 6 * DAY, monday, ["9", "6", "2", "1"])
                for number in range(7):
                    day = monday + number * DAY
                    assert _calls(page, day) == [str(count) for count in calls.get(day, (0, 0, 0, 0))]
                assert [row[0] for row in page.cells] == [f"{monday + number * DAY:%d.%m.%Y}" for number in range(7)]
                assert _row(page, monday)[10] == "01:15", "told in the second part"
                asked = [str(one) for one in pbx.asked[before:] if one.kind != "records"]
                assert len(asked) == len(set(asked))
                assert asked[0] == f"days {monday:%d.%m}–{monday + 6 * DAY:%d.%m}"
                assert len(asked) == 1 + 3 + 3 + 1, "no list is asked for where there is no call"

    run_qt(qapp, scenario(), 120)


def test_no_calls_is_an_answer_of_empty_days(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            for weeks, said in enumerate((refused("40"), "40", "<xml><main>40</main></xml>")):
                day = monday_of(today() - (LONG_AGO + 7 * weeks) * DAY) + 2 * DAY
                pbx.reply = always(said)
                before = len(pbx.asked)
                await _filled_with(page, day - DAY, day, day, ["0", "0", "0", "0"])
                assert _calls(page, day - DAY) == ["0", "0", "0", "0"]
                assert set(_row(page, day)[5:]) == {"–"}, "no share and no mean of nothing"
                asked = [str(one) for one in pbx.asked[before:] if one.kind != "records"]
                assert asked == [f"days {day - DAY:%d.%m}–{day:%d.%m}"]

    run_qt(qapp, scenario(), 120)


def test_a_span_that_is_too_long_is_made_smaller(qapp: QApplication, tmp_path: Path) -> None:
    def reply(asked: Asked) -> Body:
        if len(asked.days) > 3:
            return refused("60")
        return "50" if len(asked.days) > 1 else usual(asked)

    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            monday = monday_of(today() - LONG_AGO * DAY)
            before = len(pbx.asked)
            pbx.reply = reply
            await _filled_with(page, monday, monday + 6 * DAY, monday, ["4", "2", "1", "1"])
            assert {tuple(_calls(page, monday + number * DAY)) for number in range(7)} == {("4", "2", "1", "1")}
            spans = [len(asked.days) for asked in pbx.asked[before:] if asked.kind == "days"]
            assert spans == [7, 3, *[1] * 7]

    run_qt(qapp, scenario(), 120)


def test_figures_in_the_place_of_lists_are_taken_and_records_that_are_refused_stop_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    """Figures have a right of their own: an account without that to call records has its days all the same."""

    async def scenario() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            day = today() - LONG_AGO * DAY
            for number, said in enumerate(('{"code":"40","error":"yok"}', '{"code":"331","error":"Yetki yok"}')):
                day -= number * DAY
                pbx.reply = _no_lists(said)
                before = len(pbx.asked)
                _look_at(page, day, day)
                await until(
                    lambda before=before, day=day: _about(pbx, before, day) >= 5, "figures, three lists, records"
                )
                await until(lambda day=day: _calls(page, day) == ["4", "2", "1", "1"], "its figures are shown")
                await until(lambda: "Santral 1 günün çağrı listesini vermiyor" in page.words, "what lacks is told")
                assert _row(page, day)[5] == "–", "no service level without lists"
            await _is_told(page, BadCredentials("records", "not_enabled", code="331"))
            before = len(pbx.asked)
            _look_at(page, day - DAY, day)
            await until(lambda: _calls(page, day - DAY) == ["4", "2", "1", "1"], "it goes on")
            await until(lambda: _about(pbx, before, day - DAY) >= 4, "its figures and three lists")
            assert [asked for asked in pbx.asked[before:] if asked.kind == "records"] == []

    run_qt(qapp, scenario(), 120)


def _no_lists(records: str) -> Answering:
    """The day's figures wherever a list is asked for, and the same answer about records."""

    def reply(asked: Asked) -> Body:
        return records if asked.kind == "records" else xml(*(block(day) for day in asked.days))

    return reply


def _about(pbx: CountedPbx, before: int, day: date) -> int:
    """How many questions about a day came after the first `before` questions."""
    return sum(day in asked.days for asked in pbx.asked[before:])


def test_old_figures_stay_with_their_age_and_can_be_exported(qapp: QApplication, tmp_path: Path) -> None:
    async def good() -> None:
        pbx = CountedPbx()
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            page.page.presets.buttons[Preset.TODAY].click()
            await until(lambda: _calls(page, today()) == ["4", "2", "1", "1"], "today")
            await until(lambda: not page.page.progress.history.isVisible(), "its lists")

    async def bad(asked_at: float) -> None:
        pbx = CountedPbx()
        pbx.reply = always(PAGE)
        async with pbx.server, _opened(qapp, tmp_path, pbx) as page:
            page.desk.program._settings.set(keys.EXPORT_FOLDER, str(tmp_path))
            page.page.presets.buttons[Preset.TODAY].click()
            await until(lambda: _calls(page, today()) == ["4", "2", "1", "1"], "the copy")
            error = BadAnswer("statistics_of_day", "html")
            await until(lambda: explain(error).title in page.words, "what is wrong")
            moment = datetime.fromtimestamp(asked_at, TURKEY)
            await until(lambda: f"{moment:%H:%M} itibarıyla" in page.words, "the age of the figures")
            page.page.export.choices["csv"].trigger()
            await until(lambda: list(tmp_path.glob("*.csv")), "a file of what is shown")
            pbx.reply = lambda asked: xml(block(asked.days[0], 7, 7, 0, 0)) if asked.kind == "days" else usual(asked)
            await until(lambda: _calls(page, today())[:2] == ["7", "7"], "the newer figures")
            await until(lambda: explain(error).title not in page.words, "told no longer")

    run_qt(qapp, good(), 60)
    run_qt(qapp, bad(_grown_old(tmp_path / "data")), 60)


def _grown_old(data: Path) -> float:
    """Let the figures of the day that runs be an answer of half an hour ago; epoch seconds of that."""
    (file,) = data.rglob("history*.sqlite")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE statistics_days SET asked_at = asked_at - 1800 WHERE NOT final")
        connection.execute("UPDATE statistics_lists SET asked_at = asked_at - 1800 WHERE NOT final")
        ((asked_at,),) = connection.execute("SELECT max(asked_at) FROM statistics_days WHERE NOT final")
    return float(asked_at)
