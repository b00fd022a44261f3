"""How both HTTP faces take a request in and give an answer out, faults included. What the answer says is theirs."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import msgspec
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from supervisor_gui.simulator import spoil
from supervisor_gui.simulator.answers import Payload, Text
from supervisor_gui.simulator.faults import Faults
from supervisor_gui.simulator.http_out import outgoing
from supervisor_gui.simulator.request_log import RequestLog
from supervisor_gui.simulator.spoil_text import reshape_text
from supervisor_gui.simulator.wire_json import decoded, encode, flat

LARGEST_BODY = 1_000_000
SLOW_SECONDS = 2.0

Cut = Callable[[tuple[int, int]], None]


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One HTTP request.

    Attributes:
        operation: What is asked for, as faults and limits name it.
        params: Query parameters, with those of a flat JSON body added.
        body: The decoded JSON body, else its text.
    """

    method: str
    path: str
    operation: str
    query: dict[str, str]
    params: dict[str, str]
    body: object


class HttpFace:
    """An ASGI application for one face.

    Args:
        name: "pbx" or "api".
        operation_of: The operation that a path names.
        respond: The answer to a request.
        cut: Cuts the connection between a client's port and a port of ours.
        refuse: The refusal of a request with a code, where the services of a face differ in it.
    """

    def __init__(
        self,
        name: str,
        operation_of: Callable[[str], str],
        respond: Callable[[Ask], Awaitable[Payload]],
        *,
        faults: Faults,
        log: RequestLog,
        cut: Cut,
        refuse: Callable[[Ask, str], Payload] | None = None,
    ) -> None:
        self._name = name
        self._operation_of = operation_of
        self._respond = respond
        self._faults = faults
        self._log = log
        self._cut = cut
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        arrived = (time.monotonic(), time.time())
        request = Request(scope, receive)
        try:
            ask = await self._read(request)
        except ClientDisconnect:
            return
        exten = ask.params.get("exten") or ask.params.get("no", "")
        names = self._faults.take("http", ask.operation, exten, ask.params.get("queue", ""), _event(ask.body))
        refuse = self._refuse
        refused = spoil.refusal(names, self._name, (lambda code: refuse(ask, code)) if refuse else None)
        payload = await self._respond(ask) if refused is None else refused
        turn = self._faults.next_round() if "wrong-shape" in names else 0
        if isinstance(payload, Text):
            reshaped = reshape_text(names, payload, turn)
        else:
            reshaped = spoil.reshape(names, payload, turn)
        body = spoil.garble(names, encode(reshaped))
        self._note(request, ask, arrived, payload, names)
        text = payload if isinstance(payload, Text) else Text(b"", "application/json")
        await self._deliver(request, Text(body, text.media_type, status=text.status), names, send)

    async def _read(self, request: Request) -> Ask:
        raw = bytearray()
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > LARGEST_BODY:
                raw.clear()
                break
        query = dict(QueryParams(request.scope["query_string"]))
        body = decoded(bytes(raw))
        path = request.scope["path"]
        return Ask(
            method=request.method,
            path=path,
            operation=self._operation_of(path),
            query=query,
            params=query | flat(body),
            body=body,
        )

    def _note(
        self, request: Request, ask: Ask, arrived: tuple[float, float], payload: Payload, names: tuple[str, ...]
    ) -> None:
        query = request.scope["query_string"]
        target = request.scope["raw_path"] + (b"?" + query if query else b"")
        client = request.client
        self._log.add(
            face=self._name,
            method=ask.method,
            path=ask.path,
            operation=ask.operation,
            params=ask.query,
            body=ask.body,
            target=target.decode("latin-1"),
            peer=f"{client.host}:{client.port}" if client else "",
            outcome=outcome(payload),
            fault=names,
            arrived=arrived,
        )

    async def _deliver(self, request: Request, text: Text, names: tuple[str, ...], send: Send) -> None:
        if "drop-connection" in names:
            self._cut_off(request)
        if "drop-connection" in names or "hang" in names:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            return
        if "slow" in names:
            await asyncio.sleep(SLOW_SECONDS)
        response = outgoing(request, text, names, lambda: self._cut_off(request))
        await response(request.scope, request.receive, send)

    def _cut_off(self, request: Request) -> None:
        if request.client:
            self._cut((request.client.port, request.scope["server"][1]))


def outcome(payload: Payload) -> dict[str, object]:
    """What the request log says of an answer."""
    if isinstance(payload, Text):
        return {"code": payload.code} if payload.code else {"bytes": len(payload.body)}
    told = payload.get("header")
    told = told if isinstance(told, dict) else payload
    return {key: told[key] for key in ("code", "status", "message", "error", "response") if key in told}


def _event(body: object) -> str:
    """What an auto-dial request wants, which its path does not tell."""
    inner = body.get("body") if isinstance(body, dict) else None
    event = inner.get("event") if isinstance(inner, dict) else None
    return event if isinstance(event, str) else ""
