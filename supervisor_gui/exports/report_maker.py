"""Reports of one account, for the page, the files and the daily export: gathered, then counted in a thread."""

import asyncio
from collections.abc import Callable, Mapping

import msgspec

from supervisor_gui.clock import Clock, pbx_midnight_of
from supervisor_gui.config import Settings, keys
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import Past
from supervisor_gui.history.retention import DAY
from supervisor_gui.history.store import Store
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import before
from supervisor_gui.reports.request import ONE_DAY_VIEWS, Group, Period, ReportRequest, View
from supervisor_gui.reports.values import Report


class ReportMaker:
    """Answers requests out of what is kept; it asks the PBX for nothing."""

    def __init__(
        self,
        store: Store,
        archive: DayArchive,
        account: str,
        *,
        names: Callable[[], Mapping[str, str]],
        clock: Clock,
        demo: bool = False,
    ) -> None:
        """Args.

        store: Samples and intervals.
        archive: Days.
        account: Whose.
        names: Today's shown names by extension.
        clock: Time.
        demo: Whether the figures are made up.
        """
        self._store = store
        self._archive = archive
        self._account = account
        self._names = names
        self._clock = clock
        self._demo = demo

    async def report(self, request: ReportRequest) -> Report:
        """The report for `request`.

        Raises:
            StoreError: The store cannot be read.
        """
        return await asyncio.to_thread(build, request, await self._gather(request))

    async def _gather(self, request: ReportRequest) -> Material:
        period = request.period
        past = await self._past(period, request)
        earlier = await self._past(before(period), request) if request.compare else None
        material = Material(
            past=past,
            before=earlier,
            names=self._names(),
            account=self._account,
            demo=self._demo,
            now=self._clock.wall(),
        )
        return await self._with_the_day(request, material)

    async def _past(self, period: Period, request: ReportRequest) -> Past:
        """What is kept of a period, no more than the view shows: a year is much to read."""
        if request.view in ONE_DAY_VIEWS:
            return Past(period.start, period.end)
        return await self._archive.past(
            period.start,
            period.end,
            threshold=request.threshold,
            short=request.short,
            by_hour=request.view is View.HOURS,
        )

    async def _with_the_day(self, request: ReportRequest, material: Material) -> Material:
        if request.view not in ONE_DAY_VIEWS:
            return material
        begin = pbx_midnight_of(request.shown_day)
        samples = await self._store.samples_between(self._account, begin, begin + DAY, request.queue)
        intervals = await self._store.intervals_between(self._account, begin, begin + DAY, request.extension)
        return msgspec.structs.replace(material, samples=samples, intervals=intervals)


def usual_request(
    settings: Settings, period: Period, *, view: View = View.DAYS, group: Group = Group.DAY
) -> ReportRequest:
    """What files that nobody looks at first hold of a period: no comparison, limits and target as they are set."""
    return ReportRequest(
        period=period,
        view=view,
        group=group,
        compare=False,
        threshold=settings.get(keys.THRESHOLD),
        short=settings.get(keys.SHORT),
        target=settings.get(keys.TARGET),
    )
