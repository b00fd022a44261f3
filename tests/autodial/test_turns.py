"""Whose turn it is to ask the auto-dial service, and how far apart the turns are."""

import asyncio
import time

import pytest

from supervisor_gui.autodial.turns import Turn, Turns


def turns(each: float = 0.0) -> Turns:
    return Turns(lambda: each, time.monotonic)


async def in_order(turns: Turns, *wanted: Turn) -> list[Turn]:
    """The order in which turns are given that are all wanted at once."""
    given: list[Turn] = []

    async def wait(turn: Turn) -> None:
        await turns.take(turn)
        given.append(turn)

    await asyncio.gather(*(wait(turn) for turn in wanted))
    return given


async def test_one_turn_in_five_is_a_look_while_numbers_are_sent() -> None:
    given = await in_order(turns(), *[Turn.LOOK] * 2, *[Turn.UPLOAD] * 10)
    assert [place for place, turn in enumerate(given) if turn is Turn.LOOK] == [4, 9]


async def test_looks_come_one_after_the_other_when_nothing_is_sent() -> None:
    assert await in_order(turns(), *[Turn.LOOK] * 3) == [Turn.LOOK] * 3


async def test_the_first_look_after_a_long_upload_comes_next() -> None:
    order = turns()
    await in_order(order, *[Turn.UPLOAD] * 7)
    assert await in_order(order, Turn.UPLOAD, Turn.LOOK) == [Turn.LOOK, Turn.UPLOAD]


async def test_turns_keep_their_distance_and_the_first_waits_for_nothing() -> None:
    async with asyncio.timeout(30):
        await turns(60.0).take(Turn.LOOK)
    order, began = turns(0.05), time.monotonic()
    await in_order(order, Turn.UPLOAD, Turn.LOOK, Turn.UPLOAD, Turn.LOOK)
    assert time.monotonic() - began >= 0.15


async def test_whoever_gives_up_waiting_takes_no_turn_from_others() -> None:
    distances = iter((0.05, 60.0))
    order = Turns(lambda: next(distances), time.monotonic)
    await order.take(Turn.UPLOAD)
    leaving = asyncio.ensure_future(order.take(Turn.UPLOAD))
    await asyncio.sleep(0)
    staying = asyncio.ensure_future(order.take(Turn.LOOK))
    await asyncio.sleep(0)
    leaving.cancel()
    async with asyncio.timeout(30):
        await staying
    assert leaving.cancelled()


async def test_a_closed_one_gives_no_turn() -> None:
    order = turns()
    waiting = asyncio.ensure_future(order.take(Turn.LOOK))
    await asyncio.sleep(0)
    order.close()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(order.take(Turn.UPLOAD), 0.02)
    assert not waiting.done()
    waiting.cancel()
