"""What is going to happen, in order of time. It knows no wall clock: whoever drives it says how far time has come."""

import heapq
from collections.abc import Callable


class Timer:
    """One thing that will happen; a cancelled one is passed over."""

    __slots__ = ("action", "at", "cancelled")

    def __init__(self, at: float, action: Callable[[], None]) -> None:
        self.at = at
        self.action = action
        self.cancelled = False

    def cancel(self) -> None:
        """Keep it from happening; harmless when it has already happened."""
        self.cancelled = True


class Timeline:
    """A heap of timers and the simulated time reached, in epoch seconds."""

    def __init__(self, start: float) -> None:
        self.now = start
        self._heap: list[tuple[float, int, Timer]] = []
        self._count = 0

    def after(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Let `action` happen `seconds` from now."""
        timer = Timer(self.now + max(seconds, 0.0), action)
        self._count += 1
        # The running number keeps two timers of one moment in the order they were made, so a seed repeats exactly.
        heapq.heappush(self._heap, (timer.at, self._count, timer))
        return timer

    def next_at(self) -> float | None:
        """When the next thing happens; None when nothing is planned."""
        while self._heap and self._heap[0][2].cancelled:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def run_until(self, when: float) -> int:
        """Let everything up to and including `when` happen; time never goes back.

        Returns:
            How many things happened.
        """
        done = 0
        while (due := self.next_at()) is not None and due <= when:
            _, _, timer = heapq.heappop(self._heap)
            self.now = max(self.now, due)
            timer.cancelled = True
            timer.action()
            done += 1
        self.now = max(self.now, when)
        return done
