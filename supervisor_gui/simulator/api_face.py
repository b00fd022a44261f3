"""The API host's HTTP face: which service answers which path. The services are in their own files."""

from collections.abc import Callable, Mapping

from supervisor_gui.simulator.answers import Payload
from supervisor_gui.simulator.api_numbers import NO_PATH
from supervisor_gui.simulator.http_face import Ask

Service = Callable[[Ask], Payload]


class ApiFace:
    """Hands each request to the service of its path.

    Args:
        services: By path, without a slash at the end.
    """

    def __init__(self, services: Mapping[str, Service]) -> None:
        self._services = services

    @staticmethod
    def operation_of(path: str) -> str:
        """The operation a path names."""
        return path.strip("/")

    async def respond(self, ask: Ask) -> Payload:
        """The answer to a request."""
        service = self._services.get(ask.path.rstrip("/"))
        return service(ask) if service else NO_PATH
