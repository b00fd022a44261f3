"""The profiles of this computer: open, change, forget, add. It changes nothing itself but says what was chosen."""

import enum
from collections.abc import Awaitable, Callable, Sequence

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.config import NO_POLICY, MachinePolicy, Profile, encryption_plan
from supervisor_gui.config.policy import locked_words
from supervisor_gui.i18n import translate
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.parts import Notice, Panel, plain_label


class ProfileAct(enum.Enum):
    """What is to be done next."""

    OPEN = "open"
    CHANGE = "change"
    NEW = "new"


class ProfileChoice(msgspec.Struct, frozen=True):
    """What the user chose; `name` is empty for a new profile."""

    act: ProfileAct
    name: str = ""


Forget = Callable[[Profile], Awaitable[str]]
"""Removes a profile and its password; answers in words what became of the password."""


class ProfilesDialog(AsyncDialog):
    """`await dialog.ask()`, then `dialog.choice`; None when it was only closed (or profiles were only forgotten)."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        current: str,
        forget: Forget,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        machine: MachinePolicy = NO_POLICY,
    ) -> None:
        super().__init__(parent)
        self.choice: ProfileChoice | None = None
        self._profiles = tuple(profiles)
        self._current = current
        self._forget = forget
        self._tasks = tasks
        title = translate("Profiles", "Profiles")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumSize(560, 360)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setAlternatingRowColors(True)
        self.notice = Notice()
        self.open_button = QPushButton(translate("Profiles", "Open"))
        self.change_button = QPushButton(translate("Profiles", "Change…"))
        self.forget_button = QPushButton(translate("Profiles", "Forget…"))
        self.new_button = QPushButton(translate("Profiles", "New…"))
        self.close_button = QPushButton(translate("Profiles", "Close"))
        self._locked = machine.closed
        # There is one account, and it has its profile; a demo beside it is no way to another one.
        locked = [self.new_button] if machine.closed or (machine.account and self._profiles) else []
        locked += [self.open_button, self.change_button] if machine.closed else []
        for button in locked:
            button.setEnabled(False)
            button.setToolTip(plain.tooltip(locked_words()))
        self._question = self._confirm()
        self._lay_out()
        self._connect()
        self._fill()

    def _confirm(self) -> Panel:
        """The question about forgetting, in place."""
        panel = Panel()
        self._asked = plain_label()
        self.yes_button = QPushButton(translate("Profiles", "Forget it"))
        self.no_button = QPushButton(translate("Profiles", "Keep it"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes_button)
        buttons.addWidget(self.no_button)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self._asked)
        layout.addLayout(buttons)
        panel.hide()
        return panel

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for button in (self.open_button, self.change_button, self.forget_button, self.new_button):
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(self.close_button)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.list, 1)
        top.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top, 1)
        layout.addWidget(self._question)
        layout.addWidget(self.notice)
        self.open_button.setDefault(True)

    def _connect(self) -> None:
        self.list.itemActivated.connect(self._on_open)
        self.list.currentRowChanged.connect(self._on_row)
        self.open_button.clicked.connect(self._on_open)
        self.change_button.clicked.connect(self._on_change)
        self.forget_button.clicked.connect(self._on_forget)
        self.new_button.clicked.connect(self._on_new)
        self.close_button.clicked.connect(self.reject)
        self.yes_button.clicked.connect(self._on_yes)
        self.no_button.clicked.connect(self._on_no)

    def _fill(self) -> None:
        self.list.clear()
        for profile in self._profiles:
            item = QListWidgetItem(_words(profile, current=profile.name == self._current))
            item.setSizeHint(QSize(0, 34))
            self.list.addItem(item)
        names = [profile.name for profile in self._profiles]
        self.list.setCurrentRow(names.index(self._current) if self._current in names else 0)
        self._on_row()
        self.list.setFocus()

    def _chosen(self) -> Profile | None:
        row = self.list.currentRow()
        return self._profiles[row] if 0 <= row < len(self._profiles) else None

    def _on_row(self) -> None:
        chosen = self._chosen() is not None
        self.forget_button.setEnabled(chosen)
        for button in (self.open_button, self.change_button):
            button.setEnabled(chosen and not self._locked)
        self._question.hide()

    def _end(self, act: ProfileAct, name: str = "") -> None:
        self.choice = ProfileChoice(act, name)
        self.accept()

    def _on_open(self) -> None:
        profile = self._chosen()
        if profile is not None and not self._locked:
            self._end(ProfileAct.OPEN, profile.name)

    def _on_change(self) -> None:
        profile = self._chosen()
        if profile is not None:
            self._end(ProfileAct.CHANGE, profile.name)

    def _on_new(self) -> None:
        self._end(ProfileAct.NEW)

    def _on_forget(self) -> None:
        profile = self._chosen()
        if profile is None:
            return
        words = translate(
            "Profiles",
            "Forget “{name}”? Its password is removed from the keyring and its settings are lost. What was recorded "
            "stays.",
        )
        self._asked.setText(words.format(name=clean(profile.name, 60)))
        self._question.setAccessibleName(self._asked.text())
        self.notice.hide()
        self._question.show()
        self.no_button.setFocus()

    def _on_no(self) -> None:
        self._question.hide()
        self.list.setFocus()

    def _on_yes(self) -> None:
        profile = self._chosen()
        self._question.hide()
        if profile is not None:
            self.setEnabled(False)
            self._tasks.spawn("forget a profile", self._forgetting(profile))

    async def _forgetting(self, profile: Profile) -> None:
        try:
            words = await self._forget(profile)
            self._profiles = tuple(one for one in self._profiles if one.name != profile.name)
        finally:
            self.setEnabled(True)
        self._fill()
        self.notice.tell(translate("Profiles", "“{name}” is forgotten.").format(name=profile.name), words)


def _words(profile: Profile, *, current: bool) -> str:
    plan = encryption_plan(profile)
    if profile.worked_encrypted:
        state = translate("Profiles", "encrypted")
    elif any(route.agreed and not route.encrypted for route in plan.pbx):
        state = translate("Profiles", "not encrypted, agreed")
    else:
        state = translate("Profiles", "not connected yet")
    name = clean(profile.name, 60)
    parts = [name] if name == profile.account else [name, profile.account]
    parts.append(state)
    if current:
        parts.append(translate("Profiles", "open now"))
    return "  ·  ".join(parts)
