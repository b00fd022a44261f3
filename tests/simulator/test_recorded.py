"""What the vendor's own clients put on the wire, replayed byte for byte against a running simulator."""

import json
import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from supervisor_gui.simulator.process import SimulatorInfo, SimulatorProcess

RECORDED = Path(__file__).resolve().parents[1] / "contract" / "recorded"
ROOT = Path(__file__).resolve().parents[2]
# No HTTP in one, no JSON in the other.
MALFORMED = {"HTTPGetMolayaAlma", "JSONPostGorusmeDetay"}
FACES = {9111: "pbx_url", 443: "api_url"}


def _samples(*ports: int) -> list[tuple[str, int, bytes]]:
    rows = [
        json.loads(line) for path in sorted(RECORDED.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return [
        (row.get("function") or row["sample"], row["port"], row["request"].encode())
        for row in rows
        if row["port"] in ports
    ]


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        options = ("--load", "0", "--limits", "off", "--framing", "double", "--login", "json", "--speed", "60")
        with SimulatorProcess(options) as process:
            yield process
            assert process.complaints() == ""


def _connect(address: str) -> socket.socket:
    host, port = address.rpartition("/")[2].split(":")
    return socket.create_connection((host, int(port)), timeout=5)


def _http(info: SimulatorInfo, port: int, request: bytes) -> tuple[int, bytes]:
    with _connect(getattr(info, FACES[port])) as connection:
        connection.sendall(request)
        # Not half-closed: some answers are held until a call has come out.
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.read()


@pytest.mark.parametrize(("name", "port", "request_bytes"), _samples(9111, 443))
def test_every_recorded_request_is_answered(
    simulator: SimulatorProcess, name: str, port: int, request_bytes: bytes
) -> None:
    status, body = _http(simulator.info, port, request_bytes)
    if name in MALFORMED:
        assert status == 400
        return
    assert status == 200
    # Records and statistics have text forms too: a bare code, or XML.
    assert isinstance(json.loads(body), dict) if body.startswith(b"{") else body.isdigit() or body.startswith(b"<")


def test_the_packages_requests_for_queues_are_understood(simulator: SimulatorProcess) -> None:
    answers = {
        name: json.loads(_http(simulator.info, port, request)[1])
        for name, port, request in _samples(9111, 443)
        if name in {"kuyrukEkle", "kuyrukCikar", "kuyrukSorgula", "mola", "kuyrukDisNum"}
    }
    prefix = "Bir veya birden fazla kuyrukta hata olustu"
    assert answers["kuyrukEkle"]["message"] == f"{prefix}Unable to add interface to queue: No such queue"
    assert answers["kuyrukCikar"] == {"status": "Error", "message": "Kullanici dogrulanamadi"}
    assert answers["kuyrukSorgula"]["code"] == "70"
    assert answers["mola"]["message"] == f"{prefix}Interface not found"
    assert answers["kuyrukDisNum"] == {"code": 70, "error": "gecersiz tenant"}


def _with_our_account(request: bytes) -> bytes:
    request = request.replace(b"8XXXXXXXXX", b"8501110000")
    return request.replace(b'"XXXXXX"', b'"p4ssw0rd"').replace(b'"XXX"', b'"p4ssw0rd"')


@pytest.mark.parametrize("own_account", [False, True])
def test_every_recorded_socket_message_is_answered_without_a_terminator(
    simulator: SimulatorProcess, own_account: bool
) -> None:
    for _, _, recorded in _samples(9110):
        request = _with_our_account(recorded) if own_account else recorded
        with _connect(simulator.info.events) as connection:
            connection.sendall(request)
            answer = connection.recv(65_536)
        if b'"login"' not in request:
            assert json.loads(answer)["status"] == "Error"
        elif own_account:
            assert b"login Successful" in answer
        else:
            assert answer.strip() == b"Yanlis kullanici adi veya sifre"
