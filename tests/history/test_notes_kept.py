"""Notes about callers and which recordings were saved lie in the file, the last word of each."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.history.forgotten import digest
from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.record_values import SavedRecording
from supervisor_gui.history.store import Store
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, NOON, OTHER

TAIL, SECOND_TAIL = "5550001122", "5550003344"
NOTE = CallerNote(TAIL, "Teklif bekliyor", "ayse", NOON)


async def kept(store: Store, path: Path) -> list[tuple[Any, ...]]:
    """The notes in the file."""
    await store.saved_recordings()  # everything that was given before is in the file then
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT account, tail, text, who, at, set_aside FROM caller_notes").fetchall()


async def test_a_note_is_kept_for_its_account_and_the_later_one_counts(store: Store, path: Path) -> None:
    store.put_note(OTHER, NOTE)
    store.put_note(ACCOUNT, CallerNote(TAIL, "old", "ali", NOON - 60))
    store.put_note(ACCOUNT, NOTE)
    assert await kept(store, path) == [
        (OTHER, TAIL, "Teklif bekliyor", "ayse", NOON, 0.0),
        (ACCOUNT, TAIL, "Teklif bekliyor", "ayse", NOON, 0.0),
    ]
    store.put_note(ACCOUNT, CallerNote(TAIL, "", "ali", NOON + 1, set_aside=NOON + 1))
    assert (ACCOUNT, TAIL, "", "ali", NOON + 1, NOON + 1) in await kept(store, path)


async def test_a_note_that_says_nothing_removes_it(store: Store, path: Path) -> None:
    store.put_note(ACCOUNT, NOTE)
    assert len(await kept(store, path)) == 1
    store.put_note(ACCOUNT, CallerNote(TAIL, "new"))
    store.put_note(ACCOUNT, CallerNote(TAIL, who="ayse", at=NOON))
    assert await kept(store, path) == []
    store.put_note(ACCOUNT, CallerNote(TAIL))
    store.put_note(ACCOUNT, NOTE)
    assert len(await kept(store, path)) == 1


async def test_no_note_is_written_about_a_number_that_was_deleted(store: Store, path: Path) -> None:
    key = b"k" * 32
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO forgotten VALUES (?, 0)", (digest(key, TAIL),))
    store.use_key(key)
    store.put_note(ACCOUNT, NOTE)
    store.put_note(ACCOUNT, CallerNote(SECOND_TAIL, "stays"))
    assert [row[1] for row in await kept(store, path)] == [SECOND_TAIL]


async def test_saved_recordings_are_told_until_they_are_gone(store: Store) -> None:
    store.saved("b.wav", ACCOUNT, "sip3-1.2", ["05550001122", "05550003344"], NOON)
    store.saved("a.mp3", OTHER, "sip3-1.1", [], NOON - 1)
    store.saved("c.wav", ACCOUNT, "sip3-1.3", [], NOON)
    store.unsave(["c.wav", "never.wav"])
    assert await store.saved_recordings() == (
        SavedRecording("a.mp3", OTHER, "sip3-1.1", NOON - 1),
        SavedRecording("b.wav", ACCOUNT, "sip3-1.2", NOON),
    )
    store.unsave(["a.mp3"])
    store.saved("b.wav", ACCOUNT, "sip3-1.4", [], NOON + 1)
    assert await store.saved_recordings() == (SavedRecording("b.wav", ACCOUNT, "sip3-1.4", NOON + 1),)


@pytest.mark.logs
async def test_they_wait_in_memory_until_the_file_can_be_written(
    store_at: Callable[..., Store], tmp_path: Path
) -> None:
    folder = tmp_path / "later"
    store = store_at(folder / "history.sqlite")
    store.put_note(ACCOUNT, NOTE)
    store.saved("a.wav", ACCOUNT, "sip3-1.1", ["05550001122"], NOON)
    assert "rights" in await store.open()
    folder.mkdir()
    await until(lambda: store.problem == "", "the file is written")
    assert len(await kept(store, folder / "history.sqlite")) == 1
    assert [saved.file for saved in await store.saved_recordings()] == ["a.wav"]
