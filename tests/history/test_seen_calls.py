"""Calls that have ended come back by extension and by number."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.history.store import Store
from tests.history.rows import ACCOUNT, NOON, OTHER, seen_call

UNTIL = NOON + 1000


async def test_calls_of_an_extension_come_back_newest_first_up_to_the_limit(store: Store) -> None:
    rows = [seen_call(NOON + number) for number in range(4)]
    store.put_calls([*rows, seen_call(NOON + 1, extension="104"), seen_call(NOON + 1, account=OTHER)])
    assert await store.calls_of_extension(ACCOUNT, "103", NOON, UNTIL) == tuple(reversed(rows))
    assert await store.calls_of_extension(ACCOUNT, "103", NOON, UNTIL, limit=2) == (rows[3], rows[2])
    assert await store.calls_of_extension(ACCOUNT, "103", NOON + 1, NOON + 3) == (rows[2], rows[1])
    assert await store.calls_of_extension(ACCOUNT, "199", NOON, UNTIL) == ()


async def test_a_call_keeps_that_nobody_answered_and_that_it_was_started_here(store: Store) -> None:
    row = msgspec.structs.replace(seen_call(NOON), answered_seconds=None, started_here=True, direction="outgoing")
    store.put_calls([row])
    (kept,) = await store.calls_of_extension(ACCOUNT, "103", NOON, UNTIL)
    assert kept == row
    assert isinstance(kept.started_here, bool)


async def test_a_call_given_again_replaces_itself_and_the_same_key_of_another_run_does_not(store: Store) -> None:
    later = seen_call(NOON + 500, key="order-1")
    again = msgspec.structs.replace(seen_call(NOON, key="order-1"), answered_seconds=50)
    store.put_calls([seen_call(NOON, key="order-1"), later, again])
    assert await store.calls_of_extension(ACCOUNT, "103", NOON, UNTIL) == (later, again)


@pytest.mark.parametrize("number", ["5550001122", "05550001122", "+90 555 000 11 22", "905550001122"])
async def test_the_last_call_with_a_number_is_found_in_every_form_of_it(store: Store, number: str) -> None:
    last = seen_call(NOON + 60, "05550001122", "104")
    store.put_calls([seen_call(NOON), last, seen_call(NOON + 90, "05550001133")])
    store.put_calls([seen_call(NOON + 99, account=OTHER), msgspec.structs.replace(last, at=NOON - 60)])
    assert await store.last_call_with(ACCOUNT, number) == last


async def test_the_form_in_which_a_number_came_does_not_matter(store: Store) -> None:
    store.put_calls([seen_call(NOON, "+905550001122")])
    assert await store.last_call_with(ACCOUNT, "5550001122") == seen_call(NOON)


async def test_withheld_and_unknown_numbers_have_no_last_call(store: Store) -> None:
    store.put_calls([seen_call(NOON, "")])
    assert await store.last_call_with(ACCOUNT, "") is None
    assert await store.last_call_with(ACCOUNT, "05550009988") is None
    assert len(await store.calls_of_extension(ACCOUNT, "103", NOON, UNTIL)) == 1


async def test_calls_are_there_after_a_restart(store_at: Callable[..., Store], path: Path) -> None:
    first = store_at(path)
    first.put_calls([seen_call(NOON)])
    await first.close()
    assert await store_at(path).last_call_with(ACCOUNT, "5550001122") == seen_call(NOON)


async def test_both_questions_go_through_an_index(store: Store, path: Path) -> None:
    store.put_calls([seen_call(NOON)])
    await store.last_call_with(ACCOUNT, "5550001122")
    with closing(sqlite3.connect(path)) as file:
        for column in ("extension", "number"):
            query = f"SELECT * FROM seen_calls WHERE account = '1' AND {column} = '2' ORDER BY at DESC LIMIT 1"
            (step,) = file.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
            assert f"USING INDEX seen_calls_by_{column}" in step[3]
