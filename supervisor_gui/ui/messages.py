"""The one way the program speaks to its user: status line, toast, question. It logs all of it and decides nothing."""

import enum
import logging

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supervisor_gui.errors import KnownError
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog, Question

log = logging.getLogger(__name__)


class Tone(enum.Enum):
    """How much a message wants."""

    INFO = "info"
    PROBLEM = "problem"


class Message(msgspec.Struct, frozen=True):
    """Something the user should know.

    Attributes:
        text: What happened.
        todo: What it means and what to do, empty when nothing.
        details: The outside world's own words and code, or a redacted report.
        tone: A problem stays until it is closed, everything else goes by itself.
        key: A newer message with the same key takes the place of the older; empty for none.
    """

    text: str
    todo: str = ""
    details: str = ""
    tone: Tone = Tone.INFO
    key: str = ""


class Messages(QObject):
    """Speaks for everybody.

    Signals:
        line_changed(str): Words for the status line.
        told(Message): A toast.
        withdrawn(str): The key of a toast that no longer holds.
    """

    line_changed = Signal(str)
    told = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window

    def say(self, text: str) -> None:
        """A passing remark in the status line."""
        log.info("status line: %s", text)
        self.line_changed.emit(text)

    def tell(self, message: Message) -> None:
        """A toast."""
        log.info("told: %s %s", message.text, message.details)
        self.told.emit(message)

    def stand(self, key: str, words: str) -> None:
        """A problem for as long as it holds: told with `words`, taken back without any."""
        if words:
            self.tell(Message(words, tone=Tone.PROBLEM, key=key))
        else:
            self.withdraw(key)

    def problem(self, error: KnownError, *, key: str = "") -> None:
        """What the outside world did, in words with the next step."""
        self.tell(problem_message(error, key))

    def bug(self, report: str) -> None:
        """Our own mistake; `report` is redacted already and was logged where it was caught."""
        text = translate("Messages", "Something in the program went wrong. It goes on.")
        todo = translate("Messages", "If it happens again, send the details to whoever looks after the program.")
        self.told.emit(Message(text, todo, report, Tone.PROBLEM, key="bug"))

    def withdraw(self, key: str) -> None:
        """The message with `key` no longer holds."""
        self.withdrawn.emit(key)

    async def ask(self, question: Question) -> bool:
        """Ask and wait; everything else runs on.

        Returns:
            Whether the user said yes.
        """
        answer = await ConfirmDialog(question, self._window).ask()
        log.info("asked: %s – %s", question.text, "yes" if answer else "no")
        return answer


def problem_message(error: KnownError, key: str = "") -> Message:
    """The words for a known error."""
    if isinstance(error, PbxError):
        words = explain(error)
        todo = "\n".join(filter(None, (words.meaning, words.todo)))
        return Message(words.title, todo, words.details, Tone.PROBLEM, key)
    return Message(str(error), "", error.details, Tone.PROBLEM, key)
