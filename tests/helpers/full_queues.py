"""Every agent of a simulated PBX in every queue, so that one action means very many requests."""

import asyncio
import itertools

from tests.helpers.control import Control
from tests.helpers.wire import agent_command


async def fill_queues(pbx_url: str, control: Control) -> set[tuple[str, str]]:
    """Log every agent into every queue; the pairs."""
    board = await control.get("/ledger/board")
    queues = [one["queue"] for one in board["queues"]]
    members = {(one["exten"], place["queue"]) for one in board["agents"] for place in one["queues"]}
    pairs = set(itertools.product((one["exten"] for one in board["agents"]), queues))
    for extension, queue in sorted(pairs - members):
        await asyncio.to_thread(agent_command, pbx_url, "agentlogin", extension, queue, penalty="0")
    return pairs
