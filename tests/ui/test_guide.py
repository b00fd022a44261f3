"""The user guide: its window by keys and clicks, and its text held against what the program really says and does."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui import paths
from supervisor_gui.config import Settings
from supervisor_gui.live.policy import Policy
from supervisor_gui.paths import resource
from supervisor_gui.ui import guide as guide_module
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.guide import GuideWindow
from supervisor_gui.ui.guide_text import EDGE, anchor
from supervisor_gui.ui.keys import KeysDialog
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.shell import Shell

LARGEST_PICTURE = 150_000
BOTH = pytest.mark.parametrize("name", ["tr", "en"])
Speak = Callable[[str], None]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Changes the language of the program."""
    language = Language(qapp)
    language.use("en")
    yield language.use
    language.use("en")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, speak: Speak) -> Iterator[GuideWindow]:
    """The guide, open in English."""
    looks.apply(qapp, looks.LIGHT)
    made = GuideWindow()
    qtbot.addWidget(made)
    made.come_to_front()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    looks.apply(qapp, looks.LIGHT)


def text_of(name: str) -> str:
    return resource(f"guide/{name}/guide.md").read_text("utf-8")


def sections(window: GuideWindow) -> list[str]:
    return [heading.title for heading in window.text.headings]


def reading(window: GuideWindow) -> str:
    return window.text.headings[window.text.section].title


def choose(window: GuideWindow, title: str) -> None:
    """Click an entry of the contents."""
    [item] = window.contents.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    window.contents.scrollToItem(item)
    place = window.contents.visualItemRect(item).center()
    QTest.mouseClick(window.contents.viewport(), Qt.MouseButton.LeftButton, pos=place)


def marked(window: GuideWindow) -> str:
    item = window.contents.currentItem()
    return item.text(0) if item is not None else ""


# The window.


def test_the_help_menu_opens_one_guide_and_its_key_brings_it_back(
    qtbot: QtBot, qapp: QApplication, speak: Speak
) -> None:
    looks.apply(qapp, looks.LIGHT)
    shell = Shell(policy=Policy(), settings=Settings(), theme=looks.LIGHT)
    shell.window.show()
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    help_menu = shell.window.menuBar().actions()[-1].menu()
    assert [action.objectName() for action in help_menu.actions()] == ["keys", "guide", "about"]
    qtbot.keyClick(shell.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    [guide] = shell.window.findChildren(GuideWindow)
    assert guide.isVisible()
    assert not guide.isModal()
    choose(guide, "Settings")
    qtbot.keyClick(guide.text, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    shell.actions["guide"].trigger()
    assert shell.window.findChildren(GuideWindow) == [guide]
    assert guide.isVisible()
    assert reading(guide) == "Settings"
    shell.window.close_for_good()
    shell.window.deleteLater()


def test_the_contents_lead_to_their_parts_and_follow_the_reading(window: GuideWindow, qtbot: QtBot) -> None:
    choose(window, "Missed callers")
    assert reading(window) == "Missed callers"
    window.text.verticalScrollBar().setValue(0)
    assert marked(window) == sections(window)[0]
    window.contents.setFocus()
    qtbot.keyClick(window.contents, Qt.Key.Key_Down)
    assert reading(window) == sections(window)[1]


def test_back_and_forward_go_through_what_was_visited(window: GuideWindow, qtbot: QtBot) -> None:
    assert not window.back.isEnabled()
    choose(window, "Settings")
    choose(window, "The board")
    qtbot.keyClick(window.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: reading(window) == "Settings")
    qtbot.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert reading(window) == "The board"
    assert not window.forward.isEnabled()


def test_find_marks_one_place_after_the_other_and_goes_round(window: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.find_line.hasFocus()
    qtbot.keyClicks(window.find_line, "keyring")
    first = window.text.textCursor().selectionStart()
    assert window.text.textCursor().selectedText().lower() == "keyring"
    places = {first}
    for _ in range(200):
        qtbot.keyClick(window.find_line, Qt.Key.Key_Return)
        now = window.text.textCursor().selectionStart()
        if now == first:
            break
        places.add(now)
    assert now == first
    assert len(places) == window.text.toPlainText().lower().count("keyring") > 1
    qtbot.keyClick(window.find_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.text.textCursor().selectionStart() == max(places)
    assert window.isVisible(), "Enter is the line's and closes nothing"


def test_what_is_not_there_is_said(window: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.find_line, "zzzz")
    assert window.told.text() == "Not found"
    window.find_line.clear()
    assert window.told.text() == ""


def test_in_turkish_find_takes_every_i(window: GuideWindow, qtbot: QtBot, speak: Speak) -> None:
    speak("tr")
    qtbot.waitUntil(lambda: "İstatistik ve dosyalar" in sections(window))
    qtbot.keyClicks(window.find_line, "istatistik ve")
    assert window.text.textCursor().selectedText() == "İstatistik ve"


def test_another_language_shows_its_guide_at_the_same_part(window: GuideWindow, qtbot: QtBot, speak: Speak) -> None:
    choose(window, "Auto-dial lists")
    speak("tr")
    qtbot.waitUntil(lambda: reading(window) == "Otomatik arama listeleri")
    assert marked(window) == "Otomatik arama listeleri"


def test_another_look_keeps_the_place_and_recolours_links(
    window: GuideWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    choose(window, "Troubles")
    looks.apply(qapp, looks.DARK)
    qtbot.waitUntil(lambda: looks.DARK.accent.lower() in window.text.document().toHtml().lower())
    assert looks.LIGHT.accent.lower() not in window.text.document().toHtml().lower()
    assert reading(window) == "Troubles"


def test_pictures_are_there_and_as_wide_as_the_text_at_most(window: GuideWindow, qtbot: QtBot) -> None:
    def widths() -> list[int]:
        found = []
        block = window.text.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                form = pieces.fragment().charFormat()
                if form.isImageFormat():
                    place = QUrl(form.toImageFormat().name())
                    kind = window.text.document().ResourceType.ImageResource.value
                    found.append(window.text.document().resource(kind, place).width())
                pieces += 1
            block = block.next()
        return found

    assert len(widths()) == text_of("en").count("![")
    qtbot.waitUntil(lambda: max(widths()) == window.text.viewport().width() - 2 * EDGE)
    window.resize(760, 600)
    qtbot.waitUntil(lambda: max(widths()) == window.text.viewport().width() - 2 * EDGE)
    assert window.text.horizontalScrollBar().maximum() == 0


def test_only_encrypted_pages_are_opened_outside(window: GuideWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    window.text.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]
    for other in ("http://example.org/", "file:///etc/passwd", "guide.md", "http://example.org/#settings"):
        window.text.anchorClicked.emit(QUrl(other))
        assert window.told.text() == "This link is not opened from here."
    assert opened == ["https://example.org/"]


def test_without_its_file_the_window_says_so(
    qtbot: QtBot, speak: Speak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "supervisor_gui" / "paths.py"))
    assert guide_module.resource is paths.resource
    made = GuideWindow()
    qtbot.addWidget(made)
    made.come_to_front()
    assert "missing from this installation" in made.text.toPlainText()
    qtbot.keyClicks(made.find_line, "missing")
    assert made.text.textCursor().selectedText() == "missing"
    made.close()


def test_everything_in_the_window_has_a_name(window: GuideWindow) -> None:
    for part in (window.contents, window.text, window.find_line, window.before, window.next):
        assert part.accessibleName()
    assert window.back.text()
    assert window.forward.text()


# The text.


def headings_of(name: str) -> list[tuple[int, str]]:
    return [(len(signs), title) for signs, title in re.findall(r"(?m)^(#+) (.+)$", text_of(name))]


def test_both_guides_have_the_same_parts_pictures_and_tables() -> None:
    shapes = []
    for name in ("tr", "en"):
        lines = [line for line in text_of(name).splitlines() if re.match(r"#+ |!\[|\||\d+\. |- ", line)]
        shapes.append([re.match(r"#+|!\[.*|\||\d+\.|-", line)[0].split("](")[-1] for line in lines])
    assert shapes[0] == shapes[1]


@BOTH
def test_every_link_inside_the_guide_leads_somewhere(name: str) -> None:
    anchors = {anchor(title) for _, title in headings_of(name)}
    wanted = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text_of(name))
    assert wanted
    for link in wanted:
        assert link.startswith("https://") or link.removeprefix("#") in anchors


@BOTH
def test_every_picture_is_shown_and_none_is_large(name: str, qapp: QApplication) -> None:
    folder = resource(f"guide/{name}")
    shown = set(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text_of(name)))
    assert shown == {path.name for path in folder.glob("*.png")}
    for picture in shown:
        assert (folder / picture).stat().st_size <= LARGEST_PICTURE
        assert not QImage(str(folder / picture)).isNull()


@BOTH
def test_every_key_of_the_program_stands_in_the_guide(name: str, qtbot: QtBot, speak: Speak) -> None:
    speak(name)
    parent = QWidget()
    qtbot.addWidget(parent)
    words = [label.text() for label in KeysDialog(parent).findChildren(QLabel)]
    rows = set(text_of(name).splitlines())
    missing = [row for row in zip(words[::2], words[1::2], strict=True) if "| `{}` | {} |".format(*row) not in rows]
    assert missing == [], "packaging/guide_keys.py writes them"


def plain_words(text: str) -> str:
    """Words as they are read in the window: no mnemonics, no keys in brackets, no dots behind; … for a name."""
    shown = re.sub(r"\s*\( ?(?:/|Ctrl\+\w) ?\)$", "", text.replace("&", ""))
    shown = re.sub(r"\{\w+\}", "…", shown)
    return " ".join(shown.split()).rstrip("…:").strip()


def window_words(name: str) -> set[str]:
    """Everything that the window can say in a language."""
    found = set()
    for message in ET.parse(resource("translations/supervisor_tr.ts")).getroot().iter("message"):
        translation = message.find("translation")
        forms = [message.findtext("source") or ""]
        if name == "tr" and translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found |= {plain_words(form) for form in forms}
    return found


@BOTH
def test_what_is_bold_in_the_guide_is_said_by_the_window(name: str) -> None:
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", text_of(name), re.DOTALL)}
    assert len(bold) > 80
    known = window_words(name)
    assert not any("{" in words for words in bold)
    assert [words for words in sorted(bold) if plain_words(words) not in known] == []


@BOTH
def test_the_guide_names_no_folder_of_a_programmer_and_no_real_number(name: str) -> None:
    text = text_of(name)
    assert not re.search(r"/work|/root|/tmp|http://", text)
    numbers = re.findall(r"\d[\d ]{8,}\d", text)
    allowed = ("8501110000", "0555 000 00", "90 555 000 00")
    assert [number for number in numbers if not number.startswith(allowed)] == []
