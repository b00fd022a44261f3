"""How was it, and send me that: from the board to the file in three presses, and the file is what the screen shows."""

import math
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit

from supervisor_gui.config import keys
from tests.helpers.filled_centre import Centre, Seat, click, seated
from tests.helpers.past_page import DAY, PAGE_KEY, TURKEY
from tests.helpers.past_shown import same_as_shown
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = datetime.now(TURKEY).date()
YESTERDAY = TODAY - DAY
MONDAY = TODAY - TODAY.weekday() * DAY


@pytest.fixture(scope="module")
def centre(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """Two weeks and more of calls, kept already."""
    made = Centre(qapp, tmp_path_factory.mktemp("kept"), days=15, reach=15, seed=9)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _one_day() -> None:
    """At midnight "yesterday" would change in the middle of a test."""
    if datetime.now(TURKEY).date() != TODAY:
        pytest.skip("midnight came between")


def row(day: date) -> str:
    """How the table names a day."""
    return f"{day:%d.%m.%Y}"


def preset(seat: Seat, words: str) -> None:
    """Press a period, counted."""
    seat.page.watch()
    (button,) = [one for one in seat.page.page.presets.buttons.values() if one.text() == words]
    click(seat.desk, button)


def choose_days(seat: Seat, first: date, last: date) -> None:
    """Choose any days."""
    seat.page.press("Aralık…")
    popup = seat.page.page.range_popup
    for edit, day in zip(popup.findChildren(QDateEdit), (first, last), strict=True):
        edit.setDate(QDate(day.year, day.month, day.day))
    popup.show_button.click()


async def open_page(seat: Seat) -> None:
    """The page, with something on it."""
    await seat.page.open()
    await until(lambda: seat.page.cells, "the page")


@pytest.mark.parametrize(
    ("words", "name"), [("Dün", f"{YESTERDAY}"), ("Bu hafta", f"{MONDAY}_{TODAY}" if MONDAY < TODAY else f"{TODAY}")]
)
def test_from_the_board_to_the_file_are_three_presses_however_fast(
    qapp: QApplication, tmp_path: Path, centre: Centre, words: str, name: str
) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            desk = seat.desk
            desk.press(PAGE_KEY, CONTROL)
            # Nobody waits in between: what is written is what was chosen, not what was still shown.
            preset(seat, words)
            click(desk, seat.page.page.export)
            assert desk.presses == 3
            file = await seat.file()
            assert file.name == f"istatistik-gun_{name}.xlsx"
            rows = same_as_shown(file, seat.page)
            assert row(YESTERDAY if words == "Dün" else MONDAY) == rows[0][0]
            if words == "Dün" or MONDAY < TODAY:  # of a week that has just begun there is nothing yet
                assert int(seat.page.totals[1].replace(".", "")) > 100
            assert str(file) in seat.said

    run_qt(qapp, scenario(), 60)


def test_the_week_is_shown_against_the_same_days_of_last_week(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            over = (TODAY - MONDAY).days
            preset(seat, "Geçen hafta")
            await seat.shows(row(MONDAY - 7 * DAY), "last week")
            before = sum(_figures(seat)[:over])
            preset(seat, "Bu hafta")
            await seat.shows(row(MONDAY), "this week")
            await until(lambda: len(_figures(seat)) == over + 1, "today")
            assert seat.page.offers("geçen haftaya göre")
            # Today's calls are no match for those of a whole day: the days that are over are compared.
            now, told = sum(_figures(seat)[:over]), seat.page.tiles[0]
            percent = math.floor(abs(now / before - 1) * 100 + 0.5) if over else 0
            assert seat.page.totals[1] in told
            assert f"{'▲' if now > before else '▼'} %{percent}" in told or not percent
            seat.page.press("geçen haftaya göre")
            await until(lambda: not re.search("[▲▼]", "".join(seat.page.tiles)), "nothing is compared")

    run_qt(qapp, scenario(), 60)


def _figures(seat: Seat) -> list[int]:
    """Incoming calls of each day that is known."""
    return [int(cells[1].replace(".", "")) for cells in seat.page.cells if cells[1] != "–"]


def test_the_keyboard_alone_needs_three_presses_too(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            desk = seat.desk
            desk.press(PAGE_KEY, CONTROL)
            assert desk.focus().text() == "Bu ay", "the chosen period has the keyboard"
            desk.press(Qt.Key.Key_Left)
            assert desk.focus().text() == "Geçen hafta"
            desk.press(Qt.Key.Key_S, CONTROL)
            assert desk.presses == 3
            file = await seat.file()
            assert file.name == f"istatistik-gun_{MONDAY - 7 * DAY}_{MONDAY - DAY}.xlsx"
            assert len(same_as_shown(file, seat.page)) == 7

    run_qt(qapp, scenario(), 60)


def test_the_chart_is_copied_as_a_picture_and_the_table_as_text(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            preset(seat, "Geçen hafta")
            await seat.shows(row(MONDAY - 7 * DAY), "last week")
            clipboard = QGuiApplication.clipboard()
            clipboard.setText("before")
            seat.desk.press(Qt.Key.Key_C, CONTROL)
            image = clipboard.image()
            assert image.width() >= 2 * seat.page.page.picture.width()
            seen = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
            assert len(seen) > 20, "not blank"
            assert seat.said == "Grafik panoya kopyalandı."
            table = seat.page.page.table.rows
            table.setFocus()
            seat.desk.press(Qt.Key.Key_C, CONTROL)
            shown = (seat.page.titles, *seat.page.cells, seat.page.totals)
            assert clipboard.text().splitlines() == ["\t".join(cells) for cells in shown]
            assert seat.said == "Tablo panoya kopyalandı."
            table.selectRow(2)
            seat.desk.press(Qt.Key.Key_C, CONTROL)
            assert clipboard.text().splitlines()[1:] == ["\t".join(seat.page.cells[2])]

    run_qt(qapp, scenario(), 60)


def test_grouping_filter_picture_and_language_are_the_files_too(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            choose_days(seat, TODAY - 14 * DAY, YESTERDAY)
            seat.page.press("Haftalık")
            await until(lambda: len(seat.page.cells) in {2, 3}, "weeks")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            same_as_shown(await seat.file(1), seat.page)
            for number, (words, title) in enumerate((("Saatler", "Saat"), ("Hafta günleri", "Hafta günü")), 2):
                seat.page.press(words)
                await until(lambda title=title: seat.page.titles[0] == title, words)
                seat.desk.press(Qt.Key.Key_S, CONTROL)
                same_as_shown(await seat.file(number), seat.page)
            await _one_agent(seat, 4)
            seat.set(keys.LANGUAGE, "en")
            await until(lambda: seat.page.titles[0] == "Extension", "English")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await until(lambda: len(seat.written()) == 5, "the English file")
            assert seat.written()[-1].name.startswith("statistics-agents_")
            await until(lambda: seat.page.offers("Open"), "told")
            same_as_shown(seat.written()[-1], seat.page)

    run_qt(qapp, scenario(), 90)


async def _one_agent(seat: Seat, number: int) -> None:
    """One agent's day as a file: of the past week, whose states were seen while the centre was filled."""
    seat.page.press("Bugün")
    seat.page.press("Temsilciler")
    await until(lambda: seat.page.titles[0] == "Dahili" and len(seat.page.cells) > 1, "the agents' day")
    box = seat.page.page.bar.agents
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    chosen = box.currentData()
    await until(lambda: {cells[0] for cells in seat.page.cells} == {chosen}, "one agent")
    # His states run on: what a file holds is what is shown when it is asked for.
    shown = seat.page.cells
    seat.desk.press(Qt.Key.Key_S, CONTROL)
    file = await seat.file(number)
    assert f"_{chosen}_" in file.name
    assert [cells[:4] for cells in same_as_shown(file, seat.page)] == [cells[:4] for cells in shown]


def test_a_cancelled_export_leaves_nothing_and_says_so(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            choose_days(seat, TODAY - 365 * DAY, YESTERDAY)
            await until(lambda: len(seat.page.cells) == 365, "a year")
            strip = seat.page.page.progress
            seat.page.page.export.choices["pdf"].trigger()
            click(seat.desk, strip.export_cancel)
            await until(lambda: "Dışa aktarma iptal edildi." in seat.page.words, "told")
            assert not strip.export_cancel.isVisible()
            assert list(seat.files.iterdir()) == [], "no half file either"
            # The same before the report is there.
            preset(seat, "Dün")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            click(seat.desk, strip.export_cancel)
            await seat.shows(row(YESTERDAY), "yesterday")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            assert (await seat.file()).suffix == ".pdf", "the kind that was used last, and one file"

    run_qt(qapp, scenario(), 60)


def test_a_file_that_exists_stays_and_the_kind_is_remembered(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            preset(seat, "Dün")
            seat.page.page.export.choices["csv"].trigger()
            first = await seat.file()
            kept = first.read_bytes()
            first.write_bytes(b"somebody's own work")
            click(seat.desk, seat.page.page.export)
            second = await seat.file(2)
            assert first.read_bytes() == b"somebody's own work"
            assert second.name == f"{first.stem} (2).csv"
            assert second.read_bytes() == kept
        async with seated(qapp, tmp_path, centre.simulator) as seat:
            await open_page(seat)
            assert seat.page.page.export.text() == "Dışa aktar: CSV"

    run_qt(qapp, scenario(), 90)


def test_settings_change_what_is_counted_at_once(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            preset(seat, "Dün")
            await seat.shows(row(YESTERDAY), "yesterday")
            place = seat.page.titles.index("Hizmet düzeyi (20 sn)")
            usual = seat.page.cells[0][place]
            seat.set(keys.THRESHOLD, 1)
            await until(lambda: "Hizmet düzeyi (1 sn)" in seat.page.titles, "the other limit")
            assert seat.page.cells[0][place] != usual
            seat.set(keys.TARGET, 95)
            targets = lambda: {panel.target for panel in seat.page.page._report.picture.panels}  # noqa: E731
            await until(lambda: 0.95 in targets(), "the line")
            seat.set(keys.TARGET, 0)
            await until(lambda: targets() == {None}, "no line")

    run_qt(qapp, scenario(), 60)


def test_language_and_look_change_while_the_page_is_open(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    async def scenario() -> None:
        async with seated(qapp, centre.copy(tmp_path), centre.simulator) as seat:
            await open_page(seat)
            preset(seat, "Dün")
            await seat.shows(row(YESTERDAY), "yesterday")
            picture = seat.page.page.picture
            light = picture.image().pixelColor(4, 4).lightness()
            figures = seat.page.cells[0][1:6]
            seat.set(keys.THEME, "dark")
            await until(lambda: picture.image().pixelColor(4, 4).lightness() < light - 100, "dark")
            seat.set(keys.LANGUAGE, "en")
            await until(lambda: seat.page.titles[:3] == ["Day", "Incoming", "Answered"], "English")
            assert seat.page.offers("Yesterday")
            assert [cell.replace(",", ".") for cell in seat.page.cells[0][1:6]] == figures
            for _ in range(3):
                seat.set(keys.LANGUAGE, "tr")
                seat.set(keys.LANGUAGE, "en")
            seat.desk.press(Qt.Key.Key_S, CONTROL)
            await until(seat.written, "the file")
            await until(lambda: seat.page.offers("Open"), "told")
            (file,) = seat.written()
            assert file.name == f"statistics-days_{YESTERDAY}.xlsx"
            same_as_shown(file, seat.page)

    run_qt(qapp, scenario(), 60)
