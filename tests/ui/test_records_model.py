"""The paging model of call records: what is shown, asked for, held and moved, against lists that the test makes."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from supervisor_gui.history.record_values import PAGE, RecordedCall, RecordFilter, Spine
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.records.model import KEPT_PAGES, ON_THE_WAY, RecordModel
from supervisor_gui.ui.records.rows import AWAITED
from supervisor_gui.ui.records.words import RecordContext
from tests.helpers.call_records import TODAY, Calls, call, name_of

WANTED = RecordFilter(TODAY, TODAY)
OTHER = RecordFilter(TODAY, TODAY, digits="555")


def spine_of(calls: Sequence[RecordedCall]) -> Spine:
    return Spine(len(calls), PAGE, tuple(each.id for each in calls[::PAGE]))


class Desk:
    """Answers a model out of a list, when told to."""

    def __init__(self, model: RecordModel, wanted: RecordFilter = WANTED) -> None:
        self.model, self.wanted = model, wanted
        self.calls: Sequence[RecordedCall] = ()
        self.asked: list[int] = []
        model.page_wanted.connect(self.asked.append)

    def page(self, row: int) -> None:
        self.model.take_page(self.wanted, row, list(self.calls[row : row + PAGE]))

    def load(self, calls: Sequence[RecordedCall]) -> None:
        self.calls = calls
        self.page(0)
        self.model.take_spine(self.wanted, spine_of(calls))

    def answer(self) -> None:
        """Give what was asked for, until nothing is asked for any more."""
        for _ in range(100):
            if not self.asked:
                return
            self.page(self.asked.pop(0))
        pytest.fail("it asks for the same again and again")


@pytest.fixture
def model(qapp: QApplication) -> RecordModel:
    del qapp
    return RecordModel()


def shown(model: RecordModel, first: int, last: int) -> list[int]:
    """The ids in some rows, -1 for one on its way."""
    return [model.row_at(place).key for place in range(first, last + 1)]


def many(newest: int, count: int) -> list[RecordedCall]:
    return [call(newest - place) for place in range(count)]


def test_qt_finds_no_fault_with_it(model: RecordModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(900, 230))
    model.look(190, 220, 0)
    desk.answer()
    desk.load(many(901, 231))
    desk.answer()
    desk.load(many(899, 12))
    desk.answer()
    assert shown(model, 0, 11) == [899 - place for place in range(12)]


def test_the_newest_page_is_shown_before_they_are_counted(model: RecordModel) -> None:
    desk = Desk(model)
    desk.calls = many(5_000, 1_000)
    model.ask(WANTED)
    assert (model.count, model.counted) == (0, False)
    desk.page(0)
    assert (model.rowCount(), model.counted) == (PAGE, False)
    assert shown(model, 0, 2) == [5_000, 4_999, 4_998]
    model.take_spine(WANTED, spine_of(desk.calls))
    assert (model.rowCount(), model.counted) == (1_000, True)
    assert model.row_at(999) is AWAITED


def test_what_comes_for_another_filter_is_dropped(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(900, 300))
    model.ask(OTHER)
    assert not model.counted
    assert shown(model, 0, 0) == [900]
    model.take_page(WANTED, 0, many(70, 3))
    model.take_spine(WANTED, spine_of(many(70, 3)))
    assert model.count == 300
    model.take_spine(OTHER, spine_of(many(50, 2)))
    model.take_page(OTHER, 0, many(50, 2))
    assert (model.count, model.counted, shown(model, 0, 1)) == (2, True, [50, 49])


def test_pages_in_sight_are_asked_for_once_and_far_ones_never(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(100_000, 50_000))
    model.look(0, 30, 0)
    assert desk.asked == []
    model.look(20_010, 20_040, 0)
    model.look(20_010, 20_040, 0)
    assert sorted(desk.asked) == [19_800, 20_000]
    desk.answer()
    assert shown(model, 20_010, 20_040) == [100_000 - place for place in range(20_010, 20_041)]


def test_who_drags_through_years_does_not_ask_for_all_of_them(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(100_000, 50_000))
    for row in range(0, 50_000, 400):
        model.look(row, row + 30, 0)
    assert len(desk.asked) == ON_THE_WAY
    desk.answer()
    assert -1 not in shown(model, 49_600, 49_630)


def test_what_did_not_come_is_asked_for_again(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(10_000, 9_000))
    model.look(5_100, 5_130, 0)
    lost = list(desk.asked)
    desk.asked.clear()
    model.look(5_100, 5_130, 0)
    assert desk.asked == []
    model.ask_again()
    assert desk.asked == lost


def test_a_million_calls_are_held_by_some_pages(model: RecordModel) -> None:
    calls = Calls(1_000_000)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.ask(WANTED)
    model.take_page(WANTED, 0, calls.page(0))
    model.take_spine(WANTED, calls.spine)
    held = 0
    for row in range(0, 1_000_000, 9_973):
        model.look(row, row + 40, -1)
        while asked:
            first = asked.pop(0)
            model.take_page(WANTED, first, calls.page(first))
        assert model.row_at(row).key == 1_000_000 - row
    held = sum(model.call_at(place) is not None for place in range(0, 1_000_000, PAGE))
    assert 1 < held <= KEPT_PAGES
    assert model.rowCount() == 1_000_000


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    count=st.integers(1, 1_500),
    top=st.integers(0, 1_499),
    tall=st.integers(1, 60),
    current=st.integers(-1, 1_499),
    fresh=st.integers(0, 450),
    lost=st.sets(st.integers(0, 1_499), max_size=30),
    late=st.booleans(),
)
def test_new_calls_and_lost_ones_leave_what_is_in_sight(  # noqa: PLR0917  hypothesis names them
    qapp: QApplication, count: int, top: int, tall: int, current: int, fresh: int, lost: set[int], late: bool
) -> None:
    """Whatever is added or taken away, the rows in sight end as the list has them."""
    del qapp
    model = RecordModel()
    desk = Desk(model)
    top = min(top, count - 1)
    last = min(top + tall, count - 1)
    before = many(10_000, count)
    model.ask(WANTED)
    desk.load(before)
    model.look(top, last, current)
    desk.answer()
    assert shown(model, top, last) == [each.id for each in before[top : last + 1]]
    after = [*many(10_000 + fresh, fresh), *(each for place, each in enumerate(before) if place not in lost)]
    model.age()
    if late:
        # A page that was asked for earlier comes after the count.
        desk.calls = after
        model.take_spine(WANTED, spine_of(after))
        desk.page(0)
    else:
        desk.load(after)
    desk.answer()
    assert model.count == len(after)
    anchor = model.place_of(before[top].id) if top and top not in lost else 0
    assert anchor == (after.index(before[top]) if top and top not in lost else 0)
    here = range(anchor, min(anchor + last - top, len(after) - 1) + 1)
    model.look(here.start, max(here.start, here.stop - 1), -1)
    desk.answer()
    assert [model.row_at(place).key for place in here] == [after[place].id for place in here]


def test_a_call_that_grew_is_shown_anew_and_the_others_stay_painted(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    calls = many(900, 300)
    desk.load(calls)
    same, grown = model.row_at(3), model.row_at(4)
    calls = [call(each.id, seconds=4_321) if each.id == 896 else each for each in calls]
    model.age()
    desk.load(calls)
    assert model.row_at(3) is same
    assert grown.length != model.row_at(4).length == "1:12:01"


def test_numbers_are_masked_for_a_seat_and_one_can_be_shown(model: RecordModel) -> None:
    model.set_context(RecordContext(name_of, Policy(mask_numbers=True)))
    desk = Desk(model)
    model.ask(WANTED)
    number = "05550001234"
    desk.load([call(2, number=number), call(1, number=number)])
    words = [column.text(model.row_at(0), 0.0) for column in model.columns]
    assert not any("1234" in word for word in words)
    assert model.row_at(0).dials == number
    model.show_whole(2)
    assert model.row_at(0).party == number
    assert model.row_at(1).party == "•••34"
    model.ask(OTHER)
    model.take_page(OTHER, 0, desk.calls)
    assert model.row_at(0).party == "•••34"


def test_found_calls_are_shown_in_place_of_those_of_the_filter(model: RecordModel) -> None:
    desk = Desk(model)
    model.ask(WANTED)
    desk.load(many(900, 300))
    model.show_found([call(7, id=-1), call(9, id=-2)])
    assert (model.count, model.counted, shown(model, 0, 1)) == (2, True, [-1, -2])
    assert [model.place_of(each) for each in (-1, -2, 900)] == [0, 1, -1]
    model.take_page(WANTED, 0, many(900, 200))
    assert model.count == 2
