"""What a user orders about lists and their numbers: what reaches the PBX, how each order ends, and who learns of it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from supervisor_gui.autodial.values import BlockedNumber, ListState, NumberRow, OrderEnd, Outcome, RowState
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber, NumberChange
from tests.autodial.list_desk import FEW, Desk, desk_at, program
from tests.autodial.upload_desk import NEW, fault, named, numbers
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT
from tests.simulator.running import running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


@pytest.fixture
async def desk(path: Path) -> AsyncIterator[Desk]:
    """Nothing is asked but what is wanted, so that a fault meets the order."""
    async with desk_at(path, visible=False, background=False) as one:
        yield one


async def made(desk: Desk, **fields: object) -> str:
    """A list of four numbers that is on screen with its report."""
    list_id = await desk.make(named(numbers=FEW.numbers, **fields))
    desk.lists.want_lists()
    await desk.shown(list_id)
    desk.lists.choose(list_id)
    desk.lists.want_report(list_id)
    await desk.numbers(4)
    return list_id


async def row(desk: Desk, place: int) -> NumberRow:
    """A number of the list on screen."""
    return (await desk.numbers(4))[place]


def ended(action: str, list_id: str, number: str = "", **fields: object) -> OrderEnd:
    return OrderEnd(action, list_id, NEW.name, number, **fields)  # type: ignore[arg-type]


async def test_a_list_is_started_and_stopped_and_seen_so_at_once(desk: Desk) -> None:
    list_id = await made(desk)
    desk.lists.start_list(list_id)
    assert (await desk.shown(list_id)).pending == "start"
    assert await desk.end() == ended("start_list", list_id)
    assert (await desk.truth(list_id))["active"]
    await until(lambda: desk.lists.view.lists[0].pending == "", "no order", 5)
    assert desk.lists.view.lists[0].state is ListState.RUNNING
    desk.lists.stop_list(list_id)
    assert (await desk.shown(list_id)).pending == "stop"
    assert await desk.end(2) == ended("stop_list", list_id)
    assert not (await desk.truth(list_id))["active"]
    await until(lambda: desk.lists.view.lists[0].state is ListState.STOPPED, "stopped", 5)
    assert desk.audit == desk.ends


async def test_the_overview_that_follows_an_order_tells_how_the_list_stands(desk: Desk) -> None:
    list_id = await made(desk)
    as_of = desk.lists.view.as_of
    desk.lists.start_list(list_id)
    await until(lambda: desk.lists.view.as_of > as_of, "an overview", 5)
    assert desk.lists.view.lists[0].told.status == "1"


async def test_an_order_without_an_answer_is_unknown_until_the_overview_tells(desk: Desk) -> None:
    list_id = await made(desk)
    await desk.site.faults(fault("hang"))
    desk.lists.start_list(list_id)
    end = await desk.end()
    assert (end.outcome, type(end.error), end.reason) == (Outcome.UNKNOWN, NoAnswer, "")
    await until(lambda: desk.lists.view.lists[0].state is ListState.RUNNING, "running", 5)


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [("code-70", Refusal, "parameter"), ("code-400", Refusal, "no_list"), ("code-80", LimitReached, "limit")],
)
async def test_a_refused_order_keeps_the_pbxs_answer(desk: Desk, name: str, kind: type, reason: str) -> None:
    list_id = await made(desk)
    await desk.site.faults(fault(name))
    desk.lists.start_list(list_id)
    end = await desk.end()
    assert (end.outcome, type(end.error), end.error and end.error.reason) == (Outcome.REFUSED, kind, reason)
    assert desk.limits == (["autodial"] if kind is LimitReached else [])
    assert desk.lists.view.lists[0].state is ListState.NEW


async def test_after_a_refused_login_nothing_more_is_sent(desk: Desk) -> None:
    list_id = await made(desk)
    await desk.site.faults(fault("bad-login"))
    desk.lists.start_list(list_id)
    assert isinstance((await desk.end()).error, BadCredentials)
    assert desk.refusals.stopped
    asked = await desk.asked()
    desk.lists.stop_list(list_id)
    assert (await desk.end(2)).reason == "credentials"
    assert await desk.asked() == asked


async def test_a_seat_without_the_right_orders_nothing(desk: Desk) -> None:
    list_id = await made(desk)
    one, asked = await row(desk, 0), await desk.asked()
    desk.denied.add("campaigns")
    desk.lists.start_list(list_id)
    desk.lists.stop_list(list_id)
    desk.lists.change_number(list_id, one.id, NumberChange(name="x"))
    desk.lists.replace_number(list_id, one, ListNumber("5550000009"))
    desk.lists.remove_numbers(list_id, (one,))
    assert [end.reason for end in desk.ends] == ["policy"] * 5
    assert desk.audit == desk.ends
    assert await desk.asked() == asked


async def test_the_same_order_while_it_is_under_way_is_refused(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    for _ in range(2):
        desk.lists.start_list(list_id)
        desk.lists.change_number(list_id, one.id, NumberChange(name="Ali"))
        desk.lists.remove_numbers(list_id, (one,))
    assert [(end.action, end.reason) for end in desk.ends] == [
        ("start_list", "busy"),
        ("change_list_number", "busy"),
        ("remove_list_number", "busy"),
    ]
    await desk.end(6)


async def test_a_stop_withdraws_a_start_that_still_waits(path: Path) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=60.0)
    await budgets.open()
    async with running() as site, program(site, path, visible=False, background=False, budgets=budgets) as desk:
        list_id = await desk.make(FEW)
        for _ in range(8):
            await desk.client.lists()
        desk.lists.start_list(list_id)
        await desk.meanwhile(1)
        desk.lists.stop_list(list_id)
        await desk.end(2)
        assert [(end.action, end.outcome) for end in desk.ends] == [
            ("start_list", Outcome.REFUSED),
            ("stop_list", Outcome.DONE),
        ]
        assert desk.ends[0].reason == "cancelled"
        assert [event for event, _ in await desk.asked()].count("updateliststatus") == 1
        assert not (await desk.truth(list_id))["active"]
        assert (desk.limits, (await desk.asked())[-1]) == ([], ("updateliststatus", list_id))


async def test_a_stop_is_the_next_request_in_the_middle_of_an_upload_that_is_watched(path: Path) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=60.0)
    await budgets.open()
    each = budgets.seconds_each("autodial")
    async with running() as site, program(site, path, factor=60.0, budgets=budgets, each=each) as desk:
        list_id = await desk.make(FEW)
        desk.lists.start_list(list_id)
        await desk.end()
        desk.lists.choose(list_id)
        await desk.uploads.add(list_id, NEW.name, numbers(200))
        await until(lambda: desk.uploads.jobs[0].sent >= 40, "sending", 5)
        before = len(await desk.asked())
        desk.lists.stop_list(list_id)
        assert (await desk.end(2)).outcome is Outcome.DONE
        assert ("updateliststatus", list_id) in (await desk.asked())[before : before + 2]
        assert desk.uploads.jobs[0].waiting > 0


async def test_a_stop_arrives_after_the_start_that_was_sent_just_before(desk: Desk) -> None:
    list_id = await made(desk)
    desk.lists.start_list(list_id)
    while ("updateliststatus", list_id) not in await desk.asked():
        pass
    desk.lists.stop_list(list_id)
    await until(lambda: len(desk.ends) == 2, "both", 5)
    assert {end.outcome for end in desk.ends} == {Outcome.DONE}
    assert not (await desk.truth(list_id))["active"]


async def test_a_number_is_changed_and_the_next_report_shows_it(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 1)
    when = datetime.now(PBX_ZONE) + timedelta(hours=2)
    desk.lists.change_number(list_id, one.id, NumberChange(name="Ayşe Işık", active=False, call_at=when))
    assert await desk.end() == ended("change_list_number", list_id, one.number)
    await until(lambda: desk.lists.numbers and desk.lists.numbers.rows[1].name == "Ayşe Işık", "the name", 5)
    assert (await row(desk, 1)).active is False


async def test_a_number_without_an_id_is_not_changed(desk: Desk) -> None:
    list_id = await made(desk)
    desk.lists.change_number(list_id, "", NumberChange(name="x"))
    desk.lists.remove_numbers(list_id, (NumberRow("1:0", "", "5550000009"),))
    await desk.end(2)
    assert [end.reason for end in desk.ends] == ["invalid", "invalid"]


async def test_numbers_are_removed_one_after_the_other_each_with_its_own_end(desk: Desk) -> None:
    list_id = await made(desk)
    rows = await desk.numbers(4)
    desk.lists.remove_numbers(list_id, rows)
    await desk.end(4)
    assert desk.ends == [ended("remove_list_number", list_id, one.number) for one in rows]
    assert (await desk.truth(list_id))["numbers"] == []
    await desk.numbers(0)


async def test_what_was_sent_from_here_and_removed_then_does_not_come_back(path: Path) -> None:
    async with desk_at(path, visible=False, background=False, factor=1000.0) as desk:
        list_id = await made(desk)
        await desk.uploads.add(list_id, NEW.name, numbers(1))
        await until(lambda: desk.uploads.jobs[0].sent == 1, "sent", 5)
        await until(lambda: (found := desk.lists.numbers) and len(found.rows) == 5 and found.rows[4].id, "listed", 5)
        sent = (await desk.numbers(5))[4]
        desk.lists.remove_numbers(list_id, (sent,))
        assert (await desk.end(2)).outcome is Outcome.DONE
        await desk.meanwhile()
        desk.lists.want_report(list_id)
        await desk.numbers(4)


async def test_without_a_network_the_rest_of_a_removal_is_given_up(path: Path) -> None:
    async with (
        running() as site,
        program(site, path, visible=False, background=False, api_url="http://127.0.0.1:9") as desk,
    ):
        rows = tuple(NumberRow(str(place), str(place), f"555000000{place}") for place in range(3))
        desk.lists.remove_numbers("12501", rows)
        await desk.end(3)
        assert isinstance(desk.ends[0].error, NotSent)
        assert [end.reason for end in desk.ends] == ["", "offline", "offline"]
        assert {end.outcome for end in desk.ends} == {Outcome.REFUSED}


async def test_the_rest_of_a_removal_from_a_list_that_is_gone_is_not_sent(desk: Desk) -> None:
    list_id = await made(desk)
    rows = await desk.numbers(4)
    await desk.site.faults(fault("code-400"))
    desk.lists.remove_numbers(list_id, rows)
    await desk.end(4)
    assert {(end.outcome, end.error and end.error.reason) for end in desk.ends} == {(Outcome.REFUSED, "no_list")}
    assert len([event for event, _ in await desk.asked() if event == "deletenumber"]) == 1


async def test_nothing_is_replaced_while_nobody_knows_what_may_be_called(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    await desk.store.close()
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    assert (await desk.end()).reason == "store"
    assert "addnumber" not in [event for event, _ in await desk.asked()]


async def test_a_number_is_replaced_by_another_that_takes_over_what_it_had(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 2)
    desk.lists.change_number(list_id, one.id, NumberChange(active=False, trunk="3121110000"))
    await desk.end()
    await until(lambda: desk.lists.numbers and desk.lists.numbers.rows[2].active is False, "switched off", 5)
    one = await row(desk, 2)
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    assert await desk.end(2) == ended("replace_list_number", list_id, one.number)
    held = (await desk.truth(list_id))["numbers"]
    assert [number["number"][-1] for number in held] == ["0", "1", "3", "9"]
    assert (held[3]["name"], held[3]["active"]) == (one.name, False)


REPLACED: dict[str, tuple[ListNumber, str]] = {
    "nobody may call it": (ListNumber("0555 000 00 08"), "do_not_call"),
    "the list has it": (ListNumber("+90 555 000 00 03"), "twice"),
}


@pytest.mark.parametrize(("new", "reason"), REPLACED.values(), ids=REPLACED)
async def test_a_number_is_not_replaced_when(desk: Desk, new: ListNumber, reason: str) -> None:
    await desk.archive.block([BlockedNumber("5550000008", "0555 000 00 08")])
    list_id = await made(desk)
    one, asked = await row(desk, 0), await desk.asked()
    desk.lists.replace_number(list_id, one, new)
    assert await desk.end() == ended("replace_list_number", list_id, one.number, outcome=Outcome.REFUSED, reason=reason)
    assert await desk.asked() == asked


async def test_a_fixed_list_takes_no_other_number(desk: Desk) -> None:
    list_id = await made(desk, kind=ListKind.FIXED)
    desk.lists.replace_number(list_id, await row(desk, 0), ListNumber("0555 000 00 09"))
    assert (await desk.end()).reason == "fixed"


async def test_a_number_nobody_may_call_is_not_switched_on(desk: Desk) -> None:
    await desk.archive.block([BlockedNumber("5550000001", "0555 000 00 01")])
    list_id = await made(desk)
    one = await row(desk, 1)
    desk.lists.change_number(list_id, one.id, NumberChange(active=True))
    assert (await desk.end()).reason == "do_not_call"
    desk.lists.change_number(list_id, one.id, NumberChange(active=False))
    assert (await desk.end(2)).outcome is Outcome.DONE


async def test_the_old_number_stays_when_the_new_one_was_not_taken(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    # Somebody else has added it meanwhile.
    await desk.client.add_list_numbers(list_id, [ListNumber("5550000009")])
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    end = await desk.end()
    assert (end.action, end.outcome) == ("replace_list_number", Outcome.REFUSED)
    assert end.error is not None
    assert end.error.reason == "rows_failed"
    assert (await desk.truth(list_id))["numbers"][0]["number"] == one.number


async def test_an_unknown_addition_leaves_the_old_number(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    await desk.site.faults(fault("hang"))
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    assert (await desk.end()).outcome is Outcome.UNKNOWN
    assert [found.number[-1] for found in await desk.numbers(5)] == ["0", "1", "2", "3", "9"]


@pytest.mark.parametrize("trouble", ["", "hang", "cut"])
async def test_the_new_number_of_a_replacement_is_on_record_and_a_report_settles_it(desk: Desk, trouble: str) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    if trouble:
        await desk.site.faults(fault(trouble))
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    await desk.end()
    async with asyncio.timeout(10):
        while [kept.state for kept in await desk.archive.rows(list_id)] != [RowState.SENT]:
            desk.lists.want_report(list_id)
    assert [kept.number for kept in await desk.archive.rows(list_id)] == ["5550000009"]


async def test_a_replacement_that_is_refused_leaves_nothing_on_record(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    await desk.client.add_list_numbers(list_id, [ListNumber("0555 000 00 09")])
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    assert (await desk.end()).outcome is Outcome.REFUSED
    assert await desk.archive.rows(list_id) == ()


async def test_a_replacement_whose_second_half_fails_is_told_as_its_two_halves(desk: Desk) -> None:
    list_id = await made(desk)
    one = await row(desk, 0)
    await desk.client.delete_list_number(list_id, one.id)
    desk.lists.replace_number(list_id, one, ListNumber("0555 000 00 09"))
    await desk.end(2)
    assert desk.ends[0] == ended("add_list_numbers", list_id, "0555 000 00 09")
    assert (desk.ends[1].action, desk.ends[1].outcome) == ("remove_list_number", Outcome.REFUSED)


async def test_stopping_gives_up_what_is_under_way_and_says_so(desk: Desk) -> None:
    list_id = await made(desk)
    rows = await desk.numbers(4)
    await desk.site.faults(fault("hang", None))
    desk.lists.remove_numbers(list_id, rows)
    while ("deletenumber", list_id) not in await desk.asked():
        pass
    await desk.lists.stop()
    assert [(end.number, end.outcome) for end in desk.ends] == [(rows[0].number, Outcome.UNKNOWN)]
    assert not [name for name in desk.tasks.names if "number" in name]
    desk.lists.start_list(list_id)
    assert desk.ends[1].reason == "cancelled"
