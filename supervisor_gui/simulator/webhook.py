"""Posts how each auto-dial call went to the list's own address, on this machine only. A lost post stays lost."""

import asyncio
import ssl
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.autocall_dialler import CallReport
from supervisor_gui.simulator.dialling import Outcome, shown
from supervisor_gui.simulator.wire_json import encode

FORM = "application/x-www-form-urlencoded"
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
LONGEST_QUEUE = 1000
SECONDS = 5.0
AT_ONCE = 4


class Webhook:
    """Takes reports at once and posts them from `run`, in their order as far as the receiver is quick.

    What the receiver answers plays no part, and what finds no place in the queue is dropped.

    Attributes:
        content_type: What the posts claim to be; the PBX calls its JSON a form.
    """

    def __init__(self, content_type: str = FORM) -> None:
        self.content_type = content_type
        self._queue: asyncio.Queue[tuple[SplitResult, bytes]] = asyncio.Queue(LONGEST_QUEUE)

    def report(self, report: CallReport) -> None:
        """Post a call's outcome soon, when its list asks for it with an address on this machine."""
        target = loopback(report.listed.rules.url)
        if target:
            with suppress(asyncio.QueueFull):
                self._queue.put_nowait((target, encode(message(report))))

    async def run(self) -> None:
        """Post what has been reported, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._work())

    async def _work(self) -> None:
        while True:
            target, body = await self._queue.get()
            # Whatever goes wrong at a stranger's receiver is no matter of the PBX.
            with suppress(OSError, ValueError, TimeoutError, EOFError):
                async with asyncio.timeout(SECONDS):
                    await self._post(target, body)

    async def _post(self, target: SplitResult, body: bytes) -> None:
        secure = target.scheme == "https"
        port = target.port or (443 if secure else 80)
        context = ssl.create_default_context() if secure else None
        # No name server is asked: not every machine knows the name, and no other may answer to it.
        host = "127.0.0.1" if target.hostname == "localhost" else target.hostname
        name = target.hostname if secure else None
        reader, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=name)
        try:
            writer.write(self._head(target, len(body)) + body)
            await writer.drain()
            # Closing before the answer has come would cut the receiver off.
            await reader.readline()
        finally:
            writer.close()

    def _head(self, target: SplitResult, length: int) -> bytes:
        path = (target.path or "/") + (f"?{target.query}" if target.query else "")
        host = target.netloc.rpartition("@")[2]
        lines = (
            f"POST {path} HTTP/1.1",
            f"Host: {host}",
            f"Content-Type: {self.content_type}",
            f"Content-Length: {length}",
            "Connection: close",
        )
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


def loopback(url: str) -> SplitResult | None:
    """A web address on this machine; None for any other, and for what is none."""
    if not url.isascii() or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and parts.hostname in LOOPBACK and parts.port != 0
    except ValueError:
        return None
    return parts if known else None


def message(report: CallReport) -> Json:
    """The post of one call: the values sit one name too early, so the call's id is under `filter`."""
    rules = report.listed.rules
    through = report.outcome is Outcome.SUCCESS
    return {
        "header": {"App": "AutomaticCall"},
        "body": {
            "JobID": report.listed.id,
            "crm_id": f"OtoArama-{report.row_id}",
            "called": shown(report.number),
            "redirect_menu": rules.target_name,
            "redirect_type": rules.target_kind,
            "trunk": report.trunk,
            "prefix": rules.prefix,
            "callerid": report.name,
            "filter": report.call_id if through else None,
            "pbxtype": rules.filter or None,
            "Brandcode": None,
            "unique_id": None,
            "status": "Success" if through else "Error",
            "message": report.outcome.value,
        },
    }
