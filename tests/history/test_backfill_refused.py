"""What the PBX refuses about the past holds up nothing else, and is asked again when the user says so."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

import pytest

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.backfill_values import BackfillState
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, Refusal
from tests.helpers.qt_async import until
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
    async with backfilling(store, pbx, NOON, lists=False) as desk:
        desk.backfill.start(1)
        progress = await desk.becomes(BackfillState.WAITING)
        assert isinstance(progress.problem, BadAnswer)
        assert (await desk.archive.known(TUESDAY, TUESDAY)).days == {}
        pbx.answer = usual
        await desk.filled(1)
        kept = await desk.archive.known(TUESDAY, TUESDAY)
    assert kept.days[TUESDAY].figures.incoming == 4
