"""Whatever stands in the rows of an answer about auto-dial lists: each odd one costs no more than itself.

A scripted service tells of lists while a simulator answers for the board. What is refused or unreadable as a whole is
`test_campaign_bad_answers`'s.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import JobState, ListState, NumberState
from tests.autodial.upload_desk import numbers
from tests.helpers.bad_records import CONTROLS, MARKUP
from tests.helpers.list_pbx import ListPbx, a_list, a_number, a_report, answer, lists_at, two_lists
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

MANY = 50_000
SLOWER = 20.0
"""A report every 0.75 s: more of them than a machine can read would be no likeness of a desk."""


def test_numbers_that_failed_in_an_answer_of_200_are_told_one_by_one(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            sent = numbers(4)
            rows = [
                {"number": one.number, "name": one.name, "status": "error" if place % 2 else "success"}
                for place, one in enumerate(sent)
            ]
            told = [{"list_id": 1, "list_name": "Birinci", "numbers": rows}]
            pbx.say("addnumber", answer(told, message="2 numara eklendi. 2 numara eklenemedi."))
            await at.session.dialling.uploads.add("1", "Birinci", sent)
            await until(lambda: at.jobs[0].state is JobState.DONE, "all is sent")
            assert (at.jobs[0].sent, at.jobs[0].refused) == (2, 2)
            await until(lambda: "2 refused" in at.words, f"the page tells of two: {at.words}")
            refused = await until(lambda: [row for row in at.page.numbers.rows if row.state is NumberState.REFUSED])
            assert [row.name for row in refused] == [sent[1].name, sent[3].name]
            assert all(row.words for row in refused)

    run_qt(qapp, scenario(), 60)


def test_a_number_that_was_not_removed_in_an_answer_of_200_is_still_there(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            await at.shown(5)
            pbx.say("deletenumber", answer([{"list_id": 1, "id": "0", "status": "error"}], message="Silinemedi"))
            table = at.page.numbers.table
            table.setFocus()
            table.selectRow(0)
            at.desk.press(Qt.Key.Key_Delete)
            await until(lambda: "was not removed" in at.toasts, f"it is told: {at.toasts}")
            assert "Netgsm did not carry it out" in at.toasts
            assert len(at.page.numbers.rows) == 5

    run_qt(qapp, scenario(), 60)


def test_a_report_of_fifty_thousand_numbers_is_shown_and_the_window_lives(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        big = a_report([a_number(str(place), f"5{place:09d}", f"Kişi {place}") for place in range(MANY)])
        pbx.replies["reportautocall"] = lambda told: big if told["list_id"] == "1" else a_report(pbx.numbers["2"])
        async with lists_at(qapp, tmp_path, pbx, factor=SLOWER) as at:
            await at.open(2)
            await at.shown(MANY, 60)
            assert at.list("1").figures is not None
            assert at.list("1").figures.never == MANY
            seen = at.desk.board.updated
            await at.more("listautocall", 3)
            await until(lambda: at.desk.board.updated > seen, "the board goes on")
            at.page.focus_first()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: at.list("1").state is ListState.STOPPED, "it stops", 30)

    run_qt(qapp, scenario(), 120)


def test_odd_rows_of_a_report_cost_no_more_than_themselves(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        pbx.numbers["1"] = [
            a_number("1", "5550000001", "Ayşe"),
            a_number(None, "5550000002", "Kimliksiz"),
            a_number("3", "5550000003", CONTROLS),
            a_number("4", "5550000004", MARKUP),
            a_number("5", "5550000005", "Bir", "bambaşka"),
            a_number("6", "5550000006", "İki"),
            a_number("6", "5550000007", "Aynı kimlik"),
            {"id": 8, "number": 5550000008, "name": None, "status": None, "calltime": "dün akşam", "nstatus": "??"},
            "bozuk",
            None,
            {"name": "ne numara ne kimlik"},
        ]
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            await at.shown(8)
            rows = at.page.numbers.rows
            assert len({row.key for row in rows}) == 8
            assert "3 row" in at.words
            shown = {row.number: at.page.numbers.table.number_model.row_at(row_at) for row_at, row in enumerate(rows)}
            for number, name in (("5550000003", CONTROLS), ("5550000004", MARKUP)):
                told = next(record for key, record in shown.items() if key.endswith(number)).name
                assert not set(told) & set("\x00\x1b\u202e\u2028\x07")
                assert told.startswith(name[:2])
            without = next(place for place, row in enumerate(rows) if row.number.endswith("5550000002"))
            assert rows[without].id == ""
            table = at.page.numbers.table
            table.setFocus()
            table.selectRow(without)
            for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
                at.desk.shell.messages.say("")
                at.desk.press(key)
                line = at.desk.shell.window.link.currentMessage()
                assert "no id, so it cannot be changed" in line
            await at.more("listautocall")
            assert not pbx.count("updatenumber") + pbx.count("deletenumber")

    run_qt(qapp, scenario(), 60)


def test_odd_lists_cost_no_more_than_themselves(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = ListPbx(
            a_list("1", "Dolgulu", list_starttime="  09:00   ", list_stoptime="18:30          "),
            a_list("2", "Bozuk saat", list_starttime="25:61", list_stoptime=None, list_startdate="0000-00-00"),
            a_list("3", "Bilinmeyen durum", list_status="duraklatildi"),
            a_list("4", CONTROLS),
            a_list("5", MARKUP, department=MARKUP, destination_name=CONTROLS),
            a_list("1", "Aynı kimlik"),
            a_list("6", "", list_type="7", destination_type="uzay", queue_limit="cok"),
            "bozuk",
            {"list_name": "Kimliksiz"},
        )
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(6)
            assert sorted(shown.id for shown in at.page.view.lists) == list("123456")
            assert at.page.view.damaged == 2
            assert "2 list" in at.words
            assert "09:00–18:30" in at.cells("1")
            assert "duraklatildi" in at.cells("3")
            for list_id in "123456":
                cells = at.cells(list_id)
                assert not set(cells) & set("\x00\x1b\u202e\u2028\x07")
                assert at.page.choose(list_id)
                await until(lambda one=list_id: at.list(one).figures is not None, f"report of {list_id}", 30)
            assert at.page.choose("3")
            at.page.header.stop_button.click()
            await until(lambda: "stopped" in at.desk.shell.window.link.currentMessage(), "a stop is possible", 30)
            at.speak("tr")
            await at.more("listautocall")

    run_qt(qapp, scenario(), 60)
