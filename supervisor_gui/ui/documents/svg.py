"""A report as one scalable picture whose words stay words. It writes no file."""

import re

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from supervisor_gui.reports.values import Report
from supervisor_gui.text import clean
from supervisor_gui.ui.documents.painting import Painted
from supervisor_gui.ui.documents.png import Sheet

_FAMILY = re.compile(rb'font-family="([^",]*)"')
_NO_SIGNS = re.compile(rb"\xef\xbf[\xbe\xbf]")
"""U+FFFE and U+FFFF: a file that holds one is no XML."""

_NO_SIGN = "�".encode()
_RESOLUTION = 96


def paint_svg(report: Report, view: Painted) -> bytes:
    """Paint the report's page; for the thread of the widgets, `view` shows the report's picture.

    The bytes want `readable_anywhere` before they are a file.
    """
    sheet = Sheet(report)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_RESOLUTION)
    generator.setSize(sheet.size.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), sheet.size))
    generator.setTitle(f"{clean(report.title)} – {clean(report.period)}")
    generator.setDescription("NetSantral Supervisor")
    painter = QPainter(generator)
    try:
        sheet.paint(painter, view)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def readable_anywhere(svg: bytes) -> bytes:
    """The same drawing for machines without our font, which would take one with serifs, as whole XML; for a worker."""
    return _NO_SIGNS.sub(_NO_SIGN, _FAMILY.sub(rb'font-family="\1, sans-serif"', svg))
