"""Boards made by hand for tests of the board page: a few lines say what each agent, queue and caller is."""

from collections.abc import Iterable

from supervisor_gui.live.alerts import Alarm, Alarms, Level
from supervisor_gui.live.board import Agent, Board, Caller, Changes, Counters, Diff, MemberState, Queue, ServiceCount
from supervisor_gui.live.diff import diff
from supervisor_gui.netsantral.types import AgentStatus, Membership
from supervisor_gui.ui.bridge import BoardUpdate

NOW = 1_800_000_000.0
NAMES = {"101": "Şule Öz", "102": "Ümit Çelik", "103": "Irmak Işık", "104": "İpek Demir", "105": "Zeynep Acar"}


def name_of(extension: str) -> str:
    """A name for some extensions, nothing for the others."""
    return NAMES.get(extension, "")


def agent(
    extension: str,
    status: AgentStatus = AgentStatus.IDLE,
    queues: Iterable[str] = ("Destek",),
    *,
    paused: Iterable[str] = (),
    reason: str = "",
    since: float = NOW - 60,
    exact: bool = True,
    membership: Membership = Membership.DYNAMIC,
    calls: int | None = None,
) -> Agent:
    """One agent; `paused` names the queues in which it is on break."""
    on_break = set(paused)
    members = {
        queue: MemberState(
            queue,
            membership,
            paused=queue in on_break,
            reason=reason if queue in on_break else "",
            since=since,
            since_exact=exact,
        )
        for queue in queues
    }
    return Agent(extension, status, since=since, since_exact=exact, members=members, calls_today=calls)


def queue(name: str, waiting: int = 0, **more: object) -> Queue:
    """One queue with some calls behind it."""
    fields: dict[str, object] = {
        "counters": Counters(completed=90, abandoned=4, since=NOW - 3600),
        "service": ServiceCount(in_time=70, late=10, unsure=10, abandoned=4),
        "seen": NOW - 5,
        "hold_time": 12,
        "talk_time": 95,
    }
    return Queue(name, f"{name}-8501110000", waiting, **(fields | more))  # type: ignore[arg-type]


def board(agents: Iterable[Agent] = (), queues: Iterable[Queue] = (), callers: Iterable[Caller] = ()) -> Board:
    """A board of these; queues that agents are in are added."""
    known = {one.name: one for one in queues}
    people = {one.extension: one for one in agents}
    for person in people.values():
        for name in person.members:
            known.setdefault(name, queue(name))
    return Board(known, people, {(one.queue, one.number): one for one in callers}, NOW - 5)


def update(new: Board, old: Board | None = None, alarms: Alarms | None = None) -> BoardUpdate:
    """What the bridge would send after `old`."""
    return BoardUpdate(board=new, diff=diff(old or Board(), new), alarms=alarms or Alarms())


def red(kind: str, target: str) -> Alarms:
    """One broken limit."""
    return Alarms(levels={(kind, target): Alarm(kind, target, Level.RED, NOW)})


def changed(**keys: Iterable[object]) -> Diff:
    """A diff that names changed keys only."""
    return Diff(**{name: Changes(changed=frozenset(found)) for name, found in keys.items()})
