"""The steps of getting in, as widgets: who you are, what you agree to, which queues. They decide nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.config import NO_POLICY, MachinePolicy, Profile, Setting, account_problem, host_of
from supervisor_gui.config.policy import locked_words
from supervisor_gui.config.profiles import FIELDS
from supervisor_gui.config.values import check
from supervisor_gui.errors import SettingsError
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.getting_in import parse_queue_names
from supervisor_gui.ui.dialogs.parts import Mark, Panel, PasswordField, plain_label
from supervisor_gui.ui.settings.editors import Editor, simple_editor

ADVANCED = ("pbx_url", "api_url", "events", "proxy", "proxy_address", "ca_file")


class AccountStep(QWidget):
    """Account and password; everything that has a good default is folded away.

    Signals:
        edited(): Something was typed.
    """

    edited = Signal()

    def __init__(
        self,
        profile: Profile | None,
        machine: MachinePolicy = NO_POLICY,
        parent: QWidget | None = None,
        *,
        stored: bool = True,
    ) -> None:
        """Args.

        profile: The one to change, None for a new one.
        machine: What the administrator has set; it is shown and cannot be changed.
        parent: The dialog.
        stored: Whether the profile's stored password may be used when none is typed.
        """
        super().__init__(parent)
        self._is_known = profile is not None
        self._keeps_password = self._is_known and stored
        self._machine = machine
        self._profile = profile or _new_profile(machine)
        self.account = QLineEdit(self._profile.account)
        self.account.setMaxLength(14)
        # Another account is another profile, with another password.
        self.account.setReadOnly(self._is_known or bool(machine.account))
        self.locked = plain_label(locked_words() if machine.account else "", muted=True)
        self.locked.setVisible(bool(machine.account))
        self.account.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        digits = QRegularExpression(r"[\d ]*")
        self.account.setValidator(QRegularExpressionValidator(digits, self.account))
        self.password = PasswordField()
        self.keyring = plain_label(translate("FirstStart", "Looking for this computer's keyring…"), muted=True)
        self.name = QLineEdit(self._profile.name)
        self.name.setMaxLength(60)
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.editors: Mapping[str, Editor] = {field: simple_editor(FIELDS[field]) for field in ADVANCED}
        self._labels = {field: plain_label() for field in ADVANCED}
        self._advanced = QWidget()
        self._lay_out()
        for field, editor in self.editors.items():
            editor.show_value(getattr(self._profile, field))
            editor.changed.connect(self._on_advanced)
            if self._is_fixed(field):
                editor.setEnabled(False)
                editor.setToolTip(plain.tooltip(locked_words()))
                self._labels[field].setEnabled(False)
        self.more.toggled.connect(self._on_more)
        self.account.textEdited.connect(self.edited)
        self.password.line.textEdited.connect(self.edited)
        self._on_advanced()
        self._words()

    def _lay_out(self) -> None:
        self._about = plain_label(self._about_words(), muted=True)
        self._name_label, self._account_label, self._password_label = QLabel(), QLabel(), QLabel()
        main = QFormLayout()
        main.setVerticalSpacing(10)
        main.addRow(self._account_label, self.account)
        if self._machine.account:
            main.addRow("", self.locked)
        main.addRow(self._password_label, self.password)
        main.addRow("", self.keyring)
        form = QFormLayout(self._advanced)
        form.setContentsMargins(18, 4, 0, 0)
        form.addRow(self._name_label, self.name)
        for field, editor in self.editors.items():
            self._labels[field].setWordWrap(False)
            form.addRow(self._labels[field], editor)
        names = [translate("Settings", FIELDS[field].text) for field in ADVANCED if self._is_fixed(field)]
        if names:
            words = translate("Policy", "Set by your administrator: {names}.").format(names=", ".join(names))
            form.addRow("", plain_label(words, muted=True))
        self._advanced.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._about)
        layout.addLayout(main)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._advanced)
        layout.addStretch(1)
        self.setFocusProxy(self.account)

    def _about_words(self) -> str:
        if self._is_known and not self._keeps_password:
            return translate("FirstStart", "Only the password is missing. Nothing is sent before you press the button.")
        return translate(
            "FirstStart", "Everything else has a good default. Nothing is sent before you press the button."
        )

    def _words(self) -> None:
        pairs: tuple[tuple[QLabel, QWidget, str], ...] = (
            (self._account_label, self.account, translate("FirstStart", "PBX number")),
            (self._password_label, self.password, translate("FirstStart", "Password")),
            (self._name_label, self.name, translate("FirstStart", "Name of the profile")),
        )
        for label, widget, words in pairs:
            label.setText(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
        for field, label in self._labels.items():
            label.setText(translate("Settings", FIELDS[field].text))
            label.setBuddy(self.editors[field])
        self.account.setPlaceholderText(translate("FirstStart", "10 digits, for example 8501110000"))
        self.name.setPlaceholderText(translate("FirstStart", "the PBX number"))
        self.more.setText(translate("FirstStart", "Advanced"))
        if self._keeps_password:
            self.password.line.setPlaceholderText(translate("FirstStart", "empty: the stored one stays"))
        elif self._is_known:
            self.password.line.setPlaceholderText(translate("FirstStart", "the API user's password"))

    def problem(self) -> tuple[str, QWidget] | None:
        """What is missing, in words, and where; None when all is there."""
        wrong = account_problem(self._account())
        if wrong:
            return wrong, self.account
        if not self.password.text() and not self._keeps_password:
            return translate("FirstStart", "The password is missing."), self.password.line
        for field, editor in self.editors.items():
            setting: Setting[Any] = FIELDS[field]
            try:
                check(setting, editor.value() or setting.default)
            except SettingsError as error:
                self.more.setChecked(True)
                return f"{translate('Settings', setting.text)}: {error}", editor
        if not self.password.text() and _hosts(self.profile()) != _hosts(self._profile):
            words = translate("FirstStart", "The stored password is for other hosts; type it again for these.")
            return words, self.password.line
        if self.editors["proxy"].value() == "manual" and not self.editors["proxy_address"].value():
            self.more.setChecked(True)
            return translate("FirstStart", "The proxy's address is missing."), self.editors["proxy_address"]
        return None

    def profile(self) -> Profile:
        """The profile as typed. Another address loses what was known and agreed for the old one."""
        typed = {field: editor.value() or FIELDS[field].default for field, editor in self.editors.items()}
        account = self._account()
        made = msgspec.structs.replace(
            self._profile, account=account, name=self.name.text().strip() or self._profile.name or account, **typed
        )
        elsewhere = (made.account, made.pbx_url, made.api_url) != (
            self._profile.account,
            self._profile.pbx_url,
            self._profile.api_url,
        )
        if elsewhere:
            made = msgspec.structs.replace(made, plain_http_agreed=False, worked_encrypted=False)
        if (made.account, made.events) != (self._profile.account, self._profile.events):
            made = msgspec.structs.replace(made, events_agreed=False)
        return made

    def _is_fixed(self, field: str) -> bool:
        """Whether the administrator has set it, or switched off what it is for."""
        off = field == "events" and self._machine.fixes(FIELDS["events_on"])
        return off or self._machine.fixes(FIELDS[field])

    def _account(self) -> str:
        return self.account.text().replace(" ", "")

    def _on_more(self, opened: bool) -> None:
        self._advanced.setVisible(opened)
        self.more.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)

    def _on_advanced(self) -> None:
        manual = self.editors["proxy"].value() == "manual"
        self.editors["proxy_address"].setEnabled(manual)
        self._labels["proxy_address"].setEnabled(manual)
        self.edited.emit()


def _new_profile(machine: MachinePolicy) -> Profile:
    """A profile with nothing but what the administrator has set."""
    fixed = {field: machine.fixed[setting.key] for field, setting in FIELDS.items() if machine.fixes(setting)}
    return Profile(**{"name": "", "account": "", **fixed})


def _hosts(profile: Profile) -> tuple[str, ...]:
    return tuple(host_of(address) for address in (profile.pbx_url, profile.api_url, profile.events))


class ConsentStep(QWidget):
    """Something would travel readable: what, who could read it, what else there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(bigger=True)
        self._risk = plain_label()
        self._why = plain_label(muted=True)
        box = Panel()
        inside = QHBoxLayout(box)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(12)
        inside.addWidget(Mark("!"), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._risk, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(box)
        layout.addWidget(self._why)
        layout.addStretch(1)

    def show_plain_http(self, host: str, *, tried: bool) -> None:
        """Ask about the control connection; `tried`: the encrypted one did not answer."""
        why = (
            translate("FirstStart", "{host} was tried encrypted first, without an answer.")
            if tried
            else translate("FirstStart", "The address of {host} begins with http://, which is not encrypted.")
        )
        advice = translate(
            "FirstStart",
            "Agree only in a network that you trust. You are asked once for this profile; the status bar keeps "
            "showing it.",
        )
        self._show(
            translate("FirstStart", "Connect without encryption?"),
            translate(
                "FirstStart",
                "Without encryption the account's password, callers' numbers and your commands travel readable. "
                "Anybody on the way – this Wi-Fi, the office network, the provider – can read them and use the "
                "password to control your PBX.",
            ),
            f"{why.format(host=clean(host, 80))} {advice}",
        )

    def show_events(self) -> None:
        """Ask about the event stream."""
        self._show(
            translate("FirstStart", "Follow calls as they happen?"),
            translate(
                "FirstStart",
                "The PBX's event stream moves the board the moment a call comes or ends. The PBX offers it without "
                "encryption only, and it carries the same password: anybody on the way can read it and use it to "
                "control your PBX.",
            ),
            translate(
                "FirstStart",
                "Without it the board works as well; it then follows the PBX every half minute or so. You can change "
                "this in the settings at any time.",
            ),
        )

    def _show(self, title: str, risk: str, why: str) -> None:
        self._title.setText(title)
        self._risk.setText(risk)
        self._why.setText(why)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{risk} {why}")


class QueueState(msgspec.Struct, frozen=True):
    """One name and what the PBX said of it: "waiting", "asking", "found", "missing" or "unknown"."""

    name: str
    state: str = "waiting"
    words: str = ""


class QueuesStep(QWidget):
    """Asks for the queues' names and shows what became of each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(translate("FirstStart", "Which queues?"), bigger=True)
        self._text = plain_label(
            translate(
                "FirstStart",
                "This PBX tells a queue's state only when it is asked by name, and cannot list them. Paste or type the "
                "names, as in the portal: one a line or separated by commas. Queues that call in later are found by "
                "themselves.",
            )
        )
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setPlaceholderText("Destek, Satış\n8501110000-queue-Muhasebe")
        self.names.setAccessibleName(translate("FirstStart", "Names of the queues"))
        self.names.setMinimumHeight(96)
        self.progress = plain_label(muted=True)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("FirstStart", "What the PBX said of each name"))
        self.list.setMinimumHeight(110)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._title, self._text, self.names, self.progress, self.list):
            layout.addWidget(widget)
        self.setFocusProxy(self.names)
        self.names.textChanged.connect(self._on_typed)
        self._on_typed()

    def typed(self) -> tuple[str, ...]:
        """The names, short and each once."""
        return parse_queue_names(self.names.toPlainText())

    def offer(self, names: Sequence[str]) -> None:
        """Put names in that are known already, unless something was typed."""
        if not self.names.toPlainText():
            self.names.setPlainText("\n".join(names))

    def show_states(self, states: tuple[QueueState, ...]) -> None:
        """Show how far it is."""
        self.list.clear()
        for state in states:
            item = QListWidgetItem(f"{_SIGNS[state.state]}  {clean(state.name, 60)}  –  {_state_words(state)}")
            self.list.addItem(item)
            if state.state == "asking":
                self.list.scrollToItem(item)
        self.list.setVisible(bool(states))

    def say(self, words: str) -> None:
        """The line between the names and their states."""
        self.progress.setText(words)

    def _on_typed(self) -> None:
        count = len(self.typed())
        words = translate("FirstStart", "%n name(s). Each takes one query, 2 a minute.", None, count) if count else ""
        self.say(words)


_SIGNS: Mapping[str, str] = {"waiting": "…", "asking": "▸", "found": "✓", "missing": "✗", "unknown": "?"}


def _state_words(state: QueueState) -> str:
    match state.state:
        case "found":
            return translate("FirstStart", "found")
        case "missing":
            return translate("FirstStart", "there is no such queue; look at the spelling")
        case "asking":
            return translate("FirstStart", "asking…")
        case "unknown":
            return clean(state.words) or translate("FirstStart", "no answer; tried again later")
        case _:
            return translate("FirstStart", "waiting for its turn")
