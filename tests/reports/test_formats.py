"""Names of formats and of files."""

from datetime import date

import pytest

from supervisor_gui import i18n
from supervisor_gui.reports.csv_file import write_csv
from supervisor_gui.reports.formats import FORMATS, file_name
from supervisor_gui.reports.request import Group, Period, View
from supervisor_gui.reports.xlsx_file import write_xlsx
from tests.reports.file_reports import report_of

DAY = date(2026, 11, 24)


def words(context: str, source: str, _n: int) -> str:
    """A translator of names of files, with letters that are not ASCII."""
    return {"statistics-days": "istatistik-gün", "statistics-intraday": "istatistik-gün içi"}.get(source, source)


def test_formats_are_offered_tables_first() -> None:
    assert list(FORMATS) == ["csv", "xlsx", "png", "svg", "pdf"]
    assert {name: one.suffix for name, one in FORMATS.items()} == {name: f".{name}" for name in FORMATS}
    assert all(one.words for one in FORMATS.values())


def test_tables_are_written_here_and_pictures_elsewhere() -> None:
    assert FORMATS["csv"].write is write_csv
    assert FORMATS["xlsx"].write is write_xlsx
    assert all(FORMATS[name].write is None for name in ("png", "svg", "pdf"))


@pytest.mark.parametrize(
    ("view", "group", "name"),
    [
        (View.DAYS, Group.DAY, "statistics-days_2026-11-01_2026-11-24_demo.csv"),
        (View.DAYS, Group.WEEK, "statistics-weeks_2026-11-01_2026-11-24_demo.csv"),
        (View.DAYS, Group.MONTH, "statistics-months_2026-11-01_2026-11-24_demo.csv"),
        (View.HOURS, Group.MONTH, "statistics-hours_2026-11-01_2026-11-24_demo.csv"),
        (View.WEEKDAYS, Group.DAY, "statistics-weekdays_2026-11-01_2026-11-24_demo.csv"),
        (View.INTRADAY, Group.DAY, "statistics-intraday_2026-11-10_demo.csv"),
        (View.AGENTS, Group.DAY, "statistics-agents_2026-11-10_demo.csv"),
    ],
)
def test_a_name_tells_the_view_and_its_days(view: View, group: Group, name: str) -> None:
    assert file_name(report_of(view=view, group=group, day=date(2026, 11, 10)), "csv") == name


def test_one_day_stands_there_once() -> None:
    assert file_name(report_of(period=Period(DAY, DAY)), "pdf") == "statistics-days_2026-11-24_demo.pdf"


def test_what_a_view_is_narrowed_to_is_part_of_the_name() -> None:
    queue = report_of(view=View.INTRADAY, day=DAY, queue="../Müşteri İlişkileri: <1>")
    agent = report_of(view=View.AGENTS, day=DAY, extension="103")
    assert file_name(queue, "png") == "statistics-intraday_musteri-iliskileri-1_2026-11-24_demo.png"
    assert file_name(agent, "png") == "statistics-agents_103_2026-11-24_demo.png"


def test_an_agents_outside_number_is_not_in_the_name_of_a_file() -> None:
    agent = report_of(view=View.AGENTS, day=DAY, extension="5550001122")
    assert file_name(agent, "pdf") == "statistics-agents_22_2026-11-24_demo.pdf"


def test_names_are_ascii_without_blanks_in_every_language() -> None:
    i18n.use(words)
    assert file_name(report_of(), "csv") == "istatistik-gun_2026-11-01_2026-11-24_demo.csv"
    assert file_name(report_of(view=View.INTRADAY, day=DAY), "csv") == "istatistik-gun-ici_2026-11-24_demo.csv"


def test_an_unknown_format_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        file_name(report_of(), "doc")
