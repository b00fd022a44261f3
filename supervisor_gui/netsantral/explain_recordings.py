"""Explanations of recordings that do not come. What is not about recordings alone is told elsewhere."""

from collections.abc import Mapping

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.netsantral.explanation import Words

_NO_WAY = Words(
    QT_TRANSLATE_NOOP("Errors", "Netgsm's server of recordings cannot be reached"),
    QT_TRANSLATE_NOOP("Errors", "There is no connection to dosyaindir.netgsm.com.tr, so nothing was fetched."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Check the internet connection. If all else works, ask whoever runs your network to open that address.",
    ),
)

RECORDING_WORDS: Mapping[str, Words] = {
    **{f"recordings/{reason}": _NO_WAY for reason in ("dns", "refused", "unreachable", "connect_timeout", "connect")},
    "recordings/cut": Words(
        QT_TRANSLATE_NOOP("Errors", "The connection broke in the middle of the recording"),
        QT_TRANSLATE_NOOP("Errors", "A part of it came and was deleted again; nothing half is kept."),
        QT_TRANSLATE_NOOP("Errors", "Try again; if it breaks each time, check the internet connection."),
    ),
    "recordings/deadline": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording does not come any further"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm's server sent nothing for too long; nothing half is kept."),
        QT_TRANSLATE_NOOP("Errors", "Try again; if it stays so, listen to the recording in the Netgsm portal."),
    ),
    "recordings/closed": Words(
        QT_TRANSLATE_NOOP("Errors", "The program was closing the connection"),
        QT_TRANSLATE_NOOP("Errors", "The recording was not fetched to its end; nothing half is kept."),
        QT_TRANSLATE_NOOP("Errors", "Fetch the recording again once the program is connected."),
    ),
    "recordings/http": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm's server of recordings has a fault"),
        QT_TRANSLATE_NOOP("Errors", "It answered with an error in the place of the recording."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes. If it stays so, tell Netgsm the code from the details."),
    ),
    "recordings/limit": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm gives no more recordings for now"),
        QT_TRANSLATE_NOOP("Errors", "Too many recordings were fetched in a short time."),
        QT_TRANSLATE_NOOP("Errors", "Wait a minute, then try again."),
    ),
    "recording_no_record": Words(
        QT_TRANSLATE_NOOP("Errors", "Netgsm has no record of this call any more"),
        QT_TRANSLATE_NOOP("Errors", "Records and their recordings are deleted there after some time."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm how long recordings are kept, and save sooner what you need."),
    ),
    "recording_none": Words(
        QT_TRANSLATE_NOOP("Errors", "There is no recording of this conversation"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm tells of none: it was not recorded, or has been deleted there."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm how long recordings are kept, and save sooner what you need."),
    ),
    "recording_host": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording is not at Netgsm"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The link leads to a place that the program does not trust, so nothing was fetched.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Listen to the recording in the Netgsm portal; if this happens with every call, tell Netgsm.",
        ),
    ),
    "recording_file": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording cannot be saved"),
        QT_TRANSLATE_NOOP("Errors", "The disk is full, or the folder cannot be written to."),
        QT_TRANSLATE_NOOP("Errors", "Make room or choose another folder, then try again."),
    ),
    "recording_gone": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording is no longer at its link"),
        QT_TRANSLATE_NOOP("Errors", "Netgsm's server answers but does not give the recording; links can expire."),
        QT_TRANSLATE_NOOP("Errors", "Ask Netgsm how long recordings are kept, and save sooner what you need."),
    ),
    "recording_large": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording is far too large"),
        QT_TRANSLATE_NOOP("Errors", "The program stopped at 512 MB to protect the disk; nothing was saved."),
        QT_TRANSLATE_NOOP("Errors", "Listen to the recording in the Netgsm portal."),
    ),
    "recording_empty": Words(
        QT_TRANSLATE_NOOP("Errors", "The recording is empty"),
        QT_TRANSLATE_NOOP("Errors", "What came is too short for any sound; the recording may not be ready yet."),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes after the call and try again."),
    ),
    "recording_page": Words(
        QT_TRANSLATE_NOOP("Errors", "A web page came instead of the recording"),
        QT_TRANSLATE_NOOP("Errors", "The link has expired, or a login page of the network answered."),
        QT_TRANSLATE_NOOP("Errors", "See in a browser whether the network asks for a login, then try again."),
    ),
    "recording_type": Words(
        QT_TRANSLATE_NOOP("Errors", "What came is no recording"),
        QT_TRANSLATE_NOOP("Errors", "It is neither a WAV nor an MP3 file, so nothing was saved."),
        QT_TRANSLATE_NOOP("Errors", "Try again later; if it stays so, tell Netgsm the call's id."),
    ),
}
