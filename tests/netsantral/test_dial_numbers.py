"""What people type to be dialled: one clean number with its kind and its form on the wire, or why it is none."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.codec_calls import transfer_target
from supervisor_gui.netsantral.dial_numbers import REFUSALS, read_number
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_numbers import NumberKind, Reading

EXTENSIONS = frozenset({"12", "101", "130", "2001", "20045"})
SERVICES_TOO = EXTENSIONS | {"110", "112", "155", "11880"}

EXTENSION, SERVICE, MOBILE = NumberKind.EXTENSION, NumberKind.SERVICE, NumberKind.MOBILE
GEOGRAPHIC, CORPORATE, SHORT_LINE = NumberKind.GEOGRAPHIC, NumberKind.CORPORATE, NumberKind.SHORT_LINE
FREE, CHARGED, FOREIGN = NumberKind.FREE, NumberKind.CHARGED, NumberKind.FOREIGN

NUMBERS = [
    # mobile
    ("5550000001", MOBILE, "5550000001"),
    ("555 000 00 02", MOBILE, "5550000002"),
    ("0555 000 00 03", MOBILE, "5550000003"),
    ("0(555) 000-00-04", MOBILE, "5550000004"),
    ("0555.000.00.05", MOBILE, "5550000005"),
    ("0555 000 00 06,", MOBILE, "5550000006"),
    # geographic
    ("3121110000", GEOGRAPHIC, "3121110000"),
    ("0312 111 00 00", GEOGRAPHIC, "3121110000"),
    ("(0312) 111 00 00", GEOGRAPHIC, "3121110000"),
    ("0312/111 00 00", GEOGRAPHIC, "3121110000"),
    ("0 312 111–00–00", GEOGRAPHIC, "3121110000"),
    # 0850
    ("8501110000", CORPORATE, "8501110000"),
    ("0850 111 00 00", CORPORATE, "8501110000"),
    ("0850 111 0000", CORPORATE, "8501110000"),
    ("+90 850 111 00 00", CORPORATE, "8501110000"),
    # 444
    ("444 0 000", SHORT_LINE, "4440000"),
    ("4440000", SHORT_LINE, "4440000"),
    ("0444 0 000", SHORT_LINE, "4440000"),
    ("444-0000", SHORT_LINE, "4440000"),
    ("90 444 0 000", SHORT_LINE, "4440000"),
    ("+90 444 0 000", SHORT_LINE, "4440000"),
    # 0800
    ("0800 111 00 00", FREE, "8001110000"),
    ("800 111 0000", FREE, "8001110000"),
    ("+90 800 111 00 00", FREE, "8001110000"),
    ("0090 800 111 00 00", FREE, "8001110000"),
    # 0900 and other charged ones
    ("0900 111 00 00", CHARGED, "9001110000"),
    ("900 111 00 00", CHARGED, "9001110000"),
    ("+90 900 111 00 00", CHARGED, "9001110000"),
    ("90 900 111 00 00", CHARGED, "9001110000"),
    ("0888 111 00 00", CHARGED, "8881110000"),
    ("0822 111 00 00", CHARGED, "8221110000"),
    # with and without the country
    ("+90 555 000 00 01", MOBILE, "5550000001"),
    ("+905550000001", MOBILE, "5550000001"),
    ("(+90) 555 000 00 01", MOBILE, "5550000001"),
    ("+90 (0) 312 111 00 00", GEOGRAPHIC, "3121110000"),
    ("0090 555 000 00 01", MOBILE, "5550000001"),
    ("00905550000001", MOBILE, "5550000001"),
    ("0090 (312) 111 00 00", GEOGRAPHIC, "3121110000"),
    ("00 90 850 111 00 00", CORPORATE, "8501110000"),
    ("90 555 000 00 01", MOBILE, "5550000001"),
    ("905550000001", MOBILE, "5550000001"),
    ("90 (312) 111 00 00", GEOGRAPHIC, "3121110000"),
    ("90 0 312 111 00 00", GEOGRAPHIC, "3121110000"),
    # extensions
    ("12", EXTENSION, "12"),
    ("101", EXTENSION, "101"),
    ("2001", EXTENSION, "2001"),
    ("2 00 45", EXTENSION, "20045"),
    ("130", EXTENSION, "130"),
    ("dahili 101", EXTENSION, "101"),
    ("Dahili: 2001", EXTENSION, "2001"),
    # services
    ("110", SERVICE, "110"),
    ("112", SERVICE, "112"),
    ("155", SERVICE, "155"),
    ("1 1 2", SERVICE, "112"),
    ("182", SERVICE, "182"),
    ("11880", SERVICE, "11880"),
    # abroad
    ("+49 30 555 00 01", FOREIGN, "0049305550001"),
    ("+49 (0) 30 555 00 01", FOREIGN, "0049305550001"),
    ("+1 555 000 0001", FOREIGN, "0015550000001"),
    ("+44 20 5550 0001", FOREIGN, "00442055500001"),
    ("+39 06 555 00 01", FOREIGN, "0039065550001"),
    ("0049 30 555 00 01", FOREIGN, "0049305550001"),
    ("001 555 000 0001", FOREIGN, "0015550000001"),
    ("00 44 20 5550 0001", FOREIGN, "00442055500001"),
    ("00371 555 000 01", FOREIGN, "0037155500001"),
    ("00298 555001", FOREIGN, "00298555001"),
    ("+290 51234", FOREIGN, "0029051234"),
    ("+800 5550 0001", FOREIGN, "0080055500001"),
    # digits of another script
    ("٠٥٥٥ ٠٠٠ ٠٠ ٠١", MOBILE, "5550000001"),
    ("٣١٢١١١٠٠٠٠", GEOGRAPHIC, "3121110000"),
    ("+٩٠ ٨٥٠ ١١١ ٠٠ ٠٠", CORPORATE, "8501110000"),
    ("١٠١", EXTENSION, "101"),
    ("۰۵۵۵ ۰۰۰ ۰۰ ۰۱", MOBILE, "5550000001"),
    ("０５５５０００００01", MOBILE, "5550000001"),
    ("＋９０　３１２　１１１　００　００", GEOGRAPHIC, "3121110000"),
    ("４４４ ０ ０００", SHORT_LINE, "4440000"),
    ("１０１", EXTENSION, "101"),
    # blanks and marks that nobody sees
    ("0555\u00a0000\u00a000\u00a001", MOBILE, "5550000001"),
    ("0312\u202f111\u202f00\u202f00", GEOGRAPHIC, "3121110000"),
    ("\u00a0+90\u2009850\u2009111\u200900\u200900\u00a0", CORPORATE, "8501110000"),
    ("444\u00a00\u00a0000\t\n", SHORT_LINE, "4440000"),
    ("\u202a+90 555 000 00 01\u202c", MOBILE, "5550000001"),
    ("\u200e0312 111 00 00\u200e", GEOGRAPHIC, "3121110000"),
    ("\u20680850 111 00 00\u2069", CORPORATE, "8501110000"),
    ("\ufeff0555\u200b000\u200b0001", MOBILE, "5550000001"),
    # links
    ("tel:+90-555-000-00-01", MOBILE, "5550000001"),
    ("TEL: 0312 111 00 00", GEOGRAPHIC, "3121110000"),
    ("tel:101", EXTENSION, "101"),
]

REFUSED = [
    ("", "empty"),
    (" \u200e ", "empty"),
    ("tel:", "empty"),
    ("Ayşe Yılmaz", "letters"),
    ("0555 ABC 00 01", "letters"),
    ("o555 000 00 01", "letters"),
    ("Ali 0312 111 00 00", "letters"),
    ("رقم", "letters"),
    ("+", "too_short"),
    ("5", "too_short"),
    ("0555", "too_short"),
    ("0555 000 00 0", "too_short"),
    ("111 00 00", "too_short"),
    ("+90 312 111", "too_short"),
    ("+49", "too_short"),
    ("0555 000 00 012", "too_long"),
    ("49 30 555 00 01 23", "too_long"),
    ("+49 30 5550 0001 5550 0001 5550", "too_long"),
    ("5" * 201, "too_long"),
    ("0299 111 00 00", "not_a_number"),
    ("0700 111 00 00", "not_a_number"),
    ("+999 555 000 00", "not_a_number"),
    ("+20 0000 000 00 00", "not_a_number"),
    ("++90 555 000 00 01", "not_a_number"),
    ("0555 000 00 01+", "not_a_number"),
    ("*72", "not_a_number"),
    ("0555%20000", "not_a_number"),
    ("0555 000 00 01, 0555 000 00 02", "several"),
    ("0555 000 00 01\n0555 000 00 02", "several"),
    ("0312 111 00 00 / 0555 000 00 02", "several"),
    ("+905550000001+905550000002", "several"),
    ("99", "unknown_extension"),
    ("100", "unknown_extension"),
    ("3999", "unknown_extension"),
    ("dahili 999", "unknown_extension"),
    ("0312 111 00 00 dahili 101", "has_extension"),
    ("0312 111 00 00 (Dah. 101)", "has_extension"),
    ("0312 111 00 00 ext. 101", "has_extension"),
    ("+90 312 111 00 00 x101", "has_extension"),
    ("0312 111 00 00 #101", "has_extension"),
    ("0312 111 00 00 / 101", "has_extension"),
    ("03121110000,101", "has_extension"),
    ("tel:+905550000001;ext=1", "parameters"),
    ("tel:5550000001;phone-context=+90", "parameters"),
    ("tel:+905550000001?call", "parameters"),
    ("tel:0312-111-00-00;isub=12", "parameters"),
    ("+905550000001;ext=1", "parameters"),
]


def read(text: str) -> Reading:
    return read_number(text, is_extension=EXTENSIONS.__contains__)


@pytest.mark.parametrize(("typed", "kind", "wire"), NUMBERS)
def test_a_number_is_read_in_every_way_people_write_it(typed: str, kind: NumberKind, wire: str) -> None:
    reading = read(typed)
    assert [(choice.kind, choice.wire) for choice in reading.choices] == [(kind, wire)], reading.refused


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_what_is_no_single_number_is_refused_with_its_reason(typed: str, reason: str) -> None:
    assert read(typed) == Reading(refused=reason)


@pytest.mark.parametrize("typed", ["110", "112", "155", "11880", "١١٠", "1 5 5"])
def test_a_service_that_is_an_extension_too_leaves_the_choice(typed: str) -> None:
    reading = read_number(typed, is_extension=SERVICES_TOO.__contains__)
    assert [choice.kind for choice in reading.choices] == [EXTENSION, SERVICE]
    assert reading.number is None


@pytest.mark.parametrize(
    ("typed", "region", "shown"),
    [
        ("+49 30 5550001", "DE", "+49 30 5550001"),
        ("+1 5550000001", "US", "+1 555-000-0001"),
        ("+994 555000001", "AZ", "+994 55 500 00 01"),
        ("+800 5550 0001", "", "+800 5550 0001"),
    ],
)
def test_a_number_abroad_tells_its_country_and_is_asked_about(typed: str, region: str, shown: str) -> None:
    number = read(typed).number
    assert number is not None
    assert (number.region, number.shown, number.asks, number.plain) == (region, shown, True, False)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("905550000001", "0555 000 00 01"),
        ("3121110000", "0312 111 00 00"),
        ("8501110000", "0850 111 00 00"),
        ("4440000", "444 0 000"),
    ],
)
def test_turkish_numbers_are_shown_as_people_write_them(typed: str, shown: str) -> None:
    number = read(typed).number
    assert number is not None
    assert number.shown == shown


@pytest.mark.parametrize("wire", sorted({wire for _, _, wire in NUMBERS}))
def test_the_client_sends_what_was_read(wire: str) -> None:
    assert national_number(wire) == wire
    inside_or_short = len(wire) < 10 or wire.startswith("00")
    assert transfer_target(wire) == (wire if inside_or_short else f"0{wire}")


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789+ ()-./,;#x٠١٢٣\u00a0\u200e", max_size=30),
        st.from_regex(r"(\+|00|0|90)?\d{2,15}", fullmatch=True),
    ),
    st.booleans(),
)
def test_any_text_is_read_and_what_is_shown_means_the_same(text: str, inside: bool) -> None:
    def known(_: str) -> bool:
        return inside

    reading = read_number(text, is_extension=known)
    assert bool(reading.choices) != bool(reading.refused)
    assert not reading.refused or reading.refused in REFUSALS
    for choice in reading.choices:
        assert choice.wire.isascii()
        assert choice.wire.isdigit()
        again = read_number(choice.shown, is_extension=known)
        assert choice.wire in {other.wire for other in again.choices}


def test_the_numbering_plans_are_loaded_by_the_first_number_that_needs_them() -> None:
    code = (
        "import sys; from supervisor_gui.netsantral.dial_numbers import read_number as read\n"
        "read('0555 000 00 01', is_extension=bool); read('101', is_extension=bool)\n"
        "assert 'phonenumbers' not in sys.modules\n"
        "read('0312 111 00 00', is_extension=bool)\n"
        "assert 'phonenumbers' in sys.modules and 'phonenumbers.geodata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
