"""How an ordered call came out, and how called parties react. It moves no call."""

import random
from collections.abc import Callable
from enum import StrEnum

from supervisor_gui.simulator.world import Call


class Outcome(StrEnum):
    """What became of an ordered call, in the PBX's words (docs/protocol.md)."""

    SUCCESS = "Successfully"
    NO_ANSWER = "No Answer"
    BUSY = "Busy"
    REJECTED = "Get Busy"
    NO_REGISTRATION = "No registration"
    UNKNOWN = "Unknown reason"
    FAILED = "Unsuccessful"


Done = Callable[[Call, Outcome], None]


def reaction(rng: random.Random, ring: float, *, inside: bool) -> tuple[Outcome, float]:
    """How a party that rings reacts, and after how many seconds.

    Args:
        ring: Seconds after which the PBX gives up.
    """
    luck = rng.random()
    if inside:
        outcome = Outcome.SUCCESS if luck < 0.9 else Outcome.REJECTED if luck < 0.94 else Outcome.NO_ANSWER
        seconds = rng.uniform(2, 11)
    elif luck < 0.78:
        outcome, seconds = Outcome.SUCCESS, rng.uniform(5, 15)
    elif luck < 0.9:
        outcome, seconds = Outcome.NO_ANSWER, ring
    else:
        outcome, seconds = (Outcome.BUSY if luck < 0.95 else Outcome.REJECTED), rng.uniform(2, 8)
    if outcome is Outcome.NO_ANSWER or seconds >= ring:
        return Outcome.NO_ANSWER, ring
    return outcome, seconds
