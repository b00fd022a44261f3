"""Foreign text stays text: no markup, no direction tricks, no endless lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from supervisor_gui.ui import plain


def test_markup_in_a_label_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    plain.set_plain(label, "<b>Ayşe</b> &amp; <img src=x>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Ayşe</b> &amp; <img src=x>"


def test_direction_overrides_and_line_breaks_become_visible(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    plain.set_plain(label, "ab\u202ecd\nef")
    assert "\u202e" not in label.text()
    assert "\n" not in label.text()
    assert "202E" in label.text()


def test_ten_thousand_letters_are_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    plain.set_plain(label, "ş" * 10_000, 50)
    assert len(label.text()) == 50
    assert label.text().endswith("…")


def test_a_tooltip_shows_markup_as_text_and_keeps_our_line_breaks(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setHtml(plain.tooltip("<h1>Destek</h1>\n2 < 3 & 4"))
    assert document.toPlainText().splitlines() == ["<h1>Destek</h1>", "2 < 3 & 4"]


def test_no_text_is_no_tooltip() -> None:
    assert plain.tooltip("") == ""


def test_elided_text_fits(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    cut = plain.elided(metrics, "Müşteri Hizmetleri Kuyruğu", 80)
    assert metrics.horizontalAdvance(cut) <= 80
    assert cut.endswith("…")
    assert plain.elided(metrics, "kısa", 400) == "kısa"
