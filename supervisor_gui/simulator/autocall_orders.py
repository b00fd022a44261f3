"""How the fields of auto-dial requests are read, and which sentence answers a wrong one. Lists are not touched here."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from supervisor_gui.simulator.autocall_lists import TURKEY, ListRules, Wish

Fields = Mapping[str, object]

WRONG = (
    "Hatalı sorgulama. Gönderdiğiniz parametrelerden birisi hatalı veya zorunlu alanlardan birinin eksik olduğunu "
    "ifade eder. "
)
BAD_ID = "Gönderilen ID değeri numerik ve sıfırdan büyük bir değer olmalıdır. "
NO_LIST = "HAtalı sorgulama. Bu id ye ait otomatik arama listesi yok yada yetkiniz yok."
NO_LOGIN = "Kullanıcı adı veya şifre hatalı."
TOO_MANY = "Sorgulama limiti aşıldı."

NO_LIST_ID = "Liste ID si yok."
NO_PROJECT = "Numaraların ekleneceği proje ID si girilmelidir."

# Only the sentence on the department is documented; the others follow its pattern and are guesses.
SENTENCES: Mapping[str, str] = {
    "list_name": "Liste adı belirtmek zorunludur.",
    "list_prefix": "Liste ön eki belirtmek zorunludur.",
    "liste_type": "Liste tipi belirtmek zorunludur.",
    "list_startdate": "Başlangıç tarihi belirtmek zorunludur.",
    "list_stopdate": "Bitiş tarihi belirtmek zorunludur.",
    "list_starttime": "Başlangıç saati belirtmek zorunludur.",
    "list_stoptime": "Bitiş saati belirtmek zorunludur.",
    "retry_count": "Tekrar sayısı belirtmek zorunludur.",
    "try_time": "Tekrar süresi belirtmek zorunludur.",
    "department": "Departman adı belirtmek zorunludur.",
    "trunk": "Dış hat belirtmek zorunludur.",
    "destination_type": "Hedef tipi belirtmek zorunludur.",
    "destination_name": "Hedef adı belirtmek zorunludur.",
    "queue_limit_type": "Kuyruk limit tipi hatalı.",
    "queue_limit": "Kuyruk limiti hatalı.",
    "numbers": "Numara belirtmek zorunludur.",
    "callstop_type": "Durdurma limiti tipi hatalı.",
    "callstop_limit": "Durdurma limiti hatalı.",
    "filter": "Filtre değeri hatalı.",
    "status": "Durum bilgisi hatalı.",
    "id": "Numara ID si hatalı.",
    "name": "Numara adı hatalı.",
    "nstatus": "Numara durumu hatalı.",
    "calltime": "Arama zamanı hatalı.",
    "event": "Event belirtmek zorunludur.",
}

_NUMBER = re.compile(r"[1-9]\d{9}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)
_CALLTIME = re.compile(r"\d{12}", re.ASCII)
_LONGEST_NAME = 50
_LARGEST = 10_000


class RefusedError(Exception):
    """A request that is answered with a code and a sentence."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(str(code))
        self.code = code
        self.message = message


def wrong(field: str) -> RefusedError:
    """The refusal of a field that is missing or wrong."""
    return RefusedError(70, WRONG + SENTENCES[field])


def text(fields: Fields, key: str) -> str:
    """A value as text, whether it came as text or as a number; empty for everything else."""
    value = fields.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def list_id(fields: Fields, missing: str) -> int:
    """The id of a list.

    Args:
        missing: The sentence when there is none; empty when that counts as an id that is no number.
    """
    value = text(fields, "list_id")
    if not value and missing:
        raise RefusedError(70, WRONG + missing)
    return identifier(value)


def identifier(value: str) -> int:
    """An id above 0."""
    if not (value.isascii() and value.isdigit() and len(value) <= 18 and int(value) > 0):
        raise RefusedError(301, BAD_ID)
    return int(value)


def data_of(body: Fields) -> Fields:
    """The order's `data`; empty when there is none."""
    data = body.get("data")
    return data if isinstance(data, dict) else {}


def list_rules(data: Fields, trunks: tuple[str, ...]) -> ListRules:
    """The settings of a new list; whether department and target exist is not looked at.

    Args:
        trunks: The account's lines.
    """
    first_day, last_day = _day(data, "list_startdate"), _day(data, "list_stopdate")
    opens, closes = _clock(data, "list_starttime"), _clock(data, "list_stoptime")
    if last_day < first_day:
        raise wrong("list_stopdate")
    if closes <= opens:
        raise wrong("list_stoptime")
    stop_type = _whole(data, "callstop_type", 0, 6, 0)
    return ListRules(
        name=_filled(data, "list_name", _LONGEST_NAME),
        prefix=_prefix(data),
        dynamic=_whole(data, "liste_type", 1, 2) == 2,
        first_day=first_day,
        last_day=last_day,
        opens=opens,
        closes=closes,
        retry_count=_whole(data, "retry_count", 0, 3),
        try_time=_whole(data, "try_time", 0, 1440),
        department=_filled(data, "department"),
        trunk=_trunk(data, trunks),
        target_kind=_one_of(data, "destination_type", ("ivr", "queue", "announcement")),
        target_name=_filled(data, "destination_name"),
        limit_type=_whole(data, "queue_limit_type", 1, 3, 1),
        limit=_whole(data, "queue_limit", 0, _LARGEST, 1),
        stop_type=stop_type,
        stop_limit=_stop_limit(data, stop_type),
        url=text(data, "url"),
        filter=_one_of(data, "filter", ("", "0", "11", "12")),
    )


def first_wishes(data: Fields) -> tuple[Wish, ...]:
    """The numbers of a new list.

    Names of phone-book groups stand in for numbers; the simulator's phone book is empty, so they bring none.
    """
    groups = data.get("groups")
    rows = data.get("numbers")
    if not rows:
        if isinstance(groups, list) and groups:
            return ()
        raise wrong("numbers")
    if not isinstance(rows, list):
        raise wrong("numbers")
    wishes = [_first_wish(row) for row in rows]
    return tuple(wishes)


def number_rows(data: Fields) -> tuple[Fields, ...]:
    """The rows of an order to add numbers; a single row may come without an array."""
    rows = data.get("numbers")
    rows = [rows] if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise wrong("numbers")
    return tuple(rows)


def wish(row: Fields, trunks: tuple[str, ...], now: float) -> Wish:
    """One number to be added."""
    number = text(row, "number")
    if not _NUMBER.fullmatch(number):
        raise wrong("numbers")
    status, trunk, when = text(row, "nstatus") or "1", text(row, "trunk"), text(row, "calltime")
    if status not in {"0", "1"}:
        raise wrong("nstatus")
    if trunk and trunk not in trunks:
        raise wrong("trunk")
    return Wish(number, text(row, "name"), status == "1", call_time(when, now) if when else 0.0, trunk)


def call_time(value: str, now: float) -> float:
    """A moment in the future, as epoch seconds, from its twelve digits in Turkish time."""
    if not _CALLTIME.fullmatch(value):
        raise wrong("calltime")
    try:
        moment = datetime.strptime(value, "%d%m%Y%H%M").replace(tzinfo=TURKEY).timestamp()
    except (ValueError, OverflowError):
        raise wrong("calltime") from None
    if moment <= now:
        raise wrong("calltime")
    return moment


def _first_wish(row: object) -> Wish:
    if not isinstance(row, dict) or not _NUMBER.fullmatch(text(row, "number")):
        raise wrong("numbers")
    return Wish(text(row, "number"), text(row, "name"))


def _filled(data: Fields, key: str, longest: int = 200) -> str:
    value = text(data, key)
    if not value.strip() or len(value) > longest:
        raise wrong(key)
    return value


def _prefix(data: Fields) -> str:
    # A client in the field sends it empty, so only a missing one is refused.
    value = text(data, "list_prefix")
    digits = value.isascii() and value.isdigit() and len(value) <= 4
    if data.get("list_prefix") is None or (value and not digits):
        raise wrong("list_prefix")
    return value


def _trunk(data: Fields, trunks: tuple[str, ...]) -> str:
    return _one_of(data, "trunk", trunks)


def _one_of(data: Fields, key: str, known: tuple[str, ...]) -> str:
    value = text(data, key)
    if value not in known:
        raise wrong(key)
    return value


def _whole(data: Fields, key: str, lowest: int, highest: int, default: int | None = None) -> int:
    value = text(data, key)
    if not value and default is not None:
        return default
    if not (value.isascii() and value.isdigit() and len(value) <= 6 and lowest <= int(value) <= highest):
        raise wrong(key)
    return int(value)


def _stop_limit(data: Fields, stop_type: int) -> int:
    if not stop_type:
        return 0
    return _whole(data, "callstop_limit", 1, _LARGEST if stop_type % 2 else 100)


def _day(data: Fields, key: str) -> date:
    value = text(data, key)
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise wrong(key) from None


def _clock(data: Fields, key: str) -> time:
    value = text(data, key)
    try:
        return time.fromisoformat(value if _CLOCK.fullmatch(value) else "")
    except ValueError:
        raise wrong(key) from None
