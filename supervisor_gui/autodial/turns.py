"""Whose turn it is to ask the auto-dial service without having been told to by the user just now.

Requests that nobody waits for keep an even distance, so that the budget is never used up in one go: a user's order and
above all a stop find a place within the time of one request (docs/protocol.md, Auto-dial lists).
"""

import asyncio
import enum
from collections import deque
from collections.abc import Callable

UPLOADS_A_LOOK = 4
"""While numbers are sent, one request in five looks at the list on screen."""


class Turn(enum.Enum):
    """What a request is for."""

    LOOK = "look"
    UPLOAD = "upload"


class Turns:
    """Gives turns one after the other. Lives on one event loop."""

    def __init__(self, seconds_each: Callable[[], float], monotonic: Callable[[], float]) -> None:
        """Args.

        seconds_each: Real seconds from one turn to the next at today's rate.
        monotonic: Seconds that only grow.
        """
        self._seconds_each = seconds_each
        self._monotonic = monotonic
        self._waiting: dict[Turn, deque[asyncio.Future[None]]] = {turn: deque() for turn in Turn}
        self._timer: asyncio.TimerHandle | None = None
        self._next = 0.0
        self._uploads = 0
        self._closed = False

    async def take(self, turn: Turn) -> None:
        """Wait for a turn."""
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[turn].append(place)
        self._arm()
        try:
            await place
        finally:
            if place in self._waiting[turn]:
                self._waiting[turn].remove(place)

    def close(self) -> None:
        """Give no turn any more."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _arm(self) -> None:
        if self._timer is None and not self._closed and any(self._waiting.values()):
            wait = max(0.0, self._next - self._monotonic())
            self._timer = asyncio.get_running_loop().call_later(wait, self._give)

    def _give(self) -> None:
        self._timer = None
        turn = self._whose()
        place = self._waiting[turn].popleft() if self._waiting[turn] else None
        if place is not None and not place.done():
            self._uploads = self._uploads + 1 if turn is Turn.UPLOAD else 0
            self._next = self._monotonic() + self._seconds_each()
            place.set_result(None)
        self._arm()

    def _whose(self) -> Turn:
        look, upload = (bool(self._waiting[turn]) for turn in (Turn.LOOK, Turn.UPLOAD))
        if look and (not upload or self._uploads >= UPLOADS_A_LOOK):
            return Turn.LOOK
        return Turn.UPLOAD
