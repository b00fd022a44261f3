"""Auto-dial lists and numbers as the fields of requests, spelt as the service wants them. It sends nothing."""

from datetime import datetime
from typing import Any

from supervisor_gui.netsantral.codec_times import minute_text
from supervisor_gui.netsantral.codec_words import TARGETS
from supervisor_gui.netsantral.names import national_number, short_name
from supervisor_gui.netsantral.types_autodial import (
    Consent,
    LimitRule,
    ListKind,
    ListNumber,
    NewList,
    NumberChange,
    StopRule,
)

KIND_WORDS = {ListKind.FIXED: "1", ListKind.DYNAMIC: "2"}
_LIMITS = {LimitRule.FREE_PLUS: "1", LimitRule.FREE_TIMES: "2", LimitRule.CALLS_PER_MINUTE: "3"}
_STOPS = {rule: number for number, rule in enumerate(StopRule)}
_CONSENTS = {Consent.CONSUMER: "11", Consent.TRADER: "12"}


def new_list_fields(new: NewList) -> dict[str, Any]:
    """The fields that make a list; what stays at its default is left to the PBX."""
    fields: dict[str, Any] = {
        "list_name": new.name,
        "list_prefix": new.prefix,
        "liste_type": KIND_WORDS[new.kind],
        "list_startdate": new.first_day.isoformat(),
        "list_stopdate": new.last_day.isoformat(),
        "list_starttime": f"{new.from_time:%H:%M}",
        "list_stoptime": f"{new.until_time:%H:%M}",
        "retry_count": str(new.retries),
        "try_time": str(new.retry_minutes),
        "department": short_name(new.department),
        "trunk": national_number(new.trunk),
        "destination_type": TARGETS[new.target_kind],
        "destination_name": short_name(new.target),
        "queue_limit": str(new.limit),
        "groups": new.groups,
        "numbers": [number_fields(number) for number in new.numbers],
        "url": new.url,
    }
    if new.limit_rule is not LimitRule.FREE_PLUS:
        fields["queue_limit_type"] = _LIMITS[new.limit_rule]
    if new.stop_rule is not StopRule.NONE:
        fields |= {"callstop_type": _STOPS[new.stop_rule], "callstop_limit": new.stop_limit}
    if new.consent is not Consent.NONE:
        fields["filter"] = _CONSENTS[new.consent]
    return {name: value for name, value in fields.items() if value or name == "list_prefix"}


def number_fields(number: ListNumber) -> dict[str, str]:
    """The fields of a number that is to be added."""
    fields = {"number": national_number(number.number), "name": number.name}
    return fields | _settings(number.active, number.call_at, number.trunk or None)


def change_fields(change: NumberChange) -> dict[str, str]:
    """The fields of a number that are to be changed."""
    name = {} if change.name is None else {"name": change.name}
    return name | _settings(change.active, change.call_at, change.trunk)


def _settings(active: bool | None, call_at: datetime | None, trunk: str | None) -> dict[str, str]:
    fields = {}
    if call_at is not None:
        fields["calltime"] = minute_text(call_at)
    if trunk is not None:
        fields["trunk"] = national_number(trunk)
    if active is not None:
        fields["nstatus"] = str(int(active))
    return fields
