"""Queue names, outside numbers and extensions in the forms that the PBX takes."""

import pytest

from supervisor_gui.netsantral.names import full_name, is_extension, national_number, short_name


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("8501110000-queue-Destek", "Destek"),
        ("8501110000-queue-Çağrı Merkezi", "Çağrı Merkezi"),
        ("Destek", "Destek"),
        ("8501110000-queue-a-queue-b", "a-queue-b"),
        ("8501110000-queue-", "8501110000-queue-"),
        ("vip-queue-gold", "vip-queue-gold"),
        ("", ""),
    ],
)
def test_short_name_drops_the_pbx_and_keeps_everything_else(told: str, short: str) -> None:
    assert short_name(told) == short


def test_full_name_is_made_once_and_keeps_the_case() -> None:
    assert full_name("8501110000", "Operator") == "8501110000-queue-Operator"
    assert full_name("8501110000", "8501110000-queue-Operator") == "8501110000-queue-Operator"
    assert short_name(full_name("8501110000", "muhasebe")) == "muhasebe"


@pytest.mark.parametrize(
    "told", ["5550001122", "05550001122", "+90 555 000 11 22", "0090 (555) 000-11-22", "90 5550001122"]
)
def test_a_number_is_sent_with_ten_digits_however_it_is_written(told: str) -> None:
    assert national_number(told) == "5550001122"


def test_a_number_of_another_shape_keeps_its_digits() -> None:
    assert national_number("112") == "112"
    assert national_number("9055") == "9055"


@pytest.mark.parametrize("told", ["00371234567", "0029051234", "001 555 000 0001", "0049 30 555 00 01"])
def test_a_number_abroad_keeps_its_00_whatever_its_length(told: str) -> None:
    assert national_number(told) == told.replace(" ", "")


@pytest.mark.parametrize(
    ("told", "yes"), [("101", True), ("10100", True), ("s", False), ("", False), ("8501110000", False), ("١٠١", False)]
)
def test_extensions_have_up_to_five_plain_digits(told: str, yes: bool) -> None:
    assert is_extension(told) is yes
