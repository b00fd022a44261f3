"""The settings of the wallboard. What a setting does is written where it is used."""

from typing import Any

from supervisor_gui.config.values import Choice, Kind, Level, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

WALL_QUEUES = Setting[str](
    key="wallboard.queues",
    kind=Kind.TEXT,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Queues to show"),
    hint=QT_TRANSLATE_NOOP("Settings", "Short names with commas between them; empty shows all."),
)
WALL_ORDER = Setting[str](
    key="wallboard.order",
    kind=Kind.CHOICE,
    default="trouble",
    text=QT_TRANSLATE_NOOP("Settings", "Order of the queues"),
    choices=(
        Choice("trouble", QT_TRANSLATE_NOOP("Settings", "Broken limits and long waits first")),
        Choice("name", QT_TRANSLATE_NOOP("Settings", "By name, always in the same place")),
    ),
)
WALL_MOST = Setting[int](
    key="wallboard.most",
    kind=Kind.NUMBER,
    default=12,
    low=1,
    high=40,
    text=QT_TRANSLATE_NOOP("Settings", "Queues on one page, at most"),
    hint=QT_TRANSLATE_NOOP("Settings", "Fewer queues are larger. What does not fit follows on further pages."),
)
WALL_SECONDS = Setting[int](
    key="wallboard.seconds",
    kind=Kind.NUMBER,
    default=15,
    low=5,
    high=300,
    text=QT_TRANSLATE_NOOP("Settings", "Each page is shown for"),
    unit=QT_TRANSLATE_NOOP("Settings", "s"),
)
WALL_TOTALS = Setting[bool](
    key="wallboard.totals",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Show the totals over all queues"),
)
WALL_AGENTS = Setting[bool](
    key="wallboard.agents",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Show how many agents are free, talking, on break"),
)
WALL_CALLERS = Setting[bool](
    key="wallboard.callers",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Show who waits the longest, by the last two digits"),
)
WALL_AWAKE = Setting[bool](
    key="wallboard.awake",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Keep the screen awake while the wallboard is shown"),
    hint=QT_TRANSLATE_NOOP("Settings", "The system neither switches the screen off nor locks it by itself meanwhile."),
)
WALL_SCREEN = Setting[str](key="wallboard.screen", kind=Kind.TEXT, default="")

WALLBOARD_SETTINGS: tuple[Setting[Any], ...] = (
    WALL_QUEUES,
    WALL_ORDER,
    WALL_MOST,
    WALL_SECONDS,
    WALL_TOTALS,
    WALL_AGENTS,
    WALL_CALLERS,
    WALL_AWAKE,
    WALL_SCREEN,
)
"""In the order of the page."""
