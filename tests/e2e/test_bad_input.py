"""Bad input on the real window: the last good board stays and looks its age, the failure is told, all goes on after."""

import logging
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.poller import Poller
from supervisor_gui.live.status import Link
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import StreamState
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

STILL = ("--agents", "8", "--queues", "3", "--load", "0", "--limits", "off")
FAST = Options(time_factor=120.0)

UNUSABLE = {
    "html": Link.FAILING,
    "empty": Link.FAILING,
    "cut": Link.FAILING,
    "wrong-shape": Link.FAILING,
    "huge": Link.FAILING,
    "hang": Link.FAILING,
    "drip": Link.FAILING,
    "redirect-302": Link.FAILING,
    "http-500": Link.FAILING,
    "drop-connection": Link.FAILING,
    "code-40": Link.FAILING,
    "code-80": Link.LIMITED,
    "code-100": Link.LIMITED,
}
USABLE = ("non-utf8", "nulls", "numbers-as-words", "unknown-state", "one-bad-row", "hostile-text")


def _poller(desk: Desk) -> Poller:
    return desk.program._session.poller


def _told(desk: Desk) -> str:
    """What the status bar says of the connection."""
    return str(desk.shell.window.link._labels["link"].text())


async def _status_fault(desk: Desk, name: str) -> None:
    await desk.control.post("/faults", {"set": [{"name": name, "match": {"operation": "queuestats"}}]})


async def _is_told(desk: Desk, error: PbxError, fault: str) -> None:
    """The failure's words stand in the status bar in the language of the moment."""
    said = set()
    for language in ("en", "tr"):
        desk.program._settings.set(keys.LANGUAGE, language)
        words = explain(error).title
        await until(lambda words=words: words in _told(desk), f"{fault} is told in {language}")
        said.add(words)
    assert len(said) == 2


async def _recovers(desk: Desk) -> None:
    await desk.control.post("/faults", {"clear": True})
    last = _poller(desk).status.last_ok
    await until(lambda: _poller(desk).status.link is Link.OK and _poller(desk).status.last_ok > last, "it goes on", 20)


async def _pause(desk: Desk, extension: str) -> None:
    """P, then the first reason; the offscreen platform does not give the keyboard back after a menu."""
    desk.shell.window.activateWindow()
    await until(desk.shell.window.isActiveWindow, "the window has the keyboard")
    desk.choose([extension])
    desk.press(Qt.Key.Key_P)
    await until(QApplication.activePopupWidget, "the list of reasons")
    desk.press(Qt.Key.Key_1)


def _first_row(desk: Desk) -> str:
    """The outcome of the newest action's first pair, as the window says it."""
    return str(desk.shell.window.batches._model.index(0).data())


def _bugs(lines: list[str]) -> list[str]:
    """Log lines that are not about the outside world."""
    return [line for line in lines if not line.startswith("supervisor_gui.live.poller: queue status fails")]


def test_each_unusable_answer_is_told_in_both_languages_and_costs_no_row(
    qapp: QApplication, tmp_path: Path, quiet_log: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "supervisor_gui.live.poller")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            rows, queues = set(desk.rows), set(desk.board.queues)
            for fault, link in UNUSABLE.items():
                await _status_fault(desk, fault)
                await until(lambda: _poller(desk).status.error is not None, f"{fault} is noticed")
                status = _poller(desk).status
                assert status.link is link
                await _is_told(desk, status.error, fault)
                assert (set(desk.rows), set(desk.board.queues)) == (rows, queues)
                await _recovers(desk)
            assert not desk.shell.toasts.shown

    run_qt(qapp, scenario(), 120)
    assert _bugs(quiet_log) == []
    assert len(quiet_log) == len(UNUSABLE), "one line when it breaks"
    healed = [record for record in caplog.records if record.getMessage() == "queue status answers again"]
    assert len(healed) == len(UNUSABLE), "and one when it recovers"


@pytest.mark.parametrize("fault", ["code-30", "code-70"])
def test_a_pbx_that_denies_every_queue_for_a_while_costs_no_queue(
    qapp: QApplication, tmp_path: Path, fault: str
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            rows, queues = set(desk.rows), set(desk.board.queues)
            await _status_fault(desk, fault)
            await until(lambda: _poller(desk).status.error, "it is noticed")
            assert explain(_poller(desk).status.error).title in _told(desk)
            await until(lambda: _poller(desk).status.per_queue, "so often that names are believed to be wanted")
            before = len(await desk.control.requests("queuestats"))
            await _requests(desk, before + 2 * len(queues))
            assert (set(desk.rows), set(desk.board.queues)) == (rows, queues)
            await _recovers(desk)
            before = _poller(desk).status.last_ok
            await until(lambda: min(_seen(desk)) > before, "every queue is asked again")
            assert (set(desk.rows), set(desk.board.queues)) == (rows, queues)

    run_qt(qapp, scenario(), 60)


async def _requests(desk: Desk, count: int) -> None:
    """Wait until so many status requests have come."""
    while len(await desk.control.requests("queuestats")) < count:
        pass


def _seen(desk: Desk) -> list[float]:
    """When each queue last answered."""
    return [queue.seen for queue in desk.board.queues.values()]


def test_a_board_that_gets_no_answers_looks_its_age_and_is_fresh_with_the_next_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=Options(time_factor=15.0)) as desk:
            await desk.data()
            pill = desk.shell.window.top.age
            await until(lambda: pill.property("level") == "fresh", "fresh to begin with")
            await _status_fault(desk, "html")
            await until(lambda: pill.property("level") == "dim", "dim first")
            await until(lambda: pill.property("level") == "grey", "then grey")
            assert desk.shell.board._level.value == "grey", "the board itself too"
            assert "sn önce" in pill.text()
            await _recovers(desk)
            await until(lambda: pill.property("level") == "fresh", "fresh again")

    run_qt(qapp, scenario(), 60)


def test_damaged_values_and_hostile_texts_cost_what_they_touch_and_nothing_else(
    qapp: QApplication, tmp_path: Path, quiet_log: list[str]
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            extensions = set(desk.rows)
            for fault in USABLE:
                await _status_fault(desk, fault)
                while fault not in (await desk.control.requests("queuestats"))[-1]["fault"]:
                    pass  # each look at the request log waits for the simulator
                last = _poller(desk).status.last_ok
                await until(lambda last=last: _poller(desk).status.last_ok > last, f"{fault} is an answer")
                if fault == "unknown-state":
                    await until(lambda: "mesgul_bekliyor" in _texts(desk), "the unknown word is shown as it is")
                if fault == "hostile-text":
                    _assert_harmless(desk)
                await _recovers(desk)
                await until(lambda: set(desk.rows) == extensions, f"everybody is back after {fault}")

    run_qt(qapp, scenario(), 90)
    assert _bugs(quiet_log) == []


def _texts(desk: Desk) -> str:
    """Everything that tables and cards say."""
    board = desk.shell.board
    models = (board.agents.model, board.callers.model)
    cells = [
        str(model.index(row, column).data())
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    cards = [f"{card.accessibleName()} {card.row.name} {card.row.longest}" for card in board.cards.cards]
    return "\n".join([*cells, *cards])


def _assert_harmless(desk: Desk) -> None:
    """Foreign words show as plain text, cut, with nothing invisible in them."""
    words = _texts(desk)
    assert "<b>" in words, "markup is shown as it was sent"
    assert not any(char in words for char in "\x00\x07\x1b\r\u202e\u2066\u200f\ufeff")
    assert max(map(len, words.splitlines())) < 1000
    assert "…" in words
    for card in desk.shell.board.cards.cards:
        assert "<b>" not in card.toolTip()
    assert len(desk.shell.window.windowTitle()) < 200


def test_an_order_whose_answer_is_spoilt_is_sent_once_checked_and_found_done(
    qapp: QApplication, tmp_path: Path, quiet_log: list[str]
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            free = [one for one in desk.rows if not desk.board.agents[one].paused_somewhere]
            bus = desk.program._session.bus
            for number, fault in enumerate(("html", "empty", "cut"), 1):
                one = free[number]
                spoilt = {"name": fault, "match": {"operation": "agentpause"}}
                blind = {"name": "http-500", "match": {"operation": "queuestats"}}
                await desk.control.post("/faults", {"set": [spoilt, blind]})
                await _pause(desk, one)
                await until(
                    lambda number=number: (
                        (batch := bus.batch(number)) and batch.count(Outcome.CHECKING) == len(batch.results)
                    ),
                    f"{fault}: said that it is not known",
                )
                await until(lambda: "denetleniyor" in _first_row(desk), "the window says so")
                await desk.control.post("/faults", {"clear": True})
                await until(lambda number=number: bus.batch(number).finished, f"the end of {fault}", 30)
                assert {result.outcome for result in bus.batch(number).results} == {Outcome.DONE}
                pairs = [p for p in await desk.control.requests("agentpause") if p["params"]["exten"] == one]
                assert len(pairs) == len(desk.board.agents[one].members), "never sent twice"

    run_qt(qapp, scenario(), 90)
    assert [line for line in _bugs(quiet_log) if "live.bus" not in line] == []


def test_an_order_given_while_the_board_is_blind_is_kept_and_done(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            one = next(one for one in desk.rows if not desk.board.agents[one].paused_somewhere)
            await _status_fault(desk, "html")
            await until(lambda: _poller(desk).status.link is Link.FAILING, "blind")
            await _pause(desk, one)
            await until(lambda: desk.board.agents[one].paused_somewhere, "the row shows the break")
            assert _poller(desk).status.link is Link.FAILING
            await _recovers(desk)
            bus = desk.program._session.bus
            await until(lambda: bus.batch(1).finished, "done")
            assert desk.board.agents[one].paused_somewhere

    run_qt(qapp, scenario(), 60)


def test_what_still_waits_while_orders_hang_can_be_cancelled_and_is_never_sent(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST) as desk:
            await desk.data()
            await desk.control.post("/faults", {"set": [{"name": "hang", "match": {"operation": "agentpause"}}]})
            desk.choose(desk.rows)
            desk.press(Qt.Key.Key_P)
            await until(QApplication.activePopupWidget, "the list of reasons")
            desk.press(Qt.Key.Key_1)
            bus = desk.program._session.bus
            cancel = desk.shell.window.batches._cancel
            await until(lambda: cancel.isVisible() and bus.batch(1).count(Outcome.SENT), "some are sent, others wait")
            QTest.keyClick(cancel, Qt.Key.Key_Space)
            given_up = bus.batch(1).count(Outcome.CANCELLED)
            assert given_up
            assert bus.batch(1).count(Outcome.WAITING) == 0
            await until(lambda: bus.batch(1).finished, "the end of what was sent", 30)
            sent = len(bus.batch(1).results) - given_up
            assert len(await desk.control.requests("agentpause")) == sent
            assert bus.batch(1).count(Outcome.DONE) == sent, "what was carried out is found out"

    run_qt(qapp, scenario(), 60)


def test_a_pbx_that_is_gone_is_told_and_orders_meanwhile_are_refused_in_words(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with open_desk(qapp, tmp_path, simulator=simulator, options=FAST) as desk:
            await desk.data()
            rows = set(desk.rows)
            simulator.stop()
            await until(lambda: _poller(desk).status.link is Link.FAILING, "nobody answers")
            await until(lambda: "bağlantıyı kabul etmiyor" in _told(desk) or "koptu" in _told(desk), "it is told")
            await _pause(desk, min(rows))
            bus = desk.program._session.bus
            await until(lambda: bus.batch(1) and bus.batch(1).finished, "the order's end", 30)
            assert all(result.outcome is not Outcome.DONE for result in bus.batch(1).results)
            await until(desk.shell.window.batches._retry.isVisible, "it can be tried again")
            assert set(desk.rows) == rows

    with SimulatorProcess(("--seed", "7", *STILL), password=PASSWORD) as simulator:
        run_qt(qapp, scenario(simulator), 60)


def _nobody() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{one.getsockname()[1]}"


@pytest.mark.parametrize(
    ("address", "reason", "factor"),
    [("", "refused", 120.0), ("http://pbx.invalid:9111", "dns", 1.0)],
    ids=["refused port", "unknown name"],
)
def test_a_pbx_that_was_never_reached_is_told_and_the_window_lives(
    qapp: QApplication, tmp_path: Path, address: str, reason: str, factor: float
) -> None:
    async def scenario() -> None:
        options = Options(time_factor=factor, pbx_url=address or _nobody())
        async with open_desk(qapp, tmp_path, simulate=STILL, options=options) as desk:
            await until(lambda: desk.program._session and _poller(desk).status.error, "the failure", 20)
            assert _poller(desk).status.error.reason == reason
            assert explain(_poller(desk).status.error).title in _told(desk)
            await until(lambda: desk.shell.window.top.age.text() == "henüz veri yok", "no data is said to be there")
            assert await desk.control.requests() == []

    run_qt(qapp, scenario(), 40)


# The event stream.


async def _moves(desk: Desk, number: str) -> None:
    """A call that comes now reaches the board by the stream, long before the next answer."""
    queue = next(iter(desk.board.queues))
    await desk.control.post("/model", {"arrive": {"queue": queue, "number": number, "hold": True}})
    await until(lambda: (queue, number) in desk.board.callers, f"{number} is seen")
    await desk.control.post("/model", {"abandon": {"number": number}})
    await until(lambda: (queue, number) not in desk.board.callers, f"{number} is gone")


def test_whatever_the_event_stream_does_the_board_goes_on_and_the_stream_comes_back(
    qapp: QApplication, tmp_path: Path, quiet_log: list[str]
) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=STILL, options=FAST, events=True) as desk:
            await desk.data()
            await until(lambda: desk.program._session.stream.state is StreamState.ON, "the stream")
            states: list[StreamState] = []
            desk.program._session.subscribe_stream(lambda change: states.append(change.state))
            faults = ("unknown-frames", "duplicate-events", "half-frame", "hostile-text", "event-flood")
            for number, fault in enumerate((*faults, "drop-connection"), 10):
                once = {"name": fault, "count": 1, "match": {"operation": "event"}}
                await desk.control.post("/faults", {"set": [once]})
                queue = next(iter(desk.board.queues))
                call = {"arrive": {"queue": queue, "number": f"055500012{number}", "hold": True}}
                await desk.control.post("/model", call)
                await desk.control.post("/model", {"abandon": {"number": f"055500012{number}"}})
                while (await desk.control.get("/faults"))["faults"]:
                    pass  # until it has struck
                if fault == "drop-connection":
                    await until(lambda: StreamState.WAITING in states, "the drop is noticed", 60)
                await until(lambda: desk.program._session.stream.state is StreamState.ON, f"on again after {fault}", 20)
                await _moves(desk, f"055500011{number}")
                assert len(desk.board.queues) == 3

    run_qt(qapp, scenario(), 120)
    assert [line for line in _bugs(quiet_log) if "events" not in line] == []
