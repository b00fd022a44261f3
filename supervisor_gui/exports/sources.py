"""What `supervisor-gui export` can write: each with what it still needs from the PBX, and how its report is made."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Protocol

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.config import SettingsStore
from supervisor_gui.exports.arguments import ExportOrder
from supervisor_gui.exports.record_maker import known_names, record_material
from supervisor_gui.exports.report_maker import ReportMaker, usual_request
from supervisor_gui.history.backfill import Backfill
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.planner import plan
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_values import RecordFilter
from supervisor_gui.history.retention import first_kept_day, retention_of
from supervisor_gui.history.store import Store
from supervisor_gui.history.wants import RECORDS, STATISTICS, Wants
from supervisor_gui.live.dial_memory import DialMemory
from supervisor_gui.live.user_limits import policy_of
from supervisor_gui.reports.record_report import record_report
from supervisor_gui.reports.request import Period
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.calls import DIAL_MEMORY
from supervisor_gui.sessions.history import SessionHistory

REFRESH = 300.0
"""Seconds after which what the PBX told of a day under way is asked for anew."""


class Kept(msgspec.Struct, frozen=True):
    """Where a source reads.

    Attributes:
        store, archive: What is kept, of all accounts and of this one.
        history: The store's file.
        account: Whose calls.
        settings: Limits, rights, retention.
        clock: Time.
        demo: Whether the figures are made up.
    """

    store: Store
    archive: DayArchive
    history: Path
    account: str
    settings: SettingsStore
    clock: Clock
    demo: bool


class ExportSource(Protocol):
    """One thing that can be exported."""

    wants: Wants
    """What it needs of each day."""

    def backfill(self, past: SessionHistory) -> Backfill:
        """What asks the PBX for it."""

    async def report(self, order: ExportOrder, kept: Kept) -> Report:
        """The report; raises StoreError."""


class StatisticsSource:
    """Figures of incoming calls."""

    wants = STATISTICS

    def backfill(self, past: SessionHistory) -> Backfill:
        """The figures' own."""
        return past.backfill

    async def report(self, order: ExportOrder, kept: Kept) -> Report:
        """The report of the days, as the page has it without a comparison."""
        maker = ReportMaker(
            kept.store, kept.archive, kept.account, names=dict[str, str], clock=kept.clock, demo=kept.demo
        )
        period = Period(order.start, order.end)
        return await maker.report(usual_request(kept.settings.settings, period, view=order.view, group=order.group))


class RecordsSource:
    """The calls themselves."""

    wants = RECORDS

    def backfill(self, past: SessionHistory) -> Backfill:
        """That of call records."""
        return past.records

    async def report(self, order: ExportOrder, kept: Kept) -> Report:
        """The report of every call of the days, with today's names."""
        reader = RecordReader(kept.history, kept.account, kept.store, clock=kept.clock)
        try:
            memory = await kept.store.get_memory(kept.account, DIAL_MEMORY, DialMemory)
            material = await record_material(
                reader,
                RecordFilter(order.start, order.end),
                first=first_kept(kept),
                names=known_names(await kept.store.names(kept.account), memory or DialMemory()),
                number=policy_of(kept.settings.settings).number,
                account=kept.account,
                demo=kept.demo,
            )
        finally:
            await reader.close()
        return await asyncio.to_thread(record_report, material)


def source_of(order: ExportOrder) -> ExportSource:
    """The source of what was ordered."""
    return RecordsSource() if order.what == "records" else StatisticsSource()


async def lacks(source: ExportSource, order: ExportOrder, kept: Kept) -> bool:
    """Whether the PBX has to be asked at all: a copy of days that are over needs neither network nor password.

    Raises:
        StoreError: The store cannot be read.
    """
    known = await kept.archive.known(order.start, order.end)
    return bool(plan(order.start, order.end, known, kept.clock.wall(), wants=source.wants, refresh=REFRESH))


def first_kept(kept: Kept) -> date:
    """The first Turkish day whose calls may be kept."""
    return first_kept_day(kept.clock.wall(), retention_of(kept.settings.settings))
