"""What a sloppy answer may still mean, and where it stops to mean anything."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.codec_values import UnreadableError, as_count, as_flag, as_seconds, as_text, read_json
from supervisor_gui.netsantral.errors import BadAnswer


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html><body>Bak\xc4\xb1m</body></html>", "html"),
        (b"\xef\xbb\xbf <html>", "html"),
        (b"Successful", "not_json"),
        (b'{"a":1', "not_json"),
        (b'{"a":1}{"b":2}', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"9" * 10_000, "not_json"),
        (b"\x81\x8d\xff", "encoding"),
        (b"G\xf6r\xfc\xfeme yok", "encoding"),
    ],
)
def test_bodies_that_mean_nothing_say_why_and_never_quote_themselves(body: bytes, reason: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        read_json("queue_status", body)
    assert caught.value.reason == reason
    assert caught.value.operation == "queue_status"
    assert "Bak" not in caught.value.details + str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "iso-8859-9"])
def test_turkish_is_read_in_the_encodings_that_the_service_has_used(encoding: str) -> None:
    body = json.dumps({"reason": "çay molası, öğle İŞ"}, ensure_ascii=False).encode(encoding)
    assert read_json("x", body) == {"reason": "çay molası, öğle İŞ"}


def test_a_stray_byte_spoils_nothing_beside_it() -> None:
    body = '{"name":"Satış","reason":"çay'.encode() + b'\xfe\x81"}'
    assert read_json("x", body) == {"name": "Satış", "reason": "çayş\ufffd"}


def test_raw_tabs_and_newlines_in_a_text_are_kept() -> None:
    assert read_json("x", b'{"reason":"a\tb\nc"}') == {"reason": "a\tb\nc"}


def test_lone_halves_of_characters_are_replaced_everywhere() -> None:
    read = read_json("x", b'{"a\\ud800":["\\udc00x",{"b":"\\ud83d\\ude00"}],"n":1}')
    assert json.dumps(read, ensure_ascii=False).encode("utf-8")
    assert read["n"] == 1
    assert next(iter(read.values()))[1] == {"b": "😀"}


def test_numbers_that_are_none_become_null() -> None:
    assert read_json("x", b'{"a":NaN,"b":-Infinity,"c":\t"\t"}') == {"a": None, "b": None, "c": "\t"}


@given(st.binary(max_size=200))
def test_no_body_raises_anything_but_bad_answer(body: bytes) -> None:
    with contextlib.suppress(BadAnswer):
        read_json("x", body)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  a ", "a"),
        (101, "101"),
        (101.0, "101"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_words_may_come_as_numbers(value: Any, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize(("value", "count"), [(3, 3), ("3", 3), (" 3 ", 3), (3.0, 3), ("3.0", 3), (None, 0), (0, 0)])
def test_counts_may_come_as_words(value: Any, count: int) -> None:
    assert as_count(value) == count


@pytest.mark.parametrize("value", [-1, "x", "", True, [], {}, 2**31, "1e400", float("inf"), float("nan"), 10**400])
def test_what_is_no_count_is_not_guessed(value: Any) -> None:
    with pytest.raises(UnreadableError):
        as_count(value)


def test_a_wait_below_zero_is_zero() -> None:
    assert [as_seconds(value) for value in (-2, "-1", None, "7")] == [0, 0, 0, 7]


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        ("true", True),
        ("TRUE ", True),
        (True, True),
        (1, True),
        ("1", True),
        ("false", False),
        ("False", False),
        (False, False),
        (0, False),
        ("0", False),
        ("", False),
        (None, False),
    ],
)
def test_yes_and_no_in_every_spelling(value: Any, flag: bool) -> None:
    assert as_flag(value) is flag


@pytest.mark.parametrize("value", ["maybe", 2, [], {}])
def test_what_is_neither_yes_nor_no_is_not_guessed(value: Any) -> None:
    with pytest.raises(UnreadableError):
        as_flag(value)
