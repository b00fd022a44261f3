"""Figures, days and periods in today's language, the same on the screen and in files. No Qt, no layout.

The language is that of `i18n.translate`: patterns, month names and the marks of numbers are translated like any words.
"""

import math
from datetime import date, datetime

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import CellKind, Estimate, Tile, Value
from supervisor_gui.text import duration

NONE = "–"
ABOUT = "≈ "
AT_LEAST = "≥ "
MORE = "▲ "
LESS = "▼ "
SAME = "="
_SHOWN_DIGITS = 4

_MONTHS = (
    QT_TRANSLATE_NOOP("Month", "January"),
    QT_TRANSLATE_NOOP("Month", "February"),
    QT_TRANSLATE_NOOP("Month", "March"),
    QT_TRANSLATE_NOOP("Month", "April"),
    QT_TRANSLATE_NOOP("Month", "May"),
    QT_TRANSLATE_NOOP("Month", "June"),
    QT_TRANSLATE_NOOP("Month", "July"),
    QT_TRANSLATE_NOOP("Month", "August"),
    QT_TRANSLATE_NOOP("Month", "September"),
    QT_TRANSLATE_NOOP("Month", "October"),
    QT_TRANSLATE_NOOP("Month", "November"),
    QT_TRANSLATE_NOOP("Month", "December"),
)
_SHORT_MONTHS = (
    QT_TRANSLATE_NOOP("ShortMonth", "Jan"),
    QT_TRANSLATE_NOOP("ShortMonth", "Feb"),
    QT_TRANSLATE_NOOP("ShortMonth", "Mar"),
    QT_TRANSLATE_NOOP("ShortMonth", "Apr"),
    QT_TRANSLATE_NOOP("ShortMonth", "May"),
    QT_TRANSLATE_NOOP("ShortMonth", "Jun"),
    QT_TRANSLATE_NOOP("ShortMonth", "Jul"),
    QT_TRANSLATE_NOOP("ShortMonth", "Aug"),
    QT_TRANSLATE_NOOP("ShortMonth", "Sep"),
    QT_TRANSLATE_NOOP("ShortMonth", "Oct"),
    QT_TRANSLATE_NOOP("ShortMonth", "Nov"),
    QT_TRANSLATE_NOOP("ShortMonth", "Dec"),
)
_LABEL_MONTHS = (
    QT_TRANSLATE_NOOP("DayLabel", "Jan"),
    QT_TRANSLATE_NOOP("DayLabel", "Feb"),
    QT_TRANSLATE_NOOP("DayLabel", "Mar"),
    QT_TRANSLATE_NOOP("DayLabel", "Apr"),
    QT_TRANSLATE_NOOP("DayLabel", "May"),
    QT_TRANSLATE_NOOP("DayLabel", "Jun"),
    QT_TRANSLATE_NOOP("DayLabel", "Jul"),
    QT_TRANSLATE_NOOP("DayLabel", "Aug"),
    QT_TRANSLATE_NOOP("DayLabel", "Sep"),
    QT_TRANSLATE_NOOP("DayLabel", "Oct"),
    QT_TRANSLATE_NOOP("DayLabel", "Nov"),
    QT_TRANSLATE_NOOP("DayLabel", "Dec"),
)
"""The month beside a day's number; a number itself in Turkish."""
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Weekday", "Monday"),
    QT_TRANSLATE_NOOP("Weekday", "Tuesday"),
    QT_TRANSLATE_NOOP("Weekday", "Wednesday"),
    QT_TRANSLATE_NOOP("Weekday", "Thursday"),
    QT_TRANSLATE_NOOP("Weekday", "Friday"),
    QT_TRANSLATE_NOOP("Weekday", "Saturday"),
    QT_TRANSLATE_NOOP("Weekday", "Sunday"),
)
_SHORT_WEEKDAYS = (
    QT_TRANSLATE_NOOP("ShortWeekday", "Mon"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Tue"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Wed"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Thu"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Fri"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Sat"),
    QT_TRANSLATE_NOOP("ShortWeekday", "Sun"),
)


def _marks() -> str:
    """How the language writes 1234.5: its second and sixth signs are the marks."""
    return translate("Spelling", "1,234.5")


def decimal_mark() -> str:
    """The sign before decimals: "," in Turkish, "." in English."""
    return _marks()[-2]


def group_mark() -> str:
    """The sign between thousands: "." in Turkish, "," in English."""
    return _marks()[1]


def rounded(number: float) -> int:
    """The nearest whole number, a half upwards, as the PBX rounds its means."""
    return math.floor(number + 0.5)


def decimal(number: float, digits: int = 1) -> str:
    """A number with so many decimals, with the language's marks."""
    scale = 10**digits
    text = f"{math.floor(abs(number) * scale + 0.5) / scale:,.{digits}f}"
    shown = text.translate(str.maketrans(",.", group_mark() + decimal_mark()))
    return f"-{shown}" if number < 0 and text.strip("0.,") else shown


def count(number: int) -> str:
    """A whole number with the language's mark between thousands."""
    return f"{number:,}".replace(",", group_mark())


def percent(share: float) -> str:
    """A share of 1 in percent: the sign before the number in Turkish, behind it in English."""
    return translate("Spelling", "{n}%").format(n=decimal(share * 100, 0))


def lasting(seconds: float, *, exact: bool) -> str:
    """A duration whose beginning may not have been seen ("≥")."""
    return duration(seconds) if exact else AT_LEAST + duration(seconds)


def span_words(seconds: float) -> str:
    """A short duration in words: "45 s", "2 min 5 s", "3 h 7 min"."""
    whole = rounded(seconds) if seconds > 0 else 0
    minutes, rest = divmod(whole, 60)
    if minutes == 0:
        return translate("Spelling", "{s} s").format(s=rest)
    if minutes < 60:
        return translate("Spelling", "{m} min {s} s").format(m=minutes, s=rest)
    hours, minutes = divmod(minutes, 60)
    return translate("Spelling", "{h} h {m} min").format(h=hours, m=minutes)


def month_word(day: date) -> str:
    """The month's name: "November"."""
    return translate("Month", _MONTHS[day.month - 1])


def month_label(day: date) -> str:
    """The month, short: "Nov 2026"."""
    month = translate("ShortMonth", _SHORT_MONTHS[day.month - 1])
    return f"{month} {day.year}"


def month_name(day: date) -> str:
    """The month in full: "November 2026"."""
    return f"{month_word(day)} {day.year}"


def weekday_label(weekday: int) -> str:
    """A weekday, 0 for Monday, short: "Mon"."""
    return translate("ShortWeekday", _SHORT_WEEKDAYS[weekday])


def weekday_name(weekday: int) -> str:
    """A weekday, 0 for Monday: "Monday"."""
    return translate("Weekday", _WEEKDAYS[weekday])


def day_label(day: date) -> str:
    """The day, short: "1 Nov", in Turkish "01.11"."""
    return translate("Spelling", "{d} {m}").format(d=day.day, m=translate("DayLabel", _LABEL_MONTHS[day.month - 1]))


def day_name(day: date) -> str:
    """The day in full: "Monday 2 November 2026"."""
    pattern = translate("Spelling", "{weekday} {d} {month} {year}")
    return pattern.format(weekday=weekday_name(day.weekday()), d=day.day, month=month_word(day), year=day.year)


def day_text(day: date) -> str:
    """The day in figures, in both languages: "02.11.2026"."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def hour_label(hour: int) -> str:
    """An hour of the day, short: "09"."""
    return f"{hour:02d}"


def hour_name(hour: int) -> str:
    """An hour of the day in full: "09:00–10:00"."""
    return f"{hour:02d}:00–{hour + 1:02d}:00"


def clock_text(at: datetime) -> str:
    """The time of day in the zone of `at`: "14:05"."""
    return f"{at.hour:02d}:{at.minute:02d}"


def moment_text(at: datetime) -> str:
    """Day and time of day in the zone of `at`: "02.11.2026 14:05"."""
    return f"{day_text(at)} {clock_text(at)}"


def days_text(start: date, end: date) -> str:
    """Days in a row in words: a whole month by its name, one day with its weekday, else from – to."""
    if start == end:
        return day_name(start)
    parts = {
        "d1": start.day,
        "d2": end.day,
        "month1": month_word(start),
        "month2": month_word(end),
        "year1": start.year,
        "year2": end.year,
    }
    if start.year != end.year:
        pattern = translate("Spelling", "{d1} {month1} {year1} – {d2} {month2} {year2}")
    elif start.month != end.month:
        pattern = translate("Spelling", "{d1} {month1} – {d2} {month2} {year2}")
    elif _is_whole_month(start, end):
        return month_name(start)
    else:
        pattern = translate("Spelling", "{d1}–{d2} {month2} {year2}")
    return pattern.format(**parts)


def _is_whole_month(start: date, end: date) -> bool:
    if start.day != 1 or (start.year, start.month) != (end.year, end.month):
        return False
    return end == date.max or date.fromordinal(end.toordinal() + 1).day == 1


def period_text(period: Period) -> str:
    """The period's days in words."""
    return days_text(period.start, period.end)


def account_tail(account: str) -> str:
    """The last digits of an account, the rest hidden."""
    return f"•••{account[-_SHOWN_DIGITS:]}" if len(account) > _SHOWN_DIGITS else "•••" * bool(account)


def value_text(value: Value, kind: CellKind) -> str:
    """One cell as it is shown.

    Args:
        value: None is "–"; words stand as they are in a column of any kind (a totals row's "Total"); an estimate that
            is not exact has "≈" and its range.
        kind: What the column holds. Means of seconds are rounded to whole ones.
    """
    if value is None:
        return NONE
    if isinstance(value, str):
        return value
    if isinstance(value, Estimate):
        return _estimate_text(value, kind)
    if isinstance(value, datetime):
        return clock_text(value) if kind is CellKind.CLOCK else moment_text(value)
    if isinstance(value, date):
        return day_text(value)
    return _number_text(value, kind)


def _number_text(number: float, kind: CellKind) -> str:
    if kind is CellKind.PERCENT:
        return percent(number)
    if kind is CellKind.SECONDS:
        return duration(rounded(number))
    return count(number) if isinstance(number, int) else decimal(number)


def _estimate_text(estimate: Estimate, kind: CellKind) -> str:
    value, low, high = (_number_text(each, kind) for each in (estimate.value, estimate.low, estimate.high))
    if estimate.exact:
        return value
    # A range that disappears in the rounding says nothing; that it is an estimate does.
    return f"{ABOUT}{value}" if low == high else f"{ABOUT}{value} ({low}–{high})"


def change_text(tile: Tile) -> str:
    """How a tile's figure differs from the period before: "▲ 6%", "▼ 2 s", "▲ 3 points", "=", "" without one."""
    if tile.change is None:
        return ""
    size = abs(tile.change)
    if tile.change_kind is CellKind.SECONDS:
        whole, words = rounded(size), span_words(size)
    elif tile.change_kind is CellKind.PERCENT:
        whole = rounded(size * 100)
        # A share that rose from 80 % to 84 % rose by 4 points: "4 %" would be another figure.
        words = translate("Spelling", "%n point(s)", None, whole) if tile.kind is CellKind.PERCENT else percent(size)
    else:
        whole, words = rounded(size), count(rounded(size))
    if whole == 0:
        return SAME
    return (MORE if tile.change > 0 else LESS) + words
