"""The keyring as users meet it: a real GNOME Keyring, none, locked, closed, null and hanging ones."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.keyring_child import ACCOUNT
from tests.helpers.prompter import Prompter
from tests.helpers.secret_service import KEYRING_PASSWORD, SecretService, secret_service

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "p4ssw0rd"
LOCAL = ["127.0.0.1"]

Report = dict[str, Any]
Start = Callable[..., list[Report]]


def start(environment: dict[str, str], *steps: list[Any], timeout: float = 20.0) -> list[Report]:
    """One start of the program that takes these steps; what each brought."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.helpers.keyring_child"],
        input=json.dumps({"steps": steps, "timeout": timeout}),
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.stderr == ""
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of a session without a bus."""
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}


def test_saved_once_the_next_start_asks_nothing(service: SecretService) -> None:
    with Prompter(service.address, "close") as person:
        (saved,) = start(service.environment, ["save", PASSWORD, LOCAL])
        (loaded,) = start(service.environment, ["load"])
    assert (saved["state"], loaded["state"]) == ("ready", "ready")
    assert loaded["password"] == PASSWORD
    assert loaded["backend"] == "SecretService Keyring"
    assert person.asked == 0


def test_a_password_for_the_usual_hosts_is_kept_as_it_is(service: SecretService) -> None:
    start(service.environment, ["save", PASSWORD, ["crmsntrl.netgsm.com.tr", *LOCAL]])
    assert service.kept(ACCOUNT) == [PASSWORD]


def test_the_hosts_it_was_saved_with_come_back_with_the_password(service: SecretService) -> None:
    _, loaded = start(service.environment, ["save", PASSWORD, ["PBX.example", "127.0.0.1"]], ["anew"], ["load"])
    assert (loaded["password"], loaded["hosts"]) == (PASSWORD, ["pbx.example"])


@pytest.mark.parametrize("by_hand", ["p4ssw0rd", '{"password": "ş&% \\\\", "hosts": []}'])
def test_a_password_put_there_with_another_tool_is_used(service: SecretService, by_hand: str) -> None:
    service.put(ACCOUNT, by_hand)
    (loaded,) = start(service.environment, ["load"])
    assert (loaded["password"], loaded["hosts"]) == (by_hand, [])


def test_saving_wins_over_what_other_tools_left(service: SecretService) -> None:
    service.put(ACCOUNT, "old one")
    service.put(ACCOUNT, "older one")
    saved, loaded = start(service.environment, ["save", PASSWORD, LOCAL], ["anew"], ["load"])
    assert (saved["state"], loaded["password"]) == ("ready", PASSWORD)


def test_forgetting_leaves_nothing_in_memory_nor_keyring(service: SecretService) -> None:
    service.put(ACCOUNT, "left by another tool")
    saved, forgot, loaded = start(service.environment, ["save", PASSWORD, LOCAL], ["forget"], ["load"])
    assert (saved["state"], forgot["state"]) == ("ready", "ready")
    assert (loaded["password"], loaded["session"]) == (None, {})
    assert service.kept(ACCOUNT) == []


def test_one_start_reads_the_keyring_once(service: SecretService) -> None:
    service.put(ACCOUNT, PASSWORD)
    first, second = start(service.environment, ["load"], ["load"])
    assert (first["password"], second["password"]) == (PASSWORD, PASSWORD)
    assert second["turns"] == 0


def test_looking_at_a_locked_keyring_asks_nobody(service: SecretService) -> None:
    service.lock()
    with Prompter(service.address, "close") as person:
        (looked,) = start(service.environment, ["status"])
    assert looked["state"] == "locked"
    assert person.asked == 0


def test_a_locked_keyring_that_the_user_opens_gives_the_password(service: SecretService) -> None:
    service.put(ACCOUNT, PASSWORD)
    service.lock()
    with Prompter(service.address, "answer", KEYRING_PASSWORD) as person:
        (loaded,) = start(service.environment, ["load"])
    assert (loaded["state"], loaded["password"]) == ("ready", PASSWORD)
    assert person.asked == 1


def test_a_closed_question_is_not_asked_again_in_this_run(service: SecretService) -> None:
    service.lock()
    with Prompter(service.address, "close") as person:
        steps = [["load"], ["save", PASSWORD, LOCAL], ["status"], ["forget"]]
        reports = start(service.environment, *steps)
    assert [report["state"] for report in reports] == ["dismissed"] * 4
    assert person.asked == 1
    assert reports[1]["session"] == {ACCOUNT: PASSWORD}
    assert "ask again at the next start" in reports[1]["words"]


def test_a_question_that_nobody_can_show_counts_as_closed(service: SecretService) -> None:
    service.lock()
    (loaded,) = start(service.environment, ["load"])
    assert loaded["state"] == "dismissed"


def test_an_open_question_keeps_neither_the_loop_nor_the_process(service: SecretService) -> None:
    service.lock()
    with Prompter(service.address, "leave") as person:
        steps = [["status"], ["anew", 1.0], ["load"], ["save", PASSWORD, LOCAL]]
        _, loaded, saved = start(service.environment, *steps, timeout=20)
    assert (loaded["state"], saved["state"]) == ("hanging", "hanging")
    assert loaded["turns"] > 5
    assert person.asked == 1
    assert saved["session"] == {ACCOUNT: PASSWORD}


def test_reading_does_not_ask_for_a_new_keyring() -> None:
    with secret_service(unlocked=False) as fresh, Prompter(fresh.address, "close") as person:
        loaded, forgot = start(fresh.environment, ["load"], ["forget"])
    assert (loaded["state"], loaded["password"], forgot["state"]) == ("ready", None, "ready")
    assert person.asked == 0


def test_without_a_bus_the_password_is_for_this_run(bare: dict[str, str]) -> None:
    looked, saved, loaded = start(bare, ["status"], ["save", PASSWORD, LOCAL], ["load"])
    assert [report["state"] for report in (looked, saved, loaded)] == ["missing"] * 3
    assert loaded["password"] == PASSWORD
    assert "no keyring" in saved["words"]
    assert "ask again at the next start" in saved["words"]


def test_a_bus_without_a_keyring_is_a_missing_keyring() -> None:
    with secret_service(keyring=False) as bus:
        (loaded,) = start(bus.environment, ["load"])
    assert loaded["state"] == "missing"


def test_a_silent_bus_is_a_hanging_keyring(bare: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(path))
        silent.listen()
        (loaded,) = start({**bare, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={path}"}, ["load"], timeout=0.8)
    assert loaded["state"] == "hanging"
    assert loaded["turns"] > 5


def test_the_null_keyring_is_told_apart_from_a_kept_password(bare: dict[str, str]) -> None:
    null = {**bare, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    saved, loaded = start(null, ["save", PASSWORD, LOCAL], ["load"])
    assert (saved["state"], loaded["password"]) == ("null", PASSWORD)
    assert "PYTHON_KEYRING_BACKEND" in saved["words"]


def test_a_back_end_that_does_not_exist_is_told_in_words(bare: dict[str, str]) -> None:
    (looked,) = start({**bare, "PYTHON_KEYRING_BACKEND": "nowhere.Keyring"}, ["status"])
    assert looked["state"] == "failed"
    assert "nowhere" in looked["words"]


def test_after_a_hang_the_late_answer_is_dropped_and_the_next_call_works(bare: dict[str, str], tmp_path: Path) -> None:
    free = tmp_path / "free"
    hanging = {**bare, "PYTHON_KEYRING_BACKEND": "tests.helpers.odd_backends.Hanging", "HANGING_UNTIL": str(free)}
    hung, again, later = start(hanging, ["load"], ["load"], ["free", str(free)], timeout=0.3)
    assert (hung["state"], hung["password"], hung["session"]) == ("hanging", None, {})
    assert (again["state"], again["turns"]) == ("hanging", 0)
    assert (later["state"], later["password"]) == ("ready", "late")
