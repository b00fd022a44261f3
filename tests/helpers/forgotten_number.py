"""A customer whose number lies everywhere below a data folder, and the deletion of it by keys. It asserts nothing.

Files are searched by another process: this one must not open a database's file beside SQLite.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import keyring
import msgspec
import pytest
from keyring.backends import SecretService as Backend
from keyring.backends import fail
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel

from supervisor_gui.config import keys
from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.history.missed_values import CallerNote
from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.live.dial_memory import Favourite
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.netsantral.types_numbers import NumberKind
from supervisor_gui.options import Options
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.dialogs.forget_number import ForgetNumberDialog
from tests.helpers.desk import ACCOUNT, Desk, open_desk, type_text
from tests.helpers.past_file import settled_days
from tests.helpers.qt_async import until
from tests.helpers.secret_service import SecretService, secret_service

DAYS = 3
"""Past days that the PBX knows."""

REACH = 7
"""Days that are filled: of those before the PBX says that there were no calls."""

FACTOR = 300.0
SIZE = ("--agents", "4", "--queues", "2", "--load", "30", "--limits", "off", "--history-days", str(DAYS + 1))

_SEARCH = """
import json, pathlib, re, sys
root, digits = pathlib.Path(sys.argv[1]), sys.argv[2]
apart = re.compile(rb"[^0-9A-Za-z]{0,3}".join(digit.encode() for digit in digits))
found = []
for path in sorted(root.rglob("*")):
    if path.is_file():
        data = path.read_bytes()
        if apart.search(data) or apart.search(data.replace(b"\\0", b"")) or digits in path.name:
            found.append(path.relative_to(root).as_posix())
print(json.dumps(found))
"""


def holding(root: Path, number: str) -> list[str]:
    """The files below a folder that hold a number's last ten digits: as text, as UTF-16, with signs between them."""
    command = [sys.executable, "-c", _SEARCH, str(root), tail(number)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(ended.stdout)
    return found


@contextmanager
def keyring_here(patch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """GNOME Keyring, unlocked and empty, as this process's keyring."""
    with secret_service() as running:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
        keyring.set_keyring(Backend.Keyring())
        try:
            yield running
        finally:
            keyring.set_keyring(fail.Keyring())


class Player(QObject):
    """Stands for the system's player: remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Take a file."""
        self.opened.append(url.toLocalFile())

    @contextmanager
    def installed(self) -> Iterator["Player"]:
        """Open files in it meanwhile."""
        QDesktopServices.setUrlHandler("file", self, "open")
        try:
            yield self
        finally:
            QDesktopServices.unsetUrlHandler("file")


class Counted(msgspec.Struct, frozen=True):
    """What a deletion must leave as it was, of the days that can change no more.

    Attributes:
        figures: Rows of statistics.
        lists: How many calls each list has, as the PBX said and as there are rows.
        calls: Unique ids of the call records without the number.
        numbers: Other customers' numbers in lists.
    """

    figures: list[Any]
    lists: list[Any]
    calls: list[str]
    numbers: list[str]


def counted(history: Path, number: str) -> Counted:
    """What is in the file beside the number."""
    today = _last_day(history)
    wanted = f"%{tail(number)}%"
    with closing(sqlite3.connect(history)) as file:
        return Counted(
            figures=[
                row[:-2]  # but when it was asked
                for row in file.execute("SELECT * FROM statistics_days WHERE day < ? ORDER BY 1, 2, 3", (today,))
            ],
            lists=file.execute(
                "SELECT day, outcome, count(*) FROM listed_calls WHERE day < ? GROUP BY 1, 2", (today,)
            ).fetchall(),
            calls=[
                call
                for (call,) in file.execute(
                    "SELECT call FROM call_records AS kept JOIN record_legs AS parts USING (id) "
                    "WHERE numbers NOT LIKE ? AND parts.legs NOT LIKE ? AND began < ? ORDER BY kept.id",
                    (wanted, wanted, _began(today)),
                )
            ],
            numbers=[
                row[0]
                for row in file.execute(
                    "SELECT number FROM listed_calls WHERE day < ? AND number != '' AND number NOT LIKE ? ORDER BY 1",
                    (today, wanted),
                )
            ],
        )


def _last_day(history: Path) -> int:
    with closing(sqlite3.connect(history)) as file:
        return int(file.execute("SELECT max(day) FROM record_days").fetchone()[0])


def _began(day: int) -> float:
    """Epoch seconds of the begin of a Turkish day."""
    return (day - date(1970, 1, 1).toordinal()) * 86_400.0 - 10_800.0


def ask_anew(history: Path) -> None:
    """Let the past be unknown, as after many months: only what was deleted for good is still told apart."""
    with closing(sqlite3.connect(history)) as file, file:
        for table in ("record_days", "record_hours", "call_records", "record_legs", "seen_calls"):
            file.execute(f"DELETE FROM {table}")
        for table in ("statistics_days", "statistics_lists", "listed_calls"):
            file.execute(f"DELETE FROM {table}")


def rows_of(history: Path, query: str, *given: object) -> list[Any]:
    """What SQLite alone reads."""
    with closing(sqlite3.connect(history)) as file:
        return file.execute(query, given).fetchall()


def kept_calls(history: Path, number: str) -> int:
    """Call records with the number."""
    ((count,),) = rows_of(history, "SELECT count(*) FROM call_records WHERE numbers LIKE ?", f"%{tail(number)}%")
    return int(count)


class Clerk:
    """Somebody at the window who deletes a number.

    Attributes:
        desk: The window.
        number: The customer's, as records hold it.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.number = ""

    @property
    def session(self) -> Any:
        """The session that runs."""
        return self.desk.program._session

    @property
    def history(self) -> Path:
        """The history's file."""
        return self.desk.paths.history

    @property
    def page(self) -> Any:
        """The page of records."""
        return self.desk.program.pages.records.page

    @property
    def dialog(self) -> ForgetNumberDialog:
        """The question that is open."""
        found = self.desk.shell.window.findChildren(ForgetNumberDialog)
        return next((one for one in found if one.isVisible()), None)

    @property
    def words(self) -> str:
        """What the page of records says in its labels."""
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def toasts(self) -> str:
        """What the toasts say."""
        return "\n".join(toast.words for toast in self.desk.shell.toasts.shown)

    async def filled(self) -> None:
        """Wait until figures, lists and records of all days are kept."""
        await until(lambda: self.session, "a session")
        past = self.session.history
        for feed in (past.backfill, past.records):
            await until(lambda feed=feed: _is_done(feed.progress), f"the past is kept: {feed.progress}", 60)

    async def choose_customer(self) -> str:
        """One with a record of a day that is over, a recording and a row in a list; the number as kept."""
        days = settled_days(DAYS)
        rows = rows_of(
            self.history,
            "SELECT number FROM call_records WHERE recorded AND number IN (SELECT number FROM listed_calls) "
            "AND number LIKE '0555%' AND began BETWEEN ? AND ? ORDER BY id LIMIT 1",
            *(_began(day.toordinal()) for day in (min(days), max(days) + timedelta(days=1))),
        )
        self.number = rows[0][0]
        return self.number

    async def open_records(self) -> None:
        """Press the page's key."""
        self.desk.shell.open_page("records")
        await until(lambda: self.desk.program.pages.records is not None, "the page of records")
        await until(self.page.isVisible, "it is shown")

    async def ask(self, number: str) -> ForgetNumberDialog:
        """By the page: its calls, the first row, the key; the question then."""
        await self.open_records()
        self.page.search(number)
        model = self.page.table.record_model
        await until(lambda: (call := model.call_at(0)) and tail(call.number) == tail(number), "its calls are shown")
        self.page.table.go_to_first()
        await until(lambda: self.page.table.current is not None, "its first call has the keyboard")
        QTest.keyClick(self.page.table, Qt.Key.Key_Delete)
        return await until(lambda: self.dialog, "the question")

    async def audit(self) -> tuple[AuditRow, ...]:
        """What was done, newest first."""
        rows: tuple[AuditRow, ...] = await self.desk.program._store.audit(ACCOUNT)
        return rows

    async def ask_by_menu(self, number: str) -> None:
        """By the menu: the number is typed. What comes of it is not waited for."""
        self.desk.shell.actions["forget"].trigger()
        window = self.desk.shell.window
        dialog = await until(
            lambda: next((one for one in window.findChildren(QInputDialog) if one.isVisible()), None), "which number?"
        )
        dialog.setTextValue(number)
        dialog.accept()

    async def delete(self, number: str) -> str:
        """Delete everything about a number; the closing words."""
        dialog = await self.ask(number)
        return await self.confirm(dialog, number)

    async def confirm(self, dialog: ForgetNumberDialog, number: str) -> str:
        """Type the digits, press the button, read, close."""
        type_text(dialog.typed, number[-2:])
        QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        await until(lambda: not dialog.typed.isEnabled() or dialog.words.isVisible(), "it begins")
        await until(lambda: dialog.words.isVisible() or dialog.typed.isEnabled(), "the end of it", 30)
        told = dialog.words.text() if dialog.words.isVisible() else dialog.notice.words
        if dialog.words.isVisible():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: self.dialog is None, "the question is closed")
        return str(told)

    async def recorded_call(self) -> RecordedCall:
        """A call of the customer with a recording."""
        wanted = RecordFilter(date(2000, 1, 1), date(2100, 1, 1), digits=tail(self.number), recorded=True)
        (call, *_) = await self.session.kept.reader.rows(wanted, 1)
        return call

    async def call_live(self, number: str) -> None:
        """The customer calls now and gives up; wait until that is kept as a call that was seen."""
        before = rows_of(self.history, "SELECT count(*) FROM seen_calls")[0][0]
        queue = (await self.desk.control.get("/ledger/board"))["queues"][0]["queue"]
        await self.desk.control.post("/model", {"arrive": {"queue": queue, "number": number, "hold": True}})
        keeper = self.session.calls.keeper
        await until(
            lambda: [one for one in keeper.calls.live.values() if tail(one.number) == tail(number)], "the call is seen"
        )
        await self.desk.control.post("/model", {"abandon": {"number": number}})
        await until(lambda: rows_of(self.history, "SELECT count(*) FROM seen_calls")[0][0] > before, "it is kept")

    async def leave_traces(self, player: Player) -> None:
        """Put the number everywhere where the program, or an older one, may have put it."""
        session, number = self.session, self.number
        await self.call_live(number)
        book = session.calls.book
        book.add_favourite(Favourite(NumberKind.MOBILE, number, number, "Ayşe Yılmaz"))
        session.directory.rename(number, "Ayşe Yılmaz")
        session.kept.missed.note(tail(number), f"İşten {number[:4]} {number[4:7]} {number[7:9]} {number[9:]} arayacak")
        self.desk.program._store.record(
            (AuditRow(1.8e9, "veli", ACCOUNT, "names", "101", "", f"+90{tail(number)}", "done", f"0{tail(number)}"),)
        )
        self.desk.program._store.put_note(ACCOUNT, CallerNote(tail="5559998877", text=f"annesi {number}", at=1.8e9))
        await self.desk.program._store.open()
        call = await self.recorded_call()
        legs = await session.kept.reader.legs(call.id)
        await session.kept.shelf.save(call, legs)
        self.desk.program.pages.records.recordings.play(call, legs, -1)
        await until(lambda: player.opened, "the recording is played")

    def leave_files(self) -> None:
        """What older runs left beside the history."""
        paths, digits = self.desk.paths, tail(self.number)
        (paths.logs / "supervisor.log.2").write_text(f"2026-11-01 INFO dialled +90 {digits[:3]} {digits[3:6]} …\n")
        with (paths.logs / "supervisor.log.2").open("a") as log:
            log.write(f"2026-11-01 INFO 0{digits} rang\n")
        with (paths.logs / "supervisor.log").open("a") as log:
            log.write(f"2026-11-01 INFO 90{digits} rang\n")
        (paths.logs / "crash.log").write_text(f"number={digits}\n")
        aside = paths.root / f"{paths.history.name}.damaged-20261101T120000Z"
        with closing(sqlite3.connect(paths.history)) as file, closing(sqlite3.connect(aside)) as copy:
            file.backup(copy)
        (paths.root / "board.last").write_text(f'{{"number":"0{digits}"}}')


def _is_done(progress: BackfillProgress) -> bool:
    return 0 < progress.days_wanted <= progress.days_done


@asynccontextmanager
async def clerk_at(
    app: QApplication, folder: Path, simulator: SimulatorProcess, *, options: Options | None = None
) -> AsyncIterator[Clerk]:
    """The window with its first data, calls alive."""
    wished = options or Options()
    wished = msgspec.structs.replace(wished, time_factor=FACTOR)
    async with open_desk(app, folder, simulator=simulator, options=wished, events=True) as desk:
        await desk.data()
        clerk = Clerk(desk)
        await until(lambda: clerk.session, "a session")
        desk.program._settings.set(keys.REACH_DAYS, REACH)
        yield clerk


def paths_of(folder: Path) -> DataPaths:
    """The data below a test's folder."""
    return DataPaths(folder / "data")
