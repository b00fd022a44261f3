"""All widgets of calls in the smallest window: longer words are not cut, and a screen reader can name every control."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.live.dial_memory import DialMemory, Favourite, Suggestion
from supervisor_gui.live.live_calls import CallState
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_numbers import NumberKind, Reading
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.agent_corner import AgentCorner
from supervisor_gui.ui.calls.call_dialog import CallDialog
from supervisor_gui.ui.calls.call_rows import CallContext
from supervisor_gui.ui.calls.calls_page import CallsPage
from supervisor_gui.ui.calls.calls_panel import MyCallsPanel
from supervisor_gui.ui.calls.dial_bar import DialBar
from supervisor_gui.ui.calls.favourites import FavouritesPanel
from supervisor_gui.ui.calls.link_strip import LinkStrip
from supervisor_gui.ui.calls.transfer_bar import TransferBar
from supervisor_gui.ui.calls.wishes import DialHow
from supervisor_gui.ui.main_window import SMALLEST
from tests.helpers.board_samples import NOW, agent
from tests.helpers.call_samples import call, calls

RAIL = 88
KEPT = Favourite(NumberKind.MOBILE, "5550000002", "0555 000 00 02", "Kargo")


def suggest(_: str) -> tuple[Suggestion, ...]:
    return (Suggestion("101", "Ayşe Yılmaz", "101 · Destek", "directory"),)


class Window(QWidget):
    """Everything of calls at once, as wide as the smallest window's pages."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = DialBar(self.read, suggest)
        self.transfer = TransferBar(suggest, lambda _: "idle")
        self.strip = LinkStrip()
        self.page = CallsPage()
        self.panel = MyCallsPanel()
        corner, numbers = AgentCorner(), FavouritesPanel()
        self.page.add_side(corner)
        self.page.add_side(numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.bar, self.transfer, self.strip, self.page, self.panel):
            layout.addWidget(widget)
        for part in (self.bar, self.transfer, self.page, self.panel, corner):
            part.apply_theme(looks.LIGHT)
        self.bar.set_enabled_reason("")
        corner.set_extension("102")
        corner.show_agent(agent("102", queues=("Destek", "Satış")), NOW)
        numbers.show_memory(DialMemory(favourites=(KEPT,)))
        context = CallContext(mine="102")
        running = calls(call("1"), call("2", CallState.RINGING))
        for shown in (self.panel, self.page):
            shown.set_context(context)
            shown.show_calls(running, NOW)
        self.page.table.choose("1")
        self.transfer.open_for(running.live["1"], context)
        self.strip.offer("0555 000 00 01", self.read("0555 000 00 01"), "Ana")
        self.resize(SMALLEST[0] - RAIL, SMALLEST[1])

    @staticmethod
    def read(text: str) -> Reading:
        return read_number(text, is_extension=lambda digits: digits == "101")


@pytest.fixture
def long_words() -> Iterator[None]:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    yield
    i18n.use(None)


def shown(qtbot: QtBot, qapp: QApplication) -> Window:
    looks.apply(qapp, looks.LIGHT)
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def cut(widget: QWidget) -> bool:
    """Whether its words have less room than they take; a label that may shrink tells them all in its tooltip."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return not widget.toolTip() and widget.width() < widget.sizeHint().width()
    return widget.width() < widget.sizeHint().width()


def cut_words(window: QWidget) -> list[str]:
    told = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [one.text() for one in told if one.isVisible() and one.text() and cut(one)]


@pytest.mark.usefixtures("long_words")
def test_words_forty_percent_longer_are_not_cut(qtbot: QtBot, qapp: QApplication) -> None:
    window = shown(qtbot, qapp)
    qtbot.waitUntil(lambda: cut_words(window) == [])


@pytest.mark.usefixtures("long_words")
def test_words_forty_percent_longer_are_not_cut_in_the_call_dialog_and_under_more(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = shown(qtbot, qapp)
    dialog = CallDialog(window, window.read, defaults=DialHow(), names=DialMemory(), queues=("Destek",))
    dialog.show()
    for tab in (0, 1):
        dialog.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert cut_words(dialog) == []
    dialog.close()
    window.bar.open_more()
    more = window.bar._more
    assert more is not None
    assert cut_words(more) == []
    more.hide()


def test_every_control_that_takes_the_keyboard_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    window = shown(qtbot, qapp)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
    named = [
        one for kind in kinds for one in window.findChildren(kind) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert len(named) > 15
    assert [one for one in named if not one.accessibleName()] == []


def test_without_any_number_the_words_of_both_lists_stand_at_the_top(qtbot: QtBot) -> None:
    panel = FavouritesPanel()
    qtbot.addWidget(panel)
    panel.resize(276, 600)
    panel.show()
    words = [one for one in panel.findChildren(QLabel) if one.isVisible()]
    assert len(words) == 4
    assert max(one.geometry().bottom() for one in words) < 200
