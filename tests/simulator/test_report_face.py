"""Call records in every form of the question, over real sockets."""

from datetime import timedelta
from typing import Any

import pytest

from tests.simulator.asking import (
    LOGIN,
    around,
    gave_up,
    minute,
    post_xml,
    report,
    report_text,
    talked,
    wall,
    whole_day,
    xml,
    yesterday,
)
from tests.simulator.running import ACCOUNT, running

QUEUE = f"{ACCOUNT}-queue-Satış"


async def test_a_conversation_has_a_row_for_the_queue_and_one_for_the_telephone() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        (record,) = await report(site, **around(truth["arrived"]))
        assert record["uniqueid"] == truth["id"]
        whole, offered = record["values"]
        talk = str(int(truth["ended"]) - int(truth["answered"]))
        assert whole == {
            "date": f"{wall(truth['arrived']):%d.%m.%Y %H:%M:%S}",
            "destination": QUEUE,
            "source": "5550001122",
            "duration": talk,
            "direction": 1,
            "recording": whole["recording"],
            "line": truth["dialled"],
            "directory": '"" <05550001122>',
            "commonID": offered["commonID"],
        }
        assert (offered["destination"], offered["duration"], offered["direction"]) == ("101", talk, 1)


async def test_a_call_nobody_took_is_missed_and_has_no_recording() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await gave_up(site)
        (record,) = await report(site, **around(truth["arrived"]))
        (row,) = record["values"]
        assert (row["direction"], row["duration"], "recording" in row) == (2, "0", False)


async def test_a_call_that_goes_on_has_no_record_yet() -> None:
    async with running(agents=1, queues=1) as site:
        call = (await site.model(arrive={"queue": "Satış"}))["arrive"]
        assert await report(site, **around(call["arrived"])) == {"code": 40, "error": "Kayit bulunamadi"}
        await site.model(end={"call": call["id"]})
        assert [row["uniqueid"] for row in await report(site, **around(call["arrived"]))] == [call["id"]]


async def test_one_call_is_found_by_its_id_with_and_without_the_prefix() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        await talked(site)
        for unique_id in (truth["id"], truth["id"].removeprefix("sip3-")):
            (record,) = await report(site, uniqueid=unique_id)
            assert record["uniqueid"] == truth["id"]
        for wrong in ("sip3-1.1", truth["id"] + "9", "nonsense", "sip3-1795600000.x"):
            assert (await report(site, uniqueid=wrong))["code"] == 40


@pytest.mark.parametrize(
    ("querytype", "number", "found"),
    [
        ("2", "5550001122", ["05550001122"]),
        ("2", "05550003344", ["05550003344"]),
        ("1", "5550001122", []),
        ("1", "101", ["05550001122"]),
        ("2", ["5550001122", "5550003344"], ["05550001122", "05550003344"]),
    ],
)
async def test_calls_are_found_by_the_called_or_the_calling_number(
    querytype: str, number: str | list[str], found: list[str]
) -> None:
    async with running(agents=1, queues=1) as site:
        first = await talked(site)
        await gave_up(site)
        answer = await report(site, querytype=querytype, no=number, **around(first["arrived"]))
        shown = [] if isinstance(answer, dict) else [row["values"][0]["source"] for row in answer]
        assert shown == [number.removeprefix("0") for number in found]


async def test_the_pipe_form_names_the_destination_before_the_source() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        missed = await gave_up(site)
        reply = await report_text(site, **around(truth["arrived"]))
        rows = [row.split("|") for row in reply.text.split("<br/>")]
        talk = str(int(truth["ended"]) - int(truth["answered"]))
        when = f"{wall(truth['arrived']):%d.%m.%Y %H:%M:%S}"
        assert rows[0][:6] == [truth["id"], when, QUEUE, "5550001122", talk, "1"]
        assert rows[0][6].startswith(site.ready.api_url)
        assert [len(row) for row in rows] == [7, 7, 6]
        assert rows[-1][0] == missed["id"]


async def test_a_get_may_ask_for_json() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        reply = await report_text(site, output="json", **around(truth["arrived"]))
        assert reply.json() == await report(site, **around(truth["arrived"]))


@pytest.mark.parametrize(("path", "version", "columns"), [("report", "", 7), ("report/xml", "3", 6)])
async def test_xml_questions_are_answered_with_pipes(path: str, version: str, columns: int) -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        reply = await post_xml(site, path, xml(company="Netgsm", version=version, **around(truth["arrived"])))
        assert [len(row.split("|")) for row in reply.text.split("<br/>")] == [columns] * 2


async def test_the_fourth_version_has_links_and_times_with_colons() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        reply = await post_xml(site, "report/xml", xml(version="4", **around(truth["arrived"])))
        columns = reply.text.split("<br/>")[0].split("|")
        assert columns[4].startswith("00:00:0")
        assert (await site.http.get(columns[6])).content.startswith(b"RIFF")


async def test_menus_have_a_longer_name_in_the_pipe_form() -> None:
    async with running(agents=4, queues=1, load=60.0, history_days=2) as site:
        day = whole_day(yesterday(site))
        names = {row["destination"] for record in await report(site, **day) for row in record["values"]}
        assert f"menu-{ACCOUNT}" in names
        lines = (await report_text(site, **day)).text.split("<br/>")
        shown = {line.split("|")[2] for line in lines if line.split("|")[2].startswith("menu-")}
        assert shown
        assert all(name.startswith(f"menu-{ACCOUNT}-interactive-") for name in shown)


WRONG: list[tuple[dict[str, Any], int]] = [
    ({"password": "falsch"}, 30),
    ({"usercode": "8501110001"}, 30),
    ({}, 70),
    ({"startdate": "010120260000"}, 70),
    ({"startdate": "2026-01-01", "stopdate": "020120260000"}, 50),
    ({"startdate": "320120260000", "stopdate": "020220260000"}, 50),
    ({"startdate": "٠١٠١٢٠٢٦٠٠٠٠", "stopdate": "020120260000"}, 50),
    ({"startdate": "020120260000", "stopdate": "010120260000"}, 70),
    ({"startdate": "010120260000", "stopdate": "080120260001"}, 60),
    ({"startdate": "010120260000", "stopdate": "080120260000"}, 40),
    ({"querytype": "3", "no": "5550001122", "startdate": "010120260000", "stopdate": "020120260000"}, 70),
    ({"querytype": "1", "startdate": "010120260000", "stopdate": "020120260000"}, 70),
]


@pytest.mark.parametrize(("fields", "code"), WRONG)
async def test_every_wrong_question_has_its_code_in_each_form(fields: dict[str, Any], code: int) -> None:
    async with running() as site:
        answer = await report(site, **fields)
        assert (answer["code"], set(answer)) == (code, {"code", "error"})
        assert (await report_text(site, **fields)).text == str(code)
        assert (await post_xml(site, "report", xml(**fields))).text == str(code)


async def test_a_third_question_within_a_minute_is_refused_whatever_its_form() -> None:
    async with running(limit_factor=1.0) as site:
        day = whole_day(yesterday(site))
        assert (await report(site, **day))["code"] == 40
        assert (await post_xml(site, "report/xml", xml(**day))).text == "40"
        assert (await report(site, **day))["code"] == 100
        assert (await report_text(site, **day)).text == "100"


@pytest.mark.parametrize("body", ['{"usercode": 8501110000, "startdate": 010120260000}', '{"usercode": xxx}', "{"])
async def test_json_that_is_none_is_a_bad_request(body: str) -> None:
    async with running() as site:
        reply = await site.http.post(f"{site.ready.api_url}/netsantral/report", content=body)
        assert reply.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        "",
        "usercode=8501110000&password=p4ssw0rd",
        "<mainbody><header>",
        '<!DOCTYPE m [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><m><usercode>&b;</usercode></m>',
        f"<m>{'<a>' * 10_000}</m>",
        "[]",
    ],
)
async def test_a_body_that_is_no_question_is_refused(body: str) -> None:
    async with running() as site:
        reply = await post_xml(site, "report", body)
        assert (reply.status_code, reply.text) == (200, "70")


async def test_markup_in_a_password_is_read_as_it_was_meant() -> None:
    async with running(password="a&b<c") as site:
        day = whole_day(yesterday(site))
        assert (await post_xml(site, "report", xml(**day | {"password": "a&amp;b&lt;c"}))).text == "40"


async def test_the_last_minute_of_a_span_counts_whole() -> None:
    async with running(agents=1, queues=1) as site:
        truth = await talked(site)
        same = {"startdate": minute(truth["arrived"]), "stopdate": minute(truth["arrived"])}
        assert [record["uniqueid"] for record in await report(site, **same)] == [truth["id"]]
        before = minute((wall(truth["arrived"]) - timedelta(hours=3, minutes=1)).timestamp())
        assert (await report(site, startdate=before, stopdate=before))["code"] == 40


@pytest.mark.parametrize("code", ["30", "50", "60", "72", "101", "331"])
async def test_refusals_that_are_ordered_have_the_form_of_the_question(code: str) -> None:
    async with running() as site:
        await site.faults(f"code-{code}")
        answer = await report(site)
        assert (answer["code"], "error" in answer) == (int(code), True)
        assert (await report_text(site)).text == code
        queue = await site.numbers("queueaddnumber")
        assert (queue["code"] == 200) is (code != "30")


async def test_an_address_that_is_not_allowed_is_told_so_in_the_words_of_each_service() -> None:
    async with running() as site:
        await site.faults("ip-not-allowed")
        assert (await report(site))["code"] == 331
        assert (await site.numbers("queueaddnumber"))["code"] == 30
        calls = await site.http.post(f"{site.ready.api_url}/autocallservice", json={"header": LOGIN, "body": {}})
        assert (calls.json()["header"]["error"], calls.json()["header"]["code"]) == (True, 30)
        assert (await site.pbx("queuestats")).json() == {"status": "Error", "message": "Kullanici dogrulanamadi"}
