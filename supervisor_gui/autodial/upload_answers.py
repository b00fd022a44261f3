"""What an answer says about the numbers that were sent: pure, for one request. It sends and keeps nothing."""

import enum
from collections import defaultdict, deque
from collections.abc import Sequence

import msgspec

from supervisor_gui.autodial.failures import NO_SUCH_LIST
from supervisor_gui.autodial.values import RowOutcome, RowState, UploadRow
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NotSent, PbxError, TransportError
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import AddedNumber, AddResult

_DOUBTED = frozenset({"rows_failed"})


class Next(enum.Enum):
    """What follows for the upload."""

    WAIT = "wait"
    """Try again after a while."""
    ASK = "ask"
    """Ask for a report first."""
    PAUSE = "pause"
    """Wait for the user."""


class Failure(msgspec.Struct, frozen=True):
    """What a request that failed means.

    Attributes:
        state: What becomes of the numbers that were sent.
        follows: What follows for the upload.
        pause: Why it pauses, a stable word of `UploadJob.why`; empty when it does not.
    """

    state: RowState
    follows: Next
    pause: str = ""


def told_outcomes(rows: Sequence[UploadRow], answer: AddResult) -> tuple[RowOutcome, ...]:
    """What the answer tells of each number; one that it does not tell is UNKNOWN.

    Numbers are told in any order and spelling; of one that was sent twice the first gets the first answer.
    """
    told: dict[str, deque[AddedNumber]] = defaultdict(deque)
    for added in answer.rows:
        told[national_number(added.number)].append(added)
    return tuple(_outcome(row, told[row.number], answer.words) for row in rows)


def _outcome(row: UploadRow, told: deque[AddedNumber], words: str) -> RowOutcome:
    if not told:
        return RowOutcome(row.place, RowState.UNKNOWN)
    added = told.popleft()
    if added.added:
        return RowOutcome(row.place, RowState.SENT)
    return RowOutcome(row.place, RowState.REFUSED, added.words or words)


def failure(error: PbxError) -> Failure:
    """What an error means for the numbers of its request."""
    if isinstance(error, NotSent | LimitReached):
        return Failure(RowState.WAITING, Next.WAIT)
    if isinstance(error, BadCredentials):
        return Failure(RowState.WAITING, Next.PAUSE, "credentials")
    if isinstance(error, TransportError) or error.reason in _DOUBTED:
        return Failure(RowState.UNKNOWN, Next.ASK)
    if error.reason in NO_SUCH_LIST:
        return Failure(RowState.WAITING, Next.PAUSE, "gone")
    return Failure(RowState.REFUSED, Next.PAUSE, "refused")


def words_of(error: PbxError) -> str:
    """The PBX's own words, else the stable reason."""
    return error.words or error.reason
