"""Bridge and call into a menu: what the fields say, what the button costs, which command comes out."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.call_commands import Bridge, CallInto
from supervisor_gui.live.dial_memory import DialMemory, PortalKind, PortalName
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.ui.calls.call_dialog import CallDialog
from supervisor_gui.ui.calls.wishes import DialHow

LINE = "3121110000"
NAMES = DialMemory(
    portal=(
        PortalName(PortalKind.LINE, LINE),
        PortalName(PortalKind.MENU, "Ana menü"),
        PortalName(PortalKind.ANNOUNCEMENT, "Bayram", refused=True),
        PortalName(PortalKind.SOUND, "hosgeldin"),
    )
)


def read(text: str) -> Reading:
    return read_number(text, is_extension=lambda digits: digits in {"101", "110"})


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[CallDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    how = DialHow(extension="101", line=LINE, options=CallOptions(ring_seconds=25))
    made = CallDialog(window, read, defaults=how, names=NAMES, queues=("Destek", "Satış"))
    made.show()
    yield made
    window.close()


@pytest.fixture
def wanted(dialog: CallDialog) -> list[Any]:
    heard: list[Any] = []
    dialog.wanted.connect(heard.append)
    return heard


def type_into(qtbot: QtBot, field: Any, text: str) -> None:
    field.line.clear()
    qtbot.keyClicks(field.line, text)
    qtbot.waitUntil(lambda: bool(field.words.text()))


def test_two_numbers_typed_and_enter_make_a_bridge(dialog: CallDialog, wanted: list[Any], qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.bridge.caller.line, "0555 000 00 01")
    qtbot.keyClicks(dialog.bridge.called.line, "+90 555 000 00 02")
    qtbot.keyClick(dialog.bridge.called.line, Qt.Key.Key_Return)
    assert wanted == [Bridge("5550000001", "5550000002", LINE, FirstRung.INSIDE, CallOptions(ring_seconds=25))]


def test_each_field_shows_what_its_number_is_or_why_it_is_none(dialog: CallDialog, qtbot: QtBot) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    assert "555 000 00 01" in dialog.bridge.caller.words.text()
    type_into(qtbot, dialog.bridge.called, "abc")
    assert len(dialog.bridge.called.words.text()) > 10
    assert not dialog.go.isEnabled()
    type_into(qtbot, dialog.bridge.called, "101")
    assert "extension" in dialog.bridge.called.words.text()
    assert not dialog.go.isEnabled()


def test_a_number_is_not_connected_with_itself(dialog: CallDialog, qtbot: QtBot) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    type_into(qtbot, dialog.bridge.called, "+90 555 000 00 01")
    assert "same" in dialog.bridge.called.words.text()
    assert not dialog.go.isEnabled()
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 02")
    assert "same" not in dialog.bridge.called.words.text()
    assert dialog.go.isEnabled()


def test_the_second_number_may_ring_first_and_both_sides_may_hear_something(
    dialog: CallDialog, wanted: list[Any], qtbot: QtBot
) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    type_into(qtbot, dialog.bridge.called, "0555 000 00 02")
    dialog.bridge.first.setCurrentIndex(1)
    dialog.limit.setValue(10)
    dialog.go.click()
    [command] = wanted
    assert command.first is FirstRung.OUTSIDE
    assert command.options.call_limit_seconds == 600
    assert dialog.bridge.to_caller.isEnabled()


@pytest.mark.parametrize(
    ("number", "words"),
    [("+49 30 123456", "abroad"), ("0900 111 22 33", "charged"), ("112", "service")],
)
def test_a_number_that_costs_is_named_on_the_button_and_enter_does_not_press_it(
    dialog: CallDialog, wanted: list[Any], qtbot: QtBot, number: str, words: str
) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    qtbot.keyClicks(dialog.bridge.called.line, number)
    qtbot.keyClick(dialog.bridge.called.line, Qt.Key.Key_Return)
    assert wanted == []
    assert dialog.isVisible()
    assert words in dialog.go.text()
    qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    assert len(wanted) == 1


def test_a_number_changed_under_the_finger_is_not_called_without_its_warning(
    dialog: CallDialog, wanted: list[Any], qtbot: QtBot
) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    type_into(qtbot, dialog.bridge.called, "0555 000 00 02")
    dialog.bridge.called.line.setText("112")
    dialog.accept()
    assert wanted == []
    assert "service" in dialog.go.text()


def test_a_number_is_called_into_a_queue_with_a_prefix(dialog: CallDialog, wanted: list[Any], qtbot: QtBot) -> None:
    dialog.tabs.setCurrentIndex(1)
    type_into(qtbot, dialog.into.number, "444 0 555")
    qtbot.keyClicks(dialog.into.prefix, "VIP-12345")
    dialog.go.click()
    options = CallOptions(ring_seconds=25)
    assert wanted == [CallInto("4440555", "Destek", TargetKind.QUEUE, LINE, "VIP-1", options)]


def test_menus_are_offered_as_typed_before_and_a_refused_name_is_marked(
    dialog: CallDialog, wanted: list[Any], qtbot: QtBot
) -> None:
    dialog.tabs.setCurrentIndex(1)
    type_into(qtbot, dialog.into.number, "0555 000 00 01")
    dialog.into.kind.setCurrentIndex(1)
    assert not dialog.go.isEnabled()
    assert [dialog.into.target.box.itemText(0)] == ["Ana menü"]
    dialog.into.kind.setCurrentIndex(2)
    dialog.into.target.box.setCurrentText("Bayram")
    assert "refused" in dialog.into.target.words.text()
    dialog.into.target.box.setCurrentText(" Yeni ")
    assert dialog.into.target.words.text() == ""
    dialog.go.click()
    assert (wanted[0].target, wanted[0].kind) == ("Yeni", TargetKind.ANNOUNCEMENT)


def test_without_a_line_nothing_is_called(dialog: CallDialog, wanted: list[Any], qtbot: QtBot) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    type_into(qtbot, dialog.bridge.called, "0555 000 00 02")
    assert dialog.go.isEnabled()
    dialog.line.box.setCurrentText(" ")
    assert not dialog.go.isEnabled()
    dialog.accept()
    assert wanted == []


def test_esc_calls_nobody(dialog: CallDialog, wanted: list[Any], qtbot: QtBot) -> None:
    type_into(qtbot, dialog.bridge.caller, "0555 000 00 01")
    type_into(qtbot, dialog.bridge.called, "0555 000 00 02")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert wanted == []


def test_every_control_has_a_name_and_foreign_text_is_plain(dialog: CallDialog) -> None:
    kinds = (QLineEdit, QComboBox, QSpinBox, QAbstractButton)
    inner = {"qt_spinbox_lineedit", "ScrollLeftButton", "ScrollRightButton"}
    for kind in kinds:
        for widget in dialog.findChildren(kind):
            if widget.objectName() in inner or isinstance(widget.parent(), QComboBox):
                continue
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    for field in (dialog.bridge.caller, dialog.into.target):
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in field.findChildren(QLabel))
