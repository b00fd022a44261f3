"""The pages that come to life later than the board: built when somebody needs them, joined to the session that runs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supervisor_gui.clock import Clock
from supervisor_gui.config import Settings, SettingsStore
from supervisor_gui.history.store import Store
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.desks.campaign_desk import CampaignDesk
    from supervisor_gui.desks.campaign_signs import CampaignSigns
    from supervisor_gui.desks.do_not_call_flow import DoNotCallFlow
    from supervisor_gui.desks.missed_desk import MissedDesk
    from supervisor_gui.desks.missed_signs import MissedSigns
    from supervisor_gui.desks.record_desk import RecordDesk
    from supervisor_gui.desks.reporting import Reporting
    from supervisor_gui.desks.telephone import Telephone


class Pages(QObject):
    """Owns what joins pages and sessions. A session's calls come first, for a link may be waiting to be dialled.

    Attributes:
        telephone: Everything of calls; None until it is needed.
        reporting: Everything of statistics; None until its page is opened.
        records: Everything of call records, likewise.
        missed: Everything of missed callers, likewise.
        campaigns: Everything of auto-dial lists, likewise.
        signs: Their count on the rail and in the notification area; None until the first data has been painted.
        list_signs: The strip of running lists on the board, likewise.

    Signals:
        forget_wanted(str): A number and everything about it is to be deleted; empty for one that is still to be named.
    """

    forget_wanted = Signal(str)

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
        self.records: RecordDesk | None = None
        self.missed: MissedDesk | None = None
        self.campaigns: CampaignDesk | None = None
        self.signs: MissedSigns | None = None
        self.list_signs: CampaignSigns | None = None
        self._looking: set[str] = set()
        self._blocking: DoNotCallFlow | None = None
        shell.page_needed.connect(self._on_page_needed)
        shell.wished.connect(self._on_wish)

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
        # A page that was opened before the session knows no profile's settings, or the former one's.
        self.use_settings(self._settings.settings)
        for part in self._of_the_past:
            part.begin(session)
        self._signs_ready().begin(session)
        self._list_signs_ready().begin(session)
        self._look()
        if session.keeps_history:
            from supervisor_gui.exports.daily_files import DailyFiles  # noqa: PLC0415  brings the reports

            DailyFiles(session, self._settings, self._store, self._shell.messages, self._clock).start()

    def end(self) -> None:
        """The session has ended: nothing of it is shown any more."""
        self._session = None
        self._settled = False
        for part in (*self._of_the_past, self.signs, self.list_signs, self.telephone):
            if part is not None:
                part.end()
        if self._blocking is not None:
            self._blocking.attach(None)

    def close(self) -> None:
        """The program ends."""
        for part in (self.signs, self.telephone):
            if part is not None:
                part.close()

    def use_settings(self, settings: Settings) -> None:
        """Settings changed."""
        for part in (*self._of_the_past, self.signs, self.list_signs, self.telephone):
            if part is not None:
                part.use_settings(settings)

    def take_link(self, text: str) -> None:
        """A number or link from another program: at once when calls can be made, else as soon as they can."""
        if self.telephone is not None and self._session is not None:
            self.telephone.links.take(text)
        else:
            self._link_text = text

    def forgotten(self) -> None:
        """A number was deleted: what is shown may have held it."""
        if self._session is not None:
            self._session.dialling.lists.kept_changed()
        if self.records is not None:
            self.records.forgotten()
        if self.telephone is not None:
            self.telephone.show_today()

    @property
    def _of_the_past(self) -> "tuple[Reporting | RecordDesk | MissedDesk | CampaignDesk, ...]":
        """The parts that exist and need a session's store."""
        parts = (self.reporting, self.records, self.missed, self.campaigns)
        return tuple(part for part in parts if part is not None)

    def _calls_ready(self) -> "Telephone":
        from supervisor_gui.desks.telephone import Telephone  # noqa: PLC0415  brings every widget of calls

        if self.telephone is None:
            self.telephone = Telephone(self._shell, self._bridge, self._settings, self._tasks, self._clock)
        return self.telephone

    def _reports_ready(self) -> None:
        from supervisor_gui.desks.reporting import Reporting  # noqa: PLC0415  brings every widget of statistics, and charts

        self.reporting = Reporting(
            self._shell,
            self._bridge,
            self._settings,
            self._tasks,
            self._clock,
            store=self._store,
        )
        self._join(self.reporting)

    def _records_ready(self) -> None:
        from supervisor_gui.desks.record_desk import RecordDesk  # noqa: PLC0415  brings every widget of records

        desk = self.records = RecordDesk(self._shell, self._bridge, self._settings, self._tasks, self._clock)
        desk.dial_wanted.connect(self._on_dial)
        desk.forget_wanted.connect(self.forget_wanted)
        desk.shown.connect(self._on_records_shown)
        self._join(desk)

    def _missed_ready(self) -> None:
        from supervisor_gui.desks.missed_desk import MissedDesk  # noqa: PLC0415  brings every widget of missed callers

        desk = self.missed = MissedDesk(self._shell, self._bridge, self._settings, self._tasks, self._clock)
        desk.dial_wanted.connect(self._on_dial)
        desk.forget_wanted.connect(self.forget_wanted)
        desk.records_wanted.connect(self._on_records_wanted)
        desk.shown.connect(self._on_missed_shown)
        self._join(desk)

    def _campaigns_ready(self) -> None:
        from supervisor_gui.desks.campaign_desk import CampaignDesk  # noqa: PLC0415  brings every widget of lists

        self.campaigns = CampaignDesk(self._shell, self._bridge, self._settings, self._tasks, self._clock)
        self._join(self.campaigns)

    def _list_signs_ready(self) -> "CampaignSigns":
        from supervisor_gui.desks.campaign_signs import CampaignSigns  # noqa: PLC0415  lists are watched after the store

        if self.list_signs is None:
            self.list_signs = CampaignSigns(self._shell, self._on_list_wanted)
        return self.list_signs

    def _signs_ready(self) -> "MissedSigns":
        from supervisor_gui.desks.missed_signs import MissedSigns  # noqa: PLC0415  nothing to count before the store is open

        if self.signs is None:
            self.signs = MissedSigns(self._shell, self._bridge, self._settings.settings)
        return self.signs

    def _join(self, part: "Reporting | RecordDesk | MissedDesk | CampaignDesk") -> None:
        if self._settled and self._session is not None:
            part.begin(self._session)

    def _on_page_needed(self, name: str) -> None:
        ready: dict[str, Callable[[], object]] = {
            "calls": self._calls_ready,
            "statistics": self._reports_ready,
            "records": self._records_ready,
            "missed": self._missed_ready,
            "campaigns": self._campaigns_ready,
        }
        if name in ready:
            ready[name]()

    def _on_wish(self, name: str) -> None:
        if name != "do_not_call":
            return
        from supervisor_gui.desks.do_not_call_flow import DoNotCallFlow  # noqa: PLC0415  seldom looked at

        if self._blocking is None:
            self._blocking = DoNotCallFlow(self._shell, self._tasks, self._clock)
        self._blocking.attach(self._session if self._settled else None)
        self._blocking.open()

    def _on_dial(self, number: str) -> None:
        if self.telephone is not None:
            self.telephone.dial_next(number)

    def _on_list_wanted(self, list_id: str) -> None:
        self._shell.open_page("campaigns")
        if self.campaigns is not None:
            self.campaigns.page.choose(list_id)

    def _on_records_wanted(self, number: str) -> None:
        self._shell.open_page("records")
        if self.records is not None:
            self.records.search(number)

    def _on_records_shown(self, shown: bool) -> None:
        self._note_shown("records", shown=shown)

    def _on_missed_shown(self, shown: bool) -> None:
        self._note_shown("missed", shown=shown)

    def _note_shown(self, name: str, *, shown: bool) -> None:
        if shown:
            self._looking.add(name)
        else:
            self._looking.discard(name)
        self._look()

    def _look(self) -> None:
        """Calls that somebody looks at are asked for more often."""
        if self._settled and self._session is not None:
            self._session.kept.look(looking=bool(self._looking))
