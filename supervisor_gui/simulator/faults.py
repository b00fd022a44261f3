"""The troubles that can be switched on, and for whom they count now. What each does to an answer is in `spoil`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import msgspec

AGENT_COMMANDS = frozenset({"agentlogin", "agentlogoff", "agentpause"})
MEMBER_COMMANDS = AGENT_COMMANDS | {"netsantral/queue"}
STATUS = frozenset({"queuestats"})
EVENT = frozenset({"event"})
LOGIN = frozenset({"login"})
HTTP = frozenset({"http"})
ANSWER = frozenset({"http", "command"})
RECORDS = frozenset({"netsantral/report", "netsantral/report/xml", "netsantral/statistics"})
AUTOCALL = frozenset({"autocallservice"})
SOUND = frozenset({"upload.php"})


class FaultKind(msgspec.Struct, frozen=True):
    """One row of the fault table.

    Attributes:
        places: Where it can strike: "http" answers, "command" answers on the socket, "login", "event".
        only: Operations it is about; empty for all.
    """

    sentence: str
    places: frozenset[str]
    only: frozenset[str] = frozenset()


FAULTS: Mapping[str, FaultKind] = {
    "html": FaultKind("The order is carried out, the answer is a web page.", HTTP),
    "empty": FaultKind("The order is carried out, the answer has no body.", HTTP),
    "cut": FaultKind("The order is carried out, half of the answer is missing.", ANSWER),
    "non-utf8": FaultKind("The order is carried out, the answer is not valid UTF-8.", HTTP),
    "wrong-shape": FaultKind("The answer is in turn a list, a string or a number.", ANSWER),
    "nulls": FaultKind("Every plain value in the answer is null.", ANSWER),
    "numbers-as-words": FaultKind("Every number in the answer is a word.", ANSWER),
    "unknown-state": FaultKind("Every agent has a state nobody has heard of.", ANSWER, STATUS),
    "one-bad-row": FaultKind("One agent's row in each queue is a bare word.", ANSWER, STATUS),
    "huge": FaultKind("The answer is padded to 30 MB.", HTTP),
    "hang": FaultKind("The order is carried out and never answered.", HTTP),
    "drip": FaultKind("The answer comes one byte every 0.1 s.", HTTP),
    "slow": FaultKind("The answer comes 2 s late.", HTTP),
    "redirect-302": FaultKind("The order is not carried out, the answer sends elsewhere.", HTTP),
    "http-500": FaultKind("The order is not carried out, the answer is HTTP 500.", HTTP),
    "refuse-member": FaultKind("The switch refuses the order for this member.", ANSWER, MEMBER_COMMANDS),
    "code-30": FaultKind("Refused with code 30.", ANSWER),
    "code-40": FaultKind("Refused with code 40.", ANSWER),
    "code-70": FaultKind("Refused with code 70.", ANSWER),
    "code-80": FaultKind("Refused with code 80.", ANSWER),
    "code-100": FaultKind("Refused with code 100.", ANSWER),
    "code-50": FaultKind("Records are refused with code 50, a wrong form of a date.", HTTP, RECORDS),
    "code-60": FaultKind("Refused with code 60: too long a time, or no auto-dialler.", HTTP, RECORDS | AUTOCALL),
    "code-72": FaultKind("Records are refused with code 72.", HTTP, RECORDS),
    "code-101": FaultKind("Records are refused with code 101, too many requests.", HTTP, RECORDS),
    "code-301": FaultKind("Auto-dialling is refused with code 301, a wrong id.", HTTP, AUTOCALL),
    "code-331": FaultKind("Records are refused with code 331, no right or a wrong address.", HTTP, RECORDS),
    "code-400": FaultKind("Auto-dialling is refused with code 400, no such list.", HTTP, AUTOCALL),
    "ip-not-allowed": FaultKind("The address that asks is not on the account's list.", ANSWER | LOGIN),
    "bad-login": FaultKind("User name or password are called wrong.", ANSWER | LOGIN),
    "recording-404": FaultKind("The recording is gone: HTTP 404 and a web page.", HTTP, SOUND),
    "recording-html": FaultKind("A web page comes in the place of the recording.", HTTP, SOUND),
    "recording-tiny": FaultKind("The recording is 40 bytes.", HTTP, SOUND),
    "recording-huge": FaultKind("The recording says it is 600 MB and never ends.", HTTP, SOUND),
    "recording-cut": FaultKind("The connection is cut in the middle of the recording.", HTTP, SOUND),
    "recording-other": FaultKind("The recording is a picture that is called a sound.", HTTP, SOUND),
    "half-frame": FaultKind("An event breaks off in the middle.", EVENT),
    "event-flood": FaultKind("10,000 events come within one second.", frozenset()),
    "unknown-frames": FaultKind("A frame nobody has heard of comes before each event.", EVENT),
    "duplicate-events": FaultKind("Each event comes twice.", EVENT),
    "reorder-events": FaultKind("Neighbouring events change places.", EVENT),
    "hostile-text": FaultKind(
        "Markup, control characters, direction overrides and 10,000 letters in every text.", ANSWER | EVENT
    ),
    "drop-connection": FaultKind(
        "The connection is cut without an answer; aimed at the operation event, the event socket is cut at once.",
        HTTP | EVENT | frozenset({"command"}),
    ),
    "login-silence": FaultKind("A login is never answered and no events come.", LOGIN),
    "close-after-login": FaultKind("The connection is closed right after the login's answer.", LOGIN),
}


class UnknownFaultError(ValueError):
    """A fault's name is not in the table."""


class Match(msgspec.Struct, frozen=True):
    """Whom a fault is for; what is empty matches everything. Auto-dial requests are one operation with many events."""

    operation: str = ""
    exten: str = ""
    queue: str = ""
    event: str = ""


class FaultItem(msgspec.Struct, frozen=True):
    """A fault as it is ordered.

    Attributes:
        count: How often it strikes; None for always.
    """

    name: str
    count: int | None = None
    match: Match = Match()


@dataclass(slots=True)
class _Active:
    item: FaultItem
    left: int | None


def parse_items(items: Iterable[object]) -> tuple[FaultItem, ...]:
    """Fault items out of names and objects.

    Raises:
        UnknownFaultError: A name is not in the table.
        msgspec.ValidationError: An object has the wrong shape.
    """
    parsed = tuple(FaultItem(item) if isinstance(item, str) else msgspec.convert(item, FaultItem) for item in items)
    for item in parsed:
        if item.name not in FAULTS:
            raise UnknownFaultError(f"no fault is called {item.name!r}")
    return parsed


class Faults:
    """The faults that are switched on."""

    def __init__(self, items: Iterable[FaultItem] = ()) -> None:
        self._active: list[_Active] = []
        self._watchers: list[Callable[[], None]] = []
        self._rounds = 0
        self.add(items)

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` when faults were switched on."""
        self._watchers.append(watcher)

    def replace(self, items: Iterable[FaultItem]) -> None:
        """Switch on these and no others."""
        self._active.clear()
        self.add(items)

    def add(self, items: Iterable[FaultItem]) -> None:
        """Switch on these too."""
        self._active.extend(_Active(item, item.count) for item in items)
        for watcher in self._watchers:
            watcher()

    def listing(self) -> tuple[FaultItem, ...]:
        """What is on, with what is left of each."""
        return tuple(FaultItem(active.item.name, active.left, active.item.match) for active in self._active)

    def take(self, place: str, operation: str, exten: str = "", queue: str = "", event: str = "") -> tuple[str, ...]:
        """The names of the faults that strike here; each use is counted."""
        here = Match(operation, exten, queue, event)
        struck = []
        for active in self._active:
            if active.left != 0 and _strikes(active.item, place, here):
                struck.append(active.item.name)
                if active.left is not None:
                    active.left -= 1
        self._active = [active for active in self._active if active.left != 0]
        return tuple(struck)

    def take_now(self, name: str, operation: str = "") -> bool:
        """Whether a fault strikes without an occasion; with `operation` given, only one aimed at it does."""
        for active in self._active:
            aimed = active.item.match.operation == operation or not operation
            if active.item.name == name and active.left != 0 and aimed:
                if active.left is not None:
                    active.left -= 1
                return True
        return False

    def next_round(self) -> int:
        """A running number, for faults that take turns."""
        self._rounds += 1
        return self._rounds - 1


def _strikes(item: FaultItem, place: str, here: Match) -> bool:
    kind, match = FAULTS[item.name], item.match
    if place not in kind.places or (kind.only and here.operation not in kind.only):
        return False
    if match.operation not in {"", here.operation} or match.exten not in {"", here.exten}:
        return False
    if match.event not in {"", here.event}:
        return False
    return not match.queue or match.queue == here.queue or here.queue.endswith(f"-queue-{match.queue}")
