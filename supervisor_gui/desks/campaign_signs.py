"""Auto-dial lists told of whatever page is open: the strip on the board, and how orders ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from supervisor_gui.autodial.values import DialView, OrderEnd, Outcome
from supervisor_gui.config import Settings
from supervisor_gui.sessions.session import Session
from supervisor_gui.ui.campaigns.board_strip import BoardStrip
from supervisor_gui.ui.campaigns.words import end_words
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.shell import Shell

PAGE = "campaigns"


class CampaignSigns(QObject):
    """One run's signs. They follow the session that runs."""

    def __init__(self, shell: Shell, open_list: Callable[[str], None]) -> None:
        """Args.

        shell: The window.
        open_list: Shows a list on its page.
        """
        super().__init__()
        self._shell = shell
        self._session: Session | None = None
        self._ends: list[Callable[[], None]] = []
        self.strip = BoardStrip()
        self.strip.stop_wanted.connect(self._on_stop)
        self.strip.open_wanted.connect(open_list)
        self._on_look()
        shell.board.put_below(self.strip)
        shell.look_changed.connect(self._on_look)

    def begin(self, session: Session) -> None:
        """Tell of this session's lists."""
        self.end()
        self._session = session
        lists = session.dialling.lists
        self._ends = [lists.subscribe(self._on_view), lists.subscribe_ends(self._on_end)]
        self._on_view(lists.view)

    def end(self) -> None:
        """Tell of nobody's."""
        for end in self._ends:
            end()
        self._ends = []
        self._session = None
        self._on_view(DialView())

    def use_settings(self, settings: Settings) -> None:
        """Settings changed, and with them what this seat may do."""
        self.strip.set_policy(self._shell.policy)

    def _on_view(self, view: DialView) -> None:
        self.strip.show_view(view)

    def _on_end(self, end: OrderEnd) -> None:
        if end.action == "create_list" and end.outcome is Outcome.REFUSED:
            return  # the form tells it, with everything that was typed
        words = end_words(end, self._shell.policy)
        if not words.failed:
            self._shell.messages.say(words.title)
            return
        key = f"{end.action}-{end.list_id}"
        self._shell.messages.tell(Message(words.title, words.todo, words.details, Tone.PROBLEM, key))

    def _on_look(self) -> None:
        self.strip.apply_theme(self._shell.theme)
        self.strip.retranslate()
        self.strip.set_policy(self._shell.policy)

    def _on_stop(self, list_id: str) -> None:
        if self._session is not None:
            self._session.dialling.lists.stop_list(list_id)
