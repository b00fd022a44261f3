"""What the reducer must remember between items: actions under way, calls in progress. No state that a user sees."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.netsantral.types import AgentRow

Pair = tuple[str, str]
"""(extension or external number, short queue name)."""


class Intent(msgspec.Struct, frozen=True):
    """The newest action on a pair.

    Attributes:
        kind: pause, resume, add, remove.
        sent: Epoch seconds at which the user asked.
        settled: Epoch seconds at which its answer or end came; 0 while under way.
        done: True when the PBX carried it out, so older answers may not undo it on the board.
    """

    kind: str
    sent: float
    settled: float = 0.0
    done: bool = False


class CallTrace(msgspec.Struct, frozen=True):
    """One call as the events tell it.

    Attributes:
        number: The outside party, in national form; empty when unknown or withheld.
        queue: Short name of the queue it stands or stood in.
        entered: Epoch seconds at which it entered the queue; 0 when never.
        left: Epoch seconds at which it left the queue unanswered, as far as known; 0 when not.
        wait: Seconds it had waited when it left or was answered; None when not known.
        judged: Whether it is in a queue's service count already, or never will be.
        ringing: Extensions that ring for it.
        answered: Epoch seconds at which it was answered; 0 when not.
        extension: Who answered, as far as known.
        outbound: Whether an extension started it.
        ended: Whether its end was told.
        at: Epoch seconds of its newest event.
    """

    number: str = ""
    queue: str = ""
    entered: float = 0.0
    left: float = 0.0
    wait: float | None = None
    judged: bool = False
    ringing: tuple[str, ...] = ()
    answered: float = 0.0
    extension: str = ""
    outbound: bool = False
    ended: bool = False
    at: float = 0.0


class LastAnswers(msgspec.Struct, frozen=True):
    """What the last status answers said, so that the next one is compared with them and not with the whole board.

    Attributes:
        rows: Members' rows by short queue name and extension.
        agents: The agents as they stood after the newest answer; compared by identity.
        odd: Extensions whose state on the board is not what their rows say.
    """

    rows: Mapping[str, Mapping[str, AgentRow]] = {}
    agents: Mapping[str, object] = {}
    odd: frozenset[str] = frozenset()


class Memory(msgspec.Struct, frozen=True):
    """The reducer's notes.

    Attributes:
        day: Epoch seconds of the midnight that opened the day being counted; 0 before the first item.
        intents: The newest action on each pair.
        calls: Calls by their id without the leg prefix.
        gone: When a caller was seen to have left, by (queue, number).
        ended: Conversations whose end events told since the queue's last status answer, by short queue name.
        last: What the last status answers said.
        resumed: Epoch seconds of the last wake-up after a sleep; 0 when none.
    """

    day: float = 0.0
    intents: Mapping[Pair, Intent] = {}
    calls: Mapping[str, CallTrace] = {}
    gone: Mapping[tuple[str, str], float] = {}
    ended: Mapping[str, int] = {}
    last: LastAnswers = LastAnswers()
    resumed: float = 0.0
