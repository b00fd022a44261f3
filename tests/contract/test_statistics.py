"""Statistics of incoming calls: each figure and each listed call is the ledger's, and questions are as documented."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, Statistics
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.explained import assert_explained, broken_answers
from tests.helpers.past import DAY, MINUTE, PastDay, small_centre
from tests.helpers.recount import Truth, check_figures, figures, listed, turkish
from tests.helpers.wire_server import ACCOUNT, PASSWORD, open_client, quick

STATISTICS = "netsantral/statistics"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
FLAGS = {
    CallOutcome.ABANDONED: "abandoned",
    CallOutcome.UNANSWERED: "noanswer",
    CallOutcome.ANSWERED: "answered",
}


@pytest.fixture(scope="module")
def served() -> Iterator[PastDay]:
    with SimulatorProcess(small_centre(seed=13, days=8), password=PASSWORD) as running:
        yield PastDay(running, back=8)


@pytest.fixture
def site(served: PastDay) -> Iterator[PastDay]:
    served.fault()
    yield served
    served.fault()


def question(fields: str) -> str:
    """A request's body as the log keeps it."""
    login = f"<usercode>{ACCOUNT}</usercode><password>***</password>"
    return f"{DECLARATION}<mainbody><header>{login}{fields}</header></mainbody>"


def posted(entry: Truth) -> str:
    """A request's body after a look at where it went."""
    assert (entry["face"], entry["method"], entry["path"]) == ("api", "POST", "/netsantral/statistics")
    assert entry["params"] == {}
    body: str = entry["body"]
    return body


@pytest.mark.parametrize("days", [1, 2, 3, 7])
async def test_a_span_has_each_of_its_days_with_the_ledgers_figures(site: PastDay, days: int) -> None:
    last = site.start + days * DAY - MINUTE
    calls = site.ledger(site.start, last + MINUTE)
    before = site.count()
    async with site.connect() as client:
        read = await client.statistics(site.start, last)
    (entry,) = site.asked(before)
    fields = f"<startdate>{site.day:%d%m%Y}0000</startdate><stopdate>{last:%d%m%Y}2359</stopdate>"
    assert posted(entry) == question(fields)
    assert read.damaged == 0
    assert [one.day for one in read.days] == [site.day + number * DAY for number in range(days)]
    for one in read.days:
        truth = figures(calls, one.day)
        assert truth.incoming is not None
        assert truth.incoming > 300
        check_figures(one, truth)


async def test_days_are_read_in_both_ways_in_which_they_may_repeat(site: PastDay) -> None:
    shapes = []
    for days in (2, 3):
        last = site.start + days * DAY - MINUTE
        fields = f"<startdate>{site.day:%d%m%Y}0000</startdate><stopdate>{last:%d%m%Y}2359</stopdate>"
        raw = await asyncio.to_thread(site.fetch, f"/{STATISTICS}", question(fields).replace("***", PASSWORD).encode())
        shapes.append((raw.count(b"<info>"), raw.count(b"<statistics>")))
        async with site.connect() as client:
            assert len((await client.statistics(site.start, last)).days) == days
    assert shapes == [(2, 2), (1, 3)]


async def test_part_of_a_day_counts_the_calls_that_began_in_it(site: PastDay) -> None:
    ten = site.start + timedelta(hours=10)
    async with site.connect() as client:
        (one,) = (await client.statistics(ten, ten + timedelta(minutes=59))).days
    check_figures(one, figures([call for call in site.calls if turkish(call["arrived"]).hour == 10], site.day))


async def test_a_day_asked_for_by_its_date_has_the_same_figures(site: PastDay) -> None:
    before = site.count()
    async with site.connect() as client:
        read = await client.statistics_of_day(site.day)
        again = await client.statistics(site.start, site.start + DAY - MINUTE)
    first, _ = site.asked(before)
    assert posted(first) == question(f"<date>{site.day:%d%m%Y}</date>")
    assert read == again
    check_figures(read.days[0], figures(site.calls, site.day))


@pytest.mark.parametrize("wanted", CallOutcome)
async def test_the_calls_of_a_day_are_listed_by_how_they_went(site: PastDay, wanted: CallOutcome) -> None:
    before = site.count()
    async with site.connect() as client:
        read = await client.calls_of_day(site.day, wanted)
    (entry,) = site.asked(before)
    flag = FLAGS[wanted]
    assert posted(entry) == question(f"<date>{site.day:%d%m%Y}</date><{flag}>1</{flag}>")
    assert (read.damaged, read.totals) == (0, None)
    assert list(read.calls) == listed(site.calls, site.day, wanted)
    assert read.calls


async def test_a_listed_call_is_found_among_the_records(site: PastDay) -> None:
    async with site.connect() as client:
        row = (await client.calls_of_day(site.day, CallOutcome.ABANDONED)).calls[0]
        (record,) = (await client.records_of_call(row.call)).calls
    assert record.call.endswith(row.call)
    assert record.legs[0].source in row.number


async def test_a_minute_in_which_agents_alone_called_has_no_incoming_calls(site: PastDay) -> None:
    came = {turkish(call["arrived"]).replace(second=0) for call in site.calls if call["kind"] != "outgoing"}
    minutes = {turkish(call["arrived"]).replace(second=0) for call in site.calls} - came
    alone = min(minutes)
    async with site.connect() as client:
        assert (await client.records(alone, alone)).calls
        assert await client.statistics(alone, alone) == Statistics()


async def test_days_without_calls_are_empty_and_no_error(site: PastDay) -> None:
    later = site.start + 30 * DAY
    before = site.count()
    async with site.connect() as client:
        assert await client.statistics(later, later + DAY) == Statistics()
        assert await client.statistics_of_day(later.date()) == Statistics()
        for wanted in CallOutcome:
            assert await client.calls_of_day(later.date(), wanted) == DayCalls()
    assert [entry["outcome"] for entry in site.asked(before)] == [{"code": "40"}] * 5


ORDERED = [
    ("code-30", BadCredentials, "credentials", "30"),
    ("code-331", BadCredentials, "not_enabled", "331"),
    ("bad-login", BadCredentials, "credentials", "30"),
    ("ip-not-allowed", BadCredentials, "not_enabled", "331"),
    ("code-50", Refusal, "date", "50"),
    ("code-60", Refusal, "span", "60"),
    ("code-70", Refusal, "query", "70"),
    ("code-80", LimitReached, "limit", "80"),
    ("code-100", LimitReached, "limit", "100"),
    ("code-101", LimitReached, "limit", "101"),
    *broken_answers("not_xml"),
]


@pytest.mark.parametrize(("fault", "kind", "reason", "code"), ORDERED)
async def test_each_refusal_and_each_broken_answer_is_told_apart(
    site: PastDay, fault: str, kind: type[PbxError], reason: str, code: str
) -> None:
    async with site.connect(table=quick(1.0 if reason == "deadline" else 5.0)) as client:
        site.fault({"name": fault, "match": {"operation": STATISTICS}})
        with pytest.raises(PbxError) as caught:
            await client.statistics_of_day(site.day)
        site.fault()
        assert (await client.statistics_of_day(site.day)).days
    error = caught.value
    assert (type(error), error.operation, error.reason, error.code) == (kind, "statistics_of_day", reason, code)
    assert_explained(error)


async def test_a_wrong_login_is_refused_in_each_of_the_questions(site: PastDay) -> None:
    async with site.connect(password="falsch9") as client:
        for asked in (
            client.statistics(site.start, site.end),
            client.statistics_of_day(site.day),
            client.calls_of_day(site.day, CallOutcome.ANSWERED),
        ):
            with pytest.raises(BadCredentials) as caught:
                await asked
            assert (caught.value.reason, caught.value.code) == ("credentials", "30")
            assert_explained(caught.value, "falsch9")


async def test_a_span_of_more_than_seven_days_is_refused_with_the_pbxs_code(site: PastDay) -> None:
    async with site.connect() as client:
        with pytest.raises(Refusal) as caught:
            await client.statistics(site.start, site.start + 7 * DAY + MINUTE)
        assert (await client.statistics(site.start, site.start + 7 * DAY)).days
    assert (caught.value.reason, caught.value.code) == ("span", "60")
    assert_explained(caught.value)


async def test_a_third_question_within_a_minute_is_a_bare_number_and_a_limit() -> None:
    with SimulatorProcess(["--load", "0", "--limits", "strict"], password=PASSWORD) as running:
        day = turkish(Control(running.info.control_url).get_now("/clock")["now"]).date()
        async with open_client(running.info.pbx_url, api_url=running.info.api_url) as client:
            assert await client.statistics_of_day(day) == Statistics()
            assert await client.calls_of_day(day, CallOutcome.ANSWERED) == DayCalls()
            for asked in (client.statistics_of_day(day), client.calls_of_day(day, CallOutcome.ABANDONED)):
                with pytest.raises(LimitReached) as caught:
                    await asked
                assert (caught.value.reason, caught.value.code, caught.value.words) == ("limit", "100", "")
                assert_explained(caught.value)
