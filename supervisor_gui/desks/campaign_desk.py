"""One session's auto-dial lists joined to their page and to the board's strip. It decides nothing about lists."""

from supervisor_gui.autodial.uploads import Uploads
from supervisor_gui.autodial.values import DialView, ListNumbers, NumberRow
from supervisor_gui.clock import Clock
from supervisor_gui.config import Settings, SettingsStore
from supervisor_gui.desks.campaign_files import CampaignExports
from supervisor_gui.desks.campaign_forms import CampaignForms
from supervisor_gui.desks.page_desk import PageDesk
from supervisor_gui.netsantral.types_autodial import ListNumber, NumberChange
from supervisor_gui.sessions.session import Session
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.campaigns.page import CampaignPage
from supervisor_gui.ui.shell import Shell


class CampaignDesk(PageDesk[CampaignPage]):
    """Everything of auto-dial lists in one run of the program, from the first time the page is opened."""

    def __init__(self, shell: Shell, bridge: Bridge, settings: SettingsStore, tasks: Tasks, clock: Clock) -> None:
        super().__init__(CampaignPage(wall=clock.wall), shell, settings)
        self.use_settings(settings.settings)
        self.exports = CampaignExports(
            self.page, shell, settings, tasks, clock=clock, chosen=lambda: self.page.chosen_list
        )
        self.forms = CampaignForms(shell, settings, tasks, clock)
        self._connect(bridge)
        self._open("campaigns", self.exports)

    def _connect(self, bridge: Bridge) -> None:
        page = self.page
        page.chosen.connect(self._on_chosen)
        page.start_wanted.connect(self.forms.start)
        page.stop_wanted.connect(self._on_stop)
        page.new_wanted.connect(self.forms.make)
        self.forms.list_made.connect(page.await_list)
        page.add_wanted.connect(self.forms.add)
        page.retry_wanted.connect(self.forms.retry)
        page.change_wanted.connect(self._on_change)
        page.replace_wanted.connect(self._on_replace)
        page.remove_wanted.connect(self._on_remove)
        page.pause_wanted.connect(self._on_pause)
        page.go_on_wanted.connect(self._on_go_on)
        page.cancel_upload_wanted.connect(self._on_cancel_upload)
        page.again_wanted.connect(self._on_again)
        bridge.ticked.connect(page.tick)

    def begin(self, session: Session) -> None:
        """A session's store is open: its lists can be shown."""
        self._session = session
        lists = session.dialling.lists
        self._ends = [lists.subscribe(self._on_view), lists.subscribe_numbers(self._on_numbers)]
        self.exports.attach(session)
        self.forms.attach(session)
        self._on_view(lists.view)
        self._on_page_shown()

    def end(self) -> None:
        """The session has ended: its lists are shown no more."""
        self._leave()
        self.exports.attach(None)
        self.forms.attach(None)
        self.page.forget()

    def use_settings(self, settings: Settings) -> None:
        """Settings changed, and with them what this seat may do and see."""
        self.page.set_policy(self._shell.policy)

    # what is shown

    def _on_page_shown(self) -> None:
        visible = self._visible()
        if self._session is not None:
            self._session.dialling.lists.look(visible)
        if visible:
            self.page.focus_first()

    def _on_view(self, view: DialView) -> None:
        self.page.show_view(view)

    def _on_numbers(self, numbers: ListNumbers | None) -> None:
        self.page.show_numbers(numbers)

    def _on_look(self) -> None:
        super()._on_look()
        self.use_settings(self._settings.settings)

    # what the user does

    def _on_chosen(self, list_id: str) -> None:
        if self._session is not None:
            self._session.dialling.lists.choose(list_id)

    def _on_stop(self, list_id: str) -> None:
        if self._session is not None:
            self._session.dialling.lists.stop_list(list_id)

    def _on_refresh(self) -> None:
        if self._session is not None:
            self._session.dialling.lists.refresh()

    def _on_change(self, list_id: str, number_id: str, change: NumberChange) -> None:
        if self._session is not None:
            self._session.dialling.lists.change_number(list_id, number_id, change)

    def _on_replace(self, list_id: str, row: NumberRow, number: ListNumber) -> None:
        if self._session is not None:
            self._session.dialling.lists.replace_number(list_id, row, number)

    def _on_remove(self, list_id: str, rows: tuple[NumberRow, ...]) -> None:
        if self._session is not None:
            self._session.dialling.lists.remove_numbers(list_id, rows)

    def _on_pause(self, job: int) -> None:
        if (uploads := self._uploads()) is not None:
            uploads.pause(job)

    def _on_go_on(self, job: int) -> None:
        if (uploads := self._uploads()) is not None:
            uploads.go_on(job)

    def _on_cancel_upload(self, job: int) -> None:
        if (uploads := self._uploads()) is not None:
            uploads.cancel(job)

    def _on_again(self, job: int) -> None:
        if (uploads := self._uploads()) is not None:
            uploads.send_again(job)

    def _uploads(self) -> Uploads | None:
        """Where a wish about an upload goes; nowhere when this seat may not have one."""
        if self._session is None or self._shell.refuses("campaigns"):
            return None
        return self._session.dialling.uploads
