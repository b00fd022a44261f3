"""One session's missed callers joined to their page: shown, called back, noted, exported. It works nothing out."""

from datetime import date

from PySide6.QtCore import Signal

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.config import Settings, SettingsStore, keys
from supervisor_gui.desks.page_desk import PageDesk
from supervisor_gui.desks.record_exports import MissedExports
from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.missed_values import MissedView
from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls
from supervisor_gui.live.numbers import tail
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.missed.finding import Found
from supervisor_gui.ui.missed.page import MissedPage
from supervisor_gui.ui.missed.state_bar import Part
from supervisor_gui.ui.shell import Shell


class MissedDesk(PageDesk[MissedPage]):
    """Everything of missed callers in one run of the program, from the first time the page is opened.

    Signals:
        dial_wanted(str): A number is to be called.
        records_wanted(str): The calls of a number are to be shown.
        forget_wanted(str): A number and everything about it is to be deleted.
        shown(bool): Whether somebody looks at the page now.
    """

    dial_wanted = Signal(str)
    records_wanted = Signal(str)
    forget_wanted = Signal(str)
    shown = Signal(bool)

    def __init__(self, shell: Shell, bridge: Bridge, settings: SettingsStore, tasks: Tasks, clock: Clock) -> None:
        super().__init__(MissedPage(wall=clock.wall), shell, settings)
        self._clock = clock
        self.page.set_today(pbx_day(clock.wall()))
        self.use_settings(settings.settings)
        self.exports = MissedExports(
            self.page, shell, settings, tasks, clock=clock, span=self._span, part=self._part, found=self._found
        )
        self._connect(bridge)
        self._open("missed", self.exports)

    def _connect(self, bridge: Bridge) -> None:
        page = self.page
        page.dial_wanted.connect(self.dial_wanted)
        page.records_wanted.connect(self.records_wanted)
        page.forget_wanted.connect(self.forget_wanted)
        page.note_changed.connect(self._on_note)
        page.set_aside_wanted.connect(self._on_set_aside)
        page.take_back_wanted.connect(self._on_take_back)
        page.span_changed.connect(self._on_span)
        page.unmask_wanted.connect(self._on_unmask)
        page.pause_wanted.connect(self._on_pause)
        page.cancel_wanted.connect(self._on_cancel)
        bridge.ticked.connect(self._on_tick)
        bridge.calls_changed.connect(self._on_calls)

    def begin(self, session: Session) -> None:
        """A session's store is open: its missed callers can be shown."""
        self._session = session
        kept = session.kept
        self._ends = [
            kept.missed.subscribe(self._on_view),
            kept.feed.subscribe(self.page.show_progress),
            session.directory.subscribe(self._on_names),
            session.calls.book.subscribe(self._on_names),
        ]
        self.exports.attach(session)
        self._on_names()
        self._choose(self.page.span)
        self._on_view(kept.missed.view)
        self.page.show_progress(kept.feed.progress)
        self._on_calls(session.calls.keeper.calls)
        self._on_page_shown()

    def end(self) -> None:
        """The session has ended: its callers are shown no more."""
        self._leave()
        self.exports.attach(None)
        self.page.forget()
        self.page.set_names(no_name)
        self.page.show_progress(BackfillProgress())

    def use_settings(self, settings: Settings) -> None:
        """Settings changed, and with them what this seat may see."""
        self.page.set_policy(self._shell.policy)
        missing = translate("Missed", "Enter calls from your phone: say on the calls page which extension is yours.")
        self.page.set_extension_hint("" if settings.get(keys.CALL_EXTENSION) else missing)

    # what is shown

    def _on_page_shown(self) -> None:
        visible = self._visible()
        self.shown.emit(visible)
        if visible:
            self.page.focus_first()
            session = self._session
            if session is not None:
                session.kept.missed.refresh()
                session.kept.feed.want(*session.kept.missed.span)

    def _on_view(self, view: MissedView) -> None:
        session = self._session
        if session is None:
            return
        # Until days that were just chosen are counted, an empty list would say that everybody was called back.
        if session.kept.missed.counted:
            self.page.show_view(view)
        if problem := session.kept.missed.problem:
            self._shell.messages.tell(Message(problem, tone=Tone.PROBLEM, key="store"))

    def _on_calls(self, calls: Calls) -> None:
        """A caller with whom a call is under way is marked: nobody else need call."""
        running = (tail(call.number) for call in calls.live.values())
        self.page.show_calling(frozenset(running) - {""})

    def _on_names(self) -> None:
        if self._session is not None:
            self.page.set_names(self._session.calls.book.name_of_number)

    def _on_tick(self, now: float) -> None:
        self.page.set_today(pbx_day(self._clock.wall()))
        self.page.tick(now)

    def _on_look(self) -> None:
        super()._on_look()
        self.use_settings(self._settings.settings)

    def _span(self) -> tuple[date, date]:
        if self._session is not None:
            return self._session.kept.missed.span
        today = pbx_day(self._clock.wall())
        return today, today

    def _part(self) -> Part:
        return self.page.part

    def _found(self) -> Found | None:
        return self.page.found

    # what the user does

    def _on_span(self, chosen: int | tuple[date, date]) -> None:
        self._choose(chosen)
        if self._session is not None:
            self._session.kept.feed.want(*self._span())

    def _choose(self, chosen: int | tuple[date, date]) -> None:
        """Count those of the days that the page shows as chosen."""
        if self._session is None:
            return
        missed = self._session.kept.missed
        if isinstance(chosen, int):
            missed.set_days(chosen)
        else:
            missed.set_span(*chosen)

    def _on_note(self, caller: str, text: str) -> None:
        if self._session is not None:
            self._session.kept.missed.note(caller, text)

    def _on_set_aside(self, caller: str) -> None:
        if self._session is not None:
            self._session.kept.missed.set_aside(caller)

    def _on_take_back(self, caller: str) -> None:
        if self._session is not None:
            self._session.kept.missed.take_back(caller)

    def _on_unmask(self, caller: str) -> None:
        session = self._session
        if session is not None and not self._shell.refuses("unmask"):
            session.kept.audit.note("unmask", detail=caller)
            self.page.reveal(caller)

    def _on_refresh(self) -> None:
        if self._session is not None:
            self._session.kept.feed.want(*self._span(), anew=True)

    def _on_pause(self, paused: bool) -> None:
        if self._session is not None:
            self._session.rest(self._session.kept.feed, paused=paused)

    def _on_cancel(self) -> None:
        if self._session is not None:
            self._session.kept.feed.cancel()
