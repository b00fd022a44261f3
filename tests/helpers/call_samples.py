"""Calls made by hand for tests of what shows them."""

import msgspec

from supervisor_gui.live.live_calls import CallDirection, Calls, CallState, LiveCall
from tests.helpers.board_samples import NOW

NUMBER = "05550000001"


def call(key: str, state: CallState = CallState.TALKING, **more: object) -> LiveCall:
    """An incoming call of extension 102 that is talked for a minute."""
    fields: dict[str, object] = {
        "direction": CallDirection.INCOMING,
        "call": f"sip3-{key}",
        "extension": "102",
        "number": NUMBER,
        "queue": "Destek",
        "began": NOW - 90,
        "answered": NOW - 60 if state is CallState.TALKING else 0.0,
        "seen": NOW - 1,
    }
    return LiveCall(key=key, state=state, **(fields | more))  # type: ignore[arg-type]


def changed(one: LiveCall, **more: object) -> LiveCall:
    """`one` a moment later."""
    return msgspec.structs.replace(one, **more)


def calls(*running: LiveCall, stream: bool = True) -> Calls:
    """These run."""
    return Calls({one.key: one for one in running}, stream=stream)
