"""The daily export of the session that runs: its settings, its figures and the window's messages joined."""

import asyncio
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.exports.daily import DailyExport, DailyPlan, plan_of
from supervisor_gui.exports.report_files import write_files
from supervisor_gui.exports.report_maker import ReportMaker, usual_request
from supervisor_gui.history.store import Store
from supervisor_gui.i18n import translate
from supervisor_gui.live.user_limits import policy_of
from supervisor_gui.reports.request import Period, Preset
from supervisor_gui.reports.target_file import folder_of, make_folder
from supervisor_gui.sessions.session import Session
from supervisor_gui.ui.messages import Message, Messages, Tone


def documents_folder(chosen: str) -> Path:
    """The folder that the user chose, else the one for documents."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder_of(chosen) if chosen else Path(usual)


async def ready_folder(chosen: str) -> Path:
    """Likewise; the one for documents, which a fresh desktop may not have yet, is made. A chosen one never is: it may
    be on a disk that is not there just now.

    Raises:
        StoreError: It cannot be made; in words.
    """
    folder = documents_folder(chosen)
    if not chosen:
        await asyncio.to_thread(make_folder, folder)
    return folder


class DailyFiles:
    """Saves yesterday's statistics of one session; its tasks are the session's and end with it."""

    def __init__(
        self, session: Session, settings: SettingsStore, store: Store, messages: Messages, clock: Clock
    ) -> None:
        self._session = session
        self._settings = settings
        self._messages = messages
        self._maker = ReportMaker(
            store,
            session.history.archive,
            session.profile.account,
            names=dict[str, str],
            clock=clock,
            demo=session.demo,
        )
        self._export = DailyExport(
            self._plan,
            self._save,
            self._tell,
            memory=store,
            account=session.profile.account,
            tasks=session.tasks,
            clock=clock,
            factor=session.time_factor,
        )

    def start(self) -> None:
        """Look now, then every minute."""
        self._export.start()

    def _plan(self) -> DailyPlan | None:
        settings = self._settings.settings
        return plan_of(
            settings.get(keys.DAILY_EXPORT) and not policy_of(settings).why_not("export"),
            settings.get(keys.DAILY_TIME),
            settings.get(keys.DAILY_FOLDER),
            settings.get(keys.DAILY_FORMATS),
            documents_folder(settings.get(keys.EXPORT_FOLDER)),
        )

    async def _save(self, day: date, formats: tuple[str, ...], folder: Path) -> None:
        problem = await self._session.history.backfill.complete(day, day)
        if problem is not None:
            raise problem
        if folder == documents_folder(""):
            await ready_folder("")
        request = usual_request(self._settings.settings, Period(day, day, Preset.YESTERDAY))
        files = await write_files(await self._maker.report(request), formats, folder)
        words = translate("Statistics", "Yesterday's statistics are saved in {folder}.")
        self._messages.tell(Message(words.format(folder=files[0].parent), key="daily export"))

    def _tell(self, words: str, details: str) -> None:
        self._messages.tell(Message(words, details=details, tone=Tone.PROBLEM, key="daily export"))
