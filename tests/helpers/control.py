"""Talk to a simulator's control face: what truly happened, what was asked, and what shall go wrong."""

import asyncio
import json
import urllib.request
from typing import Any
from urllib.parse import urlencode


class Control:
    """One simulator's control face, awaited without blocking the window's loop."""

    def __init__(self, url: str) -> None:
        self._url = url

    def get_now(self, path: str, **query: object) -> Any:
        """GET `path` and decode its JSON; blocks."""
        address = f"{self._url}{path}" + (f"?{urlencode(query)}" if query else "")
        with urllib.request.urlopen(address, timeout=20) as answer:
            return json.load(answer)

    def post_now(self, path: str, body: object) -> Any:
        """POST JSON to `path`; blocks."""
        request = urllib.request.Request(
            f"{self._url}{path}", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    async def get(self, path: str, **query: object) -> Any:
        """GET `path` and decode its JSON."""
        return await asyncio.to_thread(self.get_now, path, **query)

    async def post(self, path: str, body: object) -> Any:
        """POST JSON to `path`."""
        return await asyncio.to_thread(self.post_now, path, body)

    async def requests(self, operation: str = "") -> list[dict[str, Any]]:
        """Requests that the simulator took, in order; of one operation when named."""
        taken: list[dict[str, Any]] = (await self.get("/requests"))["requests"]
        return [one for one in taken if not operation or one.get("operation") == operation]
