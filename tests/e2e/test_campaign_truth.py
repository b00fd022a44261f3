"""An auto-dial list of 5,000 rows from the file to the results, by keys alone; the ledger tells what truly became."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import JobState, ListState
from supervisor_gui.config import keys
from supervisor_gui.netsantral.types_autodial import LimitRule
from supervisor_gui.ui.campaigns.new_list import NewListDialog
from supervisor_gui.ui.campaigns.number_columns import NUMBER
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.campaign_desk import CTRL, LONG_ENOUGH, CampaignDesk, Truth, campaign_desk, counts_of
from tests.helpers.campaign_files import good_rows, mixed, sent, write_csv, write_xlsx
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

NAME = "Bahar kampanyası"
GOOD, BAD, TWICE = 4_935, 40, 25
PACE = 120
"""Calls a minute."""

RENAMED, OLD, NEW, PASSIVE = "5550004901", "5550004902", "5550009999", "5550004903"
"""Numbers far down the list, so that none of them has been called when they are put right."""

IN_FILE = {"fresh": "Hiç aranmadı", "success": "Başarılı", "failed": "Başarısız", "retry": "Yeniden aranacak"}
CALLED = {True: "evet", False: "hayır"}
CHUNK = 100


def test_a_list_of_5000_rows_is_made_run_stopped_put_right_run_again_and_exported(
    qapp: QApplication, tmp_path: Path
) -> None:
    rows = mixed(good_rows(GOOD), bad=BAD, twice=TWICE)
    file = write_csv(tmp_path / "müşteriler.csv", rows)
    (tmp_path / "files").mkdir()

    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path) as campaign:
            campaign.desk.program._settings.set(keys.EXPORT_FOLDER, str(tmp_path / "files"))
            await campaign.open()
            await _make(campaign, file)
            await _all_arrive(campaign, sent(rows))
            await _start(campaign)
            await _progress(campaign)
            await _stop(campaign)
            await _put_right(campaign)
            await _start(campaign)
            await campaign.pass_time(300)
            await _stop(campaign)
            truth = await campaign.agrees(NAME)
            assert sum(counts_of(truth)[1:]) > 400
            await _export(campaign, truth, tmp_path / "files")
            assert await campaign.crowded() == []

    run_qt(qapp, scenario(), 120)


async def _make(campaign: CampaignDesk, file: Path) -> None:
    campaign.press(Qt.Key.Key_N, CTRL)
    form = await campaign.opened(NewListDialog)
    campaign.type(NAME)
    campaign.tab_to(form.who.button)
    campaign.press(Qt.Key.Key_Space)
    dialog = await campaign.opened(NumbersDialog)
    told = await campaign.choose_file(dialog, file)
    assert told.startswith("5.000 satırdan 4.935")
    assert "40" in told
    assert "25" in told
    assert "50 istek" in told
    await campaign.take_over(dialog)
    assert len(form.numbers) == GOOD
    campaign.fill(form.connections.department, campaign.queue)
    campaign.fill(form.connections.trunk, campaign.line)
    campaign.fill(form.connections.target, campaign.queue)
    campaign.pick(form.pace.limit_rule, LimitRule.CALLS_PER_MINUTE)
    campaign.fill(form.pace.limit, str(PACE))
    assert form.go.isEnabled(), form.missing.text()
    campaign.tab_to(form.go)
    campaign.press(Qt.Key.Key_Return)
    await campaign.shut(NewListDialog)


async def _all_arrive(campaign: CampaignDesk, wanted: dict[str, str]) -> None:
    await until(lambda: campaign.page.chosen_list, "the list is on screen")
    await until(lambda: any(job.state is JobState.DONE for job in campaign.shown.jobs), "all is sent", 40)
    truth = await campaign.agrees(NAME)
    assert {number: row["name"] for number, row in truth["numbers"].items()} == wanted
    assert counts_of(truth) == (GOOD, 0, 0, 0)
    assert campaign.page.header.bar.words.startswith("4.935 numaradan 0 bitti")
    orders = await campaign.asked("addautocall"), await campaign.asked("addnumber")
    assert [len(order) for order in orders] == [1, -(-GOOD // CHUNK) - 1]


async def _start(campaign: CampaignDesk) -> None:
    """Asked once, with the figures; then it calls."""
    campaign.page.table.setFocus(Qt.FocusReason.TabFocusReason)
    campaign.press(Qt.Key.Key_Space)
    words = await campaign.answer(yes=True)
    assert NAME in words
    assert "500" in words
    left = campaign.shown.figures.total - campaign.shown.figures.done
    assert f"{left:,}".replace(",", ".") in words
    await until(lambda: campaign.shown.state is ListState.RUNNING, "it runs")
    assert campaign.window(ConfirmDialog) is None
    assert (await campaign.truth(NAME))["active"]


async def _progress(campaign: CampaignDesk) -> None:
    done: list[int] = []
    for _ in range(3):
        await campaign.pass_time(60)
        counts = counts_of(await campaign.agrees(NAME))
        told = campaign.page.header.bar.words
        assert [f"{count:,}".replace(",", ".") in told for count in counts] == [True] * 4
        (row,) = campaign.page.table.lists_model.rows
        assert (row.never, row.reached, row.failed, row.retry) == counts
        done.append(sum(counts[1:]))
    assert 0 < done[0] < done[1] < done[2]


async def _stop(campaign: CampaignDesk) -> None:
    """One press; calls that were begun come to their end."""
    campaign.page.table.setFocus(Qt.FocusReason.TabFocusReason)
    campaign.press(Qt.Key.Key_Space)
    await until(lambda: campaign.shown.state is ListState.STOPPED, "it is stopped")
    assert not (await campaign.truth(NAME))["active"]
    await campaign.pass_time(LONG_ENOUGH)
    await campaign.agrees(NAME)


async def _put_right(campaign: CampaignDesk) -> None:
    table = campaign.page.numbers.table
    await _find(campaign, RENAMED)
    campaign.press(Qt.Key.Key_Right)
    campaign.press(Qt.Key.Key_F2)
    campaign.type("Işıl Kaya")
    campaign.press(Qt.Key.Key_Return)
    await until(lambda: campaign.rows[RENAMED].name == "Işıl Kaya", "the name")
    await _find(campaign, OLD)
    assert table.edited_column == NUMBER
    campaign.press(Qt.Key.Key_F2)
    campaign.type(f"0{NEW}")
    campaign.press(Qt.Key.Key_Return)
    await until(lambda: NEW in campaign.rows and OLD not in campaign.rows, "the number")
    await _find(campaign, PASSIVE)
    campaign.press(Qt.Key.Key_Space)
    await until(lambda: campaign.rows[PASSIVE].active is False, "passive")
    numbers = (await campaign.agrees(NAME))["numbers"]
    assert numbers[RENAMED]["name"] == "Işıl Kaya"
    assert (OLD in numbers, NEW in numbers) == (False, True)
    assert numbers[PASSIVE]["active"] is False
    assert len(numbers) == GOOD
    campaign.press(Qt.Key.Key_Slash)
    campaign.press(Qt.Key.Key_Escape)


async def _find(campaign: CampaignDesk, number: str) -> None:
    """Search for a number and go to its row."""
    panel = campaign.page.numbers
    panel.focus_first()
    campaign.press(Qt.Key.Key_F, CTRL)
    campaign.press(Qt.Key.Key_A, CTRL)
    campaign.type(number)
    await until(lambda: [row.number for row in panel.rows] == [number], f"{number} is found")
    campaign.press(Qt.Key.Key_Down)
    assert panel.table.current is not None


async def _export(campaign: CampaignDesk, truth: Truth, folder: Path) -> None:
    read = {"csv": _csv_rows, "xlsx": _xlsx_rows}
    wanted = {
        number: (IN_FILE[row["state"]], CALLED[row["active"]], str(row["id"]), row["name"])
        for number, row in truth["numbers"].items()
    }
    for kind, rows_of in read.items():
        campaign.page.set_export_format(kind)
        campaign.page.table.setFocus(Qt.FocusReason.TabFocusReason)
        campaign.press(Qt.Key.Key_S, CTRL)
        (file,) = await until(lambda: list(folder.glob(f"[!.]*.{kind}")), f"the {kind}", 30)  # noqa: B023
        await until(lambda: not campaign.desk.program.pages.campaigns.exports._files.busy, "it is whole", 30)
        assert rows_of(file) == wanted


def _csv_rows(file: Path) -> dict[str, tuple[str, ...]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return _by_number(list(csv.reader(opened, delimiter=";")))


def _xlsx_rows(file: Path) -> dict[str, tuple[str, ...]]:
    book = load_workbook(file, read_only=True)
    for sheet in book:
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        if any("Numara" in row for row in rows):
            return _by_number(rows)
    raise AssertionError("no table")


def _by_number(rows: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """State, whether it is called, id and name of each number."""
    titles = next(place for place, row in enumerate(rows) if "Numara" in row)
    first = rows[titles].index("Numara")
    found = {}
    for row in rows[titles + 1 :]:
        number, name, state, _words, called, _call_at, _line, ident = row[first : first + 8]
        found[number] = (state, called, ident, name)
    return found


@pytest.mark.parametrize("names", [True, False])
def test_a_spreadsheet_with_bad_and_repeated_rows_makes_a_list_of_the_others(
    qapp: QApplication, tmp_path: Path, names: bool
) -> None:
    rows = mixed(good_rows(235, names=names), bad=BAD, twice=TWICE)
    file = write_xlsx(tmp_path / "numaralar.xlsx", rows, names=names)

    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path) as campaign:
            await campaign.open()
            campaign.press(Qt.Key.Key_N, CTRL)
            form = await campaign.opened(NewListDialog)
            campaign.tab_to(form.who.button)
            campaign.press(Qt.Key.Key_Space)
            dialog = await campaign.opened(NumbersDialog)
            told = await campaign.choose_file(dialog, file)
            assert told.startswith("300 satırdan 235")
            assert ("Ad sütunu yok" in told) is not names, told
            await campaign.take_over(dialog)
            await campaign.make(form, NAME)
            await until(lambda: campaign.page.chosen_list, "the list is on screen")
            await until(lambda: any(job.state is JobState.DONE for job in campaign.shown.jobs), "all is sent")
            truth = await campaign.agrees(NAME)
            wanted = sent(rows) if names else {number: number for number in sent(rows)}
            assert {number: row["name"] for number, row in truth["numbers"].items()} == wanted

    run_qt(qapp, scenario(), 60)
