"""Nothing secret and no whole number passes, however it is spelt."""

import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.redaction import Redactor

SECRET = 'p@ss wörd&+#%"şİ\\'


@pytest.mark.parametrize(
    "spelt",
    [
        SECRET,
        quote(SECRET),
        quote(SECRET, safe=""),
        quote_plus(SECRET),
        quote(SECRET, safe="").lower(),
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        repr(SECRET),
    ],
)
def test_a_known_secret_is_hidden_in_every_spelling(spelt: str) -> None:
    shown = Redactor([SECRET])(f"sent {spelt} to the PBX")
    assert shown.startswith("sent ")
    assert shown.endswith(" to the PBX")
    assert "***" in shown
    assert "rd&" not in shown
    assert "%26" not in shown


@given(st.text(min_size=4, max_size=40))
def test_any_secret_is_hidden(secret: str) -> None:
    redact = Redactor([secret])
    assert secret not in redact(f"\x00{secret}\x00")
    assert json.dumps(secret)[1:-1] not in redact(json.dumps({"k": secret})).replace("***", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "GET https://crmsntrl.netgsm.com.tr/8501110000/queuestats?username=a&password=p4ssw0rd 200",
            "GET https://crmsntrl.netgsm.com.tr/•••00/queuestats?… 200",
        ),
        ('"GET /x?password=p4ssw0rd HTTP/1.1"', '"GET /x?… HTTP/1.1"'),
        ("http://me:pw@proxy.example:80/", "http://***@proxy.example:80/"),
        ("upload.php?tip=1&a=abcDEF", "upload.php?…"),
        ('{"password": "a b", "n": 1}', '{"password": ***, "n": 1}'),
        ("password=hunter2, next", "password=***, next"),
        ("caller 5550001122 waits", "caller •••22 waits"),
        ("+90 555 000 11 22", "•••22"),
        ("0 (555) 000-11-22", "•••22"),
        ("905550001122", "•••22"),
        ("extension 104, queue 12, 2026-11-25 10:22:33", "extension 104, queue 12, 2026-11-25 10:22:33"),
        ("why? because", "why? because"),
    ],
)
def test_queries_users_tokens_and_numbers_are_cut(text: str, shown: str) -> None:
    assert Redactor()(text) == shown


def test_the_redactor_does_not_show_what_it_knows() -> None:
    assert "p4ssw0rd" not in repr(Redactor(["p4ssw0rd"]))
