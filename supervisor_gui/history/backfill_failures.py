"""What went wrong lately with filling the history, and how long to wait for it. It neither waits nor asks."""

import logging
from collections.abc import Callable

from supervisor_gui.errors import StoreError
from supervisor_gui.history.backfill_asking import hopeless
from supervisor_gui.history.backfill_lane import Lane, Step
from supervisor_gui.history.backfill_pace import Pace
from supervisor_gui.netsantral.endpoints import ENDPOINTS
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError, TransportError

log = logging.getLogger(__name__)

_WROTE = frozenset({Step.KEPT, Step.AGAIN})
"""Steps for which the file was written; a lane that only looks learns nothing of a full disk."""


class Failures:
    """Takes note of failures and of their end.

    Attributes:
        refused: The refusal of the credentials, until the user acts.
        problem: What the last request failed with.
        store_problem: What the store said, in words, until it works.
        offline: Nothing came the last time.
    """

    def __init__(self, pace: Pace, limit_answer: Callable[[str], float]) -> None:
        """Args.

        pace: How long to wait.
        limit_answer: Tells a budget of a limit answer; returns the seconds of silence.
        """
        self._pace = pace
        self._limit_answer = limit_answer
        self.refused: PbxError | None = None
        self.problem: PbxError | None = None
        self.store_problem = ""
        self._hindered: Lane | None = None
        self.offline = False

    def over(self, lane: Lane, step: Step) -> None:
        """A step of the lane came to a good end."""
        if self._hindered in {lane, None} or step in _WROTE:
            self._store_works()
        lane.elsewhere = lane.elsewhere + 1 if step is Step.ELSEWHERE else 0
        if step is not Step.ELSEWHERE:
            lane.failures = 0
        if step is Step.KEPT:
            self.offline = False

    def after(self, error: PbxError | StoreError, lane: Lane) -> float:
        """A step of the lane failed; returns the seconds until its next try, 0 for at once."""
        pace, times = self._pace, 2.0 ** min(lane.failures, 10)
        lane.failures += 1
        if isinstance(error, StoreError):
            self.store_problem, self._hindered = str(error), lane
            return min(pace.store_retry * times, pace.retry)
        # What was refused had been claimed before, in the file.
        self._store_works()
        self.offline = isinstance(error, TransportError)
        self.problem = error
        if isinstance(error, BadCredentials):
            log.warning("the history is not filled: %s", error)
            self.refused = error
            return 0.0
        if isinstance(error, LimitReached):
            return self._limit_answer(ENDPOINTS[error.operation].budget)
        if hopeless(error):
            log.info("a question about the past is given up: %s", error)
            self.offline = False
            lane.failures = 0
            return 0.0
        return min(pace.retry * times, pace.longest_retry)

    def left(self, lane: Lane) -> None:
        """The lane tries no more: whoever looks next finds out whether the store works."""
        if self._hindered is lane:
            self._hindered = None

    def _store_works(self) -> None:
        self.store_problem, self._hindered = "", None
