"""A list misbehaves: seen without a press, stopped by one, put right in place, started again. Presses are counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import BlockedNumber, JobState, ListState
from supervisor_gui.netsantral.types_autodial import LimitRule
from supervisor_gui.ui.campaigns.new_list import NewListDialog
from supervisor_gui.ui.campaigns.number_columns import ACTIVE, NAME, NUMBER
from supervisor_gui.ui.campaigns.number_filter import Part
from supervisor_gui.ui.campaigns.numbers_dialog import NumbersDialog
from supervisor_gui.ui.campaigns.preview_table import BECOMES
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from tests.helpers.campaign_desk import LONG_ENOUGH, CampaignDesk, campaign_desk, counts_of, figures
from tests.helpers.campaign_files import FIRST
from tests.helpers.filled_centre import click
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

SPRING = "Bahar kampanyası"
NUMBERS = 300
TO_SEE, TO_STOP = 0, 1
"""Presses of scenario 10, from the board."""

EDIT_NAME, EDIT_NUMBER, SWITCH = 3, 3, 1
"""Presses for each number beside what is typed: the cell, F2, Enter; one press switches it off."""

TEN_HOURS = 36_000


async def _seen_on_the_board(campaign: CampaignDesk) -> None:
    """The strip shows what the ledger counts; the first list is the one that runs."""
    await until(campaign.strip.isVisible, "the strip")
    await campaign.pass_time(90)
    counts = counts_of(await campaign.truth(SPRING))
    assert sum(counts[1:]) > 20
    lists = campaign.desk.program._session.dialling.lists
    await until(lambda: lists.view.lists and figures(lists.view.lists[0].figures) == counts, "the strip's counts")
    words = campaign.strip.bar.words
    never, reached, failed, retry = counts
    assert words.startswith(f"{NUMBERS} numaradan {reached + failed} bitti")
    assert f"{reached} başarılı · {retry} yeniden aranacak · {failed} başarısız · {never} hiç aranmadı" in words
    assert campaign.strip.name.text() == SPRING


async def _stopped_from_the_board(campaign: CampaignDesk) -> None:
    click(campaign.desk, campaign.strip.stop)
    await until(lambda: "durduruldu" in campaign.said, "it says so")
    assert (await campaign.truth(SPRING))["active"] is False
    await campaign.pass_time(LONG_ENOUGH)


async def _cell(campaign: CampaignDesk, number: str, column: str) -> None:
    """One press of the mouse on a cell."""
    table = campaign.page.numbers.table
    place = table.number_model.place_of(campaign.rows[number].key)
    area = table.cell_rect(place, table.number_model.column_of(column))
    assert table.viewport().rect().contains(area.center())
    campaign.desk.presses += 1
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


async def _edit(campaign: CampaignDesk, number: str, column: str, text: str) -> None:
    await _cell(campaign, number, column)
    campaign.press(Qt.Key.Key_F2)
    before = campaign.desk.presses
    campaign.type(text)
    campaign.desk.presses = before
    campaign.press(Qt.Key.Key_Return)


async def _never_called(campaign: CampaignDesk) -> list[str]:
    """From the board to the numbers that are still to be called: two presses."""
    await campaign.open()
    await campaign.agrees(SPRING)
    click(campaign.desk, campaign.page.numbers.bar.button(Part.NEVER))
    return [row.number for row in campaign.page.numbers.rows]


def test_a_list_is_seen_without_a_press_stopped_by_one_and_put_right_in_place(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path, lists={SPRING: NUMBERS}) as campaign:
            desk = campaign.desk
            await _seen_on_the_board(campaign)
            assert desk.presses == TO_SEE
            await _stopped_from_the_board(campaign)
            assert desk.presses == TO_SEE + TO_STOP
            first, second, third, *_ = await _never_called(campaign)
            new = str(FIRST + 9_000)
            desk.presses = 0
            await _edit(campaign, first, NAME, "Işıl Kaya")
            await until(lambda: campaign.rows[first].name == "Işıl Kaya", "the name")
            await _edit(campaign, second, NUMBER, f"0{new}")
            await until(lambda: new in campaign.rows and second not in campaign.rows, "the number")
            await _cell(campaign, third, ACTIVE)
            await until(lambda: campaign.rows[third].active is False, "passive")
            assert desk.presses == EDIT_NAME + EDIT_NUMBER + SWITCH
            click(desk, campaign.page.header.button)
            await until(lambda: campaign.shown.state is ListState.RUNNING, "it goes on without a question")
            assert desk.presses == EDIT_NAME + EDIT_NUMBER + SWITCH + 1
            assert campaign.window(ConfirmDialog) is None
            await campaign.pass_time(900)
            numbers = (await campaign.agrees(SPRING))["numbers"]
            assert numbers[first]["name"] == "Işıl Kaya"
            assert second not in numbers
            assert numbers[new]["calls"]
            assert not numbers[third]["calls"]
            assert await campaign.crowded() == []

    run_qt(qapp, scenario(), 60)


def test_a_number_that_the_list_has_and_a_start_outside_the_hours_are_told_before_anything_is_sent(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path, lists={SPRING: 30}) as campaign:
            await campaign.open()
            await until(lambda: campaign.shown.state is ListState.RUNNING, "it runs")
            campaign.press(Qt.Key.Key_Space)
            await until(lambda: campaign.shown.state is ListState.STOPPED, "it is stopped")
            await campaign.agrees(SPRING)
            rows = [row.number for row in campaign.page.numbers.rows]
            await _edit(campaign, rows[1], NUMBER, f"0{rows[2]}")
            await until(lambda: "zaten" in campaign.told, "the list has it")
            assert not await campaign.asked("addnumber")
            await campaign.pass_time(TEN_HOURS)
            starts = len(await campaign.asked("updateliststatus"))
            campaign.page.table.setFocus(Qt.FocusReason.TabFocusReason)
            campaign.press(Qt.Key.Key_Space)
            words = await campaign.answer(yes=False)
            assert "21:00" in words
            assert "09:00" in words
            assert "20:00" in words
            assert len(await campaign.asked("updateliststatus")) == starts
            assert campaign.shown.state is ListState.STOPPED

    run_qt(qapp, scenario(), 60)


def test_those_that_failed_become_a_new_list_by_one_press_without_those_nobody_may_call(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path, lists={SPRING: 120}) as campaign:
            await campaign.open()
            await campaign.pass_time(LONG_ENOUGH)
            truth = await campaign.agrees(SPRING)
            failed = sorted(number for number, row in truth["numbers"].items() if row["state"] == "failed")
            assert len(failed) > 5
            await _block(campaign, failed[0])
            campaign.press(Qt.Key.Key_F5)
            await until(lambda: campaign.rows[failed[0]].blocked, "it is marked")
            click(campaign.desk, campaign.page.numbers.bar.retry)
            form = await campaign.opened(NewListDialog)
            assert sorted(number.number for number in form.numbers) == failed[1:]
            assert form.draft.name == f"{SPRING} 2"
            campaign.fill(form.connections.trunk, campaign.line)
            campaign.pick(form.pace.limit_rule, LimitRule.CALLS_PER_MINUTE)
            campaign.press(Qt.Key.Key_Return)
            await campaign.shut(NewListDialog)
            made = await campaign.truth(f"{SPRING} 2")
            assert sorted(made["numbers"]) == failed[1:]
            names = {number: row["name"] for number, row in truth["numbers"].items()}
            assert all(row["name"] == names[number] for number, row in made["numbers"].items())

    run_qt(qapp, scenario(), 60)


def test_pasted_numbers_that_nobody_may_call_are_marked_and_stay_here(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with campaign_desk(qapp, tmp_path, lists={SPRING: 3}) as campaign:
            blocked, fresh = str(FIRST + 500), str(FIRST + 501)
            await campaign.open()
            await campaign.agrees(SPRING)
            await _block(campaign, blocked)
            click(campaign.desk, campaign.page.numbers.bar.add)
            dialog = await campaign.opened(NumbersDialog)
            for number in (blocked, fresh, str(FIRST), fresh):
                campaign.type(f"0{number}")
                campaign.press(Qt.Key.Key_Return)
            table = dialog.table.preview_model
            await until(lambda: table.rowCount() == 4, "the preview")
            becomes = [table.index(place, BECOMES).data().partition(" ")[2] for place in range(table.rowCount())]
            assert sorted(becomes) == sorted(
                ["gönderilecek", "aranmayacaklar listesinde", "zaten listede", "iki kez geçiyor: bir kez gönderilir"]
            )
            await campaign.take_over(dialog)
            await until(lambda: any(job.state is JobState.DONE for job in campaign.shown.jobs), "sent")
            truth = await campaign.agrees(SPRING)
            assert fresh in truth["numbers"]
            assert blocked not in truth["numbers"]
            (order,) = await campaign.asked("addnumber")
            assert [row["number"] for row in order["data"]["numbers"]] == [fresh]

    run_qt(qapp, scenario(), 60)


async def _block(campaign: CampaignDesk, number: str) -> None:
    """Put on the do-not-call list, whose window has tests of its own."""
    archive = campaign.desk.program._session.dialling.archive
    await archive.block([BlockedNumber(tail=number, number=f"0{number}")])
