"""Every trouble is told in words; details hold codes, never rows or paths."""

import errno
import sqlite3

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from supervisor_gui.history.faults import Aside, Condition, Trouble, details_of, suspicious, trouble_of, words


@pytest.mark.parametrize("trouble", [trouble for trouble in Trouble if trouble is not Trouble.NONE])
def test_every_trouble_has_words_of_its_own(trouble: Trouble) -> None:
    said = words(Condition(trouble))
    assert said.endswith(".")
    assert [other for other in Trouble if words(Condition(other)) == said] == [trouble]
    assert words(Condition(trouble), lost=7) == f"{said} Entries lost so far: 7."


def test_trouble_goes_before_the_notice_of_a_file_put_aside() -> None:
    notice = Condition(Trouble.NONE, Aside.DAMAGED, "history.sqlite.damaged-1")
    assert "history.sqlite.damaged-1" in words(notice)
    assert words(Condition(Trouble.FULL, Aside.DAMAGED, "x")) == words(Condition(Trouble.FULL))
    assert words(Condition()) == ""


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EDQUOT, Trouble.FULL),
        (errno.EACCES, Trouble.UNWRITABLE),
        (errno.EROFS, Trouble.UNWRITABLE),
        (errno.ENOTDIR, Trouble.UNWRITABLE),
        (errno.EIO, Trouble.DISK),
    ],
)
def test_the_file_systems_errors_are_known(number: int, trouble: Trouble) -> None:
    error = OSError(number, "words", "/home/ayse/history.sqlite")
    assert trouble_of(error) is trouble
    assert "ayse" not in details_of(error)


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (sqlite3.SQLITE_FULL, Trouble.FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, Trouble.FULL),
        (sqlite3.SQLITE_IOERR_WRITE, Trouble.DISK),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Trouble.LOCKED),
    ],
)
def test_a_disk_without_room_is_told_from_one_that_fails(code: int, trouble: Trouble) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert trouble_of(error) is trouble


def test_an_error_of_ours_is_a_bug() -> None:
    assert trouble_of(ValueError("x")) is Trouble.BUG
    assert trouble_of(sqlite3.ProgrammingError("closed")) is Trouble.BUG
    assert not suspicious(ValueError("x"))


def test_sqlites_errors_are_known_through_sqlalchemy_and_hold_no_rows() -> None:
    engine = create_engine("sqlite://", hide_parameters=True)
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT UNIQUE)"))
        connection.execute(text("INSERT INTO t VALUES (:a)"), {"a": "5550001122"})
        with pytest.raises(IntegrityError) as twice:
            connection.execute(text("INSERT INTO t VALUES (:a)"), {"a": "5550001122"})
        with pytest.raises(OperationalError) as missing:
            connection.execute(text("SELECT * FROM nowhere"))
    engine.dispose()
    assert trouble_of(twice.value) is Trouble.BUG
    assert not suspicious(twice.value)
    assert details_of(twice.value).startswith("SQLITE_CONSTRAINT_UNIQUE")
    assert "5550001122" not in details_of(twice.value) + str(twice.value)
    assert suspicious(missing.value)
