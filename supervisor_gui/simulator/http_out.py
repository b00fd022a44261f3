"""How the bytes of an answer leave the HTTP faces, the faults of the way included. What they say is not looked at."""

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from supervisor_gui.simulator import spoil
from supervisor_gui.simulator.answers import Text

DRIP_SECONDS = 0.1
CHUNK = 1 << 20
HUGE_SECONDS = 0.005
HUGE_LENGTH = 600 * 1024 * 1024


def outgoing(request: Request, text: Text, names: tuple[str, ...], cut: Callable[[], None]) -> Response:
    """The response to a request.

    Args:
        cut: Cuts the connection the request came over.
    """
    if "redirect-302" in names:
        return Response(status_code=302, headers={"location": f"/elsewhere{request.scope['path']}"})
    if "http-500" in names:
        return Response(spoil.PAGE, 500, media_type="text/html")
    body, media_type = text.body, text.media_type
    if pieces := _pieces(request, body, names, cut):
        length = HUGE_LENGTH if "recording-huge" in names else len(body)
        return StreamingResponse(pieces, text.status, {"content-length": str(length)}, media_type)
    status = 404 if "recording-404" in names else text.status
    return Response(body, status, media_type="text/html" if spoil.PAGES & set(names) else media_type)


def _pieces(
    request: Request, body: bytes, names: tuple[str, ...], cut: Callable[[], None]
) -> AsyncIterator[bytes] | None:
    if "drip" in names:
        return _drip(request, body)
    if "recording-huge" in names:
        return _endless(request, body)
    if "recording-cut" in names:
        return _broken_off(request, body, cut)
    return _chunks(body) if len(body) > CHUNK else None


async def _drip(request: Request, body: bytes) -> AsyncIterator[bytes]:
    for place in range(len(body)):
        if await request.is_disconnected():
            return
        yield body[place : place + 1]
        await asyncio.sleep(DRIP_SECONDS)


async def _chunks(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), CHUNK):
        yield body[start : start + CHUNK]


async def _endless(request: Request, body: bytes) -> AsyncIterator[bytes]:
    """The sound and then silence; slow enough that everything else goes on, and never to the promised end."""
    yield body
    sent = len(body)
    while not await request.is_disconnected():
        if sent + CHUNK < HUGE_LENGTH:
            yield bytes(CHUNK)
            sent += CHUNK
        await asyncio.sleep(HUGE_SECONDS)


async def _broken_off(request: Request, body: bytes, cut: Callable[[], None]) -> AsyncIterator[bytes]:
    yield body[: len(body) // 2]
    cut()
    while (await request.receive())["type"] != "http.disconnect":
        pass
