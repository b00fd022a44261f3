"""Turkish public holidays in both languages."""

from datetime import date, timedelta

import pytest

from supervisor_gui.autodial.holidays import holiday_name


@pytest.mark.parametrize(
    ("day", "turkish", "english"),
    [
        (date(2026, 1, 1), "Yılbaşı", "New Year's Day"),
        (date(2026, 10, 29), "Cumhuriyet Bayramı", "Republic Day"),
        (date(2026, 5, 27), "Kurban Bayramı", "Eid al-Adha"),
    ],
)
def test_a_holiday_has_its_name_in_both_languages(day: date, turkish: str, english: str) -> None:
    assert holiday_name(day, "tr") == turkish
    assert holiday_name(day, "en") == english


def test_ordinary_days_and_the_half_day_before_a_holiday_have_none() -> None:
    assert [holiday_name(day, "tr") for day in (date(2026, 11, 30), date(2026, 10, 28), date(2026, 11, 29))] == [""] * 3


def test_the_feasts_of_a_year_to_come_are_known_as_estimates() -> None:
    days = (date(2040, 1, 1) + timedelta(days=ahead) for ahead in range(366))
    names = [name for day in days if (name := holiday_name(day, "tr"))]
    assert any("Ramazan" in name for name in names)
    assert any("Kurban" in name for name in names)


def test_a_day_of_another_year_is_found_whatever_was_asked_before() -> None:
    assert holiday_name(date(2025, 4, 23), "tr")
    assert holiday_name(date(2027, 4, 23), "tr")
    assert holiday_name(date(2025, 4, 24), "tr") == ""
