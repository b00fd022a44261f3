"""Answers about auto-dial lists as values: whole ones, sloppy ones, refusals and hostile ones."""

import contextlib
import json
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.netsantral.codec_autodial import (
    decode_added,
    decode_call_result,
    decode_command,
    decode_created,
    decode_list_report,
    decode_lists,
)
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal, TransportError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AddedNumber,
    AddResult,
    AutodialCallResult,
    AutodialList,
    AutodialLists,
    ListKind,
    ListReport,
    ReportedNumber,
)

LISTED = {
    "list_id": 12406,
    "list_name": "Kış kampanyası",
    "list_status": 0,
    "list_prefix": "110",
    "list_type": 2,
    "list_startdate": "2023-02-01",
    "list_stopdate": "2023-02-03",
    "list_starttime": "11:00     ",
    "list_stoptime": "11:15     ",
    "retry_count": 1,
    "try_time": 5,
    "department": "muhasebe",
    "destination_type": "queue",
    "destination_name": "muhasebe",
    "queue_limit": 1,
    "groups": [],
}
COUNTS = [
    {"type": "Hiç aranmamış", "count": 4},
    {"type": "Başarılı", "count": 3},
    {"type": "Başarısız", "count": 2},
    {"type": "Tekrar aranacak", "count": 1},
]
CALLED = {
    "JobID": 12651,
    "crm_id": "OtoArama-286000001",
    "called": "05550001122",
    "redirect_menu": "muhasebe",
    "redirect_type": "queue",
    "trunk": "3121110000",
    "prefix": "101",
    "callerid": "name1",
    "filter": "sip3-1675000033.4237",
    "pbxtype": "12",
    "Brandcode": None,
    "unique_id": None,
    "status": "Success",
    "message": "Successfully",
}
DECODERS: tuple[Callable[[bytes], object], ...] = (
    lambda body: decode_command("set_list_active", body),
    decode_created,
    decode_lists,
    decode_list_report,
    decode_added,
)


def answer(body: Any = (), **header: Any) -> bytes:
    head = {"error": False, "code": 200, "message": "Otomatik arama listeleme başarılı."} | header
    return json.dumps({"header": head, "body": body}, ensure_ascii=False).encode()


def listed(**fields: Any) -> AutodialList:
    return decode_lists(answer([LISTED | fields])).rows[0]


def report(numbers: Any = (), counts: Any = COUNTS, **header: Any) -> ListReport:
    return decode_list_report(answer([{"numbers_status": counts, "numbers": numbers}], **header))


def added(body: Any, message: str) -> AddResult:
    return decode_added(answer(body, message=message))


@pytest.fixture(params=["en", "tr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use_headless(request.param)
    yield request.param
    i18n.use(None)


def test_a_listed_list_becomes_a_value_without_its_padding() -> None:
    assert decode_lists(answer([LISTED])) == AutodialLists(
        (
            AutodialList(
                id="12406",
                name="Kış kampanyası",
                status="0",
                prefix="110",
                kind=ListKind.DYNAMIC,
                kind_word="2",
                first_day=date(2023, 2, 1),
                last_day=date(2023, 2, 3),
                from_time=time(11),
                until_time=time(11, 15),
                retries=1,
                retry_minutes=5,
                department="muhasebe",
                target_kind=TargetKind.QUEUE,
                target_word="queue",
                target="muhasebe",
                limit=1,
            ),
        )
    )


def test_a_made_list_is_known_by_its_other_id_key_and_tells_its_trunk() -> None:
    told = {name: value for name, value in LISTED.items() if name not in {"list_id", "list_status"}}
    made = decode_created(answer([told | {"id": "12431", "trunk": "3121110000", "groups": ["otolist", ""]}]))
    assert (made.id, made.status, made.trunk, made.groups) == ("12431", "", "3121110000", ("otolist",))


@pytest.mark.parametrize("body", [[], {}, None, "", "tamam", [7]])
def test_a_list_that_was_made_without_being_told_is_no_failure(body: Any) -> None:
    assert decode_created(answer(body)).id == ""


def test_both_spellings_of_the_kind_are_read() -> None:
    assert listed(list_type=None, liste_type="1").kind is ListKind.FIXED


def test_a_single_object_in_place_of_the_rows_is_one_row() -> None:
    assert [row.id for row in decode_lists(answer(LISTED)).rows] == ["12406"]


@pytest.mark.parametrize("body", [[], {}, None, ""])
def test_no_rows_are_no_lists(body: Any) -> None:
    assert decode_lists(answer(body)) == AutodialLists(())


def test_a_row_without_an_id_costs_that_row_and_is_counted() -> None:
    assert decode_lists(answer([LISTED | {"list_id": None}, "x", None, LISTED])).damaged == 3


@pytest.mark.parametrize(
    ("field", "value", "name", "meaning"),
    [
        ("list_startdate", "2023-02-01 00:00:00", "first_day", date(2023, 2, 1)),
        ("list_startdate", "01.02.2023", "first_day", date(2023, 2, 1)),
        ("list_startdate", "yarın", "first_day", None),
        ("list_stoptime", "18:30:00", "until_time", time(18, 30)),
        ("list_stoptime", "25:00", "until_time", None),
        ("list_stoptime", None, "until_time", None),
        ("retry_count", "3", "retries", 3),
        ("retry_count", None, "retries", None),
        ("retry_count", "çok", "retries", None),
        ("list_type", "9", "kind", ListKind.OTHER),
        ("destination_type", "IVR", "target_kind", TargetKind.IVR),
        ("destination_type", "fax", "target_kind", TargetKind.OTHER),
        ("list_status", " durdu ", "status", "durdu"),
        ("groups", "otolist", "groups", ("otolist",)),
        ("groups", None, "groups", ()),
    ],
)
def test_each_field_is_read_in_its_odd_forms(field: str, value: Any, name: str, meaning: Any) -> None:
    assert getattr(listed(**{field: value}), name) == meaning


@pytest.mark.parametrize("code", [200, "200", 200.0, " 200 "])
@pytest.mark.parametrize("error", [False, "", None, 0, "0", "false"])
def test_yes_is_understood_in_every_spelling(code: Any, error: Any) -> None:
    told = decode_command("set_list_active", answer(code=code, error=error, message="Tamam. "))
    assert told.message == "Tamam."


@pytest.mark.parametrize(
    ("message", "body"),
    [
        ("12505 ID numaralı projeden 1 numara silinemedi. ", []),
        ("Liste aktifleştirilemedi.", []),
        ("Numara güncellenemedi", None),
        ("Tamam.", [{"id": 7, "status": "error"}]),
        ("Tamam.", {"id": 7, "status": "Error"}),
    ],
)
def test_a_change_that_was_not_made_is_no_success_whatever_the_code(message: str, body: Any) -> None:
    with pytest.raises(Refusal) as caught:
        decode_command("delete_list_number", answer(body, message=message))
    assert (caught.value.reason, caught.value.code, caught.value.words) == ("not_done", "200", message.strip())
    assert decode_command("delete_list_number", answer("?", message="Silindi.")).message == "Silindi."


def test_a_kind_we_do_not_know_keeps_its_word() -> None:
    told = listed(list_type="3", destination_type="voicemail")
    assert (told.kind, told.kind_word) == (ListKind.OTHER, "3")
    assert (told.target_kind, told.target_word) == (TargetKind.OTHER, "voicemail")


@pytest.mark.parametrize("error", [True, 1, "1", "true"])
@pytest.mark.parametrize("decode", DECODERS)
def test_an_error_flag_is_a_no_whatever_the_code(error: Any, decode: Callable[[bytes], object]) -> None:
    with pytest.raises(Refusal) as caught:
        decode(answer(error=error, message="Olmadı. "))
    assert (caught.value.code, caught.value.words, caught.value.reason) == ("200", "Olmadı.", "other")


def test_words_in_place_of_the_error_flag_are_a_no_and_are_kept() -> None:
    with pytest.raises(Refusal) as caught:
        decode_lists(answer(error="yetkiniz yok", message=""))
    assert caught.value.words == "yetkiniz yok"


@pytest.mark.parametrize(
    ("code", "reason", "kind"),
    [
        ("30", "credentials", BadCredentials),
        ("331", "not_enabled", BadCredentials),
        ("60", "no_package", Refusal),
        ("70", "parameter", Refusal),
        ("80", "limit", LimitReached),
        ("301", "bad_id", Refusal),
        ("400", "no_list", Refusal),
        ("999", "other", Refusal),
    ],
)
@pytest.mark.parametrize("decode", DECODERS)
def test_each_code_is_typed_and_told_in_both_languages(
    code: str, reason: str, kind: type[Refusal], decode: Callable[[bytes], object], language: str
) -> None:
    words = "HAtalı sorgulama. Bu id ye ait otomatik arama listesi yok yada yetkiniz yok. "
    for told in (code, int(code)):
        with pytest.raises(Refusal) as caught:
            decode(answer(error=True, code=told, message=words))
        assert type(caught.value) is kind
        assert (caught.value.reason, caught.value.code, caught.value.words) == (reason, code, words.strip())
        explained = explain(caught.value)
        assert all((explained.title, explained.meaning, explained.todo))
        assert caught.value.words in explained.details


@pytest.mark.parametrize("reason", ["credentials", "not_enabled", "no_package", "parameter", "limit", "rows_failed"])
def test_the_words_for_a_refusal_differ_between_the_languages(reason: str) -> None:
    told = set()
    for name in i18n.LANGUAGES:
        i18n.use_headless(name)
        told.add(explain(Refusal("add_list_numbers", reason)))
    i18n.use(None)
    assert len(told) == len({one.title for one in told}) == len({one.todo for one in told}) == 2


def test_a_refusal_without_a_header_is_understood() -> None:
    with pytest.raises(BadCredentials) as caught:
        decode_list_report(b'{"code":"30","error":"Kullanici bilgisi hatali"}')
    assert caught.value.words == "Kullanici bilgisi hatali"


@pytest.mark.parametrize("body", [b"{}", b"[]", b"7", b"null", b'{"header":{}}', b'{"header":null,"body":[]}'])
@pytest.mark.parametrize("decode", DECODERS)
def test_neither_yes_nor_no_is_unreadable(body: bytes, decode: Callable[[bytes], object]) -> None:
    with pytest.raises(BadAnswer) as caught:
        decode(body)
    assert caught.value.reason == "shape"


@pytest.mark.parametrize("decode", [decode_lists, decode_list_report, decode_added])
def test_text_where_rows_belong_is_unreadable(decode: Callable[[bytes], object]) -> None:
    with pytest.raises(BadAnswer):
        decode(answer("rows"))


def test_a_report_tells_its_counts() -> None:
    assert report() == ListReport(never=4, reached=3, failed=2, retry=1)


@pytest.mark.parametrize("code", [200, "200"])
def test_a_reported_number_keeps_what_nobody_documented(code: Any) -> None:
    row = {"id": 27273235, "number": " 5550001122", "name": "Ali", "status": "Başarılı", "try": 2, "log": [{"s": 1}]}
    assert report([row], code=code).numbers == (
        ReportedNumber("27273235", "5550001122", "Ali", "Başarılı", (("try", "2"), ("log", '[{"s":1}]'))),
    )


def test_other_names_for_a_reported_numbers_parts_are_read() -> None:
    told = report([{"number_id": "9", "no": "5550001122", "type": "Başarısız", "status": 1}]).numbers
    assert told == (ReportedNumber("9", "5550001122", "", "Başarısız", (("status", "1"),)),)


def test_a_single_object_in_place_of_numbers_or_counts_is_one_row() -> None:
    told = report({"id": 1}, {"type": "BAŞARILI ", "count": "7"})
    assert (told.reached, [number.id for number in told.numbers], told.damaged) == (7, ["1"], 0)


def test_a_reports_bad_rows_are_counted_and_cost_nothing_else() -> None:
    told = report(["x", {}, {"name": "Ali"}, {"id": 1}], [*COUNTS, {"type": "Yeni tür", "count": 1}, None])
    assert (len(told.numbers), told.reached, told.damaged) == (1, 3, 5)


@pytest.mark.parametrize("count", [-1, "çok", [], True])
def test_a_count_that_is_none_is_damage(count: Any) -> None:
    assert report(counts=[{"type": "Başarılı", "count": count}]).damaged == 1


def test_text_in_place_of_numbers_and_of_a_whole_part_is_damage() -> None:
    assert report("yok").damaged == 1
    assert decode_list_report(answer([7, {"numbers": [{"id": 1}]}])) == ListReport(
        0, 0, 0, 0, (ReportedNumber("1", ""),), 1
    )


def test_a_report_in_old_letters_is_read_whole() -> None:
    body = answer([{"numbers_status": COUNTS, "numbers": [{"id": 1, "name": "Çağrı"}]}]).decode().encode("cp1254")
    told = decode_list_report(body)
    assert (told.never, told.numbers[0].name, told.damaged) == (4, "Çağrı", 0)


def test_a_half_surrogate_in_one_row_spoils_no_other() -> None:
    body = answer([{"numbers_status": [], "numbers": [{"id": 1, "name": "@"}, {"id": 2}]}]).replace(b"@", b"\\ud83d")
    told = decode_list_report(body)
    assert [number.id for number in told.numbers] == ["1", "2"]
    assert told.numbers[0].name.encode()


def test_numbers_the_pbx_took_and_left_have_outcomes_of_their_own() -> None:
    rows = [
        {"number": "5550001122", "name": "Ali", "status": "success"},
        {"number": "5550001123", "name": "Ece", "status": "error"},
        {"number": 5550001124, "status": "error", "message": "kayıtlı"},
    ]
    words = "12505 ID numaralı projeye 1 numara eklendi. 2 numara eklenemedi. "
    assert added([{"numbers": rows}], words) == AddResult(
        (
            AddedNumber("5550001122", "Ali", added=True, words="success"),
            AddedNumber("5550001123", "Ece", added=False, words="error"),
            AddedNumber("5550001124", "", added=False, words="kayıtlı"),
        ),
        words.strip(),
    )


@pytest.mark.parametrize("nested", [True, False])
@pytest.mark.parametrize("single", [True, False])
def test_code_200_with_only_failed_rows_is_no_exception(nested: bool, single: bool) -> None:
    row = {"number": "5550001122", "name": "Ali", "status": "error"}
    rows: Any = row if single else [row]
    told = added({"numbers": rows} if nested else rows, "12505 ID numaralı projeye 1 numara eklenemedi. ")
    assert [one.added for one in told.rows] == [False]


@pytest.mark.parametrize(("end", "taken"), [("eklendi. ", True), ("eklenemedi. ", False)])
def test_a_row_without_a_word_follows_the_sentence(end: str, taken: bool) -> None:
    told = added([{"number": "5550001122"}], f"12505 ID numaralı projeye 1 numara {end}")
    assert told.rows == (AddedNumber("5550001122", "", added=taken),)


def test_a_row_without_a_word_is_not_told_where_the_sentence_says_both() -> None:
    rows = [{"number": "5550001122"}, {"number": "5550001123", "status": "error"}]
    told = added(rows, "12505 ID numaralı projeye 1 numara eklendi. 1 numara eklenemedi. ")
    assert told.rows == (AddedNumber("5550001123", "", added=False, words="error"),)
    assert told.damaged == 1


@pytest.mark.parametrize("body", [[], None, [{"list_id": 12505}], [{"numbers": "yok"}]])
def test_numbers_left_out_without_rows_are_a_refusal(body: Any, language: str) -> None:
    with pytest.raises(Refusal) as caught:
        added(body, "12505 ID numaralı projeye 1 numara eklenemedi. ")
    assert (caught.value.reason, caught.value.code) == ("rows_failed", "200")
    assert explain(caught.value).details.startswith("12505 ID numaralı projeye 1 numara eklenemedi.")


def test_bad_rows_of_added_numbers_are_counted() -> None:
    told = added([{"numbers": [{"number": "5550001122"}, {"number": ""}, 7]}, None, {"numbers": 5}], "eklendi")
    assert (len(told.rows), told.damaged) == (1, 4)


def test_a_calls_outcome_is_read_though_its_values_stand_one_key_off() -> None:
    assert decode_call_result(json.dumps({"header": {"App": "AutomaticCall"}, "body": CALLED}).encode()) == (
        AutodialCallResult(
            list_id="12651",
            call="sip3-1675000033.4237",
            called="05550001122",
            done=True,
            words="Successfully",
            name="name1",
            target_kind=TargetKind.QUEUE,
            target="muhasebe",
            trunk="3121110000",
            crm_id="OtoArama-286000001",
        )
    )


@pytest.mark.parametrize(
    ("fields", "call"),
    [
        ({"unique_id": "1675000033.1"}, "1675000033.1"),
        ({"filter": "1675000033.4237"}, "1675000033.4237"),
        ({"filter": "11"}, ""),
        ({"filter": "sip3-1675000033.4237x"}, ""),
        ({"filter": None}, ""),
    ],
)
def test_a_calls_id_is_taken_from_where_it_is_one(fields: dict[str, Any], call: str) -> None:
    assert decode_call_result(json.dumps({"body": CALLED | fields}).encode()).call == call


@pytest.mark.parametrize(("word", "done"), [("success", True), ("Success", True), ("error", False), ("", False)])
def test_a_call_succeeded_only_when_the_pbx_says_so(word: str, done: bool) -> None:
    told = decode_call_result(json.dumps({"body": CALLED | {"status": word, "message": ""}}).encode())
    assert (told.done, told.words) == (done, word)


@pytest.mark.parametrize("body", [b"null", b"[]", b'{"body":null}', b'{"body":{}}', b'{"body":{"JobID":1}}'])
def test_anything_else_posted_is_no_calls_outcome(body: bytes) -> None:
    with pytest.raises(BadAnswer):
        decode_call_result(body)


_leaves = st.none() | st.booleans() | st.integers(-3, 2**70) | st.floats(allow_nan=False) | st.text(max_size=6)
_keys = st.sampled_from(
    [
        "header",
        "body",
        "error",
        "code",
        "message",
        "numbers",
        "numbers_status",
        "type",
        "count",
        "id",
        "list_id",
        "number",
        "status",
        "groups",
        "list_starttime",
        "list_startdate",
        "retry_count",
        "JobID",
        "called",
        "filter",
    ]
)
_values = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=5), max_leaves=20
)
_good = st.builds(lambda body: {"header": {"error": False, "code": 200, "message": "eklendi"}, "body": body}, _values)


@given(_good | _values)
def test_whatever_json_comes_only_typed_errors_leave(value: Any) -> None:
    for decode in (*DECODERS, decode_call_result):
        with contextlib.suppress(PbxError):
            decode(json.dumps(value).encode())


@given(st.binary(max_size=60), st.integers(0, 300), st.integers(0, 300))
def test_whatever_bytes_come_only_typed_errors_leave(noise: bytes, start: int, end: int) -> None:
    whole = answer([{"numbers_status": COUNTS, "numbers": [{"id": 1, "number": "5550001122"}]}])
    for decode in (*DECODERS, decode_call_result):
        with contextlib.suppress(TransportError, Refusal):
            decode(whole[:start] + noise + whole[end:])


@given(_values)
def test_the_fast_and_the_patient_way_read_the_same_report(value: Any) -> None:
    part = {"numbers_status": COUNTS, "numbers": [value, {"id": 1}]}
    fast, patient = answer([part]), answer([part, {"numbers": {}}])
    assert decode_list_report(fast) == decode_list_report(patient)
