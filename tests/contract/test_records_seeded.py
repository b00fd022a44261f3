"""Twenty seeded days with calls of every kind: what is kept, and what every filter finds, is the ledger's."""

import random
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec
import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_sql import name_form
from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_records import Direction
from tests.helpers.kept_truth import check_legs, numbers_of, row_of
from tests.helpers.recount import Truth, turkish
from tests.helpers.seeded_history import DAYS, NOW, SeededHistory, keep_seeded_days
from tests.helpers.wire_server import ACCOUNT

MOST = 10**6
ALL = RecordFilter(DAYS[0], DAYS[-1])


class Made(msgspec.Struct, frozen=True):
    """One call as the ledger has it: its day, its row, and all numbers in it."""

    day: date
    row: RecordedCall
    numbers: frozenset[str]
    truth: Truth


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> SeededHistory:
    """The twenty days, kept."""
    return keep_seeded_days(tmp_path_factory.mktemp("records") / "history.sqlite")


@pytest.fixture(scope="module")
def ledger(history: SeededHistory) -> list[Made]:
    """Every call, in order of time."""
    return [
        Made(turkish(call["arrived"]).date(), row_of(call), frozenset(numbers_of(call)), call) for call in history.calls
    ]


@pytest.fixture
async def reader(history: SeededHistory) -> AsyncIterator[RecordReader]:
    """Of the account whose calls they are."""
    failed: list[BaseException] = []
    store = Store(history.path, report=lambda _, error: failed.append(error))
    made = RecordReader(history.path, ACCOUNT, store, clock=Clock(wall=lambda: NOW))
    yield made
    await made.close()
    await store.close()
    assert failed == []


def is_wanted(made: Made, wanted: RecordFilter) -> bool:
    """What a filter means, one condition at a time."""
    row = made.row
    if not wanted.start <= made.day <= wanted.end:
        return False
    if wanted.digits or wanted.numbers or wanted.words:
        name = name_form(row.name)
        by_digits = bool(wanted.digits) and any(wanted.digits in text for text in (*made.numbers, name))
        by_words = bool(wanted.words) and wanted.words in name
        by_name = row.number in wanted.numbers or row.extension in wanted.numbers
        if not (by_digits or by_name or by_words):
            return False
    for asked, told in ((wanted.extension, row.extension), (wanted.queue, row.queue), (wanted.line, row.line)):
        if asked and asked != told:
            return False
    if wanted.directions and row.direction not in wanted.directions:
        return False
    if wanted.at_least is not None and row.seconds < wanted.at_least:
        return False
    if wanted.at_most is not None and row.seconds > wanted.at_most:
        return False
    return row.recorded or not wanted.recorded


async def check(reader: RecordReader, ledger: Sequence[Made], wanted: RecordFilter) -> int:
    """The filter finds these calls and no others, newest first, whole and page by page; how many they are."""
    true = [made.row for made in ledger if is_wanted(made, wanted)]
    found = await reader.rows(wanted, MOST)
    assert sorted(map(_bare, found)) == sorted(map(_bare, true)), wanted
    assert all(newer.id > older.id and newer.began >= older.began for newer, older in pairwise(found))
    every = max(7, len(true) // 5)
    spine = await reader.spine(wanted, every)
    assert spine is not None
    assert spine.count == len(true), wanted
    pages = [await reader.page(wanted, before=anchor + 1, limit=every) for anchor in spine.anchors]
    assert tuple(call for page in pages for call in page) == found, wanted
    return len(true)


def _bare(call: RecordedCall) -> tuple[object, ...]:
    """The call without its id here, in a form that has an order."""
    told = msgspec.structs.astuple(msgspec.structs.replace(call, id=0))
    return tuple(part.value if isinstance(part, Direction) else part for part in told)


async def test_every_call_that_is_kept_is_the_ledgers_leg_by_leg(reader: RecordReader, ledger: list[Made]) -> None:
    kept = await reader.rows(ALL, MOST)
    assert len(kept) == len(ledger) > 5000
    assert {made.truth["kind"] for made in ledger} == {"queue", "direct", "outgoing", "internal", "link", "redirect"}
    assert sum(made.truth["transferred"] is not None for made in ledger) > 100
    known = {made.row.call: made for made in ledger}
    for call in kept:
        made = known.pop(call.call)
        assert msgspec.structs.replace(call, id=0) == made.row, made.truth
        check_legs(await reader.legs(call.id), made.truth)
    assert known == {}


async def test_each_queue_extension_line_and_direction_finds_its_calls(
    reader: RecordReader, ledger: list[Made]
) -> None:
    choices = await reader.choices(ALL.start, ALL.end)
    for part, offered in (("extension", choices.extensions), ("queue", choices.queues), ("line", choices.lines)):
        occur = {getattr(made.row, part) for made in ledger} - {""}
        assert set(offered) == occur
        assert len(occur) > 1
        for value in occur:
            assert await check(reader, ledger, msgspec.structs.replace(ALL, **{part: value})) > 10
    for direction in Direction:
        await check(reader, ledger, msgspec.structs.replace(ALL, directions=frozenset({direction})))


async def test_numbers_are_found_by_any_digits_in_them(reader: RecordReader, ledger: list[Made]) -> None:
    dice = random.Random(22)
    for made in dice.sample([made for made in ledger if made.row.number], 60):
        number = dice.choice(sorted(made.numbers))
        for length in {1, 2, 3, 4, 5, 7, 10, len(number)} & set(range(len(number) + 1)):
            begin = dice.randrange(len(number) + 1 - length)
            wanted = RecordFilter(made.day, made.day, digits=number[begin : begin + length])
            assert await check(reader, ledger, wanted) >= 1
        assert await check(reader, ledger, msgspec.structs.replace(ALL, digits=number)) >= 1
        wanted = msgspec.structs.replace(ALL, numbers=(number,))
        assert await check(reader, ledger, wanted) >= (number == made.row.number)


async def test_calls_are_found_by_any_letters_of_their_names(reader: RecordReader, ledger: list[Made]) -> None:
    dice = random.Random(24)
    for made in dice.sample([made for made in ledger if made.row.name], 40):
        name = name_form(made.row.name)
        begin = dice.randrange(len(name.split()[0]))
        wanted = name[begin : begin + dice.randrange(1, len(name) + 1)].strip()
        assert await check(reader, ledger, RecordFilter(made.day, made.day, words=wanted)) >= 1
        assert await check(reader, ledger, msgspec.structs.replace(ALL, words=name)) >= 1


async def test_filters_together_narrow_as_a_plain_loop_does(reader: RecordReader, ledger: list[Made]) -> None:
    dice = random.Random(23)
    found = [await check(reader, ledger, some_filter(dice, ledger)) for _ in range(150)]
    assert sum(count > 0 for count in found) > 50


def some_filter(dice: random.Random, ledger: Sequence[Made]) -> RecordFilter:
    """Made of what occurs, and mostly little narrowed."""

    def occurring(read: Callable[[RecordedCall], str]) -> str:
        return read(dice.choice(ledger).row) if dice.random() < 0.25 else ""

    start = dice.choice(DAYS)
    named = [dice.choice(ledger).row for _ in range(dice.choice((1, 4, 40)))] if dice.random() < 0.4 else []
    words = name_form(dice.choice(ledger).row.name) if dice.random() < 0.2 else ""
    digits = dice.choice(sorted(dice.choice(ledger).numbers) or [""]) if dice.random() < 0.3 else ""
    return RecordFilter(
        start,
        start + timedelta(days=dice.randrange(len(DAYS))),
        digits=digits[dice.randrange(6) :][: dice.randrange(1, 12)],
        numbers=tuple({dice.choice((row.number, row.extension)) for row in named} - {""}),
        words=words[dice.randrange(3) :][: dice.randrange(1, 9)].strip(),
        directions=frozenset(dice.sample(list(Direction), 3)) if dice.random() < 0.3 else frozenset(),
        extension=occurring(lambda row: row.extension),
        queue=occurring(lambda row: row.queue),
        line=occurring(lambda row: row.line),
        at_least=dice.randrange(200) if dice.random() < 0.2 else None,
        at_most=dice.randrange(400) if dice.random() < 0.2 else None,
        recorded=dice.random() < 0.2,
    )
