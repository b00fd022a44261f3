"""The words of the form for a new list: choices, sentences below them, and what is wrong. No widgets, no decisions."""

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, ListKind, StopRule
from supervisor_gui.ui import format as figures

MISSING = "missing"

_REASONS = {
    ("name", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Give the list a name."),
    ("name", "long"): QT_TRANSLATE_NOOP("Campaigns", "A name has at most 50 characters."),
    ("name", "taken"): QT_TRANSLATE_NOOP("Campaigns", "Another list has this name: choose a different one."),
    ("prefix", "digits"): QT_TRANSLATE_NOOP("Campaigns", "Up to four digits and nothing else, or leave it empty."),
    ("kind", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Choose a kind."),
    ("days", "order"): QT_TRANSLATE_NOOP("Campaigns", "The last day lies before the first: change one of them."),
    ("days", "past"): QT_TRANSLATE_NOOP("Campaigns", "The last day is over: choose today or a later day."),
    ("times", "order"): QT_TRANSLATE_NOOP("Campaigns", "Calling must end later in the day than it begins."),
    ("numbers", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Choose numbers, or name phone-book groups."),
    ("numbers", "many_fixed"): QT_TRANSLATE_NOOP(
        "Campaigns", "A fixed list takes at most 5,000 numbers, all at once: choose a dynamic list or fewer numbers."
    ),
    ("department", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Choose one of your queues."),
    ("trunk", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Type the number of the line that calls go out on."),
    ("trunk", "digits"): QT_TRANSLATE_NOOP("Campaigns", "A line is a number: type its digits."),
    ("target_kind", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Choose what the called are connected to."),
    ("target", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Type its name as the portal shows it."),
    ("retries", "range"): QT_TRANSLATE_NOOP("Campaigns", "At most three further tries."),
    ("retry_minutes", "range"): QT_TRANSLATE_NOOP("Campaigns", "At most 1440 minutes between two tries."),
    ("limit", "range"): QT_TRANSLATE_NOOP("Campaigns", "Type a number from 1 to 9999."),
    ("stop_limit", MISSING): QT_TRANSLATE_NOOP("Campaigns", "Type the figure at which it stops."),
    ("stop_limit", "percent"): QT_TRANSLATE_NOOP("Campaigns", "A share is at most 100 percent."),
    ("url", "https"): QT_TRANSLATE_NOOP("Campaigns", "Begin with https:// so that nobody else can read it."),
    ("url", "url"): QT_TRANSLATE_NOOP("Campaigns", "That is not a whole web address: check it."),
}


def reason_words(field: str, word: str) -> str:
    """Why a field is not right, and what to do (`autodial.draft.check`)."""
    return translate("Campaigns", _REASONS[field, word])


def kind_choices() -> tuple[tuple[str, ListKind], ...]:
    """Both kinds of list."""
    return (
        (translate("Campaigns", "Dynamic list"), ListKind.DYNAMIC),
        (translate("Campaigns", "Fixed list"), ListKind.FIXED),
    )


def kind_sentence(kind: ListKind) -> str:
    """What a kind means for whoever runs the list."""
    if kind is ListKind.FIXED:
        return translate("Campaigns", "It ends with its last number; it takes no further numbers.")
    return translate("Campaigns", "It goes on; numbers can be added at any time.")


def target_choices() -> tuple[tuple[str, TargetKind], ...]:
    """What the called can be connected to."""
    return (
        (translate("Campaigns", "Queue"), TargetKind.QUEUE),
        (translate("Campaigns", "IVR"), TargetKind.IVR),
        (translate("Campaigns", "Announcement"), TargetKind.ANNOUNCEMENT),
    )


def retry_sentence(tries: int, minutes: int) -> str:
    """What becomes of a number that was not reached."""
    if not tries:
        return translate("Campaigns", "Numbers not reached are not tried again.")
    words = translate("Campaigns", "Numbers not reached are tried %n more time(s), {minutes} min apart.", None, tries)
    return words.format(minutes=minutes)


def limit_choices() -> tuple[tuple[str, LimitRule], ...]:
    """What the limit beside it means."""
    return (
        (translate("Campaigns", "free agents + n"), LimitRule.FREE_PLUS),
        (translate("Campaigns", "free agents × n"), LimitRule.FREE_TIMES),
        (translate("Campaigns", "n IVR calls a minute"), LimitRule.CALLS_PER_MINUTE),
    )


def limit_sentence(rule: LimitRule, limit: int) -> str:
    """The pace with its number."""
    if rule is LimitRule.FREE_TIMES:
        words = translate("Campaigns", "At once: {n} calls for each free agent.")
    elif rule is LimitRule.CALLS_PER_MINUTE:
        words = translate("Campaigns", "Each minute: {n} calls, whether agents are free or not.")
    else:
        words = translate("Campaigns", "At once: one call for each free agent, and {n} more.")
    return words.format(n=figures.count(limit))


def stop_choices() -> tuple[tuple[str, StopRule], ...]:
    """What may end a list early."""
    return (
        (translate("Campaigns", "nothing stops it early"), StopRule.NONE),
        (translate("Campaigns", "n reached calls"), StopRule.REACHED_COUNT),
        (translate("Campaigns", "n percent reached"), StopRule.REACHED_PERCENT),
        (translate("Campaigns", "n failed calls"), StopRule.FAILED_COUNT),
        (translate("Campaigns", "n percent failed"), StopRule.FAILED_PERCENT),
        (translate("Campaigns", "n calls in all"), StopRule.TOTAL_COUNT),
        (translate("Campaigns", "n percent called"), StopRule.TOTAL_PERCENT),
    )


def stop_sentence(rule: StopRule, limit: int) -> str:
    """The stop rule with its figure."""
    words = {
        StopRule.NONE: translate("Campaigns", "It calls until its last day, or until somebody stops it."),
        StopRule.REACHED_COUNT: translate("Campaigns", "It stops as soon as {n} calls were reached."),
        StopRule.REACHED_PERCENT: translate("Campaigns", "It stops as soon as {share} of its numbers were reached."),
        StopRule.FAILED_COUNT: translate("Campaigns", "It stops as soon as {n} calls failed."),
        StopRule.FAILED_PERCENT: translate("Campaigns", "It stops as soon as {share} of its numbers failed."),
        StopRule.TOTAL_COUNT: translate("Campaigns", "It stops after {n} calls, reached or not."),
        StopRule.TOTAL_PERCENT: translate("Campaigns", "It stops as soon as {share} of its numbers were called."),
    }
    return words[rule].format(n=figures.count(limit), share=figures.percent(limit / 100))


def consent_choices() -> tuple[tuple[str, Consent], ...]:
    """Whose consent is asked for before each call."""
    return (
        (translate("Campaigns", "No filter"), Consent.NONE),
        (translate("Campaigns", "Consumers (İYS 11)"), Consent.CONSUMER),
        (translate("Campaigns", "Traders (İYS 12)"), Consent.TRADER),
    )


def consent_sentence(consent: Consent) -> str:
    """What the filter does; the plain warning while there is none."""
    if consent is Consent.NONE:
        return translate(
            "Campaigns",
            "Commercial calls without the İYS filter may be against the law: people who did not consent are called "
            "too. Choose a filter unless these calls sell and promote nothing.",
        )
    return translate("Campaigns", "Netgsm calls only those whose consent to commercial calls stands in İYS.")


def url_sentence() -> str:
    """What goes to the web address."""
    return translate(
        "Campaigns",
        "After each call Netgsm sends to this address: the list's id, the called number, its name, the outcome, and "
        "what it was connected to. Leave it empty to send nothing.",
    )
