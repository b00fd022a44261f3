"""Reports as files: whole, the same in every format, light, with words that stay words; or nothing at all."""

import asyncio
import os
import re
import subprocess
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from supervisor_gui import i18n
from supervisor_gui.errors import StoreError
from supervisor_gui.reports.formats import FORMATS, Cancelled
from supervisor_gui.reports.values import Report
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.documents.exporting import write_report
from tests.helpers.paper_samples import ACCOUNT_TAIL, agents_report, days_report
from tests.helpers.qt_async import run_qt, until

ALL = pytest.mark.parametrize("form", list(FORMATS))
PAINTED = pytest.mark.parametrize("form", ["png", "svg", "pdf"])
MOMENTS = 9
OLD = b"what was there before"
DEMO = "DEMO"
SVG = "{http://www.w3.org/2000/svg}"


def write(
    app: QApplication,
    report: Report,
    target: Path,
    *,
    view: PictureView | None = None,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write `report` in the format of the target's name."""
    form = target.suffix.removeprefix(".")
    run_qt(app, write_report(report, form, target, view=view, progress=progress, cancelled=cancelled))


def words_of(pdf: Path, *pages: int) -> str:
    """What `pdftotext` reads in a file, or on one page of it."""
    which = [word for page in pages for word in ("-f", str(page), "-l", str(page))]
    done = subprocess.run(["pdftotext", "-layout", *which, pdf, "-"], capture_output=True, check=True, text=True)
    return done.stdout


def texts_of(svg: Path) -> list[str]:
    """The words of a drawing, in the order in which they were drawn."""
    return ["".join(element.itertext()) for element in ET.parse(svg).iter(f"{SVG}text")]


def images_differ(one: QImage, other: QImage) -> bool:
    """Whether two pictures differ anywhere."""
    return one.convertToFormat(QImage.Format.Format_RGB32) != other.convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> set[int]:
    """The colours of every ninth dot."""
    return {image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}


@ALL
def test_a_file_is_there_whole_and_the_end_is_told(qapp: QApplication, tmp_path: Path, form: str) -> None:
    told: list[float] = []
    target = tmp_path / f"report.{form}"
    write(qapp, days_report(31, turkish=False), target, progress=told.append)
    assert target.stat().st_size > 500
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert told == sorted(told)
    assert told[-1] == 1.0


@ALL
def test_a_folder_that_is_not_there_is_told_in_words(qapp: QApplication, tmp_path: Path, form: str) -> None:
    with pytest.raises(StoreError, match="gone"):
        write(qapp, days_report(3, turkish=False), tmp_path / "gone" / f"report.{form}")


@ALL
def test_giving_up_at_any_time_leaves_the_old_file(qapp: QApplication, tmp_path: Path, form: str) -> None:
    report, target = days_report(31, turkish=False), tmp_path / f"report.{form}"
    asked = 0

    def never() -> bool:
        nonlocal asked
        asked += 1
        return False

    write(qapp, report, target, cancelled=never)
    target.write_bytes(OLD)
    for last in range(0, asked, -(-asked // MOMENTS)):
        answers = iter([False] * last)
        with pytest.raises(Cancelled):
            write(qapp, report, target, cancelled=lambda left=answers: next(left, True))
        assert target.read_bytes() == OLD
        assert list(tmp_path.iterdir()) == [target]
    assert asked >= 3


@ALL
def test_an_ended_task_leaves_no_worker_behind(qapp: QApplication, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"report.{form}"
    at_work, may_go_on = threading.Event(), threading.Event()
    main = threading.current_thread()

    def cancelled() -> bool:
        if threading.current_thread() is not main:
            at_work.set()
            may_go_on.wait(10)
        return False

    async def given_up() -> None:
        task = asyncio.ensure_future(
            write_report(
                days_report(3, turkish=False),
                form,
                target,
                view=None,
                progress=lambda _: None,
                cancelled=cancelled,
            )
        )
        await until(at_work.is_set, "the worker asks")
        task.cancel()
        await asyncio.sleep(0)
        assert not task.done()  # it waits for its worker
        may_go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_qt(qapp, given_up())
    assert list(tmp_path.iterdir()) == []


def test_paper_holds_every_figure_once_under_repeated_titles(qapp: QApplication, tmp_path: Path) -> None:
    report = days_report(90, turkish=False)
    target = tmp_path / "report.pdf"
    write(qapp, report, target)
    whole = words_of(target)
    for words in (report.title, report.period, ACCOUNT_TAIL, DEMO, *report.notes):
        assert words in whole
    totals = [line.split() for line in whole.splitlines() if line.split()[:1] == ["Total"]]
    incoming, answered, unanswered, abandoned = (f"{report.table.totals[at]:,}" for at in range(1, 5))
    assert [line[1:5] for line in totals] == [[incoming, answered, unanswered, abandoned]]
    days = re.findall(r"^\s*(\d\d\.\d\d\.\d{4})", whole, re.MULTILINE)
    assert days == [row[0].strftime("%d.%m.%Y") for row in report.table.rows]
    pages = int(re.findall(r"Page 1 / (\d+)", whole)[0])
    assert pages > 2
    for number in range(1, pages + 1):
        page = words_of(target, number)
        assert f"Page {number} / {pages}" in page
        assert report.title in page
        assert number == 1 or "Unanswered" in page


def test_a_week_is_one_page_and_no_title_is_broken_within_a_word(qapp: QApplication, tmp_path: Path) -> None:
    report, target = days_report(7, turkish=False), tmp_path / "report.pdf"
    write(qapp, report, target)
    page = words_of(target)
    assert {word for column in report.table.columns for word in column.title.split()} <= set(page.split())
    assert "Page 1 / 1" in page
    assert "Total" in page


def test_paper_speaks_turkish(qapp: QApplication, tmp_path: Path) -> None:
    turkish = {"Page {n} / {of}": "Sayfa {n} / {of}", "Account {tail}": "Hesap {tail}"}
    i18n.use(lambda _, source, __: turkish.get(source, source))
    report = days_report(40, turkish=True)
    target = tmp_path / "report.pdf"
    write(qapp, report, target)
    whole = words_of(target)
    for words in ("Gelen çağrılar", "terk edilen", "Toplam", "Hesap " + ACCOUNT_TAIL, "Sayfa 2 / ", *report.notes):
        assert words in whole


@pytest.mark.parametrize("agents", [1, 12, 75])
def test_no_agent_is_lost_between_pages(qapp: QApplication, tmp_path: Path, agents: int) -> None:
    report = agents_report(agents, turkish=True)
    no_table = msgspec.structs.replace(report, table=msgspec.structs.replace(report.table, rows=()))
    target = tmp_path / "report.pdf"
    write(qapp, no_table, target)
    seen = [int(number) for number in re.findall(r"Ayşe Işık (\d+)", words_of(target))]
    assert sorted(set(seen)) == list(range(1, agents + 1))


def test_the_drawing_holds_words_as_words(qapp: QApplication, tmp_path: Path) -> None:
    report = days_report(7, turkish=True)
    target = tmp_path / "report.svg"
    write(qapp, report, target)
    texts = texts_of(target)
    assert {report.title, report.period, DEMO, *report.picture.labels, *report.notes} <= set(texts)
    assert any(ACCOUNT_TAIL in text for text in texts)
    families = {element.get("font-family", "sans-serif") for element in ET.parse(target).iter()}
    assert all("sans-serif" in family for family in families)


@PAINTED
def test_real_figures_are_not_marked_as_a_demo(qapp: QApplication, tmp_path: Path, form: str) -> None:
    files = []
    for demo in (True, False):
        target = tmp_path / f"{demo}.{form}"
        write(qapp, msgspec.structs.replace(days_report(3, turkish=False), demo=demo), target)
        files.append(target.read_bytes())
    assert files[0] != files[1]
    if form == "svg":
        assert DEMO not in texts_of(tmp_path / "False.svg")


def test_the_picture_is_twice_as_fine_as_a_screen_and_not_blank(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "report.png"
    write(qapp, days_report(31, turkish=False), target)
    image = QImage(str(target))
    assert image.width() >= 2400
    assert image.height() >= 1400
    assert image.textKeys() == []
    assert len(colours(image.copy(0, image.height() // 3, image.width(), image.height() // 3))) > 10


def test_a_dark_window_writes_light_files(qapp: QApplication, tmp_path: Path) -> None:
    report = days_report(7, turkish=False)
    images = []
    for theme in (looks.LIGHT, looks.DARK):
        looks.apply(qapp, theme)
        view = PictureView(theme)
        target = tmp_path / f"{theme.name}.png"
        write(qapp, report, target, view=view)
        view.deleteLater()
        images.append(QImage(str(target)))
    looks.apply(qapp, looks.LIGHT)
    assert images[0].pixelColor(2, 2).lightness() > 250
    assert not images_differ(*images)


@PAINTED
def test_one_view_serves_many_files(qapp: QApplication, tmp_path: Path, form: str) -> None:
    view = PictureView()
    first, between, again = (tmp_path / f"{name}.{form}" for name in ("first", "between", "again"))
    write(qapp, days_report(7, turkish=False), first, view=view)
    write(qapp, agents_report(5, turkish=False), between, view=view)
    write(qapp, days_report(7, turkish=False), again, view=view)
    view.deleteLater()
    if form != "pdf":  # which holds a number of its own
        assert first.read_bytes() == again.read_bytes()
    assert between.read_bytes() != again.read_bytes()


@PAINTED
def test_no_window_appears_or_stays(qapp: QApplication, tmp_path: Path, form: str) -> None:
    before = set(qapp.topLevelWidgets())
    write(qapp, days_report(7, turkish=False), tmp_path / f"report.{form}")
    run_qt(qapp, until(lambda: set(qapp.topLevelWidgets()) <= before, "the view is gone"))
    assert not any(widget.isVisible() for widget in qapp.topLevelWidgets())


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_nothing_of_this_computer_is_in_a_file(qapp: QApplication, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"report.{form}"
    write(qapp, days_report(7, turkish=False), target)
    data = target.read_bytes()
    for word in (str(tmp_path), str(Path.home()), Path(__file__).anchor + "tmp"):
        assert word.encode() not in data


@pytest.mark.skipif(os.name != "posix", reason="the zone of a process cannot be chosen elsewhere")
def test_paper_does_not_tell_where_this_computer_is(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        write(qapp, days_report(3, turkish=False), target)
    time.tzset()
    data = target.read_bytes()
    stamps = re.findall(rb"(?:CreationDate|ModDate|:CreateDate|:ModifyDate)[ =][^ />)]*", data)
    assert len(stamps) == 4
    assert all(stamp.rstrip(b'"').endswith((b"Z", b"+00'00'", b"+00:00")) for stamp in stamps)


def test_names_are_plain_text(qapp: QApplication, tmp_path: Path) -> None:
    report = agents_report(1, turkish=False)
    odd = msgspec.structs.replace(report, title="<b>Ayşe</b>\n\u202egnp", notes=("first\tsecond", "no\ufffecharacter"))
    target = tmp_path / "report.svg"
    write(qapp, odd, target)
    texts = texts_of(target)
    assert "<b>Ayşe</b>␊‹202E›gnp" in texts
    assert "first␉second" in texts
    assert "no\ufffdcharacter" in texts


def test_a_year_is_painted_in_many_turns(qapp: QApplication, tmp_path: Path) -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def both() -> None:
        counting = asyncio.ensure_future(count())
        report = days_report(365, turkish=True)
        await write_report(
            report,
            "pdf",
            tmp_path / "report.pdf",
            view=None,
            progress=told.append,
            cancelled=lambda: False,
        )
        counting.cancel()

    told: list[float] = []
    run_qt(qapp, both())
    assert len(told) > 10
    assert turns > len(told)
