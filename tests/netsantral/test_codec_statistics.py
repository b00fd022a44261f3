"""Answers of the statistics service as days and calls: both layouts, sparse ones and hostile ones."""

import contextlib
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.i18n import TsCatalog, use
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types_statistics import DayCalls, DayStatistics, ListedCall, Statistics
from supervisor_gui.paths import resource

DAY = date(2019, 8, 29)
FIGURES = (
    "<incoming_call>2</incoming_call><answered>1</answered><noanswer>0</noanswer><abandoned>1</abandoned>"
    "<t_calltime>11</t_calltime><t_waittime>38</t_waittime><max_waiting>34</max_waiting>"
    "<avr_waiting>19</avr_waiting><avr_answered>11</avr_answered>"
)
WHOLE = DayStatistics(DAY, 2, 1, 0, 1, 11, 38, 34, 19, 11)
CALL = (
    "<call><uniqueid>1567065751.400001</uniqueid><date>29.08.2019 11:02:47</date><number>05550001122</number>"
    "<calltime>0</calltime><waittime>34</waittime></call>"
)
LISTED = ListedCall(
    "1567065751.400001", datetime(2019, 8, 29, 11, 2, 47, tzinfo=timezone(timedelta(hours=3))), "05550001122", 0, 34
)


def block(day: str = "29.08.2019", figures: str = FIGURES) -> str:
    return f"<statistics><date>{day}</date>{figures}</statistics>"


def xml(inner: str) -> bytes:
    return f"<?xml version='1.0'?><xml><main>{inner}</main></xml>".encode()


def days(body: bytes, day: date | None = None) -> Statistics:
    return decode_statistics("statistics", body, day)


def calls(body: bytes, wanted: str = "abandoned") -> DayCalls:
    return decode_day_calls("calls_of_day", body, DAY, wanted)


@pytest.mark.parametrize(
    "inner",
    [
        f"<info>{block('30.08.2019')}{block()}{block('28.08.2019')}</info>",
        f"<info>{block('30.08.2019')}</info><info>{block()}</info><info>{block('28.08.2019')}</info>",
        f"{block('30.08.2019')}{block()}{block('2019-08-28')}",
        f"<info>{block('30.08.2019')}<x>{block('29.08.2019 00:00:00')}</x></info>\n{block(' 28.08.2019 ')}",
    ],
)
def test_days_are_found_in_every_layout_and_come_in_order(inner: str) -> None:
    read = days(xml(inner))
    assert [one.day.day for one in read.days] == [28, 29, 30]
    assert read.days[1] == WHOLE
    assert read.damaged == 0


def test_a_lone_root_upper_case_and_a_byte_order_mark_are_read() -> None:
    assert days(b"\xef\xbb\xbf\n" + block().encode()) == Statistics((WHOLE,))
    assert days(xml(block().upper())) == Statistics((WHOLE,))


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-9", "windows-1254"])
def test_declared_encodings_are_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><xml>{block()}<not>Şişli</not></xml>'
    assert days(text.encode(encoding)) == Statistics((WHOLE,))


def test_missing_and_empty_figures_are_none() -> None:
    figures = "<answered>1</answered><noanswer/><t_calltime> </t_calltime>"
    assert days(xml(block(figures=figures))) == Statistics((DayStatistics(DAY, answered=1),))


def test_an_unreadable_figure_costs_the_figure_and_a_missing_date_the_day() -> None:
    read = days(xml(block(figures="<answered>x</answered><abandoned>2</abandoned>") + block("x") + block("")))
    assert read == Statistics((DayStatistics(DAY, abandoned=2),), damaged=3)


def test_the_only_day_asked_for_needs_no_date_in_the_answer() -> None:
    assert days(xml(f"<statistics>{FIGURES}</statistics>"), DAY) == Statistics((WHOLE,))


@pytest.mark.parametrize("wanted", ["abandoned", "noanswer", "answered"])
def test_the_calls_of_an_outcome_are_listed_in_order_of_time(wanted: str) -> None:
    later = CALL.replace("11:02:47", "12:00:00")
    read = calls(xml(f"<{wanted}>{later}{CALL}</{wanted}>"), wanted)
    assert [one.at.hour for one in read.calls] == [11, 12]
    assert read.calls[0] == LISTED
    assert (read.damaged, read.totals) == (0, None)


def test_calls_of_another_outcome_are_passed_over_and_those_without_a_list_are_taken() -> None:
    assert calls(xml(f"<answered>{CALL}</answered><abandoned>{CALL}</abandoned>")).calls == (LISTED,)
    assert calls(xml(f"<info>{CALL}</info>")).calls == (LISTED,)
    assert calls(CALL.encode()).calls == (LISTED,)


def test_the_days_figures_may_come_instead_of_the_list() -> None:
    assert calls(xml(f"<info>{block()}</info>")) == DayCalls(totals=WHOLE)
    assert calls(xml(f"<info>{block('30.08.2019')}{block()}</info>")) == DayCalls(totals=WHOLE)


@pytest.mark.parametrize(
    "inner",
    [
        f"<info>{block('30.08.2019')}</info>",
        f"<answered>{CALL}</answered>",
        f"<answered><call/></answered><noanswer>{CALL}</noanswer>",
        f"<answered>{CALL}</answered>{block('30.08.2019', '<answered>x</answered>')}",
    ],
)
def test_only_what_was_not_asked_for_is_no_empty_list(inner: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        calls(xml(inner))
    assert caught.value.reason == "shape"


def test_an_empty_list_is_one_beside_anything_else() -> None:
    assert calls(xml(f"<abandoned/><answered>{CALL}</answered>{block('30.08.2019')}")) == DayCalls()
    assert calls(xml(f"<answered>{CALL}</answered>{block()}")) == DayCalls(totals=WHOLE)
    assert calls(xml(f"<answered>{CALL}</answered><code>40</code>")) == DayCalls()


def test_a_damaged_call_costs_that_call_and_missing_parts_are_empty() -> None:
    bare = "<call><date>29.08.2019 11:02:47</date><calltime>x</calltime></call>"
    read = calls(xml(f"<abandoned><call/>{CALL.replace('29.08', '31.02')}{CALL}{bare}</abandoned>"))
    assert read.calls == (LISTED, ListedCall("", LISTED.at, ""))
    assert read.damaged == 3


CODES = {
    "30": (BadCredentials, "credentials"),
    "50": (Refusal, "date"),
    "60": (Refusal, "span"),
    "70": (Refusal, "query"),
    "80": (LimitReached, "limit"),
    "100": (LimitReached, "limit"),
    "101": (LimitReached, "limit"),
    "331": (BadCredentials, "not_enabled"),
    "999": (Refusal, "other"),
}


def forms(code: str) -> list[bytes]:
    return [
        xml(f"<code>{code}</code><error>x</error>"),
        xml(f"<info>{block()}</info><code> {code} </code>"),
        f"<code>{code}</code>".encode(),
        xml(code),
        xml(f"<info> {code}\n</info>"),
        f"<xml>{code}</xml>".encode(),
        code.encode(),
        f"\n{code} ".encode(),
        f'{{"code":{code},"error":"x"}}'.encode(),
    ]


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_typed_in_each_form(code: str) -> None:
    kind, reason = CODES[code]
    for body in forms(code):
        with pytest.raises(kind) as caught:
            days(body)
        assert (caught.value.code, caught.value.reason, caught.value.operation) == (code, reason, "statistics")
        with pytest.raises(kind):
            calls(body)


def test_each_code_is_told_in_both_languages() -> None:
    told = set()
    for code in CODES:
        with pytest.raises(Refusal) as caught:
            days(code.encode())
        english = explain(caught.value)
        use(TsCatalog(resource("translations/supervisor_tr.ts")))
        try:
            turkish = explain(caught.value)
        finally:
            use(None)
        assert english.title != turkish.title
        told.add(turkish.title)
    assert len(told) == len({reason for _, reason in CODES.values()})


def test_no_record_is_empty_in_each_form() -> None:
    words = [xml("<error>Kayit Bulunamadi</error>"), b"Kayit bulunamadi", xml("Kayit bulunamadi"), xml("<info/>")]
    for body in [*forms("40")[:1], *forms("40")[2:], *words]:
        assert days(body) == Statistics()
        assert calls(body) == DayCalls()


def test_an_error_in_words_alone_is_a_refusal() -> None:
    with pytest.raises(Refusal) as caught:
        days(xml("<error>Bakim var</error>"))
    assert (caught.value.reason, caught.value.words) == ("other", "Bakim var")


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><xml><main><info><statistics><date>&b;'
    "</date></statistics></info></main></xml>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><main><error>&a;</error></main></xml>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"  ", "empty"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"<html><body></body></html>", "html"),
        (b"<x/>", "shape"),
        (xml(""), "shape"),
        (xml(" \n"), "shape"),
        (xml("Gezegenler"), "shape"),
        (b"<xml/>", "shape"),
        (b"<xml><main>", "not_xml"),
        (b"<xml></main>", "not_xml"),
        (b"<xml><main/></xml> more", "not_xml"),
        (b"<xml>\xff</xml>", "not_xml"),
        (b'<?xml version="1.0" encoding="klingon"?><xml/>', "not_xml"),
        (b'<?xml version="1.0" encoding="utf-7"?><xml/>', "not_xml"),
        (b"<a>" * 5_000, "not_xml"),
        (b"<call>" * 1000, "not_xml"),
        (BOMB.encode(), "not_xml"),
        (OUTSIDE.encode(), "not_xml"),
        (b"<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x'><xml/>", "not_xml"),
        (b"something else", "not_xml"),
        (b"{}", "not_xml"),
        (b"[]", "not_xml"),
        (b"{", "not_json"),
    ],
)
def test_what_is_no_answer_is_told_as_such(body: bytes, reason: str) -> None:
    for decode in (days, calls):
        with pytest.raises(BadAnswer) as caught:
            decode(body)
        assert caught.value.reason == reason
        assert explain(caught.value).todo


TAGS = st.sampled_from(["xml", "main", "info", "statistics", "call", "abandoned", "code", "date", "x:y", "answered"])
TEXTS = st.sampled_from(["", "1", "29.08.2019", "29.08.2019 11:02:47", "&amp;", "&x;", "<![CDATA[<]]>", "\x01", "Ş"])
TREES = st.recursive(
    TEXTS, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(lambda p: f"<{p[0]}>{''.join(p[1])}</{p[0]}>")
)


@given(TREES)
def test_hostile_elements_raise_only_what_is_promised(tree: str) -> None:
    for decode in (days, calls):
        with contextlib.suppress(PbxError):
            decode(tree.encode())
        with contextlib.suppress(PbxError):
            decode(xml(tree))


@given(st.binary(max_size=80))
def test_hostile_bytes_raise_only_what_is_promised(body: bytes) -> None:
    for begin in (b"", b"<", b"<xml>", b"<?xml version='1.0' encoding='"):
        with contextlib.suppress(PbxError):
            days(begin + body)
