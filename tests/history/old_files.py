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

_VERSION_4 = """
CREATE TABLE call_records (id INTEGER NOT NULL PRIMARY KEY, account TEXT NOT NULL, call TEXT NOT NULL,
    began FLOAT NOT NULL, direction TEXT NOT NULL, number TEXT NOT NULL, numbers TEXT NOT NULL, name TEXT NOT NULL,
    extension TEXT NOT NULL, queue TEXT NOT NULL, line TEXT NOT NULL, seconds INTEGER NOT NULL,
    recorded BOOLEAN NOT NULL, legs INTEGER NOT NULL);
CREATE INDEX call_records_by_time ON call_records (account, id);
CREATE INDEX call_records_by_call ON call_records (account, call);
CREATE INDEX call_records_by_number ON call_records (account, number, id);
CREATE INDEX call_records_by_extension ON call_records (account, extension, id);
CREATE INDEX call_records_by_queue ON call_records (account, queue, id);
CREATE INDEX call_records_missed ON call_records (account, id) WHERE direction = 'missed';
CREATE VIRTUAL TABLE call_numbers USING fts5(numbers, content = 'call_records', content_rowid = 'id',
    tokenize = 'trigram', columnsize = 0);
CREATE TRIGGER call_numbers_added AFTER INSERT ON call_records BEGIN
    INSERT INTO call_numbers (rowid, numbers) VALUES (new.id, new.numbers);
END;
CREATE TRIGGER call_numbers_removed AFTER DELETE ON call_records BEGIN
    INSERT INTO call_numbers (call_numbers, rowid, numbers) VALUES ('delete', old.id, old.numbers);
END;
CREATE TRIGGER call_numbers_changed AFTER UPDATE OF id, numbers ON call_records BEGIN
    INSERT INTO call_numbers (call_numbers, rowid, numbers) VALUES ('delete', old.id, old.numbers);
    INSERT INTO call_numbers (rowid, numbers) VALUES (new.id, new.numbers);
END;
CREATE TABLE record_legs (id INTEGER NOT NULL PRIMARY KEY, legs TEXT NOT NULL);
CREATE TABLE caller_notes (account TEXT NOT NULL, tail TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL,
    at FLOAT NOT NULL, set_aside FLOAT NOT NULL, PRIMARY KEY (account, tail)) WITHOUT ROWID;
CREATE TABLE saved_recordings (file TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, call TEXT NOT NULL,
    numbers TEXT NOT NULL, at FLOAT NOT NULL) WITHOUT ROWID;
CREATE TABLE forgotten (digest TEXT NOT NULL PRIMARY KEY, at FLOAT NOT NULL) WITHOUT ROWID;
DELETE FROM record_days;
DELETE FROM record_hours;
INSERT INTO record_days VALUES ('8501110000', 739417, 1750032000.0, 1);
INSERT INTO call_records VALUES (1835008000000000, '8501110000', 'sip3-1750000000.1', 1750000000.0, 'incoming',
    '05550001122', '05550001122', 'AYSE', '103', 'destek', '3121110000', 45, 1, 1);
INSERT INTO record_legs VALUES (1835008000000000,
    '[[1750000000.0,"103","5550001122",45,"incoming","1",true,"3121110000","","7"]]');
INSERT INTO saved_recordings VALUES ('2025-06-15_18-06-40_103.wav', '8501110000', 'sip3-1750000000.1', '05550001122',
    1750000100.0);
PRAGMA user_version = 4;
"""

_VERSION_5 = """
ALTER TABLE record_days ADD COLUMN pruned BOOLEAN NOT NULL DEFAULT 0;
UPDATE record_days SET pruned = 1;
PRAGMA user_version = 5;
"""

_VERSION_6 = """
CREATE TABLE dial_jobs (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, list_id TEXT NOT NULL,
    list_name TEXT NOT NULL, made_at FLOAT NOT NULL, who TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL,
    words TEXT NOT NULL);
CREATE INDEX dial_jobs_by_list ON dial_jobs (account, list_id);
CREATE TABLE dial_rows (job INTEGER NOT NULL, place INTEGER NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
    active BOOLEAN, call_at FLOAT NOT NULL, trunk TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL,
    at FLOAT NOT NULL, absent_at FLOAT NOT NULL, PRIMARY KEY (job, place)) WITHOUT ROWID;
CREATE INDEX dial_rows_by_state ON dial_rows (job, state, place);
CREATE TABLE dial_lists (account TEXT NOT NULL, list_id TEXT NOT NULL, made_at FLOAT NOT NULL, who TEXT NOT NULL,
    trunk TEXT NOT NULL, limit_rule TEXT NOT NULL, stop_rule TEXT NOT NULL, stop_limit INTEGER NOT NULL,
    consent TEXT NOT NULL, url TEXT NOT NULL, groups TEXT NOT NULL, PRIMARY KEY (account, list_id)) WITHOUT ROWID;
CREATE TABLE do_not_call (tail TEXT NOT NULL PRIMARY KEY, number TEXT NOT NULL, note TEXT NOT NULL, at FLOAT NOT NULL,
    who TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO dial_jobs VALUES (7, '8501110000', '42', 'Anket', 1750000000.0, 'ayse', 'paused', 'refused', 'Hata');
INSERT INTO dial_rows VALUES
    (7, 0, '5550001122', 'Ali', NULL, 0.0, '', 'sent', '', 1750000001.0, 0.0),
    (7, 1, '5550001133', 'Veli', 0, 1750050000.0, '3121110000', 'unknown', '', 1750000002.0, 1750000060.0);
INSERT INTO dial_lists VALUES ('8501110000', '42', 1750000000.0, 'ayse', '3121110000', 'free_times',
    'failed_percent', 40, 'consumer', 'https://example.invalid/sonuc', '["VIP"]');
INSERT INTO do_not_call VALUES ('5550001144', '0555 000 11 44', 'asked for it', 1750000000.0, 'ayse');
PRAGMA user_version = 6;
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


def version_4(path: Path) -> None:
    """With call records."""
    version_3(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_VERSION_4)


def version_5(path: Path) -> None:
    """With the days noted that have lost their call records."""
    version_4(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_VERSION_5)


def version_6(path: Path) -> None:
    """With auto-dial lists and the do-not-call list."""
    version_5(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_VERSION_6)


BUILDERS = (version_1, version_2, version_3, version_4, version_5, version_6)
"""One for each version that was ever released."""
