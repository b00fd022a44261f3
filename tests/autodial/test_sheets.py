"""Files and pasted text as rows of cells: the encodings and separators that people have, and whatever they pick."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.autodial.sheet_values import MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, PROBLEMS
from supervisor_gui.autodial.sheets import CellKind, Sheet, read_pasted, read_sheet

TEXT = "Telefon;Ad Soyad\r\n05550000001;Şükrü Işık\r\n05550000002;Gül Çağ\r\n"
ROWS = [["Telefon", "Ad Soyad"], ["05550000001", "Şükrü Işık"], ["05550000002", "Gül Çağ"]]


def texts(sheet: Sheet) -> list[list[str]]:
    assert sheet.problem == ""
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1254"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 with mark", "le", "be", "be with mark", "cp1254"],
)
def test_every_usual_encoding_gives_the_same_turkish_letters(data: bytes):
    assert texts(read_sheet(data)) == ROWS


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_usual_separator_is_found_out(separator: str):
    assert texts(read_sheet(TEXT.replace(";", separator).encode())) == ROWS


def test_a_tsv_file_is_parted_by_tabs_even_where_other_signs_abound():
    data = b"05550000001\ta;b;c\n05550000002\td;e;f\n"
    assert texts(read_sheet(data, "Liste.TSV")) == [["05550000001", "a;b;c"], ["05550000002", "d;e;f"]]


@pytest.mark.parametrize("first", ["sep=|", '"sep=|"', "SEP=|"])
def test_excels_line_about_the_separator_is_believed_and_is_no_row(first: str):
    assert texts(read_sheet(f"{first}\r\n05550000001|a;b\r\n".encode())) == [["05550000001", "a;b"]]


def test_separators_quotes_and_line_ends_may_stand_inside_quoted_names():
    data = '05550000001;"Yılmaz; Ali"\r\n05550000002;"Ayşe ""Gül"" Çağ"\r\n05550000003;"Can\r\nDemir"\r\n'
    assert texts(read_sheet(data.encode())) == [
        ["05550000001", "Yılmaz; Ali"],
        ["05550000002", 'Ayşe "Gül" Çağ'],
        ["05550000003", "Can\r\nDemir"],
    ]


def test_commas_inside_names_do_not_part_cells_of_a_semicolon_file():
    data = b"05550000001;Ali, Veli, Can\n05550000002;Ay\n05550000003;Su, Nur\n"
    assert [len(row) for row in texts(read_sheet(data))] == [2, 2, 2]


def test_a_decimal_comma_of_a_shortened_number_does_not_part_cells():
    assert texts(read_sheet(b"5,55E+09\n5,55E+09\n")) == [["5,55E+09"], ["5,55E+09"]]


def test_a_quote_that_is_never_closed_costs_no_other_line():
    data = '05550000001;"Ali\n' + "".join(f"0555000{n:04d};Ad {n}\n" for n in range(2, 900))
    rows = texts(read_sheet(data.encode()))
    assert len(rows) == 899
    assert rows[0] == ["05550000001", "Ali"]
    assert rows[-1] == ["05550000899", "Ad 899"]


def test_a_quote_that_closes_in_another_line_costs_no_line_between():
    data = '05550000001;"Ali\n05550000002;Ay\n05550000003;"Su;Nur"\n05550000004;Can\n'
    assert texts(read_sheet(data.encode())) == [
        ["05550000001", "Ali"],
        ["05550000002", "Ay"],
        ["05550000003", "Su;Nur"],
        ["05550000004", "Can"],
    ]


def test_zero_bytes_vanish_blank_lines_and_columns_keep_their_place():
    data = b"\n;;\n05550000001;\x00;A\x00li;;\n\n05550000002;;Ay\n;;;\n\n"
    assert texts(read_sheet(data)) == [[], [], ["05550000001", "", "Ali"], [], ["05550000002", "", "Ay"]]


@pytest.mark.parametrize("cell", ['="05550000001"', "'05550000001", '"=""05550000001"""'])
def test_what_makes_a_spreadsheet_keep_a_number_as_text_is_taken_off(cell: str):
    assert texts(read_sheet(f"{cell};Ali\n".encode())) == [["05550000001", "Ali"]]


def test_old_line_ends_and_an_apostrophe_of_our_own_export_are_understood():
    assert texts(read_sheet(b"'+905550000001;Ali\r05550000002;Ay\r")) == [
        ["+905550000001", "Ali"],
        ["05550000002", "Ay"],
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"\n;;\n \n", "empty"),
        (b"sep=;\n", "empty"),
        (bytes(5_000), "not_text"),
        (b"0555" + bytes(500), "not_text"),
        (bytes(range(256)) * 40, "not_text"),
        (b"%PDF-1.7\nabc", "not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_excel"),
        (b"  <html><table><tr><td>05550000001</td></tr></table></html>", "old_excel"),
        (b"1" * 20_000_001, "too_big"),
        (b"1\n" * 100_001, "too_many"),
        (b"1\n" + b"\n" * 150_000 + b"2\n", "too_many"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_has_no_rows(data: bytes, problem: str):
    assert read_sheet(data) == Sheet(problem=problem)


def test_the_most_rows_are_read_and_blank_ones_behind_them_do_not_count():
    sheet = read_sheet(b"05550000001;\n" * MOST_ROWS + b";\n" * 50_000)
    assert len(sheet.rows) == MOST_ROWS


def test_columns_and_letters_beyond_the_most_are_left_out():
    data = ";".join(["a" * 600] * 60)
    (row,) = texts(read_sheet(data.encode()))
    assert len(row) == MOST_COLUMNS
    assert set(map(len, row)) == {MOST_LETTERS}
    assert len(texts(read_sheet(b"x" * 200_000 + b'"\n"05550000001"\n'))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "0555 000 00 01, 0555 000 00 02; (0555) 000 00 03".replace(";", ","),
        "05550000001;05550000002;\n+905550000003\n",
        "05550000001\n05550000002\n\n05550000003",
        "0555 000 00 01, 0555 000 00 02; 0555 000 00 03",
    ],
)
def test_pasted_numbers_one_after_the_other_are_a_row_each(text: str):
    assert sum(len(row) for row in texts(read_pasted(text))) == 3
    assert max(len(row) for row in texts(read_pasted(text))) == 1


def test_pasted_cells_of_a_spreadsheet_stay_columns():
    assert texts(read_pasted("05550000001\tYılmaz, Ali\n05550000002\tÇağ, Ay\n")) == [
        ["05550000001", "Yılmaz, Ali"],
        ["05550000002", "Çağ, Ay"],
    ]
    assert texts(read_pasted("05550000001\t05550000002\n")) == [["05550000001", "05550000002"]]


def test_pasted_text_without_end_is_refused():
    assert read_pasted("1" * 20_000_001).problem == "too_big"


def test_fifty_thousand_rows_are_read_in_no_time():
    data = "".join(f"0555{n:07d};Şükrü Çağ {n};Ankara\r\n" for n in range(50_000)).encode("cp1254")
    begun = time.process_time()
    sheet = read_sheet(data)
    assert len(sheet.rows) == 50_000
    assert time.process_time() - begun < 15, "not worse than in proportion"


def check(sheet: Sheet) -> None:
    assert sheet.problem in ("", *PROBLEMS)
    assert bool(sheet.rows) != bool(sheet.problem)
    for row in sheet.rows:
        assert len(row) <= MOST_COLUMNS
        assert all(len(cell.text) <= MOST_LETTERS for cell in row)
        assert all((cell.kind is CellKind.EMPTY) == (not cell.text) for cell in row)


@given(st.binary(max_size=2_000) | st.text(alphabet='0519;,"\n\r\t=\x00 aŞ|', max_size=400).map(str.encode))
def test_no_bytes_make_it_fail(data: bytes):
    check(read_sheet(data))


@given(st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"sep="]), st.binary(max_size=300))
def test_no_bytes_behind_a_known_beginning_make_it_fail(begin: bytes, data: bytes):
    check(read_sheet(begin + data))


@given(st.text(max_size=500))
def test_no_pasted_text_makes_it_fail(text: str):
    check(read_pasted(text))


NUMBER = "05550000002"


@given(st.lists(st.text(alphabet="abc019;,ŞğİıÇ\"'", max_size=20), min_size=1, max_size=20))
def test_no_number_is_lost_however_quotes_stand(names: list[str]):
    lines = [f"{NUMBER};{name}" for name in names]
    rows = read_sheet("\n".join(lines).encode()).rows
    assert sum(cell.text.count(NUMBER) for row in rows for cell in row) == len(names)
