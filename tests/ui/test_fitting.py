"""Columns share a table's width."""

from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.ui.models.column import Column
from supervisor_gui.ui.models.fitting import fitted


def column(width: int, narrowest: int = 0, *, stretch: bool = False) -> Column[object]:
    """A column of which only the width matters."""
    return Column(
        key="k",
        header="H",
        width=width,
        narrowest=narrowest,
        stretch=stretch,
        text=lambda row, _: str(row),
        sort=lambda _row: 0,
    )


def test_room_to_spare_goes_to_the_columns_that_stretch() -> None:
    columns = [column(100), column(50, stretch=True), column(50, stretch=True)]
    assert fitted(columns, 301, [0, 0, 0]) == [100, 100, 101]


def test_when_room_is_short_columns_give_what_they_can() -> None:
    columns = [column(100, 60), column(100), column(100, 80)]
    assert fitted(columns, 270, [0, 0, 0]) == [80, 100, 90]


def test_no_column_is_narrower_than_its_header() -> None:
    widths = fitted([column(100, 20), column(100, 20)], 90, [70, 10])
    assert widths == [70, 20]


def test_a_width_that_the_user_chose_stays() -> None:
    columns = [column(100, 20, stretch=True), column(100, 20)]
    assert fitted(columns, 400, [0, 0], {0: 140}) == [140, 100]
    assert fitted(columns, 160, [0, 0], {0: 140}) == [140, 20]


@given(
    wants=st.lists(st.tuples(st.integers(20, 300), st.integers(0, 300), st.booleans()), min_size=1, max_size=12),
    room=st.integers(0, 3000),
)
def test_columns_fill_the_room_exactly_whenever_they_can(wants: list[tuple[int, int, bool]], room: int) -> None:
    columns = [column(width, min(least, width), stretch=stretch) for width, least, stretch in wants]
    widths = fitted(columns, room, [0] * len(columns))
    assert all(width >= one.least for width, one in zip(widths, columns, strict=True))
    least = sum(one.least for one in columns)
    most = sum(one.width for one in columns)
    if room <= least:
        assert sum(widths) == least
    elif room <= most or any(one.stretch for one in columns):
        assert sum(widths) == room
