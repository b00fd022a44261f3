"""The agent's own corner on the real window: breaks, shift and calls of one extension, and who rings at it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.dial_memory import Favourite
from supervisor_gui.live.live_calls import CallState
from supervisor_gui.netsantral.types import AgentStatus
from supervisor_gui.netsantral.types_numbers import NumberKind
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.call_desk import COLLEAGUE, CTRL, CUSTOMER, LINE, MINE, OTHER, CallDesk
from tests.helpers.desk import PASSWORD, open_desk
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import run_qt, until
from tests.helpers.wire_server import open_client

pytestmark = pytest.mark.e2e

FAST = Options(time_factor=20.0)
TWICE = "105"
"""An extension in two queues."""

FIXED, DYNAMIC = "Satış", "Destek"


Scenario = Callable[[SimulatorProcess], Awaitable[None]]


def _run(app: QApplication, scenario: Scenario) -> None:
    """Run a scenario on one simulator, over as many starts of the window as it has."""

    async def simulated() -> None:
        simulator = SimulatorProcess(STILL, password=PASSWORD)
        await simulator.start_async()
        try:
            await scenario(simulator)
        finally:
            await asyncio.to_thread(simulator.stop)

    run_qt(app, simulated(), 90)


@asynccontextmanager
async def _started(app: QApplication, folder: Path, simulator: SimulatorProcess) -> AsyncIterator[CallDesk]:
    """One start of the window: calls are alive and their page is open."""
    async with open_desk(app, folder, simulator=simulator, options=FAST, events=True) as desk:
        await desk.data()
        await until(desk.shell.dial_bar.entry.isEnabled, "calls came to life")
        await until(lambda: desk.program._session.calls.keeper.calls.stream, "the event stream is on")
        desk.shell.open_page("calls")
        yield CallDesk(desk)


async def _memberships(phone: CallDesk, extension: str) -> dict[str, bool]:
    """The queues that the PBX truly has the extension in, and whether it is on break there."""
    agents = (await phone.control.get("/ledger/board"))["agents"]
    (agent,) = (agent for agent in agents if agent["exten"] == extension)
    return {member["queue"]: member["paused"] for member in agent["queues"]}


async def _keyboard_back(phone: CallDesk) -> None:
    """The offscreen screen gives the keyboard to every window that opens and does not give it back.

    On a real one a menu gives it back and the notice never has it (test_link_on_a_screen).
    """
    phone.shell.window.activateWindow()
    await until(phone.shell.window.isActiveWindow, "the window has the keyboard")


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


async def _carried_out(phone: CallDesk, batch: int) -> None:
    """Wait until that action of this start has come to its end; all of it was done."""
    bus = phone.desk.program._session.bus
    ended = await until(lambda: (one := bus.batch(batch)) and one.finished and one, "the action is over")
    assert ended.count(Outcome.DONE) == len(ended.results)


async def _in_break(phone: CallDesk, batch: int, state: str) -> None:
    """Wait for the end of an action; the corner and the PBX say the same of every queue."""
    await _carried_out(phone, batch)
    await until(lambda: phone.front.corner.state.text() == state, f"the corner says {state}")
    assert set((await _memberships(phone, TWICE)).values()) == {state != "Boşta"}


async def _in_queues(phone: CallDesk, batch: int, queues: set[str]) -> None:
    """Wait for the end of an action; the corner and the PBX know the same queues."""
    await _carried_out(phone, batch)
    chips = phone.front.corner.chips
    await until(lambda: {chip.queue for chip in chips.chips} == queues, f"the corner shows {queues}")
    assert (await _memberships(phone, TWICE)).keys() == queues


def _today(phone: CallDesk) -> list[tuple[str, ...]]:
    """My calls today, as the page shows them."""
    model = phone.front.page.today.today_model
    at = [model.column_of(name) for name in ("time", "party", "direction", "queue", "result")]
    return [
        tuple(str(model.index(row, column, QModelIndex()).data()) for column in at) for row in range(model.rowCount())
    ]


class Browser(QObject):
    """Stands for the user's browser while it is in use.

    Attributes:
        pages: The addresses that it was given.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        """Take an address."""
        self.pages.append(address.toString())


@contextmanager
def _browser() -> Iterator[list[str]]:
    """The addresses that are opened within the block."""
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        yield browser.pages
    finally:
        QDesktopServices.unsetUrlHandler("https")


async def _let_ring(phone: CallDesk, number: str) -> None:
    """A customer calls, and the own telephone rings."""
    await phone.model(phone={"exten": MINE, "state": "idle"})  # no rest after the call before
    await phone.model(arrive={"queue": FIXED, "number": number, "patience": 600})
    own = phone.front.shift
    await until(lambda: own.agent and own.agent.status is AgentStatus.RINGING, "the board shows that it rings")


def test_a_break_in_all_queues_takes_two_keys_and_the_return_one(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with _started(qapp, tmp_path, simulator) as phone:
            desk, corner = phone.desk, phone.front.corner
            phone.use(CALL_EXTENSION=TWICE)
            assert corner.isVisible()
            assert corner.state.text() == "Boşta"
            assert {chip.queue for chip in corner.chips.chips} == {FIXED, DYNAMIC}
            desk.presses = 0
            desk.press(Qt.Key.Key_B, CTRL)
            await until(QApplication.activePopupWidget, "the list of reasons")
            desk.press(Qt.Key.Key_1)
            assert desk.presses == 2
            await _in_break(phone, 1, "Mola · Çay molası")
            await _keyboard_back(phone)
            desk.press(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
            assert desk.presses == 3
            await _in_break(phone, 2, "Boşta")
            _click(corner.take_break)
            desk.press(Qt.Key.Key_2)
            await _in_break(phone, 3, "Mola · Yemek")
            _click(corner.resume)
            await _in_break(phone, 4, "Boşta")
            asked = [request["params"] for request in await phone.control.requests("agentpause")]
            assert sorted((one["queue"], one["paused"], one["reason"]) for one in asked) == sorted(
                (queue, paused, reason)
                for reason in ("Çay molası", "Yemek")
                for queue in (FIXED, DYNAMIC)
                for paused in "01"
            )

    _run(qapp, scenario)


def test_the_corner_shows_no_newer_board_than_the_keys_go_by(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with _started(qapp, tmp_path, simulator) as phone:
            phone.use(CALL_EXTENSION=TWICE)
            agreed = []

            def learn(*_: object) -> None:
                """Something else is learned with every change of the board."""
                phone.front.refresh()
                agreed.append(phone.front.shift.agent is phone.desk.board.agents.get(TWICE))

            phone.desk.program._session.live.subscribe(learn)
            phone.front.corner.break_wanted.emit("Yemek")
            await _in_break(phone, 1, "Mola · Yemek")
            assert len(agreed) >= 2
            assert all(agreed)

    _run(qapp, scenario)


def test_a_shift_logs_into_my_queues_and_out_of_the_dynamic_ones_and_they_are_known_after_a_restart(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with _started(qapp, tmp_path, simulator) as phone:
            phone.use(CALL_EXTENSION=TWICE)
            corner = phone.front.corner
            _click(corner.end)
            await _in_queues(phone, 1, {FIXED})
            assert not corner.end.isEnabled()
            _click(corner.start)
            question = await until(QApplication.activeModalWidget, "the question which queues are mine")
            for _ in (FIXED, DYNAMIC):
                QTest.keyClick(question.focusWidget(), Qt.Key.Key_Space)
                QTest.keyClick(question.focusWidget(), Qt.Key.Key_Down)
            QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)
            await _in_queues(phone, 2, {FIXED, DYNAMIC})
            assert not corner.start.isEnabled()
        async with _started(qapp, tmp_path, simulator) as phone:
            corner = phone.front.corner
            _click(corner.end)
            await _in_queues(phone, 1, {FIXED})
            _click(corner.start)
            await _in_queues(phone, 2, {FIXED, DYNAMIC})
            for operation in ("agentlogin", "agentlogoff"):
                asked = [request["params"] for request in await phone.control.requests(operation)]
                assert [(one["exten"], one["queue"]) for one in asked] == [(TWICE, DYNAMIC)] * 2

    _run(qapp, scenario)


def test_a_call_that_ended_is_among_my_calls_of_today_and_still_is_after_a_restart(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with _started(qapp, tmp_path, simulator) as phone:
            phone.use(CALL_EXTENSION=MINE, CALL_LINE=LINE)
            await _let_ring(phone, CUSTOMER)
            await phone.model(answer={"number": CUSTOMER})
            await until(lambda: phone.own and phone.own.state is CallState.TALKING, "the caller is talked with")
            assert not _today(phone)
            await phone.model(end={"number": CUSTOMER})
            await until(lambda: _today(phone), "the call that ended")
            await _keyboard_back(phone)
            phone.dial(OTHER)
            await phone.connect()
            phone.desk.press(Qt.Key.Key_K, CTRL)
            await until(lambda: len(_today(phone)) == 2, "the call that was made and ended from here")
            seen = _today(phone)
            assert [row[1:] for row in seen] == [
                (f"0{OTHER}", "Giden", "", "00:00"),
                (f"0{CUSTOMER}", "Gelen", FIXED, "00:00"),
            ]
        async with _started(qapp, tmp_path, simulator) as phone:
            await until(lambda: _today(phone) == seen, "the calls of the run before")

    _run(qapp, scenario)


def test_who_rings_is_told_with_name_queue_and_last_call_and_a_click_opens_the_customers_page(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        async with _started(qapp, tmp_path, simulator) as phone:
            phone.use(CALL_EXTENSION=MINE, NOTICE_ADDRESS="https://crm.example/find?tel={number}")
            notice = phone.desk.program.pages.telephone.ringing.notice
            await _let_ring(phone, CUSTOMER)
            await until(notice.isVisible, "the notice")
            assert f"0{CUSTOMER}" in notice.words
            assert f"Kuyruk: {FIXED}" in notice.words
            assert "Son çağrı" not in notice.words
            await phone.model(answer={"number": CUSTOMER})
            await until(lambda: not notice.isVisible(), "it goes when the call is answered")
            await phone.model(end={"number": CUSTOMER})
            await until(lambda: _today(phone), "the call is over")
            book = phone.desk.program._session.calls.book
            book.add_favourite(Favourite(NumberKind.MOBILE, CUSTOMER, f"0{CUSTOMER}", "Deniz <b>Yılmaz</b>"))
            await _let_ring(phone, CUSTOMER)
            await until(lambda: notice.isVisible() and "Son çağrı" in notice.words, "the notice, with the call before")
            assert f"Deniz <b>Yılmaz</b> · 0{CUSTOMER}" in notice.words
            assert f"dahili {MINE}" in notice.words
            with _browser() as pages:
                _click(notice)
            assert pages == [f"https://crm.example/find?tel=0{CUSTOMER}"]
            await phone.model(abandon={"number": CUSTOMER})
            await until(lambda: not notice.isVisible(), "it goes when the caller gave up")

    _run(qapp, scenario)


def test_a_colleague_who_rings_is_the_other_party_whose_call_one_press_ends(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        info = simulator.info
        async with (
            _started(qapp, tmp_path, simulator) as phone,
            open_client(info.pbx_url, api_url=info.api_url, password=PASSWORD) as colleague,
        ):
            phone.use(CALL_EXTENSION=MINE, NOTICE_ADDRESS="https://crm.example/find?tel={number}")
            notice = phone.desk.program.pages.telephone.ringing.notice
            await colleague.internal_call(COLLEAGUE, MINE)
            call = await phone.rung()
            await phone.model(answer={"call": call})
            await until(notice.isVisible, "the notice")
            assert notice.words.splitlines() == ["Dahiliniz çalıyor", COLLEAGUE]
            await phone.model(answer={"call": call})
            await until(lambda: not notice.isVisible(), "it goes when the call is answered")
            await until(lambda: phone.own and phone.own.state is CallState.TALKING, "both talk")
            row = phone.front.panel.row_of(phone.own.key)
            assert row.party.text() == COLLEAGUE
            _click(row.hang_up)
            assert (await phone.asked("hangup"))["unique_id"] == call
            await until(lambda: _today(phone), "the call that ended")
            assert [row[1:3] for row in _today(phone)] == [(COLLEAGUE, "Dahili")]

    _run(qapp, scenario)
