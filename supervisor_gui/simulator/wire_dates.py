"""Turkish wall time in the forms of the API host, to and from epoch seconds. Which form is wanted is the services'."""

import re
from datetime import UTC, date, datetime, timedelta

from supervisor_gui.simulator.habits import TURKEY_OFFSET

DAY = 86_400
MINUTE = 60
LONGEST_SPAN = 7 * DAY

_TO_THE_MINUTE = re.compile(r"\d{12}", re.ASCII)
_TO_THE_DAY = re.compile(r"\d{8}", re.ASCII)


def midnight(when: float) -> float:
    """The beginning of the Turkish day of a moment."""
    return (when + TURKEY_OFFSET) // DAY * DAY - TURKEY_OFFSET


def midnight_of(day: date) -> float:
    """The beginning of a Turkish day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() - TURKEY_OFFSET


def day_of(when: float) -> date:
    """The Turkish day of a moment."""
    return _wall(when).date()


def to_the_second(when: float) -> str:
    """A moment as dd.MM.yyyy HH:mm:ss."""
    return f"{_wall(when):%d.%m.%Y %H:%M:%S}"


def read_minute(text: str) -> float:
    """A moment out of ddMMyyyyHHmm.

    Raises:
        ValueError: It is not one.
    """
    if not _TO_THE_MINUTE.fullmatch(text):
        raise ValueError("a moment is ddMMyyyyHHmm")
    return datetime.strptime(text, "%d%m%Y%H%M").replace(tzinfo=UTC).timestamp() - TURKEY_OFFSET


def read_day(text: str) -> float:
    """The beginning of a day out of ddMMyyyy.

    Raises:
        ValueError: It is not one.
    """
    if not _TO_THE_DAY.fullmatch(text):
        raise ValueError("a day is ddMMyyyy")
    return datetime.strptime(text, "%d%m%Y").replace(tzinfo=UTC).timestamp() - TURKEY_OFFSET


def _wall(when: float) -> datetime:
    return datetime.fromtimestamp(when, UTC) + timedelta(seconds=TURKEY_OFFSET)
