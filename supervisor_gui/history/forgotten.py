"""Which numbers were deleted for good: keyed digests that keep them out of later imports. It deletes nothing itself.

The table holds digests only; without the key, which lies in the keyring, nobody can tell whose they are.
"""

import hmac
from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy import Connection


class ForgottenRows(msgspec.Struct, frozen=True):
    """What the deletion of a number changed in the history file.

    Attributes:
        records: Call records deleted.
        blanked: Calls that stay for the statistics and lost their number.
        notes: Notes about the caller.
        names: Names in the directory.
        remembered: Values of dialling and other memories that lost the number.
        audit: Actions whose texts lost it.
        others: Numbers in uploads and on the do-not-call list deleted, and further cells that held it.
        files: Saved recordings of its calls, as `saved_recordings` named them.
        problem: Why deleted rows may still lie in free pages or in the log, in words; empty when they do not.
    """

    records: int = 0
    blanked: int = 0
    notes: int = 0
    names: int = 0
    remembered: int = 0
    audit: int = 0
    others: int = 0
    files: tuple[str, ...] = ()
    problem: str = ""


def digest(key: bytes, tail: str) -> str:
    """What is kept of a deleted number: HMAC-SHA256 of its tail (`live.numbers.tail`), in hexadecimal digits."""
    return hmac.digest(key, tail.encode(), "sha256").hex()


class Sieve:
    """Tells which numbers must not be stored. The key is given on the loop's thread, the rest is the store's thread."""

    def __init__(self) -> None:
        self._key: bytes | None = None
        self._lost = False

    def use_key(self, key: bytes | None, *, lost: bool = False) -> None:
        """Tell digests with `key` from now on; None: the keyring does not give it, or has it no more (`lost`)."""
        self._key = key
        self._lost = lost

    def kept_out(self, connection: "Connection", tails: Collection[str]) -> frozenset[str]:
        """Those of `tails` that were deleted for good.

        Raises:
            StoreError: Numbers were deleted and there is no key to tell which, in words: nothing may be stored now.
        """
        wanted = frozenset(tails) - {""}
        if not wanted or not any_forgotten(connection):
            return frozenset()
        if self._key is None:
            raise StoreError(key_lost() if self._lost else key_missing())
        by_digest = {digest(self._key, tail): tail for tail in wanted}
        asked = msgspec.json.encode(list(by_digest)).decode()
        query = "SELECT digest FROM forgotten WHERE digest IN (SELECT value FROM json_each(?))"
        return frozenset(by_digest[row[0]] for row in connection.exec_driver_sql(query, (asked,)))

    def known_out(self, connection: "Connection", tails: Collection[str]) -> frozenset[str]:
        """Like `kept_out`, none of `tails` while the key is missing: what a user wrote must not be lost."""
        try:
            return self.kept_out(connection, tails)
        except StoreError:
            return frozenset()

    def hidden(self, connection: "Connection", tails: Collection[str]) -> frozenset[str]:
        """Like `kept_out`, and all of `tails` while the key is missing: for rows that are kept without their number."""
        try:
            return self.kept_out(connection, tails)
        except StoreError:
            return frozenset(tails)


def any_forgotten(connection: "Connection") -> bool:
    """Whether any number was deleted for good."""
    return connection.exec_driver_sql("SELECT 1 FROM forgotten LIMIT 1").first() is not None


def key_missing() -> str:
    """Why nothing is stored while the key is missing, and what to do."""
    return translate(
        "Store",
        "The keyring does not give the key that keeps deleted numbers out, so no calls are stored: unlock the keyring "
        "and connect again.",
    )


def key_lost() -> str:
    """Why nothing is stored when the key is gone for good, and what to do."""
    return translate(
        "Store",
        "The keyring no longer holds the key that keeps deleted numbers out, so no calls are stored: bring the "
        "keyring back from a backup and start again, or delete one of those numbers once more, which makes a new key.",
    )
