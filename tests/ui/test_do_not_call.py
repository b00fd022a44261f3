"""The do-not-call list by keys: found, added to, filled from a file, and never shortened by accident."""

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.values import BlockedNumber
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.do_not_call import DoNotCallDialog
from supervisor_gui.ui.campaigns.do_not_call_table import NOTE, NUMBER, SINCE, WHO
from supervisor_gui.ui.settings.page import SettingsView
from tests.helpers.qt_async import run_qt, until
from tests.helpers.whole_label import whole

KEPT = (
    BlockedNumber("5550000001", "0555 000 00 01", "Aranmak istemiyor", 1_790_000_000.0, "ayse"),
    BlockedNumber("5550000002", "0555 000 00 02", "<b>Işık</b>", 1_780_000_000.0, "bora"),
)


class Desk:
    """Makes dialogs, and keeps the list as whoever joins them would."""

    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self.parent = parent
        self.tasks = tasks
        self.kept = KEPT

    def open(self, policy: Policy = Policy()) -> DoNotCallDialog:  # noqa: B008
        dialog = DoNotCallDialog(self.tasks, policy=policy, parent=self.parent)

        def add(numbers: tuple[BlockedNumber, ...]) -> None:
            self.kept = (*numbers, *self.kept)
            dialog.show_rows(self.kept)

        def remove(tails: tuple[str, ...]) -> None:
            self.kept = tuple(row for row in self.kept if row.tail not in tails)
            dialog.show_rows(self.kept)

        dialog.add_wanted.connect(add)
        dialog.remove_wanted.connect(remove)
        dialog.show_rows(self.kept)
        dialog.show()
        return dialog


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    looks.apply(qapp, looks.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


Run = Callable[[Callable[[Desk], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def run(qapp: QApplication, window: QWidget) -> Run:
    """Runs a scenario at a desk; a task that fails fails the test."""

    def go(scenario: Callable[[Desk], Coroutine[Any, Any, None]]) -> None:
        async def bounded() -> None:
            bugs: list[BaseException] = []
            tasks = Tasks(lambda _, error: bugs.append(error))
            try:
                await scenario(Desk(window, tasks))
            finally:
                await tasks.close()
            assert not bugs

        run_qt(qapp, bounded())

    return go


def cell(dialog: DoNotCallDialog, row: int, column: int) -> str:
    return str(dialog.table.blocked_model.index(row, column).data())


def numbers(dialog: DoNotCallDialog) -> list[str]:
    return [cell(dialog, row, NUMBER) for row in range(dialog.table.blocked_model.rowCount())]


def test_the_list_tells_number_note_since_and_by_whom(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        assert [cell(dialog, 0, column) for column in (NUMBER, NOTE, WHO)] == [
            "0555 000 00 01",
            "Aranmak istemiyor",
            "ayse",
        ]
        assert cell(dialog, 0, SINCE) != "–"
        assert cell(dialog, 1, NOTE) == "<b>Işık</b>"
        assert dialog.count.text() == "Numbers: 2"

    run(scenario)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("istemiyor", 1), ("ISIK", 1), ("0555 000 00 02", 1), ("5550000002", 1), ("+90 555 000 00 02", 1), ("x", 0)],
)
def test_it_is_searched_by_number_note_and_user(run: Run, qtbot: QtBot, typed: str, found: int) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        qtbot.keyClicks(dialog.search, typed)
        assert len(numbers(dialog)) == found
        assert dialog.count.text() == f"{found} of 2"

    run(scenario)


def test_a_number_is_added_by_keys_as_the_dial_bar_reads_it(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        qtbot.keyClicks(dialog.number.line, "+90 (555) 000 00 03")
        qtbot.keyClicks(dialog.note, "kara liste")
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
        added = desk.kept[0]
        assert (added.tail, added.number, added.note) == ("5550000003", "0555 000 00 03", "kara liste")
        assert dialog.number.line.text() == ""
        assert dialog.isVisible()

    run(scenario)


@pytest.mark.parametrize("typed", ["", "bes", "0555", "112"])
def test_what_is_no_number_is_not_added_and_said(run: Run, qtbot: QtBot, typed: str) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        qtbot.keyClicks(dialog.number.line, typed)
        qtbot.keyClick(dialog.number.line, Qt.Key.Key_Return)
        assert desk.kept == KEPT
        assert not dialog.add.isEnabled()
        assert bool(dialog.number.words.text()) is bool(typed)

    run(scenario)


def test_a_file_fills_the_list_and_tells_what_was_no_number(run: Run, tmp_path: Path) -> None:
    async def scenario(desk: Desk) -> None:
        file = tmp_path / "liste.csv"
        file.write_text("Telefon;Ad\n05550000003;Can\n05550000003;Can\nyok;Ece\n05550000004;\n", "utf-8")
        dialog = desk.open()
        dialog.read_file(str(file))
        await until(dialog.told.isVisible, "what came")
        assert dialog.told.text() == "2 number(s) found: 1 are invalid, 1 come twice."
        assert [(row.tail, row.note) for row in desk.kept[:2]] == [("5550000003", "Can"), ("5550000004", "")]

    run(scenario)


def test_pasted_and_dropped_numbers_are_put_on_it_too(run: Run, tmp_path: Path, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        dialog.activateWindow()
        QGuiApplication.clipboard().setText("05550000003\n05550000004")
        dialog.table.setFocus()
        await until(dialog.table.hasFocus, "the keyboard in the table")
        qtbot.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: len(desk.kept) == 4, "two more")
        file = tmp_path / "a.csv"
        file.write_text("05550000005", "utf-8")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
        await until(lambda: len(desk.kept) == 5, "one more")

    run(scenario)


def test_a_file_without_a_number_says_so(run: Run, tmp_path: Path) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        dialog.read_file(str(tmp_path / "gone.csv"))
        await until(dialog.notice.isVisible, "what is wrong")
        assert dialog.notice.words.startswith("The file cannot be opened.")
        file = tmp_path / "a.csv"
        file.write_text("elma\narmut\n", "utf-8")
        dialog.read_file(str(file))
        await until(dialog.told.isVisible, "what came")
        assert dialog.told.text().startswith("No number was found")
        assert desk.kept == KEPT

    run(scenario)


def test_delete_asks_before_chosen_numbers_are_taken_off(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        assert not dialog.remove.isEnabled()
        dialog.table.selectRow(1)
        for answer, left in ((Qt.Key.Key_Escape, 2), (Qt.Key.Key_Space, 1)):
            qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
            await until(lambda: dialog.question is not None and dialog.question.isVisible(), "the question")
            question = dialog.question
            assert question is not None
            assert question.no.isDefault()
            qtbot.keyClick(question.yes, answer)
            await until(lambda: dialog.question is None, "the answer")
            assert len(numbers(dialog)) == left
        assert desk.kept == KEPT[:1]

    run(scenario)


def test_a_seat_without_the_right_looks_only(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open(Policy(denied=("campaigns",), mask_numbers=True))
        assert numbers(dialog) == ["•••01", "•••02"]
        qtbot.keyClicks(dialog.search, "5550000001")
        assert not numbers(dialog)
        dialog.search.clear()
        dialog.table.selectRow(0)
        for control in (dialog.add, dialog.take_in, dialog.remove, dialog.note):
            assert not control.isEnabled()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
        dialog.read_file(str(tmp_path))
        assert not desk.tasks.names
        assert "seat" in dialog.intro.text()

    run(scenario)


def test_a_hundred_thousand_numbers_are_searched(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        dialog.show_rows([BlockedNumber(f"555{n:07d}", f"0555{n:07d}", f"Ad {n}") for n in range(100_000)])
        dialog.search.setText("5550099999")
        assert numbers(dialog) == ["05550099999"]

    run(scenario)


def test_longer_words_fit_and_every_control_has_a_name(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
        try:
            dialog = desk.open(Policy(denied=("campaigns",)))
            for control in dialog.findChildren(QWidget):
                if not control.isVisible():
                    continue
                if isinstance(control, QAbstractButton | QLineEdit):
                    assert control.accessibleName() or control.parent() is dialog.search, control
                if isinstance(control, QAbstractButton) and control.text():
                    assert control.width() >= control.minimumSizeHint().width(), control.text()
                if isinstance(control, QLabel) and control.wordWrap():
                    await until(lambda label=control: whole(label), control.text())
        finally:
            i18n.use(None)

    run(scenario)


def test_the_settings_open_the_list_by_a_button(qtbot: QtBot) -> None:
    page = SettingsView()
    qtbot.addWidget(page)
    page.open_group("campaigns")
    assert page.do_not_call.accessibleName()
    with qtbot.waitSignal(page.do_not_call_wanted):
        page.do_not_call.click()
