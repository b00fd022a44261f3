"""What will be sent of a sheet: marks, names and numbers, each number once and none guessed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.autodial.columns import Columns, find_columns
from supervisor_gui.autodial.preview import Preview, RowMark, preview, tails_of
from supervisor_gui.autodial.sheet_numbers import REASONS
from supervisor_gui.autodial.sheets import Cell, CellKind, Sheet, read_sheet
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import ListNumber

BOTH = Columns(0, 1)


def sheet(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines).encode())


def shown(
    told: Sheet, columns: Columns = BOTH, *, titles: bool = False, in_list: str = "", blocked: str = ""
) -> Preview:
    return preview(told, columns, titles=titles, in_list=frozenset(in_list.split()), blocked=frozenset(blocked.split()))


def why(cell: Cell) -> str:
    (row,) = shown(Sheet(((cell,),))).rows
    assert (row.mark is RowMark.INVALID) == bool(row.why)
    return row.why


def test_numbers_of_every_spelling_are_sent_in_one_form_with_their_names():
    told = sheet(
        "Telefon;Ad",
        "0555 000 00 01;Ali",
        "+90 555 000 00 02;Ay",
        "(0312) 111 00 00;Su",
        "8501110000;Can",
        "5550000005",
    )
    seen = shown(told, titles=True)
    assert seen.good == (
        ListNumber("5550000001", "Ali"),
        ListNumber("5550000002", "Ay"),
        ListNumber("3121110000", "Su"),
        ListNumber("8501110000", "Can"),
        ListNumber("5550000005", "5550000005"),
    )
    assert [row.shown for row in seen.rows][:2] == ["0555 000 00 01", "0555 000 00 02"]
    assert [row.line for row in seen.rows] == [2, 3, 4, 5, 6]
    assert seen.counts == {mark: 5 if mark is RowMark.GOOD else 0 for mark in RowMark}


def test_each_row_that_is_not_sent_says_why_and_the_first_reason_counts():
    told = sheet(
        "05550000001;Ali",
        "05550000001;again",
        "05550000002;in the list",
        "05550000003;blocked and in the list",
        "05550000002;in the list again",
        "abc;bad",
        ";nobody",
        "",
        "05550000004;good",
    )
    seen = shown(told, in_list="5550000002 5550000003", blocked="5550000003")
    assert [row.mark.value for row in seen.rows] == [
        "good",
        "duplicate",
        "in_list",
        "blocked",
        "in_list",
        "invalid",
        "empty",
        "empty",
        "good",
    ]
    assert seen.counts[RowMark.EMPTY] == 2
    assert [number.number for number in seen.good] == ["5550000001", "5550000004"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("5,55E+09", "scientific"),
        ("5.55e+09", "scientific"),
        ("5,550000001E+09", "scientific"),
        ("5550000001.0", "scientific"),
        ("555000000,0", "scientific"),
        ('=HYPERLINK("x")', "formula"),
        ("=A1", "formula"),
        ("@A1", "formula"),
        ("444 1 444", "short"),
        ("112", "service"),
        ("0800 111 00 00", "free"),
        ("0900 111 00 00", "charged"),
        ("+49 30 1234567", "foreign"),
        ("101", "unknown_extension"),
        ("05550000001, 05550000002", "several"),
        ("0312 111 00 00 dahili 101", "has_extension"),
        ("0555 000", "too_short"),
        ("055500000011111", "too_long"),
        ("yok", "letters"),
        ("0111 111 11 11", "not_a_number"),
    ],
)
def test_what_a_list_does_not_take_is_refused_in_a_stable_word(text: str, word: str):
    assert word in REASONS
    assert why(Cell(text)) == word


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (Cell("5550000001", CellKind.NUMBER), ""),
        (Cell("5.55e+20", CellKind.NUMBER), "scientific"),
        (Cell("5550000001.5", CellKind.NUMBER), "scientific"),
        (Cell("5550000000000000", CellKind.NUMBER), "scientific"),
        (Cell("-5550000001", CellKind.NUMBER), "not_a_number"),
        (Cell("=A1", CellKind.FORMULA), "formula"),
        (Cell("2026-11-29 00:00:00", CellKind.DATE), "date"),
        (Cell("+905550000001"), ""),
    ],
)
def test_cells_of_spreadsheets_are_taken_only_with_all_their_digits(cell: Cell, word: str):
    assert why(cell) == word


def test_names_are_one_line_without_unseen_signs_and_not_endless():
    rows = tuple(
        (Cell(f"555000000{place}"), cell)
        for place, cell in enumerate(
            [
                Cell("  Ali\r\n  Veli\t Can "),
                Cell("A\u200bl\u202ei\x07"),
                Cell("x" * 300),
                Cell("\u200b"),
                Cell("=B1", CellKind.FORMULA),
                Cell("7", CellKind.NUMBER),
            ]
        )
    )
    names = [number.name for number in shown(Sheet(rows)).good]
    assert names == ["Ali Veli Can", "Ali", "x" * 99 + "…", "5550000003", "5550000004", "7"]


def test_titles_are_left_out_known_or_not_and_only_when_there_are_some():
    known = sheet("Kasım listesi", "", "Telefon;Ad", "05550000001;Ali")
    assert [row.line for row in shown(known, titles=True).rows] == [4]
    assert [row.line for row in shown(known).rows] == [1, 2, 3, 4]
    unknown = sheet("", "05550000001;Ali", "05550000002;Ay")
    assert [row.line for row in shown(unknown, titles=True).rows] == [3]


def test_a_sheet_that_cannot_be_used_and_one_without_numbers_say_so():
    assert shown(Sheet(problem="damaged")).problem == "damaged"
    seen = shown(sheet("abc;def"), Columns())
    assert (seen.problem, seen.rows, seen.good) == ("no_column", (), ())
    assert sum(seen.counts.values()) == 0


def test_the_do_not_call_list_is_asked_about_each_readable_number():
    told = sheet("Telefon", "0555 000 00 01", "+905550000001", "03121110000", "444 1 444", "yok", "")
    tails = tails_of(told, Columns(0, -1))
    assert tails == {"5550000001", "3121110000"}
    assert tails == {tail("0555 000 00 01"), tail("0312 111 00 00")}
    assert shown(told, blocked=" ".join(tails)).good == ()


def test_a_file_of_five_thousand_with_bad_and_double_rows_is_counted_exactly():
    lines = ["Telefon;Ad Soyad"] + [f"0555{n:07d};Ad {n}" for n in range(4_935)]
    lines += [f"0555{n:07d};again {n}" for n in range(25)] + ["5,55E+09;bad"] * 40
    told = sheet(*lines)
    seen = shown(told, find_columns(told), titles=True)
    assert len(seen.rows) == 5_000
    assert (seen.counts[RowMark.GOOD], seen.counts[RowMark.INVALID], seen.counts[RowMark.DUPLICATE]) == (4_935, 40, 25)
    assert len(seen.good) == 4_935


def test_fifty_thousand_numbers_are_cleaned_in_time():
    told = sheet(
        *(f"0{532 + n % 8} {n // 10_000:03d} {n // 100 % 100:02d} {n % 100:02d};Ad {n}" for n in range(50_000))
    )
    begun = time.process_time()
    seen = shown(told)
    assert len(seen.rows) == 50_000
    assert time.process_time() - begun < 30, "not worse than in proportion"


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["Telefon", "0555 000 00 01", "+905550000001", "5550000002", "0312 111 00 00", "112", "5,5E+9", "=A1", "444 1 444"]
)
CELLS = st.builds(Cell, TEXTS, st.sampled_from(CellKind))
ROWS = st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=30).map(tuple)


@given(ROWS, st.integers(-1, 3), st.integers(-1, 3), st.booleans())
def test_every_row_has_a_mark_and_what_is_sent_is_sent_once(
    rows: tuple[tuple[Cell, ...], ...], number: int, name: int, titles: bool
):
    told, columns = Sheet(rows), Columns(number, name)
    seen = shown(told, columns, titles=titles, in_list="5550000002", blocked="3121110000")
    assert sum(seen.counts.values()) == len(seen.rows)
    if number >= 0 and not titles:
        assert len(seen.rows) == len(rows)
    sent = [entry.number for entry in seen.good]
    assert len(sent) == len(set(sent)) == seen.counts[RowMark.GOOD]
    assert not {"5550000002", "3121110000"} & set(sent)
    for row in seen.rows:
        assert bool(row.why) == (row.mark is RowMark.INVALID)
        assert row.why in ("", *REASONS)
        if row.number:
            assert len(row.number) == 10
            assert row.name
            assert row.number == national_number(row.number) == tail(row.number)
            assert row.number in tails_of(told, columns)


@given(st.from_regex(r"(\+90|0090|90|0)? ?[1-9]\d{2}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}", fullmatch=True))
def test_what_the_dial_bar_reads_otherwise_is_never_sent(text: str):
    number = read_number(text, is_extension=lambda _: False).number
    (row,) = shown(Sheet(((Cell(text),),))).rows
    assert row.mark is not RowMark.GOOD or (number is not None and number.wire == row.number)
