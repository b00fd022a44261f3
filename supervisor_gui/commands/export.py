"""`supervisor-gui export` carried out: what is missing is asked for, then the files are written. It shows nothing."""

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.commands.language import language
from supervisor_gui.config import (
    MachinePolicy,
    Profile,
    SettingsStore,
    encryption_plan,
    keys,
    this_computer,
    time_factor_allowed,
)
from supervisor_gui.config.policy import fault_details, fault_title, fault_words, ignored_words, ruled
from supervisor_gui.desktop.credentials import Credentials
from supervisor_gui.desktop.digest_key import DigestKey
from supervisor_gui.entrance import Entrance, Ticket, given_of
from supervisor_gui.errors import SettingsError, StoreError
from supervisor_gui.exports.arguments import BAD_ARGUMENTS, ExportOrder
from supervisor_gui.exports.report_files import write_files
from supervisor_gui.exports.sources import Kept, first_kept, lacks, source_of
from supervisor_gui.history.backfill_values import BackfillProgress, BackfillState
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.retention import Retention, retention_of
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate, use_headless
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.live.user_limits import policy_of
from supervisor_gui.logs import Logging
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.paths import DataPaths, default_data_dir
from supervisor_gui.reports.spelling import span_words
from supervisor_gui.reports.target_file import make_folder
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.audit import Exported, SessionAudit, local_user
from supervisor_gui.sessions.connection import budget_settings, client_of
from supervisor_gui.sessions.history import SessionHistory
from supervisor_gui.sessions.memory import recall
from supervisor_gui.sieve_key import open_sieve
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean

DONE = 0
WRONG_HERE = 1
REFUSED = 4
INTERRUPTED = 130
"""What shells give for Ctrl+C."""

_LINE = 78  # columns of the terminal's line that shows the progress


def run_export(order: ExportOrder) -> int:
    """Write the files, a line on stdout for each.

    Returns:
        0 when all are there, also without call lists that the PBX refuses for good; 1 when this computer's disk or
        database does not take part; 2 for a profile that cannot be used; 4 when the administrator does not allow it,
        or the PBX refused figures or credentials or could not be reached, and then no file was written; 130 when it
        was interrupted.
    """
    # Until the settings are read and Qt's translators are there.
    use_headless(order.options.lang or language(()))
    throw_away = order.options.demo and order.options.data_dir is None
    root = Path(tempfile.mkdtemp(prefix="netsantral-export-")) if throw_away else order.options.data_dir
    paths = DataPaths(root or default_data_dir())
    # Before Qt looks for a display: nothing is shown.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        _make(paths)
        return _with_qt(order, paths)
    except StoreError as error:
        _say((str(error), error.details))
        return WRONG_HERE
    except KeyboardInterrupt:
        return _interrupted()
    finally:
        if throw_away:
            shutil.rmtree(paths.root, ignore_errors=True)


def _interrupted() -> int:
    _say((translate("Cli", "Interrupted. What has been asked for so far is kept; no file is half written."),))
    return INTERRUPTED


def _make(paths: DataPaths) -> None:
    """Make the folders of the data.

    Raises:
        StoreError: They cannot be made, in words.
    """
    try:
        paths.create()
    except OSError as error:
        words = translate("Cli", "The data cannot be kept in the folder {folder}. Choose another one with --data-dir.")
        raise StoreError(words.format(folder=clean(str(paths.root))), details=error.strerror or "") from error


def _with_qt(order: ExportOrder, paths: DataPaths) -> int:
    from PySide6.QtWidgets import QApplication

    from supervisor_gui import runtime
    from supervisor_gui.ui import theme
    from supervisor_gui.ui.language import Language

    app = QApplication(["netsantral-supervisor"])
    machine = this_computer()
    machine = machine.without_connection() if order.options.demo else machine
    held = ruled(order.options, machine)
    order = msgspec.structs.replace(order, options=held.options)
    settings = SettingsStore(paths.settings, machine)
    problems = settings.load()
    Language(app).use(order.options.lang or settings.settings.get(keys.LANGUAGE))
    if policy_of(settings.settings).why_not("export"):
        _say(_why_not(machine))
        return REFUSED
    _say((*problems, ignored_words(held.ignored)))
    theme.apply(app, theme.LIGHT)
    run = ExportRun(order, paths, settings)
    return runtime.run(app, run.main, run.failed)


def _why_not(machine: MachinePolicy) -> tuple[str, ...]:
    """Why nothing may be exported, in words."""
    if machine.fault is not None:
        return fault_title(), fault_words(machine.fault), fault_details(machine)
    return (translate("Policy", "Your administrator does not allow exports on this computer."),)


class ExportRun:
    """One order, from the settings to the files."""

    def __init__(self, order: ExportOrder, paths: DataPaths, settings: SettingsStore) -> None:
        self._order = order
        self._options = order.options
        self._paths = paths
        self._settings = settings
        self._clock = Clock()
        self._log = Logging(paths.logs, "INFO")
        self._said = ""
        self._tasks = Tasks(self._log.report)
        self._store = Store(paths.history, report=self._log.report, clock=self._clock)
        self._source = source_of(order)
        self._credentials = Credentials()
        self._entrance = Entrance(
            self._options,
            settings,
            self._credentials,
            budgets=None,
            redact=self._log.redact.add,
            tell=_quiet,
            clock=self._clock,
        )

    def failed(self, error: BaseException) -> None:
        """An exception that nobody awaited."""
        self._log.report("the event loop", error)

    async def main(self) -> int:
        """Do it and close everything."""
        from supervisor_gui import runtime

        work: asyncio.Task[int] = self._tasks.spawn("export", self._told())
        # Whoever ends it leaves no half of a file. A service manager's signal counts even where Ctrl+C is ignored.
        with runtime.ended_by_signal(work.cancel):
            try:
                return await work
            except asyncio.CancelledError:
                ours = asyncio.current_task()
                if ours is not None and ours.cancelling():  # by Ctrl+C
                    raise
                return _interrupted()
            finally:
                await self._close()

    async def _told(self) -> int:
        """Write the files or say why there are none."""
        try:
            self._check_days()
            # Before anything is asked: a first export can take an hour.
            await asyncio.to_thread(make_folder, self._order.folder)
            return await self._export()
        except SettingsError as error:
            _say((str(error),))
            return BAD_ARGUMENTS
        except StoreError as error:
            self._said = str(error)
            _say((self._said, error.details))
            return WRONG_HERE
        except PbxError as error:
            words = explain(error)
            _say((words.title, words.todo, error.words))
            return REFUSED

    async def _close(self) -> None:
        await self._tasks.close()
        await self._store.close()
        # Nobody else tells that a history file was set aside, and under which name.
        if self._store.problem != self._said:
            _say((self._store.problem,))
        self._log.close()

    def _check_days(self) -> None:
        """See that the last day has begun: a file of days to come would hold nothing, and nobody would notice.

        Raises:
            SettingsError: It has not.
        """
        if self._order.end > pbx_day(self._clock.wall()):
            words = translate("Cli", "The day {day} has not begun in Turkey yet.")
            raise SettingsError(words.format(day=self._order.end.isoformat()))

    async def _export(self) -> int:
        if self._options.demo:
            return await self._of_demo()
        profile = self._entrance.profile()
        if profile is None:
            raise SettingsError(
                translate("Cli", "There is no profile yet: name the account with --account, or open the program once.")
            )
        if not time_factor_allowed(self._options.time_factor, encryption_plan(profile)):
            raise SettingsError(translate("Cli", "--time-factor works with loopback addresses only"))
        if self._settings.profile(profile.name) is None:
            self._settings.put(profile)
        self._settings.open(profile.name)
        kept = self._kept(profile.account)
        self._check_kept(kept)
        if await lacks(self._source, self._order, kept):
            self._check_agreed(profile)
            ticket = await self._entrance.ticket(profile)
            if ticket is None:
                _say((translate("Cli", "There is no password for this account in the keyring or in NETGSM_PASSWORD."),))
                return REFUSED
            await open_sieve(self._store, DigestKey())
            await self._complete(ticket)
            code = await self._write(kept)
            await self._prune()
            return code
        return await self._write(kept)

    def _kept(self, account: str) -> Kept:
        return Kept(
            store=self._store,
            archive=DayArchive(self._store, account, self._retention),
            history=self._paths.history,
            account=account,
            settings=self._settings,
            clock=self._clock,
            demo=self._options.demo,
        )

    def _retention(self) -> Retention:
        return retention_of(self._settings.settings)

    def _check_kept(self, kept: Kept) -> None:
        """See that calls of these days may be here at all: a file without them would look like days without calls.

        Raises:
            SettingsError: They are older than calls are kept.
        """
        first = first_kept(kept)
        if self._order.what == "records" and self._order.start < first:
            words = translate(
                "Cli", "Calls are kept for {days} days: choose days from {day} on, or keep them longer in the settings."
            )
            raise SettingsError(words.format(days=self._retention().records, day=first.isoformat()))

    async def _prune(self) -> None:
        """Delete what may not be kept any longer: where only exports run, no window does."""
        with suppress(StoreError):  # told at the end
            await self._store.prune(self._clock.wall(), self._retention())

    def _check_agreed(self, profile: Profile) -> None:
        """See that the password may go where it would go.

        Raises:
            SettingsError: An address is not encrypted, and nobody has agreed to that.
        """
        plan = encryption_plan(profile, given_of(self._options))
        for route in (plan.pbx[0], plan.api):
            if not route.agreed:
                words = translate(
                    "Cli",
                    "The address {url} is not encrypted, and nobody has agreed to that. Agree in the program's profile,"
                    " or name the address as an argument.",
                )
                raise SettingsError(words.format(url=clean(route.url)))

    async def _of_demo(self) -> int:
        from supervisor_gui.demo import Demo

        demo = Demo()
        try:
            start = await demo.start()
            ticket = self._entrance.demo(start.profile, start.credential)
            self._store.put_names(start.profile.account, start.names)
            await self._complete(ticket)
            return await self._write(self._kept(start.profile.account))
        finally:
            await asyncio.to_thread(demo.stop)

    async def _complete(self, ticket: Ticket) -> None:
        """Ask for the days that are missing.

        Raises:
            PbxError, StoreError: Why some of them are missing still.
        """
        account, options = ticket.profile.account, self._options
        refusals = Refusals(self._clock.wall, (await recall(self._store, account)).polling.refusals)
        budgets = Budgets(
            None if options.demo and options.data_dir is None else self._paths.budgets,
            account,
            settings=budget_settings(self._settings.settings, demo=options.demo),
            time_factor=options.time_factor,
        )
        client = client_of(
            ticket.profile,
            ticket.credential,
            budgets,
            pbx_url=ticket.plan.pbx[0].url,
            api_url=ticket.plan.api.url,
            clock=self._clock,
            time_factor=options.time_factor,
        )
        past = SessionHistory(
            client,
            budgets,
            self._store,
            self._tasks,
            account=account,
            refusals=refusals,
            clock=self._clock,
            time_factor=options.time_factor,
            retention=self._retention,
        )
        try:
            await budgets.open()
            backfill = self._source.backfill(past)
            if sys.stderr.isatty():
                backfill.subscribe(_show_progress)
            problem = await backfill.complete(self._order.start, self._order.end)
        finally:
            await past.stop()
            await client.aclose()
            await budgets.close()
        if problem is not None:
            raise problem

    async def _write(self, kept: Kept) -> int:
        order = self._order
        report = await self._source.report(order, kept)
        for file in await write_files(report, order.formats, order.folder):
            sys.stdout.write(f"{file}\n")
        self._audit(kept.account, report)
        return DONE

    def _audit(self, account: str, report: Report) -> None:
        """Note who took calls out of the program."""
        audit = SessionAudit(self._store, account=account, who=local_user(), clock=self._clock)
        for name in self._order.formats:
            audit.note_export(Exported(report.title, report.period, f"x.{name}", "done"))


def _show_progress(progress: BackfillProgress) -> None:
    """One line of a terminal, written anew: at two requests a minute a month takes its time."""
    if progress.state is not BackfillState.RUNNING or not progress.requests_left:
        sys.stderr.write(f"\r{'':<{_LINE}}\r")  # blanks, for a console that knows no escapes
        return
    count = progress.requests_left
    left = translate("Cli", "%n request(s) to the PBX left, about {time}", None, count)
    words = left.format(time=span_words(progress.seconds_left))
    sys.stderr.write(f"\r{words:<{_LINE}}")
    sys.stderr.flush()


def _quiet(_: str) -> None:
    """Nobody watches; what the keyring lacks is told when the password is missing."""


def _say(parts: Iterable[str]) -> None:
    for part in parts:
        if part:
            sys.stderr.write(f"{part}\n")
