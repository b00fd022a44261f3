"""A report as pages of paper, A4 lying down: front with picture, then the table. It writes no file.

Pages are planned first, so that each can say how many there are, and painted one in a turn of
the event loop.
"""

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from supervisor_gui.i18n import translate
from supervisor_gui.reports.values import Picture, Report, Timeline
from supervisor_gui.text import clean
from supervisor_gui.ui.documents import painting
from supervisor_gui.ui.documents.letters import Letters
from supervisor_gui.ui.documents.painting import GAP, Heading, Painted
from supervisor_gui.ui.documents.tables import PaperTable, Spelt
from supervisor_gui.ui.theme import LIGHT

_RESOLUTION = 144
"""Dots an inch: the plot's lines are one dot wide whatever the scale, and three quarters of a point read well."""

_UNITS = 108
"""In an inch: a page is then as wide as the picture of `png`, and its text has eight points."""

_MARGIN = 50.0
_FOOT = 28.0
_LEAST_ROWS = 5
_LEAST_PICTURE = 320.0
_TALLEST_PICTURE = 600.0
_INFO_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)(\d{14})(Z|([+-])(\d\d)'(\d\d)')")
_XMP_DATE = re.compile(rb'(xmp:\w+Date=")(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([+-]\d\d:\d\d)')


class Page(msgspec.Struct, frozen=True):
    """What is on one page.

    Attributes:
        picture: What is drawn at the top, None for nothing.
        height: Its room.
        front: Whether tiles stand above it and notes below.
        start, stop: Rows of the table; equal for none.
    """

    picture: Picture | None = None
    height: float = 0.0
    front: bool = False
    start: int = 0
    stop: int = 0


class Paper:
    """A report planned for pages whose content has the size of `box`."""

    def __init__(self, report: Report, spelt: Spelt, box: QRectF) -> None:
        self._report = report
        self._box = box
        self._letters = Letters()
        self._heading = painting.heading_of(report)
        self._table = PaperTable(spelt, self._letters, box.width())
        self._notes = painting.note_lines(self._letters, report.notes, box.width())
        self.pages = self._planned()

    def _notes_height(self) -> float:
        return len(self._notes) * self._letters.text.height + GAP if self._notes else 0.0

    def _room(self, *, front: bool) -> float:
        """What is left on a page below its heading and above its foot."""
        letters, box = self._letters, self._box
        if not front:
            return box.height() - letters.lead.height - GAP - _FOOT
        tiles = painting.tiles_height(letters, self._report.tiles, box.width())
        return box.height() - painting.heading_height(letters) - tiles - self._notes_height() - _FOOT

    def _planned(self) -> tuple[Page, ...]:
        pages = self._pictures()
        pages[-1] = self._with_table(pages[-1], alone=len(pages) == 1)
        start = pages[-1].stop
        while start < self._table.count:
            stop = self._table.fitting(start, self._room(front=False))
            pages.append(Page(start=start, stop=stop))
            start = stop
        return tuple(pages)

    def _with_table(self, page: Page, *, alone: bool) -> Page:
        """The last page of the picture with the table's beginning, where there is room for some of it."""
        room, table = self._room(front=page.front) - GAP, self._table
        if not table.count:
            return page
        whole = room - table.height(0, table.count)
        if alone and whole >= min(page.height, _LEAST_PICTURE) and not isinstance(page.picture, Timeline):
            # A lower chart, and one page says all.
            return msgspec.structs.replace(page, height=min(page.height, whole), stop=table.count)
        stop = table.fitting(0, room - page.height)
        fits = table.height(0, stop) <= room - page.height
        return msgspec.structs.replace(page, stop=stop) if fits and stop >= min(_LEAST_ROWS, table.count) else page

    def _pictures(self) -> list[Page]:
        """The picture on the front; agents that have no room there on pages of their own."""
        picture, room = self._report.picture, max(_LEAST_PICTURE, self._room(front=True))
        if not isinstance(picture, Timeline):
            return [Page(picture, min(room, _TALLEST_PICTURE), front=True)]
        pages: list[Page] = []
        rows = picture.rows
        while rows or not pages:
            room = room if not pages else self._room(front=False)
            here, rows = rows[: (fit := painting.timeline_rows(room))], rows[fit:]
            part = msgspec.structs.replace(picture, rows=here)
            pages.append(Page(part, min(room, painting.timeline_height(len(here))), front=not pages))
        return pages

    def paint(self, painter: QPainter, view: Painted, number: int) -> None:
        """Paint page `number`, from 0."""
        page, box, letters = self.pages[number], self._box, self._letters
        top = self._paint_top(painter, page)
        if page.picture is not None:
            view.show_picture(page.picture)
            painting.paint_picture(painter, view, QRectF(box.left(), top, box.width(), page.height))
            top += page.height
        if page.front and self._notes:
            painting.paint_notes(painter, letters, self._notes, QPointF(box.left(), top + GAP))
            top += self._notes_height()
        if page.stop > page.start:
            top += GAP if page.picture is not None else 0.0
            self._table.paint(painter, QRectF(box.left(), top, box.width(), 0), page.start, page.stop)
        self._paint_foot(painter, number)

    def _paint_top(self, painter: QPainter, page: Page) -> float:
        """Heading and tiles of the front, or the one line of the other pages; returns where they end."""
        box, letters = self._box, self._letters
        if not page.front:
            _paint_line(painter, letters, self._heading, box)
            return box.top() + letters.lead.height + GAP
        painting.paint_heading(painter, letters, self._heading, box)
        top = box.top() + painting.heading_height(letters)
        painting.paint_tiles(painter, letters, self._report.tiles, QRectF(box.left(), top, box.width(), 0))
        return top + painting.tiles_height(letters, self._report.tiles, box.width())

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        small = self._letters.small
        top = self._box.bottom() - small.height
        words = translate("Documents", "Page {n} / {of}").format(n=number + 1, of=len(self.pages))
        small.draw(painter, self._box.left(), top, "NetSantral Supervisor", LIGHT.muted)
        small.draw_right(painter, self._box.right(), top, words, LIGHT.muted)


def _paint_line(painter: QPainter, letters: Letters, heading: Heading, box: QRectF) -> None:
    """The heading of a page that is not the first, in one line."""
    tail = " · ".join(filter(None, (heading.account, "DEMO" if heading.demo else "")))
    letters.lead.draw_right(painter, box.right(), box.top(), tail, LIGHT.muted)
    room = box.width() - letters.lead.width(tail) - 2 * GAP
    words = letters.lead.cut(f"{heading.title} · {heading.period}", room)
    letters.lead.draw(painter, box.left(), box.top(), words, LIGHT.muted)


async def paint_pdf(report: Report, spelt: Spelt, view: Painted, turn: Callable[[float], None]) -> bytes:
    """Paint the report's pages; for the thread of the widgets. The bytes want `in_utc` before they are a file.

    Args:
        report: What to paint.
        spelt: Its table in words.
        view: Paints the pictures, whatever it showed before.
        turn: Is called before each page with the share that is done; what it raises ends the painting.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    painter = QPainter(writer)
    try:
        painter.scale(_RESOLUTION / _UNITS, _RESOLUTION / _UNITS)
        page = QRectF(0, 0, writer.width() * _UNITS / _RESOLUTION, writer.height() * _UNITS / _RESOLUTION)
        paper = Paper(report, spelt, page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        for number in range(len(paper.pages)):
            turn(number / len(paper.pages))
            if number:
                writer.newPage()
            painter.save()
            paper.paint(painter, view, number)
            painter.restore()
            await asyncio.sleep(0)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(f"{clean(report.title)} – {clean(report.period)}")
    writer.setCreator("NetSantral Supervisor")
    return writer


def in_utc(pdf: bytes) -> bytes:
    """The same pages, dated in universal time: the zone of this computer is nobody's business. For a worker.

    Lengths stay as they are, since a PDF finds its parts by their places.
    """

    def info(found: re.Match[bytes]) -> bytes:
        if found[3] == b"Z":
            return found[0]
        at = datetime.strptime((found[2] + found[4] + found[5] + found[6]).decode(), "%Y%m%d%H%M%S%z")
        return found[1] + at.astimezone(UTC).strftime("%Y%m%d%H%M%S+00'00'").encode()

    def xmp(found: re.Match[bytes]) -> bytes:
        at = datetime.fromisoformat((found[2] + found[3]).decode())
        return found[1] + at.astimezone(UTC).isoformat().encode()

    return _XMP_DATE.sub(xmp, _INFO_DATE.sub(info, pdf))
