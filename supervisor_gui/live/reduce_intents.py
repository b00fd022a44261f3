"""A user's commands worked into the board: pending at once, done when the PBX says so, refused in sight for a while."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.live.board import Agent, Board, MemberState, Pending
from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Command,
    Outcome,
    PauseAgent,
    ResumeAgent,
    target,
)
from supervisor_gui.live.items import IntentAnswered, IntentEnded, IntentSent
from supervisor_gui.live.memory import Intent
from supervisor_gui.live.numbers import member_key
from supervisor_gui.netsantral.types import Membership


def kind_of(command: Command) -> str:
    """What a command wants of a pair: pause, resume, add, remove."""
    if isinstance(command, PauseAgent):
        return "pause"
    if isinstance(command, ResumeAgent):
        return "resume"
    return "add" if isinstance(command, AddAgent | AddNumber) else "remove"


def pair_of(command: Command) -> tuple[str, str]:
    """The board's (extension, queue) that a command is about."""
    who, queue = target(command)
    return member_key(who)[0], queue


def shown(board: Board, command: Command) -> bool:
    """Whether the board shows what `command` wants."""
    extension, queue = pair_of(command)
    agent = board.agents.get(extension)
    member = agent.members.get(queue) if agent is not None else None
    there = member is not None and not member.awaited
    if member is None or not there:
        return kind_of(command) == "remove"
    if isinstance(command, PauseAgent):
        return member.paused and member.reason == command.reason
    if isinstance(command, ResumeAgent):
        return not member.paused
    if isinstance(command, AddAgent) and command.paused:
        return member.paused and member.reason == command.reason
    return kind_of(command) == "add"


def apply_sent(board: Board, item: IntentSent) -> Board:
    """The pair's row shows the action as pending; an addition shows its place already."""
    kind = kind_of(item.command)
    extension, queue = pair_of(item.command)
    agents = _marked(board, extension, queue, Pending.SENT, kind)
    if agents is board.agents and kind == "add" and queue in board.queues:
        agents = _awaited(board, item.command)
    return _noted(board, agents, (extension, queue), Intent(kind=kind, sent=item.at))


def apply_answered(board: Board, item: IntentAnswered) -> Board:
    """The PBX said yes or no, or no answer came."""
    if item.ok is None:
        extension, queue = pair_of(item.command)
        agents = _marked(board, extension, queue, Pending.CHECKING, kind_of(item.command))
        return msgspec.structs.replace(board, agents=agents)
    return _done(board, item.command, item.at) if item.ok else _refused(board, item.command, item.at)


def apply_ended(board: Board, item: IntentEnded) -> Board:
    """The command is over: nothing of it is pending any more."""
    if item.outcome is Outcome.DONE:
        intent = board.memory.intents.get(pair_of(item.command))
        settled = intent is not None and intent.done and intent.kind == kind_of(item.command)
        return board if settled else _done(board, item.command, item.at)
    if item.outcome in {Outcome.REFUSED, Outcome.UNKNOWN}:
        return _refused(board, item.command, item.at)
    if item.outcome is Outcome.CANCELLED:
        return _withdrawn(board, item.command)
    return board


def _noted(board: Board, agents: Mapping[str, Agent], pair: tuple[str, str], intent: Intent) -> Board:
    intents = {**board.memory.intents, pair: intent}
    return msgspec.structs.replace(board, agents=agents, memory=msgspec.structs.replace(board.memory, intents=intents))


def _marked(board: Board, extension: str, queue: str, pending: Pending, kind: str) -> Mapping[str, Agent]:
    agent = board.agents.get(extension)
    member = agent.members.get(queue) if agent is not None else None
    if agent is None or member is None:
        return board.agents
    marked = msgspec.structs.replace(member, pending=pending, intent=kind if pending is not Pending.NONE else "")
    return {**board.agents, extension: _with_member(agent, marked)}


def _awaited(board: Board, command: Command) -> Mapping[str, Agent]:
    extension, queue = pair_of(command)
    agent = board.agents.get(extension) or Agent(extension=extension, external=isinstance(command, AddNumber))
    member = MemberState(queue=queue, membership=Membership.DYNAMIC, pending=Pending.SENT, intent="add")
    return {**board.agents, extension: _with_member(agent, member)}


def _with_member(agent: Agent, member: MemberState) -> Agent:
    return msgspec.structs.replace(agent, members={**agent.members, member.queue: member})


def _without_member(agents: Mapping[str, Agent], extension: str, queue: str) -> Mapping[str, Agent]:
    """The agents without that membership; an agent without any place on the board goes."""
    agent = agents.get(extension)
    if agent is None or queue not in agent.members:
        return agents
    members = {name: member for name, member in agent.members.items() if name != queue}
    if members:
        return {**agents, extension: msgspec.structs.replace(agent, members=members)}
    return {name: one for name, one in agents.items() if name != extension}


def _done(board: Board, command: Command, at: float) -> Board:
    extension, queue = pair_of(command)
    old = board.memory.intents.get((extension, queue))
    intent = Intent(kind=kind_of(command), sent=old.sent if old is not None else at, settled=at, done=True)
    if kind_of(command) == "remove":
        return _noted(board, _without_member(board.agents, extension, queue), (extension, queue), intent)
    agent = board.agents.get(extension)
    member = agent.members.get(queue) if agent is not None else None
    agents = board.agents
    if agent is not None and member is not None:
        agents = {**agents, extension: _with_member(agent, _carried_out(member, command, at))}
    return _noted(board, agents, (extension, queue), intent)


def _carried_out(member: MemberState, command: Command, at: float) -> MemberState:
    """The membership as the PBX now has it."""
    paused, reason = member.paused, member.reason
    if isinstance(command, PauseAgent):
        paused, reason = True, command.reason
    elif isinstance(command, ResumeAgent):
        paused, reason = False, ""
    elif isinstance(command, AddAgent) and member.awaited:
        paused, reason = command.paused, command.reason if command.paused else ""
    changed = member.awaited or (paused, reason) != (member.paused, member.reason)
    return msgspec.structs.replace(
        member,
        paused=paused,
        reason=reason,
        since=at if changed else member.since,
        since_exact=changed or member.since_exact,
        pending=Pending.NONE,
        intent="",
    )


def _refused(board: Board, command: Command, at: float) -> Board:
    extension, queue = pair_of(command)
    kind = kind_of(command)
    old = board.memory.intents.get((extension, queue))
    intent = Intent(kind=kind, sent=old.sent if old is not None else at, settled=at)
    return _noted(board, _marked(board, extension, queue, Pending.REFUSED, kind), (extension, queue), intent)


def _withdrawn(board: Board, command: Command) -> Board:
    extension, queue = pair_of(command)
    agent = board.agents.get(extension)
    member = agent.members.get(queue) if agent is not None else None
    if member is not None and member.awaited:
        agents = _without_member(board.agents, extension, queue)
    else:
        agents = _marked(board, extension, queue, Pending.NONE, "")
    intents = {pair: intent for pair, intent in board.memory.intents.items() if pair != (extension, queue)}
    return msgspec.structs.replace(board, agents=agents, memory=msgspec.structs.replace(board.memory, intents=intents))
