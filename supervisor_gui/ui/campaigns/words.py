"""Auto-dial lists in words: states, rules, uploads, and how orders ended. No Qt objects, no colours."""

from datetime import date, datetime

import msgspec

from supervisor_gui.autodial.values import (
    JobState,
    ListState,
    OrderEnd,
    Outcome,
    UploadJob,
)
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import AutodialList, Consent, LimitRule, ListKind, StopRule
from supervisor_gui.reports.dial_words import OUR_REFUSALS, number_state_word
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.denied import denied_words

__all__ = [
    "EndWords",
    "consent_word",
    "days_words",
    "end_words",
    "hours_words",
    "job_words",
    "kind_word",
    "limit_words",
    "moment_words",
    "number_state_word",
    "number_words",
    "state_word",
    "stop_words",
    "target_word",
    "why_words",
]

JOINT = " · "
_DASH = "–"
_TURKISH_DIGITS = 10
_NAME, _WORDS = 60, 200


# lists


def state_word(state: ListState, own: str = "") -> str:
    """Whether a list calls; `own` is the PBX's word, told when we know none."""
    words = {
        ListState.NEW: translate("Campaigns", "Not started"),
        ListState.RUNNING: translate("Campaigns", "Running"),
        ListState.STOPPED: translate("Campaigns", "Stopped"),
        ListState.GONE: translate("Campaigns", "Gone"),
    }
    return words.get(state) or _own(own)


def kind_word(kind: ListKind, own: str = "") -> str:
    """Whether a list takes new numbers; `own` is the PBX's word, told when we know none."""
    words = {ListKind.FIXED: translate("Campaigns", "Fixed"), ListKind.DYNAMIC: translate("Campaigns", "Dynamic")}
    return words.get(kind) or _own(own)


def target_word(kind: TargetKind, own: str = "") -> str:
    """What the called are connected to; `own` is the PBX's word, told when we know none."""
    words = {
        TargetKind.QUEUE: translate("Campaigns", "Queue"),
        TargetKind.IVR: translate("Campaigns", "IVR"),
        TargetKind.ANNOUNCEMENT: translate("Campaigns", "Announcement"),
    }
    return words.get(kind) or _own(own)


def limit_words(rule: LimitRule, limit: int) -> str:
    """How many calls run at once."""
    words = {
        LimitRule.FREE_PLUS: translate("Campaigns", "free agents + {n}"),
        LimitRule.FREE_TIMES: translate("Campaigns", "free agents × {n}"),
        LimitRule.CALLS_PER_MINUTE: translate("Campaigns", "{n} IVR calls a minute"),
    }
    return words[rule].format(n=figures.count(limit))


def stop_words(rule: StopRule, limit: int) -> str:
    """What ends a list early, as a clause."""
    words = {
        StopRule.NONE: translate("Campaigns", "no stop rule"),
        StopRule.REACHED_COUNT: translate("Campaigns", "stops at {n} reached calls"),
        StopRule.REACHED_PERCENT: translate("Campaigns", "stops at {share} reached"),
        StopRule.FAILED_COUNT: translate("Campaigns", "stops at {n} failed calls"),
        StopRule.FAILED_PERCENT: translate("Campaigns", "stops at {share} failed"),
        StopRule.TOTAL_COUNT: translate("Campaigns", "stops at {n} calls"),
        StopRule.TOTAL_PERCENT: translate("Campaigns", "stops at {share} called"),
    }
    return words[rule].format(n=figures.count(limit), share=figures.percent(limit / 100))


def consent_word(consent: Consent) -> str:
    """Whose consent is asked for before each call."""
    words = {
        Consent.NONE: translate("Campaigns", "no İYS filter"),
        Consent.CONSUMER: translate("Campaigns", "İYS filter: consumers"),
        Consent.TRADER: translate("Campaigns", "İYS filter: traders"),
    }
    return words[consent]


def days_words(told: AutodialList) -> str:
    """The first and the last day of calling."""
    if told.first_day is None or told.last_day is None:
        return _DASH
    first, last = told.first_day, told.last_day
    if first == last:
        return first.strftime("%d.%m.%Y")
    return f"{first:{'%d.%m' if first.year == last.year else '%d.%m.%Y'}}–{last:%d.%m.%Y}"


def hours_words(told: AutodialList) -> str:
    """When calling begins and ends each day, Turkish time."""
    if told.from_time is None or told.until_time is None:
        return _DASH
    return f"{told.from_time:%H:%M}–{told.until_time:%H:%M}"


def moment_words(at: float, today: date) -> str:
    """Turkish time of day, with the day when it is not `today`."""
    moment = datetime.fromtimestamp(at, PBX_ZONE)
    if moment.date() == today:
        return moment.strftime("%H:%M")
    return moment.strftime("%d.%m %H:%M" if moment.year == today.year else "%d.%m.%Y %H:%M")


# numbers on their way


def job_words(job: UploadJob, policy: Policy = Policy()) -> str:  # noqa: B008  a frozen value
    """How far an upload has come, and why it rests; the PBX's words as `policy` lets this seat see them."""
    words = {
        JobState.CREATING: translate("Campaigns", "The list “{list}” is being made: {done} of {all} numbers are in it"),
        JobState.CREATE_UNKNOWN: translate(
            "Campaigns", "Unknown whether the list “{list}” was made: the next look at the lists tells"
        ),
        JobState.RUNNING: translate("Campaigns", "Sending numbers: {done} of {all}"),
        JobState.PAUSED: translate("Campaigns", "Sending rests at {done} of {all}"),
        JobState.DONE: translate("Campaigns", "{done} of {all} numbers were sent"),
        JobState.CANCELLED: translate("Campaigns", "Cancelled: {done} of {all} numbers were sent"),
    }
    name = clean(job.list_name, _NAME)
    lead = words[job.state].format(list=name, done=figures.count(job.sent), all=figures.count(job.total))
    # Most of what a cancelled upload did not send was given up: the PBX never saw it.
    cancelled = job.state is JobState.CANCELLED
    unsent = translate("Campaigns", "{n} not sent") if cancelled else translate("Campaigns", "{n} refused")
    left = (
        unsent.format(n=figures.count(job.refused)) if job.refused else "",
        translate("Campaigns", "{n} unknown").format(n=figures.count(job.unknown)) if job.unknown else "",
    )
    rests = job.state is JobState.PAUSED
    own = clean(job.words, _WORDS)
    own = masked(own) if policy.mask_numbers else own
    why = (why_words(job.why), own) if rests else (own if cancelled else "",)
    return JOINT.join(part for part in (lead, *left, *why) if part)


def why_words(why: str) -> str:
    """The sentence for one of our stable words; the PBX's own words stand for themselves."""
    if why == "policy":
        return denied_words()
    return translate("Campaigns", _WHY[why]) if why in _WHY else clean(why, _WORDS)


_WHY = {
    **OUR_REFUSALS,
    "user": QT_TRANSLATE_NOOP("Campaigns", "Somebody paused it: “Go on” sends the rest."),
    "interrupted": QT_TRANSLATE_NOOP("Campaigns", "The program ended meanwhile: “Go on” sends the rest."),
    "refused": QT_TRANSLATE_NOOP("Campaigns", "The PBX refused it: put right what it says, then “Go on”."),
    "credentials": QT_TRANSLATE_NOOP(
        "Campaigns", "The PBX does not accept the user or password: put them right in the settings, then “Go on”."
    ),
    "gone": QT_TRANSLATE_NOOP("Campaigns", "The PBX has no such list any more: make a new one."),
    "not_made": QT_TRANSLATE_NOOP(
        "Campaigns", "The PBX does not list it, so it was not made: cancel it and make it anew."
    ),
    "namesake": QT_TRANSLATE_NOOP(
        "Campaigns", "Another list has the same name: look in the list of lists whether this one was made, then cancel."
    ),
    "store": QT_TRANSLATE_NOOP(
        "Campaigns", "It could not be written down on this computer, so nothing was sent: make room on the disk."
    ),
    "offline": QT_TRANSLATE_NOOP("Campaigns", "There is no connection to the PBX: try again when there is."),
    "fixed": QT_TRANSLATE_NOOP("Campaigns", "A fixed list takes no new numbers: make a new list."),
    "invalid": QT_TRANSLATE_NOOP("Campaigns", "That is not a number that can be called: check it."),
    "busy": QT_TRANSLATE_NOOP("Campaigns", "The same order is under way already: wait for its end."),
}


# orders


class EndWords(msgspec.Struct, frozen=True):
    """How an order ended, for a toast or the status line.

    Attributes:
        title: What happened.
        todo: Why, and what to do; empty when it was done.
        details: The PBX's own words and code.
        failed: Whether it was not done, or nobody knows.
    """

    title: str
    todo: str = ""
    details: str = ""
    failed: bool = False


_GIVEN_UP = QT_TRANSLATE_NOOP("Campaigns", "No more numbers are sent to “{list}”. What was sent stays in it.")
_ENDS: dict[str, dict[Outcome, str]] = {
    "create_list": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” is made."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” was not made."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether the list “{list}” was made."),
    },
    "start_list": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” was started."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” was not started."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether the list “{list}” was started."),
    },
    "stop_list": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” was stopped."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "The list “{list}” was not stopped."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether the list “{list}” was stopped."),
    },
    "add_list_numbers": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "Numbers were added to “{list}”."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "Numbers were not added to “{list}”."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether numbers were added to “{list}”."),
    },
    "change_list_number": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "{number} was changed in “{list}”."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "{number} was not changed in “{list}”."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether {number} was changed in “{list}”."),
    },
    "replace_list_number": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "{number} was replaced in “{list}”."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "{number} was not replaced in “{list}”."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether {number} was replaced in “{list}”."),
    },
    "remove_list_number": {
        Outcome.DONE: QT_TRANSLATE_NOOP("Campaigns", "{number} was removed from “{list}”."),
        Outcome.REFUSED: QT_TRANSLATE_NOOP("Campaigns", "{number} was not removed from “{list}”."),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("Campaigns", "Unknown whether {number} was removed from “{list}”."),
    },
}


def end_words(end: OrderEnd, policy: Policy = Policy()) -> EndWords:  # noqa: B008  a frozen value
    """How an order of the user ended; its number as `policy` lets this seat see it."""
    number = number_words(end.number, policy) or translate("Campaigns", "A number")
    name = clean(end.list_name or end.list_id, _NAME)
    given_up = end.outcome is Outcome.DONE and end.reason == "cancelled"
    title = translate("Campaigns", _GIVEN_UP if given_up else _ENDS[end.action][end.outcome])
    title = title.format(list=name, number=number)
    if end.outcome is Outcome.DONE and end.refused:
        some = translate("Campaigns", "{sent} of {all} numbers were added to “{list}”.")
        title = some.format(sent=figures.count(end.sent), all=figures.count(end.sent + end.refused), list=name)
        others = translate("Campaigns", "Why the others were not stands beside them on the list's page.")
        return EndWords(title, others, failed=True)
    if end.outcome is Outcome.DONE:
        return EndWords(title)
    told = explain(end.error) if end.error is not None else None
    parts = [why_words(end.reason)] if end.reason else []
    if told is not None:
        parts += [told.title, told.meaning, told.todo]
    if end.outcome is Outcome.UNKNOWN:
        parts.append(translate("Campaigns", "The next look at the list tells: nothing is sent again by itself."))
    details = told.details if told is not None else ""
    if policy.mask_numbers:
        parts, details = [masked(part) for part in parts], masked(details)
    return EndWords(title, "\n".join(part for part in parts if part), details, True)


def number_words(number: str, policy: Policy) -> str:
    """A number as people write it, or masked."""
    if policy.mask_numbers:
        return clean(policy.number(number), 40)
    key = party_key(number)
    if len(key) != _TURKISH_DIGITS + 1 or not key.startswith("0") or key.startswith("00"):
        return clean(number, 40)
    return f"{key[:4]} {key[4:7]} {key[7:9]} {key[9:]}"


def _own(words: str) -> str:
    return clean(words, _NAME) or _DASH
