"""One period exported as a user's settings say, in both languages, and what its files must say as readers write it."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.paths import DataPaths
from tests.helpers.exports import ACCOUNT, Ended, Exporter, past_centre
from tests.helpers.past import PastDay
from tests.helpers.told_days import Told, told

BACK = 6
"""Days of the period; it ends yesterday."""

THRESHOLD, SHORT = 9, 40
"""Not the usual ones: what the user set is what files count by."""

PROFILE = "Santral"
MONTHS = {
    "tr": (
        *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
        *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


class Exported(msgspec.Struct, frozen=True):
    """What is there: the folder, how each language's command ended, and what truly happened on each day."""

    exporter: Exporter
    ended: dict[str, Ended]
    calls: dict[date, list[dict[str, Any]]]

    @property
    def days(self) -> list[date]:
        return list(self.calls)

    @property
    def rows(self) -> dict[date, Told]:
        return {day: told(calls, threshold=THRESHOLD, short=SHORT) for day, calls in self.calls.items()}

    @property
    def total(self) -> Told:
        return told((call for calls in self.calls.values() for call in calls), threshold=THRESHOLD, short=SHORT)

    def file(self, language: str, form: str) -> Path:
        return self.ended[language].files[form]


@contextmanager
def both_languages(home: Path) -> Iterator[Exported]:
    """One command in Turkish, which asks the PBX, and one in English out of the copy.

    Args:
        home: An empty folder.
    """
    exporter = Exporter(home)
    with past_centre(BACK + 2) as simulator:
        _prepare(exporter, simulator.info.pbx_url, simulator.info.api_url)
        past = [PastDay(simulator, back) for back in range(BACK, 0, -1)]
        to = exporter.connection(simulator.info)
        ended = {
            language: exporter.run(
                exporter.order(past[0].day, past[-1].day, out=exporter.out / language, language=language, rest=to)
            )
            for language in ("tr", "en")
        }
        yield Exported(exporter, ended, {day.day: day.calls for day in past})


def _prepare(exporter: Exporter, pbx_url: str, api_url: str) -> None:
    """Settings as a user has left them."""
    paths = DataPaths(exporter.data)
    paths.create()
    settings = SettingsStore(paths.settings)
    settings.put(Profile(name=PROFILE, account=ACCOUNT, pbx_url=pbx_url, api_url=api_url, plain_http_agreed=True))
    settings.open(PROFILE)
    settings.set(keys.THRESHOLD, THRESHOLD)
    settings.set(keys.SHORT, SHORT)
    settings.save()


def half_up(seconds: float) -> int:
    return math.floor(seconds + 0.5)


def period_words(days: list[date], language: str) -> str:
    """The period as a reader would write it."""
    first, last = days[0], days[-1]
    months = MONTHS[language]
    end = f"{last.day} {months[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    begin = f"{first.day} {months[first.month - 1]}"
    return f"{begin} – {end}" if first.year == last.year else f"{begin} {first.year} – {end}"


def count_words(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "." if language == "tr" else ",")


def share_words(share: float, language: str) -> str:
    return f"%{half_up(share * 100)}" if language == "tr" else f"{half_up(share * 100)}%"


def clock_words(seconds: float) -> str:
    whole = half_up(seconds)
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{whole % 3600 // 60:02d}:{whole % 60:02d}"


def tile_words(total: Told, language: str) -> list[str]:
    """The six figures above the picture."""
    return [
        count_words(total.incoming, language),
        count_words(total.answered, language),
        share_words(total.service, language),
        count_words(total.abandoned, language),
        clock_words(total.answer_wait),
        clock_words(total.average_talk),
    ]


def day_labels(days: list[date], language: str) -> list[str]:
    if language == "tr":
        return [f"{day:%d.%m}" for day in days]
    return [f"{day.day} {MONTHS['en'][day.month - 1][:3]}" for day in days]
