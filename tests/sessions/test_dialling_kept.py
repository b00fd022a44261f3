"""What dialling remembers, when the file could not be read at the start: nothing of it is lost for that."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from supervisor_gui.clock import Clock
from supervisor_gui.history.store import Store
from supervisor_gui.live.dial_memory import DialMemory, Favourite
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.items import Rules
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind
from supervisor_gui.sessions.calls import DIAL_MEMORY, SessionCalls
from supervisor_gui.sessions.memory import recall
from supervisor_gui.tasks import Tasks

ACCOUNT = "8501110000"
KEPT = DialMemory(favourites=(Favourite(NumberKind.MOBILE, "5550001122", "0555 000 11 22", "Deniz"),))


async def test_favourites_outlive_a_start_that_could_not_read_them(store_at: Callable[..., Store], path: Path) -> None:
    first = store_at(path)
    await first.open()
    first.put_memory(ACCOUNT, DIAL_MEMORY, KEPT)
    await first.close()
    store = store_at(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        remembered = (await recall(store, ACCOUNT)).dialling
    assert remembered == DialMemory()
    calls = _calls(store, remembered)
    await store.open()
    await calls.settle()
    calls.book.called(Dialled(NumberKind.MOBILE, "5550003344", "0555 000 33 44"))
    kept = await store.get_memory(ACCOUNT, DIAL_MEMORY, DialMemory)
    assert kept is not None
    assert kept.favourites == KEPT.favourites
    assert len(kept.recents) == 1


def _calls(store: Store, memory: DialMemory) -> SessionCalls:
    def report(_: str, error: BaseException) -> None:
        raise error

    client: Any = None
    return SessionCalls(
        client,
        LiveBoard(Rules(limits=Limits(), account=ACCOUNT), None, report),
        Tasks(),
        store,
        account=ACCOUNT,
        who="",
        policy=Policy(),
        refusals=Refusals(Clock().wall, ()),
        directory=Directory(ACCOUNT, store),
        memory=memory,
        limit_answer=lambda _: None,
        clock=Clock(),
        record=False,
        report=report,
    )
