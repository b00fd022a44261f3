"""Lists as they are watched: what is asked for whom, what the view and the numbers show, and what a failure leaves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from supervisor_gui.autodial.values import BlockedNumber, DialView, ListState, NumberState, RowState
from supervisor_gui.netsantral.errors import BadCredentials, NoAnswer
from supervisor_gui.netsantral.types_autodial import ListNumber, StopRule
from tests.autodial.list_desk import FEW, Desk, desk_at
from tests.autodial.upload_desk import NEW, fault, named, numbers
from tests.helpers.qt_async import until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


@pytest.fixture
async def desk(path: Path) -> AsyncIterator[Desk]:
    async with desk_at(path) as one:
        yield one


async def test_lists_and_their_counts_are_shown(desk: Desk) -> None:
    made = await desk.make(FEW)
    shown = await desk.shown(made)
    assert (shown.told.name, shown.state, shown.pending, shown.jobs) == (NEW.name, ListState.NEW, "", ())
    await until(lambda: (found := desk.lists.view.find(made)) and found.figures, "figures", 5)
    figures = desk.lists.view.lists[0].figures
    assert figures is not None
    assert (figures.never, figures.total, figures.done) == (4, 4, 0)
    assert figures.as_of > 0
    assert desk.lists.view.problem is None


async def test_what_was_made_here_is_shown_with_its_rules_as_soon_as_it_is_made(desk: Desk) -> None:
    new = named(stop_rule=StopRule.FAILED_COUNT, stop_limit=5)
    await desk.uploads.create(new, numbers(15))
    await until(lambda: desk.lists.view.lists and desk.lists.view.lists[0].kept, "a kept list", 5)
    shown = desk.lists.view.lists[0]
    assert shown.kept is not None
    assert (shown.kept.stop_rule, shown.kept.stop_limit) == (StopRule.FAILED_COUNT, 5)
    await until(lambda: desk.lists.view.lists[0].jobs[0].sent == 16, "all sent", 5)
    desk.lists.choose(shown.id)
    assert {row.state for row in await desk.numbers(16)} == {NumberState.NEVER}


async def test_no_overview_is_asked_for_before_a_list_that_is_being_made_is_there(path: Path) -> None:
    async with desk_at(path, background=False, visible=False, deadline=5.0) as desk:
        await desk.site.faults(fault("hang"))
        await desk.uploads.create(NEW, ())
        await until(lambda: desk.lists.view.jobs and desk.lists.view.jobs[0].underway, "it is being made", 5)
        await desk.meanwhile()
        assert [event for event, _ in await desk.asked()] == ["addautocall"]


async def test_the_numbers_of_the_list_on_screen_come_and_those_of_the_former_go(desk: Desk) -> None:
    first, second = await desk.make(FEW), await desk.make(NEW)
    await desk.shown(second)
    desk.lists.choose(first)
    assert [row.number for row in await desk.numbers(4)] == [row.number for row in FEW.numbers]
    desk.lists.choose(second)
    assert desk.lists.numbers is None
    assert [row.name for row in await desk.numbers(1)] == ["İlk"]
    desk.lists.choose("")
    assert desk.lists.numbers is None


async def test_a_list_that_is_chosen_before_an_overview_listed_it_is_asked_for(desk: Desk) -> None:
    await desk.once_more()
    made = await desk.make(FEW)
    desk.lists.choose(made)
    assert len(await desk.numbers(4)) == 4


async def test_numbers_on_their_way_are_seen_before_any_report_and_move_as_they_are_sent(path: Path) -> None:
    async with desk_at(path, visible=False, background=False, each=0.1) as desk:
        made = await desk.make()
        desk.lists.choose(made)
        await desk.uploads.add(made, NEW.name, numbers(30))
        seen: set[NumberState] = set()
        desk.lists.subscribe_numbers(lambda told: seen.update(row.state for row in (told.rows if told else ())))
        await until(lambda: {NumberState.WAITING, NumberState.SENT} <= seen, "waiting and sent", 5)
        assert desk.lists.numbers is not None
        assert desk.lists.numbers.as_of == 0


async def test_a_number_nobody_may_call_is_marked_in_the_list_on_screen(desk: Desk) -> None:
    await desk.archive.block([BlockedNumber("5550000002", "0555 000 00 02")])
    desk.lists.choose(await desk.make(FEW))
    assert [row.blocked for row in await desk.numbers(4)] == [False, False, True, False]


async def test_an_unknown_number_is_settled_by_the_report_that_was_wanted(path: Path) -> None:
    async with desk_at(path, visible=False, background=False) as desk:
        made = await desk.make()
        desk.lists.want_lists()
        await desk.shown(made)
        await desk.site.faults(fault("hang"))
        unknown: list[int] = []
        desk.uploads.subscribe(lambda jobs: unknown.append(jobs[0].unknown))
        job = await desk.uploads.add(made, NEW.name, numbers(5))
        await until(lambda: 5 in unknown and desk.uploads.jobs[0].sent == 5, "unknown, then settled", 5)
        rows = await desk.archive.rows_of(job.id)
        assert {row.state for row in rows} == {RowState.SENT}


async def test_nothing_is_asked_while_nobody_looks_from_an_agents_seat(path: Path) -> None:
    async with desk_at(path, visible=False, background=False, factor=5000.0) as desk:
        await desk.make()
        await desk.meanwhile()
        assert [event for event, _ in await desk.asked()] == ["addautocall"]
        desk.lists.look(True)
        await until(lambda: desk.lists.view.lists, "the lists", 5)
        desk.lists.look(False)


async def test_in_the_background_a_list_that_calls_is_followed_and_one_that_rests_is_asked_for_once(path: Path) -> None:
    async with desk_at(path, visible=False) as desk:
        rests, calls = await desk.make(FEW), await desk.make(FEW)
        await desk.client.set_list_active(calls, active=True)
        for _ in range(3):
            await desk.once_more("reportautocall", calls)
        assert (await desk.asked()).count(("reportautocall", rests)) == 1


async def test_opening_the_page_again_at_once_asks_nothing_new(path: Path) -> None:
    async with desk_at(path, factor=1.0, background=False) as desk:
        await until(lambda: desk.lists.view.as_of, "an overview", 5)
        desk.lists.look(False)
        desk.lists.look(True)
        desk.lists.refresh()
        await desk.meanwhile()
        assert await desk.asked() == [("listautocall", "")]
        desk.lists.want_lists()
        await until(lambda: len(desk.views) > 1 and desk.views[-1].as_of > desk.views[0].as_of, "another", 5)


async def test_a_failed_overview_keeps_the_lists_and_says_why_until_one_comes(path: Path) -> None:
    async with desk_at(path, deadline=0.3) as desk:
        made = await desk.make(FEW)
        await desk.shown(made)
        await desk.site.faults(fault("http-500", None))
        await until(lambda: desk.lists.view.problem, "a problem", 5)
        view = desk.lists.view
        assert isinstance(view.problem, NoAnswer)
        assert [shown.id for shown in view.lists] == [made]
        await desk.site.faults()
        await _clear(desk)
        await until(lambda: desk.lists.view.problem is None, "no problem", 5)


async def test_without_an_auto_dialler_nothing_more_is_asked_until_somebody_refreshes(path: Path) -> None:
    async with desk_at(path, visible=False, factor=5000.0) as desk:
        await desk.site.faults(fault("code-60", None))
        problem = await until(lambda: desk.lists.view.problem, "a problem", 5)
        assert problem.reason == "no_package"
        before = len(await desk.asked())
        await desk.meanwhile()
        assert len(await desk.asked()) == before
        await _clear(desk)
        desk.lists.refresh()
        await until(lambda: desk.lists.view.problem is None, "no problem", 5)


async def test_a_refused_login_silences_everything_until_the_user_acts(path: Path) -> None:
    async with desk_at(path, factor=2000.0) as desk:
        await until(lambda: desk.lists.view.as_of, "an overview", 5)
        await desk.site.faults(fault("bad-login", None))
        await until(lambda: desk.refusals.stopped, "a refusal", 5)
        assert isinstance(desk.lists.view.problem, BadCredentials)
        before = len(await desk.asked())
        await desk.meanwhile()
        assert len(await desk.asked()) == before
        await _clear(desk)
        desk.refusals.try_again()
        await desk.meanwhile()
        assert len(await desk.asked()) == before, "another request tries the password"
        desk.refusals.accepted()
        await until(lambda: desk.lists.view.problem is None, "no problem", 5)


async def test_a_limit_answer_is_told_to_the_budgets_and_the_answer_comes_later(path: Path) -> None:
    async with desk_at(path, visible=False, background=False) as desk:
        await desk.site.faults(fault("code-80"))
        desk.lists.want_lists()
        await until(lambda: desk.limits == ["autodial"], "a limit answer", 5)
        await until(lambda: desk.lists.view.as_of and desk.lists.view.problem is None, "an overview", 5)


async def test_a_list_that_is_gone_stays_at_the_end(path: Path) -> None:
    async with desk_at(path) as desk:
        first, second = await desk.make(FEW), await desk.make(NEW)
        await desk.shown(second)
        desk.lists.choose(first)
        await desk.numbers(4)
        _forget(desk, first)
        await until(lambda: desk.lists.view.find(first).state is ListState.GONE, "gone", 5)  # type: ignore[union-attr]
        assert [shown.id for shown in desk.lists.view.lists] == [second, first]
        assert desk.lists.numbers is not None
        assert len(desk.lists.numbers.rows) == 4


async def test_a_report_of_no_such_list_makes_it_gone(path: Path) -> None:
    async with desk_at(path, visible=False, background=False) as desk:
        made = await desk.make(FEW)
        desk.lists.want_lists()
        await desk.shown(made)
        await desk.site.faults(fault("code-400"))
        desk.lists.want_report(made)
        states: list[ListState] = []
        desk.lists.subscribe(lambda view: states.append(view.lists[0].state))
        await until(lambda: ListState.GONE in states, "gone", 5)
        # The PBX lists it after all.
        await until(lambda: desk.lists.view.lists[0].state is ListState.NEW, "there again", 5)


async def test_a_report_is_shown_by_itself_while_the_store_does_not_work(desk: Desk) -> None:
    desk.lists.choose(await desk.make(FEW))
    await desk.numbers(4)
    await desk.store.close()
    await desk.client.add_list_numbers(desk.lists.view.looking, [ListNumber("5550000009")])
    await desk.numbers(5)


async def test_a_view_that_breaks_does_not_stop_the_others(
    desk: Desk, caplog: pytest.LogCaptureFixture, quiet_log: list[str]
) -> None:
    def broken(view: DialView) -> None:
        leave()
        raise ValueError("broken")

    leave = desk.lists.subscribe(broken)
    made = await desk.make(FEW)
    await desk.shown(made)
    assert quiet_log.pop().endswith("a subscriber of the lists failed")


async def test_stopping_in_the_middle_of_a_question_leaves_no_task(path: Path) -> None:
    async with desk_at(path, visible=False, background=False, deadline=5.0) as desk:
        await desk.site.faults(fault("hang", None))
        desk.lists.want_lists()
        while not await desk.asked():
            await desk.meanwhile(1)
        await desk.lists.stop()
        assert not [name for name in desk.tasks.names if "list" in name or "numbers" in name]
        await _clear(desk)


async def _clear(desk: Desk) -> None:
    """No fault any more."""
    reply = await desk.site.http.post(f"{desk.site.ready.control_url}/faults", json={"clear": True})
    assert reply.status_code == 200


def _forget(desk: Desk, list_id: str) -> None:
    """The PBX knows a list no more; no request of the service does that."""
    desk.site.simulator.control._lists._lists.pop(int(list_id))
