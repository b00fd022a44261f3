"""Every setting, declared once. What a setting does is written where it is used."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from supervisor_gui.config.addresses import API_URL, EVENTS, PBX_URL
from supervisor_gui.config.declared_calls import (
    CALL_EXTENSION,
    CALL_FIRST,
    CALL_LINE,
    CALL_SETTINGS,
    LINK_AT_ONCE,
    NOTICE_ADDRESS,
    RING_NOTICE,
    RING_SECONDS,
)
from supervisor_gui.config.declared_campaigns import CALLS_FROM, CALLS_UNTIL, CAMPAIGN_SETTINGS, CHUNK, MANY_NUMBERS
from supervisor_gui.config.declared_limits import (
    BREAKS,
    FALL,
    LIMIT_SETTINGS,
    MIN_FREE,
    OTHER_RED,
    OTHER_WARN,
    QUEUE_LIMITS,
    RISE,
    SHORT,
    THRESHOLD,
    WAIT_RED,
    WAIT_WARN,
    WAITING_RED,
    WAITING_WARN,
)
from supervisor_gui.config.declared_protection import KEEP_RECORDINGS, KEEP_RECORDS, KEEP_SAMPLES, PROTECTION_SETTINGS
from supervisor_gui.config.declared_statistics import (
    DAILY_EXPORT,
    DAILY_FOLDER,
    DAILY_FORMATS,
    DAILY_TIME,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    REACH_DAYS,
    STATISTICS_SETTINGS,
    TARGET,
)
from supervisor_gui.config.declared_wallboard import (
    WALL_AGENTS,
    WALL_AWAKE,
    WALL_CALLERS,
    WALL_MOST,
    WALL_ORDER,
    WALL_QUEUES,
    WALL_SCREEN,
    WALL_SECONDS,
    WALL_TOTALS,
    WALLBOARD_SETTINGS,
)
from supervisor_gui.config.values import Choice, Kind, Level, Setting
from supervisor_gui.i18n import QT_TRANSLATE_NOOP

__all__ = [
    "BREAKS",
    "CALLS_FROM",
    "CALLS_UNTIL",
    "CALL_EXTENSION",
    "CALL_FIRST",
    "CALL_LINE",
    "CHUNK",
    "DAILY_EXPORT",
    "DAILY_FOLDER",
    "DAILY_FORMATS",
    "DAILY_TIME",
    "EXPORT_FOLDER",
    "EXPORT_FORMAT",
    "FALL",
    "KEEP_RECORDINGS",
    "KEEP_RECORDS",
    "KEEP_SAMPLES",
    "LINK_AT_ONCE",
    "MANY_NUMBERS",
    "MIN_FREE",
    "NOTICE_ADDRESS",
    "OTHER_RED",
    "OTHER_WARN",
    "QUEUE_LIMITS",
    "REACH_DAYS",
    "RING_NOTICE",
    "RING_SECONDS",
    "RISE",
    "SHORT",
    "TARGET",
    "THRESHOLD",
    "WAITING_RED",
    "WAITING_WARN",
    "WAIT_RED",
    "WAIT_WARN",
    "WALL_AGENTS",
    "WALL_AWAKE",
    "WALL_CALLERS",
    "WALL_MOST",
    "WALL_ORDER",
    "WALL_QUEUES",
    "WALL_SCREEN",
    "WALL_SECONDS",
    "WALL_TOTALS",
]


class UndeclaredSettingError(KeyError):
    """A setting was asked for that nobody declared: a bug of ours."""


GROUPS: tuple[tuple[str, str], ...] = (
    ("appearance", QT_TRANSLATE_NOOP("Settings", "Appearance")),
    ("board", QT_TRANSLATE_NOOP("Settings", "Board")),
    ("wallboard", QT_TRANSLATE_NOOP("Settings", "Wallboard")),
    ("calls", QT_TRANSLATE_NOOP("Settings", "Calls")),
    ("limits", QT_TRANSLATE_NOOP("Settings", "Limits")),
    ("breaks", QT_TRANSLATE_NOOP("Settings", "Breaks")),
    ("statistics", QT_TRANSLATE_NOOP("Settings", "Statistics")),
    ("campaigns", QT_TRANSLATE_NOOP("Settings", "Auto-dial lists")),
    ("retention", QT_TRANSLATE_NOOP("Settings", "Data protection")),
    ("requests", QT_TRANSLATE_NOOP("Settings", "Queries")),
    ("events", QT_TRANSLATE_NOOP("Settings", "Event stream")),
    ("connection", QT_TRANSLATE_NOOP("Settings", "Connection")),
)
"""Groups of the settings page in its order; groups that are not here are not shown."""

LANGUAGE = Setting[str](
    key="appearance.language",
    kind=Kind.CHOICE,
    default="system",
    text=QT_TRANSLATE_NOOP("Settings", "Language"),
    choices=(
        Choice("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        Choice("tr", "Türkçe"),
        Choice("en", "English"),
    ),
)
THEME = Setting[str](
    key="appearance.theme",
    kind=Kind.CHOICE,
    default="system",
    text=QT_TRANSLATE_NOOP("Settings", "Theme"),
    choices=(
        Choice("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        Choice("light", QT_TRANSLATE_NOOP("Settings", "Light")),
        Choice("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)
BEEP = Setting[bool](
    key="board.beep",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Beep when a limit turns red"),
    hint=QT_TRANSLATE_NOOP("Settings", "Once per limit, not again while it stays red."),
)
TRAY = Setting[bool](
    key="appearance.tray",
    kind=Kind.SWITCH,
    default=True,
    text=QT_TRANSLATE_NOOP("Settings", "Show the counts in the notification area"),
    hint=QT_TRANSLATE_NOOP("Settings", "Callers to call back, beside the clock."),
)
AGENTS_VIEW = Setting[str](
    key="board.agents_view",
    kind=Kind.CHOICE,
    default="table",
    text=QT_TRANSLATE_NOOP("Settings", "Agents are shown as"),
    choices=(
        Choice("table", QT_TRANSLATE_NOOP("Settings", "Table")),
        Choice("tiles", QT_TRANSLATE_NOOP("Settings", "Tiles")),
    ),
)
MASK_NUMBERS = Setting[bool](
    key="board.mask_numbers",
    kind=Kind.SWITCH,
    default=False,
    text=QT_TRANSLATE_NOOP("Settings", "Hide customers' numbers"),
    hint=QT_TRANSLATE_NOOP("Settings", "Only the last two digits are shown, everywhere."),
)


SEAT = Setting[str](
    key="requests.seat",
    kind=Kind.CHOICE,
    default="supervisor",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "This seat is"),
    hint=QT_TRANSLATE_NOOP("Settings", "An agent's seat does not query the queues by itself."),
    choices=(
        Choice("supervisor", QT_TRANSLATE_NOOP("Settings", "a supervisor's")),
        Choice("agent", QT_TRANSLATE_NOOP("Settings", "an agent's")),
    ),
    reconnect=True,
)
QUERIES_PER_MINUTE = Setting[int](
    key="requests.queue_status_per_minute",
    kind=Kind.CHOICE,
    default=2,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Queue queries a minute"),
    hint=QT_TRANSLATE_NOOP(
        "Settings", "Ask Netgsm before you choose more than 2. When the PBX complains it is 2 again for an hour."
    ),
    choices=(
        Choice(2, "2"),
        Choice(3, QT_TRANSLATE_NOOP("Settings", "3 – ask Netgsm")),
        Choice(4, QT_TRANSLATE_NOOP("Settings", "4 – ask Netgsm")),
        Choice(6, QT_TRANSLATE_NOOP("Settings", "6 – ask Netgsm")),
    ),
)
PROGRAMS = Setting[int](
    key="requests.programs",
    kind=Kind.NUMBER,
    default=1,
    low=1,
    high=20,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Programs on this account"),
    hint=QT_TRANSLATE_NOOP(
        "Settings", "Everything that queries this PBX, this program included; they share the queries."
    ),
)

EVENTS_ON = Setting[bool](
    key="events.on",
    kind=Kind.SWITCH,
    default=False,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Follow the PBX's event stream"),
    hint=QT_TRANSLATE_NOOP(
        "Settings",
        "The board moves between two queries. The stream is never encrypted: the password travels readable.",
    ),
    reconnect=True,
)
EVENTS_ADDRESS = Setting[str](
    key="events.address",
    kind=Kind.ADDRESS,
    default=EVENTS,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Event stream's address"),
    reconnect=True,
    needs=("events.on", True),
)

PBX_ADDRESS = Setting[str](
    key="connection.pbx_url",
    kind=Kind.URL,
    default=PBX_URL,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "PBX address"),
    hint=QT_TRANSLATE_NOOP("Settings", "An address with http:// is not encrypted and is used only if you agree."),
    reconnect=True,
)
API_ADDRESS = Setting[str](
    key="connection.api_url",
    kind=Kind.URL,
    default=API_URL,
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "API address"),
    reconnect=True,
)
PROXY = Setting[str](
    key="connection.proxy",
    kind=Kind.CHOICE,
    default="none",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Proxy"),
    choices=(
        Choice("none", QT_TRANSLATE_NOOP("Settings", "None")),
        Choice("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        Choice("manual", QT_TRANSLATE_NOOP("Settings", "This one")),
    ),
    reconnect=True,
)
PROXY_ADDRESS = Setting[str](
    key="connection.proxy_address",
    kind=Kind.PROXY,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Proxy's address"),
    reconnect=True,
    needs=("connection.proxy", "manual"),
)
CA_FILE = Setting[str](
    key="connection.ca_file",
    kind=Kind.FILE,
    default="",
    level=Level.PROFILE,
    text=QT_TRANSLATE_NOOP("Settings", "Extra CA file"),
    hint=QT_TRANSLATE_NOOP(
        "Settings", "A PEM file, for networks whose firewall opens encrypted connections. Certificates stay checked."
    ),
    reconnect=True,
)

ACCOUNT = Setting[str](key="profile.account", kind=Kind.TEXT, default="", level=Level.PROFILE)
PLAIN_HTTP_AGREED = Setting[bool](key="profile.plain_http_agreed", kind=Kind.SWITCH, default=False, level=Level.PROFILE)
PLAIN_HTTP_HOSTS = Setting[tuple[str, ...]](
    key="profile.plain_http_hosts", kind=Kind.NAMES, default=(), level=Level.PROFILE
)
"""The hosts that the agreement is for; empty when they are those of the profile's own addresses."""
EVENTS_AGREED = Setting[bool](key="profile.events_agreed", kind=Kind.SWITCH, default=False, level=Level.PROFILE)
WORKED_ENCRYPTED = Setting[bool](key="profile.worked_encrypted", kind=Kind.SWITCH, default=False, level=Level.PROFILE)
QUEUES = Setting[tuple[str, ...]](key="profile.queues", kind=Kind.NAMES, default=(), level=Level.PROFILE)
POLL_MEMORY = Setting[str](key="profile.poll_memory", kind=Kind.TEXT, default="", level=Level.PROFILE)
LAST_PROFILE = Setting[str](key="program.last_profile", kind=Kind.TEXT, default="")
GEOMETRY = Setting[str](key="program.geometry", kind=Kind.TEXT, default="")

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    BEEP,
    TRAY,
    AGENTS_VIEW,
    MASK_NUMBERS,
    *WALLBOARD_SETTINGS,
    *CALL_SETTINGS,
    *LIMIT_SETTINGS,
    *STATISTICS_SETTINGS,
    *CAMPAIGN_SETTINGS,
    *PROTECTION_SETTINGS,
    SEAT,
    QUERIES_PER_MINUTE,
    PROGRAMS,
    EVENTS_ON,
    EVENTS_ADDRESS,
    PBX_ADDRESS,
    API_ADDRESS,
    PROXY,
    PROXY_ADDRESS,
    CA_FILE,
    ACCOUNT,
    PLAIN_HTTP_AGREED,
    PLAIN_HTTP_HOSTS,
    EVENTS_AGREED,
    WORKED_ENCRYPTED,
    QUEUES,
    POLL_MEMORY,
    LAST_PROFILE,
    GEOMETRY,
)
"""Every declaration; shown ones in the order of the page."""

_BY_KEY: Mapping[str, Setting[Any]] = MappingProxyType({setting.key: setting for setting in SETTINGS})


def declared(key: str) -> Setting[Any]:
    """The declaration of `key`.

    Raises:
        UndeclaredSettingError: There is none.
    """
    try:
        return _BY_KEY[key]
    except KeyError:
        raise UndeclaredSettingError(key) from None
