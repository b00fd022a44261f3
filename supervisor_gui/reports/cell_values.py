"""A table's values as files hold them: rounded as the screen rounds, titles with their unit. It writes nothing."""

from supervisor_gui.i18n import translate
from supervisor_gui.reports.spelling import decimal_mark, rounded
from supervisor_gui.reports.values import CellKind, Column, Estimate, Table, Value

Plain = tuple[Value, ...]


def is_turkish() -> bool:
    """Whether files are written the Turkish way (decimal comma, days before months); else the international one."""
    return decimal_mark() == ","


def number_of(value: float | Estimate, kind: CellKind) -> int | float:
    """The figure behind a cell; seconds are whole ones, as on the screen."""
    number = value.value if isinstance(value, Estimate) else value
    return rounded(number) if kind is CellKind.SECONDS else number


def titles_with_units(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The columns' titles for a file of bare figures: percent and seconds say so, unless the title does already."""
    seconds = translate("ExportFile", "s")
    titles = []
    for column in columns:
        if column.kind is CellKind.SECONDS:
            titles.append(_with_unit(column.title, seconds))
        elif column.kind is CellKind.PERCENT and "%" not in column.title:
            titles.append(_with_unit(column.title, "%"))
        else:
            titles.append(column.title)
    return tuple(titles)


def _with_unit(title: str, unit: str) -> str:
    """The unit in brackets, in those that are there if the title ends with some."""
    return f"{title[:-1]}, {unit})" if title.endswith(")") else f"{title} ({unit})"


def totals_of(table: Table) -> Plain:
    """The totals row, named in its first cell; empty when there is none."""
    if not table.totals or table.totals[0] is not None:
        return table.totals
    return (translate("ExportFile", "Total"), *table.totals[1:])


def storable(text: str) -> str:
    """`text` without halves of surrogate pairs, which no file can hold: each becomes "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")
