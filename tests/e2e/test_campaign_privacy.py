"""Customers' numbers in auto-dial lists: where they may stand, what a deletion leaves, and what ends with a session."""

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from supervisor_gui.autodial.values import BlockedNumber, JobState
from supervisor_gui.clock import pbx_day
from supervisor_gui.config import keys
from supervisor_gui.history.retention import Retention
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import ListNumber, NumberChange
from supervisor_gui.options import Options
from tests.helpers.forgotten_number import Clerk, holding
from tests.helpers.list_clerk import LINE, ListClerk, leftovers, list_clerk, numbers, press, wire
from tests.helpers.qt_async import run_qt, until

pytestmark = [
    pytest.mark.e2e,
    # A machine without a keyring is told so when a number is deleted.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

NAME = "Anket"
LISTED = 5
SECRET = "gizli-anahtar-4711"
URL = f"https://ornek.example/hook?token={SECRET}"
WHOLE = re.compile(rb"555[\s.()-]{0,2}\d{3}[\s.()-]{0,2}\d{2}[\s.()-]{0,2}\d{2}")


def shown_texts(root: QWidget) -> list[str]:
    """Everything below a widget that can be read, seen or heard: labels, fields, buttons, hints, tables."""
    texts: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        match widget:
            case QLabel() | QAbstractButton() | QLineEdit():
                texts.append(widget.text())
            case QPlainTextEdit():
                texts.append(widget.toPlainText())
            case QAbstractItemView() if widget.model() is not None:
                texts += _cells(widget)
    return texts


def _cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(min(model.rowCount(), 200))
        for column in range(model.columnCount())
        for role in roles
    ]


def whole_numbers(texts: list[str]) -> list[str]:
    """Those that hold a customer's whole number."""
    return [text for text in texts if WHOLE.search(text.encode())]


def logs(clerk: ListClerk) -> bytes:
    """All that the program has written down of its work."""
    return b"".join(path.read_bytes() for path in sorted(clerk.desk.paths.logs.iterdir()))


def audit(clerk: ListClerk) -> list[tuple[Any, ...]]:
    """The rows of what was done, as they lie on the disk."""
    with closing(sqlite3.connect(clerk.desk.paths.history)) as file:
        return file.execute("SELECT * FROM audit").fetchall()


async def settled(clerk: ListClerk) -> None:
    """All uploads have come to an end."""
    uploads = clerk.session.dialling.uploads
    await until(
        lambda: uploads.jobs and all(job.state in {JobState.DONE, JobState.CANCELLED} for job in uploads.jobs),
        "everything is sent",
        30,
    )


def test_logs_and_audit_know_two_digits_and_no_secret_of_the_web_address(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en", log_level="DEBUG")) as clerk:
            pasted = "".join(f"0555 000 00 {place:02d}\tKişi {place}\n" for place in range(20, 40))
            form = await clerk.filled_form(NAME, pasted, url=URL)
            press(form.go)
            await until(lambda: clerk.form is None, "the list is made")
            await settled(clerk)
            await clerk.choose(NAME)
            await until(lambda: len(clerk.page.numbers.rows) == 20, "its numbers")
            await _order_everything(clerk)
            done = str(audit(clerk))
            for action in (
                "create_list",
                "add_list_numbers",
                "start_list",
                "stop_list",
                "change_list_number",
                "remove_list_number",
                "replace_list_number",
                "do_not_call",
            ):
                assert action in done, action
            assert not WHOLE.search(done.encode())
            assert "•••" in done
            assert SECRET not in done
            written = logs(clerk)
            assert b" DEBUG " in written
            assert SECRET.encode() not in written
            assert not WHOLE.findall(written)
            others = {
                path.name
                for path in clerk.desk.paths.root.rglob("*")
                if path.is_file() and WHOLE.search(path.read_bytes()) and not path.name.startswith("history.sqlite")
            }
            assert others == set()

    run_qt(qapp, scenario(), 90)


async def _order_everything(clerk: ListClerk) -> None:
    """Each order that there is, by the window's own ways."""
    page, lists = clerk.page, clerk.session.dialling.lists
    table = page.numbers.table
    list_id = page.chosen_list
    table.setFocus()
    table.go_to_first()
    QTest.keyClick(table, Qt.Key.Key_Space)
    await until(lambda: any("changed" in line for line in clerk.lines), "a number is changed")
    row = page.numbers.rows[1]
    lists.replace_number(list_id, row, ListNumber(wire(77), "Yeni"))
    await until(lambda: any("replaced" in line for line in clerk.lines), "a number is replaced")
    table.go_to_first()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    await until(lambda: any("removed" in line for line in clerk.lines), "a number is removed")
    dialog = await clerk.opened_numbers()
    dialog.paste.setPlainText("0555 000 00 88\n")
    await until(dialog.take.isEnabled, "the number is looked at")
    press(dialog.take)
    await until(lambda: any("added" in line for line in clerk.lines), "a number is added")
    clerk.desk.shell.wished.emit("do_not_call")
    blocking = await until(lambda: clerk.do_not_call, "the do-not-call list")
    QTest.keyClicks(blocking.number.line, "0555 000 00 99")
    await until(blocking.add.isEnabled, "it is looked at")
    press(blocking.add)
    await until(lambda: blocking.table.blocked_model.total == 1, "it stands there")
    blocking.close()
    lists.start_list(list_id)
    await until(lambda: any("started" in line for line in clerk.lines), "the list is started")
    lists.stop_list(list_id)
    await until(lambda: any("stopped" in line for line in clerk.lines), "the list is stopped")
    await clerk.desk.program._store.audit(LINE)


def test_a_seat_that_sees_no_numbers_finds_none_on_the_page_in_previews_files_and_messages(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("program", "app", "preferences"):
        monkeypatch.setattr(f"supervisor_gui.{module}.policy_of", lambda _settings: Policy(mask_numbers=True))
    day = pbx_day(time.time())
    rows = [{"number": wire(1), "name": wire(1)}, {"number": wire(2), "name": "Ali 0555 000 00 02"}, *numbers(3, 3)]

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en")) as clerk:
            (tmp_path / "out").mkdir()
            clerk.desk.program._settings.set(keys.EXPORT_FOLDER, str(tmp_path / "out"))
            list_id = await clerk.make(NAME, day, rows)
            await clerk.choose(NAME)
            await until(lambda: len(clerk.page.numbers.rows) == len(rows), "its numbers")
            archive = clerk.session.dialling.archive
            await archive.block((BlockedNumber(wire(9), f"0{wire(9)}", "annesi 0555 000 00 10"),))
            clerk.session.dialling.lists.change_number(
                list_id, clerk.page.numbers.rows[0].id, NumberChange(active=False)
            )
            await until(lambda: any("changed" in line for line in clerk.lines), "a number is changed")
            dialog = await clerk.opened_numbers()
            dialog.read_file(str(_sheet(tmp_path)))
            await until(lambda: dialog.table.preview_model.rowCount() == 4, "the preview")
            assert whole_numbers(shown_texts(dialog.table)) == []
            assert whole_numbers([dialog.summary.text(), dialog.source.text()]) == []
            press(dialog.cancel)
            clerk.desk.shell.wished.emit("do_not_call")
            blocking = await until(lambda: clerk.do_not_call, "the do-not-call list")
            await until(lambda: blocking.table.blocked_model.total == 1, "its row")
            assert whole_numbers(shown_texts(blocking)) == []
            blocking.close()
            clerk.session.dialling.lists.replace_number(list_id, clerk.page.numbers.rows[1], ListNumber(wire(9)))
            await until(lambda: "replaced" in clerk.toasts, "a refusal is told")
            assert whole_numbers(shown_texts(clerk.desk.shell.window)) == []
            assert whole_numbers([clerk.toasts, *clerk.lines]) == []
            for form in ("csv", "xlsx"):
                clerk.page.export_wanted.emit(form)
                file = await until(lambda form=form: next((tmp_path / "out").glob(f"*.{form}"), None), form)
                await until(lambda: not clerk.desk.program.pages.campaigns.exports._files.busy, "it is written")
                text = file.read_text("utf-8-sig") if form == "csv" else _texts(file)
                assert "•••02" in text
                assert whole_numbers([text, file.name]) == []

    run_qt(qapp, scenario(), 60)


def _sheet(folder: Path) -> Path:
    path = folder / "preview.csv"
    lines = (
        "Telefon;Ad",
        f"0{wire(41)};Can",
        f"0{wire(42)};0555 000 00 42",
        f"0{wire(43)};{wire(43)}",
        "0555 000 00 44 / 0555 000 00 45;Ece",
    )
    path.write_text("\n".join(lines))
    return path


def _texts(file: Path) -> str:
    book = openpyxl.load_workbook(file)
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.mark.logs
def test_deleting_everything_about_a_number_takes_it_out_of_uploads_and_the_do_not_call_list(
    qapp: QApplication, tmp_path: Path
) -> None:
    day, number = pbx_day(time.time()), wire(4321)

    async def scenario() -> Path:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en", log_level="DEBUG")) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 3))
            await clerk.choose(NAME)
            dialling = clerk.session.dialling
            people = [ListNumber(wire(place), f"Kişi {place}") for place in range(4300, 4340)]
            people[5] = ListNumber(wire(4305), f"Eşi 0{number}")
            await dialling.uploads.add(list_id, NAME, people)
            await settled(clerk)
            (job,) = dialling.uploads.jobs
            await dialling.uploads.add(list_id, NAME, [ListNumber(number, "İkinci kez"), ListNumber(wire(5000))])
            for waiting in dialling.uploads.jobs:
                dialling.uploads.pause(waiting.id)
            await dialling.archive.block((BlockedNumber(tail(number), f"0{number}"), BlockedNumber(wire(6), wire(6))))
            assert any(name.startswith("history.sqlite") for name in holding(clerk.desk.paths.root, number))
            person = Clerk(clerk.desk)
            await person.ask_by_menu(f"0{number}")
            dialog = await until(lambda: person.dialog, "the question")
            await person.confirm(dialog, number)
            assert holding(clerk.desk.paths.root, number) == []
            assert not await dialling.archive.blocked_among(frozenset({tail(number)}))
            assert await dialling.archive.blocked_among(frozenset({wire(6)}))
            rows = await dialling.archive.rows(list_id)
            assert number not in {row.number for row in rows}
            assert {row.number for row in rows} >= {wire(4300), wire(4339)}
            assert job.id
            return clerk.desk.paths.root

    root = run_qt(qapp, scenario(), 90)
    assert holding(root, number) == []


@pytest.mark.logs
def test_a_number_deleted_while_its_upload_rests_is_not_sent_afterwards(qapp: QApplication, tmp_path: Path) -> None:
    day, number = pbx_day(time.time()), wire(7299)

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en")) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 3))
            await clerk.choose(NAME)
            uploads = clerk.session.dialling.uploads
            job = await uploads.add(list_id, NAME, [ListNumber(wire(place), "Can") for place in range(7000, 7300)])
            uploads.pause(job.id)
            await until(lambda: uploads.jobs[0].state is JobState.PAUSED and not uploads.jobs[0].underway, "it rests")
            assert uploads.jobs[0].waiting >= 100
            person = Clerk(clerk.desk)
            await person.ask_by_menu(f"0{number}")
            await person.confirm(await until(lambda: person.dialog, "the question"), number)
            uploads.go_on(job.id)
            await settled(clerk)
            sent = {row["number"] for row in (await clerk.truth(list_id))["numbers"]}
            assert number not in sent
            assert {wire(place) for place in range(7000, 7299)} <= sent
            assert (uploads.jobs[0].sent, uploads.jobs[0].waiting) == (299, 0)
            assert holding(clerk.desk.paths.root, number) == []

    run_qt(qapp, scenario(), 90)


def test_uploads_are_kept_as_long_as_records_and_no_longer(qapp: QApplication, tmp_path: Path) -> None:
    day, number = pbx_day(time.time()), wire(4321)

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en")) as clerk:
            list_id = await clerk.make(NAME, day, numbers(0, 3))
            await clerk.choose(NAME)
            dialling, store = clerk.session.dialling, clerk.desk.program._store
            await dialling.uploads.add(list_id, NAME, [ListNumber(number, "Can")])
            await settled(clerk)
            await dialling.archive.block((BlockedNumber(wire(6), wire(6)),))
            keeping = Retention()
            await store.prune(time.time() + (keeping.records - 2) * 86_400.0, keeping)
            assert number in {row.number for row in await dialling.archive.rows(list_id)}
            await store.prune(time.time() + (keeping.records + 2) * 86_400.0, keeping)
            assert await dialling.archive.rows(list_id) == ()
            assert await dialling.archive.blocked_among(frozenset({wire(6)}))
            assert holding(clerk.desk.paths.root, number) == []

    run_qt(qapp, scenario(), 60)


def test_the_language_changes_under_the_open_page_and_dialogs(qapp: QApplication, tmp_path: Path) -> None:
    day = pbx_day(time.time())

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path) as clerk:
            await clerk.make(NAME, day, numbers(0, 3))
            await clerk.choose(NAME)
            dialog = await clerk.opened_numbers()
            dialog.paste.setPlainText("0555 000 00 51\n")
            await until(dialog.take.isEnabled, "the number is looked at")
            turkish = set(shown_texts(dialog)), set(shown_texts(clerk.page))
            clerk.desk.program._settings.set(keys.LANGUAGE, "en")
            await until(lambda: clerk.page.new_action.text() == "New list", "the page is English")
            assert dialog.take.text() == "Take over 1 number"
            assert dialog.cancel.text() == "Cancel"
            # What the window was opened with stays: its title, and the button of a notice that is not shown.
            given = {dialog.windowTitle(), dialog.notice._details.button.text()}
            left = {text for text in turkish[0] & set(shown_texts(dialog)) if re.search("[ığşçöüİ]", text)}
            assert left <= given
            same = [text for text in (turkish[1] & set(shown_texts(clerk.page))) if re.search("[ığşçöü]", text)]
            assert [text for text in same if not re.search("Kişi|Satış|Hiç aranmamış", text)] == []
            press(dialog.cancel)
            form = await clerk.filled_form("Yarım", "0555 000 00 52\n")
            clerk.desk.shell.wished.emit("do_not_call")
            blocking = await until(lambda: clerk.do_not_call, "the do-not-call list")
            clerk.desk.program._settings.set(keys.LANGUAGE, "tr")
            await until(lambda: clerk.page.new_action.text() == "Yeni liste", "the page is Turkish")
            assert form.isVisible()
            assert form.list.name.text() == "Yarım"
            assert len(form.numbers) == 1
            assert form.go.isEnabled()
            assert "aranmayacaklar" in blocking.windowTitle().casefold()

    run_qt(qapp, scenario(), 60)


def test_a_session_that_ends_takes_its_dialogs_and_tasks_along(qapp: QApplication, tmp_path: Path) -> None:
    day = pbx_day(time.time())

    async def scenario() -> None:
        async with list_clerk(qapp, tmp_path, options=Options(lang="en")) as clerk:
            await clerk.make(NAME, day, numbers(0, LISTED))
            await clerk.choose(NAME)
            desk = clerk.desk
            for way in ("numbers", "form", "do_not_call", "question", "removing"):
                await _open(clerk, way)
                before = desk.program._session
                seat = "agent" if desk.program._settings.settings.get(keys.SEAT) == "supervisor" else "supervisor"
                desk.program._settings.set(keys.SEAT, seat)
                await until(lambda before=before: desk.program._session not in {None, before}, "another session")
                await until(lambda: not desk.program._turn.locked(), "one start at a time")
                await until(lambda: leftovers() == [], f"nothing is left of {way}")
                await until(lambda: not [name for name in desk.program._tasks.names if "list" in name], "no task")
                await until(lambda: clerk.shown(NAME), "the lists are shown again")
                clerk.page.choose(clerk.shown(NAME).id)
            assert not await clerk.sent("updateliststatus")
            assert not await clerk.sent("addnumber")
            assert not await clerk.sent("deletenumber")
            await _open(clerk, "form")
        assert leftovers() == [], "the program's end leaves none either"

    run_qt(qapp, scenario(), 90)


async def _open(clerk: ListClerk, way: str) -> None:
    """One of the dialogs of lists."""
    match way:
        case "numbers":
            await clerk.opened_numbers()
        case "form":
            await clerk.filled_form("Yarım", "0555 000 00 52\n")
        case "removing":
            panel = clerk.page.numbers
            await until(lambda: len(panel.rows) == LISTED, "its numbers")
            panel.table.setFocus()
            panel.table.selectAll()
            QTest.keyClick(panel.table, Qt.Key.Key_Delete)
            await until(lambda: clerk.question, "the question")
        case "do_not_call":
            clerk.desk.shell.wished.emit("do_not_call")
            await until(lambda: clerk.do_not_call, "the do-not-call list")
        case _:
            clerk.desk.program._settings.set(keys.MANY_NUMBERS, 1)
            clerk.forms.start(clerk.page.chosen_list)
            await until(lambda: clerk.question, "the question")
