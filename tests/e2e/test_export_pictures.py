"""The pictures and the paper of one command, read back: drawing, picture and PDF say what the ledger says."""

import itertools
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tests.helpers.exported import (
    Exported,
    both_languages,
    clock_words,
    count_words,
    day_labels,
    period_words,
    share_words,
    tile_words,
)
from tests.helpers.exports import ACCOUNT
from tests.helpers.told_days import Told

pytestmark = pytest.mark.e2e

BOTH = pytest.mark.parametrize("language", ["tr", "en"])
_LEAST, _WIDEST_LINE = 60, 30
"""Dots: what is no bar but a mark of the legend, and what a line hides of a bar."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    with both_languages(tmp_path_factory.mktemp("export")) as found:
        yield found


@BOTH
def test_svg_parses_and_says_totals_and_days_as_text(exported: Exported, language: str) -> None:
    root = ET.parse(exported.file(language, "svg")).getroot()
    texts = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    for words in (period_words(exported.days, language), *tile_words(exported.total, language)):
        assert words in texts
    labels = day_labels(exported.days, language)
    assert [text for text in texts if text in labels] == labels
    assert not any(ACCOUNT in text for text in texts)


@BOTH
def test_png_is_twice_as_large_as_it_is_read_and_shows_the_same_totals(
    qapp: QApplication, exported: Exported, language: str
) -> None:
    del qapp  # pictures of text want a font database
    image = QImage(str(exported.file(language, "png")))
    drawing = exported.file(language, "svg").read_text("utf-8")
    width, height = (float(number) for number in re.search(r'viewBox="0 0 (\S+) (\S+)"', drawing).groups())
    assert image.width() >= 2 * width
    assert image.height() >= 2 * height
    assert len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}) > 20
    band = image.height() // 6
    assert _different_dots(image, _drawn(drawing, image), band) < 20, "heading and tiles are the drawing's"
    for words in set(tile_words(exported.total, language)):
        other = words.translate(str.maketrans("0123456789", "1234567890"))
        assert f">{words}<" in drawing
        wrong = _drawn(drawing.replace(f">{words}<", f">{other}<"), image)
        assert _different_dots(image, wrong, band) > 50, "a wrong total would be seen"


def _drawn(drawing: str, like: QImage) -> QImage:
    image = QImage(like.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return image


def _different_dots(one: QImage, other: QImage, rows: int) -> int:
    """Dots of the upper rows whose brightness differs by more than a shade."""
    grey = QImage.Format.Format_Grayscale8
    first, second = one.convertToFormat(grey), other.convertToFormat(grey)
    return sum(
        abs(a - b) > 64
        for row in range(rows)
        for a, b in zip(bytes(first.constScanLine(row)), bytes(second.constScanLine(row)), strict=True)
        if a != b
    )


@BOTH
def test_png_bars_are_as_high_as_the_days_were_busy(qapp: QApplication, exported: Exported, language: str) -> None:
    del qapp
    image = QImage(str(exported.file(language, "png"))).convertToFormat(QImage.Format.Format_RGB32)
    dots = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    kinds, counts = np.unique(dots[::4, ::4], return_counts=True)
    # The most common colour that is no shade of grey is that of the bars of answered calls.
    by_count = sorted(zip(counts, kinds, strict=True), reverse=True)
    colour = next(kind for _, kind in by_count if QColor(int(kind)).hsvSaturation() > 150)
    heights = [_height(np.flatnonzero(column == colour)) for column in dots.T]
    bars = [max(run) for high, run in itertools.groupby(heights, lambda height: height > _LEAST) if high]
    answered = [row.answered for row in exported.rows.values()]
    assert len(bars) == len(answered)
    for bar, calls in zip(bars, answered, strict=True):
        assert bar / max(bars) == pytest.approx(calls / max(answered), abs=0.02)


def _height(places: "np.ndarray[Any, Any]") -> int:
    """From the lowest of these rows up to the first gap that is wider than a line of the chart."""
    gaps = np.flatnonzero(np.diff(places) > _WIDEST_LINE)
    return int(places[-1] - places[gaps[-1] + 1 if len(gaps) else 0]) if len(places) else 0


@BOTH
def test_pdf_has_title_period_table_totals_and_page_numbers(exported: Exported, language: str) -> None:
    done = subprocess.run(
        ["pdftotext", "-layout", exported.file(language, "pdf"), "-"], capture_output=True, check=True, text=True
    )
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    whole = "\n".join(lines)
    title = {"tr": "Gelen çağrılar", "en": "Incoming calls"}[language]
    assert lines[0].startswith(title)
    assert lines[0].endswith(ACCOUNT[-4:])
    assert lines[1] == period_words(exported.days, language)
    assert ACCOUNT not in whole
    pages = [re.fullmatch(r".*(?:Sayfa|Page) (\d+) / (\d+)", line) for line in lines]
    numbers = [match.groups() for match in pages if match]
    assert numbers == [(str(page), numbers[-1][1]) for page in range(1, len(numbers) + 1)]
    assert numbers[-1][0] == numbers[-1][1]
    for day, row in exported.rows.items():
        assert f"{day:%d.%m.%Y} {_paper_row(row, language)}" in lines
    word = {"tr": "Toplam", "en": "Total"}[language]
    assert f"{word} {_paper_row(exported.total, language)}" in lines
    for tile in tile_words(exported.total, language):
        assert tile in whole


def _paper_row(row: Told, language: str) -> str:
    counts = [count_words(number, language) for number in row.counts]
    shares = [share_words(share, language) for share in row.shares]
    return " ".join([*counts, *shares, *(clock_words(seconds) for seconds in row.seconds)])
