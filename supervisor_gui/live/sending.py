"""One command as one or two requests to the client. It repeats nothing and judges no outcome."""

from collections.abc import Callable
from typing import Protocol

from supervisor_gui.live.commands import (
    AddAgent,
    AddNumber,
    Command,
    PauseAgent,
    RemoveAgent,
    RemoveNumber,
    ResumeAgent,
)
from supervisor_gui.netsantral.types import CommandAnswer

Sent = Callable[[], None]


class CommandClient(Protocol):
    """The part of the client that commands need; `sent` is called when a request goes out."""

    async def agent_login(
        self, extension: str, queue: str, *, penalty: int, paused: bool, sent: Sent | None
    ) -> CommandAnswer:
        """Add an extension to a queue."""

    async def agent_logoff(self, extension: str, queue: str, *, sent: Sent | None) -> CommandAnswer:
        """Take an extension out of a queue."""

    async def agent_pause(
        self, extension: str, queue: str, *, paused: bool, reason: str, sent: Sent | None
    ) -> CommandAnswer:
        """Begin or end a break."""

    async def add_number(self, number: str, queue: str, *, penalty: int, sent: Sent | None) -> CommandAnswer:
        """Add an external number to a queue."""

    async def remove_number(self, number: str, queue: str, *, sent: Sent | None) -> CommandAnswer:
        """Take an external number out of a queue."""


def budget_of(command: Command) -> str:
    """The budget that the requests of `command` count in."""
    return "queue_numbers" if isinstance(command, AddNumber | RemoveNumber) else "agent"


async def send(client: CommandClient, command: Command, sent: Sent) -> None:
    """Carry `command` out.

    Args:
        client: Sends the requests.
        command: What is wanted.
        sent: Called when the first request goes out.

    Raises:
        PbxError: The PBX refused, or no usable answer came.
    """
    match command:
        case PauseAgent():
            await client.agent_pause(command.extension, command.queue, paused=True, reason=command.reason, sent=sent)
        case ResumeAgent():
            await client.agent_pause(command.extension, command.queue, paused=False, reason=command.reason, sent=sent)
        case AddAgent():
            await _add(client, command, sent)
        case RemoveAgent():
            await client.agent_logoff(command.extension, command.queue, sent=sent)
        case AddNumber():
            await client.add_number(command.number, command.queue, penalty=command.penalty, sent=sent)
        case _:
            await client.remove_number(command.number, command.queue, sent=sent)


async def _add(client: CommandClient, command: AddAgent, sent: Sent) -> None:
    """A login takes no reason, so a break with one is asked for right after it."""
    await client.agent_login(
        command.extension, command.queue, penalty=command.penalty, paused=command.paused, sent=sent
    )
    if command.paused and command.reason:
        await client.agent_pause(command.extension, command.queue, paused=True, reason=command.reason, sent=None)
