"""Getting in over real HTTP against the simulator: what is found, and that nothing secret leaves without a yes."""

import socket

import pytest

from supervisor_gui.config import ConnectionPlan, Route
from supervisor_gui.live.first_contact import Contact, ContactKind, first_contact
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.errors import BadCredentials
from supervisor_gui.netsantral.types import Credential, Endpoints, QueueStatus
from supervisor_gui.ui.dialogs.failures import failure_words
from tests.simulator.running import ACCOUNT, running


async def find(*routes: Route, password: str = "p4ssw0rd") -> Contact:
    """Walk `routes` with the real client."""
    budgets = Budgets(None, ACCOUNT, time_factor=1000.0)
    await budgets.open()

    def client(route: Route) -> Client:
        endpoints = Endpoints(pbx_url=route.url, api_url=route.url)
        return Client(endpoints, Credential(ACCOUNT, password), budgets, crm=CrmIds(ACCOUNT))

    async def send(route: Route) -> QueueStatus:
        one = client(route)
        try:
            return await one.queue_status(None)
        finally:
            await one.aclose()

    async def reach(route: Route) -> None:
        one = client(route)
        try:
            await one.probe()
        finally:
            await one.aclose()

    try:
        return await first_contact(ConnectionPlan(pbx=routes, api=routes[0]), send, reach)
    finally:
        await budgets.close()


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def https_nowhere() -> Route:
    return Route(f"https://127.0.0.1:{closed_port()}", encrypted=True, agreed=True)


async def test_a_pbx_that_answers_for_all_tells_its_queues() -> None:
    async with running() as site:
        found = await find(Route(site.ready.pbx_url, encrypted=False, agreed=True))
    assert found.kind is ContactKind.CONNECTED
    assert "Satış" in found.queues


async def test_a_pbx_that_wants_names_is_told_from_a_refusal() -> None:
    async with running(queue_required=True) as site:
        found = await find(Route(site.ready.pbx_url, encrypted=False, agreed=True))
    assert found.kind is ContactKind.NEEDS_QUEUES


async def test_a_wrong_password_is_told_with_the_three_causes() -> None:
    async with running() as site:
        found = await find(Route(site.ready.pbx_url, encrypted=False, agreed=True), password="wrong")
    assert isinstance(found.error, BadCredentials)
    words = failure_words(found)
    assert "three causes" in words.text
    assert "dogrulanamadi" in words.details
    assert "wrong" not in words.details


async def test_without_agreement_neither_account_nor_password_reaches_the_plain_address() -> None:
    async with running() as site:
        found = await find(https_nowhere(), Route(site.ready.pbx_url, encrypted=False, agreed=False))
        requests = str(await site.control("/requests"))
    assert found.kind is ContactKind.ONLY_PLAIN
    assert ACCOUNT not in requests
    assert "password" not in requests


@pytest.mark.parametrize("agreed", [True, False])
async def test_when_nothing_listens_both_ports_are_named(agreed: bool) -> None:
    plain = Route(f"http://127.0.0.1:{closed_port()}", encrypted=False, agreed=agreed)
    found = await find(https_nowhere(), plain)
    assert found.kind is ContactKind.FAILED
    assert "9111" in failure_words(found).title
