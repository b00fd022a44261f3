"""One look into the history file before the store is loaded: SQLAlchemy takes longer than the first status request.

It writes nothing and mends nothing; whatever stands in its way counts as nothing kept, and the store tells of it later.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from supervisor_gui.paths import read_only_address

PATIENCE = 0.2
"""Seconds to wait for another program's lock."""


def kept_text(path: Path, account: str, key: str) -> str | None:
    """The JSON that an earlier run kept for `account` under `key`; None when there is none or it cannot be read."""
    try:
        with closing(sqlite3.connect(read_only_address(path.absolute()), timeout=PATIENCE, uri=True)) as connection:
            found = connection.execute(
                "SELECT value FROM meta WHERE account = ? AND key = ?", (account, key)
            ).fetchone()
    except sqlite3.Error:
        return None
    return found[0] if found and isinstance(found[0], str) else None
