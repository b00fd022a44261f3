"""The line about a recording: that it waits, comes, has come or does not come, in words that stay or go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.records.recording_strip import RecordingStrip, size_words


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> Iterator[RecordingStrip]:
    looks.apply(qapp, looks.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 120)
    made = RecordingStrip()
    QVBoxLayout(window).addWidget(made)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def words(strip: RecordingStrip) -> str:
    return strip.line.words.text()


def buttons(strip: RecordingStrip) -> list[str]:
    """What can be pressed, by name."""
    found = (strip.cancel, strip.open_folder, strip.dismiss)
    return [button.accessibleName() for button in found if button.isVisible()]


def test_nothing_is_there_before_a_recording_is_wanted(strip: RecordingStrip) -> None:
    assert not strip.isVisible()


def test_what_waits_can_be_given_up(strip: RecordingStrip, qtbot: QtBot) -> None:
    strip.show_waiting("Asking…")
    assert words(strip) == "Asking…"
    assert not strip.line.bar.isVisible()
    assert buttons(strip) == ["Cancel the recording"]
    with qtbot.waitSignal(strip.cancel_wanted):
        strip.cancel.setFocus()
        QTest.keyClick(strip.cancel, Qt.Key.Key_Space)


def test_what_comes_fills_the_bar_and_tells_how_much_there_is(strip: RecordingStrip) -> None:
    strip.show_waiting("Asking…")
    seen = []
    for share, count in ((0.25, 400_000), (0.5, 800_000), (1.0, 1_600_000)):
        strip.show_share(share, count)
        assert size_words(count) in words(strip)
        seen.append(strip.line.bar.value() / strip.line.bar.maximum())
    assert seen == [0.25, 0.5, 1.0]
    assert strip.line.bar.isVisible()
    assert buttons(strip) == ["Cancel the recording"]


def test_a_recording_of_unknown_length_has_no_bar(strip: RecordingStrip) -> None:
    strip.show_share(0.5, 10_000)
    strip.show_share(None, 20_000)
    assert not strip.line.bar.isVisible()
    assert size_words(20_000) in words(strip)


def test_a_saved_file_has_a_folder_to_open(strip: RecordingStrip, qtbot: QtBot, tmp_path: Path) -> None:
    strip.show_share(1.0, 100)
    strip.show_done("Saved: a.wav", tmp_path / "a.wav")
    assert buttons(strip) == ["Open the folder of the saved recording", "Hide this line"]
    assert str(tmp_path) in strip.line.words.toolTip()
    assert not strip.line.bar.isVisible()
    with qtbot.waitSignal(strip.open_folder_wanted) as told:
        strip.open_folder.click()
    assert told.args == [str(tmp_path)]


def test_what_was_played_has_no_folder(strip: RecordingStrip) -> None:
    strip.show_done("Opened.", None)
    assert buttons(strip) == ["Hide this line"]


def test_a_problem_says_what_to_do_and_stays_until_it_is_closed(strip: RecordingStrip) -> None:
    strip.show_share(0.5, 100)
    strip.show_problem("The recording is empty", "Wait <b>a few</b> minutes and try again.")
    assert words(strip) == "The recording is empty"
    assert strip.todo.isVisible()
    assert strip.todo.text() == "Wait <b>a few</b> minutes and try again."
    assert strip.todo.textFormat() is Qt.TextFormat.PlainText
    assert buttons(strip) == ["Hide this line"]
    strip.dismiss.click()
    assert not strip.isVisible()


def test_the_next_recording_leaves_nothing_of_the_one_before(strip: RecordingStrip, tmp_path: Path) -> None:
    strip.show_problem("The recording is empty", "Wait.")
    strip.show_done("Saved", tmp_path / "a.wav")
    strip.show_waiting("Asking…")
    assert not strip.todo.isVisible()
    assert str(tmp_path) not in strip.line.words.toolTip()
    assert buttons(strip) == ["Cancel the recording"]
    strip.clear()
    assert not strip.isVisible()


def test_foreign_words_are_plain_and_cut(strip: RecordingStrip) -> None:
    strip.show_problem("<h1>x</h1>\n\u202e" + "y" * 2000, "z" * 5000)
    assert "\n" not in words(strip)
    assert "\u202e" not in words(strip)
    assert len(words(strip)) <= 600
    assert len(strip.todo.text()) <= 900
    assert strip.width() <= 700


def test_another_language_keeps_what_comes(strip: RecordingStrip) -> None:
    strip.show_share(0.5, 1_600_000)
    strip.retranslate()
    assert strip.line.bar.value() == strip.line.bar.maximum() // 2
    assert strip.line.bar.isVisible()
    assert "1.6 MB" in words(strip)


@pytest.mark.parametrize(("count", "told"), [(0, "0 kB"), (999, "0 kB"), (123_456, "123 kB"), (1_000_000, "1.0 MB")])
def test_sizes_are_told_in_kilobytes_and_megabytes(count: int, told: str) -> None:
    assert size_words(count) == told


def test_a_saved_recording_is_told_until_its_file_is_deleted(strip: RecordingStrip, tmp_path: Path) -> None:
    file = tmp_path / "kayıt.wav"
    file.write_bytes(b"RIFF")
    strip.show_done("Saved: kayıt.wav", file)
    strip.drop_gone()
    assert strip.isVisible(), "another number was deleted"
    file.unlink()
    strip.drop_gone()
    assert not strip.isVisible()


def test_what_is_told_without_a_file_stays_when_files_are_deleted(strip: RecordingStrip) -> None:
    strip.show_problem("No such recording", "Ask again later.")
    strip.drop_gone()
    assert strip.isVisible()
