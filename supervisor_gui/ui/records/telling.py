"""What the page says about the calls it shows: what narrows them, why there are none, which days are kept. Pure."""

from datetime import date, datetime

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.record_sql import needle
from supervisor_gui.history.record_values import KeptSpan, RecordFilter
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.reports.record_words import narrowing_words
from supervisor_gui.text import clean
from supervisor_gui.ui.records.choices import Choices, refused, unique_id

JOINT = " · "


def narrowing(wanted: RecordFilter, choices: Choices, policy: Policy) -> str:
    """What narrows the calls beside their days."""
    if unique_id(choices.text):
        return translate("RecordsPage", "Enter looks this call id up")
    if refused(choices, policy) and not wanted.numbers:
        return translate("RecordsPage", "Numbers are hidden on this seat, so calls are not found by their digits")
    parts = list(narrowing_words(msgspec.structs.replace(wanted, numbers=(), words=""), policy.number))
    if wanted.numbers or wanted.words:
        whole = wanted.numbers == (needle(choices.text),)
        words = translate("RecordsPage", "Number {what}") if whole else translate("RecordsPage", "Name with {what}")
        parts.insert(0, words.format(what=clean(choices.text, 40)))
    return JOINT.join(parts)


def looked_up(text: str) -> str:
    """Which id was looked up."""
    return translate("RecordsPage", "Call id {id}").format(id=clean(text, 60))


def not_found() -> str:
    """A look-up found nothing."""
    return translate(
        "RecordsPage",
        "No call has this id, neither among those kept nor at the PBX. Check that the whole id was entered.",
    )


def not_exported() -> str:
    """A call that was looked up goes into no file."""
    return translate("RecordsPage", "A call found by its id is not exported: clear the search first.")


def nothing(choices: Choices, missing: int) -> str:
    """Why there are no rows."""
    if missing:
        return translate("RecordsPage", "No call so far: %n day(s) have not come from the PBX yet.", None, missing)
    if choices.narrowed:
        return translate("RecordsPage", "No call of these days fits.")
    return translate("RecordsPage", "There were no calls in these days.")


def kept(span: KeptSpan, missing: int, today: date) -> tuple[str, ...]:
    """Which days have not come yet, and up to when the running day is known."""
    notes = []
    if missing:
        notes.append(translate("RecordsPage", "%n day(s) of these have not come from the PBX yet.", None, missing))
    if span.as_of:
        at = datetime.fromtimestamp(span.as_of, PBX_ZONE)
        clock = f"{at:%H:%M}" if at.date() == today else f"{at:%d.%m.%Y %H:%M}"
        notes.append(translate("RecordsPage", "Calls that ended up to {time} are here.").format(time=clock))
    return tuple(notes)
