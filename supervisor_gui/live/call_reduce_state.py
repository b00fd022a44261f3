"""What the call reducers remember: running calls, notes about them, and the ids of calls that are over. Values only."""

from collections.abc import Mapping
from typing import Any

import msgspec

from supervisor_gui.live.calls import call_key
from supervisor_gui.live.live_calls import Calls, CallState, LiveCall

MOST_ENDED = 300
"""Ended calls that are shown."""

MOST_OVER = 4000
"""Ids of ended calls that are remembered, so that a late event brings none back; the older half goes first."""

MOST_LIVE = 2000
"""Running calls that are followed; beyond, the quarter that was silent longest is given up, all at once."""


class Note(msgspec.Struct, frozen=True):
    """What is known about a running call and shown nowhere.

    Attributes:
        patience: Seconds in which an order is expected to be heard of; 0 once an event or answer told of the call.
        told: The PBX's own time of the newest event, 0 when it told none.
        idle: Whether the board showed, after the last event, that nobody of ours is in the call.
        misses: How many status answers in a row showed that.
        asked: Epoch seconds at which the last of them was asked for.
        elsewhere: Whether its extension was heard of in a later conversation.
    """

    patience: float = 0.0
    told: float = 0.0
    idle: bool = False
    misses: int = 0
    asked: float = 0.0
    elsewhere: bool = False


class CallLog(msgspec.Struct, frozen=True):
    """All that is known of calls at one moment.

    Attributes:
        live: Running calls by key.
        notes: A note for each of them.
        ids: Keys of running calls by the PBX's id without its prefix.
        ended: Ended calls, newest first.
        over: Ids, and keys of orders, that never run again; the newest last.
        stream: Whether the event stream tells of calls now.
    """

    live: Mapping[str, LiveCall] = {}
    notes: Mapping[str, Note] = {}
    ids: Mapping[str, str] = {}
    ended: tuple[LiveCall, ...] = ()
    over: Mapping[str, None] = {}
    stream: bool = False

    @property
    def calls(self) -> Calls:
        """What views are shown."""
        return Calls(live=self.live, ended=self.ended, stream=self.stream)

    def find(self, call: str) -> LiveCall | None:
        """The running call with the PBX's id `call`, with or without its prefix."""
        key = self.ids.get(call_key(call)) if call else None
        return self.live.get(key) if key is not None else None

    def note(self, key: str) -> Note:
        """The note about a call."""
        return self.notes.get(key, _BLANK)


_BLANK = Note()


def put(log: CallLog, call: LiveCall, note: Note) -> CallLog:
    """The log with `call` as it stands now."""
    if len(log.live) >= MOST_LIVE and call.key not in log.live:
        silent = sorted(log.live.values(), key=lambda one: one.seen)
        log = drop(log, *silent[: MOST_LIVE // 4])
    ids, number = log.ids, call_key(call.call)
    if number and ids.get(number) != call.key:
        ids = {**ids, number: call.key}
    live, notes = {**log.live, call.key: call}, {**log.notes, call.key: note}
    return msgspec.structs.replace(log, live=live, notes=notes, ids=ids)


def change(log: CallLog, call: LiveCall, /, **fields: Any) -> CallLog:  # field values of LiveCall
    """The log with some fields of a running call changed."""
    return put(log, msgspec.structs.replace(call, **fields), log.note(call.key))


def finish(log: CallLog, call: LiveCall, at: float, outcome: str = "") -> CallLog:
    """The log after the end of `call` at epoch seconds `at`."""
    over = msgspec.structs.replace(
        call, state=CallState.ENDED, ringing=(), ended=max(at, call.began), doubted=0.0, outcome=outcome
    )
    log = drop(log, call)
    return msgspec.structs.replace(log, ended=(over, *log.ended[: MOST_ENDED - 1]))


def drop(log: CallLog, *calls: LiveCall) -> CallLog:
    """The log without `calls`, which leave no trace and never come back."""
    gone = {call.key for call in calls}
    numbers = [number for number, key in log.ids.items() if key in gone]
    log = msgspec.structs.replace(
        log,
        live={key: one for key, one in log.live.items() if key not in gone},
        notes={key: one for key, one in log.notes.items() if key not in gone},
        ids={number: key for number, key in log.ids.items() if key not in gone},
    )
    return remember_over(log, *numbers, *(call.key for call in calls))


def remember_over(log: CallLog, *names: str) -> CallLog:
    """The log that knows of calls that are over, whether they were ever seen here or not."""
    over = {**log.over, **dict.fromkeys(name for name in names if name)}
    if len(over) > MOST_OVER:
        over = dict.fromkeys(list(over)[len(over) // 2 :])
    return msgspec.structs.replace(log, over=over)
