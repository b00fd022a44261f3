"""The draft of a new list: what is wrong with it, what is made of it, and the same settings for other numbers."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.autodial.draft import (
    MOST_FIXED,
    ListDraft,
    check,
    draft_of,
    first_draft,
    group_names,
    made,
    next_name,
)
from supervisor_gui.autodial.values import KeptList, ListState, ShownList
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import (
    AutodialList,
    Consent,
    LimitRule,
    ListKind,
    ListNumber,
    NewList,
    StopRule,
)

TODAY = date(2026, 11, 29)
NUMBER = ListNumber("0555 000 00 01", "Ayşe")
LINE = "3121110000"
GOOD = msgspec.structs.replace(
    first_draft(TODAY), name="Kasım", department="Satış", trunk=LINE, target="Satış", count=1
)


def changed(**fields: Any) -> ListDraft:
    return msgspec.structs.replace(GOOD, **fields)


def test_an_empty_form_lacks_only_what_nobody_can_guess() -> None:
    draft = first_draft(TODAY)
    missing = {"name", "numbers", "department", "trunk", "target"}
    assert check(draft, TODAY) == dict.fromkeys(missing, "missing")
    assert (draft.kind, draft.retries, draft.retry_minutes) == (ListKind.DYNAMIC, 1, 60)
    assert (draft.first_day, draft.last_day) == (TODAY, TODAY + timedelta(days=30))


def test_a_name_that_another_list_has_is_refused() -> None:
    assert check(GOOD, TODAY, {"Ekim"}) == {}
    assert check(changed(name=" Ekim "), TODAY, {"Ekim"}) == {"name": "taken"}


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (None, (time(9), time(18))),
        ((time(9), time(20)), (time(9), time(18))),
        ((time(10), time(16)), (time(10), time(16))),
        ((time(19), time(21)), (time(19), time(21))),
    ],
)
def test_a_new_list_calls_at_usual_hours_within_those_of_the_settings(
    hours: tuple[time, time] | None, expected: tuple[time, time]
) -> None:
    draft = first_draft(TODAY, hours)
    assert (draft.from_time, draft.until_time) == expected


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {}),
        ({"name": "  "}, {"name": "missing"}),
        ({"name": "a" * 50}, {}),
        ({"name": "a" * 51}, {"name": "long"}),
        ({"prefix": "1234"}, {}),
        ({"prefix": "12345"}, {"prefix": "digits"}),
        ({"prefix": "12a"}, {"prefix": "digits"}),
        ({"prefix": "١٢"}, {"prefix": "digits"}),
        ({"kind": ListKind.OTHER}, {"kind": "missing"}),
        ({"first_day": TODAY, "last_day": TODAY}, {}),
        ({"first_day": TODAY + timedelta(days=31)}, {"days": "order"}),
        ({"first_day": date(2026, 11, 1), "last_day": date(2026, 11, 28)}, {"days": "past"}),
        ({"from_time": time(18), "until_time": time(18)}, {"times": "order"}),
        ({"count": 0}, {"numbers": "missing"}),
        ({"count": 0, "groups": ("Müşteriler",)}, {}),
        ({"kind": ListKind.FIXED, "count": MOST_FIXED}, {}),
        ({"kind": ListKind.FIXED, "count": MOST_FIXED + 1}, {"numbers": "many_fixed"}),
        ({"count": 50_000}, {}),
        ({"department": " "}, {"department": "missing"}),
        ({"trunk": ""}, {"trunk": "missing"}),
        ({"trunk": "merkez"}, {"trunk": "digits"}),
        ({"trunk": "hat 3"}, {"trunk": "digits"}),
        ({"trunk": "0312 111 00 00"}, {}),
        ({"target": ""}, {"target": "missing"}),
        ({"target_kind": TargetKind.OTHER}, {"target_kind": "missing"}),
        ({"retries": 4}, {"retries": "range"}),
        ({"retry_minutes": 1441}, {"retry_minutes": "range"}),
        ({"limit": 0}, {"limit": "range"}),
        ({"stop_rule": StopRule.FAILED_COUNT}, {"stop_limit": "missing"}),
        ({"stop_rule": StopRule.FAILED_COUNT, "stop_limit": 500}, {}),
        ({"stop_rule": StopRule.TOTAL_PERCENT, "stop_limit": 100}, {}),
        ({"stop_rule": StopRule.TOTAL_PERCENT, "stop_limit": 101}, {"stop_limit": "percent"}),
        ({"stop_limit": 7}, {}),
        ({"url": "https://crm.example/netgsm?x=1"}, {}),
        ({"url": "http://crm.example/"}, {"url": "https"}),
        ({"url": "crm.example"}, {"url": "https"}),
        ({"url": "https://"}, {"url": "url"}),
        ({"url": "https://crm.example/a b"}, {"url": "url"}),
        ({"url": "https://[1"}, {"url": "url"}),
        ({"url": "https://crm.example:99999/"}, {"url": "url"}),
    ],
)
def test_each_field_is_judged_by_itself(fields: dict[str, Any], found: dict[str, str]) -> None:
    assert check(changed(**fields), TODAY) == found


TEXT = st.text(max_size=60)
DAYS = st.dates(TODAY - timedelta(days=9), TODAY + timedelta(days=9))


@given(
    st.builds(
        ListDraft,
        name=TEXT,
        prefix=st.text("0123456789a ", max_size=5),
        kind=st.sampled_from(ListKind),
        first_day=DAYS,
        last_day=DAYS,
        from_time=st.times(),
        until_time=st.times(),
        retries=st.integers(-1, 5),
        retry_minutes=st.integers(-1, 1500),
        department=TEXT,
        trunk=st.one_of(st.just(LINE), TEXT),
        target_kind=st.sampled_from(TargetKind),
        target=TEXT,
        limit_rule=st.sampled_from(LimitRule),
        limit=st.integers(-1, 20),
        stop_rule=st.sampled_from(StopRule),
        stop_limit=st.integers(0, 120),
        url=st.one_of(st.just(""), st.just("https://crm.example/"), st.text(max_size=20).map("https://".__add__)),
        groups=TEXT.map(group_names),
        consent=st.sampled_from(Consent),
        count=st.just(1),
    )
)
def test_a_draft_that_passes_can_always_be_made(draft: ListDraft) -> None:
    if not check(draft, TODAY):
        new = made(draft, [NUMBER])
        assert new.name == draft.name.strip()
        assert (new.stop_limit == 0) == (new.stop_rule is StopRule.NONE)


def test_the_list_is_made_of_what_was_typed_without_its_blanks() -> None:
    new = made(changed(name=" Kasım ", trunk=f" {LINE}", url=" https://crm.example/ ", stop_limit=9), [NUMBER])
    assert (new.name, new.trunk, new.url) == ("Kasım", LINE, "https://crm.example/")
    assert (new.stop_rule, new.stop_limit, new.numbers) == (StopRule.NONE, 0, (NUMBER,))
    with pytest.raises(ValueError, match="numbers_extra"):
        made(GOOD, [ListNumber("0555 000 00 01", call_at=datetime(2026, 11, 30, tzinfo=UTC))])


def told(**fields: Any) -> AutodialList:
    usual: dict[str, Any] = {
        "name": "Kasım",
        "kind": ListKind.FIXED,
        "first_day": date(2026, 11, 1),
        "last_day": date(2026, 11, 10),
        "from_time": time(10),
        "until_time": time(17),
        "retries": 0,
        "retry_minutes": 5,
        "department": "Satış",
        "target_kind": TargetKind.IVR,
        "target": "Ana menü",
        "limit": 3,
        "prefix": "12",
        "groups": ("Müşteriler",),
    }
    return AutodialList("7", **(usual | fields))


def shown(*, kept: KeptList | None = None, **fields: Any) -> ShownList:
    return ShownList(told(**fields), ListState.STOPPED, kept=kept)


def test_other_numbers_get_the_same_settings_under_the_next_name_and_on_days_to_come() -> None:
    kept = KeptList(
        "7", 0.0, "", LINE, LimitRule.FREE_TIMES, StopRule.FAILED_COUNT, 9, Consent.TRADER, "https://a.example/"
    )
    draft = draft_of(shown(kept=kept), TODAY)
    assert draft == ListDraft(
        name="Kasım 2",
        kind=ListKind.FIXED,
        first_day=TODAY,
        last_day=TODAY + timedelta(days=9),
        from_time=time(10),
        until_time=time(17),
        prefix="12",
        retries=0,
        retry_minutes=5,
        department="Satış",
        trunk=LINE,
        target_kind=TargetKind.IVR,
        target="Ana menü",
        limit_rule=LimitRule.FREE_TIMES,
        limit=3,
        stop_rule=StopRule.FAILED_COUNT,
        stop_limit=9,
        consent=Consent.TRADER,
        url="https://a.example/",
    )
    assert check(msgspec.structs.replace(draft, count=1), TODAY) == {}


def test_days_that_are_not_over_stay_but_none_lies_in_the_past() -> None:
    draft = draft_of(shown(last_day=date(2026, 12, 5)), TODAY)
    assert (draft.first_day, draft.last_day) == (TODAY, date(2026, 12, 5))
    draft = draft_of(shown(first_day=date(2026, 12, 1), last_day=date(2026, 12, 5)), TODAY)
    assert (draft.first_day, draft.last_day) == (date(2026, 12, 1), date(2026, 12, 5))


def test_the_pace_of_a_list_made_elsewhere_is_not_taken_over_without_its_rule() -> None:
    draft, usual = draft_of(shown(limit=60), TODAY), first_draft(TODAY)
    assert (draft.limit_rule, draft.limit) == (usual.limit_rule, usual.limit)


def test_what_the_pbx_did_not_tell_or_told_unreadably_is_as_in_an_empty_form() -> None:
    draft = draft_of(ShownList(AutodialList("7", "Kasım", retries=9, limit=0, prefix="123456"), ListState.OTHER), TODAY)
    usual = first_draft(TODAY)
    assert msgspec.structs.replace(draft, name="") == usual
    odd = draft_of(shown(from_time=time(18), until_time=time(9), target_kind=TargetKind.OTHER), TODAY)
    assert (odd.from_time, odd.until_time) == (usual.from_time, usual.until_time)
    assert (odd.target_kind, odd.target) == (TargetKind.QUEUE, "")


@pytest.mark.parametrize(
    ("name", "taken", "following"),
    [
        ("Kasım", (), "Kasım 2"),
        ("Kasım 2", (), "Kasım 3"),
        ("Kasım 9", ("Kasım 10",), "Kasım 11"),
        ("Kampanya 2026", (), "Kampanya 2026 2"),
        ("a" * 50, (), "a" * 48 + " 2"),
        ("a" * 48 + " 9", (), "a" * 47 + " 10"),
        ("2", (), "2 2"),
    ],
)
def test_names_count_up(name: str, taken: tuple[str, ...], following: str) -> None:
    assert next_name(name, taken) == following


@given(TEXT, st.sets(TEXT, max_size=3))
def test_the_next_name_is_new_and_short_enough(name: str, taken: set[str]) -> None:
    following = next_name(name, taken)
    assert following not in taken
    assert len(following) <= 50


def test_groups_are_read_from_lines_and_commas_each_once() -> None:
    assert group_names(" VIP, Müşteriler\n\nVIP ,,Bayiler\r\n") == ("VIP", "Müşteriler", "Bayiler")
    assert group_names(" \n,") == ()


def test_groups_of_a_draft_reach_the_list() -> None:
    new = made(changed(groups=("VIP",), count=0), ())
    assert isinstance(new, NewList)
    assert new.groups == ("VIP",)
