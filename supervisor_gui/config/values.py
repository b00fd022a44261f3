"""One setting: its declaration, the values it takes, and how they are spelt in the file. It opens no file."""

import enum
import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

from supervisor_gui.config.addresses import proxy_problem, stream_problem, template_problem, url_problem
from supervisor_gui.errors import SettingsError
from supervisor_gui.i18n import translate

T = TypeVar("T")

LONGEST = 200
MOST_ROWS = 500


class Kind(enum.Enum):
    """What a setting's value is, hence its widget and its spelling."""

    SWITCH = "switch"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    URL = "url"
    ADDRESS = "address"
    PROXY = "proxy"
    FILE = "file"
    FOLDER = "folder"
    TIME = "time"
    DIGITS = "digits"
    TEMPLATE = "template"
    NAMES = "names"
    BREAKS = "breaks"
    QUEUES = "queues"


class Level(enum.Enum):
    """Whose setting it is."""

    PROGRAM = "program"
    PROFILE = "profile"


class Choice(msgspec.Struct, frozen=True):
    """One value of a choice and its English words, translated in context "Settings"."""

    value: str | int
    text: str


class BreakRule(msgspec.Struct, frozen=True):
    """A break reason: words as sent to the PBX, minutes until amber and red (0: no limit)."""

    name: str
    warn_minutes: int = 15
    limit_minutes: int = 20


class QueueRule(msgspec.Struct, frozen=True):
    """One queue's own limits; the figures mean what the general limits of the same names mean."""

    queue: str
    waiting_warn: int = 3
    waiting_red: int = 6
    wait_warn: int = 30
    wait_red: int = 60
    min_free: int = 1
    threshold: int = 20
    short: int = 5


class Setting(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A declaration.

    Attributes:
        key: "group.name", the same in the file and in the program.
        kind: What the value is.
        default: The value until the user sets one.
        level: Whether it belongs to the program or to each profile.
        text, hint, unit: English words, translated in context "Settings"; no text means: not on the settings page.
        choices: For choices.
        low, high: For numbers; for digits the least and the most of them, beside none.
        reconnect: A change takes effect by connecting anew.
        needs: Key of a setting, and the value it must have for this one to count.
    """

    key: str
    kind: Kind
    default: T
    level: Level = Level.PROGRAM
    text: str = ""
    hint: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 0
    reconnect: bool = False
    needs: tuple[str, str | int | bool] | None = None

    @property
    def group(self) -> str:
        """The part of the key before the dot."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """The part of the key after the dot."""
        return self.key.partition(".")[2]


def check(setting: Setting[Any], value: object) -> None:
    """Refuse what `setting` cannot be.

    Raises:
        SettingsError: In words for the user.
    """
    problem = _type_problem(setting, value) or _problem(setting, value)
    if problem:
        raise SettingsError(problem, details=setting.key)


_TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.SWITCH: bool,
    Kind.CHOICE: (str, int),
    Kind.NUMBER: int,
    Kind.NAMES: tuple,
    Kind.BREAKS: tuple,
    Kind.QUEUES: tuple,
}
_ADDRESS_PROBLEMS: dict[Kind, Callable[[str], str]] = {
    Kind.URL: url_problem,
    Kind.ADDRESS: stream_problem,
    Kind.PROXY: proxy_problem,
    Kind.TEMPLATE: template_problem,
}
_TIME = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_ROWS: dict[Kind, type] = {Kind.NAMES: str, Kind.BREAKS: BreakRule, Kind.QUEUES: QueueRule}


def _type_problem(setting: Setting[Any], value: object) -> str:
    right = isinstance(value, _TYPES.get(setting.kind, str))
    if setting.kind in {Kind.NUMBER, Kind.CHOICE} and isinstance(value, bool):
        right = False
    if right and setting.kind in _ROWS and isinstance(value, tuple):
        right = all(isinstance(row, _ROWS[setting.kind]) for row in value)
    return "" if right else translate("Settings", "The value has the wrong form.")


def _problem(setting: Setting[Any], value: Any) -> str:
    match setting.kind:
        case Kind.CHOICE:
            known = value in [choice.value for choice in setting.choices]
            return "" if known else translate("Settings", "This value is not among the choices.")
        case Kind.NUMBER:
            return _range_problem(value, setting.low, setting.high)
        case Kind.DIGITS:
            return _digits_problem(value, setting.low, setting.high) if value else ""
        case Kind.TIME:
            known = _TIME.fullmatch(value) is not None
            return "" if known else translate("Settings", "A time of day such as 08:00.")
        case Kind.URL | Kind.ADDRESS:
            return _ADDRESS_PROBLEMS[setting.kind](value)
        case Kind.PROXY | Kind.TEMPLATE:
            return _ADDRESS_PROBLEMS[setting.kind](value) if value else ""
        case Kind.NAMES | Kind.BREAKS | Kind.QUEUES:
            return _rows_problem(setting.kind, value)
        case _:
            return ""


def _range_problem(value: int, low: int, high: int) -> str:
    if low <= value <= high:
        return ""
    return translate("Settings", "A whole number from {low} to {high}.").format(low=low, high=high)


def _digits_problem(value: str, low: int, high: int) -> str:
    if value.isascii() and value.isdigit() and low <= len(value) <= high:
        return ""
    if low == high:
        return translate("Settings", "{low} digits and nothing else.").format(low=low)
    return translate("Settings", "From {low} to {high} digits and nothing else.").format(low=low, high=high)


def _rows_problem(kind: Kind, rows: tuple[Any, ...]) -> str:
    names = [row if kind is Kind.NAMES else row.name if kind is Kind.BREAKS else row.queue for row in rows]
    if len(rows) > MOST_ROWS:
        return translate("Settings", "The list is too long.")
    if any(not name.strip() or len(name) > LONGEST or not name.isprintable() for name in names):
        return translate("Settings", "Every row needs a name.")
    if len(set(names)) < len(names):
        return translate("Settings", "A name stands there twice.")
    figures = [value for row in rows if kind is not Kind.NAMES for value in msgspec.structs.astuple(row)[1:]]
    return next(filter(None, (_range_problem(figure, 0, 99_999) for figure in figures)), "")


def encode(setting: Setting[Any], value: Any) -> str:
    """How `value` is spelt in the file; lists take a line each."""
    match setting.kind:
        case Kind.SWITCH:
            return "on" if value else "off"
        case Kind.CHOICE | Kind.NUMBER:
            return str(value)
        case Kind.NAMES:
            return "".join(f"\n{_quoted(row)}" for row in value)
        case Kind.BREAKS | Kind.QUEUES:
            return "".join("\n" + msgspec.json.encode(row).decode() for row in value)
        case _:
            return _quoted(value)


def decode(setting: Setting[T], text: str) -> T:
    """The value that `text` spells.

    Raises:
        SettingsError: It spells none that `setting` takes.
    """
    try:
        value = _decode(setting, text)
    except (ValueError, msgspec.MsgspecError) as error:
        raise SettingsError(translate("Settings", "The value has the wrong form."), details=setting.key) from error
    check(setting, value)
    return value  # type: ignore[no-any-return]  # checked against the declaration just now


_SWITCH = {"on": True, "yes": True, "true": True, "1": True, "off": False, "no": False, "false": False, "0": False}


def _decode(setting: Setting[Any], text: str) -> Any:
    lines = [line for line in text.splitlines() if line.strip()]
    match setting.kind:
        case Kind.SWITCH:
            return _SWITCH.get(text.lower())
        case Kind.CHOICE:
            return int(text) if isinstance(setting.default, int) else text
        case Kind.NUMBER:
            return int(text)
        case Kind.NAMES:
            return tuple(map(_unquoted, lines))
        case Kind.BREAKS:
            return tuple(msgspec.json.decode(line, type=BreakRule) for line in lines)
        case Kind.QUEUES:
            return tuple(msgspec.json.decode(line, type=QueueRule) for line in lines)
        case _:
            return _unquoted(text)


def _quoted(text: str) -> str:
    """Readable as it is, or as a JSON string when the file's own grammar would change it."""
    odd = text != text.strip() or not text.isprintable() or text[:1] in {'"', "#", ";", "["}
    return msgspec.json.encode(text).decode() if odd else text


def _unquoted(text: str) -> str:
    return msgspec.json.decode(text, type=str) if text.startswith('"') else text
