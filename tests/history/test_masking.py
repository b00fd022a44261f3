"""No whole telephone number is kept, wherever in a row it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.history.masking import masked
from supervisor_gui.history.store import Store
from tests.history.rows import ACCOUNT, action, interval


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("103", "103"),
        ("123456", "123456"),
        ("1234567", "•••67"),
        ("5550001122", "•••22"),
        ("+905550001122", "•••22"),
        ("+90 (555) 000 11 22 is in destek", "•••22 is in destek"),
        ("0555-000-11-22, 0555.000.11.33", "•••22, •••33"),
        ("Mola 15", "Mola 15"),
        ("103 12:30", "103 12:30"),
        ("sip3-1790000005.92222", "sip3-1790000005.92222"),
        ("sip3-1790000005.92222 sip9-1790000006.7", "sip3-1790000005.92222 sip9-1790000006.7"),
        ("sip:5550001122", "sip:•••22"),
        ("xsip3-5550001122.5", "xsip•••25"),
    ],
)
def test_seven_digits_or_more_keep_their_last_two(text: str, kept: str) -> None:
    assert masked(text) == kept


@given(before=st.text(max_size=10), number=st.text("0123456789", min_size=7, max_size=15), after=st.text(max_size=10))
def test_no_number_comes_through_whatever_stands_around_it(before: str, number: str, after: str) -> None:
    assert number not in masked(before + number + after)


async def test_numbers_in_actions_and_intervals_are_nowhere_in_the_files(store: Store, path: Path) -> None:
    store.record([action("5550001122 refused", extension="5550001122")])
    store.intervals([interval(1, 2, "5550001122")])
    (row,) = await store.audit(ACCOUNT)
    assert (row.extension, row.words) == ("•••22", "•••22 refused")
    assert await store.intervals_between(ACCOUNT, 0, 5, "5550001122") == (interval(1, 2, "•••22"),)
    for file in path.parent.iterdir():
        assert b"5550001122" not in file.read_bytes()
