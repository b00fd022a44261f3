"""The windows at the PBX's door, on a clock of the test and over real sockets."""

import pytest

from supervisor_gui.simulator.limits import Limits
from tests.simulator.running import running


class _Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_third_request_passes_exactly_when_the_first_has_left_the_window() -> None:
    clock = _Clock()
    limits = Limits(1.0, clock)
    granted = []
    for at in (0.0, 30.0, 59.99, 60.0, 89.9, 90.0):
        clock.now = 1000.0 + at
        granted.append(limits.grants("netsantral/queue", "a"))
    assert granted == [True, True, False, True, False, True]


def test_accounts_and_operations_are_counted_apart() -> None:
    limits = Limits(1.0, _Clock())
    assert [limits.grants("queuestats", "a") for _ in range(3)] == [True, True, False]
    assert limits.grants("queuestats", "b")
    assert limits.grants("netsantral/queue", "a")
    assert all(limits.grants("agentpause", "a") for _ in range(500))


def test_a_factor_shortens_the_window_and_off_opens_it() -> None:
    clock = _Clock()
    limits = Limits(60.0, clock)
    assert [limits.grants("queuestats", "a") for _ in range(3)] == [True, True, False]
    clock.now += 1.0
    assert limits.grants("queuestats", "a")
    unlimited = Limits(None, clock)
    assert all(unlimited.grants("queuestats", "a") for _ in range(100))


async def test_a_third_request_for_numbers_gets_code_80_and_is_not_carried_out() -> None:
    async with running(limit_factor=1.0) as site:
        numbers = ("5550001121", "5550001122", "5550001123")
        codes = [(await site.numbers("queueaddnumber", no=number))["code"] for number in numbers]
        assert codes == [200, 200, 80]
        assert "5550001123" not in site.simulator.centre.agents


async def test_status_requests_share_one_window_over_http_and_socket() -> None:
    async with running(limit_factor=1.0, framing="double") as site:
        assert "queues" in (await site.pbx("queuestats")).json()
        async with site.events() as client:
            await client.log_in()
            client.send({"command": "queuestats", "crm_id": "1"})
            assert "queues" in await client.next()
        assert (await site.pbx("queuestats")).json()["code"] == "100"


@pytest.mark.parametrize("seconds", [3600])
async def test_moving_simulated_time_opens_no_window(seconds: float) -> None:
    async with running(limit_factor=1.0) as site:
        for _ in range(2):
            await site.pbx("queuestats")
        await site.advance(seconds)
        assert (await site.pbx("queuestats")).json()["code"] == "100"
