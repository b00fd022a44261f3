"""Every operation we send: where it goes, which budget pays for it, how long it may take. It sends nothing."""

import types
from collections.abc import Mapping
from typing import Literal

import msgspec

Face = Literal["pbx", "api"]
"""The two HTTP services: call control with the queues, and the API host."""

CONTROL_CAP = 4 * 1024 * 1024
"""Bytes read of any answer but those below; 5,000 agents in 200 queues need about one fifth."""

EVENT_CAP = 512 * 1024
"""Bytes of one object of the event stream; real ones have some hundreds."""

DAY_CAP = 8 * 1024 * 1024
"""Bytes read of an answer in XML that lists the calls of a day; the 35,000 that are read need three quarters."""

REPORT_CAP = 64 * 1024 * 1024
"""Bytes read of an answer that lists calls or numbers; 50,000 legs, all that are read, need about one third."""

RECORDING_CAP = 512 * 1024 * 1024
"""Bytes read of a recording; nine hours of uncompressed telephone sound."""

LOOPBACK_DEADLINE = 5.0
"""Seconds at least, however fast a simulator's time runs: the machine that runs it may be busy with much else."""

Content = Literal["application/json", "text/xml"]
"""What a request's body is."""


class Endpoint(msgspec.Struct, frozen=True):
    """One operation (docs/protocol.md).

    Attributes:
        name: Our name for it; errors carry it.
        face: The service that answers it.
        path: Path below the base URL; `{pbx}` stands for the account's number. A recording's is in its link.
        method: HTTP method.
        budget: The budget that grants its requests.
        repeatable: Whether it changes nothing, so that it may be sent again after a dropped connection.
        deadline: Seconds from the grant to the last byte of the answer, at most. More than twice `connect`, so that it
            can only end a request that is already past connecting: one cancelled earlier would jam the pool.
        connect: Seconds for each of: TCP, TLS.
        cap_bytes: An answer longer than this is not read on.
        content: What the body of its request is, when it has one.
    """

    name: str
    face: Face
    path: str
    method: str
    budget: str
    repeatable: bool = False
    deadline: float = 15.0
    connect: float = 4.0
    cap_bytes: int = CONTROL_CAP
    content: Content = "application/json"

    @property
    def service(self) -> str:
        """Whose codes its answers carry: "pbx" for all of call control, else the budget's name."""
        return "pbx" if self.face == "pbx" else self.budget

    def timed(self, factor: float) -> "Endpoint":
        """The same with its times divided by `factor`, never under what a loopback needs (time factor of tests)."""
        if factor <= 1.0:
            return self
        deadline = max(LOOPBACK_DEADLINE, self.deadline / factor)
        return msgspec.structs.replace(self, deadline=deadline, connect=min(self.connect, 0.45 * deadline))


def _report(name: str) -> Endpoint:
    return Endpoint(
        name, "api", "/netsantral/report", "POST", "report", repeatable=True, deadline=90.0, cap_bytes=REPORT_CAP
    )


def _statistics(name: str, *, cap_bytes: int = CONTROL_CAP) -> Endpoint:
    return Endpoint(
        name,
        "api",
        "/netsantral/statistics",
        "POST",
        "statistics",
        repeatable=True,
        deadline=30.0,
        cap_bytes=cap_bytes,
        content="text/xml",
    )


def _autodial(name: str, *, repeatable: bool = False, cap_bytes: int = CONTROL_CAP) -> Endpoint:
    return Endpoint(
        name, "api", "/autocallservice", "POST", "autodial", repeatable=repeatable, deadline=20.0, cap_bytes=cap_bytes
    )


_ROWS = (
    Endpoint("queue_status", "pbx", "/{pbx}/queuestats", "GET", "queue_status", repeatable=True),
    Endpoint("agent_login", "pbx", "/{pbx}/agentlogin", "GET", "agent"),
    Endpoint("agent_logoff", "pbx", "/{pbx}/agentlogoff", "GET", "agent"),
    Endpoint("agent_pause", "pbx", "/{pbx}/agentpause", "GET", "agent"),
    Endpoint("add_number", "api", "/netsantral/queue", "POST", "queue_numbers", deadline=20.0),
    Endpoint("remove_number", "api", "/netsantral/queue", "POST", "queue_numbers", deadline=20.0),
    Endpoint("originate", "pbx", "/{pbx}/originate", "GET", "originate"),
    Endpoint("internal_call", "pbx", "/{pbx}/local", "GET", "originate"),
    Endpoint("bridge", "pbx", "/{pbx}/linkup", "GET", "originate"),
    Endpoint("redirect", "pbx", "/{pbx}/dynamic_redirect", "GET", "originate"),
    Endpoint("hang_up", "pbx", "/{pbx}/hangup", "GET", "call_control"),
    Endpoint("mute", "pbx", "/{pbx}/muteaudio", "GET", "call_control"),
    Endpoint("blind_transfer", "pbx", "/{pbx}/xfer", "GET", "call_control"),
    Endpoint("attended_transfer", "pbx", "/{pbx}/atxfer", "GET", "call_control"),
    _report("records"),
    _report("records_of_number"),
    _report("records_of_call"),
    _statistics("statistics"),
    _statistics("statistics_of_day"),
    _statistics("calls_of_day", cap_bytes=DAY_CAP),
    _autodial("create_list"),
    _autodial("lists", repeatable=True),
    _autodial("set_list_active"),
    _autodial("list_report", repeatable=True, cap_bytes=REPORT_CAP),
    _autodial("add_list_numbers"),
    _autodial("delete_list_number"),
    _autodial("update_list_number"),
    Endpoint("recording", "api", "", "GET", "recordings", repeatable=True, deadline=900.0, cap_bytes=RECORDING_CAP),
    Endpoint("reach_pbx", "pbx", "/", "HEAD", "call_control", repeatable=True),
    Endpoint("reach_api", "api", "/", "HEAD", "call_control", repeatable=True),
)

ENDPOINTS: Mapping[str, Endpoint] = types.MappingProxyType({row.name: row for row in _ROWS})
"""Operations by name."""
