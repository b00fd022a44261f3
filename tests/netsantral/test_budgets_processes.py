"""Budgets of several real processes, some of them killed."""

import time
from pathlib import Path

from tests.netsantral.budget_worker import crowd, read, start


def wait_for(log: Path, lines: int) -> None:
    """Until a worker has written so much."""
    over = time.monotonic() + 60
    while not log.exists() or len(log.read_text().splitlines()) < lines:
        assert time.monotonic() < over, "the worker wrote nothing"
        time.sleep(0.005)


def test_four_processes_on_one_file_stay_within_the_window_while_one_is_killed(tmp_path: Path) -> None:
    logs = [tmp_path / f"{index}.log" for index in range(5)]
    ledger = tmp_path / "budgets.sqlite"
    workers = [start(log, ledger, "--seconds", "2") for log in logs[:4]]
    while not any(log.exists() and log.read_text() for log in logs):
        time.sleep(0.01)
    workers[0].kill()
    workers.append(start(logs[4], ledger, "--seconds", "2"))
    ends = [worker.wait(60) for worker in workers]
    assert ends == [-9, 0, 0, 0, 0]
    requests = read(log for log in logs if log.exists())
    assert crowd(requests, 60.0 / 100) == 2
    assert len(requests) >= 5


def test_a_kill_in_flight_and_a_restart_leave_four_requests_in_130_seconds_and_never_three_in_60(
    tmp_path: Path,
) -> None:
    factor, log, ledger, gate = 15.0, tmp_path / "requests.log", tmp_path / "budgets.sqlite", tmp_path / "gate"
    # How long an interpreter takes to start is not what is counted.
    second = start(log, ledger, "--factor", str(factor), "--seconds", "4.5", "--gate", str(gate))
    first = start(log, ledger, "--factor", str(factor), "--seconds", "30")
    wait_for(log, 5)
    first.kill()
    assert first.wait(60) == -9
    gate.touch()
    assert second.wait(60) == 0
    requests = sorted(read([log]))
    opened = requests[0][0]
    assert crowd(requests, 60.0 / factor) == 2
    assert sum(granted < opened + 130 / factor for granted, _ in requests) >= 4


def test_three_programs_with_three_data_folders_and_the_setting_at_three_never_meet_the_limit(tmp_path: Path) -> None:
    factor = 200.0
    logs = [tmp_path / f"{index}.log" for index in range(3)]
    options = ("--programs", "3", "--meeting", str(tmp_path), "--factor", str(factor), "--seconds", str(600 / factor))
    workers = [start(log, tmp_path / log.stem / "budgets.sqlite", *options) for log in logs]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0]
    requests = read(logs)
    assert crowd(requests, 60.0 / factor) <= 2
    assert all(len(read([log])) >= 3 for log in logs)
