"""Missed callers in words: states, ages, moments, and what is told when nobody is shown. No Qt objects, no colours."""

from datetime import date, datetime

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.missed_values import CallerState, MissedView
from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures

JOINT = " · "
_HOUR, _DAY = 60, 24 * 60


def state_words(state: CallerState) -> str:
    """How it stands, in a word or two."""
    words = {
        CallerState.OPEN: translate("MissedPage", "To call back"),
        CallerState.TRIED: translate("MissedPage", "Not reached"),
        CallerState.REACHED: translate("MissedPage", "Reached"),
        CallerState.CAME_BACK: translate("MissedPage", "Called again"),
        CallerState.SET_ASIDE: translate("MissedPage", "No call needed"),
    }
    return words[state]


def age_words(seconds: float) -> str:
    """How long somebody has waited, to the minute; from a day on to the hour."""
    minutes = int(seconds // 60) if seconds > 0 else 0
    if minutes < 1:
        return translate("MissedPage", "under 1 min")
    if minutes < _HOUR:
        return translate("MissedPage", "{m} min").format(m=minutes)
    if minutes < _DAY:
        hours, rest = divmod(minutes, _HOUR)
        return translate("MissedPage", "{h} h {m} min").format(h=hours, m=rest)
    days, rest = divmod(minutes, _DAY)
    return translate("MissedPage", "{d} d {h} h").format(d=days, h=rest // _HOUR)


def moment_words(at: float, today: date) -> str:
    """Turkish time of day, with the day when it is not `today`."""
    moment = datetime.fromtimestamp(at, PBX_ZONE)
    if moment.date() == today:
        return moment.strftime("%H:%M")
    return moment.strftime("%d.%m %H:%M" if moment.year == today.year else "%d.%m.%Y %H:%M")


def short_words(at: float, today: date) -> str:
    """The time of day of today, else only the day."""
    moment = datetime.fromtimestamp(at, PBX_ZONE)
    return moment.strftime("%H:%M" if moment.date() == today else "%d.%m")


def as_of_words(as_of: float, today: date) -> str:
    """Up to when call records are known."""
    if not as_of:
        return translate("MissedPage", "No call records yet: only calls that this program saw count.")
    return translate("MissedPage", "Call records up to {time}").format(time=moment_words(as_of, today))


def missing_words(days: int) -> str:
    """Days whose records are not here yet, whose callers are not either; nothing for none."""
    return translate("MissedPage", "%n day(s) have not come from the PBX yet", None, days) if days else ""


def withheld_words(count: int) -> str:
    """Missed calls that nobody can call back; nothing for none."""
    if not count:
        return ""
    return translate("MissedPage", "%n call(s) with a withheld number cannot be called back.", None, count)


def working_words() -> str:
    """Who was missed is not known yet."""
    return translate("MissedPage", "Working out who was missed…")


def nobody_words(view: MissedView | None, *, waiting: bool) -> str:
    """What stands where no row is.

    Args:
        view: What is known; None while it is being worked out.
        waiting: Whether those who wait are looked for, else those who do not.
    """
    if view is None:
        return working_words()
    if not view.callers:
        return translate("MissedPage", "No caller was missed in these days.")
    if waiting:
        return translate("MissedPage", "Everybody has been called back.")
    return translate("MissedPage", "Nobody has been called back yet.")


def found_words(shown: int, among: int) -> str:
    """How many a search finds, of those in the part that is shown."""
    words = translate("MissedPage", "Found: {shown} of {all}")
    return words.format(shown=figures.count(shown), all=figures.count(among))


def no_digits_words() -> str:
    """Digits were typed, and find nobody on this seat."""
    return translate("MissedPage", "Numbers are hidden: type a name")


def not_found_words(elsewhere: int) -> str:
    """What stands where no row is when a search finds none in this part, but perhaps in others."""
    words = translate("MissedPage", "Nobody here fits what you typed.")
    if elsewhere:
        words += " " + translate("MissedPage", "Under “All” there are %n.", None, elsewhere)
    return words
