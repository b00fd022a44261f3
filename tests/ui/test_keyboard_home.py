"""Where the keyboard goes when the strip, bar or toast that has it goes: back to the page, never into the dial bar."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.autodial.values import JobState, ListState, UploadJob
from supervisor_gui.config import Settings
from supervisor_gui.live.commands import Batch, Outcome, PauseAgent, TargetResult
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.call_rows import CallContext
from supervisor_gui.ui.calls.front import CallFront
from supervisor_gui.ui.campaigns.board_strip import BoardStrip
from supervisor_gui.ui.campaigns.page import CampaignPage
from supervisor_gui.ui.dialogs.password_bar import PasswordPrompt
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.records.page import RecordsView
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW, agent, queue
from tests.helpers.call_samples import call, calls
from tests.helpers.shown_lists import shown, view

KEY = Qt.Key
BOARD = samples.board([agent("101", queues=("Destek",)), agent("102", queues=("Destek",))], [queue("Destek", 2)])
LIST = shown(1, "Memnuniyet", ListState.RUNNING, (141, 68, 19, 12))


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    looks.apply(qapp, looks.LIGHT)
    made = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    made.window.resize(1280, 800)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show_board(samples.update(BOARD))
    made.open_page("live")
    assert holder(made) is made.board.agents.table
    yield made
    made.window.close_for_good()
    made.window.deleteLater()


def holder(shell: Shell) -> QWidget | None:
    return shell.window.focusWidget()


def outcome(outcome: Outcome, number: int = 1) -> Batch:
    result = TargetResult(PauseAgent("101", "Destek", "Çay"), outcome)
    return Batch(id=number, action="pause", results=(result,), started=0.0)


def close_button(shell: Shell) -> QPushButton:
    return next(one for one in shell.window.batches.findChildren(QPushButton) if one.text() == "Close")


def test_close_on_the_strip_of_outcomes_gives_it_to_the_agents(shell: Shell, qtbot: QtBot) -> None:
    shell.window.batches.show_batch(outcome(Outcome.DONE))
    qtbot.mouseClick(close_button(shell), Qt.MouseButton.LeftButton)
    assert not shell.window.batches.isVisible()
    assert holder(shell) is shell.board.agents.table


def test_it_goes_to_who_had_it_last_on_the_page(shell: Shell, qtbot: QtBot) -> None:
    shell.board.focus_filter()
    field = holder(shell)
    assert isinstance(field, QLineEdit)
    shell.window.batches.show_batch(outcome(Outcome.DONE))
    qtbot.mouseClick(close_button(shell), Qt.MouseButton.LeftButton)
    assert holder(shell) is field


def test_who_types_elsewhere_goes_on_typing(shell: Shell) -> None:
    shell.window.batches.show_batch(outcome(Outcome.DONE))
    shell.dial_bar.focus_entry()
    typing = holder(shell)
    shell.window.batches.forget()
    assert holder(shell) is typing is not None


def test_a_strip_that_goes_with_its_page_leaves_the_keyboard_to_the_next_page(shell: Shell) -> None:
    strip = BoardStrip()
    strip.apply_theme(looks.LIGHT)
    shell.board.put_below(strip)
    strip.show_view(view(LIST))
    strip.stop.setFocus()
    page, field = QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(field)
    shell.window.add_page("calls", page)
    shell.window.open_page("calls")
    field.setFocus()
    strip.show_view(view())
    assert holder(shell) is field


def test_the_stop_of_a_list_that_stopped(shell: Shell) -> None:
    strip = BoardStrip()
    strip.apply_theme(looks.LIGHT)
    shell.board.put_below(strip)
    strip.show_view(view(LIST))
    strip.stop.setFocus()
    strip.show_view(view())
    assert not strip.isVisible()
    assert holder(shell) is shell.board.agents.table


def test_a_toast_that_is_closed_by_keys(shell: Shell, qtbot: QtBot) -> None:
    shell.messages.tell(Message("The settings cannot be written.", tone=Tone.PROBLEM))
    (toast,) = shell.toasts.shown
    toast.shut.setFocus()
    qtbot.keyClick(toast.shut, KEY.Key_Space)
    assert shell.toasts.shown == ()
    assert holder(shell) is shell.board.agents.table


def password_bar(shell: Shell) -> PasswordPrompt:
    bar = PasswordPrompt()
    shell.window.notices.addWidget(bar)
    shell.window.keyboard.watch(bar)
    return bar


def test_a_password_that_was_taken(shell: Shell, qtbot: QtBot) -> None:
    bar = password_bar(shell)
    bar.ask("8501110000")
    bar.take_focus()
    qtbot.keyClicks(bar.field.line, "p4ssw0rd")
    qtbot.keyClick(bar.field.line, KEY.Key_Return)
    bar.done()
    assert holder(shell) is shell.board.agents.table


def test_a_password_that_was_refused_can_be_typed_anew_at_once(shell: Shell, qtbot: QtBot) -> None:
    bar = password_bar(shell)
    bar.ask("8501110000")
    bar.take_focus()
    qtbot.keyClicks(bar.field.line, "wr0ng")
    qtbot.keyClick(bar.field.line, KEY.Key_Return)
    bar.ask("8501110000", "The PBX does not accept the password.")
    assert holder(shell) is bar.field.line


@pytest.mark.parametrize("waits", [False, True])
def test_escape_puts_the_password_bar_away(shell: Shell, qtbot: QtBot, waits: bool) -> None:
    bar = password_bar(shell)
    bar.ask("8501110000")
    bar.take_focus()
    qtbot.keyClicks(bar.field.line, "p4ssw0rd")
    if waits:
        qtbot.keyClick(bar.field.line, KEY.Key_Return)
    held = holder(shell)
    assert held is not None
    qtbot.keyClick(held, KEY.Key_Escape)
    assert not bar.isVisible()
    assert holder(shell) is shell.board.agents.table


@pytest.mark.parametrize("left", [(), (call("b"),)], ids=["the last", "one of two"])
def test_the_own_call_that_ended_under_its_button(shell: Shell, left: tuple[LiveCall, ...]) -> None:
    front = CallFront(shell, Tasks())
    panel = front.panel
    panel.set_context(CallContext(names=samples.name_of, mine="102"))
    panel.show_calls(calls(*left, call("a")), NOW)
    row = panel.row_of("a")
    assert row is not None
    row.mute.setFocus()
    assert panel.isAncestorOf(holder(shell))
    panel.show_calls(calls(*left), NOW)
    assert holder(shell) is shell.board.agents.table


# Strips of pages.


Show = Callable[[QWidget], None]


@pytest.fixture
def show(shell: Shell) -> Show:
    def put(page: QWidget) -> None:
        shell.window.add_page("records", page)
        shell.window.open_page("records")

    return put


def test_the_line_of_a_recording(shell: Shell, show: Show, qtbot: QtBot) -> None:
    page = RecordsView()
    page.apply_theme(looks.LIGHT)
    show(page)
    page.recording.show_waiting("Asking…")
    page.recording.cancel.setFocus()
    page.recording.show_done("Saved: a.wav", Path("a.wav"))
    assert page.recording.isAncestorOf(holder(shell)), "its button went, and the line stayed"
    page.recording.dismiss.setFocus()
    qtbot.keyClick(page.recording.dismiss, KEY.Key_Space)
    assert not page.recording.isVisible()
    assert holder(shell) is page.table


def test_the_line_of_an_export(shell: Shell, show: Show, qtbot: QtBot) -> None:
    page = StatisticsView()
    show(page)
    page.show_export(0.5, "")
    page.progress.export_cancel.setFocus()
    page.show_saved(Path("a.csv"))
    assert page.progress.isAncestorOf(holder(shell))
    page.progress.dismiss.setFocus()
    qtbot.keyClick(page.progress.dismiss, KEY.Key_Space)
    assert not page.progress.isVisible()
    held = holder(shell)
    assert held is None or page.isAncestorOf(held)


def test_the_line_of_an_upload(shell: Shell, show: Show, qtbot: QtBot) -> None:
    page = CampaignPage(wall=lambda: NOW)
    page.apply_theme(looks.LIGHT)
    show(page)
    job = UploadJob(id=7, list_id="1", list_name="Memnuniyet", made_at=NOW, state=JobState.DONE, sent=9, refused=1)
    listed = shown(1, "Memnuniyet", ListState.STOPPED, (9, 0, 0, 0))
    page.show_view(view(listed))
    page.uploads.show_jobs((job,))
    page.uploads.lines[7].dismiss.setFocus()
    qtbot.keyClick(page.uploads.lines[7].dismiss, KEY.Key_Space)
    assert page.uploads.lines == {}
    assert holder(shell) is page.table


def test_a_list_that_is_gone_takes_its_numbers_with_it(shell: Shell, show: Show) -> None:
    page = CampaignPage(wall=lambda: NOW)
    page.apply_theme(looks.LIGHT)
    show(page)
    page.show_view(view(LIST))
    page.numbers.focus_first()
    assert page.numbers.isAncestorOf(holder(shell))
    page.show_view(view())
    assert holder(shell) is page.table
