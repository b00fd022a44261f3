"""A report as one picture of dots, at twice the size it is read at. It writes no file."""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from supervisor_gui.reports.values import Report
from supervisor_gui.ui.documents import painting
from supervisor_gui.ui.documents.letters import Letters
from supervisor_gui.ui.documents.painting import GAP, Painted
from supervisor_gui.ui.theme import LIGHT

WIDTH = 1200.0
SCALE = 2.0
_MARGIN = 24.0
_PICTURE = 520.0
_DOTS_PER_METER = round(96 * SCALE / 0.0254)
_TALLEST = 16_000
"""More dots than this in height make a picture that few programs open; agents beyond it share the height."""


class Sheet:
    """One page as long as its picture wants: heading, tiles, picture, notes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._letters = Letters()
        self._wide = WIDTH - 2 * _MARGIN
        self._notes = painting.note_lines(self._letters, report.notes, self._wide)
        notes = len(self._notes) * self._letters.text.height + GAP if self._notes else 0.0
        head = painting.heading_height(self._letters) + painting.tiles_height(self._letters, report.tiles, self._wide)
        around = head + notes + 2 * _MARGIN
        self._picture = min(painting.picture_height(report.picture, _PICTURE), _TALLEST / SCALE - around)
        self.size = QSizeF(WIDTH, round(around + self._picture))

    def paint(self, painter: QPainter, view: Painted) -> None:
        """Paint all of it, on white."""
        report, letters = self._report, self._letters
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(LIGHT.surface))
        box = QRectF(_MARGIN, _MARGIN, self._wide, painting.heading_height(letters))
        painting.paint_heading(painter, letters, painting.heading_of(report), box)
        box = QRectF(_MARGIN, box.bottom(), self._wide, painting.tiles_height(self._letters, report.tiles, self._wide))
        painting.paint_tiles(painter, letters, report.tiles, box)
        box = QRectF(_MARGIN, box.bottom(), self._wide, self._picture)
        painting.paint_picture(painter, view, box)
        painting.paint_notes(painter, letters, self._notes, QPointF(_MARGIN, box.bottom() + GAP))


def paint_image(report: Report, view: Painted) -> QImage:
    """Paint the report's page; for the thread of the widgets, `view` shows the report's picture."""
    sheet = Sheet(report)
    image = QImage((sheet.size * SCALE).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    painter = QPainter(image)
    try:
        sheet.paint(painter, view)
    finally:
        painter.end()
    return image


def encoded(image: QImage) -> bytes:
    """The picture as PNG; for a worker, it takes a while.

    Raises:
        MemoryError: There is no room for it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    saved = image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    if not saved:
        raise MemoryError
    return bytes(buffer.data().data())
