"""Hang-up, mute and transfer of a running call: from a wish to one command. It draws nothing."""

from PySide6.QtCore import QObject, Signal

from supervisor_gui.live.call_commands import HangUp, Mute, SteerCommand, Transfer
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.ui.calls.call_words import refused_here_words
from supervisor_gui.ui.calls.desk import CallDesk
from supervisor_gui.ui.calls.dialling import Dialling
from supervisor_gui.ui.calls.number_words import refusal_words
from supervisor_gui.ui.calls.wishes import MuteWish, TransferWish
from supervisor_gui.ui.messages import Messages


class Steering(QObject):
    """Steers calls by their keys; a call that has ended meanwhile is told so.

    Signals:
        handed_over(str): The key of a call whose transfer was sent.
    """

    handed_over = Signal(str)

    def __init__(self, messages: Messages, dialling: Dialling) -> None:
        super().__init__(dialling)
        self._messages = messages
        self._dialling = dialling
        self._desk: CallDesk | None = None
        self._ended: frozenset[str] = frozenset()

    def attach(self, desk: CallDesk | None) -> None:
        """Work for this session; None: there is none."""
        self._desk = desk
        self._ended = frozenset()

    def ended_here(self, key: str) -> bool:
        """Whether hanging up the call `key` was asked for here."""
        return key in self._ended

    def hang_up(self, key: str) -> None:
        """End the call `key`."""
        call = self._call(key)
        if call is not None and self._send(HangUp(call.call)):
            self._ended |= {key}

    def mute(self, wish: MuteWish) -> None:
        """Silence a side, or let it be heard again."""
        call = self._call(wish.key)
        if call is not None:
            self._send(Mute(call.call, wish.muted, wish.direction))

    def transfer(self, wish: TransferWish) -> None:
        """Hand a call over."""
        call = self._call(wish.key)
        if call is None:
            return
        if wish.attended and call.first is not FirstRung.OUTSIDE:
            self._messages.say(refused_here_words("inside_first"))
            return
        reading = self._dialling.read(wish.to)
        target = handed_to(reading)
        if target is None:
            self._messages.say(refusal_words(reading.refused))
        elif target.asks:
            self._dialling.ask(Reading((target,)), lambda number: self._hand_over(wish, number))
        else:
            self._hand_over(wish, target)

    def _hand_over(self, wish: TransferWish, target: Dialled) -> None:
        call = self._call(wish.key)
        if call is not None and self._send(Transfer(call.call, target.wire, wish.attended)):
            self.handed_over.emit(wish.key)

    def _call(self, key: str) -> LiveCall | None:
        call = self._desk.calls().live.get(key) if self._desk is not None else None
        if call is None:
            self._messages.say(refused_here_words("ended"))
        return call

    def _send(self, command: SteerCommand) -> bool:
        if self._desk is None:
            return False
        return not self._desk.bus.submit(command).refused_here


def handed_to(reading: Reading) -> Dialled | None:
    """Whom a call is handed to; of an extension and a service number of the same digits the extension is meant."""
    inside = (number for number in reading.choices if number.kind is NumberKind.EXTENSION)
    return next(inside, reading.number)
