"""What the user has chosen on the board: agents, and the one queue whose chip was pressed. A value, no widget."""

import msgspec

from supervisor_gui.live.board import Agent, Board


class Selection(msgspec.Struct, frozen=True):
    """Chosen extensions, and a queue when one chip of one agent is meant.

    Attributes:
        extensions: In the order shown.
        queue: Short queue name; empty for "every queue".
    """

    extensions: tuple[str, ...] = ()
    queue: str = ""

    def agents(self, board: Board) -> tuple[Agent, ...]:
        """The chosen agents that are still on `board`."""
        return tuple(board.agents[extension] for extension in self.extensions if extension in board.agents)
