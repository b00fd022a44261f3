"""The API host's service for incoming calls by day, in XML. How a day is counted is in `day_counts`."""

import random
from collections.abc import Callable, Iterable
from itertools import groupby
from xml.sax.saxutils import escape

import msgspec

from supervisor_gui.simulator import wire_dates
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import WITHHELD, Text
from supervisor_gui.simulator.api_report import Refused, check_span
from supervisor_gui.simulator.call_records import bare_id, ended_between
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.day_counts import DayCounts, counted, group_of, whole_wait
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.world import Call
from supervisor_gui.simulator.xml_request import WrongXmlError, xml_fields

STATISTICS_PATH = "/netsantral/statistics"
LIMIT = "netsantral/statistics"
GROUPS = ("abandoned", "noanswer", "answered")
PROLOGUE = "<?xml version='1.0'?>"
TOO_OFTEN = "100"

# How often an element is left out that would say 0, or that the PBX leaves out whatever it would say.
LEFT_OUT = 0.3
OFTEN_MISSING = frozenset({"incoming_call", "abandoned"})

ERRORS = {
    "30": "Kullanici dogrulanamadi",
    "40": "Kayit Bulunamadi",
    "50": "Tarih formati hatali",
    "60": "Tarih araligi en fazla 7 gun olabilir",
    "70": "Hatali sorgulama",
    "331": "Rapor yetkisi yok veya izin verilmeyen IP adresi",
}


class StatisticsService:
    """Answers questions about incoming calls.

    Args:
        seed: Decides which elements are left out on which day.
    """

    def __init__(self, accounts: Accounts, engine: Engine, limits: Limits, seed: int) -> None:
        self._accounts = accounts
        self._engine = engine
        self._limits = limits
        self._seed = seed

    def respond(self, ask: Ask) -> Text:
        """The answer to a request."""
        try:
            return _xml(self._answer(_fields(ask)))
        except Refused as refused:
            return refusal(ask, refused.code)

    @staticmethod
    def since(ask: Ask) -> float | None:
        """From when on a request asks, in epoch seconds; None for one that cannot be read."""
        try:
            return _span(_fields(ask))[0]
        except Refused:
            return None

    def _answer(self, fields: dict[str, str]) -> str:
        username = fields.get("usercode", "")
        if not self._accounts.lets_in(username, fields.get("password", "")):
            raise Refused("30")
        if not self._limits.grants(LIMIT, username):
            raise Refused(TOO_OFTEN)
        start, end = _span(fields)
        calls = ended_between(self._engine.centre.ledger, start, end, self._engine.catch_up())
        calls = [call for call in calls if group_of(call)]
        wanted = [group for group in GROUPS if fields.get(group) == "1"] if fields.get("date") else []
        content = _lists(calls, wanted) if wanted else self._days(calls)
        if not content:
            raise Refused("40")
        return content

    def _days(self, calls: list[Call]) -> str:
        days = groupby(calls, key=lambda call: wire_dates.day_of(call.arrived))
        blocks = [self._block(f"{day:%d.%m.%Y}", counted(rows)) for day, rows in days]
        # Which of the two repeats is not documented: both are shown, by the number of days.
        if len(blocks) % 2:
            return f"<info>{''.join(blocks)}</info>"
        return "".join(f"<info>{block}</info>" for block in blocks)

    def _block(self, day: str, counts: DayCounts) -> str:
        chance = random.Random(f"{self._seed} {day}")
        figures = msgspec.structs.asdict(counts).items()
        kept = [
            (name, value)
            for name, value in figures
            if (value and name not in OFTEN_MISSING) or chance.random() >= LEFT_OUT
        ]
        return f"<statistics><date>{day}</date>{_elements(kept)}</statistics>"


def refusal(_ask: Ask, code: str) -> Text:
    """A refusal: XML, or the bare number for too many requests."""
    if code in {TOO_OFTEN, "101", "80"}:
        return Text(code.encode(), "text/html", code)
    error = ERRORS.get(code, "Hatali istek")
    return _xml(f"<code>{code}</code><error>{error}</error>", code)


def _xml(content: str, code: str = "") -> Text:
    return Text(f"{PROLOGUE}<xml><main>{content}</main></xml>".encode(), "text/xml", code)


def _fields(ask: Ask) -> dict[str, str]:
    if ask.method != "POST" or not isinstance(ask.body, str):
        raise Refused("70")
    try:
        return xml_fields(ask.body)
    except WrongXmlError:
        raise Refused("70") from None


def _span(fields: dict[str, str]) -> tuple[float, float]:
    try:
        if day := fields.get("date"):
            start = wire_dates.read_day(day)
            return start, start + wire_dates.DAY
        if not fields.get("startdate") or not fields.get("stopdate"):
            raise Refused("70")
        start, _ = _read(fields["startdate"])
        stop, end = _read(fields["stopdate"])
    except ValueError:
        raise Refused("50") from None
    check_span(start, stop)
    return start, end


def _read(text: str) -> tuple[float, float]:
    """The beginning and the end of a named day or minute."""
    read: Callable[[str], float] = wire_dates.read_day if len(text) == 8 else wire_dates.read_minute
    start = read(text)
    return start, start + (wire_dates.DAY if len(text) == 8 else wire_dates.MINUTE)


def _lists(calls: list[Call], wanted: list[str]) -> str:
    lists = ((group, "".join(_call(call) for call in calls if group_of(call) == group)) for group in wanted)
    return "".join(f"<{group}>{rows}</{group}>" for group, rows in lists if rows)


def _call(call: Call) -> str:
    fields = (
        ("uniqueid", bare_id(call.id)),
        ("date", wire_dates.to_the_second(call.arrived if call.queued is None else call.queued)),
        ("number", call.number or WITHHELD),
        ("calltime", call.whole_talk),
        ("waittime", whole_wait(call)),
    )
    return f"<call>{_elements(fields)}</call>"


def _elements(fields: Iterable[tuple[str, object]]) -> str:
    return "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in fields)
