"""Auto-dial orders against a served simulator whose day begins at a Turkish noon. It asserts nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx

from supervisor_gui.simulator.autocall_lists import TURKEY
from supervisor_gui.simulator.doors import Doors
from supervisor_gui.simulator.options import SimulatorOptions
from supervisor_gui.simulator.server import Simulator
from tests.simulator.running import LOGIN, TLS, Site

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=TURKEY).timestamp()
TODAY, TOMORROW = "2026-03-02", "2026-03-03"

LIST = {
    "list_name": "Mart kampanyası",
    "list_prefix": "101",
    "liste_type": "2",
    "list_startdate": TODAY,
    "list_stopdate": TOMORROW,
    "list_starttime": "09:00",
    "list_stoptime": "18:30",
    "retry_count": "1",
    "try_time": "5",
    "department": "Satış",
    "trunk": "3121110000",
    "destination_type": "queue",
    "destination_name": "Satış",
    "queue_limit": "1",
}


def numbers(count: int) -> list[dict[str, str]]:
    """Rows of an order."""
    return [{"number": f"55500012{place:02d}", "name": f"Kişi {place}"} for place in range(count)]


@dataclass
class Autocall:
    """A client of the auto-dial service."""

    site: Site

    async def order(self, event: str | None, **body: Any) -> Any:
        """An order with good credentials."""
        return await self.send({"header": LOGIN, "body": {"event": event, **body}})

    async def send(self, content: Any) -> Any:
        """Any JSON body."""
        reply = await self.site.http.post(f"{self.site.ready.api_url}/autocallservice", json=content)
        assert reply.status_code == 200
        return reply.json()

    async def create(self, count: int = 1, **fields: Any) -> int:
        """A new list; its id."""
        answer = await self.order("addautocall", data={**LIST, "numbers": numbers(count), **fields})
        assert answer["header"]["code"] == 200, answer
        return int(answer["body"][0]["id"])

    async def activate(self, list_id: int, status: Any = "1") -> Any:
        return await self.order("updateliststatus", list_id=list_id, data={"status": status})

    async def report(self, list_id: int) -> Any:
        """The one row of the report."""
        return (await self.order("reportautocall", list_id=str(list_id)))["body"][0]

    async def truth(self, list_id: int) -> Any:
        """The list in the ledger."""
        lists = (await self.site.control("/ledger"))["lists"]
        return next(row for row in lists if row["id"] == list_id)


@asynccontextmanager
async def autocall(**options: Any) -> AsyncIterator[Autocall]:
    """A served simulator at noon, by default a still world without limits."""
    chosen = SimulatorOptions(**({"load": 0.0, "limit_factor": None} | options))
    simulator = Simulator(chosen, NOON)
    async with (
        simulator.serving(Doors.open(chosen), None) as ready,
        httpx.AsyncClient(trust_env=False, verify=TLS) as http,
    ):
        yield Autocall(Site(simulator, ready, http))
