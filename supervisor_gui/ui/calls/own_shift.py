"""Break, return and shift of the own extension: from a wish to one batch each. It draws nothing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from supervisor_gui.live import plans
from supervisor_gui.live.board import Agent, Board
from supervisor_gui.live.commands import AddAgent, Command, RemoveAgent
from supervisor_gui.netsantral.types import Membership
from supervisor_gui.ui.actions.flows import CommandBus, Flows, Target
from supervisor_gui.ui.calls.agent_corner import AgentCorner


class OwnShift(QObject):
    """Acts on one extension in all its queues."""

    def __init__(self, corner: AgentCorner, *, choose_queues: Callable[[tuple[str, ...]], None]) -> None:
        """Args.

        corner: Its wishes are carried out.
        choose_queues: Remembers the queues of a shift.
        """
        super().__init__(corner)
        self._choose_queues = choose_queues
        self._bus: CommandBus | None = None
        self._flows: Flows | None = None
        self._board = Board()
        self._extension = ""
        corner.break_wanted.connect(self._on_break)
        corner.other_reason_wanted.connect(self._on_other_reason)
        corner.resume_wanted.connect(self.resume)
        corner.shift_wanted.connect(self.start)
        corner.shift_over.connect(self.end)
        corner.queues_chosen.connect(self._on_queues)

    def attach(self, bus: CommandBus | None, flows: Flows | None) -> None:
        """Work for this session; None: there is none."""
        self._bus, self._flows = bus, flows

    def show(self, board: Board, extension: str) -> None:
        """The board, and whose shift this is."""
        self._board, self._extension = board, extension

    @property
    def agent(self) -> Agent | None:
        """The own extension on the board."""
        return self._board.agents.get(self._extension)

    def pause(self, at: QPoint) -> None:
        """Pop up the reasons; a digit chooses."""
        if self.agent is not None and self._flows is not None:
            self._flows.pause(Target((self.agent,)), at)

    def resume(self) -> None:
        """End the break in every queue."""
        if self.agent is not None:
            self._send("resume", plans.resume((self.agent,)))

    def start(self, queues: tuple[str, ...]) -> None:
        """Log into `queues`, and remember them as the shift's; those that it is in already stay."""
        self._choose_queues(queues)
        members = self.agent.members if self.agent is not None else {}
        self._send("add", tuple(AddAgent(self._extension, queue) for queue in queues if queue not in members))

    def end(self) -> None:
        """Log out of every queue that can be left; fixed memberships stay."""
        members = self.agent.members if self.agent is not None else {}
        queues = [name for name, member in members.items() if member.membership is not Membership.STATIC]
        self._send("remove", tuple(RemoveAgent(self._extension, queue) for queue in sorted(queues)))

    def _send(self, action: str, commands: tuple[Command, ...]) -> None:
        if commands and self._bus is not None and self._extension:
            self._bus.submit(action, commands)

    def _on_break(self, reason: str) -> None:
        if self.agent is not None:
            self._send("pause", plans.pause((self.agent,), reason))

    def _on_other_reason(self) -> None:
        if self.agent is not None and self._flows is not None:
            self._flows.ask_reason(Target((self.agent,)))

    def _on_queues(self, queues: tuple[str, ...]) -> None:
        self._choose_queues(queues)
