"""What the smoke test reads of pictures, tables and the doctor is what is in them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from supervisor_gui.desktop.findings import Finding, Verdict, render

BUNDLE = Path(__file__).resolve().parents[2] / "packaging" / "bundle"
MODULES = ("smoke_files", "smoke_stage", "smoke_commands")


@pytest.fixture
def smoke(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The commands' checks, with the files' reader as `smoke.read_png`."""
    monkeypatch.syspath_prepend(str(BUNDLE))
    import smoke_commands

    yield smoke_commands
    for name in MODULES:
        sys.modules.pop(name, None)


@pytest.mark.parametrize("form", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32])
def test_a_picture_is_read_as_qt_painted_it(tmp_path: Path, smoke: ModuleType, form: QImage.Format) -> None:
    image = QImage(97, 61, form)
    image.fill(QColor("#F3F5F8"))
    painter = QPainter(image)
    slope = QLinearGradient(0, 0, 97, 61)  # brings every filter of the format
    slope.setColorAt(0, QColor("#0072B2"))
    slope.setColorAt(1, QColor("#C07F00"))
    painter.fillRect(10, 10, 70, 40, slope)
    painter.fillRect(0, 55, 97, 3, QColor("#0072B2"))
    painter.end()
    assert image.save(str(tmp_path / "picture.png"))
    read = smoke.read_png(tmp_path / "picture.png")
    painted = [[image.pixelColor(x, y).getRgb()[:3] for x in range(97)] for y in range(61)]
    assert [[tuple(row[x * read.step : x * read.step + 3]) for x in range(97)] for row in read.rows] == painted
    assert read.part(0, 55, 97, 58).colours() == {(0x00, 0x72, 0xB2): 97 * 3}


def test_the_doctors_rows_come_with_their_words_however_long(smoke: ModuleType) -> None:
    long = "This computer has no keyring that can keep a password, so it is asked for anew at each start. " * 2
    found = smoke.doctor_rows(
        render(
            [
                Finding(Verdict.OK, "Qt", "starts on xcb"),
                Finding(Verdict.WARNING, "System libraries", long.strip(), "Install one."),
                Finding(Verdict.PROBLEM, "Program files", "missing: netsantral-supervisor.svg"),
            ]
        )
    )
    assert found == {
        "Qt": "ok starts on xcb",
        "System libraries": f"warning {long.strip()} Install one.",
        "Program files": "problem missing: netsantral-supervisor.svg",
    }
