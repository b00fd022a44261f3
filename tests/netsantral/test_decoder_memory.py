"""A large answer, good or made to hurt, takes little memory and time, or is refused for what it is."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supervisor_gui.netsantral.codec import decode_agent_command, decode_queue_status
from supervisor_gui.netsantral.codec_autodial import decode_lists
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_statistics import decode_statistics
from supervisor_gui.netsantral.codec_values import read_json
from supervisor_gui.netsantral.errors import BadAnswer, Refusal

ROOT = Path(__file__).parents[2]
SECONDS = 4.0
"""Of the processor; a quiet one needs less than one, and this much is left for one that is shared with other tests."""

MEGABYTES = 200
OUTCOMES = {
    "records: whole calls with all that is told": "read",
    "records: whole calls with long links": "read",
    "records: whole calls in a wrapper": "read",
    "records: too many calls": "too_many",
    "records: wide legs": "too_many",
    "records: calls by their id": "too_many",
    "records: calls in old letters": "too_many",
    "records: damaged calls": "too_many",
    "records: calls too long": "read",
    "records: calls with stray commas": "too_many",
    "records: an error in the last byte": "too_many",
    "records: crumbs": "shape",
    "records: keys": "too_many",
    "records: a long figure": "not_json",
    "records: lines in odd breaks": "read",
    "records: wide lines": "too_many",
    "records: lines in old letters": "read",
    "records: too many lines": "too_many",
    "records: damaged lines": "too_many",
    "records: empty lines": "shape",
    "records: one line of columns": "read",
    "records: a wide text": "too_many",
    "report: whole numbers": "read",
    "report: wide numbers": "too_many",
    "report: numbers of many fields": "too_many",
    "report: too many numbers": "too_many",
    "report: damaged numbers": "too_many",
    "report: numbers too long": "read",
    "report: sparse objects as the header": "too_many",
    "report: an error in the last byte": "not_json",
    "statistics: whole rows": "read",
    "statistics: half letters": "encoding",
    "day_calls: whole rows": "read",
    "day_calls: rows": "too_many",
    "day_calls: tags of two bytes": "not_xml",
    "day_calls: a long text of lines": "shape",
    "day_calls: a long name": "not_xml",
    "day_calls: elements in elements": "shape",
    "status: whole agents": "read",
    "status: odd agents": "shape",
    "status: queues of crumbs": "shape",
    "agent: a long text as words": "other",
    "agent: old letters among others": "encoding",
    "agent: texts of half letters": "encoding",
    "agent: lists without an end": "not_json",
    "lists: rows": "shape",
    "events: escapes in an event": "read",
}


@pytest.mark.parametrize("case", OUTCOMES)
def test_an_answer_up_to_its_cap_takes_little_time_and_memory(case: str) -> None:
    child = [sys.executable, "-m", "tests.helpers.decoder_child", case]
    ended = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    _, _, outcome, seconds, megabytes, _ = ended.stdout.split("\t")
    assert outcome == OUTCOMES[case]
    assert float(megabytes) <= MEGABYTES
    assert float(seconds) <= SECONDS


YES = b'{"header":{"error":false,"code":200},"body":['
LARGE: dict[str, tuple[Callable[[bytes], object], bytes, bytes]] = {
    "status": (decode_queue_status, b'{"queues":[{"queuename":7}]', b" " * 4_200_000 + b"}"),
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
