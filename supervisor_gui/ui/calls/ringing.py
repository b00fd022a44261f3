"""Tells who calls while the own extension rings: from the calls that run to the notice. It opens no page itself."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls, CallState, LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.ports import SeenCall
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean, duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import no_name
from supervisor_gui.ui.calls.call_rows import is_called
from supervisor_gui.ui.calls.ring_notice import RingNotice, RingView, notice_address

LastWith = Callable[[str], Awaitable[SeenCall | None]]


class Ringing(QObject):
    """Follows the calls that ring at one extension. Calls started here are no news to their own desk.

    Signals:
        open_wanted(str): The customer's page is to be opened.
    """

    open_wanted = Signal(str)

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        super().__init__(window)
        self._tasks = tasks
        self.notice = RingNotice()
        self.notice.open_wanted.connect(self.open_wanted)
        self._last_with: LastWith | None = None
        self._name_of: Callable[[str], str] = no_name
        self._mine = ""
        self._policy = Policy()
        self._on = False
        self._template = ""
        self._told: frozenset[str] = frozenset()

    def attach(self, last_with: LastWith | None, name_of: Callable[[str], str]) -> None:
        """Ask this session's history for the last call with a number; None: there is no session."""
        self._last_with, self._name_of = last_with, name_of
        self._forget()

    def use(self, *, mine: str, policy: Policy, on: bool, template: str) -> None:
        """Whose phone is meant, what may be seen, whether anything is told, and the customer's page."""
        others = (mine, policy) != (self._mine, self._policy)
        self._mine, self._policy, self._on, self._template = mine, policy, on, template
        if others or not on:
            self._forget()

    def close(self) -> None:
        """The program ends: the notice is a window of its own."""
        self._forget()
        self.notice.close()
        self.notice.deleteLater()

    def show_calls(self, calls: Calls) -> None:
        """The calls moved on."""
        ringing = {call.key: call for call in calls.live.values() if self._rings(call)}
        for key in self._told - ringing.keys():
            self.notice.withdraw(key)
        for key in ringing.keys() - self._told:
            self._tell(ringing[key])
        self._told = frozenset(ringing)

    def _rings(self, call: LiveCall) -> bool:
        here = bool(self._mine) and self._mine in call.ringing
        return self._on and here and call.state is not CallState.ENDED and not call.order

    def _tell(self, call: LiveCall) -> None:
        self.notice.offer(self._view(call, ""))
        if self._last_with is not None and call.number and not is_called(call, self._mine):
            self._tasks.spawn("last call with a caller", self._look_up(call, self._last_with))

    async def _look_up(self, call: LiveCall, last_with: LastWith) -> None:
        last = await last_with(call.number)
        if last is not None and call.key in self._told:
            self.notice.offer(self._view(call, last_words(last)))

    def _view(self, call: LiveCall, last: str) -> RingView:
        if is_called(call, self._mine):
            return RingView(call.key, self._title(call.extension, call.extension))
        title = self._title(call.number, self._policy.number(call.number))
        # Whoever may not see a number whole would read it in the browser.
        template = "" if self._policy.why_not("unmask") else self._template
        return RingView(call.key, title, clean(call.queue, 40), last, notice_address(template, call.number))

    def _title(self, number: str, seen: str) -> str:
        """Who calls: the name, if there is one, and the number as this seat may see it."""
        name = clean(self._name_of(number), 40) if number else ""
        return f"{name} · {clean(seen, 40)}" if name else clean(seen, 40)

    def _forget(self) -> None:
        self._told = frozenset()
        self.notice.withdraw_all()


def last_words(last: SeenCall) -> str:
    """The last call with a number: when, with whom, how long."""
    when = figures.moment(last.at)
    if last.answered_seconds is None:
        return translate("Calls", "Last call: {when}, not answered").format(when=when)
    return translate("Calls", "Last call: {when}, extension {extension}, {length}").format(
        when=when, extension=clean(last.extension, 10), length=duration(last.answered_seconds)
    )
