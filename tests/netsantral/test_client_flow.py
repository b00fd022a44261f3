"""Slots, order, cancelling, kept connections and the end of a client."""

import asyncio
import logging

import msgspec
import pytest

from supervisor_gui.netsantral.budgets import Budgets, Priority, SlotReplaced
from supervisor_gui.netsantral.errors import BadCredentials, NoAnswer, NotSent
from supervisor_gui.netsantral.requester import CONNECTIONS
from supervisor_gui.netsantral.types import Credential
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, hang, http, open_client, quick

STATUS = http(b'{"queues":[]}')
REFUSED = http(b'{"crm_id":"1","status":"Error","message":"Kullanici dogrulanamadi"}')
NEW = Credential(ACCOUNT, "n3w-p4ss")
DONE = http(b'{"crm_id":"1","status":"Success","message":"Successful"}')


class Gate:
    """A server step that answers when it is opened."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.open = asyncio.Event()
        self.given = 0

    async def __call__(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self.open.wait()
        writer.write(self.answer)
        await writer.drain()
        self.given += 1


async def test_a_third_status_request_waits_for_the_window() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    loop = asyncio.get_running_loop()
    async with WireServer(STATUS) as server, open_client(server.url, budgets=budgets) as client:
        began = loop.time()
        for _ in range(3):
            await client.queue_status(None)
        took = loop.time() - began
    assert len(server.requests) == 3
    assert took >= 0.6


async def test_a_waiting_poll_is_replaced_by_the_next_and_never_sent() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with WireServer(STATUS) as server, open_client(server.url, budgets=budgets) as client:
        await client.queue_status(None)
        await client.queue_status(None)
        old = asyncio.ensure_future(client.queue_status(None, replace="poll"))
        await until(lambda: budgets.waiting("queue_status") == 1)
        await client.queue_status(None, replace="poll", priority=Priority.USER)
        with pytest.raises(SlotReplaced):
            await old
    assert len(server.requests) == 3


async def test_sent_is_told_when_the_slot_is_there_and_not_before() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    told: list[int] = []
    async with WireServer(STATUS) as server, open_client(server.url, budgets=budgets) as client:
        await client.queue_status(None, sent=lambda: told.append(1))
        await client.queue_status(None, sent=lambda: told.append(2))
        third = asyncio.ensure_future(client.queue_status(None, sent=lambda: told.append(3)))
        await until(lambda: budgets.waiting("queue_status") == 1)
        assert told == [1, 2]
        await third
    assert told == [1, 2, 3]


async def test_a_request_cancelled_while_it_waits_is_never_sent() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with WireServer(STATUS) as server, open_client(server.url, budgets=budgets) as client:
        await client.queue_status(None)
        await client.queue_status(None)
        task = asyncio.ensure_future(client.queue_status(None))
        await until(lambda: budgets.waiting("queue_status") == 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: budgets.waiting("queue_status") == 0)
        await client.queue_status(None)
    assert len(server.requests) == 3


async def test_a_request_cancelled_in_the_moment_in_which_its_slot_comes_is_never_sent() -> None:
    """Whoever cancels it then was told that it waits, and tells the user that it was withdrawn."""
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    told: list[str] = []
    async with WireServer(DONE) as server, open_client(server.url, budgets=budgets) as client:
        await client.agent_logoff("100", "Destek")
        task = asyncio.ensure_future(client.agent_logoff("101", "Destek", sent=lambda: told.append("sent")))
        while not budgets.waiting("agent"):
            await asyncio.sleep(0)
        while budgets.waiting("agent"):
            await asyncio.sleep(0)
        assert told == []
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await client.agent_logoff("102", "Destek")
    assert told == []
    assert len(server.requests) == 2


async def test_a_request_cancelled_on_its_way_runs_to_its_end_and_leaves_the_pool_whole() -> None:
    gate = Gate(DONE)
    async with WireServer(gate) as server, open_client(server.url) as client:
        tasks = [asyncio.ensure_future(client.agent_logoff(str(n), "Destek")) for n in range(4)]
        await until(lambda: len(server.requests) == 4)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert all(task.cancelled() for task in tasks)
        gate.open.set()
        await until(lambda: gate.given == 4)
        assert (await client.agent_logoff("101", "Destek")).message == "Successful"
        assert server.connections <= 5


async def test_a_flood_of_cancelled_requests_does_not_jam_the_pool() -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        for round_ in range(30):
            tasks = [asyncio.ensure_future(client.agent_logoff(str(n), "Destek")) for n in range(6)]
            for _ in range(round_):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert (await client.agent_logoff("101", "Destek")).message == "Successful"


async def test_a_refusal_of_the_former_password_says_nothing_about_the_new_one() -> None:
    gate = Gate(REFUSED)
    async with WireServer(gate, STATUS) as server, open_client(server.url) as client:
        asking = asyncio.ensure_future(client.queue_status(None))
        await until(lambda: server.requests)
        client.use(NEW)
        gate.open.set()
        with pytest.raises(NotSent) as caught:
            await asking
        assert caught.value.reason == "new_password"
        assert (await client.queue_status(None)).queues == ()
    assert NEW.password.encode() in server.requests[1]


async def test_the_same_password_tried_again_can_be_refused_again() -> None:
    gate = Gate(REFUSED)
    async with WireServer(gate) as server, open_client(server.url) as client:
        asking = asyncio.ensure_future(client.queue_status(None))
        await until(lambda: server.requests)
        client.use(Credential(ACCOUNT, PASSWORD))
        gate.open.set()
        with pytest.raises(BadCredentials):
            await asking


async def test_what_waits_with_the_former_password_is_never_sent() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with WireServer(STATUS) as server, open_client(server.url, budgets=budgets) as client:
        await client.queue_status(None)
        await client.queue_status(None)
        asking = asyncio.ensure_future(client.queue_status(None))
        await until(lambda: budgets.waiting("queue_status") == 1)
        client.use(NEW)
        with pytest.raises(NotSent) as caught:
            await asking
    assert caught.value.reason == "new_password"
    assert len(server.requests) == 2


async def test_more_commands_than_connections_all_get_through() -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        answers = await asyncio.gather(*(client.agent_logoff(str(n), "Destek") for n in range(80)))
    assert len(answers) == len(server.requests) == 80
    assert server.connections <= CONNECTIONS["pbx"]


@pytest.mark.parametrize("repeatable", [True, False])
async def test_a_kept_connection_that_was_dropped_is_asked_again_only_for_reads(repeatable: bool) -> None:
    async def drop(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write_eof()

    async with WireServer(DONE, drop, STATUS if repeatable else DONE) as server, open_client(server.url) as client:
        await client.agent_logoff("101", "Destek")
        if repeatable:
            assert (await client.queue_status(None)).queues == ()
        else:
            with pytest.raises(NoAnswer) as caught:
                await client.agent_logoff("101", "Destek")
            assert caught.value.reason == "cut"
    assert len(server.requests) == (3 if repeatable else 2)


async def test_the_second_asking_takes_a_slot_of_its_own() -> None:
    async def drop(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write_eof()

    budgets = Budgets(None, ACCOUNT, time_factor=10.0)
    async with WireServer(DONE, drop, STATUS) as server, open_client(server.url, budgets=budgets) as client:
        await client.agent_logoff("101", "Destek")
        await client.queue_status(None)
        assert budgets.left("queue_status") == 0


async def test_a_new_connection_that_is_cut_is_not_asked_again() -> None:
    async def drop(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write_eof()

    async with WireServer(drop) as server, open_client(server.url) as client:
        with pytest.raises(NoAnswer):
            await client.queue_status(None)
    assert len(server.requests) == 1


async def test_closing_ends_what_is_under_way_and_what_waits() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=20.0)
    async with WireServer(hang) as server, open_client(server.url, budgets=budgets, table=quick(30.0)) as client:
        tasks = [asyncio.ensure_future(client.queue_status(None)) for _ in range(3)]
        await until(lambda: len(server.requests) == 2)
        await client.aclose()
        errors = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(error) for error in errors] == [NoAnswer, NoAnswer, NotSent]
        assert {error.reason for error in errors if isinstance(error, NoAnswer | NotSent)} == {"closed"}
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
        assert caught.value.reason == "closed"


@pytest.mark.logs
async def test_a_jammed_pool_is_replaced_and_said_once(quiet_log: list[str]) -> None:
    from supervisor_gui.netsantral.endpoints import ENDPOINTS
    from supervisor_gui.netsantral.scrub import Scrubber
    from supervisor_gui.netsantral.tls import TlsSource
    from supervisor_gui.netsantral.transport import Transport

    patient = msgspec.structs.replace(ENDPOINTS["queue_status"], deadline=20.0, connect=1.0)
    hasty = msgspec.structs.replace(patient, deadline=0.3, connect=0.1)
    async with WireServer(hang, hang, STATUS) as server:
        line = Transport(server.url, connections=1, proxy=None, tls=TlsSource(), scrubber=Scrubber("x"))
        stuck = [asyncio.ensure_future(line.exchange(patient, "/")) for _ in range(2)]
        await until(lambda: len(server.requests) == 2)
        for _ in range(2):
            with pytest.raises(NotSent) as caught:
                await line.exchange(hasty, "/")
            assert caught.value.reason == "pool"
        assert (await line.exchange(hasty, "/")).status == 200
        assert not any(task.done() for task in stuck)
        for task in stuck:
            task.cancel()
        await asyncio.gather(*stuck, return_exceptions=True)
        await line.aclose()
    assert sum("new pool" in text for text in quiet_log) == 1


@pytest.mark.logs
async def test_an_error_of_our_own_that_nobody_waits_for_is_logged_without_the_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails() -> None:
        raise RuntimeError("bug beside p4ssw0rd")

    async with WireServer(STATUS) as server, open_client(server.url) as client:
        with pytest.raises(RuntimeError), caplog.at_level(logging.ERROR):
            await client.queue_status(None, sent=fails)
    assert "bug beside ***" in caplog.text
