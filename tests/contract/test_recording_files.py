"""Recordings: every link of a record brings the sound it promises, and nothing else is ever saved."""

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, NotSent, PbxError
from supervisor_gui.netsantral.recordings import RecordingKind
from supervisor_gui.netsantral.types_records import CallRecord, Leg
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.explained import assert_explained
from tests.helpers.past import PastDay, small_centre
from tests.helpers.recount import talk
from tests.helpers.wire_server import PASSWORD

OLD = b"what was there before"
LONGEST = 60
"""Seconds of sound the simulator makes at the most."""


@pytest.fixture(scope="module")
def served() -> Iterator[PastDay]:
    with SimulatorProcess(small_centre(seed=12, days=2), password=PASSWORD) as running:
        yield PastDay(running, back=2)


@pytest.fixture
def site(served: PastDay) -> Iterator[PastDay]:
    served.fault()
    yield served
    served.fault()


async def recorded(site: PastDay) -> list[CallRecord]:
    """The day's records that have a recording."""
    async with site.connect() as client:
        page = await client.records(site.start, site.end)
    return [record for record in page.calls if record.legs[0].recording]


def held(folder: Path) -> list[bytes]:
    """What the files of a folder hold."""
    return [path.read_bytes() for path in folder.iterdir()]


async def first_leg(site: PastDay) -> Leg:
    """A row with a recording."""
    return (await recorded(site))[0].legs[0]


async def test_a_wav_is_as_long_as_the_conversation(site: PastDay, tmp_path: Path) -> None:
    truths = {call["id"]: call for call in site.calls}
    told: list[tuple[int, int | None]] = []
    async with site.connect() as client:
        for number, record in enumerate((await recorded(site))[:5]):
            target = tmp_path / f"{number}.wav"
            told.clear()
            kind = await client.fetch_recording(
                record.legs[0].recording, target, lambda done, total: told.append((done, total))
            )
            assert kind is RecordingKind.WAV
            with wave.open(str(target)) as sound:
                seconds = sound.getnframes() / sound.getframerate()
            assert seconds == min(max(talk(truths[record.call]), 1), LONGEST)
            size = target.stat().st_size
            assert told[-1] == (size, size)
    assert len(held(tmp_path)) == 5


async def test_the_same_link_brings_an_mp3_when_asked(site: PastDay, tmp_path: Path) -> None:
    leg = await first_leg(site)
    async with site.connect() as client:
        kind = await client.fetch_recording(f"{leg.recording}&tomp3", tmp_path / "call.mp3")
    assert kind is RecordingKind.MP3
    assert (tmp_path / "call.mp3").read_bytes().startswith(b"\xff\xfb")


async def test_a_recording_is_asked_for_without_a_login(site: PastDay, tmp_path: Path) -> None:
    leg = await first_leg(site)
    before = site.count()
    async with site.connect() as client:
        await client.fetch_recording(leg.recording, tmp_path / "call.wav")
    (entry,) = site.asked(before)
    token = leg.recording.partition("a=")[2]
    assert (entry["method"], entry["path"], entry["params"]) == ("GET", "/upload.php", {"tip": "1", "a": token})
    assert entry["body"] in ("", None, {})


async def test_a_call_that_nobody_took_has_no_link(site: PastDay) -> None:
    async with site.connect() as client:
        page = await client.records(site.start, site.end)
    silent = {record.call for record in page.calls if not any(leg.recording for leg in record.legs)}
    assert silent == {call["id"] for call in site.calls if call["answered"] is None}
    assert silent


NO_SOUND = [
    ("recording-404", NoAnswer, "recording_gone"),
    ("recording-html", BadAnswer, "recording_page"),
    ("html", BadAnswer, "recording_page"),
    ("recording-tiny", BadAnswer, "recording_empty"),
    ("empty", BadAnswer, "recording_empty"),
    ("recording-huge", BadAnswer, "recording_large"),
    ("recording-cut", NoAnswer, "cut"),
    ("recording-other", BadAnswer, "recording_type"),
    ("redirect-302", NoAnswer, "recording_gone"),
    ("http-500", NoAnswer, "http_500"),
    ("drop-connection", NoAnswer, "cut"),
]


@pytest.mark.parametrize(("fault", "kind", "reason"), NO_SOUND)
async def test_what_is_no_recording_leaves_the_folder_as_it_was(
    site: PastDay, tmp_path: Path, fault: str, kind: type[PbxError], reason: str
) -> None:
    link = (await first_leg(site)).recording
    target = tmp_path / "call.wav"
    target.write_bytes(OLD)
    async with site.connect() as client:
        site.fault({"name": fault, "match": {"operation": "upload.php"}})
        with pytest.raises(PbxError) as caught:
            await client.fetch_recording(link, target)
        assert held(tmp_path) == [OLD]
        site.fault()
        assert await client.fetch_recording(link, target) is RecordingKind.WAV
    error = caught.value
    assert (type(error), error.operation, error.reason) == (kind, "recording", reason)
    assert_explained(error, link.partition("a=")[2])


async def test_a_link_with_a_wrong_token_is_gone(site: PastDay, tmp_path: Path) -> None:
    link = (await first_leg(site)).recording
    wrong = link[:-1] + ("0" if link[-1] != "0" else "1")
    async with site.connect() as client:
        with pytest.raises(NoAnswer) as caught:
            await client.fetch_recording(wrong, tmp_path / "call.wav")
    assert (caught.value.reason, caught.value.code) == ("recording_gone", "404")
    assert held(tmp_path) == []


async def test_a_link_that_leads_elsewhere_is_not_followed(site: PastDay, tmp_path: Path) -> None:
    before = site.count()
    async with site.connect() as client:
        with pytest.raises(NotSent) as caught:
            await client.fetch_recording("https://example.com/upload.php?tip=1&a=0", tmp_path / "call.wav")
    assert caught.value.reason == "recording_host"
    assert site.asked(before) == []
    assert_explained(caught.value)
