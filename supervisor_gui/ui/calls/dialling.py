"""From a number in any form to one order: what it means, what must be asked, which command. It draws nothing."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supervisor_gui.live.call_commands import CallOrder, Dial, DialExtension, StartCommand
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.portal_names import portal_names
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.types_calls import FirstRung
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.calls.ask_number import AskNumber
from supervisor_gui.ui.calls.desk import CallDesk
from supervisor_gui.ui.calls.number_words import refusal_words
from supervisor_gui.ui.calls.wishes import DialHow, DialWish
from supervisor_gui.ui.messages import Messages


class Dialling(QObject):
    """Starts calls, one order a wish.

    Signals:
        taken(object): The CallOrder that a wish became.
        extension_missing(): A call was wished, but nobody said which extension is the own one.
    """

    taken = Signal(object)
    extension_missing = Signal()

    def __init__(
        self,
        window: QWidget,
        messages: Messages,
        tasks: Tasks,
        *,
        seen: Callable[[str], str],
        why_not: Callable[[], str],
    ) -> None:
        """Args.

        window: The questions' parent.
        messages: Say why something cannot be called.
        tasks: Owns the task of a question.
        seen: An outside number as this seat may see it.
        why_not: Why this seat may call nobody, in words; empty when it may.
        """
        super().__init__(window)
        self._seen = seen
        self._why_not = why_not
        self._window = window
        self._messages = messages
        self._tasks = tasks
        self._desk: CallDesk | None = None
        self._asking = False

    def attach(self, desk: CallDesk | None) -> None:
        """Work for this session; None: there is none."""
        self._desk = desk

    @property
    def asking(self) -> bool:
        """Whether a question about a number is open."""
        return self._asking

    def read(self, text: str) -> Reading:
        """What `text` means as a number."""
        desk = self._desk
        return read_number(text, is_extension=desk.is_extension if desk is not None else _no_extension)

    def dial_text(self, text: str) -> None:
        """Call what was clicked."""
        self.dial(DialWish(text, self.read(text)))

    def dial(self, wish: DialWish) -> None:
        """Call what is wished, after the questions that it needs. A second wish during a question is not heard."""
        desk = self._desk
        if desk is None or self._asking:
            return
        # Before anything is asked: nobody should answer for a call that is not made then.
        if denied := self._why_not():
            self._messages.say(denied)
        elif not wish.reading.choices:
            self._messages.say(refusal_words(wish.reading.refused))
        elif not (wish.how or desk.how()).extension:
            self.extension_missing.emit()
        elif wish.reading.number is None or wish.reading.number.asks:
            self.ask(wish.reading, lambda number: self._call(desk, number, wish.how))
        else:
            self._call(desk, wish.reading.number, wish.how)

    def ask(self, reading: Reading, then: Callable[[Dialled], None]) -> None:
        """Ask which number is meant, or whether it shall really be called; `then` takes the yes of the same session."""
        if not self._asking:
            self._asking = True
            self._tasks.spawn("ask about a number", self._ask(reading, then))

    def order(self, command: StartCommand) -> None:
        """Send a command that is ready; without the event stream its answer must tell the call's id."""
        desk = self._desk
        if desk is not None:
            options = msgspec.structs.replace(command.options, wait=not desk.calls().stream)
            self._submit(desk, msgspec.structs.replace(command, options=options))

    async def _ask(self, reading: Reading, then: Callable[[Dialled], None]) -> None:
        desk = self._desk
        name_of = desk.directory.name if desk is not None else None
        try:
            number = await AskNumber(reading, self._window, name_of, self._seen).ask_number()
        finally:
            self._asking = False
        if number is not None and desk is not None and desk is self._desk:
            then(number)

    def _call(self, desk: CallDesk, number: Dialled, how: DialHow | None) -> None:
        if how is not None:
            desk.keep(how)
            # No line means the usual one, as in the settings.
            how = how if how.line else msgspec.structs.replace(how, line=desk.how().line)
        command = command_of(number, how or desk.how(), stream=desk.calls().stream)
        order = self._submit(desk, command)
        if not order.refused_here:
            desk.book.called(number)

    def _submit(self, desk: CallDesk, command: StartCommand) -> CallOrder:
        order = desk.bus.submit(command)
        if order.refused_here:
            return order
        for kind, name in portal_names(command):
            desk.book.use_name(kind, name)
        self.taken.emit(order)
        return order

    def ended(self, order: CallOrder) -> None:
        """An order came to its end: a name that the PBX did not take is marked."""
        refused = order.error if order.outcome is Outcome.REFUSED else None
        if self._desk is None or refused is None or not isinstance(order.command, StartCommand):
            return
        if refused.reason in _NAMES_REFUSED:
            for kind, name in portal_names(order.command):
                self._desk.book.mark_refused(kind, name)


_NAMES_REFUSED = frozenset({"parameter_2", "call_parameter", "unsuccessful"})
"""Reasons by which the PBX may mean a line, a menu, an announcement or a sound."""


def _no_extension(_: str) -> bool:
    return False


def command_of(number: Dialled, how: DialHow, *, stream: bool) -> StartCommand:
    """The command that calls `number`.

    Args:
        number: Whom to call.
        how: How; nothing is played unless the extension rings first.
        stream: Whether the event stream will tell the call's id; without it the answer has to.
    """
    options = how.options
    if not how.wait_chosen:
        options = msgspec.structs.replace(options, wait=not stream)
    if number.kind is NumberKind.EXTENSION:
        return DialExtension(how.extension, number.wire, options)
    if how.first is not FirstRung.INSIDE:
        options = msgspec.structs.replace(options, to_caller=None, to_called=None)
    return Dial(how.extension, number.wire, how.line, how.first, options)
