"""The figures above the pictures of whole days, against the period before. The figures are `counting`'s."""

from collections.abc import Callable

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.reports import words
from supervisor_gui.reports.counted import Compared, Counted
from supervisor_gui.reports.figures import Figures
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.shown import number_in
from supervisor_gui.reports.spelling import rounded, value_text
from supervisor_gui.reports.values import CellKind, Tile, Value
from supervisor_gui.reports.words import Metric


class _Shown(msgspec.Struct, frozen=True):
    """One tile: its metric, where its value is, and which direction is good (1 up, -1 down, 0 neither)."""

    metric: Metric
    value: Callable[[Figures], Value]
    good: int = 0


_TILES = (
    _Shown(words.INCOMING, lambda figures: figures.incoming),
    _Shown(words.ANSWERED, lambda figures: figures.answered, 1),
    _Shown(words.SERVICE, lambda figures: figures.service, 1),
    _Shown(words.ABANDONED, lambda figures: figures.abandoned, -1),
    _Shown(words.ANSWER_WAIT, lambda figures: figures.answer_wait, -1),
    _Shown(words.AVERAGE_TALK, lambda figures: figures.average_talk),
)


def period_tiles(request: ReportRequest, counted: Counted) -> tuple[Tile, ...]:
    """The tiles of the request's period."""
    return tuple(_tile(shown, request, counted) for shown in _TILES)


def _tile(shown: _Shown, request: ReportRequest, counted: Counted) -> Tile:
    metric, compared = shown.metric, counted.compared
    change = _change(shown, compared) if compared else None
    change_kind = CellKind.SECONDS if metric.kind is CellKind.SECONDS else CellKind.PERCENT
    told = change is not None and rounded(abs(change) * (1 if change_kind is CellKind.SECONDS else 100)) > 0
    return Tile(
        key=metric.key,
        title=words.name(metric, request),
        value=shown.value(counted.total),
        kind=metric.kind,
        change=change,
        change_kind=change_kind,
        better=(change > 0) == (shown.good > 0) if change is not None and told and shown.good else None,
        hint=_hint(metric, request, counted, part=change is not None and compared is not None and compared.part),
    )


def _change(shown: _Shown, compared: Compared) -> float | None:
    """How much more it is than it was: of counts as a share of the earlier figure, else as a difference."""
    now, then = number_in(shown.value(compared.here)), number_in(shown.value(compared.there))
    if now is None or then is None:
        return None
    if shown.metric.kind is not CellKind.COUNT:
        return now - then
    return (now - then) / then if then and compared.counts else None


def _hint(metric: Metric, request: ReportRequest, counted: Counted, *, part: bool) -> str:
    total = counted.total
    lines = [words.hint(metric, request)]
    if metric is words.ABANDONED:
        rate = value_text(total.abandon_rate, CellKind.PERCENT)
        lines.append(translate("Statistics", "Abandon rate, short ones left out where known: {rate}").format(rate=rate))
    if metric is words.INCOMING and total.days > 1:
        told = translate("Statistics", "Days known: {known} of {days}")
        lines.append(told.format(known=total.told, days=total.days))
    if counted.lonely:
        lines.append(translate("Statistics", "Nothing to compare with: the period before has no calls."))
    if part:
        lines.append(translate("Statistics", "The change is that of the days which are over."))
    return "\n".join(lines)
