"""Numbers to be dialled in words: what one is, what the PBX is told, and why a text cannot be called."""

from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind
from supervisor_gui.ui.calls.country_words import country


def kind_words(dialled: Dialled) -> str:
    """What kind of number it is, in a word or two; a number abroad goes by its country."""
    if dialled.region:
        return country(dialled.region)
    words = {
        NumberKind.EXTENSION: translate("Numbers", "extension"),
        NumberKind.SERVICE: translate("Numbers", "service number"),
        NumberKind.MOBILE: translate("Numbers", "mobile"),
        NumberKind.GEOGRAPHIC: translate("Numbers", "landline"),
        NumberKind.CORPORATE: translate("Numbers", "0850 line"),
        NumberKind.SHORT_LINE: translate("Numbers", "444 line"),
        NumberKind.FREE: translate("Numbers", "toll-free"),
        NumberKind.CHARGED: translate("Numbers", "charged number"),
        NumberKind.FOREIGN: translate("Numbers", "abroad"),
    }
    return words[dialled.kind]


def wire_words(dialled: Dialled) -> str:
    """What will be dialled, exactly as the PBX is told."""
    if dialled.kind is NumberKind.EXTENSION:
        return translate("Numbers", "rings extension {number}").format(number=dialled.wire)
    return translate("Numbers", "dials {number}").format(number=dialled.wire)


def refusal_words(reason: str) -> str:
    """Why a text cannot be called and what to do, by the reading's word; empty when nothing was refused."""
    if not reason:
        return ""
    words = {
        "empty": translate("Numbers", "Type a number, an extension or a name."),
        "letters": translate(
            "Numbers", "A number has no letters. Choose the name from the list, or type the digits alone."
        ),
        "too_short": translate("Numbers", "The number is too short. Type it with its area code, as in 0312 111 00 00."),
        "too_long": translate(
            "Numbers", "The number is too long. Take away what is too much; begin a number abroad with + or 00."
        ),
        "several": translate("Numbers", "There is more than one number. Leave the one to be called."),
        "parameters": translate("Numbers", "There is more than a number in this. Type the number alone."),
        "unknown_extension": translate(
            "Numbers", "No extension with this number is known. Add it to the directory, or type a whole number."
        ),
        "has_extension": translate(
            "Numbers",
            "An extension stands behind the number. Take it away, and enter it on the phone once the call is answered.",
        ),
    }
    return words.get(reason) or translate("Numbers", "There is no such number. Check its digits.")
