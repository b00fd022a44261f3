"""Numbers pasted, dropped and opened: each is shown with what becomes of it, and only those that will be sent go on."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.preview import RowMark
from supervisor_gui.errors import StoreError
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import ListNumber
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.campaigns.preview_table import BECOMES, NAME, NUMBER
from tests.helpers.qt_async import run_qt, until
from tests.helpers.whole_label import whole

MIXED = (
    "Telefon;Ad\n"
    '0555 000 00 01;"Işık; Ayşe"\n'
    "0555 000 00 02;Bora\n"
    "0555 000 00 01;Ayşe Işık\n"
    "beş yüz;Can\n"
    "5,55E+09;Deniz\n"
    "0555 000 00 03;Ece\n"
    "0555 000 00 04;Fatma\n"
)


class Desk:
    """The dialog over a do-not-call list that holds what the test says."""

    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self.parent = parent
        self.tasks = tasks
        self.asked: list[frozenset[str]] = []
        self.stops: frozenset[str] = frozenset()
        self.failure: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.taken: list[tuple[tuple[ListNumber, ...], str]] = []

    async def blocked(self, tails: frozenset[str]) -> frozenset[str]:
        self.asked.append(tails)
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        return tails & self.stops

    def open(
        self,
        *,
        in_list: frozenset[str] = frozenset(),
        untold: bool = False,
        policy: Policy = Policy(),  # noqa: B008
    ) -> NumbersDialog:
        dialog = NumbersDialog(
            self.tasks,
            title="Numbers for Anket",
            in_list=in_list,
            untold=untold,
            blocked=self.blocked,
            policy=policy,
            chunk=100,
            seconds_each=7.5,
            parent=self.parent,
        )
        dialog.chosen.connect(lambda numbers, words: self.taken.append((numbers, words)))
        dialog.show()
        return dialog


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    looks.apply(qapp, looks.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


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


def rows(dialog: NumbersDialog) -> list[tuple[str, str, str]]:
    model = dialog.table.preview_model
    return [
        (
            str(model.index(row, NUMBER).data()),
            str(model.index(row, NAME).data()),
            str(model.index(row, BECOMES).data()),
        )
        for row in range(model.rowCount())
    ]


async def paste(dialog: NumbersDialog, text: str) -> None:
    dialog.paste.setPlainText(text)
    await shown(dialog)


async def shown(dialog: NumbersDialog) -> None:
    await until(dialog.body.isVisible, "the preview")
    await until(lambda: "Reading" not in dialog.summary.text(), "the reading ends")


def test_pasted_numbers_are_cleaned_and_taken_over(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        assert not dialog.take.isEnabled()
        qtbot.keyClicks(dialog.paste, "0555 000 00 01")
        await shown(dialog)
        assert rows(dialog) == [("0555 000 00 01", "5550000001", "✓ will be sent")]
        assert dialog.take.text() == "Take over 1 number(s)"
        qtbot.keyClick(dialog.take, Qt.Key.Key_Space)
        (numbers, words) = desk.taken[0]
        assert [(number.number, number.name) for number in numbers] == [("5550000001", "5550000001")]
        assert words.startswith("1 of 1 will be sent. No name column: the number itself is sent as the name.")

    run(scenario)


@pytest.mark.parametrize("untold", [True, False])
def test_before_the_lists_report_has_come_nobody_thinks_that_duplicates_were_looked_for(
    run: Run, *, untold: bool
) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open(untold=untold)
        await paste(dialog, MIXED)
        warning = "The list's own numbers are not known yet, so none of these is marked as already in it."
        assert dialog.summary.text().endswith(warning) is untold
        assert dialog.take.accessibleDescription().endswith(warning) is untold

    run(scenario)


def test_every_row_says_what_becomes_of_it_those_not_sent_first(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        desk.stops = frozenset({"5550000003"})
        dialog = desk.open(in_list=frozenset({"5550000002"}))
        await paste(dialog, MIXED)
        said = {(name, words) for _, name, words in rows(dialog)[:5]}
        assert said == {
            ("Bora", "✕ already in the list"),
            ("Ayşe Işık", "✕ comes twice: sent once"),
            ("Can", "✕ no number: it has letters"),
            ("Deniz", "✕ Excel shortened this number: format the column as text and save again"),
            ("Ece", "✕ on the do-not-call list"),
        }
        assert rows(dialog)[5:] == [
            ("0555 000 00 01", "Işık; Ayşe", "✓ will be sent"),
            ("0555 000 00 04", "Fatma", "✓ will be sent"),
        ]
        text = dialog.summary.text()
        assert text.startswith("2 of 7 will be sent: 2 are invalid, 1 come twice, 1 are in the list already")
        assert text.endswith("That takes 1 request(s), about 8 s.")
        dialog.wrong_first.setChecked(False)
        assert [name for _, name, _ in rows(dialog)][:2] == ["Işık; Ayşe", "Bora"]

    run(scenario)


def test_a_part_is_shown_alone_by_its_button(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        await paste(dialog, MIXED)
        visible = [button.text() for button in dialog.parts.findChildren(QPushButton) if button.isVisible()]
        assert visible == ["All rows  7", "Will be sent  4", "Twice  1", "Invalid  2"]
        qtbot.mouseClick(dialog.parts.parts[RowMark.INVALID], Qt.MouseButton.LeftButton)
        assert [name for _, name, _ in rows(dialog)] == ["Can", "Deniz"]
        await paste(dialog, "05550000009")
        await until(lambda: len(rows(dialog)) == 1, "all rows of what was pasted then")

    run(scenario)


def test_columns_are_found_and_can_be_chosen_otherwise(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        await paste(dialog, MIXED)
        assert (dialog.chooser.number.currentText(), dialog.chooser.name.currentText()) == ("Telefon", "Ad")
        assert dialog.chooser.titles.isChecked()
        dialog.chooser.name.setCurrentIndex(0)
        dialog.chooser.name.activated.emit(0)
        await until(lambda: "the number itself" in dialog.summary.text(), "no names any more")
        dialog.chooser.number.setCurrentIndex(0)
        dialog.chooser.number.activated.emit(0)
        await until(lambda: dialog.summary.text() == "Choose the column with the numbers.", "no numbers any more")
        assert not dialog.take.isEnabled()

    run(scenario)


def test_a_file_is_opened_in_a_window_of_its_own(run: Run, tmp_path: Path, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        file = tmp_path / "müşteriler.csv"
        file.write_bytes(MIXED.encode("cp1254"))
        dialog = desk.open()
        qtbot.keyClick(dialog.open_file, Qt.Key.Key_Space)
        assert dialog.files is not None
        files = dialog.files
        await until(files.isVisible, "the window for files")
        files.fileSelected.emit(str(file))
        files.close()
        await shown(dialog)
        assert dialog.source.text() == "müşteriler.csv"
        assert ("0555 000 00 01", "Işık; Ayşe", "✓ will be sent") in rows(dialog)

    run(scenario)


def test_a_dropped_file_and_dropped_text_are_read(run: Run, tmp_path: Path) -> None:
    async def scenario(desk: Desk) -> None:
        file = tmp_path / "a.csv"
        file.write_text("05550000001\n", "utf-8")
        for target in ("dialog", "paste"):
            dialog = desk.open()
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(file))])
            if target == "dialog":
                drop(dialog, data)
            else:
                dialog.paste.insertFromMimeData(data)
            await shown(dialog)
            assert dialog.source.text() == "a.csv"
            text = QMimeData()
            text.setText("05550000001\n05550000002")
            drop(dialog, text)
            await until(lambda each=dialog: len(rows(each)) == 2, "the text in place of the file")
            assert dialog.source.text() == ""
            dialog.close()

    run(scenario)


def drop(dialog: NumbersDialog, data: QMimeData) -> None:
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(5, 5), action, data, left, Qt.KeyboardModifier.NoModifier)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(5, 5), action, data, left, Qt.KeyboardModifier.NoModifier))


def test_ctrl_v_pastes_wherever_the_keyboard_is(run: Run, qtbot: QtBot) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        QGuiApplication.clipboard().setText("Ad\tTelefon\nAyşe\t0555 000 00 01")
        dialog.cancel.setFocus()
        await until(dialog.cancel.hasFocus, "the keyboard on a button")
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await shown(dialog)
        assert rows(dialog) == [("0555 000 00 01", "Ayşe", "✓ will be sent")]

    run(scenario)


def test_a_long_paste_is_read_without_standing_in_the_field(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        data = QMimeData()
        data.setText("".join(f"0555{number:07d}\n" for number in range(5_000)))
        dialog.paste.paste_instead(data)
        await shown(dialog)
        assert dialog.table.preview_model.rowCount() == 5_000
        assert (dialog.paste.toPlainText(), dialog.source.text()) == ("", "Pasted")

    run(scenario)


def test_what_comes_later_takes_the_place_of_what_is_still_read(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        desk.gate = asyncio.Event()
        dialog = desk.open()
        dialog.paste.setPlainText("05550000001")
        await until(lambda: len(desk.asked) == 1, "the first is looked up")
        assert dialog.summary.text() == "Reading…"
        dialog.paste.setPlainText("05550000002")
        await until(lambda: len(desk.asked) == 2, "the second is looked up")
        desk.gate.set()
        await shown(dialog)
        assert [number for number, _, _ in rows(dialog)] == ["0555 000 00 02"]

    run(scenario)


def test_a_dialog_closed_while_reading_takes_nothing(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        desk.gate = asyncio.Event()
        dialog = desk.open()
        dialog.paste.setPlainText("05550000001")
        await until(lambda: desk.asked, "it is looked up")
        dialog.reject()
        desk.gate.set()
        await until(lambda: not desk.tasks.names, "the reading ends")
        assert not desk.taken

    run(scenario)


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "This is an old Excel file, or one with a password."),
        (b"PK\x03\x04 no zip", "The file is damaged."),
        (bytes(range(256)) * 40, "There is no table in this file."),
        (b"\n" * 100_050 + b"05550000001", "There are too many rows."),
        (b"x" * 20_000_001, "The file is too big."),
        (b"", "There are no rows in this."),
        (None, "The file cannot be opened."),
    ],
    ids=["old", "damaged", "binary", "rows", "size", "empty", "gone"],
)
def test_a_file_that_cannot_be_used_is_said_in_words(run: Run, tmp_path: Path, data: bytes | None, title: str) -> None:
    async def scenario(desk: Desk) -> None:
        file = tmp_path / "a.xlsx"
        if data is not None:
            file.write_bytes(data)
        dialog = desk.open()
        dialog.read_file(str(file))
        await until(dialog.notice.isVisible, "what is wrong")
        assert dialog.notice.words.startswith(title)
        assert len(dialog.notice.words.splitlines()) == 2
        assert not dialog.take.isEnabled()
        assert not dialog.body.isVisible()
        await paste(dialog, "05550000001")
        assert not dialog.notice.isVisible()

    run(scenario)


def test_without_the_do_not_call_list_no_number_is_taken(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        desk.failure = StoreError("The file is in use.")
        dialog = desk.open()
        dialog.paste.setPlainText("05550000001")
        await until(dialog.notice.isVisible, "what is wrong")
        assert "The do-not-call list cannot be read" in dialog.notice.words
        assert not dialog.take.isEnabled()

    run(scenario)


def test_a_seat_that_sees_masked_numbers_sees_no_others(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open(policy=Policy(mask_numbers=True))
        await paste(dialog, "05550000001\n05550000002x")
        for number, name, _ in rows(dialog):
            assert number.startswith("•••")
            assert "555" not in name

    run(scenario)


def test_an_emptied_field_takes_back_the_preview(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        await paste(dialog, "05550000001")
        dialog.paste.clear()
        await until(lambda: not dialog.body.isVisible(), "nothing to look at")
        assert not dialog.take.isEnabled()

    run(scenario)


def test_fifty_thousand_rows_come_with_their_time(run: Run, tmp_path: Path) -> None:
    async def scenario(desk: Desk) -> None:
        file = tmp_path / "many.csv"
        file.write_text("".join(f"0555{number:07d};Ad {number}\n" for number in range(50_000)), "utf-8")
        dialog = desk.open()
        dialog.read_file(str(file))
        await shown(dialog)
        assert dialog.table.preview_model.rowCount() == 50_000
        assert "That takes 500 request(s), about 1 h 2 min" in dialog.summary.text()

    run(scenario)


def test_foreign_text_is_shown_plain(run: Run) -> None:
    async def scenario(desk: Desk) -> None:
        dialog = desk.open()
        await paste(dialog, "Telefon\tAd\n05550000001\t<b>Ayşe</b>\u202e")
        assert rows(dialog)[0][1] == "<b>Ayşe</b>"
        tip = dialog.table.preview_model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
        assert "&lt;b&gt;" in tip

    run(scenario)


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_longer_words_fit_and_every_control_has_a_name(run: Run, qapp: QApplication, theme: looks.Theme) -> None:
    async def scenario(desk: Desk) -> None:
        looks.apply(qapp, theme)
        i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
        try:
            desk.stops = frozenset({"5550000003"})
            dialog = desk.open(in_list=frozenset({"5550000002"}))
            dialog.paste.setPlainText(MIXED)
            await until(dialog.body.isVisible, "the preview")
            assert dialog.width() <= 1000
            for control in dialog.findChildren(QWidget):
                if isinstance(control, QAbstractButton | QComboBox | QCheckBox) and control.isVisible():
                    assert control.accessibleName(), control
                if isinstance(control, QAbstractButton) and control.isVisible() and control.text():
                    assert control.width() >= control.minimumSizeHint().width(), control.text()
                if isinstance(control, QLabel) and control.isVisible() and control.wordWrap():
                    await until(lambda label=control: whole(label), control.text())
            assert dialog.table.accessibleName()
            assert dialog.paste.accessibleName()
        finally:
            i18n.use(None)
            looks.apply(qapp, looks.LIGHT)

    run(scenario)
