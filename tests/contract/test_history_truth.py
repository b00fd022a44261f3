"""Days gone by, over real sockets: records, statistics and what was published agree with what truly happened."""

import asyncio
import random
from datetime import date

from supervisor_gui.netsantral.events import EventStream
from supervisor_gui.netsantral.types import Credential, Event, EventKind, StreamChange, StreamState
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.past import DAY, MINUTE, PastDay
from tests.helpers.qt_async import until
from tests.helpers.recount import Truth, check_figures, check_record, ended_on, figures, listed, midnight, talk, turkish
from tests.helpers.wire_server import ACCOUNT, PASSWORD, open_client

LONG = ["--limits", "off", "--history-days", "90", "--agents", "8", "--load", "60", "--seed", "90"]


async def test_every_total_of_three_days_among_ninety_is_the_ledgers() -> None:
    # One test for all of them: these ninety days take longer to live through than to ask about.
    process = SimulatorProcess(LONG, password=PASSWORD)
    await process.start_async(seconds=120)
    try:
        first = PastDay(process, back=90)
        assert first.ledger(first.start - DAY, first.start - MINUTE) == []
        assert turkish(first.calls[0]["arrived"]).hour == 0
        for day in random.Random(2026).sample([first.day + number * DAY for number in range(89)], 3):
            calls = first.ledger(midnight(day), midnight(day) + DAY)
            assert len(ended_on(calls, day)) > 800
            _compare_with_the_ledgers_own(first.control, day, figures(calls, day))
            await _compare_with_the_client(first, day, calls)
    finally:
        process.stop()


async def test_days_that_are_made_while_the_simulator_serves_are_as_true() -> None:
    small = ["--limits", "off", "--history-days", "3", "--history-later", "--agents", "6", "--load", "60"]
    process = SimulatorProcess(small, password=PASSWORD)
    await process.start_async()
    try:
        async with open_client(process.info.pbx_url, api_url=process.info.api_url) as client:
            yesterday = turkish(Control(process.info.control_url).get_now("/clock")["now"]).date() - DAY
            # The question waits until the days are there, so the ledger is read after it.
            (told,) = (await client.statistics_of_day(yesterday)).days
            for back in range(1, 4):
                past = PastDay(process, back)
                assert past.calls
                await _compare_with_the_client(past, past.day, past.ledger(past.start, past.start + DAY))
        assert told.day == yesterday
    finally:
        process.stop()


def _compare_with_the_ledgers_own(control: Control, day: date, truth: DayStatistics) -> None:
    told = control.get_now("/ledger/statistics", day=day.isoformat())
    assert (told["incoming"], told["answered"]) == (truth.incoming, truth.answered)
    assert (told["noanswer"], told["abandoned"]) == (truth.unanswered, truth.abandoned)
    assert (told["talk_seconds"], told["wait_seconds"]) == (truth.talk_seconds, truth.wait_seconds)
    assert told["longest_wait"] == truth.longest_wait


async def _compare_with_the_client(site: PastDay, day: date, calls: list[Truth]) -> None:
    truth, start, last = figures(calls, day), midnight(day), midnight(day) + DAY - MINUTE
    async with site.connect() as client:
        (one,) = (await client.statistics_of_day(day)).days
        (spanned,) = (await client.statistics(start, last)).days
        lists = {wanted: (await client.calls_of_day(day, wanted)).calls for wanted in CallOutcome}
        page = await client.records(start, last)
    assert spanned == one
    check_figures(one, truth)
    for wanted, rows in lists.items():
        assert list(rows) == listed(calls, day, wanted)
    assert [len(rows) for rows in lists.values()] == [truth.abandoned, truth.unanswered, truth.answered]
    for record, call in zip(page.calls, ended_on(calls, day), strict=True):
        check_record(record, call)


async def test_what_was_published_is_what_the_records_say_afterwards() -> None:
    with SimulatorProcess(["--limits", "off", "--seed", "91", "--load", "200"], password=PASSWORD) as running:
        site = PastDay(running, back=0)
        host, port = running.info.events.split(":")
        events: list[Event] = []
        changes: list[StreamChange] = []
        stream = EventStream(
            (host, int(port)),
            Credential(ACCOUNT, PASSWORD),
            deliver=lambda event, _: events.append(event),
            changed=changes.append,
        )
        task = asyncio.ensure_future(stream.run())
        try:
            await until(lambda: StreamState.ON in [change.state for change in changes])
            began = turkish(site.control.get_now("/clock")["now"]) + MINUTE
            now = turkish(site.control.post_now("/clock", {"advance": 3600})["now"])
            calls = [
                call
                for call in site.ledger(began, now)
                if call["arrived"] >= began.timestamp() and call["ended"] and call["ended"] < now.timestamp() - 2
            ]
            wanted = {call["id"]: call for call in calls}
            await until(lambda: wanted.keys() <= {one.call for one in events if one.kind is EventKind.RECORD})
            async with site.connect() as client:
                page = await client.records(began, now)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    records = {record.call: record for record in page.calls}
    published = [one for one in events if one.kind is EventKind.RECORD and one.call in wanted]
    assert len(published) == len(wanted) > 50
    for one in published:
        check_record(records[one.call], wanted[one.call])
        assert one.talk_time == talk(wanted[one.call])
