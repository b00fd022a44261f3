"""The records of calls that were made or moved by order: who stands in which column."""

import asyncio
from typing import Any

import pytest

from tests.simulator.asking import report
from tests.simulator.running import ACCOUNT, Site, running

LINE = "3121110000"
ORDERS: dict[str, dict[str, str]] = {
    "originate": {"customer_num": "5550001122", "pbxnum": ACCOUNT, "internal_num": "101", "originate_order": "if"},
    "local": {"caller": "101", "called": "102", "pbxnum": ACCOUNT},
    "linkup": {"caller": "5550001122", "called": "5550003344", "originate_order": "if"},
    "dynamic_redirect": {"called": "5550001122", "redirect_menu": "Karşılama", "redirect_type": "announcement"},
}


async def _ordered(site: Site, command: str, *, picked_up: int, **more: str) -> Any:
    """The record of a call by order, of whose parties so many answered."""
    fields = {"trunk": LINE, "ring_timeout": "20", "wait_response": "0"} | ORDERS[command] | more
    await site.pbx(command, **fields)
    call = site.simulator.centre.ledger.calls[-1]
    for place in range(picked_up):
        async with asyncio.timeout(5):
            while len(call.legs) + len(call.offers) <= place:
                await asyncio.sleep(0.01)
        await site.model(answer={"call": call.id})
    await site.advance(3)
    if call.ended is None:
        await site.model(end={"call": call.id})
    (record,) = await report(site, uniqueid=call.id)
    return record["values"]


@pytest.mark.parametrize(
    ("command", "parties", "source", "destination", "directions"),
    [
        ("originate", 2, "101", "5550001122", (0, 3)),
        ("local", 2, "101", "102", (4, 5)),
        ("linkup", 2, "5550001122", "5550003344", (0, 3)),
    ],
)
async def test_the_columns_of_a_call_by_order(
    command: str, parties: int, source: str, destination: str, directions: tuple[int, int]
) -> None:
    async with running(agents=2, queues=1) as site:
        for picked_up, direction in zip((parties, 0), directions, strict=True):
            (row,) = await _ordered(site, command, picked_up=picked_up)
            assert (row["source"], row["destination"], row["direction"]) == (source, destination, direction)
            assert ("recording" in row) is (direction in {0, 4})
            assert (row["duration"] == "0") is not ("recording" in row)
            await site.advance(60)


async def test_a_called_number_is_shown_with_what_it_heard_or_the_line_that_called() -> None:
    async with running(agents=1, queues=1) as site:
        (heard,) = await _ordered(site, "dynamic_redirect", picked_up=1)
        assert (heard["source"], heard["destination"], heard["direction"]) == ("5550001122", "Karşılama", 0)
        (missed,) = await _ordered(site, "dynamic_redirect", picked_up=0)
        assert (missed["source"], missed["destination"], missed["direction"]) == ("5550001122", LINE, 3)


async def test_a_called_number_in_a_queue_has_rows_like_a_caller() -> None:
    async with running(agents=1, queues=1) as site:
        more = {"redirect_menu": "Satış", "redirect_type": "queue"}
        rows = await _ordered(site, "dynamic_redirect", picked_up=2, **more)
        assert [row["destination"] for row in rows] == [f"{ACCOUNT}-queue-Satış", "101"]


async def test_a_moved_call_has_one_more_row_for_where_it_went() -> None:
    async with running(agents=2, queues=1) as site:
        call = (await site.model(arrive={"queue": "Satış"}))["arrive"]
        first = call["offers"][0]["exten"]
        other = {"101": "102", "102": "101"}[first]
        await site.model(answer={"call": call["id"]})
        await site.advance(2)
        moved = await site.pbx("xfer", unique_id=call["id"], exten=other)
        assert moved.json()["status"] == "Success"
        await site.advance(1)
        await site.model(answer={"call": call["id"]})
        await site.advance(2)
        await site.model(end={"call": call["id"]})
        (record,) = await report(site, uniqueid=call["id"])
        assert [row["destination"] for row in record["values"]] == [f"{ACCOUNT}-queue-Satış", first, other]
        whole, before, after = (int(row["duration"]) for row in record["values"])
        assert before > 0 < after
        assert abs(whole - before - after) <= 1


async def test_a_caller_who_dialled_an_extension_has_one_row() -> None:
    async with running(agents=1, queues=1) as site:
        await site.model(phone={"exten": "101", "state": "ringing"})
        call = site.simulator.centre.ledger.calls[-1]
        await site.model(answer={"call": call.id})
        await site.advance(2)
        await site.model(end={"call": call.id})
        (record,) = await report(site, uniqueid=call.id)
        assert [(row["destination"], row["direction"]) for row in record["values"]] == [("101", 1)]
