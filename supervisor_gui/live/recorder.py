"""Turns the live board into history: a sample a minute and queue, an interval a state. Storing them is the port's."""

import asyncio
from collections.abc import Callable

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.board import Agent, Board, Diff
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.metrics import queue_views
from supervisor_gui.live.ports import MinuteSample, Samples, StateInterval
from supervisor_gui.live.states import AgentState, state_of, state_since
from supervisor_gui.tasks import Tasks

GAP = 3.0
"""Poll intervals without anything seen after which a state counts as ended where it was seen last."""

_LOOK = 5.0


class _Open(msgspec.Struct, frozen=True):
    """An interval that lasts."""

    began: float
    state: str
    reason: str
    exact: bool


class Recorder:
    """Watches one board. Nothing is made up: what was not seen leaves a gap."""

    def __init__(
        self,
        board: LiveBoard,
        samples: Samples,
        account: str,
        *,
        interval: Callable[[], float] = lambda: 30.75,
        clock: Clock | None = None,
    ) -> None:
        """Args.

        board: What to watch.
        samples: Where it goes.
        account: Whose board it is.
        interval: Seconds between two looks at the whole board.
        clock: Time.
        """
        self._live = board
        self._samples = samples
        self._account = account
        self._interval = interval
        self._clock = clock or Clock()
        self._open: dict[str, _Open] = {}
        self._seen = 0.0
        self._minute = 0
        self._unsubscribe: Callable[[], None] | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self, tasks: Tasks) -> None:
        """Begin to watch; what the board shows from before the start is not recorded."""
        if self._unsubscribe is None:
            board = self._live.board
            self._seen = max(board.updated, board.events_at)
            self._minute = int(self._clock.wall() // 60)
            self._unsubscribe = self._live.subscribe(self._on_board)
            self._task = tasks.spawn("recorder", self._run())

    async def stop(self) -> None:
        """Write the running minute, end every interval, and watch no more."""
        if self._unsubscribe is None or self._task is None:
            return
        self._unsubscribe()
        self._unsubscribe = None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        now = self._clock.wall()
        if self._fresh(now):
            self._sample(int(now // 60), now)
            self._close_all(now)
        else:
            self._close_all(self._seen)

    def look(self) -> None:
        """Write the minute that is over, and end what has not been seen for too long."""
        now = self._clock.wall()
        minute = int(now // 60)
        if not self._fresh(now):
            self._close_all(self._seen)
        elif minute != self._minute:
            self._sample(self._minute, self._minute * 60 + 59.0)
        self._minute = minute

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            self.look()

    def _fresh(self, now: float) -> bool:
        return 0.0 <= now - self._seen <= GAP * self._interval()

    def _on_board(self, board: Board, diff: Diff) -> None:
        now = self._clock.wall()
        self.look()
        seen = max(board.updated, board.events_at)
        news = seen != self._seen
        blind = not self._fresh(now)
        if not news:
            if not blind:
                self._changed(board, diff, now)
            return
        self._seen = min(seen, now)
        if blind or not self._open:
            self._begin_all(board, now)
        else:
            self._changed(board, diff, now)

    def _changed(self, board: Board, diff: Diff, now: float) -> None:
        rows: list[StateInterval] = []
        for key in (*diff.agents.added, *diff.agents.changed, *diff.agents.removed):
            extension = str(key)
            rows += self._moved(extension, board.agents.get(extension), now)
        self._samples.intervals(rows)

    def _moved(self, extension: str, agent: Agent | None, now: float) -> list[StateInterval]:
        """The intervals that a changed row ends and begins."""
        old = self._open.get(extension)
        if agent is not None and all(member.awaited for member in agent.members.values()):
            return []
        new = _interval_of(agent, now, exact=True) if agent is not None else None
        if old is not None and new is not None and (old.state, old.reason) == (new.state, new.reason):
            return []
        rows: list[StateInterval] = []
        if old is not None:
            rows.append(self._row(extension, old, max(now, old.began)))
            del self._open[extension]
        if new is not None:
            if old is None:
                new = msgspec.structs.replace(new, exact=agent is not None and state_since(agent)[1])
            self._open[extension] = new
            rows.append(self._row(extension, new, None))
        return rows

    def _begin_all(self, board: Board, now: float) -> None:
        """Everybody's state as seen first: it began earlier, nobody knows when."""
        self._close_all(self._seen)
        for extension, agent in board.agents.items():
            self._open[extension] = _interval_of(agent, now, exact=False)
        self._samples.intervals([self._row(extension, one, None) for extension, one in self._open.items()])

    def _close_all(self, at: float) -> None:
        rows = [self._row(extension, one, max(at, one.began)) for extension, one in self._open.items()]
        self._open.clear()
        if rows:
            self._samples.intervals(rows)

    def _row(self, extension: str, one: _Open, ended: float | None) -> StateInterval:
        return StateInterval(
            account=self._account,
            extension=extension,
            began=one.began,
            ended=ended,
            state=one.state,
            reason=one.reason,
            exact=one.exact,
        )

    def _sample(self, minute: int, at: float) -> None:
        board = self._live.board
        rows = [
            MinuteSample(
                account=self._account,
                minute=minute,
                queue=name,
                waiting=view.waiting,
                longest=int(view.longest),
                idle=view.agents.idle,
                ringing=view.agents.ringing,
                talking=view.agents.talking,
                paused=view.agents.paused,
                offline=view.agents.offline,
                completed=board.queues[name].counters.completed,
                abandoned=board.queues[name].counters.abandoned,
            )
            for name, view in queue_views(board, at).items()
        ]
        if rows:
            self._samples.samples(rows)


def _interval_of(agent: Agent, began: float, *, exact: bool) -> _Open:
    state = state_of(agent)
    reason = agent.reason if state is AgentState.PAUSED else ""
    return _Open(began=began, state=state.value, reason=reason, exact=exact)
