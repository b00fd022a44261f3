"""Answers about calls as values: whole ones, swapped ones, contradictory ones and hostile ones."""

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.i18n import TsCatalog
from supervisor_gui.netsantral.codec_calls import decode_call_command, decode_call_started
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import CommandAnswer
from supervisor_gui.netsantral.types_calls import CallStarted
from supervisor_gui.paths import resource

CALL = "sip3-1675000033.92222"
QUEUED = "Originate successfully queued"
STARTING = ("originate", "internal_call", "bridge", "redirect")
STEERING = ("hang_up", "mute", "blind_transfer", "attended_transfer")
OUTCOMES = {
    "No registration": "no_registration",
    "Get Busy": "rejected_call",
    "No Answer": "no_answer",
    "Busy": "busy_line",
    "Unknown reason": "unknown_reason",
    "Unsuccessful": "unsuccessful",
}
NOES = OUTCOMES | {
    "Channel not specified": "channel",
    "No such channel": "no_call",
    "Channel does not exist": "no_call",
    "Eksik yada yanlis parametre": "call_parameter",
    "Eksik yada yanlis parametre 2 ": "parameter_2",
    "Hatali istek: URI hatali": "bad_uri",
    "Kullanici dogrulanamadi": "credentials",
    "Kullanıcı doğrulanamadi": "credentials",
    "Limit aşıldı": "limit",
    "Gezegenler dizilmedi": "other",
}


def started(operation: str = "originate", **fields: Any) -> CallStarted:
    return decode_call_started(operation, json.dumps(fields).encode())


def steered(operation: str = "hang_up", **fields: Any) -> CommandAnswer:
    return decode_call_command(operation, json.dumps(fields).encode())


def no_to_start(**fields: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        started(**fields)
    return caught.value


def no_to_steer(**fields: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        steered(**fields)
    return caught.value


def test_an_outcome_that_was_waited_for_becomes_a_call() -> None:
    body = (
        b'{"unique_id":"1566000000.189480","caller_num":"905550001122","called_num":"101","crm_id":"10245",'
        b'"response":"originate","status":"Success","message":"Successfully"}'
    )
    expected = CallStarted("1566000000.189480", "905550001122", "101", False, "Successfully")
    assert decode_call_started("originate", body) == expected


@pytest.mark.parametrize("operation", STARTING)
@pytest.mark.parametrize("response", ["originate", "local", "", None])
def test_the_answers_own_name_does_not_matter(operation: str, response: Any) -> None:
    answer = started(operation, unique_id=CALL, response=response, status="Success", message="Successfully")
    assert (answer.call, answer.queued) == (CALL, False)


def test_an_order_that_was_only_taken_has_no_call_yet() -> None:
    body = (
        b'{"caller_num":"5550001122","called_num":"5550003344","crm_id":"call-1","response":"linkup",'
        b'"status":"Originate successfully queued","message":"Success"}'
    )
    assert decode_call_started("bridge", body) == CallStarted("", "5550001122", "5550003344", True, "Success")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": QUEUED, "message": "Success"},
        {"status": "Success", "message": QUEUED},
        {"status": f" {QUEUED} ", "message": None},
        {"message": QUEUED.upper()},
        {"status": "Success", "message": "Successfully"},
        {"status": "Success"},
        {"message": "Successful", "unique_id": ""},
        {"message": "Success", "unique_id": None, "code": 200},
        {"status": "Success", "message": "Successfully", "unique_id": 1566000000.18948},
    ],
)
def test_a_yes_without_an_id_is_an_order_with_an_open_outcome(fields: dict[str, Any]) -> None:
    answer = started(**fields)
    assert (answer.call, answer.queued) == ("", True)
    assert answer.message


def of_command(reason: str) -> str:
    """To a command on a call that stands, a failure without a why means that the call is gone."""
    return "no_call" if reason == "unsuccessful" else reason


def test_an_id_that_comes_with_a_taken_order_is_kept() -> None:
    for fields in ({"status": QUEUED, "message": "Success"}, {"status": "Success", "message": QUEUED}):
        answer = started(unique_id=CALL, **fields)
        assert (answer.call, answer.queued) == (CALL, True)


@pytest.mark.parametrize("status", ["Success", "Error", "", None, "Basarili"])
@pytest.mark.parametrize("message", ["Successfully", " SUCCESSFUL ", "success"])
def test_message_and_id_tell_of_a_call_whatever_the_status_says(status: Any, message: str) -> None:
    answer = started(unique_id=f" {CALL} ", status=status, message=message)
    assert (answer.call, answer.queued) == (CALL, False)


@pytest.mark.parametrize("status", ["Success", "Error", "", None, "Successfully", QUEUED])
@pytest.mark.parametrize("words", OUTCOMES)
@pytest.mark.parametrize("call", ["", CALL])
def test_a_call_that_came_to_nothing_is_a_refusal_whatever_the_status_says(status: Any, words: str, call: str) -> None:
    error = no_to_start(status=status, message=words, unique_id=call)
    assert (error.reason, error.words) == (OUTCOMES[words], words)


@pytest.mark.parametrize("message", ["Success", "", None])
@pytest.mark.parametrize("words", OUTCOMES)
def test_an_outcome_in_the_status_word_counts_too(words: str, message: Any) -> None:
    assert no_to_start(status=words, message=message).reason == OUTCOMES[words]
    assert no_to_steer(status=words, message=message).reason == of_command(OUTCOMES[words])


def test_a_redirect_that_fails_says_so_with_its_odd_filler() -> None:
    body = (
        b'{"caller_num":"caller","called_num":"3121110000","crm_id":"1234","response":"dynamic_redirect",'
        b'"status":"Error","message":"Unsuccessful"}'
    )
    with pytest.raises(Refusal) as caught:
        decode_call_started("redirect", body)
    assert (caught.value.reason, caught.value.operation) == ("unsuccessful", "redirect")


@pytest.mark.parametrize("words", NOES)
@pytest.mark.parametrize("key", ["message", "error"])
def test_each_no_has_its_reason_and_its_kind(words: str, key: str) -> None:
    kind = {"credentials": BadCredentials, "limit": LimitReached}.get(NOES[words], Refusal)
    start, steer = no_to_start(status="Error", **{key: words}), no_to_steer(status="Error", **{key: words})
    assert (start.reason, start.words, type(start)) == (NOES[words], words.strip(), kind)
    assert (steer.reason, steer.words, type(steer)) == (of_command(NOES[words]), words.strip(), kind)


@pytest.mark.parametrize("code", ["30", 30])
def test_code_30_means_a_value_and_not_the_login(code: Any) -> None:
    first = no_to_start(code=code, status="Error", message="Eksik yada yanlis parametre")
    second = no_to_start(code=code, status="Error", message="Eksik yada yanlis parametre 2 ")
    bare = no_to_steer(code=code)
    assert [error.reason for error in (first, second, bare)] == ["call_parameter", "parameter_2", "call_parameter"]
    assert {error.code for error in (first, second, bare)} == {"30"}


def test_a_yes_with_an_error_code_is_no_yes() -> None:
    assert no_to_start(unique_id=CALL, code="30", status="Success", message="Successfully").reason == "unclear_yes"
    assert no_to_start(code="100", status=QUEUED, message="Success").reason == "limit"
    assert no_to_steer(code="30", status="Success", message="Successful").reason == "unclear_yes"


def test_a_yes_under_an_error_status_is_believed_only_with_an_id() -> None:
    assert no_to_start(status="Error", message="Successfully").reason == "unclear_yes"
    assert no_to_start(status="Error", message=QUEUED).reason == "queued"
    assert no_to_steer(status="Error", message="Successful").reason == "unclear_yes"


@pytest.mark.parametrize("decode", [decode_call_started, decode_call_command])
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"<html></html>", "html"),
        (b"Successful", "not_json"),
        (b"[]", "shape"),
        (b'"Success"', "shape"),
        (b"{}", "shape"),
        (b'{"crm_id":"1","unique_id":"1675000033.1"}', "shape"),
        (b'{"status":null,"message":[],"code":""}', "shape"),
    ],
)
def test_an_answer_that_says_neither_yes_nor_no_is_told_as_such(decode: Any, body: bytes, reason: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        decode("originate", body)
    assert (caught.value.reason, caught.value.operation) == (reason, "originate")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"status": "Success", "message": "Successful"}, "Successful"),
        ({"status": "success", "message": " Successfully "}, "Successfully"),
        ({"status": "Success"}, "Success"),
        ({"message": "Successful"}, "Successful"),
        ({"status": "Success", "message": "Redirect successful"}, "Redirect successful"),
        ({"status": "Success", "message": "Kapatildi", "code": 200}, "Kapatildi"),
    ],
)
@pytest.mark.parametrize("operation", STEERING)
def test_a_command_that_was_carried_out_is_seen_in_every_form(
    operation: str, fields: dict[str, Any], message: str
) -> None:
    assert steered(operation, crm_id=13574, response="xfer", **fields) == CommandAnswer(message, "13574")


@pytest.mark.parametrize("words", OUTCOMES)
def test_a_transfer_that_came_to_nothing_is_a_refusal_even_under_a_success(words: str) -> None:
    assert no_to_steer(status="Success", message=words).reason == of_command(OUTCOMES[words])


@pytest.mark.parametrize(
    "words", ["Unable to find channel", "Channel not found", "Error", "Hata olustu", "İşlem başarısız", "Call failed"]
)
def test_words_of_failure_outweigh_a_success_status(words: str) -> None:
    assert no_to_steer(status="Success", message=words).words == words


def test_a_reason_in_the_status_is_told_when_the_message_says_error_alone() -> None:
    assert no_to_start(status="Channel not specified", message="Error").reason == "channel"
    assert no_to_start(status="No registration", message="Error").reason == "no_registration"


def test_an_error_status_alone_is_a_refusal_with_its_own_word() -> None:
    for error in (no_to_start(status="Error"), no_to_steer(status="Error"), no_to_steer(message="Olmadi")):
        assert error.reason == "other"
        assert error.words in {"Error", "Olmadi"}


@pytest.fixture
def turkish() -> Iterator[None]:
    i18n.use(TsCatalog(resource("translations/supervisor_tr.ts")))
    yield
    i18n.use(None)


@pytest.mark.parametrize("words", NOES)
def test_each_no_is_explained_in_english(words: str) -> None:
    told = explain(no_to_start(status="Error", message=words))
    assert all((told.title, told.meaning, told.todo))
    assert words.strip() in told.details
    unknown = explain(Refusal("originate", "other")).title
    assert (told.title == unknown) == (NOES[words] == "other")


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize("words", NOES)
def test_each_no_is_explained_in_turkish(words: str) -> None:
    error = no_to_start(status="Error", message=words)
    told = explain(error)
    i18n.use(None)
    english = explain(error)
    assert told.title != english.title
    assert told.meaning != english.meaning
    assert told.todo != english.todo


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part, max_size=3),
    max_leaves=6,
)
WORDS = st.sampled_from([*NOES, QUEUED, "Success", "Successfully", "Error", "", CALL, "30", "200"])
ANSWERS = st.dictionaries(
    st.sampled_from(["status", "message", "error", "code", "unique_id", "caller_num", "called_num", "crm_id"]),
    WORDS | JSON,
    max_size=8,
)


@given(JSON | ANSWERS)
def test_hostile_answers_raise_only_what_is_promised(told: Any) -> None:
    body = json.dumps(told).encode()
    for decode in (decode_call_started, decode_call_command):
        with contextlib.suppress(Refusal, BadAnswer):
            decode("originate", body)


@given(st.binary(max_size=60))
def test_hostile_bytes_raise_only_what_is_promised(body: bytes) -> None:
    for decode in (decode_call_started, decode_call_command):
        with contextlib.suppress(PbxError):
            decode("originate", body)


@given(ANSWERS)
def test_a_call_is_either_known_by_its_id_or_told_as_queued(told: dict[str, Any]) -> None:
    with contextlib.suppress(PbxError):
        answer = started(**told)
        assert answer.call or answer.queued
        assert answer.message
