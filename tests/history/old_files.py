"""History files as released versions left them. Written down once for each version and never changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

_VERSION_1 = """
CREATE TABLE audit (id INTEGER NOT NULL PRIMARY KEY, at FLOAT NOT NULL, who TEXT NOT NULL, account TEXT NOT NULL,
    action TEXT NOT NULL, extension TEXT NOT NULL, queue TEXT NOT NULL, detail TEXT NOT NULL, outcome TEXT NOT NULL,
    words TEXT NOT NULL);
CREATE INDEX audit_by_time ON audit (account, at);
CREATE TABLE names (account TEXT NOT NULL, extension TEXT NOT NULL, name TEXT NOT NULL, team TEXT NOT NULL,
    PRIMARY KEY (account, extension)) WITHOUT ROWID;
CREATE TABLE minute_samples (account TEXT NOT NULL, minute INTEGER NOT NULL, queue TEXT NOT NULL,
    waiting INTEGER NOT NULL, longest INTEGER NOT NULL, idle INTEGER NOT NULL, ringing INTEGER NOT NULL,
    talking INTEGER NOT NULL, paused INTEGER NOT NULL, offline INTEGER NOT NULL, completed INTEGER NOT NULL,
    abandoned INTEGER NOT NULL, PRIMARY KEY (account, minute, queue)) WITHOUT ROWID;
CREATE TABLE state_intervals (account TEXT NOT NULL, began FLOAT NOT NULL, extension TEXT NOT NULL, ended FLOAT,
    state TEXT NOT NULL, reason TEXT NOT NULL, exact BOOLEAN NOT NULL,
    PRIMARY KEY (account, began, extension)) WITHOUT ROWID;
CREATE INDEX state_intervals_by_extension ON state_intervals (account, extension, began);
CREATE INDEX state_intervals_open ON state_intervals (account) WHERE ended IS NULL;
CREATE TABLE meta (account TEXT NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (account, "key")) WITHOUT ROWID;
INSERT INTO audit VALUES
    (1, 1750000000.0, 'ayse', '8501110000', 'pause', '103', 'destek', 'Mola', 'done', 'Success');
INSERT INTO names VALUES ('8501110000', '103', 'Ayşe Işık', 'Satış');
INSERT INTO minute_samples VALUES ('8501110000', 29166666, 'destek', 1, 20, 3, 1, 2, 1, 4, 17, 2);
INSERT INTO state_intervals VALUES ('8501110000', 1750000000.0, '103', 1750000060.5, 'paused', 'Mola', 1);
INSERT INTO meta VALUES ('8501110000', 'queues', '["destek"]');
PRAGMA user_version = 1;
"""

_VERSION_2 = """
CREATE TABLE seen_calls (account TEXT NOT NULL, "key" TEXT NOT NULL, at FLOAT NOT NULL, ended FLOAT NOT NULL,
    extension TEXT NOT NULL, number TEXT NOT NULL, queue TEXT NOT NULL, direction TEXT NOT NULL,
    answered_seconds INTEGER, started_here BOOLEAN NOT NULL, PRIMARY KEY (account, "key", at)) WITHOUT ROWID;
CREATE INDEX seen_calls_by_time ON seen_calls (account, at);
CREATE INDEX seen_calls_by_extension ON seen_calls (account, extension, at);
CREATE INDEX seen_calls_by_number ON seen_calls (account, number, at);
INSERT INTO seen_calls VALUES ('8501110000', 'sip3-1675000033.1', 1750000000.0, 1750000060.0, '103', '05550001122',
    'destek', 'incoming', 45, 0);
PRAGMA user_version = 2;
"""

_VERSION_3 = """
CREATE TABLE statistics_days (account TEXT NOT NULL, day INTEGER NOT NULL, incoming INTEGER, answered INTEGER,
    unanswered INTEGER, abandoned INTEGER, talk_seconds INTEGER, wait_seconds INTEGER, longest_wait INTEGER,
    average_wait INTEGER, average_talk INTEGER, asked_at FLOAT NOT NULL, final BOOLEAN NOT NULL,
    PRIMARY KEY (account, day)) WITHOUT ROWID;
CREATE TABLE statistics_lists (account TEXT NOT NULL, day INTEGER NOT NULL, outcome TEXT NOT NULL,
    asked_at FLOAT NOT NULL, final BOOLEAN NOT NULL, listed BOOLEAN NOT NULL, calls INTEGER NOT NULL,
    damaged INTEGER NOT NULL, PRIMARY KEY (account, day, outcome)) WITHOUT ROWID;
CREATE TABLE listed_calls (account TEXT NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL, outcome TEXT NOT NULL,
    seq INTEGER NOT NULL, call TEXT NOT NULL, at FLOAT NOT NULL, number TEXT NOT NULL, talk_seconds INTEGER,
    wait_seconds INTEGER, PRIMARY KEY (account, day, hour, outcome, seq)) WITHOUT ROWID;
CREATE TABLE record_days (account TEXT NOT NULL, day INTEGER NOT NULL, asked_at FLOAT NOT NULL, final BOOLEAN NOT NULL,
    PRIMARY KEY (account, day)) WITHOUT ROWID;
CREATE TABLE record_hours (account TEXT NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    answered INTEGER NOT NULL, missed INTEGER NOT NULL, PRIMARY KEY (account, day, hour)) WITHOUT ROWID;
CREATE TABLE asking (account TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, holder TEXT NOT NULL, until FLOAT NOT NULL,
    PRIMARY KEY (account, kind, outcome, first, last)) WITHOUT ROWID;
INSERT INTO statistics_days VALUES ('8501110000', 739417, 3, 1, 1, 1, 45, 60, 30, NULL, 45, 1750032000.0, 1);
INSERT INTO statistics_lists VALUES ('8501110000', 739417, 'answered', 1750032000.0, 1, 1, 1, 2);
INSERT INTO listed_calls VALUES ('8501110000', 739417, 18, 'answered', 0, 'sip3-1675000033.1', 1750000000.0,
    '05550001122', 45, NULL);
INSERT INTO record_days VALUES ('8501110000', 739417, 1750032000.0, 0);
INSERT INTO record_hours VALUES ('8501110000', 739417, 18, 1, 2);
PRAGMA user_version = 3;
"""


def version_1(path: Path) -> None:
    """The first release's file, one row a table."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.executescript(_VERSION_1)


def version_2(path: Path) -> None:
    """With the calls seen."""
    version_1(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_VERSION_2)


def version_3(path: Path) -> None:
    """With days: figures, lists, counts of records."""
    version_2(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_VERSION_3)


BUILDERS = (version_1, version_2, version_3)
"""One for each version that was ever released."""
