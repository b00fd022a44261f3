"""Which days the lanes of a backfill care for, by the clock. What of them is missing is `planner`'s."""

from collections.abc import Callable
from datetime import date, timedelta

from supervisor_gui.clock import Clock, pbx_day
from supervisor_gui.history.backfill_lane import Span
from supervisor_gui.history.planner import last_settled

MINUTE = 60.0
"""Seconds in which days that run cost one request at most."""


class Horizon:
    """The oldest day that is worth asking for: what came of older ones could not be kept."""

    def __init__(self, clock: Clock, kept_days: Callable[[], int] | None) -> None:
        """Args.

        clock: Time.
        kept_days: Tells how many days before today answers are kept; None when they stay.
        """
        self._clock = clock
        self._kept_days = kept_days

    def within(self, start: date, end: date) -> Span | None:
        """The days from `start` to `end` without those that are too old; None when all are."""
        if self._kept_days is not None:
            start = max(start, pbx_day(self._clock.wall()) - timedelta(days=self._kept_days()))
        return (start, end) if start <= end else None


class Reach:
    """The days that are over and to be filled in the background.

    Attributes:
        days: How many.
        cancelled: Whether the user has given them up.
    """

    def __init__(self, clock: Clock, horizon: Horizon) -> None:
        self._clock = clock
        self._horizon = horizon
        self.days = 0
        self.cancelled = False

    def span(self) -> Span | None:
        """The days, None for none."""
        if self.cancelled or self.days < 1:
            return None
        end = last_settled(self._clock.wall())
        return self._horizon.within(end - timedelta(days=self.days - 1), end)


class Following:
    """The days that still change, and the one that has just settled, each time that they are due."""

    def __init__(self, clock: Clock, requests_each: Callable[[], int]) -> None:
        """Nothing is due before `set_every`.

        Args:
            clock: Time.
            requests_each: Tells how many requests one such day takes.
        """
        self._clock = clock
        self._requests_each = requests_each
        self._as_of: float | None = None
        self.every = 0.0

    def set_every(self, seconds: float) -> None:
        """Have answers be no older than `seconds`; 0 for any age."""
        self.every = max(0.0, seconds)
        if self.every == 0:
            self._as_of = None

    @property
    def refresh(self) -> float:
        """Seconds after which an answer is old: all of these days together cost at most one request a minute."""
        running = (pbx_day(self._clock.wall()) - last_settled(self._clock.wall())).days
        return max(self.every, MINUTE * running * self._requests_each())

    @property
    def seconds_left(self) -> float:
        """Until the days are due; 0 when they are, or when nobody follows them."""
        if self._as_of is None:
            return 0.0
        age = self._clock.wall() - self._as_of
        # A clock that was put back makes what is kept as old as can be.
        return max(0.0, self.refresh - age) if age >= 0 else 0.0

    def span(self) -> Span | None:
        """The days when they are due; None otherwise."""
        if self.every == 0 or self.seconds_left > 0:
            return None
        return last_settled(self._clock.wall()), pbx_day(self._clock.wall())

    def asked(self, oldest: float | None) -> None:
        """Nothing is left to ask for now.

        Args:
            oldest: Epoch seconds of the oldest answer about a day that can still change, None when none is kept.
        """
        now = self._clock.wall()
        # What stays old though it was due is given up and has no say.
        recent = oldest is not None and 0 <= now - oldest < self.refresh
        self._as_of = oldest if recent else now
