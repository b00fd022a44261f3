"""What speaks against starting a list, in words with the figures. It asks nothing."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale

from supervisor_gui.autodial.safety import Concern
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures

_NAME = 80


def concern_words(concern: Concern) -> str:
    """One sentence or two, whole and plain."""
    return _WORDS[concern.kind](concern)


def _ended(concern: Concern) -> str:
    words = translate("Campaigns", "Its last day was {day}: it will call nobody. Make a new list with its numbers.")
    return words.format(day=_day(concern.day))


def _now(concern: Concern) -> str:
    words = translate("Campaigns", "It is {at} now. Lists start without a question between {from} and {until}.")
    return words.format(at=_clock(concern.at), **_allowed(concern))


def _hours(concern: Concern) -> str:
    words = translate(
        "Campaigns", "It calls every day from {begin} to {end}; the settings allow calls from {from} to {until}."
    )
    begin, end = concern.span or (None, None)
    return words.format(begin=_clock(begin), end=_clock(end), **_allowed(concern))


def _hours_unknown(concern: Concern) -> str:
    words = translate(
        "Campaigns",
        "Netgsm did not tell its hours. Look in the portal: the settings allow {from} to {until}.",
    )
    return words.format(**_allowed(concern))


def _days_unknown(_: Concern) -> str:
    return translate("Campaigns", "Netgsm did not tell all its days. Look in the portal when it calls.")


def _sunday(concern: Concern) -> str:
    count = concern.count
    if concern.today and count == 1:
        return translate("Campaigns", "Today is a Sunday.")
    if concern.today:
        return translate("Campaigns", "Today is a Sunday; until its end it may call on %n Sunday(s).", None, count)
    words = translate("Campaigns", "It may call on %n Sunday(s), first on {day}.", None, count)
    return words.format(day=_day(concern.day))


def _holiday(concern: Concern) -> str:
    count = concern.count
    if concern.today and count == 1:
        words = translate("Campaigns", "Today is a public holiday: {name}.")
    elif concern.today:
        words = translate(
            "Campaigns", "Today is a public holiday: {name}. Until its end it may call on %n of them.", None, count
        )
    else:
        words = translate("Campaigns", "It may call on %n public holiday(s), first on {day}: {name}.", None, count)
    return words.format(name=clean(concern.name, _NAME), day=_day(concern.day))


def _department(concern: Concern) -> str:
    words = translate("Campaigns", "Nobody is logged in to its department {name}: nobody can take the calls.")
    return words.format(name=clean(concern.name, _NAME))


def _department_unknown(concern: Concern) -> str:
    if not concern.name:
        return translate("Campaigns", "Netgsm did not tell its department: look whether agents are logged in.")
    words = translate("Campaigns", "The board does not know its department {name}: look whether agents are logged in.")
    return words.format(name=clean(concern.name, _NAME))


def _numbers_unknown(_: Concern) -> str:
    return translate(
        "Campaigns", "Its report has not come yet: nobody knows how many numbers it will call. Wait for it."
    )


def _unseen(_: Concern) -> str:
    return translate(
        "Campaigns",
        "Its numbers have not come yet: nobody knows whether some stand in it twice or on the do-not-call list. Wait "
        "for them.",
    )


def _many(concern: Concern) -> str:
    words = translate("Campaigns", "It will call {count} numbers; the settings ask above {limit}.")
    return words.format(count=figures.count(concern.count), limit=figures.count(concern.limit))


def _twice(concern: Concern) -> str:
    count = concern.count
    return translate("Campaigns", "%n number(s) stand in it more than once and may be called twice.", None, count)


def _blocked(concern: Concern) -> str:
    count = concern.count
    return translate(
        "Campaigns", "%n number(s) in it are on the do-not-call list. Remove them before you start.", None, count
    )


def _unsent(concern: Concern) -> str:
    count = concern.count
    return translate("Campaigns", "%n number(s) have not been sent to it yet.", None, count)


def _allowed(concern: Concern) -> dict[str, str]:
    begin, end = concern.allowed or (None, None)
    return {"from": _clock(begin), "until": _clock(end)}


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else figures.NONE


def _day(day: date | None) -> str:
    if day is None:
        return figures.NONE
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


_WORDS: dict[str, Callable[[Concern], str]] = {
    "ended": _ended,
    "now": _now,
    "hours": _hours,
    "hours_unknown": _hours_unknown,
    "days_unknown": _days_unknown,
    "sunday": _sunday,
    "holiday": _holiday,
    "department": _department,
    "department_unknown": _department_unknown,
    "numbers_unknown": _numbers_unknown,
    "unseen": _unseen,
    "many": _many,
    "twice": _twice,
    "blocked": _blocked,
    "unsent": _unsent,
}
