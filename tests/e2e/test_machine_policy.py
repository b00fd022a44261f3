"""Seats that an administrator has set up: what is switched off stays off on every way, and a broken file is told."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backends import SecretService, fail
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit
from shiboken6 import isValid

from supervisor_gui import program
from supervisor_gui.app import build_front, join
from supervisor_gui.config import keys
from supervisor_gui.i18n import translate
from supervisor_gui.live.commands import AddAgent, Batch
from supervisor_gui.live.plans import pause, remove, resume
from supervisor_gui.live.policy import ACTIONS
from supervisor_gui.live.status import Link
from supervisor_gui.live.user_limits import LOOKING_ONLY
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.program import BAD_ARGUMENTS
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.denied import denied_words
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.dialogs.profiles import ProfilesDialog
from supervisor_gui.ui.settings.page import SettingsView
from tests.helpers.control import Control
from tests.helpers.desk import ACCOUNT, PASSWORD, Desk, open_desk, type_text
from tests.helpers.machine_policy import rule
from tests.helpers.qt_async import run_qt, until
from tests.helpers.secret_service import secret_service

pytestmark = pytest.mark.e2e

SMALL = ("--agents", "8", "--queues", "3", "--limits", "off")
CHANGING = {
    "agentlogin",
    "agentlogoff",
    "agentpause",
    "originate",
    "local",
    "linkup",
    "dynamic_redirect",
    "xfer",
    "atxfer",
    "hangup",
    "muteaudio",
    "queue",
}
"""Operations that change something at the PBX."""

WHY = "your administrator has switched it off"
BROKEN = "[rights]\ndail = no\n"
ENGLISH = Options(lang="en", time_factor=6.0)


async def changes(desk: Desk) -> list[str]:
    """Operations that the PBX was asked for and that change something there."""
    return [one["operation"] for one in await desk.control.requests() if one.get("operation") in CHANGING]


def lines_of(desk: Desk) -> list[str]:
    """What the status line says from now on."""
    lines: list[str] = []
    desk.shell.messages.line_changed.connect(lines.append)
    return lines


def buttons(desk: Desk) -> dict[str, object]:
    """The buttons above the agents, by the action's name."""
    return {button._action.objectName(): button for button in desk.shell.board.agents.bar.buttons}


def somebody(desk: Desk) -> str:
    """An agent with queues, not on a break."""
    agents = [one for one in desk.board.agents.values() if one.members and not one.external]
    return next(one.extension for one in agents if not one.paused_somewhere)


async def refused(desk: Desk, action: str, commands: tuple[object, ...]) -> None:
    """The way out itself takes none of `commands`, whoever asks."""
    batch: Batch = desk.program._session.bus.submit(action, commands)
    assert commands
    assert {result.refused_here for result in batch.results} == {"policy"}


def test_a_seat_without_breaks_has_grey_buttons_with_the_reason_and_sends_none(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\npause = no\n")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=ENGLISH) as desk:
            await desk.data()
            one = somebody(desk)
            desk.choose([one])
            shown = buttons(desk)
            for name in ("pause", "resume"):
                assert not shown[name].isEnabled()
                assert WHY in shown[name].toolTip()
            assert shown["remove"].isEnabled()
            assert WHY not in shown["remove"].toolTip()
            for name in ("pause", "resume", "my_break", "my_return"):
                assert not desk.shell.actions[name].isEnabled()
            lines = lines_of(desk)
            desk.press(Qt.Key.Key_P)
            assert QApplication.activePopupWidget() is None
            assert lines == [denied_words()]
            agent = desk.board.agents[one]
            await refused(desk, "pause", pause((agent,), "Yemek"))
            other = next(name for name in desk.rows if name != one and desk.board.agents[name].members)
            await desk.control.post("/model", {"pause": {"exten": other, "paused": True, "reason": "Yemek"}})
            await until(lambda: desk.board.agents[other].paused_somewhere, "the other is on a break")
            paused = desk.board.agents[other]
            await refused(desk, "resume", resume((paused,)))
            assert await changes(desk) == []

    run_qt(qapp, scenario(), 60)


def test_a_seat_without_breaks_adds_nobody_on_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\npause = no\n")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=ENGLISH) as desk:
            await desk.data()
            one = next(name for name in desk.rows if len(desk.board.agents[name].members) < len(desk.board.queues))
            desk.choose([one])
            desk.shell.actions["add"].trigger()
            box = desk.shell._flows.question.findChild(QCheckBox)
            assert not box.isEnabled()
            assert WHY in box.toolTip()
            desk.shell._flows.question.reject()
            await refused(desk, "add", (AddAgent(one, "Destek", paused=True, reason="Yemek"),))
            assert await changes(desk) == []

    run_qt(qapp, scenario(), 60)


def test_where_nothing_is_seen_of_what_is_printed_the_window_says_why_nothing_begins(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "wants_window", lambda headless: not headless)
    paths = DataPaths(tmp_path / "data")
    paths.create()

    async def scenario() -> None:
        options = Options(data_dir=paths.root, lang="en", profile="Nobody", show="")
        front = build_front(qapp, options, paths, None)
        front.shell.window.show()
        running = asyncio.get_running_loop().create_task(join(front).main())
        toast = await until(lambda: next(iter(front.shell.toasts.shown), None), "the reason")
        assert "no profile named “Nobody”" in toast.words
        assert not running.done()
        front.shell.window.close()
        assert await running == BAD_ARGUMENTS
        front.shell.window.deleteLater()

    run_qt(qapp, scenario(), 30)


def test_a_seat_that_may_not_remove_may_still_add(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\nremove = no\n")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=ENGLISH) as desk:
            await desk.data()
            one = somebody(desk)
            desk.choose([one])
            assert not buttons(desk)["remove"].isEnabled()
            assert WHY in buttons(desk)["remove"].toolTip()
            assert not desk.shell.actions["remove_number"].isEnabled()
            assert desk.shell.actions["add_number"].isEnabled()
            desk.press(Qt.Key.Key_Delete)
            assert desk.shell._flows.question is None
            agent = desk.board.agents[one]
            removals = remove((agent,), next(iter(agent.members)))
            await refused(desk, "remove", removals)
            assert await changes(desk) == []

    run_qt(qapp, scenario(), 60)


def test_a_seat_that_may_not_call_refuses_keys_links_and_transfers_and_may_still_hang_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\ndial = no\n")

    async def scenario() -> None:
        options = Options(lang="en", time_factor=6.0, number="tel:05550001122")
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=options) as desk:
            await desk.data()
            telephone = await until(lambda: desk.program.pages.telephone, "calls")
            strip = telephone.front.strip
            await until(strip.isVisible, "the link is answered")
            told = " ".join(label.text() for label in strip.findChildren(QLabel) if label.isVisible())
            assert WHY in told
            assert not strip.dial.isVisible() or not strip.dial.isEnabled()
            for name in ("dial", "bridge", "transfer"):
                assert not desk.shell.actions[name].isEnabled()
                assert WHY in desk.shell.actions[name].statusTip()
            assert not desk.shell.dial_bar.entry.isEnabled()
            lines = lines_of(desk)
            desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
            assert lines == [denied_words()]
            lines.clear()
            # Without an own extension: nobody is asked for one that would be of no use.
            desk.choose(desk.rows[:1])
            desk.press(Qt.Key.Key_Return)
            await until(lambda: lines, "it is answered")
            assert WHY in lines.pop()
            assert desk.shell.window.stack.currentWidget() is desk.shell.board
            desk.program._settings.set(keys.CALL_EXTENSION, somebody(desk))
            desk.program._settings.set(keys.CALL_LINE, ACCOUNT)
            telephone.front.dialling.dial_text("05550001122")
            await until(lambda: any(WHY in line for line in lines), "it is refused in words")
            assert desk.shell.policy.why_not("hang_up") == ""
            assert desk.shell.policy.why_not("mute") == ""
            assert await changes(desk) == []

    run_qt(qapp, scenario(), 60)


def test_a_seat_without_exports_writes_no_file_on_any_way(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\nexport = no\n")
    out = tmp_path / "out"
    out.mkdir()

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=(*SMALL, "--history-days", "2"), options=ENGLISH) as desk:
            await desk.data()
            settings = desk.program._settings
            settings.set(keys.EXPORT_FOLDER, str(out))
            settings.set(keys.DAILY_FOLDER, str(out))
            settings.set(keys.DAILY_EXPORT, True)
            await until(lambda: desk.program.pages._settled, "the store is open")
            for name in ("missed", "records", "statistics", "campaigns"):
                desk.shell.open_page(name)
                page = desk.shell.window.stack.currentWidget()
                assert not page.export.isEnabled(), name
                assert WHY in page.export.toolTip()
                lines = lines_of(desk)
                page.export_wanted.emit("csv")
                assert lines == [denied_words()], name
                desk.shell.messages.line_changed.disconnect(lines.append)
            assert not desk.shell.actions["export_names"].isEnabled()
            assert desk.shell.actions["import_names"].isEnabled()

    run_qt(qapp, scenario(), 60)
    assert list(out.iterdir()) == []


def test_a_seat_without_lists_looks_at_them_only(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule(monkeypatch, tmp_path / "machine" / "policy.ini", "[rights]\ncampaigns = no\n")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=ENGLISH) as desk:
            await desk.data()
            await until(lambda: desk.program.pages._settled, "the store is open")
            desk.shell.open_page("campaigns")
            page = desk.shell.window.stack.currentWidget()
            await until(lambda: not page.new.isEnabled() and page.new.toolTip(), "it is greyed with the reason")
            assert WHY not in page.export.toolTip()
            assert not desk.shell.actions["do_not_call"].isEnabled()
            lines = lines_of(desk)
            desk.program.pages.campaigns.forms.make()
            assert lines == [denied_words()]

    run_qt(qapp, scenario(), 60)


def test_a_seat_without_whole_numbers_hides_them_and_the_setting_says_who_decided(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "machine" / "policy.ini"
    rule(monkeypatch, place, "[connection]\nlanguage = en\n[rights]\nwhole_numbers = no\n")

    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=ENGLISH) as desk:
            await desk.data()
            assert desk.shell.policy.number("5550000012") == "•••12"
            assert desk.shell.policy.why_not("unmask")
            desk.shell.open_page("settings")
            page = desk.shell.window.stack.currentWidget()
            assert isinstance(page, SettingsView)
            for setting, group in ((keys.MASK_NUMBERS, "board"), (keys.LANGUAGE, "appearance")):
                page.open_group(group)
                row = page.rows[setting.key]
                assert not row.editor.isEnabled()
                assert "Set by your administrator." in row.hint.text()
                assert not row.back.isVisible()
            assert page.rows[keys.THEME.key].editor.isEnabled()
            assert page.rows[keys.MASK_NUMBERS.key].editor.value() is True

    run_qt(qapp, scenario(), 60)


TOLD = {
    "en": ("only lets you look", "Ask your administrator"),
    "tr": ("yalnızca bakmanıza izin veriyor", "Yöneticinize düzelttirin"),
}


@pytest.mark.parametrize("language", TOLD)
def test_a_broken_file_leaves_a_window_to_look_at_and_says_why(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    place = tmp_path / "machine" / "policy.ini"
    rule(monkeypatch, place, BROKEN)

    async def scenario() -> None:
        options = Options(lang=language, time_factor=6.0)
        async with open_desk(qapp, tmp_path, simulate=SMALL, options=options) as desk:
            await desk.data()
            toast = await until(lambda: next(iter(desk.shell.toasts.shown), None), "the reason")
            assert all(words in toast.words for words in TOLD[language])
            assert "dail" in toast.words
            assert f"{place}:2" in toast.message.details
            desk.choose([somebody(desk)])
            assert not any(button.isEnabled() for button in buttons(desk).values())
            assert {action for action in ACTIONS if desk.shell.policy.why_not(action)} == LOOKING_ONLY
            assert desk.shell.policy.number("5550000012") == "•••12"
            desk.program._settings.set(keys.THEME, "dark")
            assert desk.shell.theme.name != "light"
            assert await changes(desk) == []

    run_qt(qapp, scenario(), 60)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A keyring that keeps what it is given: a real Secret Service of this test's own."""
    with secret_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        keyring.set_keyring(SecretService.Keyring())
        yield
        keyring.set_keyring(fail.Keyring())


class Start:
    """One start of the program as whoever sits down at a seat sees it, with nothing on the command line."""

    def __init__(self, app: QApplication, paths: DataPaths) -> None:
        options = Options(data_dir=paths.root, theme="light", lang="tr", time_factor=60.0)
        self.front = build_front(app, options, paths, None)
        self.window = self.front.shell.window
        self.window.show()
        self.program = join(self.front)

    async def connected(self) -> None:
        """Wait for the board."""
        await until(lambda: self.program._link is Link.OK and self.front.shell._board.agents, "data")


@asynccontextmanager
async def start(app: QApplication, paths: DataPaths) -> AsyncIterator[Start]:
    """Start the program, end it as a user does."""
    one = Start(app, paths)
    running = asyncio.get_running_loop().create_task(one.program.main())
    try:
        yield one
    finally:
        one.window.close()
        assert await running == 0
        one.window.deleteLater()


@pytest.mark.usefixtures("kept")
def test_a_first_start_asks_for_the_password_alone_and_it_goes_nowhere_else(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    place = tmp_path / "machine" / "policy.ini"

    async def first(control: Control) -> None:
        async with start(qapp, paths) as one:
            await _answer(one.window, control)
            await one.connected()

    async def second() -> None:
        async with start(qapp, paths) as one:
            await one.connected()
            assert one.window.findChild(FirstStartDialog) is None
            one.front.shell.actions["profiles"].trigger()
            profiles = await until(lambda: one.window.findChild(ProfilesDialog), "the profiles")
            assert not profiles.new_button.isEnabled()
            assert "Yöneticiniz" in profiles.new_button.toolTip()
            profiles.reject()

    async def moved(control: Control) -> None:
        before = len(await control.requests())
        async with start(qapp, paths) as one:
            dialog = await until(lambda: one.window.findChild(FirstStartDialog), "the password is asked for anew")
            await until(dialog.isVisible, "it is shown")
            # The stored password is for other hosts: nothing goes without one that is typed.
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            wanted = translate("FirstStart", "The password is missing.")
            await until(lambda: wanted in dialog.notice.words, "the password is wanted before the host is looked for")
            assert QApplication.focusWidget() is dialog.account.password.line
            assert len(await control.requests()) == before
            dialog.reject()

    with SimulatorProcess(("--seed", "7", *SMALL), password=PASSWORD) as simulator:
        info = simulator.info
        control = Control(info.control_url)
        text = f"[connection]\naccount = {ACCOUNT}\npbx_url = {info.pbx_url}\napi_url = {info.api_url}\nevents = off\n"
        rule(monkeypatch, place, text)
        run_qt(qapp, first(control), 40)
        written = paths.settings.read_text("utf-8")
        assert info.pbx_url not in written
        assert info.api_url not in written
        run_qt(qapp, second(), 40)
        rule(monkeypatch, place, f"[connection]\naccount = {ACCOUNT}\npbx_url = https://pbx.invalid\n")
        run_qt(qapp, moved(control), 40)


async def _answer(window: object, control: Control) -> None:
    dialog = await until(lambda: window.findChild(FirstStartDialog), "the questions")
    await until(dialog.isVisible, "they are shown")
    step = dialog.account
    await until(lambda: QApplication.focusWidget() is step.password.line, "the cursor is in the password's line")
    assert step.account.text() == ACCOUNT
    assert step.account.isReadOnly()
    assert "Yöneticiniz" in step.locked.text()
    QTest.keyClick(step.more, Qt.Key.Key_Space)
    for field in ("pbx_url", "api_url"):
        assert not step.editors[field].isEnabled()
        assert step.editors[field].findChild(QLineEdit).text().startswith("http://127.0.0.1")
    assert step.editors["proxy"].isEnabled()
    type_text(step.password.line, PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    # Who wrote the file chose the address, not the risk: nothing travels readable without this user's yes.
    await until(lambda: dialog.steps.currentWidget() is dialog.consent and dialog.go.isEnabled(), "the risk")
    assert all("password" not in one["params"] for one in await control.requests())
    QTest.keyClick(dialog.other, Qt.Key.Key_Space)
    # No question for the event stream, which is switched off.
    await until(lambda: not isValid(dialog) or not dialog.isVisible(), "the questions are over")
