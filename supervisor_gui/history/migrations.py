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

_RECORDS = (
    """CREATE TABLE call_records (
        id INTEGER NOT NULL PRIMARY KEY,
        account TEXT NOT NULL,
        call TEXT NOT NULL,
        began FLOAT NOT NULL,
        direction TEXT NOT NULL,
        number TEXT NOT NULL,
        numbers TEXT NOT NULL,
        name TEXT NOT NULL,
        extension TEXT NOT NULL,
        queue TEXT NOT NULL,
        line TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        recorded BOOLEAN NOT NULL,
        legs INTEGER NOT NULL
    )""",
    "CREATE INDEX call_records_by_time ON call_records (account, id)",
    "CREATE INDEX call_records_by_call ON call_records (account, call)",
    "CREATE INDEX call_records_by_number ON call_records (account, number, id)",
    "CREATE INDEX call_records_by_extension ON call_records (account, extension, id)",
    "CREATE INDEX call_records_by_queue ON call_records (account, queue, id)",
    "CREATE INDEX call_records_missed ON call_records (account, id) WHERE direction = 'missed'",
    """CREATE VIRTUAL TABLE call_numbers USING fts5(
        numbers, content = 'call_records', content_rowid = 'id', tokenize = 'trigram', columnsize = 0
    )""",
    """CREATE TRIGGER call_numbers_added AFTER INSERT ON call_records BEGIN
        INSERT INTO call_numbers (rowid, numbers) VALUES (new.id, new.numbers);
    END""",
    """CREATE TRIGGER call_numbers_removed AFTER DELETE ON call_records BEGIN
        INSERT INTO call_numbers (call_numbers, rowid, numbers) VALUES ('delete', old.id, old.numbers);
    END""",
    """CREATE TRIGGER call_numbers_changed AFTER UPDATE OF id, numbers ON call_records BEGIN
        INSERT INTO call_numbers (call_numbers, rowid, numbers) VALUES ('delete', old.id, old.numbers);
        INSERT INTO call_numbers (rowid, numbers) VALUES (new.id, new.numbers);
    END""",
    "CREATE TABLE record_legs (id INTEGER NOT NULL PRIMARY KEY, legs TEXT NOT NULL)",
    """CREATE TABLE caller_notes (
        account TEXT NOT NULL,
        tail TEXT NOT NULL,
        text TEXT NOT NULL,
        who TEXT NOT NULL,
        at FLOAT NOT NULL,
        set_aside FLOAT NOT NULL,
        PRIMARY KEY (account, tail)
    ) WITHOUT ROWID""",
    """CREATE TABLE saved_recordings (
        file TEXT NOT NULL PRIMARY KEY,
        account TEXT NOT NULL,
        call TEXT NOT NULL,
        numbers TEXT NOT NULL,
        at FLOAT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE forgotten (digest TEXT NOT NULL PRIMARY KEY, at FLOAT NOT NULL) WITHOUT ROWID",
    # Until here their calls were counted and not kept: such days are asked for once more.
    "DELETE FROM record_days",
    "DELETE FROM record_hours",
)

_PRUNED_DAYS = ("ALTER TABLE record_days ADD COLUMN pruned BOOLEAN NOT NULL DEFAULT 0",)

_AUTODIAL = (
    """CREATE TABLE dial_jobs (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        list_id TEXT NOT NULL,
        list_name TEXT NOT NULL,
        made_at FLOAT NOT NULL,
        who TEXT NOT NULL,
        state TEXT NOT NULL,
        why TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    "CREATE INDEX dial_jobs_by_list ON dial_jobs (account, list_id)",
    """CREATE TABLE dial_rows (
        job INTEGER NOT NULL,
        place INTEGER NOT NULL,
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        active BOOLEAN,
        call_at FLOAT NOT NULL,
        trunk TEXT NOT NULL,
        state TEXT NOT NULL,
        why TEXT NOT NULL,
        at FLOAT NOT NULL,
        absent_at FLOAT NOT NULL,
        PRIMARY KEY (job, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX dial_rows_by_state ON dial_rows (job, state, place)",
    """CREATE TABLE dial_lists (
        account TEXT NOT NULL,
        list_id TEXT NOT NULL,
        made_at FLOAT NOT NULL,
        who TEXT NOT NULL,
        trunk TEXT NOT NULL,
        limit_rule TEXT NOT NULL,
        stop_rule TEXT NOT NULL,
        stop_limit INTEGER NOT NULL,
        consent TEXT NOT NULL,
        url TEXT NOT NULL,
        groups TEXT NOT NULL,
        PRIMARY KEY (account, list_id)
    ) WITHOUT ROWID""",
    """CREATE TABLE do_not_call (
        tail TEXT NOT NULL PRIMARY KEY,
        number TEXT NOT NULL,
        note TEXT NOT NULL,
        at FLOAT NOT NULL,
        who TEXT NOT NULL
    ) WITHOUT ROWID""",
)


def _all_of(statements: Sequence[str]) -> Step:
    def step(file: sqlite3.Connection) -> None:
        for statement in statements:
            file.execute(statement)

    return step


STEPS: tuple[Step, ...] = tuple(map(_all_of, (_VERSION_1, _SEEN_CALLS, _STATISTICS, _RECORDS, _PRUNED_DAYS, _AUTODIAL)))
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
