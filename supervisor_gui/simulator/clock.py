"""Simulated time against real time, and the task that keeps the model up with it. It decides nothing that happens."""

import asyncio
from collections.abc import Callable

from supervisor_gui.simulator.model import CallCentre

# At high speed many things happen in one real moment: they are done in one go.
SHORTEST_SLEEP = 0.02
LONGEST_SLEEP = 1.0


class SimulatedClock:
    """Runs `speed` times as fast as `monotonic` and can be moved on.

    Args:
        start: Simulated epoch seconds now.
        monotonic: Real seconds, never set back.
    """

    def __init__(self, start: float, speed: float, monotonic: Callable[[], float]) -> None:
        self._start = start
        self._began = monotonic()
        self._monotonic = monotonic
        self.speed = speed

    def now(self) -> float:
        """Simulated time in epoch seconds."""
        return self._start + (self._monotonic() - self._began) * self.speed

    def advance(self, seconds: float) -> None:
        """Move simulated time on at once."""
        self._start += seconds

    def real_seconds_until(self, when: float) -> float:
        """Real seconds until simulated time is `when`, negative when it has passed."""
        return (when - self.now()) / self.speed


class Engine:
    """Keeps the model at the clock's time; the faces call `catch_up` before they look at it."""

    def __init__(self, centre: CallCentre, clock: SimulatedClock) -> None:
        self.centre = centre
        self.clock = clock
        self._wake = asyncio.Event()

    def catch_up(self) -> float:
        """Let happen what is due.

        Returns:
            Simulated time in epoch seconds.
        """
        self.centre.run_until(self.clock.now())
        return self.centre.now

    def advance(self, seconds: float) -> float:
        """Move simulated time on at once and let everything in between happen."""
        self.clock.advance(seconds)
        self._wake.set()
        return self.catch_up()

    def wake(self) -> None:
        """Look again at what is due next; something was planned from outside."""
        self._wake.set()

    async def run(self) -> None:
        """Keep up with the clock until cancelled."""
        while True:
            self.catch_up()
            due = self.centre.next_at()
            seconds = LONGEST_SLEEP if due is None else self.clock.real_seconds_until(due)
            self._wake.clear()
            try:
                async with asyncio.timeout(min(max(seconds, SHORTEST_SLEEP), LONGEST_SLEEP)):
                    await self._wake.wait()
            except TimeoutError:
                continue
