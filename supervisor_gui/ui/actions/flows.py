"""From a chosen action to commands: the menu or question it needs, then one batch to the bus. It draws no page."""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live import plans
from supervisor_gui.live.board import Agent, Board, Queue
from supervisor_gui.live.commands import AddNumber, Batch, Command, RemoveNumber
from supervisor_gui.live.guards import NUMBERS_A_QUEUE
from supervisor_gui.live.limits import Limits
from supervisor_gui.live.policy import Policy
from supervisor_gui.text import clean
from supervisor_gui.ui.actions.breaks import fill_breaks
from supervisor_gui.ui.actions.dialogs import (
    AddAnswer,
    AddQuestion,
    ChoiceQuestion,
    NumberAnswer,
    NumberQuestion,
    Question,
    QueueChoice,
    ReasonQuestion,
)


class CommandBus(Protocol):
    """The part of the bus that flows need."""

    def submit(self, action: str, commands: Sequence[Command]) -> Batch:
        """Send `commands` as one action."""

    def numbers_in(self, queue: str) -> frozenset[str]:
        """External numbers known in `queue`: shown by the board or added by this program."""

    def numbers(self) -> frozenset[tuple[str, str]]:
        """Every known (number, queue)."""


class Target(msgspec.Struct, frozen=True):
    """What an action is about: chosen agents, and the queue of a pressed chip (empty for all)."""

    agents: tuple[Agent, ...]
    queue: str = ""


class Flows(QObject):
    """Asks what an action needs to know and submits its commands.

    Everything is non-modal to the event loop: menus pop up, questions open; nothing waits here.

    Signals:
        held(bool): A menu over the board is open: nothing should move under it.
    """

    held = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        bus: CommandBus,
        *,
        name_of: Callable[[str], str],
        order: Callable[[], Sequence[Queue]],
        board: Callable[[], Board],
        limits: Callable[[], Limits],
        policy: Policy,
    ) -> None:
        super().__init__(window)
        self._policy = policy
        self._window = window
        self._bus = bus
        self._name_of = name_of
        self._order = order
        self._board = board
        self._limits = limits
        self._target = Target(())
        self.menu: QMenu | None = None
        self.question: Question | None = None

    def end(self) -> None:
        """The session has ended: what is still asked goes, and so does this, which would keep all of the session."""
        if self.menu is not None:
            self.menu.close()
            self.menu.deleteLater()
            self.menu = None
        if self.question is not None:
            self.question.close()
        self.deleteLater()

    def who(self, agents: Sequence[Agent]) -> str:
        """The chosen agents in words: up to three names, else a count."""
        count = len(agents)
        if count > 3:
            return translate("Actions", "%n agent(s)", None, count)
        return ", ".join(clean(self._name_of(agent.extension), 30) for agent in agents)

    def pause(self, target: Target, at: QPoint) -> None:
        """Pop up the list of reasons; a digit chooses."""
        self._target = target
        menu = self._new_menu()
        fill_breaks(menu, self._limits().reasons)
        menu.triggered.connect(self._on_reason)
        menu.popup(at)

    def ask_reason(self, target: Target) -> None:
        """Ask for a reason in the user's own words."""
        self._target = target
        self._ask(ReasonQuestion(self._window, self.who(target.agents)), self._on_free_reason)

    def resume(self, target: Target) -> None:
        """End the breaks."""
        self._send("resume", plans.resume(target.agents, target.queue))

    def add(self, target: Target) -> None:
        """Ask for the queue; the most troubled one that they are not in stands first."""
        self._target = target
        queues = [
            QueueChoice(queue.name, _waiting_words(queue.waiting))
            for queue in self._order()
            if any(queue.name not in agent.members for agent in target.agents)
        ]
        reasons = [reason.name for reason in self._limits().reasons]
        breaks = not self._policy.why_not("pause")
        self._ask(AddQuestion(self._window, self.who(target.agents), queues, reasons, breaks=breaks), self._on_add)

    def add_to(self, target: Target, queue: str) -> None:
        """Add to a queue that is known already (dropped on its card)."""
        self._send("add", plans.add(target.agents, queue))

    def remove(self, target: Target) -> None:
        """Take out of the pressed chip's queue; asks which when several are possible."""
        self._target = target
        queues = sorted({name for agent in target.agents for name in agent.members})
        if target.queue or len(queues) == 1:
            self._on_remove(target.queue or queues[0])
            return
        choices: list[tuple[str, object]] = [(clean(name), name) for name in queues]
        explanation = translate("Actions", "For: {who}").format(who=self.who(target.agents))
        question = ChoiceQuestion(self._window, translate("Actions", "Remove from which queue?"), explanation, choices)
        self._ask(question, self._on_remove)

    def add_number(self) -> None:
        """Ask for an external number; the PBX's limits are told first."""
        queues = [
            QueueChoice(queue.name, f"{len(self._bus.numbers_in(queue.name))}/{NUMBERS_A_QUEUE}")
            for queue in self._order()
        ]
        with_numbers = len({queue for _, queue in self._bus.numbers()})
        told = translate(
            "Actions",
            "The PBX takes 5 numbers per queue and numbers in 5 queues at once. Known now: {queues} of 5 queues. "
            "Counted: what this program added and what the queue status shows; numbers added elsewhere may be missing.",
        )
        self._ask(NumberQuestion(self._window, queues, told.format(queues=with_numbers)), self._on_number)

    def remove_number(self) -> None:
        """Ask which known external number goes."""
        known = sorted(self._bus.numbers())
        choices: list[tuple[str, object]] = [(f"{pair[0]}  ·  {clean(pair[1])}", pair) for pair in known]
        explanation = (
            translate("Actions", "Numbers that this program added or that the queue status shows.")
            if known
            else translate("Actions", "No external number is known in any queue.")
        )
        title = translate("Actions", "Remove an external number")
        self._ask(ChoiceQuestion(self._window, title, explanation, choices), self._on_number_gone)

    def _new_menu(self) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._window)
        self.menu.aboutToShow.connect(self._on_menu_open)
        self.menu.aboutToHide.connect(self._on_menu_shut)
        return self.menu

    def _ask(self, question: Question, then: Callable[[object], None]) -> None:
        self.question = question
        question.answered.connect(then)
        question.finished.connect(self._on_question_over)
        question.open()

    def _on_menu_open(self) -> None:
        self.held.emit(True)

    def _on_menu_shut(self) -> None:
        self.held.emit(False)

    def _on_question_over(self) -> None:
        self.question = None

    def _on_reason(self, action: QAction) -> None:
        reason = action.data()
        if reason is None:
            self.ask_reason(self._target)
        else:
            self._send("pause", plans.pause(self._fresh(), reason, self._target.queue))

    def _on_free_reason(self, reason: object) -> None:
        self._send("pause", plans.pause(self._fresh(), str(reason), self._target.queue))

    def _on_add(self, answer: object) -> None:
        if isinstance(answer, AddAnswer) and answer.queue:
            commands = plans.add(
                self._fresh(), answer.queue, penalty=answer.penalty, paused=answer.paused, reason=answer.reason
            )
            self._send("add", commands)

    def _on_remove(self, queue: object) -> None:
        self._send("remove", plans.remove(self._fresh(), str(queue)))

    def _on_number(self, answer: object) -> None:
        if isinstance(answer, NumberAnswer):
            command = AddNumber(number=answer.number, queue=answer.queue, penalty=answer.penalty)
            self._send("add_number", (command,))

    def _on_number_gone(self, answer: object) -> None:
        if isinstance(answer, tuple | list):
            number, queue = answer
            self._send("remove_number", (RemoveNumber(number=number, queue=queue),))

    def _fresh(self) -> tuple[Agent, ...]:
        """The target's agents as the board shows them by now: the menu may have been open for a while."""
        agents = self._board().agents
        return tuple(agents[agent.extension] for agent in self._target.agents if agent.extension in agents)

    def _send(self, action: str, commands: Sequence[Command]) -> None:
        if commands:
            self._bus.submit(action, commands)


def _waiting_words(count: int) -> str:
    return translate("Actions", "%n waiting", None, count) if count else ""
