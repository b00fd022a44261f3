"""A number is deleted from everything below the data folder: real files, a real history, a real log."""

import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.desktop.digest_key import DigestKey, KeptKey, PassingKey
from supervisor_gui.desktop.keyring_states import KeyringState, Outcome
from supervisor_gui.errors import StoreError
from supervisor_gui.forgetting import Farewell, Place, Protection, closing_words, forget_number, protection, why_not
from supervisor_gui.history.forget_files import PIECE, FileSearch
from supervisor_gui.history.forgotten import ForgottenRows
from supervisor_gui.history.store import Pace, Store
from supervisor_gui.history.traces import Trace
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.logs import CRASH_FILE, FILE, Logging
from supervisor_gui.paths import DataPaths
from supervisor_gui.sieve_key import open_sieve

ACCOUNT = "8501110000"
NUMBER, TAIL = "0555 000 11 22", "5550001122"
KEY = b"k" * 32

pytestmark = pytest.mark.logs


class Folder:
    """A data folder with a history, a log and whatever a test puts there."""

    def __init__(self, root: Path) -> None:
        self.paths = DataPaths(root)
        self.paths.create()
        self.store = Store(self.paths.history, report=lambda *_: None, pace=Pace(flush=0.02, retry=0.02, busy=0.1))
        self.logs = Logging(self.paths.logs)
        self.cleared: list[str] = []
        self.place = Place(
            store=self.store,
            paths=self.paths,
            search=FileSearch(root),
            clear_logs=self.logs.forget,
            clear_memory=self.cleared.append,
            account=ACCOUNT,
            who="veli",
            clock=Clock(),
        )

    def put(self, name: str, text: str = f"x 0{TAIL} y") -> Path:
        path = self.paths.root / name
        path.write_text(text, "utf-8")
        return path

    def holding(self) -> list[str]:
        """Files with the ten digits, read by another process: this one must not open SQLite's."""
        script = "import pathlib,sys\nfor f in sorted(pathlib.Path(sys.argv[1]).rglob('*')):\n"
        script += "  if f.is_file() and sys.argv[2].encode() in f.read_bytes(): print(f.name)"
        command = [sys.executable, "-c", script, str(self.paths.root), TAIL]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[Folder]:
    """A data folder, everything in it closed at the end."""
    folder = Folder(tmp_path / "data")
    yield folder
    await folder.store.close()
    folder.logs.close()


async def delete(folder: Folder, key: bytes | None = KEY) -> Farewell:
    """Delete the number as a user does who agreed."""
    return await forget_number(NUMBER, Protection(key), folder.place)


async def test_no_file_holds_the_number_afterwards(folder: Folder) -> None:
    folder.put(f"logs/{FILE}.2")
    folder.put(f"logs/{CRASH_FILE}")
    folder.put("board.last")
    folder.put("playing/2026-11-29_14-03-12_102.wav", "any sound")
    folder.put("history.sqlite.damaged-20261129T120000Z")
    folder.put("history.sqlite.damaged-20261129T120000Z-wal")
    folder.put("history.sqlite.damaged-20250101T120000Z", "nobody")
    folder.put("recordings/mine.wav", "sound")
    folder.put("recordings/other.wav", "sound")
    folder.store.put_names(ACCOUNT, [DirectoryEntry(f"0{TAIL}", "Ayşe")])
    await folder.store.open()
    with closing(sqlite3.connect(folder.paths.history, isolation_level=None)) as file:
        saved = "INSERT INTO saved_recordings VALUES (?, ?, 'c', ?, 1.0)"
        file.execute(saved, ("mine.wav", ACCOUNT, f"0{TAIL}"))
        file.execute(saved, ("other.wav", ACCOUNT, "05550009988"))
    assert len(folder.holding()) >= 6

    farewell = await delete(folder)

    assert folder.holding() == []
    assert folder.cleared == [TAIL]
    assert (farewell.rows.names, farewell.recordings, farewell.left, farewell.problems) == (1, 1, (), ())
    assert farewell.put_aside == (
        "history.sqlite.damaged-20261129T120000Z",
        "history.sqlite.damaged-20261129T120000Z-wal",
    )
    assert sorted(path.name for path in folder.paths.recordings.iterdir()) == ["other.wav"]
    assert list(folder.paths.playing.iterdir()) == []
    assert (folder.paths.root / "history.sqlite.damaged-20250101T120000Z").exists()


async def test_who_deleted_is_in_the_audit_and_the_number_is_not(folder: Folder) -> None:
    await delete(folder)
    (row,) = await folder.store.audit(ACCOUNT)
    assert (row.action, row.who, row.detail, row.outcome) == ("delete_number", "veli", "•••22", "done")


async def test_what_cannot_be_deleted_is_named(folder: Folder) -> None:
    folder.put("settings.ini", f"[profile x]\nnotice = {NUMBER}")
    folder.put("notes of mine.txt")
    farewell = await delete(folder, None)
    words = "\n".join(closing_words(farewell))
    assert farewell.left == ("notes of mine.txt", "settings.ini")
    assert farewell.in_settings
    for told in ("notes of mine.txt", "only you can change that", "may bring it back", "Netgsm", "exported"):
        assert told in words
    assert TAIL not in words
    assert folder.put("settings.ini", "").exists()


async def test_nothing_outside_of_the_folder_of_recordings_is_deleted(folder: Folder) -> None:
    outside = folder.put("mine.wav", "sound")
    await folder.store.open()
    with closing(sqlite3.connect(folder.paths.history, isolation_level=None)) as file:
        file.execute("INSERT INTO saved_recordings VALUES ('../mine.wav', ?, 'c', ?, 1.0)", (ACCOUNT, f"0{TAIL}"))
    farewell = await delete(folder)
    assert outside.exists()
    assert farewell.recordings == 0


async def test_a_history_that_is_held_is_told_and_stays_whole(folder: Folder) -> None:
    folder.store.put_names(ACCOUNT, [DirectoryEntry(f"0{TAIL}", "Ayşe")])
    await folder.store.open()
    with closing(sqlite3.connect(folder.paths.history, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError):
            await delete(folder)
        holder.execute("COMMIT")
    assert (await delete(folder)).rows.names == 1
    outcomes = [row.outcome for row in await folder.store.audit(ACCOUNT)]
    assert outcomes == ["done", "refused"]


def test_searching_leaves_other_programs_locked_out_of_what_is_being_written(tmp_path: Path) -> None:
    """Closing a database's file in this process would drop the locks of a connection that is writing."""
    path = tmp_path / "history.sqlite"
    search = FileSearch(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("CREATE TABLE words (word TEXT)")
        writer.execute("INSERT INTO words VALUES (?)", (TAIL,))
        writer.execute("BEGIN IMMEDIATE")
        assert search.holding(Trace(TAIL)) == search.holding(Trace(TAIL)) == (path,)
        script = "import sqlite3,sys\nsqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        other = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
        writer.execute("ROLLBACK")
    assert "locked" in other.stderr


@pytest.mark.parametrize("offset", [0, PIECE - 5, PIECE, 3 * PIECE - 1])
def test_a_number_across_two_pieces_of_a_file_is_found(tmp_path: Path, offset: int) -> None:
    (tmp_path / "large").write_bytes(b"x" * offset + TAIL.encode() + b"y" * PIECE)
    search = FileSearch(tmp_path)
    assert search.holding(Trace(TAIL)) == (tmp_path / "large",)
    assert search.holding(Trace("5550009988")) == ()


class Keys(DigestKey):
    """A keyring that answers as told."""

    def __init__(self, state: KeyringState, kept: bytes | None, made: bytes | None) -> None:
        super().__init__()
        self.kept, self.made, self.outcome = kept, made, Outcome(state)

    async def read(self) -> KeptKey:
        return KeptKey(self.kept, self.outcome)

    async def make(self) -> KeptKey:
        return KeptKey(self.kept or self.made, self.outcome)


async def test_the_user_is_told_before_what_will_not_be_kept_out(folder: Folder) -> None:
    store = folder.store
    assert await protection(Keys(KeyringState.READY, None, KEY), store) == Protection(KEY, "")
    assert "come back" in (await protection(None, store)).words
    locked = await protection(Keys(KeyringState.DISMISSED, None, None), store)
    assert locked.key is None
    assert "locked" in locked.words
    # In tests there is no keyring at all, and this is the real door to it.
    missing = await protection(DigestKey(timeout=5.0), store)
    assert missing.key is None
    assert "no keyring" in missing.words
    assert "Set one up" in missing.words
    await store.forget(TAIL, KEY)
    assert await protection(Keys(KeyringState.READY, KEY, None), store) == Protection(KEY, "")
    lost = await protection(Keys(KeyringState.READY, None, b"j" * 32), store)
    assert lost.key == b"j" * 32
    assert "once more" in lost.words


async def test_a_demo_that_leaves_nothing_keeps_numbers_out_without_a_keyring(folder: Folder) -> None:
    door = PassingKey()
    protected = await protection(door, folder.store)
    assert protected.key is not None
    assert protected.words == ""
    assert (await forget_number(NUMBER, protected, folder.place)).protected
    assert await open_sieve(folder.store, door) is False
    assert (await protection(door, folder.store)) == protected
    assert (await PassingKey().make()).key != protected.key


def test_the_key_is_never_shown() -> None:
    assert "kkk" not in repr(Protection(KEY))


@pytest.mark.parametrize("number", [NUMBER, "+371 20 001 122", "444 12 34", "00905550001122"])
def test_a_customers_number_can_be_deleted(number: str) -> None:
    assert why_not(number, [ACCOUNT, ""]) == ""


@pytest.mark.parametrize("number", ["103", "", "gizli", "0850 111 00 00", "+908501110000"])
def test_extensions_hidden_numbers_and_the_own_pbx_are_refused_in_words(number: str) -> None:
    assert why_not(number, [ACCOUNT, ""])


def test_counts_are_told_in_words() -> None:
    words = closing_words(Farewell(rows=ForgottenRows(records=3, blanked=2), recordings=1, protected=True))
    assert "3 call" in words[0]
    assert "2 other call" in words[0]
    assert "other" not in closing_words(Farewell(rows=ForgottenRows(records=3)))[0]
    assert "leave this number out" in "\n".join(words)
