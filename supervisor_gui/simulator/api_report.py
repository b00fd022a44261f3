"""The API host's service for call records in its four forms. Which rows a call has is in `call_records`."""

import msgspec

from supervisor_gui.simulator import wire_dates
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import Json, Text
from supervisor_gui.simulator.call_records import (
    RecordRow,
    call_of_id,
    common_id,
    directory,
    ended_between,
    rows_of,
)
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.recordings import Recordings
from supervisor_gui.simulator.world import Call
from supervisor_gui.simulator.xml_request import WrongXmlError, xml_fields

REPORT_PATH = "/netsantral/report"
REPORT_XML_PATH = "/netsantral/report/xml"
LIMIT = "netsantral/report"
VERSION_WITH_LINKS = "4"

ERRORS = {
    "30": "Kullanici dogrulanamadi",
    "40": "Kayit bulunamadi",
    "50": "Tarih formati hatali",
    "60": "Tarih araligi en fazla 7 gun olabilir",
    "70": "Hatali sorgulama",
    "72": "Istek reddedildi",
    "80": "Netsantral hizmeti kullanilmiyor",
    "100": "Sorgulama limiti asildi",
    "101": "Sorgulama limiti asildi",
    "331": "Rapor yetkisi yok veya izin verilmeyen IP adresi",
}

NO_JSON = Text(b"<html><body><h1>400 Bad Request</h1></body></html>", "text/html", status=400)

Found = tuple[Call, tuple[RecordRow, ...]]


class Refused(Exception):
    """A question is refused.

    Args:
        code: The service's code.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReportService:
    """Answers questions about ended calls."""

    def __init__(self, accounts: Accounts, engine: Engine, limits: Limits, recordings: Recordings) -> None:
        self._accounts = accounts
        self._engine = engine
        self._limits = limits
        self._recordings = recordings

    def respond(self, ask: Ask) -> Text:
        """The answer to a request."""
        if _is_broken_json(ask):
            return NO_JSON
        try:
            fields = _fields(ask)
            found = self._found(fields)
        except Refused as refused:
            return refusal(ask, refused.code)
        if wants_json(ask):
            rows = [self._json(call, rows) for call, rows in found]
            return Text(msgspec.json.encode(rows), "application/json")
        return Text("<br/>".join(self._lines(ask, fields, found)).encode(), "text/html")

    @staticmethod
    def since(ask: Ask) -> float | None:
        """From when on a request asks, in epoch seconds; None for one that names no days."""
        try:
            return None if _is_broken_json(ask) else span(_fields(ask))[0]
        except Refused:
            return None

    def _found(self, fields: dict[str, str]) -> list[Found]:
        username = fields.get("usercode", "")
        if not self._accounts.lets_in(username, fields.get("password", "")):
            raise Refused("30")
        if not self._limits.grants(LIMIT, username):
            raise Refused("100")
        now = self._engine.catch_up()
        found = [(call, rows_of(call, username)) for call in self._calls(fields, now)]
        if "querytype" in fields:
            found = [(call, rows) for call, rows in found if _matches(fields, rows)]
        if not found:
            raise Refused("40")
        return found

    def _calls(self, fields: dict[str, str], now: float) -> list[Call]:
        ledger = self._engine.centre.ledger
        if unique_id := fields.get("uniqueid"):
            call = call_of_id(ledger, unique_id, now)
            return [call] if call else []
        if "querytype" in fields and (fields["querytype"] not in {"1", "2"} or not fields.get("no")):
            raise Refused("70")
        start, end = span(fields)
        return ended_between(ledger, start, end, now)

    def _json(self, call: Call, rows: tuple[RecordRow, ...]) -> Json:
        return {"uniqueid": call.id, "values": [self._value(call, row) for row in rows]}

    def _value(self, call: Call, row: RecordRow) -> Json:
        value: Json = {
            "date": wire_dates.to_the_second(row.at),
            "destination": row.destination,
            "source": row.source,
            "duration": str(row.duration),
            "direction": row.direction,
        }
        if row.recorded:
            value["recording"] = self._recordings.link(call)
        return value | {"line": call.dialled, "directory": directory(call), "commonID": common_id(call)}

    def _lines(self, ask: Ask, fields: dict[str, str], found: list[Found]) -> list[str]:
        versioned = ask.path.rstrip("/") == REPORT_XML_PATH
        linked = not versioned or fields.get("version") == VERSION_WITH_LINKS
        return [self._line(call, row, linked=linked, clock=versioned) for call, rows in found for row in rows]

    def _line(self, call: Call, row: RecordRow, *, linked: bool, clock: bool) -> str:
        # Here a voice menu is called by more than its name.
        destination = f"{row.destination}-interactive-{common_id(call)}" if row.menu else row.destination
        duration = _as_clock(row.duration) if clock else str(row.duration)
        columns = [call.id, wire_dates.to_the_second(row.at), destination, row.source, duration, str(row.direction)]
        if linked and row.recorded:
            columns.append(self._recordings.link(call))
        return "|".join(columns)


def wants_json(ask: Ask) -> bool:
    """Whether a request gets its answer as JSON."""
    return ask.query.get("output") == "json" if ask.method == "GET" else isinstance(ask.body, dict)


def refusal(ask: Ask, code: str) -> Text:
    """A refusal in the form of the request: a JSON object, or the bare number."""
    if wants_json(ask):
        body = msgspec.json.encode({"code": int(code), "error": ERRORS.get(code, "Hatali istek")})
        return Text(body, "application/json", code)
    return Text(code.encode(), "text/html", code)


def span(fields: dict[str, str]) -> tuple[float, float]:
    """The wanted time from a beginning to an end that is just not in it; the last minute counts whole.

    Raises:
        Refused: 70 without both ends or with them the wrong way round, 50 for a wrong form, 60 for too long.
    """
    if not fields.get("startdate") or not fields.get("stopdate"):
        raise Refused("70")
    try:
        start, stop = wire_dates.read_minute(fields["startdate"]), wire_dates.read_minute(fields["stopdate"])
    except ValueError:
        raise Refused("50") from None
    check_span(start, stop)
    return start, stop + wire_dates.MINUTE


def check_span(start: float, stop: float) -> None:
    """Whether a span is one that may be asked for.

    Raises:
        Refused: 70 when it ends before it begins, 60 when it is longer than seven days.
    """
    if stop < start:
        raise Refused("70")
    if stop - start > wire_dates.LONGEST_SPAN:
        raise Refused("60")


def _is_broken_json(ask: Ask) -> bool:
    return isinstance(ask.body, str) and ask.body.lstrip().startswith("{")


def _fields(ask: Ask) -> dict[str, str]:
    if ask.method == "GET":
        return ask.query
    if isinstance(ask.body, dict) and ask.path.rstrip("/") == REPORT_PATH:
        return {key: _text(value) for key, value in ask.body.items()}
    if not isinstance(ask.body, str):
        raise Refused("70")
    try:
        return xml_fields(ask.body)
    except WrongXmlError:
        raise Refused("70") from None


def _text(value: object) -> str:
    if isinstance(value, list):
        return ",".join(_text(item) for item in value)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _matches(fields: dict[str, str], rows: tuple[RecordRow, ...]) -> bool:
    """Whether a row has one of the numbers as called (1) or calling (2) party; ten digits decide."""
    wanted = {number.strip()[-10:] for number in fields["no"].split(",")}
    called = fields["querytype"] == "1"
    return any((row.destination if called else row.source)[-10:] in wanted for row in rows)


def _as_clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
