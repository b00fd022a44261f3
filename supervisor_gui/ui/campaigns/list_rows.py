"""An auto-dial list as the record that its row is painted from. No Qt objects, no colours."""

from collections.abc import Sequence
from datetime import date, time

import msgspec

from supervisor_gui.autodial.list_state import NEAR, calls_now, stop_share
from supervisor_gui.autodial.values import ListFigures, ListState, ShownList
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_autodial import StopRule
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import Collation, SortName
from supervisor_gui.ui.campaigns.words import JOINT, days_words, hours_words, kind_word, state_word, target_word
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.widgets.marks import Mark

START, STOP = "start", "stop"
_NAME = 60
_MARKS = {
    ListState.RUNNING: (Mark.TALKING, "idle"),
    ListState.STOPPED: (Mark.PAUSED, "paused"),
    ListState.NEW: (Mark.IDLE, "offline"),
    ListState.OTHER: (Mark.OTHER, "other"),
    ListState.GONE: (Mark.OFFLINE, "offline"),
}
_FIRST = tuple(_MARKS)
"""Those that call lead."""

_CALLING = frozenset({ListState.RUNNING, ListState.OTHER})
"""Those that call, or may for all we know."""


class ListRow(msgspec.Struct, frozen=True):
    """One list's row.

    Attributes:
        key: The list's id.
        order: Those that call first, then in the PBX's order.
        mark, tone, state: Whether it calls, as shape, colour name and words.
        step: The place of the state among states.
        name: Its name; `place` is its place in the language's order.
        beside: Always empty; rows with names have it.
        name_mark: A warning, when its stop rule is near.
        kind: Whether it takes new numbers.
        when: Hours and days; `first` sorts by them.
        department, target, line: As told, or a dash.
        never, reached, failed, retry: Its counts; None until its first report.
        segments: The counts in the order of the bar.
        done: The share that will not be called again, None until the first report.
        progress: The same in words.
        hints: What is to be known about it, each a sentence.
    """

    key: str
    order: tuple[int, int]
    mark: Mark
    tone: str
    state: str
    step: int
    name: str
    place: SortName
    kind: str
    when: str
    first: tuple[date, time]
    department: str
    target: str
    line: str
    never: int | None
    reached: int | None
    failed: int | None
    retry: int | None
    segments: tuple[int, ...]
    done: float | None
    progress: str
    hints: tuple[str, ...]
    beside: str = ""
    name_mark: Mark | None = None


def list_rows(lists: Sequence[ShownList], now: float, collation: Collation) -> list[ListRow]:
    """A row for each of `lists`, as of `now`."""
    return [_row(shown, number, now, collation) for number, shown in enumerate(lists)]


def name_of(shown: ShownList) -> str:
    """Its name, or its number when it has none."""
    return clean(shown.told.name, _NAME) or translate("Campaigns", "List {id}").format(id=clean(shown.id, _NAME))


def action_of(shown: ShownList) -> str:
    """What one press on its button does: START, STOP, or nothing while an order is under way or it is gone."""
    if shown.pending or shown.state is ListState.GONE:
        return ""
    return STOP if shown.state is ListState.RUNNING else START


def may_stop(shown: ShownList) -> bool:
    """Whether a stop makes sense though the button says something else: nobody knows surely that it rests."""
    return shown.state is ListState.OTHER or shown.pending == START


def why_not(shown: ShownList, policy: Policy) -> str:
    """Why nothing can be done about it, as a sentence; empty when something can."""
    if denied := why_denied(policy, "campaigns"):
        return denied
    if shown.state is ListState.GONE:
        return translate("Campaigns", "The PBX has no such list any more: make a new one.")
    return translate("Campaigns", "An order is under way: its answer is being waited for.") if shown.pending else ""


def mark_of(shown: ShownList) -> tuple[Mark, str]:
    """Shape and colour name of its state."""
    return _MARKS[shown.state]


def list_state_words(shown: ShownList) -> str:
    """Whether it calls, or the order that is under way."""
    if shown.pending == START:
        return translate("Campaigns", "Starting…")
    if shown.pending == STOP:
        return translate("Campaigns", "Stopping…")
    return state_word(shown.state, shown.told.status)


def near_stop(shown: ShownList) -> bool:
    """Whether its stop rule is about to end it."""
    share = stop_share(shown)
    return shown.state in _CALLING and share is not None and share >= NEAR


def hint_words(shown: ShownList, now: float) -> tuple[str, ...]:
    """What is to be known about it, each a sentence."""
    near = near_words(shown) if near_stop(shown) else ""
    resting = shown.state is ListState.RUNNING and calls_now(shown.told, now) is False
    outside = translate("Campaigns", "It calls nobody now: this is not within its days and hours.") if resting else ""
    return tuple(words for words in (near, outside) if words)


def line_of(shown: ShownList) -> str:
    """Its outgoing line, if anybody knows it."""
    kept = shown.kept.trunk if shown.kept is not None else ""
    return clean(shown.told.trunk or kept, _NAME) or figures.NONE


def target_of(shown: ShownList) -> str:
    """What the called are connected to."""
    told = shown.told
    name = clean(told.target, _NAME)
    kind = target_word(told.target_kind, told.target_word)
    return f"{kind}: {name}" if name else kind


def progress_words(counts: ListFigures | None) -> str:
    """How many numbers are done."""
    if counts is None:
        return translate("Campaigns", "no report yet")
    return translate("Campaigns", "{done} of {all} done").format(
        done=figures.count(counts.done), all=figures.count(counts.total)
    )


def segments_of(counts: ListFigures | None) -> tuple[int, ...]:
    """The counts in the order of the bar (widgets/segments.py): reached, to be retried, failed, never called."""
    return (0,) * 5 if counts is None else (counts.reached, counts.retry, 0, counts.failed, counts.never)


def near_words(shown: ShownList) -> str:
    """How far the stop rule is used up."""
    kept, share = shown.kept, stop_share(shown)
    if kept is None or share is None:
        return ""
    rules = {
        StopRule.REACHED_COUNT: translate("Campaigns", "{now} of {limit} reached: it is about to stop by its rule."),
        StopRule.REACHED_PERCENT: translate("Campaigns", "{now} reached of {limit}: it is about to stop by its rule."),
        StopRule.FAILED_COUNT: translate("Campaigns", "{now} of {limit} failed: it is about to stop by its rule."),
        StopRule.FAILED_PERCENT: translate("Campaigns", "{now} failed of {limit}: it is about to stop by its rule."),
        StopRule.TOTAL_COUNT: translate("Campaigns", "{now} of {limit} called: it is about to stop by its rule."),
        StopRule.TOTAL_PERCENT: translate("Campaigns", "{now} called of {limit}: it is about to stop by its rule."),
    }
    used = share * kept.stop_limit
    if "percent" in kept.stop_rule.value:
        pair = figures.percent(used / 100), figures.percent(kept.stop_limit / 100)
    else:
        pair = figures.count(round(used)), figures.count(kept.stop_limit)
    return rules[kept.stop_rule].format(now=pair[0], limit=pair[1])


def _row(shown: ShownList, number: int, now: float, collation: Collation) -> ListRow:
    told, counts = shown.told, shown.figures
    mark, tone = mark_of(shown)
    near = near_stop(shown)
    name = name_of(shown)
    when = [words for words in (hours_words(told), days_words(told)) if words != figures.NONE]
    return ListRow(
        key=shown.id,
        order=(_FIRST.index(shown.state), number),
        mark=mark,
        tone=tone,
        state=list_state_words(shown),
        step=_FIRST.index(shown.state),
        name=name,
        place=collation.key(name),
        kind=kind_word(told.kind, told.kind_word),
        when=JOINT.join(when) or figures.NONE,
        first=(told.first_day or date.min, told.from_time or time.min),
        department=clean(told.department, _NAME) or figures.NONE,
        target=target_of(shown),
        line=line_of(shown),
        never=None if counts is None else counts.never,
        reached=None if counts is None else counts.reached,
        failed=None if counts is None else counts.failed,
        retry=None if counts is None else counts.retry,
        segments=segments_of(counts),
        done=None if counts is None else counts.done / max(1, counts.total),
        progress=progress_words(counts),
        hints=hint_words(shown, now),
        name_mark=Mark.LIMIT if near else None,
    )
