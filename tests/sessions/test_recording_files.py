"""Names of recordings: when and who of ours, and never a digit of a customer."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.recordings import RecordingKind
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.sessions.recording_files import check_place, free_name, stem, told_name
from tests.helpers.shelf_desk import BEGAN, CALLER, NAME, a_call, a_leg

WHEN = "2026-11-29_14-03-12"
PARTIES = st.one_of(st.text(max_size=20), st.from_regex(r"\+?[0-9]{1,15}", fullmatch=True), st.just("102"))


@given(PARTIES, PARTIES, PARTIES, st.sampled_from(Direction))
def test_a_name_is_a_time_and_at_most_an_extension_whatever_the_parties_are(
    destination: str, source: str, extension: str, direction: Direction
) -> None:
    leg = a_leg(destination=destination, source=source, direction=direction)
    name = stem(a_call(extension=extension), leg)
    told = re.fullmatch(rf"{WHEN}(?:_([0-9]{{1,6}}))?", name, re.ASCII)
    assert told is not None
    assert told[1] is None or told[1] in {destination, source, extension}


def test_the_extension_is_the_one_that_spoke() -> None:
    out = a_leg(destination="155", source="103", direction=Direction.OUTGOING)
    queue = a_leg(destination="8501110000-queue-destek")
    inside = a_leg(destination="104", source="102", direction=Direction.INTERNAL)
    member = a_leg(destination=CALLER, source="5550001133")
    names = [stem(a_call(), leg) for leg in (a_leg(), out, queue, inside)]
    assert names == [NAME, f"{WHEN}_103", NAME, f"{WHEN}_104"]
    assert stem(a_call(extension=CALLER), member) == WHEN


def test_the_time_is_the_turkish_one_of_the_leg() -> None:
    assert stem(a_call(), a_leg(at=BEGAN + 10 * 3600.0)) == "2026-11-30_00-03-12_102"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for wanted in ("a.wav", "a_2.wav", "a_3.wav"):
        path = free_name(tmp_path, "a", ".wav")
        assert path.name == wanted
        path.touch()
    assert told_name(tmp_path / "a.mp3", RecordingKind.WAV).name == "a_4.wav"


def test_looking_at_a_place_leaves_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"mine")
    check_place(tmp_path / "a.wav")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]
