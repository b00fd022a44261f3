"""The controls that narrow calls: search, direction, extension, queue, line, length, recording. It asks nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from supervisor_gui.history.record_values import RecordChoices
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.text import duration
from supervisor_gui.ui.records.choices import WHOLE, Choices, finds_by_digits
from supervisor_gui.ui.records.choosers import ChoiceBox, LengthPopup, SeveralButton
from supervisor_gui.ui.records.search_line import SearchLine
from supervisor_gui.ui.records.words import direction_words, extension_words
from supervisor_gui.ui.statistics.wrapping import WrapLayout

DIRECTIONS = tuple(Direction)


class FilterBar(QWidget):
    """Shows choices and tells of other ones.

    Signals:
        changed(str, object): A field of `Choices` and its new value.
        length_changed(object, object): The least and the most seconds, as int or None.
        rows_wanted(): The keyboard is to go to the rows.
        look_up_wanted(str): A unique id is to be looked up.
    """

    changed = Signal(str, object)
    length_changed = Signal(object, object)
    rows_wanted = Signal()
    look_up_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._policy = Choices(), WHOLE
        self.search = SearchLine()
        self.directions = SeveralButton(DIRECTIONS)
        self.extensions = ChoiceBox()
        self.queues = ChoiceBox()
        self.lines = ChoiceBox()
        self.length = _chooser()
        self.length_popup = LengthPopup(self)
        self.recorded = _chooser()
        self.recorded.setCheckable(True)
        line = WrapLayout(self)
        every = (self.search, self.directions, self.extensions, self.queues, self.lines, self.length, self.recorded)
        for widget in every:
            line.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        self.search.typed.connect(self._on_text)
        self.search.rows_wanted.connect(self.rows_wanted)
        self.search.look_up_wanted.connect(self.look_up_wanted)
        self.directions.chosen.connect(self._on_directions)
        self.extensions.chosen.connect(self._on_extension)
        self.queues.chosen.connect(self._on_queue)
        self.lines.chosen.connect(self._on_line)
        self.length.clicked.connect(self._on_length_asked)
        self.length_popup.chosen.connect(self.length_changed)
        self.recorded.clicked.connect(self._on_recorded)

    def show_choices(self, choices: Choices, policy: Policy) -> None:
        """Show what is chosen, and what `policy` lets one search for."""
        self._choices, self._policy = choices, policy
        self.search.offer_digits(finds_by_digits(policy))
        if self.search.text() != choices.text:
            self.search.setText(choices.text)
        self.directions.show_chosen(frozenset(choices.directions))
        self.recorded.setChecked(choices.recorded)
        for box, key in (
            (self.extensions, choices.extension),
            (self.queues, choices.queue),
            (self.lines, choices.line),
        ):
            box.show_chosen(key)
            _mark(box, narrows=bool(key))
        self._name_length()
        _mark(self.directions, narrows=bool(choices.directions))
        _mark(self.length, narrows=choices.at_least is not None or choices.at_most is not None)

    def offer(self, offered: RecordChoices, names: Callable[[str], str]) -> None:
        """Offer what occurs, extensions with their names."""
        self.extensions.offer([(each, extension_words(each, names)) for each in offered.extensions])
        self.queues.offer(_same(offered.queues))
        self.lines.offer(_same(offered.lines))

    def retranslate(self) -> None:
        """Take today's language."""
        self.search.retranslate()
        self.length_popup.retranslate()
        self.directions.name(
            translate("RecordsPage", "Direction"),
            translate("RecordsPage", "{n} directions"),
            [direction_words(each) for each in DIRECTIONS],
        )
        for box, words, name in (
            (self.extensions, translate("RecordsPage", "All extensions"), translate("RecordsPage", "Extension")),
            (self.queues, translate("RecordsPage", "All queues"), translate("RecordsPage", "Queue")),
            (self.lines, translate("RecordsPage", "All lines"), translate("RecordsPage", "Line")),
        ):
            box.name(words, name)
        self.recorded.setText(translate("RecordsPage", "Recording"))
        self.recorded.setAccessibleName(translate("RecordsPage", "Only calls with a recording"))
        self.recorded.setToolTip(translate("RecordsPage", "Only calls with a recording"))
        self.show_choices(self._choices, self._policy)

    def _name_length(self) -> None:
        least, most = self._choices.at_least, self._choices.at_most
        words = translate("RecordsPage", "Length")
        if least is not None and most is not None:
            words = f"{duration(least)} – {duration(most)}"
        elif least is not None:
            words = f"≥ {duration(least)}"
        elif most is not None:
            words = f"≤ {duration(most)}"
        self.length.setText(words)
        name = translate("RecordsPage", "Length of the call")
        self.length.setAccessibleName(f"{name}: {words}")

    def _on_text(self, text: str) -> None:
        if text != self._choices.text:
            self.changed.emit("text", text)

    def _on_directions(self, chosen: frozenset[Direction]) -> None:
        self.changed.emit("directions", chosen)

    def _on_extension(self, key: str) -> None:
        self.changed.emit("extension", key)

    def _on_queue(self, key: str) -> None:
        self.changed.emit("queue", key)

    def _on_line(self, key: str) -> None:
        self.changed.emit("line", key)

    def _on_recorded(self, on: bool) -> None:
        self.changed.emit("recorded", on)

    def _on_length_asked(self) -> None:
        place = self.length.mapToGlobal(self.length.rect().bottomLeft())
        self.length_popup.open_at(self._choices.at_least, self._choices.at_most, place)


def _chooser() -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "chooser")
    button.setProperty("plain", True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def _mark(button: QWidget, *, narrows: bool) -> None:
    """Show a control that narrows as pressed."""
    if bool(button.property("narrows")) is not narrows:
        button.setProperty("narrows", narrows)
        button.style().unpolish(button)
        button.style().polish(button)


def _same(keys: Sequence[str]) -> list[tuple[str, str]]:
    return [(key, key) for key in keys]
