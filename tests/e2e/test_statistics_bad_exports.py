"""The export command against bad answers about the past: words in both languages, no file, and no asking in a loop."""

import asyncio
import csv
import os
from datetime import date
from pathlib import Path

import pytest

from supervisor_gui import i18n
from supervisor_gui.netsantral.errors import LimitReached, PbxError
from supervisor_gui.netsantral.explain import explain
from tests.helpers.bad_past import (
    FACTOR,
    UNTIL_THE_USER_ACTS,
    WAITED_FOR,
    CountedPbx,
    monday_of,
    refused,
    today,
    told_oddly,
)
from tests.helpers.exports import ACCOUNT, Ended, Exporter
from tests.helpers.past_page import DAY
from tests.history.backfilling import Answering, Asked, Body, block, usual, xml

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_export_command_tells_each_failure_and_leaves_no_file(tmp_path: Path, language: str) -> None:
    i18n.use_headless(language)
    # One of each kind: which answer is of which kind is the page's test.
    cases = [*((name, WAITED_FOR[name]) for name in ("hang up", "html", "bare 80")), *UNTIL_THE_USER_ACTS.items()]
    halves = cases[::2] if language == "tr" else cases[1::2]

    async def scenario() -> None:
        turn = asyncio.Semaphore(2)
        await asyncio.gather(*(_fails(tmp_path / str(at), *case, language, turn) for at, case in enumerate(halves)))

    asyncio.run(asyncio.wait_for(scenario(), 180))


async def _fails(
    home: Path, name: str, case: tuple[Answering, PbxError], language: str, turn: asyncio.Semaphore
) -> None:
    """One export of one day against one bad answer."""
    await asyncio.to_thread(home.mkdir)
    pbx = CountedPbx()
    pbx.reply, error = case
    day = today() - 3 * DAY
    async with turn, pbx.server:
        ended = await _exported(home, pbx, day, day, language)
    words = explain(error)
    assert ended.code == 4, (name, ended.err)
    assert words.title in ended.err, name
    assert words.todo in ended.err, name
    assert "Traceback" not in ended.err
    assert ended.out == ""
    assert await asyncio.to_thread(os.listdir, home / "out") == [], name
    assert len(pbx.asked) == (4 if isinstance(error, LimitReached) else 1), name


async def _exported(home: Path, pbx: CountedPbx, first: date, last: date, language: str) -> Ended:
    exporter = Exporter(home)
    to = ["--account", ACCOUNT, "--pbx-url", pbx.server.url, "--api-url", pbx.server.url, "--events", "off"]
    order = exporter.order(first, last, "csv", language=language, rest=[*to, "--time-factor", f"{FACTOR:g}"])
    return await asyncio.to_thread(exporter.run, order)


def test_the_export_command_takes_odd_days_smaller_spans_and_figures_without_lists(tmp_path: Path) -> None:
    monday = monday_of(today() - 14 * DAY)
    calls = {monday: (9, 6, 2, 1), monday + DAY: (4, 2, 1, 1), monday + 2 * DAY: (5, 5, 0, 0)}
    oddly = told_oddly(calls, repeats="info")

    def reply(asked: Asked) -> Body:
        if asked.kind == "records":
            return '{"code":"331","error":"Yetki yok"}'
        if asked.kind == "list":
            return xml(block(asked.days[0], *calls[asked.days[0]]))
        return "60" if len(asked.days) > 3 else oddly(asked)  # type: ignore[return-value]

    async def scenario() -> tuple[Ended, Ended]:
        pbx = CountedPbx()
        pbx.reply = reply
        async with pbx.server:
            first = await _exported(tmp_path, pbx, monday, monday + 3 * DAY, "en")
            told = [str(asked) for asked in pbx.asked]
            assert len(told) == len(set(told))
            assert [word for word in told if word.startswith("records")] == told[-1:]
            return first, await _exported(tmp_path, pbx, monday, monday + 3 * DAY, "tr")

    first, again = asyncio.run(asyncio.wait_for(scenario(), 120))
    assert (first.code, again.code) == (0, 0), (first.err, again.err)
    with first.files["csv"].open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.reader(text))[1:]
    assert [row[1:5] for row in rows[:4]] == [
        [str(one) for one in calls.get(monday + n * DAY, (0,) * 4)] for n in range(4)
    ]
    assert rows[4][1:5] == ["18", "13", "3", "2"]


@pytest.mark.parametrize(
    "said", [refused("60"), refused("70"), b"<xml>" + b" " * 30_000_000], ids=["60", "70", "30 MB"]
)
def test_a_list_that_never_comes_costs_its_day_the_list_alone(tmp_path: Path, said: Body) -> None:
    day = today() - 3 * DAY

    def reply(asked: Asked) -> Body:
        if asked.kind == "records":
            return '{"code":"331","error":"Yetki yok"}'
        return said if asked.kind == "list" and asked.days[0] == day else usual(asked)

    async def scenario() -> Ended:
        pbx = CountedPbx()
        pbx.reply = reply
        async with pbx.server:
            return await _exported(tmp_path, pbx, day - DAY, day, "en")

    ended = asyncio.run(asyncio.wait_for(scenario(), 120))
    assert ended.code == 0, ended.err
    with ended.files["csv"].open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.reader(text))[1:]
    assert [row[1:5] for row in rows[:2]] == [["4", "2", "1", "1"]] * 2
    assert [row[-1] for row in rows[:2]] == ["", "no call lists"]
