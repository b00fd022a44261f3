"""The ledger on real files, under a clock of the test's own."""

import os
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supervisor_gui.netsantral import budget_file
from supervisor_gui.netsantral.budget_file import BusyError, meeting_place
from supervisor_gui.netsantral.budget_ledger import Held, Ledger
from supervisor_gui.netsantral.budget_rules import BUDGETS, BudgetSettings, Penalty, Terms
from tests.netsantral.budget_worker import crowd

STATUS = Terms(BUDGETS["queue_status"])
DEADLINE = 15.0

Open = Callable[..., Ledger]


class Machine:
    """A computer whose monotonic clock starts anew with it."""

    def __init__(self) -> None:
        self.time = 50_000.0
        self.started = 20_000.0

    def monotonic(self) -> float:
        return self.time - self.started


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def opened(machine: Machine, tmp_path: Path) -> Iterator[Open]:
    """Opens ledgers and closes them in the end."""
    all_of_them: list[Ledger] = []

    def make(path: Path | None = tmp_path / "budgets.sqlite", account: str = "8501110000") -> Ledger:
        made = Ledger(
            path, account, window=61.5, meeting=lambda: tmp_path / "meeting.sqlite", monotonic=machine.monotonic
        )
        all_of_them.append(made)
        return made

    yield make
    for ledger in all_of_them:
        ledger.close()


def granted(ledger: Ledger, terms: Terms = STATUS) -> Held | None:
    return ledger.ask(terms, DEADLINE)[1]


def spend(ledger: Ledger, terms: Terms = STATUS) -> int:
    """Take what there is, answered at once."""
    count = 0
    while (held := granted(ledger, terms)) is not None:
        ledger.stamp(terms, held, held.row.granted)
        count += 1
    return count


@pytest.mark.parametrize("name", ["queue_status", "queue_numbers", "autodial"])
def test_a_budget_gives_its_limit_in_one_window_and_again_after_it(opened: Open, machine: Machine, name: str) -> None:
    ledger, terms = opened(), Terms(BUDGETS[name])
    assert spend(ledger, terms) == BUDGETS[name].limit - BUDGETS[name].reserve
    machine.time += 61.4
    assert spend(ledger, terms) == 0
    machine.time += 0.2
    assert spend(ledger, terms) == BUDGETS[name].limit - BUDGETS[name].reserve


def test_a_slow_answer_holds_its_place_from_the_answer_on(opened: Open, machine: Machine) -> None:
    ledger = opened()
    slow = granted(ledger)
    assert slow is not None
    spend(ledger)
    machine.time += 14
    ledger.stamp(STATUS, slow, machine.monotonic())
    machine.time += 48
    assert spend(ledger) == 1
    machine.time += 13
    assert spend(ledger) == 0
    machine.time += 1
    assert spend(ledger) == 1


def test_accounts_and_budgets_do_not_count_against_one_another(opened: Open) -> None:
    assert spend(opened()) == 2
    assert spend(opened(), Terms(BUDGETS["report"])) == 2
    assert spend(opened(account="3121110000")) == 2


def test_a_grant_given_back_can_be_given_again(opened: Open) -> None:
    ledger = opened()
    spend_one, held = granted(ledger), granted(ledger)
    assert spend_one is not None
    assert held is not None
    ledger.withdraw(STATUS, held)
    assert granted(ledger) is not None
    assert granted(ledger) is None


def test_a_request_in_flight_when_its_process_died_counts_until_its_deadline(opened: Open, machine: Machine) -> None:
    first = opened()
    assert granted(first) is not None
    assert granted(first) is not None
    first.close()
    machine.time += 62
    again = opened()
    assert granted(again) is None
    machine.time += 14.6
    assert spend(again) == 2


def test_at_most_four_agent_requests_fly_at_once_over_all_processes(opened: Open, machine: Machine) -> None:
    agent, one, other = Terms(BUDGETS["agent"]), opened(), opened()
    flying = []
    for ledger in (one, other, one, other, one, other):
        machine.time += 1
        held = granted(ledger, agent)
        flying += [held] if held is not None else []
    assert len(flying) == 4
    one.stamp(agent, flying[0], machine.monotonic())
    assert granted(other, agent) is not None


def test_rows_of_before_the_machines_last_start_count_from_that_start(opened: Open, machine: Machine) -> None:
    first = opened()
    spend(first)
    first.close()
    machine.time += 20
    machine.started = machine.time - 10
    again = opened()
    view = again.look(STATUS)
    assert view.ready == 61.5
    machine.time += 51
    assert spend(again) == 0
    machine.time += 1
    assert spend(again) == 2


def test_a_limit_answer_outlives_a_restart_and_is_clamped_by_a_reboot(opened: Open, machine: Machine) -> None:
    first = opened()
    first.punish(STATUS, Penalty(machine.monotonic(), 75.0, 1.0))
    first.close()
    machine.time += 20
    again = opened()
    assert again.look(STATUS).ready == machine.monotonic() + 55
    again.close()
    machine.started = machine.time - 5
    rebooted = opened().look(STATUS)
    assert rebooted.ready == 75.0
    assert rebooted.penalty == Penalty(0.0, 75.0, 1.0)


def test_a_limit_answer_moves_the_phase_of_a_program_among_more_than_the_limit(opened: Open, machine: Machine) -> None:
    terms, ledger = Terms(BUDGETS["queue_status"], BudgetSettings(programs=3)), opened()
    held = granted(ledger, terms)
    assert held is not None
    penalty = Penalty(machine.monotonic(), 75.0, 1.0)
    ledger.punish(terms, penalty)
    ledger.stamp(terms, held, machine.monotonic())
    assert ledger.look(terms).ready == penalty.ends
    machine.time += 75
    assert spend(ledger, terms) == 1
    assert ledger.look(terms).ready == machine.monotonic() + 184.5


def test_a_limit_answer_forgives_no_request_of_an_undivided_budget(opened: Open, machine: Machine) -> None:
    ledger = opened()
    spend(ledger)
    ledger.punish(STATUS, Penalty(machine.monotonic(), 60.0, 1.0))
    assert ledger.look(STATUS).ready == machine.monotonic() + 61.5


def test_old_rows_do_not_pile_up(opened: Open, machine: Machine, tmp_path: Path) -> None:
    ledger = opened()
    for _ in range(40):
        spend(ledger)
        machine.time += 62
    ledger.close()
    with sqlite3.connect(tmp_path / "budgets.sqlite") as db:
        (rows,) = db.execute("SELECT count(*) FROM request").fetchone()
    db.close()
    assert rows <= 22


def test_programs_with_their_own_files_meet_in_a_common_one(opened: Open, machine: Machine, tmp_path: Path) -> None:
    terms = Terms(BUDGETS["queue_status"], BudgetSettings(programs=3))
    programs = [opened(tmp_path / f"{index}.sqlite") for index in range(3)]
    assert [spend(program, terms) for program in programs] == [1, 1, 0]
    assert programs[2].look(terms).ready == machine.monotonic() + 61.5
    machine.time += 62
    assert [spend(program, terms) for program in programs] == [0, 0, 1]
    machine.time += 31
    assert [spend(program, terms) for program in programs] == [1, 0, 0]


def test_a_held_common_file_gives_no_grant_and_leaves_none_behind(opened: Open, tmp_path: Path) -> None:
    terms = Terms(BUDGETS["queue_status"], BudgetSettings(programs=2))
    ledger = opened()
    spend(ledger, terms)
    other = opened(tmp_path / "other.sqlite")
    other.look(terms)
    holder = sqlite3.connect(tmp_path / "meeting.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        other.ask(terms, DEADLINE)
    holder.execute("ROLLBACK")
    holder.close()
    assert spend(other, terms) == 1


def test_a_locked_file_is_busy_at_once_and_what_was_owed_is_written_afterwards(
    opened: Open, machine: Machine, tmp_path: Path
) -> None:
    ledger, other = opened(), opened()
    held = granted(ledger)
    assert held is not None
    holder = sqlite3.connect(tmp_path / "budgets.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    machine.time += 1
    with pytest.raises(BusyError):
        ledger.stamp(STATUS, held, machine.monotonic())
    with pytest.raises(BusyError):
        opened().look(STATUS)
    holder.execute("ROLLBACK")
    holder.close()
    ledger.look(STATUS)
    assert other.look(STATUS).lanes[0].rows[0].until == machine.monotonic()
    assert not ledger.problem


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 40)


def few_bytes(path: Path) -> None:
    path.write_bytes(b"x")


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def lost_table(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE request")
    db.close()


@pytest.mark.logs
@pytest.mark.parametrize("damage", [garbage, few_bytes, nothing, lost_table])
def test_a_damaged_file_is_set_aside_and_holds_the_limits_of_the_pbx_back_for_one_window(
    opened: Open, machine: Machine, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / "budgets.sqlite"
    first = opened()
    spend(first)
    first.close()
    damage(path)
    second = opened()
    assert spend(second) == 0
    assert second.problem == "damaged"
    assert (tmp_path / "budgets.sqlite.damaged").exists()
    assert granted(second, Terms(BUDGETS["call_control"])) is not None
    second.close()
    machine.time += 61
    restarted = opened()
    assert spend(restarted) == 0
    assert not restarted.problem
    machine.time += 1
    assert spend(restarted) == 2


@pytest.mark.logs
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_file_damaged_while_in_use_is_moved_only_when_it_is_closed(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "budgets.sqlite"
    set_aside = budget_file._set_aside

    def as_on_windows(path: Path) -> bool:
        descriptors = [entry for entry in Path("/proc/self/fd").iterdir() if entry.exists()]
        return not any(entry.samefile(path) for entry in descriptors) and set_aside(path)

    monkeypatch.setattr(budget_file, "_set_aside", as_on_windows)
    ledger = opened()
    assert spend(ledger) == 2
    lost_table(path)
    assert spend(ledger) == 0
    assert ledger.problem == "damaged"
    assert (tmp_path / "budgets.sqlite.damaged").exists()


@pytest.mark.logs
def test_a_file_damaged_while_in_use_is_replaced_for_every_process(
    opened: Open, machine: Machine, tmp_path: Path
) -> None:
    one, other = opened(), opened()
    assert spend(one) + spend(other) == 2
    (tmp_path / "budgets.sqlite").unlink()
    assert spend(one) == 0
    assert one.problem == "damaged"
    machine.time += 40
    assert spend(opened()) + spend(other) == 0
    machine.time += 21
    assert spend(one) + spend(other) == 0
    machine.time += 1
    assert spend(one) + spend(other) == 2


@pytest.mark.logs
def test_a_place_that_cannot_be_written_is_counted_in_memory_after_one_window(
    opened: Open, machine: Machine, tmp_path: Path
) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    ledger = opened(path)
    assert spend(ledger) == 0
    assert ledger.problem == "memory"
    machine.time += 62
    assert spend(ledger) == 2
    assert path.is_dir()


@pytest.mark.logs
def test_a_damaged_file_that_cannot_be_set_aside_is_counted_in_memory(opened: Open, tmp_path: Path) -> None:
    garbage(tmp_path / "budgets.sqlite")
    (tmp_path / "budgets.sqlite.damaged").mkdir()
    ledger = opened()
    assert spend(ledger) == 0
    assert ledger.problem == "memory"


@pytest.mark.logs
def test_a_folder_that_is_a_file_is_counted_in_memory(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ledger = opened(tmp_path / "file" / "budgets.sqlite")
    assert spend(ledger) == 0
    assert ledger.problem == "memory"


@pytest.mark.logs
def test_the_file_of_a_newer_program_is_left_alone(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "budgets.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    ledger = opened()
    assert spend(ledger) == 0
    assert ledger.problem == "memory"
    ledger.close()
    assert path.read_bytes() == before


def test_a_file_system_without_hard_links_serves_as_well(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    ledger = opened()
    assert spend(ledger) == 2
    assert not ledger.problem
    assert [file.name for file in tmp_path.glob("*.sqlite*") if len(file.name) > 20] == []


def test_a_process_that_makes_the_file_a_moment_later_joins_the_first(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, first = os.link, opened()

    def late(new: Path, path: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        assert spend(first) == 2
        link(new, path)

    monkeypatch.setattr(os, "link", late)
    second = opened()
    assert spend(second) == 0
    assert not second.problem


def test_an_error_of_the_ledgers_own_in_memory_is_not_hidden(opened: Open) -> None:
    ledger = opened(None)
    ledger.look(STATUS)
    with pytest.raises(sqlite3.Error):
        ledger._file.run(lambda db, now: db.execute("SELECT nothing FROM nowhere"))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_file_and_its_companions_are_for_this_user_alone(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "new" / "budgets.sqlite"
    before = os.umask(0)
    try:
        spend(opened(path))
    finally:
        os.umask(before)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_meeting_place_is_one_private_file_per_account_without_its_number(tmp_path: Path) -> None:
    place = meeting_place("8501110000", tmp_path)
    assert place is not None
    assert place == meeting_place("8501110000", tmp_path)
    assert place != meeting_place("3121110000", tmp_path)
    assert "8501110000" not in str(place)
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert meeting_place("8501110000") == Path(tempfile.gettempdir()) / place.relative_to(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_meeting_place_that_others_can_enter_is_not_used(tmp_path: Path, opened: Open) -> None:
    place = meeting_place("8501110000", tmp_path)
    assert place is not None
    place.parent.chmod(0o777)
    assert meeting_place("8501110000", tmp_path) is None
    assert meeting_place("8501110000", tmp_path / "missing") is None


@pytest.mark.skipif(os.name != "posix", reason="there the test would stand for the system it runs on")
def test_on_windows_where_users_have_no_numbers_programs_meet_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "getuid")
    place = meeting_place("8501110000", tmp_path)
    assert place is not None
    place.parent.chmod(0o777)  # what modes look like there
    assert meeting_place("8501110000", tmp_path) == place
    assert place != meeting_place("3121110000", tmp_path)


def test_without_a_meeting_place_a_program_keeps_its_own_part(machine: Machine, tmp_path: Path) -> None:
    ledger = Ledger(
        tmp_path / "budgets.sqlite", "8501110000", window=61.5, meeting=lambda: None, monotonic=machine.monotonic
    )
    assert spend(ledger, Terms(BUDGETS["queue_status"], BudgetSettings(programs=3))) == 1
    assert not ledger.problem
    ledger.close()


def _something_flies(requests: "Requests") -> bool:
    return bool(requests.flying)


class Requests(RuleBasedStateMachine):
    """Processes start, ask, answer, die and start again; the machine restarts; the window holds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.machine = Machine()
        self.processes: list[Ledger] = []
        self.flying: list[tuple[int, Terms, Held, int]] = []
        self.past: dict[str, list[tuple[float, float]]] = {}

    @initialize()
    def begin(self) -> None:
        self.processes = [self.process() for _ in range(3)]

    def process(self) -> Ledger:
        return Ledger(
            Path(self.folder.name) / "budgets.sqlite",
            "8501110000",
            window=61.5,
            meeting=lambda: None,
            monotonic=self.machine.monotonic,
        )

    @rule(seconds=st.floats(0, 70))
    def wait(self, seconds: float) -> None:
        self.machine.time += seconds

    @rule(process=st.integers(0, 2), name=st.sampled_from(["queue_status", "autodial"]))
    def ask(self, process: int, name: str) -> None:
        terms = Terms(BUDGETS[name])
        view, held = self.processes[process].ask(terms, DEADLINE)
        if held is not None:
            now = self.machine.time
            past = self.past.setdefault(name, [])
            past.append((now, now + DEADLINE))
            self.flying.append((process, terms, held, len(past) - 1))
        else:
            assert view.ready > self.machine.monotonic()

    @precondition(_something_flies)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        process, terms, held, index = self.flying.pop(data.draw(st.integers(0, len(self.flying) - 1)))
        past = self.past[terms.budget.name]
        granted_at, deadline = past[index]
        past[index] = (granted_at, min(self.machine.time, deadline))
        self.processes[process].stamp(terms, held, self.machine.monotonic())

    @rule(process=st.integers(0, 2))
    def kill_and_start(self, process: int) -> None:
        self.processes[process].close()
        self.flying = [entry for entry in self.flying if entry[0] != process]
        self.processes[process] = self.process()

    @rule(down=st.floats(0, 30), up=st.floats(0, 60))
    def restart_machine(self, down: float, up: float) -> None:
        for process in self.processes:
            process.close()
        for _, terms, _, index in self.flying:
            granted_at, deadline = self.past[terms.budget.name][index]
            self.past[terms.budget.name][index] = (granted_at, min(self.machine.time, deadline))
        self.flying = []
        self.machine.started = self.machine.time + down
        self.machine.time = self.machine.started + up
        self.processes = [self.process() for _ in range(3)]

    @invariant()
    def no_window_holds_too_many(self) -> None:
        for name, past in self.past.items():
            known = [(granted_at, min(end, self.machine.time)) for granted_at, end in past]
            assert crowd(known, 60.0) <= BUDGETS[name].limit

    def teardown(self) -> None:
        for process in self.processes:
            process.close()
        self.folder.cleanup()


TestRequests = Requests.TestCase
TestRequests.settings = settings(max_examples=20, stateful_step_count=35, deadline=None)
