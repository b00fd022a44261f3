"""Each auto-dial operation from the client to the simulator: what arrives there, what is told back, what it does."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest

from supervisor_gui.netsantral.codec_autodial import decode_call_result
from supervisor_gui.netsantral.codec_times import TURKEY
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AddedNumber,
    AddResult,
    AutodialCallResult,
    AutodialList,
    Consent,
    LimitRule,
    ListKind,
    ListNumber,
    NewList,
    NumberChange,
    ReportedNumber,
    StopRule,
)
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.pbx_pair import HIDDEN, Body, Pair, paired
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, WireServer, http

LINE = "3121110000"
HOUR = 3600.0
NEW = NewList(
    name="Nisan & Mayıs kampanyası",
    kind=ListKind.FIXED,
    first_day=date(2024, 4, 1),
    last_day=date(2099, 5, 31),
    from_time=time(0),
    until_time=time(23, 59),
    department=f"{ACCOUNT}-queue-Satış",
    trunk=f"0{LINE}",
    target_kind=TargetKind.QUEUE,
    target="Destek",
    numbers=(ListNumber("0555 000 11 22", "Ayşe Işık"), ListNumber("+90 555 000 33 44", "Çağrı")),
)
SENT: Body = {
    "list_name": "Nisan & Mayıs kampanyası",
    "list_prefix": "",
    "liste_type": "1",
    "list_startdate": "2024-04-01",
    "list_stopdate": "2099-05-31",
    "list_starttime": "00:00",
    "list_stoptime": "23:59",
    "retry_count": "0",
    "try_time": "60",
    "department": "Satış",
    "trunk": LINE,
    "destination_type": "queue",
    "destination_name": "Destek",
    "queue_limit": "1",
    "numbers": [{"number": "5550001122", "name": "Ayşe Işık"}, {"number": "5550003344", "name": "Çağrı"}],
}
MADE = AutodialList(
    id="",
    name="Nisan & Mayıs kampanyası",
    kind=ListKind.FIXED,
    kind_word="1",
    first_day=date(2024, 4, 1),
    last_day=date(2099, 5, 31),
    from_time=time(0),
    until_time=time(23, 59),
    retries=0,
    retry_minutes=60,
    department="Satış",
    trunk=LINE,
    target_kind=TargetKind.QUEUE,
    target_word="queue",
    target="Destek",
    limit=1,
)
CHOICES: dict[str, tuple[Body, Body, Body]] = {
    "as little as can be": ({}, {}, {}),
    "dynamic": ({"kind": ListKind.DYNAMIC}, {"liste_type": "2"}, {"kind": ListKind.DYNAMIC, "kind_word": "2"}),
    "prefix": ({"prefix": "0101"}, {"list_prefix": "0101"}, {"prefix": "0101"}),
    "tries": (
        {"retries": 3, "retry_minutes": 1440},
        {"retry_count": "3", "try_time": "1440"},
        {"retries": 3, "retry_minutes": 1440},
    ),
    "tries at once": ({"retry_minutes": 0}, {"try_time": "0"}, {"retry_minutes": 0}),
    "menu": (
        {"target_kind": TargetKind.IVR, "target": "Ana Menü"},
        {"destination_type": "ivr", "destination_name": "Ana Menü"},
        {"target_kind": TargetKind.IVR, "target_word": "ivr", "target": "Ana Menü"},
    ),
    "announcement": (
        {"target_kind": TargetKind.ANNOUNCEMENT, "target": "Duyuru"},
        {"destination_type": "announcement", "destination_name": "Duyuru"},
        {"target_kind": TargetKind.ANNOUNCEMENT, "target_word": "announcement", "target": "Duyuru"},
    ),
    "a multiple of the idle": (
        {"limit_rule": LimitRule.FREE_TIMES, "limit": 3},
        {"queue_limit_type": "2", "queue_limit": "3"},
        {"limit": 3},
    ),
    "so many a minute": (
        {"limit_rule": LimitRule.CALLS_PER_MINUTE, "limit": 20},
        {"queue_limit_type": "3", "queue_limit": "20"},
        {"limit": 20},
    ),
    "address and groups": (
        {"url": "https://example.org/sonuç?a=1&b=2", "groups": ("otolist", "VİP")},
        {"url": "https://example.org/sonuç?a=1&b=2", "groups": ["otolist", "VİP"]},
        {},
    ),
    "consumers": ({"consent": Consent.CONSUMER}, {"filter": "11"}, {}),
    "traders": ({"consent": Consent.TRADER}, {"filter": "12"}, {}),
}
"""Beyond the least: what is asked for, what is to arrive, and what is told back."""

STOPS: dict[str, tuple[Body, Body, Body]] = {
    rule.value: ({"stop_rule": rule, "stop_limit": 40}, {"callstop_type": place, "callstop_limit": 40}, {})
    for place, rule in enumerate(StopRule)
    if rule is not StopRule.NONE
}


@pytest.fixture
async def pair(simulator: SimulatorProcess) -> AsyncIterator[Pair]:
    async with paired(simulator.info) as both:
        yield both
        for row in (await both.control.get("/ledger"))["lists"]:
            if row["active"]:
                await both.client.set_list_active(str(row["id"]), active=False)


def changed(**fields: Any) -> NewList:
    """A list like `NEW`, checked like any new one."""
    return NewList(**(msgspec.structs.asdict(NEW) | fields))


def event_of(request: Body) -> Body:
    """The event in a request whose frame is as documented."""
    assert (request["method"], request["path"], request["params"]) == ("POST", "/autocallservice", {})
    assert request["body"]["header"] == {"username": ACCOUNT, "password": HIDDEN}
    assert set(request["body"]) == {"header", "body"}
    event: Body = request["body"]["body"]
    return event


async def truth(pair: Pair, list_id: str) -> Body:
    """A list as the simulator knows it."""
    lists = (await pair.control.get("/ledger"))["lists"]
    found: Body = next(row for row in lists if row["id"] == int(list_id))
    return found


async def make(pair: Pair, **fields: Any) -> str:
    """The id of a new list."""
    return (await pair.client.create_list(changed(**fields))).id


async def first_number(pair: Pair, list_id: str) -> str:
    """The id of a list's first number, as its report tells it."""
    return (await pair.client.list_report(list_id)).numbers[0].id


async def in_an_hour(pair: Pair, hours: float = 1.0) -> datetime:
    """A moment of simulated time to come, on the minute."""
    now = (await pair.control.get("/clock"))["now"]
    return datetime.fromtimestamp(now + hours * HOUR, TURKEY).replace(second=0, microsecond=0)


@pytest.mark.parametrize(("asked", "sent", "told"), [*CHOICES.values(), *STOPS.values()], ids=[*CHOICES, *STOPS])
async def test_a_new_list_arrives_as_documented_and_is_listed(pair: Pair, asked: Body, sent: Body, told: Body) -> None:
    made, request = await pair.ask(lambda client: client.create_list(changed(**asked)))
    assert event_of(request) == {"event": "addautocall", "data": SENT | sent}
    assert made == msgspec.structs.replace(MADE, id=made.id, **told)
    known = await truth(pair, made.id)
    assert (known["account"], known["name"], known["active"], known["ended"]) == (ACCOUNT, NEW.name, False, None)
    numbers = [(row["number"], row["name"], row["active"], row["state"]) for row in known["numbers"]]
    assert numbers == [("5550001122", "Ayşe Işık", True, "fresh"), ("5550003344", "Çağrı", True, "fresh")]
    (row,) = (await pair.client.lists(made.id)).rows
    assert row == msgspec.structs.replace(made, status="0", trunk="")


async def test_a_list_of_groups_alone_is_made(pair: Pair) -> None:
    groups = changed(groups=("otolist",), numbers=())
    made, request = await pair.ask(lambda client: client.create_list(groups))
    data = {name: value for name, value in SENT.items() if name != "numbers"}
    assert event_of(request)["data"] == data | {"groups": ["otolist"]}
    assert (await truth(pair, made.id))["numbers"] == []


async def test_one_list_or_all_are_told(pair: Pair) -> None:
    first, second = await make(pair), await make(pair, name="Öbür liste", kind=ListKind.DYNAMIC)
    one, request = await pair.ask(lambda client: client.lists(second))
    assert event_of(request) == {"event": "listautocall", "list_id": second}
    assert [(row.id, row.name, row.kind) for row in one.rows] == [(second, "Öbür liste", ListKind.DYNAMIC)]
    every, request = await pair.ask(lambda client: client.lists())
    assert event_of(request) == {"event": "listautocall"}
    known = (await pair.control.get("/ledger"))["lists"]
    assert [(row.id, row.name) for row in every.rows] == [(str(row["id"]), row["name"]) for row in known]
    assert {first, second} <= {row.id for row in every.rows}
    assert every.damaged == 0


@pytest.mark.parametrize(
    ("active", "word", "words"),
    [
        (True, "1", "Otomatik arama listesi başarıyla aktifleştirildi."),
        (False, "2", "Otomatik arama listesi başarıyla pasifleştirildi."),
    ],
)
async def test_a_list_is_let_call_and_stopped(pair: Pair, active: bool, word: str, words: str) -> None:
    made = await make(pair, kind=ListKind.DYNAMIC)
    await pair.client.set_list_active(made, active=not active)
    done, request = await pair.ask(lambda client: client.set_list_active(made, active=active))
    assert event_of(request) == {"event": "updateliststatus", "list_id": made, "data": {"status": word}}
    assert done == CommandAnswer(words)
    known = await truth(pair, made)
    assert (known["active"], known["ended"]) == (active, None if active else "order")
    assert (await pair.client.lists(made)).rows[0].status == word


async def test_a_fresh_list_reports_each_number_as_never_called(pair: Pair) -> None:
    made = await make(pair)
    report, request = await pair.ask(lambda client: client.list_report(made))
    assert event_of(request) == {"event": "reportautocall", "list_id": made}
    assert (report.never, report.reached, report.failed, report.retry, report.damaged) == (2, 0, 0, 0, 0)
    extra = (("nstatus", "1"), ("retry", "0"), ("trunk", ""))
    assert report.numbers == tuple(
        ReportedNumber(str(row["id"]), row["number"], row["name"], "Hiç aranmamış", extra)
        for row in (await truth(pair, made))["numbers"]
    )


async def test_a_list_that_has_called_reports_what_truly_became_of_each_number(pair: Pair) -> None:
    numbers = tuple(ListNumber(f"55500011{place:02d}", f"Kişi {place}") for place in range(12))
    made = await make(pair, numbers=numbers, retries=1, retry_minutes=600)
    await pair.client.set_list_active(made, active=True)
    await pair.advance(HOUR)
    report, known = await pair.client.list_report(made), await truth(pair, made)
    words = {"success": "Başarılı", "failed": "Başarısız", "retry": "Tekrar aranacak", "fresh": "Hiç aranmamış"}
    states = [row["state"] for row in known["numbers"]]
    assert [(row.number, row.status) for row in report.numbers] == [
        (row["number"], words[row["state"]]) for row in known["numbers"]
    ]
    told = (report.never, report.reached, report.failed, report.retry)
    assert told == tuple(states.count(state) for state in ("fresh", "success", "failed", "retry"))
    assert report.reached > 0
    assert report.never == 0
    calls = {call["id"]: call for call in await pair.calls() if call["list_id"] == int(made)}
    assert {call for row in known["numbers"] for call in row["calls"]} == set(calls)
    assert {call["queue"] for call in calls.values() if call["queued"]} == {"Destek"}


async def test_each_call_is_posted_to_the_lists_address_and_read(pair: Pair) -> None:
    numbers = tuple(ListNumber(f"55500022{place:02d}", f"Kişi {place}") for place in range(8))
    async with WireServer(http()) as receiver:
        made = await make(pair, numbers=numbers, prefix="101", url=f"{receiver.url}/sonuc")
        await pair.client.set_list_active(made, active=True)
        await pair.advance(HOUR)
        await until(lambda: len(receiver.requests) == len(numbers), "a post for each number")
        bodies = [request.partition(b"\r\n\r\n")[2] for request in receiver.requests]
    known = (await truth(pair, made))["numbers"]
    legs = {call["id"]: call["legs"][0]["outcome"] for call in await pair.calls()}
    done = {row["id"]: row["state"] == "success" for row in known}
    wanted = {
        f"0{row['number']}": AutodialCallResult(
            list_id=made,
            call=row["calls"][0] if done[row["id"]] else "",
            called=f"0{row['number']}",
            done=done[row["id"]],
            words="Successfully" if done[row["id"]] else legs[row["calls"][0]],
            name=row["name"],
            target_kind=TargetKind.QUEUE,
            target="Destek",
            trunk=LINE,
            crm_id=f"OtoArama-{row['id']}",
        )
        for row in known
    }
    assert {result.called: result for result in map(decode_call_result, bodies)} == wanted


async def test_numbers_are_added_with_every_field(pair: Pair) -> None:
    made, at = await make(pair, kind=ListKind.DYNAMIC), await in_an_hour(pair)
    numbers = [ListNumber("0555 000 55 66", "Şule", active=False, call_at=at, trunk=ACCOUNT), ListNumber("3125550077")]
    result, request = await pair.ask(lambda client: client.add_list_numbers(made, numbers))
    full = {"number": "5550005566", "name": "Şule", "calltime": f"{at:%d%m%Y%H%M}", "trunk": ACCOUNT, "nstatus": "0"}
    bare = {"number": "3125550077", "name": ""}
    assert event_of(request) == {"event": "addnumber", "list_id": made, "data": {"numbers": [full, bare]}}
    rows = (
        AddedNumber("5550005566", "Şule", added=True, words="success"),
        AddedNumber("3125550077", "", added=True, words="success"),
    )
    assert result == AddResult(rows, f"{made} ID numaralı projeye 2 numara eklendi.")
    known = (await truth(pair, made))["numbers"][2:]
    assert [(row["number"], row["active"]) for row in known] == [("5550005566", False), ("3125550077", True)]
    told = dict((await pair.client.list_report(made)).numbers[2].extra)
    assert (told["nstatus"], told["trunk"]) == ("0", ACCOUNT)


async def test_a_number_with_a_time_of_its_own_is_called_then_and_not_before(pair: Pair) -> None:
    made, at = await make(pair, kind=ListKind.DYNAMIC, numbers=(), groups=("otolist",)), await in_an_hour(pair, 3)
    await pair.client.add_list_numbers(made, [ListNumber("5550005566", call_at=at)])
    await pair.client.set_list_active(made, active=True)
    await pair.advance(2.5 * HOUR)
    assert (await truth(pair, made))["numbers"][0]["tries"] == 0
    await pair.advance(HOUR)
    (row,) = (await truth(pair, made))["numbers"]
    assert row["tries"] == 1
    (call,) = (call for call in await pair.calls() if call["id"] in row["calls"])
    assert call["arrived"] == pytest.approx(at.timestamp(), abs=75)


@pytest.mark.parametrize(
    ("change", "sent"),
    [
        (NumberChange(name="Gülşen Öz"), {"name": "Gülşen Öz"}),
        (NumberChange(name=""), {"name": ""}),
        (NumberChange(active=False), {"nstatus": "0"}),
        (NumberChange(active=True), {"nstatus": "1"}),
        (NumberChange(trunk=f"0{ACCOUNT}"), {"trunk": ACCOUNT}),
    ],
)
async def test_one_field_of_a_number_is_changed_and_the_others_stay(
    pair: Pair, change: NumberChange, sent: Body
) -> None:
    made = await make(pair)
    number = await first_number(pair, made)
    done, request = await pair.ask(lambda client: client.update_list_number(made, number, change))
    data = {"list_id": made, "id": number} | sent
    assert event_of(request) == {"event": "updatenumber", "list_id": made, "data": data}
    assert done == CommandAnswer("Numara başarıyla güncellendi.")
    row = (await pair.client.list_report(made)).numbers[0]
    wanted = {"name": "Ayşe Işık", "nstatus": "1", "trunk": ""} | sent
    assert {"name": row.name} | dict(row.extra) == wanted | {"retry": "0"}


async def test_all_of_a_number_is_changed_and_its_time_counts(pair: Pair) -> None:
    made, at = await make(pair, numbers=NEW.numbers[:1]), await in_an_hour(pair)
    number = await first_number(pair, made)
    change = NumberChange("Gülşen", active=True, call_at=at, trunk=ACCOUNT)
    _, request = await pair.ask(lambda client: client.update_list_number(made, number, change))
    wanted = {"name": "Gülşen", "calltime": f"{at:%d%m%Y%H%M}", "trunk": ACCOUNT, "nstatus": "1"}
    assert event_of(request)["data"] == {"list_id": made, "id": number} | wanted
    await pair.client.set_list_active(made, active=True)
    await pair.advance(0.8 * HOUR)
    assert (await truth(pair, made))["numbers"][0]["tries"] == 0
    await pair.advance(0.5 * HOUR)
    (call,) = (call for call in await pair.calls() if call["list_id"] == int(made))
    assert (call["line"], call["name"]) == (ACCOUNT, "Gülşen")


async def test_a_number_is_taken_out_of_its_list(pair: Pair) -> None:
    made = await make(pair)
    number = await first_number(pair, made)
    done, request = await pair.ask(lambda client: client.delete_list_number(made, number))
    assert event_of(request) == {"event": "deletenumber", "list_id": made, "data": {"id": number}}
    assert done == CommandAnswer("Numara başarıyla silindi.")
    assert [row["number"] for row in (await truth(pair, made))["numbers"]] == ["5550003344"]
    assert [row.number for row in (await pair.client.list_report(made)).numbers] == ["5550003344"]


async def test_a_number_taken_out_may_be_added_again(pair: Pair) -> None:
    made = await make(pair, kind=ListKind.DYNAMIC)
    await pair.client.delete_list_number(made, await first_number(pair, made))
    result = await pair.client.add_list_numbers(made, [ListNumber("5550001122", "Ayşe")])
    assert [row.added for row in result.rows] == [True]


async def test_lists_are_worked_off_to_their_end_within_their_days(pair: Pair) -> None:
    done = await make(pair)
    yesterday = await in_an_hour(pair) - timedelta(days=2)
    over = await make(pair, last_day=yesterday.date())
    for made in (done, over):
        await pair.client.set_list_active(made, active=True)
    await pair.advance(HOUR)
    assert ((await truth(pair, done))["ended"], (await truth(pair, over))["ended"]) == ("done", "dates")
    assert [row["tries"] for row in (await truth(pair, over))["numbers"]] == [0, 0]
    rows = {row.id: row.status for row in (await pair.client.lists()).rows}
    assert (rows[done], rows[over]) == ("2", "2")
