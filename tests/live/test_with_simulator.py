"""The reducer and the metrics on answers of a simulated PBX that keeps its own books: what they say has to be true."""

from supervisor_gui.live.board import Board
from supervisor_gui.live.items import Rules, Snapshot
from supervisor_gui.live.metrics import service_level, totals
from supervisor_gui.live.reduce import reduce
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.wire_server import PASSWORD, open_client

STEP = 10.0
STEPS = 100
BEFORE_COUNTING = 0.06
"""What calls may shift that were under way when counting began: nobody saw them wait."""


async def test_the_estimated_service_level_holds_the_truth_and_the_counters_are_exact() -> None:
    arguments = ["--limits", "off", "--agents", "20", "--queues", "4", "--seed", "8", "--load", "400"]
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        control = Control(simulator.info.control_url)
        board = Board()
        moments: list[float] = []
        async with open_client(simulator.info.pbx_url, api_url=simulator.info.api_url) as client:
            for _ in range(STEPS):
                await control.post("/clock", {"advance": STEP})
                now = float((await control.get("/clock"))["now"])
                moments.append(now)
                board = reduce(board, Snapshot(now, now, await client.queue_status(None)), Rules())
        books = await control.get("/ledger", **{"from": moments[0], "to": moments[-1]})
    begun, ended = moments[0], moments[-1]
    queued = [call for call in books["calls"] if call["queued"] and call["left_queue"]]
    taken = [call for call in queued if call["answered"]]
    finished = [call for call in taken if call["ended"] and begun < call["ended"] <= ended]
    figures = totals(board, moments[-1])
    assert figures.answered == len(finished)
    assert figures.waiting == sum(queue.waiting for queue in board.queues.values())
    counted = [call for call in queued if begun < call["left_queue"] <= ended]
    waits = [(call["left_queue"] - call["queued"], bool(call["answered"])) for call in counted]
    good = sum(answered and wait <= 20 for wait, answered in waits)
    base = sum(answered or wait > 5 for wait, answered in waits)
    level = service_level(queue.service for queue in board.queues.values())
    assert level is not None
    # In quiet hours, when calls are few, those that nobody saw wait are a larger part.
    unseen = max(BEFORE_COUNTING, (base - level.calls) / base)
    assert level.low - unseen <= good / base <= level.high + unseen
