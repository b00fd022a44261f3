"""One simulated day of a small call centre, lived through in this process: its truth, its events and its services.

Beside what happens by itself, orders arrive: calls by order of every kind, transfers, hang-ups. No sockets; the client
reads the bytes that the simulator's services and events are made of.
"""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from supervisor_gui.netsantral.codec_events import decode_event, read_frame
from supervisor_gui.netsantral.types import Event
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.api_report import REPORT_PATH, ReportService
from supervisor_gui.simulator.api_statistics import STATISTICS_PATH, StatisticsService
from supervisor_gui.simulator.clock import Engine, SimulatedClock
from supervisor_gui.simulator.dialling import Dialler, Outcome, Target
from supervisor_gui.simulator.event_frames import EventFrames
from supervisor_gui.simulator.floor import Happening, Plan
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.model import CallCentre
from supervisor_gui.simulator.recordings import Recordings
from supervisor_gui.simulator.truth import call_truth
from supervisor_gui.simulator.wire_json import encode
from supervisor_gui.simulator.world import Call
from tests.helpers.recount import Truth, midnight
from tests.helpers.wire_server import ACCOUNT, PASSWORD

LINE = "3121110000"
LOGIN = {"usercode": ACCOUNT, "password": PASSWORD}
BETWEEN_ORDERS = 240.0
"""Seconds between two orders, on average."""


class WholeDay:
    """A day from midnight to midnight, and some minutes more in which most calls come to their ends.

    Args:
        seed: Decides everything.
        day: The Turkish day.

    Attributes:
        events: All that was published, as the client reads it, in order.
        calls: The truth of every call.
    """

    def __init__(self, seed: int, day: date) -> None:
        self._rng = random.Random(seed)
        start = midnight(day).timestamp()
        self.day = day
        self.centre = CallCentre(Plan(agents=4, queues=2, load=30.0, seed=seed), start)
        self._dialler = Dialler(self.centre.floor, self.centre.flow)
        self._frames = EventFrames(random.Random(seed))
        self.events: list[Event] = []
        self.centre.listen(self._publish)
        while self.centre.now < start + 86_400:
            self.centre.run_until(self.centre.now + self._rng.expovariate(1 / BETWEEN_ORDERS))
            self._rng.choice(ORDERS)(self)
        self.centre.run_until(start + 86_400 + 600)
        self.calls: list[Truth] = [call_truth(call) for call in self.centre.ledger.calls]
        self._open_services(seed)

    def _open_services(self, seed: int) -> None:
        engine = Engine(self.centre, SimulatedClock(self.centre.now, 1.0, lambda: 0.0))
        accounts, limits = Accounts(ACCOUNT, PASSWORD), Limits(None, lambda: 0.0)
        recordings = Recordings(engine)
        recordings.base = "http://127.0.0.1:1"
        self._report = ReportService(accounts, engine, limits, recordings)
        self._statistics = StatisticsService(accounts, engine, limits, seed)

    def report(self, **fields: str) -> bytes:
        """The record service's answer in JSON."""
        ask = Ask(method="POST", path=REPORT_PATH, operation="report", query={}, params={}, body={**LOGIN, **fields})
        return self._report.respond(ask).body

    def report_lines(self, **fields: str) -> bytes:
        """The record service's answer in lines of columns."""
        ask = Ask(method="GET", path=REPORT_PATH, operation="report", query=LOGIN | fields, params={}, body=None)
        return self._report.respond(ask).body

    def statistics(self, **fields: str) -> bytes:
        """The statistics service's answer."""
        inside = "".join(f"<{name}>{value}</{name}>" for name, value in (LOGIN | fields).items())
        ask = Ask(
            method="POST",
            path=STATISTICS_PATH,
            operation="statistics",
            query={},
            params={},
            body=f"<mainbody><header>{inside}</header></mainbody>",
        )
        return self._statistics.respond(ask).body

    def _publish(self, happening: Happening) -> None:
        event = decode_event(read_frame(encode(self._frames.frame(happening, ACCOUNT))))
        assert event is not None
        self.events.append(event)

    def _exten(self) -> str:
        return self._rng.choice([exten for exten, agent in self.centre.agents.items() if not agent.external])

    def _number(self) -> str:
        return f"5550002{self._rng.randrange(1000):03d}"

    def _made(self) -> dict[str, Any]:
        return {"ring": 20.0, "call_time": self._rng.choice((None, None, 90.0)), "done": _unheard}

    def _originate(self) -> None:
        inside_first = self._rng.random() < 0.5
        self._dialler.originate(self._exten(), self._number(), inside_first=inside_first, line=LINE, **self._made())

    def _internal(self) -> None:
        caller, called = self._rng.sample(sorted(self.centre.agents), 2)
        self._dialler.internal(caller, called, **self._made())

    def _link(self) -> None:
        other = self._rng.random() < 0.5
        self._dialler.link(self._number(), f"0{self._number()}", line=LINE, second_first=other, **self._made())

    def _redirect(self) -> None:
        queue = self._rng.choice(list(self.centre.queues))
        target = self._rng.choice((Target("queue", queue), Target("announcement", "Duyuru"), Target("ivr", "Menu")))
        self._dialler.redirect(self._number(), target, line=LINE, **self._made())

    def _transfer(self) -> None:
        to = self._rng.choice((self._exten(), self._number()))
        if call := self._live():
            self._dialler.transfer(call.id, to, attended=self._rng.random() < 0.3)

    def _hang_up(self) -> None:
        if call := self._live():
            self._dialler.hang_up(call.id)

    def _lose_phone(self) -> None:
        agent = self.centre.agents[self._exten()]
        if agent.registered:
            self.centre.flow.lose_phone(agent)
            self.centre.floor.timeline.after(120, lambda: self.centre.flow.regain_phone(agent))

    def _live(self) -> Call | None:
        live = list(self.centre.floor.live.values())
        return self._rng.choice(live) if live else None


ORDERS: tuple[Callable[[WholeDay], None], ...] = (
    WholeDay._originate,
    WholeDay._internal,
    WholeDay._link,
    WholeDay._redirect,
    WholeDay._transfer,
    WholeDay._transfer,
    WholeDay._hang_up,
    WholeDay._lose_phone,
)


def _unheard(_call: Call, _outcome: Outcome) -> None:
    """Nobody waits for how the order comes out."""
