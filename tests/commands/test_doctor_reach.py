"""The doctor tries the PBX's addresses as the program does, and says which of them it reached."""

import socket
import ssl
from pathlib import Path

import pytest

from supervisor_gui.commands.doctor import _addresses
from supervisor_gui.config import Profile
from supervisor_gui.desktop.doctor import Reach
from supervisor_gui.options import Options
from supervisor_gui.simulator.certs import write_certificates
from tests.helpers.wire_server import ACCOUNT, WireServer, http

PLAIN = "supervisor_gui.config.addresses.PLAIN_PORT"


async def reached(url: str, **changes: bool) -> Reach:
    """What the probe of the PBX at `url` brings."""
    pbx, *_ = _addresses(Profile(name="", account=ACCOUNT, pbx_url=url, **changes), Options())
    assert pbx.url == url
    return await pbx.probe()


async def test_the_unencrypted_address_is_named_when_only_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        async with WireServer(http()) as server:
            monkeypatch.setattr(PLAIN, server.port)
            reach = await reached(url)
            assert (reach.url, reach.error) == (server.url, "")
            assert (await reached(url, worked_encrypted=True)).error, "the program would not go there either"


async def test_the_address_that_was_asked_needs_no_name() -> None:
    async with WireServer(http()) as server:
        reach = await reached(server.url)
    assert (reach.url, reach.error) == ("", "")


async def test_after_a_certificate_that_is_refused_nothing_unencrypted_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths = write_certificates(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paths.good)
    async with WireServer(http(), tls=context) as server, WireServer(http()) as plain:
        monkeypatch.setattr(PLAIN, plain.port)
        reach = await reached(server.url)
        assert "issuer" in reach.error
        assert reach.url == ""
        assert (server.requests, plain.requests) == ([], [])
