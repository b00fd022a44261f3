"""What nobody could confirm about requests and answers: under every reading the client works, or says what is wrong.

The event stream and the webhook are in `test_open_questions_events`.
"""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import NumberChange
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection, PlayedTo
from supervisor_gui.netsantral.types_records import Party, RecordPage
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, http, open_client
from tests.simulator.running import LOGIN, Site, running

Ask = Callable[[Client], Awaitable[Any]]

LINE = "3121110000"
OUTSIDE = "5550001122"
CALL = "sip3-1675000033.92222"
DAY = date(2019, 8, 29)
END = datetime(2023, 1, 29, 21, 30, tzinfo=UTC)
START = END - timedelta(hours=24)
LEG = {"date": "29.01.2023 16:47:13", "destination": OUTSIDE, "source": "102", "duration": "54", "direction": 0}
DONE = {"crm_id": "1", "status": "Success", "message": "Successful"}
STARTED = {
    "unique_id": CALL,
    "caller_num": "101",
    "called_num": OUTSIDE,
    "status": "Success",
    "message": "Successfully",
}


def originate(client: Client, options: CallOptions = CallOptions()) -> Awaitable[Any]:  # noqa: B008  frozen
    return client.originate("101", OUTSIDE, trunk=LINE, options=options)


async def scripted(ask: Ask, *answers: Any) -> tuple[Any, list[bytes]]:
    """What `ask` brings when the PBX gives `answers`, an error among it; and the requests that it got."""
    script = [http(one if isinstance(one, bytes) else json.dumps(one).encode()) for one in answers]
    async with WireServer(*script) as server, open_client(server.url) as client:
        try:
            told = await ask(client)
        except PbxError as error:
            told = error
    return told, server.requests


def query(request: bytes) -> dict[str, str]:
    """The fields of a GET."""
    target = request.split(b" ", 2)[1].decode()
    return {name: values[0] for name, values in parse_qs(target.partition("?")[2], keep_blank_values=True).items()}


def body(request: bytes) -> Any:
    return json.loads(request.partition(b"\r\n\r\n")[2])


def told_by(site: Site) -> Any:
    """A client of a simulator in this loop."""
    return open_client(site.ready.pbx_url, api_url=site.ready.api_url)


async def test_call_control_is_reached_with_and_without_encryption(tmp_path: Path) -> None:
    """Whether the PBX takes commands over HTTPS is for its base URL to say; the client asks both alike."""
    for arguments in (["--tls", str(tmp_path)], []):
        with SimulatorProcess(["--limits", "off", *arguments], password=PASSWORD) as simulator:
            options = {"extra_ca": Path(simulator.info.tls["ca"])} if arguments else {}
            async with open_client(simulator.info.pbx_url, **options) as client:
                assert (await client.queue_status(None)).queues
                assert (await client.probe()).encrypted == bool(arguments)


async def test_the_simulator_answers_a_post_like_the_get_that_the_client_sends() -> None:
    """One client in the wild posts its commands; ours asks as documented."""
    async with running() as site:
        asked = await site.pbx("queuestats", queue="Satış")
        url = f"{site.ready.pbx_url}/{ACCOUNT}/queuestats"
        posted = await site.http.post(url, json={**LOGIN, "crm_id": "345", "queue": "Satış"})
    assert posted.json() == asked.json()
    _, (request,) = await scripted(lambda client: client.queue_status(None), {"queues": []})
    assert request.startswith(b"GET ")


@pytest.mark.parametrize("required", [False, True])
async def test_a_pbx_may_give_all_queues_or_want_one_named(required: bool) -> None:
    """One that wants a name refuses for a missing parameter, by which the poller knows; a named queue always works."""
    async with running(queue_required=required) as site, told_by(site) as client:
        assert (await client.queue_status("Satış")).queues[0].name == "Satış"
        if not required:
            assert len((await client.queue_status(None)).queues) == 4
            return
        with pytest.raises(Refusal) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "parameter"


async def test_commands_name_a_queue_in_its_short_form_and_rows_may_have_either() -> None:
    """Whether commands take the full name is not known, so they never get it."""
    full = f"{ACCOUNT}-queue-Satış"
    for told in (full, "Satış"):
        status, (request,) = await scripted(lambda client: client.queue_status(full), {"queues": [{"queuename": told}]})
        assert query(request)["queue"] == status.queues[0].name == "Satış"


async def test_a_command_names_one_queue_and_the_refusal_of_several_is_read_for_it() -> None:
    """The PBX's words speak of "one or more queues"; what Asterisk adds to them counts."""
    words = "Bir veya birden fazla kuyrukta hata olustuUnable to add interface to queue: No such queue"
    told, (request,) = await scripted(
        lambda client: client.agent_login("101", "Yok", penalty=1, paused=False), {"status": "Error", "message": words}
    )
    assert (told.reason, query(request)["queue"]) == ("no_such_queue", "Yok")


@pytest.mark.parametrize("status", ["Error", "Success", "Successfully", ""])
@pytest.mark.parametrize(("message", "reason"), [("No Answer", "no_answer"), ("Busy", "busy_line")])
async def test_a_call_that_came_to_nothing_is_told_whatever_status_comes_with_it(
    status: str, message: str, reason: str
) -> None:
    """The message and the missing call id decide, not the status word."""
    told, _ = await scripted(originate, {"status": status, "message": message, "response": "originate"})
    assert (type(told), told.reason) == (Refusal, reason)


def unique_days(*days: str, wrapped: bool) -> bytes:
    blocks = [f"<statistics><date>{day}</date><answered>1</answered></statistics>" for day in days]
    inside = "".join(f"<info>{block}</info>" for block in blocks) if wrapped else f"<info>{''.join(blocks)}</info>"
    return f"<?xml version='1.0'?><xml><main>{inside}</main></xml>".encode()


@pytest.mark.parametrize("wrapped", [True, False])
async def test_days_of_statistics_come_in_order_however_they_repeat(wrapped: bool) -> None:
    """Either the day's block repeats or what it stands in; the order is not promised."""
    told, _ = await scripted(
        lambda client: client.statistics(START, END + timedelta(days=2)),
        unique_days("31.01.2023", "29.01.2023", "30.01.2023", wrapped=wrapped),
    )
    assert [day.day.day for day in told.days] == [29, 30, 31]


@pytest.mark.parametrize("outcome", CallOutcome)
async def test_a_days_calls_may_come_as_a_list_or_as_the_days_figures(outcome: CallOutcome) -> None:
    """Only the list of abandoned calls was ever seen; the other two are asked for in the same way."""
    flag = {CallOutcome.ABANDONED: "abandoned", CallOutcome.UNANSWERED: "noanswer", CallOutcome.ANSWERED: "answered"}
    call = "<call><uniqueid>1.2</uniqueid><date>29.08.2019 11:02:47</date><number>05550001122</number></call>"
    listed = f"<xml><main><{flag[outcome]}>{call}</{flag[outcome]}></main></xml>".encode()
    figures = unique_days("29.08.2019", wrapped=False)
    calls, (request,) = await scripted(lambda client: client.calls_of_day(DAY, outcome), listed)
    assert f"<{flag[outcome]}>1</{flag[outcome]}>".encode() in request
    assert [one.call for one in calls.calls] == ["1.2"]
    totals, _ = await scripted(lambda client: client.calls_of_day(DAY, outcome), figures)
    assert (totals.calls, totals.totals.answered) == ((), 1)


async def test_statistics_are_asked_for_in_xml_and_a_json_answer_is_told() -> None:
    """A JSON form of the service is hearsay: it is not asked for, and its errors are understood all the same."""
    refused, (request,) = await scripted(
        lambda client: client.statistics_of_day(DAY), {"code": "30", "error": "Kullanici dogrulanamadi"}
    )
    odd, _ = await scripted(lambda client: client.statistics_of_day(DAY), {"days": []})
    assert b"<mainbody>" in request
    assert b"mode" not in request
    assert isinstance(refused, BadCredentials)
    assert (type(odd), odd.reason) == (BadAnswer, "not_xml")


async def test_a_span_that_is_refused_says_so_when_it_is_longer_than_a_day() -> None:
    """Whether a day or a week may be asked for is open; who asked for more can ask for less."""
    told, requests = await scripted(lambda client: client.records(START - timedelta(hours=1), END), {"code": 60})
    assert (type(told), told.reason, len(requests)) == (Refusal, "span", 1)


async def test_the_same_code_for_a_day_or_less_means_no_calls() -> None:
    """The code stands for a long span with one version of the service and for no record with another."""
    told, _ = await scripted(lambda client: client.records(START, END), {"code": "60", "error": "Kayit bulunamadi"})
    assert told == RecordPage()


@pytest.mark.parametrize("code", [80, "80", 100, "101"])
async def test_a_report_over_its_limit_may_also_mean_that_the_service_is_not_booked(code: object) -> None:
    """The client counts it as a limit, and the explanation has the PBX's own words and code beside it."""
    told, requests = await scripted(lambda client: client.records(START, END), {"code": code, "error": "sistem"})
    assert (type(told), told.reason, len(requests)) == (LimitReached, "limit", 1)
    assert str(code) in explain(told).details


@pytest.mark.parametrize("party", Party)
async def test_calls_of_another_number_in_an_answer_are_passed_on(party: Party) -> None:
    """What the query type picks is disputed, so more may come than was asked for."""
    rows = [{"uniqueid": CALL, "values": [LEG]}, {"uniqueid": "1.2", "values": [{**LEG, "destination": "5550003344"}]}]
    told, _ = await scripted(lambda client: client.records_of_number(OUTSIDE, party, START, END), rows)
    assert [call.legs[0].destination for call in told.calls] == [OUTSIDE, "5550003344"]


CODED: dict[str, tuple[Ask, Callable[[object], Any], str]] = {
    "status": (lambda client: client.queue_status("x"), lambda code: {"status": "Error", "code": code}, "70"),
    "number": (
        lambda client: client.add_number(OUTSIDE, "x", penalty=1),
        lambda code: {"code": code, "error": "x"},
        "40",
    ),
    "report": (lambda client: client.records(START, END), lambda code: {"code": code, "error": "x"}, "50"),
    "autodial": (
        lambda client: client.lists(),
        lambda code: {"header": {"error": True, "code": code}, "body": []},
        "400",
    ),
}


@pytest.mark.parametrize("name", CODED)
async def test_a_code_may_be_a_number_or_a_word(name: str) -> None:
    """Both spellings were seen, and for some services neither."""
    ask, answer, code = CODED[name]
    for spelt in (code, int(code), f" {code} "):
        told, _ = await scripted(ask, answer(spelt))
        assert (type(told), told.code) == (Refusal, code)


async def test_a_redirected_call_asks_for_no_consent_filter_and_a_pbx_may_know_one() -> None:
    """Newer papers may want a filter; the documented form leaves it out, and the simulator takes both."""
    async with running() as site, told_by(site) as client:
        assert (await client.redirect(OUTSIDE, "Satış", TargetKind.QUEUE, trunk=LINE)).queued
        params = {"called": OUTSIDE, "redirect_menu": "Satış", "redirect_type": "queue", "ring_timeout": "20"}
        params |= {"wait_response": "0", "trunk": LINE, "iysfilter": "11", "brandcode": "1"}
        assert (await site.pbx("dynamic_redirect", **params)).json()["message"] == "Success"


@pytest.mark.parametrize("response", ["local", "originate", None])
async def test_an_internal_call_may_answer_under_the_name_of_another_command(response: str | None) -> None:
    """The papers show the answer of an outside call."""
    told, _ = await scripted(lambda client: client.internal_call("101", "102"), {**STARTED, "response": response})
    assert told.call == CALL


STEERING: dict[str, Ask] = {
    "hang up": lambda client: client.hang_up("sip3-1.1"),
    "mute": lambda client: client.mute("sip3-1.1", muted=True),
    "transfer": lambda client: client.blind_transfer("sip3-1.1", "102"),
}


@pytest.mark.parametrize("name", STEERING)
async def test_an_order_on_a_call_that_is_gone_is_a_refusal_in_any_words(name: str) -> None:
    """No sample shows that answer."""
    for words in (
        {"code": "30", "message": "Eksik yada yanlis parametre"},
        {"message": "No such channel"},
        {"message": "Yok"},
    ):
        told, _ = await scripted(STEERING[name], {"status": "Error", **words})
        assert isinstance(told, Refusal)
        assert words["message"] in told.words
    async with running() as site, told_by(site) as client:
        with pytest.raises(Refusal):
            await STEERING[name](client)


@pytest.mark.parametrize("rows", [[], [{"id": 7, "status": "deleted"}], {"id": 7}, None, [{"neu": [1]}]])
async def test_changes_of_a_lists_numbers_may_be_answered_with_any_rows(rows: object) -> None:
    """The header says yes; no sample shows the rest."""
    answer = {"header": {"error": False, "code": 200, "message": "Tamam"}, "body": rows}
    changes: list[Ask] = [
        lambda client: client.delete_list_number("12", "7"),
        lambda client: client.update_list_number("12", "7", NumberChange(name="a")),
    ]
    for change in changes:
        told, _ = await scripted(change, answer)
        assert told.message == "Tamam"


async def test_fields_that_nobody_documented_stay_with_a_reported_number() -> None:
    """Whatever a report tells about a number is kept under the PBX's own name for it."""
    row = {"id": 7, "number": OUTSIDE, "deneme": 2, "sonuc": {"a": 1}}
    answer = {"header": {"error": False, "code": 200}, "body": [{"numbers_status": [], "numbers": [row]}]}
    told, _ = await scripted(lambda client: client.list_report("12"), answer)
    assert told.numbers[0].extra == (("deneme", "2"), ("sonuc", '{"a":1}'))


@pytest.mark.parametrize("status", [0, "1", "Aktif", None, {"x": 1}])
async def test_a_lists_state_is_shown_in_the_pbxs_own_word(status: object) -> None:
    """Only one value of it has a known meaning, so none is given one."""
    answer = {"header": {"error": False, "code": 200}, "body": [{"list_id": 12, "list_status": status}]}
    told, _ = await scripted(lambda client: client.lists(), answer)
    assert told.rows[0].status == ("" if status is None or isinstance(status, dict) else str(status))


@pytest.mark.parametrize("operation", ["status", "pause"])
async def test_a_login_that_is_not_confirmed_may_be_the_addresss_fault(operation: str) -> None:
    """A PBX that allows only some addresses has no words of its own for the others."""
    asks: dict[str, Ask] = {
        "status": lambda client: client.queue_status(None),
        "pause": lambda client: client.agent_pause("101", "x", paused=True, reason="çay"),
    }
    told, _ = await scripted(asks[operation], {"status": "Error", "message": "Kullanici dogrulanamadi"})
    assert isinstance(told, BadCredentials)
    assert "address" in explain(told).meaning


async def test_one_member_has_one_id_of_digits_in_login_pause_and_logoff() -> None:
    """It may be free or compared by the PBX; digits that stay the same suit both. The simulator takes any."""
    orders: list[Ask] = [
        lambda client: client.agent_login("101", "x", penalty=1, paused=False),
        lambda client: client.agent_pause("101", "x", paused=True, reason="çay"),
        lambda client: client.agent_logoff("101", "x"),
    ]
    sent = {query((await scripted(order, DONE))[1][0])["crm_id"] for order in orders}
    assert len(sent) == 1
    assert sent.pop().isdecimal()
    async with running() as site:
        for crm_id in ("345", "çağrı-1", "7'"):
            assert (await site.pbx("queuestats", crm_id=crm_id)).json()["crm_id"] == crm_id


@pytest.mark.parametrize("direction", MuteDirection)
async def test_a_call_is_muted_in_each_direction_the_pbx_names(direction: MuteDirection) -> None:
    """Which side falls silent is not confirmed, so the names go out as they are."""
    told, (request,) = await scripted(lambda client: client.mute(CALL, muted=True, direction=direction), DONE)
    assert (told.message, query(request)["direction"]) == ("Successful", direction.value)


@pytest.mark.parametrize("reason", ["çay molası", ""])
async def test_a_break_ends_with_its_reason_or_with_an_empty_one(reason: str) -> None:
    """The field is mandatory even where nothing is left to be reasoned."""
    _, (request,) = await scripted(lambda client: client.agent_pause("101", "x", paused=False, reason=reason), DONE)
    assert (query(request)["paused"], query(request)["reason"]) == ("0", reason)
    async with running() as site, told_by(site) as client:
        agent = (await client.queue_status("Satış")).queues[0].agents[0].extension
        assert await client.agent_pause(agent, "Satış", paused=False, reason=reason)


@pytest.mark.parametrize("known", [CALL, CALL.partition("-")[2]])
async def test_a_call_is_found_with_or_without_its_nodes_prefix(known: str) -> None:
    """The papers show both, in the table and in the example."""
    none = {"code": 40, "error": "Kayit bulunamadi"}
    answers = [{"uniqueid": known, "values": [LEG]}]
    script = [answers] if known == CALL else [none, answers]
    told, requests = await scripted(lambda client: client.records_of_call(CALL), *script)
    assert told.calls[0].call == known == body(requests[-1])["uniqueid"]


@pytest.mark.parametrize("sound", ["karsilama", "karsilama.wav"])
@pytest.mark.parametrize("first", FirstRung)
async def test_a_sounds_name_goes_out_as_typed_whichever_side_rings_first(sound: str, first: FirstRung) -> None:
    """The papers contradict each other about the ending and about who must ring first."""
    options = CallOptions(to_caller=PlayedTo(sound=sound), to_called=PlayedTo(sound=sound))
    _, (request,) = await scripted(
        lambda client: client.bridge(OUTSIDE, "5550003344", trunk=LINE, first=first, options=options), STARTED
    )
    assert (query(request)["caller_record"], query(request)["called_record"]) == (sound, sound)


async def test_a_number_is_hidden_only_when_asked_and_only_from_an_extension() -> None:
    """It is said to hide the called number on the extension's display, and nothing more is promised."""
    _, (plain,) = await scripted(originate, STARTED)
    _, (hidden,) = await scripted(lambda client: originate(client, CallOptions(hide_number=True)), STARTED)
    assert "hide_callerid" not in query(plain)
    assert query(hidden)["hide_callerid"] == "1"
    async with open_client("http://127.0.0.1:1") as client:
        with pytest.raises(ValueError, match="extension"):
            await client.bridge(OUTSIDE, "5550003344", trunk=LINE, options=CallOptions(hide_number=True))
