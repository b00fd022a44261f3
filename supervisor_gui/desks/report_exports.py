"""The statistics page's exports: asked for, and waiting until what was chosen is shown. `page_files` writes."""

from collections.abc import Callable

from supervisor_gui.config import SettingsStore
from supervisor_gui.desks.page_exports import PageExports
from supervisor_gui.exports.page_files import ExportFace
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.shell import Shell


class ReportExports(PageExports):
    """Writes what the page shows, and tells of it there."""

    def __init__(
        self,
        page: ExportFace,
        shell: Shell,
        settings: SettingsStore,
        tasks: Tasks,
        *,
        shown: Callable[[], Report | None],
    ) -> None:
        """Args as of every page; `shown` tells what it shows, None while that is not what is chosen."""
        super().__init__(page, shell, settings, tasks)
        self._page = page
        self._shown = shown
        self._awaited = ""

    @property
    def busy(self) -> bool:
        """Whether a file is asked for that is not there yet."""
        return bool(self._awaited) or super().busy

    def attach(self, session: Session | None) -> None:
        """Export what this session keeps from now on; None for nobody's: nothing waits for figures any more."""
        if session is None:
            self._awaited = ""
        super().attach(session)

    def ask(self, name: str) -> None:
        """Write what is chosen in the format `name`: now, or when it is shown, maybe of a session yet to begin."""
        if self._takes(name):
            self._awaited = name
            self._page.show_export(0.0, "")
            self.look()

    def look(self) -> None:
        """Begin what waits, if what is chosen is shown by now."""
        if self._awaited and self._session is not None and self._shown() is not None:
            name, self._awaited = self._awaited, ""
            self._start(self._session, name)

    def give_up(self) -> None:
        """End it without a file."""
        super().give_up()
        if self._awaited:
            self._awaited = ""
            self._files.tell_cancelled()

    def fail(self) -> None:
        """What is chosen cannot be shown, which is told elsewhere: nothing waits for it any more."""
        if self._awaited:
            self._awaited = ""
            self._page.show_export(None, "")

    def _start(self, session: Session, name: str) -> None:
        report = self._shown()
        if report is None:
            return

        async def made() -> Report:
            return report

        self._write(session, made, name)
