"""Words for the numbers of auto-dial lists that screen and files share. Values in, text out."""

from supervisor_gui.autodial.values import NumberState
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.text import clean

LONGEST_WORDS = 200

OUR_REFUSALS = {
    "deleted": QT_TRANSLATE_NOOP("Campaigns", "Everything about this number was deleted for good: it is not called."),
    "do_not_call": QT_TRANSLATE_NOOP("Campaigns", "On the do-not-call list"),
    "cancelled": QT_TRANSLATE_NOOP("Campaigns", "Cancelled before it was sent"),
    "twice": QT_TRANSLATE_NOOP("Campaigns", "The list has this number already."),
}
"""Why we ourselves did not send a number, by the word of `UploadRow.why`."""


def refusal_words(why: str) -> str:
    """Why a number was refused; the PBX's own words stand for themselves."""
    return translate("Campaigns", OUR_REFUSALS[why]) if why in OUR_REFUSALS else clean(why, LONGEST_WORDS)


def number_state_word(state: NumberState, own: str = "") -> str:
    """Where one number stands; `own` is the PBX's word, told when we know none."""
    words = {
        NumberState.NEVER: translate("Campaigns", "Never called"),
        NumberState.REACHED: translate("Campaigns", "Reached"),
        NumberState.FAILED: translate("Campaigns", "Failed"),
        NumberState.RETRY: translate("Campaigns", "To be called again"),
        NumberState.WAITING: translate("Campaigns", "Waits to be sent"),
        NumberState.UNDERWAY: translate("Campaigns", "Being sent"),
        NumberState.SENT: translate("Campaigns", "Sent"),
        NumberState.REFUSED: translate("Campaigns", "Refused"),
        NumberState.UNKNOWN: translate("Campaigns", "Unknown whether it arrived"),
    }
    return words.get(state) or clean(own, LONGEST_WORDS) or translate("Campaigns", "Other")
