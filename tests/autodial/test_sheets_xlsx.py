"""XLSX files: what cells become, and files that are damaged, meant to harm, or something else."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from supervisor_gui.autodial.sheets import Cell, CellKind, Sheet, read_sheet


def book(rows: Sequence[Sequence[object]], change: Callable[[Worksheet], None] = lambda _: None) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    change(sheet)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return packed(parts | {name: content})


SMALL = book([["Telefon", "Ad"], [5550000001, "Şükrü Işık"]])


def test_text_numbers_dates_and_formulas_are_told_apart():
    data = book([["0555 000 00 01", 5550000002, 5550000003.0, date(2026, 11, 29), "=A1", None, True, "#N/A"]])
    (row,) = read_sheet(data).rows
    assert [cell.kind for cell in row] == [
        CellKind.TEXT,
        CellKind.NUMBER,
        CellKind.NUMBER,
        CellKind.DATE,
        CellKind.FORMULA,
        CellKind.EMPTY,
        CellKind.TEXT,
        CellKind.TEXT,
    ]
    assert [cell.text for cell in row[:3]] == ["0555 000 00 01", "5550000002", "5550000003"]


def test_a_formula_over_several_cells_is_a_formula():
    def change(sheet: Worksheet) -> None:
        sheet["A1"] = ArrayFormula("A1:A2", "=B1:B2")

    assert read_sheet(book([], change)).rows == ((Cell("=", CellKind.FORMULA),),)


def test_numbers_that_lost_digits_are_not_made_whole():
    (row,) = read_sheet(book([[5.55e15, 5550000001.5, -5550000001, 12345678901234567890]])).rows
    assert [cell.text for cell in row] == ["5550000000000000", "5550000001.5", "-5550000001", "1.234567890123457e+19"]


def test_a_number_of_endless_digits_is_cut_as_any_cell():
    data = with_part(
        SMALL,
        "xl/worksheets/sheet1.xml",
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1"><v>' + b"5" * 4_000 + b'</v></c><c r="B1"><v>1e999</v></c></row></sheetData></worksheet>',
    )
    (row,) = read_sheet(data).rows
    assert row == (Cell("5" * 500, CellKind.NUMBER), Cell("inf", CellKind.NUMBER))


def test_blank_rows_and_columns_keep_their_place_and_none_follow_the_last():
    def change(sheet: Worksheet) -> None:
        sheet["C4"] = 5550000001
        sheet["C9"] = "  "

    rows = read_sheet(book([], change)).rows
    assert rows[:3] == ((), (), ())
    assert rows[3] == (Cell("", CellKind.EMPTY), Cell("", CellKind.EMPTY), Cell("5550000001", CellKind.NUMBER))
    assert len(rows) == 4


def test_the_first_visible_sheet_that_holds_something_is_read():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "hidden"
    workbook.active.sheet_state = "hidden"
    workbook.create_sheet("blank")
    workbook.create_sheet("numbers")["A1"] = 5550000001
    workbook.create_sheet("more")["A1"] = 5550000002
    assert [cell.text for cell in read_sheet(saved(workbook)).rows[0]] == ["5550000001"]


def test_a_file_that_tells_its_size_wrong_is_read_whole():
    with zipfile.ZipFile(io.BytesIO(SMALL)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    lied = sheet.replace(b'<dimension ref="A1:B2" />', b'<dimension ref="A1" />').replace(
        b'<dimension ref="A1:B2"/>', b'<dimension ref="A1"/>'
    )
    assert lied != sheet
    assert read_sheet(with_part(SMALL, "xl/worksheets/sheet1.xml", lied)) == read_sheet(SMALL)


def test_a_row_beyond_the_most_is_refused_and_a_blank_one_there_is_not():
    def far(value: object) -> Callable[[Worksheet], None]:
        def change(sheet: Worksheet) -> None:
            sheet["A1048576"] = value

        return change

    assert read_sheet(book([[5550000001]], far("x"))).problem == "too_many"
    assert len(read_sheet(book([[5550000001]], far(" "))).rows) == 1


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": b"<row/>" * 5_000_000},
        {"xl/styles.xml": bytes(range(256)) * 90_000},
        {f"xl/worksheets/sheet{n}.xml": bytes(range(256)) * 200_000 for n in range(5)},
    ],
    ids=["ratio", "a part that is read at once", "all together"],
)
def test_a_file_that_would_grow_beyond_measure_is_not_opened(parts: dict[str, bytes]):
    data = packed({"[Content_Types].xml": b"", "xl/workbook.xml": b"<a/>"} | parts)
    assert read_sheet(data) == Sheet(problem="too_big")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (book([]), "empty"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "old_excel"),
        (packed({"xl/workbook.bin": b""}), "old_excel"),
        (packed({"word/document.xml": b"<a/>"}), "not_text"),
        (packed({"xl/workbook.xml": b"<a/>"}), "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (SMALL[:-30], "damaged"),
        (with_part(SMALL, "xl/workbook.xml", b"<workbook"), "damaged"),
        (with_part(SMALL, "xl/worksheets/sheet1.xml", b"<a>"), "damaged"),
        (
            with_part(SMALL, "xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
            "damaged",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(data: bytes, problem: str):
    assert read_sheet(data) == Sheet(problem=problem)


@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=20))
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_no_damage_makes_it_fail(changes: list[tuple[int, int]]):
    data = bytearray(SMALL)
    for place, byte in changes:
        data[place] = byte
    read_sheet(bytes(data))
