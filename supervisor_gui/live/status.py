"""How the link to the PBX stands, as the status bar and the freshness marks need it. Values only."""

import enum
from collections.abc import Mapping

import msgspec

from supervisor_gui.netsantral.errors import PbxError


class Link(enum.Enum):
    """The poller's state."""

    STARTING = "starting"
    OK = "ok"
    FAILING = "failing"
    LIMITED = "limited"
    STOPPED = "stopped"
    NEEDS_PASSWORD = "needs_password"  # noqa: S105
    NEEDS_QUEUES = "needs_queues"


class PollStatus(msgspec.Struct, frozen=True):
    """How polling stands.

    Attributes:
        link: The state. NEEDS_PASSWORD: a refusal stopped polling until the user acts.
        error: The failure that holds now, None while all is well.
        failing_since: Epoch seconds of the first failed poll of this row, 0 when none.
        last_ok: Epoch seconds of the last answer, 0 when never.
        next_at: Epoch seconds at which the next request may go, 0 when unknown.
        interval: Seconds between two polls of the whole board.
        left, limit: Requests left and allowed in the window.
        per_queue: True when queues must be asked one by one.
        ages: In per-queue mode, epoch seconds of each queue's last answer.
        encrypted: Whether the control connection is TLS.
        other_program: True when limit answers suggest that another program uses the account's queries.
        budget_problem: Why the budget file cannot be used, empty when all is well.
    """

    link: Link = Link.STARTING
    error: PbxError | None = None
    failing_since: float = 0.0
    last_ok: float = 0.0
    next_at: float = 0.0
    interval: float = 30.75
    left: int = 0
    limit: int = 2
    per_queue: bool = False
    ages: Mapping[str, float] = {}
    encrypted: bool = False
    other_program: bool = False
    budget_problem: str = ""
