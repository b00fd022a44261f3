"""The two families of errors: what the world did (known) and what we did wrong (a bug). Not the words shown to users.

Exception
├── KnownError      network, PBX, keyring, disk, settings: told in words with a hint
└── anything else   ours: reported with a redacted trace, the program goes on
"""


class KnownError(Exception):
    """Something outside the program went wrong and the user can be told what to do.

    Attributes:
        details: The outside world's own words, plain text, never a secret.
    """

    def __init__(self, message: str, *, details: str = "") -> None:
        super().__init__(message)
        self.details = details


class SettingsError(KnownError):
    """A value on the command line or in the settings file cannot be used."""


class StoreError(KnownError):
    """The local database or a file of ours cannot be read or written."""
