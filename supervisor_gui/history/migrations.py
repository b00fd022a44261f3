"""The steps that bring a history file of any age to today's tables, each whole or not at all. Today's form is `schema`.

A step is never changed once it has been released: a new form of the tables is a new step at the end of `STEPS`.
"""

import sqlite3
from collections.abc import Callable, Sequence

Step = Callable[[sqlite3.Connection], None]
"""Brings the file one version further; it runs inside a transaction that is not its own."""

_VERSION_1 = (
    """CREATE TABLE audit (
        id INTEGER NOT NULL PRIMARY KEY,
        at FLOAT NOT NULL,
        who TEXT NOT NULL,
        account TEXT NOT NULL,
        action TEXT NOT NULL,
        extension TEXT NOT NULL,
        queue TEXT NOT NULL,
        detail TEXT NOT NULL,
        outcome TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    "CREATE INDEX audit_by_time ON audit (account, at)",
    """CREATE TABLE names (
        account TEXT NOT NULL,
        extension TEXT NOT NULL,
        name TEXT NOT NULL,
        team TEXT NOT NULL,
        PRIMARY KEY (account, extension)
    ) WITHOUT ROWID""",
    """CREATE TABLE minute_samples (
        account TEXT NOT NULL,
        minute INTEGER NOT NULL,
        queue TEXT NOT NULL,
        waiting INTEGER NOT NULL,
        longest INTEGER NOT NULL,
        idle INTEGER NOT NULL,
        ringing INTEGER NOT NULL,
        talking INTEGER NOT NULL,
        paused INTEGER NOT NULL,
        offline INTEGER NOT NULL,
        completed INTEGER NOT NULL,
        abandoned INTEGER NOT NULL,
        PRIMARY KEY (account, minute, queue)
    ) WITHOUT ROWID""",
    """CREATE TABLE state_intervals (
        account TEXT NOT NULL,
        began FLOAT NOT NULL,
        extension TEXT NOT NULL,
        ended FLOAT,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        exact BOOLEAN NOT NULL,
        PRIMARY KEY (account, began, extension)
    ) WITHOUT ROWID""",
    "CREATE INDEX state_intervals_by_extension ON state_intervals (account, extension, began)",
    "CREATE INDEX state_intervals_open ON state_intervals (account) WHERE ended IS NULL",
    """CREATE TABLE meta (
        account TEXT NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account, "key")
    ) WITHOUT ROWID""",
)

_SEEN_CALLS = (
    """CREATE TABLE seen_calls (
        account TEXT NOT NULL,
        "key" TEXT NOT NULL,
        at FLOAT NOT NULL,
        ended FLOAT NOT NULL,
        extension TEXT NOT NULL,
        number TEXT NOT NULL,
        queue TEXT NOT NULL,
        direction TEXT NOT NULL,
        answered_seconds INTEGER,
        started_here BOOLEAN NOT NULL,
        PRIMARY KEY (account, "key", at)
    ) WITHOUT ROWID""",
    "CREATE INDEX seen_calls_by_time ON seen_calls (account, at)",
    "CREATE INDEX seen_calls_by_extension ON seen_calls (account, extension, at)",
    "CREATE INDEX seen_calls_by_number ON seen_calls (account, number, at)",
)

_STATISTICS = (
    """CREATE TABLE statistics_days (
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        incoming INTEGER,
        answered INTEGER,
        unanswered INTEGER,
        abandoned INTEGER,
        talk_seconds INTEGER,
        wait_seconds INTEGER,
        longest_wait INTEGER,
        average_wait INTEGER,
        average_talk INTEGER,
        asked_at FLOAT NOT NULL,
        final BOOLEAN NOT NULL,
        PRIMARY KEY (account, day)
    ) WITHOUT ROWID""",
    """CREATE TABLE statistics_lists (
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        asked_at FLOAT NOT NULL,
        final BOOLEAN NOT NULL,
        listed BOOLEAN NOT NULL,
        calls INTEGER NOT NULL,
        damaged INTEGER NOT NULL,
        PRIMARY KEY (account, day, outcome)
    ) WITHOUT ROWID""",
    """CREATE TABLE listed_calls (
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        seq INTEGER NOT NULL,
        call TEXT NOT NULL,
        at FLOAT NOT NULL,
        number TEXT NOT NULL,
        talk_seconds INTEGER,
        wait_seconds INTEGER,
        PRIMARY KEY (account, day, hour, outcome, seq)
    ) WITHOUT ROWID""",
    """CREATE TABLE record_days (
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        asked_at FLOAT NOT NULL,
        final BOOLEAN NOT NULL,
        PRIMARY KEY (account, day)
    ) WITHOUT ROWID""",
    """CREATE TABLE record_hours (
        account TEXT NOT NULL,
        day INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        missed INTEGER NOT NULL,
        PRIMARY KEY (account, day, hour)
    ) WITHOUT ROWID""",
    """CREATE TABLE asking (
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        outcome TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        holder TEXT NOT NULL,
        until FLOAT NOT NULL,
        PRIMARY KEY (account, kind, outcome, first, last)
    ) WITHOUT ROWID""",
)


def _all_of(statements: Sequence[str]) -> Step:
    def step(file: sqlite3.Connection) -> None:
        for statement in statements:
            file.execute(statement)

    return step


STEPS: tuple[Step, ...] = (_all_of(_VERSION_1), _all_of(_SEEN_CALLS), _all_of(_STATISTICS))
"""The step at index n leads from version n to n + 1; version 0 is an empty file."""


def version(file: sqlite3.Connection) -> int:
    """The version that the file says it has."""
    return int(file.execute("PRAGMA user_version").fetchone()[0])


def migrate(file: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring `file` to the version `len(steps)`. Programs that do so at the same time wait for each other.

    Args:
        file: In autocommit mode.
        steps: All steps from the empty file on.

    Raises:
        sqlite3.Error: A step failed; the file is as the step before left it.
    """
    while version(file) < len(steps):
        file.execute("BEGIN IMMEDIATE")
        try:
            have = version(file)  # another program may have been faster
            if have < len(steps):
                steps[have](file)
                file.execute(f"PRAGMA user_version = {have + 1:d}")
            file.execute("COMMIT")
        except BaseException:
            # A full disk has rolled back by itself.
            if file.in_transaction:
                file.execute("ROLLBACK")
            raise
