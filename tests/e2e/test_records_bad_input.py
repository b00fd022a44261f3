"""Whatever the PBX writes into call records, through the whole program: one row per call, and nothing is hurt.

A scripted service tells the records while a simulator answers for the board. What comes of its refusals and of answers
that are none is `test_records_bad_answers`'s.
"""

import asyncio
import csv
import io
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.helpers.bad_past import FACTOR, today
from tests.helpers.bad_records import (
    CONTROLS,
    FORMULAS,
    LINE,
    LONG,
    MARKUP,
    MENU,
    QUEUE,
    RecordsPage,
    RecordsPbx,
    ToldLeg,
    as_json,
    as_lines,
    at,
    by_day,
    records_opened,
)
from tests.helpers.exports import ACCOUNT, Ended, Exporter
from tests.helpers.past_page import DAY
from tests.helpers.qt_async import run_qt, until

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

BACK = 20
"""The first of the days that are told of: all of them are over for good."""

MANY = 20_000
CALLER, OTHER_CALLER, ABROAD = "05550000011", "05550000012", "0012125550123"
DIRECTION, PARTY, EXTENSION, GROUP, WIRE, LENGTH, PARTS = 1, 2, 3, 4, 5, 6, 8
"""Places in a row behind its moment."""


def _shown(day: date, clock: str) -> str:
    """As a row shows a moment: to the minute."""
    return f"{day:%d.%m.%Y} {clock[:5]}"


def _told(row: list[str], *places: int) -> tuple[str, ...]:
    return tuple(row[place] for place in places)


def _over_midnight(day: date) -> list[ToldLeg]:
    """Five minutes in a queue, nearly three of them with 101."""
    return [
        ToldLeg(at(day, "23:58:00"), CALLER, QUEUE, duration="00:05:00"),
        ToldLeg(at(day, "23:59:50"), CALLER, "102", direction="2", duration="0"),
        ToldLeg(at(day + DAY, "00:00:10"), CALLER, "101", duration=170),
    ]


def test_a_call_across_midnight_is_one_row_on_the_day_it_began(qapp: QApplication, tmp_path: Path) -> None:
    """However the PBX tells it: whole with each of the days, whole with the first, or each leg with its own day."""
    first = today() - BACK * DAY
    nights = [first, first + 2 * DAY, first + 4 * DAY]
    whole, begun, apart = (_over_midnight(day) for day in nights)
    bodies = {
        nights[0]: as_json([("sip3-1764000001.1", whole)]),
        nights[0] + DAY: as_json([("sip3-1764000001.1", whole)]),
        nights[1]: as_json([("sip3-1764000002.2", begun)]),
        nights[2]: as_json([("sip3-1764000003.3", apart[:2])]),
        nights[2] + DAY: as_json([("sip3-1764000003.3", apart[2:])]),
    }

    async def scenario() -> None:
        pbx = RecordsPbx()
        pbx.reply = by_day(bodies)
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(first, first + 5 * DAY)
            await page.whole(3)
            for night in nights:
                row = page.row(_shown(night, "23:58:00"))
                assert _told(row, DIRECTION, PARTY, EXTENSION, GROUP, LENGTH, PARTS) == (
                    *("Gelen", CALLER, "101", "Destek", "05:00", "3"),
                )
                legs = await page.legs_of(_shown(night, "23:58:00"))
                assert [leg.partition(" | ")[0] for leg in legs] == [
                    *(f"{CALLER} → Destek", f"{CALLER} → 102", f"{CALLER} → 101"),
                ]
                # On each of the two days alone it is where it began, or nowhere.
                page.look_at(night, night)
                await page.whole(1)
                page.look_at(night + DAY, night + DAY)
                await page.whole(0)
                page.look_at(first, first + 5 * DAY)
                await page.whole(3)
            asked = [str(one) for one in pbx.about(*(first + number * DAY for number in range(6)))]
            assert len(asked) == len(set(asked)) == 6, "each day once"

    run_qt(qapp, scenario(), 60)


def test_calls_that_are_told_oddly_say_what_happened(qapp: QApplication, tmp_path: Path) -> None:
    day = today() - BACK * DAY
    queue = ToldLeg(at(day, "09:00:00"), CALLER, QUEUE, duration="65", directory=f'"AYŞE" <{CALLER}>', line=LINE)
    rang = ToldLeg(at(day, "09:00:05"), CALLER, "102", direction="2", duration="0")
    taken = ToldLeg(at(day, "09:00:09"), CALLER, "101", duration="00:00:56")
    calls = [
        ("sip3-1764000001.1", [taken, rang, queue, taken, queue]),
        ("sip3-1764000002.2", [ToldLeg(at(day, "09:01:00"), CALLER, QUEUE, duration="00:01:05")]),
        ("sip3-1764000003.3", [ToldLeg(at(day, "09:02:00"), CALLER, "101", duration="0")]),
        ("sip3-1764000004.4", [ToldLeg(at(day, "09:03:00"), CALLER, MENU, direction="2", duration="00:00:00")]),
        ("sip3-1764000005.5", [ToldLeg(at(day, "09:04:00"), "anonymous", QUEUE, direction="2", duration="0")]),
        ("sip3-1764000006.6", [ToldLeg(at(day, "09:05:00"), "", QUEUE, direction=2, duration=7)]),
        ("sip3-1764000007.7", [ToldLeg(at(day, "09:06:00"), "004917012345678", "Karşılama", duration="61")]),
        (
            "sip3-1764000008.8",
            [ToldLeg(at(day, "09:07:00"), "101", ABROAD, direction="0", duration="10:00:01")],
        ),
        ("sip3-1764000009.9", [ToldLeg(at(day, "09:08:00"), CALLER, "101", direction="9", duration="")]),
        ("sip3-1764000010.10", [ToldLeg(at(day, "09:09:00"), "101", "102", direction="5", common=4711, directory="")]),
        ("sip3-1764000001.1", [ToldLeg(at(day, "18:00:00"), OTHER_CALLER, "101", duration="3")]),
    ]
    expected = {
        "09:00:00": ("Gelen", f"AYŞE  {CALLER}", "101", "Destek", "01:05", "3"),
        "09:01:00": ("Gelen", CALLER, "", "Destek", "01:05", ""),
        "09:02:00": ("Gelen", CALLER, "101", "", "00:00", ""),
        "09:03:00": ("Cevapsız", CALLER, "", "", "–", ""),
        "09:04:00": ("Cevapsız", "Numara gizli", "", "Destek", "–", ""),
        "09:05:00": ("Cevapsız", "Numara gizli", "", "Destek", "–", ""),
        "09:06:00": ("Gelen", "004917012345678", "", "", "01:01", ""),
        "09:07:00": ("Giden", ABROAD, "101", "", "10:00:01", ""),
        "09:08:00": ("Diğer", CALLER, "101", "", "00:00", ""),
        "09:09:00": ("Dahili, cevapsız", "102", "101", "", "–", ""),
        "18:00:00": ("Gelen", OTHER_CALLER, "101", "", "00:03", ""),
    }
    again = [("sip3-1764000002.2", [ToldLeg(at(day + DAY, "12:00:00"), OTHER_CALLER, "102", duration="5")])]
    bodies = {day: as_json(calls, comma=True), day + DAY: as_json(again, comma=True)}

    async def scenario() -> None:
        pbx = RecordsPbx()
        pbx.reply = by_day(bodies)
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(day, day + DAY)
            await page.whole(len(expected) + 1)
            told = {
                clock: _told(page.row(_shown(day, clock)), DIRECTION, PARTY, EXTENSION, GROUP, LENGTH, PARTS)
                for clock in expected
            }
            assert told == expected
            assert page.row(_shown(day, "09:00:00"))[WIRE] == LINE
            legs = await page.legs_of(_shown(day, "09:00:00"))
            assert [leg.partition(" | ")[2][:8] for leg in legs] == ["09:00:00", "09:00:05", "09:00:09"]
            row = page.row(_shown(day + DAY, "12:00:00"))
            assert _told(row, PARTY, LENGTH) == (OTHER_CALLER, "00:05"), "the same id a day later is another call"
            missed = await page.missed()
            await until(lambda: len(missed.cells) == 1, "who is to be called back")
            assert missed.cells[0][:2] == [f"AYŞE  {CALLER}", "×1"], "a call of a kind that nobody knows closes nothing"
            assert "Gizli numaradan gelen 2 çağrı" in missed.words

    run_qt(qapp, scenario(), 60)


def test_lines_of_six_and_of_seven_columns_are_read(qapp: QApplication, tmp_path: Path) -> None:
    day = today() - BACK * DAY
    link = "https://dosyaindir.netgsm.com.tr/upload.php?token=0123456789abcdef|x"

    def calls(on: date, recording: str | None) -> list[tuple[str, list[ToldLeg]]]:
        return [
            (
                "sip3-1764000001.1",
                [
                    ToldLeg(at(on, "10:00:00"), CALLER, QUEUE, duration="00:01:05", recording=recording),
                    ToldLeg(at(on, "10:00:07"), CALLER, "101", duration="58"),
                ],
            ),
            ("sip3-1764000002.2", [ToldLeg(at(on, "11:00:00"), "101", OTHER_CALLER, direction="3", duration="0")]),
        ]

    bodies = {
        day: as_lines(calls(day, None)),
        day + DAY: as_lines(calls(day + DAY, link), joint="\n") + "\nbozuk|satır\n\n",
        day + 2 * DAY: '"' + as_lines(calls(day + 2 * DAY, ""), joint="<BR>") + '<br/>"',
    }

    async def scenario() -> None:
        pbx = RecordsPbx()
        pbx.reply = by_day(bodies)
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(day, day + 2 * DAY)
            await page.whole(6)
            for on in bodies:
                row = page.row(_shown(on, "10:00:00"))
                assert _told(row, DIRECTION, PARTY, EXTENSION, GROUP, LENGTH, PARTS) == (
                    *("Gelen", CALLER, "101", "Destek", "01:05", "2"),
                )
                row = page.row(_shown(on, "11:00:00"))
                assert _told(row, DIRECTION, PARTY, EXTENSION, LENGTH) == ("Ulaşılamayan", OTHER_CALLER, "101", "–")
            recorded = {
                page.cells[number][0] for number in range(6) if page.page.table.record_model.call_at(number).recorded
            }
            assert recorded == {_shown(day + DAY, "10:00:00")}

    run_qt(qapp, scenario(), 60)


def test_hostile_texts_are_shown_as_plain_text(qapp: QApplication, tmp_path: Path) -> None:
    day = today() - BACK * DAY
    texts = (LONG, MARKUP, CONTROLS, *FORMULAS)
    start = at(day, "12:00:00")
    calls = [
        (
            f"{CONTROLS}-{number}.{number}",
            [
                ToldLeg(
                    start + number * timedelta(minutes=1),
                    f"0555000{number:04}",
                    f"{ACCOUNT}-queue-{text}",
                    direction="2",
                    duration="0",
                    directory=f'"{text}" <0555000{number:04}>',
                    line=text,
                )
            ],
        )
        for number, text in enumerate(texts)
    ]
    calls.append(("x.1", [ToldLeg(at(day, "13:00:00"), LONG, MARKUP, direction=CONTROLS, duration="7")]))
    calls.append(("x.2", [ToldLeg(at(day, "13:01:00"), MARKUP, CONTROLS, direction="1", duration="-5")]))

    async def scenario() -> None:
        pbx = RecordsPbx()
        pbx.reply = by_day({day: as_json(calls)})
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(day, day)
            await page.whole(len(calls))
            parties = page.column("Karşı taraf")
            assert sum("<b>Ayşe</b>" in party for party in parties) == 1, "markup is text"
            assert sum("gnp.exe" in party for party in parties) == 1
            for clock in page.column("Tarih ve saat"):
                assert len(await page.legs_of(clock)) == 1
                _is_tame(page)
                details = page.page.details.findChild(QScrollArea)
                assert details.widget().width() <= details.viewport().width(), "nothing is pushed out of sight"
            for text in (*texts, "<b>", "%", "_", "'", '"', "*", "a\x00b"):
                page.page.bar.search.setText(text)
                await until(lambda: page.page.table.record_model.counted, f"an answer to {text[:40]!r}")
            page.page.clear_filters()
            await page.whole(len(calls))
            missed = await page.missed()
            await until(lambda: len(missed.cells) == len(texts), "who is to be called back")
            assert sum("<b>Ayşe</b>" in row[0] for row in missed.cells) == 1
            _is_tame(missed)
            window = page.desk.shell.window
            assert window.minimumSizeHint().width() <= 1000, "and the window fits a small screen"

    run_qt(qapp, scenario(), 60)


def _is_tame(page: RecordsPage) -> None:
    """No text is endless, and none holds what turns, breaks or hides others."""
    for text in page.shown_texts:
        assert len(text) <= 600
        hidden = {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}} - {"\n"}
        assert not hidden, ascii(text[:80])


def test_twenty_thousand_calls_in_a_day_are_kept_counted_and_reached(qapp: QApplication, tmp_path: Path) -> None:
    day = today() - BACK * DAY
    start = at(day, "00:00:00")
    moments = [start + number * timedelta(seconds=86_400 / MANY) for number in range(MANY)]
    body = as_json(
        [
            (f"sip3-17640{number:05}.{number}", [ToldLeg(moment, f"0555{number:07}", "101", duration=f"{number}")])
            for number, moment in enumerate(moments)
        ]
    )

    async def scenario() -> None:
        pbx = RecordsPbx()
        pbx.reply = by_day({day: body})
        async with pbx.server, records_opened(qapp, tmp_path, pbx) as page:
            page.look_at(day, day)
            await page.whole(MANY, 60)
            assert "20.000 çağrı" in page.words
            model, table = page.page.table.record_model, page.page.table
            assert model.row_at(0).party == f"0555{MANY - 1:07}"
            table.scrollToBottom()
            await until(lambda: model.row_at(MANY - 1).party == "05550000000", "the oldest call")
            page.page.bar.search.setText("0555 001 23 45")
            await page.whole(1)
            assert page.cells[0][3] == "05550012345"
            assert len(pbx.about(day)) == 1
            page.page.clear_filters()
            await page.whole(MANY)

    run_qt(qapp, scenario(), 90)


def test_exported_texts_are_no_formulas(tmp_path: Path) -> None:
    """What a caller calls himself must not run in the spreadsheet of who opens the file."""
    day = today() - BACK * DAY
    texts = (LONG, MARKUP, CONTROLS, *FORMULAS)
    calls = [
        (
            f"{text[:60]}.{number}",
            [
                ToldLeg(
                    at(day, f"12:{number:02}:00"),
                    f"0555000{number:04}",
                    f"{ACCOUNT}-queue-{text}",
                    directory=f'"{text}" <0555000{number:04}>',
                    line=text,
                )
            ],
        )
        for number, text in enumerate(texts)
    ]
    calls.append(("x.1", [ToldLeg(at(day, "13:00:00"), "=1+1", "@SUM(A1)", direction="=2+2", duration="5")]))
    ended = {
        language: asyncio.run(_exported(tmp_path / language, day, as_json(calls), language))
        for language in ("tr", "en")
    }
    for language, end in ended.items():
        assert end.code == 0, (language, end.err)
        text = end.files["csv"].read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "tr" else ","))
        assert len(rows) == len(calls) + 2, "heads, one line a call whatever breaks stand in it, sums"
        cells = [cell for row in rows for cell in row]
        assert sum("cmd|" in cell for cell in cells) >= 3, "what they call themselves is there, as text"
        assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")], language
        book = load_workbook(end.files["xlsx"])
        found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert sum("cmd|" in str(cell.value) for cell in found) >= 3
        assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink], language
        for cell in (*cells, *(str(cell.value) for cell in found)):
            assert not [char for char in cell if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}], ascii(cell)


async def _exported(home: Path, day: date, body: str, language: str) -> Ended:
    pbx = RecordsPbx()
    pbx.reply = by_day({day: body})
    await asyncio.to_thread(home.mkdir)
    exporter = Exporter(home)
    async with pbx.server:
        to = ["--account", ACCOUNT, "--pbx-url", pbx.server.url, "--api-url", pbx.server.url, "--events", "off"]
        order = exporter.order(day, day, "csv", "xlsx", language=language, rest=[*to, "--time-factor", f"{FACTOR:g}"])
        return await asyncio.to_thread(exporter.run, ["records", *order])
