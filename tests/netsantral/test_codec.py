"""Answers of the PBX as values: whole ones, sloppy ones and hostile ones."""

import contextlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.codec import decode_agent_command, decode_number_command, decode_queue_status
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types import AgentRow, AgentStatus, CallerRow, Membership, QueueRow, QueueStatus

SAMPLE = (
    b'{"crm_id":"345","pbx_num":"8501110000","queues":[{"queuename":"8501110000-queue-Operator",'
    b'"callers":{"05550001122":3},"agents":[{"agent":"101","status":"ringing","membership":"static","paused":"false",'
    b'"reason":""}],"calls":1,"holdtime":4,"talktime":11,"completed":1,"abondaned":2,"max":0}]}'
)


def agent(name: Any = "101", **fields: Any) -> dict[str, Any]:
    base = {"agent": name, "status": "empty", "membership": "dynamic", "paused": "false", "reason": ""}
    return base | fields


def queue(name: Any = "8501110000-queue-Destek", **fields: Any) -> dict[str, Any]:
    base = {"queuename": name, "callers": {}, "agents": [], "calls": 0, "holdtime": 4, "talktime": 11}
    return base | {"completed": 7, "abondaned": 2, "max": 0} | fields


def status(*queues: Any, **fields: Any) -> QueueStatus:
    return decode_queue_status(json.dumps({"crm_id": "1", "pbx_num": "8501110000", "queues": queues} | fields).encode())


def only(*queues: Any) -> QueueRow:
    return status(*queues).queues[0]


def test_a_whole_answer_becomes_values() -> None:
    assert decode_queue_status(SAMPLE) == QueueStatus(
        pbx="8501110000",
        queues=(
            QueueRow(
                name="Operator",
                full_name="8501110000-queue-Operator",
                agents=(AgentRow("101", AgentStatus.RINGING, "ringing", Membership.STATIC),),
                callers=(CallerRow("05550001122", 3.0),),
                waiting=1,
                hold_time=4,
                talk_time=11,
                completed=1,
                abandoned=2,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("unregister", AgentStatus.OFFLINE),
        ("onhook", AgentStatus.TALKING),
        ("empty", AgentStatus.IDLE),
        ("ringing", AgentStatus.RINGING),
        ("Ringing ", AgentStatus.RINGING),
        ("ONHOOK", AgentStatus.TALKING),
    ],
)
def test_status_words_mean_what_the_phone_does(word: str, meaning: AgentStatus) -> None:
    assert only(queue(agents=[agent(status=word)])).agents[0].status is meaning


@pytest.mark.parametrize("word", ["wrapup", "müsait", ""])
def test_an_unknown_status_keeps_its_word_and_its_row(word: str) -> None:
    row = only(queue(agents=[agent(status=word)])).agents[0]
    assert (row.status, row.status_word) == (AgentStatus.OTHER, word)


def test_an_unknown_membership_keeps_its_row() -> None:
    assert only(queue(agents=[agent(membership="guest")])).agents[0].membership is Membership.OTHER


@pytest.mark.parametrize("told", ["true", True, 1, "1", "True"])
def test_breaks_are_seen_in_every_spelling(told: Any) -> None:
    row = only(queue(agents=[agent(paused=told, reason="çay molası")])).agents[0]
    assert (row.paused, row.reason) == (True, "çay molası")


def test_numbers_as_words_and_an_agent_as_number_are_read() -> None:
    told = queue(callers={"05550001122": "3"}, calls="1", holdtime="4", talktime=11.0, completed="7", abondaned="2")
    row = only(told | {"agents": [agent(101)]})
    assert row.agents[0].extension == "101"
    assert (row.callers, row.waiting, row.hold_time) == ((CallerRow("05550001122", 3.0),), 1, 4)
    assert (row.talk_time, row.completed, row.abandoned, row.damaged) == (11, 7, 2, 0)


def test_nulls_mean_nothing_there() -> None:
    nothing = dict.fromkeys(queue()) | {"queuename": "Destek", "agents": [dict.fromkeys(agent()) | {"agent": "101"}]}
    row = only(nothing)
    assert row == QueueRow("Destek", "Destek", agents=(AgentRow("101", AgentStatus.OTHER),))


def test_a_row_with_its_name_alone_is_enough() -> None:
    assert only({"queuename": "Destek"}) == QueueRow("Destek", "Destek")


def test_the_right_spelling_of_abandoned_is_taken_too() -> None:
    row = queue(abandoned=9)
    del row["abondaned"]
    assert only(row).abandoned == 9


@pytest.mark.parametrize("told", [{}, [], None, ""])
def test_no_callers_in_every_form(told: Any) -> None:
    row = only(queue(callers=told))
    assert (row.callers, row.waiting, row.damaged) == ((), 0, 0)


def test_callers_as_a_list_of_pairs_are_read() -> None:
    row = only(queue(callers=[{"05550001122": 3}, {"05550003344": 9}], calls=2))
    assert row.callers == (CallerRow("05550001122", 3.0), CallerRow("05550003344", 9.0))


@pytest.mark.parametrize("key", ["", " ", "anonymous", "Anonymous", "unknown", "unavailable", "Restricted", "gizli"])
def test_a_withheld_number_is_a_caller_without_a_number(key: str) -> None:
    row = only(queue(callers={key: 5, "05550001122": 3}, calls=4))
    assert set(row.callers) == {CallerRow("", 5.0), CallerRow("05550001122", 3.0)}
    assert row.waiting == 4


def test_withheld_numbers_share_one_row_with_the_longest_wait() -> None:
    row = only(queue(callers={"": 5, "anonymous": 30, "unknown": 7}, calls=3))
    assert row.callers == (CallerRow("", 30.0),)


def test_without_a_count_those_shown_are_waiting() -> None:
    told = queue(callers={"05550001122": 3, "": 9})
    del told["calls"]
    assert only(told).waiting == 2


def test_a_count_below_those_shown_is_not_believed() -> None:
    assert only(queue(callers={"05550001122": 3}, calls=0)).waiting == 1


def test_a_wait_below_zero_keeps_its_caller() -> None:
    assert only(queue(callers={"05550001122": -2}, calls=1)).callers == (CallerRow("05550001122", 0.0),)


@pytest.mark.parametrize("counter", ["calls", "holdtime", "talktime", "completed", "abondaned"])
@pytest.mark.parametrize("value", [-1, 2**40, "many", True, []])
def test_a_counter_that_is_none_is_damage_and_not_a_number(counter: str, value: Any) -> None:
    row = only(queue(**{counter: value}))
    assert row.damaged == 1
    names = {"calls": "waiting", "holdtime": "hold_time", "talktime": "talk_time", "abondaned": "abandoned"}
    assert getattr(row, names.get(counter, counter)) == 0


ROW_DAMAGE: list[Any] = ["101", None, 7, [], {}, {"agent": ""}, {"agent": "  "}, {"agent": None}, agent(paused="?")]


@pytest.mark.parametrize("bad", ROW_DAMAGE)
@given(at=st.integers(0, 49))
def test_one_damaged_agent_among_fifty_costs_that_one(bad: Any, at: int) -> None:
    rows: list[Any] = [agent(str(100 + n)) for n in range(50)]
    rows[at] = bad
    read = only(queue(agents=rows))
    assert [row.extension for row in read.agents] == [str(100 + n) for n in range(50) if n != at]
    assert read.damaged == 1


@given(at=st.integers(0, 49), bad=st.sampled_from(["x", None, 7, [], {}, {"queuename": ""}, {"queuename": []}]))
def test_one_damaged_queue_among_fifty_costs_that_one(at: int, bad: Any) -> None:
    rows: list[Any] = [queue(f"8501110000-queue-Q{n}") for n in range(50)]
    rows[at] = bad
    read = status(*rows)
    assert [row.name for row in read.queues] == [f"Q{n}" for n in range(50) if n != at]
    assert read.damaged == 1


@pytest.mark.parametrize("bad", ["x", None, [], {"05550001122": 3, "b": 4}])
def test_one_damaged_caller_costs_that_one(bad: Any) -> None:
    row = only(queue(callers=[{"05550003344": 9}, bad], calls=2))
    assert (row.callers, row.waiting, row.damaged) == ((CallerRow("05550003344", 9.0),), 2, 1)


def test_a_caller_with_an_unreadable_wait_still_counts_as_waiting() -> None:
    row = only(queue(callers={"05550001122": "long"}, calls=1))
    assert (row.callers, row.waiting, row.damaged) == ((), 1, 1)


@pytest.mark.parametrize("field", ["agents", "callers"])
@pytest.mark.parametrize("value", [7, "many", True])
def test_a_part_of_the_wrong_kind_is_damage_and_empty(field: str, value: Any) -> None:
    row = only(queue(**{field: value}))
    assert (row.agents, row.callers, row.damaged) == ((), (), 1)


def test_rows_in_a_numbered_object_are_read_as_a_list() -> None:
    assert [row.extension for row in only(queue(agents={"0": agent("101"), "1": agent("102")})).agents] == [
        "101",
        "102",
    ]
    assert [row.name for row in decode_queue_status(json.dumps({"queues": {"0": queue()}}).encode()).queues] == [
        "Destek"
    ]
    assert [row.name for row in decode_queue_status(json.dumps({"queues": queue()}).encode()).queues] == ["Destek"]


def test_blanks_around_names_do_not_make_new_names() -> None:
    row = only(queue(" 8501110000-queue-Destek ", agents=[agent(" 101 ", reason=" çay ")]))
    assert (row.name, row.agents[0].extension, row.agents[0].reason) == ("Destek", "101", "çay")
    assert status(queue("  ")).damaged == 1
    assert only(queue(agents=[agent("  ")])).damaged == 1


def test_unknown_fields_are_passed_over() -> None:
    assert only(queue(agents=[agent(skill="tr")], strategy="rrmemory")).agents[0].extension == "101"


def test_an_answer_without_queues_is_empty_and_no_error() -> None:
    assert status() == QueueStatus("8501110000", ())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"[]", "shape"),
        (b'"x"', "shape"),
        (b"7", "shape"),
        (b"null", "shape"),
        (b"{}", "shape"),
        (b'{"queues":null}', "shape"),
        (b'{"queues":7}', "shape"),
        (b'{"status":"Success"}', "shape"),
        (b"", "empty"),
        (b"<html>", "html"),
        (b"\x81", "encoding"),
        (b"[" * 100_000, "not_json"),
    ],
)
@pytest.mark.parametrize("decode", [decode_queue_status, lambda body: decode_agent_command("agent_pause", body)])
def test_an_answer_of_the_wrong_shape_names_the_operation_and_not_the_body(
    body: bytes, reason: str, decode: Callable[[bytes], object]
) -> None:
    if b"Success" in body and decode is not decode_queue_status:
        return
    with pytest.raises(PbxError) as caught:
        decode(body)
    assert isinstance(caught.value, BadAnswer)
    assert caught.value.reason == reason
    assert caught.value.operation in {"queue_status", "agent_pause"}


def test_a_status_that_is_marked_as_an_error_is_one_though_queues_are_there() -> None:
    with pytest.raises(Refusal) as caught:
        status(queue(), status="Error", message="Hatali istek: URI hatali")
    assert caught.value.reason == "bad_uri"
    with pytest.raises(LimitReached):
        status(queue(), code="100", message="limit")
    assert status(queue(), status="Success", code="200").queues


REFUSED = [
    ({"code": "30", "status": "Error", "message": "Eksik yada yanlis parametre"}, Refusal, "parameter"),
    ({"code": 30, "status": "Error", "message": "Eksik yada yanlis parametre"}, Refusal, "parameter"),
    ({"code": "30", "status": "Error", "message": "Eksik yada yanlis parametre 2 "}, Refusal, "parameter_2"),
    ({"status": "Error", "message": "Kullanici dogrulanamadi"}, BadCredentials, "credentials"),
    ({"status": "Error", "message": "Kullanıcı doğrulanamadi"}, BadCredentials, "credentials"),
    ({"status": "Error", "message": "Hatali istek: URI hatali"}, Refusal, "bad_uri"),
    (
        {"code": "70", "status": "Error", "message": "8501110000 isimli santrale ait boyle bir kuyruk yoktur"},
        Refusal,
        "no_queue",
    ),
    ({"code": "80", "status": "Error", "message": "x"}, LimitReached, "limit"),
    ({"code": "100", "status": "Error", "message": "x"}, LimitReached, "limit"),
    ({"code": 101, "status": "Error", "message": "x"}, LimitReached, "limit"),
    ({"status": "Error", "message": "Sorgu limiti asildi"}, LimitReached, "limit"),
    ({"status": "error", "message": ""}, Refusal, "other"),
    ({"message": "bilinmeyen"}, Refusal, "other"),
    ({"code": "999", "error": "yeni hata"}, Refusal, "other"),
]


@pytest.mark.parametrize(("told", "kind", "reason"), REFUSED)
@pytest.mark.parametrize("decode", [decode_queue_status, lambda body: decode_agent_command("agent_login", body)])
def test_a_refusal_is_typed_and_keeps_code_and_words(
    told: dict[str, Any], kind: type[Refusal], reason: str, decode: Callable[[bytes], object]
) -> None:
    with pytest.raises(Refusal) as caught:
        decode(json.dumps(told).encode())
    assert type(caught.value) is kind
    assert caught.value.reason == reason
    assert caught.value.code == str(told.get("code", ""))
    assert caught.value.words == str(told.get("message", told.get("error", ""))).strip()


PREFIX = "Bir veya birden fazla kuyrukta hata olustu"


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("Unable to add interface to queue: No such queue", "no_such_queue"),
        ("Unable to remove interface from queue: No such queue", "no_such_queue"),
        ("Unable to add interface: Already there", "already_member"),
        ("Unable to remove interface: Not there", "not_member"),
        ("Member not dynamic", "static_member"),
        ("Interface not found", "interface_not_found"),
        ("Out of memory", "pbx_memory"),
        ("", "queue_error"),
        (" something new", "queue_error"),
    ],
)
def test_the_switchs_text_glued_to_the_prefix_gives_the_reason(tail: str, reason: str) -> None:
    body = json.dumps({"status": "Error", "message": PREFIX + tail}).encode()
    with pytest.raises(Refusal) as caught:
        decode_agent_command("agent_login", body)
    assert caught.value.reason == reason
    assert caught.value.words == (PREFIX + tail).strip()


@pytest.mark.parametrize(
    "told",
    [
        {"crm_id": "345", "status": "Success", "message": "Successful"},
        {"crm_id": 345, "status": " success ", "message": "Successfully"},
        {"crm_id": "345", "message": "Successful"},
        {"crm_id": "345", "status": "Success"},
        {"crm_id": "345", "status": "SUCCESS", "message": "tamam", "code": "200"},
    ],
)
def test_success_of_an_agent_command_in_every_spelling(told: dict[str, Any]) -> None:
    answer = decode_agent_command("agent_pause", json.dumps(told).encode())
    assert answer.crm_id == "345"
    assert answer.message


def test_success_words_beside_an_error_are_no_success() -> None:
    for told in ({"status": "Error", "message": "Successful"}, {"status": "Success", "code": "30"}):
        with pytest.raises(Refusal):
            decode_agent_command("agent_pause", json.dumps(told).encode())


@pytest.mark.parametrize("code", [200, "200", 200.0])
def test_a_number_command_is_told_by_its_code(code: Any) -> None:
    told = {"code": code, "message": "queueaddnumber islemi yapildi."}
    assert decode_number_command("add_number", json.dumps(told).encode()).message == "queueaddnumber islemi yapildi."


@pytest.mark.parametrize(
    ("code", "words", "kind", "reason"),
    [
        (30, "x", BadCredentials, "credentials"),
        (331, "x", BadCredentials, "not_enabled"),
        (40, "x", Refusal, "pbx_info"),
        (70, "gecersiz tenant", Refusal, "tenant"),
        (70, "x", Refusal, "parameter"),
        ("80", "x", LimitReached, "limit"),
        (100, "x", Refusal, "system"),
        ("", "gecersiz tenant", Refusal, "tenant"),
    ],
)
def test_codes_of_the_number_service_have_their_own_meaning(
    code: Any, words: str, kind: type[Refusal], reason: str
) -> None:
    with pytest.raises(Refusal) as caught:
        decode_number_command("add_number", json.dumps({"code": code, "error": words}).encode())
    assert type(caught.value) is kind
    assert (caught.value.reason, caught.value.code, caught.value.words) == (reason, str(code), words)


def test_a_number_answer_without_a_code_is_no_answer() -> None:
    with pytest.raises(BadAnswer):
        decode_number_command("add_number", b'{"message":"queueaddnumber islemi yapildi."}')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["queuename", "callers", "agents", "calls", "holdtime", "completed", "abondaned", "agent"])


PARTS = st.sampled_from(
    [None, True, -1, 7, 2**40, 1.5, "", "x", "7", [], {}, [{}], ["x"], {"a": 3}, [agent()], [{"b": 1}]]
)


@given(st.lists(st.dictionaries(KEYS, PARTS, max_size=8), max_size=4))
def test_hostile_queues_raise_nothing_and_every_row_is_read_or_counted(rows: list[Any]) -> None:
    read = status(*rows)
    assert len(read.queues) + read.damaged == len(rows)
    for row in read.queues:
        assert row.name
        assert row.waiting >= len(row.callers) >= 0
        assert all(caller.wait >= 0 for caller in row.callers)
        assert all(one.extension for one in row.agents)


@given(JSON)
def test_hostile_answers_raise_only_what_is_promised(told: Any) -> None:
    body = json.dumps(told).encode()
    for decode in (
        decode_queue_status,
        lambda raw: decode_agent_command("agent_pause", raw),
        lambda raw: decode_number_command("add_number", raw),
    ):
        with contextlib.suppress(PbxError):
            decode(body)


def test_the_quick_way_and_the_lenient_way_agree() -> None:
    quick = decode_queue_status(SAMPLE)
    assert decode_queue_status(SAMPLE.replace(b'"calls":1', b'"calls":"1"')) == quick
