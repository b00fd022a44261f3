"""Answers of the statistics service, in XML, as our own values. It neither sends nor explains.

The answer is read as a stream of elements, whatever they are nested in: days repeat in one of two ways that no sample
shows (docs/protocol.md, Statistics). A declaration of entities or a nesting deeper than any answer ends the reading.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml.expatreader import DefusedExpatParser

from supervisor_gui.netsantral.codec_bounds import ODD_CAP, too_many
from supervisor_gui.netsantral.codec_refusals import plain_refusal, refusal
from supervisor_gui.netsantral.codec_times import read_day, read_instant, read_length
from supervisor_gui.netsantral.codec_values import UnreadableError, as_text, read_json
from supervisor_gui.netsantral.codec_words import NO_ERROR
from supervisor_gui.netsantral.errors import BadAnswer, Refusal
from supervisor_gui.netsantral.types_statistics import DayCalls, DayStatistics, ListedCall, Statistics

_DEEPEST = 32
_SPARSEST = 8
"""Bytes that a tag or a line of a real answer stands for at the least; megabytes of bare ones would take long."""

_MOST_TAGS = 420_000
"""35,000 calls with all that is told of them."""

_MOST_ATTRIBUTES = 10_000
"""A real answer has none but its declaration's."""

_LISTS = frozenset({"abandoned", "noanswer", "answered"})
_BLOCKS = frozenset({"statistics", "call"})
_ANSWER = frozenset({"info", *_BLOCKS, *_LISTS})
_FRAMES = frozenset({"xml", "main", "info"})
"""Elements around an answer; where one has a text, this is all that the service says."""

_FIGURES: Mapping[str, str] = {
    "incoming_call": "incoming",
    "answered": "answered",
    "noanswer": "unanswered",
    "abandoned": "abandoned",
    "t_calltime": "talk_seconds",
    "t_waittime": "wait_seconds",
    "max_waiting": "longest_wait",
    "avr_waiting": "average_wait",
    "avr_answered": "average_talk",
}
"""The service's names of a day's figures → ours."""

_KEPT = frozenset({"date", *_FIGURES, "uniqueid", "number", "calltime", "waittime"})

Take = Callable[[str, str, Mapping[str, str]], None]
"""Takes a block: its name, the list it stands in, and its fields."""


class _TooDeepError(ValueError):
    """Elements nested deeper than any answer."""


class _Reader(ContentHandler):
    """Hands on each block and remembers what was told outside of them."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take
        self._path: list[str] = []
        self._text: list[str] = []
        self._block: dict[str, str] | None = None
        self._block_depth = 0
        self.told: dict[str, str] = {}
        self.said = ""
        self.lists: set[str] = set()
        self.known = False

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802  the parser's interface
        """An element begins."""
        tag = name.casefold()
        self._path.append(tag)
        self._text.clear()
        if len(self._path) > _DEEPEST:
            raise _TooDeepError
        if self._block is not None:
            return
        if tag in _BLOCKS:
            self._block = {}
            self._block_depth = len(self._path)
        elif tag in _LISTS:
            self.lists.add(tag)
        self.known = self.known or tag in _ANSWER

    def characters(self, content: str) -> None:
        """A piece of text."""
        self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  the parser's interface
        """An element ends."""
        tag = self._path.pop()
        if self._block is None:
            self._end_outside(tag)
        elif len(self._path) >= self._block_depth:
            if tag in _KEPT:
                self._block[tag] = "".join(self._text)
        else:
            self._take(tag, self._path[-1] if self._path else "", self._block)
            self._block = None
        self._text.clear()

    def _end_outside(self, tag: str) -> None:
        if tag in {"code", "error"}:
            self.told[tag] = "".join(self._text)
        elif tag in _FRAMES:
            self.said = self.said or "".join(self._text).strip()


class _Parser(DefusedExpatParser):  # type: ignore[misc]  # defusedxml has no types
    """Hands elements on as they are: an object for the attributes of each, which none has, would take a third more."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__(forbid_dtd=True)
        self.setContentHandler(reader)
        self._reader = reader

    def start_element(self, name: str, attrs: Mapping[str, str]) -> None:
        """An element begins."""
        self._reader.startElement(name, attrs)

    def end_element(self, name: str) -> None:
        """An element ends."""
        self._reader.endElement(name)


class _Collected:
    """Days and calls as they come, and a count of what could not be read."""

    def __init__(self, day: date | None, wanted: str) -> None:
        self._day = day
        self._wanted = wanted
        self.days: list[DayStatistics] = []
        self.calls: list[ListedCall] = []
        self.damaged = 0
        self._passed_over = 0

    def strayed(self, lists: Collection[str]) -> bool:
        """Whether all that came is calls of another outcome or figures of another day, told the `lists` that came."""
        if not self._wanted or self._wanted in lists or self.calls:
            return False
        strangers = self._passed_over + sum(1 for one in self.days if one.day != self._day)
        return strangers > 0 and self.totals is None

    @property
    def totals(self) -> DayStatistics | None:
        """The figures of the day that was asked for."""
        return next((one for one in self.days if one.day == self._day), None)

    def take(self, name: str, listed_in: str, fields: Mapping[str, str]) -> None:
        """A block of the answer; a call under another outcome than the one asked for is passed over."""
        try:
            if name == "statistics":
                self.days.append(self._read_day(fields))
            elif listed_in == self._wanted or listed_in not in _LISTS:
                self.calls.append(self._read_call(fields))
            else:
                self._passed_over += 1
        except UnreadableError:
            self.damaged += 1

    def _read_day(self, fields: Mapping[str, str]) -> DayStatistics:
        told = fields.get("date", "")
        day = self._day if self._day is not None and not told.strip() else read_day(told)
        return DayStatistics(day, **{ours: self._figure(fields.get(name)) for name, ours in _FIGURES.items()})

    def _read_call(self, fields: Mapping[str, str]) -> ListedCall:
        return ListedCall(
            call=fields.get("uniqueid", "").strip(),
            at=read_instant(fields.get("date", "")),
            number=fields.get("number", "").strip(),
            talk_seconds=self._figure(fields.get("calltime")),
            wait_seconds=self._figure(fields.get("waittime")),
        )

    def _figure(self, text: str | None) -> int | None:
        if text is None or not text.strip():
            return None
        try:
            return read_length(text)
        except UnreadableError:
            self.damaged += 1
            return None


def decode_statistics(operation: str, body: bytes, day: date | None = None) -> Statistics:
    """The days in an answer, in order; none when the service says that there are none.

    Args:
        operation: Asked for.
        body: The answer.
        day: The only day that was asked for, for an answer that does not name it.

    Raises:
        Refusal: The service said no for any other reason.
        BadAnswer: No XML, or nothing of an answer in it.
    """
    collected = _collected(operation, body, _Collected(day, ""))
    return Statistics(tuple(sorted(collected.days, key=lambda one: one.day)), collected.damaged)


def decode_day_calls(operation: str, body: bytes, day: date, wanted: str) -> DayCalls:
    """The calls of `day` in the list `wanted`, the service's name of an outcome, in order of time.

    Raises:
        Refusal: The service said no for another reason than that there are none.
        BadAnswer: No XML, nothing of an answer in it, or only calls of another outcome and figures of other days.
    """
    collected = _collected(operation, body, _Collected(day, wanted))
    calls = tuple(sorted(collected.calls, key=lambda call: call.at))
    return DayCalls(calls, collected.damaged, collected.totals)


def _collected(operation: str, body: bytes, collected: _Collected) -> _Collected:
    trimmed = body.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        if not trimmed.startswith(b"<"):
            raise _plain_error(operation, trimmed)
        _read(operation, trimmed, collected)
    except Refusal as error:
        if error.reason != "no_record":
            raise
    return collected


def _read(operation: str, body: bytes, collected: _Collected) -> None:
    if body[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise BadAnswer(operation, "html", details=f"{len(body)} bytes")
    _refuse_heaps(operation, body)
    reader = _Reader(collected.take)
    parser = _Parser(reader)
    try:
        # All at once: the parser looks at an unfinished name again from its begin each time it gets more.
        parser.feed(body)
        parser.close()
    except (SAXException, ValueError, LookupError) as error:
        raise BadAnswer(operation, "not_xml", details=f"{len(body)} bytes, {type(error).__name__}") from None
    _refuse(operation, reader, empty=not (collected.days or collected.calls))
    if not reader.known or collected.strayed(reader.lists):
        raise BadAnswer(operation, "shape")


def _refuse_heaps(operation: str, body: bytes) -> None:
    # An element that holds nothing is one tag but begins and ends all the same, in letters of two bytes too.
    tags = body.count(b"<") + body.count(b"/>") + body.count(b"/\0>")
    lines = body.count(b"\n")
    if max(tags, lines) > 250_000 + len(body) // _SPARSEST or body.count(b"=") > _MOST_ATTRIBUTES:
        raise BadAnswer(operation, "shape", details=f"{len(body)} bytes")
    if tags > _MOST_TAGS:
        raise too_many(operation, body)


def _refuse(operation: str, reader: _Reader, *, empty: bool) -> None:
    code, words = (reader.told.get(name, "").strip() for name in ("code", "error"))
    if code not in NO_ERROR or (words and empty):
        raise refusal(operation, "statistics", {"code": code, "error": words})
    told = plain_refusal(operation, "statistics", reader.said) if reader.said and empty else None
    if told is not None:
        raise told


def _plain_error(operation: str, body: bytes) -> Refusal | BadAnswer:
    """What an answer without XML means: a bare code, an error in JSON, or nothing that can be read."""
    if not body:
        return BadAnswer(operation, "empty")
    if body.startswith(b"{") and len(body) <= ODD_CAP:
        answer = read_json(operation, body)
        if isinstance(answer, dict) and (as_text(answer.get("code")) or as_text(answer.get("error"))):
            return refusal(operation, "statistics", answer)
    text = body[:1000].decode("utf-8", "replace")
    told = plain_refusal(operation, "statistics", text)
    return told or BadAnswer(operation, "not_xml", details=f"{len(body)} bytes")
