"""Rows painted once and kept; a row that changed is painted again only where it differs. It knows no view."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from supervisor_gui.ui.widgets.cells import Cell, CellPainter, Line, ground

KEPT = 80
"""Pictures at most: more rows than any screen shows. One takes up to a quarter of a megabyte."""


class _Kept:
    """One row's picture and what it was painted from."""

    __slots__ = ("chosen", "looks", "picture", "row")

    def __init__(self, row: object, chosen: bool, looks: Sequence[object], picture: QPixmap) -> None:
        self.row = row
        self.chosen = chosen
        self.looks = looks
        self.picture = picture


class RowPictures:
    """Pictures of rows by key, for one width and one ink."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}

    def forget(self) -> None:
        """Widths, theme, font or language changed."""
        self._kept.clear()

    def get(
        self, row: Any, size: tuple[int, int], cells: Sequence[Cell], paint: CellPainter, now: float, *, chosen: bool
    ) -> QPixmap:
        """The picture of `row`, painted now where it is not up to date."""
        known = self._kept.get(row.key)
        if known is not None and known.row is row and known.chosen is chosen:
            return known.picture
        looks = paint.looks(row, cells, now)
        line = Line(0, size[1], now)
        if known is None or known.chosen is not chosen:
            picture = _blank(size, paint.ink.ratio)
            area = QRect(0, 0, *size)
            changed: Sequence[Cell] = cells
        else:
            picture = known.picture
            changed = [cell for cell, old, new in zip(cells, known.looks, looks, strict=True) if old != new]
            area = QRect()
        painter = QPainter(picture)
        if not area.isEmpty():
            ground(painter, area, paint.ink, chosen=chosen)
        else:
            for cell in changed:
                ground(painter, QRect(cell.x, 0, cell.width, size[1]), paint.ink, chosen=chosen)
        paint.paint(painter, row, changed, line)
        painter.end()
        self._kept.pop(row.key, None)
        if len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[row.key] = _Kept(row, chosen, looks, picture)
        return picture


def _blank(size: tuple[int, int], ratio: float) -> QPixmap:
    picture = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture
