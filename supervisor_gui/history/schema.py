"""The tables as the program reads and writes them today. How older files come to this form is `migrations`.

Times are UTC, in epoch seconds (minutes for samples); the PBX's days are cut out of them at the edge. What the PBX
itself counts by days is kept by days: a day is its ordinal (`date.toordinal`), an hour one of Turkish time.

The id of a call record is its place in time: the second in which it began, shifted by `RECORD_SECOND_BITS`, and a
number that tells calls of one second apart. So the table, its indexes and the index of numbers all lie in order of
time. `call_numbers` finds digits and letters anywhere in `call_records.numbers`, which holds a call's numbers and,
behind `record_sql.NAME_MARK`, its name in `name_form`; triggers keep the index, and no metadata know it, for it is a
virtual table.

The primary keys of samples, intervals and all tables of days begin with account and time, the order in which charts
read; that of calls seen does not, or SQLite would read all times to find one number. Listed calls are in the order in
which they are counted, so that counting a year sorts nothing.
"""

from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, Table, Text

metadata = MetaData()

RECORD_SECOND_BITS = 20
"""Bits of a call record's id below its second."""


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _count(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False)


def _told(name: str) -> Column[int | None]:
    """A figure that the PBX may not have told."""
    return Column(name, Integer)


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

statistics_days = Table(
    "statistics_days",
    metadata,
    _text("account", key=True),
    _count("day", key=True),
    _told("incoming"),
    _told("answered"),
    _told("unanswered"),
    _told("abandoned"),
    _told("talk_seconds"),
    _told("wait_seconds"),
    _told("longest_wait"),
    _told("average_wait"),
    _told("average_talk"),
    Column("asked_at", Float, nullable=False),
    Column("final", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

statistics_lists = Table(
    "statistics_lists",
    metadata,
    _text("account", key=True),
    _count("day", key=True),
    _text("outcome", key=True),
    Column("asked_at", Float, nullable=False),
    Column("final", Boolean, nullable=False),
    Column("listed", Boolean, nullable=False),
    _count("calls"),
    _count("damaged"),
    sqlite_with_rowid=False,
)

listed_calls = Table(
    "listed_calls",
    metadata,
    _text("account", key=True),
    _count("day", key=True),
    _count("hour", key=True),
    _text("outcome", key=True),
    _count("seq", key=True),
    _text("call"),
    Column("at", Float, nullable=False),
    _text("number"),
    _told("talk_seconds"),
    _told("wait_seconds"),
    sqlite_with_rowid=False,
)

record_days = Table(
    "record_days",
    metadata,
    _text("account", key=True),
    _count("day", key=True),
    Column("asked_at", Float, nullable=False),
    Column("final", Boolean, nullable=False),
    Column("pruned", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

record_hours = Table(
    "record_hours",
    metadata,
    _text("account", key=True),
    _count("day", key=True),
    _count("hour", key=True),
    _count("answered"),
    _count("missed"),
    sqlite_with_rowid=False,
)

call_records = Table(
    "call_records",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("account"),
    _text("call"),
    Column("began", Float, nullable=False),
    _text("direction"),
    _text("number"),
    _text("numbers"),
    _text("name"),
    _text("extension"),
    _text("queue"),
    _text("line"),
    _count("seconds"),
    Column("recorded", Boolean, nullable=False),
    _count("legs"),
    Index("call_records_by_time", "account", "id"),
    Index("call_records_by_call", "account", "call"),
    Index("call_records_by_number", "account", "number", "id"),
    Index("call_records_by_extension", "account", "extension", "id"),
    Index("call_records_by_queue", "account", "queue", "id"),
)
Index(
    "call_records_missed",
    call_records.c.account,
    call_records.c.id,
    sqlite_where=call_records.c.direction == "missed",
)

record_legs = Table(
    "record_legs",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("legs"),
)

caller_notes = Table(
    "caller_notes",
    metadata,
    _text("account", key=True),
    _text("tail", key=True),
    _text("text"),
    _text("who"),
    Column("at", Float, nullable=False),
    Column("set_aside", Float, nullable=False),
    sqlite_with_rowid=False,
)

saved_recordings = Table(
    "saved_recordings",
    metadata,
    _text("file", key=True),
    _text("account"),
    _text("call"),
    _text("numbers"),
    Column("at", Float, nullable=False),
    sqlite_with_rowid=False,
)

forgotten = Table(
    "forgotten",
    metadata,
    _text("digest", key=True),
    Column("at", Float, nullable=False),
    sqlite_with_rowid=False,
)

asking = Table(
    "asking",
    metadata,
    _text("account", key=True),
    _text("kind", key=True),
    _text("outcome", key=True),
    _count("first", key=True),
    _count("last", key=True),
    _text("holder"),
    Column("until", Float, nullable=False),
    sqlite_with_rowid=False,
)

dial_jobs = Table(
    "dial_jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("account"),
    _text("list_id"),
    _text("list_name"),
    Column("made_at", Float, nullable=False),
    _text("who"),
    _text("state"),
    _text("why"),
    _text("words"),
    Index("dial_jobs_by_list", "account", "list_id"),
    sqlite_autoincrement=True,
)

dial_rows = Table(
    "dial_rows",
    metadata,
    _count("job", key=True),
    _count("place", key=True),
    _text("number"),
    _text("name"),
    Column("active", Boolean),
    Column("call_at", Float, nullable=False),
    _text("trunk"),
    _text("state"),
    _text("why"),
    Column("at", Float, nullable=False),
    Column("absent_at", Float, nullable=False),
    Index("dial_rows_by_state", "job", "state", "place"),
    sqlite_with_rowid=False,
)

dial_lists = Table(
    "dial_lists",
    metadata,
    _text("account", key=True),
    _text("list_id", key=True),
    Column("made_at", Float, nullable=False),
    _text("who"),
    _text("trunk"),
    _text("limit_rule"),
    _text("stop_rule"),
    _count("stop_limit"),
    _text("consent"),
    _text("url"),
    _text("groups"),
    sqlite_with_rowid=False,
)

do_not_call = Table(
    "do_not_call",
    metadata,
    _text("tail", key=True),
    _text("number"),
    _text("note"),
    Column("at", Float, nullable=False),
    _text("who"),
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
