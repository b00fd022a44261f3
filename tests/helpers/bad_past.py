"""A service that answers badly about the past, and what each of its answers means. It asserts nothing."""

import asyncio
import time
from collections.abc import Callable
from datetime import date

from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, PbxError, Refusal
from tests.helpers.past_page import DAY, turkish
from tests.history.backfilling import Answering, Asked, Body, Pbx, block, usual, xml

LONG_AGO = 120
"""Days before today of which nobody asks by himself."""

FACTOR = 300.0
RETRY = 60.0 / FACTOR
"""Seconds after a first failure; each further one doubles them."""

PAGE = "<!DOCTYPE html><html><body><h1>Bakım</h1></body></html>"
WORDS_FOR_NUMBERS = "<incoming_call>cok</incoming_call><answered>az</answered><noanswer>?</noanswer>"


class CountedPbx(Pbx):
    """Also keeps the instant of each question."""

    def __init__(self) -> None:
        super().__init__()
        self.instants: list[float] = []
        self.reply: Answering = usual
        self.answer = self._noted

    def _noted(self, asked: Asked) -> object:
        self.instants.append(time.monotonic())
        return self.reply(asked)


def today() -> date:
    return turkish(time.time())


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY


async def _hang(_: Asked) -> Body:
    await asyncio.Event().wait()
    return None


def refused(code: str) -> str:
    return f"<xml><main><code>{code}</code><error>hata</error></main></xml>"


def always(body: Body) -> Callable[[Asked], Body]:
    return lambda _: body


def _unreadable(asked: Asked) -> Body:
    return xml(*(f"<statistics><date>{day:%d.%m.%Y}</date>{WORDS_FOR_NUMBERS}</statistics>" for day in asked.days))


WAITED_FOR: dict[str, tuple[Answering, PbxError]] = {
    "hang up": (always(None), NoAnswer("statistics_of_day", "cut")),
    "hang": (_hang, NoAnswer("statistics_of_day", "deadline")),
    "html": (always(PAGE), BadAnswer("statistics_of_day", "html")),
    "empty": (always(""), BadAnswer("statistics_of_day", "empty")),
    "cut": (always("<?xml version='1.0'?><xml><main><info><statis"), BadAnswer("statistics_of_day", "not_xml")),
    "other words": (always("tamam"), BadAnswer("statistics_of_day", "not_xml")),
    "no figure that can be read": (_unreadable, BadAnswer("statistics_of_day", "shape")),
    "code 100": (always(refused("100")), LimitReached("statistics_of_day", "limit", code="100")),
    "bare 80": (always("80"), LimitReached("statistics_of_day", "limit", code="80")),
    "bare 101": (always("<xml><main>101</main></xml>"), LimitReached("statistics_of_day", "limit", code="101")),
}
UNTIL_THE_USER_ACTS: dict[str, tuple[Answering, PbxError]] = {
    "code 30": (always(refused("30")), BadCredentials("statistics_of_day", "credentials", code="30")),
    "bare 331": (always("331"), BadCredentials("statistics_of_day", "not_enabled", code="331")),
    "code 70": (always('{"code":"70","error":"Hatali sorgulama"}'), Refusal("statistics_of_day", "query", code="70")),
    "one day too long": (always(refused("60")), Refusal("statistics_of_day", "span", code="60")),
    "30 MB": (always(b"<xml>" + b" " * 30_000_000), BadAnswer("statistics_of_day", "too_large")),
    "one day's date": (always(refused("50")), Refusal("statistics_of_day", "date", code="50")),
}


def told_oddly(calls: dict[date, tuple[int, int, int, int]], *, repeats: str) -> Answering:
    """Days in the wrong order, some of them missing and one of them told in two parts, in either layout."""

    def reply(asked: Asked) -> Body:
        if asked.kind != "days":
            return usual(asked)
        told = [day for day in reversed(calls) if day in asked.days]
        blocks = [block(day, *calls[day]) for day in told]
        blocks.append(f"<statistics><date>{told[-1]:%d.%m.%Y}</date><max_waiting>75</max_waiting></statistics>")
        if repeats == "statistics":
            return xml(*blocks)
        return f"<xml><main>{''.join(f'<info>{one}</info>' for one in blocks)}</main></xml>"

    return reply
