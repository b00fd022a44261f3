"""Odd answers, refusals, a bad network and a bad disk: each has its outcome, and none leads to asking in a loop."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.day_values import RecordHour
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RecordsWanted, Wants
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.helpers.qt_async import until
from tests.helpers.wire_server import quick
from tests.history.backfilling import SOON, Asked, Body, Pbx, backfilling, block, usual, xml

WEDNESDAY = date(2026, 11, 25)
TUESDAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)
NO_RECORDS = Wants(records=RecordsWanted.NONE)
ANSWERED = CallOutcome.ANSWERED


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


def refused(code: str, when: Callable[[Asked], bool] = lambda _: True) -> Callable[[Asked], Body]:
    """Refuses some questions with a code."""
    said = f"<xml><main><code>{code}</code><error>hayir</error></main></xml>"
    return lambda asked: said if when(asked) else usual(asked)


def one_outcome(asked: Asked) -> Body:
    """Every call was answered, so that a day has one list."""
    return xml(*(block(day, 2, 2, 0, 0) for day in asked.days)) if asked.kind == "days" else usual(asked)


@pytest.mark.parametrize("code", ["50", "60"])
@pytest.mark.parametrize(("most", "spans"), [(3, [7, 3, 3, 1]), (1, [7, 3, 1, 1, 1, 1, 1, 1, 1])])
async def test_a_span_that_is_too_long_is_cut_and_that_is_remembered(
    store: Store, pbx: Pbx, code: str, most: int, spans: list[int]
) -> None:
    pbx.answer = refused(code, lambda asked: len(asked.days) > most)
    async with backfilling(store, pbx, NOON, wants=Wants(lists=False)) as desk:
        assert await desk.backfill.complete(date(2026, 11, 16), date(2026, 11, 22)) is None
        assert [len(asked.days) for asked in pbx.asked] == spans
        before = len(pbx.asked)
        assert await desk.backfill.complete(date(2026, 11, 9), date(2026, 11, 15)) is None
        assert max(len(asked.days) for asked in pbx.asked[before:]) == most
        kept = await desk.archive.known(date(2026, 11, 9), date(2026, 11, 22))
    assert len(kept.days) == 14
    assert {row.figures.incoming for row in kept.days.values()} == {4}


async def test_days_that_an_answer_leaves_open_are_asked_for_one_by_one(store: Store, pbx: Pbx) -> None:
    def answer(asked: Asked) -> Body:
        if len(asked.days) > 1:
            return xml(block(date(2026, 11, 17)), "<statistics><date>??</date></statistics>")
        return usual(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON, wants=Wants(lists=False)) as desk:
        assert await desk.backfill.complete(date(2026, 11, 16), date(2026, 11, 19)) is None
        kept = await desk.archive.known(date(2026, 11, 16), date(2026, 11, 19))
    assert pbx.told == ["days 16.11–19.11", "days 19.11", "days 18.11", "days 16.11"]
    assert {row.figures.incoming for row in kept.days.values()} == {4}


async def test_where_the_pbx_gives_no_list_hours_come_from_the_records(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: xml(block(asked.days[0], 2, 2, 0, 0)) if asked.kind == "list" else one_outcome(asked)
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        past = await desk.archive.past(TUESDAY, TUESDAY, threshold=20, short=5)
    assert pbx.told == ["days 24.11", "list answered 24.11", "records 24.11"]
    assert [row.listed for row in past.lists] == [False]
    assert past.record_hours == tuple(RecordHour(TUESDAY, hour, 1, 0) for hour in range(24))


async def test_records_are_not_asked_for_where_nobody_wants_them(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: xml(block(asked.days[0], 2, 2, 0, 0)) if asked.kind == "list" else one_outcome(asked)
    async with backfilling(store, pbx, NOON, wants=NO_RECORDS) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
    assert pbx.told == ["days 24.11", "list answered 24.11"]


async def test_figures_that_come_in_the_place_of_a_list_complete_the_days(store: Store, pbx: Pbx) -> None:
    def answer(asked: Asked) -> Body:
        if asked.kind == "days":
            return xml("<statistics><date>24.11.2026</date><answered>2</answered><noanswer>0</noanswer></statistics>")
        return xml(block(TUESDAY, 3, 2, 0, 1))

    pbx.answer = answer
    async with backfilling(store, pbx, NOON, wants=NO_RECORDS) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        kept = await desk.archive.known(TUESDAY, TUESDAY)
    figures = kept.days[TUESDAY].figures
    assert (figures.incoming, figures.answered, figures.abandoned) == (3, 2, 1)
    assert kept.days[TUESDAY].final


@pytest.mark.parametrize("most", [12, 6, 3, 1])
async def test_records_of_too_many_calls_are_asked_for_in_fewer_hours(store: Store, pbx: Pbx, most: int) -> None:
    def answer(asked: Asked) -> Body:
        hours = (asked.end - asked.start).total_seconds() / 3600
        if asked.kind == "records" and hours > most:
            return '{"code":"50","error":"Tarih"}'
        return xml(block(asked.days[0])) if asked.kind == "list" else one_outcome(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        past = await desk.archive.past(TUESDAY, TUESDAY, threshold=20, short=5)
        before = len(pbx.asked)
        assert await desk.backfill.complete(TUESDAY - DAY, TUESDAY - DAY) is None
    assert past.record_hours == tuple(RecordHour(TUESDAY, hour, 1, 0) for hour in range(24))
    again = [asked for asked in pbx.asked[before:] if asked.kind == "records"]
    assert len(again) == 24 // most, "the length that works is remembered"


async def test_records_go_on_where_they_broke_off(store: Store, pbx: Pbx) -> None:
    broken: list[Asked] = []

    def answer(asked: Asked) -> Body:
        if asked.kind == "records" and (asked.end - asked.start).total_seconds() > 12 * 3600:
            return '{"code":"50","error":"Tarih"}'
        if asked.kind == "records" and asked.start.hour == 12 and not broken:
            broken.append(asked)
            return "<html>Bakim</html>"
        return xml(block(asked.days[0])) if asked.kind == "list" else one_outcome(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(1)
        await desk.filled(1)
        past = await desk.archive.past(TUESDAY, TUESDAY, threshold=20, short=5)
    assert [asked.start.hour for asked in pbx.asked if asked.kind == "records"] == [0, 0, 12, 12]
    assert len(past.record_hours) == 24


async def test_a_list_that_is_too_long_is_told_and_left_out(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: b"<xml>" + 5000 * b" " if asked.kind == "list" else one_outcome(asked)
    async with backfilling(store, pbx, NOON, wants=NO_RECORDS, table=quick(2.0, cap_bytes=4000)) as desk:
        desk.backfill.start(2)
        await desk.filled(2)
        kept = await desk.archive.known(TUESDAY - DAY, TUESDAY)
    assert [row.listed for row in kept.lists.values()] == [False, False]
    problems = {type(progress.problem) for progress in desk.seen}
    assert BadAnswer in problems
    assert len(pbx.asked) == 3


async def test_a_question_that_is_refused_for_good_is_given_up_and_the_others_go_on(store: Store, pbx: Pbx) -> None:
    pbx.answer = refused("70", lambda asked: asked.kind == "list" and asked.days[0] == TUESDAY)
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(3)
        await desk.filled(3)
        assert len(pbx.told) == len(set(pbx.told)) == 2 + 9
        problem = desk.backfill.progress.problem
        assert isinstance(problem, Refusal)
        assert problem.code == "70"
        assert await desk.backfill.complete(TUESDAY - DAY, TUESDAY) is None, "a list costs no day"
        assert len(pbx.asked) == 11
    pbx.answer = usual
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(3)
        await desk.filled(3)
    assert len(pbx.asked) == 14


async def test_refused_figures_take_their_lists_along(store: Store, pbx: Pbx) -> None:
    pbx.answer = refused("70", lambda asked: TUESDAY in asked.days)
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(3)
        await desk.filled(3)
    assert pbx.told == [
        "days 23.11–24.11",
        "days 22.11",
        *(f"list {name} 22.11" for name in ("abandoned", "answered", "noanswer")),
    ]


@pytest.mark.parametrize("said", ["80", "100", "<xml><main><code>101</code></main></xml>"])
async def test_a_limit_answer_silences_the_budget_and_is_waited_for(store: Store, pbx: Pbx, said: str) -> None:
    def answer(asked: Asked) -> Body:
        return said if len(pbx.asked) == 2 else usual(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        desk.silence = 0.3
        desk.backfill.start(1)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, LimitReached)
        assert not progress.offline
        assert desk.limits == ["statistics"]
        await desk.filled(1)
        assert desk.backfill.progress.problem is None
    assert len(pbx.asked) == 5


async def test_a_limit_of_the_records_is_told_to_their_budget(store: Store, pbx: Pbx) -> None:
    def answer(asked: Asked) -> Body:
        if asked.kind == "records" and pbx.told.count(str(asked)) == 1:
            return "100"
        return xml(block(asked.days[0])) if asked.kind == "list" else one_outcome(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
    assert desk.limits == ["report"]


async def test_an_export_does_not_wait_for_limits_for_ever(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: "100"
    async with backfilling(store, pbx, NOON) as desk:
        assert isinstance(await desk.backfill.complete(TUESDAY, TUESDAY), LimitReached)
    assert len(pbx.asked) == 4


@pytest.mark.logs
@pytest.mark.parametrize("code", ["30", "331"])
async def test_refused_credentials_stop_it_until_the_user_acts(store: Store, pbx: Pbx, code: str) -> None:
    pbx.answer = refused(code)
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(2)
        progress = await desk.becomes(BackfillState.STOPPED)
        assert isinstance(progress.problem, BadCredentials)
        desk.backfill.want(TUESDAY, TUESDAY)
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is progress.problem
        await asyncio.sleep(3 * SOON.look)
        assert len(pbx.asked) == 1
        assert not desk.refusals.stopped, "the board goes on"
        pbx.answer = usual
        desk.refusals.try_again()
        desk.refusals.accepted()
        await desk.filled(2)


async def test_nothing_is_asked_while_others_had_the_password_refused(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.refusals.add()
        desk.backfill.start(2)
        desk.backfill.want(TUESDAY, TUESDAY)
        await asyncio.sleep(3 * SOON.look)
        assert pbx.asked == []
        assert desk.backfill.progress.state is BackfillState.STOPPED
        desk.refusals.try_again()
        await asyncio.sleep(3 * SOON.look)
        assert pbx.asked == [], "another request tries the password"
        desk.refusals.accepted()
        await desk.filled(2)


@pytest.mark.parametrize(
    ("bad", "kind"),
    [(None, NoAnswer), ("<html>Bakim</html>", BadAnswer), ("", BadAnswer), ("<xml><main>", BadAnswer)],
)
async def test_a_bad_network_is_waited_for(store: Store, pbx: Pbx, bad: Body, kind: type[Exception]) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        pbx.answer = lambda asked: bad
        desk.backfill.start(2)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, kind)
        assert progress.offline
        assert (progress.days_wanted, progress.days_done) == (2, 0)
        pbx.answer = usual
        await desk.filled(2)
        assert (desk.backfill.progress.offline, desk.backfill.progress.problem) == (False, None)


async def test_without_a_network_what_is_left_is_told_and_tried_again_less_and_less(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, api_url="http://127.0.0.1:9") as desk:
        desk.backfill.start(2)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, NotSent)
        assert progress.offline
        assert progress.requests_left == 7
        await until(lambda: desk.states.count(BackfillState.WAITING) == 4, "four tries")


async def test_one_answer_that_cannot_be_read_does_not_hold_up_the_rest(store: Store, pbx: Pbx) -> None:
    bad = "list abandoned 24.11"
    pbx.answer = lambda asked: "<html>" if str(asked) == bad else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(3)
        await until(lambda: desk.backfill.progress.requests_left == 1, "all the rest")
        assert desk.backfill.progress.days_done == 2
        pbx.answer = usual
        await desk.filled(3)
    others = [told for told in pbx.told if told != bad]
    assert len(others) == len(set(others)) == 2 + 8


@pytest.mark.logs
async def test_an_answer_that_the_disk_does_not_take_is_kept_and_nothing_is_asked_meanwhile(
    store: Store, pbx: Pbx, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def answer(asked: Asked) -> Body:
            if len(pbx.asked) == 2:
                other.execute("BEGIN IMMEDIATE")
            return usual(asked)

        pbx.answer = answer
        async with backfilling(store, pbx, NOON) as desk:
            desk.backfill.start(2)
            progress = await desk.becomes(BackfillState.WAITING)
            assert "Another program" in progress.store_problem
            assert progress.problem is None
            await asyncio.sleep(0.3)
            assert len(pbx.asked) == 2
            assert isinstance(await desk.backfill.complete(TUESDAY, TUESDAY), StoreError)
            assert len(pbx.asked) == 2
            other.execute("ROLLBACK")
            await desk.filled(2)
            assert desk.backfill.progress.store_problem == ""
    assert len(pbx.told) == len(set(pbx.told)) == 7


@pytest.mark.logs
async def test_without_a_file_nothing_is_asked_and_it_says_so(
    store_at: Callable[..., Store], pbx: Pbx, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    async with backfilling(store_at(folder / "history.sqlite"), pbx, NOON) as desk:
        desk.backfill.start(1)
        await until(lambda: desk.backfill.progress.state is BackfillState.WAITING, "waiting")
        assert "rights of the data folder" in desk.backfill.progress.store_problem
        assert isinstance(await desk.backfill.complete(TUESDAY, TUESDAY), StoreError)
        assert pbx.asked == []
        folder.mkdir()
        await desk.filled(1)


@pytest.mark.logs
async def test_an_answer_that_waits_for_the_disk_is_kept_by_a_stop(store: Store, pbx: Pbx, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def answer(asked: Asked) -> Body:
            other.execute("BEGIN IMMEDIATE")
            return usual(asked)

        pbx.answer = answer
        async with backfilling(store, pbx, NOON) as desk:
            desk.backfill.start(2)
            await desk.becomes(BackfillState.WAITING)
            desk.backfill.pause()
            other.execute("ROLLBACK")
    assert len((await desk.archive.known(TUESDAY, TUESDAY)).days) == 1


@pytest.mark.logs
async def test_a_claim_that_the_disk_did_not_let_go_is_given_up_later(store: Store, pbx: Pbx, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def answer(asked: Asked) -> Body:
            other.execute("BEGIN IMMEDIATE")
            return "<html>"

        pbx.answer = answer
        async with backfilling(store, pbx, NOON) as desk:
            desk.backfill.start(1)
            await desk.becomes(BackfillState.WAITING)
            desk.backfill.pause()
            other.execute("ROLLBACK")
        assert other.execute("SELECT count(*) FROM asking").fetchone() == (0,)


@pytest.mark.logs
async def test_a_view_that_fails_stops_nothing(store: Store, pbx: Pbx, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken view")

    async with backfilling(store, pbx, NOON) as desk:
        leave = [desk.backfill.subscribe(fail), desk.backfill.subscribe_stored(fail)]
        desk.backfill.start(1)
        await desk.filled(1)
        for end in leave:
            end()
    assert "a subscriber of the backfill failed" in caplog.text
