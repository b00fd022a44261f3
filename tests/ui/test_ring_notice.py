"""Who calls, in the corner of the screen: seen at once, in nobody's way, clicked open, gone when the ringing ends."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from supervisor_gui.ui.calls.ring_notice import RingNotice, RingView, notice_address

TEMPLATE = "https://crm.example/find?tel={number}&from=pbx"
VIEW = RingView(key="a", title="Deniz Yılmaz", queue="Destek", last="yesterday, 14:05", address="https://crm.example/1")


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[RingNotice]:
    made = RingNotice()
    qtbot.addWidget(made)
    yield made
    made.hide()


def test_the_notice_says_who_calls_through_which_queue_and_when_last(notice: RingNotice) -> None:
    assert not notice.isVisible()
    notice.offer(VIEW)
    assert notice.isVisible()
    for words in ("Deniz Yılmaz", "Destek", "yesterday, 14:05"):
        assert words in notice.accessibleName()


def test_it_leaves_the_keyboard_where_it_was(notice: RingNotice, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    notice.offer(VIEW)
    assert field.hasFocus()
    assert notice.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert notice.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    qtbot.keyClicks(field, "x")
    assert field.text() == "x"


def test_it_stands_in_the_lowest_right_corner_of_the_screen(notice: RingNotice) -> None:
    notice.offer(VIEW)
    free = notice.screen().availableGeometry()
    assert free.contains(notice.geometry())
    assert free.right() - notice.geometry().right() < 40
    assert free.bottom() - notice.geometry().bottom() < 40


def test_a_click_opens_the_customers_page(notice: RingNotice, qtbot: QtBot) -> None:
    opened: list[str] = []
    notice.open_wanted.connect(opened.append)
    notice.offer(VIEW)
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert opened == ["https://crm.example/1"]


def test_without_an_address_a_click_opens_nothing(notice: RingNotice, qtbot: QtBot) -> None:
    opened: list[str] = []
    notice.open_wanted.connect(opened.append)
    notice.offer(RingView(key="a", title="5550000001"))
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert opened == []
    assert "page" not in notice.accessibleName()


def test_it_goes_when_the_ringing_ends_and_another_call_is_told_again(notice: RingNotice) -> None:
    notice.offer(VIEW)
    notice.offer(RingView(key="b", title="5550000002"))
    assert "5550000002" in notice.words
    notice.withdraw("b")
    assert "Deniz" in notice.words
    notice.withdraw("unknown")
    assert notice.isVisible()
    notice.withdraw("a")
    assert not notice.isVisible()


def test_its_cross_puts_it_away_for_as_long_as_the_call_rings(notice: RingNotice, qtbot: QtBot) -> None:
    notice.offer(VIEW)
    qtbot.mouseClick(notice.shut, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    notice.offer(VIEW)
    assert not notice.isVisible()
    notice.withdraw("a")
    notice.offer(VIEW)
    assert notice.isVisible()


def test_a_withheld_number_is_told_in_words(notice: RingNotice) -> None:
    notice.offer(RingView(key="a", title=""))
    assert "withheld" in notice.words


def test_foreign_text_is_shown_as_text(notice: RingNotice) -> None:
    notice.offer(RingView(key="a", title="<b>Evil</b>\n\u202e", queue="<i>q</i>"))
    formats = {label.textFormat() for label in notice.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    assert "<b>Evil</b>" in notice.words
    assert "\u202e" not in notice.words


@pytest.mark.parametrize(
    ("template", "number", "address"),
    [
        (TEMPLATE, "05550000001", "https://crm.example/find?tel=05550000001&from=pbx"),
        (TEMPLATE, "+90 555&x=1", "https://crm.example/find?tel=905551&from=pbx"),
        (TEMPLATE, "", ""),
        (TEMPLATE, "anonymous", ""),
        ("", "5550000001", ""),
        ("file:///etc/{number}", "5550000001", ""),
        ("javascript:alert({number})", "5550000001", ""),
        ("https://crm.example/find", "5550000001", ""),
        ("http://crm.example/{number}/{id}", "5550000001", "http://crm.example/5550000001/{id}"),
    ],
)
def test_the_address_holds_the_numbers_digits_and_nothing_else(template: str, number: str, address: str) -> None:
    assert notice_address(template, number) == address
