"""Recordings fetched to be heard or kept: which one, under which name, and who is told."""

import json
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.history.retention import DAY
from supervisor_gui.netsantral.errors import LimitReached, NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.sessions.recording_links import RecordingMissing
from supervisor_gui.sessions.recording_shelf import Withdrawn
from tests.helpers.qt_async import until
from tests.helpers.recording_site import MP3, NO_RECORD, SECRET, WAV, Site
from tests.helpers.shelf_desk import BEGAN, CALL, NAME, WHO, a_call, a_leg, names
from tests.helpers.wire_server import ACCOUNT, http

LIMIT = http(json.dumps({"code": 100, "error": "Sorgulama limiti asildi"}).encode())
POSIX = pytest.mark.skipif(os.name == "nt", reason="rights of files are not known there")


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    made = Site(tmp_path / "data")
    yield made
    await made.close()


# to be heard


async def test_a_recording_is_fetched_under_a_name_of_ours_and_told_to_the_audit(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    desk = await site.open(site.rows(), http(WAV))
    told: list[tuple[int, int | None]] = []
    with caplog.at_level(logging.DEBUG):
        path = await desk.shelf.play(a_call(), (a_leg(),), progress=lambda *far: told.append(far))
    assert (path.parent, path.name) == (desk.paths.playing, f"{NAME}.wav")
    assert path.read_bytes() == WAV
    assert told[-1] == (len(WAV), len(WAV))
    assert names(desk.paths.playing) == [path.name]
    (row,) = await desk.rows()
    assert (row.action, row.outcome, row.who, row.account) == ("listen", "done", WHO, ACCOUNT)
    assert (row.extension, row.queue) == ("102", "destek")
    # A row of the audit holds no long run of digits; the end of the id is enough to tell calls apart.
    assert row.detail.endswith(CALL[-2:])
    assert SECRET not in caplog.text


@POSIX
async def test_nobody_else_on_this_computer_can_read_what_is_played_or_saved(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    desk.paths.playing.chmod(0o755)
    desk.paths.recordings.chmod(0o755)
    played = await desk.shelf.play(a_call(), (a_leg(),))
    saved = await desk.shelf.save(a_call(), (a_leg(),))
    for path in (played, saved):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_no_file_below_the_data_folder_holds_a_link(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    await desk.shelf.play(a_call(), (a_leg(),))
    await desk.shelf.save(a_call(), (a_leg(),))
    await desk.store.close()
    files = [path for path in desk.paths.root.rglob("*") if path.is_file()]
    assert len(files) >= 3
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]
    assert SECRET not in repr(vars(desk.links))


async def test_what_is_there_is_not_fetched_again_but_told_again(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    first = await desk.shelf.play(a_call(), (a_leg(),))
    assert await desk.shelf.play(a_call(), (a_leg(),), 0) == first
    assert site.asked == ["record", SECRET]
    assert await desk.audit() == [("listen", "done")] * 2


async def test_a_copy_that_the_user_deleted_is_fetched_again_by_the_link_that_is_known(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    (await desk.shelf.play(a_call(), (a_leg(),))).unlink()
    assert (await desk.shelf.play(a_call(), (a_leg(),))).read_bytes() == WAV
    assert site.asked == ["record", SECRET, SECRET]


async def test_a_copy_goes_some_time_after_it_was_opened_last(site: Site) -> None:
    other = {"date": "29.11.2026 14:04:00", "token": "other"}
    desk = await site.open(site.rows({"token": SECRET}, other), http(WAV), keep_seconds=0.05)
    legs = (a_leg(), a_leg(at=BEGAN + 48.0))
    left, again = [await desk.shelf.play(a_call(), legs, number) for number in (0, 1)]
    site.hands.move(0.04)
    assert await desk.shelf.play(a_call(), legs, 1) == again
    site.hands.move(0.02)
    await until(lambda: not left.exists())
    assert again.exists()
    site.hands.move(0.04)
    await until(lambda: not again.exists())
    await until(lambda: desk.tasks.names == ())


async def test_a_copy_goes_when_the_computer_slept_over_its_time(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV), keep_seconds=0.05)
    path = await desk.shelf.play(a_call(), (a_leg(),))
    site.hands.now += 60.0
    await until(lambda: not path.exists())


async def test_a_clock_that_is_set_back_keeps_no_copy(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV), keep_seconds=0.05)
    path = await desk.shelf.play(a_call(), (a_leg(),))
    site.hands.now -= 86_400.0
    site.hands.ticks += 1.0
    await until(lambda: not path.exists())


async def test_nothing_is_left_to_be_heard_at_the_end_and_what_was_saved_stays(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    await desk.shelf.play(a_call(), (a_leg(),))
    saved = await desk.shelf.save(a_call(), (a_leg(),))
    await desk.shelf.close()
    assert names(desk.paths.playing) == []
    assert names(desk.paths.recordings) == [saved.name]
    with pytest.raises(Withdrawn):
        await desk.shelf.play(a_call(), (a_leg(),))


async def test_what_a_killed_run_left_is_gone_after_the_start(site: Site, tmp_path: Path) -> None:
    playing, recordings = tmp_path / "data" / "playing", tmp_path / "data" / "recordings"
    (playing / "folder").mkdir(parents=True)
    recordings.mkdir()
    mine = tmp_path / "mine.wav"
    for path in (playing / "a.wav", playing / ".recording-x.part", playing / "folder" / "b.wav", mine):
        path.write_bytes(WAV)
    for name in ("kept.wav", ".recording-y.part", ".recording-0123456789abcdef"):
        (recordings / name).write_bytes(WAV)
    if os.name == "posix":
        (playing / "link").symlink_to(mine)
    await site.open(b"")
    assert names(playing) == []
    assert names(recordings) == ["kept.wav"]
    assert mine.exists()


# to be kept


async def test_a_recording_is_kept_under_a_name_of_ours_and_the_store_knows_it(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV), http(MP3))
    first = await desk.shelf.save(a_call(), (a_leg(),))
    second = await desk.shelf.save(a_call(), (a_leg(),))
    assert (first.parent, first.name) == (desk.paths.recordings, f"{NAME}.wav")
    assert (second.name, second.read_bytes()) == (f"{NAME}.mp3", MP3)
    third = await desk.shelf.save(a_call(), (a_leg(),))
    assert third.name == f"{NAME}_2.mp3"
    assert sorted(await desk.saved()) == sorted([first.name, second.name, third.name])
    assert await desk.audit() == [("save_recording", "done")] * 3
    assert names(desk.paths.recordings) == sorted(await desk.saved())


@pytest.mark.parametrize(
    ("chosen", "sound", "name"),
    [
        ("a.wav", WAV, "a.wav"),
        ("a.WAV", WAV, "a.WAV"),
        ("a.wav", MP3, "a.mp3"),
        ("görüşme", MP3, "görüşme.mp3"),
        ("30.11 Ayşe", WAV, "30.11 Ayşe.wav"),
    ],
)
async def test_the_ending_of_a_chosen_name_follows_what_came(
    site: Site, tmp_path: Path, chosen: str, sound: bytes, name: str
) -> None:
    desk = await site.open(site.rows(), http(sound))
    out = tmp_path / "out"
    out.mkdir()
    path = await desk.shelf.save(a_call(), (a_leg(),), target=out / chosen)
    assert path == out / name
    assert path.read_bytes() == sound
    assert names(out) == [name]
    assert await desk.saved() == []


async def test_only_the_file_that_was_chosen_is_overwritten(site: Site, tmp_path: Path) -> None:
    desk = await site.open(site.rows(), http(MP3))
    for name in ("a.wav", "a.mp3"):
        (tmp_path / name).write_bytes(b"mine")
    assert await desk.shelf.save(a_call(), (a_leg(),), target=tmp_path / "a.wav") == tmp_path / "a_2.mp3"
    assert [(tmp_path / name).read_bytes() for name in ("a.wav", "a.mp3")] == [b"mine", b"mine"]
    await desk.shelf.save(a_call(), (a_leg(),), target=tmp_path / "a.mp3")
    assert (tmp_path / "a.mp3").read_bytes() == MP3


async def test_a_place_chosen_within_the_folder_of_recordings_is_known_to_the_store(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    within = desk.paths.recordings / "ayşe"
    within.mkdir()
    await desk.shelf.save(a_call(), (a_leg(),), target=within / "x.wav")
    assert await desk.saved() == ["ayşe/x.wav"]


async def test_what_was_heard_is_saved_without_being_fetched_again(site: Site, tmp_path: Path) -> None:
    desk = await site.open(site.rows(), http(MP3))
    played = await desk.shelf.play(a_call(), (a_leg(),))
    out = tmp_path / "out"
    out.mkdir()
    for _ in range(2):
        assert await desk.shelf.save(a_call(), (a_leg(),), target=out / "a.mp3") == out / "a.mp3"
    await desk.shelf.close()
    assert not played.exists()
    assert (out / "a.mp3").read_bytes() == MP3
    assert names(out) == ["a.mp3"]
    assert site.asked == ["record", SECRET]


@pytest.mark.parametrize("target", ["none/a.wav", "folder", "a\0.wav"], ids=["no folder", "a folder", "nul"])
async def test_a_place_that_takes_no_file_is_told_before_anybody_is_asked(
    site: Site, tmp_path: Path, target: str
) -> None:
    desk = await site.open(site.rows(), http(WAV))
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotSent) as caught:
        await desk.shelf.save(a_call(), (a_leg(),), target=tmp_path / target)
    assert caught.value.reason == "recording_file"
    assert site.asked == []
    assert names(tmp_path / "folder") == []
    (row,) = await desk.rows()
    assert (row.action, row.outcome, row.words) == ("save_recording", "refused", explain(caught.value).title)


async def test_the_name_that_is_offered_is_the_one_that_is_given(site: Site, tmp_path: Path) -> None:
    desk = await site.open(site.rows(), http(WAV))
    legs = (a_leg(),)
    assert desk.shelf.usual_name(a_call(), ()) == desk.shelf.usual_name(a_call(), legs)
    path = await desk.shelf.save(a_call(), legs)
    assert path == desk.shelf.folder / desk.shelf.usual_name(a_call(), legs)
    assert desk.shelf.keeps(path)
    assert not desk.shelf.keeps(tmp_path / path.name)


# which recording


async def test_each_leg_has_its_own_recording(site: Site) -> None:
    second = {"date": "29.11.2026 14:05:00", "destination": "103", "token": "second"}
    silent = {"date": "29.11.2026 14:04:00", "destination": "104"}
    desk = await site.open(site.rows({"token": "first"}, silent, second), http(WAV))
    legs = (
        a_leg(),
        a_leg(at=BEGAN + 48.0, destination="104", seconds=900, recorded=False),
        a_leg(at=BEGAN + 108.0, destination="103", seconds=60),
    )
    assert (await desk.shelf.play(a_call(), legs, 0)).name == f"{NAME}.wav"
    assert (await desk.shelf.play(a_call(), legs, -1)).name == "2026-11-29_14-05-00_103.wav"
    assert site.asked == ["record", "first", "second"]


async def test_of_one_id_on_two_days_each_day_has_its_own(site: Site) -> None:
    earlier = {"date": "27.11.2026 14:03:12", "token": "earlier"}
    desk = await site.open(site.rows(earlier, {"token": "later"}), http(WAV))
    await desk.shelf.play(a_call(), (a_leg(),))
    await desk.shelf.play(a_call(), (a_leg(at=BEGAN - 2 * DAY),))
    assert site.asked == ["record", "later", "earlier"]


async def test_a_leg_whose_parties_are_told_otherwise_now_is_found_by_its_begin(site: Site) -> None:
    desk = await site.open(site.rows({"destination": "menu-interactive-17", "token": "x"}), http(WAV))
    await desk.shelf.play(a_call(), (a_leg(destination="menu"),))
    assert site.asked == ["record", "x"]


@pytest.mark.parametrize(
    ("legs", "reason"),
    [
        (({"destination": "102"},), "recording_none"),
        (({"date": "29.11.2026 14:03:13", "token": "x"},), "recording_none"),
        (({"destination": "7", "token": "x"}, {"destination": "8", "token": "y"}), "recording_none"),
        ((), "recording_no_record"),
    ],
    ids=["no link", "another begin", "one of two", "no record"],
)
async def test_a_recording_that_is_not_there_any_more_is_told_in_words(
    site: Site, legs: tuple[dict[str, Any], ...], reason: str
) -> None:
    desk = await site.open(*((site.rows(*legs),) if legs else (NO_RECORD,)))
    with pytest.raises(RecordingMissing) as caught:
        await desk.shelf.play(a_call(), (a_leg(),))
    assert caught.value.reason == reason
    assert "recordings are kept" in explain(caught.value).todo
    assert set(site.asked) == {"record"}
    assert names(desk.paths.playing) == []
    assert await desk.audit() == [("listen", "refused")]


async def test_a_call_without_an_id_or_legs_asks_nobody(site: Site) -> None:
    desk = await site.open(site.rows())
    for call, legs in ((a_call(call=" "), (a_leg(),)), (a_call(), ())):
        with pytest.raises(RecordingMissing):
            await desk.shelf.play(call, legs)
    assert site.asked == []


@pytest.mark.parametrize("stale", [http(status="404 Not Found"), http(b"<html>" + bytes(100))], ids=["404", "page"])
async def test_a_link_that_has_expired_is_asked_for_again_once(site: Site, tmp_path: Path, stale: bytes) -> None:
    new = site.rows({"token": "new"})
    desk = await site.open(site.rows({"token": "old"}), http(WAV), stale, new, http(WAV), stale, new, stale)
    for number in range(2):
        await desk.shelf.save(a_call(), (a_leg(),), target=tmp_path / f"{number}.wav")
    with pytest.raises(PbxError):
        await desk.shelf.save(a_call(), (a_leg(),), target=tmp_path / "2.wav")
    assert site.asked == ["record", "old", "old", "record", "new", "new", "record", "new"]
    assert names(tmp_path) == ["0.wav", "1.wav", "data"]


async def test_the_id_is_asked_for_once_more_without_its_prefix(site: Site) -> None:
    desk = await site.open(NO_RECORD, site.rows(call=CALL.partition("-")[2]), http(WAV))
    await desk.shelf.play(a_call(), (a_leg(),))
    assert site.asked == ["record", "record", SECRET]


@pytest.mark.parametrize(
    ("script", "budget"),
    [
        ((http(b'{"code":100,"error":"Sorgulama limiti asildi"}'),), "report"),
        ((None, http(status="429 No")), "recordings"),
    ],
)
async def test_a_limit_that_was_met_is_told_to_the_budgets(
    site: Site, script: tuple[bytes | None, ...], budget: str
) -> None:
    desk = await site.open(*(step or site.rows() for step in script))
    with pytest.raises(LimitReached):
        await desk.shelf.play(a_call(), (a_leg(),))
    assert desk.told == [budget]
