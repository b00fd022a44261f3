"""A simulator that knows days before today: one whole past day, what truly happened on it, and what was asked."""

from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from typing import Any
from urllib.request import Request, urlopen

from supervisor_gui.netsantral.client import Client
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.control import Control
from tests.helpers.recount import Truth, ended_on, midnight, turkish
from tests.helpers.wire_server import open_client

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def small_centre(*, seed: int, days: int) -> list[str]:
    """Arguments of a simulator with some hundred calls on each of so many past days, and without limits."""
    size = ["--agents", "6", "--queues", "2", "--load", "40"]
    return ["--limits", "off", "--seed", str(seed), "--history-days", str(days), *size]


class PastDay:
    """A running simulator and one of its past days.

    Args:
        back: How many days ago that day was.

    Attributes:
        calls: The ledger's calls that began on that day.
    """

    def __init__(self, simulator: SimulatorProcess, back: int) -> None:
        self.info = simulator.info
        self.control = Control(simulator.info.control_url)
        self.day: date = turkish(self.control.get_now("/clock")["now"]).date() - back * DAY
        self.start = midnight(self.day)
        self.calls = ended_on(self.ledger(self.start, self.start + DAY), self.day)

    @property
    def end(self) -> datetime:
        """The last minute of the day."""
        return self.start + DAY - MINUTE

    @property
    def day_fields(self) -> dict[str, str]:
        """The day as it is asked for."""
        return {"startdate": f"{self.day:%d%m%Y}0000", "stopdate": f"{self.day:%d%m%Y}2359"}

    def connect(self, **options: Any) -> AbstractAsyncContextManager[Client]:
        return open_client(self.info.pbx_url, api_url=self.info.api_url, **options)

    def ledger(self, start: datetime, end: datetime) -> list[Truth]:
        """The calls that lived between two instants."""
        found: list[Truth] = self.control.get_now("/ledger", **{"from": start.timestamp(), "to": end.timestamp()})[
            "calls"
        ]
        return found

    def fetch(self, path: str, body: bytes | None = None) -> bytes:
        """The API host's raw answer; blocks."""
        with urlopen(Request(f"{self.info.api_url}{path}", body, {"Content-Type": "text/xml"}), timeout=20) as answer:
            read: bytes = answer.read()
        return read

    def asked(self, after: int) -> list[Truth]:
        """The requests after a number."""
        found: list[Truth] = self.control.get_now("/requests", after=after)["requests"]
        return found

    def count(self) -> int:
        """The number of the last request."""
        return max((request["number"] for request in self.asked(0)), default=0)

    def fault(self, *faults: str | dict[str, Any]) -> None:
        self.control.post_now("/faults", {"set": list(faults)})
