"""No form of a password survives in what errors quote."""

import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.scrub import Scrubber

HARD = 'p@ss &+#%şİ "\\x'


@pytest.mark.parametrize(
    "form",
    [
        HARD,
        quote(HARD),
        quote(HARD, safe=""),
        quote_plus(HARD),
        quote(HARD, safe="").lower(),
        json.dumps(HARD)[1:-1],
        json.dumps(HARD, ensure_ascii=False)[1:-1],
    ],
)
def test_each_form_of_the_password_is_masked(form: str) -> None:
    assert Scrubber(HARD).clean(f"before {form} after") == "before *** after"


def test_a_query_is_cut_off_whatever_it_holds() -> None:
    cleaned = Scrubber("x9").clean("GET http://127.0.0.1:9111/8501110000/queuestats?username=850&password=abc failed")
    assert cleaned == "GET http://127.0.0.1:9111/8501110000/queuestats?… failed"


def test_both_passwords_are_masked_after_a_change() -> None:
    scrubber = Scrubber("first-secret")
    scrubber.learn("second-secret")
    assert scrubber.clean("first-secret second-secret") == "*** ***"


def test_without_a_password_text_stays() -> None:
    assert Scrubber("").clean("Kullanici dogrulanamadi") == "Kullanici dogrulanamadi"


def test_a_scrubber_does_not_show_what_it_knows() -> None:
    assert HARD not in repr(Scrubber(HARD))


@given(st.text(min_size=4, max_size=20), st.text(max_size=40), st.text(max_size=40))
def test_no_text_around_it_hides_a_password(password: str, before: str, after: str) -> None:
    assert password not in Scrubber(password).clean(before + password + after).replace("***", "")
