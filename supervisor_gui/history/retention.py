"""How long each kind of history is kept. The deleting itself is `upkeep`."""

import msgspec

DAY = 86_400.0


class Retention(msgspec.Struct, frozen=True):
    """Days that rows are kept; names and an account's memory stay until they are replaced.

    Attributes:
        samples: Minute samples.
        intervals: Agents' states, counted from their beginning.
        audit: Actions and how they ended.
        calls: Calls seen, which hold customers' numbers, counted from their beginning.
        statistics: The PBX's figures of days.
        lists: Its lists of a day's calls.
        numbers: Customers' numbers in those lists; the calls stay without them.
        records: Counts by hour out of call records.
    """

    samples: int = 400
    intervals: int = 400
    audit: int = 180
    calls: int = 180
    statistics: int = 1_100
    lists: int = 400
    numbers: int = 180
    records: int = 1_100


USUAL_RETENTION = Retention()
"""What is kept where nobody has chosen otherwise."""
