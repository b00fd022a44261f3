"""The first start: account, password, a test, and what must be agreed or named before the board. It sends nothing."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.config import NO_POLICY, MachinePolicy, Profile, free_name, host_of, keys
from supervisor_gui.history.retention import USUAL_RETENTION, Retention, retention_words
from supervisor_gui.i18n import translate
from supervisor_gui.live.first_contact import Contact, ContactKind
from supervisor_gui.netsantral.errors import BadCredentials, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.failures import failure_words
from supervisor_gui.ui.dialogs.getting_in import Doors, Entry
from supervisor_gui.ui.dialogs.parts import Notice, plain_label
from supervisor_gui.ui.dialogs.step_room import StepRoom, Steps, grow
from supervisor_gui.ui.dialogs.steps import AccountStep, ConsentStep, QueuesStep, QueueState

SIZE = (600, 460)


class FirstStartDialog(AsyncDialog):
    """Makes a profile, changes one, or asks for one's password alone. `await dialog.ask()`, then `dialog.entry`.

    Attributes:
        entry: What came of it; None until it was accepted. An empty password means that the stored one stays.
    """

    def __init__(
        self,
        doors: Doors,
        tasks: Tasks,
        *,
        profile: Profile | None = None,
        others: Sequence[Profile] = (),
        kept: Retention = USUAL_RETENTION,
        machine: MachinePolicy = NO_POLICY,
        signs_in: bool = False,
        quits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Args.

        doors: The outside world.
        tasks: Owns what runs while the dialog is open.
        profile: The one to change, None for a new one.
        others: Existing profiles, whose names are taken.
        kept: How long data is kept, which is told before anything is.
        machine: What the administrator has set.
        signs_in: The profile is right, but no stored password may be used: only that is asked for.
        quits: Whoever closes it ends the program, and its button says so.
        parent: The window.
        """
        super().__init__(parent)
        self.entry: Entry | None = None
        self._doors = doors
        self._tasks = tasks
        self._others = tuple(one for one in others if profile is None or one.name != profile.name)
        self._was = profile.name if profile is not None else ""
        self._made = Entry(profile or Profile(name="", account=""), "", self._was)
        self._states: tuple[QueueState, ...] = ()
        self._run = 0
        self._no_stream = machine.fixed.get(keys.EVENTS_ON.key) is False
        self._signs_in = signs_in
        self.account = AccountStep(profile, machine, stored=not signs_in)
        self.consent = ConsentStep()
        self.queues = QueuesStep()
        self.notice = Notice()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        self.busy.hide()
        self.go = QPushButton()
        self.other = QPushButton()
        self.cancel = QPushButton(translate("FirstStart", "Quit") if quits else translate("FirstStart", "Cancel"))
        self._then: Callable[[], None] = self._test
        self._else: Callable[[], None] = self.reject
        self.kept = plain_label(retention_words(kept), muted=True)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.other.clicked.connect(self._on_other)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._on_closed)
        self._show_account()

    def _name(self) -> str:
        if self._signs_in:
            return translate("FirstStart", "Sign in to {name}").format(name=clean(self._was, 40))
        if self._was:
            return translate("FirstStart", "Change the profile")
        return translate("FirstStart", "Connect to your PBX")

    def _lay_out(self) -> None:
        title = self._name()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumSize(*SIZE)
        self._title = plain_label(title, bigger=True)
        self.steps = Steps()
        for step in (self.account, self.consent, self.queues):
            self.steps.addWidget(step)
        self.room = StepRoom(self.steps)
        self.busy.setAccessibleName(translate("FirstStart", "Testing"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self.room, 1)
        layout.addWidget(self.kept)
        layout.addWidget(self.notice)
        layout.addWidget(self.busy)
        layout.addLayout(buttons)
        for button in (self.cancel, self.other):
            button.setAutoDefault(False)

    async def ask(self) -> bool:
        """Open, ask, wait; see `AsyncDialog`."""
        self._tasks.spawn("first start: keyring", self._look_for_keyring())
        return await super().ask()

    def event(self, event: QEvent) -> bool:
        """What was opened or told needs more room."""
        taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            grow(self)
        return taken

    def showEvent(self, event: QShowEvent) -> None:
        """The first step may need more than the usual size already."""
        super().showEvent(event)
        grow(self)

    # One step at a time: its widget, its two buttons, the place of the focus.

    def _turn(
        self, step: QWidget, go: tuple[str, Callable[[], None]], other: tuple[str, Callable[[], None]] | None
    ) -> None:
        self.steps.setCurrentWidget(step)
        self.steps.updateGeometry()
        self._title.setVisible(step is self.account)
        self.kept.setVisible(step is self.account and not self._was)
        self.notice.hide()
        self.go.setText(go[0])
        self._then = go[1]
        self.other.setVisible(other is not None)
        if other is not None:
            self.other.setText(other[0])
            self._else = other[1]
        self.go.setDefault(True)
        self._free()
        step.setFocus()

    def _show_account(self) -> None:
        words = translate("FirstStart", "Sign in") if self._signs_in else translate("FirstStart", "Test and continue")
        self._turn(self.account, (words, self._test), None)
        (self.account.password.line if self.account.account.text() else self.account.account).setFocus()

    def _show_plain(self, contact: Contact) -> None:
        self.consent.show_plain_http(host_of(contact.route.url), tried=contact.error is not None)
        self._turn(
            self.consent,
            (translate("FirstStart", "Back"), self._show_account),
            (translate("FirstStart", "Use it unencrypted"), self._agree_plain),
        )
        self.go.setFocus()

    def _show_queues(self) -> None:
        self._states = ()
        self.queues.show_states(())
        self.queues.offer(self._made.profile.queues)
        self._turn(
            self.queues,
            (translate("FirstStart", "Try the names"), self._try_names),
            (translate("FirstStart", "Back"), self._show_account),
        )

    def _show_events(self) -> None:
        if self._made.profile.events_agreed or self._no_stream:
            self._finish()
            return
        self.consent.show_events()
        self._turn(
            self.consent,
            (translate("FirstStart", "Go without it"), self._decline_events),
            (translate("FirstStart", "Follow it unencrypted"), self._agree_events),
        )
        self.go.setFocus()

    # What the buttons do.

    def _on_go(self) -> None:
        self._then()

    def _on_other(self) -> None:
        self._else()

    def _test(self) -> None:
        problem = self.account.problem()
        if problem is not None:
            words, where = problem
            self.notice.tell(words)
            where.setFocus()
            self.room.ensureWidgetVisible(where)
            return
        profile = self.account.profile()
        twin = next((one for one in self._others if one.account == profile.account), None)
        if twin is not None:
            words = translate("FirstStart", "This account already has a profile: “{name}”. Open that one.")
            self.notice.tell(words.format(name=twin.name))
            return
        name = free_name(self._others, profile.name)
        agreed = profile.plain_http_agreed or self._agreed_for(profile)
        profile = msgspec.structs.replace(profile, name=name, plain_http_agreed=agreed)
        self._made = Entry(profile, self.account.password.text(), self._was)
        self._begin(translate("FirstStart", "Testing…"))
        self._tasks.spawn("first start: test", self._guarded(self._contact(self._run)))

    def _agreed_for(self, profile: Profile) -> bool:
        """Whether plain HTTP was agreed to for this very account and address a moment ago."""
        before = self._made.profile
        same = (profile.account, profile.pbx_url, profile.api_url) == (before.account, before.pbx_url, before.api_url)
        return same and before.plain_http_agreed

    def _agree_plain(self) -> None:
        self._change(plain_http_agreed=True)
        self._begin(translate("FirstStart", "Testing…"))
        self._tasks.spawn("first start: test", self._guarded(self._contact(self._run)))

    def _agree_events(self) -> None:
        self._change(events_agreed=True, events_on=True)
        self._finish()

    def _decline_events(self) -> None:
        self._change(events_on=False)
        self._finish()

    def _try_names(self) -> None:
        names = self.queues.typed()
        if not names:
            self.notice.tell(translate("FirstStart", "At least one name is needed."))
            self.queues.setFocus()
            return
        known = {state.name: state for state in self._states if state.state == "found"}
        self._states = tuple(known.get(name, QueueState(name)) for name in names)
        self._begin(translate("FirstStart", "Trying…"))
        self.other.setText(translate("FirstStart", "Continue without waiting"))
        self._else = self._take_names
        self.other.setEnabled(True)
        self.queues.names.setReadOnly(True)
        self._tasks.spawn("first start: queues", self._guarded(self._try_each(self._run)))

    def _take_names(self) -> None:
        """Go on with every name that the PBX did not deny; the board tries the others."""
        names = tuple(state.name for state in self._states if state.state != "missing")
        self._run += 1
        self._change(queues=names)
        self._show_events()

    def _finish(self) -> None:
        self.entry = self._made
        self.accept()

    def _change(self, **fields: object) -> None:
        changed = msgspec.structs.replace(self._made.profile, **fields)
        self._made = msgspec.structs.replace(self._made, profile=changed)

    # What is waited for.

    def _begin(self, words: str) -> None:
        self._run += 1
        self.notice.hide()
        self.busy.show()
        self.go.setText(words)
        self.go.setEnabled(False)
        self.other.setEnabled(False)
        self.account.setEnabled(False)

    def _free(self) -> None:
        self.busy.hide()
        self.account.setEnabled(True)
        self.queues.names.setReadOnly(False)
        self.go.setEnabled(True)
        self.other.setEnabled(True)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """A mistake of ours must not leave the dialog waiting for ever; it is reported by the task's owner."""
        try:
            await work
        except BaseException:
            if self._alive:
                self._show_account()
            raise

    async def _look_for_keyring(self) -> None:
        words = await self._doors.keyring()
        if self._alive:
            self.account.keyring.setText(words)

    async def _contact(self, run: int) -> None:
        contact = await self._doors.contact(self._made)
        if not self._alive or run != self._run:
            return
        match contact.kind:
            case ContactKind.CONNECTED:
                self._change(worked_encrypted=contact.encrypted or self._made.profile.worked_encrypted)
                self._show_events()
            case ContactKind.NEEDS_QUEUES:
                self._change(worked_encrypted=contact.encrypted or self._made.profile.worked_encrypted)
                self._show_queues()
            case ContactKind.ONLY_PLAIN:
                self._show_plain(contact)
            case ContactKind.FAILED:
                self._show_account()
                self.notice.tell(*failure_words(contact))
                self.account.password.line.selectAll()
            case ContactKind.UNARMED:
                # The administrator, the command line or a lost keyring: the step itself cannot know.
                self._show_account()
                self.notice.tell(translate("FirstStart", "No stored password may be used here; type it."))
                self.account.password.line.setFocus()

    async def _try_each(self, run: int) -> None:
        for at, state in enumerate(self._states):
            if state.state != "waiting":
                continue
            self._note(at, "asking")
            self._say_turn(at)
            outcome, words = await self._try(state.name)
            if not self._alive or run != self._run:
                return
            if outcome == "refused":
                self._show_account()
                self.notice.tell(words)
                return
            self._note(at, outcome, words)
        self._after_names()

    async def _try(self, name: str) -> tuple[str, str]:
        try:
            await self._doors.try_queue(self._made, name)
        except BadCredentials as error:
            return "refused", explain(error).title
        except Refusal as error:
            return "missing", explain(error).title
        except PbxError as error:
            return "unknown", explain(error).title
        return "found", ""

    def _note(self, at: int, state: str, words: str = "") -> None:
        changed = QueueState(self._states[at].name, state, words)
        self._states = (*self._states[:at], changed, *self._states[at + 1 :])
        self.queues.show_states(self._states)

    def _say_turn(self, at: int) -> None:
        wait = max(0, round(self._doors.next_query()))
        words = translate("FirstStart", "Name {at} of {all}.").format(at=at + 1, all=len(self._states))
        if wait:
            told = translate("FirstStart", "The PBX takes 2 queries a minute; the next goes in about {n} s.")
            words = f"{words} {told.format(n=wait)}"
        self.queues.say(words)

    def _after_names(self) -> None:
        states = {state.state for state in self._states}
        if states == {"found"}:
            self._take_names()
            return
        self._free()
        self.go.setText(translate("FirstStart", "Try the names"))
        self.other.setText(translate("FirstStart", "Continue with the names found"))
        self.other.setEnabled("found" in states)
        self.queues.say("")
        self.notice.tell(
            translate("FirstStart", "Not every name was found."),
            translate(
                "FirstStart", "Mend the names marked ✗ and try again. Names that were found are not asked again."
            ),
        )
        self.queues.setFocus()

    @property
    def _alive(self) -> bool:
        return self._run >= 0

    def _on_closed(self) -> None:
        self._run = -1
        self.account.password.forget()
