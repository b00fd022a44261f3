"""What is typed and chosen on the records page, and the filter it means: a table of texts, days, names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.ui.records.choices import Choices, Span, days_of, record_filter, refused, unique_id, with_days
from supervisor_gui.ui.records.telling import narrowing
from supervisor_gui.ui.records.words import RecordContext, end_words, moment_words, other_party
from tests.helpers.call_records import call, name_of, numbers_named

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0555 000 12 34", "05550001234"),
        ("+90 555 000", "0555000"),
        ("0090-555", "0555"),
        ("(0312) 111", "0312111"),
        ("1234", "1234"),
        ("٥٥٥", "555"),
        ("  ", ""),
        ("-", ""),
    ],
)
def test_digits_in_any_form(text: str, digits: str) -> None:
    wanted = record_filter(Choices(text=text), TODAY, numbers_named)
    assert (wanted.digits, wanted.numbers, wanted.words) == (digits, (), "")


@pytest.mark.parametrize(
    ("text", "words", "numbers"),
    [
        ("gökçe", "gokce", ("05550000014",)),
        ("zeynep", "zeynep", ("103",)),
        ("UĞUR", "ugur", ()),
        (" Şule-IŞIK ", "sule isik", ()),
        ("A.Ş.", "a s", ()),
    ],
)
def test_a_name_is_its_letters_and_the_numbers_of_the_directory(
    text: str, words: str, numbers: tuple[str, ...]
) -> None:
    wanted = record_filter(Choices(text=text), TODAY, numbers_named)
    assert (wanted.digits, wanted.words, wanted.numbers) == ("", words, numbers)


@pytest.mark.parametrize("text", ["1790999996.2696", "sip3-1790999996.2696", " a-b-12345678.1 "])
def test_a_unique_id_narrows_nothing_until_it_is_looked_up(text: str) -> None:
    assert unique_id(text) == text.strip()
    wanted = record_filter(Choices(text=text), TODAY, numbers_named)
    assert (wanted.digits, wanted.numbers, wanted.words) == ("", (), "")


@pytest.mark.parametrize("text", ["0532.123", "1234567.1", "1790999996", "Ay.12345678", "12345678.x"])
def test_what_is_no_unique_id(text: str) -> None:
    assert unique_id(text) == ""


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [(Span.TODAY, 0, 0), (Span.YESTERDAY, 1, 1), (Span.WEEK, 6, 0), (Span.MONTH, 29, 0)],
)
def test_named_days(span: Span, first: int, last: int) -> None:
    start, end = days_of(Choices(span=span), TODAY)
    assert ((TODAY - start).days, (TODAY - end).days) == (first, last)


def test_all_kept_begins_before_anything_that_is_ever_kept() -> None:
    start, end = days_of(Choices(span=Span.ALL), TODAY)
    assert end == TODAY
    assert (end - start).days >= 3_650


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_chosen_days_are_in_order_and_never_after_today(one: date, other: date) -> None:
    start, end = days_of(with_days(Choices(), one, other, TODAY), TODAY)
    assert start <= end <= TODAY
    assert {one, other, TODAY} >= {start, end}


def test_only_the_days_do_not_narrow() -> None:
    assert not Choices(span=Span.OTHER, days=(TODAY - timedelta(days=3), TODAY)).narrowed
    for changed in (
        Choices(text="5"),
        Choices(directions=frozenset({Direction.MISSED})),
        Choices(extension="101"),
        Choices(queue="a"),
        Choices(line="3121110000"),
        Choices(at_least=0),
        Choices(at_most=0),
        Choices(recorded=True),
    ):
        assert changed.narrowed


# words


def test_who_a_call_was_with() -> None:
    context = RecordContext(name_of)
    known = other_party(call(1, number="05550000014"), context)
    assert (known.name, known.number, known.dials) == ("Gökçe Ltd. Şti.", "05550000014", "05550000014")
    told = other_party(call(1, number="05550009999", name="VELİ"), context)
    assert (told.name, told.number) == ("VELİ", "05550009999")
    again = other_party(call(1, number="05550009999", name="+90 555 000 99 99"), context)
    assert (again.name, again.number) == ("", "05550009999")
    hidden = other_party(call(1, number="", direction=Direction.MISSED), context)
    assert (hidden.name, hidden.dials) == ("Number withheld", "")


@pytest.mark.parametrize("end", ["anonymous", "Anonymous", "gizli", " ", ""])
def test_the_withheld_end_of_a_leg_is_told_in_words(end: str) -> None:
    assert end_words(end, RecordContext()) == "Number withheld"


@given(st.text(max_size=40))
def test_a_masked_seat_sees_no_long_number_in_names_or_legs(name: str) -> None:
    context = RecordContext(policy=Policy(mask_numbers=True))
    for text in (f"{name} 0555 000 12 34", f'"X" <05550001234>{name}', "05550001234", "+905550001234"):
        assert "0001234" not in end_words(text, context).replace(" ", "")
        party = other_party(call(1, number="05550009999", name=text), context)
        assert "0001234" not in party.whole.replace(" ", "")
        assert "0009999" not in party.whole


def test_times_are_turkish_days() -> None:
    late = call(1, began=1_795_553_999.0).began
    assert moment_words(late) == "24.11.2026 23:59:59"
    assert moment_words(late + 1) == "25.11.2026 00:00:00"
    assert moment_words(late, one_day=True) == "23:59:59"


HIDDEN = Policy(denied=("unmask",), mask_numbers=True)


@pytest.mark.parametrize(
    "text",
    ["05550001234", "+90 555 000", "5550001", "0555 0001", "٥٥٥٠٠٠١", "5550001_", "5_", "555 a", "①5x"],
)
def test_where_numbers_are_hidden_no_digits_find_one(text: str) -> None:
    choices = Choices(text=text)
    wanted = record_filter(choices, TODAY, numbers_named, HIDDEN)
    assert (wanted.digits, wanted.words) == ("", "")
    assert refused(choices, HIDDEN)
    assert "not found by their digits" in narrowing(wanted, choices, HIDDEN)
    for may in (Policy(), Policy(mask_numbers=True), Policy(denied=("unmask",))):
        assert record_filter(choices, TODAY, numbers_named, may) == record_filter(choices, TODAY, numbers_named)
        assert not refused(choices, may)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (Choices(text="gökçe"), ("", ("05550000014",), "gokce")),
        (Choices(text="101"), ("", ("101",), "")),
        (Choices(text="•••34", number="05550001234"), ("05550001234", (), "")),
        (Choices(text="1790999996.2696"), ("", (), "")),
        (Choices(), ("", (), "")),
    ],
    ids=["name", "whole extension", "chosen elsewhere", "id", "nothing"],
)
def test_where_numbers_are_hidden_what_tells_none_is_still_found(
    choices: Choices, found: tuple[str, tuple[str, ...], str]
) -> None:
    wanted = record_filter(choices, TODAY, numbers_named, HIDDEN)
    assert (wanted.digits, wanted.numbers, wanted.words) == found
    assert not refused(choices, HIDDEN)
