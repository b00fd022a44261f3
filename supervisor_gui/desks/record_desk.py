"""One session's kept calls joined to the records page: found, shown, looked up, exported. It paints and folds nothing.

What is done with recordings is `recording_desk`, with files `record_exports`, with a number's traces `forget_flow`.
"""

from datetime import date

import msgspec
from PySide6.QtCore import Signal

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.config import Settings, SettingsStore
from supervisor_gui.desks.page_desk import PageDesk
from supervisor_gui.desks.record_exports import RecordExports
from supervisor_gui.desks.record_loading import RecordLoader
from supervisor_gui.desks.recording_desk import RecordingDesk
from supervisor_gui.errors import StoreError
from supervisor_gui.exports.record_maker import known_names
from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.record_folding import fold as folded_call
from supervisor_gui.history.record_folding import kept_leg
from supervisor_gui.history.record_values import KeptLeg, RecordChoices, RecordedCall, RecordFilter
from supervisor_gui.history.retention import retention_of
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types_records import CallRecord
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import fold
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.records.choices import nobody
from supervisor_gui.ui.records.page import RecordsView
from supervisor_gui.ui.shell import Shell

MOST_NAMED = 200
"""Numbers that a name may stand for; a text of one letter is in every other name."""


class RecordDesk(PageDesk[RecordsView]):
    """Everything of call records in one run of the program, from the first time the page is opened.

    Signals:
        dial_wanted(str): A number is to be called.
        forget_wanted(str): A number and everything about it is to be deleted.
        shown(bool): Whether somebody looks at the page now.
    """

    dial_wanted = Signal(str)
    forget_wanted = Signal(str)
    shown = Signal(bool)

    def __init__(self, shell: Shell, bridge: Bridge, settings: SettingsStore, tasks: Tasks, clock: Clock) -> None:
        super().__init__(RecordsView(), shell, settings)
        self._tasks = tasks
        self._clock = clock
        self._loader: RecordLoader | None = None
        self._found: dict[int, tuple[KeptLeg, ...]] = {}
        self.page.set_today(pbx_day(clock.wall()))
        self.page.set_policy(shell.policy)
        self.recordings = RecordingDesk(
            self.page.recording, shell.window, tasks, retention=lambda: retention_of(settings.settings)
        )
        self.exports = RecordExports(self.page, shell, settings, tasks, wanted=self._wanted)
        self._connect(bridge)
        self._open("records", self.exports)

    def _connect(self, bridge: Bridge) -> None:
        page = self.page
        page.filter_changed.connect(self._on_filter)
        page.page_wanted.connect(self._on_row_wanted)
        page.legs_wanted.connect(self._on_legs_wanted)
        page.play_wanted.connect(self._on_play)
        page.save_wanted.connect(self._on_save)
        page.dial_wanted.connect(self.dial_wanted)
        page.forget_wanted.connect(self.forget_wanted)
        page.look_up_wanted.connect(self._on_look_up)
        page.unmask_wanted.connect(self._on_unmask)
        page.recording.open_folder_wanted.connect(self._on_open)
        page.pause_wanted.connect(self._on_pause)
        page.cancel_wanted.connect(self._on_cancel)
        bridge.ticked.connect(self._on_tick)

    def begin(self, session: Session) -> None:
        """A session's store is open: its calls can be shown."""
        self._session = session
        kept = session.kept
        self._loader = RecordLoader(kept.reader, self.page, self._tasks, problem=self._tell_of_store)
        self._ends = [
            kept.feed.subscribe(self.page.show_progress),
            kept.feed.subscribe_stored(self._on_stored),
            session.directory.subscribe(self._on_names),
            session.calls.book.subscribe(self._on_names),
        ]
        self.recordings.attach(kept.shelf)
        self.exports.attach(session)
        self._on_names()
        self.page.show_progress(kept.feed.progress)
        self._on_page_shown()

    def end(self) -> None:
        """The session has ended: its calls are shown no more."""
        self._leave()
        if self._loader is not None:
            self._loader.stop()
        self._loader = None
        self._found.clear()
        self.recordings.attach(None)
        self.exports.attach(None)
        self.page.forget()
        self.page.set_choices(RecordChoices())
        self.page.set_names(no_name, nobody)
        self.page.show_progress(BackfillProgress())

    def use_settings(self, _: Settings) -> None:
        """Settings changed, and with them what this seat may see."""
        self.page.set_policy(self._shell.policy)

    def search(self, number: str) -> None:
        """Show the calls of a number."""
        self.page.search(number)

    def reload(self) -> None:
        """What is kept has changed."""
        if self._visible() and self._loader is not None:
            self.page.changed()
            self._loader.want(self.page.filter)
            self._read_about(self.page.filter)

    def forgotten(self) -> None:
        """A number was deleted: what was looked up may be its calls."""
        self._found.clear()
        self.page.end_look_up()
        self.page.recording.drop_gone()
        self.reload()

    # what is shown

    def _wanted(self) -> RecordFilter:
        return self.page.filter

    def _on_page_shown(self) -> None:
        visible = self._visible()
        self.shown.emit(visible)
        if visible:
            self.page.focus_search()
            # What was kept meanwhile was not told to a page that nobody looked at.
            self.page.changed()
            self._on_filter(self.page.filter)

    def _on_filter(self, wanted: RecordFilter) -> None:
        """Show what is kept at once, and have the PBX asked for the rest."""
        session, loader = self._session, self._loader
        if session is None or loader is None or not self._visible():
            return
        loader.want(wanted)
        session.kept.feed.want(wanted.start, wanted.end)
        self._read_about(wanted)

    def _on_row_wanted(self, row: int) -> None:
        if self._loader is not None:
            self._loader.want_row(row)

    def _on_stored(self, start: date, end: date) -> None:
        wanted = self.page.filter
        if start <= wanted.end and end >= wanted.start:
            self.reload()

    def _read_about(self, wanted: RecordFilter) -> None:
        if self._session is not None:
            self._tasks.spawn("records kept", self._read_kept(self._session, wanted))

    async def _read_kept(self, session: Session, wanted: RecordFilter) -> None:
        reader = session.kept.reader
        try:
            kept = await reader.kept(max(wanted.start, session.kept.first_day), wanted.end)
            choices = await reader.choices(wanted.start, wanted.end)
        except StoreError as error:
            self._tell_of_store(error)
            return
        if session is self._session and self.page.filter == wanted:
            self.page.show_kept(kept)
            self.page.set_choices(choices)

    def _on_legs_wanted(self, call: int) -> None:
        if call in self._found:
            self.page.show_legs(call, self._found[call])
        elif self._session is not None:
            self._tasks.spawn("legs", self._read_legs(self._session, call))

    async def _read_legs(self, session: Session, call: int) -> None:
        try:
            legs = await session.kept.reader.legs(call)
        except StoreError as error:
            self._tell_of_store(error)
            return
        if session is self._session:
            self.page.show_legs(call, legs)

    def _on_tick(self, _: float) -> None:
        self.page.set_today(pbx_day(self._clock.wall()))

    def _on_names(self) -> None:
        session = self._session
        if session is not None:
            book = session.calls.book
            self.page.set_names(book.name_of_number, self._numbers_named)

    def _numbers_named(self, text: str) -> tuple[str, ...]:
        """The numbers and extensions whose name holds `text`."""
        session, wanted = self._session, fold(text)
        if session is None or not wanted:
            return ()
        known = known_names(session.directory.entries, session.calls.book.memory)
        return tuple(number for number, name in known.items() if wanted in fold(name))[:MOST_NAMED]

    # one call

    def _on_look_up(self, unique_id: str) -> None:
        if self._session is not None:
            self._tasks.spawn("look up", self._look_up(self._session, unique_id))

    async def _look_up(self, session: Session, unique_id: str) -> None:
        """Show the call with an id: a kept one, else what the PBX says; the audit is told either way."""
        kept = session.kept
        try:
            found = await kept.reader.find(unique_id)
            if not found:
                self._shell.messages.say(translate("Records", "Asking the PBX for this call…"))
                page = await kept.client.records_of_call(unique_id)
                found = tuple(self._take_found(record) for record in page.calls)
        except StoreError as error:
            self._tell_of_store(error)
            return
        except PbxError as error:
            kept.audit.note("look_up", detail=unique_id, outcome="refused", words=error.words or error.reason)
            self._shell.messages.problem(error, key="records")
            return
        kept.audit.note("look_up", detail=found[0].call if found else unique_id)
        if session is self._session:
            self.page.show_found(found)

    def _take_found(self, record: CallRecord) -> RecordedCall:
        """A call that is not kept: it has a place of its own for as long as it is shown."""
        legs = tuple(kept_leg(leg) for leg in record.legs)
        place = -1 - len(self._found)
        self._found[place] = legs
        return msgspec.structs.replace(folded_call(record.call, legs), id=place)

    def _on_play(self, call: int, leg: int) -> None:
        self._with_legs(call, leg, save=False)

    def _on_save(self, call: int, leg: int) -> None:
        self._with_legs(call, leg, save=True)

    def _with_legs(self, call: int, leg: int, *, save: bool) -> None:
        if self._session is None or self._shell.refuses("listen"):
            return
        # A saved recording leaves the program, as an export does.
        if not (save and self._shell.refuses("export")):
            self._tasks.spawn("recording", self._hear(self._session, call, leg, save=save))

    async def _hear(self, session: Session, place: int, leg: int, *, save: bool) -> None:
        reader = session.kept.reader
        try:
            call = self.page.call(place) or await reader.call(place)
            legs = self._found.get(place) or await reader.legs(place)
        except StoreError as error:
            self._tell_of_store(error)
            return
        if call is None or session is not self._session:
            return
        if save:
            self.recordings.save(call, legs, leg)
        else:
            self.recordings.play(call, legs, leg)

    def _on_unmask(self, place: int) -> None:
        session, call = self._session, self.page.call(place)
        if session is not None and call is not None and not self._shell.refuses("unmask"):
            session.kept.audit.note("unmask", detail=call.call, extension=call.extension)
            self.page.reveal(place)

    # what is asked of the PBX

    def _on_refresh(self) -> None:
        if self._session is not None:
            wanted = self.page.filter
            self._session.kept.feed.want(wanted.start, wanted.end, anew=True)

    def _on_pause(self, paused: bool) -> None:
        if self._session is not None:
            self._session.rest(self._session.kept.feed, paused=paused)
            self._on_filter(self.page.filter)

    def _on_cancel(self) -> None:
        if self._session is not None:
            self._session.kept.feed.cancel()

    def _tell_of_store(self, error: StoreError) -> None:
        self._shell.messages.problem(error, key="store")
