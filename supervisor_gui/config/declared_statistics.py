"""The settings of statistics and of the daily export. What a setting does is written where it is used."""

from typing import Any

from supervisor_gui.config.values import Choice, Kind, Level, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

TARGET = Setting[int](
    key="statistics.target",
    kind=Kind.NUMBER,
    default=80,
    high=100,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Service level wanted"),
    hint=QT_TRANSLATE_NOOP("Settings", "The line in the chart. 0: none."),
    unit="%",
)
REACH_DAYS = Setting[int](
    key="statistics.reach_days",
    kind=Kind.NUMBER,
    default=90,
    high=400,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Days kept on this computer"),
    hint=QT_TRANSLATE_NOOP(
        "Settings", "They are asked for in the background, two requests a minute. 0: only what you look at."
    ),
)
EXPORT_FOLDER = Setting[str](
    key="statistics.export_folder",
    kind=Kind.FOLDER,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Exported files go into the folder"),
    hint=QT_TRANSLATE_NOOP("Settings", "Empty: the documents folder."),
)
EXPORT_FORMAT = Setting[str](
    key="statistics.export_format",
    kind=Kind.CHOICE,
    default="xlsx",
    choices=tuple(Choice(name, name) for name in ("csv", "xlsx", "png", "svg", "pdf")),
)
"""The format used last, for the button; not on the settings page."""

DAILY_EXPORT = Setting[bool](
    key="statistics.daily_export",
    kind=Kind.SWITCH,
    default=False,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Save yesterday's statistics every day"),
    hint=QT_TRANSLATE_NOOP("Settings", "While the program runs; after a night's sleep it is caught up once."),
)
DAILY_TIME = Setting[str](
    key="statistics.daily_time",
    kind=Kind.TIME,
    default="08:00",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "at"),
    needs=("statistics.daily_export", True),
)
DAILY_FOLDER = Setting[str](
    key="statistics.daily_folder",
    kind=Kind.FOLDER,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "into the folder"),
    hint=QT_TRANSLATE_NOOP("Settings", "Empty: the one above."),
    needs=("statistics.daily_export", True),
)
DAILY_FORMATS = Setting[str](
    key="statistics.daily_formats",
    kind=Kind.CHOICE,
    default="xlsx",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "as"),
    choices=(
        Choice("xlsx", "Excel (XLSX)"),
        Choice("csv", "CSV"),
        Choice("pdf", "PDF"),
        Choice("xlsx,pdf", QT_TRANSLATE_NOOP("Settings", "Excel and PDF")),
        Choice("csv,xlsx,png,svg,pdf", QT_TRANSLATE_NOOP("Settings", "all five kinds")),
    ),
    needs=("statistics.daily_export", True),
)

STATISTICS_SETTINGS: tuple[Setting[Any], ...] = (
    TARGET,
    REACH_DAYS,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    DAILY_EXPORT,
    DAILY_TIME,
    DAILY_FOLDER,
    DAILY_FORMATS,
)
"""In the order of the page."""
