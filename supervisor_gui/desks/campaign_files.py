"""The numbers of the chosen auto-dial list as a file: gathered here, written by `page_files`."""

import asyncio
from collections.abc import Callable

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.desks.page_exports import PageExports
from supervisor_gui.exports.page_files import ExportFace
from supervisor_gui.i18n import translate
from supervisor_gui.reports.dial_report import DialMaterial, dial_report
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.shell import Shell


class CampaignExports(PageExports):
    """Writes where each number of a list stands."""

    def __init__(
        self,
        page: ExportFace,
        shell: Shell,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        clock: Clock,
        chosen: Callable[[], str],
    ) -> None:
        """Args as of the page; `chosen` tells the id of the list that is looked at."""
        super().__init__(page, shell, settings, tasks)
        self._clock = clock
        self._chosen = chosen

    def _start(self, session: Session, name: str) -> None:
        lists = session.dialling.lists
        shown, numbers = lists.view.find(self._chosen()), lists.numbers
        if shown is None or numbers is None or numbers.list_id != shown.id or not (numbers.as_of or numbers.rows):
            self._shell.messages.say(translate("Campaigns", "Choose a list and wait for its report, then export it."))
            return
        material = DialMaterial(
            shown=shown,
            numbers=numbers,
            number=self._shell.policy.number,
            account=session.profile.account,
            demo=session.demo,
            now=self._clock.wall(),
        )

        async def made() -> Report:
            return await asyncio.to_thread(dial_report, material)

        self._write(session, made, name)
