"""Frames of the event stream as events, and what counts as a login's answer."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.codec_events import decode_event, decode_login, read_frame
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, Refusal
from supervisor_gui.netsantral.types import Event, EventKind

CALL = "sip3-1675000033.92222"
BASE = {"pbx_num": "8501110000", "unique_id": CALL, "timestamp": "1675000033926"}
AT = 1675000033.926


def event(scenario: str, **fields: Any) -> Event | None:
    return decode_event(BASE | {"scenario": scenario} | fields)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"scenario": "InboundtoPBX", "incoming_number": "8501110000", "customer_num": "05550001122"},
            Event(EventKind.INBOUND, CALL, AT, customer="05550001122"),
        ),
        (
            {"scenario": "Inbound_call", "internal_num": "101", "customer_num": "05550001122"},
            Event(EventKind.OFFERED, CALL, AT, "101", "05550001122"),
        ),
        (
            {"scenario": "Inbound_call", "pbx_num": "101", "customer_num": "905550001122"},
            Event(EventKind.OFFERED, CALL, AT, "101", "905550001122"),
        ),
        (
            {"scenario": "Outbound_call", "internal_num": "101", "customer_num": "05550001122"},
            Event(EventKind.OUTBOUND, CALL, AT, "101", "05550001122"),
        ),
        (
            {"scenario": "Answer", "internal_num": "101", "customer_num": "05550001122", "holdtime": "12"},
            Event(EventKind.ANSWERED, CALL, AT, "101", "05550001122", hold_time=12),
        ),
        (
            {"scenario": "Hangup", "internal_num": "101", "talktime": "54", "holdtime": "12"},
            Event(EventKind.ENDED, CALL, AT, "101", hold_time=12, talk_time=54),
        ),
        (
            {"scenario": "Hangup", "internal_num": "s", "talktime": "0", "customer_num": "05550001122"},
            Event(EventKind.ENDED, CALL, AT, customer="05550001122", talk_time=0),
        ),
        (
            {"scenario": "Hangup", "internal_num": "8501110000", "talktime": "0"},
            Event(EventKind.ENDED, CALL, AT, talk_time=0),
        ),
        ({"scenario": "DTMF", "Context": "ana.menu", "digit": "0"}, Event(EventKind.KEY, CALL, AT, detail="0")),
        ({"scenario": "DTMF", "Digit": "#"}, Event(EventKind.KEY, CALL, AT, detail="#")),
        (
            {"scenario": "Context", "context_name": "menu-2121110000", "type": "ivr", "customer_num": "05550001122"},
            Event(EventKind.MENU, CALL, AT, customer="05550001122", detail="menu-2121110000"),
        ),
        (
            {"scenario": "Queue", "queue_name": "8501110000-queue-Destek", "unique_id": ""},
            Event(EventKind.QUEUED, "", AT, queue="Destek"),
        ),
        (
            {"scenario": "QueueLeave", "queue_name": "8501110000-queue-Destek"},
            Event(EventKind.LEFT_QUEUE, CALL, AT, queue="Destek"),
        ),
        ({"scenario": "AgentState"}, Event(EventKind.OTHER, CALL, AT, detail="AgentState")),
    ],
)
def test_each_scenario_becomes_its_event(told: dict[str, Any], expected: Event) -> None:
    assert decode_event(BASE | told) == expected


def test_a_call_record_is_joined_by_its_other_id() -> None:
    told = {"bas": "2023-01-29 16:47:13", "kimlik": 186640001, "ortakkimlik": 186640001, "arayan": "05550001122"}
    told |= {"aranan": "8501110000-queue-Destek", "sure": 54, "sondurum": 3, "santral": "8501110000", "yon": 1}
    told |= {"seskaydi": "https://example.com/upload.php?tip=1&q=secret", "asteriskId": CALL, "scenario": "cdr"}
    read = decode_event(told | {"timestamp": "1675000100000"})
    expected = Event(EventKind.RECORD, CALL, 1675000100.0, customer="05550001122", queue="Destek", talk_time=54)
    assert read == expected
    assert "secret" not in repr(read)


def test_an_outgoing_record_names_the_extension_and_the_one_called() -> None:
    read = decode_event({"scenario": "cdr", "arayan": "102", "aranan": "05550001122", "sure": 9})
    assert read == Event(EventKind.RECORD, extension="102", customer="05550001122", talk_time=9)


@pytest.mark.parametrize("value", [None, "", "soon", [], "0", "-5", "1e400", "999999999999999999"])
def test_an_event_without_a_believable_time_has_none(value: Any) -> None:
    read = event("Queue", timestamp=value)
    assert read is not None
    assert read.at is None


@pytest.mark.parametrize("value", [1675000033926, "1675000033926", 1675000033.926, "1675000033.926"])
def test_times_in_milliseconds_or_seconds_are_read(value: Any) -> None:
    read = event("Queue", timestamp=value)
    assert read is not None
    assert read.at == pytest.approx(AT)


@pytest.mark.parametrize("value", [None, "", "x", "-1", {}])
def test_seconds_that_are_none_are_not_zero(value: Any) -> None:
    read = event("Answer", holdtime=value)
    assert read is not None
    assert read.hold_time is None


def test_frames_without_a_scenario_are_no_events() -> None:
    assert decode_event({}) is None
    assert decode_event({"crm_id": "1", "status": "Success"}) is None
    assert decode_event({"scenario": None}) is None


@pytest.mark.parametrize("frame", [b"{nonsense}", b"{", b"\xff"])
def test_frames_that_cannot_be_read_hold_no_event(frame: bytes) -> None:
    assert decode_event(read_frame(frame)) is None


def test_a_frame_in_the_old_encoding_is_read() -> None:
    assert read_frame('{"a":"çağrı"}'.encode("iso-8859-9")) == {"a": "çağrı"}


@pytest.mark.parametrize(
    "frame",
    [
        b'{"status":"Success","message":"login Successful"}',
        b'{"response":"login","crm_id":"1","status":"success","message":"x"}',
        b"login Successful",
        b"Login successfully",
        b'{"scenario":"Queue"}',
    ],
)
def test_every_form_of_an_accepted_login_is_known(frame: bytes) -> None:
    assert decode_login(read_frame(frame))


@pytest.mark.parametrize("frame", [b"keep alive", b'{"ping":1}', b"{}", b'{"a":', b'{"status":"queued"}'])
def test_frames_about_something_else_are_no_answer(frame: bytes) -> None:
    assert not decode_login(read_frame(frame))


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        (b"Yanlis kullanici adi veya sifre", BadCredentials),
        (b'{"status":"Error","message":"Yanlis kullanici adi veya sifre"}', BadCredentials),
        (b'{"status":"Error","message":"Kullanici dogrulanamadi"}', BadCredentials),
        (b'{"status":"Error","message":"izin yok"}', BadCredentials),
        (b'{"status":"Error","code":"100","message":"x"}', LimitReached),
        (b'{"code":"30","status":"Error","message":"Eksik yada yanlis parametre"}', Refusal),
    ],
)
def test_every_form_of_a_refused_login_is_known(frame: bytes, kind: type[Refusal]) -> None:
    with pytest.raises(Refusal) as caught:
        decode_login(read_frame(frame))
    assert type(caught.value) is kind


FIELDS = st.sampled_from(
    [
        "scenario",
        "unique_id",
        "timestamp",
        "internal_num",
        "pbx_num",
        "customer_num",
        "queue_name",
        "holdtime",
        "sure",
        "arayan",
        "aranan",
        "digit",
        "asteriskId",
        "status",
        "message",
        "code",
    ]
)
SCENARIOS = st.sampled_from(["Queue", "cdr", "DTMF", "Hangup", "?"])
ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.lists(st.none()) | SCENARIOS


@given(st.dictionaries(FIELDS, ANY))
def test_no_frame_raises_anything_but_a_refusal(fields: dict[str, Any]) -> None:
    read = read_frame(json.dumps(fields).encode())
    decode_event(read)
    with contextlib.suppress(Refusal):
        decode_login(read)
