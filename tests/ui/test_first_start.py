"""The first start by keys: every way in, every way it fails, and what is never done without a yes."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from supervisor_gui.config import Profile, Route, encryption_plan
from supervisor_gui.history.retention import Retention
from supervisor_gui.live.first_contact import Contact, ContactKind
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NoAnswer, NotSent, PbxError, Refusal
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.dialogs.getting_in import Entry, parse_queue_names
from tests.helpers.qt_async import run_qt, until

PLAIN = Route("http://crmsntrl.netgsm.com.tr:9111", encrypted=False, agreed=False)
HTTPS = Route("https://crmsntrl.netgsm.com.tr", encrypted=True, agreed=True)
CONNECTED = Contact(ContactKind.CONNECTED, HTTPS, queues=("Destek",))
NEEDS_QUEUES = Contact(ContactKind.NEEDS_QUEUES, HTTPS)
OTHER = Profile(name="Yedek", account="3121110000")


class Outside:
    """A PBX that answers as told; remembers what was sent to it."""

    def __init__(self, *contacts: Contact, queues: dict[str, PbxError | None] | None = None) -> None:
        self.contacts = list(contacts)
        self.queues = queues or {}
        self.entries: list[Entry] = []
        self.tried: list[str] = []
        self.held = asyncio.Event()
        self.held.set()
        self.words = "The password is kept in the keyring of this computer."

    async def contact(self, entry: Entry) -> Contact:
        self.entries.append(entry)
        await self.held.wait()
        return self.contacts.pop(0)

    async def try_queue(self, entry: Entry, queue: str) -> None:
        assert entry.password == "p4ssw0rd"
        self.tried.append(queue)
        await self.held.wait()
        error = self.queues.get(queue)
        if error is not None:
            raise error

    async def keyring(self) -> str:
        return self.words

    def next_query(self) -> float:
        return 12.0


class Start:
    """The dialog under way, driven by keys alone."""

    def __init__(self, qtbot: QtBot, outside: Outside, **given: Any) -> None:
        self.bot = qtbot
        self.tasks = Tasks()
        self.dialog = FirstStartDialog(outside, self.tasks, **given)
        self.answer = asyncio.get_running_loop().create_task(self.dialog.ask())

    async def shown(self) -> None:
        await until(self.dialog.isVisible, "the dialog is open")
        self.dialog.activateWindow()
        await until(lambda: QApplication.focusWidget() is not None, "something has the focus")

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        target = widget or QApplication.focusWidget()
        assert target is not None
        self.bot.keyClick(target, key)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        self.bot.keyClicks(target, text)

    def fill(self, account: str = "8501110000", password: str = "p4ssw0rd") -> None:
        self.type(account)
        self.key(Qt.Key.Key_Tab)
        self.type(password)

    async def step(self, widget: QWidget) -> None:
        await until(lambda: self.dialog.steps.currentWidget() is widget, "the next step")

    async def told(self) -> str:
        return str(await until(lambda: self.dialog.notice.words, "a notice"))

    async def end(self) -> None:
        if isValid(self.dialog):
            self.dialog.close()
        await self.answer
        await self.tasks.close()


@pytest.fixture
def run(qapp: QApplication) -> Any:
    # As the program does: closing a window must not end the loop under the coroutines.
    qapp.setQuitOnLastWindowClosed(False)

    def runner(coro: Coroutine[Any, Any, Any]) -> Any:
        return run_qt(qapp, coro, 20)

    return runner


def test_account_password_enter_and_in_with_the_events_declined(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(CONNECTED)
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        assert "password" in start.dialog.consent.accessibleDescription()
        start.key(Qt.Key.Key_Return)
        assert await start.answer
        entry = start.dialog.entry
        assert entry is not None
        assert (entry.profile.name, entry.profile.account, entry.password) == ("8501110000", "8501110000", "p4ssw0rd")
        assert entry.profile.worked_encrypted
        assert not entry.profile.events_on
        assert encryption_plan(entry.profile).events is None
        assert "p4ssw0rd" not in repr(entry)
        await start.tasks.close()

    run(body())


def test_agreeing_to_the_event_stream_is_kept(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside(CONNECTED))
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        start.key(Qt.Key.Key_Space, start.dialog.other)
        assert await start.answer
        entry = start.dialog.entry
        assert entry is not None
        assert encryption_plan(entry.profile).events == ("crmsntrl.netgsm.com.tr", 9110)
        await start.tasks.close()

    run(body())


def test_plain_http_is_used_only_after_a_yes_that_names_the_risk(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        only_plain = Contact(ContactKind.ONLY_PLAIN, PLAIN, error=NotSent("queue_status", "refused"))
        outside = Outside(only_plain, only_plain, Contact(ContactKind.CONNECTED, PLAIN))
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        risk = start.dialog.consent.accessibleDescription()
        assert "readable" in risk
        assert "password" in risk
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.account)
        assert not any(entry.profile.plain_http_agreed for entry in outside.entries)

        start.key(Qt.Key.Key_Return, start.dialog.go)
        await start.step(start.dialog.consent)
        start.key(Qt.Key.Key_Space, start.dialog.other)
        await until(lambda: len(outside.entries) == 3, "a third try")
        assert outside.entries[-1].profile.plain_http_agreed
        await until(lambda: "event stream" in start.dialog.consent.accessibleDescription(), "the events' question")
        start.key(Qt.Key.Key_Return)
        assert await start.answer
        entry = start.dialog.entry
        assert entry is not None
        assert entry.profile.plain_http_agreed
        assert not entry.profile.worked_encrypted
        await start.tasks.close()

    run(body())


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (
            Contact(ContactKind.FAILED, HTTPS, error=BadCredentials("queue_status", "credentials", words="Kullanici")),
            ("does not accept", "API access is enabled", "addresses are restricted"),
        ),
        (
            Contact(ContactKind.FAILED, HTTPS, error=BadCredentials("queue_status", "not_enabled", code="331")),
            ("API access is not enabled", "portal"),
        ),
        (
            Contact(
                ContactKind.FAILED,
                HTTPS,
                error=NotSent("queue_status", "connect_timeout"),
                tried=(HTTPS.url, PLAIN.url),
            ),
            ("neither does port 9111", "firewall"),
        ),
        (
            Contact(ContactKind.FAILED, PLAIN, error=NotSent("queue_status", "refused"), tried=(PLAIN.url,)),
            ("Port 9111 is probably blocked", "443"),
        ),
        (Contact(ContactKind.FAILED, HTTPS, error=NoAnswer("queue_status", "deadline")), ("does not answer", "online")),
        (Contact(ContactKind.FAILED, HTTPS, error=NotSent("queue_status", "dns")), ("cannot be found", "online")),
        (
            Contact(ContactKind.FAILED, HTTPS, error=NotSent("queue_status", "tls_unknown_ca")),
            ("cannot be trusted", "Nothing was sent", "CA file"),
        ),
        (Contact(ContactKind.FAILED, HTTPS, error=BadAnswer("queue_status", "html")), ("not the PBX", "log-in")),
        (Contact(ContactKind.FAILED, HTTPS, error=NoAnswer("queue_status", "http_502")), ("not the PBX", "proxy")),
        (
            Contact(ContactKind.FAILED, HTTPS, error=Refusal("queue_status", "other", code="999", words="garip")),
            ("The PBX",),
        ),
    ],
)
def test_each_failure_is_told_in_place_with_what_to_do(
    run: Any, qtbot: QtBot, contact: Contact, words: tuple[str, ...]
) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside(contact, CONNECTED))
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        told = await start.told()
        for word in words:
            assert word in told
        assert start.dialog.isVisible()
        assert start.dialog.account.password.text() == "p4ssw0rd", "nothing has to be typed again"
        assert QApplication.focusWidget() is start.dialog.account.password.line
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        await start.end()

    run(body())


def test_what_is_missing_is_said_before_anything_is_sent(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside()
        start = Start(qtbot, outside, others=(OTHER,))
        await start.shown()
        start.type("85011")
        start.key(Qt.Key.Key_Return)
        assert "10 digits" in await start.told()
        assert QApplication.focusWidget() is start.dialog.account.account
        start.type("10000")
        start.key(Qt.Key.Key_Return)
        await until(lambda: "password" in start.dialog.notice.words, "the password is asked for")
        assert QApplication.focusWidget() is start.dialog.account.password.line
        start.dialog.account.account.setText("3121110000")
        start.type("x" * 5)
        start.key(Qt.Key.Key_Return)
        await until(lambda: "Yedek" in start.dialog.notice.words, "the account's own profile is named")
        assert outside.entries == []
        await start.end()
        assert start.dialog.entry is None

    run(body())


def test_the_password_can_be_shown_by_key_and_is_forgotten_at_the_end(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside())
        await start.shown()
        start.fill()
        line = start.dialog.account.password.line
        assert line.echoMode() is QLineEdit.EchoMode.Password
        start.key(Qt.Key.Key_Tab)
        start.key(Qt.Key.Key_Space)
        assert line.echoMode() is QLineEdit.EchoMode.Normal
        start.dialog.close()
        assert line.text() == ""
        await start.end()

    run(body())


def test_a_slow_keyring_is_waited_for_in_words_and_never_blocks(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(CONNECTED)
        outside.words = "This computer has no keyring that can keep a password. It will ask again at the next start."
        start = Start(qtbot, outside)
        assert "keyring" in start.dialog.account.keyring.text()
        await start.shown()
        await until(lambda: "ask again" in start.dialog.account.keyring.text(), "the keyring's state in words")
        await start.end()

    run(body())


def test_queue_names_are_tried_one_by_one_and_a_wrong_one_can_be_mended(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        missing = Refusal("queue_status", "no_queue", code="70", words="boyle bir kuyruk yoktur")
        outside = Outside(NEEDS_QUEUES, queues={"Satis": missing})
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.queues)
        names = start.dialog.queues.names
        assert QApplication.focusWidget() is names
        start.type("8501110000-queue-Destek, Satis")
        start.key(Qt.Key.Key_Tab)
        start.key(Qt.Key.Key_Return, start.dialog.go)
        assert "Not every name" in await start.told()
        assert outside.tried == ["Destek", "Satis"]
        states = [start.dialog.queues.list.item(row).text() for row in range(start.dialog.queues.list.count())]
        assert "found" in states[0]
        assert "no such queue" in states[1]

        names.setPlainText("Destek\nSatış")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await start.step(start.dialog.consent)
        assert outside.tried == ["Destek", "Satis", "Satış"], "a name that was found is not asked again"
        start.key(Qt.Key.Key_Return)
        assert await start.answer
        assert start.dialog.entry is not None
        assert start.dialog.entry.profile.queues == ("Destek", "Satış")
        await start.tasks.close()

    run(body())


def test_one_need_not_wait_for_every_name(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(NEEDS_QUEUES)
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.queues)
        start.dialog.queues.names.setPlainText("Destek;Satış;Muhasebe")
        outside.held.clear()
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await until(lambda: outside.tried == ["Destek"], "the first is asked")
        assert "12" in start.dialog.queues.progress.text(), "when the next goes is said"
        start.key(Qt.Key.Key_Space, start.dialog.other)
        await start.step(start.dialog.consent)
        outside.held.set()
        start.key(Qt.Key.Key_Return)
        assert await start.answer
        assert start.dialog.entry is not None
        assert start.dialog.entry.profile.queues == ("Destek", "Satış", "Muhasebe")
        await until(lambda: not start.tasks.names, "the tasks have ended")
        assert outside.tried == ["Destek"]

    run(body())


def test_a_password_refused_at_a_name_leads_back_to_the_password(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(NEEDS_QUEUES, queues={"Destek": BadCredentials("queue_status", "credentials")})
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.queues)
        start.type("Destek")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await start.step(start.dialog.account)
        assert await start.told()
        await start.end()

    run(body())


def test_changing_a_profile_keeps_the_stored_password_and_its_queues(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        old = Profile(
            name="Ana",
            account="8501110000",
            queues=("Destek",),
            worked_encrypted=True,
            events_agreed=True,
            events_on=True,
        )
        outside = Outside(CONNECTED)
        start = Start(qtbot, outside, profile=old, others=(old, OTHER))
        await start.shown()
        start.dialog.account.more.setChecked(True)
        start.dialog.account.name.setText("Merkez")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        assert await start.answer
        entry = start.dialog.entry
        assert entry is not None
        assert (entry.profile.name, entry.password, entry.was) == ("Merkez", "", "Ana")
        assert entry.profile.queues == ("Destek",)
        assert entry.profile.events_on
        await start.tasks.close()

    run(body())


def test_another_host_wants_the_password_again_and_loses_what_was_agreed(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        old = Profile(name="Ana", account="8501110000", plain_http_agreed=True, worked_encrypted=True)
        outside = Outside(CONNECTED)
        start = Start(qtbot, outside, profile=old)
        await start.shown()
        start.dialog.account.editors["pbx_url"].show_value("https://other.example")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        assert "other hosts" in await start.told()
        assert outside.entries == []
        start.type("p4ssw0rd")
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        sent = outside.entries[0].profile
        assert (sent.plain_http_agreed, sent.worked_encrypted) == (False, False)
        await start.end()

    run(body())


def test_where_no_stored_password_may_go_it_is_asked_for(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        old = Profile(name="Ana", account="8501110000")
        outside = Outside(Contact(ContactKind.UNARMED, HTTPS), CONNECTED)
        start = Start(qtbot, outside, profile=old)
        await start.shown()
        start.key(Qt.Key.Key_Return, start.dialog.go)
        assert "type it" in await start.told()
        assert QApplication.focusWidget() is start.dialog.account.password.line
        start.type("p4ssw0rd")
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        assert outside.entries[-1].password == "p4ssw0rd"
        await start.end()

    run(body())


def test_where_only_the_password_is_missing_the_dialog_asks_for_that_by_the_profiles_name(
    run: Any, qtbot: QtBot
) -> None:
    async def body() -> None:
        old = Profile(name="Ana", account="8501110000")
        outside = Outside(CONNECTED)
        start = Start(qtbot, outside, profile=old, signs_in=True)
        await start.shown()
        account = start.dialog.account
        assert start.dialog.windowTitle() == start.dialog.accessibleName() == "Sign in to Ana"
        assert start.dialog.go.text() == "Sign in"
        assert "stored" not in account.password.line.placeholderText()
        assert account.account.isReadOnly()
        assert QApplication.focusWidget() is account.password.line
        start.key(Qt.Key.Key_Return)
        assert "The password is missing." in await start.told()
        assert start.dialog.steps.currentWidget() is account
        assert outside.entries == []
        start.type("p4ssw0rd")
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        assert outside.entries[-1].password == "p4ssw0rd"
        await start.end()

    run(body())


@pytest.mark.parametrize(("quits", "words"), [(True, "Quit"), (False, "Cancel")])
def test_the_button_that_closes_says_whether_the_program_ends(run: Any, qtbot: QtBot, quits: bool, words: str) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside(), quits=quits)
        await start.shown()
        assert start.dialog.cancel.text() == words
        await start.end()

    run(body())


def test_a_wrong_address_under_advanced_is_shown_where_it_is(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside())
        await start.shown()
        start.fill()
        start.dialog.account.editors["events"].show_value("nowhere")
        start.key(Qt.Key.Key_Return)
        assert "HOST:PORT" in await start.told()
        assert start.dialog.account.editors["events"].isVisible()
        start.dialog.account.editors["events"].show_value("")
        start.dialog.account.editors["proxy"].show_value("manual")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await until(lambda: "proxy" in start.dialog.notice.words, "the proxy's address is asked for")
        await start.end()

    run(body())


def _whole(start: Start) -> bool:
    """Whether every field and every word of the shown step has the height it needs."""
    step = start.dialog.account
    fields = [field for field in step.findChildren(QLineEdit) if field.isVisible()]
    labels = [label for label in (*step.findChildren(QLabel), start.dialog.kept) if label.isVisible()]
    return all(field.height() >= field.minimumSizeHint().height() for field in fields) and all(
        label.height() >= label.heightForWidth(label.width()) for label in labels
    )


@pytest.mark.parametrize("told", [1, 12])
def test_what_is_opened_and_told_has_room_or_is_scrolled(run: Any, qtbot: QtBot, told: int) -> None:
    async def body() -> None:
        outside = Outside(CONNECTED)
        outside.words = "This computer has no keyring that can keep a password. " * 4
        start = Start(qtbot, outside)
        await start.shown()
        dialog = start.dialog
        await until(lambda: dialog.account.keyring.text() == outside.words, "the keyring's words")
        dialog.account.more.click()
        bar = dialog.room.verticalScrollBar()
        await until(lambda: _whole(start) and not bar.maximum(), "the dialog has grown")
        start.key(Qt.Key.Key_Return)
        await start.told()
        dialog.notice.tell("Wrong.", "It could not be connected to this address, for a reason told at length. " * told)
        await until(lambda: bool(bar.maximum()) is (told > 1), "it is scrolled where the screen is too low")
        await until(lambda: _whole(start), "everything can be read")
        assert dialog.frameGeometry().height() <= dialog.screen().availableGeometry().height()
        assert dialog.notice.geometry().bottom() < dialog.go.geometry().top()
        await start.end()

    run(body())


def test_closing_while_testing_leaves_nothing_behind(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(CONNECTED)
        outside.held.clear()
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await until(lambda: outside.entries, "the test runs")
        start.key(Qt.Key.Key_Escape, start.dialog)
        assert not await start.answer
        outside.held.set()
        await until(lambda: not start.tasks.names, "the test has run out")
        assert start.dialog.entry is None

    run(body())


def test_cancelling_who_waits_closes_the_dialog(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside())
        await start.shown()
        start.answer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start.answer
        await until(lambda: not isValid(start.dialog), "the dialog is gone")
        await start.tasks.close()

    run(body())


def test_a_mistake_of_ours_is_reported_and_the_dialog_stays_usable(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside()
        start = Start(qtbot, outside)
        reported: list[str] = []
        start.tasks._report = lambda name, error: reported.append(f"{name}: {error}")
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await until(lambda: reported, "the report")
        assert start.dialog.go.isEnabled()
        assert start.dialog.account.isEnabled()
        outside.contacts.append(CONNECTED)
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await start.step(start.dialog.consent)
        await start.end()

    run(body())


def test_a_name_without_an_answer_does_not_hold_up_the_others(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        outside = Outside(NEEDS_QUEUES, queues={"Destek": NoAnswer("queue_status", "deadline")})
        start = Start(qtbot, outside)
        await start.shown()
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.queues)
        start.key(Qt.Key.Key_Return, start.dialog.go)
        assert "At least one name" in await start.told()
        start.dialog.queues.names.setPlainText("Destek, Operator")
        start.key(Qt.Key.Key_Return, start.dialog.go)
        await until(lambda: "Not every" in start.dialog.notice.words, "the result")
        assert outside.tried == ["Destek", "Operator"]
        start.key(Qt.Key.Key_Space, start.dialog.other)
        await start.step(start.dialog.consent)
        start.key(Qt.Key.Key_Return)
        assert await start.answer
        assert start.dialog.entry is not None
        assert start.dialog.entry.profile.queues == ("Destek", "Operator"), "only a denied name is dropped"
        await start.tasks.close()

    run(body())


def test_every_field_can_be_named_by_a_screen_reader(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside())
        await start.shown()
        start.dialog.account.more.setChecked(True)
        for line in start.dialog.findChildren(QLineEdit):
            if line.objectName() != "qt_spinbox_lineedit":
                assert line.accessibleName(), line.placeholderText()
        await start.end()

    run(body())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Destek, Satış", ("Destek", "Satış")),
        (" 8501110000-queue-Destek \r\n\tDestek;;  Teknik   Servis ", ("Destek", "Teknik Servis")),
        ("", ()),
        ("x" * 101, ()),
    ],
)
def test_names_are_read_however_they_are_pasted(text: str, names: tuple[str, ...]) -> None:
    assert parse_queue_names(text) == names


def test_what_is_kept_and_for_how_long_is_told_before_anything_is(run: Any, qtbot: QtBot) -> None:
    async def body() -> None:
        start = Start(qtbot, Outside(CONNECTED), kept=Retention(samples=91, records=62, recordings=13))
        await start.shown()
        assert start.dialog.kept.isVisible()
        assert all(figure in start.dialog.kept.text() for figure in ("91", "62", "13"))
        start.fill()
        start.key(Qt.Key.Key_Return)
        await start.step(start.dialog.consent)
        assert not start.dialog.kept.isVisible()
        await start.end()
        changing = Start(qtbot, Outside(CONNECTED), profile=OTHER)
        await changing.shown()
        assert not changing.dialog.kept.isVisible()
        await changing.end()

    run(body())
