"""One session's past joined to the statistics page: asked, counted, shown, exported. It paints and counts nothing."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterable
from datetime import date

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.config import Settings, SettingsStore, keys
from supervisor_gui.desks.page_desk import PageDesk
from supervisor_gui.desks.report_exports import ReportExports
from supervisor_gui.errors import StoreError
from supervisor_gui.exports.report_maker import ReportMaker
from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.masking import masked
from supervisor_gui.history.store import Store
from supervisor_gui.live.board import Board
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.numbers import MEMBER_DIGITS
from supervisor_gui.reports.periods import before
from supervisor_gui.reports.request import ONE_DAY_VIEWS, ReportRequest, View
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import BoardUpdate, Bridge
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.statistics.page import StatisticsView

REFRESH = 300.0
"""Seconds after which a day under way is asked about again while somebody looks at it."""

RECOUNT = 60.0
"""Seconds after which pictures of the running day are counted anew: the board is sampled once a minute."""

REST = 0.5
"""Seconds between two counts while answers come in; what the user wishes does not wait for them."""


class Reporting(PageDesk[StatisticsView]):
    """Everything of statistics in one run of the program, from the first time the page is opened."""

    def __init__(
        self,
        shell: Shell,
        bridge: Bridge,
        settings: SettingsStore,
        tasks: Tasks,
        clock: Clock,
        *,
        store: Store,
    ) -> None:
        super().__init__(StatisticsView(), shell, settings)
        self.page.show_rights()
        self._store = store
        self._tasks = tasks
        self._clock = clock
        self._maker: ReportMaker | None = None
        self._report: Report | None = None
        self._asked_at = 0.0
        self._stale = False
        self._counting = False
        self._hurry = asyncio.Event()
        self._looks = 0
        self._counted_at = 0.0
        self._choices: tuple[object, ...] = ()
        self.page.set_today(pbx_day(clock.wall()))
        self.use_settings(settings.settings)
        self.exports = ReportExports(self.page, shell, settings, tasks, shown=self._chosen)
        self._connect(bridge)
        self._open("statistics", self.exports)

    def _connect(self, bridge: Bridge) -> None:
        page = self.page
        page.wished.connect(self._on_wished)
        page.pause_wanted.connect(self._on_pause)
        page.cancel_wanted.connect(self._on_cancel)
        bridge.board_changed.connect(self._on_board)
        bridge.ticked.connect(self._on_tick)

    def begin(self, session: Session) -> None:
        """A session's store is open: its past can be shown."""
        self._session = session
        past = session.history
        self._maker = ReportMaker(
            self._store,
            past.archive,
            session.profile.account,
            names=self._names,
            clock=self._clock,
            demo=session.demo,
        )
        self._ends = [
            past.backfill.subscribe(self._on_progress),
            past.backfill.subscribe_stored(self._on_stored),
            session.directory.subscribe(self._on_names),
        ]
        self.exports.attach(session)
        self.use_settings(self._settings.settings)
        self._on_progress(past.backfill.progress)
        self._on_names()
        self._ask()

    def end(self) -> None:
        """The session has ended: nothing is asked any more; what is shown is another account's soon."""
        self._leave()
        self._maker = self._report = None
        self.exports.attach(None)
        self.page.forget()
        self._offer(Board())
        self._on_progress(BackfillProgress())

    def use_settings(self, settings: Settings) -> None:
        """Settings changed."""
        self.page.set_defaults(
            threshold=settings.get(keys.THRESHOLD), short=settings.get(keys.SHORT), target=settings.get(keys.TARGET)
        )

    # what is shown

    def _on_wished(self, _: ReportRequest) -> None:
        self._ask()

    def _on_refresh(self) -> None:
        self._ask(anew=True)

    def _on_page_shown(self) -> None:
        if self._visible():
            self.page.focus_first()
            self._ask()

    def _ask(self, *, anew: bool = False) -> None:
        """Show what is kept at once, and have the PBX asked for the rest, or for all that can still change."""
        session = self._session
        if session is None or not self._visible():
            return
        self._asked_at = self._clock.monotonic()
        session.history.backfill.want(*_shown_days(self.page.request), anew=anew)
        self._hurry.set()
        self._count()

    def _count(self) -> None:
        self._stale = True
        self._counted_at = self._clock.monotonic()
        if not self._counting:
            self._counting = True
            self._tasks.spawn("report", self._keep_counting())

    async def _keep_counting(self) -> None:
        """Count until what is shown is what is kept; a newer wish while counting is another round."""
        try:
            while self._stale and self._maker is not None:
                self._stale = False
                self._hurry.clear()
                self.page.show_busy(True)
                await self._count_once(self._maker, self.page.request)
                self.page.show_busy(False)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(REST):
                        await self._hurry.wait()
        finally:
            self._counting = False
            self.page.show_busy(False)

    async def _count_once(self, maker: ReportMaker, asked: ReportRequest) -> None:
        looks = self._looks
        try:
            report = await maker.report(asked)
        except StoreError as error:
            self._shell.messages.problem(error, key="store")
            self.exports.fail()
            return
        # A report that was begun in another language may hold words of both.
        if maker is self._maker and asked == self.page.request and looks == self._looks:
            self._report = report
            self.page.show_report(report)
            self.exports.look()

    def _chosen(self) -> Report | None:
        """What is shown, if it is what is chosen."""
        report = self._report
        return report if report is not None and report.request == self.page.request else None

    def _on_stored(self, start: date, end: date) -> None:
        first, last = _shown_days(self.page.request)
        if self._visible() and start <= last and end >= first:
            self._count()

    def _on_progress(self, progress: BackfillProgress) -> None:
        self.page.show_progress(progress)

    def _on_tick(self, _: float) -> None:
        self.page.set_today(pbx_day(self._clock.wall()))
        if self._visible() and self._clock.monotonic() - self._asked_at >= REFRESH:
            self._ask()
        elif self._visible() and self._clock.monotonic() - self._counted_at >= RECOUNT and self._grows():
            self._count()

    def _grows(self) -> bool:
        """Whether the board's own samples are shown of the day that runs."""
        asked = self.page.request
        return asked.view in ONE_DAY_VIEWS and asked.shown_day == pbx_day(self._clock.wall())

    def _on_look(self) -> None:
        self._looks += 1
        self._report = None
        super()._on_look()
        if self._visible():
            self._hurry.set()
            self._count()

    def _on_board(self, update: BoardUpdate) -> None:
        self._offer(update.board)

    def _on_names(self) -> None:
        if self._session is None:
            return
        self._offer(self._session.live.board)
        if self._visible() and self.page.request.view is View.AGENTS:
            self._count()

    def _offer(self, board: Board) -> None:
        """The queues and agents one may choose, where they have changed."""
        session = self._session
        label = session.directory.label if session is not None else str
        choices = tuple(sorted(board.queues)), tuple((name, label(name)) for name in sorted(board.agents))
        if choices != self._choices:
            self._choices = choices
            self.page.set_choices(*choices)

    def _names(self) -> dict[str, str]:
        session = self._session
        if session is None:
            return {}
        return kept_names(session.directory, session.live.board.agents)

    # what is asked of the past

    def _on_pause(self, paused: bool) -> None:
        session = self._session
        if session is None:
            return
        session.rest(session.history.backfill, paused=paused)
        if not paused:
            self._ask()

    def _on_cancel(self) -> None:
        if self._session is not None:
            self._session.history.backfill.cancel()


def kept_names(directory: Directory, members: Iterable[str]) -> dict[str, str]:
    """The names of agents by what their kept states call them, whether or not they are on the board now.

    A member's outside number is kept by its last digits, and so is known only while he is on the board, for a
    customer's number may end alike; two members whose numbers end alike have no name.

    Args:
        directory: Every name there is, customers' among them.
        members: Who is on the board.
    """
    named = directory.named.items()
    names = {extension: one.entry.name for extension, one in named if len(extension) < MEMBER_DIGITS}
    outside = [member for member in members if len(member) >= MEMBER_DIGITS]
    ends = Counter(map(masked, outside))
    for member in outside:
        name = directory.name(member)
        if name and ends[masked(member)] == 1:
            names[masked(member)] = name
    return names


def _shown_days(asked: ReportRequest) -> tuple[date, date]:
    """First and last day of what is shown; with a comparison those of the period before are shown as well."""
    return before(asked.period).start if asked.compare else asked.period.start, asked.period.end
