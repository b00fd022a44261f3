"""Answers of the record service as calls: each of its forms, broken ones and hostile ones."""

import contextlib
import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.i18n import TsCatalog, use
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_times import read_day, read_instant, read_length
from supervisor_gui.netsantral.codec_values import UnreadableError
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg, RecordPage
from supervisor_gui.paths import resource

LINK = "https://dosyaindir.netgsm.com.tr/upload.php?tip=1&a=s3cr3t"
AT = datetime(2023, 1, 29, 16, 47, 13, tzinfo=timezone(timedelta(hours=3)))
ROW = {
    "date": "29.01.2023 16:47:13",
    "destination": "5550001122",
    "source": "102",
    "duration": "54",
    "direction": 0,
    "recording": LINK,
    "line": "3121110000",
    "directory": '"102" <102>',
    "commonID": 36000000,
}
LEG = Leg(AT, "5550001122", "102", 54, Direction.OUTGOING, "0", LINK, "3121110000", '"102" <102>', "36000000")
CALL = "sip3-1675000033.92222"


def row(**fields: Any) -> dict[str, Any]:
    return ROW | fields


def call(*rows: Any, uniqueid: Any = CALL) -> dict[str, Any]:
    return {"uniqueid": uniqueid, "values": list(rows)}


def page(answer: Any) -> RecordPage:
    return decode_records("records", answer if isinstance(answer, bytes) else json.dumps(answer).encode())


def leg(**fields: Any) -> Leg:
    return page([call(row(**fields))]).calls[0].legs[0]


ONE = RecordPage((CallRecord(CALL, (LEG,)),))


@pytest.mark.parametrize(
    "answer",
    [
        [call(ROW)],
        call(ROW),
        {"data": [call(ROW)]},
        {"code": 200, "message": "Basarili", "records": [call(ROW)]},
        {"a": call(ROW)},
        {CALL: call(ROW)},
        [{"uniqueid": CALL, "values": ROW}],
        [{"uniqueid": CALL, "values": {"0": ROW}}],
        [{"uniqueid": CALL, **ROW}],
        [{"unique_id": CALL, "values": [ROW]}],
        [call(row(duration=54, direction="0", commonID="36000000"))],
        [call(row(duration="00:00:54", direction=" 0 ", source=102, line=3121110000))],
        [call(row(source=" 102 "), uniqueid=f" {CALL} ")],
        [call(row(unknown={"a": [1]}, date="2023-01-29 16:47:13")) | {"more": 1}],
    ],
)
def test_every_json_form_becomes_the_same_call(answer: Any) -> None:
    assert page(answer) == ONE


def test_a_comma_too_many_costs_nothing_and_one_in_a_text_stays() -> None:
    text = json.dumps([call(row(directory='x",]\\ ,}'))])
    broken = text.replace("}]}]", "} ,\n]},]")
    assert broken != text
    assert page(broken.encode()) == page(text.encode())
    assert page(broken.encode()).calls[0].legs[0].directory == 'x",]\\ ,}'


def test_letters_of_the_old_encoding_and_a_byte_order_mark_are_read() -> None:
    text = json.dumps([call(row(directory="Şule")), call(row(directory="İpek\tA"), uniqueid="2")], ensure_ascii=False)
    directories = [one.legs[0].directory for one in page(b"\xef\xbb\xbf" + text.encode("cp1254")).calls]
    assert directories == ["Şule", "İpek\tA"]
    assert page(text.replace("\\t", "\t").encode()).calls[1].legs[0].directory == "İpek\tA"


def test_a_word_that_json_does_not_know_costs_nothing() -> None:
    text = json.dumps([call(ROW) | {"more": float("nan")}])
    assert "NaN" in text
    assert page(text.encode()) == ONE


@pytest.mark.parametrize("damage", [b"\x01", b"\xfe"])
def test_broken_json_is_read_as_far_as_its_brackets_hold(damage: bytes) -> None:
    text = b"[" + json.dumps(call(row(directory="~"))).encode().replace(b"~", damage) + b",]"
    assert len(page(text).calls) == 1


def test_several_legs_stay_in_order_and_rows_of_one_call_join() -> None:
    first, second, third = (row(source=str(n)) for n in (1, 2, 3))
    read = page([call(first, second), call(ROW, uniqueid="b"), call(third), call(third)])
    assert [one.call for one in read.calls] == [CALL, "b"]
    assert [one.source for one in read.calls[0].legs] == ["1", "2", "3", "3"]


def test_missing_parts_are_empty() -> None:
    short = {"date": "29.01.2023 16:47:13", "destination": "101", "source": "102", "duration": "", "direction": 4}
    assert page([call(short)]).calls[0].legs == (Leg(AT, "101", "102", 0, Direction.INTERNAL, "4"),)
    bare = leg(duration=None, direction=None, recording=None, line=None, destination=None, commonID=None)
    assert (bare.seconds, bare.direction, bare.direction_word) == (0, Direction.OTHER, "")
    assert (bare.recording, bare.line, bare.destination, bare.common_id) == ("", "", "", "")


def test_each_direction_has_its_meaning_and_an_unknown_one_keeps_its_word() -> None:
    expected = [
        *(Direction.OUTGOING, Direction.INCOMING, Direction.MISSED),
        *(Direction.UNANSWERED, Direction.INTERNAL, Direction.INTERNAL_UNANSWERED),
    ]
    assert [leg(direction=n).direction for n in range(6)] == expected
    assert [leg(direction=str(n)).direction for n in range(6)] == expected
    assert (leg(direction=9).direction, leg(direction=9).direction_word) == (Direction.OTHER, "9")
    assert leg(direction=" giden ").direction_word == "giden"


BAD_ROWS = [row(date="31.02.2023 10:00:00"), row(date=None), row(duration="x"), row(duration=[]), 7, None, "x", {}]


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_a_damaged_leg_costs_that_leg(bad: Any) -> None:
    assert page([call(ROW, bad), call(ROW, uniqueid="b")]) == RecordPage(
        (CallRecord(CALL, (LEG,)), CallRecord("b", (LEG,))), 1
    )
    assert page([call(bad), call(ROW)]) == RecordPage(ONE.calls, 1)


@pytest.mark.parametrize(
    "bad",
    [7, None, "x", [], {}, call(), call(ROW, uniqueid=""), {"values": [ROW]}, {"uniqueid": CALL, "values": "x"}],
)
def test_a_damaged_call_costs_that_call(bad: Any) -> None:
    assert page([bad, call(ROW)]) == RecordPage(ONE.calls, 1)


@pytest.mark.parametrize("digits", [b"9" * 5000, b"1e999"])
def test_a_row_with_a_number_beyond_all_bounds_costs_that_row(digits: bytes) -> None:
    bad = b'{"uniqueid":' + digits + b"}"
    assert page(b"[" + bad + b"," + json.dumps(call(ROW)).encode() + b"]") == RecordPage(ONE.calls, 1)
    assert page(b"[" + bad + b"]") == RecordPage((), 1)


LINE = f"{CALL}|29.01.2023 16:47:13|5550001122|102|54|0|{LINK}"
PIPE_LEG = Leg(AT, "5550001122", "102", 54, Direction.OUTGOING, "0", LINK)


@pytest.mark.parametrize(
    "text",
    [LINE, f"{LINE}<br/>", f"\n{LINE}\r\n", LINE.replace("|54|", "|00:00:54|"), LINE.replace("|", " | "), f'"{LINE}"'],
)
def test_columns_become_the_call_with_the_destination_before_the_source(text: str) -> None:
    assert page(text.encode()) == RecordPage((CallRecord(CALL, (PIPE_LEG,)),))


@pytest.mark.parametrize("end", ["<br/>", "<br>", "<br />", "<BR  />", "\n", "\r\n", "<br/>\n"])
def test_each_kind_of_line_end_parts_calls(end: str) -> None:
    lines = end.join(LINE.replace(CALL, name) for name in ("1675000033.1", "b", "c"))
    assert [one.call for one in page(lines.encode()).calls] == ["1675000033.1", "b", "c"]
    assert page(f"<br/>{lines}".encode()).damaged == 0


def test_six_columns_have_no_recording_and_letters_of_the_old_encoding_are_read() -> None:
    short = LINE.rpartition("|")[0]
    assert page(short.encode()).calls[0].legs[0].recording == ""
    assert page(short.replace("102", "Çağrı").encode("cp1254")).calls[0].legs[0].source == "Çağrı"


@pytest.mark.parametrize("bad", ["a|b", "|".join("abcdef"), LINE.replace("|54|", "|x|"), LINE.replace(CALL, "")])
def test_a_damaged_line_costs_that_line(bad: str) -> None:
    read = page(f"{bad}<br/>{LINE}".encode())
    assert (len(read.calls), read.damaged) == (1, 1)


CODES = {
    "30": (BadCredentials, "credentials"),
    "50": (Refusal, "date"),
    "60": (Refusal, "span"),
    "70": (Refusal, "query"),
    "72": (Refusal, "rejected_query"),
    "80": (LimitReached, "limit"),
    "100": (LimitReached, "limit"),
    "101": (LimitReached, "limit"),
    "331": (BadCredentials, "not_enabled"),
    "999": (Refusal, "other"),
}


def forms(code: str) -> list[bytes]:
    return [
        code.encode(),
        f" {code}\r\n".encode(),
        f'"{code}"'.encode(),
        json.dumps({"code": int(code), "error": "x"}).encode(),
        json.dumps({"code": code, "message": "x", "data": []}).encode(),
        json.dumps([{"code": code, "error": "x"}]).encode(),
        json.dumps({"code": code}).encode()[:-1] + b",}",
    ]


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_typed_in_each_form(code: str) -> None:
    kind, reason = CODES[code]
    for body in forms(code):
        with pytest.raises(kind) as caught:
            page(body)
        assert (caught.value.code, caught.value.reason, caught.value.operation) == (code, reason, "records")


def test_each_code_is_told_in_both_languages() -> None:
    told = set()
    for code in CODES:
        with pytest.raises(Refusal) as caught:
            page(code.encode())
        english = explain(caught.value)
        use(TsCatalog(resource("translations/supervisor_tr.ts")))
        try:
            turkish = explain(caught.value)
        finally:
            use(None)
        assert english.title != turkish.title
        assert english.todo != turkish.todo
        told.add(turkish.title)
    assert len(told) == len(CODES) - 1


def test_no_record_is_an_empty_page_in_each_form() -> None:
    words = [b"Kayit bulunamadi", b'{"error":"Kayit bulunamadi"}', b"[]", b'{"data":[]}']
    for body in forms("40") + words:
        assert page(body) == RecordPage()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html>x", "html"),
        (b"<xml><main/></xml>", "html"),
        (b"{}", "shape"),
        (b'{"a":1}', "shape"),
        (b'{"a":1,}', "shape"),
        (b"[1,", "not_json"),
        (b"something else", "not_json"),
        (b"null", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"[" + b"0," * 100_000 + b"0]", "shape"),
    ],
)
def test_what_is_no_answer_is_told_as_such(body: bytes, reason: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        page(body)
    assert caught.value.reason == reason


def test_the_recordings_link_is_in_no_repr() -> None:
    shown = repr(ONE)
    assert "s3cr3t" not in shown
    assert "dosyaindir" not in shown
    assert "recording='***'" in shown
    assert "recording=''" in repr(leg(recording=""))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([LINK, CALL]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*ROW, "values", "uniqueid", "code"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_hostile_json_raises_only_what_is_promised(told: Any) -> None:
    with contextlib.suppress(PbxError):
        page(json.dumps(told).encode())
    with contextlib.suppress(PbxError):
        page([told, call(told)])


@given(st.binary(max_size=60) | st.text('[]{}",:|<>br/0123456789. \n\\eu', max_size=60).map(str.encode))
def test_hostile_bytes_raise_only_what_is_promised(body: bytes) -> None:
    for begin in (b"", b"[", b"{", b'"', b"|", LINE.encode()):
        with contextlib.suppress(PbxError):
            page(begin + body)


@given(
    st.dictionaries(st.sampled_from([*ROW]), st.sampled_from([None, 3, "4", "x", " y ", "00:01", [], 2.5]), max_size=4)
)
def test_a_row_is_read_alike_on_the_quick_way_and_on_the_patient_one(changes: dict[str, Any]) -> None:
    answer = json.dumps([call(row(**changes)), call(ROW, uniqueid="b")])
    assert page(answer.encode()) == page(answer.replace('"uniqueid"', '"unique_id"').encode())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("29.01.2023 16:47:13", AT),
        (" 29.01.2023 16:47:13 ", AT),
        ("29/01/2023 16:47", AT.replace(second=0)),
        ("2023-01-29T16:47:13", AT),
    ],
)
def test_instants_are_turkish_time(text: str, at: datetime) -> None:
    assert read_instant(text) == at
    assert read_instant(text).utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize("text", ["", "x", "29.02.2023 10:00:00", "01.01.1200 00:00:00", "٢٩.01.2023 16:47:13", "2023"])
def test_what_is_no_instant_is_told_apart(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_instant(text)
    with pytest.raises(UnreadableError):
        read_day(text)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("54", 54),
        (54, 54),
        ("00:01:10", 70),
        ("1:10", 70),
        ("100:00:00", 360_000),
        (None, 0),
        ("", 0),
        ("-3", 0),
        ("5.0", 5),
    ],
)
def test_lengths_are_seconds_or_a_clock(value: Any, seconds: int) -> None:
    assert read_length(value) == seconds


def test_calls_under_numbers_are_read_where_the_json_is_broken_too() -> None:
    one, other = (json.dumps(call(row(commonID=float("nan")), uniqueid=number)).encode() for number in ("1.1", "1.2"))
    found = page(b'{"1":' + one + b',"2":' + other + b"}")
    assert ([known.call for known in found.calls], found.damaged) == (["1.1", "1.2"], 0)


def test_broken_json_without_calls_says_what_it_can() -> None:
    with pytest.raises(BadAnswer) as shape:
        page(b'{"rows":NaN}')
    with pytest.raises(Refusal) as told:
        page(b'{"rows":NaN,"message":"Bilinmeyen bir hata"}')
    assert (shape.value.reason, told.value.words) == ("shape", "Bilinmeyen bir hata")
