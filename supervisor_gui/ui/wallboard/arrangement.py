"""How many tiles stand side by side and below each other, and how many pages that makes. Figures only, no widgets."""

import math

import msgspec

SHAPE = 1.9
"""Width to height at which a tile reads best."""
LEAST = (196.0, 112.0)
"""Pixels of the smallest tile that can still be read."""


class Grid(msgspec.Struct, frozen=True):
    """Where tiles go.

    Attributes:
        columns, rows: Tiles of one page.
        per_page: How many tiles a page takes; the last page may have fewer.
        pages: How many pages there are.
    """

    columns: int = 1
    rows: int = 1
    per_page: int = 1
    pages: int = 1


Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


class Places(msgspec.Struct, frozen=True):
    """Where everything of a wall goes; what is not shown has a place of no height.

    Attributes:
        gap: Pixels between two parts.
        totals, notice, tiles, pages, foot: The lines and the tiles' room, from the top downwards.
        grid: The tiles in their room.
    """

    gap: float
    totals: Rect
    notice: Rect
    tiles: Rect
    pages: Rect
    foot: Rect
    grid: Grid

    def tile(self, number: int) -> Rect:
        """The place of the tile `number` of a page."""
        left, top, width, height = self.tiles
        wide, high = tile_size(self.grid.columns, self.grid.rows, width, height, self.gap)
        row, column = divmod(number, self.grid.columns)
        return left + column * (wide + self.gap), top + row * (high + self.gap), wide, high


def places(width: float, height: float, count: int, most: int, *, totals: bool, notice: bool) -> Places:
    """Where everything goes in a window of this size.

    Args:
        width, height: The window's.
        count: Tiles altogether.
        most: The most tiles of one page.
        totals, notice: Whether these lines are shown.
    """
    unit = max(0.4, min(width / 1920, height / 1080))
    margin, gap = 24 * unit, 16 * unit
    wide, top = width - 2 * margin, margin
    high_totals, high_notice, high_pages, high_foot = (
        118 * unit * totals,
        76 * unit * notice,
        40 * unit,
        52 * unit,
    )
    foot_top = height - margin * 0.7 - high_foot
    notice_top = top + high_totals + gap * totals
    tiles_top = notice_top + high_notice + gap * notice
    room = max(1.0, foot_top - gap * 0.6 - tiles_top)
    grid = arrange(count, wide, room, gap, most)
    if grid.pages > 1:
        room = max(1.0, room - high_pages - gap * 0.4)
        grid = arrange(count, wide, room, gap, most)
    return Places(
        gap=gap,
        totals=(margin, top, wide, high_totals),
        notice=(margin, notice_top, wide, high_notice),
        tiles=(margin, tiles_top, wide, room),
        pages=(margin, tiles_top + room + gap * 0.4, wide, high_pages * (grid.pages > 1)),
        foot=(margin, foot_top, wide, high_foot),
        grid=grid,
    )


def arrange(count: int, width: float, height: float, gap: float, most: int) -> Grid:
    """The grid in which `count` tiles are the largest.

    Args:
        count: Tiles altogether.
        width, height: The room for one page.
        gap: Pixels between two tiles.
        most: The most tiles of one page; fewer where they could not be read.
    """
    if count <= 0:
        return Grid()
    fits = min(count, max(1, most))
    while fits > 1 and not _readable(_best(fits, width, height, gap), width, height, gap):
        fits -= 1
    pages = math.ceil(count / fits)
    per_page = math.ceil(count / pages)
    columns, rows = _best(per_page, width, height, gap)
    return Grid(columns=columns, rows=rows, per_page=per_page, pages=pages)


def _best(count: int, width: float, height: float, gap: float) -> tuple[int, int]:
    """Columns and rows that give `count` tiles the most room; of equal ones those with the fewest empty places."""
    pairs = [(columns, math.ceil(count / columns)) for columns in range(1, count + 1)]
    return max(pairs, key=lambda pair: (round(_size(pair, width, height, gap), 3), -pair[0] * pair[1]))


def tile_size(columns: int, rows: int, width: float, height: float, gap: float) -> tuple[float, float]:
    """Pixels of one tile."""
    return (width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows


def _size(grid: tuple[int, int], width: float, height: float, gap: float) -> float:
    wide, high = tile_size(*grid, width, height, gap)
    return min(wide / SHAPE, high)


def _readable(grid: tuple[int, int], width: float, height: float, gap: float) -> bool:
    wide, high = tile_size(*grid, width, height, gap)
    return wide >= LEAST[0] and high >= LEAST[1]
