"""Frames come out whole however the bytes are cut, mixed or broken."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.netsantral.framing import TEXT_CAP, FrameTooLongError, Splitter

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
OBJECTS = st.dictionaries(st.text(), VALUES, max_size=5)
TEXTS = st.sampled_from(["login Successful", "Yanlis kullanici adi veya sifre", "keep alive", "[1]"])


def _cut(data: bytes, points: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(point % (len(data) + 1) for point in points)})
    return [data[a:b] for a, b in itertools.pairwise(edges)]


@given(
    st.lists(OBJECTS, max_size=6),
    st.lists(st.sampled_from(["", "\n", "\n\n", "\r\n", "  "]), min_size=6, max_size=6),
    st.lists(st.integers(0, 10_000), max_size=20),
    st.booleans(),
    st.booleans(),
)
def test_objects_come_out_as_sent_for_any_cut_and_separator(
    objects: list[dict[str, object]], separators: list[str], points: list[int], ascii_only: bool, pretty: bool
) -> None:
    data = b"".join(
        (json.dumps(one, ensure_ascii=ascii_only, indent=2 if pretty else None) + between).encode(
            "utf-8", "surrogatepass"
        )
        for one, between in zip(objects, separators, strict=False)
    )
    splitter = Splitter()
    frames = [frame for part in _cut(data, points) for frame in splitter.feed(part)]
    assert [json.loads(frame.decode("utf-8", "surrogatepass")) for frame in frames] == objects


@given(st.lists(TEXTS | OBJECTS.map(json.dumps), max_size=8), st.lists(st.integers(0, 10_000), max_size=20))
def test_lines_of_text_and_objects_mix(frames: list[str], points: list[int]) -> None:
    data = "".join(frame + "\n" for frame in frames).encode()
    splitter = Splitter()
    found = [frame for part in _cut(data, points) for frame in splitter.feed(part)]
    assert [frame.decode() for frame in found] == frames


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_no_bytes_ever_break_it(parts: list[bytes]) -> None:
    splitter = Splitter()
    for part in parts:
        splitter.feed(part)
    splitter.silence()


@given(
    st.dictionaries(st.text("abcdefghij:_", min_size=1, max_size=8), st.text("xyz0189 -", max_size=8), min_size=2),
    st.integers(0, 500),
    st.sampled_from(["", "\n", "\n\n"]),
)
def test_an_object_that_breaks_off_costs_no_more_than_its_neighbour(
    fields: dict[str, str], at: int, between: str
) -> None:
    whole = json.dumps(fields)
    half = whole[: 1 + at % (len(whole) - 1)]
    splitter = Splitter()
    frames = splitter.feed((half + between + whole + between + whole + between + whole + "\n").encode())
    assert frames[-2:] == [whole.encode()] * 2


def test_text_without_a_newline_ends_with_silence_or_the_next_object() -> None:
    splitter = Splitter()
    assert splitter.feed(b"login Succ") == []
    assert splitter.feed(b"essful") == []
    assert splitter.holds_text
    assert splitter.silence() == [b"login Successful"]
    assert splitter.feed(b'login Successful{"a":1}') == [b"login Successful", b'{"a":1}']
    assert not splitter.holds_text


def test_silence_does_not_end_an_object() -> None:
    splitter = Splitter()
    splitter.feed(b'{"a":')
    assert splitter.silence() == []
    assert splitter.feed(b"1}") == [b'{"a":1}']


def test_junk_between_objects_is_text_of_its_own() -> None:
    assert Splitter().feed(b'\x00\x00]];\n{"a":1},{"b":"}{"}') == [b"]];", b'{"a":1}', b",", b'{"b":"}{"}']


@pytest.mark.parametrize(
    "broken", [b'{"a":[1}', b'{"a":1]', b'{"a":{,', b'{"a":"x\n', b"{nonsense", b'{"a" {', b'{"a":[{},[', b'{"a":"\\']
)
def test_the_search_goes_on_after_a_frame_that_cannot_be_json(broken: bytes) -> None:
    frames = Splitter().feed(broken + b'"}\n{"scenario":"Queue"}\n{"scenario":"Answer"}\n')
    assert b'{"scenario":"Answer"}' in frames


def test_an_object_without_an_end_is_not_kept_for_ever() -> None:
    splitter = Splitter(cap=1000)
    splitter.feed(b'{"a":"' + b"x" * 900)
    with pytest.raises(FrameTooLongError):
        splitter.feed(b"x" * 200)


def test_a_large_object_under_the_cap_passes_in_small_parts() -> None:
    whole = json.dumps({"queues": [{"queuename": f"Q{n}", "callers": {}} for n in range(5_000)]}).encode()
    splitter = Splitter()
    frames = [frame for at in range(0, len(whole), 1000) for frame in splitter.feed(whole[at : at + 1000])]
    assert frames == [whole]


def test_endless_text_is_dropped() -> None:
    splitter = Splitter()
    for _ in range(4):
        assert splitter.feed(b"x" * TEXT_CAP) == []
    assert splitter.feed(b'\n{"a":1}')[-1] == b'{"a":1}'


def test_nests_too_deep_for_an_event_are_passed_over() -> None:
    deep = b'{"a":' * 40 + b"1" + b"}" * 40
    assert Splitter().feed(deep + b'\n{"scenario":"Queue"}')[-1] == b'{"scenario":"Queue"}'
