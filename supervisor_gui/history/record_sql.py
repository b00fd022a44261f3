"""What a filter of call records means in SQL, and what was typed in digits. It opens nothing and reads nothing.

All statements lie in order of time, newest first, and stop early: which index leads there is said to SQLite, which
would else find the calls first and sort them.
"""

import msgspec

from supervisor_gui.history.record_values import RecordedCall, RecordFilter
from supervisor_gui.live.numbers import dialled_prefix
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.text import fold

SHORTEST_INDEXED = 3
"""Fewer digits or letters than these have no entry in the index of numbers."""

NAME_MARK = "|"
"""Stands between the numbers and the name in `call_records.numbers`; nothing that is looked for holds it."""

_HOME = "0090"
_HOME_WHOLE = 12
_SHORT_LINES = "444"

_AREA = 5
"""Digits with which many numbers begin alike: 0, an area's three and one more."""

_BY_TEXT = "call_numbers CROSS JOIN call_records AS record ON record.id = call_numbers.rowid"

COLUMNS = ", ".join(f"record.{name}" for name in RecordedCall.__struct_fields__)
"""Those of `call_records AS record` in the order of the fields of `RecordedCall`."""

_NAMED = " ".join(
    (
        "SELECT own.id FROM json_each(:numbers) AS wanted CROSS JOIN call_records AS own",
        "INDEXED BY call_records_by_{column} ON own.account = :account AND own.{column} = wanted.value",
        "WHERE own.id >= :first AND own.id < :end",
    )
)
_BY_NAME = " UNION ALL ".join(_NAMED.replace("{column}", column) for column in ("number", "extension"))
_BY_WORDS = "SELECT rowid FROM call_numbers WHERE call_numbers MATCH :phrase AND rowid >= :first AND rowid < :end"


def name_form(text: str) -> str:
    """A name, whole or in part, as it is looked for: folded, its letters and digits, one blank between words."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())


def needle(text: str) -> str:
    """Digits typed in any form, whole or in part, as they stand in the numbers kept; empty when it is no number.

    A number of this country stands there as 0 and ten digits: +90, 0090 and, before a whole number, 90 become 0.
    """
    digits = dialled_prefix(text)
    if digits.startswith(_HOME):
        rest = digits.removeprefix(_HOME)
    elif len(digits) == _HOME_WHOLE and digits.startswith("90"):
        rest = digits.removeprefix("90")
    else:
        return digits
    if not rest:
        return digits
    return rest if rest.startswith(_SHORT_LINES) else "0" + rest.removeprefix("0")


class Search(msgspec.Struct, frozen=True):
    """The part of a statement that finds the calls of a filter.

    It takes the parameters of `values`, beside them :account, :first and :end, the ids of the filter's days.

    Attributes:
        tables: What follows FROM, the records being `record`.
        conditions: What follows WHERE, but for the bound that moves from page to page.
        place: The column that holds the id and lies in order.
        leaps: Whether a search that begins at a call is as cheap as one that goes on there.
        values: Parameters.
    """

    tables: str
    conditions: str
    place: str
    leaps: bool
    values: dict[str, str | int]

    def before(self, bound: str, chosen: str = COLUMNS) -> str:
        """Select `chosen` of the calls with smaller ids than `bound`, which is :end or below, newest first.

        There is no other upper bound, or SQLite might begin to read at that one.
        """
        found = ("SELECT", chosen, "FROM", self.tables, "WHERE", self.conditions)
        return " ".join((*found, f"AND {self.place} < {bound} ORDER BY {self.place} DESC"))


def search(wanted: RecordFilter, *, counting: bool = False) -> Search:
    """How the calls of `wanted` are found, for some of them or, `counting`, for all."""
    by_text = _by_text(wanted, counting=counting)
    place = "call_numbers.rowid" if by_text else "record.id"
    conditions = [f"{place} >= :first", "record.account = :account", *_text_conditions(wanted)]
    values = _text_values(wanted)
    if by_text:
        conditions.append("call_numbers MATCH :phrase")
        values["phrase"] = _phrase(wanted.words or _rare_part(wanted.digits))
    if wanted.directions:
        conditions.append(_in_directions(wanted.directions))
    for column in ("extension", "queue", "line"):
        if told := getattr(wanted, column):
            conditions.append(f"record.{column} = :{column}")
            values[column] = told
    if wanted.at_least is not None:
        conditions.append("record.seconds >= :at_least")
        values["at_least"] = wanted.at_least
    if wanted.at_most is not None:
        conditions.append("record.seconds <= :at_most")
        values["at_most"] = wanted.at_most
    if wanted.recorded:
        conditions.append("record.recorded")
    tables = _BY_TEXT if by_text else f"call_records AS record {_index(wanted)}"
    return Search(tables, " AND ".join(conditions), place, not (by_text or wanted.numbers), values)


def _by_text(wanted: RecordFilter, *, counting: bool) -> bool:
    """Whether the index of numbers gives the calls one by one.

    The beginning of a number, an area's code, may stand in most calls, which are then found faster without it when all
    are wanted, or few of them.
    """
    if wanted.numbers or (wanted.digits and wanted.words):
        return False
    if len(wanted.digits or wanted.words) < SHORTEST_INDEXED:
        return False
    beginning = wanted.digits.startswith("0") and len(wanted.digits) <= _AREA
    return not (beginning and (counting or _narrows_rows(wanted)))


def _index(wanted: RecordFilter) -> str:
    if wanted.numbers:
        return "NOT INDEXED"
    if wanted.extension:
        return "INDEXED BY call_records_by_extension"
    if wanted.queue:
        return "INDEXED BY call_records_by_queue"
    if wanted.directions == {Direction.MISSED}:
        return "INDEXED BY call_records_missed"
    # Where most rows must be read to find few, the table itself, in order too, is faster than an index.
    reads_rows = wanted.digits or wanted.words or _narrows_rows(wanted)
    return "NOT INDEXED" if reads_rows else "INDEXED BY call_records_by_time"


def _narrows_rows(wanted: RecordFilter) -> bool:
    """Whether more than days, digits and names narrows."""
    told = wanted.directions or wanted.extension or wanted.queue or wanted.line or wanted.recorded
    return bool(told) or wanted.at_least is not None or wanted.at_most is not None


def _text_conditions(wanted: RecordFilter) -> list[str]:
    ids = [_BY_NAME] if wanted.numbers else []
    any_of = ["instr(record.numbers, :digits)"] if wanted.digits else []
    if _words_by_ids(wanted):
        ids.append(_BY_WORDS)
    elif wanted.words:
        any_of.append("instr(record.numbers, :words)")
    if ids:
        any_of.insert(0, f"record.id IN ({' UNION ALL '.join(ids)})")
    return [f"({' OR '.join(any_of)})"] if any_of else []


def _words_by_ids(wanted: RecordFilter) -> bool:
    """Whether the index gives the calls of a name together with those of the name's numbers."""
    return bool(wanted.numbers) and len(wanted.words) >= SHORTEST_INDEXED


def _text_values(wanted: RecordFilter) -> dict[str, str | int]:
    values: dict[str, str | int] = {}
    if wanted.digits:
        values["digits"] = wanted.digits
    if wanted.numbers:
        values["numbers"] = msgspec.json.encode(wanted.numbers).decode()
    if wanted.words:
        values["words"] = wanted.words
    if _words_by_ids(wanted):
        values["phrase"] = _phrase(wanted.words)
    return values


def _phrase(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _rare_part(digits: str) -> str:
    """What is looked up in the index of numbers; the calls found are then compared with all digits.

    Many numbers begin alike, and each group of three digits is a list to walk through: the last ones tell most.
    """
    if len(digits) <= 5:
        return digits
    return digits[-4:] if len(digits) <= 8 else digits[-5:]


def _in_directions(directions: frozenset[Direction]) -> str:
    words = sorted(f"'{direction.value}'" for direction in directions)
    # The index of missed calls is found by this very form.
    return f"record.direction = {words[0]}" if len(words) == 1 else f"record.direction IN ({', '.join(words)})"
