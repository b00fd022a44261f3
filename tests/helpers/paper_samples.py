"""Reports as `build` makes them, with invented figures, in either language; for what paints and writes them."""

import random
from datetime import date, timedelta

import msgspec

from supervisor_gui.reports import spelling
from supervisor_gui.reports.request import Period, ReportRequest, View
from supervisor_gui.reports.values import (
    Axis,
    CellKind,
    Chart,
    Column,
    Estimate,
    Mark,
    Panel,
    Report,
    Segment,
    Series,
    Table,
    Tile,
    Timeline,
    TimelineRow,
    Value,
)

ACCOUNT_TAIL = "*** 00 00"

_TURKISH = (
    "Gelen çağrılar",
    "gelen çağrı|cevaplanan|hizmet düzeyi (20 sn)|terk edilen|ort. cevap süresi|ort. konuşma",
    "Gün|Gelen|Cevaplanan|Cevapsız|Terk|Kısa terk|Hizmet düzeyi|Cevap %|Ort. cevap süresi|"
    "Ort. bekleme (tüm arayanlar)|Ort. konuşma|En uzun bekleme|Not",
    "Toplam",
    "2 günün çağrı listesi yok: hizmet düzeyi öteki günlerden sayıldı.|Bugünün sayıları henüz kesin değil.",
    "cevaplanan|cevapsız|terk|hizmet düzeyi|geçen ay|hedef",
    "boşta|görüşmede|mola",
)
_ENGLISH = (
    "Incoming calls",
    "incoming calls|answered|service level (20 s)|abandoned|average speed of answer|average talk",
    "Day|Incoming|Answered|Unanswered|Abandoned|Short abandons|Service level|Answered %|Average speed of answer|"
    "Average wait (all callers)|Average talk|Longest wait|Note",
    "Total",
    "2 days have no call lists: the service level is counted over the others.|Today's figures can still change.",
    "answered|unanswered|abandoned|service level|last month|target",
    "idle|talking|break",
)

_KINDS = (
    CellKind.DATE,
    *(CellKind.COUNT,) * 5,
    *(CellKind.PERCENT,) * 2,
    *(CellKind.SECONDS,) * 4,
    CellKind.TEXT,
)


class _Day(msgspec.Struct, frozen=True):
    day: date
    answered: int
    unanswered: int
    abandoned: int
    service: float
    wait: int

    @property
    def incoming(self) -> int:
        return self.answered + self.unanswered + self.abandoned


def _days(start: date, count: int, seed: int) -> tuple[_Day, ...]:
    dice = random.Random(seed)
    return tuple(
        _Day(
            start + timedelta(days=at),
            dice.randint(8, 90),
            dice.randint(0, 6),
            dice.randint(0, 9),
            dice.uniform(0.7, 0.95),
            dice.randint(9, 40),
        )
        for at in range(count)
    )


def days_report(count: int, *, turkish: bool, start: date = date(2026, 11, 1), seed: int = 7) -> Report:
    """The days' view of `count` days; every seventh day is estimated and the longest tables have long notes."""
    title, tiles, columns, total, notes, series, _ = _TURKISH if turkish else _ENGLISH
    days = _days(start, count, seed)
    request = ReportRequest(Period(days[0].day, days[-1].day))
    return Report(
        request=request,
        title=title,
        period=spelling.period_text(request.period),
        tiles=_tiles(tiles.split("|"), days),
        picture=_chart(title, series.split("|"), days),
        table=_table(columns.split("|"), total, days, notes.split("|")[0]),
        notes=tuple(notes.split("|")),
        account_tail=ACCOUNT_TAIL,
        demo=True,
    )


def _tiles(titles: list[str], days: tuple[_Day, ...]) -> tuple[Tile, ...]:
    incoming = sum(day.incoming for day in days)
    count, percent, seconds = CellKind.COUNT, CellKind.PERCENT, CellKind.SECONDS
    return (
        Tile("incoming", titles[0], incoming, count, 0.06, percent),
        Tile("answered", titles[1], sum(day.answered for day in days), count, 0.08, percent, True),
        Tile("service", titles[2], Estimate(0.84, 0.8, 0.88), percent, 0.03, percent, True),
        Tile("abandoned", titles[3], sum(day.abandoned for day in days), count, -0.09, percent, True),
        Tile("answer_wait", titles[4], 19.4, seconds, -2.0, seconds, True),
        Tile("average_talk", titles[5], None, seconds),
    )


def _chart(title: str, words: list[str], days: tuple[_Day, ...]) -> Chart:
    bars = (
        Series("answered", words[0], tuple(float(day.answered) for day in days)),
        Series("unanswered", words[1], tuple(float(day.unanswered) for day in days)),
        Series("abandoned", words[2], tuple(float(day.abandoned) for day in days)),
        Series("service", words[3], tuple(day.service for day in days), Axis.PERCENT, Mark.LINE),
        Series("before", words[4], tuple(float(day.incoming) - 4 for day in days), Axis.COUNT, Mark.DOTS),
    )
    waits = (Series("answer_wait", words[3], tuple(float(day.wait) for day in days), Axis.SECONDS, Mark.LINE),)
    return Chart(
        title,
        tuple(spelling.day_label(day.day) for day in days),
        tuple(spelling.day_name(day.day) for day in days),
        (Panel(bars, 0.8, words[5]), Panel(waits)),
    )


def _table(titles: list[str], total: str, days: tuple[_Day, ...], note: str) -> Table:
    columns = tuple(
        Column(f"column{at}", title, kind) for at, (title, kind) in enumerate(zip(titles, _KINDS, strict=True))
    )
    rows: list[tuple[Value, ...]] = []
    for at, day in enumerate(days):
        low, high = max(0.0, day.service - 0.04), min(1.0, day.service + 0.04)
        service = Estimate(day.service, low, high) if at % 7 == 6 else Estimate(day.service, day.service, day.service)
        rate = day.answered / day.incoming
        rows.append(
            (
                day.day,
                *(day.incoming, day.answered, day.unanswered, day.abandoned, min(1, day.abandoned)),
                *(service, rate, float(day.wait), day.wait + 2.5, 187.0, 4 * day.wait),
                note if at % 7 == 6 else "",
            )
        )
    summed = tuple(sum(getattr(day, name) for day in days) for name in ("incoming", "answered", "unanswered"))
    totals = (total, *summed, sum(day.abandoned for day in days), 3, 0.84, 0.92, 19.4, 22.1, 187.0, 160, "")
    return Table(columns, tuple(rows), totals)


def agents_report(agents: int, *, turkish: bool, day: date = date(2026, 11, 24)) -> Report:
    """The agents' day of so many agents."""
    _, _, _, total, _, _, states = _TURKISH if turkish else _ENGLISH
    words = states.split("|")
    start = 1_795_467_600.0
    rows = []
    for at in range(agents):
        began = start + 8 * 3600 + at * 240
        cuts = (began, began + 5400, began + 9000, began + 10_800, began + 28_000)
        segments = tuple(
            Segment(cuts[n], cuts[n + 1], state, words[n % 3], n > 0)
            for n, state in enumerate(("idle", "talking", "paused", "idle"))
        )
        rows.append(TimelineRow(str(101 + at), f"Ayşe Işık {at + 1}", segments))
    table = Table(
        (Column("agent", words[0], CellKind.TEXT), Column("seconds", total, CellKind.SECONDS)),
        tuple((row.name, 28_000.0) for row in rows),
    )
    states_there = tuple(zip(("idle", "talking", "paused"), words, strict=True))
    request = ReportRequest(Period(day, day), View.AGENTS, day=day)
    return Report(
        request=request,
        title=words[0],
        period=spelling.day_name(day),
        tiles=(),
        picture=Timeline(words[0], start, start + 86_400, tuple(rows), states_there),
        table=table,
        account_tail=ACCOUNT_TAIL,
    )
