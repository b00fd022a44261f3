"""What a session gives to the widgets and flows of calls, in one bundle. It has no behaviour."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from supervisor_gui.live.board import Board
from supervisor_gui.live.call_commands import CallCommand, CallOrder
from supervisor_gui.live.dial_book import DialBook
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.live_calls import Calls
from supervisor_gui.ui.calls.wishes import DialHow


class OrderBus(Protocol):
    """The part of the call bus that flows need."""

    def submit(self, command: CallCommand) -> CallOrder:
        """Send `command` once."""


class CallDesk(NamedTuple):
    """One session's calls.

    Attributes:
        bus: Sends commands.
        calls: The calls as they stand.
        board: The board as it stands.
        book: What dialling remembers.
        directory: Names.
        how: How to call while nothing else is wished: own extension, line, who rings first, ring time.
        keep: Keeps the lasting part of another wish: extension, line, who rings first, ring time.
        profile: The profile's name.
    """

    bus: OrderBus
    calls: Callable[[], Calls]
    board: Callable[[], Board]
    book: DialBook
    directory: Directory
    how: Callable[[], DialHow]
    keep: Callable[[DialHow], None]
    profile: str

    def is_extension(self, digits: str) -> bool:
        """Whether `digits` is an extension: on the board, in the directory, or the own one."""
        agent = self.board().agents.get(digits)
        known = agent is not None and not agent.external
        return known or digits == self.how().extension or bool(self.directory.name(digits))
