"""What the user asks for on the board, as frozen values for the board's signals. They do nothing by themselves."""

import msgspec

from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.ui.selection import Selection


class AgentMenuRequest(msgspec.Struct, frozen=True):
    """A context menu for the chosen agents at a point of the screen."""

    selection: Selection
    x: int
    y: int


class Renamed(msgspec.Struct, frozen=True):
    """A new name for an extension; empty takes the name away."""

    extension: str
    name: str


class LimitsEdited(msgspec.Struct, frozen=True):
    """A queue's new limits; None gives it the default ones."""

    queue: str
    limits: QueueLimits | None


class AgentsDropped(msgspec.Struct, frozen=True):
    """Agents were dragged onto a queue."""

    extensions: tuple[str, ...]
    queue: str
