"""The API host's HTTP face: which service answers which path. The services are in their own files."""

from collections.abc import Awaitable, Callable, Mapping

from supervisor_gui.simulator.answers import Payload
from supervisor_gui.simulator.api_numbers import NO_PATH
from supervisor_gui.simulator.http_face import Ask

Service = Callable[[Ask], Payload]
Since = Callable[[Ask], float | None]
Made = Callable[[float | None], Awaitable[None]]


class ApiFace:
    """Hands each request to the service of its path.

    Args:
        services: By path, without a slash at the end.
        past: For the paths whose answers are about days that may still have to be made: tells from when on, in epoch
            seconds; None where no day is named.
        made: Waits until the days from such a moment on are there.
    """

    def __init__(self, services: Mapping[str, Service], past: Mapping[str, Since], made: Made) -> None:
        self._services = services
        self._past = past
        self._made = made

    @staticmethod
    def operation_of(path: str) -> str:
        """The operation a path names."""
        return path.strip("/")

    async def respond(self, ask: Ask) -> Payload:
        """The answer to a request."""
        path = ask.path.rstrip("/")
        if path in self._past:
            await self._made(self._past[path](ask))
        service = self._services.get(path)
        return service(ask) if service else NO_PATH
