"""What the PBX refuses about the past holds up nothing else, and is asked again when the user says so."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

import pytest

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.backfill_asking import Asking, Errand
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.day_values import Question, QuestionKind, RecordHour
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import Wants
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, PbxError, Refusal
from tests.helpers.qt_async import until
from tests.helpers.wire_server import open_client, quick
from tests.history.backfilling import Asked, Body, Pbx, backfilling, block, usual, xml

TUESDAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 25, 12, tzinfo=PBX_ZONE).timestamp()
DAY = timedelta(days=1)


@pytest.fixture
async def pbx() -> AsyncIterator[Pbx]:
    pbx = Pbx()
    async with pbx.server:
        yield pbx


def one_outcome(asked: Asked) -> Body:
    """Every call was answered, so that a day has one list."""
    return xml(*(block(day, 2, 2, 0, 0) for day in asked.days)) if asked.kind == "days" else usual(asked)


def not_understood(asked: Asked) -> Body:
    """The lists of one day are refused."""
    if asked.kind == "list" and asked.days[0] == TUESDAY:
        return "<xml><main><code>70</code><error>hayir</error></main></xml>"
    return usual(asked)


async def test_an_account_without_the_right_to_records_has_its_days_all_the_same(store: Store, pbx: Pbx) -> None:
    def answer(asked: Asked) -> Body:
        if asked.kind == "records":
            return '{"code":"331","error":"Yetki yok"}'
        return xml(block(asked.days[0], 2, 2, 0, 0)) if asked.kind == "list" else one_outcome(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(2)
        await desk.filled(2)
        problem = desk.backfill.progress.problem
        assert isinstance(problem, BadCredentials)
        assert problem.operation == "records"
        assert await desk.backfill.complete(TUESDAY - 2 * DAY, TUESDAY) is None
        assert pbx.told.count("records 24.11") == len([told for told in pbx.told if told.startswith("records")]) == 1
        pbx.answer = lambda asked: usual(asked) if asked.kind == "records" else answer(asked)
        desk.backfill.resume()
        await until(lambda: pbx.told.count("records 24.11") == 2, "asked again when the user says so")
        await desk.filled(2)
        assert desk.backfill.progress.problem is None


async def test_what_was_given_up_is_asked_again_when_the_user_says_so(store: Store, pbx: Pbx) -> None:
    pbx.answer = not_understood
    async with backfilling(store, pbx, NOON) as desk:
        desk.backfill.start(2)
        await desk.filled(2)
        assert isinstance(desk.backfill.progress.problem, Refusal)
        before = len(pbx.asked)
        pbx.answer = usual
        desk.backfill.resume()
        await until(lambda: len(pbx.asked) == before + 3, "the three lists")
        await desk.filled(2)
        assert desk.backfill.progress.problem is None


async def test_a_day_of_which_no_figure_can_be_read_is_not_final(store: Store, pbx: Pbx) -> None:
    bad = "<statistics><date>24.11.2026</date><incoming_call>cok</incoming_call></statistics>"
    pbx.answer = lambda asked: xml(bad)
    async with backfilling(store, pbx, NOON, wants=Wants(lists=False)) as desk:
        desk.backfill.start(1)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, BadAnswer)
        assert (await desk.archive.known(TUESDAY, TUESDAY)).days == {}
        pbx.answer = usual
        await desk.filled(1)
        kept = await desk.archive.known(TUESDAY, TUESDAY)
    assert kept.days[TUESDAY].figures.incoming == 4


def _said(code: str) -> str:
    return f"<xml><main><code>{code}</code><error>hayir</error></main></xml>"


@pytest.mark.parametrize(
    ("kind", "code"), [("list", "50"), ("list", "60"), ("list", "70"), ("records", "50"), ("records", "70")]
)
async def test_what_is_refused_for_good_besides_figures_costs_an_export_nothing(
    store: Store, pbx: Pbx, kind: str, code: str
) -> None:
    def answer(asked: Asked) -> Body:
        if asked.kind == kind and asked.days[0] == TUESDAY:
            return _said(code) if kind == "list" else f'{{"code":"{code}","error":"hayir"}}'
        # A list that holds the day's figures is none, and the hours have to come out of the call records.
        return xml(block(asked.days[0], 2, 2, 0, 0)) if kind == "records" and asked.kind == "list" else usual(asked)

    pbx.answer = answer
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY - 3 * DAY, TUESDAY) is None
        kept = await desk.archive.known(TUESDAY - 3 * DAY, TUESDAY)
        assert len(kept.days) == 4
        assert TUESDAY not in {day for day, _ in kept.lists} or kind == "records"
        assert TUESDAY not in kept.records
        assert isinstance(desk.backfill.progress.problem, Refusal)
        before = len(pbx.asked)
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        assert len(pbx.asked) == before, "given up"


@pytest.mark.parametrize("code", ["50", "60", "70"])
async def test_refused_figures_are_why_an_export_fails(store: Store, pbx: Pbx, code: str) -> None:
    pbx.answer = lambda asked: _said(code) if TUESDAY in asked.days else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        problem = await desk.backfill.complete(TUESDAY, TUESDAY)
        assert isinstance(problem, Refusal)
        assert problem.code == code
        before = len(pbx.asked)
        assert await desk.backfill.complete(TUESDAY, TUESDAY) is problem
        assert len(pbx.asked) == before, "given up"
        assert isinstance(await desk.backfill.complete(TUESDAY - 3 * DAY, TUESDAY), Refusal)
        assert await desk.backfill.complete(TUESDAY - 3 * DAY, TUESDAY - 2 * DAY) is None


async def test_refused_figures_that_came_another_way_are_no_failure(store: Store, pbx: Pbx) -> None:
    pbx.answer = lambda asked: _said("70")
    async with backfilling(store, pbx, NOON) as refused:
        assert isinstance(await refused.backfill.complete(TUESDAY, TUESDAY), Refusal)
        other = Pbx()
        async with other.server, backfilling(store, other, NOON) as desk:
            assert await desk.backfill.complete(TUESDAY, TUESDAY) is None
        assert await refused.backfill.complete(TUESDAY, TUESDAY) is None


async def test_figures_of_half_a_day_do_not_pass_for_those_of_the_day(store: Store, pbx: Pbx) -> None:
    async with backfilling(store, pbx, NOON) as desk:
        assert await desk.backfill.complete(TUESDAY + DAY, TUESDAY + DAY) is None
        desk.now += 86_400.0
        pbx.answer = lambda asked: _said("70")
        assert isinstance(await desk.backfill.complete(TUESDAY + DAY, TUESDAY + DAY), Refusal)


@pytest.mark.logs
@pytest.mark.parametrize(
    ("body", "kind"),
    [(None, NoAnswer), ("<html>Bakim</html>", BadAnswer), ("80", LimitReached), ("30", BadCredentials)],
)
async def test_a_list_that_may_still_come_is_not_done_without(
    store: Store, pbx: Pbx, body: Body, kind: type[PbxError]
) -> None:
    pbx.answer = lambda asked: body if asked.kind == "list" else usual(asked)
    async with backfilling(store, pbx, NOON) as desk:
        assert isinstance(await desk.backfill.complete(TUESDAY, TUESDAY), kind)


async def test_two_lanes_that_count_one_day_after_a_lost_claim_both_have_it_whole(pbx: Pbx) -> None:
    both = asyncio.Event()

    async def answer(asked: Asked) -> Body:
        if len(pbx.asked) == 2:
            both.set()
        await both.wait()
        return usual(asked)

    pbx.answer = answer
    question = Question(QuestionKind.RECORDS, TUESDAY, TUESDAY)
    async with open_client(pbx.server.url, table=quick(2.0)) as client:
        asking = Asking(client, Clock(wall=lambda: NOON))
        told = await asyncio.gather(
            *(asking.ask(question, Errand(priority, lambda: NOON)) for priority in (Priority.USER, Priority.SCREEN))
        )
    whole = tuple(RecordHour(TUESDAY, hour, 1, 0) for hour in range(24))
    assert [answer.hours for answer in told if answer is not None] == [whole, whole]
