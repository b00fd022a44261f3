"""Which number is meant, and whether it shall really be called: asked before anything is sent. It calls nobody."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind, Reading
from supervisor_gui.text import clean
from supervisor_gui.ui.calls.number_words import kind_words
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.parts import plain_label


class NumberQuestion(msgspec.Struct, frozen=True):
    """What is asked about a number.

    Attributes:
        title: For the window's title.
        text: The question with what depends on it.
        choices: A verb for each number that can be meant, in the reading's order.
    """

    title: str
    text: str
    choices: tuple[str, ...]


def which_words(
    reading: Reading, name_of: Callable[[str], str] | None = None, seen: Callable[[str], str] = str
) -> NumberQuestion:
    """The question about what was typed; `name_of` gives an extension's name, `seen` a number as it may be shown."""
    choices = tuple(_verb(choice, name_of) for choice in reading.choices)
    if len(reading.choices) > 1:
        shown = clean(reading.choices[0].shown, 40)
        return NumberQuestion(
            title=translate("AskNumber", "Which number is meant?"),
            text=translate("AskNumber", "{number} is an extension here and a service number outside.").format(
                number=shown
            ),
            choices=choices,
        )
    return NumberQuestion(
        title=translate("AskNumber", "Really call this number?"),
        text=_warning(reading.choices[0], seen),
        choices=choices,
    )


def _verb(choice: Dialled, name_of: Callable[[str], str] | None) -> str:
    shown = clean(choice.shown, 40)
    match choice.kind:
        case NumberKind.EXTENSION:
            name = clean(name_of(choice.wire), 40) if name_of is not None else ""
            if name and name != shown:
                words = translate("AskNumber", "Call {name} on extension {number}")
                return words.format(name=name, number=shown)
            return translate("AskNumber", "Call extension {number}").format(number=shown)
        case NumberKind.SERVICE:
            return translate("AskNumber", "Call the service number {number}").format(number=shown)
        case NumberKind.FOREIGN:
            return translate("AskNumber", "Yes, call abroad")
        case NumberKind.CHARGED:
            return translate("AskNumber", "Yes, call the charged number")
        case _:
            return translate("AskNumber", "Call {number}").format(number=shown)


def _warning(number: Dialled, seen: Callable[[str], str]) -> str:
    shown = clean(number.shown if number.kind is NumberKind.SERVICE else seen(number.shown), 40)
    match number.kind:
        case NumberKind.FOREIGN:
            words = translate("AskNumber", "{number} is abroad: {country}. Calls abroad cost more.")
            return words.format(number=shown, country=clean(kind_words(number), 60))
        case NumberKind.CHARGED:
            return translate("AskNumber", "{number} is charged at a higher rate.").format(number=shown)
        case NumberKind.SERVICE:
            return translate("AskNumber", "{number} is an emergency or service number.").format(number=shown)
        case _:
            return translate("AskNumber", "Call {number}?").format(number=shown)


class AskNumber(AsyncDialog):
    """One button a number; Esc means none. Enter is the extension where there is a choice, else it means no."""

    def __init__(
        self,
        reading: Reading,
        parent: QWidget | None = None,
        name_of: Callable[[str], str] | None = None,
        seen: Callable[[str], str] = str,
    ) -> None:
        """Args.

        reading: What was typed; it has at least one number.
        parent: The window that it belongs to.
        name_of: An extension's name, for the button that calls it.
        seen: An outside number as this seat may see it.
        """
        super().__init__(parent)
        self._reading = reading
        self._chosen: Dialled | None = None
        question = which_words(reading, name_of, seen)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(question.text))
        layout.addSpacing(8)
        self.choices: list[QPushButton] = []
        for at, verb in enumerate(question.choices):
            button = QPushButton(verb.replace("&", "&&"))
            button.clicked.connect(partial(self._on_choice, at))
            self.choices.append(button)
            layout.addWidget(button)
        self.cancel = QPushButton(translate("AskNumber", "Do not call"))
        self.cancel.clicked.connect(self.reject)
        layout.addWidget(self.cancel)
        usual = self.choices[0] if len(self.choices) > 1 else self.cancel
        usual.setDefault(True)
        usual.setFocus()

    async def ask_number(self) -> Dialled | None:
        """Open the question and wait: the number to call, None for none. Cancelling the task closes it."""
        return self._chosen if await self.ask() else None

    def _on_choice(self, at: int, *_: object) -> None:
        self._chosen = self._reading.choices[at]
        self.accept()
