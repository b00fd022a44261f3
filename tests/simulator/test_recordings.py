"""The sounds of conversations, as a client fetches them."""

import asyncio
import io
import wave

import httpx
import pytest

from tests.simulator.asking import around, report, talked
from tests.simulator.running import Site, running


async def _link(site: Site) -> str:
    truth = await talked(site)
    (record,) = await report(site, **around(truth["arrived"]))
    return str(record["values"][0]["recording"])


async def test_a_recording_is_a_tone_as_long_as_the_talk() -> None:
    async with running(agents=1, queues=1) as site:
        reply = await site.http.get(await _link(site))
        assert reply.headers["content-type"] == "audio/x-wav"
        with wave.open(io.BytesIO(reply.content)) as sound:
            shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
            assert shape == (1, 2, 8000)
            assert 4 <= sound.getnframes() / 8000 <= 6
            assert len(set(sound.readframes(100))) > 5


async def test_the_sound_of_a_long_talk_is_one_minute() -> None:
    async with running(agents=4, queues=1, load=60.0, history_days=1) as site:
        ledger = (await site.control("/ledger"))["calls"]
        longest = max((call for call in ledger if call["ended"] and call["answered"]), key=lambda call: call["talk"])
        (record,) = await report(site, uniqueid=longest["id"])
        sound = await site.http.get(record["values"][0]["recording"])
        assert len(sound.content) == 44 + 60 * 8000 * 2


async def test_it_also_comes_as_mp3() -> None:
    async with running(agents=1, queues=1) as site:
        reply = await site.http.get((await _link(site)) + "&tomp3")
        assert reply.headers["content-type"] == "audio/mpeg"
        assert reply.content[:2] == b"\xff\xfb"
        assert len(reply.content) % 144 == 0


async def test_the_event_s_link_leads_to_the_same_sound() -> None:
    async with running(agents=1, queues=1) as site, site.events() as client:
        await client.log_in()
        link = await _link(site)
        event = await client.until("cdr")
        token = event["seskaydi"].partition("q=")[2]
        same = await site.http.get(f"{site.ready.api_url}/upload.php", params={"tip": "1", "q": token})
        assert same.content == (await site.http.get(link)).content


@pytest.mark.parametrize("query", ["", "tip=1", "tip=1&a=", "tip=1&a=zzz", f"tip=1&a={'0' * 32}", "tip=1&q=b1f0001"])
async def test_an_address_without_a_sound_is_a_page_that_says_404(query: str) -> None:
    async with running() as site:
        reply = await site.http.get(f"{site.ready.api_url}/upload.php?{query}")
        assert (reply.status_code, reply.headers["content-type"].partition(";")[0]) == (404, "text/html")


async def test_a_guessed_address_leads_nowhere() -> None:
    async with running(agents=1, queues=1) as site:
        link = await _link(site)
        other = link[:-1] + ("0" if link[-1] != "0" else "1")
        assert (await site.http.get(other)).status_code == 404
        assert (await site.http.get(link.replace("tip=1", "tip=2"))).status_code == 404


@pytest.mark.parametrize(
    ("fault", "status", "begins"),
    [
        ("recording-404", 404, b"<!DOCTYPE html>"),
        ("recording-html", 200, b"<!DOCTYPE html>"),
        ("recording-tiny", 200, b"RIFF"),
        ("recording-other", 200, b"\x89PNG"),
    ],
)
async def test_troubles_with_a_recording(fault: str, status: int, begins: bytes) -> None:
    async with running(agents=1, queues=1) as site:
        link = await _link(site)
        await site.faults(fault)
        reply = await site.http.get(link)
        assert (reply.status_code, reply.content[: len(begins)]) == (status, begins)
        assert fault != "recording-tiny" or len(reply.content) < 64
        assert (await site.pbx("queuestats")).status_code == 200


async def test_a_recording_that_breaks_off() -> None:
    async with running(agents=1, queues=1) as site:
        link = await _link(site)
        await site.faults({"name": "recording-cut", "count": 1})
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            await site.http.get(link)
        assert (await site.http.get(link)).content.startswith(b"RIFF")


async def test_a_recording_without_an_end_lets_everything_else_go_on() -> None:
    async with running(agents=1, queues=1) as site:
        link = await _link(site)
        await site.faults({"name": "recording-huge", "count": 1})
        async with site.http.stream("GET", link) as reply:
            assert int(reply.headers["content-length"]) == 600 * 1024 * 1024
            got = 0
            async for piece in reply.aiter_raw():
                got += len(piece)
                if got > 8 * 1024 * 1024:
                    break
            async with asyncio.timeout(3):
                assert await site.status()
        assert (await site.http.get(link)).content.startswith(b"RIFF")
