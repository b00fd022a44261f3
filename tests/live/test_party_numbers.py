"""One party is one key, however its number is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.numbers import party_key, tail


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("101", "101"),
        (" 1 0 1 ", "101"),
        ("5550001122", "05550001122"),
        ("0555 000 11 22", "05550001122"),
        ("+90 (555) 000-11-22", "05550001122"),
        ("0090.555.000.11.22", "05550001122"),
        ("905550001122", "05550001122"),
        ("\u202a+90\u00a0555\u00a0000\u00a011\u00a022\u202c", "05550001122"),
        ("٠٥٥٥٠٠٠١١٢٢", "05550001122"),
        ("\uff10\uff15\uff15\uff15\uff10\uff10\uff10\uff11\uff11\uff12\uff12", "05550001122"),
        ("444 0 000", "4440000"),
        ("0444 0 000", "4440000"),
        ("+90 444 0 000", "4440000"),
        ("+371 20001122", "0037120001122"),
        ("0037120001122", "0037120001122"),
        ("", ""),
        ("+", ""),
        ("Ali", ""),
        ("0555 000 11 22 dahili 101", ""),
        ("555+000", ""),
        ("5,55E+09", ""),
    ],
)
def test_a_party_has_one_key(text, key):
    assert party_key(text) == key


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0555 000 11 22", "5550001122"),
        ("5550001122", "5550001122"),
        ("+905550001122", "5550001122"),
        ("0037120001122", "7120001122"),
        ("444 0 000", "4440000"),
        ("0444 0 000", "4440000"),
        ("2120000", "2120000"),
        ("212000", ""),
        ("101", ""),
        ("anonymous", ""),
        ("", ""),
        ("8501110000-queue-destek", ""),
    ],
)
def test_a_caller_is_told_apart_by_the_last_ten_digits(text, digits):
    assert tail(text) == digits


@given(st.text("+0123456789 -", max_size=20))
def test_the_tail_of_a_key_is_that_of_the_number(text):
    assert tail(party_key(text)) == tail(text)
    assert party_key(text).endswith(tail(text))


@given(st.one_of(st.text(max_size=20), st.text("+0123456789 -", max_size=20)))
def test_the_key_of_a_key_is_the_key(text):
    assert party_key(party_key(text)) == party_key(text)
