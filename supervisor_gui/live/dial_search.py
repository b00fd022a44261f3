"""What a few typed letters or digits may mean among the numbers that are known. Pure; the order is the answer."""

import enum
from collections.abc import Iterator
from typing import NamedTuple

from supervisor_gui.live.board import Board
from supervisor_gui.live.dial_memory import DialMemory, Favourite, Recent, Suggestion
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.numbers import MEMBER_DIGITS, dialled_prefix, party_key
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.text import fold

MANY = 4
"""Digits from which on a number is found by its middle or end too, as people remember the last four."""


class _Fit(enum.IntEnum):
    """How well something answers, best first."""

    EXACT = 0
    NAME_BEGINS = 1
    NUMBER_BEGINS = 2
    WORD_BEGINS = 3
    CONTAINS = 4


class _Known(NamedTuple):
    """A number that can be offered; thousands of them are looked at with every letter.

    Attributes:
        key: Its `party_key`, the same in every source.
        words: Name and team, folded.
        origin: Where it stands; None for an extension of the board.
    """

    key: str
    words: str
    origin: Favourite | Recent | DirectoryEntry | None


class _Query(NamedTuple):
    """What was typed, made ready once.

    Attributes:
        needle: All of it, folded.
        parts: Its words.
        digits: Its digits if it can be the beginning of a number, else empty.
        national: Beginnings of a `party_key` of this country that answer to `digits`.
    """

    needle: str
    parts: tuple[str, ...]
    digits: str
    national: tuple[str, ...]


def suggestions(
    text: str, memory: DialMemory, directory: Directory, board: Board, limit: int
) -> tuple[Suggestion, ...]:
    """What `text` may mean, best first, each number once; see `DialBook.suggestions`."""
    query = _query(text)
    if not query.needle:
        return tuple(_offer(one, directory) for one in list(_each_once(_kept(memory, directory)))[:limit])
    found: list[tuple[_Fit, _Known]] = []
    for one in _each_once(_all(memory, directory, board)):
        fit = _fit(one, query)
        if fit is not None:
            found.append((fit, one))
    # The sort is stable: among equals the sources stay in their order.
    best = sorted(found, key=lambda pair: pair[0])[:limit]
    return tuple(_offer(one, directory) for _, one in best)


def _query(text: str) -> _Query:
    needle, digits = fold(text).strip(), dialled_prefix(text)
    # A number may lack its 0 or begin with the country's code, and that beginning may not be typed to its end.
    cores = {digits}
    for begin in ("0", "90", "0090"):
        if digits.startswith(begin) or begin.startswith(digits):
            cores.add(digits[len(begin) :])
    return _Query(needle, tuple(needle.split()), digits, tuple(f"0{core}" for core in cores) if digits else ())


def _all(memory: DialMemory, directory: Directory, board: Board) -> Iterator[_Known]:
    """Everything that is known, the sources nearest to the user first."""
    yield from _kept(memory, directory)
    for key, named in directory.named.items():
        if key.isdigit():
            yield _Known(key, named.search[len(key) + 1 :].rstrip(), named.entry)
    for extension, agent in board.agents.items():
        if not agent.external:
            yield _Known(extension, "", None)


def _kept(memory: DialMemory, directory: Directory) -> Iterator[_Known]:
    numbers: tuple[Favourite | Recent, ...] = (*memory.favourites, *memory.recents)
    for number in numbers:
        key = party_key(number.wire)
        name = number.name if isinstance(number, Favourite) else ""
        yield _Known(key, fold(f"{name or directory.name(key)} {directory.team(key)}").strip(), number)


def _each_once(known: Iterator[_Known]) -> Iterator[_Known]:
    seen: set[str] = set()
    for one in known:
        if one.key not in seen:
            seen.add(one.key)
            yield one


def _offer(one: _Known, directory: Directory) -> Suggestion:
    name, team = directory.name(one.key), directory.team(one.key)
    match one.origin:
        case Favourite(shown=shown, name=given):
            name, source = given or name, "favourite"
        case Recent(shown=shown):
            source = "recent"
        case DirectoryEntry():
            shown, source = one.key, "directory"
        case None:
            shown, source = one.key, "board"
    shown = shown or one.key
    detail = " · ".join(filter(None, (shown if name else "", team)))
    return Suggestion(dial=shown, title=name or shown, detail=detail, source=source)


def _fit(one: _Known, query: _Query) -> _Fit | None:
    """How well a number answers to the typed digits, or by its name to the typed words."""
    as_number = _number_fit(one.key, query) if query.digits else None
    as_words = _word_fit(one, query)
    if as_number is None or as_words is None:
        return as_words if as_number is None else as_number
    return min(as_number, as_words)


def _number_fit(key: str, query: _Query) -> _Fit | None:
    begins = query.national if _is_national(key) else (query.digits,)
    if key in begins or key == query.digits:
        return _Fit.EXACT
    if key.startswith(begins):
        return _Fit.NUMBER_BEGINS
    return _Fit.CONTAINS if len(query.digits) >= MANY and query.digits in key else None


def _is_national(key: str) -> bool:
    return len(key) >= MEMBER_DIGITS and key[0] == "0" and key[1] != "0"


def _word_fit(one: _Known, query: _Query) -> _Fit | None:
    """How name and team answer to typed words, in any order; the number's beginning may stand among them."""
    for part in query.parts:
        if part not in one.words and not one.key.startswith(part):
            return None
    if one.words.startswith(query.needle):
        return _Fit.NAME_BEGINS
    spaced = f" {one.words}"
    for part in query.parts:
        if f" {part}" not in spaced and not one.key.startswith(part):
            return _Fit.CONTAINS
    return _Fit.WORD_BEGINS
