"""Files as users have them, given to the window for numbers: what can be read is, the rest is refused in words."""

import asyncio
import os
import time
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.preview import Preview, RowMark
from supervisor_gui.clock import pbx_day
from supervisor_gui.options import Options
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.campaigns.preview_table import BECOMES, NAME, NUMBER
from tests.helpers.list_clerk import ListClerk, list_clerk, numbers, press, wire
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

ROWS = 50_000
LONGEST_TURN = 0.4
LISTED = 10
FACTOR = 12.0
"""Slow enough that the board, which is not what is measured here, seldom changes."""
ENGLISH = Options(lang="en")


class Beat:
    """Measures how long one turn of the window's loop works at most.

    Attributes:
        longest: Seconds of work; what a busy machine gives to other programs meanwhile does not count.
        waited: Seconds by the clock, which a user notices.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.waited = 0.0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.get_running_loop().create_task(self._beat())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _beat(self) -> None:
        last, spent = time.monotonic(), time.thread_time()
        while True:
            await asyncio.sleep(0.002)
            now, used = time.monotonic(), time.thread_time()
            self.waited = max(self.waited, now - last)
            self.longest = max(self.longest, used - spent)
            last, spent = now, used


@asynccontextmanager
async def numbers_window(
    app: QApplication, folder: Path, options: Options = ENGLISH
) -> AsyncIterator[tuple[ListClerk, NumbersDialog]]:
    """The window for numbers of a list that has ten."""
    async with list_clerk(app, folder, options=options, factor=FACTOR) as clerk:
        await clerk.make("Anket", pbx_day(time.time()), numbers(0, LISTED))
        await clerk.choose("Anket")
        yield clerk, await clerk.opened_numbers()


async def looked_at(dialog: NumbersDialog) -> Preview:
    """What became of the file."""
    made: Preview = await until(lambda: dialog._made, "the preview", 60)
    return made


async def refused(dialog: NumbersDialog) -> str:
    """The words that a file was refused with."""
    await until(dialog.notice.isVisible, "the refusal", 60)
    assert not dialog.take.isEnabled()
    return str(dialog.notice.words)


def drop(dialog: NumbersDialog, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, keys))


def paste(dialog: NumbersDialog, text: str) -> None:
    """Paste what was copied elsewhere, by the key."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(dialog.paste, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.paste, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def cells(dialog: NumbersDialog) -> list[tuple[str, str, str]]:
    """Number, name and what becomes of it, as the table shows them."""
    model = dialog.table.preview_model
    return [
        tuple(str(model.index(row, column).data()) for column in (NUMBER, NAME, BECOMES))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


def large_rows() -> list[tuple[str, str]]:
    """Fifty thousand rows: 40 bad, 25 twice, 10 that the list has."""
    rows = [(f"0{wire(place)}", f"Kişi; {place}") for place in range(ROWS - 65)]
    return [*rows, *((f"yok {place}", "?") for place in range(40)), *rows[100:125]]


def write_csv(path: Path) -> None:
    """As Excel in Turkish writes it."""
    lines = ("Telefon;Ad", *(f'{number};"{name}"' for number, name in large_rows()))
    path.write_bytes("\r\n".join(lines).encode("cp1254"))


def write_xlsx(path: Path) -> None:
    """The same as a spreadsheet."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (("Telefon", "Ad"), *large_rows()):
        sheet.append(row)
    book.save(path)


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_fifty_thousand_rows_are_looked_through_without_holding_the_window_up(
    qapp: QApplication, tmp_path: Path, write: Callable[[Path], None]
) -> None:
    path = tmp_path / write.__name__.replace("write_", "numbers.")
    write(path)

    async def scenario() -> None:
        async with numbers_window(qapp, tmp_path) as (_, dialog):
            async with Beat() as beat:
                drop(dialog, path)
                made = await looked_at(dialog)
                for button in (dialog.parts.parts[RowMark.INVALID], dialog.parts.all, dialog.wrong_first):
                    await asyncio.sleep(0.1)
                    press(button)
                await asyncio.sleep(0.1)
            assert len(made.rows) == ROWS
            assert made.counts[RowMark.INVALID] == 40
            assert made.counts[RowMark.DUPLICATE] == 25
            assert made.counts[RowMark.IN_LIST] == LISTED
            assert len(made.good) == ROWS - 65 - LISTED
            assert made.good[0].name == f"Kişi; {LISTED}"
            assert beat.longest <= LONGEST_TURN, f"{beat.waited:.3f} s by the clock"

    run_qt(qapp, scenario(), 90)


def xlsx(path: Path, rows: list[tuple[object, ...]]) -> Path:
    """A small spreadsheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def read_well(folder: Path) -> dict[str, tuple[bytes | Path, list[tuple[str, str, str]]]]:
    """Files that can be read, each with the rows that stand there then."""
    sent, first, second = "✓ will be sent", "0555 000 00 51", "0555 000 00 52"
    turkish = f"Telefon;Ad\r\n{first};Işık Şağ\r\n{second};Ömer\r\n"
    names = [(first, "Işık Şağ", sent), (second, "Ömer", sent)]
    shortened = "✕ Excel shortened this number: format the column as text and save again"
    formula = "✕ a formula, no number: put the number itself into the cell"
    return {
        "cp1254.csv": (turkish.encode("cp1254"), names),
        "utf16.csv": (turkish.replace(";", "\t").encode("utf-16"), names),
        "utf16be.txt": (b"\xfe\xff" + turkish.encode("utf-16-be"), names),
        "utf8bom.csv": (turkish.encode("utf-8-sig"), names),
        "semicolons.csv": (
            f'Ad;Telefon\n"Işık; Ayşe; Ltd.";{first}\n"O""Neil; Bora";{second}\n'.encode(),
            [(first, "Işık; Ayşe; Ltd.", sent), (second, 'O"Neil; Bora', sent)],
        ),
        "nul.csv": (
            f"Telefon;Ad\n0555 000\x00 00 51;Ay\x00şe\n{second};Bora\n".encode(),
            [(first, "Ayşe", sent), (second, "Bora", sent)],
        ),
        "scientific.csv": (
            f"Telefon;Ad\n5,55E+09;Can\n5.55000E+09;Ece\n5550000051.0;Efe\n{second};Bora\n".encode(),
            [
                ("5,55E+09", "Can", shortened),
                ("5.55000E+09", "Ece", shortened),
                ("5550000051.0", "Efe", shortened),
                (second, "Bora", sent),
            ],
        ),
        "empty_columns.csv": (
            f";;Telefon;;Ad;;\n;;{first};;Ayşe;;\n;;;;;;\n;;{second};;Bora;;\n".encode(),
            [
                ("", "", "– no number in this row"),
                (first, "Ayşe", sent),
                (second, "Bora", sent),
            ],
        ),
        "formulas.csv": (
            f'Telefon;Ad\n=HYPERLINK("http://x");Can\n="{first}";Ayşe\n@SUM(A1);Ece\n'.encode(),
            [
                ('=HYPERLINK("http://x")', "Can", formula),
                ("@SUM(A1)", "Ece", formula),
                (first, "Ayşe", sent),
            ],
        ),
        "formulas.xlsx": (
            xlsx(
                folder / "formulas.xlsx",
                [("Telefon", "", "Ad"), ("=1+5550000050", None, "Can"), (5550000051, None, "=A1"), (5.55e21, None, 7)],
            ),
            [
                ("=1+5550000050", "Can", formula),
                ("5.55e+21", "7", shortened),
                (first, wire(51), sent),
            ],
        ),
    }


def test_files_of_every_make_are_read_and_what_is_spoilt_in_them_is_said(qapp: QApplication, tmp_path: Path) -> None:
    cases = read_well(tmp_path)
    for name, (content, _) in cases.items():
        if isinstance(content, bytes):
            (tmp_path / name).write_bytes(content)

    async def scenario() -> None:
        async with numbers_window(qapp, tmp_path) as (_, dialog):
            wrong = {}
            for name, (_content, expected) in cases.items():
                drop(dialog, tmp_path / name)
                await looked_at(dialog)
                if cells(dialog) != expected:
                    wrong[name] = cells(dialog)
            assert wrong == {}
            for name in ("cp1254.csv", "semicolons.csv", "scientific.csv", "nul.csv"):
                encoding = "cp1254" if name == "cp1254.csv" else "utf-8"
                paste(dialog, (tmp_path / name).read_bytes().decode(encoding).replace("\0", ""))
                await until(lambda name=name: cells(dialog) == cases[name][1], f"{name} as text")

    run_qt(qapp, scenario(), 60)


def zip_bomb(path: Path) -> None:
    """A few kilobytes that would be a gigabyte of cells."""
    xlsx(path, [("Telefon",), ("05550000051",)])
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                book.writestr(name, content)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b" " * 1_000_000)


def entity_bomb(path: Path) -> None:
    """A spreadsheet with a cell of gigabytes, by names that stand for names that stand for names."""
    xlsx(path, [("Telefon",), ("x",)])
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10 if level else "lol" * 10}">' for level in range(10))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    assert "<t>x</t>" in sheet
    spoilt = f"<!DOCTYPE worksheet [{entities}]>" + sheet.replace("<t>x</t>", "<t>&l9;</t>")
    parts["xl/worksheets/sheet1.xml"] = spoilt.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_files_that_cannot_be_read_are_refused_in_words_and_the_window_goes_on(
    qapp: QApplication, tmp_path: Path
) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
    written = {
        "password.xlsx": ole + "EncryptedPackage".encode("utf-16-le"),
        "old.xls": ole,
        "nothing.csv": b"",
        "blanks.csv": b"\n \n;;\n",
        "picture.csv": bytes(range(256)) * 40,
        "cut.xlsx": b"PK\x03\x04" + bytes(500),
        "huge.csv": b"05550000051\n" * 1_800_000,
        "web.xls": b"<html><table><tr><td>05550000051</td></tr></table></html>",
    }
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    zip_bomb(tmp_path / "bomb.xlsx")
    assert (tmp_path / "bomb.xlsx").stat().st_size < 400_000
    entity_bomb(tmp_path / "entities.xlsx")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "mine.csv").write_text("05550000051\n")
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "gone.csv").symlink_to(tmp_path / "away.csv")
    expected = {
        "password.xlsx": "This is an old Excel file, or one with a password.",
        "old.xls": "This is an old Excel file, or one with a password.",
        "web.xls": "This is an old Excel file, or one with a password.",
        "nothing.csv": "There are no rows in this.",
        "blanks.csv": "There are no rows in this.",
        "picture.csv": "There is no table in this file.",
        "cut.xlsx": "The file is damaged.",
        "huge.csv": "The file is too big.",
        "bomb.xlsx": "The file is too big.",
        "entities.xlsx": "The file is damaged.",
        "folder.csv": "The file cannot be opened.",
        "pipe.csv": "The file cannot be opened.",
        "gone.csv": "The file cannot be opened.",
    }

    async def scenario() -> None:
        async with numbers_window(qapp, tmp_path) as (clerk, dialog):
            told = {}
            async with Beat() as beat:
                for name in expected:
                    drop(dialog, tmp_path / name)
                    told[name] = (await refused(dialog)).splitlines()[0]
            assert told == expected
            assert beat.longest <= LONGEST_TURN, f"{beat.waited:.3f} s by the clock"
            drop(dialog, tmp_path / "mine.csv")
            assert len((await looked_at(dialog)).good) == 1
            press(dialog.cancel)
            await until(lambda: clerk.numbers_dialog is None, "the window is closed")
            assert not await clerk.sent("addnumber")

    run_qt(qapp, scenario(), 90)


def test_a_file_that_goes_away_is_said_and_the_one_read_before_is_not_taken_for_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("05550000051\n")

    async def scenario() -> None:
        async with numbers_window(qapp, tmp_path) as (_, dialog):
            drop(dialog, path)
            assert len((await looked_at(dialog)).good) == 1
            path.unlink()
            drop(dialog, path)
            assert (await refused(dialog)).startswith("The file cannot be opened.")
            assert not dialog.body.isVisible()

    run_qt(qapp, scenario(), 60)


def test_a_window_closed_while_a_large_file_is_read_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    write_csv(path)

    async def scenario() -> None:
        async with numbers_window(qapp, tmp_path) as (clerk, dialog):
            drop(dialog, path)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: clerk.numbers_dialog is None, "it is closed")
            tasks = clerk.desk.program._tasks
            await until(lambda: not [name for name in tasks.names if name.startswith("numbers")], "nothing is read")
            assert clerk.forms.numbers is None

    run_qt(qapp, scenario(), 60)


def test_before_the_report_has_come_the_window_says_that_duplicates_are_not_known(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=ENGLISH, factor=FACTOR) as clerk:
            other = await clerk.make("Bayram", pbx_day(time.time()), numbers(0, LISTED))
            await clerk.make("Anket", pbx_day(time.time()), numbers(0, LISTED))
            await clerk.choose("Anket")
            told = {}
            for name, list_id in (("Anket", clerk.shown("Anket").id), ("Bayram", other)):
                clerk.forms.add(list_id)
                dialog = await until(lambda: clerk.numbers_dialog, "the window for numbers")
                paste(dialog, wire(0))
                told[name] = (await looked_at(dialog)).counts.get(RowMark.IN_LIST, 0), dialog.summary.text()
                press(dialog.cancel)
                await until(lambda: clerk.numbers_dialog is None, "the window gone")
            assert told["Anket"][0] == 1
            assert "not known yet" not in told["Anket"][1]
            assert told["Bayram"][0] == 0
            assert "The list's own numbers are not known yet" in told["Bayram"][1]

    run_qt(qapp, scenario(), 60)
