"""Whatever the PBX answers instead of call records: told in words, kept what is kept, and never asked in a loop.

A scripted service answers about records while a simulator answers for the board. Every question is counted with its
instant. What odd records themselves come to is `test_records_bad_input`'s.
"""

import asyncio
import os
import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.live.status import Link
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from tests.helpers.bad_past import PAGE, RETRY, always, today
from tests.helpers.bad_records import (
    RecordsPage,
    RecordsPbx,
    ToldLeg,
    as_json,
    at,
    plain_day,
    records_opened,
)
from tests.helpers.past_page import DAY, PastPage, polls_go_by
from tests.helpers.qt_async import run_qt, until
from tests.history.backfilling import Answering, Asked, Body, usual

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

BACK = 40
"""A day of which nobody asks by himself."""

CALLS = 3
"""Of each whole day."""

HUGE = b'[{"uniqueid":"1.1","values":[' + b" " * 64 * 2**20 + b"]}]"

WHOLE = as_json([("1.1", [ToldLeg(at(today(), "00:00:00"), "05550000001", "101")])])


def _unreadable(asked: Asked) -> Body:
    return f'[{{"uniqueid":"1.1","values":[{{"date":"dün","source":"1","destination":"2"}}]}}, "{asked}"]'


def _json(code: str) -> str:
    return f'{{"code":"{code}","error":"hata"}}'


WAITED_FOR: dict[str, tuple[Answering, PbxError]] = {
    "hang up": (always(None), NoAnswer("records", "cut")),
    "html": (always(PAGE), BadAnswer("records", "html")),
    "empty": (always(""), BadAnswer("records", "empty")),
    "cut": (always(WHOLE[: len(WHOLE) // 2]), BadAnswer("records", "not_json")),
    "other words": (always("tamam"), BadAnswer("records", "not_json")),
    "no call that can be read": (_unreadable, BadAnswer("records", "shape")),
    "code 80": (always(_json("80")), LimitReached("records", "limit", code="80")),
    "bare 100": (always("100"), LimitReached("records", "limit", code="100")),
    "code 101 as the only row": (always(f"[{_json('101')}]"), LimitReached("records", "limit", code="101")),
}
UNTIL_THE_USER_ACTS: dict[str, tuple[Answering, PbxError, int]] = {
    "code 30": (always(_json("30")), BadCredentials("records", "credentials", code="30"), 1),
    "bare 331": (always("331"), BadCredentials("records", "not_enabled", code="331"), 1),
    "code 70": (always(_json("70")), Refusal("records", "query", code="70"), 1),
    "code 72": (always(_json("72")), Refusal("records", "rejected_query", code="72"), 1),
    # A day, then twelve hours, six, three and one.
    "code 50": (always(_json("50")), Refusal("records", "date", code="50"), 5),
}


def _replying(page_of: Answering) -> Answering:
    """Bad answers about calls long ago; yesterday and today had none. Figures come as they should."""

    def reply(asked: Asked) -> Body:
        if asked.kind != "records":
            return usual(asked)  # type: ignore[return-value]
        return "40" if asked.days[0] >= today() - DAY else page_of(asked)  # type: ignore[return-value]

    return reply


def _usual(asked: Asked) -> Body:
    return plain_day(asked.days[0], CALLS)


async def _is_told(page: RecordsPage, error: PbxError) -> None:
    """The failure stands on the page in both languages, and what to do about it in its tooltip."""
    told = set()
    for language in ("en", "tr"):
        page.desk.program._settings.set(keys.LANGUAGE, language)
        words = explain(error)
        await until(lambda words=words: words.title in page.words, f"{error} is told in {language}: {page.words}")
        first = words.todo.split("'")[0].split("“")[0]
        assert first
        assert first in page.more
        told.add(words.title)
    assert len(told) == 2


async def _shows(page: RecordsPage, calls: int) -> None:
    """What is kept stays in sight, whatever is answered."""
    model = page.page.table.record_model
    await until(lambda: model.counted and model.count == calls, f"{calls} calls are shown")


def _enough(error: PbxError) -> int:
    """Questions after which two waits have passed; a connection that was cut is tried anew at once."""
    return 5 if isinstance(error, NoAnswer) else 3


async def _filled(page: RecordsPage, pbx: RecordsPbx, day: date) -> None:
    pbx.reply = _replying(_usual)
    page.look_at(day, day)
    await page.whole(CALLS)


def test_what_may_pass_is_told_waited_for_and_asked_less_and_less(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = RecordsPbx()
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            kept = today() - BACK * DAY
            await _filled(page, pbx, kept)
            # When the board's answers come again, after a stop of this computer, what waits is tried at once.
            troubles: list[float] = []
            page.desk.program._session.poller.subscribe_status(
                lambda status: troubles.append(time.monotonic()) if status.link is not Link.OK else None
            )
            for number, (name, (reply, error)) in enumerate(WAITED_FOR.items(), 1):
                day = kept - number * DAY
                before_it, before, enough = len(troubles), len(pbx.asked), _enough(error)
                pbx.reply = _replying(reply)
                page.look_at(day, kept)
                await _is_told(page, error)
                await until(
                    lambda before=before, day=day, enough=enough: len(pbx.about(day, after=before)) >= enough,
                    f"{name}: asked again",
                )
                instants = [when for when, one in zip(pbx.instants, pbx.asked, strict=True) if one.days == (day,)]
                if not isinstance(error, LimitReached) and len(troubles) == before_it:
                    assert instants[enough - 1] - instants[0] >= 0.9 * (RETRY + 2 * RETRY), name
                await _shows(page, number * CALLS)
                pbx.reply = _replying(_usual)
                await page.whole((number + 1) * CALLS)
            assert len(pbx.about(*(kept - number * DAY for number in range(20)))) < 12 * len(WAITED_FOR)

    run_qt(qapp, scenario(), 180)


def test_what_is_refused_is_told_and_asked_again_when_the_user_says_so(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = RecordsPbx()
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            kept = today() - BACK * DAY
            await _filled(page, pbx, kept)
            for number, (name, (reply, error, questions)) in enumerate(UNTIL_THE_USER_ACTS.items(), 1):
                day = kept - number * DAY
                before = len(pbx.asked)
                pbx.reply = _replying(reply)
                page.look_at(day, kept)
                await _is_told(page, error)
                page.desk.program._settings.set(keys.LANGUAGE, "en")
                await until(lambda: page.offers("Try again"), f"{name}: the way on is offered")
                await polls_go_by(page.desk.control, 3)
                await _shows(page, number * CALLS)
                page.look_at(kept, kept)
                await until(lambda: page.page.table.record_model.count == CALLS, "the page is usable")
                page.look_at(day, kept)
                await polls_go_by(page.desk.control, 3)
                assert len(pbx.about(day, after=before)) == questions, f"{name}: not asked in a loop"
                page.press("Try again")
                await until(
                    lambda before=before, day=day, questions=questions: len(pbx.about(day, after=before)) > questions,
                    f"{name}: asked once more",
                )
                await until(lambda: page.offers("Try again"), f"{name}: the way on is offered again")
                pbx.reply = _replying(_usual)
                await page.whole_by("Try again", (number + 1) * CALLS)

    run_qt(qapp, scenario(), 180)


@pytest.mark.parametrize("said", ["40", _json("40"), f"[{_json('40')}]", "60", _json("60"), "[]"])
def test_no_record_is_an_answer_of_an_empty_day(qapp: QApplication, tmp_path: Path, said: str) -> None:
    async def scenario() -> None:
        pbx = RecordsPbx()
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            day = today() - BACK * DAY
            pbx.reply = always(said)
            page.look_at(day, day)
            await until(lambda: pbx.about(day), "it is asked for")
            await page.whole(0)
            await until(lambda: "Bu günlerde çağrı olmadı" in page.words, "that there were no calls", 5)
            assert [str(one) for one in pbx.about(day)] == [f"records {day:%d.%m}"]

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize("said", ["30", _json("331")])
def test_refused_records_stop_neither_the_board_nor_the_statistics(
    qapp: QApplication, tmp_path: Path, said: str
) -> None:
    async def scenario() -> None:
        pbx = RecordsPbx()
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            day = today() - BACK * DAY
            pbx.reply = _replying(always(said))
            page.look_at(day, day)
            await until(lambda: page.offers("Yeniden dene"), "records are refused")
            await polls_go_by(page.desk.control, 3)
            assert page.desk.program._session.poller.status.link is Link.OK
            figures = PastPage(page.desk)
            page.desk.shell.window.activateWindow()
            await until(page.desk.shell.window.isActiveWindow, "the window has the keyboard")
            await figures.open()
            await until(lambda: any(row[1:5] == ["4", "2", "1", "1"] for row in figures.cells), "figures come")
            assert len(pbx.about(day)) == 1

    run_qt(qapp, scenario(), 60)


def test_sixty_four_megabytes_are_not_read_and_the_window_lives(qapp: QApplication, tmp_path: Path) -> None:
    """Fewer hours at once are tried, then the day is given up; nothing of it is held in memory."""
    error = BadAnswer("records", "too_large")

    async def scenario() -> None:
        pbx = RecordsPbx()
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            kept = today() - BACK * DAY
            await _filled(page, pbx, kept)
            before = _memory()
            pbx.reply = _replying(always(HUGE))
            day = kept - DAY
            page.look_at(day, kept)
            await _is_told(page, error)
            await until(lambda: page.offers("Yeniden dene"), "it is given up")
            assert [round((one.end - one.start).total_seconds() / 3600) for one in pbx.about(day)] == [24, 12, 6, 3, 1]
            await _shows(page, CALLS)
            assert _memory() - before < 200
            pbx.reply = _replying(_usual)
            await page.whole_by("Yeniden dene", 2 * CALLS)

    run_qt(qapp, scenario(), 90)


def _memory() -> float:
    """Megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def test_a_cable_that_is_pulled_leaves_the_copy_and_all_goes_on_when_it_is_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    days = [today() - (BACK - number) * DAY for number in range(6)]

    async def scenario() -> None:
        pbx = RecordsPbx()
        plugs: list[int] = []

        async def reply(asked: Asked) -> Body:
            if asked.kind == "records" and len(pbx.about(*days)) == 4 and not plugs:
                plugs.append(1)
                asyncio.get_running_loop().call_soon(gone.set)
                await asyncio.Event().wait()
            return _replying(_usual)(asked)  # type: ignore[return-value]

        gone = asyncio.Event()
        pbx.reply = reply
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(days[0], days[-1])
            await gone.wait()
            await page.desk.control.post("/faults", {"set": ["drop-connection"]})
            await pbx.unplug()
            await until(lambda: "Bağlantı yok: bu bilgisayardaki kopya gösteriliyor" in page.words, "it is told", 20)
            poller = page.desk.program._session.poller
            await until(lambda: poller.status.link is not Link.OK, "the board tells it too", 20)
            model = page.page.table.record_model
            await _shows(page, 3 * CALLS)
            page.page.bar.search.setText("0001 002")
            await until(lambda: model.counted and model.count == 3, "the copy is searched")
            page.page.clear_filters()
            asked = len(pbx.asked)
            await pbx.plug_in()
            await page.desk.control.post("/faults", {"set": []})
            await page.whole(len(days) * CALLS)
            await until(lambda: poller.status.link is Link.OK, "the board goes on", 20)
            assert "Bağlantı yok" not in page.words
            assert len(pbx.about(*days, after=asked)) == 3, "what was missing, and nothing twice"

    run_qt(qapp, scenario(), 90)
