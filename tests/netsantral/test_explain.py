"""Every code and text that the PBX is known to answer has words and a next step for a supervisor."""

import pytest

from supervisor_gui import i18n
from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.errors import BadAnswer, LimitReached, NoAnswer, NotSent, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain

CODES = {
    "queue_status": ("30", "70"),
    "add_number": ("30", "40", "70", "80", "100", "331"),
    "report": ("30", "40", "50", "60", "70", "72", "80", "100", "331"),
    "statistics": ("30", "40", "50", "60", "70", "80", "331"),
    "autodial": ("30", "60", "70", "80", "301", "331", "400"),
}
"""Codes by operation or service; limits with the same words stand once."""

TEXTS = (
    "Successfully",
    "Originate successfully queued",
    "No registration",
    "Get Busy",
    "No Answer",
    "Busy",
    "Unknown reason",
    "Unsuccessful",
    "Channel not specified",
    "No such channel",
    "Eksik yada yanlis parametre",
    "Eksik yada yanlis parametre 2 ",
    "Kullanici dogrulanamadi",
    "Hatali istek: URI hatali",
    "Bir veya birden fazla kuyrukta hata olustu",
    "Bir veya birden fazla kuyrukta hata olustuUnable to add interface to queue: No such queue",
    "Bir veya birden fazla kuyrukta hata olustuUnable to add interface: Already there",
    "Bir veya birden fazla kuyrukta hata olustuUnable to remove interface: Not there",
    "Bir veya birden fazla kuyrukta hata olustuMember not dynamic",
    "Bir veya birden fazla kuyrukta hata olustuOut of memory",
    "Bir veya birden fazla kuyrukta hata olustuInterface not found",
    "8501110000 isimli santrale ait boyle bir kuyruk yoktur",
)
TEXTS_OF = (
    ("add_number", "gecersiz tenant"),
    ("report", "Kayit bulunamadi"),
    ("statistics", "Kayit Bulunamadi"),
    ("autodial", "12505 ID numaralı projeye 1 numara eklenemedi. "),
    ("events", "Yanlis kullanici adi veya sifre"),
)
NOT_SENT = (
    *("dns", "refused", "unreachable", "connect_timeout", "connect", "tls", "tls_expired", "tls_name"),
    *("tls_unknown_ca", "no_tls", "proxy", "pool", "bad_url", "ca_file", "closed"),
)
NO_ANSWER = ("deadline", "cut", "redirect", "http_401", "http_403", "http_404", "http_500", "login_silence")
BAD_ANSWER = ("html", "empty", "not_json", "shape", "too_large", "too_many", "encoding", "not_http")
UNKNOWN = explain(Refusal("queue_status", "other"))


def service_of(operation: str) -> str:
    return {"queue_status": "pbx", "add_number": "queue_numbers", "agent_login": "pbx"}.get(operation, operation)


def refused(operation: str, code: str = "", words: str = "") -> Refusal:
    return refusal(operation, service_of(operation), {"code": code, "message": words, "status": "Error"})


def texts(error: PbxError) -> tuple[str, str, str]:
    told = explain(error)
    assert all((told.title, told.meaning, told.todo, told.details))
    assert not told.title.endswith(".")
    return told.title, told.meaning, told.todo


@pytest.mark.parametrize("operation", CODES)
def test_each_code_of_each_service_has_words_of_its_own(operation: str) -> None:
    told = [texts(refused(operation, code)) for code in CODES[operation]]
    assert len(set(told)) == len(told)
    assert UNKNOWN.title not in {title for title, _, _ in told}


def test_the_same_code_means_different_things_to_different_services() -> None:
    thirty = {texts(refused(operation, "30")) for operation in CODES}
    hundred = {texts(refused(operation, "100")) for operation in ("add_number", "report", "statistics")}
    assert len(thirty) == 5
    assert len(hundred) == 3


def test_a_second_limit_code_is_told_like_the_first() -> None:
    for operation in ("report", "statistics", "queue_status", "autodial"):
        assert texts(refused(operation, "101")) == texts(refused(operation, "100"))
    for operation in ("statistics", "queue_status", "autodial"):
        assert texts(refused(operation, "80")) == texts(refused(operation, "100"))


def test_each_text_of_call_control_has_words_of_its_own() -> None:
    told = {text: texts(refused("agent_login", words=text)) for text in TEXTS}
    assert len(set(told.values())) == len(TEXTS)
    assert UNKNOWN.title not in {title for title, _, _ in told.values()}


@pytest.mark.parametrize(("operation", "text"), TEXTS_OF)
def test_each_text_of_the_other_services_has_words(operation: str, text: str) -> None:
    assert texts(refused(operation, words=text))[0] != UNKNOWN.title


def test_each_failure_of_the_way_there_and_back_has_words_of_its_own() -> None:
    errors: list[PbxError] = [NotSent("queue_status", reason) for reason in NOT_SENT]
    errors += [NoAnswer("queue_status", reason) for reason in NO_ANSWER]
    errors += [BadAnswer("queue_status", reason) for reason in BAD_ANSWER]
    told = [texts(error) for error in errors]
    assert len(set(told)) == len(told)


def test_failures_with_an_unknown_reason_say_whether_it_was_sent() -> None:
    assert explain(NotSent("queue_status", "new")).title != explain(NoAnswer("queue_status", "new")).title


def test_a_refusal_with_a_reason_of_tomorrow_still_has_a_next_step() -> None:
    assert explain(Refusal("queue_status", "brand_new")).todo == UNKNOWN.todo


def test_any_http_error_has_words() -> None:
    assert texts(NoAnswer("queue_status", "http_503")) == texts(NoAnswer("queue_status", "http_500"))


def test_details_hold_the_pbxs_words_and_code_as_they_came() -> None:
    error = refused("report", "331", "<b>yetki yok</b>")
    assert explain(error).details == "<b>yetki yok</b>\nreport: not_enabled (331)"


def test_a_refusal_from_elsewhere_is_told_by_its_code_or_words() -> None:
    assert texts(Refusal("report", "other", code="60")) == texts(refused("report", "60"))
    assert texts(LimitReached("agent_pause", "limit", code="429")) == texts(refused("queue_status", "80"))
    assert texts(Refusal("hangup", "other", words="Eksik yada yanlis parametre"))[0] != UNKNOWN.title
    assert texts(refused("add_number", words="Hatali istek: URI hatali"))[0] != UNKNOWN.title


def test_words_follow_the_language() -> None:
    i18n.use(lambda context, source, _: f"{context}:{source}")
    try:
        told = explain(NotSent("queue_status", "dns"))
    finally:
        i18n.use(None)
    assert told.title.startswith("Errors:")
    assert told.todo.startswith("Errors:")


def test_what_goes_wrong_with_a_recording_is_not_told_as_an_order_to_the_pbx() -> None:
    errors: list[PbxError] = [NotSent("recording", reason) for reason in ("dns", "refused", "unreachable", "connect")]
    errors += [NoAnswer("recording", reason) for reason in ("cut", "deadline", "closed", "http_500")]
    errors += [NoAnswer("records_of_call", reason) for reason in ("cut", "deadline")]
    for error in errors:
        told = explain(error)
        words = " ".join((told.title, told.meaning, told.todo))
        assert "carried out" not in words
        assert "board" not in words
        assert "profile" not in words
    of_the_pbx = [type(error)("queue_status", error.reason) for error in errors]
    assert not {texts(error) for error in errors} & {texts(error) for error in of_the_pbx}


def test_of_a_question_nobody_wonders_whether_it_was_carried_out() -> None:
    reasons = ("deadline", "cut", "http_500", "reason_of_tomorrow")
    for operation in ("queue_status", "lists", "list_report", "records_of_call", "statistics"):
        errors: list[PbxError] = [NoAnswer(operation, reason) for reason in reasons]
        for _, meaning, todo in map(texts, (*errors, BadAnswer(operation, "empty"))):
            assert "carried out" not in meaning
            assert "before you repeat it" not in todo
    for reason in reasons:
        assert "carried out" in explain(NoAnswer("agent_pause", reason)).meaning
    assert texts(NotSent("lists", "dns")) == texts(NotSent("agent_pause", "dns"))
    assert texts(NoAnswer("lists", "http_403")) == texts(NoAnswer("agent_pause", "http_403"))
