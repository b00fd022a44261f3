"""Legs become one row: whatever the PBX tells of a call and in whatever order."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from supervisor_gui.history.record_folding import fold, kept_leg, legs_of, legs_text, numbers_of, parted, tails_of
from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.types_records import Direction, Leg
from tests.history.records import CALLER, LINE, QUEUE, later, leg, moment

OUT, NOT_OUT = Direction.OUTGOING, Direction.UNANSWERED
IN, MISSED = Direction.INCOMING, Direction.MISSED
INSIDE, NOT_INSIDE = Direction.INTERNAL, Direction.INTERNAL_UNANSWERED
MENU = "Telefon_no_3121110000"


def folded(*legs: Leg) -> RecordedCall:
    """The row of these legs."""
    return fold("1", tuple(map(kept_leg, legs)))


def test_a_call_through_a_queue_is_one_row() -> None:
    name = {"directory": '"AYŞE IŞIK" <05550001122>'}
    row = folded(
        leg("09:00:00", QUEUE, seconds=60, recording="https://dosyaindir.netgsm.com.tr/a", **name),
        leg("09:00:05", "102", seconds=0, direction=MISSED, **name),
        leg("09:00:25", "103", seconds=60, **name),
    )
    assert row == RecordedCall(
        id=0,
        call="1",
        began=moment("09:00:00").timestamp(),
        direction=IN,
        number=CALLER,
        name="AYŞE IŞIK",
        extension="103",
        queue="Destek",
        line=LINE,
        seconds=60,
        recorded=True,
        legs=3,
    )


def test_the_link_of_a_recording_is_kept_nowhere() -> None:
    kept = kept_leg(leg(recording="https://dosyaindir.netgsm.com.tr/upload.php?a=s3cr3t"))
    assert kept.recorded
    assert "s3cr3t" not in legs_text((kept,)) + repr(kept)


@pytest.mark.parametrize(
    ("directions", "whole"),
    [
        ([IN, MISSED], IN),
        ([MISSED, IN], IN),
        ([MISSED, MISSED], MISSED),
        ([NOT_OUT, OUT], OUT),
        ([NOT_OUT], NOT_OUT),
        ([NOT_INSIDE, INSIDE], INSIDE),
        ([NOT_INSIDE], NOT_INSIDE),
        # A leg of another family is no answer to it.
        ([MISSED, OUT], MISSED),
        ([Direction.OTHER, MISSED], MISSED),
        ([Direction.OTHER], Direction.OTHER),
    ],
)
def test_the_first_known_leg_tells_the_way_and_any_answered_leg_of_it_answers(
    directions: list[Direction], whole: Direction
) -> None:
    legs = [leg(later(minute), direction=direction) for minute, direction in enumerate(directions)]
    assert folded(*legs).direction is whole


@pytest.mark.parametrize(
    ("called", "calling", "direction", "number"),
    [
        (QUEUE, "5550001122", IN, CALLER),
        ("103", "905550001122", MISSED, CALLER),
        ("103", "anonymous", IN, ""),
        (QUEUE, "", MISSED, ""),
        ("5550001122", "103", OUT, CALLER),
        ("+49 30 1234567", "103", NOT_OUT, "0049301234567"),
        ("4441122", "103", OUT, "4441122"),
        ("112", "103", OUT, "112"),
        # The PBX called the number and led it into a menu.
        (MENU, "5550001122", OUT, CALLER),
        ("104", "103", INSIDE, "104"),
        (QUEUE, "103", INSIDE, ""),
        ("103", "5550001122", Direction.OTHER, CALLER),
    ],
)
def test_the_number_is_the_other_partys(called: str, calling: str, direction: Direction, number: str) -> None:
    assert folded(leg(destination=called, source=calling, direction=direction)).number == number


def test_our_own_line_is_not_the_other_party() -> None:
    assert folded(leg(destination=LINE, source="5550001122", direction=OUT)).number == CALLER
    assert numbers_of([kept_leg(leg(destination="0" + LINE, source="5550001122"))]) == (CALLER,)


def test_the_caller_stays_who_called_when_the_call_is_handed_on() -> None:
    row = folded(
        leg("09:00:00", "103", seconds=20),
        leg("09:00:20", "104", source="103", seconds=30),
        leg("09:00:50", "5550003344", seconds=0, direction=MISSED),
    )
    assert (row.number, row.extension, row.seconds, row.legs) == (CALLER, "104", 50, 3)


def test_the_called_stays_who_was_called_when_the_call_led_into_a_queue_is_handed_on() -> None:
    row = folded(
        leg("09:00:00", QUEUE, "5550001122", direction=OUT),
        leg("09:00:10", "103", "5550001122", direction=OUT),
        leg("09:01:00", "5550003344", "5550001122", 0, NOT_OUT),
    )
    assert (row.number, row.extension, row.direction) == (CALLER, "103", OUT)


def test_a_withheld_caller_stays_withheld_when_the_call_is_handed_on_inside() -> None:
    row = folded(leg("09:00:00", "103", "anonymous"), leg("09:01:00", "104", "103"))
    assert row.number == ""


@pytest.mark.parametrize(
    ("legs", "extension"),
    [
        ([leg("09:00:00", QUEUE, direction=MISSED), leg("09:00:05", "102", direction=MISSED)], "102"),
        ([leg("09:00:00", "102", direction=MISSED), leg("09:00:05", "103", direction=MISSED)], ""),
        ([leg("09:00:00", "102", direction=MISSED), leg("09:00:05", "102", direction=MISSED)], "102"),
        ([leg("09:00:00", QUEUE, direction=MISSED)], ""),
        ([leg("09:00:00", QUEUE), leg("09:00:05", "102", direction=MISSED), leg("09:00:25", "103")], "103"),
        # Talked with at last was somebody outside; of ours it was 103.
        ([leg("09:00:00", "103"), leg("09:01:00", "5550003344")], "103"),
        ([leg("09:00:00", QUEUE)], ""),
        ([leg("09:00:00", "5550001122", "103", direction=OUT)], "103"),
        ([leg("09:00:00", "5550001122", "103", direction=NOT_OUT)], "103"),
        ([leg("09:00:00", "5550001122", "103", direction=OUT), leg("09:01:00", "104", "103", direction=OUT)], "104"),
        ([leg("09:00:00", MENU, "5550001122", direction=OUT)], ""),
        ([leg("09:00:00", "104", "103", direction=INSIDE)], "103"),
    ],
)
def test_the_extension_is_who_talked_last_or_the_only_one_who_rang(legs: list[Leg], extension: str) -> None:
    assert folded(*legs).extension == extension


@pytest.mark.parametrize(
    ("legs", "seconds"),
    [
        ([leg("09:00:00", QUEUE, seconds=60), leg("09:00:05", "103", seconds=60)], 60),
        # It told nothing of the whole: the parts do.
        (
            [leg("09:00:00", QUEUE, seconds=0), leg("09:00:05", "103", seconds=20), leg("09:00:30", "104", seconds=9)],
            29,
        ),
        ([leg("09:00:00", MENU, seconds=30)], 30),
        ([leg("09:00:00", "103", seconds=20), leg("09:00:20", "104", seconds=9)], 29),
        ([leg("09:00:00", "103", seconds=20), leg("09:00:20", "104", seconds=99, direction=MISSED)], 20),
        ([leg("09:00:00", "103", seconds=0)], 0),
        # What the PBX counts of a call that nobody took is no conversation.
        ([leg("09:00:00", QUEUE, seconds=40, direction=MISSED)], 0),
        ([leg("09:00:00", QUEUE, seconds=40, direction=Direction.OTHER)], 40),
        ([leg("09:00:00", "5550001122", "103", 50, OUT), leg("09:00:20", "104", "103", 30, OUT)], 50),
        ([leg("09:00:00", "104", "103", 50, INSIDE), leg("09:00:20", "105", "103", 30, INSIDE)], 50),
    ],
)
def test_the_seconds_are_those_of_the_whole_conversation(legs: list[Leg], seconds: int) -> None:
    assert folded(*legs).seconds == seconds


def test_a_call_answered_for_no_second_is_answered() -> None:
    row = folded(leg(destination=QUEUE, seconds=0), leg("09:00:10", "103", seconds=0))
    assert (row.direction, row.seconds, row.extension) == (IN, 0, "103")


@pytest.mark.parametrize(
    ("directory", "name"),
    [
        ('"AYŞE" <05550001122>', "AYŞE"),
        ("AYŞE <05550001122>", "AYŞE"),
        ("AYŞE", "AYŞE"),
        ('"AYŞE <Satış> Işık" <05550001122>', "AYŞE <Satış> Işık"),
        ('"05550001122" <05550001122>', ""),
        ('"0555 000 11 22" <05550001122>', ""),
        ('"" <anonymous>', ""),
        ('"Anonymous" <anonymous>', ""),
        # Our own extension calls nobody from outside.
        ('"Mehmet" <103>', ""),
        ("", ""),
    ],
)
def test_the_name_is_the_callers(directory: str, name: str) -> None:
    assert folded(leg(directory=directory)).name == name


def test_of_a_call_to_outside_the_name_of_our_extension_is_none() -> None:
    assert folded(leg(destination="5550001122", source="103", direction=OUT, directory='"Mehmet" <103>')).name == ""
    theirs = leg(destination="5550001122", source="103", direction=OUT, directory='"AYŞE" <905550001122>')
    assert folded(theirs).name == "AYŞE"


def test_a_call_that_two_queues_held_belongs_to_the_one_in_which_it_was_taken() -> None:
    other = "8501110000-queue-Satış"
    assert folded(leg("09:00:00", QUEUE), leg("09:01:00", other, direction=MISSED)).queue == "Destek"
    assert folded(leg("09:00:00", QUEUE, direction=MISSED), leg("09:01:00", other, direction=MISSED)).queue == "Satış"


def test_a_row_without_directory_and_common_id_is_as_good() -> None:
    body = b'[{"uniqueid":"7","values":[{"date":"02.11.2026 23:59:50","destination":"103","source":"5550001122",'
    body += b'"duration":"00:01:05","direction":1},]}]'
    ((record),) = decode_records("records", body).calls
    row = folded(*record.legs)
    assert (row.direction, row.number, row.name, row.line, row.seconds) == (IN, CALLER, "", "", 65)
    assert row.extension == "103"


def test_every_outside_number_is_found_wherever_it_stands() -> None:
    legs = [
        kept_leg(leg("09:00:00", QUEUE, "5550001122", directory='"AYŞE 0555 000 33 44" <05550001122>')),
        kept_leg(leg("09:01:00", "0090 555 000 55 66")),
        kept_leg(leg("09:02:00", "Trunk_05550007788", "anonymous")),
        kept_leg(leg("09:03:00", MENU, "103")),
    ]
    numbers = (CALLER, "05550003344", "05550005566", "05550007788")
    assert numbers_of(legs) == numbers
    assert set(map(tail, numbers)) <= tails_of(legs)
    assert tail(LINE) not in tails_of(legs)


@given(st.text("0123456789 ()-x", max_size=8), st.text("0123456789 ()-x", max_size=8))
def test_a_number_among_other_digits_is_found_where_it_is_to_be_kept_out(before: str, after: str) -> None:
    assert "5550001122" in tails_of([kept_leg(leg(source=f"{before}5550001122{after}"))])


def test_one_id_on_two_days_is_two_calls_and_a_call_across_midnight_is_one() -> None:
    first = kept_leg(leg("23:59:00", QUEUE, seconds=600))
    after = kept_leg(leg(later(5, "23:59:00"), "103", seconds=300))
    again = kept_leg(leg(later(23 * 60, "10:00:00"), "103"))
    assert list(parted([again, after, first])) == [(first, after), (again,)]


def test_a_conversation_of_a_whole_day_stays_one_call() -> None:
    long, moved = leg("09:00:00", "103", seconds=8 * 3600), leg("17:00:00", "104")
    assert len(list(parted(map(kept_leg, (long, moved))))) == 1


words = st.text(max_size=12) | st.sampled_from(
    [QUEUE, MENU, "103", "104", "5550001122", "05550003344", "anonymous", "", "-", '"A" <1>', "<", '"', "\ud800"]
)
legs = st.builds(
    Leg,
    at=st.integers(0, 50_000).map(lambda seconds: moment("00:00:00") + timedelta(seconds=seconds)),
    destination=words,
    source=words,
    seconds=st.integers(0, 2**70),
    direction=st.sampled_from(Direction),
    recording=words,
    line=words,
    directory=words,
)


@given(st.lists(legs, min_size=1, max_size=6, unique_by=lambda leg: leg.at), st.randoms())
def test_the_order_in_which_legs_come_does_not_matter_and_nothing_is_too_odd(told: list[Leg], chance: Random) -> None:
    kept = list(map(kept_leg, told))
    row, numbers, calls = fold("\ud800", kept), numbers_of(kept), list(parted(kept))
    chance.shuffle(kept)
    assert (fold("\ud800", kept), numbers_of(kept), list(parted(kept))) == (row, numbers, calls)
    assert legs_of(legs_text(kept)) == tuple(kept)
    assert sorted(leg for call in calls for leg in map(_begin, call)) == sorted(map(_begin, kept))
    assert all(before.at < after.at for call in calls for before, after in pairwise(call))
    f"{row.call}{row.number}{row.name}{''.join(numbers)}".encode()
    assert 0 <= row.seconds < 2**63


def _begin(leg: KeptLeg) -> float:
    return leg.at


@given(st.lists(legs, min_size=1, max_size=6))
def test_a_leg_that_is_told_twice_counts_once(told: list[Leg]) -> None:
    kept = list(map(kept_leg, told))
    assert fold("1", kept + kept) == fold("1", kept)
    assert fold("1", kept).legs == len(set(kept))


def test_text_that_is_no_legs_is_none() -> None:
    assert [legs_of(text) for text in ("", "{}", "[[1]]", "[")] == [()] * 4


def test_a_leg_may_be_written_by_a_program_that_knew_less() -> None:
    whole = kept_leg(leg())
    assert legs_of('[[1.0,"103","5550001122",45,"incoming"]]') == (
        replace(whole, at=1.0, direction_word="", recorded=False, line="", directory="", common_id=""),
    )
