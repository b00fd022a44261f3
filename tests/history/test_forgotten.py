"""A number is deleted from the history file, whatever form and place it stands in, and stays out."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.errors import StoreError
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.forget_rows import cut
from supervisor_gui.history.forgotten import digest
from supervisor_gui.history.store import Store
from supervisor_gui.history.traces import GONE, Trace
from supervisor_gui.live.dial_memory import DialMemory, Favourite, Recent
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.netsantral.types_numbers import NumberKind
from tests.history.records import keep_calls, kept_calls, missed
from tests.history.rows import ACCOUNT, NOON, OTHER, action, seen_call

NUMBER, TAIL = "05550001122", "5550001122"
STRANGER = "05550009988"
KEY = b"k" * 32
FORMS = (
    "05550001122",
    "5550001122",
    "905550001122",
    "00905550001122",
    "+90 555 000 11 22",
    "0 (555) 000-1122",
    "0555\u00a0000\u200e11\u201322",
)


def fill(path: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    """Rows as other parts of the program write them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for statement, values in statements:
            file.execute(statement, values)


def record(number: int, *numbers: str, legs: str = "[]", call: str = "", account: str = ACCOUNT) -> list[Any]:
    """A call record with its legs, as two statements."""
    spread = " ".join(numbers)
    row = (number, account, call or f"sip-{number}", NOON, "incoming", numbers[0], spread, "", "", "", "", 5, 1, 1)
    return [
        ("INSERT INTO call_records VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", row),
        ("INSERT INTO record_legs VALUES (?, ?)", (number, legs)),
    ]


def all_of(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What another program reads."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(query).fetchall()


def files_with_it(folder: Path) -> list[str]:
    """Names of the files that hold the ten digits anywhere."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and TAIL.encode() in file.read_bytes())


@pytest.mark.parametrize("form", FORMS)
def test_a_number_is_found_and_taken_out_however_it_is_written(form: str) -> None:
    trace = Trace(tail(NUMBER))
    assert trace.in_text(f"Ayşe, {form}!")
    assert trace.without(f"Ayşe, {form}!") == f"Ayşe, {GONE}!"


def test_a_short_number_is_not_found_in_longer_ones() -> None:
    trace = Trace("4441234")
    assert not trace.in_text("05554441234")
    assert not trace.in_bytes(b"05554441234")
    for form in ("4441234", "444 12 34", "0 444 1234", "+904441234"):
        assert trace.in_text(f"x {form}"), form


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(FORMS))
def test_what_is_left_of_a_text_never_holds_the_number(before: str, after: str, form: str) -> None:
    trace = Trace(TAIL)
    assert trace.in_text(before + form + after)
    assert not trace.in_text(trace.without(before + form + after))


@given(st.text(alphabet="0123456789 -x", max_size=40))
def test_sql_sees_every_text_that_holds_the_number(text: str) -> None:
    trace = Trace(TAIL)
    with closing(sqlite3.connect(":memory:")) as file:
        for held in (text, text + TAIL, " ".join(TAIL) + text):
            if trace.in_text(held):
                assert file.execute("SELECT ? LIKE ?", (held, trace.like)).fetchone() == (1,)


def test_no_number_is_read_off_a_digest_without_the_key() -> None:
    assert digest(KEY, TAIL) != digest(b"j" * 32, TAIL)
    assert TAIL not in digest(KEY, TAIL)


def test_the_smallest_element_with_the_number_goes_out_of_json() -> None:
    kept = {"recents": [{"wire": NUMBER, "at": 1}, {"wire": STRANGER, "at": 2}], "last": NUMBER, "n": 905550001122}
    assert cut(kept, Trace(TAIL).in_text) == {"recents": [{"wire": STRANGER, "at": 2}]}
    assert cut([["destek", NUMBER], ["destek", STRANGER]], Trace(TAIL).in_text) == [["destek", STRANGER]]
    assert cut(NUMBER, Trace(TAIL).in_text) is None


async def test_everything_about_a_number_goes_and_everything_else_stays(store: Store, path: Path) -> None:
    favourite = Favourite(kind=NumberKind.MOBILE, wire=TAIL, shown=NUMBER, name="Ayşe")
    recents = tuple(Recent(kind=NumberKind.MOBILE, wire=wire, shown=wire, at=NOON) for wire in (TAIL, STRANGER))
    store.put_memory(ACCOUNT, "dial", DialMemory(recents=recents, favourites=(favourite,), my_queues=("destek",)))
    store.put_names(ACCOUNT, [DirectoryEntry(NUMBER, "Ayşe"), DirectoryEntry("103", f"Veli {NUMBER}")])
    store.put_names(OTHER, [DirectoryEntry(STRANGER, "Fatma")])
    store.put_calls([seen_call(NOON, NUMBER), seen_call(NOON + 1, STRANGER), seen_call(NOON, NUMBER, account=OTHER)])
    store.record([action("stays")])
    await store.open()
    fill(
        path,
        *record(1, NUMBER, call="c1"),
        *record(2, STRANGER),
        *record(3, STRANGER, legs='[[1.0,"0(555)000 11 22"]]'),
        *record(4, NUMBER, account=OTHER),
        ("INSERT INTO listed_calls VALUES (?, 1, 9, 'answered', 0, 'a', 1.0, ?, 5, 5)", (ACCOUNT, NUMBER)),
        ("INSERT INTO listed_calls VALUES (?, 1, 9, 'answered', 1, 'b', 1.0, ?, 5, 5)", (ACCOUNT, STRANGER)),
        ("INSERT INTO caller_notes VALUES (?, ?, 'angry', 'veli', 1.0, 0.0)", (ACCOUNT, TAIL)),
        ("INSERT INTO caller_notes VALUES (?, '5550009988', ?, 'veli', 1.0, 0.0)", (ACCOUNT, f"same as {NUMBER}")),
        ("INSERT INTO audit VALUES (9, 1.0, 'veli', ?, 'dial', '', '', ?, 'done', '')", (ACCOUNT, "0 555 000 11 22")),
        ("INSERT INTO saved_recordings VALUES ('one.wav', ?, 'c1', '', 1.0)", (ACCOUNT,)),
        ("INSERT INTO saved_recordings VALUES ('two.wav', ?, 'other', ?, 1.0)", (ACCOUNT, STRANGER)),
        ("CREATE TABLE later (id INTEGER PRIMARY KEY, words TEXT)", ()),
        ("INSERT INTO later VALUES (1, ?)", (f"call {NUMBER} back",)),
    )
    assert files_with_it(path.parent)

    done = await store.forget(TAIL, KEY)

    assert files_with_it(path.parent) == []
    assert (done.records, done.blanked, done.notes, done.names, done.remembered, done.audit) == (3, 3, 1, 1, 1, 1)
    assert (done.files, done.problem) == (("one.wav",), "")
    assert all_of(path, "SELECT id FROM call_records") == all_of(path, "SELECT id FROM record_legs") == [(2,)]
    assert all_of(path, "SELECT rowid FROM call_numbers WHERE call_numbers MATCH '\"555000\"'") == [(2,)]
    assert all_of(path, "SELECT number FROM listed_calls ORDER BY seq") == [("",), (STRANGER,)]
    assert sorted(all_of(path, "SELECT number FROM seen_calls")) == [("",), ("",), (STRANGER,)]
    assert all_of(path, "SELECT text FROM caller_notes") == [(f"same as {GONE}",)]
    assert all_of(path, "SELECT detail FROM audit WHERE id = 9") == [(GONE,)]
    assert all_of(path, "SELECT words FROM later") == [(f"call {GONE} back",)]
    assert all_of(path, "SELECT file FROM saved_recordings") == [("two.wav",)]
    assert await store.names(ACCOUNT) == (DirectoryEntry("103", f"Veli {GONE}"),)
    assert await store.names(OTHER) == (DirectoryEntry(STRANGER, "Fatma"),)
    assert await store.get_memory(ACCOUNT, "dial", DialMemory) == DialMemory(recents=recents[1:], my_queues=("destek",))
    assert [row.words for row in await store.audit(ACCOUNT) if row.action == "pause"] == ["stays"]


async def test_a_number_that_waits_for_the_disk_goes_too(store: Store, path: Path) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry(NUMBER, "Ayşe")])
    await store.forget(TAIL, KEY)
    assert await store.names(ACCOUNT) == ()
    assert files_with_it(path.parent) == []


async def test_the_sieve_keeps_out_what_was_deleted_and_nothing_else(store: Store) -> None:
    assert not await store.has_forgotten()
    await store.forget(TAIL, KEY)
    assert await store.has_forgotten()
    store.use_key(KEY)
    kept_out = await asked(store, (TAIL, "5550009988", ""))
    assert kept_out == {TAIL}


async def test_without_the_key_nothing_is_stored_once_a_number_was_deleted(store: Store) -> None:
    assert await asked(store, (TAIL,)) == frozenset()
    await store.forget(TAIL, KEY)
    with pytest.raises(StoreError, match="keyring"):
        await asked(store, (TAIL,))
    assert await asked(store, ()) == frozenset()
    assert store.problem == ""


async def test_without_a_key_a_number_is_deleted_and_may_come_back(store: Store, path: Path) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry(NUMBER, "Ayşe")])
    await store.forget(TAIL, None)
    assert files_with_it(path.parent) == []
    assert not await store.has_forgotten()
    assert await asked(store, (TAIL,)) == frozenset()


async def test_somebody_who_reads_the_file_is_waited_for_and_then_named(store: Store, path: Path) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry(NUMBER, "Ayşe")])
    await store.open()
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM names").fetchall()
        told = await store.forget(TAIL, KEY)
        assert "log" in told.problem
        reader.execute("COMMIT")
    assert (await store.forget(TAIL, KEY)).problem == ""
    assert files_with_it(path.parent) == []


@pytest.mark.logs
async def test_a_file_that_somebody_holds_is_left_whole(store: Store, path: Path) -> None:
    store.put_names(ACCOUNT, [DirectoryEntry(NUMBER, "Ayşe")])
    await store.open()
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError):
            await store.forget(TAIL, KEY)
        holder.execute("COMMIT")
    assert all_of(path, "SELECT count(*) FROM names") == [(1,)]
    assert (await store.forget(TAIL, KEY)).names == 1


async def test_a_second_run_still_knows_what_was_deleted(store_at: Callable[[Path], Store], path: Path) -> None:
    first = store_at(path)
    await first.forget(TAIL, KEY)
    await first.close()
    second = store_at(path)
    second.use_key(KEY)
    assert await asked(second, (TAIL,)) == {TAIL}


async def asked(store: Store, tails: tuple[str, ...]) -> frozenset[str]:
    """What the sieve keeps out, asked on the store's thread as writers do."""
    sieve = store.sieve
    return await store.days(lambda rows: sieve.kept_out(rows._connection, tails))


def test_a_tail_is_seven_to_ten_digits() -> None:
    for wrong in ("", "103", "05550001122", "٥٥٥٠٠٠١١٢٢", "555000112x"):
        with pytest.raises(ValueError, match="tail"):
            Trace(wrong)


async def test_a_deleted_number_does_not_come_back_with_the_next_answer(store: Store, path: Path) -> None:
    archive = DayArchive(store, ACCOUNT)
    answer = [missed("09:00:00", NUMBER), missed("09:05:00", STRANGER, call="other")]
    await keep_calls(archive, answer)
    assert len(kept_calls(path)) == 2
    store.use_key(KEY)
    assert (await store.forget(TAIL, KEY)).records == 1
    await keep_calls(archive, answer)
    assert [kept.call for kept in kept_calls(path)] == ["other"]
    assert files_with_it(path.parent) == []
