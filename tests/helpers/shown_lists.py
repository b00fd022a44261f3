"""Auto-dial lists as pages show them, for tests of windows."""

from datetime import date, time
from typing import Any

from supervisor_gui.autodial.values import DialView, KeptList, ListFigures, ListState, ShownList
from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import AutodialList, Consent, LimitRule, ListKind, StopRule

TODAY = date(2026, 11, 27)
NOW = pbx_midnight_of(TODAY) + 14 * 3600
_STATUS = {ListState.NEW: "0", ListState.RUNNING: "1", ListState.STOPPED: "2", ListState.OTHER: "hazirlaniyor"}


def told(list_id: int, name: str, **more: Any) -> AutodialList:
    """A list as the PBX tells it."""
    fields: dict[str, Any] = {
        "kind": ListKind.DYNAMIC,
        "first_day": date(2026, 11, 1),
        "last_day": date(2026, 12, 31),
        "from_time": time(9),
        "until_time": time(18),
        "retries": 2,
        "retry_minutes": 60,
        "department": "Satış",
        "target_kind": TargetKind.QUEUE,
        "target": "Satış kuyruğu",
        "limit": 2,
    }
    return AutodialList(str(list_id), name, **(fields | more))


def shown(
    list_id: int,
    name: str,
    state: ListState = ListState.STOPPED,
    counts: tuple[int, int, int, int] | None = None,
    *,
    kept: KeptList | None = None,
    wire: dict[str, Any] | None = None,
    **more: Any,
) -> ShownList:
    """A list as it stands; `counts` are never, reached, failed and retry."""
    listed = told(list_id, name, status=_STATUS.get(state, "0"), **(wire or {}))
    return ShownList(listed, state, ListFigures(*counts, as_of=NOW) if counts else None, kept, **more)


def kept(list_id: int, rule: StopRule = StopRule.FAILED_COUNT, limit: int = 100) -> KeptList:
    """How a list was made here."""
    return KeptList(
        str(list_id),
        NOW - 90_000,
        "deniz",
        "3121110000",
        LimitRule.FREE_PLUS,
        rule,
        limit,
        Consent.CONSUMER,
        "https://crm.example.com/results?token=geheim",
    )


def view(*lists: ShownList, **more: Any) -> DialView:
    """Those lists, asked for just now."""
    return DialView(lists, as_of=NOW, **more)
