"""How columns share a table's width. Pure arithmetic; the view sets the sections."""

from collections.abc import Mapping, Sequence
from typing import Any

from supervisor_gui.ui.models.column import Column


def fitted(
    columns: Sequence[Column[Any]], room: int, headers: Sequence[int], kept: Mapping[int, int] | None = None
) -> list[int]:
    """A width for each column so that together they fill `room` pixels, or more when even the least is wider.

    Args:
        columns: What they want: `width`, and `least` when room is short.
        room: Pixels there are.
        headers: Pixels that each header's words take; no column is narrower.
        kept: Widths that the user chose; they neither grow nor shrink.
    """
    fixed = kept or {}
    least = [max(column.least, header) for column, header in zip(columns, headers, strict=True)]
    widths = [max(column.width, small) for column, small in zip(columns, least, strict=True)]
    for number, width in fixed.items():
        widths[number] = least[number] = width
    spare = room - sum(widths)
    if spare >= 0:
        weights = [int(column.stretch and number not in fixed) for number, column in enumerate(columns)]
        return [width + part for width, part in zip(widths, _shared(spare, weights), strict=True)]
    slack = [width - small for width, small in zip(widths, least, strict=True)]
    parts = _shared(min(-spare, sum(slack)), slack)
    return [width - part for width, part in zip(widths, parts, strict=True)]


def _shared(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` in whole parts by weight; the parts add up exactly."""
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    parts, seen, given = [], 0, 0
    for weight in weights:
        seen += weight
        upto = amount * seen // total
        parts.append(upto - given)
        given = upto
    return parts
