"""`--shot` as scripts use it: what the picture shows, what the exit code says, and what is left behind."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.live.states import AgentState
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.started import Started, started, wait_for

pytestmark = pytest.mark.e2e

PNG = b"\x89PNG"
WAITER = "05550001122"
CLOSE = 0.1
"""Seconds within which two readings of the simulator's clock agree."""


@pytest.fixture(scope="module")
def pbx() -> Iterator[SimulatorProcess]:
    """A busy PBX without limits."""
    with SimulatorProcess(("--seed", "7", "--limits", "off"), password=PASSWORD) as simulator:
        yield simulator


def _shot(pbx: SimulatorProcess, folder: Path, picture: Path, **addresses: str) -> list[str]:
    info = pbx.info
    pbx_url = addresses.get("pbx_url", info.pbx_url)
    return [
        *("--account", ACCOUNT, "--pbx-url", pbx_url, "--api-url", info.api_url, "--events", "off"),
        *("--data-dir", str(folder / "data"), "--time-factor", "30", "--lang", "en", "--shot", str(picture)),
    ]


def _environment(password: str = PASSWORD) -> dict[str, str]:
    return {**os.environ, "NETGSM_PASSWORD": password}


def test_a_wrong_password_ends_with_3_and_a_sentence(tmp_path: Path, pbx: SimulatorProcess) -> None:
    arguments = _shot(pbx, tmp_path, tmp_path / "board.png")
    with started(tmp_path / "words", arguments, environment=_environment("wr0ng")) as run:
        assert run.ended() == 3
    assert run.words == "The PBX does not accept the login\n"
    assert not (tmp_path / "board.png").exists()


def test_without_any_password_it_ends_with_3_and_says_where_one_is_looked_for(
    tmp_path: Path, pbx: SimulatorProcess
) -> None:
    arguments = _shot(pbx, tmp_path, tmp_path / "board.png")
    with started(tmp_path / "words", arguments, environment=os.environ) as run:
        assert run.ended() == 3
    assert "NETGSM_PASSWORD" in run.words


def test_an_unreachable_pbx_ends_with_3_and_a_sentence(tmp_path: Path, pbx: SimulatorProcess) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        arguments = _shot(pbx, tmp_path, tmp_path / "board.png", pbx_url=address)
        with started(tmp_path / "words", arguments, environment=_environment()) as run:
            assert run.ended() == 3
    assert run.words.strip()
    assert "Traceback" not in run.words


def test_a_file_that_cannot_be_written_ends_with_2_and_its_name(tmp_path: Path, pbx: SimulatorProcess) -> None:
    picture = tmp_path / "no such folder" / "board.png"
    with started(tmp_path / "words", _shot(pbx, tmp_path, picture), environment=_environment()) as run:
        assert run.ended() == 2
    assert str(picture) in run.words


def test_unusable_arguments_end_with_2(tmp_path: Path) -> None:
    with started(tmp_path / "words", ["--shot", str(tmp_path / "board.png"), "--account", "12"]) as run:
        assert run.ended() == 2
    assert "10 digits" in run.words


def test_two_pictures_of_the_demo_differ_and_it_leaves_nothing_behind(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    early, late = tmp_path / "early.png", tmp_path / "late.png"
    with (
        started(tmp_path / "1", ["--demo", "--shot", str(early)], environment=environment) as first,
        started(
            tmp_path / "2", ["--demo", "--shot", str(late), "--shot-after", "3"], environment=environment
        ) as second,
    ):
        children = [*_children(first), *_children(second)]
        assert [(run.ended(), run.words) for run in (first, second)] == [(0, "")] * 2
    assert early.read_bytes().startswith(PNG)
    assert late.read_bytes().startswith(PNG)
    assert early.read_bytes() != late.read_bytes()
    assert list(temporary.iterdir()) == []
    assert not any(child.is_running() for child in children)


def _children(run: Started) -> list[psutil.Process]:
    """The processes that a start brought up, as soon as there are any."""
    return wait_for(lambda: psutil.Process(run.pid).children(recursive=True), "the simulator's process")


def test_what_is_shown_is_what_was_true_when_the_pbx_was_asked(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        options = Options(time_factor=30.0)
        async with open_desk(qapp, tmp_path, simulator=pbx, options=options) as desk:
            await desk.data()
            queue = min(desk.board.queues)
            await desk.control.post("/model", {"arrive": {"queue": queue, "number": WAITER, "hold": True}})
            await until(lambda: (queue, WAITER) in desk.board.callers, "the caller who waits")
            for _ in range(3):
                before = desk.board.updated
                await until(lambda before=before: desk.board.updated > before, "the next answer")
                await _compare(desk)

    run_qt(qapp, scenario(), 60)


async def _compare(desk: Desk) -> None:
    """Hold the window against the ledger; what changed while the question was answered may be either way."""
    board, cards = desk.board, {card.row.key: card.row for card in desk.shell.board.cards.cards}
    rows = {str(row.key): row for row in desk.shell.board.agents.model.rows}
    asked = [one for one in await desk.control.requests("queuestats") if one["wall"] <= board.updated][-1]["wall"]
    behind = time.time() - (await desk.control.get("/clock"))["now"]
    moments = [at - behind for at in (asked - CLOSE, asked, board.updated, board.updated + CLOSE)]
    truths = [await desk.control.get("/ledger/board", at=at) for at in moments]
    second = 1.0 + CLOSE + board.updated - asked
    for queue in (one["queue"] for one in truths[0]["queues"]):
        facts = [next(one for one in truth["queues"] if one["queue"] == queue) for truth in truths]
        assert cards[queue].waiting in {fact["waiting"] for fact in facts}
        counters = board.queues[queue].counters
        assert counters.completed in {fact["answered"] for fact in facts}
        assert counters.abandoned in {fact["abandoned"] for fact in facts}
        for caller in facts[0]["callers"]:
            known = board.callers.get((queue, caller["number"]))
            if known is not None and known.number:
                assert known.since - behind == pytest.approx(caller["queued"], abs=second)
    for extension, row in rows.items():
        facts = [next(one for one in truth["agents"] if one["exten"] == extension) for truth in truths]
        assert row.mark.value in {_state(fact) for fact in facts}
        assert row.queues in [{place["queue"] for place in fact["queues"]} for fact in facts]


def _state(fact: dict[str, Any]) -> str:
    """The state that the ledger's facts make: a call and a dead phone come before a break in every queue."""
    at_rest = fact["state"] == AgentState.IDLE.value
    return "paused" if at_rest and all(place["paused"] for place in fact["queues"]) else str(fact["state"])
