"""Drive awaited dialogs by keys, and hear what the program says without a window. It asserts nothing."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

from supervisor_gui.ui.dialogs.confirm import Question
from supervisor_gui.ui.messages import Message, Messages
from tests.helpers.qt_async import run_qt


def run_dialog(app: QApplication, coro: Coroutine[Any, Any, Any], seconds: float = 20.0) -> Any:
    """Run `coro` as the program would: closing a window must not end the loop under the coroutines."""
    app.setQuitOnLastWindowClosed(False)
    return run_qt(app, coro, seconds)


class Recorder(Messages):
    """Keeps what was said; answers questions with what it was given, in order."""

    def __init__(self, *answers: bool) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.messages: list[Message] = []
        self.questions: list[Question] = []
        self._answers = list(answers)
        self.line_changed.connect(self.lines.append)
        self.told.connect(self.messages.append)

    async def ask(self, question: Question) -> bool:
        """The next prepared answer."""
        self.questions.append(question)
        return self._answers.pop(0)
