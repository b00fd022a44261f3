"""One session's calls joined to the window: orders and calls shown, settings kept, links taken in, rings told."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from supervisor_gui.clock import Clock
from supervisor_gui.config import Setting, Settings, SettingsStore, keys
from supervisor_gui.desks.open_file import open_page
from supervisor_gui.errors import SettingsError
from supervisor_gui.live.live_calls import CallDirection, Calls
from supervisor_gui.live.ports import SeenCall
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.calls.call_words import busy_words
from supervisor_gui.ui.calls.calls_today import TodayRow
from supervisor_gui.ui.calls.desk import CallDesk
from supervisor_gui.ui.calls.front import CallFront
from supervisor_gui.ui.calls.incoming_links import IncomingLinks
from supervisor_gui.ui.calls.ringing import Ringing
from supervisor_gui.ui.calls.wishes import DialHow
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.shell import Shell

T = TypeVar("T")


class Telephone(QObject):
    """Everything of calls in one run of the program."""

    def __init__(self, shell: Shell, bridge: Bridge, settings: SettingsStore, tasks: Tasks, clock: Clock) -> None:
        super().__init__()
        self._settings = settings
        self._tasks = tasks
        self._shell = shell
        self._session: Session | None = None
        self._ends: list[Callable[[], None]] = []
        self._last_ended = ""
        self.front = CallFront(shell, tasks)
        self.ringing = Ringing(shell.window, tasks)
        self.links = IncomingLinks(
            self.front.strip,
            self.front.dialling,
            at_once=self._at_once,
            monotonic=clock.monotonic,
            why_not=lambda: why_denied(self._shell.policy, "dial"),
        )
        bridge.calls_changed.connect(self._on_calls)
        bridge.order_changed.connect(self.front.show_order)
        bridge.board_changed.connect(self.front.show_board)
        bridge.ticked.connect(self.front.tick)
        self.front.extension_chosen.connect(self._on_extension)
        self.front.today_wanted.connect(self.show_today)
        self.ringing.open_wanted.connect(self._on_page)
        shell.look_changed.connect(self.ringing.notice.retranslate)
        self._bridge = bridge

    def begin(self, session: Session) -> None:
        """A session began: calls can be made."""
        calls = session.calls
        self._session = session
        desk = CallDesk(
            bus=calls.bus,
            calls=lambda: calls.keeper.calls,
            board=lambda: session.live.board,
            book=calls.book,
            directory=session.directory,
            how=self._how,
            keep=self._keep,
            profile=session.profile.name,
        )
        self._ends = [
            calls.keeper.subscribe(self._bridge.take_calls),
            calls.bus.subscribe(self._bridge.order_changed.emit),
            calls.book.subscribe(self.front.refresh),
            session.directory.subscribe(self.front.refresh),
        ]
        self.front.attach(desk, session.bus)
        self.ringing.attach(calls.last_with, calls.book.name_of_number)
        self.use_settings(self._settings.settings)
        self.links.attach(desk)
        self.show_today()

    def end(self) -> None:
        """The session has ended: nothing of it is shown any more."""
        for end in self._ends:
            end()
        self._ends = []
        self._session = None
        self.links.attach(None)
        self.ringing.attach(None, no_name)
        self.front.detach()

    def close(self) -> None:
        """The program ends."""
        self.ringing.close()

    def use_settings(self, settings: Settings) -> None:
        """Settings changed."""
        self.front.set_reasons(limits_of(settings).reasons)
        self.ringing.use(
            mine=settings.get(keys.CALL_EXTENSION),
            policy=self._shell.policy,
            on=settings.get(keys.RING_NOTICE),
            template=settings.get(keys.NOTICE_ADDRESS),
        )
        self.front.refresh()

    def dial_next(self, number: str) -> None:
        """Call somebody out of a list, unless the own phone is busy: Enter down a list may come too soon."""
        session = self._session
        mine = self._settings.settings.get(keys.CALL_EXTENSION)
        # The keeper knows of an order at once, the window a moment later.
        if session is not None and session.calls.keeper.calls.busy_with(mine) is not None:
            hang_up = self._shell.actions["hang_up"]
            key = hang_up.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self._shell.messages.say(busy_words(key if hang_up.isEnabled() else ""))
        else:
            self.front.dialling.dial_text(number)

    def _how(self) -> DialHow:
        settings = self._settings.settings
        account = self._session.profile.account if self._session is not None else ""
        return DialHow(
            extension=settings.get(keys.CALL_EXTENSION),
            line=settings.get(keys.CALL_LINE) or account,
            first=FirstRung(settings.get(keys.CALL_FIRST)),
            options=CallOptions(ring_seconds=settings.get(keys.RING_SECONDS)),
        )

    def _keep(self, how: DialHow) -> None:
        """Remember what lasts of a wish; what was said for one call only is not kept."""
        before = self._how()
        if how.extension != before.extension:
            self._set(keys.CALL_EXTENSION, how.extension)
        if how.line != before.line:
            self._set(keys.CALL_LINE, how.line)
        if how.first is not before.first:
            self._set(keys.CALL_FIRST, how.first.value)
        if how.options.ring_seconds != before.options.ring_seconds:
            self._set(keys.RING_SECONDS, how.options.ring_seconds)

    def _set(self, setting: Setting[T], value: T) -> None:
        """What the settings do not take, such as a line of seven digits, holds for this one call."""
        with suppress(SettingsError):
            self._settings.set(setting, value)

    def _at_once(self) -> bool:
        return bool(self._settings.settings.get(keys.LINK_AT_ONCE))

    def _on_extension(self, extension: str) -> None:
        self._settings.set(keys.CALL_EXTENSION, extension)

    def _on_page(self, address: str) -> None:
        open_page(address, self._shell.messages)

    def _on_calls(self, calls: Calls) -> None:
        self.front.show_calls(calls)
        self.ringing.show_calls(calls)
        mine = self._how().extension
        newest = next((call.key for call in calls.ended if call.takes_part(mine)), "")
        if newest != self._last_ended:
            self._last_ended = newest
            self.show_today()

    def show_today(self) -> None:
        """Show the own calls of today as they are kept now, if somebody looks."""
        extension = self._how().extension
        if self._session is not None and extension and self.front.page.isVisible():
            self._tasks.spawn("calls of today", self._read_today(self._session, extension))

    async def _read_today(self, session: Session, extension: str) -> None:
        rows = await session.calls.today(extension)
        if session is self._session:
            self.front.show_today([_today_row(seen, extension) for seen in rows])


def _today_row(seen: SeenCall, mine: str) -> TodayRow:
    direction = CallDirection(seen.direction)
    called = direction is CallDirection.INTERNAL and seen.number == mine
    return TodayRow(
        key=f"{seen.key} {seen.at}",
        at=seen.at,
        direction=direction,
        number=seen.extension if called else seen.number,
        queue=seen.queue,
        seconds=seen.answered_seconds,
    )
