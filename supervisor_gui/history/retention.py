"""How long each kind of history is kept. The deleting itself is `upkeep`'s, of sound files the shelf's."""

from datetime import date, timedelta

import msgspec

from supervisor_gui.clock import pbx_day
from supervisor_gui.config import Settings, keys
from supervisor_gui.i18n import translate

DAY = 86_400.0


class Retention(msgspec.Struct, frozen=True):
    """Days that rows are kept. Statistics, names and an account's memory stay.

    Attributes:
        samples: Minute samples and agents' states, counted from their beginning.
        records: Whatever holds a customer's number: call records, calls seen, notes about callers, uploads to auto-dial
            lists, and the numbers in the PBX's lists of a day's calls; those calls stay without them and are counted
            like other statistics. The do-not-call list stays, too.
        audit: Actions and how they ended.
        recordings: Sound files saved below the data folder.
    """

    samples: int = 400
    records: int = 180
    audit: int = 180
    recordings: int = 30


USUAL_RETENTION = Retention()
"""What is kept where nobody has chosen otherwise."""


def retention_of(settings: Settings) -> Retention:
    """What the user chose; records and audit are one figure there."""
    records = settings.get(keys.KEEP_RECORDS)
    return Retention(
        samples=settings.get(keys.KEEP_SAMPLES),
        records=records,
        audit=records,
        recordings=settings.get(keys.KEEP_RECORDINGS),
    )


def first_kept_day(now: float, retention: Retention) -> date:
    """The first Turkish day whose calls may be kept at `now` (epoch seconds)."""
    return pbx_day(now) - timedelta(days=retention.records)


def retention_words(retention: Retention) -> str:
    """What is kept on this computer and for how long, in one sentence."""
    return translate(
        "Retention",
        "This computer keeps call records, lists and actions for {records} days, the course of the queues for "
        "{samples} days and saved recordings for {recordings} days; counted statistics stay.",
    ).format(records=retention.records, samples=retention.samples, recordings=retention.recordings)
