"""What a day's statistics truly are, recounted from the ledger for the control face. It shares no count with the face.

The statistics service has its own counting; a test compares the two.
"""

from datetime import date

from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.truth import Plain
from supervisor_gui.simulator.wire_dates import DAY, midnight_of
from supervisor_gui.simulator.world import Call, Ending


def day_truth(centre: CallCentre, day: date, now: float) -> Plain:
    """The incoming calls that arrived on a Turkish day and have ended, in numbers and whole seconds."""
    start = midnight_of(day)
    came = [
        call
        for call in centre.ledger.arrived_between(start, start + DAY)
        if call.kind in {"queue", "direct"} and call.ended is not None and call.ended <= now
    ]
    taken = [call for call in came if call.answered_by]
    given_up = [call for call in came if call.ending is Ending.ABANDONED]
    talks = [_talked(call) for call in taken]
    waits = [int(call.left_queue or 0) - int(call.queued or 0) for call in came if call.queue]
    return {
        "day": day.isoformat(),
        "now": now,
        "incoming": len(came),
        "answered": len(taken),
        "abandoned": len(given_up),
        "noanswer": len(came) - len(taken) - len(given_up),
        "talk_seconds": sum(talks),
        "wait_seconds": sum(waits),
        "longest_wait": max(waits, default=0),
        "mean_wait": sum(waits) / len(waits) if waits else 0.0,
        "mean_talk": sum(talks) / len(talks) if talks else 0.0,
        "ids": {
            "answered": [call.id for call in taken],
            "abandoned": [call.id for call in given_up],
        },
    }


def _talked(call: Call) -> int:
    """Whole seconds from the first answer to the end, without those in which the call rang where it was moved to."""
    seconds = int(call.ended or 0) - int(call.answered or 0)
    for leg in call.legs:
        if leg.moved is not None:
            seconds -= int((leg.ended if leg.answered is None else leg.answered) or 0) - int(leg.moved)
    return seconds
