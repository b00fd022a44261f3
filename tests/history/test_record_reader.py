"""Kept calls are found as a plain loop over them finds them, page by page, while others write, stop and break files."""

import asyncio
import random
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE, Clock, pbx_day, pbx_midnight_of
from supervisor_gui.errors import StoreError
from supervisor_gui.history.database import transaction
from supervisor_gui.history.missed_values import CallerNote, CallerState, Contact, ContactKind
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_rows import RecordRows
from supervisor_gui.history.record_sql import NAME_MARK, name_form, needle
from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.history.schema import RECORD_SECOND_BITS
from supervisor_gui.history.store import Store
from supervisor_gui.history.worker import Worker
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg
from tests.helpers.qt_async import until
from tests.history.rows import ACCOUNT, OTHER, seen_call

DAYS = (date(2026, 3, 1), date(2026, 3, 9))
NOW = pbx_midnight_of(DAYS[1]) + 14 * 3600.0
ALL = RecordFilter(*DAYS)
NUMBERS = ("05550001122", "05550001123", "05550012233", "4440555", "00495550001122", "")
SECOND_NUMBERS = ("", "", "05550009911")
NAMES = ("", "", "ŞULE UĞUR", "Suleyman Yılmaz", "İnci-Işık A.Ş.", "Uğur")

Kept = tuple[RecordedCall, str]


@pytest.fixture
async def reader(store: Store, path: Path) -> AsyncIterator[RecordReader]:
    """Of the usual account, in the afternoon of the last day."""
    made = RecordReader(path, ACCOUNT, store, clock=Clock(wall=lambda: NOW))
    yield made
    await made.close()


def kept_calls(count: int, seed: int = 1) -> list[Kept]:
    """Invented calls over some more days than `DAYS`, newest first, with all their numbers."""
    dice = random.Random(seed)
    first = pbx_midnight_of(DAYS[0] - timedelta(days=1))
    found: dict[int, Kept] = {}
    for place in range(count):
        began = first + dice.randrange(11 * 86_400)
        number, second = dice.choice(NUMBERS), dice.choice(SECOND_NUMBERS)
        call = RecordedCall(
            id=(int(began) << RECORD_SECOND_BITS) + place,
            call=f"sip3-{began:.0f}.{place}",
            began=began,
            direction=dice.choice(list(Direction)),
            number=number,
            name=dice.choice(NAMES),
            extension=dice.choice(("", "101", "102", "1000")),
            queue=dice.choice(("", "Destek", "Satış")),
            line=dice.choice(("", "3121110000")),
            seconds=dice.randrange(120),
            recorded=dice.random() < 0.5,
            legs=dice.randrange(1, 4),
        )
        found[call.id] = (call, f"{number} {second}".strip())
    return [found[place] for place in sorted(found, reverse=True)]


def put(path: Path, kept: Sequence[Kept], account: str = ACCOUNT) -> None:
    """Write rows as another program would."""
    with closing(sqlite3.connect(path)) as file, file:
        for call, numbers in kept:
            found_by = numbers + (NAME_MARK + name_form(call.name) if call.name else "")
            row = msgspec.structs.asdict(call) | {"direction": call.direction.value, "numbers": found_by}
            row["account"] = account
            names = ", ".join(row)
            file.execute(f"INSERT INTO call_records ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])


def is_wanted(kept: Kept, wanted: RecordFilter) -> bool:
    """What a filter means, said plainly."""
    call, numbers = kept
    named = call.number in wanted.numbers or call.extension in wanted.numbers
    by_digits = bool(wanted.digits) and wanted.digits in numbers
    by_words = bool(wanted.words) and wanted.words in name_form(call.name)
    text = (by_digits or named or by_words) if wanted.digits or wanted.numbers or wanted.words else True
    return (
        text
        and wanted.start <= pbx_day(call.began) <= wanted.end
        and (not wanted.directions or call.direction in wanted.directions)
        and wanted.extension in {"", call.extension}
        and wanted.queue in {"", call.queue}
        and wanted.line in {"", call.line}
        and (wanted.at_least is None or call.seconds >= wanted.at_least)
        and (wanted.at_most is None or call.seconds <= wanted.at_most)
        and (call.recorded or not wanted.recorded)
    )


def some_filter(dice: random.Random) -> RecordFilter:
    """Mostly little narrowed."""

    def perhaps(*values: object) -> object:
        return dice.choice(values) if dice.random() < 0.3 else None

    start = DAYS[0] + timedelta(days=dice.randrange(3))
    return RecordFilter(
        start,
        start + timedelta(days=dice.randrange(7)),
        digits=perhaps("5", "05", "0555", "05550", "055500011", "0001122", "9911", "777", "444") or "",
        numbers=perhaps(("05550001122",), ("101", "05550012233"), ("4440555",), ("103",)) or (),
        words=perhaps("s", "ug", "sul", "sule", "ugur", "sule ugur", "inci isik a s", "yilmaz", "kimse") or "",
        directions=frozenset(perhaps({Direction.MISSED}, {Direction.INCOMING, Direction.OUTGOING}) or ()),
        extension=perhaps("101", "1000") or "",
        queue=perhaps("Destek", "Satış") or "",
        line=perhaps("3121110000") or "",
        at_least=perhaps(0, 60),
        at_most=perhaps(0, 90),
        recorded=dice.random() < 0.2,
    )


@pytest.mark.parametrize("seed", range(4))
async def test_pages_counts_and_exports_are_those_of_a_plain_loop(
    reader: RecordReader, path: Path, store: Store, seed: int
) -> None:
    kept = kept_calls(700, seed)
    put(path, kept)
    put(path, [(msgspec.structs.replace(call, id=call.id + 5000), told) for call, told in kept[::3]], OTHER)
    dice = random.Random(seed)
    for wanted in (ALL, *(some_filter(dice) for _ in range(60))):
        expected = tuple(each[0] for each in kept if is_wanted(each, wanted))
        assert await reader.rows(wanted, 1000) == expected, wanted
        assert await reader.rows(wanted, 7) == expected[:7]
        spine = await reader.spine(wanted, 7)
        assert spine is not None
        assert spine.count == len(expected), wanted
        assert spine.anchors == tuple(call.id for call in expected[::7]), wanted
        for place in (0, len(spine.anchors) // 2, len(spine.anchors) - 1):
            if spine.anchors:
                page = await reader.page(wanted, before=spine.anchors[place] + 1, limit=7)
                assert page == expected[place * 7 : place * 7 + 7]
        assert await reader.page(wanted, limit=9) == expected[:9]


async def test_more_calls_than_are_counted_at_a_time(reader: RecordReader, path: Path, store: Store) -> None:
    kept = kept_calls(1500)
    put(path, kept)
    for wanted in (
        ALL,
        RecordFilter(*DAYS, digits="0001"),
        RecordFilter(*DAYS, words="ugur"),
        RecordFilter(*DAYS, numbers=("101", "102")),
    ):
        expected = [each[0].id for each in kept if is_wanted(each, wanted)]
        spine = await reader.spine(wanted, 3)
        assert spine is not None
        assert (spine.count, list(spine.anchors)) == (len(expected), expected[::3])
    assert [call.id for call in await reader.rows(ALL, 5000)] == [each[0].id for each in kept if is_wanted(each, ALL)]


async def test_a_count_ends_when_another_filter_is_looked_at(reader: RecordReader, path: Path, store: Store) -> None:
    put(path, kept_calls(300))
    narrow = RecordFilter(*DAYS, digits="0001")
    old = asyncio.create_task(reader.spine(ALL, 1))
    await asyncio.sleep(0)
    page = await reader.page(narrow)
    assert await old is None
    assert page == await reader.page(narrow)

    first, second = await asyncio.gather(reader.spine(narrow), reader.spine(narrow))
    assert first is None
    assert second is not None


async def test_pages_of_the_filter_do_not_end_its_count(reader: RecordReader, path: Path, store: Store) -> None:
    put(path, kept_calls(300))
    spine, page = await asyncio.gather(reader.spine(ALL, 1), reader.page(ALL))
    assert spine is not None
    assert spine.anchors[: len(page)] == tuple(call.id for call in page)


async def test_a_cancelled_question_stops_reading_and_the_next_is_answered(
    reader: RecordReader, path: Path, store: Store
) -> None:
    """The page has to look at every row of a file for which that takes long."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DROP TRIGGER call_numbers_added")
        file.execute(
            """WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)
            INSERT INTO call_records SELECT (? + i << 20), ?, '', ? + i, 'incoming', '', '', '', '', '', '', 1, 0, 1
            FROM n""",
            (int(pbx_midnight_of(DAYS[0])), ACCOUNT, pbx_midnight_of(DAYS[0])),
        )
    old = [asyncio.create_task(reader.page(RecordFilter(*DAYS, at_least=10 + number))) for number in range(40)]
    await asyncio.sleep(0.05)
    for each in old:
        each.cancel()
    async with asyncio.timeout(1.0):  # all of them one after the other take some seconds
        assert len(await reader.page(ALL)) == 200
    await asyncio.gather(*old, return_exceptions=True)


async def test_the_choices_are_what_occurs_in_the_days(reader: RecordReader, path: Path, store: Store) -> None:
    kept = kept_calls(200)
    odd = msgspec.structs.replace(kept[0][0], id=1, began=0.0, extension="9", queue="Eski", line="8501110000")
    put(path, [*kept, (odd, "")])
    found = await reader.choices(*DAYS)
    assert (found.extensions, found.queues, found.lines) == (
        ("101", "102", "1000"),
        ("Destek", "Satış"),
        ("3121110000",),
    )
    assert "9" in (await reader.choices(date(1970, 1, 1), DAYS[1])).extensions
    new = msgspec.structs.replace(kept[0][0], id=kept[0][0].id + 9, extension="107")
    assert "107" not in found.extensions
    put(path, [(msgspec.structs.replace(new, id=int(NOW) << RECORD_SECOND_BITS, began=NOW), "")])
    assert "107" in (await reader.choices(*DAYS)).extensions


async def test_days_not_asked_for_are_told(reader: RecordReader, path: Path, store: Store) -> None:
    put(path, kept_calls(50))
    with closing(sqlite3.connect(path)) as file, file:
        went = DAYS[0] + timedelta(days=2)
        for day, asked, final in ((DAYS[0], NOW - 9e4, True), (went, NOW - 60, True), (DAYS[1], NOW - 60, False)):
            row = (ACCOUNT, day.toordinal(), asked, final, day == went)
            file.execute("INSERT INTO record_days VALUES (?, ?, ?, ?, ?)", row)
    kept = await reader.kept(DAYS[0], DAYS[1] + timedelta(days=3))
    assert kept.missing == tuple(DAYS[0] + timedelta(days=number) for number in range(1, 8))
    assert (kept.as_of, kept.calls) == (NOW - 60, 50)
    assert (await reader.kept(DAYS[0], DAYS[0])).as_of == 0.0
    begin, end = pbx_midnight_of(DAYS[0]), pbx_midnight_of(DAYS[1] + timedelta(days=3))
    assert (await reader.missed(begin, end)).missing == len(kept.missing)
    late = RecordReader(path, ACCOUNT, store, clock=reader._clock, first_day=lambda: DAYS[0] + timedelta(days=5))
    assert (await late.missed(begin, end)).missing == len(kept.missing) - 4
    await late.close()


def leg(at: datetime, direction: Direction, number: str, *, queue: str = "Destek") -> Leg:
    """One leg with an outside number."""
    ours = "103" if direction in {Direction.OUTGOING, Direction.UNANSWERED} else queue
    ends = (ours, number) if direction in {Direction.INCOMING, Direction.MISSED} else (number, "103")
    return Leg(at=at, destination=ends[0], source=ends[1], seconds=9, direction=direction)


async def keep(store: Store, *calls: CallRecord) -> None:
    """Keep records as an answer about the last day brings them."""
    begin = pbx_midnight_of(DAYS[1])

    def write(worker: Worker) -> None:
        def rows(connection: object) -> None:
            with transaction(connection):  # type: ignore[arg-type]
                RecordRows(connection).put(ACCOUNT, calls, begin, begin + 86_400.0, 0.0)  # type: ignore[arg-type]

        worker._attempt(rows)

    await store._ask(write)


def at(clock: str) -> datetime:
    """A time of the last day."""
    return datetime.combine(DAYS[1], datetime.strptime(clock, "%H:%M").time(), tzinfo=PBX_ZONE)  # noqa: DTZ007


@pytest.mark.parametrize("text", ["Şule", "sule", "ŞULE ug", "u", "UĞUR", "ugur", "le-uğ"])
async def test_a_call_is_found_by_the_name_that_the_pbx_tells(reader: RecordReader, store: Store, text: str) -> None:
    told = msgspec.structs.replace(
        leg(at("09:00"), Direction.INCOMING, "05550001122"), directory='"ŞULE UĞUR" <05550001122>'
    )
    await keep(
        store,
        CallRecord("a.1", (told,)),
        CallRecord("a.2", (leg(at("09:10"), Direction.INCOMING, "05550001133"),)),
    )
    for numbers in ((), ("09999",)):
        wanted = RecordFilter(*DAYS, words=name_form(text), numbers=numbers)
        assert [call.name for call in await reader.rows(wanted, 9)] == ["ŞULE UĞUR"]
    assert await reader.rows(RecordFilter(*DAYS, words="1122 sule"), 9) == ()


async def test_legs_and_single_calls(reader: RecordReader, store: Store) -> None:
    legs = (leg(at("09:00"), Direction.INCOMING, "05550001122"), leg(at("09:01"), Direction.INCOMING, "05550001122"))
    await keep(store, CallRecord("sip3-1775000000.5", legs))
    (call,) = await reader.rows(ALL, 9)
    assert await reader.call(call.id) == call
    assert [each.at for each in await reader.legs(call.id)] == [each.at.timestamp() for each in legs]
    assert (await reader.call(call.id + 1), await reader.legs(call.id + 1)) == (None, ())
    stranger = RecordReader(reader._front._path, OTHER, store, clock=Clock())
    assert (await stranger.call(call.id), await stranger.legs(call.id)) == (None, ())
    await stranger.close()


async def test_a_unique_id_is_found_with_and_without_its_prefix(reader: RecordReader, path: Path, store: Store) -> None:
    kept = kept_calls(50)
    bare = msgspec.structs.replace(kept[0][0], id=7, call="1567065751.4")
    put(path, [*kept, (bare, "")])
    known = kept[4][0]
    assert await reader.find(f" {known.call} ") == (known,)
    assert await reader.find(known.call.removeprefix("sip3-")) == (known,)
    assert await reader.find("sip3-1567065751.4") == (bare,)
    assert await reader.find("sip3-1567065751.5") == ()
    assert await reader.find("") == ()


async def test_missed_callers_come_from_records_calls_seen_and_running_ones(reader: RecordReader, store: Store) -> None:
    await keep(
        store,
        CallRecord("a.1", (leg(at("09:00"), Direction.MISSED, "05550001122"),)),
        CallRecord("a.2", (leg(at("09:10"), Direction.MISSED, "905550001133"),)),
        CallRecord("a.3", (leg(at("09:20"), Direction.OUTGOING, "5550001133"),)),
        CallRecord("a.4", (leg(at("09:30"), Direction.INCOMING, "05550001144"),)),
    )
    missed_here = msgspec.structs.replace(
        seen_call(at("10:00").timestamp(), "05550001155", extension=""), answered_seconds=None
    )
    store.put_calls([missed_here])
    store.put_note(ACCOUNT, CallerNote("5550001122", "akşam aranacak", "ayse", NOW))
    live = [Contact(at("11:00").timestamp(), ContactKind.MISSED, "05550001144")]
    begin = pbx_midnight_of(DAYS[1])
    view = await reader.missed(begin, begin + 86_400.0, live)
    states = {caller.tail: caller.state for caller in view.callers}
    assert states == {
        "5550001122": CallerState.OPEN,
        "5550001155": CallerState.OPEN,
        "5550001144": CallerState.OPEN,
        "5550001133": CallerState.REACHED,
    }
    notes = {caller.tail: caller.note.text for caller in view.callers if caller.note is not None}
    assert notes == {"5550001122": "akşam aranacak"}
    assert (await reader.missed(begin, at("08:00").timestamp())).callers == ()


async def test_a_file_put_in_the_place_of_the_first_is_read(
    reader: RecordReader, path: Path, store: Store, store_at: Callable[..., Store]
) -> None:
    put(path, kept_calls(50, seed=1))
    assert await reader.rows(ALL, 9) != ()
    await store.close()
    for side in ("", "-wal", "-shm"):
        old = path.with_name(path.name + side)
        if old.exists():
            old.rename(old.with_name(f"old{side}"))
    assert await store_at(path).open() == ""
    assert await reader.rows(ALL, 9) == ()


def remove(path: Path, instead: bytes = b"") -> None:
    """Let there be no file any more, or another one."""
    for side in ("", "-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)
    if instead:
        path.write_bytes(instead)


@pytest.mark.logs
async def test_a_file_that_is_none_is_told_in_words(reader: RecordReader, path: Path, store: Store) -> None:
    assert await reader.page(ALL) == ()
    remove(path)
    with pytest.raises(StoreError, match="rights of the data folder"):
        await reader.page(ALL)
    remove(path, instead=b"no database at all " * 99)
    with pytest.raises(StoreError, match="damaged"):
        await reader.page(ALL)
    with pytest.raises(StoreError, match="damaged"):
        await reader.spine(ALL)


async def test_nothing_is_answered_after_the_end(reader: RecordReader, path: Path, store: Store) -> None:
    put(path, kept_calls(300))
    waiting = asyncio.create_task(reader.rows(ALL, 300))
    await until(waiting.done)
    await reader.close()
    await reader.close()
    with pytest.raises(StoreError, match="not open"):
        await reader.page(ALL)
    with pytest.raises(StoreError, match="not open"):
        await reader.rows(ALL, 9)


async def test_reading_holds_no_transaction_so_that_the_log_can_be_emptied(
    reader: RecordReader, path: Path, store: Store
) -> None:
    put(path, kept_calls(300))
    await reader.spine(ALL, 1)
    await reader.page(ALL)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    log = path.with_name(path.name + "-wal")
    assert not log.exists() or log.stat().st_size == 0


def spaced(digits: str, dice: random.Random) -> str:
    """Digits as people part them."""
    return "".join(f"{digit}{dice.choice(('', '', ' ', '-', '.', ')'))}" for digit in digits)


@given(st.from_regex(r"[2-9][0-9]{9}", fullmatch=True), st.randoms(use_true_random=False))
def test_a_number_typed_in_any_form_is_the_one_kept(core: str, dice: random.Random) -> None:
    kept = f"0{core}" if not core.startswith("444") else core
    for form in ("+90", "0090", "90"):
        assert kept in {needle(form + spaced(core, dice)), needle(form + core)}
    assert needle(spaced(f"0{core}", dice)) == f"0{core}"
    assert needle(spaced(core, dice)) in kept


@given(st.from_regex(r"[2-3,5-9][0-9]{9}", fullmatch=True), st.integers(1, 10))
def test_every_key_of_a_number_with_its_country_narrows(core: str, length: int) -> None:
    if re.fullmatch(r"[0-9]+", core):
        assert f"0{core}".startswith(needle(f"+90{core[:length]}"))


@pytest.mark.parametrize(
    ("typed", "sought"),
    [("", ""), ("Ayşe", ""), ("0555 000 a", ""), ("102", "102"), ("+49 30", "004930"), ("444 0 555", "4440555")],
)
def test_other_things_typed(typed: str, sought: str) -> None:
    assert needle(typed) == sought
