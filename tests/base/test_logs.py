"""The log as whoever reads the file finds it, under everything that the program does with it."""

import io
import logging
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_gui.errors import StoreError
from supervisor_gui.logs import CRASH_FILE, FILE, Logging
from supervisor_gui.starting import LARGEST

pytestmark = pytest.mark.logs
log = logging.getLogger("supervisor_gui.test")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Logging]:
    logs = Logging(tmp_path, "DEBUG", console=io.StringIO())
    yield logs
    logs.close()


def text_of(logs: Logging, folder: Path) -> str:
    logs.close()
    return (folder / FILE).read_text("utf-8")


def test_a_password_is_in_no_line_whatever_carried_it(tmp_path: Path) -> None:
    console = io.StringIO()
    logs = Logging(tmp_path, "DEBUG", console=console)
    logs.redact.add("p4ssw0rd ş")
    log.warning("sent %s", "p4ssw0rd ş")
    log.info("GET http://127.0.0.1/x?username=8501110000&password=p4ssw0rd%20%C5%9F")
    log.error("failed", exc_info=ValueError("p4ssw0rd ş for 5550001122"))
    text = text_of(logs, tmp_path) + console.getvalue()
    assert "p4ssw0rd" not in text
    assert "5550001122" not in text
    assert "•••22" in text
    assert "ValueError" in text


def test_http_libraries_stay_quiet_even_at_debug(running: Logging, tmp_path: Path) -> None:
    for name in ("httpx", "httpcore.connection", "qasync._QEventLoop", "asyncio"):
        logging.getLogger(name).info("HTTP Request: GET http://h/?password=p4ssw0rd")
        logging.getLogger(name).debug("a socket event")
    log.debug("our own line")
    text = text_of(running, tmp_path)
    assert "HTTP Request" not in text
    assert "socket event" not in text
    assert "our own line" in text


def test_foreign_line_breaks_do_not_make_lines(running: Logging, tmp_path: Path) -> None:
    log.info("queue %s", "Destek\n2026-01-01 ERROR forged: line")
    lines = [line for line in text_of(running, tmp_path).splitlines() if "forged" in line]
    assert len(lines) == 1
    assert "Destek\\n" in lines[0]


def test_files_are_for_this_user_alone(running: Logging, tmp_path: Path) -> None:
    running.close()
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / CRASH_FILE).stat().st_mode) == 0o600


def test_lines_are_written_by_another_thread(running: Logging, tmp_path: Path) -> None:
    writers: list[int] = []
    for handler in running._outlets:
        handler.addFilter(lambda _: writers.append(threading.get_ident()) is None)
    log.warning("line")
    running.close()
    assert writers
    assert threading.get_ident() not in writers


def test_a_record_that_cannot_be_worded_leaks_nothing_to_the_console(
    running: Logging, capsys: pytest.CaptureFixture[str]
) -> None:
    running._entry.handle(logging.LogRecord("x", logging.INFO, "f", 1, "%d %d", ("p4ssw0rd",), None))
    running.close()
    assert "p4ssw0rd" not in "".join(capsys.readouterr())


def test_a_bug_in_a_thread_or_at_clean_up_is_logged_and_reported(running: Logging, tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    running.report_to(lambda where, error: told.append((where, str(error))))
    hook = threading.excepthook

    def burst() -> None:
        raise RuntimeError("in a thread")

    assert hook == running._on_thread
    worker = threading.Thread(target=burst, name="worker 7")
    worker.start()
    worker.join()
    sys.excepthook(ValueError, ValueError("in a slot"), None)
    assert told == [("worker 7", "in a thread"), ("the program", "in a slot")]
    text = text_of(running, tmp_path)
    assert "worker 7 failed" in text
    assert "RuntimeError: in a thread" in text


def test_what_the_world_did_is_one_line_and_no_crash_report(running: Logging, tmp_path: Path) -> None:
    told: list[str] = []
    running.report_to(lambda where, _: told.append(where))
    running.report("saving", StoreError("The settings file cannot be written.", details="No space left"))
    text = text_of(running, tmp_path)
    assert told == []
    assert "No space left" in text
    assert "Traceback" not in text


def test_a_crash_report_may_be_shown_and_sent(running: Logging) -> None:
    running.redact.add("p4ssw0rd")
    report = running.crash_text(ValueError("p4ssw0rd 5550001122"))
    assert "ValueError: *** •••22" in report


def test_the_end_writes_a_queue_that_is_full_to_the_brim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor_gui.logs.WAITING_LINES", 5)
    logs = Logging(tmp_path, "INFO")
    for number in range(500):
        log.info("line %d", number)
    assert "line 0" in text_of(logs, tmp_path)


def test_everything_is_given_back_at_the_end(tmp_path: Path) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers = list(logging.getLogger().handlers)
    level = logging.getLogger().level
    Logging(tmp_path, "DEBUG").close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert logging.getLogger().handlers == handlers
    assert logging.getLogger().level == level


def test_the_file_turns_over_before_it_grows_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor_gui.logs.BYTES", 2_000)
    logs = Logging(tmp_path, "INFO")
    for number in range(200):
        log.info("line %d of a long day", number)
    logs.close()
    files = sorted(tmp_path.glob(f"{FILE}*"))
    assert len(files) == 6
    assert all(file.stat().st_size <= 2_000 for file in files)
    if os.name == "posix":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.parametrize("held", [0, 5], ids=["the full one cannot be moved", "an older one cannot be moved"])
def test_a_file_that_cannot_be_moved_costs_no_line(held: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A folder in the place of a file's next name stands for a file that another program has open on Windows.
    monkeypatch.setattr("supervisor_gui.logs.BYTES", 2_000)
    for number in range(1, 5):
        (tmp_path / f"{FILE}.{number}").write_text(f"older {number}\n", "utf-8")
    (tmp_path / f"{FILE}.{held}" / "something").mkdir(parents=True)
    logs = Logging(tmp_path, "INFO")
    for number in range(40):
        log.info("line %d of a long day", number)
    logs.close()
    text = "".join(file.read_text("utf-8") for file in tmp_path.glob(f"{FILE}*") if file.is_file())
    assert all(f"line {number} of a long day" in text for number in range(40))
    assert "older 1" in text


def test_a_file_of_crashes_begins_anew_before_it_grows_for_ever(tmp_path: Path) -> None:
    (tmp_path / CRASH_FILE).write_bytes(b"x" * (LARGEST + 1))
    Logging(tmp_path).close()
    assert (tmp_path / CRASH_FILE).read_bytes() == b""
    (tmp_path / CRASH_FILE).write_bytes(b"a crash")
    Logging(tmp_path).close()
    assert (tmp_path / CRASH_FILE).read_bytes() == b"a crash"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that takes nothing")
def test_a_full_disk_costs_lines_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to("/dev/full")
    hook = sys.excepthook
    logs = Logging(tmp_path, "DEBUG")
    log.info("a line that no disk takes")
    logs.close()
    assert sys.excepthook is hook
    log.info("nobody listens any more")


def test_a_text_is_taken_out_of_old_and_current_files_while_the_log_goes_on(running: Logging, tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.1").write_text("old: ç 12-34 x\n", "utf-8")
    (tmp_path / CRASH_FILE).write_bytes(b"crash \xff 12-34\r\n")
    (tmp_path / FILE).write_text("before: 12-34 and a longer line\n", "utf-8")
    running.forget(lambda text: text.replace("12-34", "•"))
    log.info("it goes on")
    text = text_of(running, tmp_path)
    assert text.splitlines()[0] == "before: • and a longer line"
    assert text.splitlines()[-1].endswith("it goes on")
    assert (tmp_path / f"{FILE}.1").read_text("utf-8") == "old: ç • x\n"
    assert (tmp_path / CRASH_FILE).read_bytes() == b"crash \xff " + "•\r\n".encode()
