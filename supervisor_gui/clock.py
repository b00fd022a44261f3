"""Time as an argument: wall and monotonic readings from one frozen pair. It never sleeps."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec

PBX_ZONE = timezone(timedelta(hours=3), "TRT")
"""Turkish time: UTC+3 without daylight saving since 2016 (docs/protocol.md, Times)."""


class Clock(msgspec.Struct, frozen=True):
    """Two readings that tests replace.

    Attributes:
        wall: Seconds since the epoch; may jump.
        monotonic: Seconds that only grow; for durations and budgets.
    """

    wall: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic


def utc(epoch: float) -> datetime:
    """Aware UTC time of `epoch` seconds."""
    return datetime.fromtimestamp(epoch, UTC)


def pbx_day(epoch: float) -> date:
    """The PBX's calendar day that holds `epoch`."""
    return datetime.fromtimestamp(epoch, PBX_ZONE).date()


def pbx_midnight(epoch: float) -> float:
    """Epoch seconds of the PBX's midnight that opened the day of `epoch`."""
    local = datetime.fromtimestamp(epoch, PBX_ZONE)
    return local.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()


def pbx_midnight_of(day: date) -> float:
    """Epoch seconds of the PBX's midnight that opens `day`."""
    return datetime(day.year, day.month, day.day, tzinfo=PBX_ZONE).timestamp()
