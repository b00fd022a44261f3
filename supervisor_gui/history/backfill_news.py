"""Tells whoever listens how a backfill stands and what it kept. It works nothing out."""

import logging
from collections.abc import Callable, Iterable
from datetime import date

from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.live.watchers import Watchers

log = logging.getLogger(__name__)


class News:
    """The listeners of one backfill.

    Attributes:
        progress: What was told last.
    """

    def __init__(self) -> None:
        self.progress = BackfillProgress()
        self._watchers: Watchers[Callable[[BackfillProgress], None]] = Watchers()
        self._stored: Watchers[Callable[[date, date], None]] = Watchers()

    def subscribe(self, take: Callable[[BackfillProgress], None]) -> Callable[[], None]:
        """Call `take` when the progress changes; the result ends that."""
        return self._watchers.add(take)

    def subscribe_stored(self, take: Callable[[date, date], None]) -> Callable[[], None]:
        """Call `take` with the first and the last day of each answer that was kept; the result ends that."""
        return self._stored.add(take)

    def publish(self, progress: BackfillProgress) -> None:
        """Tell the progress if it is another one than before."""
        if progress != self.progress:
            self.progress = progress
            _tell(self._watchers, progress)

    def stored(self, start: date, end: date) -> None:
        """Tell of an answer that was kept."""
        _tell(self._stored, start, end)


def _tell(watchers: Iterable[Callable[..., None]], *news: object) -> None:
    for take in watchers:
        try:
            take(*news)
        except Exception:  # one broken view must not stop the filling
            log.exception("a subscriber of the backfill failed")
