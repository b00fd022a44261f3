"""Faults on records and statistics: each answer keeps its form, and what the fault names is spoiled in it."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from supervisor_gui.simulator.spoil import HOSTILE
from tests.simulator.asking import post_xml, report_text, talked, wall, whole_day, xml
from tests.simulator.running import LOGIN, Site, running

FORMS = ("json", "lines", "figures", "calls")


async def answers(site: Site, *faults: str) -> dict[str, bytes]:
    """The four forms of a day with one conversation, spoiled."""
    day = wall((await talked(site))["arrived"])
    await site.faults(*faults)
    asked = {"usercode": LOGIN["username"], "password": LOGIN["password"], **whole_day(day)}
    url = f"{site.ready.api_url}/netsantral/report"
    date = f"{day:%d%m%Y}"
    return {
        "json": (await site.http.post(url, json=asked)).content,
        "lines": (await report_text(site, **whole_day(day))).content,
        "figures": (await post_xml(site, "statistics", xml(date=date))).content,
        "calls": (await post_xml(site, "statistics", xml(date=date, answered="1"))).content,
    }


def rows(raw: bytes) -> list[dict[str, Any]]:
    """The rows of every record in a JSON answer."""
    return [row for record in json.loads(raw) for row in record["values"]]


def columns(raw: bytes) -> list[list[str]]:
    return [line.split("|") for line in raw.decode().split("<br/>")]


def texts(raw: bytes) -> dict[str, str]:
    """The texts of an XML answer by the names of their elements."""
    return {element.tag: element.text or "" for element in ET.fromstring(raw).iter() if not len(element)}


async def test_nothing_is_in_any_value() -> None:
    async with running(agents=1, queues=1) as site:
        spoiled = await answers(site, "nulls")
        assert {value for row in rows(spoiled["json"]) for value in row.values()} == {None}
        assert {column for line in columns(spoiled["lines"]) for column in line} == {""}
        assert {len(line) for line in columns(spoiled["lines"])} == {7}
        for form in ("figures", "calls"):
            assert set(texts(spoiled[form]).values()) == {""}


async def test_numbers_are_words_in_every_form() -> None:
    async with running(agents=1, queues=1) as site:
        spoiled = await answers(site, "numbers-as-words")
        for row in rows(spoiled["json"]):
            assert (row["duration"], row["direction"], row["commonID"]) == ("cok", "cok", "cok")
            assert row["date"][:2] == "20" or row["date"][2] == "."
        assert {tuple(line[4:6]) for line in columns(spoiled["lines"])} == {("cok", "cok")}
        figures = texts(spoiled["figures"])
        assert figures.pop("date") != "cok"
        assert set(figures.values()) == {"cok"}
        assert texts(spoiled["calls"])["calltime"] == "cok"


async def test_hostile_texts_leave_each_form_readable() -> None:
    async with running(agents=1, queues=1) as site:
        spoiled = await answers(site, "hostile-text")
        for row in rows(spoiled["json"]):
            assert row["source"] == row["destination"] == row["directory"] == HOSTILE
            assert row["duration"].isdecimal()
        for line in columns(spoiled["lines"]):
            assert line[2:4] == [HOSTILE, HOSTILE]
            assert line[0].startswith("sip3-")
        assert "<b>kalın</b>" in texts(spoiled["calls"])["number"]
        assert "<b>kalın</b>" in texts(spoiled["figures"])["answered"]


@pytest.mark.parametrize("form", FORMS)
async def test_bytes_that_are_no_utf8_are_in_every_form(form: str) -> None:
    async with running(agents=1, queues=1) as site:
        spoiled = (await answers(site, "non-utf8"))[form]
        sign = {"json": b'"', "lines": b"|"}.get(form, b">")
        assert spoiled[spoiled.index(sign) + 1 :].startswith(b"\xfe\xc3")


async def test_a_refusal_is_spoiled_in_its_own_form_and_a_page_or_sound_stays() -> None:
    async with running(agents=1, queues=1) as site:
        await site.faults("hostile-text", "numbers-as-words")
        wrong = {"usercode": LOGIN["username"], "password": "falsch"}
        reply = await site.http.post(f"{site.ready.api_url}/netsantral/report", json=wrong)
        assert reply.json() == {"code": "cok", "error": HOSTILE}
        assert (await report_text(site, password="falsch")).text == "cok"
        page = await site.http.get(f"{site.ready.api_url}/upload.php", params={"tip": "1", "a": "1"})
        assert page.text.startswith("<!DOCTYPE html>")
