"""Figures and days are spelt as people of each language write them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.reports import spelling
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import CellKind, Estimate, Tile
from supervisor_gui.text import duration

NOON = datetime(2026, 11, 2, 12, 5, tzinfo=PBX_ZONE)


@pytest.fixture
def turkish() -> None:
    i18n.use_headless("tr")


@pytest.fixture
def english() -> None:
    i18n.use_headless("en")


def tile(change: float | None, kind: CellKind = CellKind.COUNT, change_kind: CellKind = CellKind.PERCENT) -> Tile:
    return Tile(key="any", title="any", value=1, kind=kind, change=change, change_kind=change_kind)


@pytest.mark.usefixtures("turkish")
def test_turkish_numbers_have_a_point_between_thousands_and_a_comma_before_decimals() -> None:
    assert spelling.count(1482) == "1.482"
    assert spelling.count(1234567) == "1.234.567"
    assert spelling.count(999) == "999"
    assert spelling.decimal(1234.56, 1) == "1.234,6"
    assert spelling.percent(0.84) == "%84"
    assert (spelling.decimal_mark(), spelling.group_mark()) == (",", ".")


@pytest.mark.usefixtures("english")
def test_english_numbers() -> None:
    assert spelling.count(1482) == "1,482"
    assert spelling.decimal(1234.56, 1) == "1,234.6"
    assert spelling.percent(0.84) == "84%"
    assert (spelling.decimal_mark(), spelling.group_mark()) == (".", ",")


@pytest.mark.usefixtures("turkish")
def test_turkish_days() -> None:
    day = date(2026, 11, 2)
    assert spelling.day_label(day) == "02.11"
    assert spelling.day_text(day) == "02.11.2026"
    assert spelling.day_name(day) == "2 Kasım 2026 Pazartesi"
    assert spelling.month_label(day) == "Kas 2026"
    assert spelling.month_name(date(2026, 5, 1)) == "Mayıs 2026"
    assert spelling.weekday_label(6) == "Paz"
    assert spelling.weekday_name(1) == "Salı"


@pytest.mark.usefixtures("english")
def test_english_days() -> None:
    day = date(2026, 11, 2)
    assert spelling.day_label(date(2026, 11, 1)) == "1 Nov"
    assert spelling.day_text(day) == "02.11.2026"
    assert spelling.day_name(day) == "Monday 2 November 2026"
    assert spelling.month_label(day) == "Nov 2026"
    assert spelling.weekday_label(6) == "Sun"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_month_and_weekday_has_a_word_of_its_own(language: str) -> None:
    i18n.use_headless(language)
    months = [date(2026, month, 1) for month in range(1, 13)]
    for words in (spelling.month_name, spelling.month_label, spelling.day_label):
        assert len({words(month) for month in months}) == 12
    assert len({spelling.weekday_name(at) for at in range(7)}) == 7
    assert len({spelling.weekday_label(at) for at in range(7)}) == 7


@pytest.mark.parametrize(
    ("start", "end", "english", "turkish"),
    [
        (date(2026, 11, 2), date(2026, 11, 2), "Monday 2 November 2026", "2 Kasım 2026 Pazartesi"),
        (date(2026, 11, 1), date(2026, 11, 24), "1–24 November 2026", "1–24 Kasım 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), "November 2026", "Kasım 2026"),
        (date(2028, 2, 1), date(2028, 2, 28), "1–28 February 2028", "1–28 Şubat 2028"),
        (date(2028, 2, 1), date(2028, 2, 29), "February 2028", "Şubat 2028"),
        (date(2026, 12, 1), date(2026, 12, 31), "December 2026", "Aralık 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November – 6 December 2026", "30 Kasım – 6 Aralık 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026 – 3 January 2027", "28 Aralık 2026 – 3 Ocak 2027"),
        (date(2025, 11, 1), date(2026, 11, 30), "1 November 2025 – 30 November 2026", "1 Kasım 2025 – 30 Kasım 2026"),
    ],
)
def test_a_period_names_its_days_once(start: date, end: date, english: str, turkish: str) -> None:
    i18n.use_headless("en")
    assert spelling.period_text(Period(start, end)) == english
    i18n.use_headless("tr")
    assert spelling.period_text(Period(start, end)) == turkish


@pytest.mark.usefixtures("turkish")
def test_cells() -> None:
    assert spelling.value_text(None, CellKind.COUNT) == "–"
    assert spelling.value_text("Toplam", CellKind.DATE) == "Toplam"
    assert spelling.value_text(NOON.date(), CellKind.DATE) == "02.11.2026"
    assert spelling.value_text(NOON, CellKind.MOMENT) == "02.11.2026 12:05"
    assert spelling.value_text(NOON, CellKind.CLOCK) == "12:05"
    assert spelling.value_text(1482, CellKind.COUNT) == "1.482"
    assert spelling.value_text(96.25, CellKind.COUNT) == "96,3"
    assert spelling.value_text(0.5, CellKind.PERCENT) == "%50"
    assert spelling.value_text(19.5, CellKind.SECONDS) == "00:20"
    assert spelling.value_text(3725, CellKind.SECONDS) == "1:02:05"


@pytest.mark.usefixtures("turkish")
def test_an_estimate_shows_its_range() -> None:
    assert spelling.value_text(Estimate(0.84, 0.80, 0.88), CellKind.PERCENT) == "≈ %84 (%80–%88)"
    assert spelling.value_text(Estimate(0.84, 0.84, 0.84), CellKind.PERCENT) == "%84"
    assert spelling.value_text(Estimate(19, 17, 22), CellKind.SECONDS) == "≈ 00:19 (00:17–00:22)"


@pytest.mark.usefixtures("english")
def test_a_range_that_rounding_hides_is_still_an_estimate() -> None:
    assert spelling.value_text(Estimate(0.842, 0.841, 0.843), CellKind.PERCENT) == "≈ 84%"


@pytest.mark.parametrize(
    ("changed", "english", "turkish"),
    [
        (tile(0.06), "▲ 6%", "▲ %6"),
        (tile(-0.09), "▼ 9%", "▼ %9"),
        (tile(0.03, CellKind.PERCENT), "▲ 3 points", "▲ 3 puan"),
        (tile(-0.01, CellKind.PERCENT), "▼ 1 point", "▼ 1 puan"),
        (tile(-2, CellKind.SECONDS, CellKind.SECONDS), "▼ 2 s", "▼ 2 sn"),
        (tile(71, CellKind.SECONDS, CellKind.SECONDS), "▲ 1 min 11 s", "▲ 1 dk 11 sn"),
        (tile(1500, CellKind.COUNT, CellKind.COUNT), "▲ 1,500", "▲ 1.500"),
        (tile(0.0), "=", "="),
        (tile(-0.004), "=", "="),
        (tile(0.4, CellKind.SECONDS, CellKind.SECONDS), "=", "="),
        (tile(None), "", ""),
    ],
)
def test_a_change_tells_direction_and_size(changed: Tile, english: str, turkish: str) -> None:
    i18n.use_headless("en")
    assert spelling.change_text(changed) == english
    i18n.use_headless("tr")
    assert spelling.change_text(changed) == turkish


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_a_decimal_reads_back_as_the_number_it_was(number: float, digits: int) -> None:
    i18n.use(None)
    text = spelling.decimal(number, digits)
    assert abs(float(text.replace(",", "")) - number) <= 0.5 * 10**-digits + abs(number) * 1e-12
    assert "-0" not in text or float(text.replace(",", "")) != 0


@given(st.integers(0, 10**7))
def test_a_duration_reads_back_as_its_seconds(seconds: int) -> None:
    parts = [int(part) for part in duration(seconds).split(":")]
    while len(parts) < 3:
        parts.insert(0, 0)
    hours, minutes, rest = parts
    assert timedelta(hours=hours, minutes=minutes, seconds=rest) == timedelta(seconds=seconds)
    assert minutes < 60
    assert rest < 60


@given(st.dates(date(2000, 1, 1), date(2100, 12, 1)), st.integers(0, 800))
def test_no_two_periods_read_alike(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    text = spelling.days_text(start, end)
    assert text != spelling.days_text(start, end + timedelta(days=1))
    assert text != spelling.days_text(start + timedelta(days=1), end + timedelta(days=1))
