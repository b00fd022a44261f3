"""One day's figures as the statistics service counts them, in whole seconds. Words and layout are the service's."""

from collections.abc import Iterable

import msgspec

from supervisor_gui.simulator.world import Call, CallKind, Ending

INCOMING = frozenset({CallKind.QUEUE, CallKind.DIRECT})


class DayCounts(msgspec.Struct, frozen=True):
    """The incoming calls of one day; fields are called and ordered as on the wire."""

    incoming_call: int
    answered: int
    noanswer: int
    abandoned: int
    t_calltime: int
    t_waittime: int
    max_waiting: int
    avr_waiting: int
    avr_answered: int


def group_of(call: Call) -> str:
    """How the service calls the way an ended call went; empty for a call that did not come in."""
    if call.kind not in INCOMING:
        return ""
    if call.answered is not None:
        return "answered"
    return "abandoned" if call.ending is Ending.ABANDONED else "noanswer"


def whole_wait(call: Call) -> int:
    """Seconds in the queue between whole seconds."""
    return int(call.left_queue) - int(call.queued) if call.queued is not None and call.left_queue is not None else 0


def counted(calls: Iterable[Call]) -> DayCounts:
    """The figures of a day's ended calls."""
    groups = {"answered": 0, "noanswer": 0, "abandoned": 0, "": 0}
    waits: list[int] = []
    talk = 0
    for call in calls:
        group = group_of(call)
        groups[group] += 1
        if group:
            talk += call.whole_talk
            if call.queued is not None:
                waits.append(whole_wait(call))
    answered, noanswer, abandoned = groups["answered"], groups["noanswer"], groups["abandoned"]
    return DayCounts(
        incoming_call=answered + noanswer + abandoned,
        answered=answered,
        noanswer=noanswer,
        abandoned=abandoned,
        t_calltime=talk,
        t_waittime=sum(waits),
        max_waiting=max(waits, default=0),
        avr_waiting=_average(sum(waits), len(waits)),
        avr_answered=_average(talk, answered),
    )


def _average(total: int, count: int) -> int:
    """Rounded, a half upwards."""
    return (2 * total + count) // (2 * count) if count else 0
