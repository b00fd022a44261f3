"""Ninety days filled by the program itself: every figure on the page and in a file is the one that truly was.

Figures are counted here from the simulator's ledger, by plain loops over its calls: nothing that counts, asks or keeps
in the program is imported.
"""

import csv
import math
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import keys
from supervisor_gui.options import Options
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.desk import PASSWORD, open_desk
from tests.helpers.filled_centre import in_its_time, settle
from tests.helpers.past_page import DAY, LISTS, TURKEY, PastPage, Question, questions, turkish
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

FACTOR = 300.0
DAYS = 90
SIMULATE = ("--seed", "90", "--history-days", str(DAYS), "--agents", "4", "--queues", "2", "--load", "20")
IN_TIME, SHORT = 20, 5
"""Seconds, as the settings have them."""

WEEKDAYS = ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar")
DAY_TITLES = (
    "Gün",
    "Gelen",
    "Cevaplanan",
    "Cevapsız",
    "Terk",
    "Kısa terk",
    "Hizmet düzeyi (20 sn)",
    "Cevap %",
    "Ort. cevap süresi",
    "Ort. bekleme (tüm arayanlar)",
    "Ort. konuşma",
    "En uzun bekleme",
)

Call = dict[str, Any]


class Count:
    """Some calls counted, one at a time."""

    def __init__(self) -> None:
        self.incoming = self.answered = self.unanswered = self.abandoned = self.short = self.in_time = 0
        self.waited = self.answer_waited = self.talked = self.longest = 0

    def add(self, call: Call) -> None:
        """Count an incoming call that has ended."""
        wait = int(call["left_queue"]) - int(call["queued"]) if call["queued"] is not None else 0
        self.incoming += 1
        self.waited += wait
        self.longest = max(self.longest, wait)
        if call["answered"] is not None:
            self.answered += 1
            self.answer_waited += wait
            self.in_time += wait <= IN_TIME
            self.talked += _talk(call)
        elif call["ending"] == "abandoned":
            self.abandoned += 1
            self.short += wait <= SHORT
        else:
            self.unanswered += 1

    @property
    def service(self) -> float | None:
        """Answered in time, of those that count."""
        return _ratio(self.in_time, self.answered + self.abandoned - self.short)

    @property
    def answer_rate(self) -> float | None:
        """Answered, of all."""
        return _ratio(self.answered, self.incoming)

    @property
    def answer_wait(self) -> float | None:
        """Seconds until an answer."""
        return _ratio(self.answer_waited, self.answered)

    @property
    def wait(self) -> float | None:
        """Seconds any caller waited."""
        return _ratio(self.waited, self.incoming)

    @property
    def talk(self) -> float | None:
        """Seconds of a conversation."""
        return _ratio(self.talked, self.answered)


def _ratio(part: float, whole: int) -> float | None:
    return part / whole if whole else None


def _talk(call: Call) -> int:
    """Whole seconds of conversation; nobody talks while a telephone rings that the call was moved to."""
    seconds = int(call["ended"]) - int(call["answered"])
    for leg in call["legs"]:
        if leg["moved"] is not None:
            seconds -= int(leg["ended"] if leg["answered"] is None else leg["answered"]) - int(leg["moved"])
    return seconds


class Span:
    """What truly happened on the days from `start` to `end`."""

    def __init__(self, control: Control, start: date, end: date) -> None:
        self.start, self.end = start, end
        length = (end - start).days + 1
        self.days = {start + number * DAY: Count() for number in range(length)}
        self.hours = [Count() for _ in range(24)]
        self.weekdays = [Count() for _ in range(7)]
        self.weeks: dict[date, Count] = {}
        self.whole = Count()
        begin = datetime(start.year, start.month, start.day, tzinfo=TURKEY)
        found = control.get_now("/ledger", **{"from": begin.timestamp(), "to": (begin + length * DAY).timestamp()})
        for call in found["calls"]:
            # A call that ended after midnight belongs to the day on which it began.
            day = turkish(call["arrived"])
            if call["kind"] in {"queue", "direct"} and call["ended"] is not None and day in self.days:
                self._add(call, day)

    def _add(self, call: Call, day: date) -> None:
        began = datetime.fromtimestamp(call["arrived"] if call["queued"] is None else call["queued"], TURKEY)
        week = self.weeks.setdefault(day - day.weekday() * DAY, Count())
        for count in (self.days[day], self.hours[began.hour], self.weekdays[day.weekday()], week, self.whole):
            count.add(call)


# How the page and the file spell in Turkish.


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"%{math.floor(share * 100 + 0.5)}"


def _time(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    minutes, rest = divmod(math.floor(seconds + 0.5), 60)
    return f"{minutes:02d}:{rest:02d}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def _tenths(number: float) -> str:
    return f"{math.floor(number * 10 + 0.5) / 10:.1f}".replace(".", ",")


def _day_cells(count: Count) -> list[str]:
    calls = (count.incoming, count.answered, count.unanswered, count.abandoned, count.short)
    shares = (count.service, count.answer_rate)
    times = (count.answer_wait, count.wait, count.talk, count.longest if count.incoming else None)
    return [*map(_number, calls), *map(_percent, shares), *map(_time, times)]


def _slot_cells(count: Count, days: int) -> list[str]:
    calls = (count.incoming, count.answered, count.unanswered, count.abandoned)
    per_day = _tenths(count.incoming / days)
    return [_number(days), *map(_number, calls), _percent(count.service), _time(count.answer_wait), per_day]


def _file_cells(count: Count) -> list[str]:
    calls = (count.incoming, count.answered, count.unanswered, count.abandoned, count.short)
    shares = (count.service, count.answer_rate)
    times = (count.answer_wait, count.wait, count.talk, count.longest if count.incoming else None)
    return [
        *map(str, calls),
        *("" if share is None else f"{share * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") for share in shares),
        *("" if seconds is None else str(math.floor(seconds + 0.5)) for seconds in times),
    ]


def test_ninety_days_are_filled_and_each_figure_of_a_month_is_the_ledgers(qapp: QApplication, tmp_path: Path) -> None:
    simulator = SimulatorProcess((*SIMULATE, "--limits", f"{FACTOR:g}"), password=PASSWORD)
    simulator.start(120)
    settle(simulator)

    async def scenario() -> None:
        options = Options(time_factor=FACTOR)
        async with open_desk(qapp, tmp_path, simulator=simulator, options=options) as desk:
            await desk.data()
            desk.program._settings.set(keys.EXPORT_FOLDER, str(tmp_path))
            backfill = desk.program._session.history.backfill
            await until(lambda: backfill.progress.days_wanted == DAYS, "the backfill began", 60)
            await until(lambda: backfill.progress.days_done == DAYS, "the backfill ended", 200)
            asked = await questions(desk.control)
            _check_asking(asked)
            page = PastPage(desk)
            await page.open()
            today = turkish(desk.control.get_now("/clock")["now"])
            last = today.replace(day=1) - DAY
            await _check_month(page, Span(desk.control, last.replace(day=1), last), tmp_path)
            monday = today - (today.weekday() + 7) * DAY
            weeks = [Span(desk.control, start, start + 6 * DAY) for start in (monday, monday - 7 * DAY)]
            await _check_last_week(page, *weeks)
            _check_asked_again(asked, await questions(desk.control))

    try:
        with in_its_time(simulator):
            run_qt(qapp, scenario(), 300)
    finally:
        simulator.stop()


def _check_asking(asked: list[Question]) -> None:
    """The newest day first, nothing twice, and the PBX never told to ask less."""
    assert {one.code for one in asked} == {""}
    days = [one for one in asked if not one.wanted]
    newest = max(day for one in days for day in one.days)
    told = [day for one in days for day in reversed(one.days)]
    assert told == [newest - number * DAY for number in range(DAYS)]
    lists = [(one.days, one.wanted) for one in asked if one.wanted]
    assert len(lists) == len(set(lists)) > DAYS
    assert {len(listed) for listed, _ in lists} == {1}
    ordered = [listed[0] for listed, _ in lists]
    assert ordered == sorted(ordered, reverse=True)
    assert {wanted for _, wanted in lists} == set(LISTS)


def _check_asked_again(before: list[Question], after: list[Question]) -> None:
    """Of the days that are over nothing was asked again when somebody looked at them."""
    over = {day for one in before for day in one.days}
    later = [one for one in after if one.number > before[-1].number]
    assert [one for one in later if over & set(one.days)] == []
    assert {one.code for one in later} <= {""}


async def _check_month(page: PastPage, month: Span, folder: Path) -> None:
    page.press("Geçen ay")
    await until(lambda: page.cells and page.cells[0][0] == f"{month.start:%d.%m.%Y}", "last month's table")
    assert page.titles == list(DAY_TITLES)
    assert page.cells == [[f"{day:%d.%m.%Y}", *_day_cells(count)] for day, count in month.days.items()]
    assert page.totals == ["Toplam", *_day_cells(month.whole)]
    _check_tiles(page.tiles, month.whole)
    _check_day_picture(page.pointed(len(month.days)), month)
    await _check_file(page, month, folder)
    await _check_weeks(page, month)
    await _check_hours(page, month)
    await _check_weekdays(page, month)


def _check_tiles(tiles: list[str], whole: Count) -> None:
    calls = [_number(whole.incoming), _number(whole.answered), _percent(whole.service), _number(whole.abandoned)]
    shown = [tile.partition(": ")[2].split(", ")[0] for tile in tiles]
    assert shown == [*calls, _time(whole.answer_wait), _time(whole.talk)]


async def _check_weeks(page: PastPage, month: Span) -> None:
    """Bars of a week each; a week that the month begins or ends with has its days in the month alone."""
    page.press("Haftalık")
    await until(lambda: page.titles[0] == "İlk gün", "the weeks' table")
    assert page.cells == [
        [f"{max(monday, month.start):%d.%m.%Y}", f"{min(monday + 6 * DAY, month.end):%d.%m.%Y}", *_day_cells(count)]
        for monday, count in sorted(month.weeks.items())
    ]
    page.press("Günlük")


def _check_day_picture(told: list[str], month: Span) -> None:
    for words, (day, count) in zip(told, month.days.items(), strict=True):
        assert WEEKDAYS[day.weekday()] in words
        for name, figure in (
            ("cevaplanan", _number(count.answered)),
            ("cevapsız", _number(count.unanswered)),
            ("terk edilen", _number(count.abandoned)),
            ("hizmet düzeyi (20 sn)", _percent(count.service)),
            ("ort. cevap süresi", _time(count.answer_wait)),
            ("ort. konuşma", _time(count.talk)),
            ("en uzun bekleme", _time(count.longest)),
        ):
            assert f"{name}: {figure}" in words


async def _check_file(page: PastPage, month: Span, folder: Path) -> None:
    page.page.export.choices["csv"].trigger()
    (file,) = await until(lambda: list(folder.glob("*.csv")), "the file")
    header, *rows = _read(file)
    assert len(header) == len(DAY_TITLES)
    assert rows == [
        *([f"{day:%d.%m.%Y}", *_file_cells(count)] for day, count in month.days.items()),
        ["Toplam", *_file_cells(month.whole)],
    ]


def _read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text, delimiter=";"))


async def _check_hours(page: PastPage, month: Span) -> None:
    page.press("Saatler")
    await until(lambda: page.titles[0] == "Saat", "the hours' table")
    days = len(month.days)
    assert page.cells == [
        [f"{hour:02d}:00–{hour + 1:02d}:00", *_slot_cells(count, days)] for hour, count in enumerate(month.hours)
    ]
    assert page.totals == ["Toplam", *_slot_cells(month.whole, days)]
    for hour, words in enumerate(page.pointed(24)):
        assert f"cevaplanan: {_number(month.hours[hour].answered)}," in words
        assert f"terk edilen: {_number(month.hours[hour].abandoned)}," in words


async def _check_weekdays(page: PastPage, month: Span) -> None:
    page.press("Hafta günleri")
    await until(lambda: page.titles[0] == "Hafta günü", "the weekdays' table")
    often = [sum(day.weekday() == number for day in month.days) for number in range(7)]
    assert page.cells == [
        [WEEKDAYS[number], *_slot_cells(count, often[number])] for number, count in enumerate(month.weekdays)
    ]
    assert page.totals == ["Toplam", *_slot_cells(month.whole, len(month.days))]
    for number, words in enumerate(page.pointed(7)):
        assert f"cevaplanan: {_number(month.weekdays[number].answered)}," in words
        assert f"terk edilen: {_number(month.weekdays[number].abandoned)}," in words


async def _check_last_week(page: PastPage, week: Span, before: Span) -> None:
    """The tiles tell what changed since the week before, and the picture shows its days beside these."""
    page.press("Günler")
    page.press("Geçen hafta")
    await until(lambda: page.cells and page.cells[0][0] == f"{week.start:%d.%m.%Y}", "last week's table")
    now, then = week.whole, before.whole
    assert [tile.partition(": ")[2].split(", ")[1] for tile in page.tiles] == [
        _changed(100 * (now.incoming - then.incoming) / then.incoming, "%{}"),
        _changed(100 * (now.answered - then.answered) / then.answered, "%{}"),
        _changed(100 * ((now.service or 0) - (then.service or 0)), "{} puan"),
        _changed(100 * (now.abandoned - then.abandoned) / then.abandoned, "%{}"),
        _changed((now.answer_wait or 0) - (then.answer_wait or 0), "{} sn"),
        _changed((now.talk or 0) - (then.talk or 0), "{} sn"),
    ]
    for words, count in zip(page.pointed(7), before.days.values(), strict=True):
        assert f"önceki hafta: {_number(count.incoming)}" in words


def _changed(change: float, words: str) -> str:
    whole = math.floor(abs(change) + 0.5)
    return f"{'▲' if change > 0 else '▼'} {words.format(whole)}" if whole else "="
