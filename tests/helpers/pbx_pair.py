"""A client and the simulator process it speaks to, and what the process saw of each order. It knows no operation."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.simulator.process import SimulatorInfo
from tests.helpers.control import Control
from tests.helpers.explained import assert_explained
from tests.helpers.wire_server import open_client

STILL = ("--limits", "off", "--load", "0", "--speed", "0.01", "--agents", "6", "--queues", "2", "--seed", "7")
"""A world in which nothing happens until a test moves the clock on."""

HIDDEN = "***"
CRM = "#"
"""Stands for the correlation id of a request, when it has the right form."""

Answer = TypeVar("Answer")
Body = dict[str, Any]
Ask = Callable[[Client], Awaitable[Answer]]


@dataclass(frozen=True)
class Pair:
    """Both sides of the wire."""

    client: Client
    control: Control

    async def ask(self, order: Ask[Answer]) -> tuple[Answer, Body]:
        """Carry an order out; its answer and the one request that the simulator noted for it."""
        last = await self.last_request()
        answer = await order(self.client)
        (request,) = await self.requests_after(last)
        return answer, request

    async def last_request(self) -> int:
        """The number of the newest request that was answered, 0 for none."""
        requests = await self.requests_after(0)
        return int(requests[-1]["number"]) if requests else 0

    async def requests_after(self, number: int) -> list[Body]:
        """The requests that were answered since."""
        found: list[Body] = (await self.control.get("/requests", after=number))["requests"]
        return found

    async def refused(self, order: Ask[object]) -> PbxError:
        """The error that an order ends with; it is explained in both languages and does not hold the password."""
        with pytest.raises(PbxError) as caught:
            await order(self.client)
        assert_explained(caught.value)
        assert explain(caught.value).details
        return caught.value

    async def model(self, **verbs: Body) -> Body:
        """Step into the model, such as `answer={"call": …}`."""
        changed: Body = await self.control.post("/model", verbs)
        return changed

    async def advance(self, seconds: float) -> None:
        """Move simulated time on."""
        await self.control.post("/clock", {"advance": seconds})

    async def calls(self) -> list[Body]:
        """The truth about every call, those that have ended included."""
        found: list[Body] = (await self.control.get("/ledger"))["calls"]
        return found

    async def newest_call(self) -> Body:
        """The truth about the call that was made last."""
        return (await self.calls())[-1]

    async def ringing(self, calls: int, legs: int = 1) -> str:
        """Wait for a call beyond the first `calls` and until that many of its parties were rung; its id."""
        async with asyncio.timeout(10):
            while len(found := (await self.calls())[calls:]) == 0 or len(found[-1]["legs"]) < legs:
                await asyncio.sleep(0.005)
        return str(found[-1]["id"])

    async def pick_up(self, call: str) -> None:
        """Whoever rings for a call answers."""
        await self.model(answer={"call": call})

    async def make_still(self) -> None:
        """End every call and make every telephone free."""
        for call in await self.calls():
            if call["ended"] is None:
                await self.model(end={"call": call["id"]})
        for agent in (await self.control.get("/ledger/board"))["agents"]:
            await self.model(phone={"exten": agent["exten"], "state": "idle"})


@asynccontextmanager
async def paired(info: SimulatorInfo, **options: Any) -> AsyncIterator[Pair]:
    """A client on a running simulator whose world is as still as at its start; faults are gone at the end."""
    async with open_client(info.pbx_url, api_url=info.api_url, **options) as client:
        pair = Pair(client, Control(info.control_url))
        await pair.make_still()
        try:
            yield pair
        finally:
            await pair.control.post("/faults", {"clear": True})


def without_login(request: Body) -> Body:
    """The query of a request: no credentials, and the correlation id only as its place."""
    params = dict(request["params"])
    assert (request["method"], request["body"], params.pop("password")) == ("GET", None, HIDDEN)
    if re.fullmatch(r"\d{18}", params["crm_id"]):
        params["crm_id"] = CRM
    return params
