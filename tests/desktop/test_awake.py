"""The screen is kept awake by a real service on a real bus; on Windows and macOS by the calls that these have."""

import asyncio
import ctypes
import logging
import os
import signal
import socket
import stat
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.desktop import awake, awake_bus
from supervisor_gui.desktop.awake import Awake, Means
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import run_qt, until
from tests.helpers.screen_saver import GNOME, POWER, SCREEN_SAVER, screen_saver
from tests.helpers.secret_service import SecretService, secret_service

REASON = "Duvar panosu gösteriliyor"


@pytest.fixture(scope="module")
def _bus() -> Iterator[SecretService]:
    with secret_service(keyring=False) as bus:
        yield bus


@pytest.fixture
def bus(_bus: SecretService, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a session bus on which nobody is yet; this process belongs to its session."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", _bus.address)
    monkeypatch.setattr(awake_bus, "SETTLE_SECONDS", 0.0)
    return _bus.address


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log, from INFO on."""
    caplog.set_level(logging.INFO, "supervisor_gui")
    return caplog


@asynccontextmanager
async def keeper(means: Means | None = None, *, pause: float = 60.0) -> AsyncIterator[Awake]:
    """What the program makes on Linux, ended as it ends it."""
    tasks = Tasks()
    try:
        yield Awake(tasks, means or awake.of_system("linux"), pause=pause)
    finally:
        await tasks.close()


def test_the_desktop_is_asked_with_the_reason_and_gets_its_number_back(
    qapp: QApplication, bus: str, tmp_path: Path, told: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with keeper() as screen:
            with screen_saver(bus, tmp_path) as service:
                screen.hold(REASON)
                screen.hold(REASON)
                await until(lambda: service.awake and told.messages, "the screen is kept awake")
                screen.release()
                await until(lambda: not service.awake, "the screen may rest")
                screen.release()
                screen.hold(REASON)
                await until(lambda: service.awake, "the screen is kept awake again")
            assert service.asked == [["NetSantral Supervisor", REASON]] * 2
            assert service.given_back == [4_000_000_000], "the last one is held still"

    run_qt(qapp, scenario())
    assert told.messages == ["the screen is kept awake by org.freedesktop.ScreenSaver"]


def test_the_end_of_the_program_gives_it_back(qapp: QApplication, bus: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        with screen_saver(bus, tmp_path) as service:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: service.awake, "the screen is kept awake")
            await until(lambda: not service.awake, "the screen may rest")
            assert service.given_back == [4_000_000_000]

    run_qt(qapp, scenario())


@pytest.mark.parametrize("place", [GNOME, POWER])
def test_a_desktop_without_that_service_is_asked_by_what_it_has(
    qapp: QApplication, bus: str, tmp_path: Path, place: tuple[str, str, str]
) -> None:
    async def scenario() -> None:
        with screen_saver(bus, tmp_path, place) as service:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: service.awake, "the screen is kept awake")
                screen.release()
                await until(lambda: not service.awake, "the screen may rest")
                assert service.given_back == [4_000_000_000]
                assert REASON in service.asked[0]

    run_qt(qapp, scenario())


@pytest.mark.parametrize("behaviour", ["refuses", "odd"])
def test_another_service_is_asked_when_the_first_one_does_not_do_it(
    qapp: QApplication, bus: str, tmp_path: Path, behaviour: str, told: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        with screen_saver(bus, tmp_path, SCREEN_SAVER, behaviour), screen_saver(bus, tmp_path, POWER) as other:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: other.awake and told.messages, "the screen is kept awake")

    run_qt(qapp, scenario())
    assert told.messages == ["the screen is kept awake by org.freedesktop.PowerManagement"]


def test_a_service_that_restarts_is_asked_again_and_one_that_comes_later_too(
    qapp: QApplication, bus: str, tmp_path: Path, told: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with keeper() as screen:
            screen.hold(REASON)
            await until(lambda: told.messages, "nobody does it")
            with screen_saver(bus, tmp_path) as first:
                await until(lambda: first.awake and len(told.messages) == 2, "the service has come")
            with screen_saver(bus, tmp_path) as second:
                await until(lambda: second.awake, "the service has come again")
                screen.release()
                await until(lambda: not second.awake, "the screen may rest")
                assert second.given_back == [4_000_000_000]

    run_qt(qapp, scenario())
    assert told.messages[0].startswith("nothing keeps the screen awake: org.freedesktop.ScreenSaver org.freedesktop.")
    assert told.messages[1] == "the screen is kept awake by org.freedesktop.ScreenSaver"
    assert len(told.messages) in {2, 4}, "the gap between the two may go unseen"


def test_a_better_service_that_comes_later_takes_over(qapp: QApplication, bus: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        with screen_saver(bus, tmp_path, POWER) as power:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: power.awake, "the screen is kept awake")
                with screen_saver(bus, tmp_path) as saver:
                    await until(lambda: saver.awake and not power.awake, "the better one keeps it awake")
                await until(lambda: power.awake, "the other one again")

    run_qt(qapp, scenario())


def test_a_service_that_never_answers_is_left_behind_and_keeps_nothing(
    qapp: QApplication, bus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake_bus, "ANSWER_SECONDS", 0.5)

    async def scenario() -> None:
        with screen_saver(bus, tmp_path, behaviour="silent") as silent, screen_saver(bus, tmp_path, POWER) as power:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: silent.asked, "the silent one was asked")
                await until(lambda: power.awake, "the other one keeps the screen awake")
                screen.release()
                await until(lambda: not power.awake and not silent.awake, "neither does any more")

    run_qt(qapp, scenario())


def test_who_changes_his_mind_before_the_answer_leaves_nothing_behind(
    qapp: QApplication, bus: str, tmp_path: Path
) -> None:
    async def scenario() -> None:
        with screen_saver(bus, tmp_path, behaviour="silent") as silent:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: silent.awake, "the silent one was asked")
                screen.release()
                await until(lambda: not silent.awake, "nothing is left of it")

    run_qt(qapp, scenario())


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "autolaunch:", "rubbish"])
def test_without_a_bus_there_is_one_line_in_the_log(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, told: pytest.LogCaptureFixture, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    tried: list[str] = []

    async def means(reason: str, tell: awake.Tell) -> None:
        tried.append(reason)
        await awake.of_system("linux")(reason, tell)

    async def scenario() -> None:
        async with keeper(means, pause=0.0) as screen:
            screen.hold(REASON)
            await until(lambda: len(tried) > 3, "it is tried again and again")

    run_qt(qapp, scenario())
    assert [record.levelname for record in told.records] == ["INFO"]
    assert told.messages[0].startswith("nothing keeps the screen awake: ")


def test_a_bus_that_says_nothing_holds_nobody_up(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = f"{tmp_path}/bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={place}")

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        with socket.socket(socket.AF_UNIX) as silent:
            silent.bind(place)
            silent.listen()
            silent.setblocking(False)
            async with keeper() as screen:
                screen.hold(REASON)
                visitor, _ = await loop.sock_accept(silent)
                with visitor:
                    assert (await loop.sock_recv(visitor, 100)).startswith(b"\0AUTH EXTERNAL ")
                    screen.release()
                    assert await loop.sock_recv(visitor, 100) == b"", "it has hung up"

    run_qt(qapp, scenario())


def test_the_bus_of_the_user_is_found_where_systemd_puts_it(
    qapp: QApplication, bus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "bus").symlink_to(bus.removeprefix("unix:path="))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))

    async def scenario() -> None:
        with screen_saver(bus, tmp_path) as service:
            async with keeper() as screen:
                screen.hold(REASON)
                await until(lambda: service.awake, "the screen is kept awake")

    run_qt(qapp, scenario())


def test_a_bus_that_goes_is_looked_for_again(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, told: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with keeper(pause=0.05) as screen:
            for _ in range(2):
                with secret_service(keyring=False) as bus:
                    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
                    with screen_saver(bus.address, tmp_path) as service:
                        screen.hold(REASON)
                        await until(lambda: service.awake, "the screen is kept awake")

    run_qt(qapp, scenario())
    assert any(words.startswith("nothing keeps the screen awake: ") for words in told.messages)


def test_windows_is_told_what_this_thread_needs_until_it_needs_it_no_more(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def answer(flags: ctypes.c_uint) -> int:
        calls.append(flags.value)
        return 0x8000_0000

    kernel = SimpleNamespace(SetThreadExecutionState=answer)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)

    async def scenario() -> None:
        async with keeper(awake.of_system("win32")) as screen:
            with monkeypatch.context() as windows:
                windows.setattr(sys, "platform", "win32")
                screen.hold(REASON)
                await until(lambda: calls, "the display is needed")
                assert calls == [0x8000_0003]
                screen.release()
                await until(lambda: len(calls) == 2, "it is needed no more")

    run_qt(qapp, scenario())
    assert calls == [0x8000_0003, 0x8000_0000]


def test_windows_may_refuse(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, told: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(awake, "set_thread_state", lambda _: 0)

    async def scenario() -> None:
        async with keeper(awake.of_system("win32")) as screen:
            screen.hold(REASON)
            await until(lambda: told.messages, "it is told")

    run_qt(qapp, scenario())
    assert told.messages == ["nothing keeps the screen awake: OSError SetThreadExecutionState refuses"]


def stand_in(folder: Path, body: str) -> str:
    """A program in the place of macOS's, which notes its arguments."""
    program = folder / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$$ $*" >>"{folder}/called"\n{body}\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def called(folder: Path) -> list[list[str]]:
    """Process id and arguments of each start."""
    notes = folder / "called"
    return [line.split() for line in notes.read_text("utf-8").splitlines()] if notes.exists() else []


def test_macos_has_a_child_for_it_that_ends_with_the_wish(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = stand_in(tmp_path, "exec sleep 600")
    assert awake.of_system("darwin") is awake.by_caffeinate
    assert awake.CAFFEINATE == "/usr/bin/caffeinate"

    async def means(reason: str, tell: awake.Tell) -> None:
        await awake.by_caffeinate(reason, tell, program)

    async def scenario() -> None:
        async with keeper(means) as screen:
            screen.hold(REASON)
            await until(lambda: called(tmp_path), "the child runs")
            [[pid, *arguments]] = called(tmp_path)
            assert arguments == ["-d", "-i", "-w", str(os.getpid())]
            screen.release()
            await until(lambda: not psutil.pid_exists(int(pid)), "the child has ended")

    run_qt(qapp, scenario())


def test_a_child_that_cannot_start_or_ends_is_started_again(
    qapp: QApplication, tmp_path: Path, told: pytest.LogCaptureFixture
) -> None:
    program = str(tmp_path / "caffeinate")

    async def means(reason: str, tell: awake.Tell) -> None:
        await awake.by_caffeinate(reason, tell, program)

    async def scenario() -> None:
        async with keeper(means, pause=0.05) as screen:
            screen.hold(REASON)
            await until(lambda: told.messages, "there is no such program")
            stand_in(tmp_path, "exec sleep 600")
            await until(lambda: called(tmp_path), "it is there now")
            os.kill(int(called(tmp_path)[0][0]), signal.SIGTERM)
            await until(lambda: len(called(tmp_path)) == 2, "it was started again")

    run_qt(qapp, scenario())
    assert told.messages[0].startswith("nothing keeps the screen awake: FileNotFoundError")
    assert "nothing keeps the screen awake: OSError caffeinate has ended with -15" in told.messages


def test_each_system_has_its_way() -> None:
    assert awake.of_system("win32") is awake.by_thread_state
    assert awake.of_system("darwin") is awake.by_caffeinate
    assert awake.of_system("linux") is awake.of_system("freebsd14")
