"""Arithmetic of row numbers: neighbouring rows as runs. No Qt."""

from collections.abc import Iterable, Iterator


def runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising row numbers as inclusive (first, last) runs of neighbours."""
    first = last = -1
    for place in places:
        if first >= 0 and place == last + 1:
            last = place
            continue
        if first >= 0:
            yield first, last
        first = last = place
    if first >= 0:
        yield first, last
