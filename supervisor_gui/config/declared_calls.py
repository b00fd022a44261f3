"""The settings of dialling and of calls. What a setting does is written where it is used."""

from typing import Any

from supervisor_gui.config.values import Choice, Kind, Level, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

LONGEST_RING = 300
"""Seconds; as long as the PBX's clients let a phone ring at most."""

CALL_EXTENSION = Setting[str](
    key="calls.extension",
    kind=Kind.DIGITS,
    default="",
    low=2,
    high=5,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "My extension"),
    hint=QT_TRANSLATE_NOOP("Settings", "The phone on this desk: it rings when you dial from here."),
)
CALL_LINE = Setting[str](
    key="calls.line",
    kind=Kind.DIGITS,
    default="",
    low=10,
    high=10,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Outgoing line"),
    hint=QT_TRANSLATE_NOOP("Settings", "The number customers see, 10 digits without 0. Empty: the PBX number."),
)
CALL_FIRST = Setting[str](
    key="calls.first",
    kind=Kind.CHOICE,
    default="inside",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Who rings first"),
    hint=QT_TRANSLATE_NOOP("Settings", "An attended transfer is possible only when the customer rang first."),
    choices=(
        Choice("inside", QT_TRANSLATE_NOOP("Settings", "my extension")),
        Choice("outside", QT_TRANSLATE_NOOP("Settings", "the customer")),
    ),
)
RING_SECONDS = Setting[int](
    key="calls.ring_seconds",
    kind=Kind.NUMBER,
    default=30,
    low=5,
    high=LONGEST_RING,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Each side rings for"),
    unit=QT_TRANSLATE_NOOP("Settings", "s"),
)
LINK_AT_ONCE = Setting[bool](
    key="calls.link_at_once",
    kind=Kind.SWITCH,
    default=False,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Dial numbers from links at once"),
    hint=QT_TRANSLATE_NOOP(
        "Settings",
        "Mobile, geographic, 0850 and 444 numbers only, never the first of a session, one every 5 seconds. "
        "Everything else asks first.",
    ),
)
RING_NOTICE = Setting[bool](
    key="calls.ring_notice",
    kind=Kind.SWITCH,
    default=True,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Show who calls when my extension rings"),
    hint=QT_TRANSLATE_NOOP("Settings", "Needs the event stream. The notice never takes the keyboard."),
)
NOTICE_ADDRESS = Setting[str](
    key="calls.notice_address",
    kind=Kind.TEMPLATE,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Customer's page"),
    hint=QT_TRANSLATE_NOOP(
        "Settings", "Opened by a click on the notice, such as https://crm.example/find?tel={number}. Empty: none."
    ),
)

CALL_SETTINGS: tuple[Setting[Any], ...] = (
    CALL_EXTENSION,
    CALL_LINE,
    CALL_FIRST,
    RING_SECONDS,
    LINK_AT_ONCE,
    RING_NOTICE,
    NOTICE_ADDRESS,
)
"""In the order of the page."""
