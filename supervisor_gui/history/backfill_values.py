"""How filling the history is going, as frozen values for whoever shows it. The work is `backfill`'s."""

import enum

import msgspec

from supervisor_gui.netsantral.errors import PbxError


class BackfillState(enum.Enum):
    """What the filling of the history is doing."""

    IDLE = "idle"
    """Everything that was wanted is there, or nothing was wanted yet."""
    RUNNING = "running"
    PAUSED = "paused"
    """By the user."""
    WAITING = "waiting"
    """After a failure that may pass: goes on by itself."""
    STOPPED = "stopped"
    """After a refusal that will not pass, or given up by the user until the next start."""


class BackfillProgress(msgspec.Struct, frozen=True):
    """Where it stands.

    Attributes:
        state: What it is doing.
        days_done, days_wanted: Days that need no more requests, of those in reach.
        requests_left: Requests still to be sent.
        seconds_left: What they take at the rate of the budget, about.
        problem: What failed last; None when the last request went well.
        store_problem: What the disk says, in words; empty when it takes everything.
        offline: Nothing came the last time: what is shown is the copy.
    """

    state: BackfillState = BackfillState.IDLE
    days_done: int = 0
    days_wanted: int = 0
    requests_left: int = 0
    seconds_left: float = 0.0
    problem: PbxError | None = None
    store_problem: str = ""
    offline: bool = False
