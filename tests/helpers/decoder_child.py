"""Decodes large bodies and prints what came of each, each in a process of its own so that memory is measured for it.

Usage: python -m tests.helpers.decoder_child --all, or names of decoders, or cases as "decoder: case".
A line a case: its decoder, its name, what came of it, seconds of the processor, megabytes beyond the body, and the
megabytes of the body.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from supervisor_gui.netsantral import codec, codec_autodial, codec_calls
from supervisor_gui.netsantral.codec_events import decode_event, decode_login, read_frame
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.endpoints import CONTROL_CAP, ENDPOINTS, EVENT_CAP
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.framing import Splitter
from tests.helpers import large_bodies as bodies

Decode = Callable[[bytes], object]

_DAY = date(2019, 8, 29)
_READ_AT_ONCE = 64 * 1024


class Decoder(NamedTuple):
    """A decoder, the most bytes that it is ever given, and what it is tried with."""

    decode: Decode
    cap: int
    bodies: Mapping[str, bodies.Make]


def _events(stream: bytes) -> object:
    """All that the event stream makes of an object, in the portions that a socket gives."""
    splitter = Splitter()
    for begin in range(0, len(stream), _READ_AT_ONCE):
        for frame in splitter.feed(stream[begin : begin + _READ_AT_ONCE]):
            fields = read_frame(frame)
            decode_event(fields)
            decode_login(fields)
    return None


def _of(operation: str, decode: Callable[[str, bytes], object], tried: Mapping[str, bodies.Make]) -> Decoder:
    return Decoder(lambda body: decode(operation, body), ENDPOINTS[operation].cap_bytes, tried)


def _alone(operation: str, decode: Decode, tried: Mapping[str, bodies.Make]) -> Decoder:
    return Decoder(decode, ENDPOINTS[operation].cap_bytes, tried)


DECODERS: Mapping[str, Decoder] = {
    "records": _of("records", decode_records, bodies.records()),
    "report": _alone("list_report", codec_autodial.decode_list_report, bodies.reports()),
    "statistics": _of("statistics", decode_statistics, bodies.xml("info", bodies.DAY)),
    "day_calls": _of(
        "calls_of_day",
        lambda name, body: decode_day_calls(name, body, _DAY, "abandoned"),
        bodies.xml("abandoned", bodies.LISTED),
    ),
    "status": _alone("queue_status", codec.decode_queue_status, bodies.status()),
    "agent": _of("agent_login", codec.decode_agent_command, bodies.commands()),
    "number": _of("add_number", codec.decode_number_command, bodies.commands()),
    "started": _of("originate", codec_calls.decode_call_started, bodies.commands()),
    "call": _of("hang_up", codec_calls.decode_call_command, bodies.commands()),
    "created": _alone("create_list", codec_autodial.decode_created, bodies.dialled(b'{"list_id":%d}')),
    "lists": _alone("lists", codec_autodial.decode_lists, bodies.dialled(b'{"list_id":%d,"list_name":"a"}')),
    "added": _alone(
        "add_list_numbers",
        codec_autodial.decode_added,
        bodies.dialled(b'{"numbers":[{"number":"%d","status":"error"}]}'),
    ),
    "changed": _of("set_list_active", codec_autodial.decode_command, bodies.dialled(b'{"status":"success %d"}')),
    "webhook": Decoder(codec_autodial.decode_call_result, CONTROL_CAP, bodies.commands()),
    "events": Decoder(_events, EVENT_CAP, bodies.events()),
}


class Took(NamedTuple):
    """What came of a body: a value ("read") or the reason of an error of ours, and what it took."""

    outcome: str
    seconds: float
    megabytes: float
    size: float


def measured(decode: Decode, body: bytes) -> Took:
    """Decode a body here and now."""
    # As in the program, whose collector runs on the window's thread alone.
    gc.collect()
    gc.disable()
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, began = _megabytes("VmRSS"), time.process_time()
    try:
        value = decode(body)
        outcome = "read"
    except PbxError as error:
        value, outcome = None, error.reason
    took, grown = time.process_time() - began, _megabytes("VmHWM") - before
    del value
    return Took(outcome, took, grown, len(body) / 1024 / 1024)


def _megabytes(field: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def _in_a_child(name: str, case: str) -> None:
    child = os.fork()
    if child == 0:
        decoder = DECODERS[name]
        took = measured(decoder.decode, decoder.bodies[case](decoder.cap))
        line = f"{name}\t{case}\t{took.outcome}\t{took.seconds:.3f}\t{took.megabytes:.1f}\t{took.size:.1f}\n"
        os.write(sys.stdout.fileno(), line.encode())
        os._exit(0)
    _, ended = os.waitpid(child, 0)
    if ended:
        os.write(sys.stdout.fileno(), f"{name}\t{case}\tcrashed\t0\t0\t0\n".encode())


def main(names: list[str]) -> None:
    """Measure every case of these names, all cases of a decoder's name."""
    wanted = set(DECODERS if names == ["--all"] else names)
    for name, decoder in DECODERS.items():
        for case in decoder.bodies:
            if name in wanted or f"{name}: {case}" in wanted:
                _in_a_child(name, case)


if __name__ == "__main__":
    main(sys.argv[1:])
