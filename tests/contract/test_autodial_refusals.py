"""Each refusal of an auto-dial operation, provoked at the simulator: it arrives typed and is explained."""

import json
import urllib.request
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
import pytest

from supervisor_gui.netsantral.codec_autodial import decode_command
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AddedNumber,
    ListKind,
    ListNumber,
    NewList,
    NumberChange,
    StopRule,
)
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.explained import assert_explained, told
from tests.helpers.pbx_pair import Ask, Body, Pair, paired
from tests.helpers.wire_server import ACCOUNT, PASSWORD

LINE = "3121110000"
UNKNOWN = "99999"
NO_LOGIN = "Kullanıcı adı veya şifre hatalı."
WRONG = (
    "Hatalı sorgulama. Gönderdiğiniz parametrelerden birisi hatalı veya zorunlu alanlardan birinin eksik olduğunu "
    "ifade eder. "
)
BAD_ID = "Gönderilen ID değeri numerik ve sıfırdan büyük bir değer olmalıdır."
NO_LIST = "HAtalı sorgulama. Bu id ye ait otomatik arama listesi yok yada yetkiniz yok."
PAST = datetime(2020, 9, 5, 12, 0, tzinfo=UTC)
NEW = NewList(
    name="Nisan kampanyası",
    kind=ListKind.DYNAMIC,
    first_day=date(2024, 4, 1),
    last_day=date(2099, 5, 31),
    from_time=time(9),
    until_time=time(18, 30),
    department="Satış",
    trunk=LINE,
    target_kind=TargetKind.QUEUE,
    target="Satış",
    numbers=(ListNumber("5550001122", "Ayşe"),),
)
NUMBER = ListNumber("5550003344", "Çağrı")
EACH_ORDER: Mapping[str, Ask[object]] = {
    "create_list": lambda client: client.create_list(NEW),
    "lists": lambda client: client.lists(),
    "set_list_active": lambda client: client.set_list_active(UNKNOWN, active=True),
    "list_report": lambda client: client.list_report(UNKNOWN),
    "add_list_numbers": lambda client: client.add_list_numbers(UNKNOWN, [NUMBER]),
    "delete_list_number": lambda client: client.delete_list_number(UNKNOWN, "1"),
    "update_list_number": lambda client: client.update_list_number(UNKNOWN, "1", NumberChange("Ali")),
}
EACH = pytest.mark.parametrize("operation", EACH_ORDER)


def changed(**fields: Any) -> NewList:
    """A list like `NEW`, checked like any new one."""
    return NewList(**(msgspec.structs.asdict(NEW) | fields))


async def lists(pair: Pair) -> list[Body]:
    """What the simulator knows of the lists."""
    found: list[Body] = (await pair.control.get("/ledger"))["lists"]
    return found


@EACH
async def test_a_wrong_login_is_told_by_each_operation(simulator: SimulatorProcess, operation: str) -> None:
    async with paired(simulator.info, password="falsch") as pair:
        error = await pair.refused(EACH_ORDER[operation])
    assert told(error) == (BadCredentials, "credentials", "30", NO_LOGIN)
    assert error.operation == operation


@EACH
@pytest.mark.parametrize(
    ("fault", "wanted"),
    [
        ("bad-login", (BadCredentials, "credentials", "30")),
        ("ip-not-allowed", (BadCredentials, "credentials", "30")),
        ("code-60", (Refusal, "no_package", "60")),
        ("code-70", (Refusal, "parameter", "70")),
        ("code-80", (LimitReached, "limit", "80")),
        ("code-301", (Refusal, "bad_id", "301")),
        ("code-400", (Refusal, "no_list", "400")),
    ],
)
async def test_each_code_is_told_by_each_operation_and_nothing_is_done(
    pair: Pair, operation: str, fault: str, wanted: tuple[type[PbxError], str, str]
) -> None:
    before = await lists(pair)
    await pair.control.post("/faults", {"set": [fault]})
    error = await pair.refused(EACH_ORDER[operation])
    assert told(error)[:3] == wanted
    assert error.words
    assert await lists(pair) == before


UNKNOWN_LIST = {name: order for name, order in EACH_ORDER.items() if name not in {"create_list", "lists"}} | {
    "one list": lambda client: client.lists(UNKNOWN)
}


@pytest.mark.parametrize("order", UNKNOWN_LIST.values(), ids=UNKNOWN_LIST.keys())
async def test_a_list_that_there_is_not_is_told(pair: Pair, order: Ask[object]) -> None:
    assert told(await pair.refused(order)) == (Refusal, "no_list", "400", NO_LIST)


@pytest.mark.parametrize("wrong", ["0", "-5", "12a", "١٢"])
@pytest.mark.parametrize(
    "order",
    [
        lambda client, wrong: client.lists(wrong),
        lambda client, wrong: client.set_list_active(wrong, active=False),
        lambda client, wrong: client.list_report(wrong),
        lambda client, wrong: client.add_list_numbers(wrong, [NUMBER]),
        lambda client, wrong: client.delete_list_number(wrong, "1"),
        lambda client, wrong: client.update_list_number(wrong, "1", NumberChange("Ali")),
    ],
)
async def test_an_id_that_is_no_number_above_zero_is_told(pair: Pair, order: Any, wrong: str) -> None:
    assert told(await pair.refused(lambda client: order(client, wrong))) == (Refusal, "bad_id", "301", BAD_ID)


async def test_a_report_of_no_list_is_told_as_a_wrong_id(pair: Pair) -> None:
    error = await pair.refused(lambda client: client.list_report(""))
    assert told(error) == (Refusal, "bad_id", "301", BAD_ID)


WRONG_VALUES: Mapping[str, tuple[Ask[object], str]] = {
    "unknown department": (
        lambda client: client.create_list(changed(department="Yok")),
        "Departman adı belirtmek zorunludur.",
    ),
    "unknown queue": (lambda client: client.create_list(changed(target="Yok")), "Hedef adı belirtmek zorunludur."),
    "foreign line": (
        lambda client: client.create_list(changed(trunk="3129990000")),
        "Dış hat belirtmek zorunludur.",
    ),
    "a number too short": (
        lambda client: client.create_list(changed(numbers=(ListNumber("1234567"),))),
        "Numara belirtmek zorunludur.",
    ),
    "a limit too high": (
        lambda client: client.create_list(changed(stop_rule=StopRule.FAILED_COUNT, stop_limit=10_001)),
        "Durdurma limiti hatalı.",
    ),
    "no list to switch": (lambda client: client.set_list_active("", active=True), "Liste ID si yok."),
    "no list for numbers": (
        lambda client: client.add_list_numbers("", [NUMBER]),
        "Numaraların ekleneceği proje ID si girilmelidir.",
    ),
}


@pytest.mark.parametrize(("order", "sentence"), WRONG_VALUES.values(), ids=WRONG_VALUES.keys())
async def test_a_wrong_value_is_named_by_the_pbxs_words(pair: Pair, order: Ask[object], sentence: str) -> None:
    before = await lists(pair)
    assert told(await pair.refused(order)) == (Refusal, "parameter", "70", WRONG + sentence)
    assert await lists(pair) == before


@pytest.mark.parametrize(
    ("order", "reason", "sentence"),
    [
        (lambda client, made, _: client.add_list_numbers(made, []), "parameter", "Numara belirtmek zorunludur."),
        (lambda client, made, _: client.delete_list_number(made, "1"), "parameter", "Numara ID si hatalı."),
        (
            lambda client, made, _: client.update_list_number(made, "1", NumberChange("Ali")),
            "parameter",
            "Numara ID si hatalı.",
        ),
        (lambda client, made, _: client.delete_list_number(made, "0"), "bad_id", ""),
        (
            lambda client, made, number: client.update_list_number(made, number, NumberChange(trunk="3129990000")),
            "parameter",
            "Dış hat belirtmek zorunludur.",
        ),
        (
            lambda client, made, number: client.update_list_number(made, number, NumberChange(call_at=PAST)),
            "parameter",
            "Arama zamanı hatalı.",
        ),
    ],
)
async def test_a_number_is_neither_changed_nor_removed_by_a_wrong_order(
    pair: Pair, order: Any, reason: str, sentence: str
) -> None:
    made = (await pair.client.create_list(NEW)).id
    report = await pair.client.list_report(made)
    error = await pair.refused(lambda client: order(client, made, report.numbers[0].id))
    words = BAD_ID if reason == "bad_id" else WRONG + sentence
    assert told(error) == (Refusal, reason, "301" if reason == "bad_id" else "70", words)
    assert await pair.client.list_report(made) == report


FAILED_ROWS: Mapping[str, tuple[Body, list[ListNumber], list[bool]]] = {
    "to a fixed list": ({"kind": ListKind.FIXED}, [NUMBER], [False]),
    "twice": ({}, [NUMBER, ListNumber("0555 000 33 44", "Çağrı")], [True, False]),
    "that is there": ({}, [ListNumber("5550001122", "Ayşe"), NUMBER], [False, True]),
    "over a foreign line": ({}, [ListNumber("5550003344", trunk="3129990000")], [False]),
    "at a time gone by": ({}, [ListNumber("5550003344", call_at=PAST)], [False]),
    "too short": ({}, [ListNumber("1234567", "Kısa"), NUMBER], [False, True]),
}


@pytest.mark.parametrize(("fields", "numbers", "added"), FAILED_ROWS.values(), ids=FAILED_ROWS.keys())
async def test_a_number_that_cannot_be_added_is_told_though_the_code_is_200(
    pair: Pair, fields: Body, numbers: list[ListNumber], added: list[bool]
) -> None:
    made = (await pair.client.create_list(changed(**fields))).id
    result = await pair.client.add_list_numbers(made, numbers)
    assert [row.added for row in result.rows] == added
    assert AddedNumber(result.rows[0].number, numbers[0].name, added[0], ("error", "success")[added[0]]) in result.rows
    assert f"{added.count(False)} numara eklenemedi." in result.words
    known = next(row for row in await lists(pair) if row["id"] == int(made))
    assert len(known["numbers"]) == 1 + added.count(True)


async def test_the_eleventh_request_of_a_minute_is_one_too_many() -> None:
    strict = ("--load", "0", "--speed", "0.01", "--agents", "2", "--queues", "1")
    with SimulatorProcess(strict, password=PASSWORD) as running:
        async with paired(running.info) as pair:
            for _ in range(10):
                assert (await pair.client.lists()).rows == ()
            errors = [await pair.refused(order) for order in EACH_ORDER.values()]
            assert await lists(pair) == []
    assert {told(error) for error in errors} == {(LimitReached, "limit", "80", "Sorgulama limiti aşıldı.")}


DATA: Body = {
    "list_name": "Nisan kampanyası",
    "list_prefix": "101",
    "liste_type": "2",
    "list_startdate": "2024-04-01",
    "list_stopdate": "2099-05-31",
    "list_starttime": "09:00",
    "list_stoptime": "18:30",
    "retry_count": "1",
    "try_time": "5",
    "department": "Satış",
    "trunk": LINE,
    "destination_type": "queue",
    "destination_name": "Satış",
    "numbers": [{"number": "5550001122", "name": "Ayşe"}],
}
"""A new list of which the vendor documents every field as needed."""


def raw(simulator: SimulatorProcess, body: Body) -> PbxError:
    """The error that our reading finds in the answer to a request that the client would not send."""
    content = json.dumps({"header": {"username": ACCOUNT, "password": PASSWORD}, "body": body}).encode()
    with urllib.request.urlopen(f"{simulator.info.api_url}/autocallservice", content, timeout=10) as answer:
        told = answer.read()
    with pytest.raises(PbxError) as caught:
        decode_command("create_list", told)
    assert_explained(caught.value)
    return caught.value


@pytest.mark.parametrize("left_out", DATA)
def test_each_mandatory_field_of_a_new_list_is_missed(simulator: SimulatorProcess, left_out: str) -> None:
    data = {name: value for name, value in DATA.items() if name != left_out}
    error = raw(simulator, {"event": "addautocall", "data": data})
    assert told(error)[:3] == (Refusal, "parameter", "70")
    assert error.words.startswith(WRONG)
    assert error.words.removeprefix(WRONG).strip()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("list_name", "ş" * 51),
        ("list_prefix", "12345"),
        ("liste_type", "3"),
        ("list_startdate", "01.04.2024"),
        ("list_stopdate", "2024-03-31"),
        ("list_starttime", "9.00"),
        ("list_stoptime", "09:00"),
        ("retry_count", "4"),
        ("try_time", "1441"),
        ("destination_type", "park"),
        ("queue_limit_type", "4"),
        ("callstop_type", "7"),
        ("filter", "13"),
    ],
)
def test_a_value_that_the_client_does_not_send_is_refused(simulator: SimulatorProcess, field: str, value: str) -> None:
    error = raw(simulator, {"event": "addautocall", "data": DATA | {field: value}})
    assert told(error)[:3] == (Refusal, "parameter", "70")


@pytest.mark.parametrize("event", ["stopautocall", "", None])
def test_an_event_that_there_is_not_is_refused(simulator: SimulatorProcess, event: str | None) -> None:
    assert told(raw(simulator, {"event": event}))[:3] == (Refusal, "parameter", "70")
