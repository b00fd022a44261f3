"""One command about a call as one request to the client. It repeats nothing and judges no outcome."""

from typing import Protocol

from supervisor_gui.live.call_commands import (
    Bridge,
    CallCommand,
    CallInto,
    Dial,
    DialExtension,
    HangUp,
    Mute,
    StartCommand,
    Transfer,
)
from supervisor_gui.live.sending import Sent
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, CallStarted, FirstRung, MuteDirection


class CallClient(Protocol):
    """The part of the client that calls need; `sent` is called when a request goes out."""

    async def originate(
        self, extension: str, number: str, *, trunk: str, first: FirstRung, options: CallOptions, sent: Sent | None
    ) -> CallStarted:
        """Connect an extension with an outside number."""

    async def internal_call(self, caller: str, called: str, *, options: CallOptions, sent: Sent | None) -> CallStarted:
        """Connect two extensions."""

    async def bridge(
        self, caller: str, called: str, *, trunk: str, first: FirstRung, options: CallOptions, sent: Sent | None
    ) -> CallStarted:
        """Connect two outside numbers."""

    async def redirect(
        self,
        number: str,
        target: str,
        kind: TargetKind,
        *,
        trunk: str,
        prefix: str,
        options: CallOptions,
        sent: Sent | None,
    ) -> CallStarted:
        """Call an outside number into a queue, a menu or an announcement."""

    async def hang_up(self, call: str, *, sent: Sent | None) -> CommandAnswer:
        """End a call."""

    async def mute(self, call: str, *, muted: bool, direction: MuteDirection, sent: Sent | None) -> CommandAnswer:
        """Silence a side of a call, or let it be heard again."""

    async def blind_transfer(self, call: str, target: str, *, sent: Sent | None) -> CommandAnswer:
        """Hand a call over at once."""

    async def attended_transfer(self, call: str, target: str, *, sent: Sent | None) -> CommandAnswer:
        """Hand a call over after speaking with the target."""


def budget_of(command: CallCommand) -> str:
    """The budget that the request of `command` counts in."""
    return "call_control" if isinstance(command, HangUp | Mute | Transfer) else "originate"


async def send(client: CallClient, command: CallCommand, sent: Sent) -> str:
    """Carry `command` out.

    Args:
        client: Sends the request.
        command: What is wanted.
        sent: Called when the request goes out.

    Returns:
        The unique id of the call that was started; empty when the PBX told none or `command` started none.

    Raises:
        PbxError: The PBX refused, the call came to nothing, or no usable answer came.
        ValueError: A number, a line or a target holds nothing that can be dialled; nothing was sent.
    """
    match command:
        case HangUp():
            await client.hang_up(command.call, sent=sent)
        case Mute():
            await client.mute(command.call, muted=command.muted, direction=command.direction, sent=sent)
        case Transfer():
            transfer = client.attended_transfer if command.attended else client.blind_transfer
            await transfer(command.call, command.to, sent=sent)
        case _:
            return (await _start(client, command, sent)).call
    return ""


async def _start(client: CallClient, command: StartCommand, sent: Sent) -> CallStarted:
    options = command.options
    match command:
        case Dial():
            return await client.originate(
                command.extension, command.number, trunk=command.line, first=command.first, options=options, sent=sent
            )
        case DialExtension():
            return await client.internal_call(command.extension, command.called, options=options, sent=sent)
        case Bridge():
            return await client.bridge(
                command.caller, command.called, trunk=command.line, first=command.first, options=options, sent=sent
            )
        case CallInto():
            return await client.redirect(
                command.number,
                command.target,
                command.kind,
                trunk=command.line,
                prefix=command.prefix,
                options=options,
                sent=sent,
            )
