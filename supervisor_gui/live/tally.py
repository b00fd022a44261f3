"""Agents counted by state, once over all queues and once per queue, in a single pass. No times, no calls."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.live.board import Board
from supervisor_gui.netsantral.types import AgentStatus


class AgentCounts(msgspec.Struct, frozen=True):
    """How many agents are in which state, each counted once."""

    idle: int = 0
    ringing: int = 0
    talking: int = 0
    paused: int = 0
    offline: int = 0
    other: int = 0

    @property
    def free(self) -> int:
        """Agents who could take a call now."""
        return self.idle

    @property
    def staffed(self) -> int:
        """Agents whose phone is registered."""
        return self.idle + self.ringing + self.talking + self.paused + self.other

    @property
    def all(self) -> int:
        """Everybody."""
        return self.staffed + self.offline


class Tally(msgspec.Struct, frozen=True):
    """One board's agents, counted.

    Attributes:
        agents: Over all queues, an extension once.
        queues: By short queue name.
        on_break: Extensions whose state is a break in every queue.
    """

    agents: AgentCounts
    queues: Mapping[str, AgentCounts]
    on_break: tuple[str, ...]


_IDLE, _RINGING, _TALKING, _PAUSED, _OFFLINE, _OTHER = range(6)


def _phone(status: AgentStatus) -> int:
    # Comparing identities: hashing an enum member is a Python call, which 5,000 agents a second would feel.
    if status is AgentStatus.IDLE:
        return _IDLE
    if status is AgentStatus.TALKING:
        return _TALKING
    if status is AgentStatus.RINGING:
        return _RINGING
    return _OFFLINE if status is AgentStatus.OFFLINE else _OTHER


def tally(board: Board) -> Tally:
    """Count the agents of `board` as `states` defines them."""
    everywhere = [0] * 6
    queues = {name: [0] * 6 for name in board.queues}
    on_break: list[str] = []
    for extension, agent in board.agents.items():
        phone = _phone(agent.status)
        at_rest = phone in {_IDLE, _OTHER}
        places = paused_places = 0
        for name, member in agent.members.items():
            if member.awaited:
                continue
            places += 1
            paused_places += member.paused
            queues[name][_PAUSED if at_rest and member.paused else phone] += 1
        if not places:
            continue
        if at_rest and paused_places == places:
            everywhere[_PAUSED] += 1
            on_break.append(extension)
        else:
            everywhere[phone] += 1
    return Tally(
        agents=AgentCounts(*everywhere),
        queues={name: AgentCounts(*counts) for name, counts in queues.items()},
        on_break=tuple(on_break),
    )


class Tallies:
    """The tally of the newest board, counted again only when agents or queues changed."""

    def __init__(self) -> None:
        self._board = Board()
        self._tally = tally(self._board)

    def of(self, board: Board) -> Tally:
        """The tally of `board`."""
        if board.agents is not self._board.agents or board.queues.keys() != self._board.queues.keys():
            self._tally = tally(board)
        self._board = board
        return self._tally
