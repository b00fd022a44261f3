"""The book of missed callers: when it counts anew, and what it shows meanwhile."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import msgspec

from supervisor_gui.clock import PBX_ZONE, Clock, pbx_day, pbx_midnight
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import StoredRecords
from supervisor_gui.history.missed_values import (
    CallerNote,
    CallerState,
    MissedView,
)
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.store import Store
from supervisor_gui.live.call_keeper import CallKeeper
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.types import Event, EventKind
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg
from supervisor_gui.sessions.missed import MissedBook
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until
from tests.history.days import ME, about_records
from tests.history.rows import ACCOUNT, DAY, NOON, seen_call
from tests.sessions.missed_desk import (
    CALLER,
    LOST,
    OTHER,
    OTHER_TAIL,
    OUT,
    TAIL,
    TODAY,
    Desk,
    call,
    miss,
    over,
    running,
    turns,
)


async def test_the_last_seven_days_are_counted_unless_others_are_chosen(desk: Desk) -> None:
    first = pbx_midnight(NOON) - 6 * DAY
    desk.kept.contacts = [miss(first), miss(first - 1, OTHER), miss(number="")]
    assert (desk.book.days, desk.book.counted) == (7, False)
    await desk.counted()
    assert [row.tail for row in desk.told[-1].callers] == [TAIL]
    assert (desk.book.view, desk.told[-1].withheld) == (desk.told[-1], 1)
    desk.book.set_days(8)
    await until(lambda: desk.state(OTHER_TAIL))
    desk.book.set_days(1)
    await until(lambda: desk.book.counted)
    assert (desk.book.days, desk.book.view.callers) == (1, ())


async def test_certain_days_stay_and_a_span_until_today_moves_on_at_midnight(desk: Desk) -> None:
    desk.book.set_span(date(2025, 6, 12), date(2025, 6, 10))
    assert (desk.book.span, desk.book.days) == ((date(2025, 6, 10), date(2025, 6, 12)), 0)
    desk.wall[0] += DAY
    assert desk.book.span == (date(2025, 6, 10), date(2025, 6, 12))
    desk.book.set_days(2)
    assert desk.book.span == (TODAY, pbx_day(NOON + DAY))


async def test_yesterday_leaves_the_list_of_today_by_itself(desk_on: Callable[..., Desk], store: Store) -> None:
    desk = desk_on(store, time_factor=1000)
    desk.kept.contacts = [miss()]
    desk.book.set_days(1)
    await until(desk.caller)
    desk.wall[0] += DAY
    await until(lambda: desk.caller() is None, "the list moved on")
    assert desk.told[-1] == desk.book.view


async def test_after_a_choice_nothing_of_the_days_before_is_shown(desk: Desk) -> None:
    desk.kept.contacts = [miss()]
    await desk.counted()
    desk.kept.go.clear()
    desk.book.refresh()
    await until(lambda: desk.kept.at_once)
    desk.book.set_span(TODAY, TODAY)
    assert (desk.book.view, desk.book.counted) == (MissedView(), False)
    desk.book.set_span(date(2025, 6, 10), date(2025, 6, 10))
    shown = len(desk.told)
    # It takes too long: rather nothing than other days.
    await until(lambda: len(desk.told) > shown)
    desk.kept.contacts.append(miss(pbx_midnight(NOON) - 5 * DAY, OTHER))
    desk.kept.go.set()
    await until(lambda: desk.book.counted)
    assert [[row.tail for row in view.callers] for view in desk.told[shown:]] == [[], [OTHER_TAIL]]


async def test_a_quick_recount_after_a_choice_shows_no_empty_list_before(desk: Desk) -> None:
    desk.kept.contacts = [miss()]
    await desk.counted()
    desk.kept.go.clear()
    desk.book.set_days(30)
    await turns()
    desk.kept.go.set()
    await until(lambda: desk.book.counted)
    assert all(view.callers for view in desk.told)


async def test_a_reached_caller_leaves_at_the_event(desk: Desk) -> None:
    desk.kept.contacts = [miss(), miss(number=OTHER)]
    await desk.counted()
    desk.book.take_calls(running(OUT))
    await until(lambda: desk.state() is CallerState.REACHED)
    row = desk.caller()
    assert row is not None
    assert (row.closed, row.closed_by, desk.state(OTHER_TAIL)) == (NOON + 30, "103", CallerState.OPEN)
    assert desk.told[-1].waiting == 1


async def test_a_lost_call_is_a_row_at_its_end_and_not_while_it_rings(desk: Desk) -> None:
    await desk.counted()
    desk.book.take_calls(running(LOST))
    await desk.counted()
    assert desk.caller() is None
    desk.book.take_calls(over(LOST))
    await until(desk.caller)


async def test_calls_that_concern_nobody_make_no_recount(desk: Desk) -> None:
    # The time between two recounts is always over.
    desk.ticks.each = 1.0
    desk.kept.contacts = [miss()]
    await desk.counted()
    counts = desk.kept.counts
    strange = call(CallDirection.OUTGOING, CallState.TALKING, OTHER, key="7.3")
    desk.book.take_calls(running(strange, LOST))
    await turns()
    desk.book.take_calls(over(strange))
    await turns()
    desk.book.take_calls(running(OUT))
    await until(lambda: desk.state() is CallerState.REACHED)
    assert desk.kept.counts == counts + 1


async def test_a_burst_of_lost_calls_is_counted_once(desk: Desk) -> None:
    await desk.counted()
    counts = desk.kept.counts
    lost = [call(CallDirection.INCOMING, CallState.RINGING, f"055500020{n:02d}", key=f"7.{n}") for n in range(30)]
    for number in range(30):
        desk.book.take_calls(over(*lost[: number + 1]))
        await asyncio.sleep(0)
    await until(lambda: len(desk.book.view.callers) == 30)
    assert desk.kept.counts == counts + 1


async def test_recounts_go_one_after_another_and_a_later_wish_is_not_lost(desk: Desk) -> None:
    desk.kept.go.clear()
    desk.book.refresh()
    await until(lambda: desk.kept.at_once)
    desk.kept.contacts = [miss()]
    for _ in range(5):
        desk.book.refresh()
    desk.kept.go.set()
    await until(desk.caller)
    assert (desk.kept.counts, desk.kept.most_at_once) == (2, 1)


async def test_a_call_told_during_the_recount_that_finds_its_caller_counts(desk: Desk) -> None:
    desk.kept.contacts = [miss()]
    desk.kept.go.clear()
    desk.book.refresh()
    await until(lambda: desk.kept.at_once)
    desk.book.take_calls(running(OUT))
    desk.kept.go.set()
    await until(lambda: desk.state() is CallerState.REACHED)


async def test_the_same_view_again_is_not_told(desk: Desk) -> None:
    desk.kept.contacts = [miss()]
    await desk.counted()
    await desk.counted()
    assert len(desk.told) == 1


async def test_who_no_longer_subscribes_is_told_nothing(desk: Desk) -> None:
    views: list[MissedView] = []
    desk.book.subscribe(views.append)()
    await desk.counted()
    assert (views, len(desk.told)) == ([], 1)


async def test_our_own_name_stands_where_the_pbx_tells_none(desk_on: Callable[..., Desk], store: Store) -> None:
    desk = desk_on(store, names=lambda number: f"Rehber {number[-2:]}")
    desk.kept.contacts = [miss(), miss(number=OTHER, name="AYŞE")]
    await desk.counted()
    assert {row.tail: row.name for row in desk.book.view.callers} == {TAIL: "Rehber 22", OTHER_TAIL: "AYŞE"}


async def test_after_the_end_nothing_is_read(desk: Desk) -> None:
    await desk.counted()
    counts = desk.kept.counts
    await desk.book.stop()
    await desk.book.stop()
    desk.book.refresh()
    desk.book.set_days(3)
    desk.book.take_calls(over(LOST))
    await asyncio.sleep(0)
    assert (desk.tasks.names, desk.kept.counts) == ((), counts)


async def test_events_of_the_stream_open_and_close_a_row(desk: Desk) -> None:
    keeper = CallKeeper(Clock(wall=lambda: desk.wall[0]))
    keeper.subscribe(desk.book.take_calls)
    incoming = Event(EventKind.INBOUND, call="sip3-7.1", customer=CALLER)
    keeper.take_event(incoming, NOON)
    keeper.take_event(msgspec.structs.replace(incoming, kind=EventKind.QUEUED, queue="Destek"), NOON + 5)
    keeper.take_event(msgspec.structs.replace(incoming, kind=EventKind.ENDED), NOON + 60)
    await until(lambda: desk.state() is CallerState.OPEN)
    row = desk.caller()
    assert row is not None
    assert (row.queue, row.number) == ("Destek", CALLER)
    outgoing = Event(EventKind.OUTBOUND, call="sip3-7.2", extension="103", customer="905550001122")
    keeper.take_event(outgoing, NOON + 90)
    keeper.take_event(msgspec.structs.replace(outgoing, kind=EventKind.ANSWERED), NOON + 95)
    await until(lambda: desk.state() is CallerState.REACHED)
    row = desk.caller()
    assert row is not None
    assert (row.closed, row.closed_by) == (NOON + 95, "103")


def record(minute: int, direction: Direction, number: str, *, call: str) -> CallRecord:
    """A record of the PBX, so many minutes after noon."""
    at = datetime.fromtimestamp(NOON + 60 * minute, PBX_ZONE)
    if direction in {Direction.OUTGOING, Direction.UNANSWERED}:
        return CallRecord(call, (Leg(at, number, "103", 30 if direction is Direction.OUTGOING else 0, direction),))
    return CallRecord(call, (Leg(at, f"{ACCOUNT}-queue-destek", number, 0, direction, directory=f'"AYSE" <{number}>'),))


async def keep(store: Store, asked_at: float, *calls: CallRecord) -> None:
    """Keep an answer about today's calls."""
    row = StoredRecords(TODAY, asked_at, final=False)
    await DayArchive(store, ACCOUNT).put_records(row, (), about_records(TODAY), holder=ME, calls=calls)


async def test_records_calls_seen_calls_that_run_and_notes_out_of_the_file(path: Path, store: Store) -> None:
    clock = Clock(wall=lambda: NOON + 3600)
    tasks, reader = Tasks(), RecordReader(path, ACCOUNT, store, clock=clock)
    book = MissedBook(reader, store, account=ACCOUNT, who="ayse", tasks=tasks, clock=clock)

    def rows() -> dict[str, tuple[CallerState, int, int]]:
        return {row.tail: (row.state, row.misses, row.tries) for row in book.view.callers}

    lost = record(0, Direction.MISSED, TAIL, call="sip3-7.1")
    missed_here = msgspec.structs.replace(
        seen_call(NOON + 120, OTHER, "", key="7.2"), answered_seconds=None, ended=NOON + 150
    )
    store.put_calls([missed_here])
    await keep(store, NOON + 300, lost)
    book.refresh()
    await until(lambda: book.counted)
    assert rows() == {TAIL: (CallerState.OPEN, 1, 0), OTHER_TAIL: (CallerState.OPEN, 1, 0)}
    assert (book.view.callers[0].queue, book.view.callers[0].name) == ("destek", "AYSE")
    assert book.view.as_of == NOON + 300
    # The record of the call that was seen, a try, and a call that somebody takes at this moment.
    again = record(2, Direction.MISSED, f"0{OTHER_TAIL}", call="sip3-7.2")
    tried = record(6, Direction.UNANSWERED, OTHER_TAIL, call="sip3-7.3")
    await keep(store, NOON + 600, lost, again, tried)
    book.take_calls(running(call(CallDirection.INCOMING, CallState.TALKING, key="7.4", at=900)))
    book.refresh()
    await until(lambda: book.view.waiting == 1)
    assert rows() == {TAIL: (CallerState.CAME_BACK, 1, 0), OTHER_TAIL: (CallerState.TRIED, 1, 1)}
    book.note(OTHER_TAIL, "fatura")
    book.set_aside(OTHER_TAIL)
    await book.stop()
    later = MissedBook(reader, store, account=ACCOUNT, who="mehmet", tasks=tasks, clock=clock)
    later.refresh()
    await until(lambda: later.counted)
    kept = {row.tail: (row.state, row.note) for row in later.view.callers}
    note = CallerNote(OTHER_TAIL, "fatura", "ayse", NOON + 3600, set_aside=NOON + 3600)
    assert kept == {TAIL: (CallerState.OPEN, None), OTHER_TAIL: (CallerState.SET_ASIDE, note)}
    await later.stop()
    await reader.close()
