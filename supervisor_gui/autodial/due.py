"""Which question about auto-dial lists comes next, and when. Pure: nothing is asked or waited for here."""

from collections.abc import Iterator

import msgspec

OVERVIEW_SHOWN, OVERVIEW_HIDDEN = 30.0, 60.0
"""Seconds from one overview to the next while the page is shown, and while it is not."""

ON_SCREEN_BUSY, ON_SCREEN = 15.0, 60.0
"""Seconds between two reports of the list on screen: while it calls or numbers go to it, and else."""

RUNNING = 60.0
"""Seconds between two reports of another list that calls."""

IDLE = 600.0
"""Seconds between two reports of another list, while the page is shown."""

FRESH = 5.0
"""Seconds in which an answer is new enough for whoever opens the page."""

RETRY = 15.0
"""Seconds after a failure before what is wanted is asked again."""

_LATE = 3.0
"""Whoever has waited so many times its own interval goes before the list on screen, else it would never come."""


class ListAge(msgspec.Struct, frozen=True):
    """How old what is known of one list is. All times are monotonic seconds.

    Attributes:
        list_id: Which.
        known_at: When it was first heard of.
        asked_at: When its report was last asked for, None for never.
        running: It calls.
        fed: Numbers go to it.
        wanted: Its report is needed next.
        not_before: When it may be asked for at the earliest, although wanted.
    """

    list_id: str
    known_at: float = 0.0
    asked_at: float | None = None
    running: bool = False
    fed: bool = False
    wanted: bool = False
    not_before: float = 0.0


class Watch(msgspec.Struct, frozen=True):
    """What is watched, by whom.

    Attributes:
        lists: Those that the PBX has.
        shown: The page is on screen.
        background: Lists are watched while it is not.
        looking: The list on the page, empty for none.
        looking_since: When it was chosen; its numbers are needed from then on.
        resting: The account has no auto-dialler: only what is wanted is asked.
        asked_at, wanted, not_before: Of the overview, as of `ListAge`.
        factor: Divides every duration.
    """

    lists: tuple[ListAge, ...] = ()
    shown: bool = False
    background: bool = False
    looking: str = ""
    looking_since: float = 0.0
    resting: bool = False
    asked_at: float | None = None
    wanted: bool = False
    not_before: float = 0.0
    factor: float = 1.0


class Due(msgspec.Struct, frozen=True):
    """A question.

    Attributes:
        list_id: Whose report; empty for the overview.
        at: Monotonic instant at which it is due, past ones for now.
        seen: Somebody looks at what it is about.
        wanted: It is needed, so that a failure does not settle it.
    """

    list_id: str
    at: float
    seen: bool = False
    wanted: bool = False


class _Place(msgspec.Struct, frozen=True):
    """A question in the line: its rank among its like, and how often its interval has passed."""

    due: Due
    rank: int
    waited: float = 0.0

    @property
    def order(self) -> tuple[int, float, float]:
        if self.due.wanted:
            return 0, self.rank, -self.waited
        if self.waited >= _LATE:
            return 1, -self.waited, self.rank
        return 2, self.rank, -self.waited


def next_due(watch: Watch, now: float) -> Due | None:
    """The question to ask now, else the one that falls due first; None when there is nothing to ask.

    What is wanted comes first, then the list on screen, the overview, lists that call with the oldest report first,
    and the others.
    """
    places = tuple(_places(watch, now))
    ripe = [place for place in places if place.due.at <= now]
    if ripe:
        return min(ripe, key=lambda place: place.order).due
    return min((place.due for place in places), key=lambda due: due.at, default=None)


def _places(watch: Watch, now: float) -> Iterator[_Place]:
    overview = _overview(watch, now)
    if overview is not None:
        yield overview
    for age in watch.lists:
        place = _report(watch, age, now)
        if place is not None:
            yield place


def _overview(watch: Watch, now: float) -> _Place | None:
    if watch.wanted:
        return _Place(Due("", watch.not_before, watch.shown, wanted=True), rank=0)
    if watch.resting or not (watch.shown or watch.background):
        return None
    if watch.asked_at is None:
        return _Place(Due("", now, watch.shown, wanted=True), rank=0)
    every = (OVERVIEW_SHOWN if watch.shown else OVERVIEW_HIDDEN) / watch.factor
    due = Due("", watch.asked_at + every, watch.shown)
    return _Place(due, rank=1, waited=(now - watch.asked_at) / every)


def _report(watch: Watch, age: ListAge, now: float) -> _Place | None:
    seen = watch.shown and age.list_id == watch.looking
    chosen = seen and not watch.resting and (age.asked_at is None or age.asked_at < watch.looking_since)
    if age.wanted or chosen:
        return _Place(Due(age.list_id, age.not_before, seen, wanted=True), rank=1 if seen else 2)
    every = _every(watch, age, seen=seen) / watch.factor
    if watch.resting or not every:
        return None
    rank = 0 if seen else 2 if age.running else 3
    # A list that was never asked for is due since it was heard of.
    since = age.known_at - every if age.asked_at is None else age.asked_at
    return _Place(Due(age.list_id, since + every, seen), rank=rank, waited=(now - since) / every)


def _every(watch: Watch, age: ListAge, *, seen: bool) -> float:
    """Seconds between two reports of a list, 0 for no report."""
    if seen:
        return ON_SCREEN_BUSY if age.running or age.fed else ON_SCREEN
    if not (watch.shown or watch.background):
        return 0.0
    if age.running or age.asked_at is None:
        return RUNNING
    return IDLE if watch.shown else 0.0
