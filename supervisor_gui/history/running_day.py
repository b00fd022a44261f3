"""From which hour on the call records of a day that still changes are asked for: pure. Asking is `backfill_asking`'s.

A record comes when its call ends and tells of its beginning, so that an answer about the last hours alone would miss
a call that ran for longer. Such days are therefore asked for as a whole now and then, in between from some hours back.
"""

from datetime import date

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.history.day_values import StoredRecords
from supervisor_gui.history.planner import is_final

HOUR = 3600.0

OVERLAP = 2 * HOUR
"""Seconds before the last question from which on is asked again at least."""

WHOLE_EVERY = 1800.0
"""Seconds after which a day that still changes is asked for as a whole again."""


class WholeDays:
    """When days that still change were last asked for as a whole by this program."""

    def __init__(self) -> None:
        self._asked_at: dict[date, float] = {}

    def asked(self, day: date, at: float) -> None:
        """All of the day came, asked for at `at` (epoch seconds)."""
        self._asked_at = {other: then for other, then in self._asked_at.items() if not is_final(other, at)}
        self._asked_at[day] = at

    def since(self, day: date, kept: StoredRecords | None, now: float) -> float:
        """Epoch seconds of the Turkish hour from which on to ask about `day` at `now`; 0 for all of it.

        Args:
            day: The day.
            kept: What is kept of it. Others may have asked last: whoever did began before what was kept then.
            now: Epoch seconds.
        """
        whole_at = self._asked_at.get(day)
        if kept is None or whole_at is None or is_final(day, now):
            return 0.0
        if not (whole_at <= kept.asked_at <= now < whole_at + WHOLE_EVERY):
            return 0.0
        hour = (kept.asked_at - OVERLAP) // HOUR * HOUR
        return hour if hour > pbx_midnight_of(day) else 0.0
