"""The auto-dial service over real sockets: every event's answer and every refusal."""

import asyncio
from typing import Any

import pytest

from tests.simulator.autocalling import LIST, TODAY, TOMORROW, autocall, numbers
from tests.simulator.running import LOGIN

WRONG = (
    "Hatalı sorgulama. Gönderdiğiniz parametrelerden birisi hatalı veya zorunlu alanlardan birinin eksik olduğunu "
    "ifade eder. "
)
UNKNOWN = "HAtalı sorgulama. Bu id ye ait otomatik arama listesi yok yada yetkiniz yok."
BAD_ID = "Gönderilen ID değeri numerik ve sıfırdan büyük bir değer olmalıdır. "


def refusal(code: int, message: str) -> dict[str, Any]:
    return {"header": {"error": True, "code": code, "message": message}, "body": []}


async def test_a_created_list_is_told_back_under_id() -> None:
    async with autocall() as client:
        answer = await client.order("addautocall", data={**LIST, "groups": ["otolist"], "numbers": numbers(2)})
        assert answer["header"] == {
            "error": False,
            "code": 200,
            "message": "Otomatik arama listesi başarıyla oluşturuldu.",
        }
        assert answer["body"] == [
            {
                "id": 12501,
                "list_name": "Mart kampanyası",
                "list_prefix": "101",
                "list_type": 2,
                "list_startdate": TODAY,
                "list_stopdate": TOMORROW,
                "list_starttime": "09:00",
                "list_stoptime": "18:30",
                "retry_count": 1,
                "try_time": 5,
                "department": "Satış",
                "trunk": "3121110000",
                "destination_type": "queue",
                "destination_name": "Satış",
                "queue_limit": 1,
                "groups": [],
            }
        ]


async def test_lists_are_shown_with_list_id_padded_times_and_without_trunk() -> None:
    async with autocall() as client:
        first, second = await client.create(), await client.create(liste_type=1)
        answer = await client.order("listautocall", list_id=None)
        assert answer["header"] == {"error": False, "code": 200, "message": "Otomatik arama listeleme başarılı."}
        assert [row["list_id"] for row in answer["body"]] == [first, second]
        assert answer["body"][1] == {
            "list_id": second,
            "list_name": "Mart kampanyası",
            "list_status": 0,
            "list_prefix": "101",
            "list_type": 1,
            "list_startdate": TODAY,
            "list_stopdate": TOMORROW,
            "list_starttime": "09:00     ",
            "list_stoptime": "18:30     ",
            "retry_count": 1,
            "try_time": 5,
            "department": "Satış",
            "destination_type": "queue",
            "destination_name": "Satış",
            "queue_limit": 1,
            "groups": [],
        }
        assert (await client.order("listautocall", list_id=str(second)))["body"] == [answer["body"][1]]


async def test_no_list_at_all_is_an_empty_listing() -> None:
    async with autocall() as client:
        assert await client.order("listautocall") == {
            "header": {"error": False, "code": 200, "message": "Otomatik arama listeleme başarılı."},
            "body": [],
        }


async def test_whole_numbers_are_taken_as_numbers_and_as_text() -> None:
    async with autocall() as client:
        whole = {"liste_type": 1, "retry_count": 3, "try_time": 0, "queue_limit": 4, "queue_limit_type": 2}
        list_id = await client.create(**whole, list_prefix="", callstop_type=1, callstop_limit="7")
        row = (await client.order("listautocall", list_id=list_id))["body"][0]
        assert (row["retry_count"], row["try_time"], row["queue_limit"], row["list_prefix"]) == (3, 0, 4, "")


async def test_the_stop_rule_under_the_key_with_a_blank_is_passed_over() -> None:
    async with autocall() as client:
        fields: dict[str, Any] = {"callstop_type ": "nonsense", "callstop_limit": "nonsense"}
        await client.create(**fields)


async def test_a_group_alone_makes_a_list_without_numbers() -> None:
    async with autocall() as client:
        list_id = await client.create(groups=["otolist"], numbers=[])
        assert (await client.report(list_id))["numbers"] == []


@pytest.mark.parametrize("field", [name for name in LIST if name != "queue_limit"])
async def test_every_mandatory_field_is_asked_for(field: str) -> None:
    async with autocall() as client:
        data = {name: value for name, value in LIST.items() if name != field} | {"numbers": numbers(1)}
        answer = await client.order("addautocall", data=data)
        assert answer["header"]["code"] == 70
        assert answer["header"]["message"].startswith(WRONG)
        assert len(answer["header"]["message"]) > len(WRONG)
        assert answer["body"] == []


async def test_a_missing_department_is_refused_in_the_documented_words() -> None:
    async with autocall() as client:
        answer = await client.order("addautocall", data={**LIST, "department": "", "numbers": numbers(1)})
        assert answer == refusal(70, f"{WRONG}Departman adı belirtmek zorunludur.")


@pytest.mark.parametrize(
    "fields",
    [
        {"list_name": "x" * 51},
        {"list_prefix": "12345"},
        {"list_prefix": "12a"},
        {"liste_type": "3"},
        {"list_startdate": "02.03.2026"},
        {"list_startdate": "2026-02-30"},
        {"list_stopdate": "2026-03-01"},
        {"list_starttime": "9:00"},
        {"list_starttime": "24:10"},
        {"list_stoptime": "09:00"},
        {"retry_count": "4"},
        {"try_time": "1441"},
        {"department": "Yok"},
        {"trunk": "5550001122"},
        {"destination_type": "dahili"},
        {"destination_name": "Yok"},
        {"queue_limit_type": "4"},
        {"queue_limit": "-1"},
        {"callstop_type": "7"},
        {"callstop_type": "1"},
        {"callstop_type": "2", "callstop_limit": "101"},
        {"filter": "13"},
        {"numbers": []},
        {"numbers": "5550001122"},
        {"numbers": ["5550001122"]},
        {"numbers": [{"number": "05550001122", "name": "x"}]},
    ],
)
async def test_a_wrong_value_makes_no_list(fields: dict[str, Any]) -> None:
    async with autocall() as client:
        answer = await client.order("addautocall", data={**LIST, "numbers": numbers(1), **fields})
        assert answer["header"]["code"] == 70
        assert (await client.order("listautocall"))["body"] == []


async def test_a_list_is_switched_on_and_off() -> None:
    async with autocall() as client:
        list_id = await client.create()
        assert await client.activate(list_id) == {
            "header": {"error": False, "code": 200, "message": "Otomatik arama listesi başarıyla aktifleştirildi."},
            "body": [{"list_id": list_id, "status": 1}],
        }
        assert (await client.order("listautocall", list_id=list_id))["body"][0]["list_status"] == 1
        off = await client.activate(list_id, status=2)
        assert (off["header"]["code"], off["body"]) == (200, [{"list_id": list_id, "status": 2}])
        assert (await client.order("listautocall", list_id=list_id))["body"][0]["list_status"] == 2


async def test_the_report_of_an_uncalled_list_has_four_counts_and_its_numbers_with_ids() -> None:
    async with autocall() as client:
        list_id = await client.create(2)
        answer = await client.order("reportautocall", list_id=list_id)
        assert answer["header"] == {"error": False, "code": 200, "message": "Raporlama basarili."}
        (row,) = answer["body"]
        assert row["numbers_status"] == [
            {"type": "Hiç aranmamış", "count": 2},
            {"type": "Başarılı", "count": 0},
            {"type": "Başarısız", "count": 0},
            {"type": "Tekrar aranacak", "count": 0},
        ]
        assert [entry["number"] for entry in row["numbers"]] == ["5550001200", "5550001201"]
        assert len({entry["id"] for entry in row["numbers"]}) == 2


async def test_added_numbers_are_told_row_by_row_without_an_id() -> None:
    async with autocall() as client:
        list_id = await client.create()
        row = {"number": "5550003344", "name": "Deniz"}
        answer = await client.order("addnumber", list_id=list_id, data={"numbers": [row]})
        assert answer == {
            "header": {"error": False, "code": 200, "message": f"{list_id} ID numaralı projeye 1 numara eklendi. "},
            "body": [
                {
                    "list_id": list_id,
                    "list_name": "Mart kampanyası",
                    "numbers": [{"number": "5550003344", "name": "Deniz", "status": "success"}],
                }
            ],
        }
        assert len((await client.report(list_id))["numbers"]) == 2


async def test_nothing_added_is_code_200_all_the_same() -> None:
    async with autocall() as client:
        fixed = await client.create(liste_type="1")
        row = {"number": "5550003344", "name": "Deniz"}
        answer = await client.order("addnumber", list_id=fixed, data={"numbers": row})
        assert answer["header"] == {
            "error": False,
            "code": 200,
            "message": f"{fixed} ID numaralı projeye 1 numara eklenemedi. ",
        }
        assert answer["body"][0]["numbers"] == [{**row, "status": "error"}]
        assert len((await client.report(fixed))["numbers"]) == 1


@pytest.mark.parametrize(
    "row",
    [
        {"number": "5550001200"},
        {"number": "555"},
        {"number": "5550003344", "nstatus": "2"},
        {"number": "5550003344", "trunk": "5550001122"},
        {"number": "5550003344", "calltime": "50"},
        {"number": "5550003344", "calltime": "320320261200"},
        {"number": "5550003344", "calltime": "010320261200"},
    ],
    ids=["twice", "short", "nstatus", "trunk", "no date", "no such day", "past"],
)
async def test_a_row_that_cannot_be_added_fails_alone(row: dict[str, str]) -> None:
    async with autocall() as client:
        list_id = await client.create()
        rows = [row, {"number": "5550009999", "name": "", "nstatus": 0, "calltime": "030320261000"}]
        answer = await client.order("addnumber", list_id=list_id, data={"numbers": rows})
        assert answer["header"]["code"] == 200
        assert [entry["status"] for entry in answer["body"][0]["numbers"]] == ["error", "success"]


async def test_a_number_is_changed_and_taken_out_by_its_id() -> None:
    async with autocall() as client:
        list_id = await client.create(2)
        first, second = (await client.report(list_id))["numbers"]
        data = {"id": str(first["id"]), "name": "Başka", "nstatus": "0", "calltime": "", "trunk": "8501110000"}
        assert (await client.order("updatenumber", list_id=list_id, data=data))["header"]["code"] == 200
        changed = (await client.report(list_id))["numbers"][0]
        assert (changed["name"], changed["nstatus"], changed["number"]) == ("Başka", 0, first["number"])
        gone = await client.order("deletenumber", list_id=list_id, data={"id": first["id"]})
        assert (gone["header"]["error"], gone["header"]["code"]) == (False, 200)
        assert (await client.report(list_id))["numbers"] == [second]
        again = await client.order("deletenumber", list_id=list_id, data={"id": first["id"]})
        assert again["header"]["code"] == 70


async def test_what_an_update_does_not_name_stays() -> None:
    async with autocall() as client:
        list_id = await client.create(destination_type="ivr", destination_name="anket", queue_limit_type=3)
        (before,) = (await client.report(list_id))["numbers"]
        data = {"id": before["id"], "calltime": "020320261500"}
        assert (await client.order("updatenumber", list_id=list_id, data=data))["header"]["code"] == 200
        assert (await client.report(list_id))["numbers"] == [before]
        await client.activate(list_id)
        await client.site.advance(2 * 3600)
        assert (await client.truth(list_id))["numbers"][0]["tries"] == 0
        await client.site.advance(2 * 3600)
        assert (await client.truth(list_id))["numbers"][0]["tries"] > 0


@pytest.mark.parametrize(
    ("event", "body", "expected"),
    [
        ("listautocall", {"list_id": 99}, refusal(400, UNKNOWN)),
        ("listautocall", {"list_id": "yok"}, refusal(301, BAD_ID)),
        ("updateliststatus", {"data": {"status": 1}}, refusal(70, f"{WRONG}Liste ID si yok.")),
        ("updateliststatus", {"list_id": 99, "data": {"status": 1}}, refusal(400, UNKNOWN)),
        ("reportautocall", {}, refusal(301, BAD_ID)),
        ("reportautocall", {"list_id": 0}, refusal(301, BAD_ID)),
        ("reportautocall", {"list_id": "-1"}, refusal(301, BAD_ID)),
        ("reportautocall", {"list_id": "abc"}, refusal(301, BAD_ID)),
        ("reportautocall", {"list_id": 99}, refusal(400, UNKNOWN)),
        (
            "addnumber",
            {"data": {"numbers": numbers(1)}},
            refusal(70, f"{WRONG}Numaraların ekleneceği proje ID si girilmelidir."),
        ),
        ("deletenumber", {"list_id": 99, "data": {"id": 1}}, refusal(400, UNKNOWN)),
    ],
)
async def test_a_wrong_id_has_its_code_and_words(event: str, body: dict[str, Any], expected: Any) -> None:
    async with autocall() as client:
        assert await client.order(event, **body) == expected


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("updateliststatus", {"status": 3}),
        ("updateliststatus", None),
        ("addnumber", {}),
        ("addnumber", {"numbers": ["5550001122"]}),
        ("updatenumber", {"id": 27229001, "calltime": "50"}),
    ],
)
async def test_wrong_data_for_a_list_that_exists_is_refused(event: str, data: Any) -> None:
    async with autocall() as client:
        list_id = await client.create()
        assert (await client.order(event, list_id=list_id, data=data))["header"]["code"] == 70


@pytest.mark.parametrize(
    "header", [{}, None, {**LOGIN, "password": "falsch"}, {**LOGIN, "username": "8501110001"}, {"username": {}}]
)
async def test_a_bad_login_is_code_30(header: Any) -> None:
    async with autocall() as client:
        answer = await client.send({"header": header, "body": {"event": "listautocall"}})
        assert (answer["header"]["error"], answer["header"]["code"], answer["body"]) == (True, 30, [])


@pytest.mark.parametrize("event", [None, "", "stopautocall", 7])
async def test_an_unknown_event_is_refused(event: Any) -> None:
    async with autocall() as client:
        assert (await client.send({"header": LOGIN, "body": {"event": event}}))["header"]["code"] == 70


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"no json"])
async def test_a_body_that_is_no_order_is_refused(content: bytes) -> None:
    async with autocall() as client:
        reply = await client.site.http.post(f"{client.site.ready.api_url}/autocallservice", content=content)
        assert (reply.status_code, reply.json()["header"]["code"]) == (200, 30)


async def test_the_eleventh_order_of_a_minute_is_too_many_whatever_the_event() -> None:
    async with autocall(limit_factor=1.0) as client:
        list_id = await client.create()
        codes = [(await client.order("reportautocall", list_id=list_id))["header"]["code"] for _ in range(9)]
        assert codes == [200] * 9
        late = await client.order("listautocall")
        assert (late["header"]["error"], late["header"]["code"], late["body"]) == (True, 80, [])


async def test_another_account_sees_nothing_of_a_list() -> None:
    async with autocall(account="any") as client:
        list_id = await client.create()
        other = {"username": "3121110000", "password": LOGIN["password"]}
        body = {"event": "listautocall", "list_id": list_id}
        assert await client.send({"header": other, "body": body}) == refusal(400, UNKNOWN)
        assert (await client.send({"header": other, "body": {"event": "listautocall"}}))["body"] == []


async def test_the_report_of_a_list_that_ran_to_its_end_equals_the_ledger() -> None:
    async with autocall() as client:
        list_id = await client.create(20, liste_type="1")
        await client.activate(list_id)
        await client.site.advance(3 * 3600)
        report, truth = await client.report(list_id), await client.truth(list_id)
        assert (truth["active"], truth["ended"]) == (False, "done")
        counts = {row["type"]: row["count"] for row in report["numbers_status"]}
        states = [row["state"] for row in truth["numbers"]]
        assert counts["Başarılı"] == states.count("success") > 0
        assert counts["Başarısız"] == states.count("failed")
        assert counts["Başarılı"] + counts["Başarısız"] == 20
        assert [row["id"] for row in report["numbers"]] == [row["id"] for row in truth["numbers"]]
        calls = {call["id"]: call for call in (await client.site.control("/ledger"))["calls"]}
        for row in truth["numbers"]:
            assert row["tries"] == len(row["calls"]) <= 2
            assert all(calls[call]["list_id"] == list_id for call in row["calls"])
            assert all(calls[call]["number"].endswith(row["number"]) for call in row["calls"])


async def test_a_quick_simulator_works_a_list_off_by_itself() -> None:
    async with autocall(speed=3000.0) as client:
        list_id = await client.create(6, liste_type="1", retry_count=0)
        await client.activate(list_id)
        async with asyncio.timeout(30):
            while (await client.truth(list_id))["active"]:
                pass
        assert (await client.truth(list_id))["ended"] == "done"


async def test_the_request_log_tells_each_answers_code() -> None:
    async with autocall() as client:
        await client.order("listautocall")
        await client.order("reportautocall", list_id="99")
        entries = (await client.site.control("/requests"))["requests"]
        assert [entry["outcome"]["code"] for entry in entries] == [200, 400]
