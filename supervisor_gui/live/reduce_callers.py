"""Waiting callers out of a status answer, and who left meanwhile. Agents are elsewhere, judging is in `service`."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from supervisor_gui.live.board import Caller
from supervisor_gui.live.judging import Sight, overtaken
from supervisor_gui.live.numbers import national
from supervisor_gui.live.service import Gone
from supervisor_gui.netsantral.types import CallerRow, QueueRow

JITTER = 2.0
"""Seconds by which two answers may disagree about when one wait began."""

_LONGEST = 1e6


class Waiting(msgspec.Struct, frozen=True):
    """One queue's callers after an answer.

    Attributes:
        callers: By number; a withheld one is the empty string.
        count: How many wait in all.
        gone: Those that disappeared since the answer before.
    """

    callers: Mapping[str, Caller]
    count: int
    gone: tuple[Gone, ...]


def merge_callers(
    row: QueueRow, before: Mapping[str, Caller], sight: Sight, left: Mapping[tuple[str, str], float]
) -> Waiting:
    """Work one queue's row into the callers known `before`.

    Args:
        row: The queue's part of the answer.
        before: Its callers by number.
        sight: The answer's times.
        left: When events saw callers leave; an older answer does not bring them back.
    """
    told, dropped = _told(row.callers, row.name, sight, left)
    withheld = told.pop("", None)
    callers: dict[str, Caller] = {}
    gone: list[Gone] = []
    for number, since in told.items():
        old = before.get(number)
        if old is not None and _called_again(old, since, sight):
            gone.append(_gone(old, sight))
            old = None
        callers[number] = _steady(old, row.name, number, since)
    late = {number: old for number, old in before.items() if number not in told and overtaken(sight.asked, old.since)}
    hidden = max(row.waiting - dropped - len(told), 1 if withheld is not None else 0)
    if hidden and "" not in late:
        callers[""] = _merged(before.get(""), row.name, withheld, hidden, sight)
    callers.update(late)
    gone += [_gone(old, sight) for number, old in before.items() if number and number not in callers]
    gone += _withheld_gone(before.get(""), callers.get(""), sight)
    count = sum(1 + caller.hidden for caller in callers.values())
    return Waiting(callers=callers, count=count, gone=() if row.damaged else tuple(gone))


def _told(
    rows: Iterable[CallerRow], queue: str, sight: Sight, left: Mapping[tuple[str, str], float]
) -> tuple[dict[str, float], int]:
    """When each caller's wait began by number, and how many rows are older than the caller's leaving."""
    told: dict[str, float] = {}
    dropped = 0
    for row in rows:
        number = national(row.number)
        if overtaken(sight.asked, left.get((queue, number), 0.0)):
            dropped += 1
            continue
        wait = row.wait if math.isfinite(row.wait) else 0.0
        since = sight.at - min(max(wait, 0.0), _LONGEST)
        told[number] = min(since, told.get(number, since))
    return told, dropped


def _called_again(old: Caller, since: float, sight: Sight) -> bool:
    """Whether the same number hung up and called anew: this wait began after the answer before."""
    return since - old.since > JITTER and since > sight.seen + JITTER and not sight.first


def _steady(old: Caller | None, queue: str, number: str, since: float) -> Caller:
    """The caller with the earliest plausible beginning; small differences between answers do not move it."""
    if old is None:
        return Caller(queue=queue, number=number, since=since)
    if since < old.since - JITTER:
        return msgspec.structs.replace(old, since=since)
    return old


def _merged(old: Caller | None, queue: str, since: float | None, hidden: int, sight: Sight) -> Caller:
    """The one entry for all withheld callers of a queue; the PBX tells at most one wait for them."""
    if since is None:
        since = old.since if old is not None else sight.at
    elif old is not None and abs(since - old.since) <= JITTER:
        since = old.since
    new = Caller(queue=queue, number="", since=since, hidden=hidden - 1)
    return old if old == new and old is not None else new


def _gone(old: Caller, sight: Sight) -> Gone:
    low = max(sight.seen - old.since, 0.0)
    return Gone(since=old.since, low=low, high=max(sight.at - old.since, low))


def _withheld_gone(old: Caller | None, new: Caller | None, sight: Sight) -> list[Gone]:
    if old is None:
        return []
    count = (1 + old.hidden) - (1 + new.hidden if new is not None else 0)
    if count <= 0:
        return []
    vague = old.hidden > 0
    return [msgspec.structs.replace(_gone(old, sight), vague=vague)] * count
