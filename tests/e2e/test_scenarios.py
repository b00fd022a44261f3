"""What must be effortless, by keys on the real window: each scenario within its count of presses."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QListWidget

from supervisor_gui.config import BreakRule, keys
from supervisor_gui.live import lastboard
from supervisor_gui.live.commands import Outcome, target
from supervisor_gui.live.states import AgentState, state_of
from supervisor_gui.live.status import Link
from supervisor_gui.netsantral.types import Membership
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

STILL = ("--agents", "12", "--queues", "4", "--load", "0", "--limits", "off")
FAST = Options(time_factor=40.0)


def _cell(desk: Desk, extension: str, column: str) -> str:
    """What the agents' table says in one cell now."""
    model = desk.shell.board.agents.model
    row = desk.rows.index(extension)
    place = [one.key for one in model.columns].index(column)
    return str(model.index(row, place, QModelIndex()).data())


async def _arrive(desk: Desk, queue: str, number: str) -> None:
    await desk.control.post("/model", {"arrive": {"queue": queue, "number": number, "hold": True}})


def _free_agents(desk: Desk) -> list[str]:
    """Agents who are idle, in no break, and could help elsewhere."""
    return [
        one.extension
        for one in desk.board.agents.values()
        if state_of(one) is AgentState.IDLE and not one.paused_somewhere and len(one.members) < len(desk.board.queues)
    ]


def test_a_burning_queue_is_on_top_with_its_longest_caller_and_the_title_counts_without_a_press(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            desk.program._settings.set(keys.RISE, 0)
            cards = desk.shell.board.cards
            burning = cards.cards[-1].row.key
            await _arrive(desk, burning, "05550001122")
            await until(lambda: desk.board.queues[burning].waiting == 1, "the first caller")
            await desk.control.post("/clock", {"advance": 20})
            for last in range(23, 28):
                await _arrive(desk, burning, f"055500011{last}")
            await until(lambda: cards.cards[0].row.key == burning and cards.cards[0].row.red, "it burns on top")
            card = cards.cards[0]
            assert card.row.waiting == 6
            assert "5550001122" in card.row.longest
            assert str(card.row.states[0]) in card.accessibleName(), "whether anybody is free is told"
            before = card.row.wait(card._now)
            await until(lambda: card.row.wait(card._now) != before, "the wait ticks")
            assert desk.shell.window.windowTitle().startswith("(6) ")
            assert desk.presses == 0

    run_qt(qapp, scenario(), 60)


def test_two_idle_agents_are_sent_to_the_most_troubled_queue_by_q_and_enter(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            desk.program._settings.set(keys.RISE, 0)
            two = _free_agents(desk)[:2]
            needy = next(
                name for name in desk.board.queues if all(name not in desk.board.agents[one].members for one in two)
            )
            await _arrive(desk, needy, "05550001122")
            await until(lambda: desk.board.queues[needy].waiting, "the caller waits")
            desk.choose(two)
            desk.press(Qt.Key.Key_Q)
            question = await until(lambda: desk.shell._flows.question, "the question for the queue")
            await until(lambda: question.isAncestorOf(desk.focus()), "the question has the keyboard")
            assert needy in question.findChild(QListWidget).currentItem().text()
            desk.press(Qt.Key.Key_Return)
            bus = desk.program._session.bus
            await until(lambda: bus.batch(1) and bus.batch(1).finished, "both are in", 30)
            assert {target(one.command) for one in bus.batch(1).results} == {(one, needy) for one in two}
            assert all(one.outcome is Outcome.DONE for one in bus.batch(1).results)
            assert desk.presses == 2
            asked = await desk.control.requests("agentlogin")
            assert sorted(one["params"]["exten"] for one in asked) == sorted(two)
            await until(lambda: all(needy in desk.board.agents[one].members for one in two), "the board has them")

    run_qt(qapp, scenario(), 60)


def test_a_fixed_member_stays_and_the_window_says_why(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            fixed, queue = next(
                (agent.extension, member.queue)
                for agent in desk.board.agents.values()
                for member in agent.members.values()
                if member.membership is Membership.STATIC
            )
            desk.choose([fixed])
            desk.table.choose_queue(queue)
            desk.press(Qt.Key.Key_Delete)
            panel = desk.shell.window.batches
            await until(panel.isVisible, "the outcome is shown")
            assert "sabit üye" in panel._model.index(0).data()
            assert await desk.control.requests("agentlogoff") == []

    run_qt(qapp, scenario(), 60)


def test_a_tea_break_in_every_queue_is_p_and_a_digit(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            one = max(_free_agents(desk), key=lambda extension: len(desk.board.agents[extension].members))
            queues = set(desk.board.agents[one].members)
            assert len(queues) > 1
            desk.choose([one])
            desk.press(Qt.Key.Key_P)
            await until(QApplication.activePopupWidget, "the list of reasons")
            desk.press(Qt.Key.Key_1)
            bus = desk.program._session.bus
            await until(lambda: bus.batch(1) and bus.batch(1).finished, "the break", 30)
            asked = await desk.control.requests("agentpause")
            assert {(row["params"]["exten"], row["params"]["queue"]) for row in asked} == {(one, q) for q in queues}
            assert {row["params"]["reason"] for row in asked} == {"Çay molası"}
            assert len(asked) == len(queues)
            await until(lambda: "Mola · Çay molası" in _cell(desk, one, "state"), "the row says so")
            assert desk.presses == 2

    run_qt(qapp, scenario(), 60)


def test_an_overrun_break_shows_its_minutes_without_a_press_and_ends_with_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with open_desk(qapp, tmp_path, simulator=simulator, options=FAST) as desk:
            await desk.data()
            one = _free_agents(desk)[0]
            await desk.control.post("/model", {"pause": {"exten": one, "paused": True, "reason": "Çay molası"}})
            await until(lambda: "Çay molası" in _cell(desk, one, "state"), "the break")
        _began_earlier(desk.paths.board, one, 25 * 60.0)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=FAST) as desk:
            await until(lambda: desk.program._link is Link.OK, "an answer in this run")
            assert _cell(desk, one, "since").startswith("≥"), "this program did not see it begin"
            assert "5 dk aştı" in _cell(desk, one, "since")
            after = desk.rows[desk.rows.index(one) + 1 :]
            others = set(desk.rows) - set(after) - {one}
            assert {state_of(desk.board.agents[other]) for other in others} == {AgentState.IDLE}
            assert desk.presses == 0
            desk.choose([one])
            desk.press(Qt.Key.Key_R)
            assert desk.presses == 1
            bus = desk.program._session.bus
            await until(lambda: bus.batch(1).finished, "told as done", 30)
            assert {result.outcome for result in bus.batch(1).results} == {Outcome.DONE}
            await until(lambda: not desk.board.agents[one].paused_somewhere, "back at work", 30)

    with SimulatorProcess(("--seed", "7", *STILL), password=PASSWORD) as simulator:
        run_qt(qapp, scenario(simulator), 60)


def _began_earlier(path: Path, extension: str, seconds: float) -> None:
    """Let the board on disk say that the agent's state began so long ago."""
    saved = lastboard.load(path, ACCOUNT).board
    agent = saved.agents[extension]
    members = {
        name: msgspec.structs.replace(member, since=member.since - seconds) for name, member in agent.members.items()
    }
    agent = msgspec.structs.replace(agent, members=members, since=agent.since - seconds)
    board = msgspec.structs.replace(saved, agents={**saved.agents, extension: agent})
    lastboard.save(path, board, ACCOUNT, board.updated)


def test_a_break_of_a_reason_without_a_limit_is_never_over(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            desk.program._settings.set(keys.BREAKS, (BreakRule("Doktor", 0, 0),))
            one = _free_agents(desk)[0]
            await desk.control.post("/model", {"pause": {"exten": one, "paused": True, "reason": "Doktor"}})
            await until(lambda: "Doktor" in _cell(desk, one, "state"), "the break")
            assert not desk.shell.board.agents.model.find(one).over

    run_qt(qapp, scenario(), 60)


def test_a_name_given_yesterday_is_on_the_board_soon_after_the_start(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            extension = desk.rows[0]
            desk.program._session.directory.rename(extension, "Çiğdem Işık")
            await until(lambda: "Çiğdem Işık" in _cell(desk, extension, "agent"), "the name at once")
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            await until(lambda: "Çiğdem Işık" in _cell(desk, extension, "agent"), "yesterday's name")

    run_qt(qapp, scenario(), 60)
