"""The tables as the program reads and writes them today. How older files come to this form is `migrations`.

Times are UTC, in epoch seconds (minutes for samples); the PBX's days are cut out of them at the edge. The primary keys
of samples and intervals begin with account and time, the order in which charts read; that of calls does not, or SQLite
would read all times to find one number.
"""

from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _count(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False)


audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    _text("who"),
    _text("account"),
    _text("action"),
    _text("extension"),
    _text("queue"),
    _text("detail"),
    _text("outcome"),
    _text("words"),
    Index("audit_by_time", "account", "at"),
)

names = Table(
    "names",
    metadata,
    _text("account", key=True),
    _text("extension", key=True),
    _text("name"),
    _text("team"),
    sqlite_with_rowid=False,
)

minute_samples = Table(
    "minute_samples",
    metadata,
    _text("account", key=True),
    _count("minute", key=True),
    _text("queue", key=True),
    _count("waiting"),
    _count("longest"),
    _count("idle"),
    _count("ringing"),
    _count("talking"),
    _count("paused"),
    _count("offline"),
    _count("completed"),
    _count("abandoned"),
    sqlite_with_rowid=False,
)

state_intervals = Table(
    "state_intervals",
    metadata,
    _text("account", key=True),
    Column("began", Float, primary_key=True, nullable=False),
    _text("extension", key=True),
    Column("ended", Float),
    _text("state"),
    _text("reason"),
    Column("exact", Boolean, nullable=False),
    Index("state_intervals_by_extension", "account", "extension", "began"),
    sqlite_with_rowid=False,
)
Index("state_intervals_open", state_intervals.c.account, sqlite_where=state_intervals.c.ended.is_(None))

seen_calls = Table(
    "seen_calls",
    metadata,
    _text("account", key=True),
    _text("key", key=True),
    Column("at", Float, primary_key=True, nullable=False),
    Column("ended", Float, nullable=False),
    _text("extension"),
    _text("number"),
    _text("queue"),
    _text("direction"),
    Column("answered_seconds", Integer),
    Column("started_here", Boolean, nullable=False),
    Index("seen_calls_by_time", "account", "at"),
    Index("seen_calls_by_extension", "account", "extension", "at"),
    Index("seen_calls_by_number", "account", "number", "at"),
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    metadata,
    _text("account", key=True),
    _text("key", key=True),
    _text("value"),
    sqlite_with_rowid=False,
)
