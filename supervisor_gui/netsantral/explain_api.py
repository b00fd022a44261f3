"""Explanations of what the API host refuses, and of its answers that do not come. Call control is not here."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.netsantral.explanation import Words

API_WORDS: Mapping[str, Words] = {
    "queue_numbers/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not accept the login for external numbers"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong, the API right is missing, or this computer's address is not allowed.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
    "queue_numbers/not_enabled": Words(
        QT_TRANSLATE_NOOP("Errors", "The account may not manage external numbers"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The service is not enabled for the account, or this computer's address is not allowed.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Switch the API on in the portal, add your address there, or ask Netgsm."),
    ),
    "queue_numbers/pbx_info": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not know this PBX"),
        QT_TRANSLATE_NOOP("Errors", "The PBX's number in the profile does not belong to the account."),
        QT_TRANSLATE_NOOP("Errors", "Check the PBX's number in the profile: ten digits without a leading 0."),
    ),
    "queue_numbers/tenant": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX number does not fit the account"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm calls the PBX number an invalid tenant."),
        QT_TRANSLATE_NOOP("Errors", "Check the PBX's number in the profile."),
    ),
    "queue_numbers/parameter": Words(
        QT_TRANSLATE_NOOP("Errors", "A value for the external number is missing or wrong"),
        QT_TRANSLATE_NOOP("Errors", "Number, queue or penalty is not as Netgsm wants it."),
        QT_TRANSLATE_NOOP("Errors", "Enter ten digits without 0, a queue of this PBX and a penalty from 1 to 10."),
    ),
    "queue_numbers/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "The limit for external numbers is reached"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Netgsm takes 2 changes a minute, 5 numbers per queue, and numbers in 5 queues at once.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Wait a minute. If it comes again, remove a number from the queue or empty one queue.",
        ),
    ),
    "queue_numbers/system": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm reports a system error"),
        QT_TRANSLATE_NOOP("Errors", "The fault is with Netgsm; the number was most likely not changed."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes and try again; if it stays so, tell Netgsm code 100."),
    ),
    "report/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not accept the login for call records"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong, the API right is missing, or this computer's address is not allowed.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
    "report/no_record": Words(
        QT_TRANSLATE_NOOP("Errors", "There are no calls in this time"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm found no record; that is an answer, not a fault."),
        QT_TRANSLATE_NOOP("Errors", "Choose another time span or another number."),
    ),
    "report/date": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm cannot read the dates"),
        QT_TRANSLATE_NOOP("Errors", "The time span was not sent as the record service wants it."),
        QT_TRANSLATE_NOOP("Errors", "Choose the dates again; if it stays so, send the program's log to its makers."),
    ),
    "report/span": Words(
        QT_TRANSLATE_NOOP("Errors", "The time span is too long"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm gives call records for at most seven days at a time."),
        QT_TRANSLATE_NOOP("Errors", "Choose a shorter span; the program asks day by day where it can."),
    ),
    "report/query": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not understand the query"),
        QT_TRANSLATE_NOOP("Errors", "A value of the search is missing or wrong."),
        QT_TRANSLATE_NOOP("Errors", "Check number and dates and search again."),
    ),
    "report/rejected_query": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm rejects the query"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not say why; a value it does not expect is the likely cause."),
        QT_TRANSLATE_NOOP("Errors", "Search without a number, for one day; if it stays so, tell Netgsm code 72."),
    ),
    "report/80": Words(
        QT_TRANSLATE_NOOP("Errors", "Call records are not available now"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Code 80 has two meanings: too many queries, or NetSantral is not in use on this account.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Wait a minute and try once more; if it comes again, ask Netgsm whether the service is active.",
        ),
    ),
    "report/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "The query limit for call records is reached"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm answers two record queries a minute."),
        QT_TRANSLATE_NOOP("Errors", "Wait a minute; the program goes on by itself."),
    ),
    "report/cut": Words(
        QT_TRANSLATE_NOOP("Errors", "The connection broke before the call records came"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed; asking again does no harm."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and try again in a minute."),
    ),
    "report/deadline": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm did not send the call records in time"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed; asking again does no harm."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a minute; if it stays so, tell Netgsm."),
    ),
    "report/not_enabled": Words(
        QT_TRANSLATE_NOOP("Errors", "Call records are not enabled for the account"),
        QT_TRANSLATE_NOOP("Errors", "The report right is missing, or this computer's address is not allowed."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm to enable reports, and add your address in the portal."),
    ),
    "statistics/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not accept the login for statistics"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong, the API right is missing, or this computer's address is not allowed.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
    "statistics/no_record": Words(
        QT_TRANSLATE_NOOP("Errors", "There are no incoming calls in this time"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm found nothing to count; that is an answer, not a fault."),
        QT_TRANSLATE_NOOP("Errors", "Choose another day or a longer span."),
    ),
    "statistics/date": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm cannot read the dates"),
        QT_TRANSLATE_NOOP("Errors", "The time was not sent as the statistics service wants it."),
        QT_TRANSLATE_NOOP("Errors", "Choose the dates again; if it stays so, send the program's log to its makers."),
    ),
    "statistics/span": Words(
        QT_TRANSLATE_NOOP("Errors", "The time span is too long"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm gives statistics for at most seven days at a time."),
        QT_TRANSLATE_NOOP("Errors", "Choose a span of seven days or less."),
    ),
    "statistics/query": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not understand the query"),
        QT_TRANSLATE_NOOP("Errors", "A value of the question for statistics is missing or wrong."),
        QT_TRANSLATE_NOOP("Errors", "Check the dates and ask again; if it stays so, tell Netgsm code 70."),
    ),
    "statistics/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "The query limit for statistics is reached"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm answers two statistics queries a minute."),
        QT_TRANSLATE_NOOP("Errors", "Wait a minute; the program goes on by itself."),
    ),
    "statistics/not_enabled": Words(
        QT_TRANSLATE_NOOP("Errors", "Statistics are not enabled for the account"),
        QT_TRANSLATE_NOOP("Errors", "The right is missing, or this computer's address is not allowed."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm to enable statistics, and add your address in the portal."),
    ),
    "autodial/credentials": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm does not accept the login for auto-dial lists"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "User or password is wrong, the API right is missing, or this computer's address is not allowed.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the account's number, the sub-user's password and the allowed addresses in the portal, then "
            "enter the password anew.",
        ),
    ),
    "autodial/not_enabled": Words(
        QT_TRANSLATE_NOOP("Errors", "The account may not use auto-dial lists from here"),
        QT_TRANSLATE_NOOP("Errors", "The right is missing, or this computer's address is not allowed."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm for the right, and add your address in the portal."),
    ),
    "autodial/no_package": Words(
        QT_TRANSLATE_NOOP("Errors", "The account has no auto-dialer"),
        QT_TRANSLATE_NOOP("Errors", "Auto-dial lists need a package of their own."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm for the package."),
    ),
    "autodial/parameter": Words(
        QT_TRANSLATE_NOOP("Errors", "A value of the auto-dial list is missing or wrong"),
        QT_TRANSLATE_NOOP("Errors", "The PBX's words in the details name the value."),
        QT_TRANSLATE_NOOP("Errors", "Correct that value and save the list again."),
    ),
    "autodial/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "The query limit for auto-dial lists is reached"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm takes about ten requests a minute for these lists."),
        QT_TRANSLATE_NOOP("Errors", "Wait a minute; the program goes on by itself."),
    ),
    "autodial/bad_id": Words(
        QT_TRANSLATE_NOOP("Errors", "The list's number is not valid"),
        QT_TRANSLATE_NOOP("Errors", "A list's id is a whole number above zero."),
        QT_TRANSLATE_NOOP("Errors", "Load the lists again and choose one of them."),
    ),
    "autodial/no_list": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no such list, or you may not see it"),
        QT_TRANSLATE_NOOP("Errors", "The list was deleted or belongs to another user."),
        QT_TRANSLATE_NOOP("Errors", "Load the lists again; ask its owner for the right."),
    ),
    "autodial/rows_failed": Words(
        QT_TRANSLATE_NOOP("Errors", "Numbers were not added to the list"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm took the request but not the numbers, though its code says 200."),
        QT_TRANSLATE_NOOP("Errors", "Check the numbers and whether the list takes new ones, then add them again."),
    ),
    "autodial/not_done": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm did not carry it out"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm took the request but did nothing, though its code says 200."),
        QT_TRANSLATE_NOOP("Errors", "The PBX's words in the details say why: put that right and try again."),
    ),
    "not_xml": Words(
        QT_TRANSLATE_NOOP("Errors", "The PBX's statistics cannot be read"),
        QT_TRANSLATE_NOOP("Errors", "The answer is not in the form that the service promises."),
        QT_TRANSLATE_NOOP("Errors", "Try again later; if it stays so, send the program's log to its makers."),
    ),
}
