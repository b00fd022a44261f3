"""What turns amber and red on the board, and reasons for breaks: the settings. What they do is `live.user_limits`'."""

from typing import Any

from supervisor_gui.config.values import BreakRule, Kind, Level, QueueRule, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP


def _limit(name: str, default: int, text: str, hint: str = "", *, unit: str = "", high: int = 999) -> Setting[int]:
    return Setting[int](
        key=f"limits.{name}",
        kind=Kind.NUMBER,
        default=default,
        level=Level.PROFILE,
        text=text,
        hint=hint,
        unit=unit,
        high=high,
    )


_SECONDS = QT_TRANSLATE_NOOP("Settings", "s")
_MINUTES = QT_TRANSLATE_NOOP("Settings", "min")

WAITING_WARN = _limit("waiting_warn", 3, QT_TRANSLATE_NOOP("Settings", "Waiting callers, amber from"))
WAITING_RED = _limit("waiting_red", 6, QT_TRANSLATE_NOOP("Settings", "Waiting callers, red from"))
WAIT_WARN = _limit("wait_warn", 30, QT_TRANSLATE_NOOP("Settings", "Longest wait, amber from"), unit=_SECONDS, high=9999)
WAIT_RED = _limit("wait_red", 60, QT_TRANSLATE_NOOP("Settings", "Longest wait, red from"), unit=_SECONDS, high=9999)
MIN_FREE = _limit(
    "min_free",
    1,
    QT_TRANSLATE_NOOP("Settings", "Free agents wanted while somebody waits"),
    QT_TRANSLATE_NOOP("Settings", "Fewer than this is red. 0 switches it off."),
)
THRESHOLD = _limit(
    "threshold",
    20,
    QT_TRANSLATE_NOOP("Settings", "Service level: answered within"),
    QT_TRANSLATE_NOOP("Settings", "Calls answered within this time count as in time."),
    unit=_SECONDS,
    high=3600,
)
SHORT = _limit(
    "short",
    5,
    QT_TRANSLATE_NOOP("Settings", "Short abandon: up to"),
    QT_TRANSLATE_NOOP("Settings", "Callers who leave sooner are not counted against you."),
    unit=_SECONDS,
    high=600,
)
RISE = _limit(
    "rise",
    10,
    QT_TRANSLATE_NOOP("Settings", "A limit turns on after"),
    QT_TRANSLATE_NOOP("Settings", "So that a moment's peak does not alarm."),
    unit=_SECONDS,
    high=600,
)
FALL = _limit("fall", 20, QT_TRANSLATE_NOOP("Settings", "A limit turns off after"), unit=_SECONDS, high=600)
QUEUE_LIMITS = Setting[tuple[QueueRule, ...]](
    key="limits.queues",
    kind=Kind.QUEUES,
    default=(),
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Queues with limits of their own"),
    hint=QT_TRANSLATE_NOOP("Settings", "All other queues follow the figures above."),
)

BREAKS = Setting[tuple[BreakRule, ...]](
    key="breaks.reasons",
    kind=Kind.BREAKS,
    # The words go to the PBX and onto every agent's panel there, which is Turkish; so they do not follow the language.
    default=(
        BreakRule("Çay molası", 15, 20),
        BreakRule("Yemek", 45, 60),
        BreakRule("Toplantı", 30, 45),
        BreakRule("Eğitim", 60, 90),
        BreakRule("Kişisel", 10, 15),
    ),
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Reasons for a break"),
    hint=QT_TRANSLATE_NOOP("Settings", "P, then the digit, sends the agent on this break. 0 minutes: no limit."),
)
OTHER_WARN = Setting[int](
    key="breaks.other_warn",
    kind=Kind.NUMBER,
    default=15,
    high=999,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Any other reason, amber after"),
    unit=_MINUTES,
)
OTHER_RED = Setting[int](
    key="breaks.other_red",
    kind=Kind.NUMBER,
    default=20,
    high=999,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Any other reason, red after"),
    unit=_MINUTES,
)

LIMIT_SETTINGS: tuple[Setting[Any], ...] = (
    WAITING_WARN,
    WAITING_RED,
    WAIT_WARN,
    WAIT_RED,
    MIN_FREE,
    THRESHOLD,
    SHORT,
    RISE,
    FALL,
    QUEUE_LIMITS,
    BREAKS,
    OTHER_WARN,
    OTHER_RED,
)
"""In the order of the page."""
