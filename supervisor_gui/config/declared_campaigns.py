"""The settings of auto-dial lists. What a setting does is written where it is used."""

from typing import Any

from supervisor_gui.config.values import Kind, Level, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

CALLS_FROM = Setting[str](
    key="campaigns.from",
    kind=Kind.TIME,
    default="09:00",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Lists call without a question from"),
    hint=QT_TRANSLATE_NOOP("Settings", "Starting a list at other hours, on a Sunday or a holiday asks first."),
)
CALLS_UNTIL = Setting[str](
    key="campaigns.until",
    kind=Kind.TIME,
    default="20:00",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "until"),
)
MANY_NUMBERS = Setting[int](
    key="campaigns.many",
    kind=Kind.NUMBER,
    default=500,
    low=1,
    high=100_000,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Ask before a list starts with more than"),
    unit=QT_TRANSLATE_NOOP("Settings", "numbers"),
)
CHUNK = Setting[int](
    key="campaigns.chunk",
    kind=Kind.NUMBER,
    default=100,
    low=1,
    high=1000,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Numbers sent in one request"),
    hint=QT_TRANSLATE_NOOP("Settings", "Netgsm takes about ten requests a minute for these lists."),
)

CAMPAIGN_SETTINGS: tuple[Setting[Any], ...] = (CALLS_FROM, CALLS_UNTIL, MANY_NUMBERS, CHUNK)
"""In the order of the page."""
