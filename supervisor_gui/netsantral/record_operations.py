"""Call records and their recordings: one method an operation. It keeps no state."""

import asyncio
from collections.abc import Hashable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.codec_records import decode_records
from supervisor_gui.netsantral.codec_times import minute_text
from supervisor_gui.netsantral.errors import NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.recordings import (
    Progress,
    ProgressFailed,
    RecordingAddress,
    RecordingFile,
    RecordingKind,
    fetch_recording,
    recording_address,
)
from supervisor_gui.netsantral.requester import Flight, Requester, Sent, Turn
from supervisor_gui.netsantral.types_records import Party, RecordPage
from supervisor_gui.netsantral.wire_json import encoded_json

_QUERY_TYPES: Mapping[Party, str] = {Party.CALLED: "1", Party.CALLING: "2"}
_DAY = timedelta(hours=24)


class RecordOperations(Requester):
    """Operations on call records.

    The service may refuse spans over 24 hours; asking day by day is the caller's business. A page without calls is an
    answer and no error.
    """

    async def records(
        self,
        start: datetime,
        end: datetime,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> RecordPage:
        """Ask for all calls between two instants, which need a time zone; their seconds are cut off.

        Raises:
            ValueError: An instant without a time zone, or an end before the start.
        """
        return await self._records("records", _span(start, end), end - start, Turn(priority, replace, sent))

    async def records_of_number(
        self,
        number: str,
        direction: Party,
        start: datetime,
        end: datetime,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> RecordPage:
        """Ask for the calls between two instants with `number` at one end; other calls may be among the answer.

        Raises:
            ValueError: An instant without a time zone, an end before the start, or a number without a digit.
        """
        digits = national_number(number)
        if not digits:
            raise ValueError("a number is needed")
        fields = {**_span(start, end), "querytype": _QUERY_TYPES[direction], "no": digits}
        return await self._records("records_of_number", fields, end - start, Turn(priority, replace, sent))

    async def records_of_call(
        self,
        unique_id: str,
        *,
        priority: Priority = Priority.SCREEN,
        replace: Hashable | None = None,
        sent: Sent | None = None,
    ) -> RecordPage:
        """Ask for one call; where its id brings nothing, ask once more for the id without its node's prefix.

        The second request waits for a slot of its own, which can take a minute.

        Raises:
            ValueError: An empty id.
        """
        if not unique_id.strip():
            raise ValueError("a call's id is needed")
        turn = Turn(priority, replace, sent)
        page = await self._records("records_of_call", {"uniqueid": unique_id}, _DAY, turn)
        bare = unique_id.rpartition("-")[2]
        if page.calls or page.damaged or not bare or bare == unique_id:
            return page
        return await self._records("records_of_call", {"uniqueid": bare}, _DAY, turn)

    async def fetch_recording(
        self,
        link: str,
        target: Path,
        progress: Progress | None = None,
        *,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> RecordingKind:
        """Save the recording behind `link` as `target`, without a login and following no redirection.

        On any failure, being cancelled included, no part of it is left and a file that was there before stays as it
        was; cancelled while the finished file takes its name, it may stay, whole.

        Args:
            link: A link of a record; only Netgsm's recording host and this computer are asked.
            target: The file to write. Until it is whole it has a name of its own in the same folder.
            progress: Is told bytes so far and in all (None if not told), on the loop's thread. What it raises ends the
                download and is passed on.
            priority: Place in the waiting line.
            sent: Is told when the request leaves the waiting line.

        Raises:
            NotSent: The link leads elsewhere ("recording_host"), the file cannot be written ("recording_file"), or the
                client is closed.
            NoAnswer: It is gone ("recording_gone"), the disk is full ("recording_file"), or the connection broke.
            BadAnswer: What came is too large, too short, a web page, or no sound we know.
        """
        address = recording_address(link)
        flight = Flight(self._endpoint("recording"), address.target, b"", Turn(priority, sent=sent))
        work = self._fetch(flight, address, RecordingFile(target, progress))
        task = self._tasks.spawn("request recording", work)
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            # Its connection is its own, so unlike other requests it can be cut off at once.
            task.cancel()
            await asyncio.wait({task})
            raise
        if task.cancelled():
            raise (NoAnswer if flight.off else NotSent)("recording", "closed")
        try:
            kind: RecordingKind = task.result()
        except ProgressFailed as failed:
            raise failed.error from None
        return kind

    async def _fetch(self, flight: Flight, address: RecordingAddress, file: RecordingFile) -> RecordingKind:
        async with self._granted(flight):
            line = await self._new_line(address.base_url, 1)
            try:
                return await fetch_recording(line, flight.endpoint, address, file)
            finally:
                await line.aclose()

    async def _records(self, operation: str, query: Mapping[str, str], span: timedelta, turn: Turn) -> RecordPage:
        login = {"usercode": self._credential.account, "password": self._credential.password}
        body = encoded_json({**login, **query})
        try:
            return await self._post(operation, body, lambda answer: decode_records(operation, answer), turn)
        except Refusal as error:
            # For a span that every version of the service takes, the code can only mean that there is nothing.
            if error.reason == "span" and span <= _DAY:
                return RecordPage()
            raise


def _span(start: datetime, end: datetime) -> dict[str, str]:
    """The fields of a span of time."""
    fields = {"startdate": minute_text(start), "stopdate": minute_text(end)}
    if end < start:
        raise ValueError("the end is before the start")
    return fields
