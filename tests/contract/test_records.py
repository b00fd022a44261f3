"""Call records: what the simulator's ledger knows arrives at the client, and what the client asks is as documented."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types_records import Party, RecordPage
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.explained import assert_explained, broken_answers
from tests.helpers.past import DAY, MINUTE, PastDay, small_centre
from tests.helpers.recount import Truth, check_record, turkish
from tests.helpers.wire_server import ACCOUNT, PASSWORD, open_client, quick

REPORT = "netsantral/report"
LOGIN = {"usercode": ACCOUNT, "password": "***"}


@pytest.fixture(scope="module")
def served() -> Iterator[PastDay]:
    with SimulatorProcess(small_centre(seed=11, days=2), password=PASSWORD) as running:
        yield PastDay(running, back=2)


@pytest.fixture
def site(served: PastDay) -> Iterator[PastDay]:
    served.fault()
    yield served
    served.fault()


def posted(entry: Truth) -> Truth:
    """A request's fields after a look at where it went."""
    assert (entry["face"], entry["method"], entry["path"]) == ("api", "POST", "/netsantral/report")
    assert entry["params"] == {}
    body: Truth = entry["body"]
    return body


async def test_a_days_records_are_the_ledgers_calls(site: PastDay) -> None:
    before = site.count()
    async with site.connect() as client:
        page = await client.records(site.start, site.end)
    (entry,) = site.asked(before)
    assert posted(entry) == LOGIN | site.day_fields
    assert page.damaged == 0
    assert [record.call for record in page.calls] == [call["id"] for call in site.calls]
    assert len(site.calls) > 300
    for record, call in zip(page.calls, site.calls, strict=True):
        check_record(record, call)
    assert {call["kind"] for call in site.calls} >= {"queue", "direct", "outgoing"}


async def test_an_hour_holds_the_calls_that_began_in_it(site: PastDay) -> None:
    ten = site.start + timedelta(hours=10)
    async with site.connect() as client:
        page = await client.records(ten, ten + timedelta(minutes=59))
    wanted = [call["id"] for call in site.calls if turkish(call["arrived"]).hour == 10]
    assert [record.call for record in page.calls] == wanted
    assert wanted


async def test_a_number_is_found_where_it_called(site: PastDay) -> None:
    numbers = Counter(call["number"] for call in site.calls if call["number"] and call["kind"] == "queue")
    number = numbers.most_common(1)[0][0]
    before = site.count()
    async with site.connect() as client:
        page = await client.records_of_number(f"+9{number}", Party.CALLING, site.start, site.end)
    (entry,) = site.asked(before)
    assert posted(entry) == LOGIN | site.day_fields | {"querytype": "2", "no": number[1:]}
    wanted = [call["id"] for call in site.calls if call["number"] == number and not call["caller_exten"]]
    assert [record.call for record in page.calls] == wanted


async def test_a_number_and_an_extension_are_found_where_they_were_called(site: PastDay) -> None:
    outgoing = next(call for call in site.calls if call["kind"] == "outgoing" and call["number"])
    before = site.count()
    async with site.connect() as client:
        outside = await client.records_of_number(outgoing["number"], Party.CALLED, site.start, site.end)
        inside = await client.records_of_number("101", Party.CALLED, site.start, site.end)
        own = await client.records_of_number("101", Party.CALLING, site.start, site.end)
    assert [posted(entry) for entry in site.asked(before)] == [
        LOGIN | site.day_fields | {"querytype": "1", "no": outgoing["number"][1:]},
        LOGIN | site.day_fields | {"querytype": "1", "no": "101"},
        LOGIN | site.day_fields | {"querytype": "2", "no": "101"},
    ]
    assert [record.call for record in outside.calls] == [
        call["id"] for call in site.calls if call["caller_exten"] and call["number"] == outgoing["number"]
    ]
    assert [record.call for record in inside.calls] == [
        call["id"] for call in site.calls if any(offer["exten"] == "101" for offer in call["offers"])
    ]
    assert [record.call for record in own.calls] == [call["id"] for call in site.calls if call["caller_exten"] == "101"]


async def test_a_call_is_found_by_its_id_and_once_more_without_its_prefix(site: PastDay) -> None:
    call = site.calls[-1]
    before = site.count()
    async with site.connect() as client:
        (record,) = (await client.records_of_call(call["id"])).calls
        check_record(record, call)
        site.fault({"name": "code-40", "count": 1, "match": {"operation": REPORT}})
        (again,) = (await client.records_of_call(call["id"])).calls
    assert again == record
    bare = call["id"].partition("-")[2]
    sent = [posted(entry) for entry in site.asked(before)]
    assert sent == [LOGIN | {"uniqueid": one} for one in (call["id"], call["id"], bare)]


async def test_what_there_is_not_is_empty_and_no_error(site: PastDay) -> None:
    later = site.start + 5 * DAY
    before = site.count()
    async with site.connect() as client:
        assert await client.records(later, later + DAY - MINUTE) == RecordPage()
        assert await client.records_of_number("5559999999", Party.CALLING, site.start, site.end) == RecordPage()
        assert await client.records_of_call("sip3-1795600000.999999") == RecordPage()
    assert [entry["outcome"] for entry in site.asked(before)] == [{"code": "40"}] * 4


async def test_lines_of_columns_tell_the_same_calls(site: PastDay) -> None:
    login = {"usercode": ACCOUNT, "password": PASSWORD}
    answer = await asyncio.to_thread(site.fetch, f"/netsantral/report?{urlencode(login | site.day_fields)}")
    lines = decode_records("records", answer)
    async with site.connect() as client:
        page = await client.records(site.start, site.end)
    assert lines.damaged == 0
    for line, record in zip(lines.calls, page.calls, strict=True):
        assert line.call == record.call
        for short, leg in zip(line.legs, record.legs, strict=True):
            assert (short.at, short.source, short.seconds) == (leg.at, leg.source, leg.seconds)
            assert (short.direction, short.recording) == (leg.direction, leg.recording)
            # In lines of columns a voice menu has a longer name.
            assert short.destination.partition("-interactive-")[0] == leg.destination


ORDERED = [
    ("code-30", BadCredentials, "credentials", "30"),
    ("code-50", Refusal, "date", "50"),
    ("code-70", Refusal, "query", "70"),
    ("code-72", Refusal, "rejected_query", "72"),
    ("code-80", LimitReached, "limit", "80"),
    ("code-100", LimitReached, "limit", "100"),
    ("code-101", LimitReached, "limit", "101"),
    ("code-331", BadCredentials, "not_enabled", "331"),
    ("bad-login", BadCredentials, "credentials", "30"),
    ("ip-not-allowed", BadCredentials, "not_enabled", "331"),
    *broken_answers("not_json"),
]


@pytest.mark.parametrize(("fault", "kind", "reason", "code"), ORDERED)
async def test_each_refusal_and_each_broken_answer_is_told_apart(
    site: PastDay, fault: str, kind: type[PbxError], reason: str, code: str
) -> None:
    async with site.connect(table=quick(1.0 if reason == "deadline" else 5.0)) as client:
        site.fault({"name": fault, "match": {"operation": REPORT}})
        with pytest.raises(PbxError) as caught:
            await client.records(site.start, site.end)
        site.fault()
        assert (await client.records(site.start, site.start + 2 * DAY / 24)).calls
    error = caught.value
    assert (type(error), error.operation, error.reason, error.code) == (kind, "records", reason, code)
    assert_explained(error)


async def test_wrong_questions_are_refused_by_the_service_itself(site: PastDay) -> None:
    errors = []
    async with site.connect() as client:
        with pytest.raises(Refusal) as caught:
            await client.records(site.end - 7 * DAY - MINUTE, site.end)
        errors.append(caught.value)
        assert (await client.records(site.end - 7 * DAY, site.end)).calls
    async with site.connect(password="falsch9") as client:
        with pytest.raises(BadCredentials) as refused:
            await client.records_of_number("101", Party.CALLED, site.start, site.end)
        errors.append(refused.value)
    assert [(error.reason, error.code) for error in errors] == [("span", "60"), ("credentials", "30")]
    assert all(error.words for error in errors)
    for error in errors:
        assert_explained(error, "falsch9")


async def test_the_span_code_means_nothing_found_where_every_service_takes_the_span(site: PastDay) -> None:
    site.fault("code-60")
    async with site.connect() as client:
        assert await client.records(site.start, site.start + DAY) == RecordPage()
        with pytest.raises(Refusal) as caught:
            await client.records(site.start, site.start + DAY + MINUTE)
    assert caught.value.reason == "span"


BARE = [
    ("30", "credentials"),
    ("50", "date"),
    ("60", "span"),
    ("70", "query"),
    ("72", "rejected_query"),
    ("80", "limit"),
    ("100", "limit"),
    ("101", "limit"),
    ("331", "not_enabled"),
]


@pytest.mark.parametrize(("code", "reason"), BARE)
def test_a_bare_number_is_a_refusal_too(site: PastDay, code: str, reason: str) -> None:
    site.fault(f"code-{code}")
    body = site.fetch("/netsantral/report")
    assert body == code.encode()
    with pytest.raises(Refusal) as caught:
        decode_records("records", body)
    assert (caught.value.reason, caught.value.code) == (reason, code)
    assert_explained(caught.value)


async def test_a_third_question_within_a_minute_reaches_the_limit() -> None:
    with SimulatorProcess(["--load", "0", "--limits", "strict"], password=PASSWORD) as running:
        now = turkish(Control(running.info.control_url).get_now("/clock")["now"])
        async with open_client(running.info.pbx_url, api_url=running.info.api_url) as client:
            assert await client.records(now - DAY, now) == RecordPage()
            assert await client.records_of_call("1.1") == RecordPage()
            with pytest.raises(LimitReached) as caught:
                await client.records(now - DAY, now)
            # Statistics are counted for themselves.
            assert (await client.statistics(now - DAY, now)).days == ()
    assert (caught.value.reason, caught.value.code) == ("limit", "100")
    assert_explained(caught.value)
