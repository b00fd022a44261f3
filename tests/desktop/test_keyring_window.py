"""A window beside a keyring that does not answer."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.desktop.credentials import Credentials, KeyringState
from tests.helpers.odd_backends import Hanging
from tests.helpers.qt_async import run_qt, until


class _Painted(QWidget):
    """Counts how often it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802  Qt's name
        self.times += 1


@pytest.fixture
def _hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("HANGING_UNTIL", str(tmp_path / "free"))
    keyring.set_keyring(Hanging())
    yield
    (tmp_path / "free").touch()
    keyring.set_keyring(fail.Keyring())


@pytest.mark.usefixtures("_hanging")
def test_the_window_goes_on_painting_while_the_keyring_hangs(qapp: QApplication) -> None:
    window = _Painted()
    refresh = QTimer(window, interval=5)
    refresh.timeout.connect(window.update)

    async def story() -> None:
        window.show()
        refresh.start()
        await until(lambda: window.times, "a first paint")
        before = window.times
        _, outcome = await Credentials(timeout=0.4).load("8501110000")
        assert outcome.state is KeyringState.HANGING
        assert window.times > before + 5

    run_qt(qapp, story())
    window.close()


@pytest.mark.usefixtures("_hanging")
def test_leaving_while_the_keyring_hangs_takes_no_waiting(qapp: QApplication) -> None:
    async def story() -> None:
        waiting = asyncio.create_task(Credentials(timeout=60).load("8501110000"))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    run_qt(qapp, story(), seconds=10)
