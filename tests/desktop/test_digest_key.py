"""The key that keeps deleted numbers out: made once, kept by a real GNOME Keyring, and what happens without one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.helpers.prompter import Prompter
from tests.helpers.secret_service import SecretService

ROOT = Path(__file__).resolve().parents[2]


def start(environment: dict[str, str], *verbs: str) -> list[dict[str, Any]]:
    """What each step of one process brought."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.helpers.digest_key_child", *verbs],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.stderr == ""
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_the_key_is_made_once_and_found_by_the_next_start(service: SecretService) -> None:
    before, made, again = start(service.environment, "read", "make", "make")
    (later,) = start(service.environment, "read")
    assert (before["key"], before["state"]) == (None, "ready")
    assert len(bytes.fromhex(made["key"])) == 32
    assert made["key"] == again["key"] == later["key"]
    assert service.kept("deleted-numbers") == [made["key"]]


def test_the_key_is_never_shown(service: SecretService) -> None:
    (made,) = start(service.environment, "make")
    assert made["key"] not in made["shown"]


def test_another_computers_key_is_another(service: SecretService) -> None:
    (first,) = start(service.environment, "make")
    service.clear()
    (second,) = start(service.environment, "make")
    assert first["key"] != second["key"]


def test_what_somebody_else_wrote_there_is_no_key(service: SecretService) -> None:
    service.put("deleted-numbers", "hello")
    (read,) = start(service.environment, "read")
    assert (read["key"], read["state"]) == (None, "ready")


def test_a_closed_question_is_not_asked_again_in_this_run(service: SecretService) -> None:
    start(service.environment, "make")
    service.lock()
    with Prompter(service.address, "close") as person:
        reports = start(service.environment, "read", "make", "read")
    assert [(report["state"], report["key"]) for report in reports] == [("dismissed", None)] * 3
    assert person.asked == 1


def test_without_a_keyring_there_is_no_key(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    read, made = start(bare, "read", "make")
    assert [(read["state"], read["key"]), (made["state"], made["key"])] == [("missing", None)] * 2
