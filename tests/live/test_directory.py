"""Names: in memory, searched, and from and to the CSV files people have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.directory import Directory
from supervisor_gui.live.directory_csv import BadLine, read_csv, write_csv
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.text import fold
from tests.live.fakes import Store

AYSE = DirectoryEntry("101", "Ayşe Yılmaz", "Destek")
ISIK = DirectoryEntry("102", "Işık Çetin")


def directory(*entries: DirectoryEntry) -> tuple[Directory, Store, list[int]]:
    store = Store()
    names = Directory("8501110000", store, entries)
    told: list[int] = []
    names.subscribe(lambda: told.append(1))
    return names, store, told


def test_a_name_is_found_by_its_extension_and_a_nameless_one_goes_by_its_number():
    names, store, _ = directory(AYSE)
    assert (names.name("101"), names.team("101"), names.label("101")) == ("Ayşe Yılmaz", "Destek", "Ayşe Yılmaz")
    assert (names.name("199"), names.team("199"), names.label("199")) == ("", "", "199")
    assert store.names == []


def test_search_finds_turkish_letters_either_way():
    names, _, _ = directory(AYSE, ISIK)
    assert fold("ISIK") in names.named["102"].search
    assert fold("yilmaz") in names.named["101"].search
    assert fold("destek") in names.named["101"].search


def test_a_change_is_kept_and_told_and_nothing_new_is_not():
    names, store, told = directory(AYSE)
    names.set([DirectoryEntry(" 102 ", " Işık Çetin "), AYSE])
    assert store.names == [ISIK]
    assert told == [1]
    names.set([AYSE, DirectoryEntry("", "Kimse"), DirectoryEntry("150", "")])
    assert (store.names, told) == ([ISIK], [1])


def test_renaming_keeps_the_team_and_an_empty_name_removes():
    names, store, told = directory(AYSE)
    names.rename("101", "Ayşe Kaya")
    assert names.entries == (DirectoryEntry("101", "Ayşe Kaya", "Destek"),)
    names.rename("101", "")
    assert names.entries == ()
    assert store.names[-1].name == ""
    assert len(told) == 2


def test_names_from_the_store_are_not_written_back():
    names, store, told = directory()
    stop = names.subscribe(lambda: told.append(2))
    stop()
    names.load([ISIK, AYSE, DirectoryEntry("1001", "Uzun"), DirectoryEntry("98", "Kısa")])
    assert [entry.extension for entry in names.entries] == ["98", "101", "102", "1001"]
    assert store.names == []
    assert told == [1]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254"])
@pytest.mark.parametrize("title", ["", "Dahili{0}Ad Soyad{0}Takım\r\n"])
def test_files_of_every_kind_are_read(separator, encoding, title):
    text = title.format(separator) + f"101{separator}Ayşe Yılmaz{separator}Destek\r\n\r\n102{separator}Işık Çetin\r\n"
    imported = read_csv(text.encode(encoding))
    assert imported.entries == (AYSE, ISIK)
    assert imported.bad == ()


def test_columns_may_stand_in_another_order():
    imported = read_csv(b"Team;Name;Extension\nDestek;Ali;101\n")
    assert imported.entries == (DirectoryEntry("101", "Ali", "Destek"),)


@pytest.mark.parametrize("title", ["Name;Numbers", "Kod;Ad", "Name"])
def test_one_known_title_is_enough_where_the_other_column_is_plain(title):
    line = "Ali;101" if title.startswith("Name;") else "101;Ali" if title.startswith("Kod") else ""
    imported = read_csv(f"{title}\n{line}\n".encode())
    assert imported.entries == ((DirectoryEntry("101", "Ali"),) if line else ())


def test_titles_in_an_unknown_language_are_left_out():
    assert read_csv(b"Nebenstelle;Wer\n101;Ali\n").entries == (DirectoryEntry("101", "Ali"),)


def test_quoted_cells_may_hold_separators_and_line_ends():
    imported = read_csv('101;"Yılmaz; Ayşe ""A""";"Destek\nekibi"\n'.encode())
    assert imported.entries == (DirectoryEntry("101", 'Yılmaz; Ayşe "A"', "Destek\nekibi"),)


def test_bad_lines_cost_only_themselves_and_are_told_with_their_number():
    text = f"101;Ali\nx1;Veli\n103;\n101;Ali yine\n104;{'a' * 201}\n105;Can\nyalnız\n"
    imported = read_csv(text.encode())
    assert [entry.extension for entry in imported.entries] == ["101", "105"]
    assert [(line.line, line.problem) for line in imported.bad] == [
        (2, "extension"),
        (3, "name"),
        (4, "twice"),
        (5, "long"),
        (7, "extension"),
    ]
    assert imported.bad[0] == BadLine(2, "extension", "x1 Veli")


def test_a_cell_that_no_reader_takes_is_a_bad_line():
    imported = read_csv(b'101;"' + b"a" * 140_000 + b'"\n102;Ali\n')
    assert [line.problem for line in imported.bad] == ["quotes"]
    assert DirectoryEntry("102", "Ali") in imported.entries


def test_bytes_of_no_encoding_are_read_as_far_as_they_go():
    assert read_csv(b"101;A\x81li\xfe\n").entries[0].extension == "101"


def test_an_empty_file_has_no_names():
    assert read_csv(b"").entries == ()


def test_the_written_file_opens_in_a_spreadsheet_and_hides_no_formula():
    data = write_csv([AYSE, DirectoryEntry("102", "=1+1", "@x")], ("Dahili", "Ad", "Takım"))
    assert data.startswith("\ufeff".encode())
    assert data.decode("utf-8-sig").splitlines() == [
        "Dahili;Ad;Takım",
        "101;Ayşe Yılmaz;Destek",
        "102;'=1+1;'@x",
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_exception(data):
    read_csv(data)


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).map(str.strip)


@given(st.dictionaries(st.from_regex(r"\A[0-9]{1,5}\Z"), st.tuples(names.filter(bool), names), max_size=8))
def test_what_was_written_is_read_back(table):
    entries = tuple(DirectoryEntry(extension, name, team) for extension, (name, team) in table.items())
    plain = tuple(entry for entry in entries if not (entry.name.startswith("'") or entry.team.startswith("'")))
    assert read_csv(write_csv(plain, ("Extension", "Name", "Team"))).entries == plain


@pytest.mark.parametrize("number", ["5550001122", "05550001122", "+90 555 000 11 22", "00905550001122"])
def test_an_outside_number_is_one_entry_however_it_is_written(number):
    names, store, told = directory(DirectoryEntry(number, "Ali Kaya", "Bayi"))
    for form in ("5550001122", "05550001122", "+905550001122"):
        assert (names.name(form), names.team(form)) == ("Ali Kaya", "Bayi")
    names.set([DirectoryEntry("0555 000 11 22", "Ali Kaya", "Bayi")])
    assert (store.names, told) == ([], [])
    names.rename("905550001122", "")
    assert names.entries == ()
    assert store.names == [DirectoryEntry("05550001122", "", "Bayi")]


def test_a_number_that_an_older_version_kept_otherwise_is_written_anew():
    names, store, _ = directory()
    names.load([AYSE, DirectoryEntry("5550001122", "Ali")])
    assert names.entries == (AYSE, DirectoryEntry("05550001122", "Ali"))
    assert store.names == [DirectoryEntry("5550001122", ""), DirectoryEntry("05550001122", "Ali")]


def test_outside_numbers_in_a_file_are_read_however_they_are_written():
    text = (
        "+90 555 000 11 22;Ali\n0555-000-11-33;Veli\n5550001144;Can\n444 0 000;Banka\n5550001122;Ali yine\n0555x;Ece\n"
    )
    imported = read_csv(text.encode())
    assert [entry.extension for entry in imported.entries] == ["05550001122", "05550001133", "05550001144", "4440000"]
    assert [(line.line, line.problem) for line in imported.bad] == [(5, "twice"), (6, "extension")]


def test_a_column_of_telephone_numbers_is_taken_where_there_are_no_extensions():
    expected = (DirectoryEntry("05550001122", "Ali"),)
    assert read_csv(b"Ad;Telefon\nAli;0555 000 11 22\n").entries == expected
    assert read_csv(b"Telefon;Ad;Dahili\n05550001122;Ali;101\n").entries == (DirectoryEntry("101", "Ali"),)


def test_an_outside_number_written_to_a_file_is_read_back():
    entries = (DirectoryEntry("101", "Ayşe"), DirectoryEntry("05550001122", "Ali", "Bayi"))
    assert read_csv(write_csv(entries, ("Extension", "Name", "Team"))).entries == entries


def test_a_deleted_number_loses_its_name_in_every_form_and_extensions_keep_theirs():
    shop = DirectoryEntry("05550001122", "Yılmaz Ticaret")
    names, store, told = directory(AYSE, shop)
    names.forget("5550001122")
    assert names.entries == (AYSE,)
    assert store.names == [DirectoryEntry("05550001122", "")]
    names.forget("5550001122")
    assert told == [1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_names_saved_as_unicode_text_by_a_spreadsheet_are_read(encoding: str):
    data = "Dahili\tAd\tTakım\r\n101\tAyşe Yılmaz\tDestek\r\n".encode(encoding)
    assert read_csv(data).entries == (AYSE,)
