"""What a busy half hour says on the event socket: which keys each scenario has, and how they fit together."""

import random
import re
from collections import defaultdict
from typing import Any

import pytest

from supervisor_gui.simulator.event_frames import EventFrames
from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.model import CallCentre

START = 1_795_600_000.0
PBX = "8501110000"
BASE = {"pbx_num", "unique_id", "scenario", "timestamp"}
INSIDE = BASE | {"internal_num", "customer_num"}
KEYS = {
    "InboundtoPBX": (BASE | {"incoming_number", "customer_num"},),
    "Context": (BASE | {"customer_num", "context_name", "type"},),
    "DTMF": (BASE | {"Context", "digit"},),
    "Queue": (BASE | {"queue_name"},),
    "QueueLeave": (BASE | {"queue_name"},),
    "Inbound_call": (INSIDE, INSIDE - {"internal_num"}),
    "Outbound_call": (INSIDE,),
    "Answer": (INSIDE | {"holdtime"},),
    "Hangup": (INSIDE | {"holdtime", "talktime"},),
}
RECORD = {
    "bas", "kimlik", "ortakkimlik", "clid", "arayan", "aranan", "sure", "sondurum", "santral", "yon", "asteriskId",
    "trunk", "scenario", "timestamp",
}  # fmt: skip


@pytest.fixture(scope="module")
def frames() -> list[dict[str, Any]]:
    centre = CallCentre(Plan(agents=30, queues=6, seed=11), START)
    builder = EventFrames(random.Random(3))
    said: list[dict[str, Any]] = []
    centre.listen(lambda happening: said.append(builder.frame(happening, PBX)))
    centre.run_until(START + 2400)
    return said


def test_every_scenario_of_the_pbx_occurs_with_its_keys_and_no_others(frames: list[dict[str, Any]]) -> None:
    assert {frame["scenario"] for frame in frames} == set(KEYS) | {"cdr"}
    for frame in frames:
        if frame["scenario"] == "cdr":
            assert set(frame) - {"seskaydi"} == RECORD
        else:
            assert set(frame) in KEYS[frame["scenario"]]
            assert all(isinstance(value, str) for value in frame.values())


def test_the_oddities_of_the_samples_occur_beside_the_regular_forms(frames: list[dict[str, Any]]) -> None:
    offers = [frame for frame in frames if frame["scenario"] == "Inbound_call"]
    odd = [frame for frame in offers if "internal_num" not in frame]
    assert 0 < len(odd) < len(offers)
    assert all(len(frame["pbx_num"]) == 3 for frame in odd)
    assert all(re.fullmatch(r"90555000\d{4}|anonymous", frame["customer_num"]) for frame in odd)
    queued = {frame["unique_id"] == "" for frame in frames if frame["scenario"] == "Queue"}
    assert queued == {True, False}
    assert "s" in {frame["internal_num"] for frame in frames if frame["scenario"] == "Hangup"}


def test_events_of_a_call_come_in_the_order_of_its_life(frames: list[dict[str, Any]]) -> None:
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for frame in frames:
        if unique_id := frame.get("unique_id") or frame.get("asteriskId"):
            stories[unique_id].append(frame["scenario"])
    complete = [story for story in stories.values() if story[-1] == "cdr"]
    assert len(complete) > 100
    shape = re.compile(
        r"(InboundtoPBX( Context( DTMF( Queue)?( Inbound_call)*( Answer)?( QueueLeave)?)?| Inbound_call( Answer)?)"
        r"|Outbound_call( Answer)?) Hangup cdr"
    )
    assert [story for story in complete if not shape.fullmatch(" ".join(story))] == []


def test_ids_and_times_agree(frames: list[dict[str, Any]]) -> None:
    for frame in frames:
        assert re.fullmatch(r"\d{13}", frame["timestamp"])
        unique_id = frame.get("unique_id") or frame.get("asteriskId") or "sip3-0.1"
        began = int(re.fullmatch(r"sip3-(\d+)\.\d+", unique_id)[1])  # type: ignore[index]
        assert began <= int(frame["timestamp"]) // 1000
    record = next(frame for frame in frames if frame["scenario"] == "cdr")
    # The id's seconds and the record's Turkish local time are one moment, as in the official samples.
    began = int(record["asteriskId"].split("-")[1].split(".")[0])
    minutes, seconds = divmod(began + 3 * 3600, 60)
    assert record["bas"].endswith(f":{minutes % 60:02d}:{seconds:02d}")


def test_directions_tell_answered_from_missed_and_in_from_out(frames: list[dict[str, Any]]) -> None:
    for frame in frames:
        if frame["scenario"] == "cdr":
            outgoing = re.fullmatch(r"\d{3}", frame["arayan"]) is not None
            answered = "seskaydi" in frame
            assert (
                frame["yon"]
                == {(False, True): 1, (False, False): 2, (True, True): 0, (True, False): 3}[outgoing, answered]
            )
            assert (frame["sure"] > 0) <= answered
