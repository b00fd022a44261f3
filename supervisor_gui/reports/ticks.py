"""How long work tells how far it is, and how it is stopped. It measures nothing itself."""

from collections.abc import Callable

Tick = Callable[[float], None]
"""Is told the share done (0.0–1.0, never falling) on the working thread; may raise `Cancelled` to stop the work."""


class Cancelled(Exception):
    """The user gave the work up; whoever raised it knows, so nobody is told."""


def no_tick(_: float) -> None:
    """A `Tick` for work that nobody watches."""
