"""The history fills itself: newest first, each question once, whoever else is asking, and never past a refusal."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.day_values import Known, Question, QuestionKind
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.errors import BadCredentials, NoAnswer
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT
from tests.history.backfilling import LISTS, SOON, Asked, Body, Pbx, backfilling, block, usual, xml

WEDNESDAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)
HOUR = 3600.0


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


def held(release: asyncio.Event, what: Callable[[Asked], bool] = lambda _: True) -> Callable[[Asked], object]:
    """Answers `what` only when released."""

    async def wait(asked: Asked) -> Body:
        await release.wait()
        return usual(asked)

    return lambda asked: wait(asked) if what(asked) else usual(asked)


async def test_figures_come_before_lists_and_the_newest_first(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(3)
        await desk.filled(3)
    assert pbx.told[:2] == ["days 23.11–24.11", "days 22.11"]
    assert pbx.told[2:] == [f"list {name} {day}.11" for day in (24, 23, 22) for name in LISTS]
    kept = await desk.archive.known(WEDNESDAY - 3 * DAY, WEDNESDAY)
    assert {day.day for day in kept.days} == {22, 23, 24}
    assert all(row.final for row in (*kept.days.values(), *kept.lists.values()))
    assert {row.calls for row in kept.lists.values()} == {1, 2}


async def test_what_is_there_is_never_asked_again(store: Store, pbx: Pbx) -> None:
    for _ in range(2):
        async with backfilling(store, pbx, NOON) as desk:
            desk.backfill.start(9)
            await desk.filled(9)
    assert len(pbx.told) == len(set(pbx.told)) == 2 + 9 * 3


async def test_a_further_day_is_asked_for_by_itself_when_it_is_over_for_an_hour(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(2)
        await desk.filled(2)
        before = len(pbx.asked)
        desk.now += 13 * HOUR - 1
        await asyncio.sleep(3 * SOON.look)
        assert pbx.told[before:] == []
        desk.now += 1
        await until(lambda: len(pbx.asked) == before + 4, "yesterday asked for")
        await desk.filled(2)
    assert pbx.told[before] == "days 25.11"


async def test_after_weeks_without_the_program_the_gap_is_filled(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(12)
        await desk.filled(12)
    before = len(pbx.asked)
    async with backfilling(store, pbx, NOON + 10 * 24 * HOUR) as desk:
        desk.backfill.start(12)
        await desk.filled(12)
    days = {day for asked in pbx.asked[before:] for day in asked.days}
    assert days == {WEDNESDAY + number * DAY for number in range(10)}


async def test_progress_tells_days_requests_and_time(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(7)
        await desk.filled(7)
    first = next(progress for progress in desk.seen if progress.days_wanted)
    assert (first.state, first.days_wanted, first.days_done) == (BackfillState.RUNNING, 7, 0)
    assert (first.requests_left, first.seconds_left) == (2 + 21, 23 * 30.0)
    left = [progress.requests_left for progress in desk.seen[desk.seen.index(first) :]]
    assert left == sorted(left, reverse=True)
    assert (desk.seen[-1].days_done, desk.seen[-1].requests_left, desk.seen[-1].problem) == (7, 0, None)
    assert desk.stored[0] == (WEDNESDAY - 2 * DAY, WEDNESDAY - DAY)


async def test_days_without_calls_are_known_and_have_no_lists(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: "<xml><main><code>40</code><error>Kayit Bulunamadi</error></main></xml>"
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(10)
        await desk.filled(10)
        kept = await desk.archive.known(WEDNESDAY - 10 * DAY, WEDNESDAY)
    assert {asked.kind for asked in pbx.asked} == {"days"}
    assert {row.figures.incoming for row in kept.days.values()} == {0}
    assert len(kept.days) == 10


async def test_reach_can_grow_and_end(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(1)
        await desk.filled(1)
        desk.backfill.set_reach(3)
        await desk.filled(3)
        desk.backfill.set_reach(0)
        await until(lambda: desk.backfill.progress.days_wanted == 0, "nothing wanted")
        assert desk.backfill.progress.state is BackfillState.IDLE


async def test_paused_nothing_is_asked_and_resumed_it_goes_on(store: Store, pbx: Pbx) -> None:
    release = asyncio.Event()
    pbx.answer = held(release)  # type: ignore[assignment]
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(5)
        await until(lambda: len(pbx.asked) == 1, "the first question")
        desk.backfill.pause()
        assert desk.backfill.progress.state is BackfillState.PAUSED
        left = desk.backfill.progress.requests_left
        release.set()
        await until(lambda: desk.stored, "the answer that was on its way kept")
        await until(lambda: desk.backfill.progress.requests_left == left - 1, "that answer is told to be there")
        desk.backfill.want(WEDNESDAY - 20 * DAY, WEDNESDAY - 19 * DAY)
        await asyncio.sleep(0.1)
        assert len(pbx.asked) == 1
        desk.backfill.resume()
        await until(lambda: len(pbx.asked) > 10, "more questions")
        await desk.filled(5)


async def test_a_request_that_still_waits_for_its_slot_is_taken_back_by_a_pause(store: Store, pbx: Pbx) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=60.0)
    async with backfilling(store, pbx, NOON, budgets=budgets) as desk:
        desk.backfill.start(5)
        await until(lambda: len(desk.stored) == 2 and budgets.waiting("statistics") == 1, "a request in line")
        desk.backfill.pause()
        await until(lambda: budgets.waiting("statistics") == 0, "the line empty")
        question = Question(QuestionKind.LIST, WEDNESDAY - DAY, WEDNESDAY - DAY, CallOutcome.ABANDONED)
        claimed = desk.archive.claim((question,), holder="another", now=NOON, lease=20.0, planned_at=NOON)
        assert await claimed == question, "its claim is given up"
    assert len(pbx.asked) == 2


async def test_cancelled_it_rests_until_the_next_start(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(40)
        await until(lambda: len(desk.stored) > 2, "some answers")
        desk.backfill.cancel()
        assert desk.backfill.progress.state is BackfillState.STOPPED
        await asyncio.sleep(0.1)
        asked = len(pbx.asked)
        await asyncio.sleep(2 * SOON.look)
        assert len(pbx.asked) == asked
        desk.backfill.want(WEDNESDAY - DAY, WEDNESDAY - DAY)
        assert await desk.backfill.complete(WEDNESDAY - 80 * DAY, WEDNESDAY - 80 * DAY) is None
        desk.backfill.start(2)
        await desk.filled(2)


async def test_what_was_cancelled_during_a_look_is_not_told_to_be_left(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        release, looking = asyncio.Event(), asyncio.Event()
        known = desk.archive.known

        async def slow(*days: date) -> Known:
            kept = await known(*days)
            looking.set()
            await release.wait()
            return kept

        desk.backfill.start(5)
        await desk.filled(5)
        desk.archive.known = slow  # type: ignore[method-assign]
        desk.backfill.set_reach(40)
        await looking.wait()
        desk.backfill.cancel()
        begun = len(desk.seen)
        release.set()
        # What is there already takes one more look, which comes behind the one that was held up.
        assert await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY - DAY) is None
        assert BackfillState.RUNNING not in {progress.state for progress in desk.seen[begun:]}


async def test_a_page_does_not_wait_behind_the_background(store: Store, pbx: Pbx) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with backfilling(store, pbx, NOON, budgets=budgets) as desk:
        desk.backfill.start(60)
        await until(lambda: len(desk.stored) == 2 and budgets.waiting("statistics") == 1, "a request in line")
        desk.backfill.want(date(2026, 7, 6), date(2026, 7, 7))
        await until(lambda: len(pbx.asked) == 6, "four more questions")
    assert pbx.told[2:6] == [
        "days 06.07–07.07",
        *(f"list {name} 07.07" for name in ("abandoned", "answered", "noanswer")),
    ]


async def test_today_is_refreshed_for_whoever_looks_but_not_all_the_time(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: xml(block(WEDNESDAY, 4, 4, 0, 0)) if asked.kind == "days" else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        for seconds, wanted in (
            (0.0, ["days 25.11", "list answered 25.11"]),
            (299.0, []),
            (2.0, ["days 25.11"]),
            (600.0, ["days 25.11", "list answered 25.11"]),
        ):
            desk.now += seconds
            before = len(pbx.asked)
            desk.backfill.want(WEDNESDAY, WEDNESDAY)
            assert await desk.backfill.complete(WEDNESDAY, WEDNESDAY) is None
            assert pbx.told[before:] == wanted
        kept = await desk.archive.known(WEDNESDAY, WEDNESDAY)
    assert kept.days[WEDNESDAY].asked_at == desk.now
    assert not kept.days[WEDNESDAY].final


async def test_whoever_asks_again_gets_today_anew_however_young_it_is_and_only_once(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: xml(block(WEDNESDAY, 4, 4, 0, 0)) if asked.kind == "days" else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY) is None
        before = len(pbx.asked)
        desk.now += 5.0
        desk.backfill.want(WEDNESDAY - DAY, WEDNESDAY, anew=True)
        await until(lambda: len(pbx.asked) == before + 2, "both questions about today")
        desk.now += 5.0
        desk.backfill.want(WEDNESDAY - DAY, WEDNESDAY)
        await until(lambda: desk.backfill.progress.state is BackfillState.IDLE, "nothing left to ask")
        assert pbx.told[before:] == ["days 25.11", "list answered 25.11"]


async def test_a_span_that_holds_today_ends_now(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY) is None
    assert pbx.asked[0].start.strftime("%d %H:%M") == "24 00:00"
    assert pbx.asked[0].end.timestamp() == NOON


async def test_an_export_gets_all_of_its_days_before_the_others(store: Store, pbx: Pbx) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=600.0)
    async with backfilling(store, pbx, NOON, budgets=budgets) as desk:
        desk.backfill.start(60)
        await until(lambda: len(desk.stored) == 2, "a beginning")
        assert await desk.backfill.complete(date(2026, 7, 6), date(2026, 7, 8)) is None
        kept = await desk.archive.known(date(2026, 7, 6), date(2026, 7, 8))
    assert (len(kept.days), len(kept.lists)) == (3, 9)
    wanted = [number for number, asked in enumerate(pbx.asked) if asked.start.month == 7]
    assert len(wanted) == 10
    assert wanted == list(range(wanted[0], wanted[0] + 10)), "nothing came between"


async def test_an_export_waits_for_what_another_program_is_asking(
    store: Store, pbx: Pbx, store_at: Callable[..., Store], path: Path
) -> None:
    release = asyncio.Event()
    pbx.answer = held(release, lambda asked: asked.kind == "days")  # type: ignore[assignment]
    async with backfilling(store, pbx, NOON) as first, backfilling(store_at(path), pbx, NOON) as second:
        first.backfill.start(2)
        await until(lambda: pbx.told == ["days 23.11–24.11"], "the first question")
        export = asyncio.ensure_future(second.backfill.complete(WEDNESDAY - 2 * DAY, WEDNESDAY - DAY))
        await asyncio.sleep(0.2)
        assert pbx.told == ["days 23.11–24.11"]
        release.set()
        assert await export is None
        await first.filled(2)
    assert len(pbx.told) == len(set(pbx.told)) == 7


async def test_the_background_goes_on_while_an_export_waits_for_another_program(
    store: Store, pbx: Pbx, store_at: Callable[..., Store], path: Path
) -> None:
    release = asyncio.Event()
    old = date(2026, 7, 6)
    pbx.answer = held(release, lambda asked: asked.start.month == old.month)  # type: ignore[assignment]
    async with backfilling(store_at(path), pbx, NOON) as other, backfilling(store, pbx, NOON) as desk:
        theirs = asyncio.ensure_future(other.backfill.complete(old, old))
        await until(lambda: len(pbx.asked) == 1, "their question")
        export = asyncio.ensure_future(desk.backfill.complete(old, old))
        desk.backfill.start(3)
        await until(lambda: len(desk.stored) == 11, "the background filled")
        assert not export.done()
        release.set()
        assert (await theirs, await export) == (None, None)
    assert len(pbx.told) == len(set(pbx.told)) == 11 + 4


async def test_two_programs_on_one_file_share_the_questions(
    store: Store, pbx: Pbx, store_at: Callable[..., Store], path: Path
) -> None:
    other = store_at(path)
    async with backfilling(store, pbx, NOON) as first, backfilling(other, pbx, NOON) as second:
        first.backfill.start(21)
        second.backfill.start(21)
        await first.filled(21)
        await second.filled(21)
    assert len(pbx.told) == len(set(pbx.told)) == 4 + 21 * 3
    assert len(first.stored) + len(second.stored) == len(pbx.told)
    assert min(len(first.stored), len(second.stored)) > 0


async def test_a_claim_lives_as_long_as_its_request(
    store: Store, pbx: Pbx, store_at: Callable[..., Store], path: Path
) -> None:
    release = asyncio.Event()
    pbx.answer = held(release)  # type: ignore[assignment]
    pace = type(SOON)(lease=0.2, renew=0.05, look=0.05, elsewhere=0.02)
    async with (
        backfilling(store, pbx, NOON, pace=pace, holder="one") as first,
        backfilling(store_at(path), pbx, NOON, pace=pace, holder="two") as second,
    ):
        first.backfill.start(1)
        await until(lambda: len(pbx.asked) == 1, "the first question")
        second.backfill.start(1)
        for _ in range(10):
            first.now += 0.1
            second.now += 0.1
            await asyncio.sleep(0.06)
        assert len(pbx.asked) == 1
        release.set()
        await first.filled(1)
        await second.filled(1)
    assert len(pbx.asked) == 4


async def test_what_a_stopped_program_was_asking_is_free_at_once(store: Store, pbx: Pbx) -> None:
    release = asyncio.Event()
    pbx.answer = held(release)  # type: ignore[assignment]
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(1)
        await until(lambda: len(pbx.asked) == 1, "the first question")
    release.set()
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(1)
        await desk.filled(1)


async def test_what_a_program_was_claiming_when_it_stopped_is_free_at_once(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        claim, claimed = desk.archive.claim, asyncio.Event()

        async def untold(*candidates: Any, **how: Any) -> None:
            assert await claim(*candidates, **how) is not None
            claimed.set()
            await asyncio.Event().wait()

        desk.archive.claim = untold  # type: ignore[method-assign, assignment]
        desk.backfill.start(1)
        await asyncio.wait_for(claimed.wait(), 10)
    question = Question(QuestionKind.DAYS, WEDNESDAY - DAY, WEDNESDAY - DAY)
    assert await claim((question,), holder="another", now=NOON, lease=20.0, planned_at=NOON) == question


async def test_an_export_says_why_something_is_missing(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: None
    async with backfilling(store, pbx, NOON) as desk:
        error = await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY - DAY)
        assert isinstance(error, NoAnswer)
        desk.refusals.add()
        assert isinstance(await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY - DAY), BadCredentials)
        asked = len(pbx.asked)
        desk.refusals.try_again()
        desk.refusals.accepted()
        pbx.answer = usual
        assert await desk.backfill.complete(WEDNESDAY - DAY, WEDNESDAY - DAY) is None
    assert len(pbx.asked) == asked + 4
