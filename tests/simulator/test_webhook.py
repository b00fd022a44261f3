"""The post of each auto-dial call's outcome, to a receiver on this machine."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from supervisor_gui.simulator.webhook import FORM, loopback
from tests.simulator.autocalling import Autocall, autocall


@dataclass
class Receiver:
    """What a receiver has got: raw heads and bodies."""

    port: int = 0
    posts: list[tuple[list[str], bytes]] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def got(self, count: int) -> list[dict[str, Any]]:
        """The bodies of so many posts."""
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(lambda: len(self.posts) >= count)
        return [json.loads(body) for _, body in self.posts]


@asynccontextmanager
async def receiving(answer: bytes | None = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") -> AsyncIterator[Receiver]:
    """A receiver; without an answer it cuts every caller off."""
    receiver = Receiver()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        length = next(int(line.split(":")[1]) for line in head if line.lower().startswith("content-length"))
        body = await reader.readexactly(length)
        if answer:
            writer.write(answer)
        writer.close()
        async with receiver.changed:
            receiver.posts.append((head, body))
            receiver.changed.notify_all()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    async with server:
        yield receiver


async def run_list(client: Autocall, url: str, count: int = 4, **fields: Any) -> int:
    """A list with an address, worked off to its end."""
    list_id = await client.create(count, liste_type="1", retry_count=0, url=url, **fields)
    await client.activate(list_id)
    await client.site.advance(2 * 3600)
    return list_id


async def test_every_call_is_posted_in_the_documented_shape() -> None:
    async with receiving() as receiver, autocall() as client:
        list_id = await run_list(client, f"http://127.0.0.1:{receiver.port}/oto?anahtar=1", 6, filter="12")
        posts = {post["body"]["called"]: post for post in await receiver.got(6)}
        for row in (await client.truth(list_id))["numbers"]:
            through = row["state"] == "success"
            post = posts[f"0{row['number']}"]
            assert post["header"] == {"App": "AutomaticCall"}
            assert post["body"] | {"message": "-"} == {
                "JobID": list_id,
                "crm_id": f"OtoArama-{row['id']}",
                "called": f"0{row['number']}",
                "redirect_menu": "Satış",
                "redirect_type": "queue",
                "trunk": "3121110000",
                "prefix": "101",
                "callerid": row["name"],
                "filter": row["calls"][0] if through else None,
                "pbxtype": "12",
                "Brandcode": None,
                "unique_id": None,
                "status": "Success" if through else "Error",
                "message": "-",
            }
            assert (post["body"]["message"] == "Successfully") is through


async def test_the_json_claims_to_be_a_form() -> None:
    async with receiving() as receiver, autocall() as client:
        await run_list(client, f"http://localhost:{receiver.port}/oto?anahtar=1", 1)
        await receiver.got(1)
        head, _ = receiver.posts[0]
        assert head[0] == "POST /oto?anahtar=1 HTTP/1.1"
        assert "Content-Type: application/x-www-form-urlencoded" in head
        assert f"Host: localhost:{receiver.port}" in head


async def test_the_json_can_be_told_to_claim_that_it_is_json() -> None:
    async with receiving() as receiver, autocall() as client:
        url = f"{client.site.ready.control_url}/webhook"
        reply = await client.site.http.post(url, json={"content_type": "application/json"})
        assert reply.json() == {"content_type": "application/json"}
        await run_list(client, f"http://localhost:{receiver.port}", 1)
        await receiver.got(1)
        assert "Content-Type: application/json" in receiver.posts[0][0]


@pytest.mark.parametrize("kind", ["", "json", "a/b\r\nX: y", 7, None, "a/ş"])
async def test_a_claim_that_is_no_media_type_is_refused_and_the_old_one_stays(kind: object) -> None:
    async with autocall() as client:
        url = f"{client.site.ready.control_url}/webhook"
        assert (await client.site.http.post(url, json={"content_type": kind})).status_code == 400
        assert (await client.site.http.post(url, json={})).json() == {"content_type": FORM}


async def test_a_receiver_that_cuts_callers_off_still_gets_every_call_once() -> None:
    async with receiving(None) as receiver, autocall() as client:
        await run_list(client, f"http://127.0.0.1:{receiver.port}", 3)
        called = [post["body"]["called"] for post in await receiver.got(3)]
        assert len(set(called)) == 3
        assert receiver.posts[0][0][0] == "POST / HTTP/1.1"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/yok", "https://127.0.0.1:1", "ftp://127.0.0.1", "http://[", "x y"])
async def test_an_address_nobody_answers_at_disturbs_nothing(url: str) -> None:
    async with autocall() as client:
        list_id = await run_list(client, url, 2)
        assert (await client.truth(list_id))["ended"] == "done"


async def test_leaving_with_a_silent_receiver_does_not_wait_for_it() -> None:
    met = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        met.set()
        while await reader.read(65_536):
            pass
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        async with autocall() as client:
            await run_list(client, url, 3)
            await met.wait()
            left = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - left < 3


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/x",
        "https://localhost/x?y=1",
        "http://[::1]:8000/",
        "HTTP://LOCALHOST",
    ],
)
def test_addresses_on_this_machine_are_posted_to(url: str) -> None:
    assert loopback(url) is not None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://example.com/x",
        "http://127.0.0.1.example.com/",
        "http://127.0.0.1@example.com/",
        "http://localhost:80@example.com/",
        "http://0.0.0.0/",
        "http://192.0.2.1/",
        "ftp://localhost/x",
        "localhost/x",
        "http://localhost:99999/",
        "http://localhost:0/",
        "http://localhost/x\r\nHost: y",
        "http://localhost/ x",
        "http://localhost/ş",
        "http://[::1",
    ],
)
def test_every_other_address_gets_nothing(url: str) -> None:
    assert loopback(url) is None
