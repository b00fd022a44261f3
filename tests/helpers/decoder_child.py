"""Decodes one large body and prints what came of it, in a process of its own so that memory is measured for it alone.

Usage: decoder_child NAME. Prints JSON: outcome, megabytes of memory beyond the body, seconds of processor time.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from supervisor_gui.netsantral.codec import decode_agent_command, decode_queue_status
from supervisor_gui.netsantral.codec_autodial import decode_list_report, decode_lists
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.endpoints import CONTROL_CAP, REPORT_CAP
from supervisor_gui.netsantral.errors import PbxError

Decode = Callable[[bytes], object]

DAY = date(2019, 8, 29)
LEG = b'{"date":"29.01.2023 16:47:13","destination":"5550001122","source":"102","duration":%b,"direction":0}'
GOOD_LEG, ODD_LEG = LEG % b'"54"', LEG % b"null"
CALL = b'{"uniqueid":"sip3-%d","values":[' + GOOD_LEG + b"]}"
ODD_CALL = b'{"uniqueid":"sip3-%d","values":[' + ODD_LEG + b"]}"
PIPE = b"sip3-%d|29.01.2023 16:47:13|5550001122|102|00:00:54|0"
STATISTICS = b"<statistics><date>29.08.2019</date><incoming_call>%d</incoming_call><answered>1</answered></statistics>"
LISTED = b"<call><uniqueid>%d</uniqueid><date>29.08.2019 11:02:47</date><number>05550001122</number></call>"
AGENT = b'{"agent":"%d","status":"empty","membership":"static","paused":"false","reason":""}'
COUNTERS = b'"callers":{},"calls":1,"holdtime":1,"talktime":1,"completed":1,"abondaned":0'
QUEUE = b'{"queues":[{"queuename":"Destek",' + COUNTERS + b',"agents":['
ODD_QUEUE = QUEUE.replace(b'"Destek"', b"7")
YES = b'{"header":{"error":false,"code":200},"body":['
NUMBER = b'{"id":%d,"number":"5550001122","name":"Ay\xc5\x9fe"}'


def records(body: bytes) -> object:
    """Call records."""
    return decode_records("records", body)


def statistics(body: bytes) -> object:
    """A span's days."""
    return decode_statistics("statistics", body)


def day_calls(body: bytes) -> object:
    """A day's abandoned calls."""
    return decode_day_calls("calls_of_day", body, DAY, "abandoned")


def command(body: bytes) -> object:
    """An agent command's answer."""
    return decode_agent_command("agent_login", body)


def rows(begin: bytes, row: bytes, end: bytes, cap: int, comma: bytes = b",") -> bytes:
    """An answer of as many rows as fit; a row with a %d in it is numbered."""
    if b"%d" not in row:
        return begin + (row + comma) * ((cap - len(begin + row + end)) // len(row + comma)) + row + end
    body = bytearray(begin)
    for number in count():
        body += row % number
        if len(body) + len(row) + 10 > cap:
            return bytes(body + end)
        body += comma
    raise AssertionError


CASES: dict[str, tuple[Decode, Callable[[], bytes]]] = {
    "records": (records, lambda: rows(b"[", CALL, b"]", REPORT_CAP // 2)),
    "odd records": (records, lambda: rows(b"[", ODD_CALL, b"]", REPORT_CAP // 8)),
    "crumbs of records": (records, lambda: rows(b"[", b"{}", b"]", REPORT_CAP // 4)),
    "lines": (records, lambda: rows(b"", PIPE, b"", REPORT_CAP // 8, b"<br/>")),
    "empty lines": (records, lambda: b"|" + b"<br/>" * (REPORT_CAP // 20)),
    "statistics": (statistics, lambda: rows(b"<xml><main>", STATISTICS, b"</main></xml>", REPORT_CAP // 8, b"")),
    "calls": (
        day_calls,
        lambda: rows(b"<xml><main><abandoned>", LISTED, b"</abandoned></main></xml>", REPORT_CAP // 8, b""),
    ),
    "a long text": (statistics, lambda: b"<xml><main><error>" + b"a" * (REPORT_CAP - 100) + b"</error></main></xml>"),
    "a long name": (statistics, lambda: b"<" + b"a" * (REPORT_CAP - 1)),
    "a report": (decode_list_report, lambda: rows(YES + b'{"numbers":[', NUMBER, b"]}]}", REPORT_CAP // 4)),
    "crumbs of a report": (decode_list_report, lambda: rows(YES + b'{"numbers":[', b"{}", b"]}]}", REPORT_CAP // 4)),
    "an odd report": (
        decode_list_report,
        lambda: rows(YES + b'{"numbers":{"a":0,', b'"%d":0', b"}}]}", REPORT_CAP // 4),
    ),
    "a status": (decode_queue_status, lambda: rows(QUEUE, AGENT, b"]}]}", CONTROL_CAP)),
    "an odd status": (decode_queue_status, lambda: rows(ODD_QUEUE, AGENT, b"]}]}", CONTROL_CAP // 2)),
    "crumbs of a status": (decode_queue_status, lambda: rows(ODD_QUEUE, b'{"agent":1}', b"]}]}", CONTROL_CAP // 2)),
    "lists": (decode_lists, lambda: rows(YES, b'{"list_id":%d,"list_name":"a"}', b"]}", CONTROL_CAP)),
    "long words": (command, lambda: b'{"status":"Error","message":"' + b"no " * (CONTROL_CAP // 3 - 20) + b'"}'),
    "half letters": (command, lambda: b'{"message":"' + b"\\ud800" * (CONTROL_CAP // 6 - 10) + b'"}'),
    "nests": (command, lambda: b"[" * CONTROL_CAP),
}


def main(name: str) -> None:
    """Decode the body of a case and print what it took."""
    decode, make = CASES[name]
    body = make()
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, began = _megabytes("VmRSS"), time.process_time()
    try:
        decode(body)
        outcome = "read"
    except PbxError as error:
        outcome = error.reason
    took, grown = time.process_time() - began, _megabytes("VmHWM") - before
    sys.stdout.write(json.dumps({"outcome": outcome, "megabytes": grown, "seconds": took, "bytes": len(body)}))


def _megabytes(field: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


if __name__ == "__main__":
    main(sys.argv[1])
