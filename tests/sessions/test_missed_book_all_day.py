"""The book of missed callers after many hours: callers come and go, what was written about them stays."""

from pathlib import Path

from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.store import Store
from tests.helpers.reachable import reachable
from tests.history.rows import NOON
from tests.sessions.missed_desk import TAIL, desks, miss

CALLERS = 40


async def test_callers_of_whom_nothing_was_written_are_not_remembered(path: Path, store: Store) -> None:
    async with desks(path) as make:
        desk = make(store)
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "rings after six")
        held = []
        for hour in range(20):
            numbers = [f"0555{hour:03}{number:04}" for number in range(CALLERS)]
            desk.kept.contacts = [miss(), *(miss(NOON - 600, number) for number in numbers)]
            await desk.counted()
            held.append(reachable(desk.book, CallerNote))
        assert len(desk.book.view.callers) == CALLERS + 1
        caller = desk.caller()
        assert caller is not None
        assert caller.note is not None
        assert caller.note.text == "rings after six"
        assert max(held) <= held[0] + 2  # once written and once on its way to the file


async def test_a_note_that_was_taken_out_elsewhere_is_gone_here_too(path: Path, store: Store) -> None:
    async with desks(path) as make:
        desk, other = make(store), make(store)
        desk.kept.contacts = other.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "rings after six")
        await desk.counted()
        await other.counted()
        other.book.note(TAIL, "")
        await other.counted()
        await desk.counted()
        caller = desk.caller()
        assert caller is not None
        assert caller.note is None
        desk.book.set_aside(TAIL)
        await desk.counted()
        caller = desk.caller()
        assert caller is not None
        assert caller.note is not None
        assert caller.note.text == ""
