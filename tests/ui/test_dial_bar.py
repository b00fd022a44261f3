"""The dial bar: what Enter means, what is said before it, and that nothing is ever dialled twice."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui.live.dial_memory import PortalKind, PortalName, Suggestion
from supervisor_gui.live.live_calls import CallState
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, PlayedTo
from supervisor_gui.netsantral.types_numbers import Reading
from supervisor_gui.text import fold
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.calls.dial_bar import HOLD_OFF, DialBar
from supervisor_gui.ui.calls.dial_more import DialMore
from supervisor_gui.ui.calls.wishes import DialHow, DialWish
from tests.helpers.call_samples import call
from tests.helpers.mouse import double_click

LINE = "3121110000"
USUAL = DialHow("101", LINE)
KNOWN = (
    Suggestion("0555 000 00 09", "Şule\u202e <b>Ev</b>", "0555 000 00 09", "favourite"),
    Suggestion("102", "Ümit Çelik", "102", "directory"),
    Suggestion("+49 30 123456", "Umut Berlin", "+49 30 123456", "directory"),
)


def read(text: str) -> Reading:
    return read_number(text, is_extension=lambda digits: digits in {"101", "102", "110"})


def suggest(text: str) -> Sequence[Suggestion]:
    """Those whose name or number has the text; everybody for an empty one."""
    needle = fold(text)
    return [one for one in KNOWN if needle in fold(one.title) or needle in one.dial]


class Window(QWidget):
    """The bar above a button, and what came out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        self.bar = DialBar(read, suggest, wall=lambda: self.now)
        self.button = QPushButton("x")
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.button)
        self.wishes: list[DialWish] = []
        self.said: list[str] = []
        self.hung_up = 0
        self.bar.dial_wanted.connect(self.wishes.append)
        self.bar.refused.connect(self.said.append)
        self.bar.hang_up_wanted.connect(self._on_hang_up)

    def _on_hang_up(self) -> None:
        self.hung_up += 1

    @property
    def wires(self) -> list[str]:
        return [number.wire for wish in self.wishes for number in wish.reading.choices]

    @property
    def hint(self) -> str:
        return self.bar.entry.hint.text()

    def offered(self) -> list[str]:
        offers = self.bar.offers
        return [offers.item(row).text() for row in range(offers.count())] if offers.isVisible() else []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    looks.apply(qapp, looks.LIGHT)
    made = Window()
    qtbot.addWidget(made)
    made.bar.apply_theme(looks.LIGHT)
    made.bar.set_defaults(USUAL)
    made.bar.set_enabled_reason("")
    made.resize(600, 100)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.bar.focus_entry()
    yield made
    made.hide()


def opened(window: Window) -> DialMore:
    """What opens behind the button for more."""
    window.bar.more.click()
    [more] = window.bar.findChildren(DialMore)
    assert more.isVisible()
    return more


def test_a_number_and_enter_are_one_wish_with_what_it_means(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "+90 555 000 00 01")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wishes == [DialWish("+90 555 000 00 01", read("5550000001"))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0555 000 00 01", "mobile · dials 5550000001"),
        ("444 0 555", "444 line · dials 4440555"),
        ("102", "extension · rings extension 102"),
        ("110", "extension / service number"),
        ("+49 30 123456", "Germany · dials 004930123456"),
    ],
)
def test_kind_and_wire_form_are_shown_before_dialling(window: Window, qtbot: QtBot, typed: str, words: str) -> None:
    qtbot.keyClicks(window.bar.entry, typed)
    qtbot.waitUntil(lambda: bool(window.hint))
    assert window.bar.entry.accessibleDescription() == words
    assert words.startswith(window.hint)
    qtbot.keyClicks(window.bar.entry, "9")
    assert window.hint == ""


def test_a_name_and_enter_call_the_one_that_is_marked_and_described(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "um")
    qtbot.waitUntil(lambda: len(window.offered()) == 2)
    assert window.hint.startswith("extension")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Down)
    assert window.hint.startswith("Germany")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Up)
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wires == ["102"]


def test_enter_right_after_the_last_key_means_what_stands_there_now(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "um")
    qtbot.waitUntil(lambda: len(window.offered()) == 2)
    qtbot.keyClicks(window.bar.entry, "ut")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wires == ["004930123456"]


def test_digits_mean_themselves_until_an_arrow_chooses(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "10")
    qtbot.waitUntil(lambda: bool(window.offered()))
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wishes == []
    qtbot.keyClicks(window.bar.entry, "2")
    qtbot.waitUntil(lambda: bool(window.offered()))
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Down)
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Enter)
    assert window.wires == ["102"]


def test_the_arrow_in_an_empty_line_offers_favourites_and_recent_numbers(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Down)
    assert len(window.offered()) == 3
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wires == ["5550000009"]


def test_escape_closes_the_list_and_then_empties_the_line(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "um")
    qtbot.waitUntil(lambda: bool(window.offered()))
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Escape)
    assert (window.offered(), window.bar.entry.text()) == ([], "um")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Escape)
    assert window.bar.entry.text() == ""


def test_escape_in_an_empty_line_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.button.setFocus()
    window.bar.focus_entry()
    window.bar.focus_entry()
    qtbot.keyClicks(window.bar.entry, "5")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Escape)
    assert window.bar.entry.hasFocus()
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Escape)
    assert window.button.hasFocus()


def test_nothing_is_offered_to_somebody_who_went_elsewhere(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "um")
    qtbot.waitUntil(lambda: bool(window.offered()))
    window.button.setFocus()
    assert window.offered() == []


def test_foreign_names_are_plain_text(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "ev")
    qtbot.waitUntil(lambda: bool(window.offered()))
    assert window.offered() == ["Şule‹202E› <b>Ev</b>   0555 000 00 09"]


def test_what_cannot_be_called_says_why_and_calls_nobody(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "kimse")
    qtbot.waitUntil(lambda: bool(window.hint))
    assert window.hint == "cannot be called"
    window.bar.show_own_call(call("1"))
    assert "no letters" in window.bar.entry.toolTip()
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wishes == []
    assert len(window.said) == 1
    assert window.said[0].startswith("A number has no letters.")


@pytest.mark.parametrize("answered", [True, False])
def test_ten_double_clicks_and_a_held_enter_make_one_wish(window: Window, qtbot: QtBot, answered: bool) -> None:
    if answered:
        window.bar.dial_wanted.connect(lambda _: window.bar.sent())
    qtbot.keyClicks(window.bar.entry, "0555 000 00 01")
    for held in (False, *[True] * 20, False):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(window.bar.entry, event)
    for _ in range(10):
        double_click(window.bar.dial)
        qtbot.mouseClick(window.bar.dial, Qt.MouseButton.LeftButton)
    assert window.wires == ["5550000001"]


def test_a_late_click_after_a_chosen_name_does_not_dial_what_was_typed(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "ev")
    qtbot.waitUntil(lambda: bool(window.offered()))
    offers = window.bar.offers
    where = offers.visualItemRect(offers.item(0)).center()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseClick(window.bar.dial, Qt.MouseButton.LeftButton)
    assert (window.wires, window.said) == (["5550000009"], [])


def test_a_number_that_was_not_taken_can_be_wished_again_a_little_later(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "0555 000 00 01")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    window.now += HOLD_OFF + 0.1
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert len(window.wishes) == 2


def test_an_order_taken_empties_the_line_but_only_if_it_came_from_here(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.entry, "0555 000 00 01")
    window.bar.sent()
    assert window.bar.entry.text() == "0555 000 00 01"
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    window.bar.sent()
    assert (window.bar.entry.text(), window.hint) == ("", "")


def test_what_is_put_there_can_be_dialled_at_once(window: Window, qtbot: QtBot) -> None:
    window.button.setFocus()
    window.bar.put("0312 111 00 00")
    assert window.hint.startswith("landline")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.wires == ["3121110000"]


def test_without_a_session_the_bar_says_why_it_is_shut(window: Window) -> None:
    window.bar.set_enabled_reason("This seat may not dial.")
    assert not window.bar.entry.isEnabled()
    assert not window.bar.dial.isEnabled()
    assert "may not dial" in window.bar.entry.toolTip()
    window.bar.focus_entry()
    assert window.said == ["This seat may not dial."]


def test_it_fits_into_the_top_line(window: Window) -> None:
    assert window.bar.sizeHint().height() <= 34
    assert window.bar.minimumSizeHint().width() <= 400


def test_hanging_up_waits_for_a_call_that_the_pbx_has_named(window: Window, qtbot: QtBot) -> None:
    button = window.bar.hang_up
    assert not button.isEnabled()
    window.bar.show_own_call(call("1", CallState.ORDERED, call=""))
    assert not button.isEnabled()
    assert button.accessibleDescription()
    window.bar.show_own_call(call("1"))
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.hung_up == 1
    assert window.wishes == []


def test_hanging_up_sleeps_after_a_call_has_ended(window: Window, qtbot: QtBot) -> None:
    window.bar.show_own_call(call("1"))
    window.bar.show_own_call(call("2"))
    qtbot.mouseClick(window.bar.hang_up, Qt.MouseButton.LeftButton)
    assert window.hung_up == 0
    qtbot.waitUntil(window.bar.hang_up.isEnabled, timeout=4000)
    qtbot.mouseClick(window.bar.hang_up, Qt.MouseButton.LeftButton)
    assert window.hung_up == 1


def test_more_is_chosen_for_the_next_call_only(window: Window, qtbot: QtBot) -> None:
    more = opened(window)
    more.limit.setValue(10)
    more.hide_number.setChecked(True)
    more.to_called.kind.setCurrentIndex(1)
    qtbot.keyClicks(more.to_called.text, "Merhaba")
    more.wait.setCurrentIndex(1)
    qtbot.keyClick(more, Qt.Key.Key_Escape)
    assert not more.isVisible()
    assert window.bar.more.isChecked()
    window.bar.put("0555 000 00 01")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    played = PlayedTo(text="Merhaba")
    options = CallOptions(wait=True, call_limit_seconds=600, hide_number=True, to_called=played)
    assert window.wishes[0].how == DialHow("101", LINE, options=options, wait_chosen=True)
    window.bar.sent()
    assert not window.bar.more.isChecked()
    assert opened(window).how() == USUAL


def test_looking_at_more_changes_nothing(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(opened(window), Qt.Key.Key_Escape)
    assert not window.bar.more.isChecked()
    assert QApplication.focusWidget() is window.bar.entry
    window.bar.put("102")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wishes[0].how is None


def test_what_was_chosen_stands_there_when_more_is_opened_again(window: Window) -> None:
    more = opened(window)
    more.to_caller.kind.setCurrentIndex(2)
    more.to_caller.sound.setCurrentText("hosgeldin")
    more.line.setCurrentText(" 8501110000 ")
    more.hide()
    again = opened(window).how()
    assert again.options.to_caller == PlayedTo(sound="hosgeldin")
    assert again.line == "8501110000"


def test_after_the_own_extension_was_told_the_same_number_is_dialled_at_once(window: Window, qtbot: QtBot) -> None:
    window.bar.set_defaults(DialHow("", LINE))
    window.bar.put("0555 000 00 01")
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    window.bar.set_defaults(USUAL)
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wires == ["5550000001", "5550000001"]


def test_a_line_is_taken_in_any_writing_and_an_unfinished_extension_is_not(window: Window) -> None:
    more = opened(window)
    more.line.setCurrentText("+90 850 111 00 00")
    more.extension.setText("1")
    how = more.how()
    assert (how.line, how.extension) == ("8501110000", "101")


def test_an_offer_without_its_number_is_not_told_with_it_beside_the_line(window: Window, qtbot: QtBot) -> None:
    masked = Suggestion("0555 000 00 09", "•••09", "", "recent")
    window.bar._suggest = lambda _: (masked,)
    window.bar.focus_entry()
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Down)
    assert window.hint == "mobile"
    qtbot.keyClick(window.bar.entry, Qt.Key.Key_Return)
    assert window.wires == ["5550000009"]


def test_nothing_is_played_when_the_customer_rings_first_and_it_says_so(window: Window) -> None:
    more = opened(window)
    more.to_caller.kind.setCurrentIndex(1)
    more.to_caller.text.setText("Merhaba")
    more.first.setCurrentIndex(1)
    assert not more.to_caller.isEnabled()
    assert "rings first" in more.to_caller.kind.accessibleDescription()
    how = more.how()
    assert (how.first, how.options.plays) == (FirstRung.OUTSIDE, False)
    more.first.setCurrentIndex(0)
    assert more.how().options.to_caller == PlayedTo(text="Merhaba")


def test_lines_and_sounds_are_offered_and_a_refused_name_is_marked(window: Window) -> None:
    names = (PortalName(PortalKind.SOUND, "Bayram", refused=True), PortalName(PortalKind.SOUND, "hosgeldin"))
    window.bar.set_names(PortalKind.SOUND, names)
    more = opened(window)
    window.bar.set_names(PortalKind.LINE, (PortalName(PortalKind.LINE, LINE, refused=True),))
    assert more.line.currentText() == LINE
    assert "refused" in more.line.accessibleDescription()
    field = more.to_called
    field.kind.setCurrentIndex(2)
    assert [field.sound.itemText(at) for at in range(2)] == ["Bayram", "hosgeldin"]
    field.sound.setCurrentText("Bayram")
    assert "refused" in field.kind.accessibleDescription()
    field.sound.setCurrentText("hosgeldin")
    assert "without .wav" in field.kind.accessibleDescription()
    more.to_caller.kind.setCurrentIndex(2)
    assert "with its .wav" in more.to_caller.kind.accessibleDescription()


def test_every_control_has_a_name(window: Window) -> None:
    opened(window)
    inner = {"qt_spinbox_lineedit"}
    for kind in (QLineEdit, QComboBox, QSpinBox, QAbstractButton):
        for widget in window.bar.findChildren(kind):
            if widget.objectName() in inner or isinstance(widget.parent(), QComboBox):
                continue
            assert widget.accessibleName(), widget
