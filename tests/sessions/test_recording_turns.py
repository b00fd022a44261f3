"""Recordings one at a time: which wish takes whose place, what giving up leaves, and how long files are kept."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from supervisor_gui.history.retention import DAY, Retention
from supervisor_gui.sessions.recording_shelf import Withdrawn
from tests.helpers.qt_async import until
from tests.helpers.recording_site import MP3, SECRET, WAV, Site, held
from tests.helpers.shelf_desk import a_call, a_leg, names
from tests.helpers.wire_server import hang, http


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    made = Site(tmp_path / "data")
    yield made
    await made.close()


# one at a time


async def test_a_later_wish_takes_the_place_of_one_that_still_waits_for_its_link(site: Site) -> None:
    desk = await site.open(hang, site.rows({"token": "b"}, call="b.2"), http(WAV))
    first = asyncio.ensure_future(desk.shelf.play(a_call(call="a.1"), (a_leg(),)))
    await until(lambda: site.asked == ["record"])
    path = await desk.shelf.play(a_call(call="b.2"), (a_leg(),))
    with pytest.raises(Withdrawn):
        await first
    assert not first.cancelled()
    assert names(desk.paths.playing) == [path.name]
    assert await desk.audit() == [("listen", "cancelled"), ("listen", "done")]


async def test_one_that_is_on_its_way_is_waited_for_and_only_the_last_of_the_others_follows(site: Site) -> None:
    gate = asyncio.Event()
    desk = await site.open(
        site.rows(), held(lambda: http(WAV), gate), site.rows({"token": "last"}, call="c.3"), http(MP3)
    )
    told: list[int] = []
    first = asyncio.ensure_future(desk.shelf.play(a_call(), (a_leg(),), progress=lambda size, _: told.append(size)))
    await until(lambda: bool(told))
    second = asyncio.ensure_future(desk.shelf.play(a_call(call="b.2"), (a_leg(),)))
    await until(lambda: len(desk.shelf._wishes) == 2)
    third = asyncio.ensure_future(desk.shelf.save(a_call(call="c.3"), (a_leg(),)))
    with pytest.raises(Withdrawn):
        await second
    gate.set()
    assert (await first).read_bytes() == WAV
    assert (await third).read_bytes() == MP3
    assert site.asked == ["record", SECRET, "record", "last"]


@pytest.mark.parametrize("how", ["cancel", "close"])
async def test_a_fetch_that_is_given_up_leaves_nothing(site: Site, how: str) -> None:
    desk = await site.open(site.rows(), held(lambda: http(WAV), asyncio.Event()), http(WAV))
    told: list[int] = []
    fetch = asyncio.ensure_future(desk.shelf.play(a_call(), (a_leg(),), progress=lambda size, _: told.append(size)))
    await until(lambda: bool(told))
    assert len(names(desk.paths.playing)) == 1
    if how == "cancel":
        desk.shelf.cancel()
        desk.shelf.cancel()
    else:
        await desk.shelf.close()
    with pytest.raises(Withdrawn):
        await fetch
    assert not fetch.cancelled()
    assert names(desk.paths.playing) == []
    assert await desk.audit() == [("listen", "cancelled")]
    if how == "cancel":
        assert (await desk.shelf.play(a_call(), (a_leg(),))).read_bytes() == WAV


async def test_the_end_of_the_task_that_wished_is_no_withdrawal(site: Site) -> None:
    desk = await site.open(site.rows(), held(lambda: http(WAV), asyncio.Event()), http(WAV))
    told: list[int] = []
    fetch = asyncio.ensure_future(desk.shelf.save(a_call(), (a_leg(),), progress=lambda size, _: told.append(size)))
    await until(lambda: bool(told))
    fetch.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetch
    assert names(desk.paths.recordings) == []
    assert await desk.audit() == [("save_recording", "cancelled")]
    assert (await desk.shelf.save(a_call(), (a_leg(),))).read_bytes() == WAV


async def test_a_withdrawn_wish_leaves_its_task_able_to_wait_again(site: Site) -> None:
    desk = await site.open(hang, site.rows(), http(WAV))

    async def twice() -> Path:
        with pytest.raises(Withdrawn):
            await desk.shelf.play(a_call(), (a_leg(),))
        return await desk.shelf.play(a_call(), (a_leg(),))

    fetch = asyncio.ensure_future(twice())
    await until(lambda: site.asked == ["record"])
    desk.shelf.cancel()
    assert (await fetch).read_bytes() == WAV


# how long


async def test_recordings_go_when_they_were_kept_long_enough(site: Site) -> None:
    days = 30
    desk = await site.open(site.rows(), http(WAV), retention=lambda: Retention(recordings=days))
    old = await desk.shelf.save(a_call(), (a_leg(),))
    site.hands.move(10 * DAY)
    young = await desk.shelf.save(a_call(), (a_leg(),))
    unknown, strange = desk.paths.recordings / "unknown.wav", desk.paths.recordings / "sub" / "strange.mp3"
    strange.parent.mkdir()
    for path, age in ((unknown, 21 * DAY), (strange, 19 * DAY)):
        path.write_bytes(WAV)
        os.utime(path, (site.hands.now - age, site.hands.now - age))
    site.hands.move(10 * DAY)
    await desk.shelf.prune()
    assert [path.exists() for path in (old, young, unknown, strange)] == [True, True, False, True]
    site.hands.move(11 * DAY)
    await desk.shelf.prune()
    assert [path.exists() for path in (old, young, strange)] == [False, True, False]
    assert await desk.saved() == [young.name]
    days = 20
    await desk.shelf.prune()
    assert names(desk.paths.recordings) == ["sub"]
    assert await desk.saved() == []


async def test_a_file_that_the_user_deleted_is_forgotten(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV))
    gone, there = [await desk.shelf.save(a_call(), (a_leg(),)) for _ in range(2)]
    gone.unlink()
    await desk.shelf.prune()
    assert await desk.saved() == [there.name]


async def test_a_copy_that_a_player_holds_goes_when_it_lets_go(site: Site) -> None:
    desk = await site.open(site.rows(), http(WAV), keep_seconds=0.05)
    path = await desk.shelf.play(a_call(), (a_leg(),))
    # Nothing can unlink a folder, as nothing can unlink what is open on Windows.
    path.unlink()
    path.mkdir()
    site.hands.move(1.0)
    await until(lambda: path in desk.shelf._copies._copies)
    path.rmdir()
    path.write_bytes(WAV)
    site.hands.move(1.0)
    await until(lambda: not path.exists())
