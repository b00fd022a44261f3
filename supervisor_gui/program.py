"""The running program: one session joined to the window, from the first question to the last saved board."""

import asyncio
import logging
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsChanged, declared, keys
from supervisor_gui.desks.pages import Pages
from supervisor_gui.desks.wallboard_flow import WallboardFlow
from supervisor_gui.desktop.awake import Awake
from supervisor_gui.desktop.credentials import Credentials
from supervisor_gui.desktop.digest_key import DigestKey, KeyDoor, PassingKey
from supervisor_gui.entrance import Entrance, Ticket
from supervisor_gui.errands import Errands
from supervisor_gui.errors import SettingsError, StoreError
from supervisor_gui.forget_flow import ForgetFlow, ForgetMeans
from supervisor_gui.front import Front
from supervisor_gui.history.pruning import prune_daily
from supervisor_gui.history.retention import retention_of
from supervisor_gui.history.store import Store
from supervisor_gui.later_starts import LaterStarts
from supervisor_gui.live.alerts import Alarms, Judge
from supervisor_gui.live.board import Board
from supervisor_gui.live.diff import diff
from supervisor_gui.live.lastboard_saver import LastBoard
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.user_limits import limits_of, policy_of
from supervisor_gui.logs import Logging
from supervisor_gui.picture import take_picture
from supervisor_gui.preferences import Preferences
from supervisor_gui.reception import Reception
from supervisor_gui.renewal import Renewal
from supervisor_gui.runtime import ended_by_signal, wants_window
from supervisor_gui.sessions.audit import local_user
from supervisor_gui.sessions.memory import recall
from supervisor_gui.sessions.session import Session, Surroundings
from supervisor_gui.sieve_key import open_sieve
from supervisor_gui.simulator.process import SimulatorFailedError
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.denied import first_messages
from supervisor_gui.ui.dialogs.password_bar import PasswordPrompt
from supervisor_gui.ui.dialogs.profiles import ProfileAct, ProfileChoice

if TYPE_CHECKING:
    from supervisor_gui.demo import Demo

log = logging.getLogger(__name__)

NO_DATA = 3
CALLS_PATIENCE = 1.5
"""Seconds that calls wait for the first data; a seat that does not poll has none."""

BAD_ARGUMENTS = 2


class Program(QObject):
    """Owns everything of one run but the window and the settings, which it was given."""

    def __init__(self, front: Front) -> None:
        super().__init__()
        options, settings = front.options, front.settings
        self._options = options
        self._paths, self._budgets = front.paths, front.budgets
        self._settings = settings
        self._shell = front.shell
        self._instance = front.instance
        self._last_board = front.board
        self._last_account = front.account
        self._problems = front.problems
        self._clock = Clock()
        self._judge = Judge(self._shell.board.tallies)
        self._log = Logging(front.paths.logs, options.log_level, console=sys.stderr if options.headless else None)
        self._log.report_to(self._show_bug)
        self._tasks = Tasks(self._log.report)
        stand = self._shell.messages.stand
        self._store = Store(front.paths.history, report=self._log.report, changed=partial(stand, "store"))
        self._credentials = Credentials()
        self._digest_key: KeyDoor = PassingKey() if front.throw_away else DigestKey()
        self._entrance = Entrance(
            options,
            settings,
            self._credentials,
            budgets=self._budgets,
            redact=self._log.redact.add,
            tell=partial(stand, "keyring"),
            clock=self._clock,
        )
        self._bridge = Bridge(self._judged, self._clock.wall, self)
        self._wallboard = WallboardFlow(
            self._shell, self._bridge, settings, options, self._clock.wall, window=front.wall
        )
        self._password = PasswordPrompt()
        self._renewal = Renewal(self._password, self._entrance, self._tasks, self._log.redact.add)
        self._errands = Errands(self._shell, self._store, self._tasks)
        self._session: Session | None = None
        self._settling: asyncio.Task[None] | None = None
        self._pruning: asyncio.Task[NoReturn] | None = None
        self._saver: LastBoard | None = None
        self._reception = Reception(
            options,
            settings,
            self._entrance,
            self._shell.window,
            self._tasks,
            demo=self._enter_demo,
            before=self._wallboard.step_aside,
        )
        self._demo: Demo | None = None
        self.pages = Pages(self._shell, self._bridge, settings, self._tasks, self._clock, store=self._store)
        self.pages.take_link(options.number)
        self._later = LaterStarts(front.instance, self._shell, self._wallboard, self.pages.take_link)
        key = None if options.demo and not front.throw_away else self._digest_key
        means = ForgetMeans(self._store, front.paths, self._log, self._clock, key)
        self._forgetting = ForgetFlow(self._shell, settings, self._tasks, means)
        self.pages.forget_wanted.connect(self._forgetting.ask)
        self._forgetting.forgotten.connect(self.pages.forgotten)
        self._look_away: Callable[[], None] = lambda: None
        self._link = Link.STARTING
        self._over = asyncio.Event()
        self._turn = asyncio.Lock()
        self._preferences = Preferences(
            front.app,
            settings,
            front.language,
            front.shell,
            self._tasks,
            queues=self._queue_names,
            keep=not options.headless,
        )
        self._shell.window.close_wanted.connect(self._on_close)

    def failed(self, error: BaseException) -> None:
        """An exception that nobody awaited."""
        self._log.report("the event loop", error)

    async def main(self) -> int:
        """Run until the user closes the window, in whatever state it is then, or the picture is taken."""
        try:
            self._join_window()
            self._bridge.start()
            life = self._tasks.spawn("life", self._live())
            over = self._tasks.spawn("close", self._over.wait())
            with nullcontext() if self._options.headless else ended_by_signal(self._on_close):
                await asyncio.wait({life, over}, return_when=asyncio.FIRST_COMPLETED)
            return life.result() if life.done() else 0
        finally:
            await self._end()

    async def _live(self) -> int:
        """From the first question to the picture, or until the window is closed; returns the exit code."""
        try:
            ticket = await self._reception.enter()
            if ticket is None:
                return NO_DATA if self._options.headless else 0
            await self._begin(ticket)
        except (SettingsError, SimulatorFailedError) as error:
            await self._tell_why_not(str(error))
            return BAD_ARGUMENTS if isinstance(error, SettingsError) else NO_DATA
        options = self._options
        if options.shot is not None and self._session is not None and self._settling is not None:
            await self._settling  # the picture has names
            window = self._wallboard.window or self._shell.window
            return await take_picture(self._session, window, options.shot, options)
        await self._over.wait()
        return 0

    async def _tell_why_not(self, words: str) -> None:
        """Nothing can begin: say why, and leave the window to whoever sees no stream until it is closed."""
        sys.stderr.write(f"{words}\n")
        if wants_window(headless=self._options.headless):
            self._wallboard.step_aside()
            self._shell.messages.stand("start", words)
            await self._over.wait()

    # the start

    def _join_window(self) -> None:
        shell = self._shell
        shell.listen(self._bridge)
        shell.window.notices.addWidget(self._password)
        shell.window.keyboard.watch(self._password)
        shell.wished.connect(self._on_wish)
        self._bridge.status_changed.connect(self._on_status)
        shell.window.language_changed.connect(self._password.retranslate)
        self._settings.subscribe(self._on_settings)
        for message in first_messages(self._settings.settings.machine, self._problems):
            shell.messages.tell(message)
        shell.open_page(self._options.page)
        if not self._options.headless:
            self._wallboard.use_awake(Awake(self._tasks))

    async def _enter_demo(self) -> Ticket:
        from supervisor_gui.demo import QUERIES_A_MINUTE, Demo  # noqa: PLC0415  only the demo needs the simulator

        self._demo = Demo()
        start = await self._demo.start()
        ticket = self._entrance.demo(start.profile, start.credential)
        self._settings.set(keys.QUERIES_PER_MINUTE, QUERIES_A_MINUTE)
        self._store.put_names(start.profile.account, start.names)
        return ticket

    async def _begin(self, ticket: Ticket) -> None:
        """Start a session in place of the one that runs; one start at a time."""
        async with self._turn:
            await self._replace(await self._entrance.reachable(ticket))

    async def _replace(self, ticket: Ticket) -> None:
        known = self._known_board(ticket.profile.account)
        await self._finish_session()
        profile = ticket.profile
        if self._settings.profile(profile.name) is None:
            self._settings.put(profile)
        self._settings.open(profile.name)
        recording = not self._options.headless
        remembered = await recall(self._store, profile.account)
        around = Surroundings(
            budgets=self._budgets,
            paths=self._paths,
            store=self._store,
            policy=policy_of(self._settings.settings),
            who=local_user(),
            clock=self._clock,
            time_factor=self._options.time_factor,
            report=self._log.report,
            record=recording,
            demo=self._options.demo,
            unlock=self._unlock,
        )
        session = Session(
            profile,
            ticket.credential,
            ticket.plan,
            self._settings.settings,
            around,
            board=known,
            remembered=remembered,
        )
        self._session, self._last_board = session, None
        self._renewal.begin(session, ticket.credential)
        self._errands.begin(session)
        self._forgetting.attach(session)
        if known is not None:
            self._bridge.take_board(known, diff(Board(), known))
        self._look_away = session.live.subscribe(self._bridge.take_board)
        session.poller.subscribe_status(self._bridge.status_changed.emit)
        session.bus.subscribe(self._bridge.batch_changed.emit)
        session.subscribe_stream(self._bridge.stream_changed.emit)
        session.directory.subscribe(self._shell.names_changed)
        self._shell.attach(session.bus, profile.name, profile.account, session.directory.name)
        await session.start()
        self._saver = None
        if recording:
            self._saver = LastBoard(self._paths.board, session.live, profile.account, clock=self._clock)
            self._saver.start(session.tasks)
        self._settling = self._tasks.spawn("store", self._settle(session))
        self._preferences.save()
        self._wallboard.begin()

    def _known_board(self, account: str) -> Board | None:
        """What the window may go on showing: the last board of the same account."""
        if self._session is not None:
            return self._session.live.board if self._session.profile.account == account else None
        return self._last_board if self._last_account == account else None

    async def _settle(self, session: Session) -> None:
        try:
            await session.painted(CALLS_PATIENCE)
            if session is self._session:
                self.pages.begin(session)
            await session.settle()
        except StoreError as error:
            self._tell_of_store(error)
        # Also without a store that works: the past is there as soon as it does.
        if session is self._session:
            self.pages.settled()
        if self._pruning is None:
            pruning = prune_daily(
                self._store, self._clock, self._tell_of_store, retention=lambda: retention_of(self._settings.settings)
            )
            self._pruning = self._tasks.spawn("pruning", pruning)

    async def _unlock(self) -> None:
        if await open_sieve(self._store, self._digest_key) and not self._options.headless:
            self._forgetting.tell_of_lost_key()

    def _tell_of_store(self, error: StoreError) -> None:
        self._shell.messages.problem(error, key="store")

    def _queue_names(self) -> list[str]:
        return sorted(self._bridge.board.queues)

    def _judged(self, board: Board, now: float) -> Alarms:
        return self._judge.step(board, limits_of(self._settings.settings), now)

    # the end

    async def _finish_session(self) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        self._look_away()
        self._bridge.reset()
        self._shell.detach()
        self._renewal.end()
        self._errands.end()
        self._wallboard.end()
        self._forgetting.attach(None)
        self.pages.end()
        self._link = Link.STARTING
        try:
            if self._saver is not None:
                await self._saver.stop()
            await session.stop()
        except asyncio.CancelledError:
            await session.stop()  # who wanted another in its place was given up; nothing of this one may go on
            raise
        self._judge = Judge(self._shell.board.tallies)

    async def _end(self) -> None:
        """No new input, tasks ended, connections and stores closed, then the window."""
        self._bridge.stop()
        self._settings.set(keys.GEOMETRY, self._shell.window.geometry_text())
        await self._tasks.close()
        await self._finish_session()
        await self._entrance.close()
        await self._store.close()
        await self._preferences.write()
        self.pages.close()
        if self._demo is not None:
            await asyncio.to_thread(self._demo.stop)
        if self._instance is not None:
            self._instance.release()
        self._wallboard.close()
        self._shell.window.close_for_good()
        self._log.close()

    def _on_close(self) -> None:
        self._shell.window.setEnabled(False)
        self._over.set()

    # what the user wants

    def _on_wish(self, name: str) -> None:
        if name == "quit":
            self._on_close()
        elif name == "profiles":
            self._tasks.spawn("profiles", self._show_profiles())
        elif name == "password":
            self._renewal.ask()

    async def _show_profiles(self) -> None:
        current = self._session.profile.name if self._session else ""
        choice = await self._reception.choose(current)
        self._preferences.save()
        if choice is not None:
            await self._go(await self._reception.chosen(choice))
        elif current and self._settings.profile(current) is None:
            await self._finish_session()
            await self._go(await self._reception.ask())

    async def _go(self, ticket: Ticket | None) -> None:
        if ticket is not None:
            await self._begin(ticket)

    # what the link tells

    def _on_status(self, status: PollStatus) -> None:
        session = self._session
        if session is None:
            return
        self._renewal.look(status)
        if status.link is Link.OK and status.encrypted:
            self._entrance.note_encrypted(session.profile.name)
        if status.link is Link.NEEDS_QUEUES and self._link is not Link.NEEDS_QUEUES and not self._options.headless:
            self._tasks.spawn("queue names", self._ask_again(session.profile.name))
        self._link = status.link

    async def _ask_again(self, name: str) -> None:
        """The PBX wants something that only the user knows: the dialog of the profile."""
        await self._go(await self._reception.ask(name))

    # settings and troubles

    def _on_settings(self, changed: SettingsChanged) -> None:
        session = self._session
        if session is None or changed.settings.profile != session.profile.name:
            return
        session.configure(changed.settings)
        self.pages.use_settings(changed.settings)
        if any(declared(key).reconnect for key in changed.keys):
            self._tasks.spawn("reconnect", self._reconnect(session.profile.name))

    async def _reconnect(self, name: str) -> None:
        """The connection's own settings changed: begin anew with them, asking for what they lack alone."""
        await self._go(await self._reception.chosen(ProfileChoice(ProfileAct.OPEN, name)))

    def _show_bug(self, _: str, error: BaseException) -> None:
        self._shell.messages.bug(self._log.crash_text(error))
