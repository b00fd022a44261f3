"""What gets through from a link: one number as it was written, or a sentence why not."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.desktop.tel_links import LONGEST, MOST_DIGITS, LinkRefusedError, read_link

LONG = "too long"
MORE = "more than a number"
NONE = "no telephone number"
OTHER = "Only links"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel:+905550000001", "+905550000001"),
        ("TEL:+90-555-000-00-01", "+90-555-000-00-01"),
        ("tel://05550000001", "05550000001"),
        ("tel:+90%20555%20000%2000%2001", "+90 555 000 00 01"),
        ("tel:%2B905550000001", "+905550000001"),
        ("tel:(0555)%20000.00.01", "(0555) 000.00.01"),
        ("tel:%280312%29111/00-00", "(0312)111/00-00"),
        ("callto:05550000001", "05550000001"),
        ("callto://+905550000001", "+905550000001"),
        ("sip:101@pbx.example", "101"),
        ("sip:+905550000001@pbx.example:5061", "+905550000001"),
        ("05550000001", "05550000001"),
        (" 0555 000 00 01 ", "0555 000 00 01"),
        ("(+90) 555 000 00 01", "(+90) 555 000 00 01"),
        ("101", "101"),
        ("00371234567", "00371234567"),
    ],
)
def test_one_number_gets_through_as_it_was_written(text: str, number: str) -> None:
    assert read_link(text) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tel:+905550000001;ext=101", MORE),
        ("tel:05550000001;phone-context=+90", MORE),
        ("tel:05550000001?call=now", MORE),
        ("tel:05550000001&x", MORE),
        ("sip:101@pbx.example;transport=tcp", MORE),
        ('tel:"05550000001"', NONE),
        ("tel:'05550000001'", NONE),
        ("tel:05550000001\n", NONE),
        ("tel:05550000001\r\n05550000002", NONE),
        ("tel:05550000001%0A", NONE),
        ("tel:05550000001%3Bext%3D1", NONE),
        ("tel:%30%35%35%35", NONE),
        ("tel:%2530555", NONE),
        ("tel:0555000000%", NONE),
        ("tel:05550000001,05550000002", NONE),
        ("tel:5550000001 5550000002", NONE),
        ("tel:5550000001/5550000002", NONE),
        ("tel:+90+5550000001", NONE),
        ("tel:05550000001x101", NONE),
        ("tel:*21*05550000001#", NONE),
        ("tel:٠٥٥٥", NONE),
        ("tel:０５５５", NONE),
        ("tel:0555\u00a0000", NONE),
        ("tel:\u202d05550000001", NONE),
        ("tel:", NONE),
        ("tel:+", NONE),
        ("tel:()", NONE),
        ("tel:--demo", NONE),
        ("sip:ayse@pbx.example", NONE),
        ("sip:101@pbx.example 5", NONE),
        ("", NONE),
        ("rubbish", NONE),
        ("tel:" + "0" * 41, LONG),
        ("tel:0555" + " " * 40, LONG),
        ("http://example/05550000001", OTHER),
        ("javascript:05550000001", OTHER),
        ("file:///05550000001", OTHER),
    ],
)
def test_everything_else_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(LinkRefusedError, match=words):
        read_link(text)


def test_the_words_are_in_the_language_of_the_moment() -> None:
    with pytest.raises(LinkRefusedError) as refused:
        read_link("tel:nobody")
    i18n.use(lambda _, source, __: source.upper())
    try:
        assert str(refused.value).isupper()
    finally:
        i18n.use(None)


SIGNS = st.text(alphabet="0123456789 +-./()%;:@\"'\n,telsip" + string.ascii_letters, max_size=60)


@given(st.one_of(SIGNS, SIGNS.map("tel:{}".format), st.text()))
def test_whatever_gets_through_is_short_and_holds_digits_and_separators_alone(text: str) -> None:
    try:
        number = read_link(text)
    except LinkRefusedError:
        return
    assert set(number) <= set("0123456789+ ()./-")
    assert len(number) <= LONGEST
    assert 1 <= sum(map(str.isdigit, number)) <= MOST_DIGITS
    assert number.count("+") <= 1
    assert read_link(number) == number
