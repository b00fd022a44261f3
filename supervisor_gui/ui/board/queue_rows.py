"""A queue as the record that its card and its row are painted and sorted from. No Qt objects, no colours."""

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import FREE, WAIT, WAITING, Alarms, Level
from supervisor_gui.live.board import Caller, Queue
from supervisor_gui.live.metrics import FORMULAS, QueueView, ServiceLevel
from supervisor_gui.live.order import trouble_key
from supervisor_gui.text import clean, duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.caller_rows import caller_words
from supervisor_gui.ui.board.context import Context
from supervisor_gui.ui.widgets.marks import Mark

TONES = {Level.OK: "text", Level.WARN: "warn", Level.RED: "limit"}


class QueueRow(msgspec.Struct, frozen=True):
    """One queue's figures as shown.

    Attributes:
        key: The queue's name, as commands want it.
        order: Trouble first.
        name, beside, name_mark: The name, what stands muted behind it, and "!" when a limit is broken.
        red: Whether a limit is broken.
        waiting, waiting_tone: Callers waiting.
        wait_since, wait_tone, longest: When the longest wait began (0: nobody waits), and whose it is.
        longest_number: What a click on it calls, empty when the number is withheld.
        states: Agents idle, ringing, talking, paused, offline; `free_tone` is the colour of the first.
        answered, abandoned: Counts since the baseline.
        service, margin, rate: Service level, its "±", abandon rate, as shown.
        service_level, abandon_rate: The same as figures, None when no call counts.
        threshold, short: The limits they are made with, seconds.
        hold_time, talk_time: The PBX's recent averages, seconds.
        since: The baseline's time of day; `reset` marks a reset of the PBX's counters.
        seen: Epoch seconds of its last answer.
        damaged: Unreadable rows in the last answer.
        full_name: The PBX's own name for it.
    """

    key: str
    order: tuple[int, float, int, str]
    name: str
    beside: str
    name_mark: Mark | None
    red: bool
    waiting: int
    waiting_tone: str
    wait_since: float
    wait_tone: str
    longest: str
    longest_number: str
    states: tuple[int, int, int, int, int]
    free_tone: str
    answered: int
    abandoned: int
    service: str
    margin: str
    rate: str
    service_level: ServiceLevel | None
    abandon_rate: ServiceLevel | None
    threshold: int
    short: int
    hold_time: int
    talk_time: int
    since: str
    reset: bool
    seen: float
    damaged: int
    full_name: str

    @property
    def segments(self) -> tuple[int, int, int, int, int]:
        """The state bar's counts."""
        return self.states

    def wait(self, now: float) -> str:
        """The longest wait, ticking; "–" when nobody waits."""
        return duration(now - self.wait_since) if self.wait_since else figures.NONE


def queue_row(queue: Queue, view: QueueView, alarms: Alarms, context: Context, age: str = "") -> QueueRow:
    """The row of `queue`; `age` is how old its figures are when queues are asked one by one."""
    level = alarms.of_queue(view.name)
    red = level is Level.RED
    agents = view.agents
    limits = context.limits.of(view.name)
    longest = Caller(queue=view.name, number=view.longest_number, since=view.longest_since)
    return QueueRow(
        key=view.name,
        order=trouble_key(view, level),
        name=clean(view.name, 80),
        beside=age,
        name_mark=Mark.LIMIT if red else None,
        red=red,
        waiting=view.waiting,
        waiting_tone=TONES[alarms.level(WAITING, view.name)],
        wait_since=view.longest_since,
        wait_tone=TONES[alarms.level(WAIT, view.name)],
        longest=caller_words(longest, context) if view.longest_since else "",
        longest_number=view.longest_number if view.longest_since else "",
        states=(agents.idle, agents.ringing, agents.talking, agents.paused, agents.offline),
        free_tone=TONES[alarms.level(FREE, view.name)],
        answered=view.answered,
        abandoned=view.abandoned,
        service=estimate(view.service_level),
        margin=margin(view.service_level),
        rate=estimate(view.abandon_rate),
        service_level=view.service_level,
        abandon_rate=view.abandon_rate,
        threshold=limits.threshold,
        short=limits.short,
        hold_time=view.hold_time,
        talk_time=view.talk_time,
        since=figures.clock(view.since) if view.since else "",
        reset=view.reset,
        seen=view.seen,
        damaged=queue.damaged,
        full_name=clean(queue.full_name, 120),
    )


def damage_words(count: int) -> str:
    """How many rows of a queue's last answer could not be read; nothing when all could."""
    return translate("Board", "%n row(s) of the last answer could not be read", None, count) if count else ""


def estimate(level: ServiceLevel | None) -> str:
    """A share as shown: "≈" when its range is open, "–" when no call counts."""
    if level is None:
        return figures.NONE
    return figures.percent(level.value) if level.exact else figures.ABOUT + figures.percent(level.value)


def margin(level: ServiceLevel | None) -> str:
    """Half the range in points with "±"; empty when the share is exact or there is none."""
    if level is None or level.exact:
        return ""
    return f"±{max(1, round(level.margin * 100))}"


def explained(name: str, level: ServiceLevel | None, threshold: int, short: int) -> str:
    """A figure's formula with its limits, its range and how many calls it is made of."""
    formula = translate("Metrics", FORMULAS[name]).format(threshold=threshold, short=short)
    if level is None:
        return formula
    count = level.calls
    calls = translate("Board", "%n call(s)", None, count)
    if level.exact:
        return f"{formula}\n{calls}"
    between = translate("Board", "between {low} and {high}").format(
        low=figures.percent(level.low), high=figures.percent(level.high)
    )
    return f"{formula}\n{between} · {calls}"


def service_tip(row: QueueRow) -> str:
    """How the queue's service level is made."""
    return explained("service_level", row.service_level, row.threshold, row.short)


def rate_tip(row: QueueRow) -> str:
    """How the queue's abandon rate is made."""
    return explained("abandon_rate", row.abandon_rate, row.threshold, row.short)


def spoken(row: QueueRow, now: float) -> str:
    """A queue in one sentence for the screen reader."""
    parts = [
        row.name,
        translate("Board", "Limit broken") if row.red else "",
        translate("Board", "waiting: {n}").format(n=row.waiting),
        translate("Board", "longest wait: {t}").format(t=figures.spoken(now - row.wait_since))
        if row.wait_since
        else "",
        translate("Board", "free: {n}").format(n=row.states[0]),
        translate("Board", "service level: {p}").format(p=f"{row.service} {row.margin}".strip()),
    ]
    return ", ".join(part for part in parts if part)
