"""Calls started, bridged, sent on, muted and ended: one method an operation. It keeps no state."""

from supervisor_gui.netsantral import codec_calls
from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.names import national_number, short_name
from supervisor_gui.netsantral.requester import Fields, Requester, Sent, Turn
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, CallStarted, FirstRung, MuteDirection

_SPARE = 15.0
"""Seconds that an outcome may take beyond the ringing of both sides."""

_LONGEST_PREFIX = 5
_USUAL = CallOptions()


class CallOperations(Requester):
    """Operations on calls. The ones that start a call raise `Refusal` also when it came to nothing.

    Every operation raises ValueError, and sends nothing, when a number, an extension, a line, a call's id or a target
    is empty or holds nothing that can be dialled.
    """

    async def originate(
        self,
        extension: str,
        number: str,
        *,
        trunk: str,
        first: FirstRung = FirstRung.INSIDE,
        options: CallOptions = _USUAL,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CallStarted:
        """Connect `extension`, the asking side, with the outside `number` over the line `trunk`.

        Raises:
            ValueError: Something is to be played though the outside rings first.
        """
        if options.plays and first is not FirstRung.INSIDE:
            raise ValueError("texts and sounds are played only when the extension rings first")
        fields = (
            ("customer_num", national_number(number)),
            ("pbxnum", self._credential.account),
            ("internal_num", extension),
            *codec_calls.timing_fields(self._crm.fresh(), options),
            *codec_calls.order_fields(first),
            *codec_calls.trunk_fields(trunk),
            *codec_calls.option_fields(options),
        )
        return await self._start("originate", fields, options, Turn(priority, sent=sent))

    async def internal_call(
        self,
        caller: str,
        called: str,
        *,
        options: CallOptions = _USUAL,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CallStarted:
        """Connect the extension `caller`, which rings first, with the extension `called`."""
        fields = (
            ("called", called),
            ("pbxnum", self._credential.account),
            ("caller", caller),
            *codec_calls.timing_fields(self._crm.fresh(), options),
            *codec_calls.option_fields(options),
        )
        return await self._start("internal_call", fields, options, Turn(priority, sent=sent))

    async def bridge(
        self,
        caller: str,
        called: str,
        *,
        trunk: str,
        first: FirstRung = FirstRung.INSIDE,
        options: CallOptions = _USUAL,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CallStarted:
        """Connect two outside numbers over the line `trunk`; `caller` stands for the inside.

        Raises:
            ValueError: A number is to be hidden, but there is no extension to hide it from.
        """
        if options.hide_number:
            raise ValueError("no extension takes part whose display could hide a number")
        fields = (
            ("caller", national_number(caller)),
            ("called", national_number(called)),
            *codec_calls.timing_fields(self._crm.fresh(), options),
            *codec_calls.order_fields(first),
            *codec_calls.trunk_fields(trunk),
            *codec_calls.option_fields(options),
        )
        return await self._start("bridge", fields, options, Turn(priority, sent=sent))

    async def redirect(
        self,
        number: str,
        target: str,
        kind: TargetKind,
        *,
        trunk: str,
        prefix: str = "",
        options: CallOptions = _USUAL,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CallStarted:
        """Call an outside `number` and put it into the queue, menu or announcement named `target`.

        Args:
            number: Whom to call.
            target: The destination's name in the portal.
            kind: What `target` is.
            trunk: The line to call over.
            prefix: Up to five characters that stand before the number on displays.
            options: Times, and whether to wait for the outcome.
            priority: Place in the waiting line.
            sent: Is told when the request leaves the waiting line.

        Raises:
            ValueError: The prefix is too long, the options play or hide something, or nobody can be sent there.
        """
        if kind is TargetKind.OTHER:
            raise ValueError("a call is sent to a queue, a menu or an announcement")
        if len(prefix) > _LONGEST_PREFIX or options.plays or options.hide_number:
            raise ValueError("a redirected call has a prefix of up to five characters and plays or hides nothing")
        fields = (
            ("called", national_number(number)),
            *codec_calls.target_fields(kind, short_name(target) if kind is TargetKind.QUEUE else target),
            *codec_calls.timing_fields(self._crm.fresh(), options),
            *codec_calls.trunk_fields(trunk),
            *codec_calls.option_fields(options),
            *((("prefix", prefix),) if prefix else ()),
        )
        return await self._start("redirect", fields, options, Turn(priority, sent=sent))

    async def hang_up(
        self, call: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """End the call with the unique id `call`."""
        fields = (("unique_id", call), ("crm_id", self._crm.fresh()))
        return await self._steer("hang_up", fields, Turn(priority, sent=sent))

    async def mute(
        self,
        call: str,
        *,
        muted: bool,
        direction: MuteDirection = MuteDirection.ALL,
        priority: Priority = Priority.USER,
        sent: Sent | None = None,
    ) -> CommandAnswer:
        """Silence the call with the unique id `call`, or let it be heard again."""
        call_fields = (("unique_id", call), ("crm_id", self._crm.fresh()))
        fields = (*call_fields, *codec_calls.mute_fields(direction, muted=muted))
        return await self._steer("mute", fields, Turn(priority, sent=sent))

    async def blind_transfer(
        self, call: str, target: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """Hand the call with the unique id `call` over to an extension or outside number, unannounced."""
        return await self._transfer("blind_transfer", call, target, Turn(priority, sent=sent))

    async def attended_transfer(
        self, call: str, target: str, *, priority: Priority = Priority.USER, sent: Sent | None = None
    ) -> CommandAnswer:
        """Hand a call over after speaking with `target`; only a call started with the outside first can be."""
        return await self._transfer("attended_transfer", call, target, Turn(priority, sent=sent))

    async def _transfer(self, operation: str, call: str, target: str, turn: Turn) -> CommandAnswer:
        exten = codec_calls.transfer_target(target)
        return await self._steer(
            operation, (("exten", exten), ("unique_id", call), ("crm_id", self._crm.fresh())), turn
        )

    async def _start(self, operation: str, fields: Fields, options: CallOptions, turn: Turn) -> CallStarted:
        return await self._get(
            operation,
            (*self._login(), *_whole(fields)),
            lambda body: codec_calls.decode_call_started(operation, body),
            turn,
            # The PBX holds its answer back until both sides have rung in turn.
            deadline=2 * options.ring_seconds + _SPARE if options.wait else None,
        )

    async def _steer(self, operation: str, fields: Fields, turn: Turn) -> CommandAnswer:
        return await self._get(
            operation,
            (*self._login(), *_whole(fields)),
            lambda body: codec_calls.decode_call_command(operation, body),
            turn,
        )


def _whole(fields: Fields) -> Fields:
    """`fields`, none of them empty: the PBX would take an order without a target."""
    missing = [name for name, value in fields if not value.strip()]
    if missing:
        raise ValueError(f"nothing is given for {', '.join(missing)}")
    return fields
