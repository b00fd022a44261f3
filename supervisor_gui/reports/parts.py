"""What every view of a report is made from and made of, as frozen values. Putting them together is `build`."""

from collections.abc import Mapping

import msgspec

from supervisor_gui.history.day_values import Past
from supervisor_gui.live.ports import MinuteSample, StateInterval
from supervisor_gui.reports.values import Picture, Table, Tile


class Material(msgspec.Struct, frozen=True):
    """Everything that is known about what somebody wants to see.

    Attributes:
        past: What is kept of the request's period.
        before: What is kept of the period before it; None when nothing is compared.
        samples: Minutes of the shown day, of every queue.
        intervals: States of agents that touch the shown day.
        names: The name to show for each extension that has one.
        account: The PBX account.
        demo: Whether the figures are made up.
        now: Epoch seconds.
    """

    past: Past
    before: Past | None = None
    samples: tuple[MinuteSample, ...] = ()
    intervals: tuple[StateInterval, ...] = ()
    names: Mapping[str, str] = {}
    account: str = ""
    demo: bool = False
    now: float = 0.0


class Parts(msgspec.Struct, frozen=True):
    """What a view adds to the frame that all reports share; the fields are those of `Report`."""

    title: str
    tiles: tuple[Tile, ...]
    picture: Picture
    table: Table
    notes: tuple[str, ...] = ()
