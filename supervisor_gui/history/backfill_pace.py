"""How long a backfill waits, as a frozen value. It waits for nothing itself."""

import msgspec


class Pace(msgspec.Struct, frozen=True):
    """How long the backfill waits, in seconds.

    Attributes:
        lease: After so long an unrenewed claim ends; real seconds, as `renew`.
        renew: Between two renewals.
        retry: After a first failure; doubled by each further one up to `longest_retry`.
        store_retry: After the store failed; doubled likewise up to `retry`.
        look: At most between two looks at the clock.
        elsewhere: Between two looks at what another program is asking.
    """

    lease: float = 20.0
    renew: float = 5.0
    retry: float = 60.0
    longest_retry: float = 900.0
    store_retry: float = 5.0
    look: float = 60.0
    elsewhere: float = 1.0

    def timed(self, factor: float) -> "Pace":
        """The same with all waiting divided by `factor`; claims last as long as before."""
        if factor <= 1.0:
            return self
        waits = ("retry", "longest_retry", "store_retry", "look", "elsewhere")
        return msgspec.structs.replace(self, **{name: getattr(self, name) / factor for name in waits})


USUAL_PACE = Pace()
