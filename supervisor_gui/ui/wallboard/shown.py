"""What the wallboard shows of a board: the chosen queues, with callers' numbers masked. Values only, no widgets."""

from collections.abc import Collection, Mapping

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.live.alerts import FREE, WAIT, WAITING, Alarms, Level
from supervisor_gui.live.board import Agent, Board
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.metrics import QueueView, Totals, queue_views, totals
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.tally import AgentCounts, tally
from supervisor_gui.text import duration, fold
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import Context
from supervisor_gui.ui.board.makers import OLD_QUEUE
from supervisor_gui.ui.board.queue_rows import TONES, QueueRow, estimate, margin, queue_row
from supervisor_gui.ui.link_words import age_words
from supervisor_gui.ui.widgets.tile import Figure

MASKED = Policy(mask_numbers=True)
"""A wall is seen by everybody: whatever the seat may see, the wallboard shows two digits."""


class WallOptions(msgspec.Struct, frozen=True):
    """The user's choices.

    Attributes:
        queues: Names of the queues to show; empty for all.
        most: The most queues on one page.
        seconds: How long a page is shown.
        by_name: Queues by name; else the most troubled first.
        totals, agents, callers: Whether the line of totals, the agents by state, and whose the longest wait is are
            shown.
    """

    queues: tuple[str, ...] = ()
    most: int = 12
    seconds: float = 15.0
    by_name: bool = False
    totals: bool = True
    agents: bool = True
    callers: bool = True


class Shown(msgspec.Struct, frozen=True):
    """One board as the wall shows it.

    Attributes:
        rows: One a queue, by name.
        totals: Over the shown queues.
        levels: The worst level of each kind over the shown queues.
        wait_since: Epoch seconds at which the longest wait began; 0 when nobody waits.
        known: How many queues the board has, shown or not.
    """

    rows: Mapping[str, QueueRow] = {}
    totals: Totals = Totals()
    levels: Mapping[str, Level] = {}
    wait_since: float = 0.0
    known: int = 0

    @property
    def agents(self) -> AgentCounts:
        """Agents by state, each once."""
        return self.totals.agents


def shown(
    board: Board, alarms: Alarms, limits: Limits, options: WallOptions, now: float, *, per_queue: bool = False
) -> Shown:
    """What the wall shows of `board` at epoch seconds `now`; in `per_queue` mode each queue says its own age."""
    part = only(board, options.queues)
    counted = tally(part)
    views = queue_views(part, now, counted)
    context = Context(limits=limits, policy=MASKED)
    rows = {
        name: queue_row(part.queues[name], view, alarms, context, _age(view, now) if per_queue else "")
        for name, view in views.items()
    }
    if not options.callers:
        rows = {name: msgspec.structs.replace(row, longest="") for name, row in rows.items()}
    levels = dict.fromkeys((WAITING, WAIT, FREE), Level.OK)
    for (kind, target), alarm in alarms.levels.items():
        if kind in levels and target in rows:
            levels[kind] = max(levels[kind], alarm.level)
    since = min((view.longest_since for view in views.values() if view.longest_since), default=0.0)
    return Shown(rows, totals(part, now, counted), levels, since, len(board.queues))


def _age(view: QueueView, now: float) -> str:
    return age_words(view.seen, now) if now - view.seen >= OLD_QUEUE else ""


def only(board: Board, queues: Collection[str]) -> Board:
    """`board` without the queues that are not among `queues`, and without who is in none of them; empty for all."""
    if not queues:
        return board
    wanted = {fold(name) for name in queues}
    kept = {name: queue for name, queue in board.queues.items() if fold(name) in wanted}
    agents: dict[str, Agent] = {}
    for extension, agent in board.agents.items():
        members = {name: member for name, member in agent.members.items() if name in kept}
        if members:
            agents[extension] = msgspec.structs.replace(agent, members=members)
    callers = {key: caller for key, caller in board.callers.items() if caller.queue in kept}
    return msgspec.structs.replace(board, queues=kept, agents=agents, callers=callers)


def total_figures(value: Shown, now: float) -> tuple[Figure, ...]:
    """The line of totals; the longest wait ticks."""
    whole = value.totals
    longest = duration(now - value.wait_since) if value.wait_since else figures.NONE
    service = (translate("Board", "service level") + " " + margin(whole.service_level)).rstrip()
    return (
        _graded(value, WAITING, str(whole.waiting), translate("Board", "waiting")),
        _graded(value, WAIT, longest, translate("Board", "longest wait")),
        Figure(estimate(whole.service_level), service),
        Figure(figures.count(whole.answered), translate("Board", "answered")),
        Figure(figures.count(whole.abandoned), translate("Board", "abandoned")),
    )


def _graded(value: Shown, kind: str, text: str, caption: str) -> Figure:
    level = value.levels.get(kind, Level.OK)
    return Figure(text, caption, tone=TONES[level], red=level is Level.RED)
