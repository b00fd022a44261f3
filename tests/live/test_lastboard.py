"""The board on disk: it comes back, it is private, and nothing in it can stop the program."""

import os
import stat
from pathlib import Path

import msgspec
import pytest

from supervisor_gui.live import lastboard
from supervisor_gui.live.commands import AddAgent, PauseAgent
from supervisor_gui.live.items import IntentSent
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.lastboard import Saved, load, save, stripped
from supervisor_gui.live.lastboard_saver import LastBoard
from supervisor_gui.netsantral.types import EventKind
from supervisor_gui.tasks import Tasks
from tests.live.boards import CUSTOMER, NOON, RULES, agent, board_of, queue, seen, told
from tests.live.fakes import Time, until

ACCOUNT = "8501110000"
START = (
    seen(0, queue("Destek", agent("101"), agent("5550001144"), completed=30, abandoned=4)),
    seen(
        30,
        queue(
            "Destek", agent("101", pause="Çay"), agent("5550001144"), callers=[(CUSTOMER, 9)], completed=33, abandoned=4
        ),
    ),
    told(31, EventKind.INBOUND),
    told(32, EventKind.ANSWERED, extension="101"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "board.last"


def test_the_board_comes_back_with_its_names_breaks_and_baselines(path):
    save(path, board_of(*START), ACCOUNT, NOON + 40)
    loaded = load(path, ACCOUNT)
    assert (loaded.problem, loaded.at) == ("", NOON + 40)
    member = loaded.board.agents["101"].members["Destek"]
    assert (member.paused, member.reason, member.since) == (True, "Çay", NOON + 30)
    counters = loaded.board.queues["Destek"].counters
    assert (counters.answered_since, counters.since) == (3, NOON)
    assert loaded.board.updated == NOON + 30


def test_counting_goes_on_after_a_restart_on_the_same_day_and_not_on_the_next(path):
    save(path, board_of(*START), ACCOUNT, NOON + 40)
    again = load(path, ACCOUNT).board
    same_day = board_of(seen(3600, queue("Destek", completed=40, abandoned=5)), start=again)
    assert same_day.queues["Destek"].counters.answered_since == 10
    assert same_day.queues["Destek"].counters.since == NOON
    next_day = board_of(seen(86400, queue("Destek", completed=90, abandoned=9)), start=again)
    assert next_day.queues["Destek"].counters.answered_since == 0


def test_no_number_of_anybody_outside_is_in_the_file(path):
    save(path, board_of(*START), ACCOUNT, NOON)
    data = path.read_bytes()
    for number in (CUSTOMER, CUSTOMER[1:], "5550001144"):
        assert number.encode() not in data


def test_nothing_that_was_under_way_comes_back_and_no_time_is_claimed_to_be_seen():
    board = board_of(
        *START,
        IntentSent(PauseAgent("101", "Destek", "Öğle"), NOON + 33),
        IntentSent(AddAgent("150", "Destek"), NOON + 33),
    )
    bare = stripped(board)
    assert set(bare.agents) == {"101"}
    member = bare.agents["101"].members["Destek"]
    assert (member.pending.value, member.intent, member.since_exact) == ("none", "", False)
    assert not bare.agents["101"].since_exact
    assert not bare.memory.intents


def test_the_file_is_for_this_user_alone_and_nothing_lies_beside_it(path):
    save(path, board_of(*START), ACCOUNT, NOON)
    save(path, board_of(*START), ACCOUNT, NOON)
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file(path):
    save(path, board_of(*START), ACCOUNT, NOON)
    before = path.read_bytes()
    blocked = path.parent / "blocked"
    blocked.write_text("a file, not a folder")
    with pytest.raises(OSError, match=r".+"):
        save(blocked / "board.last", board_of(*START), ACCOUNT, NOON)
    assert path.read_bytes() == before


@pytest.mark.parametrize("keep", [0, 1, 7, 0.5, 0.99])
def test_a_cut_file_is_damaged(path, keep):
    save(path, board_of(*START), ACCOUNT, NOON)
    data = path.read_bytes()
    path.write_bytes(data[: keep if isinstance(keep, int) else int(len(data) * keep)])
    assert load(path, ACCOUNT).problem == "damaged"


def test_what_is_not_a_board_is_damaged(path):
    path.write_bytes(b"\xc1 not a board")
    assert load(path, ACCOUNT).problem == "damaged"
    path.write_bytes(msgspec.msgpack.encode([1, 2, 3]))
    assert load(path, ACCOUNT).problem == "damaged"


def test_a_file_too_large_is_not_read(path, monkeypatch):
    monkeypatch.setattr(lastboard, "LARGEST", 10)
    save(path, board_of(*START), ACCOUNT, NOON)
    assert load(path, ACCOUNT).problem == "damaged"


def test_a_board_whose_parts_do_not_fit_is_damaged(path):
    board = msgspec.structs.replace(stripped(board_of(*START)), queues={})
    path.write_bytes(msgspec.msgpack.encode(Saved(version=lastboard.VERSION, account=ACCOUNT, at=NOON, board=board)))
    assert load(path, ACCOUNT).problem == "damaged"


def test_a_newer_file_is_left_alone(path):
    path.write_bytes(msgspec.msgpack.encode({"version": lastboard.VERSION + 1, "shape": "unknown"}))
    assert load(path, ACCOUNT).problem == "newer"


def test_another_accounts_board_is_not_shown(path):
    save(path, board_of(*START), "3121110000", NOON)
    assert load(path, ACCOUNT).problem == "other_account"


def test_no_file_and_no_access_are_told_apart(path):
    assert load(path, ACCOUNT).problem == "missing"
    path.mkdir()
    assert load(path, ACCOUNT).problem == "unreadable"


async def test_a_changed_board_is_saved_now_and_at_the_end(path):
    live = LiveBoard(RULES)
    tasks = Tasks()
    last = LastBoard(path, live, ACCOUNT, clock=Time().clock)
    last.start(tasks)
    last.start(tasks)
    live.apply(START[0])
    await until(path.exists)
    await until(lambda: load(path, ACCOUNT).board is not None)
    live.apply(START[1])
    await last.stop()
    await last.stop()
    assert load(path, ACCOUNT).board.updated == NOON + 30
    await tasks.close()


async def test_a_board_never_seen_does_not_replace_the_file(path):
    path.write_bytes(b"old")
    last = LastBoard(path, LiveBoard(RULES), ACCOUNT)
    await last.save()
    assert path.read_bytes() == b"old"


async def test_a_disk_that_fails_is_told_once_and_its_recovery_too(path):
    told_words: list[str] = []
    live = LiveBoard(RULES, board_of(*START))
    last = LastBoard(path, live, ACCOUNT, report=told_words.append)
    path.mkdir()
    await last.save()
    await last.save()
    assert len(told_words) == 1
    assert told_words[0]
    path.rmdir()
    await last.save()
    await last.save()
    assert told_words[1:] == [""]
    assert list(path.parent.iterdir()) == [path]


async def test_nobody_need_listen_to_a_failing_disk(path):
    path.mkdir()
    await LastBoard(path, LiveBoard(RULES, board_of(*START)), ACCOUNT).save()
    assert path.is_dir()
