"""The link to the PBX in words: freshness, budget, events, encryption. Values in, text out; no widgets."""

import enum

from supervisor_gui.i18n import translate
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import StreamChange, StreamState

GREY_AFTER = 120.0


class Freshness(enum.Enum):
    """How old the board looks."""

    NEVER = "never"
    FRESH = "fresh"
    DIM = "dim"
    GREY = "grey"


def freshness(status: PollStatus, now: float, updated: float = 0.0) -> Freshness:
    """Dim when older than 1.5 intervals, grey at 3 intervals or 120 s, whichever comes first.

    A board of the run before, of which `updated` tells, is grey until the PBX has answered.
    """
    if not status.last_ok:
        return Freshness.GREY if updated else Freshness.NEVER
    age = now - status.last_ok
    if age >= min(3 * status.interval, GREY_AFTER):
        return Freshness.GREY
    return Freshness.DIM if age > 1.5 * status.interval else Freshness.FRESH


def age_words(last_ok: float, now: float) -> str:
    """How long ago the PBX last answered."""
    if not last_ok:
        return translate("Link", "no data yet")
    age = max(0, int(now - last_ok))
    if age < 60:
        return translate("Link", "{n} s ago").format(n=age)
    if age < 3600:
        return translate("Link", "{n} min ago").format(n=age // 60)
    hours, minutes = divmod(age // 60, 60)
    return translate("Link", "{h} h {m} min ago").format(h=hours, m=minutes)


def link_words(status: PollStatus) -> str:
    """The state of the link in one short sentence."""
    words = {
        Link.STARTING: translate("Link", "connecting…"),
        Link.OK: translate("Link", "connected"),
        Link.FAILING: translate("Link", "no answer from the PBX, trying on"),
        Link.LIMITED: translate("Link", "the PBX limits queries, waiting"),
        Link.STOPPED: translate("Link", "not asking"),
        Link.NEEDS_PASSWORD: translate("Link", "stopped: the PBX refused the password"),
        Link.NEEDS_QUEUES: translate("Link", "queue names are needed"),
    }
    text = words[status.link]
    if status.error is not None and status.link in {Link.FAILING, Link.LIMITED}:
        text = explain(status.error).title
    return text


def budget_words(status: PollStatus, now: float) -> str:
    """Requests left, and when the next may go."""
    text = translate("Link", "Queue queries {left}/{limit}").format(left=status.left, limit=status.limit)
    wait = int(status.next_at - now + 0.5)
    if status.next_at and wait > 0 and status.link not in {Link.STOPPED, Link.NEEDS_PASSWORD}:
        text += " · " + translate("Link", "next in {n} s").format(n=wait)
    return text


def stream_words(change: StreamChange) -> str:
    """The event stream's state."""
    words = {
        StreamState.OFF: translate("Link", "events off"),
        StreamState.CONNECTING: translate("Link", "events connecting…"),
        StreamState.ON: translate("Link", "events on"),
        StreamState.WAITING: translate("Link", "events broken, trying again"),
        StreamState.REFUSED: translate("Link", "events refused"),
    }
    return words[change.state]


def encryption_words(status: PollStatus, events_on: bool) -> str:
    """What travels readable; empty when nothing does."""
    if not status.encrypted and events_on:
        return translate("Link", "⚠ PBX connection and events are not encrypted")
    if not status.encrypted:
        return translate("Link", "⚠ PBX connection is not encrypted")
    return translate("Link", "⚠ events are not encrypted") if events_on else translate("Link", "encrypted")


def advice_words(status: PollStatus, now: float) -> str:
    """What the supervisor should know about the queries; empty when nothing."""
    if status.budget_problem:
        return translate("Link", "The ledger of queries cannot be used; counting in memory.")
    if status.other_program:
        return translate(
            "Link", "Another program is using this account's queries. See Settings, Programs on this account."
        )
    oldest = min(filter(None, status.ages.values()), default=now)
    if status.per_queue and now - oldest > 180:
        return translate(
            "Link", "Queues are asked one by one; the oldest is {n} min old. Fewer queues or a higher limit help."
        ).format(n=int(now - oldest) // 60)
    return ""
