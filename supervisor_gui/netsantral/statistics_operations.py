"""Statistics of incoming calls: one method an operation. It keeps no state."""

import html
import re
from collections.abc import Hashable, Mapping
from datetime import date, datetime

from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.codec_statistics import decode_day_calls, decode_statistics
from supervisor_gui.netsantral.codec_times import TURKEY, day_text, minute_text
from supervisor_gui.netsantral.requester import Fields, Requester, Sent, Turn
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, Statistics

_FLAGS: Mapping[CallOutcome, str] = {
    CallOutcome.ABANDONED: "abandoned",
    CallOutcome.UNANSWERED: "noanswer",
    CallOutcome.ANSWERED: "answered",
}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class StatisticsOperations(Requester):
    """Operations on statistics; an answer without days or calls is an answer and no error."""

    async def statistics(
        self,
        start: datetime,
        end: datetime,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> Statistics:
        """Ask for the days between two instants, which need a time zone; more than seven days may be refused.

        Raises:
            ValueError: An instant without a time zone.
        """
        body = self._body((("startdate", minute_text(start)), ("stopdate", minute_text(end))))
        first, last = start.astimezone(TURKEY).date(), end.astimezone(TURKEY).date()
        only = first if first == last else None
        turn = Turn(priority, replace, sent)
        return await self._post("statistics", body, lambda answer: decode_statistics("statistics", answer, only), turn)

    async def statistics_of_day(
        self,
        day: date,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> Statistics:
        """Ask for the figures of one day."""
        body = self._body((("date", day_text(day)),))
        turn = Turn(priority, replace, sent)
        return await self._post(
            "statistics_of_day", body, lambda answer: decode_statistics("statistics_of_day", answer, day), turn
        )

    async def calls_of_day(
        self,
        day: date,
        outcome: CallOutcome,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> DayCalls:
        """Ask for the calls of one day that ended as `outcome`; the PBX may give the day's figures instead."""
        flag = _FLAGS[outcome]
        body = self._body((("date", day_text(day)), (flag, "1")))
        turn = Turn(priority, replace, sent)
        return await self._post(
            "calls_of_day", body, lambda answer: decode_day_calls("calls_of_day", answer, day, flag), turn
        )

    def _body(self, fields: Fields) -> bytes:
        login = (("usercode", self._credential.account), ("password", self._credential.password))
        told = "".join(f"<{name}>{_escaped(value)}</{name}>" for name, value in (*login, *fields))
        text = f'<?xml version="1.0" encoding="UTF-8"?><mainbody><header>{told}</header></mainbody>'
        return text.encode("utf-8")


def _escaped(value: str) -> str:
    """`value` as the text of an element; what no XML can hold becomes a question mark."""
    return html.escape(_NO_XML.sub("?", value), quote=False)
