"""The running program: one session joined to the window, from the first question to the last saved board."""

import asyncio
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec
from PySide6.QtCore import QObject, Qt

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsChanged, declared, encryption_plan, keys
from supervisor_gui.desktop.credentials import Credentials
from supervisor_gui.desktop.single_instance import Request
from supervisor_gui.entrance import Entrance, Ticket
from supervisor_gui.errands import Errands
from supervisor_gui.errors import SettingsError, StoreError
from supervisor_gui.front import Front
from supervisor_gui.history.pruning import prune_daily
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import Alarms, Judge
from supervisor_gui.live.board import Board
from supervisor_gui.live.diff import diff
from supervisor_gui.live.lastboard_saver import LastBoard
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.user_limits import limits_of, policy_of
from supervisor_gui.logs import Logging
from supervisor_gui.pages import Pages
from supervisor_gui.picture import take_picture
from supervisor_gui.preferences import Preferences
from supervisor_gui.renewal import Renewal
from supervisor_gui.session import Session, Surroundings, local_user, recall
from supervisor_gui.simulator.process import SimulatorFailedError
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.dialogs.password_bar import PasswordPrompt
from supervisor_gui.ui.dialogs.profiles import ProfileAct, ProfilesDialog
from supervisor_gui.ui.messages import Message, Tone

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
        self._paths = front.paths
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
        self._store = Store(front.paths.history, report=self._log.report, changed=self._on_store_problem)
        self._credentials = Credentials()
        self._entrance = Entrance(
            options,
            settings,
            self._credentials,
            budgets=self._budgets_file,
            redact=self._log.redact.add,
            tell=self._tell_of_keyring,
            clock=self._clock,
        )
        self._bridge = Bridge(self._judged, self._clock.wall, self)
        self._password = PasswordPrompt()
        self._renewal = Renewal(self._password, self._entrance, self._tasks, self._log.redact.add)
        self._errands = Errands(self._shell, self._store, self._tasks)
        self._session: Session | None = None
        self._settling: asyncio.Task[None] | None = None
        self._pruning: asyncio.Task[NoReturn] | None = None
        self._saver: LastBoard | None = None
        self._demo: Demo | None = None
        self.pages = Pages(self._shell, self._bridge, settings, self._tasks, self._clock, store=self._store)
        self.pages.take_link(options.number)
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

    @property
    def _budgets_file(self) -> Path | None:
        return None if self._options.demo and self._options.data_dir is None else self._paths.budgets

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
            await asyncio.wait({life, over}, return_when=asyncio.FIRST_COMPLETED)
            return life.result() if life.done() else 0
        finally:
            await self._end()

    async def _live(self) -> int:
        """From the first question to the picture, or until the window is closed; returns the exit code."""
        try:
            ticket = await self._enter()
            if ticket is None:
                return NO_DATA if self._options.headless else 0
            await self._begin(ticket)
        except SettingsError as error:
            sys.stderr.write(f"{error}\n")
            return BAD_ARGUMENTS
        except SimulatorFailedError as error:
            sys.stderr.write(f"{error}\n")
            return NO_DATA
        options = self._options
        if options.shot is not None and self._session is not None and self._settling is not None:
            await self._settling  # the picture has names
            return await take_picture(self._session, self._shell.window, options.shot, options)
        await self._over.wait()
        return 0

    # the start

    def _join_window(self) -> None:
        shell = self._shell
        shell.listen(self._bridge)
        shell.window.notices.addWidget(self._password)
        shell.wished.connect(self._on_wish)
        self._bridge.status_changed.connect(self._on_status)
        shell.window.language_changed.connect(self._password.retranslate)
        self._settings.subscribe(self._on_settings)
        if self._instance is not None:
            self._instance.requested.connect(self._on_other_start)
        for problem in self._problems:
            shell.messages.tell(Message(problem, tone=Tone.PROBLEM))
        shell.open_page(self._options.page)

    async def _enter(self) -> Ticket | None:
        """The first ticket, with questions where they are needed and somebody is there to answer."""
        if self._options.demo:
            return await self._enter_demo()
        profile = self._entrance.profile()
        if profile is not None:
            ticket = await self._entrance.ticket(profile)
            if ticket is not None:
                return ticket
        if self._options.headless:
            words = translate("Cli", "There is no password for this account in the keyring or in NETGSM_PASSWORD.")
            sys.stderr.write(f"{words}\n")
            return None
        return await self._ask(profile.name if profile else "")

    async def _enter_demo(self) -> Ticket:
        from supervisor_gui.demo import QUERIES_A_MINUTE, Demo  # noqa: PLC0415  only the demo needs the simulator

        self._demo = Demo()
        start = await self._demo.start()
        self._settings.put(start.profile)
        self._settings.open(start.profile.name)
        self._settings.set(keys.QUERIES_PER_MINUTE, QUERIES_A_MINUTE)
        self._log.redact.add(start.credential.password)
        self._credentials.remember(start.profile.account, start.credential.password)
        self._store.put_names(start.profile.account, start.names)
        plan = encryption_plan(start.profile)
        return Ticket(start.profile, start.credential, plan)

    async def _ask(self, name: str = "") -> Ticket | None:
        """The first start's dialog, or the one that changes a profile; None when it was closed."""
        dialog = FirstStartDialog(
            self._entrance,
            self._tasks,
            profile=self._settings.profile(name),
            others=self._settings.profiles,
            parent=self._shell.window,
        )
        if self._settings.profile(name) is None and self._options.account:
            dialog.account.account.setText(self._options.account)
        accepted = await dialog.ask()
        await self._entrance.close()
        if not accepted or dialog.entry is None:
            return None
        return await self._entrance.keep(dialog.entry)

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
            budgets=self._budgets_file,
            store=self._store,
            policy=policy_of(self._settings.settings),
            who=local_user(),
            clock=self._clock,
            time_factor=self._options.time_factor,
            report=self._log.report,
            record=recording,
            demo=self._options.demo,
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
            self._pruning = self._tasks.spawn("pruning", prune_daily(self._store, self._clock, self._tell_of_store))

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
        self.pages.end()
        self._link = Link.STARTING
        if self._saver is not None:
            await self._saver.stop()
        await session.stop()
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
        dialog = ProfilesDialog(
            self._settings.profiles, current, self._entrance.forget, self._tasks, self._shell.window
        )
        await dialog.ask()
        self._preferences.save()
        choice = dialog.choice
        if choice is None:
            if current and self._settings.profile(current) is None:
                await self._finish_session()
                await self._go(await self._ask())
            return
        ticket: Ticket | None = None
        if choice.act is ProfileAct.OPEN:
            profile = self._settings.profile(choice.name)
            ticket = await self._entrance.ticket(profile) if profile else None
        await self._go(ticket or await self._ask(choice.name))

    async def _go(self, ticket: Ticket | None) -> None:
        if ticket is not None:
            await self._begin(ticket)

    def _on_other_start(self, request: Request) -> None:
        """Another start: the window comes to the front, but a number comes without disturbing what is in front."""
        if request.number:
            self.pages.take_link(request.number)
            return
        window = self._shell.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    # what the link tells

    def _on_status(self, status: PollStatus) -> None:
        session = self._session
        if session is None:
            return
        self._renewal.look(status)
        if status.link is Link.OK and status.encrypted and not self._options.pbx_url:
            profile = self._settings.profile(session.profile.name)
            if profile is not None and not profile.worked_encrypted:
                self._settings.put(msgspec.structs.replace(profile, worked_encrypted=True))
                self._preferences.save()
        if status.link is Link.NEEDS_QUEUES and self._link is not Link.NEEDS_QUEUES and not self._options.headless:
            self._tasks.spawn("queue names", self._ask_again(session.profile.name))
        self._link = status.link

    async def _ask_again(self, name: str) -> None:
        """The PBX wants something that only the user knows: the dialog of the profile."""
        await self._go(await self._ask(name))

    def _tell_of_keyring(self, words: str) -> None:
        if words:
            self._shell.messages.tell(Message(words, tone=Tone.PROBLEM, key="keyring"))
        else:
            self._shell.messages.withdraw("keyring")

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
        """The connection's own settings changed: begin anew with them."""
        profile = self._settings.profile(name)
        ticket = await self._entrance.ticket(profile) if profile is not None else None
        await self._go(ticket or await self._ask(name))

    def _on_store_problem(self, problem: str) -> None:
        if problem:
            self._shell.messages.tell(Message(problem, tone=Tone.PROBLEM, key="store"))
        else:
            self._shell.messages.withdraw("store")

    def _show_bug(self, _: str, error: BaseException) -> None:
        self._shell.messages.bug(self._log.crash_text(error))
