"""The missed callers of one session: worked out anew when something happened that concerns them. It knows no window."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Protocol

import msgspec

from supervisor_gui.clock import Clock, pbx_day, pbx_midnight_of
from supervisor_gui.errors import StoreError
from supervisor_gui.history.missed_callers import live_contacts, with_notes
from supervisor_gui.history.missed_values import CallerNote, Contact, ContactKind, MissedCaller, MissedView
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.watchers import Watchers
from supervisor_gui.tasks import Tasks

USUAL_DAYS = 7

LONGEST_NOTE = 500
"""Characters of a note."""

APART = 0.5
"""Seconds from one recount for the sake of calls and records to the next."""

LOOK = 30.0
"""Seconds after which it is looked whether a day began, and a recount that failed is tried again."""

PATIENCE = 0.3
"""Seconds for which the callers of other days may still be seen after a new choice, so that nothing flickers."""

Subscriber = Callable[[MissedView], None]


class MissedReader(Protocol):
    """Works out missed callers in a thread of its own; `history.record_reader.RecordReader` does."""

    async def missed(self, start: float, end: float, live: Sequence[Contact]) -> MissedView:
        """Those missed within start ≤ t < end (epoch seconds), `live` counted with what is kept."""


class NoteKeeper(Protocol):
    """Keeps notes; `history.store.Store` does."""

    def put_note(self, account: str, note: CallerNote) -> None:
        """Queue a note for writing; one that says nothing removes it."""

    async def open(self) -> str:
        """Write what waits; the words of what is wrong with the file, empty when nothing is."""


class MissedBook:
    """Who is still to be called back, over days that can be chosen.

    Whatever concerns the callers makes a recount, one at a time; a wish that comes meanwhile makes another. The first
    wish starts the work, `stop` ends it.
    """

    def __init__(
        self,
        reader: MissedReader,
        store: NoteKeeper,
        *,
        account: str,
        who: str,
        tasks: Tasks,
        clock: Clock,
        names: Callable[[str], str] = lambda _: "",
        time_factor: float = 1.0,
    ) -> None:
        """Nothing is read before the first wish.

        Args:
            reader: Works the view out.
            store: Keeps notes.
            account: Whose callers.
            who: The local user, for notes.
            tasks: Own the work.
            clock: Time.
            names: Our own name for a number, used where the PBX tells none.
            time_factor: How much faster than the clock the PBX lives; looks come so much sooner.
        """
        self._reader = reader
        self._store = store
        self._account = account
        self._who = who
        self._tasks = tasks
        self._clock = clock
        self._names = names
        self._look = LOOK / time_factor
        self._days = USUAL_DAYS
        self._chosen: tuple[date, date] | None = None
        self._view = MissedView()
        self._counted: tuple[date, date] | None = None
        self._problem = ""
        self._notes: dict[str, CallerNote] = {}
        self._unwritten: dict[str, CallerNote] = {}
        self._deleted: dict[str, float] = {}
        self._ended: tuple[LiveCall, ...] = ()
        self._over: tuple[Contact, ...] = ()
        self._live: tuple[Contact, ...] = ()
        self._version = 0
        self._subscribers: Watchers[Subscriber] = Watchers()
        self._wished = asyncio.Event()
        self._urgent = asyncio.Event()
        self._began = float("-inf")
        self._blank: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    @property
    def view(self) -> MissedView:
        """The callers as last worked out; empty until those of newly chosen days are."""
        return self._view

    @property
    def counted(self) -> bool:
        """Whether `view` is about the days that are chosen: an empty one says nothing until then."""
        return self._counted is not None

    @property
    def problem(self) -> str:
        """Why the last recount failed, in words; empty when it did not."""
        return self._problem

    @property
    def days(self) -> int:
        """How many days until today are chosen, 1 for today alone; 0 when certain days are."""
        return 0 if self._chosen is not None else self._days

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last Turkish day of what is chosen now."""
        if self._chosen is not None:
            return self._chosen
        today = pbx_day(self._clock.wall())
        return today - timedelta(days=self._days - 1), today

    def set_days(self, days: int) -> None:
        """Choose the last so many days, 1 for today alone; they move on at midnight."""
        self._choose(max(1, days), None)

    def set_span(self, start: date, end: date) -> None:
        """Choose the days from `start` to `end`, which stay the same."""
        self._choose(self._days, (min(start, end), max(start, end)))

    def subscribe(self, take: Subscriber) -> Callable[[], None]:
        """Call `take` whenever the view or `problem` changed; the result ends that."""
        return self._subscribers.add(take)

    def take_calls(self, calls: Calls) -> None:
        """The running calls changed."""
        if calls.ended is not self._ended:
            self._ended = calls.ended
            self._over = live_contacts(Calls(ended=calls.ended))
        before = self._live
        self._live = self._without_deleted((*live_contacts(Calls(live=calls.live)), *self._over))
        if self._concerns(before):
            self._wish()

    def refresh(self) -> None:
        """Something was kept, or somebody wants to see: work it out anew."""
        self._wish()

    def note(self, caller: str, text: str) -> None:
        """Write a note of one line about the caller with this tail; an empty one removes it."""
        words = " ".join(text.split())[:LONGEST_NOTE]
        if words != self._note(caller).text:
            self._put(msgspec.structs.replace(self._note(caller), text=words))

    def set_aside(self, caller: str) -> None:
        """Say that the caller's misses until now need no call."""
        # The PBX's clock may be ahead of ours.
        last = max((row.last for row in self._view.callers if row.tail == caller), default=0.0)
        self._put(msgspec.structs.replace(self._note(caller), set_aside=max(self._clock.wall(), last)))

    def take_back(self, caller: str) -> None:
        """Say that the caller is to be called after all."""
        if self._note(caller).set_aside:
            self._put(msgspec.structs.replace(self._note(caller), set_aside=0.0))

    def forget(self, caller: str = "") -> None:
        """Drop the caller with this tail, whose number was deleted, or everything; the next wish counts anew.

        Calls that a deleted caller had until now count no more, even if they are told again.
        """
        self._version += 1
        if not caller:
            self._notes, self._unwritten = {}, {}
            self._ended, self._over, self._live = (), (), ()
            self._counted = None
            self._show(MissedView())
            return
        self._deleted[caller] = self._clock.wall()
        self._notes.pop(caller, None)
        self._unwritten.pop(caller, None)
        self._live = self._without_deleted(self._live)
        self._show(self._kept(self._view))
        self._wish(urgent=True)

    async def stop(self) -> None:
        """Work no more; wishes that come later do nothing."""
        self._stopped = True
        self._calm()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _choose(self, days: int, chosen: tuple[date, date] | None) -> None:
        if (days, chosen) != (self._days, self._chosen):
            self._days, self._chosen = days, chosen
            self._version += 1
            self._counted = None
            self._view = MissedView()
            if self._blank is None and not self._stopped:
                self._blank = asyncio.get_running_loop().call_later(PATIENCE, self._tell)
        self._wish(urgent=True)

    def _note(self, caller: str) -> CallerNote:
        return self._notes.get(caller) or CallerNote(caller)

    def _put(self, changed: CallerNote) -> None:
        """Keep a note and show it at once; a recount that began before does not know it and is not shown."""
        note = msgspec.structs.replace(changed, who=self._who, at=self._clock.wall())
        self._unwritten[note.tail] = note
        self._store.put_note(self._account, note)
        self._version += 1
        self._notes[note.tail] = note
        self._show(with_notes(self._view, self._unwritten))
        self._wish(urgent=True)

    def _concerns(self, before: tuple[Contact, ...]) -> bool:
        """Whether the calls tell something about the callers, or of one more, that `before` did not."""
        if self._live == before:
            return False
        shown = {row.tail for row in self._view.callers}
        news = set(self._live).difference(before)
        return any(contact.kind is ContactKind.MISSED or tail(contact.number) in shown for contact in news)

    def _without_deleted(self, contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
        if not self._deleted:
            return contacts
        return tuple(one for one in contacts if one.at > self._deleted.get(tail(one.number), float("-inf")))

    def _wish(self, *, urgent: bool = False) -> None:
        if self._stopped:
            return
        self._wished.set()
        if urgent:
            self._urgent.set()
        if self._task is None or self._task.done():
            self._task = self._tasks.spawn("missed callers", self._run())

    async def _run(self) -> None:
        while True:
            await self._due()
            await self._recount()

    async def _due(self) -> None:
        """Wait until a recount is due: at once after a choice or a note, not too often for the sake of calls."""
        while not self._wished.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._look):
                    await self._wished.wait()
            if self._problem or self._counted not in {None, self.span}:
                self._wished.set()
        rest = APART - (self._clock.monotonic() - self._began)
        if rest > 0.0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(rest):
                    await self._urgent.wait()
        self._wished.clear()
        self._urgent.clear()

    async def _recount(self) -> None:
        """Work the view out and show it, unless it is about what nobody wants to see any more."""
        self._began = self._clock.monotonic()
        version, span, live, notes = self._version, self.span, self._live, dict(self._unwritten)
        start, end = pbx_midnight_of(span[0]), pbx_midnight_of(span[1] + timedelta(days=1))
        try:
            written = bool(notes) and not await self._store.open()
            view = await self._reader.missed(start, end, live)
        except StoreError as error:
            if version == self._version:
                self._fail(str(error))
            return
        if written:
            self._unwritten = {key: note for key, note in self._unwritten.items() if notes.get(key) is not note}
        if version != self._version:
            return
        before = (self._counted is not None, self._problem, self._view)
        self._counted, self._problem = span, ""
        self._take(with_notes(self._kept(self._named(view)), self._unwritten))
        if before != (True, "", self._view):
            self._tell()
        if self._concerns(live):
            self._wish()

    def _named(self, view: MissedView) -> MissedView:
        """The view with our own names for callers whom the PBX does not name."""
        return msgspec.structs.replace(view, callers=tuple(map(self._with_name, view.callers)))

    def _with_name(self, caller: MissedCaller) -> MissedCaller:
        name = "" if caller.name else self._names(caller.number)
        return msgspec.structs.replace(caller, name=name) if name else caller

    def _kept(self, view: MissedView) -> MissedView:
        """The view without callers who were deleted and have not called since."""
        left = tuple(row for row in view.callers if row.last > self._deleted.get(row.tail, float("-inf")))
        return msgspec.structs.replace(view, callers=left)

    def _take(self, view: MissedView) -> None:
        self._view = view
        for row in view.callers:
            if row.note is not None:
                self._notes[row.tail] = row.note
            else:
                self._notes.pop(row.tail, None)  # most callers have none, and new ones come all day

    def _show(self, view: MissedView) -> None:
        self._take(view)
        self._tell()

    def _fail(self, problem: str) -> None:
        if problem != self._problem or self._blank is not None:
            self._problem = problem
            self._tell()

    def _tell(self) -> None:
        self._calm()
        for take in self._subscribers:
            take(self._view)

    def _calm(self) -> None:
        if self._blank is not None:
            self._blank.cancel()
            self._blank = None
