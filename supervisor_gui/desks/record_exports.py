"""The exports of the records page and of missed callers: gathered here, written by `page_files`."""

import asyncio
from collections.abc import Callable
from datetime import date

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.desks.page_exports import PageExports
from supervisor_gui.exports.page_files import ExportFace
from supervisor_gui.exports.record_maker import known_names, record_material
from supervisor_gui.history.missed_values import MissedView
from supervisor_gui.history.record_values import RecordFilter
from supervisor_gui.reports.missed_report import MissedMaterial, missed_report
from supervisor_gui.reports.record_report import record_report
from supervisor_gui.reports.record_words import narrowing_words
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.missed.finding import Found
from supervisor_gui.ui.missed.state_bar import Part
from supervisor_gui.ui.missed.words import working_words
from supervisor_gui.ui.shell import Shell


class RecordExports(PageExports):
    """Writes the calls that a filter finds."""

    def __init__(
        self,
        page: ExportFace,
        shell: Shell,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        wanted: Callable[[], RecordFilter],
    ) -> None:
        """Args as of the page; `wanted` tells what it shows."""
        super().__init__(page, shell, settings, tasks)
        self._wanted = wanted

    def _start(self, session: Session, name: str) -> None:
        wanted = self._wanted()

        async def made() -> Report:
            material = await record_material(
                session.kept.reader,
                wanted,
                first=session.kept.first_day,
                names=known_names(session.directory.entries, session.calls.book.memory),
                number=self._shell.policy.number,
                account=session.profile.account,
                demo=session.demo,
            )
            return await asyncio.to_thread(record_report, material)

        self._write(session, made, name)


_WAITS = {Part.WAITING: True, Part.CLOSED: False, Part.ALL: None}


class MissedExports(PageExports):
    """Writes the missed callers that are shown."""

    def __init__(
        self,
        page: ExportFace,
        shell: Shell,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        clock: Clock,
        span: Callable[[], tuple[date, date]],
        part: Callable[[], Part],
        found: Callable[[], Found | None],
    ) -> None:
        """Args.

        page, shell, settings, tasks: As of the other page.
        clock: Time.
        span: The first and the last day that the page shows.
        part: Which of the callers.
        found: Whom its search finds.
        """
        super().__init__(page, shell, settings, tasks)
        self._clock = clock
        self._span = span
        self._part = part
        self._found = found

    def _start(self, session: Session, name: str) -> None:
        missed = session.kept.missed
        if not missed.counted:
            # An empty file would say that nobody was missed.
            self._shell.messages.say(missed.problem or working_words())
            return
        view: MissedView = missed.view
        found = self._found()
        material = MissedMaterial(
            period=Period(*self._span()),
            view=view,
            names=known_names(session.directory.entries, session.calls.book.memory),
            number=self._shell.policy.number,
            account=session.profile.account,
            demo=session.demo,
            now=self._clock.wall(),
            waits=_WAITS[self._part()],
            found=found.tails if found is not None else None,
            narrowed=self._narrowed(found),
        )

        async def made() -> Report:
            return await asyncio.to_thread(missed_report, material)

        self._write(session, made, name)

    def _narrowed(self, found: Found | None) -> str:
        """What was looked for in words, digits as this seat may see them."""
        if found is None:
            return ""
        wanted = RecordFilter(*self._span(), digits=found.search.digits, words=found.search.words)
        return ", ".join(narrowing_words(wanted, self._shell.policy.number))
