"""Explanations of what call control and the event stream refuse, by reason. Codes are read in `codec_refusals`."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.netsantral.explanation import Words

PBX_WORDS: Mapping[str, Words] = {
    "pbx/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX does not accept the login"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong, or this computer's address is not allowed. Nothing more is sent, so that "
            "the account is not locked.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
    "pbx/parameter": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX misses or does not accept a value"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "With code 30 call control means the request's values, not the password. The PBX may want a queue's name.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the extension, the queue's name and the reason, and enter the queue names in the profile.",
        ),
    ),
    "pbx/parameter_2": Words(
        QT_TRANSLATE_NOOP("Errors", "Extension or outgoing line is wrong"),
        QT_TRANSLATE_NOOP("Errors", "The PBX does not know the extension or the line that was named."),
        QT_TRANSLATE_NOOP("Errors", "Check both numbers; the line has ten digits without a leading 0."),
    ),
    "pbx/no_queue": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX has no queue of this name"),
        QT_TRANSLATE_NOOP("Errors", "The name is spelt otherwise, or the queue was removed in the portal."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Compare the name with the portal, capital letters included, and correct it in the profile.",
        ),
    ),
    "pbx/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX takes no more queries for now"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Too many queries were sent for this account within a minute, perhaps by another program too.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Wait a minute or two; the program slows down by itself. Set how many programs use the account in the "
            "settings.",
        ),
    ),
    "pbx/bad_uri": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX does not know this request"),
        QT_TRANSLATE_NOOP("Errors", "The address lacks this service, or the service was renamed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the PBX's address in the profile; if it is right, look for a newer version of the program.",
        ),
    ),
    "pbx/not_enabled": Words(
        QT_TRANSLATE_NOOP("Errors", "The account may not use this interface"),
        QT_TRANSLATE_NOOP("Errors", "The API right is missing, or this computer's address is not allowed."),
        QT_TRANSLATE_NOOP("Errors", "Switch the API on for the sub-user in the portal and add your address there."),
    ),
    "no_such_queue": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX knows no such queue"),
        QT_TRANSLATE_NOOP("Errors", "The extension's membership was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Compare the queue's name with the portal, capital letters included."),
    ),
    "already_member": Words(
        QT_TRANSLATE_NOOP("Errors", "The extension is in the queue already"),
        QT_TRANSLATE_NOOP("Errors", "Somebody added it before; it stays as it is."),
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be done. To change its penalty, remove it and add it again."),
    ),
    "not_member": Words(
        QT_TRANSLATE_NOOP("Errors", "The extension is not in the queue"),
        QT_TRANSLATE_NOOP("Errors", "Somebody removed it before, or it was never a member."),
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be done. Look at the board after the next status."),
    ),
    "static_member": Words(
        QT_TRANSLATE_NOOP("Errors", "A fixed member cannot be removed from here"),
        QT_TRANSLATE_NOOP("Errors", "The extension was put into the queue in the portal."),
        QT_TRANSLATE_NOOP("Errors", "Remove it in the Netgsm portal, or put it on break instead."),
    ),
    "interface_not_found": Words(
        QT_TRANSLATE_NOOP("Errors", "The extension is no member of this queue"),
        QT_TRANSLATE_NOOP("Errors", "A break can be set only for a member of the queue."),
        QT_TRANSLATE_NOOP("Errors", "Add the extension to the queue first, or choose a queue it belongs to."),
    ),
    "pbx_memory": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX is out of memory"),
        QT_TRANSLATE_NOOP("Errors", "The PBX could not carry out the change."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes and try again; if it stays so, tell Netgsm."),
    ),
    "queue_error": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX reports an error in the queue"),
        QT_TRANSLATE_NOOP("Errors", "The change was not made in at least one queue."),
        QT_TRANSLATE_NOOP("Errors", "Read the PBX's words in the details and look at the board after the next status."),
    ),
    "no_registration": Words(
        QT_TRANSLATE_NOOP("Errors", "The phone is not connected to the PBX"),
        QT_TRANSLATE_NOOP("Errors", "The extension or the line is not registered, so no call was made."),
        QT_TRANSLATE_NOOP("Errors", "Switch the phone on or log in to the softphone, then try again."),
    ),
    "rejected_call": Words(
        QT_TRANSLATE_NOOP("Errors", "The call was rejected"),
        QT_TRANSLATE_NOOP("Errors", "The other side pressed the reject key or is on do-not-disturb."),
        QT_TRANSLATE_NOOP("Errors", "Try later or another number."),
    ),
    "no_answer": Words(
        QT_TRANSLATE_NOOP("Errors", "Nobody answered"),
        QT_TRANSLATE_NOOP("Errors", "It rang until the time was over."),
        QT_TRANSLATE_NOOP("Errors", "Try later, or choose a longer ringing time."),
    ),
    "busy_line": Words(
        QT_TRANSLATE_NOOP("Errors", "The line is busy"),
        QT_TRANSLATE_NOOP("Errors", "The other side is on the phone."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a few minutes."),
    ),
    "unknown_reason": Words(
        QT_TRANSLATE_NOOP("Errors", "The call failed for a reason the PBX does not tell"),
        QT_TRANSLATE_NOOP("Errors", "No connection was made."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the number and try again; if it stays so, ask Netgsm with the time of the call.",
        ),
    ),
    "unsuccessful": Words(
        QT_TRANSLATE_NOOP("Errors", "The call could not be sent to its destination"),
        QT_TRANSLATE_NOOP("Errors", "The number was not reached, or the menu or queue does not exist."),
        QT_TRANSLATE_NOOP("Errors", "Check the number and the name of the menu or queue."),
    ),
    "channel": Words(
        QT_TRANSLATE_NOOP("Errors", "The order of the two sides is not valid"),
        QT_TRANSLATE_NOOP("Errors", "The PBX does not know which side it should ring first."),
        QT_TRANSLATE_NOOP("Errors", "Choose extension first or customer first, then try again."),
    ),
    "no_call": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX has no such call any more"),
        QT_TRANSLATE_NOOP("Errors", "The call ended before the command reached it."),
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be done. Look at the board after the next status."),
    ),
    "call_parameter": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX does not accept a value of the call"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "With code 30 call control means the request's values, not the password. The call may be over, or a "
            "number is wrong.",
        ),
        QT_TRANSLATE_NOOP("Errors", "See whether the call still goes on, and check the numbers and the line."),
    ),
    "queued": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX took the order and tells no outcome yet"),
        QT_TRANSLATE_NOOP("Errors", "The call is being set up; success shows only when a phone rings."),
        QT_TRANSLATE_NOOP("Errors", "Watch the phone or the board. Do not send it again at once."),
    ),
    "unclear_yes": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX says yes and no at once"),
        QT_TRANSLATE_NOOP("Errors", "Its words tell of success, its code of an error."),
        QT_TRANSLATE_NOOP("Errors", "Look at the board after the next status before you repeat it."),
    ),
    "other": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX refused the request"),
        QT_TRANSLATE_NOOP("Errors", "The reason is one that this program does not know yet."),
        QT_TRANSLATE_NOOP("Errors", "Read the PBX's words in the details; if they do not help, send them to Netgsm."),
    ),
    "events/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "The event stream does not accept the login"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong. The program does not try again by itself, because repeated wrong logins "
            "may block the address.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
}
