"""Numbers to be dialled, said to the user."""

import pytest

from supervisor_gui.netsantral.dial_numbers import REFUSALS, read_number
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind
from supervisor_gui.ui.calls.country_words import country
from supervisor_gui.ui.calls.number_words import kind_words, refusal_words, wire_words


def number(text: str) -> Dialled:
    found = read_number(text, is_extension="101".__eq__).number
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "wire"),
    [
        ("+90 555 000 00 01", "mobile", "dials 5550000001"),
        ("0312 111 00 00", "landline", "dials 3121110000"),
        ("444 0 000", "444 line", "dials 4440000"),
        ("112", "service number", "dials 112"),
        ("101", "extension", "rings extension 101"),
        ("0900 111 00 00", "charged number", "dials 9001110000"),
        ("+49 30 555 00 01", "Germany", "dials 0049305550001"),
        ("+298 555001", "Faroe Islands", "dials 00298555001"),
        ("+800 5550 0001", "abroad", "dials 0080055500001"),
    ],
)
def test_a_number_is_told_by_its_kind_and_by_what_will_be_dialled(text: str, kind: str, wire: str) -> None:
    assert (kind_words(number(text)), wire_words(number(text))) == (kind, wire)


def test_every_kind_and_every_refusal_has_words_of_its_own() -> None:
    kinds = [kind_words(Dialled(kind, "1", "1")) for kind in NumberKind]
    refusals = [refusal_words(reason) for reason in REFUSALS]
    for words in (kinds, refusals):
        assert all(words)
        assert len(set(words)) == len(words)
    assert refusal_words("") == ""
    assert all(sentence.endswith(".") for sentence in refusals)


def test_a_country_that_nobody_knows_goes_by_its_letters() -> None:
    assert country("ZZ") == "ZZ"
    assert country("XK") == "Kosovo"
