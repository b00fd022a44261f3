"""Correlation ids (`crm_id`) for requests. They identify nothing in a customer-relations system."""

import hashlib
import itertools
import random as _random
import time
from collections.abc import Callable

_STREAM_ID_MAX = 2_147_483_647


class CrmIds:
    """Makes ids of digits only: one that never changes for an extension in a queue, a new one for all else.

    Why a member's id is fixed: docs/protocol.md, Agent commands. It is derived, not stored, so that a pause sent today
    carries the id of yesterday's login, from any computer.
    """

    def __init__(
        self,
        account: str,
        *,
        wall: Callable[[], float] = time.time,
        random: Callable[[], float] = _random.random,
    ) -> None:
        self._account = account
        self._wall = wall
        self._count = itertools.count(int(random() * 10_000))

    def member(self, extension: str, queue: str) -> str:
        """The id of `extension` in `queue`, 18 digits; login, pause and logoff share it."""
        told = "\0".join((self._account, extension, queue)).encode("utf-8", "replace")
        digest = int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big")
        return f"2{digest % 10**17:017d}"

    def fresh(self) -> str:
        """An id not given before, 18 digits: milliseconds and a running number."""
        return f"1{int(self._wall() * 1000) % 10**13:013d}{next(self._count) % 10_000:04d}"


def stream_id(random: Callable[[], float]) -> str:
    """An id for a login at the event stream, an integer from 1 to 2147483647: it stays silent for any other."""
    return str(1 + int(random() * (_STREAM_ID_MAX - 1)))
