"""The book of missed callers: notes are never lost, a broken file is told, a deleted number is seen no more."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.history.missed_values import (
    CallerNote,
    CallerState,
    MissedView,
)
from supervisor_gui.history.store import Store
from supervisor_gui.live.live_calls import CallDirection, CallState
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, NOON
from tests.sessions.missed_desk import (
    LOST,
    OTHER,
    OTHER_TAIL,
    OUT,
    TAIL,
    Desk,
    call,
    miss,
    over,
)


class TestNotes:
    """What users write stands there at once, and after a restart."""

    async def test_a_note_is_shown_at_once_and_kept(
        self, desk: Desk, desk_on: Callable[..., Desk], store: Store
    ) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "  yarın\narayacak ")
        note = CallerNote(TAIL, "yarın arayacak", "ayse", NOON)
        assert [row.note for row in desk.told[-1].callers] == [note]
        await until(lambda: desk.kept.notes() == {TAIL: note})
        other = desk_on(store)
        other.kept.contacts = [miss()]
        await other.counted()
        row = other.caller()
        assert row is not None
        assert row.note == note

    async def test_the_same_words_again_are_not_written_again(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "")
        desk.book.note(TAIL, "yarın")
        desk.wall[0] += 9
        desk.book.note(TAIL, "yarın ")
        row = desk.caller()
        assert row is not None
        assert row.note == CallerNote(TAIL, "yarın", "ayse", NOON)

    async def test_an_emptied_note_is_removed(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "yarın")
        await until(desk.kept.notes)
        desk.book.note(TAIL, " ")
        row = desk.caller()
        assert row is not None
        assert row.note is None
        await until(lambda: not desk.kept.notes())

    async def test_setting_aside_closes_keeps_the_note_and_lasts_until_the_next_miss(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "fatura")
        desk.book.set_aside(TAIL)
        row = desk.caller()
        assert row is not None
        assert (row.state, row.closed, row.note) == (
            CallerState.SET_ASIDE,
            NOON,
            CallerNote(TAIL, "fatura", "ayse", NOON, set_aside=NOON),
        )
        await desk.counted()
        assert desk.state() is CallerState.SET_ASIDE
        desk.kept.contacts.append(miss(NOON + 60))
        await desk.counted()
        row = desk.caller()
        assert row is not None
        assert (row.state, row.misses, row.note is not None and row.note.text) == (CallerState.OPEN, 1, "fatura")

    async def test_a_caller_whose_miss_the_pbx_dates_ahead_of_our_clock_is_set_aside_too(self, desk: Desk) -> None:
        desk.kept.contacts = [miss(NOON + 40)]
        await desk.counted()
        desk.book.set_aside(TAIL)
        await desk.counted()
        assert desk.state() is CallerState.SET_ASIDE

    async def test_taking_back_makes_the_caller_wait_as_before(self, desk: Desk) -> None:
        desk.kept.contacts = [miss(), miss(NOON - 60)]
        await desk.counted()
        before = desk.book.view
        desk.book.set_aside(TAIL)
        await until(desk.kept.notes)
        desk.book.take_back(TAIL)
        assert desk.state() is CallerState.OPEN
        await until(lambda: not desk.kept.notes())
        await desk.counted()
        assert desk.book.view == before
        desk.book.take_back(TAIL)
        assert desk.book.view == before

    async def test_a_recount_that_began_before_the_note_does_not_take_it_away(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.kept.go.clear()
        desk.book.refresh()
        await until(lambda: desk.kept.at_once)
        desk.book.set_aside(TAIL)
        shown = len(desk.told)
        desk.kept.go.set()
        await desk.counted()
        assert {view.waiting for view in desk.told[shown - 1 :]} == {0}

    async def test_writing_to_a_caller_that_the_chosen_days_do_not_hold_keeps_him_set_aside(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.set_aside(TAIL)
        desk.book.set_span(date(2025, 6, 1), date(2025, 6, 1))
        await until(lambda: desk.book.counted)
        desk.book.note(TAIL, "fatura")
        note = CallerNote(TAIL, "fatura", "ayse", NOON, set_aside=NOON)
        await until(lambda: desk.kept.notes() == {TAIL: note})

    @pytest.mark.logs
    async def test_notes_that_the_disk_does_not_take_stay_shown(
        self, desk_on: Callable[..., Desk], store_at: Callable[..., Store], tmp_path: Path
    ) -> None:
        broken = store_at(tmp_path / "nowhere" / "history.sqlite")
        desk = desk_on(broken)
        desk.kept.contacts = [miss(), miss(number=OTHER)]
        await desk.counted()
        desk.book.note(TAIL, "yarın")
        desk.book.set_aside(OTHER_TAIL)
        await desk.counted()
        assert broken.problem
        row = desk.caller()
        assert row is not None
        assert (row.note, desk.state(OTHER_TAIL)) == (CallerNote(TAIL, "yarın", "ayse", NOON), CallerState.SET_ASIDE)

    async def test_what_another_program_wrote_later_wins(self, desk: Desk, store: Store) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.book.note(TAIL, "yarın")
        await desk.counted()
        theirs = CallerNote(TAIL, "arandı", "mehmet", NOON + 5)
        store.put_note(ACCOUNT, theirs)
        await store.open()
        await desk.counted()
        row = desk.caller()
        assert row is not None
        assert row.note == theirs


class TestTrouble:
    """A file that cannot be read is told; the list of the same days stays."""

    async def test_a_failed_recount_is_told_and_tried_again(self, desk_on: Callable[..., Desk], store: Store) -> None:
        desk = desk_on(store, time_factor=1000)
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.kept.failure = "The disk is gone."
        desk.book.refresh()
        await until(lambda: desk.book.problem == "The disk is gone.")
        assert desk.told[-1].waiting == 1
        counts = desk.kept.counts
        await until(lambda: desk.kept.counts > counts + 2)
        assert len(desk.told) == 2
        desk.kept.failure = ""
        await until(lambda: not desk.book.problem)
        assert len(desk.told) == 3

    async def test_after_a_choice_a_failure_leaves_nothing_of_other_days(self, desk: Desk) -> None:
        desk.kept.contacts = [miss()]
        await desk.counted()
        desk.kept.failure = "The disk is gone."
        desk.book.set_days(2)
        await until(lambda: desk.book.problem)
        assert (desk.told[-1], desk.book.counted) == (MissedView(), False)


class TestForgetting:
    """A deleted number is seen no more."""

    async def test_a_deleted_caller_goes_at_once_and_is_not_brought_back(self, desk: Desk) -> None:
        desk.kept.contacts = [miss(), miss(number=OTHER)]
        desk.book.take_calls(over(msgspec.structs.replace(LOST, began=NOON - 5)))
        await desk.counted()
        desk.book.note(TAIL, "yarın")
        desk.book.forget(TAIL)
        assert [row.tail for row in desk.told[-1].callers] == [OTHER_TAIL]
        # The file is cleaned only after this, and the list of ended calls holds the call until midnight.
        desk.book.take_calls(over(msgspec.structs.replace(LOST, began=NOON - 5), OUT))
        await desk.counted()
        assert [row.tail for row in desk.book.view.callers] == [OTHER_TAIL]
        desk.kept.contacts = [miss(number=OTHER)]
        again = call(CallDirection.INCOMING, CallState.RINGING, key="7.9", at=50)
        desk.book.take_calls(over(again, msgspec.structs.replace(LOST, began=NOON - 5)))
        row = await until(desk.caller)
        assert (row.misses, row.first) == (1, NOON + 50)

    async def test_everything_forgotten_is_told_and_counted_again_only_when_wished(
        self, desk_on: Callable[..., Desk], store: Store
    ) -> None:
        desk = desk_on(store, time_factor=1000)
        desk.kept.contacts = [miss()]
        await desk.counted()
        counts = desk.kept.counts
        desk.book.forget()
        assert (desk.told[-1], desk.book.view, desk.book.counted) == (MissedView(), MissedView(), False)
        looking = desk_on(store, time_factor=1000)
        looking.kept.failure = "The disk is gone."
        looking.book.refresh()
        await until(lambda: looking.kept.counts > 1, "a look of another book that began later")
        assert desk.kept.counts == counts
        await desk.counted()
        assert desk.caller()
