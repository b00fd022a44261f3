"""Which columns hold numbers and names, with titles and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.autodial.columns import Columns, column_titles, find_columns, has_titles
from supervisor_gui.autodial.sheets import Cell, Sheet, read_sheet


def sheet(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("titles", "row", "columns"),
    [
        ("Telefon;Ad Soyad", "05550000001;Ali", Columns(0, 1)),
        ("MÜŞTERİ ADI;CEP TELEFONU", "Ali;05550000001", Columns(1, 0)),
        ("Sıra No;Adı Soyadı;GSM No", "1;Ali;05550000001", Columns(2, 1)),
        ("No;İsim;Tel.", "5550000009;Ali;05550000001", Columns(2, 1)),
        ("numara;isim", "05550000001;Ali", Columns(0, 1)),
        ("customer name;phone number", "Ali;05550000001", Columns(1, 0)),
        ("Şehir;Mobile;Name", "Ankara;05550000001;Ali", Columns(1, 2)),
        ("Ad;Adı Soyadı;Telefon", "x;Ali;05550000001", Columns(2, 1)),
        ("Telefon", "05550000001", Columns(0, -1)),
        ("Telefon;Tutar", "05550000001;100", Columns(0, -1)),
        ("Telefon 1;Telefon 2;Ad", ";05550000001;Ali", Columns(1, 2)),
        ("Müşteri No;Şehir;x", "77;Ankara;05550000001", Columns(2, 1)),
    ],
)
def test_titles_in_turkish_and_english_tell_the_columns(titles: str, row: str, columns: Columns):
    told = sheet(titles, row)
    assert find_columns(told) == columns
    assert has_titles(told, columns)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (("Ali;05550000001", "Ay;05550000002"), Columns(1, 0)),
        (("77;05550000001;Ali", "78;05550000002;Ay"), Columns(1, 2)),
        ((";;05550000001", ";;05550000002"), Columns(2, -1)),
        (("yok;Ali", "yok;Ay", "05550000001;Su"), Columns(0, 1)),
        (("5,55E+09;Ali", "5,55E+09;Ay"), Columns(0, 1)),
        (("abc", "def"), Columns(0, -1)),
        (("abc;def", "ghi;jkl"), Columns(-1, 0)),
    ],
)
def test_without_titles_the_content_tells_the_columns(rows: tuple[str, ...], columns: Columns):
    assert find_columns(sheet(*rows)) == columns


def test_a_title_over_a_column_without_numbers_is_not_believed():
    assert find_columns(sheet("No;Hat", "1;05550000001", "2;05550000002")).number == 1
    assert find_columns(sheet("Telefon;Hat", "1;05550000001", "2;05550000002")).number == 1


def test_titles_below_a_heading_and_blank_lines_are_found():
    told = sheet("Kasım listesi", "", "Telefon;Ad", "05550000001;Ali")
    assert find_columns(told) == Columns(0, 1)
    assert has_titles(told, Columns(0, 1))
    assert column_titles(told) == ("Telefon", "Ad")


def test_unknown_words_over_numbers_are_titles_and_words_among_words_are_not():
    assert has_titles(sheet("Hat;Kime", "05550000001;Ali"), Columns(0, 1))
    assert not has_titles(sheet("abc;x", "def;y"), Columns(0, 1))
    assert not has_titles(sheet("05550000001;Telefon", "05550000002;Ali"), Columns(0, 1))
    assert not has_titles(sheet("5,55E+09;Ali", "05550000002;Ay"), Columns(0, 1))
    assert not has_titles(sheet("Ali"), Columns(-1, 0))


def test_columns_without_titles_go_by_the_letters_of_spreadsheets():
    assert column_titles(sheet("05550000001;Ali")) == ("A", "B")
    assert column_titles(sheet("Telefon;;Ad", "05550000001;x;Ali;y")) == ("Telefon", "B", "Ad", "D")
    assert column_titles(sheet(";".join(["05550000001"] * 28)))[-3:] == ("Z", "AA", "AB")
    assert column_titles(Sheet()) == ()


@given(st.lists(st.lists(st.text(max_size=8) | st.sampled_from(["Telefon", "Ad", "05550000001"]), max_size=4)))
def test_any_sheet_has_columns_within_its_width(rows: list[list[str]]):
    told = Sheet(tuple(tuple(map(Cell, row)) for row in rows))
    columns = find_columns(told)
    width = max(map(len, rows), default=0)
    assert -1 <= columns.number < max(width, 1)
    assert -1 <= columns.name < max(width, 1)
    assert columns.number != columns.name or columns == Columns(-1, -1)
    assert len(column_titles(told)) == width
    has_titles(told, columns)
