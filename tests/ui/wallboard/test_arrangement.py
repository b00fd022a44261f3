"""Where tiles go on walls of any size: all of them, inside, beside each other, and never too small to be read."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.ui.wallboard.arrangement import LEAST, SHAPE, Places, Rect, places

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (480, 320))


def lines_of(where: Places) -> list[Rect]:
    lines = (where.totals, where.notice, where.tiles, where.pages, where.foot)
    return [line for line in lines if line[3] > 0]


@given(
    size=st.sampled_from(SIZES),
    count=st.integers(1, 60),
    most=st.integers(1, 40),
    totals=st.booleans(),
    notice=st.booleans(),
)
def test_every_queue_has_a_page_and_nothing_lies_on_anything_else(
    size: tuple[int, int], count: int, most: int, totals: bool, notice: bool
) -> None:
    where = places(*size, count, most, totals=totals, notice=notice)
    grid = where.grid
    assert grid.per_page <= most
    assert grid.per_page * (grid.pages - 1) < count <= grid.per_page * grid.pages
    for upper, lower in itertools.pairwise(lines_of(where)):
        assert upper[1] + upper[3] <= lower[1] + 0.01
    left, top, width, height = where.tiles
    tiles = [where.tile(number) for number in range(grid.per_page)]
    for x, y, wide, high in tiles:
        assert left - 0.01 <= x <= x + wide <= left + width + 0.01
        assert top - 0.01 <= y <= y + high <= top + height + 0.01
    for one, other in itertools.combinations(tiles, 2):
        apart_across = one[0] + one[2] <= other[0] + 0.01 or other[0] + other[2] <= one[0] + 0.01
        apart_down = one[1] + one[3] <= other[1] + 0.01 or other[1] + other[3] <= one[1] + 0.01
        assert apart_across or apart_down


@pytest.mark.parametrize("size", SIZES[:4])
@pytest.mark.parametrize("count", range(2, 41))
def test_tiles_can_be_read_and_more_queues_are_never_larger(size: tuple[int, int], count: int) -> None:
    here = places(*size, count, 40, totals=True, notice=False)
    _, _, wide, high = here.tile(0)
    assert wide >= LEAST[0]
    assert high >= LEAST[1]
    fewer = places(*size, count - 1, 40, totals=True, notice=False)
    if here.grid.pages == fewer.grid.pages == 1:
        smaller = min(wide / SHAPE, high)
        assert smaller <= min(fewer.tile(0)[2] / SHAPE, fewer.tile(0)[3]) + 0.01


def test_one_page_has_no_line_of_dots_and_gives_its_room_to_the_tiles() -> None:
    one, several = (places(1280, 720, count, 12, totals=True, notice=False) for count in (12, 13))
    assert (one.grid.pages, several.grid.pages) == (1, 2)
    assert one.pages[3] == 0
    assert one.tiles[3] > several.tiles[3]
