"""A simulator without traffic for each file of tests, and a client on it for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest

from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.pbx_pair import STILL, Pair, paired
from tests.helpers.wire_server import PASSWORD


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    """The simulator of this file's tests."""
    with SimulatorProcess(STILL, password=PASSWORD) as running:
        yield running


@pytest.fixture
async def pair(simulator: SimulatorProcess) -> AsyncIterator[Pair]:
    """A client on it, and its control face."""
    async with paired(simulator.info) as both:
        yield both
