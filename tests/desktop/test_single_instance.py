"""One window per data folder, between real processes, whatever the other end of the socket says."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from supervisor_gui.desktop import instance_pipe, single_instance
from supervisor_gui.desktop.handing_over import hand_over
from supervisor_gui.desktop.instance_paths import MAX_LINE, MAX_SOCKET_PATH, lock_path, server_name
from supervisor_gui.desktop.single_instance import Request, SingleInstance
from supervisor_gui.desktop.tel_links import LinkRefusedError, read_link
from supervisor_gui.errors import StoreError

ROOT = Path(__file__).resolve().parents[2]
NUMBER = "+90 (555) 000-11.22"


class First:
    """A first start in a process of its own."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.instance_child", str(root)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.claimed = self.heard()["claimed"]

    def heard(self) -> dict[str, object]:
        """The next line it prints."""
        assert self.process.stdout is not None
        line: dict[str, object] = json.loads(self.process.stdout.readline())
        return line

    def end(self) -> None:
        """Close its stdin and wait for it."""
        with self.process as process:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(10)

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def first_start() -> Iterator[Callable[[Path], First]]:
    """Starts first instances and ends those that are left."""
    started: list[First] = []

    def begin(root: Path) -> First:
        started.append(First(root))
        return started[-1]

    yield begin
    for first in started:
        first.process.send_signal(signal.SIGCONT)
        first.end()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def instance(root: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    """A claimed data folder in this process."""
    first = SingleInstance(root)
    assert first.claim()
    yield first
    first.release()


def visit(root: Path, line: bytes = b"") -> socket.socket:
    """A connection that has said `line`."""
    visitor = socket.socket(socket.AF_UNIX)
    visitor.connect(server_name(root))
    visitor.setblocking(False)
    if line:
        visitor.send(line)
    return visitor


def answer(qtbot: QtBot, visitor: socket.socket) -> bytes:
    """All that the server says before it hangs up."""
    said = bytearray()

    def ended() -> bool:
        try:
            part = visitor.recv(100)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        said.extend(part)
        return not part

    qtbot.waitUntil(ended, timeout=5000)
    visitor.close()
    return bytes(said)


def test_a_later_start_hands_over_and_has_nothing_left_to_do(root: Path, first_start: Callable[[Path], First]) -> None:
    first = first_start(root)
    assert first.claimed
    assert hand_over(root)
    assert first.heard() == {"verb": "show", "number": ""}
    assert hand_over(root, f"tel:{NUMBER}")
    assert first.heard() == {"verb": "number", "number": f"tel:{NUMBER}"}


def test_the_way_of_windows_asks_the_same_window(root: Path, first_start: Callable[[Path], First]) -> None:
    first = first_start(root)
    assert instance_pipe.answer(server_name(root), b"number 101\n", time.monotonic() + 5) == b"ok\n"
    assert first.heard() == {"verb": "number", "number": "101"}
    assert instance_pipe.answer(server_name(root), b"nonsense\n", time.monotonic() + 5) == b""
    assert instance_pipe.answer(f"{server_name(root)}.none", b"show\n", time.monotonic() + 5) == b""


def test_the_data_folder_is_claimed_once(root: Path, first_start: Callable[[Path], First]) -> None:
    assert first_start(root).claimed
    assert not first_start(root).claimed
    assert first_start(root.with_name("other")).claimed


def test_after_its_end_the_next_start_is_first(root: Path, first_start: Callable[[Path], First]) -> None:
    first = first_start(root)
    assert first.process.stdin is not None
    first.process.stdin.close()
    assert first.process.wait(10) == 0
    assert not hand_over(root)
    assert first_start(root).claimed


def test_a_killed_instance_leaves_the_folder_to_the_next(root: Path, first_start: Callable[[Path], First]) -> None:
    first = first_start(root)
    first.kill()
    assert lock_path(root).exists()
    assert not hand_over(root)
    again = first_start(root)
    assert again.claimed
    assert hand_over(root)
    assert again.heard()["verb"] == "show"


def test_a_killed_instance_whose_process_number_lives_on_is_still_replaced(
    root: Path, first_start: Callable[[Path], First]
) -> None:
    first = first_start(root)
    lines = lock_path(root).read_bytes().split(b"\n")
    first.kill()
    lock_path(root).write_bytes(b"\n".join([str(os.getpid()).encode(), *lines[1:]]))
    assert not hand_over(root)
    assert first_start(root).claimed


@pytest.mark.logs
def test_an_instance_that_does_not_answer_keeps_its_folder(
    root: Path, first_start: Callable[[Path], First], quiet_log: list[str]
) -> None:
    first = first_start(root)
    first.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    assert hand_over(root, wait=0.3)
    assert time.monotonic() - began >= 0.3
    assert "did not answer" in quiet_log[0]


def test_a_free_folder_is_not_touched(root: Path) -> None:
    assert not hand_over(root)
    assert not root.exists()


def test_handing_over_loads_no_qt_and_no_http(root: Path, first_start: Callable[[Path], First]) -> None:
    first_start(root)
    code = (
        "import sys, pathlib; from supervisor_gui.desktop.handing_over import hand_over\n"
        "assert hand_over(pathlib.Path(sys.argv[1]))\n"
        "print(*(name for name in sys.modules if name.startswith(('PySide6', 'httpx', 'sqlalchemy', 'keyring'))))"
    )
    done = subprocess.run([sys.executable, "-c", code, root], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not done.stdout.split()


def test_only_this_user_reaches_lock_and_socket(instance: SingleInstance, root: Path) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (root, lock_path(root), Path(server_name(root)))}
    assert list(modes.values()) == [0o700, 0o600, 0o700]


@pytest.mark.parametrize(
    ("folder", "wanted"),
    [
        # As macOS has them: one's own data, and what is temporary, here with a user's number in the program's name.
        ("/Users/ayse.karaosmanoglu/Library/Application Support/netsantral-supervisor", True),
        ("/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T/netsantral-supervisor-501", True),
        ("/Users/ayse.karaosmanoglu/Library/Application Support/netsantral-supervisor-for-training", False),
    ],
)
def test_the_folders_of_macos_have_room_for_the_socket(folder: str, wanted: bool) -> None:
    inside = server_name(Path(folder)).startswith(folder)
    assert inside is wanted


def test_a_socket_of_the_longest_name_is_listened_to(first_start: Callable[[Path], First]) -> None:
    with tempfile.TemporaryDirectory() as short:  # the tests' own folder is too long
        root = Path(short).resolve() / ("d" * (MAX_SOCKET_PATH - len(str(Path(short).resolve())) - 23))
        assert len(server_name(root)) == MAX_SOCKET_PATH
        assert server_name(root).startswith(str(root))
        first = first_start(root)
        assert first.claimed
        assert hand_over(root)
        assert first.heard()["verb"] == "show"
        first.end()


def test_a_long_data_folder_works_too(tmp_path: Path, first_start: Callable[[Path], First]) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    first = first_start(deep)
    assert first.claimed
    assert not server_name(deep).startswith(str(deep))
    assert hand_over(deep)
    assert first.heard()["verb"] == "show"


@pytest.mark.logs
def test_a_folder_that_somebody_else_made_is_not_listened_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet_log: list[str]
) -> None:
    deep = tmp_path / ("d" * 100)
    trap = tmp_path / f"netsantral-supervisor-{os.getuid()}"
    trap.mkdir()
    trap.chmod(0o777)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    first = SingleInstance(deep)
    assert first.claim()
    assert server_name(deep) == ""
    assert "later starts cannot reach this window" in quiet_log[0]
    first.release()


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="data folder"):
        SingleInstance(tmp_path / "file" / "data").claim()


class _Refused(QLockFile):
    """A lock as Windows has it in a folder that takes no file: it says that somebody else has it."""

    def tryLock(self, timeout: int = 0) -> bool:  # noqa: N802  Qt's name
        return False

    def error(self) -> QLockFile.LockError:
        return QLockFile.LockError.LockFailedError


def test_a_folder_that_takes_no_lock_is_not_taken_for_one_with_a_window(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "lock_file", lambda root: _Refused(str(lock_path(root))))
    with pytest.raises(StoreError, match="cannot be written"):
        SingleInstance(root).claim()
    lock_path(root).touch()
    monkeypatch.setattr(_Refused, "removeStaleLockFile", lambda _: False)
    assert not SingleInstance(root).claim(), "somebody has it"


@pytest.mark.parametrize(
    "line",
    [
        b"hide\n",
        b"\n",
        b"show me please\n",
        b"show \n",
        b"show\r\n",
        b"show\nshow\n",
        b"number\n",
        b"number 555 000 11 22; rm -rf\n",
        b"number *21#\n",
        b"number http://127.0.0.1/555\n",
        b"number tel:555\t1\n",
        b"number \xd9\xa1\xd9\xa2\n",
        b"number " + b"5" * 41 + b"\n",
        b"number 5550001122\0\n",
        b"\x80\xff\x00\x01" * 40 + b"\n",
        b"show" + b" " * 300 + b"\n",
        b"x" * 100_000,
        b'{"verb": "show"}\n',
    ],
    ids=range(18),
)
def test_anything_but_one_known_line_is_dropped(
    instance: SingleInstance, root: Path, qtbot: QtBot, line: bytes
) -> None:
    heard: list[Request] = []
    instance.requested.connect(heard.append)
    assert answer(qtbot, visit(root, line)) == b""
    assert answer(qtbot, visit(root, b"show\n")) == b"ok\n"
    assert heard == [Request("show")]


@pytest.mark.parametrize(
    ("line", "place"), [(b"show wallboard\n", "wallboard"), (b"show missed\n", "missed"), (b"show something\n", "")]
)
def test_what_is_to_be_shown_is_passed_on_and_an_unknown_word_only_brings_the_window_to_the_front(
    instance: SingleInstance, root: Path, qtbot: QtBot, line: bytes, place: str
) -> None:
    heard: list[Request] = []
    instance.requested.connect(heard.append)
    assert answer(qtbot, visit(root, line)) == b"ok\n"
    assert heard == [Request("show", place=place)]


def test_a_line_may_come_in_pieces(instance: SingleInstance, root: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(instance.requested) as heard:
        visitor = visit(root, b"number 555 000")
        qtbot.waitUntil(lambda: instance._visitors == 1)
        visitor.send(b" 11 22\n")
    assert heard.args == [Request("number", "555 000 11 22")]
    assert answer(qtbot, visitor) == b"ok\n"


def test_who_says_nothing_is_sent_away(root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "VISIT_MS", 50)
    first = SingleInstance(root)
    assert first.claim()
    silent = [visit(root) for _ in range(20)]
    assert [answer(qtbot, visitor) for visitor in silent] == [b""] * 20
    assert answer(qtbot, visit(root, b"show\n")) == b"ok\n"
    first.release()


def test_a_flood_is_cut_to_what_a_person_can_do(root: Path, qtbot: QtBot) -> None:
    now = [100.0]
    first = SingleInstance(root, monotonic=lambda: now[0])
    assert first.claim()
    heard: list[Request] = []
    first.requested.connect(heard.append)
    said = [answer(qtbot, visit(root, b"number 5550001122\n")) for _ in range(40)]
    assert said.count(b"ok\n") == len(heard) == single_instance.MAX_PER_SECOND
    now[0] += 1.0
    assert answer(qtbot, visit(root, b"show\n")) == b"ok\n"
    first.release()


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("tel:nobody", "tel:nobody"),
        ("tel:05550000001;ext=1", "tel:05550000001;ext=1"),
        ("tel:0555\n0000001", "tel:0555?0000001"),
        ("tel:٠٥٥٥", "tel:????"),
    ],
)
def test_a_bad_link_reaches_the_window_harmless_to_be_refused_there(
    root: Path, first_start: Callable[[Path], First], text: str, heard: str
) -> None:
    first = first_start(root)
    assert hand_over(root, text)
    assert first.heard() == {"verb": "number", "number": heard}
    with pytest.raises(LinkRefusedError):
        read_link(heard)


def test_a_cut_link_is_no_number(root: Path, first_start: Callable[[Path], First]) -> None:
    first = first_start(root)
    assert hand_over(root, f"sip:101@{'a' * 300};parameter")
    heard = str(first.heard()["number"])
    assert len(heard) < MAX_LINE
    with pytest.raises(LinkRefusedError):
        read_link(heard)
