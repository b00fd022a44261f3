"""The password between two starts: kept by a real Secret Service, or told plainly that it will not be."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import keyring
import pytest
from keyring.backends import SecretService as Backend
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.desktop.credentials import Credentials, KeyringState, Outcome, explain_keyring
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.desk import ACCOUNT, PASSWORD, type_text
from tests.helpers.first_start import FirstStart, open_start
from tests.helpers.prompter import Prompter
from tests.helpers.qt_async import run_qt, until
from tests.helpers.secret_service import SecretService, secret_service
from tests.helpers.started import started

# The keyring library leaves its connection to the collector when the keyring stays locked.
pytestmark = [pytest.mark.e2e, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]

PATIENCE = 0.8
"""Seconds until a silent keyring counts as hanging here; half a minute in the program."""

RESPONSIVE = 20
"""Turns of the event loop that a window takes, at the least, while it waits for the keyring."""


@pytest.fixture(scope="module")
def pbx() -> Iterator[SimulatorProcess]:
    """A still PBX without limits."""
    arguments = ("--agents", "4", "--queues", "2", "--load", "0", "--limits", "off")
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        yield simulator


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """GNOME Keyring, unlocked and empty, as this process's keyring."""
    with secret_service() as running:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
        keyring.set_keyring(Backend.Keyring())
        yield running
        keyring.set_keyring(fail.Keyring())


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor_gui.program.Credentials", partial(Credentials, timeout=PATIENCE))
    monkeypatch.setattr("supervisor_gui.entrance.SILENCE", PATIENCE / 4)


@contextmanager
def _stopped(service: SecretService) -> Iterator[None]:
    """The keyring's process stands still: it takes calls and answers none."""
    assert service._keyring is not None
    os.kill(service._keyring.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(service._keyring.pid, signal.SIGCONT)


def _options(pbx: SimulatorProcess, account: str = "") -> Options:
    info = pbx.info
    return Options(
        account=account, pbx_url=info.pbx_url, api_url=info.api_url, time_factor=60.0, lang="tr", theme="light"
    )


def _words(state: KeyringState) -> str:
    return explain_keyring(Outcome(state))


async def _told(start: FirstStart, state: KeyringState) -> None:
    """Wait until the question for the password says what will become of it."""
    dialog = await until(lambda: start.dialog, "the question for account and password")
    await until(lambda: dialog.account.keyring.text() == _words(state), f"the words for a keyring that is {state}")
    assert dialog.account.keyring.isVisible()


async def _works_unkept(start: FirstStart, state: KeyringState) -> None:
    """The board comes, and a message says that the password is for this run only."""
    await start.data()
    await until(lambda: any(_words(state) in words for words in start.toasts), "a message about the password")


def test_saved_at_the_first_start_the_next_one_asks_nothing(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    async def first() -> None:
        async with open_start(qapp, tmp_path, _options(pbx)) as start:
            await _told(start, KeyringState.READY)
            await start.answer(ACCOUNT, PASSWORD)
            await start.data()
            assert start.toasts == []

    run_qt(qapp, first())
    assert service.kept(ACCOUNT) == [PASSWORD]
    info, picture = pbx.info, tmp_path / "board.png"
    addresses = ["--account", ACCOUNT, "--pbx-url", info.pbx_url, "--api-url", info.api_url, "--time-factor", "60"]
    arguments = [*addresses, "--data-dir", str(tmp_path / "data"), "--shot", str(picture)]
    environment = {**service.environment, "QT_QPA_PLATFORM": "offscreen"}
    with Prompter(service.address, "close") as person:
        with started(tmp_path / "next.out", arguments, environment=environment) as start:
            assert start.ended() == 0, start.words
        assert person.asked == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_a_keyring_it_says_so_and_works_for_this_run(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with open_start(qapp, tmp_path, _options(pbx)) as start:
            await _told(start, KeyringState.MISSING)
            await start.answer(ACCOUNT, PASSWORD)
            await _works_unkept(start, KeyringState.MISSING)

    run_qt(qapp, scenario())


def test_without_a_keyring_the_next_start_asks_for_the_profiles_password_and_can_be_left(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with open_start(qapp, tmp_path, _options(pbx)) as start:
            dialog = await until(lambda: start.dialog, "the question for account and password")
            assert dialog.cancel.text() == "Çık"
            await start.answer(ACCOUNT, PASSWORD)
            await start.data()
        async with open_start(qapp, tmp_path, _options(pbx)) as start:
            dialog = await until(lambda: start.dialog, "the question for the password")
            assert dialog.windowTitle() == f"{ACCOUNT}: oturum aç"
            assert dialog.cancel.text() == "Çık"
            line = dialog.account.password.line
            assert "kayıtlı" not in line.placeholderText()
            await until(lambda: QApplication.focusWidget() is line, "the cursor is where the password goes")
            type_text(line, PASSWORD)
            QTest.keyClick(line, Qt.Key.Key_Return)
            await start.data()

    run_qt(qapp, scenario())


def test_a_locked_keyring_is_named_before_it_is_asked_and_the_window_lives_beside_its_question(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    async def scenario() -> None:
        service.lock()
        async with open_start(qapp, tmp_path, _options(pbx)) as start:
            with Prompter(service.address, "leave") as person:
                await _told(start, KeyringState.LOCKED)
                assert person.asked == 0
                await start.answer(ACCOUNT, PASSWORD)
                await until(lambda: person.asked == 1, "the keyring's question")
                before = start.turns.count
                await until(lambda: start.turns.count > before + RESPONSIVE, "the window lives on")
            await _works_unkept(start, KeyringState.DISMISSED)
        assert service.kept(ACCOUNT) == []

    run_qt(qapp, scenario())


def test_a_dismissed_keyring_is_not_asked_twice_and_the_program_asks_instead(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    async def scenario() -> None:
        service.put(ACCOUNT, PASSWORD)
        service.lock()
        with Prompter(service.address, "close") as person:
            async with open_start(qapp, tmp_path, _options(pbx, ACCOUNT)) as start:
                await _told(start, KeyringState.DISMISSED)
                await start.answer(ACCOUNT, PASSWORD)
                await _works_unkept(start, KeyringState.DISMISSED)
            assert person.asked == 1

    run_qt(qapp, scenario())


@pytest.mark.usefixtures("_impatient")
def test_a_hanging_keyring_holds_up_neither_the_window_nor_the_start(
    qapp: QApplication, tmp_path: Path, pbx: SimulatorProcess, service: SecretService
) -> None:
    async def scenario() -> None:
        service.put(ACCOUNT, PASSWORD)
        with _stopped(service):
            async with open_start(qapp, tmp_path, _options(pbx, ACCOUNT)) as start:
                await until(lambda: start.toasts, "a message that the keyring is waited for")
                assert start.dialog is None
                before = start.turns.count
                await _told(start, KeyringState.HANGING)
                assert start.toasts == [], "what was waited for no longer is"
                assert start.turns.count > before + RESPONSIVE
                await start.answer(ACCOUNT, PASSWORD)
                await _works_unkept(start, KeyringState.HANGING)

    run_qt(qapp, scenario())
