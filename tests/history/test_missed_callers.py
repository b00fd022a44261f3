"""Who is to be called back: rules one by one, and against a plain loop over all calls."""

from collections import defaultdict

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.history.missed_callers import live_contacts, missed_callers, told_once, with_notes
from supervisor_gui.history.missed_values import (
    CallerNote,
    CallerState,
    Contact,
    ContactKind,
    MissedCaller,
    MissedView,
)
from supervisor_gui.live.live_calls import CallDirection, Calls, CallState, LiveCall
from tests.history.rows import DAY, NOON

MISSED, TRIED, REACHED, CAME_BACK = (
    ContactKind.MISSED,
    ContactKind.TRIED,
    ContactKind.REACHED,
    ContactKind.CAME_BACK,
)
CALLER = "05550001122"
TAIL = "5550001122"
END = NOON + DAY


def contact(minute: float, kind: ContactKind = MISSED, number: str = CALLER, **more: str) -> Contact:
    """A call so many minutes after noon, with an id of its own unless told."""
    return Contact(NOON + 60 * minute, kind, number, **({"call": f"sip3-17.{minute}.{kind.value}.{number}"} | more))


def view_of(
    *contacts: Contact, notes: dict[str, CallerNote] | None = None, start: float = NOON, end: float = END
) -> MissedView:
    return missed_callers(contacts, notes or {}, start=start, end=end)


def only(view: MissedView) -> MissedCaller:
    [caller] = view.callers
    return caller


def test_misses_of_one_caller_are_one_row_with_their_count_and_the_words_of_the_last() -> None:
    caller = only(
        view_of(
            contact(9, queue="Satış", number="905550001122"),
            contact(1, queue="Destek", name="AYŞE"),
            contact(5, number="5550001122"),
        )
    )
    assert (caller.misses, caller.first, caller.last) == (3, NOON + 60, NOON + 540)
    assert (caller.tail, caller.number, caller.queue, caller.name) == (TAIL, "905550001122", "Satış", "AYŞE")
    assert (caller.state, caller.waits, caller.closed) == (CallerState.OPEN, True, 0.0)


@pytest.mark.parametrize(("kind", "state"), [(REACHED, CallerState.REACHED), (CAME_BACK, CallerState.CAME_BACK)])
def test_a_talk_after_the_last_miss_closes_the_row_and_tells_who_talked(kind: ContactKind, state: CallerState) -> None:
    caller = only(view_of(contact(0), contact(5), contact(8, kind, extension="103"), contact(9, REACHED)))
    assert (caller.state, caller.closed, caller.closed_by) == (state, NOON + 480, "103")
    assert (caller.waits, caller.misses) == (False, 2)


def test_a_talk_before_the_miss_closes_nothing() -> None:
    assert only(view_of(contact(0, REACHED), contact(1))).state is CallerState.OPEN


def test_a_miss_after_a_talk_begins_anew_and_what_was_before_counts_no_more() -> None:
    caller = only(
        view_of(contact(0), contact(1, TRIED), contact(2, REACHED, extension="103"), contact(3), contact(4, TRIED))
    )
    assert (caller.misses, caller.first, caller.tries, caller.last_try) == (1, NOON + 180, 1, NOON + 240)
    assert (caller.state, caller.closed, caller.closed_by) == (CallerState.TRIED, 0.0, "")


def test_tries_count_from_the_first_miss_to_the_closing() -> None:
    calls = [contact(0, TRIED), contact(1), contact(2, TRIED), contact(3), contact(4, TRIED)]
    caller = only(view_of(*calls))
    assert (caller.tries, caller.last_try, caller.state) == (2, NOON + 240, CallerState.TRIED)
    closed = only(view_of(*calls, contact(5, REACHED), contact(6, TRIED)))
    assert (closed.tries, closed.last_try, closed.state) == (2, NOON + 240, CallerState.REACHED)


def test_of_one_second_the_miss_comes_first() -> None:
    # The record tells whole seconds, an event parts of them.
    assert only(view_of(contact(0.015), contact(0, REACHED))).state is CallerState.REACHED
    assert only(view_of(contact(0.02), contact(0, REACHED))).state is CallerState.OPEN


def test_setting_aside_closes_until_the_next_miss() -> None:
    notes = {TAIL: CallerNote(TAIL, "aradı, gerek yok", "ayse", NOON + 90, set_aside=NOON + 90)}
    caller = only(view_of(contact(0), contact(1), notes=notes))
    assert (caller.state, caller.closed, caller.note) == (CallerState.SET_ASIDE, NOON + 90, notes[TAIL])
    again = only(view_of(contact(0), contact(1), contact(2), notes=notes))
    assert (again.state, again.misses, again.first, again.note) == (CallerState.OPEN, 1, NOON + 120, notes[TAIL])


def test_a_note_alone_closes_nothing_and_one_that_says_nothing_is_none() -> None:
    note = CallerNote(TAIL, "akşam arayacak", "ayse", NOON + 90)
    assert only(view_of(contact(0), notes={TAIL: note})).note == note
    assert only(view_of(contact(0), notes={TAIL: note})).waits
    assert only(view_of(contact(0), notes={TAIL: CallerNote(TAIL, who="ayse", at=NOON)})).note is None


def test_misses_count_within_the_span_and_what_follows_counts_until_now() -> None:
    calls = (contact(0), contact(10), contact(20), contact(30, TRIED), contact(40, REACHED))
    caller = only(view_of(*calls, start=NOON + 600, end=NOON + 1200))
    assert (caller.misses, caller.first, caller.tries, caller.state) == (1, NOON + 600, 1, CallerState.REACHED)
    assert view_of(*calls, start=NOON + 1201, end=END).callers == ()


def test_withheld_and_short_numbers_are_only_counted() -> None:
    view = view_of(contact(0, number=""), contact(1, number="155"), contact(2, CAME_BACK, ""), contact(2000, number=""))
    assert (view.callers, view.withheld) == ((), 2)


def test_numbers_of_seven_digits_are_callers() -> None:
    assert only(view_of(contact(0, number="4440001"))).tail == "4440001"


def test_waiting_callers_stand_first_by_their_first_miss_then_closed_ones_newest_closing_first() -> None:
    numbers = [f"0555000110{digit}" for digit in range(5)]
    calls = [
        contact(3, number=numbers[0]),
        contact(1, number=numbers[1]),
        contact(2, TRIED, numbers[1]),
        contact(0, number=numbers[2]),
        contact(9, REACHED, numbers[2]),
        contact(1, number=numbers[3]),
        contact(12, CAME_BACK, numbers[3]),
    ]
    view = view_of(*calls)
    assert [caller.number for caller in view.callers] == [numbers[1], numbers[0], numbers[3], numbers[2]]
    assert view.waiting == 2


def test_the_name_is_that_of_the_caller_and_not_of_our_side() -> None:
    calls = (contact(0, name="AYŞE"), contact(1, TRIED, name="Temsilci 101"))
    assert only(view_of(*calls)).name == "AYŞE"
    assert only(view_of(contact(0), *calls[1:])).name == ""


class TestToldOnce:
    """One call counts once, whoever tells of it."""

    def test_an_id_with_and_without_its_prefix_is_one_call(self) -> None:
        record = contact(0, call="sip3-1675000033.1", queue="Destek", name="AYŞE")
        seen = msgspec.structs.replace(record, at=NOON + 2, call="1675000033.1", queue="", name="")
        assert only(view_of(seen, record)) == only(view_of(record))

    def test_what_one_source_missed_and_another_saw_taken_is_taken(self) -> None:
        calls = (contact(0), contact(5, call="7.1"), contact(5.5, CAME_BACK, call="sip1-7.1", extension="103"))
        caller = only(view_of(*calls))
        assert (caller.misses, caller.state, caller.closed_by) == (1, CallerState.CAME_BACK, "103")

    def test_one_id_on_two_days_is_two_calls(self) -> None:
        second = msgspec.structs.replace(contact(0), at=NOON + DAY)
        assert only(view_of(contact(0), second, end=NOON + 2 * DAY)).misses == 2

    def test_two_calls_with_ids_are_two_however_near(self) -> None:
        assert only(view_of(contact(0, call="7.1"), contact(0.5, call="7.2"))).misses == 2

    @pytest.mark.parametrize("call", ["", "order-4"])
    @pytest.mark.parametrize(("minute", "tries"), [(3, 1), (4.9, 1), (5.1, 2)])
    def test_a_call_without_an_id_is_the_near_one_with_an_id(self, call: str, minute: float, tries: int) -> None:
        assert only(view_of(contact(0), contact(3, TRIED), contact(minute, TRIED, call=call))).tries == tries

    def test_a_try_without_an_id_is_the_call_that_reached_the_caller(self) -> None:
        calls = (contact(0), contact(3, REACHED), contact(2.5, TRIED, call="order-1"))
        assert (only(view_of(*calls)).state, only(view_of(*calls)).tries) == (CallerState.REACHED, 0)

    def test_a_talk_without_an_id_is_not_lost_to_a_try_near_it(self) -> None:
        calls = (contact(0), contact(3, TRIED), contact(4, REACHED, call="order-1"))
        assert only(view_of(*calls)).state is CallerState.REACHED

    def test_a_try_after_a_new_miss_is_not_the_talk_before_it(self) -> None:
        calls = (contact(0, REACHED, call="order-1"), contact(0.5), contact(1, TRIED, call="order-2"))
        assert only(view_of(*calls)).tries == 1

    def test_calls_without_an_id_of_two_callers_are_two(self) -> None:
        calls = [contact(0, number=number, call="") for number in (CALLER, "05550001133", "", "")]
        view = view_of(*calls)
        assert (len(view.callers), view.withheld) == (2, 2)

    def test_a_number_that_one_source_withholds_is_that_of_the_other(self) -> None:
        view = view_of(contact(0, call="7.1", number=""), contact(0, call="7.1"))
        assert (only(view).number, view.withheld) == (CALLER, 0)


class TestLiveContacts:
    """Of the running calls those are contacts of which it is known how they went."""

    @staticmethod
    def kinds(*calls: LiveCall) -> list[tuple[ContactKind, float]]:
        live = {call.key: call for call in calls if call.state is not CallState.ENDED}
        ended = tuple(call for call in calls if call.state is CallState.ENDED)
        return [(one.kind, one.at) for one in live_contacts(Calls(live=live, ended=ended))]

    @pytest.mark.parametrize(
        ("direction", "taken", "lost"),
        [(CallDirection.INCOMING, CAME_BACK, MISSED), (CallDirection.OUTGOING, REACHED, TRIED)],
    )
    def test_an_answered_call_counts_at_once_and_an_unanswered_one_at_its_end(
        self, direction: CallDirection, taken: ContactKind, lost: ContactKind
    ) -> None:
        ringing = LiveCall("7.1", direction, CallState.RINGING, call="7.1", number=CALLER, began=NOON)
        talking = msgspec.structs.replace(ringing, state=CallState.TALKING, answered=NOON + 9)
        assert self.kinds(ringing) == []
        assert self.kinds(talking) == [(taken, NOON + 9)]
        assert self.kinds(msgspec.structs.replace(talking, state=CallState.ENDED)) == [(taken, NOON + 9)]
        assert self.kinds(msgspec.structs.replace(ringing, state=CallState.ENDED)) == [(lost, NOON)]

    @pytest.mark.parametrize("direction", [CallDirection.INTERNAL, CallDirection.BRIDGE])
    def test_calls_among_others_are_no_contacts(self, direction: CallDirection) -> None:
        assert self.kinds(LiveCall("7.1", direction, CallState.ENDED, number=CALLER, began=NOON)) == []

    def test_a_contact_tells_what_the_call_tells(self) -> None:
        call = LiveCall(
            "7.1",
            CallDirection.INCOMING,
            CallState.TALKING,
            call="sip3-7.1",
            extension="103",
            number="905550001122",
            queue="Destek",
            answered=NOON,
        )
        told = Contact(NOON, CAME_BACK, CALLER, call="sip3-7.1", queue="Destek", extension="103")
        assert live_contacts(Calls(live={call.key: call})) == (told,)

    def test_where_the_pbxs_clock_is_ahead_an_answer_is_still_later_than_the_miss_before_it(self) -> None:
        ahead = 90
        missed = Contact(NOON + 10 + ahead, MISSED, CALLER, call=f"sip3-{int(NOON) + 10 + ahead}.1")
        call = LiveCall(
            "order-3",
            CallDirection.OUTGOING,
            CallState.TALKING,
            call=f"sip3-{int(NOON) + 40 + ahead}.2",
            number=CALLER,
            began=NOON + 40,
            answered=NOON + 50,
        )
        (caller,) = view_of(missed, *live_contacts(Calls(live={call.key: call}))).callers
        assert caller.state is CallerState.REACHED

    def test_an_id_of_another_day_tells_nothing_about_the_time(self) -> None:
        call = LiveCall("7.1", CallDirection.INCOMING, CallState.TALKING, call="sip3-2999999999.1", answered=NOON)
        assert self.kinds(call) == [(CAME_BACK, NOON)]

    def test_an_order_that_a_run_before_wrote_down_is_the_call_that_is_still_shown(self) -> None:
        call = LiveCall("order-3", CallDirection.OUTGOING, CallState.ENDED, order=3, number=CALLER, began=NOON + 60)
        seen = Contact(NOON + 60, TRIED, CALLER, call="order-3")
        assert only(view_of(contact(0), seen, *live_contacts(Calls(ended=(call,))))).tries == 1


class TestNotesOnAView:
    """A note is seen at once, before the view is worked out with it."""

    def test_setting_aside_and_taking_back(self) -> None:
        view = view_of(contact(0), contact(1, TRIED), contact(2, number="05550001133"))
        aside = with_notes(view, {TAIL: CallerNote(TAIL, set_aside=NOON + 90, at=NOON + 90)})
        assert [caller.tail for caller in aside.callers] == ["5550001133", TAIL]
        assert (aside.callers[1].state, aside.waiting) == (CallerState.SET_ASIDE, 1)
        back = with_notes(aside, {TAIL: CallerNote(TAIL, at=NOON + 95)})
        assert back == view

    def test_a_text_changes_nothing_else_and_other_callers_are_left_alone(self) -> None:
        view = view_of(contact(0), contact(1, REACHED))
        note = CallerNote(TAIL, "tamam", "ayse", NOON)
        assert with_notes(view, {TAIL: note}) == MissedView((msgspec.structs.replace(only(view), note=note),))
        assert with_notes(view, {"5550009999": CallerNote("5550009999", "x")}) == view

    @given(st.integers(0, 10), st.integers(1, 10))
    def test_setting_aside_is_what_the_recount_says_too(self, misses: int, minute: int) -> None:
        calls = [contact(number) for number in range(misses)]
        note = CallerNote(TAIL, set_aside=NOON + 60 * minute, at=NOON)
        quick = with_notes(view_of(*calls), {TAIL: note})
        if minute >= misses - 1:
            assert quick == view_of(*calls, notes={TAIL: note})
        else:
            assert quick.waiting == 1


NUMBERS = (CALLER, "05550001133", "905550001144", "4440001", "")


@st.composite
def days_of_calls(draw: st.DrawFn) -> list[Contact]:
    """Calls with ids, each told once or several times, with and without the prefix of its id."""
    told: list[Contact] = []
    moments = draw(st.lists(st.integers(-600, 6000), max_size=40))
    for number, moment in enumerate(moments):
        kind = draw(st.sampled_from(ContactKind))
        call = Contact(
            NOON + 20 * moment,
            kind,
            draw(st.sampled_from(NUMBERS)),
            call=f"sip3-17.{number}",
            extension=draw(st.sampled_from(("", "101", "102"))),
        )
        told.extend([call] * draw(st.integers(1, 2)))
        if draw(st.booleans()):
            told.append(msgspec.structs.replace(call, call=f"17.{number}"))
    return told


def plainly(
    calls: list[Contact], set_aside: dict[str, float], start: float, end: float
) -> dict[str, tuple[object, ...]]:
    """The rows as a plain walk over the calls of each caller in order of time makes them."""
    callers: dict[str, list[tuple[float, int, str, str]]] = defaultdict(list)
    for call in {one.call.removeprefix("sip3-"): one for one in calls}.values():
        order = [MISSED, TRIED, REACHED, CAME_BACK].index(call.kind)
        if call.number and (call.kind is not MISSED or start <= call.at < end):
            callers[call.number[-10:]].append((call.at, order, call.kind.value, call.extension))
    for caller, at in set_aside.items():
        callers[caller].append((at, 9, "set_aside", ""))
    rows = {caller: plain_row(steps) for caller, steps in callers.items()}
    return {caller: row for caller, row in rows.items() if row}


def plain_row(steps: list[tuple[float, int, str, str]]) -> tuple[object, ...]:
    """State, first and last miss, misses, tries, last try, closing and by whom; nothing without a miss."""
    state, first, last, misses, tries, last_try, closed, by = "", 0.0, 0.0, 0, 0, 0.0, 0.0, ""
    for at, _, what, extension in sorted(steps):
        waits = state in {"open", "tried"}
        if what == "missed" and waits:
            last, misses = at, misses + 1
        elif what == "missed":
            state, first, last, misses, tries, last_try, closed, by = "open", at, at, 1, 0, 0.0, 0.0, ""
        elif waits and what == "tried":
            state, tries, last_try = "tried", tries + 1, at
        elif waits:
            state, closed, by = what, at, extension
    return (state, first, last, misses, tries, last_try, closed, by) if misses else ()


class TestAgainstAPlainLoop:
    """Any calls, told in any order."""

    @given(days_of_calls(), st.dictionaries(st.sampled_from([TAIL, "4440001"]), st.integers(0, 6000)), st.data())
    def test_every_row_is_the_same(self, calls: list[Contact], aside: dict[str, int], data: st.DataObject) -> None:
        start = NOON + 20 * data.draw(st.integers(-300, 3000))
        end = start + 20 * data.draw(st.integers(1, 4000))
        instants = {caller: NOON + 20.0 * moment for caller, moment in aside.items()}
        notes = {caller: CallerNote(caller, set_aside=at) for caller, at in instants.items()}
        view = view_of(*data.draw(st.permutations(calls)), notes=notes, start=start, end=end)
        assert {
            caller.tail: (
                caller.state.value,
                caller.first,
                caller.last,
                caller.misses,
                caller.tries,
                caller.last_try,
                caller.closed,
                caller.closed_by,
            )
            for caller in view.callers
        } == plainly(calls, instants, start, end)
        withheld = {call.call.removeprefix("sip3-") for call in calls if call.kind is MISSED and not call.number}
        times = {call.call.removeprefix("sip3-"): call.at for call in calls}
        assert view.withheld == sum(start <= times[call] < end for call in withheld)

    @given(
        st.lists(
            st.builds(
                Contact,
                st.integers(0, 500).map(lambda moment: NOON + 10.5 * moment),
                st.sampled_from(ContactKind),
                st.sampled_from(NUMBERS) | st.text(max_size=12),
                st.sampled_from(("", "7.1", "sip3-7.1", "order-1", "8.1")) | st.text(max_size=8),
                st.sampled_from(("", "Destek")),
                st.sampled_from(("", "101")),
            ),
            max_size=25,
        ),
        st.data(),
    )
    def test_the_order_in_which_calls_are_told_does_not_matter_and_no_text_breaks_it(
        self, calls: list[Contact], data: st.DataObject
    ) -> None:
        shuffled = data.draw(st.permutations(calls))
        assert view_of(*calls) == view_of(*shuffled)
        assert told_once(told_once(calls)) == told_once(calls)
