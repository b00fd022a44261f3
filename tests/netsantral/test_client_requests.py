"""What the client puts on the wire, byte for byte, and that nothing else learns the password."""

import json
import logging
import subprocess
import sys
from urllib.parse import parse_qsl, unquote_to_bytes

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.endpoints import ENDPOINTS
from supervisor_gui.netsantral.types import CommandAnswer, Credential
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, http, open_client

STATUS = http(b'{"crm_id":"1","pbx_num":"8501110000","queues":[]}')
DONE = http(b'{"crm_id":"345","status":"Success","message":"Successful"}')
TAKEN = http(b'{"code":200,"message":"queueaddnumber islemi yapildi."}')
HARD = "p@ss &+#%41?/=;şİ \"\\'`{}|^~<>"


def target(request: bytes) -> bytes:
    return request.split(b" ", 2)[1]


def fields(request: bytes) -> dict[str, str]:
    return dict(
        parse_qsl(target(request).partition(b"?")[2].decode("ascii"), keep_blank_values=True, strict_parsing=True)
    )


async def test_all_queues_are_asked_with_the_login_and_an_id_of_digits() -> None:
    async with WireServer(STATUS) as server, open_client(server.url) as client:
        await client.queue_status(None)
    path, _, query = target(server.requests[0]).partition(b"?")
    assert path == b"/8501110000/queuestats"
    assert query.startswith(b"username=8501110000&password=p4ssw0rd&crm_id=")
    assert set(fields(server.requests[0])) == {"username", "password", "crm_id"}
    assert fields(server.requests[0])["crm_id"].isdigit()
    assert server.requests[0].startswith(b"GET ")


async def test_one_queue_is_asked_by_its_short_name() -> None:
    async with WireServer(STATUS) as server, open_client(server.url) as client:
        await client.queue_status("8501110000-queue-Çağrı Merkezi")
    assert target(server.requests[0]).endswith(b"&queue=%C3%87a%C4%9Fr%C4%B1%20Merkezi")


async def test_every_value_is_encoded_exactly_once() -> None:
    reason = "çay & yemek + 50% #1 a/b?c=d"
    async with WireServer(DONE) as server, open_client(server.url, password=HARD) as client:
        await client.agent_pause("101", "Satış", paused=True, reason=reason)
    raw = target(server.requests[0])
    assert b"&reason=%C3%A7ay%20%26%20yemek%20%2B%2050%25%20%231%20a%2Fb%3Fc%3Dd" in raw
    password = raw.split(b"password=")[1].split(b"&")[0]
    assert unquote_to_bytes(password).decode() == HARD
    assert fields(server.requests[0])["reason"] == reason
    assert not set(raw) & set(b' "<>\\^`{|}')


async def test_each_command_sends_what_it_means() -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        answer = await client.agent_login("101", "Destek", penalty=5, paused=True)
        await client.agent_pause("101", "Destek", paused=False, reason="")
        await client.agent_logoff("101", "Destek")
    assert answer == CommandAnswer("Successful", "345")
    paths = [target(request).partition(b"?")[0].decode() for request in server.requests]
    assert paths == [f"/{ACCOUNT}/{name}" for name in ("agentlogin", "agentpause", "agentlogoff")]
    login, pause, logoff = map(fields, server.requests)
    assert (login["exten"], login["queue"], login["paused"], login["penalty"]) == ("101", "Destek", "1", "5")
    assert (pause["paused"], pause["reason"]) == ("0", "")
    assert set(logoff) == {"username", "password", "crm_id", "exten", "queue"}
    assert login["crm_id"] == pause["crm_id"] == logoff["crm_id"]


async def test_outside_numbers_go_as_json_with_the_full_queue_name() -> None:
    async with (
        WireServer(TAKEN) as server,
        open_client("http://127.0.0.1:1", api_url=server.url, password=HARD) as client,
    ):
        answer = await client.add_number("0555 000 11 22", "Satış", penalty=3)
        await client.remove_number("5550001122", "8501110000-queue-Satış")
    head, body = server.requests[0].split(b"\r\n\r\n")
    assert head.startswith(b"POST /netsantral/queue HTTP/1.1\r\n")
    assert b"content-type: application/json" in head.lower()
    assert list(json.loads(body).items()) == [
        ("username", ACCOUNT),
        ("password", HARD),
        ("command", "queueaddnumber"),
        ("tenant", ACCOUNT),
        ("queue", "8501110000-queue-Satış"),
        ("no", "5550001122"),
        ("penalty", "3"),
    ]
    removed = json.loads(server.requests[1].split(b"\r\n\r\n")[1])
    assert removed["command"] == "queuedelnumber"
    assert removed["queue"] == "8501110000-queue-Satış"
    assert "penalty" not in removed
    assert answer.message == "queueaddnumber islemi yapildi."


async def test_a_new_password_is_sent_from_the_next_request_on() -> None:
    async with WireServer(STATUS) as server, open_client(server.url) as client:
        await client.queue_status(None)
        client.use(Credential(ACCOUNT, "new pass"))
        await client.queue_status(None)
    assert [fields(request)["password"] for request in server.requests] == [PASSWORD, "new pass"]


async def test_a_path_in_the_base_url_and_a_slash_at_its_end_are_kept_sane() -> None:
    async with WireServer(STATUS) as server, open_client(f"{server.url}/pbx/") as client:
        await client.queue_status(None)
    assert target(server.requests[0]).startswith(b"/pbx/8501110000/queuestats?")


async def test_nothing_logs_the_password_or_a_url_even_in_debug(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    async with WireServer(STATUS) as server, open_client(server.url) as client:
        await client.queue_status(None)
    assert PASSWORD not in caplog.text
    assert "queuestats" not in caplog.text


def test_the_client_shows_no_password_and_the_credential_neither() -> None:
    assert PASSWORD not in repr(Credential(ACCOUNT, PASSWORD))


def test_importing_the_client_does_not_load_the_http_library() -> None:
    code = "import supervisor_gui.netsantral.client, sys; print('httpx' in sys.modules, 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_every_deadline_leaves_room_for_connecting_twice() -> None:
    for row in ENDPOINTS.values():
        for factor in (1.0, 3.0, 1000.0):
            timed = row.timed(factor)
            assert timed.deadline > 2 * timed.connect
            assert timed.connect >= 0.1


async def test_a_probe_sends_no_login_and_tells_the_servers_clock() -> None:
    answer = http(status="404 Not Found", headers="Date: Sun, 29 Jan 2023 13:47:13 GMT\r\n").replace(
        b"Content-Length: 0", b"X: y"
    )
    async with WireServer(answer) as server, open_client(server.url) as client:
        reach = await client.probe()
        again = await client.probe("api")
    assert server.requests[0].startswith(b"HEAD / HTTP/1.1\r\n")
    assert PASSWORD.encode() not in b"".join(server.requests)
    assert (reach.status, reach.date, reach.encrypted, reach.url) == (404, 1675000033.0, False, server.url)
    assert again.took >= 0


@pytest.mark.parametrize("date", ["", "Date: soon\r\n"])
async def test_a_server_without_a_clock_is_reached_all_the_same(date: str) -> None:
    async with WireServer(http(headers=date)) as server, open_client(server.url) as client:
        assert (await client.probe()).date is None


def test_a_client_can_be_made_without_a_loop_or_a_network() -> None:
    assert Client.queue_status.__doc__
