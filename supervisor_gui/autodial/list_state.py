"""Whether a list calls, and how near the end is that its stop rule sets. Pure; nothing is asked."""

from collections.abc import Mapping
from datetime import datetime

from supervisor_gui.autodial.values import ListFigures, ListState, ShownList
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.netsantral.types_autodial import AutodialList, StopRule

NEAR = 0.9
"""From this share of its stop rule on a list is about to stop by itself."""

RUNNING, STOPPED = "1", "2"
"""The PBX's words for them: those of the order; only "0" of a new list is documented (docs/protocol.md)."""

_STATES: Mapping[str, ListState] = {"0": ListState.NEW, RUNNING: ListState.RUNNING, STOPPED: ListState.STOPPED}
_OF_ALL = frozenset({StopRule.REACHED_PERCENT, StopRule.FAILED_PERCENT, StopRule.TOTAL_PERCENT})


def state_of(told: AutodialList) -> ListState:
    """What the PBX's word for a list's state means."""
    return _STATES.get(told.status.strip(), ListState.OTHER)


def calls_now(told: AutodialList, now: float) -> bool | None:
    """Whether `now`, in epoch seconds, lies within the list's days and hours; None when they are not told."""
    first, last, opens, closes = told.first_day, told.last_day, told.from_time, told.until_time
    if first is None or last is None or opens is None or closes is None:
        return None
    moment = datetime.fromtimestamp(now, PBX_ZONE)
    return first <= moment.date() <= last and opens <= moment.time() < closes


def stop_share(shown: ShownList) -> float | None:
    """How much of its stop rule a list has used up, 1 and more when it is met; None without a rule or figures."""
    kept, figures = shown.kept, shown.figures
    if kept is None or figures is None or kept.stop_rule is StopRule.NONE or kept.stop_limit <= 0:
        return None
    calls = _counted(kept.stop_rule, figures)
    if kept.stop_rule not in _OF_ALL:
        return calls / kept.stop_limit
    return calls * 100 / figures.total / kept.stop_limit if figures.total else 0.0


def _counted(rule: StopRule, figures: ListFigures) -> int:
    if rule in {StopRule.REACHED_COUNT, StopRule.REACHED_PERCENT}:
        return figures.reached
    if rule in {StopRule.FAILED_COUNT, StopRule.FAILED_PERCENT}:
        return figures.failed
    return figures.done
