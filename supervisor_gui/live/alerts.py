"""Which limits are broken, with hold-off so that a figure on the edge does not flicker. It makes no sound."""

import enum
from collections.abc import Mapping

import msgspec

from supervisor_gui.live.board import Board
from supervisor_gui.live.limits import Limits, QueueLimits
from supervisor_gui.live.metrics import QueueView, queue_views
from supervisor_gui.live.tally import Tallies, Tally

Key = tuple[str, str]
"""(kind, target): kind is waiting, wait, free or break; target a short queue name or an extension."""

WAITING, WAIT, FREE, BREAK = "waiting", "wait", "free", "break"


class Level(enum.IntEnum):
    """How bad it is."""

    OK = 0
    WARN = 1
    RED = 2


class Alarm(msgspec.Struct, frozen=True):
    """One figure that is not all right.

    Attributes:
        kind: waiting, wait, free, break.
        target: Short queue name, or the extension for a break.
        level: WARN or RED.
        since: Epoch seconds since when it is at this level.
    """

    kind: str
    target: str
    level: Level
    since: float


class Alarms(msgspec.Struct, frozen=True):
    """Everything that is not all right at one moment.

    Attributes:
        levels: Alarms by (kind, target); what is all right is not there.
        turned_red: Those that became red with this judgement; each is told once.
    """

    levels: Mapping[Key, Alarm] = {}
    turned_red: tuple[Alarm, ...] = ()

    def level(self, kind: str, target: str) -> Level:
        """The level of one figure."""
        alarm = self.levels.get((kind, target))
        return alarm.level if alarm is not None else Level.OK

    def of_queue(self, queue: str) -> Level:
        """The worst level of a queue."""
        return max(self.level(kind, queue) for kind in (WAITING, WAIT, FREE))

    def of_agent(self, extension: str) -> Level:
        """The level of an agent's break."""
        return self.level(BREAK, extension)


class _Gate:
    """One threshold that must be passed for a while before it counts, and left for a while before it stops."""

    __slots__ = ("_since", "on")

    def __init__(self) -> None:
        self.on = False
        self._since: float | None = None

    def step(self, beyond: bool, now: float, rise: float, fall: float) -> bool:
        """Take a look; True while the threshold counts as passed."""
        if beyond == self.on:
            self._since = None
            return self.on
        if self._since is None or self._since > now:
            self._since = now
        if now - self._since >= (rise if beyond else fall):
            self.on = beyond
            self._since = None
        return self.on

    @property
    def idle(self) -> bool:
        """Whether there is nothing to remember."""
        return not self.on and self._since is None


class Judge:
    """Judges one board again and again; it remembers what was broken and for how long.

    Args:
        tallies: Counts the agents, shared with whoever shows the same board; one of its own if not given.
    """

    def __init__(self, tallies: Tallies | None = None) -> None:
        self._gates: dict[tuple[Key, Level], _Gate] = {}
        self._before: Mapping[Key, Alarm] = {}
        self._tallies = tallies or Tallies()

    def step(self, board: Board, limits: Limits, now: float) -> Alarms:
        """The alarms at epoch seconds `now`; call it at every update and once a second."""
        counted = self._tallies.of(board)
        found = self._queues(board, counted, limits, now)
        found.update(_breaks(board, counted, limits, now))
        levels: dict[Key, Alarm] = {}
        red: list[Alarm] = []
        for key, level in found.items():
            before = self._before.get(key)
            if before is not None and before.level is level:
                levels[key] = before
                continue
            levels[key] = Alarm(kind=key[0], target=key[1], level=level, since=now)
            if level is Level.RED:
                red.append(levels[key])
        self._before = levels
        return Alarms(levels=levels, turned_red=tuple(red))

    def _queues(self, board: Board, counted: Tally, limits: Limits, now: float) -> dict[Key, Level]:
        raw: dict[Key, Level] = {}
        for name, view in queue_views(board, now, counted).items():
            raw.update(_queue(view, limits.of(name)))
        keys = {key for key, _ in self._gates} | {key for key, level in raw.items() if level}
        found: dict[Key, Level] = {}
        for key in keys:
            level = self._held(key, raw.get(key), limits, now)
            if level:
                found[key] = level
        return found

    def _held(self, key: Key, raw: Level | None, limits: Limits, now: float) -> Level:
        """The level after hold-off; a queue that is gone has none."""
        held = Level.OK
        for level in (Level.WARN, Level.RED):
            if raw is None:
                self._gates.pop((key, level), None)
                continue
            gate = self._gates.setdefault((key, level), _Gate())
            if gate.step(raw >= level, now, limits.rise, limits.fall):
                held = level
            if gate.idle:
                del self._gates[key, level]
        return held


def _queue(view: QueueView, limits: QueueLimits) -> Mapping[Key, Level]:
    lonely = view.waiting > 0 and view.agents.free < limits.min_free
    return {
        (WAITING, view.name): _graded(view.waiting, limits.waiting_warn, limits.waiting_red),
        (WAIT, view.name): _graded(view.longest, limits.wait_warn, limits.wait_red),
        (FREE, view.name): Level.RED if lonely else Level.OK,
    }


def _graded(value: float, warn: float, red: float) -> Level:
    """The level of `value`; a limit of 0 is none."""
    if red and value >= red:
        return Level.RED
    return Level.WARN if warn and value >= warn else Level.OK


def _breaks(board: Board, counted: Tally, limits: Limits, now: float) -> Mapping[Key, Level]:
    """Breaks past their limit. They have no hold-off: a break does not dance around its limit."""
    found: dict[Key, Level] = {}
    for extension in counted.on_break:
        agent = board.agents[extension]
        began, _ = agent.pause_began
        reason = limits.of_reason(agent.reason)
        level = _graded(now - began, reason.warn_minutes * 60, reason.limit_minutes * 60)
        if level and began:
            found[BREAK, extension] = level
    return found
