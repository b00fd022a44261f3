"""Requests whose answers can be long: they are decoded away from the event loop. It knows no operation."""

import asyncio
from collections.abc import Callable

from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.requester import Answer, Requester, Turn

THREAD_FROM = 1024 * 1024
"""Bytes from which an answer is decoded in a thread; shorter ones take a few milliseconds."""


class LargeAnswers(Requester):
    """The way out for operations whose answers list calls."""

    async def _post_large(self, operation: str, body: bytes, decode: Callable[[bytes], Answer], turn: Turn) -> Answer:
        """Ask with the fields in the body; the thread of a long answer runs to its end even if we are cancelled."""
        answer = await self._post(operation, body, bytes, turn)
        try:
            if len(answer) < THREAD_FROM:
                return decode(answer)
            return await asyncio.to_thread(decode, answer)
        except PbxError as error:
            # A server may echo what it was sent.
            error.words = self._scrubber.clean(error.words)
            error.details = self._scrubber.clean(error.details)
            raise
