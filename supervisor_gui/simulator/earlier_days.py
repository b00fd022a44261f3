"""Days before a centre came to life, made newest first while it runs. Each is a centre of its own that nobody sees."""

import random
from collections.abc import Iterator

from msgspec import structs

from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.model import CallCentre, uncollected
from supervisor_gui.simulator.wire_dates import DAY, day_of, midnight
from supervisor_gui.simulator.world import Call

SHARE = 0.5
"""Load of a day gone by against that of the running one: weeks of it have to be made and kept in memory."""

_WEEK = (1.0, 0.95, 0.9, 0.95, 1.05, 0.55, 0.3)
"""How busy a weekday is, from Monday on."""

_LEAD = 900.0
"""Seconds that a centre runs before its day, so that the day does not begin with empty queues."""

_AFTER = 3600.0
"""Seconds in which calls that began before the day's end may end."""


def earlier_days(plan: Plan, before: float, days: int) -> Iterator[tuple[float, list[Call]]]:
    """(beginning, calls) of the day under way up to `before`, then of whole Turkish days before it, newest first.

    Args:
        plan: The running centre's.
        before: When it came to life, in epoch seconds.
        days: How many whole days.
    """
    today = midnight(before)
    for back in range(days + 1):
        start = today - back * DAY
        yield start, _calls_of(plan, start, min(before, start + DAY))


def _calls_of(plan: Plan, start: float, end: float) -> list[Call]:
    day = day_of(start)
    chance = random.Random(f"{plan.seed} {day}")
    load = plan.busy_load * SHARE * _WEEK[day.weekday()] * chance.uniform(0.9, 1.1)
    centre = CallCentre(structs.replace(plan, seed=chance.randrange(10**6), load=load), start - _LEAD)
    with uncollected():
        centre.run_until(end + _AFTER)
    calls = [call for call in centre.ledger.arrived_between(start, end) if call.ended is not None]
    for call in calls:
        call.step = call.patience = None
    return calls
