"""Call records come by themselves: each day whole and once, the running one again and again, whatever the PBX says."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.backfill_asking import Asking, Errand
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.day_values import Question, QuestionKind, RecordHour
from supervisor_gui.history.retention import Retention
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RECORDS
from supervisor_gui.netsantral.budgets import Budgets, Priority
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, Refusal
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, open_client
from tests.history.backfilling import SOON, Asked, Body, Desk, Pbx, backfilling, block, usual, xml

WEDNESDAY = date(2026, 11, 25)
TUESDAY = WEDNESDAY - timedelta(days=1)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)
HOUR = 3600.0
MINUTE = 60.0


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


def kept_calls(path: Path) -> list[tuple[str, int]]:
    """The ids of the calls kept, in order of time, each with the number of its legs."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT call, legs FROM call_records ORDER BY id").fetchall()


def one(call: str, *legs: datetime, rang: datetime | None = None) -> dict[str, object]:
    """An incoming call on the wire, with an answered leg at each instant and one that only rang."""
    leg = {"destination": "101", "source": "05550000001", "duration": "9"}
    values = [{"date": f"{at:%d.%m.%Y %H:%M:%S}", "direction": "2" if at == rang else "1", **leg} for at in legs]
    return {"uniqueid": call, "values": values}


def wednesday(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 25, hour, minute, tzinfo=PBX_ZONE)


def begins(pbx: Pbx, after: int = 0) -> list[str]:
    """From when on was asked, as day and hour."""
    return [f"{asked.start:%d %H}" for asked in pbx.asked[after:]]


async def test_every_day_in_reach_is_kept_whole_newest_first_and_asked_once(store: Store, pbx: Pbx, path: Path) -> None:
    for _ in range(2):
        async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
            desk.backfill.start(3)
            await desk.filled(3)
            past = await desk.archive.past(WEDNESDAY - 3 * DAY, WEDNESDAY, threshold=20, short=5)
    assert pbx.told == ["records 24.11", "records 23.11", "records 22.11"]
    assert [row.final for row in past.records] == [True] * 3
    assert len(past.record_hours) == 3 * 24
    assert kept_calls(path) == [(f"n-{day}{hour:02d}", 1) for day in (22, 23, 24) for hour in range(24)]


async def test_statistics_and_records_share_a_file_and_no_day_is_asked_for_twice(
    store: Store, pbx: Pbx, path: Path
) -> None:
    pbx.answer = lambda asked: xml(block(asked.days[0])) if asked.kind == "list" else usual(asked)
    async with backfilling(store, pbx, NOON, wants=RECORDS) as records, backfilling(store, pbx, NOON) as statistics:
        records.backfill.start(5)
        statistics.backfill.start(5)
        await records.filled(5)
        await statistics.filled(5)
    asked = [told for told in pbx.told if told.startswith("records")]
    assert len(asked) == len(set(asked)) == 5
    assert len(kept_calls(path)) == 5 * 24


async def test_calls_that_only_statistics_asked_for_are_kept_too(store: Store, pbx: Pbx, path: Path) -> None:
    pbx.answer = lambda asked: xml(block(asked.days[0])) if asked.kind == "list" else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
    assert len(kept_calls(path)) == 24


async def test_the_running_day_comes_whole_then_its_last_hours_and_whole_again(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        assert begins(pbx) == ["25 00", "24 00"]
        for number in range(3, 40):
            desk.now += MINUTE
            await until(lambda: len(desk.stored) >= number, f"answer {number}")  # noqa: B023
    assert begins(pbx, after=2) == ["25 10"] * 29 + ["25 00"] + ["25 10"] * 7
    assert {asked.end.strftime("%d %H:%M") for asked in pbx.asked[2:]} == {"25 23:59"}


async def test_a_call_that_ends_while_it_is_followed_appears_and_none_before_is_lost(
    store: Store, pbx: Pbx, path: Path
) -> None:
    calls = [one("early", wednesday(3)), one("late", wednesday(11))]

    def answer(asked: Asked) -> Body:
        start, end = f"{asked.start:%Y%m%d%H%M}", f"{asked.end:%Y%m%d%H%M}"
        told = [call for call in calls if start <= _minute(call) <= end]
        return json.dumps(told) if told else '{"code":40,"error":"Kayit bulunamadi"}'

    pbx.answer = answer
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        calls.append(one("just now", wednesday(11, 59), wednesday(12)))
        desk.now += MINUTE
        await until(lambda: len(desk.stored) == 3, "the last hours")
        assert kept_calls(path) == [("early", 1), ("late", 1), ("just now", 2)]
        # A call that ran for five hours has its record at its end only, long before the hours asked for.
        calls.append(one("long", wednesday(7)))
        desk.now += 30 * MINUTE
        await until(lambda: len(desk.stored) == 4, "the whole day")
        past = await desk.archive.past(WEDNESDAY, WEDNESDAY, threshold=20, short=5)
    assert kept_calls(path) == [("early", 1), ("long", 1), ("late", 1), ("just now", 2)]
    hours = tuple(RecordHour(WEDNESDAY, hour, count, 0) for hour, count in ((3, 1), (7, 1), (11, 2)))
    assert past.record_hours == hours


def _minute(call: dict[str, object]) -> str:
    day, _, time = str(call["values"][0]["date"]).partition(" ")  # type: ignore[index]
    return "".join(day.split(".")[::-1] + time.split(":")[:2])


async def test_hours_that_a_failure_left_out_are_asked_for_with_the_next(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        pbx.answer = lambda asked: None
        desk.now += MINUTE
        progress = await desk.waits()
        assert isinstance(progress.problem, NoAnswer)
        assert progress.offline
        desk.now += 25 * MINUTE
        before = len(pbx.asked)
        pbx.answer = usual
        desk.backfill.wake()
        await until(lambda: len(desk.stored) == 3, "the last hours")
        assert begins(pbx, before)[-1] == "25 10"
        await until(lambda: desk.backfill.progress.state is BackfillState.IDLE, "nothing in the way")
        assert desk.backfill.progress.problem is None


async def test_a_part_that_fails_in_the_middle_is_asked_for_anew(store: Store, pbx: Pbx, path: Path) -> None:
    bad: set[int] = set()

    def answer(asked: Asked) -> Body:
        if asked.end - asked.start > timedelta(hours=1):
            return '{"code":"50","error":"Tarih"}'
        if asked.start.hour in bad:
            bad.remove(asked.start.hour)
            return "<html>Bakim</html>"
        return usual(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        assert await desk.backfill.complete(WEDNESDAY, WEDNESDAY) is None
        bad.add(11)
        before = len(pbx.asked)
        desk.now += MINUTE
        desk.backfill.want(WEDNESDAY, WEDNESDAY)
        await until(lambda: len(desk.stored) == 2, "the last hours")
    assert begins(pbx, before) == ["25 10", "25 11", "25 10", "25 11", "25 12"]
    assert kept_calls(path) == [(f"n-25{hour:02d}", 1) for hour in range(13)]


async def test_over_midnight_the_day_before_is_followed_until_it_is_final(store: Store, pbx: Pbx) -> None:
    midnight, both = NOON + 12 * HOUR, {WEDNESDAY, WEDNESDAY + DAY}
    rounds = 31
    async with backfilling(store, pbx, midnight - 10, wants=RECORDS) as desk:
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        for number in range(rounds):
            before = 2 * (number + 1)
            desk.now += 2 * MINUTE
            await until(lambda: days_of(desk, before) == both, "one is followed like the other")  # noqa: B023
        assert desk.now > midnight + HOUR
        desk.now += 2 * MINUTE
        await until(lambda: len(desk.stored) > 2 * (rounds + 1), "the new day alone")
        kept = await desk.archive.known(WEDNESDAY, WEDNESDAY + DAY)
    assert days_of(desk, 2 * (rounds + 1)) == {WEDNESDAY + DAY}
    assert kept.records[WEDNESDAY].final
    assert not kept.records[WEDNESDAY + DAY].final


def days_of(desk: Desk, since: int) -> set[date]:
    """The days of all answers but the first ones."""
    return {stored[0] for stored in desk.stored[since:]}


async def test_a_slow_pbx_is_asked_about_the_day_before_as_often_as_about_the_new_one(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON + 12 * HOUR + MINUTE, wants=RECORDS) as desk:

        def answer(asked: Asked) -> Body:
            # The day that was told of before is due again by now.
            desk.now += 3 * MINUTE
            return usual(asked)

        pbx.answer = answer
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) >= 12, "twelve answers")
    days = [stored[0] for stored in desk.stored[:12]]
    assert days.count(WEDNESDAY) == days.count(WEDNESDAY + DAY) == 6


async def test_hours_asked_for_while_a_day_became_final_do_not_pass_for_the_day(pbx: Pbx) -> None:
    settled = NOON + 13 * HOUR
    now = settled - 600
    question = Question(QuestionKind.RECORDS, WEDNESDAY, WEDNESDAY)
    async with open_client(pbx.server.url) as client:
        asking = Asking(client, Clock(wall=lambda: now))
        first = await asking.ask(question, Errand(Priority.SCREEN, lambda: now))
        assert first is not None
        now = settled - 1
        # It waits in the budget's line until the day is settled.
        late = await asking.ask(question, Errand(Priority.SCREEN, lambda: settled + 1), first.records)
        assert late is not None
        assert late.records is not None
        assert late.since == settled - 3 * HOUR
        assert not late.records.final
        now = settled + 2
        whole = await asking.ask(question, Errand(Priority.SCREEN, lambda: now), late.records)
    assert whole is not None
    assert whole.records is not None
    assert (whole.since, whole.records.final, len(whole.calls)) == (0, True, 24)


async def test_however_often_it_is_followed_a_minute_costs_one_request(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.follow(1)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        desk.now += MINUTE - 1
        await asyncio.sleep(3 * SOON.look)
        assert len(pbx.asked) == 2
        desk.now += 1
        await until(lambda: len(desk.stored) == 3, "today again")
        desk.backfill.follow(0)
        desk.now += 10 * MINUTE
        await asyncio.sleep(3 * SOON.look)
        assert len(pbx.asked) == 3
        desk.backfill.follow(300)
        await until(lambda: len(desk.stored) == 4, "followed again")


async def test_following_goes_before_the_background_and_does_not_count_as_filling(store: Store, pbx: Pbx) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=30.0)
    async with backfilling(store, pbx, NOON, wants=RECORDS, budgets=budgets) as desk:
        desk.backfill.start(30)
        await until(lambda: len(desk.stored) == 2 and budgets.waiting("report") == 1, "a request in line")
        desk.backfill.follow(60)
        await until(lambda: len(pbx.asked) == 4, "two more questions")
        assert pbx.told[2] == "records 25.11"
        assert {progress.days_wanted for progress in desk.seen} <= {0, 30}
        await until(lambda: len(pbx.asked) == 5, "the background goes on")
        assert {progress.days_wanted for progress in desk.seen} <= {0, 30}
        assert pbx.told[3:5] == ["records 22.11", "records 21.11"]


async def test_a_pause_holds_up_following_and_giving_up_the_filling_does_not(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.follow(60)
        await until(lambda: len(desk.stored) == 2, "yesterday and today")
        desk.backfill.pause()
        desk.now += 5 * MINUTE
        await asyncio.sleep(3 * SOON.look)
        assert len(pbx.asked) == 2
        desk.backfill.resume()
        await until(lambda: len(desk.stored) == 3, "today again")
        desk.backfill.cancel()
        desk.now += 5 * MINUTE
        await until(lambda: len(desk.stored) == 4, "and again")


@pytest.mark.logs
@pytest.mark.parametrize("code", ["331", "30"])
async def test_without_the_right_to_records_they_stop_and_statistics_go_on(store: Store, pbx: Pbx, code: str) -> None:
    pbx.answer = lambda asked: f'{{"code":"{code}","error":"Yetki yok"}}' if asked.kind == "records" else usual(asked)
    async with backfilling(store, pbx, NOON, wants=RECORDS) as records, backfilling(store, pbx, NOON) as statistics:
        records.backfill.start(3)
        records.backfill.follow(60)
        statistics.backfill.start(3)
        progress = await records.becomes(BackfillState.STOPPED)
        await statistics.filled(3)
        assert isinstance(progress.problem, BadCredentials)
        assert progress.problem.operation == "records"
        assert statistics.backfill.progress.problem is None
        assert await records.backfill.complete(TUESDAY, TUESDAY) is progress.problem
        asked = [told for told in pbx.told if told.startswith("records")]
        records.now += HOUR
        await asyncio.sleep(3 * SOON.look)
        assert len(asked) == len([told for told in pbx.told if told.startswith("records")]) <= 2
        pbx.answer = usual
        records.backfill.resume()
        await records.filled(3)
        assert records.backfill.progress.problem is None


@pytest.mark.parametrize("code", ["40", "60"])
async def test_a_day_without_calls_is_kept_as_one_and_takes_what_was_there_before(
    store: Store, pbx: Pbx, path: Path, code: str
) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        assert await desk.backfill.complete(WEDNESDAY, WEDNESDAY) is None
        assert len(kept_calls(path)) == 24
        pbx.answer = lambda asked: f'{{"code":{code},"error":"Kayit bulunamadi"}}'
        desk.now += HOUR
        assert await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY) is None
        kept = await desk.archive.known(TUESDAY, WEDNESDAY)
    assert kept_calls(path) == []
    assert [kept.records[day].final for day in (TUESDAY, WEDNESDAY)] == [True, False]


@pytest.mark.parametrize("code", ["50", "70", "72"])
async def test_a_day_that_is_refused_is_given_up_and_told_and_the_others_come(
    store: Store, pbx: Pbx, code: str
) -> None:
    refused = f'{{"code":{code},"error":"hayir"}}'
    pbx.answer = lambda asked: refused if asked.days[0] == TUESDAY else usual(asked)
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.backfill.start(3)
        await desk.filled(3)
        problem = desk.backfill.progress.problem
        assert isinstance(problem, Refusal)
        assert problem.code == code
        before = len(pbx.asked)
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is problem
        assert await desk.backfill.complete(TUESDAY - 2 * DAY, TUESDAY - DAY) is None
        assert len(pbx.asked) == before, "given up"
        assert set((await desk.archive.known(TUESDAY - 2 * DAY, TUESDAY)).records) == {TUESDAY - 2 * DAY, TUESDAY - DAY}
        pbx.answer = usual
        desk.backfill.resume()
        await until(lambda: len(pbx.asked) > before, "asked again when the user says so")
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None


@pytest.mark.parametrize("most", [12, 6, 3, 1])
async def test_a_day_of_too_many_calls_comes_in_pieces_and_each_call_is_whole(
    store: Store, pbx: Pbx, path: Path, most: int
) -> None:
    """Each piece tells of the legs within it only, so that a call over the full hour comes in two parts."""
    legs = [datetime(2026, 11, 24, hour, minute, tzinfo=PBX_ZONE) for hour, minute in ((11, 59), (12, 0), (12, 1))]

    def answer(asked: Asked) -> Body:
        if asked.end - asked.start > timedelta(hours=most):
            return '{"code":"50","error":"Tarih"}'
        within = [leg for leg in legs if asked.start <= leg <= asked.end]
        return (
            json.dumps([one("over noon", *within, rang=legs[0])])
            if within
            else '{"code":40,"error":"Kayit bulunamadi"}'
        )

    pbx.answer = answer
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        past = await desk.archive.past(TUESDAY, TUESDAY, threshold=20, short=5)
    assert kept_calls(path) == [("over noon", 3)]
    assert past.record_hours == (RecordHour(TUESDAY, 11, 1, 0),)


@pytest.mark.parametrize("code", ["80", "100", "101"])
async def test_a_limit_is_waited_for(store: Store, pbx: Pbx, path: Path, code: str) -> None:
    pbx.answer = lambda asked: f'{{"code":{code},"error":"limit"}}' if len(pbx.asked) == 1 else usual(asked)
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        desk.silence = 0.3
        desk.backfill.start(1)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, LimitReached)
        await desk.filled(1)
        assert desk.limits == ["report"]
    assert len(kept_calls(path)) == 24


@pytest.mark.parametrize("bad", ["<html>Bakim</html>", "", "[{]", '{"a":1}'])
async def test_what_is_no_answer_costs_nothing_that_is_kept(store: Store, pbx: Pbx, path: Path, bad: str) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS) as desk:
        assert await desk.backfill.complete(WEDNESDAY, WEDNESDAY) is None
        pbx.answer = lambda asked: bad
        desk.now += HOUR
        assert isinstance(await desk.backfill.complete(WEDNESDAY, WEDNESDAY), BadAnswer)
    assert len(kept_calls(path)) == 24


async def test_days_that_may_not_be_kept_are_not_asked_for(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON, wants=RECORDS, kept_days=lambda: 2) as desk:
        assert await desk.backfill.complete(WEDNESDAY - 40 * DAY, WEDNESDAY - 39 * DAY) is None
        desk.backfill.want(WEDNESDAY - 40 * DAY, WEDNESDAY - 39 * DAY)
        desk.backfill.start(40)
        await desk.filled(2)
    assert pbx.told == ["records 24.11", "records 23.11"]


async def test_calls_that_went_come_once_more_when_they_may_be_kept_longer(store: Store, pbx: Pbx, path: Path) -> None:
    days = 4
    async with backfilling(store, pbx, NOON, wants=RECORDS, kept_days=lambda: days) as desk:
        desk.backfill.start(days)
        await desk.filled(days)
        kept = kept_calls(path)
        days = 2
        await store.prune(NOON, Retention(records=days))
        assert len(kept_calls(path)) < len(kept)
        asked = len(pbx.told)
        assert await desk.backfill.complete(WEDNESDAY - 4 * DAY, TUESDAY) is None
        assert len(pbx.told) == asked
        days = 4
        assert await desk.backfill.complete(WEDNESDAY - 4 * DAY, TUESDAY) is None
        assert pbx.told[asked:] == ["records 22.11", "records 21.11"]
        assert kept_calls(path) == kept
        assert await desk.backfill.complete(WEDNESDAY - 4 * DAY, TUESDAY) is None
        assert len(pbx.told) == asked + 2


async def test_statistics_ask_no_day_again_whose_calls_went(store: Store, pbx: Pbx, path: Path) -> None:
    pbx.answer = lambda asked: xml(block(asked.days[0])) if asked.kind == "list" else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        asked = len(pbx.told)
        await store.prune(NOON + 3 * 24 * HOUR, Retention(records=1))
        assert kept_calls(path) == []
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        assert len(pbx.told) == asked


async def test_two_programs_that_follow_one_file_share_the_answers(
    store: Store, pbx: Pbx, store_at: Callable[..., Store], path: Path
) -> None:
    # The clocks leap, and no claim may end by that.
    pace = msgspec.structs.replace(SOON, lease=HOUR)
    async with (
        backfilling(store, pbx, NOON, wants=RECORDS, pace=pace) as first,
        backfilling(store_at(path), pbx, NOON, wants=RECORDS, pace=pace) as second,
    ):
        first.backfill.follow(60)
        second.backfill.follow(60)
        await until(lambda: len(first.stored) + len(second.stored) == 2, "yesterday and today")
        for number in range(3, 10):
            for desk in (first, second):
                desk.now += MINUTE
            await until(lambda: len(first.stored) + len(second.stored) >= number, f"answer {number}")  # noqa: B023
            await asyncio.sleep(3 * SOON.look)
    assert len(pbx.asked) == 9
