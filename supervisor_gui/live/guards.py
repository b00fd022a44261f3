"""Why a command is refused before it is sent. Pure: the board, what is pending, the PBX's rules."""

from collections.abc import Iterable

from supervisor_gui.live.board import Board
from supervisor_gui.live.commands import AddAgent, AddNumber, Command, RemoveAgent, RemoveNumber
from supervisor_gui.live.memory import Pair
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.reduce_intents import pair_of
from supervisor_gui.netsantral.types import Membership

NUMBERS_A_QUEUE = 5
QUEUES_WITH_NUMBERS = 5
"""The PBX's own limits for external numbers (docs/protocol.md, External numbers)."""


def shown_numbers(board: Board) -> frozenset[Pair]:
    """Every (external number, queue) that the board shows."""
    return frozenset(
        (extension, name)
        for extension, agent in board.agents.items()
        if agent.external
        for name, member in agent.members.items()
        if not member.awaited
    )


class Guard:
    """Judges the commands of one action in turn, each in the light of those before it."""

    def __init__(
        self,
        action: str,
        board: Board,
        policy: Policy,
        pending: Iterable[Pair],
        numbers: Iterable[Pair],
        *,
        stopped: bool,
    ) -> None:
        """Args.

        action: The action's name in the policy.
        board: What is there.
        policy: What this seat may do.
        pending: Pairs with an action under way.
        numbers: Known external numbers in queues.
        stopped: Whether the PBX refused the credentials and nothing may be sent.
        """
        self._why_not = policy.why_not(action) or ("password" if stopped else "")
        self._no_breaks = policy.why_not("pause")
        self._board = board
        self._pending = set(pending)
        self._numbers = set(numbers)

    def refuse(self, command: Command) -> str:
        """A stable word for why `command` is not sent; empty when it is, and then it counts as pending."""
        pair = pair_of(command)
        if self._why_not:
            return self._why_not
        if isinstance(command, AddAgent) and command.paused and self._no_breaks:
            return self._no_breaks
        if pair in self._pending:
            return "busy"
        if isinstance(command, RemoveAgent | RemoveNumber) and self._is_static(pair):
            return "static"
        if isinstance(command, AddNumber):
            full = self._full(pair)
            if full:
                return full
            self._numbers.add(pair)
        self._pending.add(pair)
        return ""

    def _is_static(self, pair: Pair) -> bool:
        agent = self._board.agents.get(pair[0])
        member = agent.members.get(pair[1]) if agent is not None else None
        return member is not None and member.membership is Membership.STATIC

    def _full(self, pair: Pair) -> str:
        if pair in self._numbers:
            return ""
        queue = pair[1]
        if sum(name == queue for _, name in self._numbers) >= NUMBERS_A_QUEUE:
            return "limit_numbers"
        queues = {name for _, name in self._numbers}
        return "limit_queues" if queue not in queues and len(queues) >= QUEUES_WITH_NUMBERS else ""
