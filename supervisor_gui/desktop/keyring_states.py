"""What became of a call to the keyring, and the words for it. It calls no keyring."""

import enum

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean


class KeyringState(enum.Enum):
    """How the keyring answered."""

    READY = "ready"
    MISSING = "missing"
    """No back end, or none that keeps secrets as an operating system does."""
    NULL = "null"
    """A back end that takes everything and keeps nothing."""
    LOCKED = "locked"
    """Locked, and its question has not been asked yet."""
    DISMISSED = "dismissed"
    """It stayed locked after its question: closed by the user, or there was nowhere to show it."""
    HANGING = "hanging"
    FAILED = "failed"


class Outcome(msgspec.Struct, frozen=True):
    """The end of one call.

    Attributes:
        state: How the keyring answered.
        backend: Name of the back end, empty while unknown.
        detail: The keyring's own words or ours; never a secret.
    """

    state: KeyringState
    backend: str = ""
    detail: str = ""


def explain_keyring(outcome: Outcome) -> str:
    """What `outcome` means for the user and what can be done, in today's language."""
    words = _words(outcome.state)
    detail = clean(outcome.detail)
    if outcome.state is KeyringState.FAILED and detail:
        words = f"{words} ({detail})"
    if outcome.state is KeyringState.READY:
        return words
    return f"{words} {_for_this_run()} {_advice(outcome.state)}"


def _for_this_run() -> str:
    return translate("Keyring", "The password is kept for this run only: the program will ask again at the next start.")


def _words(state: KeyringState) -> str:
    match state:
        case KeyringState.READY:
            return translate("Keyring", "The password is kept in the keyring of this computer.")
        case KeyringState.MISSING:
            return translate("Keyring", "This computer has no keyring that can keep a password.")
        case KeyringState.NULL:
            return translate("Keyring", "The keyring that is set on this computer forgets everything it is given.")
        case KeyringState.LOCKED:
            return translate("Keyring", "The keyring is locked.")
        case KeyringState.DISMISSED:
            return translate("Keyring", "The keyring stayed locked: its question was closed or could not be shown.")
        case KeyringState.HANGING:
            return translate("Keyring", "The keyring does not answer.")
        case KeyringState.FAILED:
            return translate("Keyring", "The keyring could not keep or find the password.")


def _advice(state: KeyringState) -> str:
    match state:
        case KeyringState.MISSING:
            return translate(
                "Keyring", "To keep it: on Linux start GNOME Keyring or KWallet in this session, then the program."
            )
        case KeyringState.NULL:
            return translate(
                "Keyring", "To keep it: remove PYTHON_KEYRING_BACKEND or the choice in keyringrc.cfg, then start again."
            )
        case KeyringState.LOCKED:
            return translate("Keyring", "To keep it: unlock the keyring when it asks for its own password.")
        case KeyringState.DISMISSED:
            return translate(
                "Keyring", "To keep it: start the program again and answer the keyring. It asks once in a run."
            )
        case KeyringState.HANGING:
            return translate("Keyring", "To keep it: find the hidden window of the keyring, answer it and save again.")
        case _:
            return translate("Keyring", "To keep it: mend what is named here; “supervisor-gui doctor” tells more.")
