"""Turkish public holidays by day. It knows whole days only and asks nothing of anybody.

The days of religious feasts that are not announced yet are estimates, and their names say so.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_YEARS_KEPT = 8


def holiday_name(day: date, language: str) -> str:
    """The holiday's name in "tr" or else in English; empty for a day that is none. Its first call takes 0.1 s."""
    return _of_year(day.year, "tr" if language == "tr" else "en_US").get(day, "")


@lru_cache(maxsize=_YEARS_KEPT)
def _of_year(year: int, language: str) -> Mapping[date, str]:
    from holidays.countries.turkey import Turkey  # noqa: PLC0415  a start without a list needs none of it

    return Turkey(years=year, language=language, expand=False)
