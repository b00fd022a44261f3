"""What every test runs under: no display, no proxy, the user's own folders out of reach, and nothing left behind."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
os.environ["PYTEST_QT_API"] = "pyside6"
# For the whole process, not test by test: a keyring's thread that outlives its test would choose among all there are,
# the user's own and the tests' broken ones, and the choice stays for the tests after it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(_name, None)

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n

hypothesis.settings.register_profile("suite", deadline=None, max_examples=60, derandomize=False, print_blob=True)
hypothesis.settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_finish() -> None:
    """What was imported is not garbage: a later collection need not look at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing reads or writes the user's own settings, keyring or data."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr("supervisor_gui.paths.policy_file", lambda: home / "policy.ini")


@pytest.fixture(autouse=True)
def _english_sources() -> Iterator[None]:
    """A test that chose a language does not choose it for the next one."""
    yield
    i18n.use(None)
    app = QCoreApplication.instance()
    for translator in app.findChildren(QTranslator) if app is not None else ():
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def _collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a Qt test leaves is collected on this thread: a worker must not destroy a QObject in a cycle."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what outlives its test is not looked through again after each later one
    gc.enable()


class PatientQtBot(QtBot):  # type: ignore[misc]  # no types
    """Waits long enough for a machine that does much else; a wait ends as soon as its condition holds."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 20_000) -> None:  # noqa: N802
        """Wait for `callback` to give something true."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt with more patience."""
    return PatientQtBot(request)


class _Loud(logging.Handler):
    """Collects what a user's log would hold at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fails a test that logs a WARNING it did not announce with `@pytest.mark.logs`."""
    handler = _Loud()
    root = logging.getLogger()
    root.addHandler(handler)
    yield handler.lines
    root.removeHandler(handler)
    if handler.lines and request.node.get_closest_marker("logs") is None:
        pytest.fail("unexpected log lines:\n" + "\n".join(handler.lines[:20]))
