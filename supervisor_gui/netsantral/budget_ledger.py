"""The ledger of requests: grants, stamps and penalties of one account on disk. It never waits for a turn itself.

Two files may be asked. The first lies in the data folder and makes all processes of that folder one. The second is the
meeting place of all programs of this user on this machine, asked only when the user says that several programs work on
the account; a grant then needs both.
"""

import functools
import sqlite3
import uuid
from collections.abc import Callable
from pathlib import Path

import msgspec

from supervisor_gui.netsantral import budget_rules as rules
from supervisor_gui.netsantral.budget_file import EVERYBODY, LedgerFile

KEEP = 600.0
"""Seconds for which a row is kept at least, whoever else counts in longer windows."""

_READ = "SELECT granted, until FROM request WHERE account = ? AND budget = ? AND until > ?"
_WRITE = "INSERT OR REPLACE INTO request VALUES (?, ?, ?, ?, ?)"
_WITHDRAW = "DELETE FROM request WHERE key = ?"
_PRUNE = "DELETE FROM request WHERE until < ?"
_PENALTY = "SELECT at, seconds, rate FROM penalty WHERE account = ? AND budget = ?"
_PUNISH = "INSERT OR REPLACE INTO penalty VALUES (?, ?, ?, ?, ?)"


class Lane(msgspec.Struct, frozen=True):
    """One rule and the rows it judges.

    Attributes:
        rule: The rule.
        rows: Requests that may still count.
        blocked: Nothing is granted before this instant, whatever the rule says.
    """

    rule: rules.Rule
    rows: tuple[rules.Row, ...]
    blocked: float

    def ready(self, now: float) -> float:
        """The instant from which one more request may go."""
        return max(self.blocked, rules.ready_at(self.rows, self.rule, now))

    def left(self, now: float) -> int:
        """How many requests may go at `now` by the window alone."""
        return 0 if now < self.blocked else rules.free_slots(self.rows, self.rule, now)


class View(msgspec.Struct, frozen=True):
    """What a budget looked like in its last transaction.

    Attributes:
        lanes: The own rule, and the common one if there is one.
        penalty: What the last limit answer left behind.
        ready: The instant from which the next request may be granted.
        urgent: Whether that is told for one that may take what is kept back.
    """

    lanes: tuple[Lane, ...] = ()
    penalty: rules.Penalty | None = None
    ready: float = 0.0
    urgent: bool = False

    def left(self, now: float) -> int:
        """How many requests could be granted at `now` by the windows alone."""
        return min((lane.left(now) for lane in self.lanes), default=0)


class Held(msgspec.Struct, frozen=True):
    """A granted request in the ledger.

    Attributes:
        key: Its key in every file.
        row: From the grant to the deadline.
        lasts: Seconds from the grant to the deadline.
        joint: It is in the meeting place as well.
    """

    key: str
    row: rules.Row
    lasts: float
    joint: bool


class Ledger:
    """Grants of one account. All calls come from one thread; each raises `BusyError` when a file is locked."""

    def __init__(
        self,
        path: Path | None,
        account: str,
        *,
        window: float,
        meeting: Callable[[], Path | None],
        monotonic: Callable[[], float],
    ) -> None:
        """Open nothing yet.

        Args:
            path: The file in the data folder; None counts in memory.
            account: The account all rows belong to.
            window: Seconds to hold back when the past is lost.
            meeting: Finds the meeting place, called when it is first needed.
            monotonic: The clock of the rows.
        """
        self._file = LedgerFile(path, window, monotonic)
        self._common_file: LedgerFile | None = None
        self._account = account
        self._window = window
        self._meeting = meeting
        self._monotonic = monotonic

    @property
    def problem(self) -> str:
        """What is wrong with the file of the data folder, see `LedgerFile`."""
        return self._file.problem

    def look(self, terms: rules.Terms) -> View:
        """Read a budget without granting anything."""
        return self._file.run(functools.partial(self._survey, terms))

    def ask(self, terms: rules.Terms, deadline: float) -> tuple[View, Held | None]:
        """Grant one request if it may go now, in flight for `deadline` seconds at the longest."""
        return self._file.run(functools.partial(self._grant, terms, deadline))

    def stamp(self, terms: rules.Terms, held: Held, at: float) -> View:
        """Note that a request's answer or deadline came at `at`."""
        values = (held.key, self._account, terms.budget.name, held.row.granted, at)
        return self._settle(terms, held, _WRITE, values)

    def withdraw(self, terms: rules.Terms, held: Held) -> View:
        """Give back a grant that nothing was sent with."""
        return self._settle(terms, held, _WITHDRAW, (held.key,))

    def punish(self, terms: rules.Terms, penalty: rules.Penalty) -> View:
        """Note a limit answer."""
        name = terms.budget.name
        self._file.owe(_PUNISH, self._account, name, penalty.at, penalty.seconds, penalty.rate)
        return self.look(terms)

    def close(self) -> None:
        """Let the files go."""
        self._file.close()
        if self._common_file is not None:
            self._common_file.close()

    def _common(self) -> LedgerFile:
        if self._common_file is None:
            # Where there is no place to meet, memory stands in and the program counts alone.
            self._common_file = LedgerFile(self._meeting(), self._window, self._monotonic)
        return self._common_file

    def _settle(self, terms: rules.Terms, held: Held, statement: str, values: tuple[str | float, ...]) -> View:
        # Owed first: if a file is busy, the statement goes with the file's next transaction, and until then the row
        # counts as in flight up to its deadline.
        self._file.owe(statement, *values)
        if held.joint:
            self._common().owe(statement, *values)
        return self.look(terms)

    def _survey(self, terms: rules.Terms, db: sqlite3.Connection, now: float) -> View:
        view = self._own(terms, db, now)
        rule = rules.joint_rule(terms, rules.rate_at(terms, view.penalty, now))
        if rule is None:
            return view
        common = self._common().run(functools.partial(self._lane, terms, rule))
        return _view(terms, (*view.lanes, common), view.penalty, now)

    def _grant(
        self, terms: rules.Terms, deadline: float, db: sqlite3.Connection, now: float
    ) -> tuple[View, Held | None]:
        view = self._own(terms, db, now)
        rule = rules.joint_rule(terms, rules.rate_at(terms, view.penalty, now))
        held = Held(uuid.uuid4().hex, rules.Row(now, now + deadline), deadline, rule is not None)
        granted = view.ready <= now
        lanes = view.lanes
        if rule is not None:
            join = functools.partial(self._join, terms, rule, held if granted else None)
            common, granted = self._common().run(join)
            lanes = (*lanes, common)
        if granted:
            self._insert(terms, held, db, now)
            lanes = tuple(Lane(lane.rule, (*lane.rows, held.row), lane.blocked) for lane in lanes)
        return _view(terms, lanes, view.penalty, now), held if granted else None

    def _join(
        self, terms: rules.Terms, rule: rules.Rule, held: Held | None, db: sqlite3.Connection, now: float
    ) -> tuple[Lane, bool]:
        lane = self._lane(terms, rule, db, now)
        if held is None or lane.ready(now) > now:
            return lane, False
        self._insert(terms, held, db, now)
        return lane, True

    def _insert(self, terms: rules.Terms, held: Held, db: sqlite3.Connection, now: float) -> None:
        db.execute(_WRITE, (held.key, self._account, terms.budget.name, held.row.granted, held.row.until))
        db.execute(_PRUNE, (now - max(KEEP, rules.longest_window(terms)),))

    def _own(self, terms: rules.Terms, db: sqlite3.Connection, now: float) -> View:
        penalty = _penalty(db, self._account, terms.budget.name)
        rule = rules.own_rule(terms, rules.rate_at(terms, penalty, now))
        lane = self._lane(terms, rule, db, now)
        if penalty is not None:
            rows = rules.counted(terms, rule, lane.rows, penalty)
            lane = Lane(rule, rows, max(lane.blocked, penalty.ends))
        return _view(terms, (lane,), penalty, now)

    def _lane(self, terms: rules.Terms, rule: rules.Rule, db: sqlite3.Connection, now: float) -> Lane:
        found = db.execute(_READ, (self._account, terms.budget.name, now - rule.window))
        lost = None if terms.budget.guard else _penalty(db, EVERYBODY, EVERYBODY)
        rows = tuple(rules.Row(granted, until) for granted, until in found)
        return Lane(rule, rows, 0.0 if lost is None else lost.ends)


def _penalty(db: sqlite3.Connection, account: str, budget: str) -> rules.Penalty | None:
    found = db.execute(_PENALTY, (account, budget)).fetchone()
    return None if found is None else rules.Penalty(*found)


def _view(terms: rules.Terms, lanes: tuple[Lane, ...], penalty: rules.Penalty | None, now: float) -> View:
    return View(lanes, penalty, max(lane.ready(now) for lane in lanes), terms.urgent)
