"""What is asked before anything goes to an auto-dial list: the form of a new one, its numbers, a start's concerns."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import date, time
from functools import partial

from PySide6.QtCore import QObject, Signal

from supervisor_gui.autodial.draft import ListDraft, draft_of, first_draft, made
from supervisor_gui.autodial.holidays import holiday_name
from supervisor_gui.autodial.number_rows import in_list
from supervisor_gui.autodial.safety import Concern, concerns
from supervisor_gui.autodial.values import ListNumbers, NumberState, OrderEnd, Outcome, RowState, ShownList
from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import PortalKind, PortalName
from supervisor_gui.live.tally import tally
from supervisor_gui.netsantral.names import short_name
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean
from supervisor_gui.ui.campaigns.new_list import NewListDialog
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.campaigns.start_question import ask_start
from supervisor_gui.ui.campaigns.words import end_words
from supervisor_gui.ui.language import chosen
from supervisor_gui.ui.shell import Shell

ON_THE_WAY = frozenset({RowState.WAITING, RowState.UNDERWAY, RowState.SENT, RowState.UNKNOWN})
"""States of numbers that a list has, or may have soon."""

_NAMES = {TargetKind.IVR: PortalKind.MENU, TargetKind.ANNOUNCEMENT: PortalKind.ANNOUNCEMENT}


class CampaignForms(QObject):
    """The dialogs of one run. Each belongs to the session in which it was opened and closes with it.

    Signals:
        list_made(str): The PBX has made a list, with its id; its overview may not tell of it yet.
    """

    list_made = Signal(str)

    def __init__(self, shell: Shell, settings: SettingsStore, tasks: Tasks, clock: Clock) -> None:
        super().__init__()
        self._shell = shell
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._session: Session | None = None
        self._starting: dict[str, asyncio.Task[None]] = {}
        self._making: asyncio.Task[None] | None = None
        self.form: NewListDialog | None = None
        self.numbers: NumbersDialog | None = None

    def attach(self, session: Session | None) -> None:
        """Ask for this session's lists from now on; None for nobody's."""
        self._session = session
        if session is None:
            for task in self._starting.values():
                task.cancel()
            self._starting.clear()
            if self._making is not None:
                self._making.cancel()
            if self.numbers is not None:
                self.numbers.close()
            if self.form is not None:
                self.form.finish()

    # a new list

    def make(self) -> None:
        """Open the form of a new list."""
        if self._session is not None and not self._shell.refuses("campaigns"):
            self._open_form(self._session, first_draft(self._today(), self._hours()), ())

    def retry(self, list_id: str) -> None:
        """Open the form for the failed numbers of a list, with its settings."""
        session, shown = self._session, self._shown(list_id)
        if session is None or shown is None or self._shell.refuses("campaigns"):
            return
        rows = self._numbers_of(session, list_id).rows
        failed = tuple(
            ListNumber(row.number, row.name) for row in rows if row.state is NumberState.FAILED and not row.blocked
        )
        if not failed:
            self._shell.messages.say(translate("Campaigns", "No number of this list has failed."))
            return
        taken = {other.told.name for other in session.dialling.lists.view.lists}
        self._open_form(session, draft_of(shown, self._today(), taken), failed)

    def _open_form(self, session: Session, draft: ListDraft, numbers: tuple[ListNumber, ...]) -> None:
        if self.form is not None:
            # It may have been closed while its list is being made.
            self.form.open()
            self.form.raise_()
            self.form.activateWindow()
            return
        names = session.calls.book.memory.portal
        form = self.form = NewListDialog(
            draft,
            queues=sorted(session.live.board.queues),
            lines=_names_of(names, PortalKind.LINE, session.profile.account),
            menus=_names_of(names, PortalKind.MENU),
            announcements=_names_of(names, PortalKind.ANNOUNCEMENT),
            today=self._today(),
            taken=frozenset(shown.told.name for shown in session.dialling.lists.view.lists),
            parent=self._shell.window,
        )
        if numbers:
            count = len(numbers)
            form.set_numbers(numbers, translate("Campaigns", "%n number(s) that failed", None, count))
        form.numbers_wanted.connect(self._on_numbers_wanted)
        form.made.connect(self._on_made)
        form.finished.connect(self._on_form_shut)
        form.open()

    def _on_form_shut(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _on_numbers_wanted(self) -> None:
        form, session = self.form, self._session
        if form is None or session is None:
            return
        dialog = self._open_numbers(session, translate("Campaigns", "Numbers of the new list"), frozenset())
        dialog.chosen.connect(form.set_numbers)

    def _on_made(self, draft: ListDraft) -> None:
        if self._session is not None and self.form is not None:
            self._making = self._tasks.spawn("make a list", self._make(self._session, self.form, draft))

    async def _make(self, session: Session, form: NewListDialog, draft: ListDraft) -> None:
        form.busy()
        try:
            end = await self._ended(session, draft, tuple(form.numbers))
        except StoreError as error:
            form.show_problem(str(error))
            return
        except Exception:
            # Our own mistake is told elsewhere, but nothing is being made any more.
            form.busy(busy=False)
            raise
        if end.outcome is Outcome.REFUSED:
            words = end_words(end, self._shell.policy)
            form.show_problem(words.todo, words.details)
            return
        self._remember(session, draft)
        form.finish()
        if end.list_id:
            self.list_made.emit(end.list_id)

    async def _ended(self, session: Session, draft: ListDraft, numbers: tuple[ListNumber, ...]) -> OrderEnd:
        """Make the list and wait until the PBX has answered, or surely will not."""
        new = made(draft, numbers if draft.kind is ListKind.FIXED else numbers[: self._chunk])
        ended: asyncio.Future[OrderEnd] = asyncio.get_running_loop().create_future()

        def take(end: OrderEnd) -> None:
            if end.action == "create_list" and end.list_name == new.name and not ended.done():
                ended.set_result(end)

        leave = session.dialling.lists.subscribe_ends(take)
        try:
            await session.dialling.uploads.create(new, numbers[len(new.numbers) :])
            return await ended
        finally:
            leave()

    def _remember(self, session: Session, draft: ListDraft) -> None:
        """Names in the portal that were taken need not be typed again."""
        session.calls.book.use_name(PortalKind.LINE, draft.trunk)
        if draft.target_kind in _NAMES:
            session.calls.book.use_name(_NAMES[draft.target_kind], draft.target)

    # numbers

    def add(self, list_id: str) -> None:
        """Choose numbers for a list."""
        session = self._session
        if session is not None and not self._shell.refuses("campaigns"):
            self._tasks.spawn("numbers", self._add(session, list_id))

    async def _add(self, session: Session, list_id: str) -> None:
        shown = self._shown(list_id)
        if shown is None:
            return
        name = shown.told.name or list_id
        untold = not self._numbers_of(session, list_id).as_of
        try:
            known = await self._known(session, list_id)
        except StoreError as error:
            self._shell.messages.problem(error, key="store")
            return
        title = translate("Campaigns", "Numbers for “{name}”").format(name=clean(name))
        dialog = self._open_numbers(session, title, known, untold=untold)
        dialog.chosen.connect(partial(self._on_chosen, session, list_id, name))

    def _on_chosen(
        self, session: Session, list_id: str, name: str, numbers: tuple[ListNumber, ...], _words: str
    ) -> None:
        if session is self._session:
            self._tasks.spawn("add numbers", self._send(session, list_id, name, numbers))

    async def _send(self, session: Session, list_id: str, name: str, numbers: tuple[ListNumber, ...]) -> None:
        try:
            await session.dialling.uploads.add(list_id, name, numbers)
        except StoreError as error:
            self._shell.messages.problem(error, key="store")

    async def _known(self, session: Session, list_id: str) -> frozenset[str]:
        """The numbers that the list has or gets, as far as they are known here."""
        underway = await session.dialling.archive.rows(list_id, ON_THE_WAY)
        return await asyncio.to_thread(in_list, self._numbers_of(session, list_id), underway)

    def _numbers_of(self, session: Session, list_id: str) -> ListNumbers:
        """Those of the list, none while another one is on screen."""
        found = session.dialling.lists.numbers
        return found if found is not None and found.list_id == list_id else ListNumbers(list_id)

    def _open_numbers(
        self, session: Session, title: str, known: frozenset[str], *, untold: bool = False
    ) -> NumbersDialog:
        if self.numbers is not None:
            self.numbers.close()
        dialog = self.numbers = NumbersDialog(
            self._tasks,
            title=title,
            in_list=known,
            untold=untold,
            blocked=session.dialling.archive.blocked_among,
            policy=self._shell.policy,
            chunk=self._chunk,
            seconds_each=session.dialling.seconds_each,
            parent=self.form or self._shell.window,
        )
        dialog.finished.connect(partial(self._on_numbers_shut, dialog))
        dialog.open()
        return dialog

    def _on_numbers_shut(self, dialog: NumbersDialog, _code: int) -> None:
        if self.numbers is dialog:
            self.numbers = None

    # a start

    def start(self, list_id: str) -> None:
        """Start a list, after one question when something speaks against it."""
        session, shown = self._session, self._shown(list_id)
        if session is None or shown is None or list_id in self._starting or self._shell.refuses("campaigns"):
            return
        self._starting[list_id] = self._tasks.spawn("start a list", self._start(session, shown))

    async def _start(self, session: Session, shown: ShownList) -> None:
        try:
            found = await asyncio.to_thread(self._concerns(session, shown))
            if not await ask_start(self._shell.messages, shown.told.name or shown.id, found):
                return
        finally:
            if session is self._session:
                self._starting.pop(shown.id, None)
        if session is self._session:
            session.dialling.lists.start_list(shown.id)

    def _concerns(self, session: Session, shown: ShownList) -> Callable[[], tuple[Concern, ...]]:
        """What works them out: the holidays' tables take their time when they are first needed."""
        department = short_name(shown.told.department)
        counts = tally(session.live.board).queues.get(department)
        numbers = self._numbers_of(session, shown.id)
        settings = self._settings.settings
        language = chosen(settings.get(keys.LANGUAGE))
        return lambda: concerns(
            shown,
            now=self._clock.wall(),
            hours=self._hours(),
            many=settings.get(keys.MANY_NUMBERS),
            agents=None if counts is None else counts.staffed,
            twice=sum(row.twice for row in numbers.rows),
            blocked=sum(row.blocked for row in numbers.rows),
            unsent=sum(job.waiting for job in shown.jobs),
            holiday=lambda day: holiday_name(day, language),
            seen=bool(numbers.as_of),
        )

    # common

    def _shown(self, list_id: str) -> ShownList | None:
        return None if self._session is None else self._session.dialling.lists.view.find(list_id)

    @property
    def _chunk(self) -> int:
        return self._settings.settings.get(keys.CHUNK)

    def _today(self) -> date:
        return pbx_day(self._clock.wall())

    def _hours(self) -> tuple[time, time]:
        settings = self._settings.settings
        return time.fromisoformat(settings.get(keys.CALLS_FROM)), time.fromisoformat(settings.get(keys.CALLS_UNTIL))


def _names_of(names: Iterable[PortalName], kind: PortalKind, *more: str) -> tuple[str, ...]:
    """Names of one kind that the PBX took, the last one used first, then `more`."""
    return tuple(dict.fromkeys((*(one.name for one in names if one.kind is kind and not one.refused), *more)))
