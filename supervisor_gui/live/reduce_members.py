"""Agents and their memberships out of a status answer, sharing what did not change. Callers are elsewhere."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from supervisor_gui.live.board import Agent, Board, MemberState, Pending
from supervisor_gui.live.judging import Sight, overtaken
from supervisor_gui.live.memory import Intent
from supervisor_gui.live.news import news, remembered
from supervisor_gui.live.numbers import MEMBER_DIGITS, member_key
from supervisor_gui.netsantral.types import AgentRow, AgentStatus, QueueRow

REFUSED_SHOWN = 20.0
"""Seconds for which a refusal stays on its row before a status answer clears it."""

LOST = 600.0
"""Seconds after which an action whose end was never told no longer counts as pending."""

_TELLING = {
    AgentStatus.TALKING: 4,
    AgentStatus.RINGING: 3,
    AgentStatus.OTHER: 2,
    AgentStatus.IDLE: 1,
    AgentStatus.OFFLINE: 0,
}
_ON_THE_PHONE = frozenset({AgentStatus.TALKING, AgentStatus.RINGING})


class Turns:
    """How a queue's phones changed between two answers, for judging calls."""

    __slots__ = ("more_talking", "turned")

    def __init__(self) -> None:
        self.turned = 0
        self.more_talking = 0


class Merge:
    """One status answer being worked into the agents of a board.

    Attributes:
        turns: How each queue's phones changed, told by `agents`.
        more_talking: How many more agents talk than before, each once.
        last: What to compare the next answer with.
    """

    def __init__(
        self, board: Board, rows: Mapping[str, QueueRow], sights: Mapping[str, Sight], gone: AbstractSet[str]
    ) -> None:
        self._board = board
        self._rows = rows
        self._sights = sights
        self._gone = gone
        self._found: dict[str, dict[str, AgentRow]] = {name: _by_extension(row) for name, row in rows.items()}
        self.turns = {name: Turns() for name in rows}
        self.more_talking = 0
        self.last = board.memory.last

    def agents(self) -> Mapping[str, Agent]:
        """The agents after the answer; the same mapping when nobody changed."""
        before = self._board.agents
        told = news(self._board, self._found, self._sights, self._gone)
        rows_of: dict[str, dict[str, AgentRow]] = {}
        for name, rows in self._found.items():
            for extension in rows.keys() & told:
                rows_of.setdefault(extension, {})[name] = rows[extension]
        merged = dict(before)
        changed = False
        for extension in sorted(told):
            old = merged.get(extension)
            rows = rows_of.get(extension, {})
            agent = self._known(old, rows) if old is not None else self._new(extension, rows) if rows else None
            changed = changed or agent is not old
            if agent is None:
                merged.pop(extension, None)
            else:
                merged[extension] = agent
        agents = merged if changed else before
        self.last = remembered(self._board.memory.last, agents, self._found, self._gone, told)
        return agents

    def _new(self, extension: str, rows: Mapping[str, AgentRow]) -> Agent | None:
        members = self._members(extension, {}, rows)
        if not members:
            return None
        told = _most_telling(rows.values())
        at = max(self._sights[name].at for name in rows)
        _, external = member_key(extension)
        return Agent(
            extension=extension,
            status=told.status,
            status_word=told.status_word,
            since=at,
            members=members,
            external=external,
            calls_today=0 if self._board.events_at else None,
        )

    def _known(self, old: Agent, rows: Mapping[str, AgentRow]) -> Agent | None:
        members = self._members(old.extension, old.members, rows)
        if not members:
            return None
        if len(members) == len(old.members) and all(old.members.get(name) is one for name, one in members.items()):
            members = old.members
        agent = old if members is old.members else msgspec.structs.replace(old, members=members)
        return self._phone(agent, rows) if rows else agent

    def _members(
        self, extension: str, old: Mapping[str, MemberState], rows: Mapping[str, AgentRow]
    ) -> Mapping[str, MemberState]:
        intents = self._board.memory.intents
        members: dict[str, MemberState] = {}
        for name, member in old.items():
            if name in rows or name in self._gone:
                continue
            row = self._rows.get(name)
            if row is None or _stays_unseen(member, intents.get((extension, name)), self._sights[name], row):
                members[name] = member
        for name, told in rows.items():
            merged = _member(old.get(name), told, name, self._sights[name], intents.get((extension, name)))
            if merged is not None:
                members[name] = merged
        return members

    def _phone(self, agent: Agent, rows: Mapping[str, AgentRow]) -> Agent:
        told = _most_telling(rows.values())
        sights = [self._sights[name] for name in rows]
        newest = max(sights, key=lambda sight: sight.at)
        if told.status is agent.status and told.status_word == agent.status_word:
            if all(sight.forget for sight in sights):
                return msgspec.structs.replace(agent, since=newest.at, since_exact=False)
            if agent.since_exact and all(sight.blind for sight in sights):
                return msgspec.structs.replace(agent, since_exact=False)
            return agent
        if overtaken(newest.asked, agent.since):
            return agent
        self._count(agent, told.status, rows)
        exact = not all(sight.blind for sight in sights)
        return phone_changed(agent, told.status, newest.at, word=told.status_word, exact=exact)

    def _count(self, agent: Agent, status: AgentStatus, rows: Iterable[str]) -> None:
        was, now = agent.status, status
        self.more_talking += (now is AgentStatus.TALKING) - (was is AgentStatus.TALKING)
        for name in rows:
            turns = self.turns[name]
            turns.turned += was not in _ON_THE_PHONE and now in _ON_THE_PHONE
            turns.more_talking += (now is AgentStatus.TALKING) - (was is AgentStatus.TALKING)


def _by_extension(row: QueueRow) -> dict[str, AgentRow]:
    return {
        told.extension if len(told.extension) < MEMBER_DIGITS else member_key(told.extension)[0]: told
        for told in row.agents
        if told.extension
    }


def phone_changed(agent: Agent, status: AgentStatus, at: float, *, word: str = "", exact: bool = True) -> Agent:
    """`agent` with another phone state since `at`.

    A break that was asked for during a talk begins when the talk ends: time in state belongs to the state
    (docs/metrics.md, Time in state).
    """
    members = agent.members
    if agent.status is AgentStatus.TALKING:
        members = {
            name: msgspec.structs.replace(member, since=at, since_exact=exact)
            if member.paused and member.since >= agent.since > 0.0
            else member
            for name, member in members.items()
        }
    return msgspec.structs.replace(
        agent,
        status=status,
        status_word=word,
        since=at,
        since_exact=exact,
        members=members,
        customer=agent.customer if status in _ON_THE_PHONE else "",
    )


def _most_telling(rows: Iterable[AgentRow]) -> AgentRow:
    return max(rows, key=lambda row: _TELLING[row.status])


def _stays_unseen(member: MemberState, intent: Intent | None, sight: Sight, row: QueueRow) -> bool:
    """Whether a member that the answer does not list stays: it was just added, or the answer lost rows."""
    if row.damaged:
        return True
    if member.awaited:
        return _still_pending(member, intent, sight)
    return intent is not None and intent.done and intent.kind == "add" and overtaken(sight.asked, intent.settled)


def _member(
    old: MemberState | None, told: AgentRow, queue: str, sight: Sight, intent: Intent | None
) -> MemberState | None:
    if intent is not None and intent.done and overtaken(sight.asked, intent.settled):
        return None if intent.kind == "remove" else old
    reason = told.reason if told.paused else ""
    if old is None or old.awaited:
        fresh = MemberState(
            queue=queue,
            membership=told.membership,
            paused=told.paused,
            reason=reason,
            since=sight.at,
            since_exact=not sight.blind,
        )
        return fresh if old is None else _with_pending(fresh, old, intent, sight)
    member = _with_pending(old, old, intent, sight)
    if (old.paused, old.reason) != (told.paused, reason):
        member = msgspec.structs.replace(
            member, paused=told.paused, reason=reason, since=sight.at, since_exact=not sight.blind
        )
    elif sight.forget:
        member = msgspec.structs.replace(member, since=sight.at, since_exact=False)
    elif sight.blind and old.since_exact:
        member = msgspec.structs.replace(member, since_exact=False)
    if old.membership is not told.membership:
        member = msgspec.structs.replace(member, membership=told.membership)
    return member


def _with_pending(member: MemberState, old: MemberState, intent: Intent | None, sight: Sight) -> MemberState:
    if old.pending is Pending.NONE:
        return member
    if _still_pending(old, intent, sight):
        return msgspec.structs.replace(member, pending=old.pending, intent=old.intent)
    return msgspec.structs.replace(member, pending=Pending.NONE, intent="")


def _still_pending(member: MemberState, intent: Intent | None, sight: Sight) -> bool:
    if intent is None:
        return False
    if member.pending is Pending.REFUSED:
        return sight.asked < intent.settled + REFUSED_SHOWN
    return abs(sight.at - intent.sent) < LOST
