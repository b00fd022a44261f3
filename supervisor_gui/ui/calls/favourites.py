"""Favourites and recent numbers as two lists: a click or Enter dials, the star keeps a number. It stores nothing."""

import time
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QDateTime, QLocale, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.live.dial_memory import DialMemory, Favourite, Recent
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.types_numbers import NumberKind
from supervisor_gui.text import clean
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.actions.dialogs import Question
from supervisor_gui.ui.dialogs.parts import plain_label

RESTS_MS = 2_000
"""A second click or a held key within this time dials nothing."""

STAR_WIDTH = 34
ROW_HEIGHT = 28
LONGEST_NAME = 80
KEPT, NOT_KEPT = "★", "☆"
_DATA = Qt.ItemDataRole.UserRole


class NameQuestion(Question):
    """The name of a favourite; an empty one takes the name away."""

    def __init__(self, parent: QWidget, shown: str, name: str) -> None:
        super().__init__(parent, translate("Favourites", "Name of the favourite"), shown)
        self.field = QLineEdit(name, maxLength=LONGEST_NAME)
        self._row(translate("Favourites", "Name"), self.field)
        self.field.selectAll()
        self.field.setFocus()

    def answer(self) -> str:
        """The name, trimmed."""
        return " ".join(self.field.text().split())


class NumberList(QTreeWidget):
    """Numbers with their names; the second column is the star.

    Signals:
        dial_pressed(object): Enter or a click on the number: its Favourite.
        star_pressed(object): The star's key or a click on it: its Favourite.
        rename_pressed(object): F2: its Favourite.
    """

    dial_pressed = Signal(object)
    star_pressed = Signal(object)
    rename_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizeAdjustPolicy(QTreeWidget.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumHeight(ROW_HEIGHT + 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, STAR_WIDTH)
        self.itemClicked.connect(self._on_clicked)

    def numbers(self) -> tuple[Favourite, ...]:
        """What is listed."""
        return tuple(item.data(0, _DATA) for item in self._items())

    def current(self) -> Favourite | None:
        """The number of the current row."""
        item = self.currentItem()
        return item.data(0, _DATA) if item is not None else None

    def show_number(self, number: Favourite, words: str, whole: str, *, kept: bool) -> None:
        """Add a row at the end; `whole` is what its tooltip says."""
        item = QTreeWidgetItem([words, KEPT if kept else NOT_KEPT])
        item.setData(0, _DATA, number)
        item.setToolTip(0, plain.tooltip(whole))
        star = translate("Favourites", "Not a favourite any more") if kept else translate("Favourites", "Keep it")
        item.setToolTip(1, plain.tooltip(star))
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, star)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignCenter)
        self.addTopLevelItem(item)

    def choose(self, wanted: Favourite | None) -> None:
        """Make the row of this number the current one, else the first."""
        items = self._items()
        found = [item for item in items if wanted is not None and item.data(0, _DATA).wire == wanted.wire]
        for item in (found or items)[:1]:
            self.setCurrentItem(item)
            item.setSelected(self.hasFocus())

    def _items(self) -> list[QTreeWidgetItem]:
        rows = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in rows if item is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter dials, * and F2 do what the menu says; a held key counts once."""
        number = self.current()
        signals = {
            Qt.Key.Key_Return: self.dial_pressed,
            Qt.Key.Key_Enter: self.dial_pressed,
            Qt.Key.Key_Asterisk: self.star_pressed,
            Qt.Key.Key_F2: self.rename_pressed,
        }
        signal = signals.get(Qt.Key(event.key()))
        if signal is None or number is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            signal.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chosen row shows only where the keyboard is."""
        super().focusInEvent(event)
        item = self.currentItem()
        if item is not None:
            item.setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has left."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        (self.star_pressed if column == 1 else self.dial_pressed).emit(item.data(0, _DATA))


class FavouritesPanel(QFrame):
    """Both lists under their titles.

    Signals:
        dial_wanted(str): The number in the form to be dialled.
        favourite_toggled(object): A Favourite to keep, or one that is kept already and goes.
        favourite_renamed(object): A Favourite with its new name.
    """

    dial_wanted = Signal(str)
    favourite_toggled = Signal(object)
    favourite_renamed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, wall: Callable[[], float] = time.time) -> None:
        """Args.

        parent: The widget that it lies in.
        wall: Epoch seconds.
        """
        super().__init__(parent)
        self.setObjectName("boardPanel")
        self._wall = wall
        self._memory = DialMemory()
        self._name_of: Callable[[str], str] | None = None
        self._policy = Policy()
        self.menu: QMenu | None = None
        self.question: NameQuestion | None = None
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self.favourites, self.recents = NumberList(), NumberList()
        self._titles = (QLabel(), QLabel())
        self._empty = (plain_label(muted=True), plain_label(muted=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        lists = (self.favourites, self.recents)
        for title, empty, numbers in zip(self._titles, self._empty, lists, strict=True):
            title.setObjectName("panelTitle")
            title.setBuddy(numbers)
            title.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(title)
            layout.addWidget(empty)
            layout.addWidget(numbers)
            numbers.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            numbers.customContextMenuRequested.connect(self._on_menu)
            numbers.dial_pressed.connect(self._on_dial)
            numbers.star_pressed.connect(self.favourite_toggled)
            numbers.rename_pressed.connect(self._on_rename)
        # Favourites are as high as they are many; without any list the words stand at the top.
        self.favourites.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout.insertSpacing(layout.indexOf(self._titles[1]), 6)
        layout.setStretchFactor(self.recents, 1)
        layout.addStretch(0)
        self.retranslate()

    def show_memory(self, memory: DialMemory) -> None:
        """Show these favourites and recents."""
        if memory.favourites != self._memory.favourites or memory.recents != self._memory.recents:
            self._memory = memory
            self._fill()

    def set_context(self, name_of: Callable[[str], str], policy: Policy) -> None:
        """How numbers get names, and how this seat may see them."""
        self._name_of = name_of
        self._policy = policy
        self._fill()

    def retranslate(self) -> None:
        """Take today's language."""
        names = (translate("Favourites", "Favourites"), translate("Favourites", "Called lately"))
        nothing = (
            translate("Favourites", "The star beside a number keeps it here."),
            translate("Favourites", "Nobody was called from here yet."),
        )
        lists = (self.favourites, self.recents)
        for title, empty, numbers, name, words in zip(self._titles, self._empty, lists, names, nothing, strict=True):
            title.setText(name)
            empty.setText(words)
            numbers.setAccessibleName(name)
            numbers.setAccessibleDescription(translate("Favourites", "Enter dials, * is the star, F2 names"))
        self._fill()

    def _fill(self) -> None:
        kept = {favourite.wire for favourite in self._memory.favourites}
        for numbers in (self.favourites, self.recents):
            current = numbers.current()
            numbers.clear()
            if numbers is self.favourites:
                for favourite in self._memory.favourites:
                    words = self._words(favourite)
                    numbers.show_number(favourite, words, words, kept=True)
            else:
                for recent in self._memory.recents:
                    number = self._named(recent)
                    words = f"{self._title(number)}  ·  {self._when(recent.at)}"
                    numbers.show_number(number, words, self._words(number), kept=recent.wire in kept)
            numbers.choose(current)
        for empty, numbers in zip(self._empty, (self.favourites, self.recents), strict=True):
            empty.setVisible(not numbers.topLevelItemCount())
            numbers.setVisible(bool(numbers.topLevelItemCount()))

    def _named(self, recent: Recent) -> Favourite:
        kept = next((one for one in self._memory.favourites if one.wire == recent.wire), None)
        if kept is not None:
            return kept
        name = self._name_of(recent.wire) if self._name_of is not None else ""
        return Favourite(recent.kind, recent.wire, recent.shown, name)

    def _shown(self, number: Favourite) -> str:
        outside = number.kind is not NumberKind.EXTENSION
        return clean(self._policy.number(number.shown) if outside else number.shown, 40)

    def _title(self, number: Favourite) -> str:
        """Name, else number."""
        return clean(number.name, 60) or self._shown(number)

    def _words(self, number: Favourite) -> str:
        """Name and number."""
        named = bool(number.name) and number.name != number.shown
        return f"{clean(number.name, 60)}  {self._shown(number)}" if named else self._shown(number)

    def _when(self, at: float) -> str:
        """The time of day, or the day when it was another one."""
        day = QDateTime.fromSecsSinceEpoch(int(at)).date()
        if day == QDateTime.fromSecsSinceEpoch(int(self._wall())).date():
            return figures.clock(at)
        return QLocale().toString(day, QLocale.FormatType.ShortFormat)

    def _on_dial(self, number: Favourite) -> None:
        if not self._rest.isActive():
            self._rest.start()
            self.dial_wanted.emit(number.shown)

    def _on_menu(self, at: QPoint) -> None:
        numbers = self.sender()
        number = numbers.current() if isinstance(numbers, NumberList) else None
        if number is None or not isinstance(numbers, NumberList):
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        kept = number.wire in {favourite.wire for favourite in self._memory.favourites}
        star = translate("Favourites", "Not a favourite any more") if kept else translate("Favourites", "Keep it")
        acts = (
            (translate("Favourites", "Dial"), self._on_dial),
            (star, self.favourite_toggled.emit),
            (translate("Favourites", "Name it…"), self._on_rename),
        )
        for words, act in acts:
            self.menu.addAction(words).triggered.connect(partial(_call, act, number))
        self.menu.popup(numbers.viewport().mapToGlobal(at))

    def _on_rename(self, number: Favourite) -> None:
        self.question = NameQuestion(self.window(), self._shown(number), number.name)
        self.question.answered.connect(partial(self._on_named, number))
        self.question.finished.connect(self._on_question_over)
        self.question.open()

    def _on_named(self, number: Favourite, name: object) -> None:
        self.favourite_renamed.emit(msgspec.structs.replace(number, name=str(name)))

    def _on_question_over(self) -> None:
        self.question = None


def _call(act: Callable[[Favourite], object], number: Favourite, *_: object) -> None:
    """A menu's signal brings whether it is checked, which nobody wants to know."""
    act(number)
