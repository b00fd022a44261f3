"""Three agents, all their queues, one reason, one action: by keys on the real window, on real HTTP."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.commands import Batch, Outcome, target
from supervisor_gui.options import Options
from tests.helpers.desk import Desk, open_desk, type_text
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

REASON = "çay molası"
SIMULATE = ("--agents", "12", "--queues", "4", "--limits", "off")


def _agents_with_queues(desk: Desk) -> list[str]:
    """Three agents that are free of breaks, the first with several queues."""
    usable = [a for a in desk.board.agents.values() if not a.paused_somewhere and not a.external]
    usable.sort(key=lambda agent: (-len(agent.members), agent.extension))
    return [agent.extension for agent in usable[:3]]


def _pairs(desk: Desk, extensions: list[str]) -> set[tuple[str, str]]:
    return {(e, q) for e in extensions for q in desk.board.agents[e].members}


async def _pause(desk: Desk, extensions: list[str]) -> None:
    desk.choose(extensions)
    desk.press(Qt.Key.Key_P)
    menu = await until(QApplication.activePopupWidget, "the list of reasons")
    menu.actions()[-1].trigger()
    question = await until(lambda: desk.shell._flows.question, "the question for the reason")
    type_text(question.focusWidget(), REASON)
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)


def test_each_pair_is_asked_once_and_each_outcome_is_told_and_kept(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SIMULATE, options=Options(time_factor=6.0)) as desk:
            await desk.data()
            three = _agents_with_queues(desk)
            pairs = _pairs(desk, three)
            assert len(pairs) >= 4
            failing, hanging, *_ = sorted(pairs)
            await desk.control.post(
                "/faults",
                {
                    "set": [
                        {"name": "slow", "match": {"operation": "queuestats"}},
                        {"name": "refuse-member", "count": 1, "match": {"exten": failing[0], "queue": failing[1]}},
                        {
                            "name": "hang",
                            "count": 1,
                            "match": {"operation": "agentpause", "exten": hanging[0], "queue": hanging[1]},
                        },
                    ]
                },
            )
            bus = desk.program._session.bus
            seen: dict[tuple[str, str], list[Outcome]] = {}

            def watch(batch: Batch) -> None:
                for result in batch.results:
                    seen.setdefault(target(result.command), []).append(result.outcome)

            bus.subscribe(watch)
            await _pause(desk, three)
            batch = await until(lambda: bus.batch(1), "the batch")
            await until(lambda: bus.batch(1).count(Outcome.WAITING, Outcome.SENT) == 0, "every answer", 30)
            outcomes = {target(r.command): r.outcome for r in bus.batch(1).results}
            assert outcomes.keys() == pairs
            assert outcomes[failing] is Outcome.REFUSED
            await until(lambda: Outcome.CHECKING in seen[hanging], "“no answer, checking” on the pair that hangs")
            assert {outcomes[pair] for pair in pairs - {failing, hanging}} == {Outcome.DONE}
            await until(lambda: bus.batch(1).finished, "the end", 100)
            asked = await desk.control.requests("agentpause")
            assert sorted((one["params"]["exten"], one["params"]["queue"]) for one in asked) == sorted(pairs)
            assert all("reason=%C3%A7ay%20molas%C4%B1" in one["target"] for one in asked)

            bus.retry_failed(batch.id)
            await until(lambda: bus.batch(2) and bus.batch(2).finished, "the retry", 30)
            again = [target(result.command) for result in bus.batch(2).results]
            failed = [p for p in sorted(pairs) if _ended(bus, p) is not Outcome.DONE]
            assert failing in again
            assert sorted(again) == failed
            assert len(await desk.control.requests("agentpause")) == len(pairs) + len(again)
            rows = await desk.program._store.audit(desk.info.account)
            assert sorted((row.extension, row.queue) for row in rows) == sorted([*pairs, *again])
            assert {row.detail for row in rows} == {REASON}

    def _ended(bus, pair):
        return next(r.outcome for r in bus.batch(1).results if target(r.command) == pair)

    run_qt(qapp, scenario(), 150)
