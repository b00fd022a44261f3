"""Getting in with the whole program: first starts by keys, later starts without a question, refusals during the day."""

import asyncio
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backends import SecretService, fail
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from supervisor_gui.app import build_front, join
from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.config.addresses import PLAIN_PORT
from supervisor_gui.live.status import Link
from supervisor_gui.netsantral.types import StreamState
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.dialogs.password_bar import PasswordPrompt
from supervisor_gui.ui.dialogs.profiles import ProfilesDialog
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk
from tests.helpers.qt_async import run_qt, until
from tests.helpers.secret_service import secret_service

pytestmark = pytest.mark.e2e

STILL = ("--seed", "7", "--agents", "8", "--queues", "3", "--load", "0", "--limits", "off")
FACTOR = 60.0
REFUSING = {"set": [{"name": "bad-login", "match": {"operation": "queuestats"}}]}


@pytest.fixture
def simulator() -> Iterator[SimulatorProcess]:
    """A PBX without encryption."""
    with SimulatorProcess(STILL, password=PASSWORD) as process:
        yield process


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A keyring that keeps what it is given: a real Secret Service of this test's own."""
    with secret_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        keyring.set_keyring(SecretService.Keyring())
        yield
        keyring.set_keyring(fail.Keyring())


class Start:
    """One start of the program as a user without a command line sees it."""

    def __init__(self, app: QApplication, folder: Path, options: Options) -> None:
        self.paths = DataPaths(folder)
        self.paths.create()
        self.front = build_front(app, options, self.paths, None)
        self.shell = self.front.shell
        self.shell.window.show()
        self.program = join(self.front)

    async def dialog(self) -> FirstStartDialog:
        """The first start's dialog, once it is there and has the keyboard."""
        dialog = await until(lambda: self.shell.window.findChild(FirstStartDialog), "the questions")
        await until(dialog.isVisible, "the questions are shown")
        dialog.activateWindow()
        await until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or dialog), "the cursor is in a field")
        return dialog

    async def connected(self) -> None:
        """Wait for the board."""
        await until(lambda: self.program._link is Link.OK and self.shell._board.agents, "data")


@asynccontextmanager
async def start(app: QApplication, folder: Path, **options: object) -> AsyncIterator[Start]:
    """Start the program on a data folder, end it as a user does."""
    given = Options(data_dir=folder, lang="tr", theme="light", time_factor=FACTOR, **options)
    one = Start(app, folder, given)
    running = asyncio.get_running_loop().create_task(one.program.main())
    try:
        yield one
    finally:
        one.shell.window.close()
        assert await running == 0


def _fill(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def _enter(dialog: FirstStartDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)


async def _step(dialog: FirstStartDialog, step: QWidget) -> None:
    await until(lambda: dialog.steps.currentWidget() is step and dialog.go.isEnabled(), "the next step")


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _on_the_plain_port() -> Iterator[SimulatorProcess]:
    """A PBX without encryption on the one port where it is looked for; another worker's test may have it now."""
    lock = QLockFile(str(Path(tempfile.gettempdir()) / f"supervisor-tests-{PLAIN_PORT}.lock"))
    assert lock.tryLock(90_000)
    try:
        with SimulatorProcess((*STILL, "--pbx-port", str(PLAIN_PORT)), password=PASSWORD) as process:
            yield process
    finally:
        lock.unlock()


def test_a_first_start_asks_tells_a_wrong_password_in_place_and_the_next_start_asks_nothing(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess, kept: None
) -> None:
    control = Control(simulator.info.control_url)

    async def first() -> None:
        async with start(qapp, tmp_path / "data") as one:
            dialog = await one.dialog()
            QTest.keyClicks(QApplication.focusWidget(), ACCOUNT)
            _fill(dialog.account.password.line, "wr0ng")
            QTest.keyClick(dialog.account.more, Qt.Key.Key_Space)
            _fill(dialog.account.editors["pbx_url"].findChild(QLineEdit), simulator.info.pbx_url)
            _enter(dialog)
            await _step(dialog, dialog.consent)
            assert "parola" in _words(dialog.consent), "the risk is named"
            assert all("password" not in one["params"] for one in await control.requests()), "nothing before the yes"
            QTest.keyClick(dialog.other, Qt.Key.Key_Space)
            await _step(dialog, dialog.account)
            assert "kabul etmiyor" in dialog.notice.words
            assert not one.front.settings.profiles, "nothing is kept of what does not work"
            _fill(dialog.account.password.line, PASSWORD)
            _enter(dialog)
            await _step(dialog, dialog.consent)
            assert "Çağrılar" in dialog.consent.accessibleName(), "agreed once, plain HTTP is not asked again"
            _enter(dialog)
            await one.connected()
            assert "şifresiz" in one.shell.window.link._labels["encryption"].text()

    async def second() -> None:
        before = len(await control.requests("queuestats"))
        async with start(qapp, tmp_path / "data") as one:
            await one.connected()
            await until(lambda: one.program._session.poller.status.last_ok, "an answer in this run")
            assert one.shell.window.findChild(FirstStartDialog) is None
            assert one.program._session.profile.plain_http_agreed
            assert len(await control.requests("queuestats")) > before

    run_qt(qapp, first(), 40)
    settings = (tmp_path / "data" / "settings.ini").read_text("utf-8")
    assert ACCOUNT in settings
    assert PASSWORD not in settings
    run_qt(qapp, second(), 40)


def test_encryption_is_tried_first_and_plain_http_only_after_a_yes(
    qapp: QApplication, tmp_path: Path, kept: None
) -> None:
    profile = Profile(name="Ofis", account=ACCOUNT, pbx_url=f"https://127.0.0.1:{_closed_port()}")
    store = SettingsStore(tmp_path / "settings.ini")
    store.put(profile)
    store.open(profile.name)
    store.save()

    async def scenario(control: Control) -> None:
        async with start(qapp, tmp_path) as one:
            dialog = await one.dialog()
            _fill(dialog.account.password.line, PASSWORD)
            _enter(dialog)
            await _step(dialog, dialog.consent)
            assert "şifreli denendi" in _words(dialog.consent)
            assert all("password" not in one["params"] for one in await control.requests())
            QTest.keyClick(dialog.other, Qt.Key.Key_Space)
            await _step(dialog, dialog.consent)
            _enter(dialog)
            await one.connected()
            assert await control.requests("queuestats")
        again = SettingsStore(tmp_path / "settings.ini")
        again.load()
        assert again.profile("Ofis").plain_http_agreed
        assert not again.profile("Ofis").worked_encrypted

    with _on_the_plain_port() as simulator:
        run_qt(qapp, scenario(Control(simulator.info.control_url)), 40)


@pytest.mark.logs
def test_a_profile_that_worked_encrypted_sends_nothing_readable_until_the_user_has_agreed(
    qapp: QApplication, tmp_path: Path, kept: None
) -> None:
    folder = tmp_path / "data"

    async def encrypted() -> None:
        async with start(qapp, folder) as one:
            dialog = await one.dialog()
            _fill(dialog.account.password.line, PASSWORD)
            _enter(dialog)
            await _step(dialog, dialog.consent)
            assert "Çağrılar" in dialog.consent.accessibleName(), "encrypted control raises no question"
            _enter(dialog)
            await one.connected()
            assert one.front.settings.profile("Ofis").worked_encrypted

    async def only_plain(info: SimulatorInfo) -> None:
        control = Control(info.control_url)
        async with start(qapp, folder) as one:
            await until(lambda: one.program._link is Link.FAILING, "the failure is told")
            asked = one.program._session.poller.status.next_at
            await until(lambda: one.program._session.poller.status.next_at > asked, "it is tried again")
            assert one.program._link is Link.FAILING
            assert one.shell.window.findChild(FirstStartDialog) is None
            assert await control.requests() == [], "no fallback, not even a knock"
            one.shell.actions["profiles"].trigger()
            profiles = await until(lambda: one.shell.window.findChild(ProfilesDialog), "the profiles")
            QTest.keyClick(profiles.change_button, Qt.Key.Key_Space)
            dialog = await one.dialog()
            QTest.keyClick(dialog.account.more, Qt.Key.Key_Space)
            for field in ("pbx_url", "api_url"):
                _fill(dialog.account.editors[field].findChild(QLineEdit), getattr(info, field))
            _enter(dialog)
            await _step(dialog, dialog.consent)
            assert "parola" in _words(dialog.consent), "the risk is named"
            assert {one["target"] for one in await control.requests()} == {"/"}, "a knock without a name"
            QTest.keyClick(dialog.other, Qt.Key.Key_Space)
            await until(lambda: "Çağrılar" in dialog.consent.accessibleName(), "the answer came")
            _enter(dialog)
            await until(lambda: one.program._link is Link.OK, "the board goes on")
            assert not one.front.settings.profile("Ofis").worked_encrypted

    with SimulatorProcess((*STILL, "--tls", str(tmp_path / "tls")), password=PASSWORD) as first:
        folder.mkdir()
        _prepare(folder, first.info, ca_file=first.info.tls["ca"])
        run_qt(qapp, encrypted(), 40)
    with _on_the_plain_port() as second:
        run_qt(qapp, only_plain(second.info), 60)


def test_a_pbx_that_lists_no_queues_is_given_their_names_and_each_is_tried(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(simulator: SimulatorProcess) -> None:
        control = Control(simulator.info.control_url)
        names = [one["queue"] for one in (await control.get("/ledger/board"))["queues"]]
        _prepare(tmp_path, simulator.info, plain_http_agreed=True)
        async with start(qapp, tmp_path) as one:
            dialog = await one.dialog()
            _fill(dialog.account.password.line, PASSWORD)
            _enter(dialog)
            await _step(dialog, dialog.queues)
            dialog.queues.names.setPlainText(f"{names[0]}, {ACCOUNT}-queue-{names[1]}\nYokki")
            QTest.keyClick(dialog.go, Qt.Key.Key_Space)
            await until(lambda: dialog.notice.words, "the outcome of each name", 30)
            told = [dialog.queues.list.item(row).text() for row in range(dialog.queues.list.count())]
            assert [words[0] for words in told] == ["✓", "✓", "✗"]
            QTest.keyClick(dialog.other, Qt.Key.Key_Space)
            await _step(dialog, dialog.consent)
            _enter(dialog)
            await until(lambda: set(names[:2]) <= one.shell._board.queues.keys(), "both queues on the board")
            assert one.program._session.profile.queues == (names[0], names[1])

    with SimulatorProcess((*STILL, "--queue-required"), password=PASSWORD) as simulator:
        run_qt(qapp, scenario(simulator), 60)


def _prepare(folder: Path, info: SimulatorInfo, **known: object) -> None:
    """A profile whose password is not known."""
    store = SettingsStore(folder / "settings.ini")
    store.put(Profile(name="Ofis", account=info.account, pbx_url=info.pbx_url, api_url=info.api_url, **known))
    store.open("Ofis")
    store.save()


def test_closing_the_window_while_the_first_questions_are_open_ends_the_program_with_nothing_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with start(qapp, tmp_path) as one:
            dialog = await one.dialog()
            QTest.keyClicks(QApplication.focusWidget(), ACCOUNT)
            assert dialog.isVisible()
        assert not one.front.settings.profiles

    run_qt(qapp, scenario(), 20)


def test_a_pbx_that_moved_asks_for_the_password_alone_and_closed_the_window_goes_on_as_before(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    """The password may not go to another host without asking; nothing else of the profile is in question."""

    async def scenario() -> None:
        async with start(qapp, tmp_path) as one:
            dialog = await one.dialog()
            _fill(dialog.account.password.line, PASSWORD)
            _enter(dialog)
            await _step(dialog, dialog.consent)
            _enter(dialog)
            await one.connected()
            await until(lambda: one.shell.window.findChild(FirstStartDialog) is None, "the questions are gone")
            session = one.program._session
            one.front.settings.set(keys.PBX_ADDRESS, "https://pbx.example")
            dialog = await one.dialog()
            assert dialog.windowTitle() == "Ofis: oturum aç"
            assert dialog.account.account.isReadOnly()
            assert QApplication.focusWidget() is dialog.account.password.line
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: one.shell.window.findChild(FirstStartDialog) is None, "the question is gone")
            assert one.program._session is session
            assert one.program._link is Link.OK

    _prepare(tmp_path, simulator.info, plain_http_agreed=True)
    run_qt(qapp, scenario(), 40)


# A refusal during the day.


def _bar(desk: Desk) -> PasswordPrompt:
    return desk.program._password


async def _type_password(desk: Desk, password: str) -> None:
    """From the menu into the field, then Enter."""
    desk.shell.actions["password"].trigger()
    bar = _bar(desk)
    await until(lambda: bar.isAncestorOf(desk.focus()), "the cursor is in the bar")
    _fill(bar.field.line, password)
    QTest.keyClick(bar.field.line, Qt.Key.Key_Return)


@pytest.mark.logs
def test_a_refusal_stops_polling_and_a_new_password_in_place_goes_on(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    async def scenario() -> None:
        options = Options(time_factor=FACTOR)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
            await desk.data()
            agents = set(desk.rows)
            await desk.control.post("/faults", REFUSING)
            bar = _bar(desk)
            await until(bar.isVisible, "the bar")
            assert "reddetti" in bar.accessibleName()
            asked = len(await desk.control.requests("queuestats"))
            await until(lambda: desk.shell.window.top.age.property("level") == "grey", "the board looks its age")
            assert set(desk.rows) == agents, "the last good board stays"
            assert len(await desk.control.requests("queuestats")) == asked, "nothing more is sent"
            await _type_password(desk, "wr0ng")
            await until(lambda: bar.field.isEnabled() and desk.program._link is Link.NEEDS_PASSWORD, "refused again")
            assert bar.isVisible()
            assert len(await desk.control.requests("queuestats")) == asked + 1, "tried once"
            await desk.control.post("/faults", {"clear": True})
            await _type_password(desk, PASSWORD)
            await until(lambda: not bar.isVisible(), "accepted, the bar goes")
            await until(lambda: desk.shell.window.top.age.property("level") == "fresh", "the board goes on")
            assert bar.field.text() == ""

    run_qt(qapp, scenario(), 60)


@pytest.mark.logs
def test_a_wrong_new_password_is_refused_once_and_the_right_one_sets_everything_going(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    async def scenario() -> None:
        options = Options(time_factor=FACTOR)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options, events=True) as desk:
            await desk.data()
            session = desk.program._session
            await until(lambda: session.stream.state is StreamState.ON, "the event stream")
            await desk.control.post("/faults", REFUSING)
            bar = _bar(desk)
            await until(bar.isVisible, "the bar")
            await desk.control.post("/faults", {"clear": True})
            before = len(await desk.control.requests())
            await _type_password(desk, "wr0ng")
            await until(lambda: bar.field.isEnabled() and desk.program._link is Link.NEEDS_PASSWORD, "refused again")
            tried = [one["operation"] for one in (await desk.control.requests())[before:]]
            assert [name for name in tried if name in {"queuestats", "login"}] == ["queuestats"], "one tries for all"
            await _type_password(desk, PASSWORD)
            await until(lambda: not bar.isVisible(), "accepted, the bar goes")
            await until(lambda: session.stream.state is StreamState.ON, "the event stream again")

    run_qt(qapp, scenario(), 60)


@pytest.mark.logs
def test_put_away_the_bar_stays_away_and_a_bar_that_was_asked_for_stays(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    async def scenario() -> None:
        options = Options(time_factor=FACTOR)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
            await desk.data()
            bar = _bar(desk)
            desk.shell.actions["password"].trigger()
            answers = len(await desk.control.requests("queuestats"))
            status = desk.program._session.poller.status
            await until(lambda: desk.program._session.poller.status.last_ok > status.last_ok, "further answers")
            assert bar.isVisible()
            assert answers
            QTest.keyClick(bar, Qt.Key.Key_Escape)
            assert not bar.isVisible()
            await desk.control.post("/faults", REFUSING)
            await until(bar.isVisible, "the refusal is told")
            QTest.keyClick(bar, Qt.Key.Key_Escape)
            left = desk.program._session.poller.status.left
            await until(lambda: desk.program._session.poller.status.left > left, "the status moves on")
            assert not bar.isVisible()

    run_qt(qapp, scenario(), 60)


@pytest.mark.logs
def test_after_three_refusals_in_an_hour_nothing_is_sent_until_the_user_acts(
    qapp: QApplication, tmp_path: Path, simulator: SimulatorProcess
) -> None:
    async def scenario() -> None:
        control = Control(simulator.info.control_url)
        options = Options(time_factor=FACTOR)
        await control.post("/faults", REFUSING)
        for refusal in range(1, 4):
            async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
                await until(_bar(desk).isVisible, "the bar")
            assert len(await control.requests("queuestats")) == refusal
        await control.post("/faults", {"clear": True})
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
            bar = _bar(desk)
            await until(bar.isVisible, "the bar at the start")
            assert "üç kez" in _words(bar)
            await desk.control.get("/requests")
            assert len(await control.requests("queuestats")) == 3
            QTest.keyClick(bar.again, Qt.Key.Key_Space)
            await until(lambda: desk.program._link is Link.OK, "the user acted")
            await until(lambda: not bar.isVisible(), "the bar goes")

    run_qt(qapp, scenario(), 60)
