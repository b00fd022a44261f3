"""Every operation we send: where it goes, which budget pays for it, how long it may take. It sends nothing."""

import types
from collections.abc import Mapping
from typing import Literal

import msgspec

Face = Literal["pbx", "api"]
"""The two HTTP services: call control with the queues, and the API host."""

CONTROL_CAP = 8 * 1024 * 1024
"""Bytes read of an answer of call control; 5,000 agents in 200 queues need about one tenth."""


class Endpoint(msgspec.Struct, frozen=True):
    """One operation (docs/protocol.md).

    Attributes:
        name: Our name for it; errors carry it.
        face: The service that answers it.
        path: Path below the base URL; `{pbx}` stands for the account's number.
        method: HTTP method.
        budget: The budget that grants its requests.
        repeatable: Whether it changes nothing, so that it may be sent again after a dropped connection.
        deadline: Seconds from the grant to the last byte of the answer, at most. More than twice `connect`, so that it
            can only end a request that is already past connecting: one cancelled earlier would jam the pool.
        connect: Seconds for each of: TCP, TLS.
        cap_bytes: An answer longer than this is not read on.
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

    @property
    def service(self) -> str:
        """Whose codes its answers carry: "pbx" for all of call control, else the budget's name."""
        return "pbx" if self.face == "pbx" else self.budget

    def timed(self, factor: float) -> "Endpoint":
        """The same with its times divided by `factor`, never under what a loopback needs (time factor of tests)."""
        if factor <= 1.0:
            return self
        deadline = max(2.0, self.deadline / factor)
        return msgspec.structs.replace(self, deadline=deadline, connect=min(self.connect, 0.45 * deadline))


_ROWS = (
    Endpoint("queue_status", "pbx", "/{pbx}/queuestats", "GET", "queue_status", repeatable=True),
    Endpoint("agent_login", "pbx", "/{pbx}/agentlogin", "GET", "agent"),
    Endpoint("agent_logoff", "pbx", "/{pbx}/agentlogoff", "GET", "agent"),
    Endpoint("agent_pause", "pbx", "/{pbx}/agentpause", "GET", "agent"),
    Endpoint("add_number", "api", "/netsantral/queue", "POST", "queue_numbers", deadline=20.0),
    Endpoint("remove_number", "api", "/netsantral/queue", "POST", "queue_numbers", deadline=20.0),
    Endpoint("reach_pbx", "pbx", "/", "HEAD", "call_control", repeatable=True),
    Endpoint("reach_api", "api", "/", "HEAD", "call_control", repeatable=True),
)

ENDPOINTS: Mapping[str, Endpoint] = types.MappingProxyType({row.name: row for row in _ROWS})
"""Operations by name."""
