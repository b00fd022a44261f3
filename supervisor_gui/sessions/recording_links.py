"""Which recording is wanted, and its link: asked for by the call's id, remembered for the session. It fetches nothing.

A link opens its recording without a login, so it is a secret: the records kept on this computer do not hold it, and it
is in no error, no repr and no log.
"""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from supervisor_gui.history.record_folding import kept_leg
from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.errors import NoAnswer
from supervisor_gui.netsantral.recordings import OPERATION, Progress
from supervisor_gui.netsantral.types_records import Leg, RecordPage

MOST = 1_000
"""The most calls whose links are remembered."""


class RecordClient(Protocol):
    """The part of the client that links need."""

    async def records_of_call(self, unique_id: str, *, priority: Priority) -> RecordPage:
        """The record of one call."""


class RecordingMissing(NoAnswer):
    """The PBX has no recording of this part of the call, or has none any more.

    Its reason is "recording_none", or "recording_no_record" when the call's whole record is gone.
    """


class Wanted(msgspec.Struct, frozen=True):
    """One recording that somebody wants.

    Attributes:
        call: Whose.
        legs: Its legs as kept.
        number: Of one of them; -1 for the longest that has a recording.
        progress: Is told how far it is.
    """

    call: RecordedCall
    legs: Sequence[KeptLeg]
    number: int = -1
    progress: Progress | None = None

    @property
    def leg(self) -> KeptLeg:
        """The leg; the longest of all when none is known to have a recording.

        Raises:
            RecordingMissing: There are no legs.
        """
        if not self.legs:
            raise RecordingMissing(OPERATION, "recording_none")
        if self.number >= 0:
            return self.legs[self.number]
        recorded = [leg for leg in self.legs if leg.recorded]
        return max(recorded or self.legs, key=lambda leg: leg.seconds)

    @property
    def key(self) -> tuple[str, float, str, str]:
        """What tells this leg from all others."""
        return self.call.call, self.leg.at, self.leg.destination, self.leg.source


class RecordingLinks:
    """Links of one account."""

    def __init__(self, client: RecordClient) -> None:
        self._client = client
        self._legs: dict[str, tuple[Leg, ...]] = {}

    def known(self, call: RecordedCall) -> bool:
        """Whether the PBX has told the links of `call` already."""
        return call.call in self._legs

    def clear(self) -> None:
        """Remember nothing."""
        self._legs.clear()

    async def ask(self, call: RecordedCall) -> None:
        """Have the PBX tell the links of `call`; what was known of them is forgotten.

        Raises:
            RecordingMissing: It has no record of the call.
            PbxError: As `Client.records_of_call` tells.
        """
        self._legs.pop(call.call, None)
        if not call.call.strip():
            raise RecordingMissing(OPERATION, "recording_no_record")
        page = await self._client.records_of_call(call.call, priority=Priority.USER)
        if not page.calls:
            raise RecordingMissing(OPERATION, "recording_no_record")
        while len(self._legs) >= MOST:
            del self._legs[next(iter(self._legs))]
        self._legs[call.call] = tuple(leg for record in page.calls for leg in record.legs if leg.recording)

    def link(self, wanted: Wanted) -> str:
        """The link of a leg: that of the same begin and parties, else the only one of the same begin.

        Raises:
            RecordingMissing: There is none.
        """
        leg = wanted.leg
        alike = [(kept_leg(one), one.recording) for one in self._legs.get(wanted.call.call, ())]
        alike = [(one, link) for one, link in alike if one.at == leg.at]
        same = [link for one, link in alike if (one.destination, one.source) == (leg.destination, leg.source)]
        links = dict.fromkeys(same or (link for _, link in alike))
        if not links or (len(links) > 1 and not same):
            raise RecordingMissing(OPERATION, "recording_none")
        return next(iter(links))
