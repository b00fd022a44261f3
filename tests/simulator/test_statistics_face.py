"""Statistics of incoming calls, compared with what the ledger says is true."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.simulator.asking import gave_up, post_xml, statistics, talked, wall, whole_day, xml, yesterday
from tests.simulator.running import Site, running

BUSY: dict[str, Any] = {"agents": 2, "queues": 1, "load": 50.0, "history_days": 4}


async def _truth(site: Site, back: int) -> Any:
    return await site.control("/ledger/statistics", day=f"{yesterday(site, back):%Y-%m-%d}")


def _figures(block: ET.Element) -> dict[str, int]:
    return {element.tag: int(element.text or "") for element in block if element.tag != "date"}


@pytest.mark.parametrize("back", [1, 2, 3])
async def test_the_figures_of_a_day_are_those_of_the_ledger(back: int) -> None:
    async with running(**BUSY) as site:
        truth = await _truth(site, back)
        answer = await statistics(site, date=f"{yesterday(site, back):%d%m%Y}")
        (block,) = answer.iter("statistics")
        figures = _figures(block)
        assert truth["incoming"] > 300
        assert truth["abandoned"] > 0
        assert figures.get("incoming_call", truth["incoming"]) == truth["incoming"]
        assert figures.get("abandoned", truth["abandoned"]) == truth["abandoned"]
        assert (figures["answered"], figures.get("noanswer", 0)) == (truth["answered"], truth["noanswer"])
        assert (figures["t_calltime"], figures["t_waittime"]) == (truth["talk_seconds"], truth["wait_seconds"])
        assert figures["max_waiting"] == truth["longest_wait"]
        assert abs(figures["avr_waiting"] - truth["mean_wait"]) <= 0.5
        assert abs(figures["avr_answered"] - truth["mean_talk"]) <= 0.5


@pytest.mark.parametrize(("days", "infos"), [(1, 1), (2, 2), (3, 1)])
async def test_days_are_repeated_in_one_of_two_ways(days: int, infos: int) -> None:
    async with running(**BUSY) as site:
        first, last = yesterday(site, days), yesterday(site, 1)
        answer = await statistics(site, startdate=f"{first:%d%m%Y}", stopdate=f"{last:%d%m%Y}")
        assert len(list(answer.iter("info"))) == infos
        dates = [element.text for element in answer.iter("date")]
        assert dates == [f"{yesterday(site, back):%d.%m.%Y}" for back in range(days, 0, -1)]


async def test_a_span_to_the_minute_counts_the_calls_in_it_only() -> None:
    async with running(**BUSY) as site:
        day = yesterday(site)
        bounds = {"startdate": f"{day:%d%m%Y}0900", "stopdate": f"{day:%d%m%Y}1059"}
        (block,) = (await statistics(site, **bounds)).iter("statistics")
        ledger = (await site.control("/ledger"))["calls"]
        came = [call for call in ledger if call["kind"] in {"queue", "direct"}]
        inside = [call for call in came if wall(call["arrived"]).date() == day.date()]
        hours = [call for call in inside if 9 <= wall(call["arrived"]).hour < 11]
        assert _figures(block)["answered"] == len([call for call in hours if call["answered"]]) > 0


async def test_what_is_zero_is_sometimes_left_out() -> None:
    async with running(agents=1, queues=1) as site:
        shown = set()
        for _ in range(12):
            truth = await talked(site)
            (block,) = (await statistics(site, date=f"{wall(truth['arrived']):%d%m%Y}")).iter("statistics")
            shown.add("noanswer" in _figures(block))
            await site.advance(86_400)
        assert shown == {True, False}


async def test_two_elements_are_sometimes_left_out_whatever_they_say() -> None:
    async with running(agents=1, queues=1) as site:
        shown: dict[str, set[bool]] = {"incoming_call": set(), "abandoned": set(), "answered": set()}
        for _ in range(12):
            await gave_up(site)
            truth = await talked(site)
            (block,) = (await statistics(site, date=f"{wall(truth['arrived']):%d%m%Y}")).iter("statistics")
            figures = _figures(block)
            assert figures.get("incoming_call", 2) == 2
            assert figures.get("abandoned", 1) == 1
            for name, seen in shown.items():
                seen.add(name in figures)
            await site.advance(86_400)
        assert shown == {"incoming_call": {True, False}, "abandoned": {True, False}, "answered": {True}}


@pytest.mark.parametrize("group", ["abandoned", "answered"])
async def test_a_day_can_be_asked_for_its_calls(group: str) -> None:
    async with running(**BUSY) as site:
        truth = await _truth(site, 1)
        answer = await statistics(site, date=f"{yesterday(site):%d%m%Y}", **{group: "1"})
        calls = list(answer.iter("call"))
        assert [f"sip3-{call.findtext('uniqueid')}" for call in calls] == truth["ids"][group]
        assert [element.tag for element in answer[0]] == [group]
        assert [element.tag for element in calls[0]] == ["uniqueid", "date", "number", "calltime", "waittime"]


async def test_several_lists_come_each_under_its_name() -> None:
    async with running(agents=1, queues=1) as site:
        await gave_up(site)
        truth = await talked(site)
        day = f"{wall(truth['arrived']):%d%m%Y}"
        answer = await statistics(site, date=day, abandoned="1", noanswer="1", answered="1")
        assert [element.tag for element in answer[0]] == ["abandoned", "answered"]
        (lost,) = answer.iter("abandoned")
        assert (lost.findtext("call/number"), lost.findtext("call/calltime")) == ("05550003344", "0")
        assert int(lost.findtext("call/waittime") or 0) >= 60


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"password": "falsch"}, "30"),
        ({}, "70"),
        ({"date": "2026-01-01"}, "50"),
        ({"startdate": "01012026", "stopdate": "3201202600"}, "50"),
        ({"startdate": "01012026", "stopdate": "09012026"}, "60"),
        ({"startdate": "02012026", "stopdate": "01012026"}, "70"),
        ({"date": "01012026"}, "40"),
        ({"date": "01012026", "abandoned": "1"}, "40"),
    ],
)
async def test_a_refusal_is_xml_with_a_code_and_an_error(fields: dict[str, str], code: str) -> None:
    async with running() as site:
        answer = await statistics(site, **fields)
        assert (answer.tag, answer.findtext("main/code")) == ("xml", code)
        assert answer.findtext("main/error")


async def test_no_record_has_its_documented_words() -> None:
    async with running() as site:
        reply = await post_xml(site, "statistics", xml(**whole_day(yesterday(site))))
        assert reply.text == (
            "<?xml version='1.0'?><xml><main><code>40</code><error>Kayit Bulunamadi</error></main></xml>"
        )


async def test_too_many_questions_are_refused_with_a_bare_number() -> None:
    async with running(limit_factor=1.0) as site:
        day = xml(**whole_day(yesterday(site)))
        assert [(await post_xml(site, "statistics", day)).text[:5] for _ in range(3)] == ["<?xml", "<?xml", "100"]


@pytest.mark.parametrize("body", ["", "{}", "no xml", "<!DOCTYPE a><a/>"])
async def test_a_body_that_is_no_question_is_refused(body: str) -> None:
    async with running() as site:
        assert ET.fromstring((await post_xml(site, "statistics", body)).text).findtext("main/code") == "70"


@pytest.mark.parametrize(("fault", "text"), [("code-101", "101"), ("code-80", "80"), ("ip-not-allowed", "331")])
async def test_refusals_that_are_ordered_have_the_service_s_form(fault: str, text: str) -> None:
    async with running() as site:
        await site.faults(fault)
        reply = await post_xml(site, "statistics", xml())
        assert reply.text == text or ET.fromstring(reply.text).findtext("main/code") == text


async def test_the_true_figures_want_a_day_that_is_one() -> None:
    async with running() as site:
        assert (await site.control("/ledger/statistics"))["incoming"] == 0
        reply = await site.http.get(f"{site.ready.control_url}/ledger/statistics", params={"day": "gestern"})
        assert reply.status_code == 400
