"""Agents' states within one day: stretches cut to it, and totals of them. Naming and drawing them is not here."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from supervisor_gui.history.masking import masked
from supervisor_gui.live.ports import StateInterval
from supervisor_gui.reports.figures import StateTotal
from supervisor_gui.reports.periods import bounds

AgentRow = tuple[str, tuple[StateInterval, ...]]
"""An extension and its stretches in order: none touches the one before it, each ends within the day."""

_ORDER: Mapping[str, int] = {
    name: place for place, name in enumerate(("talking", "ringing", "idle", "paused", "other", "offline"))
}


def agent_rows(intervals: Iterable[StateInterval], day: date, now: float, extension: str = "") -> tuple[AgentRow, ...]:
    """The agents with something seen on `day`, by extension, each with its stretches cut to the day.

    An agent is in one state at a time: a stretch ends at the latest where the next one begins. What still lasts ends
    now. A stretch that was there when the day began is exact however little was seen of its beginning.

    Args:
        intervals: States in any order, of any days.
        day: A Turkish day.
        now: Epoch seconds; nothing is later.
        extension: This agent's alone; everybody's when empty.
    """
    begin, end = bounds(day)
    wanted = masked(extension)
    by_extension: dict[str, list[StateInterval]] = {}
    for one in intervals:
        if not wanted or one.extension == wanted:
            by_extension.setdefault(one.extension, []).append(one)
    rows = ((name, _cut(by_extension[name], begin, min(end, now))) for name in sorted(by_extension, key=_natural))
    return tuple((name, stretches) for name, stretches in rows if stretches)


def state_totals(rows: Iterable[AgentRow]) -> tuple[StateTotal, ...]:
    """How long each agent was in each state, breaks by reason; agents as the rows are, of breaks the longest first."""
    totals: list[StateTotal] = []
    for extension, stretches in rows:
        found: dict[tuple[str, str], list[StateInterval]] = {}
        for one in stretches:
            found.setdefault((one.state, one.reason if one.state == "paused" else ""), []).append(one)
        mine = [_total(extension, state, reason, these) for (state, reason), these in found.items()]
        totals += sorted(mine, key=lambda one: (_ORDER.get(one.state, len(_ORDER)), -one.seconds, one.reason))
    return tuple(totals)


def _total(extension: str, state: str, reason: str, stretches: Iterable[StateInterval]) -> StateTotal:
    these = tuple(stretches)
    return StateTotal(
        extension=extension,
        state=state,
        reason=reason,
        seconds=sum(one.ended - one.began for one in these if one.ended is not None),
        times=len(these),
        exact=all(one.exact for one in these),
    )


def _cut(intervals: Iterable[StateInterval], begin: float, end: float) -> tuple[StateInterval, ...]:
    """One agent's stretches between two moments."""
    order = sorted(intervals, key=lambda one: one.began)
    nexts = [one.began for one in order[1:]] + [end]
    found = []
    for one, following in zip(order, nexts, strict=True):
        began = max(one.began, begin)
        ended = min(end, following, end if one.ended is None else one.ended)
        if ended > began:
            exact = one.exact or one.began <= begin
            found.append(msgspec.structs.replace(one, began=began, ended=ended, exact=exact))
    return tuple(found)


def _natural(extension: str) -> tuple[int, str]:
    """101 before 1001."""
    return len(extension), extension
