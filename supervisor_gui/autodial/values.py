"""Auto-dial lists, their numbers and what is on its way to them, as frozen values. Nothing is asked or kept here."""

import enum

import msgspec

from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.types_autodial import (
    AutodialList,
    Consent,
    LimitRule,
    StopRule,
)


class ListState(enum.Enum):
    """Whether a list calls (docs/protocol.md, Auto-dial lists)."""

    NEW = "new"
    RUNNING = "running"
    STOPPED = "stopped"
    GONE = "gone"
    """The PBX listed it once and lists it no more."""
    OTHER = "other"
    """The PBX's own word stands for itself."""


class ListFigures(msgspec.Struct, frozen=True):
    """How many numbers of a list stand where.

    Attributes:
        never, reached, failed, retry: As of `ListReport`.
        as_of: Epoch seconds at which the report was asked for.
    """

    never: int = 0
    reached: int = 0
    failed: int = 0
    retry: int = 0
    as_of: float = 0.0

    @property
    def total(self) -> int:
        """All of them."""
        return self.never + self.reached + self.failed + self.retry

    @property
    def done(self) -> int:
        """Those that will not be called again."""
        return self.reached + self.failed


class KeptList(msgspec.Struct, frozen=True):
    """What a list was made with and the PBX does not tell again; kept because it was made here.

    Attributes:
        list_id: The list's id.
        made_at: Epoch seconds.
        who: The local user who made it.
        trunk, limit_rule, stop_rule, stop_limit, consent, url, groups: As of `NewList`.
    """

    list_id: str
    made_at: float
    who: str = ""
    trunk: str = ""
    limit_rule: LimitRule = LimitRule.FREE_PLUS
    stop_rule: StopRule = StopRule.NONE
    stop_limit: int = 0
    consent: Consent = Consent.NONE
    url: str = ""
    groups: tuple[str, ...] = ()


class RowState(enum.Enum):
    """How far a number has come on its way into a list."""

    WAITING = "waiting"
    UNDERWAY = "underway"
    """On record as being sent; no answer yet. What a killed program leaves so becomes UNKNOWN."""
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """It may have arrived; the next report that lists it settles that."""


class UploadRow(msgspec.Struct, frozen=True, gc=False):
    """One number on its way.

    Attributes:
        job: The upload it belongs to.
        place: Its place in it, from 0.
        number: In the form that requests use (`national_number`).
        name: Whom it belongs to.
        active, call_at, trunk: As of `ListNumber`; call_at in epoch seconds, 0 for none.
        state: How far it has come.
        why: Why it was refused: the PBX's words, or one of our stable words ("do_not_call", "cancelled", "deleted",
            "twice").
        at: Epoch seconds of the last change.
        absent_at: Epoch seconds of a whole report, asked for after it was sent, that does not list it; 0 for none.
    """

    job: int
    place: int
    number: str
    name: str = ""
    active: bool | None = None
    call_at: float = 0.0
    trunk: str = ""
    state: RowState = RowState.WAITING
    why: str = ""
    at: float = 0.0
    absent_at: float = 0.0


class JobState(enum.Enum):
    """What an upload is doing."""

    CREATING = "creating"
    """The request that makes its list is on record and unanswered."""
    CREATE_UNKNOWN = "create_unknown"
    """Nobody knows whether its list was made; the next overview tells."""
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    """Nothing waits any more; refused and unknown numbers may be left."""
    CANCELLED = "cancelled"


OVER = frozenset({JobState.DONE, JobState.CANCELLED})


class UploadJob(msgspec.Struct, frozen=True):
    """Numbers that go to one list.

    Attributes:
        id: Its number in the store.
        list_id: The list, empty until the list itself has been made.
        list_name: Its name.
        made_at: Epoch seconds.
        who: The local user.
        state: What it is doing.
        why: Why it pauses or was given up, a stable word: "user", "interrupted" (the program ended), "refused",
            "credentials", "gone" (no such list), "store", "not_made" (no overview lists it); while its list is being
            made "namesake" when another list has the same name, so that they cannot be told apart; empty otherwise.
        words: The PBX's own words about that.
        waiting, underway, sent, refused, unknown: Its numbers by state.
        absent: Those of `unknown` that a whole report did not list.
    """

    id: int
    list_id: str
    list_name: str
    made_at: float
    who: str = ""
    state: JobState = JobState.RUNNING
    why: str = ""
    words: str = ""
    waiting: int = 0
    underway: int = 0
    sent: int = 0
    refused: int = 0
    unknown: int = 0
    absent: int = 0

    @property
    def total(self) -> int:
        """All its numbers."""
        return self.waiting + self.underway + self.sent + self.refused + self.unknown

    @property
    def over(self) -> bool:
        """Whether nothing more will be sent by itself."""
        return self.state in OVER


class RowOutcome(msgspec.Struct, frozen=True, gc=False):
    """What became of the number at `place` of an upload."""

    place: int
    state: RowState
    why: str = ""


class BlockedNumber(msgspec.Struct, frozen=True):
    """A number that no list may call.

    Attributes:
        tail: By which it is known (`live.numbers.tail`).
        number: As it was given.
        note: Why, in somebody's words; may be empty.
        at: Epoch seconds.
        who: The local user.
    """

    tail: str
    number: str
    note: str = ""
    at: float = 0.0
    who: str = ""


class ShownList(msgspec.Struct, frozen=True):
    """One list as it stands.

    Attributes:
        told: As the PBX tells it.
        state: Whether it calls.
        figures: Its counts, None until its first report.
        kept: What is known of how it was made; None for one that was made elsewhere.
        jobs: What is on its way to it, newest first.
        pending: An order under way: "start", "stop", or empty.
        problem: Why its last report did not come; None when it did.
    """

    told: AutodialList
    state: ListState
    figures: ListFigures | None = None
    kept: KeptList | None = None
    jobs: tuple[UploadJob, ...] = ()
    pending: str = ""
    problem: PbxError | None = None

    @property
    def id(self) -> str:
        """The list's id."""
        return self.told.id


class DialView(msgspec.Struct, frozen=True):
    """Every list as of now.

    Attributes:
        lists: In the PBX's order, those that are gone last.
        as_of: Epoch seconds at which the lists were asked for, 0 for never.
        problem: Why the last overview did not come; None when it did.
        damaged: Rows of it that could not be read.
        jobs: Uploads whose list has no id yet, newest first.
        looking: The list on screen, empty for none.
    """

    lists: tuple[ShownList, ...] = ()
    as_of: float = 0.0
    problem: PbxError | None = None
    damaged: int = 0
    jobs: tuple[UploadJob, ...] = ()
    looking: str = ""

    def find(self, list_id: str) -> ShownList | None:
        """The list with this id."""
        return next((shown for shown in self.lists if shown.id == list_id), None)


class NumberState(enum.Enum):
    """Where one number of a list stands, as the page shows it."""

    NEVER = "never"
    REACHED = "reached"
    FAILED = "failed"
    RETRY = "retry"
    OTHER = "other"
    """The PBX's own word stands for itself."""
    WAITING = "waiting"
    UNDERWAY = "underway"
    SENT = "sent"
    """Taken by the PBX, not yet in a report."""
    REFUSED = "refused"
    UNKNOWN = "unknown"


class NumberRow(msgspec.Struct, frozen=True, gc=False):
    """One number of a list as the page shows it: out of the report, or on its way.

    Attributes:
        key: Unique in the list: the PBX's id of it, or "job:place" of one that has none yet.
        id: The PBX's id; empty when it cannot be changed or removed.
        number: As told or sent.
        name: Whom it belongs to.
        state: Where it stands.
        words: The PBX's own word for that, or why it was refused.
        active: Whether it is called; None when that is not told.
        call_at: When it is to be called, epoch seconds; 0 when nothing is told.
        trunk: Its own line, empty when that is not told.
        blocked: Whether it stands on the do-not-call list.
        twice: Whether another row of the list has the same number.
        absent: Whether nobody knew if it arrived, and a whole report does not list it.
        extra: What else the PBX told.
    """

    key: str
    id: str
    number: str
    name: str = ""
    state: NumberState = NumberState.OTHER
    words: str = ""
    active: bool | None = None
    call_at: float = 0.0
    trunk: str = ""
    blocked: bool = False
    twice: bool = False
    absent: bool = False
    extra: tuple[tuple[str, str], ...] = ()


class ListNumbers(msgspec.Struct, frozen=True):
    """The numbers of one list.

    Attributes:
        list_id: Whose.
        rows: In the PBX's order, those on their way last.
        as_of: Epoch seconds of the report, 0 when none came yet.
        damaged: Rows that could not be read.
    """

    list_id: str
    rows: tuple[NumberRow, ...] = ()
    as_of: float = 0.0
    damaged: int = 0


class Outcome(enum.Enum):
    """How an order ended."""

    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """It may have arrived: the next overview or report tells."""


class OrderEnd(msgspec.Struct, frozen=True):
    """How one order of the user ended.

    Attributes:
        action: create_list, start_list, stop_list, add_list_numbers, change_list_number, replace_list_number,
            remove_list_number.
        list_id, list_name: Of which list.
        number: Of which number, empty for none.
        outcome: How.
        error: Why not; None when it was done.
        sent, refused: Of an upload, how many of its numbers.
        reason: Why it was refused before anything was sent, or ended before all was, a stable word: "policy",
            "offline", "do_not_call", "twice", "fixed", "invalid", "busy", "credentials", "cancelled", "store"; empty
            otherwise.
    """

    action: str
    list_id: str
    list_name: str
    number: str = ""
    outcome: Outcome = Outcome.DONE
    error: PbxError | None = None
    reason: str = ""
    sent: int = 0
    refused: int = 0
