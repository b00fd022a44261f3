"""What the request log keeps of requests that carry a password, right or wrong, in whatever form."""

import time
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape

import pytest

from supervisor_gui.simulator.request_log import RequestLog
from tests.simulator.running import running

SECRET = 'p4ss "w<ö>/rd&'


def kept(text: str, secret: str = "", **more: object) -> str:
    """All that the log keeps of a request whose body is this text."""
    log = RequestLog(secret=secret)
    log.add(face="api", body=text, outcome={}, **more)  # type: ignore[arg-type]
    return str(log.entries[-1])


@pytest.mark.parametrize(
    "body",
    [
        "<header><password>p4ssw0rd",
        "<header><password type='a'>p4ssw0rd</password></header>",
        "<header><password >p4ssw0rd</password></header>",
        "<header><password><![CDATA[p4ssw0rd]]></password></header>",
        "{'password': 'p4ssw0rd', 'no': '1'}",
        "{'password': 'p4ssw0rd",
        "username=1&p%61ssword=p4ssw0rd&x=1",
        "username=1;password=p4ssw0rd",
        "username=1;P%41SSWORD=p4ssw0rd",
    ],
)
@pytest.mark.parametrize("secret", ["", "p4ssw0rd"])
def test_neither_a_right_nor_a_wrong_password_is_kept(body: str, secret: str) -> None:
    entry = kept(body, secret, target=f"/x?{body}", params={"a": body})
    assert "p4ssw0rd" not in entry
    assert "***" in entry


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        quote(SECRET, safe=""),
        quote(SECRET),
        quote_plus(SECRET),
        quote(SECRET, safe="").lower(),
        "".join(f"%{octet:02X}" for octet in SECRET.encode()),
        escape(SECRET),
        escape(SECRET, {'"': "&quot;"}),
        "".join(f"&#{ord(letter)};" for letter in SECRET),
        "".join(f"&#x{ord(letter):X};" for letter in SECRET),
        "".join(f"\\u{ord(letter):04x}" for letter in SECRET),
        SECRET.replace('"', '\\"'),
        SECRET.replace('"', '\\"').replace("/", "\\/").replace("ö", "\\u00f6"),
        SECRET.encode().decode("latin-1"),
    ],
)
def test_the_right_password_is_not_kept_wherever_it_stands(form: str) -> None:
    assert kept(f"<a>{form}</a>", SECRET).count("<a>***</a>") == 1
    entry = kept("", SECRET, target=f"/x?y={form}z", path=f"/{form}", params={form: form}, operation=form)
    assert entry.count("***") == 5
    assert "p4ss" not in entry


@pytest.mark.parametrize(
    "piece", ["<password>", "<password", "<password ", '"password"', "'password':'", "password=", ";password", '"\\']
)
def test_a_long_body_is_cleaned_at_once(piece: str) -> None:
    began = time.perf_counter()
    kept(piece * (200_000 // len(piece)), SECRET)
    assert time.perf_counter() - began < 1


async def test_the_served_log_knows_the_right_password() -> None:
    async with running() as site:
        await site.http.get(f"{site.ready.pbx_url}/x/p4ssw0rd?p%61ssword=p4ss%770rd&a=1;password=p4ssw0rd")
        await site.http.post(f"{site.ready.api_url}/netsantral/report", json={"no": ["p4ssw0rd"], "p4ssw0rd": 1})
        entries = (await site.control("/requests"))["requests"]
        assert len(entries) == 2
        assert "p4ss" not in str(entries)
