"""Twenty days of a small call centre, each of another seed, asked for and kept by the program's own backfill."""

import asyncio
import re
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import msgspec

from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RECORDS
from tests.helpers.qt_async import until
from tests.helpers.recount import Truth, ended_on, midnight
from tests.helpers.whole_day import WholeDay
from tests.history.backfilling import Asked, Pbx, backfilling

FIRST = date(2026, 3, 1)
SEEDS = range(20)
DAYS = tuple(FIRST + timedelta(days=seed) for seed in SEEDS)
NOW = midnight(DAYS[-1]).timestamp() + 86_400.0 + 7200.0
"""Two hours after the last of them was over."""

_OUTSIDE = re.compile(rb"555000([0-9]{4})")
_CALLER = re.compile(rb'"source":"(555000[0-9]{4})"')
_FORMS = (b"", b"0", b"90", b"0090", b"+90")


class SeededHistory(msgspec.Struct, frozen=True):
    """The file, and the truth of every call in it, oldest first."""

    path: Path
    calls: list[Truth]


def keep_seeded_days(path: Path, crowd: int = 10_000) -> SeededHistory:
    """Fill a new file; blocks.

    Args:
        path: Where the file is to be.
        crowd: How many people call. Of fewer than the simulator's 10,000 everybody has more calls, and the PBX writes
            one caller in another form each day.
    """
    lived = _lived()
    fewer = crowd < 10_000

    def told(asked: Asked) -> bytes:
        body = lived[asked.days[0]].report(startdate=_minute(asked.start), stopdate=_minute(asked.end))
        form = _FORMS[asked.days[0].day % len(_FORMS)]
        return _CALLER.sub(rb'"source":"' + form + rb'\1"', _crowded(body, crowd)) if fewer else body

    asyncio.run(_fill(path, told))
    truth = [call for day, one in lived.items() for call in ended_on(one.calls, day)]
    calls = msgspec.json.decode(_crowded(msgspec.json.encode(truth), crowd)) if fewer else truth
    return SeededHistory(path, calls)


@lru_cache(maxsize=1)
def _lived() -> dict[date, WholeDay]:
    return {day: WholeDay(seed, day) for seed, day in zip(SEEDS, DAYS, strict=True)}


def _crowded(text: bytes, crowd: int) -> bytes:
    """The same with fewer people: some numbers become one."""
    return _OUTSIDE.sub(lambda found: b"555000%04d" % (int(found[1]) % crowd), text)


def _minute(at: object) -> str:
    return f"{at:%d%m%Y%H%M}"


async def _fill(path: Path, told: object) -> None:
    pbx = Pbx()
    pbx.answer = told  # type: ignore[assignment]
    failed: list[BaseException] = []
    store = Store(path, report=lambda _, error: failed.append(error))
    assert await store.open() == ""
    try:
        async with pbx.server, backfilling(store, pbx, NOW, wants=RECORDS) as desk:
            desk.backfill.start(len(DAYS))
            await until(lambda: desk.backfill.progress.days_done == len(DAYS), "twenty days filled", 90)
    finally:
        await store.close()
    assert failed == []
