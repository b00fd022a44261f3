"""What each fault does to an answer or an event. Which faults strike is decided in `faults`."""

from collections.abc import Callable, Mapping

from supervisor_gui.simulator import answers
from supervisor_gui.simulator.answers import Json, Payload

Leaf = Callable[[object], object]
Row = dict[str, object]

WORD = "cok"
HUGE = 30 * 1024 * 1024

HOSTILE = (
    "<b>kalın</b><img src=x onerror=alert(1)><a href='x'>&amp;\"%s%n{0}"
    "\x00\x07\x1b[31m\r\n\t\u202esrettel\u202c\u2066\u200f\ufeff" + "Ğ" * 10_000
)

CODE_TEXTS: Mapping[str, str] = {
    "30": "Eksik yada yanlis parametre",
    "40": "Gecersiz santral bilgisi",
    "50": "Tarih formati hatali",
    "60": "Yetki yok",
    "70": "Hatali sorgulama",
    "72": "Istek reddedildi",
    "80": "Sorgulama limiti asildi",
    "100": "Sistem hatasi",
    "101": "Sorgulama limiti asildi",
    "301": "ID hatali",
    "331": "IP adresine izin verilmiyor",
    "400": "Kayit yok yada yetki yok",
}

# What lies under a recording's address in the place of the sound.
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(2048)
TINY = 40

# In the place of a code: the address that asks may not.
NOT_ALLOWED_HERE = "address"

PAGE = (
    "<!DOCTYPE html><html><head><title>Bakım</title></head><body><h1>Bakım çalışması</h1>"
    "<p>Sistem geçici olarak kapalı.</p></body></html>"
)


SAID = frozenset({"message", "error"})
RECORD_TEXTS = frozenset({"source", "destination", "directory"})
SHUT_OUT = frozenset({"bad-login", "ip-not-allowed"})
PAGES = frozenset({"html", "recording-html", "recording-404"})


def refusal(names: tuple[str, ...], face: str, refuse: Callable[[str], Payload] | None = None) -> Payload | None:
    """The refusal that a fault puts in the place of the order, in the words of the face; None without one.

    Args:
        refuse: Makes the refusal with a code; None for the face's ordinary form.
    """
    shaped = refuse or (lambda code: error(face, code))
    for name in names:
        if name.startswith("code-"):
            return shaped(name.removeprefix("code-"))
        if name in SHUT_OUT:
            code = "30" if name == "bad-login" else NOT_ALLOWED_HERE
            return answers.NOT_VERIFIED if face == "pbx" else shaped(code)
        if name == "refuse-member":
            return answers.queue_error(answers.PAUSE_NOT_THERE) if face == "pbx" else error(face, "70")
        if name in {"redirect-302", "http-500"}:
            return {}
    return None


def error(face: str, code: str) -> Json:
    """A refusal with a code: the PBX sends it as text with `message`, the API host as number with `error`."""
    if face == "pbx":
        return {"code": code, "status": "Error", "message": CODE_TEXTS[code]}
    return {"code": int(code), "error": CODE_TEXTS[code]}


def reshape(names: tuple[str, ...], payload: object, turn: int) -> object:
    """The answer's content after the faults that keep it JSON."""
    value = payload
    if "nulls" in names:
        value = _leaves(value, lambda _: None)
    if "numbers-as-words" in names:
        # In a list of records, numbers are written as texts too.
        value = _leaves(value, _listed_word if isinstance(value, list) else _word)
    if "unknown-state" in names:
        value = _each_agent(value, lambda row: {**row, "status": "mesgul_bekliyor"})
    if "one-bad-row" in names:
        value = _bad_row(value)
    if "hostile-text" in names:
        value = _hostile(value)
    if "wrong-shape" in names:
        value = (["Success"], "Success", 200)[turn % 3]
    return value


def garble(names: tuple[str, ...], body: bytes) -> bytes:
    """The answer's bytes after the faults that break them."""
    if PAGES & set(names):
        body = PAGE.encode()
    if "recording-other" in names:
        body = PICTURE
    if "recording-tiny" in names:
        body = body[:TINY]
    if "cut" in names:
        body = body[: len(body) // 2]
    if "non-utf8" in names:
        body = _no_utf8(body)
    if "huge" in names:
        body = body[:-1] + b',"dolgu":"' + b"x" * HUGE + b'"}'
    return b"" if "empty" in names else body


def _no_utf8(body: bytes) -> bytes:
    """Bytes that are no UTF-8 where the first text begins in JSON, lines of columns or XML; else in front."""
    sign = next((sign for sign in (b'"', b"|", b">") if sign in body), b"")
    return body.replace(sign, sign + b"\xfe\xc3", 1)


def hostile_event(frame: Json) -> Json:
    """An event whose texts are hostile; its scenario and ids stay."""
    return {
        key: HOSTILE if key in {"customer_num", "queue_name", "clid", "arayan"} else item for key, item in frame.items()
    }


def _leaves(value: object, change: Leaf) -> object:
    if isinstance(value, dict):
        return {key: _leaves(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_leaves(item, change) for item in value]
    return change(value)


def _word(leaf: object) -> object:
    return WORD if isinstance(leaf, int) and not isinstance(leaf, bool) else leaf


def _listed_word(leaf: object) -> object:
    return WORD if isinstance(leaf, str) and leaf.isdecimal() else _word(leaf)


def _each_queue(value: object, change: Callable[[int, Row], Row]) -> object:
    if not isinstance(value, dict) or not isinstance(queues := value.get("queues"), list):
        return value
    return {**value, "queues": [change(place, row) for place, row in enumerate(queues)]}


def _rows(queue: Row) -> list[Row]:
    rows = queue.get("agents")
    return rows if isinstance(rows, list) else []


def _each_agent(value: object, change: Callable[[Row], Row]) -> object:
    return _each_queue(value, lambda _, queue: {**queue, "agents": [change(row) for row in _rows(queue)]})


def _bad_row(value: object) -> object:
    return _each_queue(value, lambda _, queue: {**queue, "agents": ["bozuk", *_rows(queue)[1:]]})


def _hostile(value: object) -> object:
    if isinstance(value, list):
        return [_hostile_record(record) for record in value]
    if not isinstance(value, dict):
        return value
    if "queues" not in value:
        return _hostile_texts(value, SAID)
    return _each_queue(_each_agent(value, lambda row: {**row, "reason": HOSTILE}), _hostile_queue)


def _hostile_record(record: object) -> object:
    if not isinstance(record, dict) or not isinstance(rows := record.get("values"), list):
        return record
    return {**record, "values": [_hostile_texts(row, RECORD_TEXTS) for row in rows]}


def _hostile_texts(row: Row, keys: frozenset[str]) -> Row:
    return {key: HOSTILE if key in keys and isinstance(item, str) else item for key, item in row.items()}


def _hostile_queue(place: int, queue: Row) -> Row:
    callers = queue.get("callers")
    waits = list(callers.values()) if isinstance(callers, dict) else []
    return {
        **queue,
        "queuename": f"{queue['queuename']} {HOSTILE} {place}",
        "callers": {f"{number} {HOSTILE}": wait for number, wait in enumerate(waits)},
    }
