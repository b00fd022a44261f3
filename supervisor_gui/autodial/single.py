"""One number on record while it is sent by itself, as uploads have their many. Sending it is the caller's."""

import logging

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.values import JobState, OrderEnd, Outcome, RowOutcome, RowState, UploadRow
from supervisor_gui.clock import Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.netsantral.types_autodial import ListNumber

log = logging.getLogger(__name__)


class SingleRecord:
    """Keeps single numbers. Their upload is over from the beginning, so that nobody else sends them."""

    def __init__(self, store: ListStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def begin(self, list_id: str, list_name: str, number: ListNumber) -> UploadRow | None:
        """Note that a number is about to be sent; None for one that was deleted for good.

        A program that is killed leaves it unknown, and the next report that lists it settles that.

        Raises:
            StoreError: It could not be noted.
        """
        now = self._clock.wall()
        job = await self._store.begin(
            (number,), list_id=list_id, list_name=list_name, who="", at=now, state=JobState.DONE
        )
        rows = await self._store.take(job.id, 1, at=now)
        if not rows:
            await self._store.drop(job.id)
        return rows[0] if rows else None

    async def end(self, row: UploadRow, end: OrderEnd) -> None:
        """Note how its request ended. What cannot be noted stays as it was, for the next start to call it unknown."""
        try:
            if end.outcome is Outcome.REFUSED:
                await self._store.drop(row.job)
                return
            state = RowState.SENT if end.outcome is Outcome.DONE else RowState.UNKNOWN
            await self._store.settle(row.job, (RowOutcome(row.place, state),), at=self._clock.wall())
        except StoreError as error:
            log.info("what became of a number is not kept: %s", error)
