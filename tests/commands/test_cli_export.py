"""The arguments of `export` as people and schedules write them. What comes of them is tested end to end."""

import os
from datetime import date
from pathlib import Path

import pytest

from supervisor_gui.cli import parse_export
from supervisor_gui.reports.request import Group, View


def words(**changed: str | None) -> list[str]:
    """An order that can be carried out, with some options other; None leaves one out."""
    options: dict[str, str | None] = {"from": "2026-11-01", "to": "2026-11-24", "format": "xlsx", "out": "/reports"}
    options |= changed
    given = [(f"--{name.replace('_', '-')}", value) for name, value in options.items() if value is not None]
    return ["statistics", *(part for pair in given for part in pair)]


def test_days_kinds_of_files_and_folder_are_all_that_is_needed() -> None:
    order = parse_export(words())
    assert (order.start, order.end) == (date(2026, 11, 1), date(2026, 11, 24))
    assert order.formats == ("xlsx",)
    assert order.folder == Path("/reports")
    assert (order.view, order.group) == (View.DAYS, Group.DAY)
    assert not order.options.demo


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("csv", ("csv",)),
        ("pdf,xlsx", ("pdf", "xlsx")),
        ("XLSX, Pdf", ("xlsx", "pdf")),
        ("png,svg,png", ("png", "svg")),
        ("csv,", ("csv",)),
    ],
)
def test_formats_are_taken_once_each_in_the_order_given(written: str, meant: tuple[str, ...]) -> None:
    assert parse_export(words(format=written)).formats == meant


def test_one_day_is_a_period_too() -> None:
    order = parse_export(words(to="2026-11-01"))
    assert order.start == order.end


@pytest.mark.parametrize(
    ("option", "view", "group"),
    [({"view": "hours"}, View.HOURS, Group.DAY), ({"view": "weekdays"}, View.WEEKDAYS, Group.DAY)]
    + [({"group": group.value}, View.DAYS, group) for group in Group],
)
def test_view_and_grouping_can_be_chosen(option: dict[str, str | None], view: View, group: Group) -> None:
    order = parse_export(words(**option))
    assert (order.view, order.group) == (view, group)


def test_the_connection_has_the_options_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    order = parse_export(words(account="8501110000", data_dir="data", lang="tr", out="reports", profile="Merkez"))
    assert (order.options.account, order.options.lang, order.options.profile) == ("8501110000", "tr", "Merkez")
    assert (order.options.data_dir, order.folder) == (tmp_path / "data", tmp_path / "reports")


def test_the_password_comes_out_of_the_environment_and_is_taken_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETGSM_USERCODE", "8501110000")
    monkeypatch.setenv("NETGSM_PASSWORD", "p4ssw0rd")
    order = parse_export(words())
    assert (order.options.account, order.options.password) == ("8501110000", "p4ssw0rd")
    assert "NETGSM_PASSWORD" not in os.environ
    assert "p4ssw0rd" not in repr(order)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (words(**{"from": None}), "--from"),
        (words(to=None), "--to"),
        (words(format=None), "--format"),
        (words(out=None), "--out"),
        (words(**{"from": "2026-11-25"}), "--to is before --from"),
        (words(**{"from": "01.11.2026"}), "a day as YYYY-MM-DD"),
        (words(to="2026-02-30"), "a day as YYYY-MM-DD"),
        (words(to="yesterday"), "a day as YYYY-MM-DD"),
        (words(**{"from": "0206-11-01"}), "a day of this century"),
        (words(**{"from": "2006-11-01"}), "days at once"),
        (words(format="doc"), "csv,xlsx,png,svg,pdf"),
        (words(format="xlsx,doc"), "csv,xlsx,png,svg,pdf"),
        (words(format=","), "csv,xlsx,png,svg,pdf"),
        (words(view="intraday"), "--view"),
        (words(view="agents"), "--view"),
        (words(group="year"), "--group"),
        (words(account="0850111000"), "10 digits"),
        (words(time_factor="60"), "loopback"),
        (words(password="p4ssw0rd"), "--password"),
        (["missed", *words()[1:]], "missed"),
        ([], "required"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_its_name(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse_export(argv)
    assert left.value.code == 2
    assert said in capsys.readouterr().err.splitlines()[-1]
