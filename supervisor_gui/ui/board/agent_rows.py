"""An agent as the record that its row is painted, sorted and searched from. No Qt objects, no colours."""

import msgspec

from supervisor_gui.live.alerts import Level
from supervisor_gui.live.board import Agent, MemberState, Pending
from supervisor_gui.live.order import agent_group
from supervisor_gui.live.states import AgentState, state_of
from supervisor_gui.netsantral.types import Membership
from supervisor_gui.text import clean, fold
from supervisor_gui.ui.board.context import Collation, Context, SortName, todays_words
from supervisor_gui.ui.format import AT_LEAST, NONE
from supervisor_gui.ui.widgets.chips import Chip
from supervisor_gui.ui.widgets.marks import Mark

LEGEND = (Mark.IDLE, Mark.RINGING, Mark.TALKING, Mark.PAUSED, Mark.OFFLINE, Mark.OTHER)
MARKS = tuple((state, Mark(state.value)) for state in AgentState)

_ON_CALL = frozenset({Mark.TALKING, Mark.RINGING})

KEPT = 20_000
"""Chips remembered at most; they are few unless reasons are free text."""

SIGNS = {Pending.NONE: "", Pending.SENT: "…", Pending.CHECKING: "?", Pending.REFUSED: "×"}


class AgentRow(msgspec.Struct, frozen=True):
    """One extension's row.

    Attributes:
        key: The extension, as commands want it.
        order: Its place in the default order.
        mark, tone, words: The state as shape, colour name and words, the break's reason included.
        name, beside: What stands strong and what stands muted behind it.
        label: Name and extension in one, for questions and screen readers.
        place: The place of the name in the language's order.
        since, exact: When the state began, and whether that was seen.
        warn, limit: Seconds after which a break is near and past its limit; 0 for none.
        over: Whether the limit was past when the row was made.
        chips: One a queue.
        queues: Names of its queues.
        today: Calls today as shown; `calls` as a number, -1 for unknown.
        customer: The other party as this seat may see it.
        search: Folded text that the filter looks into.
        external: Whether it is an outside number.
    """

    key: str
    order: tuple[int, float, str]
    mark: Mark
    tone: str
    words: str
    name: str
    beside: str
    label: str
    place: SortName
    since: float
    exact: bool
    warn: float
    limit: float
    over: bool
    chips: tuple[Chip, ...]
    queues: frozenset[str]
    today: str
    calls: int
    customer: str
    search: str
    external: bool = False
    name_mark: Mark | None = None

    def overrun(self, now: float) -> int:
        """Whole minutes past the break's limit, -1 while it is not past."""
        late = now - self.since - self.limit
        return int(late // 60) if self.limit and self.since and late >= 0 else -1


def _mark(agent: Agent) -> Mark:
    state = state_of(agent)
    return next(mark for known, mark in MARKS if known is state)


class AgentRowMaker:
    """Makes rows in one context and one language; repeated parts are made once."""

    def __init__(self, context: Context, collation: Collation) -> None:
        self._context = context
        self._collation = collation
        self._words = todays_words()
        self._folded: dict[str, str] = {}
        self._chips: dict[object, Chip] = {}
        self._orders: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._named: dict[str, tuple[str, str, str, str]] = {}

    def make(self, agent: Agent, now: float) -> AgentRow:
        """The row of `agent`."""
        name, beside, label, folded = self._names_of(agent)
        mark = _mark(agent)
        since, exact = agent.pause_began if mark is Mark.PAUSED else (agent.since, agent.since_exact)
        warn, limit = self._limits(agent) if mark is Mark.PAUSED else (0.0, 0.0)
        over = bool(limit and since) and now - since >= limit
        words = self._state(agent, mark)
        calls = -1 if agent.calls_today is None else agent.calls_today
        return AgentRow(
            key=agent.extension,
            order=(agent_group(agent, Level.RED if over else Level.OK), since, agent.extension),
            mark=mark,
            tone=mark.value,
            words=words,
            name=name,
            beside=beside,
            label=label,
            place=self._collation.key(name),
            since=since,
            exact=exact,
            warn=warn,
            limit=limit,
            over=over,
            chips=self._chips_of(agent),
            queues=frozenset(agent.members),
            today=f"{AT_LEAST}{calls}" if calls >= 0 else NONE,
            calls=calls,
            customer=clean(self._context.policy.number(agent.customer), 40) if agent.customer else "",
            search=f"{folded}\n{self._fold(words)}",
            external=agent.external,
        )

    def _names_of(self, agent: Agent) -> tuple[str, str, str, str]:
        """Strong text, muted text, both in one, and the folded form of all."""
        known = self._named.get(agent.extension)
        if known is None:
            extension = clean(agent.extension, 40)
            name = self._context.names(agent.extension)
            if name and name != agent.extension:
                name = clean(name, 80)
                known = (name, extension, f"{name} {extension}", fold(f"{name} {extension}"))
            else:
                known = (extension, "", extension, fold(extension))
            self._named[agent.extension] = known
        return known

    def _limits(self, agent: Agent) -> tuple[float, float]:
        rule = self._context.limits.of_reason(agent.reason)
        return rule.warn_minutes * 60.0, rule.limit_minutes * 60.0

    def _state(self, agent: Agent, mark: Mark) -> str:
        word = self._words.states[mark]
        if mark is Mark.PAUSED:
            reason = agent.reason
            return f"{word} · {clean(reason, 80)}" if reason else word
        if mark is Mark.OTHER and agent.status_word:
            return clean(agent.status_word, 40)
        if mark in _ON_CALL and agent.paused_everywhere:
            return self._words.talking_then_break if mark is Mark.TALKING else self._words.ringing_then_break
        return word

    def _fold(self, words: str) -> str:
        known = self._folded.get(words)
        if known is None:
            if len(self._folded) > KEPT:
                self._folded.clear()
            known = self._folded[words] = fold(words)
        return known

    def _chips_of(self, agent: Agent) -> tuple[Chip, ...]:
        members = agent.members
        names = tuple(members)
        order = self._orders.get(names)
        if order is None:
            order = self._orders[names] = tuple(sorted(names, key=self._collation.key))
        return tuple([self._chip(members[queue]) for queue in order])

    def _chip(self, member: MemberState) -> Chip:
        key = (member.queue, member.paused, member.reason, member.pending, member.intent, member.membership)
        chip = self._chips.get(key)
        if chip is None:
            if len(self._chips) > KEPT:
                self._chips.clear()
            label = clean(member.queue, 40)
            words = self._chip_words(member, label)
            chip = self._chips[key] = Chip(member.queue, label, member.paused, SIGNS[member.pending], words)
        return chip

    def _chip_words(self, member: MemberState, label: str) -> str:
        """All that a chip says: queue, break and reason, fixed or not, and what is under way."""
        words = self._words
        parts = []
        if member.paused:
            parts.append(f"{words.on_break} · {clean(member.reason, 60)}" if member.reason else words.on_break)
        if member.pending is Pending.SENT:
            asked = {"pause": words.pausing, "resume": words.resuming, "add": words.adding, "remove": words.removing}
            parts.append(asked.get(member.intent, ""))
        elif member.pending is Pending.CHECKING:
            parts.append(words.checking)
        elif member.pending is Pending.REFUSED:
            parts.append(words.refused)
        if member.membership is Membership.STATIC:
            parts.append(words.fixed)
        said = ", ".join(part for part in parts if part)
        return f"{label} ({said})" if said else label
