"""The pages that come to life later than the board: built when somebody needs them, joined to the session that runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supervisor_gui.clock import Clock
from supervisor_gui.config import Settings, SettingsStore
from supervisor_gui.daily_files import DailyFiles
from supervisor_gui.history.store import Store
from supervisor_gui.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.reporting import Reporting
    from supervisor_gui.telephone import Telephone


class Pages(QObject):
    """Owns what joins pages and sessions. A session's calls come first, for a link may be waiting to be dialled.

    Attributes:
        telephone: Everything of calls; None until it is needed.
        reporting: Everything of statistics; None until its page is opened.
    """

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
        super().__init__()
        self._shell = shell
        self._bridge = bridge
        self._settings = settings
        self._store = store
        self._tasks = tasks
        self._clock = clock
        self._session: Session | None = None
        self._settled = False
        self._link_text = ""
        self.telephone: Telephone | None = None
        self.reporting: Reporting | None = None
        shell.page_needed.connect(self._on_page_needed)

    def begin(self, session: Session) -> None:
        """The first data has been painted: the widgets of calls would have held it up."""
        self._session = session
        telephone = self._calls_ready()
        telephone.begin(session)
        if self._link_text:
            telephone.links.take(self._link_text)
            self._link_text = ""

    def settled(self) -> None:
        """The session's store has been opened, or tried: its past can be asked for."""
        self._settled = True
        session = self._session
        if session is None:
            return
        if self.reporting is not None:
            self.reporting.begin(session)
        if session.records:
            DailyFiles(session, self._settings, self._store, self._shell.messages, self._clock).start()

    def end(self) -> None:
        """The session has ended: nothing of it is shown any more."""
        self._session = None
        self._settled = False
        if self.reporting is not None:
            self.reporting.end()
        if self.telephone is not None:
            self.telephone.end()

    def close(self) -> None:
        """The program ends."""
        if self.telephone is not None:
            self.telephone.close()

    def use_settings(self, settings: Settings) -> None:
        """Settings changed."""
        if self.telephone is not None:
            self.telephone.use_settings(settings)
        if self.reporting is not None:
            self.reporting.use_settings(settings)

    def take_link(self, text: str) -> None:
        """A number or link from another program: at once when calls can be made, else as soon as they can."""
        if self.telephone is not None and self._session is not None:
            self.telephone.links.take(text)
        else:
            self._link_text = text

    def _calls_ready(self) -> "Telephone":
        from supervisor_gui.telephone import Telephone  # noqa: PLC0415  brings every widget of calls

        if self.telephone is None:
            self.telephone = Telephone(self._shell, self._bridge, self._settings, self._tasks, self._clock)
        return self.telephone

    def _reports_ready(self) -> None:
        from supervisor_gui.reporting import Reporting  # noqa: PLC0415  brings every widget of statistics, and charts

        self.reporting = Reporting(
            self._shell,
            self._bridge,
            self._settings,
            self._tasks,
            self._clock,
            store=self._store,
        )
        if self._settled and self._session is not None:
            self.reporting.begin(self._session)

    def _on_page_needed(self, name: str) -> None:
        if name == "calls":
            self._calls_ready()
        elif name == "statistics":
            self._reports_ready()
