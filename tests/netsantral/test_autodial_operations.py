"""Auto-dial operations over a real socket: what is sent, what comes back, and what a new list may be."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest

from supervisor_gui.netsantral import codec_autodial
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.codec_autodial import decode_list_report
from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, Refusal
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AddedNumber,
    Consent,
    LimitRule,
    ListKind,
    ListNumber,
    ListReport,
    NewList,
    NumberChange,
    StopRule,
)
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, http, open_client, quick

RECORDED = Path(__file__).parents[1] / "contract" / "recorded" / "php-package.jsonl"
ISTANBUL = timezone(timedelta(hours=3))
CALL_AT = datetime(2020, 9, 5, 15, 0, tzinfo=ISTANBUL)
NEW = NewList(
    name="list_name",
    prefix="110",
    kind=ListKind.DYNAMIC,
    first_day=date(2023, 2, 1),
    last_day=date(2023, 2, 1),
    from_time=time(11),
    until_time=time(11, 15),
    retries=1,
    retry_minutes=5,
    department="muhasebe",
    trunk="3121110000",
    target_kind=TargetKind.QUEUE,
    target="muhasebe",
    groups=("otolist",),
    numbers=(ListNumber("5550001122", "name1"),),
)

Ask = Callable[[Client], Awaitable[object]]


def ok(body: Any = (), message: str = "Tamam. ") -> bytes:
    return http(json.dumps({"header": {"error": False, "code": 200, "message": message}, "body": body}).encode())


def changed(**fields: Any) -> NewList:
    """A list like `NEW`, checked like any new one."""
    return NewList(**(msgspec.structs.asdict(NEW) | fields))


async def sent(ask: Ask, answer: bytes | None = None) -> dict[str, Any]:
    async with WireServer(answer or ok()) as server, open_client("http://127.0.0.1:1", api_url=server.url) as client:
        await ask(client)
    head, body = server.requests[0].split(b"\r\n\r\n")
    assert head.startswith(b"POST /autocallservice HTTP/1.1\r\n")
    assert b"content-type: application/json" in head.lower()
    told: dict[str, Any] = json.loads(body)
    assert told["header"] == {"username": ACCOUNT, "password": PASSWORD}
    assert set(told) == {"header", "body"}
    event: dict[str, Any] = told["body"]
    return event


async def data_of(new: NewList) -> dict[str, Any]:
    data: dict[str, Any] = (await sent(lambda client: client.create_list(new)))["data"]
    return data


def recorded(function: str) -> dict[str, Any]:
    lines = map(json.loads, RECORDED.read_text("utf-8").splitlines())
    request = next(line["request"] for line in lines if line["function"] == function)
    body: dict[str, Any] = json.loads(request.split("\r\n\r\n")[1])["body"]
    return body


@pytest.mark.parametrize(
    ("function", "ask"),
    [
        ("otomatikAramaList", lambda client: client.lists("12406")),
        ("listChangeStatus", lambda client: client.set_list_active("12430", active=True)),
        ("aramaRapor", lambda client: client.list_report("12431")),
        ("listeNumEkle", lambda client: client.add_list_numbers("12431", [ListNumber("5550001122", "netgsm")])),
        ("listeNumCikar", lambda client: client.delete_list_number("12505", "27273235")),
        (
            "listeNumGuncelle",
            lambda client: client.update_list_number(
                "12431", "12356", NumberChange("test", active=False, call_at=CALL_AT, trunk="3121110000")
            ),
        ),
    ],
)
async def test_each_operation_sends_what_the_vendors_package_was_seen_to_send(function: str, ask: Ask) -> None:
    assert await sent(ask) == recorded(function)


async def test_a_new_list_is_sent_like_the_vendors_but_for_its_stray_blank() -> None:
    event = await sent(lambda client: client.create_list(changed(stop_rule=StopRule.REACHED_COUNT, stop_limit=9)))
    wanted = recorded("otoAramaListeOlustur")
    wanted["data"]["callstop_type"] = wanted["data"].pop("callstop_type ")
    wanted["data"]["callstop_limit"] = 9
    assert event == wanted


async def test_all_lists_are_asked_for_without_an_id() -> None:
    assert await sent(lambda client: client.lists()) == {"event": "listautocall"}


async def test_a_list_is_stopped_by_its_own_status() -> None:
    event = await sent(lambda client: client.set_list_active("7", active=False))
    assert event == {"event": "updateliststatus", "list_id": "7", "data": {"status": "2"}}


async def test_a_plain_list_leaves_defaults_to_the_pbx() -> None:
    data = await data_of(changed(prefix="", groups=(), retries=0, retry_minutes=0))
    assert data == {
        "list_name": "list_name",
        "list_prefix": "",
        "liste_type": "2",
        "list_startdate": "2023-02-01",
        "list_stopdate": "2023-02-01",
        "list_starttime": "11:00",
        "list_stoptime": "11:15",
        "retry_count": "0",
        "try_time": "0",
        "department": "muhasebe",
        "trunk": "3121110000",
        "destination_type": "queue",
        "destination_name": "muhasebe",
        "queue_limit": "1",
        "numbers": [{"number": "5550001122", "name": "name1"}],
    }


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"kind": ListKind.FIXED}, {"liste_type": "1"}),
        ({"target_kind": TargetKind.IVR}, {"destination_type": "ivr"}),
        ({"target_kind": TargetKind.ANNOUNCEMENT}, {"destination_type": "announcement"}),
        ({"limit_rule": LimitRule.FREE_TIMES, "limit": 3}, {"queue_limit_type": "2", "queue_limit": "3"}),
        ({"limit_rule": LimitRule.CALLS_PER_MINUTE}, {"queue_limit_type": "3"}),
        ({"consent": Consent.CONSUMER}, {"filter": "11"}),
        ({"consent": Consent.TRADER}, {"filter": "12"}),
        ({"url": "https://example.invalid/hook"}, {"url": "https://example.invalid/hook"}),
        ({"trunk": "0312 111 00 00"}, {"trunk": "3121110000"}),
        ({"department": "8501110000-queue-Satış"}, {"department": "Satış"}),
        ({"numbers": (ListNumber("+90 555 000 11 22"),)}, {"numbers": [{"number": "5550001122", "name": ""}]}),
        ({"numbers": ()}, {"groups": ["otolist"]}),
    ],
)
async def test_each_choice_for_a_new_list_is_spelt_for_the_pbx(fields: dict[str, Any], wanted: dict[str, Any]) -> None:
    data = await data_of(changed(**fields))
    assert {name: data[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        (StopRule.REACHED_COUNT, 1),
        (StopRule.REACHED_PERCENT, 2),
        (StopRule.FAILED_COUNT, 3),
        (StopRule.FAILED_PERCENT, 4),
        (StopRule.TOTAL_COUNT, 5),
        (StopRule.TOTAL_PERCENT, 6),
    ],
)
async def test_each_stop_rule_has_its_number(rule: StopRule, number: int) -> None:
    data = await data_of(changed(stop_rule=rule, stop_limit=50))
    assert (data["callstop_type"], data["callstop_limit"]) == (number, 50)


@pytest.mark.parametrize("at", [CALL_AT, CALL_AT.astimezone(UTC), CALL_AT.astimezone(timezone(timedelta(hours=-5)))])
async def test_a_call_time_is_sent_in_turkish_time_whatever_its_zone(at: datetime) -> None:
    number = ListNumber("5550001122", "Ali", active=True, call_at=at, trunk="03121110000")
    event = await sent(lambda client: client.add_list_numbers("1", [number]))
    assert event["data"]["numbers"] == [
        {"number": "5550001122", "name": "Ali", "nstatus": "1", "calltime": "050920201500", "trunk": "3121110000"}
    ]


async def test_a_change_sends_only_what_changes() -> None:
    event = await sent(lambda client: client.update_list_number("1", "2", NumberChange(active=True)))
    assert event["data"] == {"list_id": "1", "id": "2", "nstatus": "1"}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": " "}, "name"),
        ({"name": "ş" * 51}, "name"),
        ({"kind": ListKind.OTHER}, "kind"),
        ({"prefix": "12345"}, "prefix"),
        ({"prefix": "1a"}, "prefix"),
        ({"prefix": "١"}, "prefix"),
        ({"last_day": date(2023, 1, 31)}, "days"),
        ({"until_time": time(11)}, "times"),
        ({"retries": 4}, "retries"),
        ({"retries": -1}, "retries"),
        ({"retry_minutes": 1441}, "retry_minutes"),
        ({"limit": 0}, "limit"),
        ({"stop_rule": StopRule.FAILED_COUNT}, "stop_limit"),
        ({"stop_limit": 5}, "stop_limit"),
        ({"stop_rule": StopRule.FAILED_COUNT, "stop_limit": -1}, "stop_limit"),
        ({"stop_rule": StopRule.TOTAL_PERCENT, "stop_limit": 101}, "stop_limit"),
        ({"department": ""}, "department"),
        ({"trunk": "hat"}, "trunk"),
        ({"target_kind": TargetKind.OTHER}, "target_kind"),
        ({"target": " "}, "target"),
        ({"url": "javascript:1"}, "url"),
        ({"groups": ("",)}, "groups"),
        ({"groups": (), "numbers": ()}, "numbers"),
        ({"numbers": (ListNumber("5550001122", active=False),)}, "numbers_extra"),
    ],
)
def test_a_list_that_cannot_be_right_says_what_is_wrong(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        changed(**fields)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: ListNumber("123456"), "number"),
        (lambda: ListNumber("1" * 16), "number"),
        (lambda: ListNumber("5550001122", call_at=datetime(2023, 2, 1)), "call_at"),  # noqa: DTZ001  what is refused
        (lambda: NumberChange(call_at=datetime(2023, 2, 1)), "call_at"),  # noqa: DTZ001  what is refused
        (NumberChange, "nothing"),
    ],
)
def test_a_number_that_cannot_be_right_says_what_is_wrong(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        make()


async def test_a_made_list_comes_back_with_its_id() -> None:
    async with WireServer(ok([{"id": 12431, "list_name": "list_name"}])) as server, open_client(server.url) as client:
        made = await client.create_list(NEW)
    assert (made.id, made.name) == ("12431", "list_name")


async def test_a_list_made_without_a_description_keeps_the_name_that_was_asked_for() -> None:
    async with WireServer(ok()) as server, open_client(server.url) as client:
        made = await client.create_list(NEW)
    assert (made.id, made.name) == ("", "list_name")


async def test_changes_give_back_the_pbxs_words() -> None:
    async with WireServer(ok(message="Numara silindi. ")) as server, open_client(server.url) as client:
        assert await client.delete_list_number("1", "2") == CommandAnswer("Numara silindi.")


async def test_failed_rows_under_code_200_come_back_as_outcomes() -> None:
    rows = [{"number": "5550001122", "name": "Ali", "status": "error"}]
    answer = ok([{"numbers": rows}], "12505 ID numaralı projeye 1 numara eklenemedi. ")
    async with WireServer(answer) as server, open_client(server.url) as client:
        told = await client.add_list_numbers("12505", [ListNumber("5550001122", "Ali")])
    assert told.rows == (AddedNumber("5550001122", "Ali", added=False, words="error"),)


@pytest.mark.parametrize(("count", "apart"), [(8000, True), (10, False)])
async def test_only_a_large_report_is_read_in_a_thread(
    count: int, apart: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def seen(body: bytes) -> ListReport:
        threads.append(threading.get_ident())
        return decode_list_report(body)

    monkeypatch.setattr(codec_autodial, "decode_list_report", seen)
    rows = [{"id": number, "number": "5550001122", "note": "x" * 150} for number in range(count)]
    part = {"numbers_status": [{"type": "Başarılı", "count": count}], "numbers": rows}
    async with WireServer(ok([part])) as server, open_client(server.url) as client:
        told = await client.list_report("1")
    assert (told.reached, len(told.numbers), told.damaged) == (count, count, 0)
    assert (threads != [threading.get_ident()]) is apart


@pytest.mark.parametrize("size", [10, 1_100_000])
async def test_a_refused_report_does_not_echo_the_password(size: int) -> None:
    words = f"{PASSWORD} yanlış"
    body = json.dumps({"header": {"error": True, "code": 301, "message": words}, "body": "x" * size}).encode()
    async with WireServer(http(body)) as server, open_client(server.url) as client:
        with pytest.raises(Refusal) as caught:
            await client.list_report("0")
    assert caught.value.reason == "bad_id"
    assert PASSWORD not in caught.value.words + caught.value.details


async def test_an_unreadable_report_is_a_bad_answer() -> None:
    async with WireServer(http(b"<html>")) as server, open_client(server.url) as client:
        with pytest.raises(BadAnswer):
            await client.list_report("1")


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.create_list(NEW),
        lambda client: client.set_list_active("1", active=True),
        lambda client: client.add_list_numbers("1", [ListNumber("5550001122")]),
        lambda client: client.delete_list_number("1", "2"),
        lambda client: client.update_list_number("1", "2", NumberChange("Ali")),
    ],
)
async def test_a_change_whose_answer_is_lost_is_not_sent_again(ask: Ask) -> None:
    async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async with WireServer(ok(), cut) as server, open_client(server.url, table=quick()) as client:
        await client.lists()
        with pytest.raises(NoAnswer):
            await ask(client)
    assert len(server.requests) == 2


async def test_who_asked_is_told_when_the_request_leaves() -> None:
    left: list[str] = []
    async with WireServer(ok()) as server, open_client(server.url) as client:
        await client.lists(replace="lists", sent=lambda: left.append("lists"))
        await client.create_list(NEW, sent=lambda: left.append("create"))
    assert left == ["lists", "create"]
