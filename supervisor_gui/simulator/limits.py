"""The PBX's request limits: exact sliding windows on real time. Rules on numbers and queues are in `api_numbers`."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping

WINDOW = 60.0

# Requests in one window. The PBX documents those for queue numbers and records; the others are cautious readings, the
# one for queue status this simulator's test device, because no limit is documented there (docs/protocol.md).
STRICT: Mapping[str, int] = {
    "queuestats": 2,
    "netsantral/queue": 2,
    "netsantral/report": 2,
    "netsantral/statistics": 2,
    "autocallservice": 10,
}


class Limits:
    """Counts granted requests per account and operation.

    Args:
        factor: Divides the window's length; None switches the windows off.
        monotonic: Real seconds; simulated time plays no part at the door.
    """

    def __init__(self, factor: float | None, monotonic: Callable[[], float]) -> None:
        self._factor = factor
        self._monotonic = monotonic
        self._granted: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    def grants(self, operation: str, account: str) -> bool:
        """Whether a request may pass now; a granted one counts from now on."""
        allowed = STRICT.get(operation)
        if self._factor is None or allowed is None:
            return True
        now = self._monotonic()
        granted = self._granted[operation, account]
        while granted and now - granted[0] >= WINDOW / self._factor:
            granted.popleft()
        if len(granted) >= allowed:
            return False
        granted.append(now)
        return True
