"""Small base rooms: text, tasks, words, paths."""

import asyncio
import unicodedata
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.clock import pbx_day, pbx_midnight
from supervisor_gui.paths import DataPaths, read_only_address, resource
from supervisor_gui.tasks import Tasks
from supervisor_gui.text import clean, fold, last_two


@pytest.mark.parametrize("word", ["istanbul", "İSTANBUL", "ISTANBUL", "ıstanbul", "İstanbul"])
def test_search_takes_every_i_for_the_same_letter(word: str) -> None:
    assert fold(word) == fold("istanbul")


@pytest.mark.parametrize(("typed", "name"), [("cag", "Çağrı"), ("ozt", "Öztürk"), ("sahin", "Şahin"), ("IŞIK", "ışık")])
def test_search_finds_names_without_their_accents(typed: str, name: str) -> None:
    assert fold(typed) in fold(name)


@given(st.text())
def test_cleaned_text_fits_one_line_and_cannot_steer_it(text: str) -> None:
    shown = clean(text, 50)
    assert len(shown) <= 50
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"}]


def test_a_direction_override_is_shown_and_a_long_text_is_cut() -> None:
    assert clean("a\u202eb\x07") == "a‹202E›b␇"
    assert clean("x" * 10_000) == "x" * 199 + "…"


def test_ordinary_turkish_text_stays_as_it_is() -> None:
    assert clean("Çağrı Şükrü İğdır – 7 dk") == "Çağrı Şükrü İğdır – 7 dk"


def test_a_masked_number_shows_two_digits_at_most() -> None:
    assert last_two("05550001122") == "•••22"
    assert "1" not in last_two("101")


def test_the_days_of_the_pbx_begin_at_turkish_midnight() -> None:
    evening = 1_764_104_400.0  # 2025-11-25 21:00 UTC, midnight in Turkey
    assert pbx_midnight(evening) == evening
    assert pbx_midnight(evening - 1) == evening - 86_400
    assert str(pbx_day(evening)) == "2025-11-26"


async def test_a_failing_task_is_reported_by_name_and_the_others_go_on() -> None:
    told: list[tuple[str, str]] = []
    tasks = Tasks(lambda name, error: told.append((name, str(error))))
    going = asyncio.Event()

    async def fail() -> None:
        raise ValueError("no")

    async def wait() -> None:
        await going.wait()

    tasks.spawn("bad", fail())
    other = tasks.spawn("good", wait())
    while not told:
        await asyncio.sleep(0)
    assert told == [("bad", "no")]
    assert tasks.names == ("good",)
    await tasks.close()
    assert other.cancelled()
    assert tasks.names == ()


async def test_nothing_starts_after_the_owner_closed() -> None:
    tasks = Tasks()
    await tasks.close()
    ran = []

    async def late() -> None:
        ran.append(1)

    tasks.spawn("late", late())
    await tasks.close()
    assert ran == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_headless_words_come_in_both_languages_with_counts(language: str) -> None:
    i18n.use_headless(language)
    try:
        one, many = (i18n.translate("Link", "%n action(s) under way", None, n) for n in (1, 3))
    finally:
        i18n.use(None)
    expected = {"tr": ("1 işlem bekliyor", "3 işlem bekliyor"), "en": ("1 action under way", "3 actions under way")}
    assert (one, many) == expected[language]


def test_without_a_language_the_english_source_is_shown() -> None:
    assert i18n.translate("Nowhere", "%n things", None, 4) == "4 things"


def test_the_data_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.create()
    assert paths.root.stat().st_mode & 0o777 == 0o700
    assert paths.logs.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/Şule/a?b#c.sqlite"), "file:///home/%C5%9Eule/a%3Fb%23c.sqlite?mode=ro"),
        (PureWindowsPath(r"C:\Users\Ali Can\history.sqlite"), "file:///C:/Users/Ali%20Can/history.sqlite?mode=ro"),
        (PureWindowsPath(r"\\server\share\history.sqlite"), "file:////server/share/history.sqlite?mode=ro"),
    ],
)
def test_a_database_is_read_wherever_it_lies(path: PurePath, address: str) -> None:
    assert read_only_address(path) == address


def test_a_missing_resource_is_named() -> None:
    assert resource("translations/supervisor_tr.ts").is_file()
    with pytest.raises(FileNotFoundError, match=r"nothing\.here"):
        resource("nothing.here")
