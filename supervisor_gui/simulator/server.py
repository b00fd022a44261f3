"""Joins model, faces and clock and serves them on 127.0.0.1 until told to stop. The rules are in the parts."""

import asyncio
import random
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import msgspec

from supervisor_gui.simulator.accounts import ANY, Accounts
from supervisor_gui.simulator.api_autocall import AUTOCALL_PATH, AutocallService
from supervisor_gui.simulator.api_face import ApiFace, Service
from supervisor_gui.simulator.api_numbers import QUEUE_PATH, NumberService
from supervisor_gui.simulator.api_report import REPORT_PATH, REPORT_XML_PATH, ReportService
from supervisor_gui.simulator.api_statistics import STATISTICS_PATH, StatisticsService
from supervisor_gui.simulator.autocall_dialler import AutocallDialler
from supervisor_gui.simulator.autocall_lists import AutocallLists
from supervisor_gui.simulator.clock import Engine, SimulatedClock
from supervisor_gui.simulator.control_face import ControlFace
from supervisor_gui.simulator.dialling import Dialler
from supervisor_gui.simulator.doors import Certificates, Doors, address
from supervisor_gui.simulator.earlier_days import earlier_days
from supervisor_gui.simulator.event_face import EventFace
from supervisor_gui.simulator.faults import Faults
from supervisor_gui.simulator.floor import Plan
from supervisor_gui.simulator.http_face import HttpFace
from supervisor_gui.simulator.http_server import Connections, HttpServers
from supervisor_gui.simulator.limits import Limits
from supervisor_gui.simulator.model import warmed
from supervisor_gui.simulator.operations import Operations
from supervisor_gui.simulator.options import DEFAULT_ACCOUNT, SimulatorOptions
from supervisor_gui.simulator.pbx_face import PbxFace
from supervisor_gui.simulator.ready_lists import add_lists
from supervisor_gui.simulator.recordings import RECORDING_PATH, Recordings
from supervisor_gui.simulator.refusals import refuse
from supervisor_gui.simulator.request_log import RequestLog
from supervisor_gui.simulator.webhook import Webhook
from supervisor_gui.simulator.wire_dates import DAY, midnight
from supervisor_gui.simulator.world import Call

SECOND_LINE = "3121110000"


class Ready(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where everything is served.

    Attributes:
        events: "HOST:PORT" of the event socket.
        tls: With TLS: path of the CA's certificate and the addresses that serve bad certificates.
    """

    pbx_url: str
    api_url: str
    events: str
    control_url: str
    account: str
    tls: dict[str, str] = {}


class Simulator:
    """Everything together, made from options.

    Args:
        now: Simulated time at the start, in epoch seconds.

    Attributes:
        stopped: Set when the model does not move any more; leaving `serving()` then raises why.
    """

    def __init__(self, options: SimulatorOptions, now: float) -> None:
        self.options = options
        began = time.monotonic()
        account = DEFAULT_ACCOUNT if options.account == ANY else options.account
        plan = Plan(
            queues=options.queues,
            agents=options.agents,
            load=options.load,
            seed=options.seed,
            lines=(account, SECOND_LINE),
        )
        self._plan = plan
        self.centre = warmed(plan, now, 0 if options.history_later else options.history_days)
        # Making the days before takes seconds; a PBX's clock would not have stood still meanwhile.
        ready = now + time.monotonic() - began
        self.engine = Engine(self.centre, SimulatedClock(ready, options.speed, time.monotonic))
        self.log = RequestLog(options.request_log, secret=options.password)
        self.faults = Faults(options.faults)
        self.connections = Connections()
        self.stopped = asyncio.Event()
        accounts = Accounts(options.account, options.password)
        limits = Limits(options.limit_factor, time.monotonic)
        self.operations = operations = Operations(self.engine, limits, queue_required=options.queue_required)
        self.events = EventFace(
            accounts,
            operations,
            self.faults,
            self.log,
            style=options.framing,
            login=options.login,
            rng=random.Random(f"{options.seed} events"),
        )
        self.centre.listen(self.events.publish)
        numbers = NumberService(accounts, self.engine, limits)
        lists = AutocallLists()
        self.webhook = Webhook()
        dialler = self._list_dialler(lists)
        add_lists(lists, dialler, self.centre, account=account, count=options.dial_lists, seed=options.seed)
        autocall = AutocallService(accounts, self.engine, limits, lists, dialler)
        self.recordings = Recordings(self.engine)
        report = ReportService(accounts, self.engine, limits, self.recordings)
        statistics = StatisticsService(accounts, self.engine, limits, options.seed)
        services: dict[str, Service] = {
            QUEUE_PATH: numbers.respond,
            AUTOCALL_PATH: autocall.respond,
            REPORT_PATH: report.respond,
            REPORT_XML_PATH: report.respond,
            STATISTICS_PATH: statistics.respond,
            RECORDING_PATH: self.recordings.respond,
        }
        self._oldest = midnight(now) - options.history_days * DAY
        self._made_from = self.centre.floor.start if options.history_later else self._oldest
        self._waiting = asyncio.Event()
        pbx = PbxFace(accounts, operations)
        past = {STATISTICS_PATH: statistics.since, REPORT_PATH: report.since, REPORT_XML_PATH: report.since}
        api = ApiFace(services, past, self._past_made)
        cut = self.connections.cut
        self.pbx_app = HttpFace("pbx", pbx.operation_of, pbx.respond, faults=self.faults, log=self.log, cut=cut)
        self.api_app = HttpFace(
            "api", api.operation_of, api.respond, faults=self.faults, log=self.log, cut=cut, refuse=refuse
        )
        self.control = ControlFace(self.engine, self.faults, self.log, self.events, lists, webhook=self.webhook)

    @asynccontextmanager
    async def serving(self, doors: Doors, certificates: Certificates | None) -> AsyncIterator[Ready]:
        """Serve every face while the block runs."""
        listener = await asyncio.start_server(self.events.serve, sock=doors.events)
        engine = asyncio.create_task(self.engine.run())
        engine.add_done_callback(lambda _: self.stopped.set())
        webhook = asyncio.create_task(self.webhook.run())
        self._make_past(asyncio.get_running_loop())
        servers = HttpServers(self.connections)
        try:
            ready = self._ready(doors, certificates)
            self.recordings.base = ready.api_url
            self.events.sounds_at(ready.api_url)
            await self._serve_http(servers, doors, certificates)
            yield ready
        finally:
            engine.cancel()
            webhook.cancel()
            listener.close()
            self.operations.close()
            await self.events.close()
            await servers.end()
            self.log.close()
            with suppress(asyncio.CancelledError):
                await webhook
            with suppress(asyncio.CancelledError):
                await engine

    def _make_past(self, loop: asyncio.AbstractEventLoop) -> None:
        """Make the days before the beginning where that was put off; a thread that nobody waits for at the end."""
        if not self.options.history_later:
            return
        began, days = self.centre.floor.start, self.options.history_days

        def make() -> None:
            with suppress(RuntimeError):  # the simulator has ended meanwhile
                for start, calls in earlier_days(self._plan, began, days):
                    loop.call_soon_threadsafe(self._take_day, start, calls)

        threading.Thread(target=make, name="past", daemon=True).start()

    def _take_day(self, start: float, calls: list[Call]) -> None:
        ledger = self.centre.ledger
        ledger.earlier = [*calls, *ledger.earlier]
        self._made_from = start
        waiting, self._waiting = self._waiting, asyncio.Event()
        waiting.set()

    async def _past_made(self, since: float | None) -> None:
        """Wait until the days from a moment on are there."""
        while since is not None and max(since, self._oldest) < self._made_from:
            await self._waiting.wait()

    def _list_dialler(self, lists: AutocallLists) -> AutocallDialler:
        floor, rng = self.centre.floor, random.Random(f"{self.options.seed} autocall")
        return AutocallDialler(floor, Dialler(floor, self.centre.flow), lists, report=self.webhook.report, rng=rng)

    async def _serve_http(self, servers: HttpServers, doors: Doors, certificates: Certificates | None) -> None:
        good = certificates.paths.good if certificates else None
        await servers.serve(self.pbx_app, doors.pbx, good)
        await servers.serve(self.api_app, doors.api, good)
        await servers.serve(self.control.app, doors.control)
        for door, path in certificates.bad_doors() if certificates else ():
            await servers.serve(self.pbx_app, door, path)

    def _ready(self, doors: Doors, certificates: Certificates | None) -> Ready:
        scheme = "https" if certificates else "http"
        return Ready(
            pbx_url=f"{scheme}://{address(doors.pbx)}",
            api_url=f"{scheme}://{address(doors.api)}",
            events=address(doors.events),
            control_url=f"http://{address(doors.control)}",
            account=DEFAULT_ACCOUNT if self.options.account == ANY else self.options.account,
            tls=certificates.listing() if certificates else {},
        )
