"""The kinds of files a report is written as, and what such a file is called. How each is written is its own module's.

A new kind is one module and one line here. Pictures need Qt: they stand here by name, and `ui/documents` paints them.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO

import msgspec

from supervisor_gui.history.masking import masked
from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports.csv_file import write_csv
from supervisor_gui.reports.request import ONE_DAY_VIEWS, Group, ReportRequest, View
from supervisor_gui.reports.ticks import Cancelled, Tick, no_tick
from supervisor_gui.reports.values import Report
from supervisor_gui.reports.xlsx_file import write_xlsx
from supervisor_gui.text import fold

__all__ = ["FORMATS", "Cancelled", "Format", "Tick", "Writer", "file_name", "no_tick"]

Writer = Callable[[Report, BinaryIO, Tick], None]
"""Writes a report into a file opened by `target_file.replacing`, off the window's thread."""

_LONGEST_FILTER = 40
_DEMO = "demo"


class Format(msgspec.Struct, frozen=True):
    """One kind of file.

    Attributes:
        name: Its name on the command line and in settings.
        suffix: The end of the file's name, with its dot.
        title: Its name for users, English; `words` is what is shown.
        write: How it is written; None for what is painted with Qt.
    """

    name: str
    suffix: str
    title: str
    write: Writer | None = None

    @property
    def words(self) -> str:
        """Its name in today's language."""
        return translate("ExportFormat", self.title)


_ALL = (
    Format("csv", ".csv", "CSV", write_csv),
    Format("xlsx", ".xlsx", "Excel (XLSX)", write_xlsx),
    Format("png", ".png", QT_TRANSLATE_NOOP("ExportFormat", "Picture (PNG)")),
    Format("svg", ".svg", QT_TRANSLATE_NOOP("ExportFormat", "Drawing (SVG)")),
    Format("pdf", ".pdf", "PDF"),
)
FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""By name, in the order in which they are offered."""

_VIEWS = {
    View.HOURS: QT_TRANSLATE_NOOP("ExportFile", "statistics-hours"),
    View.WEEKDAYS: QT_TRANSLATE_NOOP("ExportFile", "statistics-weekdays"),
    View.INTRADAY: QT_TRANSLATE_NOOP("ExportFile", "statistics-intraday"),
    View.AGENTS: QT_TRANSLATE_NOOP("ExportFile", "statistics-agents"),
}
_GROUPS = {
    Group.DAY: QT_TRANSLATE_NOOP("ExportFile", "statistics-days"),
    Group.WEEK: QT_TRANSLATE_NOOP("ExportFile", "statistics-weeks"),
    Group.MONTH: QT_TRANSLATE_NOOP("ExportFile", "statistics-months"),
}


def file_name(report: Report, format: str) -> str:  # noqa: A002  the word of the field
    """The name of a report's file in today's language: ASCII without blanks, so that it survives mail and archives.

    The same view of the same days has the same name; a queue or agent that it is narrowed to is part of
    it, of an agent's outside number the last digits, and so is that figures are made up, for a table cannot say so
    itself.

    Args:
        report: What is written.
        format: One of `FORMATS`.

    Raises:
        KeyError: No such format.
    """
    request = report.request
    source = _GROUPS[request.group] if request.view is View.DAYS else _VIEWS[request.view]
    name = report.file or translate("ExportFile", source)
    parts = (_ascii(name), _filter(request), *_days(request), _DEMO if report.demo else "")
    return "_".join(part for part in parts if part) + FORMATS[format].suffix


def _filter(request: ReportRequest) -> str:
    if request.view is View.INTRADAY:
        return _ascii(request.queue)
    return _ascii(masked(request.extension)) if request.view is View.AGENTS else ""


def _days(request: ReportRequest) -> tuple[str, ...]:
    if request.view in ONE_DAY_VIEWS:
        return (request.shown_day.isoformat(),)
    start, end = request.period.start.isoformat(), request.period.end.isoformat()
    return (start,) if start == end else (start, end)


def _ascii(text: str) -> str:
    """Letters and figures with single hyphens between them: nothing that a file system takes for something else."""
    signs = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(text))
    return "-".join(signs.split())[:_LONGEST_FILTER].strip("-")
