"""How long customers' data is kept: the settings. What they do is `history.retention`'s."""

from typing import Any

from supervisor_gui.config.values import Kind, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

_DAYS = QT_TRANSLATE_NOOP("Settings", "days")


def _kept(name: str, default: int, text: str, hint: str) -> Setting[int]:
    return Setting[int](
        key=f"retention.{name}", kind=Kind.NUMBER, default=default, low=7, high=3650, text=text, hint=hint, unit=_DAYS
    )


KEEP_RECORDS = _kept(
    "records",
    180,
    QT_TRANSLATE_NOOP("Settings", "Call records, lists and what was done"),
    QT_TRANSLATE_NOOP("Settings", "Everything that holds a customer's number. Counted statistics stay."),
)
KEEP_SAMPLES = _kept(
    "samples",
    400,
    QT_TRANSLATE_NOOP("Settings", "Course of the queues and agents' states"),
    QT_TRANSLATE_NOOP("Settings", "Minute by minute, without customers' numbers."),
)
KEEP_RECORDINGS = _kept(
    "recordings",
    30,
    QT_TRANSLATE_NOOP("Settings", "Recordings saved in the program's folder"),
    QT_TRANSLATE_NOOP("Settings", "Copies that you saved elsewhere are yours to delete."),
)

PROTECTION_SETTINGS: tuple[Setting[Any], ...] = (KEEP_RECORDS, KEEP_SAMPLES, KEEP_RECORDINGS)
"""In the order of the page."""
