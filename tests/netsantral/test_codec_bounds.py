"""An answer that holds more than is read at once is refused for that; one that means nothing is refused for that."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from supervisor_gui.netsantral.codec_autodial import decode_list_report
from supervisor_gui.netsantral.codec_bounds import LONGEST_ROW, ODD_CAP
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_statistics
from supervisor_gui.netsantral.codec_values import read_json
from supervisor_gui.netsantral.errors import BadAnswer
from supervisor_gui.netsantral.types_records import RecordPage

LEG = b'{"date":"29.01.2023 16:47:13","destination":"1","source":"2","duration":%b,"direction":0,"directory":"%b"}'
YES = b'{"header":{"error":false,"code":200},"body":['
LINE = b"a|29.01.2023 16:47:13|1|2|3|0|"
EMOJI = "😀".encode()


def records(body: bytes) -> RecordPage:
    return decode_records("records", body)


def call(duration: bytes = b"1", directory: bytes = b"x", name: bytes = b"a") -> bytes:
    return b'{"uniqueid":"%b","values":[%b]}' % (name, LEG % (duration, directory))


def calls(count: int, **fields: bytes) -> bytes:
    return b"[" + b",".join([call(**fields)] * count) + b"]"


def report(numbers: bytes) -> bytes:
    return YES + b'{"numbers":[' + numbers + b"]}]}"


REFUSED: dict[str, tuple[Callable[[bytes], object], bytes, str]] = {
    "legs": (records, calls(50_001), "too_many"),
    "objects": (records, b"[" + b",".join([b'{"a":1,"b":{          }}'] * 51_000) + b"]", "too_many"),
    "odd calls": (records, calls(15_001, duration=b"1.0"), "too_many"),
    "calls that mean nothing": (records, calls(15_001, duration=b'"x"'), "shape"),
    "keys": (records, b"{" + b",".join(b'"%d":"aaaaaaaaaa"' % n for n in range(50_001)) + b"}", "too_many"),
    "broken": (records, b"[" + b" " * ODD_CAP + b"?]", "too_many"),
    "a text": (records, b'"' + b"|" * ODD_CAP + b'"', "too_many"),
    "wide": (records, calls(20_000, directory=EMOJI + b"x" * 1200), "too_many"),
    "lines": (records, b"<br/>".join([LINE] * 50_001), "too_many"),
    "breaks": (records, b"|" + (b"<br/>" + b" " * 20) * 150_001, "too_many"),
    "broken report": (decode_list_report, report(b" " * ODD_CAP + b"?"), "too_many"),
    "long header": (decode_list_report, b'{"header":{"a":"' + b"x" * LONGEST_ROW + b'"},"body":[]}', "shape"),
    "fields": (
        decode_list_report,
        report(b",".join([b'{"id":1,"a":"abcdefgh","b":"abcdefghijklmnopqrstuvwxyz","c":2,"d":3}'] * 26_000)),
        "too_many",
    ),
    "elements": (
        lambda body: decode_statistics("statistics", body),
        b"<a>" + b"<info/>            " * 211_000,
        "too_many",
    ),
    "long broken": (lambda body: read_json("lists", body), b"?" * (ODD_CAP + 1), "not_json"),
    "halves": (lambda body: read_json("lists", body), b'"' + b"\\ud800" * 50_001 + b'"', "encoding"),
    "old letters": (lambda body: read_json("lists", body), b'"' + "ş".encode() + b"a\xfe" * 100_000 + b'"', "encoding"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_more_than_is_read_at_once_is_refused_as_such(name: str) -> None:
    decode, body, reason = REFUSED[name]
    with pytest.raises(BadAnswer) as caught:
        decode(body)
    assert caught.value.reason == reason


def test_what_is_just_within_the_bounds_is_read() -> None:
    assert len(records(calls(50_000)).calls[0].legs) == 50_000
    assert records(calls(14_000, duration=b'"x"')).damaged == 14_000
    wide = calls(10_000, directory=EMOJI) + b" "
    assert len(records(wide[:-2] + b"," + call(directory="ş".encode() * 10) + b"]").calls[0].legs) == 10_001


def test_letters_that_are_wide_are_no_harm_where_they_are_few() -> None:
    long = calls(15_000, directory=b"x" * 1600)
    read = records(long[:-1] + b"," + call(directory=EMOJI, name=b"b") + b"," + call(directory="ş".encode()) + b"]")
    assert [one.call for one in read.calls] == ["a", "b"]


def test_a_row_that_is_too_long_costs_that_row() -> None:
    long = b"x" * LONGEST_ROW
    assert records(b"[" + call() + b"," + call(directory=long) + b"]").damaged == 1
    assert records(b"[" + call(directory=long) + b"]") == RecordPage((), 1)
    assert records(LINE + b"<br/>" + LINE + long).damaged == 1
    read = decode_list_report(report(b'{"id":1},{"id":2,"a":"' + long + b'"}'))
    assert (len(read.numbers), read.damaged) == (1, 1)


@pytest.mark.parametrize("answer", [{"data": [json.loads(call())]}, {"a": json.loads(call())}, json.loads(call())])
def test_each_form_is_read_alike_where_it_is_broken(answer: Any) -> None:
    whole = json.dumps(answer).encode()
    assert records(whole.replace(b'"uniqueid"', b'"more":NaN,"uniqueid"')) == records(whole)
