"""Figures in today's language: durations, percents, clock times. Text out, no widgets and no colours."""

import math

from PySide6.QtCore import QDateTime, QLocale

from supervisor_gui.i18n import translate
from supervisor_gui.text import duration

NONE = "–"
AT_LEAST = "≥ "
ABOUT = "≈ "


def lasting(seconds: float, exact: bool) -> str:
    """A duration whose beginning may not have been seen ("≥")."""
    return duration(seconds) if exact else AT_LEAST + duration(seconds)


def spoken(seconds: float) -> str:
    """A duration in words, for screen readers and tooltips."""
    whole = int(seconds) if seconds > 0 else 0
    if whole < 60:
        return translate("Board", "{n} s").format(n=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return translate("Board", "{m} min {s} s").format(m=minutes, s=rest)
    hours, minutes = divmod(minutes, 60)
    return translate("Board", "{h} h {m} min").format(h=hours, m=minutes)


def count(number: int) -> str:
    """A whole number with the language's grouping."""
    return QLocale().toString(number) if number >= 1000 else str(number)


def percent(share: float) -> str:
    """A share of 1 as a whole percent: before the number in Turkish."""
    number = math.floor(share * 100 + 0.5)
    return translate("Board", "{n}%").format(n=number)


def decimal(number: float, digits: int = 1) -> str:
    """A number with the language's decimal mark."""
    return QLocale().toString(number, "f", digits)


def clock(at: float) -> str:
    """Local time of day."""
    return QDateTime.fromSecsSinceEpoch(int(at)).toString("HH:mm")


def moment(at: float) -> str:
    """Local date and time of day, short."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at)), QLocale.FormatType.ShortFormat)
