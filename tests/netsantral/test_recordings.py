"""Recordings from the wire into files: which links are followed, what is taken, and that a failure leaves nothing."""

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.netsantral import transport
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.endpoints import ENDPOINTS, Endpoint
from supervisor_gui.netsantral.errors import BadAnswer, LimitReached, NoAnswer, NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.recordings import RecordingFile, RecordingKind, recording_address, recording_kind
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, WireServer, hang, http, open_client, quick

WAV = b"RIFF\x24\x08\x00\x00WAVEfmt " + bytes(2048)
MP3 = b"\xff\xfb\x90\x64" + bytes(2048)
TAGGED = b"ID3\x04\x00" + bytes(2048)
QUERY = "tip=1&a=s3cr3t%3D&x=1"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def link(server: WireServer) -> str:
    return f"{server.url}/upload.php?{QUERY}"


def small(cap: int) -> dict[str, Endpoint]:
    row = quick()["recording"]
    return quick() | {"recording": msgspec.structs.replace(row, cap_bytes=cap)}


async def fetched(server: WireServer, target: Path, **options: object) -> RecordingKind:
    async with open_client("http://127.0.0.1:1", **options) as client:  # type: ignore[arg-type]
        return await client.fetch_recording(link(server), target)


@pytest.mark.parametrize(
    ("sound", "kind"), [(WAV, RecordingKind.WAV), (MP3, RecordingKind.MP3), (TAGGED, RecordingKind.MP3)]
)
async def test_a_recording_is_saved_whole_and_its_kind_told(tmp_path: Path, sound: bytes, kind: RecordingKind) -> None:
    target = tmp_path / "görüşme"
    async with WireServer(http(sound)) as server:
        assert await fetched(server, target) is kind
    assert target.read_bytes() == sound
    assert names(tmp_path) == ["görüşme"]


async def test_the_request_carries_the_link_and_no_login(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with WireServer(http(WAV)) as server:
            await fetched(server, tmp_path / "a.wav")
    request = server.requests[0]
    assert request.startswith(f"GET /upload.php?{QUERY} HTTP/1.1\r\n".encode())
    assert ACCOUNT.encode() not in request
    assert b"p4ssw0rd" not in request
    assert b"authorization" not in request.lower()
    assert "s3cr3t" not in caplog.text


async def test_progress_tells_bytes_so_far_and_in_all_on_the_way(tmp_path: Path) -> None:
    sound = WAV + bytes(3 * 1024 * 1024)
    told: list[tuple[int, int | None]] = []
    sent: list[int] = []
    async with WireServer(http(sound)) as server, open_client(server.url) as client:
        await client.fetch_recording(
            link(server), tmp_path / "a.wav", lambda *far: told.append(far), sent=lambda: sent.append(len(told))
        )
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == (len(sound), len(sound))
    assert sent == [0]
    assert (tmp_path / "a.wav").read_bytes() == sound


async def test_a_recording_whose_length_is_not_told_is_saved_too(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunked = head + b"%x\r\n" % len(WAV) + WAV + b"\r\n0\r\n\r\n"
    told: list[int | None] = []
    async with WireServer(chunked) as server, open_client(server.url) as client:
        await client.fetch_recording(link(server), tmp_path / "a.wav", lambda _, total: told.append(total))
    assert set(told) == {None}
    assert (tmp_path / "a.wav").read_bytes() == WAV


async def test_an_earlier_file_is_replaced_by_a_recording_and_outlives_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "a.wav"
    target.write_bytes(b"old")
    async with WireServer(http(b"x" * 100), http(WAV)) as server:
        with pytest.raises(BadAnswer):
            await fetched(server, target)
        assert target.read_bytes() == b"old"
        await fetched(server, target)
    assert target.read_bytes() == WAV
    assert names(tmp_path) == ["a.wav"]


BAD = [
    (http(b""), "recording_empty"),
    (http(WAV[:63]), "recording_empty"),
    (http(b"<html>" + bytes(100)), "recording_page"),
    (http(b" \r\n<!DOCTYPE html>"), "recording_page"),
    (http("\ufeff<html>".encode("utf-16-le") + bytes(100)), "recording_page"),
    (http(b"x" * 100), "recording_type"),
    (http(b"\xff\xff" + b"\xff" * 100), "recording_type"),
    (http(b"RIFF0000AVI " + bytes(100)), "recording_type"),
    (http(WAV, headers="Content-Encoding: gzip\r\n"), "encoding"),
    (http(status="404 Not Found"), "recording_gone"),
    (http(status="410 Gone"), "recording_gone"),
    (http(status="302 Found", headers="Location: http://127.0.0.1:1/x\r\n"), "recording_gone"),
    (http(status="403 Forbidden"), "recording_gone"),
    (http(status="429 Too Many Requests"), "limit"),
    (http(status="407 Proxy"), "proxy"),
    (http(status="500 Oops"), "http_500"),
    (b"SSH-2.0-x\r\n\r\n", "not_http"),
]


@pytest.mark.parametrize(("answer", "reason"), BAD)
async def test_what_is_no_recording_is_told_and_leaves_nothing(tmp_path: Path, answer: bytes, reason: str) -> None:
    async with WireServer(answer) as server:
        with pytest.raises(PbxError) as caught:
            await fetched(server, tmp_path / "a.wav")
    assert caught.value.reason == reason
    assert names(tmp_path) == []
    assert len(server.requests) == 1
    assert explain(caught.value).todo
    assert "s3cr3t" not in explain(caught.value).details


async def test_each_new_reason_has_words_of_its_own() -> None:
    reasons = ("host", "file", "gone", "large", "empty", "page", "type")
    told = {explain(NoAnswer("recording", f"recording_{reason}")).title for reason in reasons}
    told.add(explain(LimitReached("recording", "limit", code="429")).title)
    assert len(told) == 8
    assert explain(NoAnswer("recording", "unheard of")).title not in told


@pytest.mark.parametrize("headers", ["", "Transfer-Encoding: chunked\r\n"])
async def test_a_recording_over_the_cap_is_given_up_and_leaves_nothing(tmp_path: Path, headers: str) -> None:
    answer = http(WAV)
    if headers:
        answer = f"HTTP/1.1 200 OK\r\n{headers}\r\n{len(WAV):x}\r\n".encode() + WAV + b"\r\n0\r\n\r\n"
    async with WireServer(answer) as server:
        with pytest.raises(BadAnswer) as caught:
            await fetched(server, tmp_path / "a.wav", table=small(1000))
    assert caught.value.reason == "recording_large"
    assert names(tmp_path) == []


async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(http(WAV)[:-10])
    await writer.drain()
    writer.close()


async def stop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(http(WAV)[:-10])
    await writer.drain()
    await hang(reader, writer)


async def test_a_connection_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    async with WireServer(cut) as server:
        with pytest.raises(NoAnswer) as caught:
            await fetched(server, tmp_path / "a.wav")
    assert caught.value.reason == "cut"
    assert names(tmp_path) == []


@pytest.mark.parametrize(("deadline", "stall"), [(0.4, 60.0), (5.0, 0.3)])
async def test_a_server_that_stops_in_the_middle_is_left_after_the_deadline_or_a_long_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deadline: float, stall: float
) -> None:
    monkeypatch.setattr(transport, "STALL", stall)
    began = asyncio.get_running_loop().time()
    async with WireServer(stop) as server:
        with pytest.raises(NoAnswer) as caught:
            await fetched(server, tmp_path / "a.wav", table=quick(deadline))
    assert caught.value.reason == "deadline"
    assert asyncio.get_running_loop().time() - began < 4.0
    assert names(tmp_path) == []


async def test_a_server_that_is_not_there_was_sent_nothing(tmp_path: Path) -> None:
    async with WireServer(http(WAV)) as server:
        pass
    with pytest.raises(NotSent) as caught:
        await fetched(server, tmp_path / "a.wav")
    assert caught.value.reason == "refused"
    assert names(tmp_path) == []


async def test_a_cancelled_fetch_ends_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    async with WireServer(stop) as server, open_client(server.url) as client:
        told: list[int] = []
        fetch = asyncio.ensure_future(
            client.fetch_recording(link(server), tmp_path / "a.wav", lambda size, _: told.append(size))
        )
        await until(lambda: bool(told))
        (part,) = names(tmp_path)
        assert part.endswith(".part")
        assert os.name == "nt" or (await asyncio.to_thread((tmp_path / part).stat)).st_mode & 0o777 == 0o600
        fetch.cancel()
        with pytest.raises(asyncio.CancelledError):
            await fetch
        assert names(tmp_path) == []


async def test_the_end_of_the_client_ends_a_fetch_and_leaves_nothing(tmp_path: Path) -> None:
    async with WireServer(stop) as server, open_client(server.url) as client:
        told: list[int] = []
        fetch = asyncio.ensure_future(
            client.fetch_recording(link(server), tmp_path / "a.wav", lambda size, _: told.append(size))
        )
        await until(lambda: bool(told))
        await client.aclose()
        with pytest.raises(NoAnswer) as caught:
            await fetch
    assert caught.value.reason == "closed"
    assert names(tmp_path) == []


async def test_a_folder_that_is_not_there_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    async with WireServer(http(WAV)) as server:
        with pytest.raises(NotSent) as caught:
            await fetched(server, tmp_path / "none" / "a.wav")
    assert caught.value.reason == "recording_file"
    assert caught.value.details
    assert server.requests == []


@pytest.mark.parametrize("name", ["", "folder", "a\0.wav", "x" * 300], ids=["none", "folder", "nul", "long"])
async def test_a_name_that_no_file_can_have_is_told_before_anything_is_sent(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    async with WireServer(http(WAV)) as server:
        with pytest.raises(NotSent) as caught:
            await fetched(server, tmp_path / name)
    assert caught.value.reason == "recording_file"
    assert caught.value.details
    assert server.requests == []
    assert names(tmp_path) == ["folder"]


async def test_two_downloads_to_one_name_do_not_mix_and_a_neighbours_file_stays(tmp_path: Path) -> None:
    target, own = tmp_path / "a.wav", tmp_path / "a.wav.part"
    own.write_bytes(b"my own")
    sounds = [WAV + bytes([number]) * 3 * 1024 * 1024 for number in (1, 2)]
    async with WireServer(*map(http, sounds)) as server, open_client(server.url) as client:
        await asyncio.gather(*(client.fetch_recording(link(server), target) for _ in sounds))
    assert target.read_bytes() in sounds
    assert own.read_bytes() == b"my own"
    assert names(tmp_path) == ["a.wav", "a.wav.part"]


FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from supervisor_gui.netsantral.errors import NoAnswer
from supervisor_gui.netsantral.recordings import RecordingFile

async def main() -> None:
    file = RecordingFile(Path(sys.argv[1]) / "a.wav", None)
    await file.open()
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
    try:
        for _ in range(2):
            await file.take(b"RIFF0000WAVE" + bytes(2_000_000), None)
    except NoAnswer as error:
        await file.discard()
        print(error.reason)

asyncio.run(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="limits on a file's size are not known there")
def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, timeout=30, check=True
    )
    assert run.stdout == "recording_file\n"
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [OSError("full"), TimeoutError(), UnicodeError("x"), LookupError("gone")])
async def test_what_progress_raises_is_passed_on_as_it_is_and_leaves_nothing(tmp_path: Path, error: Exception) -> None:
    def broken(_: int, __: int | None) -> None:
        raise error

    async with WireServer(http(WAV)) as server, open_client(server.url) as client:
        with pytest.raises(type(error)) as caught:
            await client.fetch_recording(link(server), tmp_path / "a.wav", broken)
    assert caught.value is error
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "answer", [b"s3cr3t%3D\r\n\r\n", http(headers="s3cr3t%3D\r\n"), b"GET /upload.php?s3cr3t%3D\r\n\r\n"]
)
async def test_an_answer_that_echoes_the_link_is_not_quoted(tmp_path: Path, answer: bytes) -> None:
    async with WireServer(answer) as server:
        with pytest.raises(BadAnswer) as caught:
            await fetched(server, tmp_path / "a.wav")
    assert caught.value.reason == "not_http"
    assert "s3cr3t" not in caught.value.details + caught.value.words + str(caught.value)


async def test_a_thread_that_comes_after_the_discarding_leaves_nothing(tmp_path: Path) -> None:
    for opened in (True, False):
        file = RecordingFile(tmp_path / "a.wav", None)
        if opened:
            await file.open()
        await file.take(WAV, None)
        await file.discard()
        await file.finish()
        assert names(tmp_path) == []


async def test_a_closed_client_fetches_nothing(tmp_path: Path) -> None:
    async with WireServer(http(WAV)) as server, open_client(server.url) as client:
        await client.aclose()
        with pytest.raises(NotSent) as caught:
            await client.fetch_recording(link(server), tmp_path / "a.wav")
    assert caught.value.reason == "closed"
    assert server.requests == []


async def test_two_recordings_are_fetched_at_once_and_a_third_waits(tmp_path: Path) -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with WireServer(stop) as server, open_client(server.url, budgets=budgets) as client:
        fetches = [asyncio.ensure_future(client.fetch_recording(link(server), tmp_path / f"{n}.wav")) for n in range(3)]
        await until(lambda: len(server.requests) == 2 and budgets.waiting("recordings") == 1)
        for fetch in fetches:
            fetch.cancel()
        await asyncio.gather(*fetches, return_exceptions=True)
    assert len(server.requests) == 2
    assert names(tmp_path) == []


HOST = "dosyaindir.netgsm.com.tr"


@pytest.mark.parametrize(
    ("text", "base", "target"),
    [
        (f"https://{HOST}/upload.php?tip=1&a=b%2Bc==", f"https://{HOST}", "/upload.php?tip=1&a=b%2Bc=="),
        (f" HTTPS://{HOST.upper()}:443/a b/ş?q=ı|\n", f"https://{HOST}:443", "/a%20b/%C5%9F?q=%C4%B1%7C"),
        (f"https://{HOST}", f"https://{HOST}", "/"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080", "/x"),
        ("http://[::1]:8080/x#y", "http://[::1]:8080", "/x"),
        ("https://localhost/x", "https://localhost", "/x"),
    ],
)
def test_trusted_links_are_taken_apart(text: str, base: str, target: str) -> None:
    address = recording_address(text)
    assert (address.base_url, address.target) == (base, target)
    assert address.target not in repr(address) or address.target == "/"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        f"http://{HOST}/x",
        f"https://{HOST}:8443/x",
        f"https://{HOST}./x",
        f"https://x.{HOST}/x",
        f"https://{HOST}.example.org/x",
        f"https://user@{HOST}/x",
        f"https://{HOST}@example.org/x",
        f"https://{HOST}\\@example.org/x",
        f"https://example.org/{HOST}",
        f"//{HOST}/x",
        f"ftp://{HOST}/x",
        "file:///etc/passwd",
        "http://127.0.0.2/x",
        "http://127.0.0.1:0/x",
        "http://127.0.0.1:99999/x",
        "http://[::1/x",
        "http://10.0.0.1/x",
        "http://localhost.example.org/x",
    ],
)
async def test_other_links_are_refused_before_anything_is_sent(tmp_path: Path, text: str) -> None:
    async with open_client("http://127.0.0.1:1") as client:
        with pytest.raises(NotSent) as caught:
            await client.fetch_recording(text, tmp_path / "a.wav")
    assert caught.value.reason == "recording_host"
    assert names(tmp_path) == []


def test_the_first_bytes_tell_what_a_recording_is() -> None:
    for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3):
        assert recording_kind(bytes([0xFF, second, 0x90]) + bytes(61)) is RecordingKind.MP3
    for begin in (b"\xff\xfd\x90", b"\xff\xeb\x90", b"\xff\xfb\xf0", b"\xff\xfb\x9c", b"\xfe\xfb\x90", b"\xff\x1b\x90"):
        with pytest.raises(BadAnswer):
            recording_kind(begin + bytes(61))


def test_a_recording_may_take_long_and_be_large() -> None:
    row = ENDPOINTS["recording"]
    assert row.deadline >= 600
    assert row.cap_bytes == 512 * 1024 * 1024
