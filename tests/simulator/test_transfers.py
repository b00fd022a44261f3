"""Transfers in records and figures: each party has its own row, and nobody is credited with ringing."""

from supervisor_gui.simulator.call_records import INCOMING, MISSED, RecordRow, rows_of
from supervisor_gui.simulator.day_counts import counted
from supervisor_gui.simulator.day_truth import day_truth
from supervisor_gui.simulator.dialling import Moved
from supervisor_gui.simulator.event_frames import EventFrames
from supervisor_gui.simulator.floor import Happened, Happening
from supervisor_gui.simulator.wire_dates import day_of
from supervisor_gui.simulator.world import Call
from tests.simulator.test_dialling import LINE, OTHER, Desk

RINGING = 2
"""Whole seconds that a telephone rings in these tests: fewer than it takes anybody to answer by himself."""


class Transfers(Desk):
    """A caller out of the queue, whose call is moved on by order."""

    def taken(self, talk: int) -> Call:
        """A caller with whom somebody has talked so long, from a whole second on."""
        self.run(int(self.centre.now) + 1 - self.centre.now)
        call = self.centre.flow.arrive_in_queue(
            self.centre.queues["Satış"], "05550001122", "", patience=600.0, held=False
        )
        self.pick_up(call)
        self.run(talk)
        return call

    def others(self, call: Call) -> list[str]:
        """The extensions that have not had the call."""
        return [exten for exten in ("101", "102", "103") if exten != call.answered_by]

    def move(self, call: Call, party: str) -> None:
        """A blind transfer, at the end of the time it rings."""
        assert self.dialler.transfer(call.id, party, attended=False) is Moved.DONE
        self.run(RINGING - 0.25)

    def taken_up(self, call: Call, talk: int) -> None:
        """The telephone that rings is picked up, and so long is talked."""
        self.run(0.25)
        self.pick_up(call)
        self.run(talk)

    def rows(self, call: Call) -> tuple[RecordRow, ...]:
        self.run(2)
        return rows_of(call, LINE)

    def told_talk(self, call: Call) -> set[int]:
        """Seconds of conversation as the statistics, the true figures and both events of the end tell them."""
        frames = EventFrames(self.centre.floor.habits.rng)
        happening = Happening(Happened.ENDED, self.centre.now, call)
        return {
            counted([call]).t_calltime,
            int(str(day_truth(self.centre, day_of(call.arrived), self.centre.now)["talk_seconds"])),
            int(str(frames.ended(happening, LINE)["talktime"])),
            int(str(frames.recorded(happening, LINE)["sure"])),
            round(call.talk),
        }


def test_a_blind_transfer_nobody_takes_is_an_unanswered_row_without_seconds_or_sound() -> None:
    desk = Transfers()
    call = desk.taken(10)
    other = desk.others(call)[0]
    desk.move(call, other)
    desk.dialler.hang_up(call.id)
    whole, first, missed = desk.rows(call)
    assert (missed.destination, missed.duration, missed.direction, missed.recorded) == (other, 0, MISSED, False)
    assert (whole.duration, first.duration, first.direction) == (10, 10, INCOMING)
    assert desk.told_talk(call) == {10}


def test_the_ringing_of_a_blind_transfer_is_no_conversation() -> None:
    desk = Transfers()
    call = desk.taken(10)
    other = desk.others(call)[0]
    desk.move(call, other)
    desk.taken_up(call, 5)
    desk.dialler.hang_up(call.id)
    assert [(row.destination, row.duration) for row in desk.rows(call)[1:]] == [(call.answered_by, 10), (other, 5)]
    assert desk.rows(call)[0].duration == 15
    assert desk.told_talk(call) == {15}


def test_each_of_two_transfers_has_its_row() -> None:
    desk = Transfers()
    call = desk.taken(10)
    second, third = desk.others(call)
    desk.move(call, second)
    desk.taken_up(call, 5)
    desk.move(call, third)
    desk.taken_up(call, 7)
    desk.dialler.hang_up(call.id)
    whole, *parts = desk.rows(call)
    assert [(row.destination, row.duration) for row in parts] == [(call.answered_by, 10), (second, 5), (third, 7)]
    assert [row.at for row in parts] == sorted(row.at for row in parts)
    assert whole.duration == 22
    assert desk.told_talk(call) == {22}


def test_an_attended_transfer_has_a_row_only_for_who_took_the_call() -> None:
    desk = Transfers()
    call = desk.talking(inside_first=False)
    desk.run(10)
    assert desk.dialler.transfer(call.id, "102", attended=True) is Moved.DONE
    desk.centre.flow.lose_phone(desk.centre.agents["102"])
    assert desk.dialler.transfer(call.id, f"0{OTHER}", attended=True) is Moved.DONE
    desk.run(RINGING)
    desk.pick_up(call)
    desk.run(5)
    desk.dialler.hang_up(call.id)
    whole, moved = desk.rows(call)
    assert (whole.duration, moved.destination, moved.duration) == (17, OTHER, 5)
