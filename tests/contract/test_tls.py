"""Certificates as the client meets them on the simulator: what is refused, in which words, and that nothing is sent."""

import socket
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui import i18n
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import NoAnswer, NotSent
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.recordings import RecordingKind
from supervisor_gui.netsantral.types_records import Party
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.wire_server import PASSWORD, open_client, quick

STILL = ("--limits", "off", "--load", "0", "--agents", "4", "--queues", "1")
BUSY_DAY = ("--limits", "off", "--load", "30", "--agents", "4", "--queues", "1", "--seed", "7", "--history-days", "1")
REASONS = {"expired": "tls_expired", "wrong_name": "tls_name", "unknown_ca": "tls_unknown_ca"}
END = datetime.now(UTC)
START = END - timedelta(hours=20)

TOKEN = "q1w2e3r4t5"

Work = Callable[[Client], Awaitable[object]]

CONTROL: dict[str, Work] = {
    "queue_status": lambda client: client.queue_status(None),
    "agent_pause": lambda client: client.agent_pause("101", "Destek", paused=True, reason="çay"),
    "hang_up": lambda client: client.hang_up("sip3-1675000033.92222"),
    "probe": lambda client: client.probe("pbx"),
}
API: dict[str, Work] = {
    "add_number": lambda client: client.add_number("5550001122", "Destek", penalty=1),
    "records": lambda client: client.records(START, END),
    "records_of_number": lambda client: client.records_of_number("5550001122", Party.CALLING, START, END),
    "statistics": lambda client: client.statistics(START, END),
    "autodial_lists": lambda client: client.lists(),
    "probe_api": lambda client: client.probe("api"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the simulator writes its certificates and its log."""
    return tmp_path_factory.mktemp("tls")


@pytest.fixture(scope="module")
def simulator(folder: Path) -> Iterator[SimulatorProcess]:
    """A PBX with a good certificate, and further ports with bad ones."""
    arguments = (*STILL, "--tls", str(folder / "certificates"), "--request-log", str(folder / "requests.jsonl"))
    with SimulatorProcess(arguments, password=PASSWORD) as process:
        yield process


@pytest.fixture(params=REASONS)
def bad(request: pytest.FixtureRequest) -> str:
    """What is wrong with a certificate."""
    return str(request.param)


def authority(simulator: SimulatorProcess) -> Path:
    return Path(simulator.info.tls["ca"])


def told(error: Any, language: str) -> Any:
    """An error in words."""
    i18n.use_headless(language)
    try:
        return explain(error)
    finally:
        i18n.use(None)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def check_words(error: NotSent, reason: str) -> None:
    """A refused certificate has words and a next step in both languages, and no secret among them."""
    assert error.reason == reason
    turkish, english = told(error, "tr"), told(error, "en")
    for words in (turkish, english):
        assert all((words.title, words.meaning, words.todo, words.details))
        everything = f"{words} {error} {error!r}"
        assert PASSWORD not in everything
        assert TOKEN not in everything
    assert turkish.title != english.title
    assert turkish.todo != english.todo


def test_each_fault_of_a_certificate_has_words_of_its_own() -> None:
    for language in i18n.LANGUAGES:
        assert len({told(NotSent("queue_status", reason), language).todo for reason in REASONS.values()}) == 3


@pytest.mark.parametrize("name", [*CONTROL, *API])
async def test_a_bad_certificate_is_refused_in_words_before_anything_is_sent(
    simulator: SimulatorProcess, folder: Path, bad: str, name: str
) -> None:
    log = folder / "requests.jsonl"
    before = log.read_bytes()
    good, url = simulator.info, simulator.info.tls[bad]
    faces = {"pbx_url": good.pbx_url, "api_url": url} if name in API else {"pbx_url": url, "api_url": good.api_url}
    async with open_client(**faces, extra_ca=authority(simulator)) as client:
        with pytest.raises(NotSent) as caught:
            await (CONTROL | API)[name](client)
    check_words(caught.value, REASONS[bad])
    assert log.read_bytes() == before


async def test_a_recording_behind_a_bad_certificate_is_refused_and_leaves_no_file(
    simulator: SimulatorProcess, folder: Path, bad: str, tmp_path: Path
) -> None:
    log = folder / "requests.jsonl"
    before = log.read_bytes()
    async with open_client(simulator.info.pbx_url, extra_ca=authority(simulator)) as client:
        link = f"{simulator.info.tls[bad]}/upload.php?tip=1&a={TOKEN}"
        with pytest.raises(NotSent) as caught:
            await client.fetch_recording(link, tmp_path / "call.wav")
    check_words(caught.value, REASONS[bad])
    assert log.read_bytes() == before
    assert names_in(tmp_path) == []


async def test_without_the_companys_authority_the_good_addresses_are_refused_as_well(
    simulator: SimulatorProcess, folder: Path, tmp_path: Path
) -> None:
    before = (folder / "requests.jsonl").read_bytes()
    info = simulator.info
    async with open_client(info.pbx_url, api_url=info.api_url) as client:
        link = f"{info.api_url}/upload.php?tip=1&a={TOKEN}"
        works = (*CONTROL.values(), *API.values(), lambda one: one.fetch_recording(link, tmp_path / "call.wav"))
        for work in works:
            with pytest.raises(NotSent) as caught:
                await work(client)
            check_words(caught.value, "tls_unknown_ca")
    assert (folder / "requests.jsonl").read_bytes() == before


async def test_what_the_authority_vouches_for_is_used_for_control_api_and_recordings(tmp_path: Path) -> None:
    log = tmp_path / "requests.jsonl"
    arguments = (*BUSY_DAY, "--tls", str(tmp_path / "certificates"), "--request-log", str(log))
    with SimulatorProcess(arguments, password=PASSWORD) as process:
        async with open_client(
            process.info.pbx_url, api_url=process.info.api_url, extra_ca=authority(process)
        ) as client:
            assert (await client.queue_status(None)).queues
            page = await client.records(START, END)
            link = next(leg.recording for call in page.calls for leg in call.legs if leg.recording)
            kind = await client.fetch_recording(link, tmp_path / "call.wav")
        written = log.read_text("utf-8")
    assert link.startswith("https://")
    assert kind is RecordingKind.WAV
    assert (tmp_path / "call.wav").read_bytes().startswith(b"RIFF")
    assert all(operation in written for operation in ("queuestats", "netsantral/report", "upload.php"))
    assert PASSWORD not in written


async def test_a_server_that_changes_its_authority_during_the_day_gets_nothing_more(tmp_path: Path) -> None:
    log = tmp_path / "requests.jsonl"

    def serving(port: str, name: str) -> SimulatorProcess:
        tls = ("--tls", str(tmp_path / name), "--request-log", str(log), "--pbx-port", port)
        return SimulatorProcess((*STILL, *tls), password=PASSWORD)

    with serving("0", "ours") as first:
        url, ca = first.info.pbx_url, authority(first)
        async with open_client(url, extra_ca=ca) as client:
            assert (await client.queue_status(None)).queues
            before = log.read_bytes()
            assert b"queuestats" in before
            first.stop()
            with serving(url.rpartition(":")[2], "theirs"):
                with pytest.raises(NotSent) as caught:
                    await client.queue_status(None)
                with pytest.raises(NotSent):
                    await client.agent_pause("101", "Destek", paused=True, reason="çay")
    check_words(caught.value, "tls_unknown_ca")
    assert log.read_bytes() == before


async def test_an_encrypted_address_where_only_plain_http_is_spoken_gets_no_password(tmp_path: Path) -> None:
    with SimulatorProcess(STILL, password=PASSWORD) as process:
        control = Control(process.info.control_url)
        url = process.info.pbx_url.replace("http:", "https:")
        async with open_client(url) as client:
            for work in (*CONTROL.values(), *API.values()):
                with pytest.raises(NotSent) as caught:
                    await work(client)
                assert caught.value.reason == "no_tls"
        assert await control.requests() == []


async def test_a_port_that_takes_the_connection_and_never_greets_is_given_up(simulator: SimulatorProcess) -> None:
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        url = f"https://127.0.0.1:{mute.getsockname()[1]}"
        async with open_client(url, extra_ca=authority(simulator), table=quick(1.0)) as client:
            with pytest.raises((NotSent, NoAnswer)) as caught:
                await client.queue_status(None)
        peer, _ = mute.accept()
        with peer:
            seen = peer.recv(65_536)
    assert isinstance(caught.value, NotSent)
    assert PASSWORD.encode() not in seen
