"""What can go wrong between us and the PBX, as a small tree that keeps the PBX's code and words.

KnownError
└── PbxError                 operation, code, words
    ├── TransportError       no usable answer; nothing is known of the outcome
    │   ├── NotSent          the request surely did not reach the PBX (refused, no name, no TLS)
    │   ├── NoAnswer         deadline, cut connection, HTTP error, redirect
    │   └── BadAnswer        an answer that cannot be read: HTML, empty, wrong shape, too large
    └── Refusal              the PBX answered no
        ├── BadCredentials   password, user, or address not allowed
        ├── LimitReached     too many requests
        └── (plain Refusal)  everything else, by code and words
"""

from supervisor_gui.errors import KnownError


class PbxError(KnownError):
    """An operation did not come to a good end.

    Attributes:
        operation: The operation's name in the endpoints table.
        reason: A stable short word that the explanations are keyed by.
        code: The PBX's code as text, empty if none.
        words: The PBX's own words, plain text.
    """

    def __init__(self, operation: str, reason: str, *, code: str = "", words: str = "", details: str = "") -> None:
        super().__init__(f"{operation}: {reason}" + (f" ({code})" if code else ""), details=details or words)
        self.operation = operation
        self.reason = reason
        self.code = code
        self.words = words


class TransportError(PbxError):
    """No usable answer came."""


class NotSent(TransportError):
    """The request did not reach the PBX, or only with a password that was replaced since: nothing was done."""


class NoAnswer(TransportError):
    """The request may have reached the PBX; what became of it is unknown."""


class BadAnswer(TransportError):
    """The PBX answered something that cannot be read."""


class Refusal(PbxError):
    """The PBX read the request and said no."""


class BadCredentials(Refusal):
    """The PBX does not accept this user, password or address."""


class LimitReached(Refusal):
    """The PBX counts too many requests."""
