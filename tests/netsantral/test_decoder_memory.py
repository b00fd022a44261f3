"""A large answer, good or made to hurt, takes memory and time in proportion, or is refused for what it is."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supervisor_gui.netsantral.codec import decode_agent_command, decode_queue_status
from supervisor_gui.netsantral.codec_autodial import decode_list_report, decode_lists
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_statistics
from supervisor_gui.netsantral.codec_values import read_json
from supervisor_gui.netsantral.errors import BadAnswer, Refusal

ROOT = Path(__file__).parents[2]
SECONDS = 20.0
"""Of the processor, for the slowest; the usual is a tenth of it. Work that grows with the square would take minutes."""


@pytest.mark.parametrize(
    ("case", "outcome", "megabytes"),
    [
        ("records", "read", 165),
        ("odd records", "read", 60),
        ("crumbs of records", "shape", 10),
        ("lines", "read", 110),
        ("empty lines", "shape", 60),
        ("statistics", "read", 60),
        ("calls", "read", 60),
        ("a long text", "other", 200),
        ("a long name", "not_xml", 140),
        ("a report", "read", 150),
        ("crumbs of a report", "shape", 10),
        ("an odd report", "shape", 10),
        ("a status", "read", 80),
        ("an odd status", "read", 60),
        ("crumbs of a status", "read", 200),
        ("lists", "shape", 130),
        ("long words", "other", 60),
        ("half letters", "other", 60),
        ("nests", "not_json", 40),
    ],
)
def test_a_large_answer_takes_memory_and_time_in_proportion(case: str, outcome: str, megabytes: int) -> None:
    child = [sys.executable, "-m", "tests.helpers.decoder_child", case]
    ended = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    took = json.loads(ended.stdout)
    assert took["outcome"] == outcome
    assert took["megabytes"] <= megabytes
    assert took["seconds"] <= SECONDS


YES = b'{"header":{"error":false,"code":200},"body":['
LARGE: dict[str, tuple[Callable[[bytes], object], bytes, bytes]] = {
    "status": (decode_queue_status, b'{"queues":[{"queuename":7}]', b" " * 4_200_000 + b"}"),
    "report": (decode_list_report, YES + b'{"numbers":{"id":7}}', b" " * 8_400_000 + b"]}"),
    "lists": (decode_lists, YES + b'{"list_id":7}', b',{"list_id":7}' * 20_000 + b"]}"),
    "lines": (lambda body: decode_records("records", body), b"|\n", b"|\n" * 2000 + b"|"),
    "tags": (lambda body: decode_statistics("statistics", body), b"<info>", b"<a/>" * 600_000 + b"</info>"),
    "attributes": (lambda body: decode_statistics("statistics", body), b"<info>", b'<a b="c"/>' * 10_001 + b"</info>"),
    "crumbs": (lambda body: read_json("lists", body), b"[0", b",0" * 2000 + b"]"),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_read_item_by_item_is_refused_beyond_the_size_that_it_can_have(name: str) -> None:
    decode, begin, rest = LARGE[name]
    decode(begin + (b"</info>" if rest.endswith(b">") else rest[-2:].lstrip(b" 0")))
    with pytest.raises(BadAnswer) as caught:
        decode(begin + rest)
    assert caught.value.reason == "shape"


def test_of_endless_words_the_beginning_is_kept() -> None:
    with pytest.raises(Refusal) as caught:
        decode_agent_command("agent_login", b'{"code":"%b","message":"Yok %b"}' % (b"7" * 100, b"a" * 100_000))
    assert (len(caught.value.code), len(caught.value.words)) == (20, 2000)
    assert caught.value.words.startswith("Yok a")
