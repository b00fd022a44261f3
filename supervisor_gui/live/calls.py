"""Calls as events name them: one key per call, one form per number, and a bound on how many are remembered."""

from collections.abc import Mapping

from supervisor_gui.live.memory import CallTrace
from supervisor_gui.live.numbers import national
from supervisor_gui.netsantral.types import Event

MOST = 2000
"""Calls remembered at once; the oldest go first."""

OLDEST = 4 * 3600.0
"""Seconds after its last event for which a call is remembered."""


def call_key(call: str) -> str:
    """A call's id without the leg prefix: one event carries `sip3-`, the next one of the same call may not."""
    head, dash, rest = call.partition("-")
    return rest if dash and head.lower().startswith("sip") else call


def number_of(event: Event) -> str:
    """The outside party in national form; empty when the event names none or only a word."""
    number = national(event.customer)
    return number if any(char.isdigit() for char in number) else ""


def pruned(calls: Mapping[str, CallTrace], at: float) -> Mapping[str, CallTrace]:
    """The calls worth remembering at epoch seconds `at`."""
    if len(calls) <= MOST:
        return calls
    young = {key: trace for key, trace in calls.items() if abs(at - trace.at) < OLDEST and not trace.ended}
    kept = young if len(young) < len(calls) else calls
    excess = len(kept) - MOST // 2
    if excess <= 0:
        return kept
    by_age = sorted(kept.items(), key=lambda entry: entry[1].at)
    return dict(by_age[excess:])
