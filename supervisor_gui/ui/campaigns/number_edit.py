"""Editors in the cells of a list's numbers: what is typed is checked while it is typed. They send nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QAbstractItemModel,
    QDate,
    QDateTime,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
    QTimeZone,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QStyleOptionViewItem, QWidget

from supervisor_gui.autodial.values import NumberRow
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.dial_numbers import read_number
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import ListNumber, NumberChange
from supervisor_gui.netsantral.types_numbers import Dialled, NumberKind
from supervisor_gui.text import clean, typed_signs
from supervisor_gui.ui.calls.number_words import kind_words, refusal_words
from supervisor_gui.ui.campaigns.number_columns import CALL_AT, LINE, NAME, NUMBER
from supervisor_gui.ui.widgets.row_view import ENTER, RowDelegate, RowView

LONGEST_NAME, LONGEST_NUMBER = 80, 40
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
_KEPT = ENTER | {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_LATER = timedelta(hours=1)
_FILLED = "filled"
_SIGNS = frozenset("0123456789+ -./()")
Index = QModelIndex | QPersistentModelIndex


# what was typed, as values


def dialled(text: str) -> tuple[Dialled | None, str]:
    """The outside number that `text` means, or None and in words why it is none."""
    reading = read_number(text, is_extension=_nobody)
    if reading.refused:
        unknown = reading.refused == "unknown_extension"
        return None, refusal_words("too_short" if unknown else reading.refused)
    number = reading.choices[0]
    if number.kind is NumberKind.SERVICE or len(number.wire) < _FEWEST_DIGITS:
        return None, translate("Campaigns", "A list calls no service numbers. Type a whole number.")
    return number, f"{kind_words(number)}  ·  {clean(number.shown, 40)}"


def _number_problem(text: str) -> str:
    number, words = dialled(text)
    return "" if number is not None else words


def line_problem(text: str, row: NumberRow) -> str:
    """Why `text` is no outgoing line, in words; empty when it is one, or when there was none and is none."""
    plain = typed_signs(text)
    if not plain:
        had = translate("Campaigns", "Type the line's number: a line can be changed, not taken away.")
        return had if row.trunk else ""
    if not _SIGNS.issuperset(plain) or not _FEWEST_DIGITS <= len(national_number(plain)) <= _MOST_DIGITS:
        return translate("Campaigns", "A line is a number like 850 111 00 00: digits alone.")
    return ""


def name_problem(text: str, row: NumberRow) -> str:
    """Why `text` is not taken as a name: it is another phone number, meant for the cell beside it. Else empty."""
    number = dialled(text)[0]
    if number is None or text.strip() == row.name or number.wire == national_number(row.number):
        return ""
    return translate("Campaigns", "This is a phone number, not a name: it belongs in the column “Number” beside it.")


def change_of(row: NumberRow, column: str, value: object) -> NumberChange | None:
    """What to change about `row` when `value` was entered into a column; None when it is the same as before."""
    if column == CALL_AT and isinstance(value, datetime):
        return NumberChange(call_at=value) if value.timestamp() != row.call_at else None
    if column == LINE and isinstance(value, str):
        line = national_number(typed_signs(value))
        return NumberChange(trunk=line) if line and line != national_number(row.trunk) else None
    if column == NAME and isinstance(value, str):
        # A number without a name goes by itself, as when it was added.
        name = value or national_number(row.number)
        return NumberChange(name=name) if name != row.name else None
    return None


def replacement(row: NumberRow, number: str, now: float) -> ListNumber | None:
    """`row` with another number; None when it is the same one. A time that is over does not go with it."""
    was = national_number(row.number)
    if national_number(number) == was:
        return None
    name = row.name if row.name and national_number(row.name) != was else number
    call_at = datetime.fromtimestamp(row.call_at, PBX_ZONE) if row.call_at > now else None
    return ListNumber(number, name, row.active, call_at, row.trunk)


def _nobody(_digits: str) -> bool:
    """In a list no extension is called."""
    return False


# editors


class _Checked(QValidator):
    """Keeps an editor open until `problem` finds nothing."""

    def __init__(self, problem: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._problem = problem

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether `text` may be kept; anything may be typed."""
        states = QValidator.State
        return (states.Intermediate if self._problem(text) else states.Acceptable), text, place


class CallTime(QDateTimeEdit):
    """Turkish time with a calendar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Turkish time as it stands on the clock: the computer's own zone and its summer time must not touch it.
        self.setTimeZone(QTimeZone.utc())
        self.setDisplayFormat("dd.MM.yyyy HH:mm")
        self.setCalendarPopup(True)

    def show_moment(self, at: float) -> None:
        """Show epoch seconds."""
        moment = datetime.fromtimestamp(at, PBX_ZONE)
        day, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
        self.setDateTime(QDateTime(day, time, QTimeZone.utc()))

    @property
    def moment(self) -> datetime:
        """What it shows."""
        day, time = self.date(), self.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=PBX_ZONE)


class NumberDelegate(RowDelegate):
    """Opens the editor of a cell.

    Signals:
        told(str): What the text means, or why it cannot be kept; empty when there is nothing to say.
        taken(object, str, object): A NumberRow, a column's key and what was entered: a datetime for a time, a
            `Dialled` for a number, else text.
        dropped(str): What was entered was not kept, and why.
    """

    told = Signal(str)
    taken = Signal(object, str, object)
    dropped = Signal(str)

    def __init__(self, view: RowView, wall: Callable[[], float]) -> None:
        super().__init__(view)
        self._wall = wall

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line, or a time with its calendar."""
        column, row = self._column(index), self._row(index)
        editor = self._time(parent) if column == CALL_AT else self._line(parent, column, row)
        names = {
            NUMBER: translate("Campaigns", "New number"),
            NAME: translate("Campaigns", "Name"),
            CALL_AT: translate("Campaigns", "When to call, Turkish time"),
            LINE: translate("Campaigns", "Outgoing line"),
        }
        editor.setAccessibleName(names[column])
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there; what comes while it is edited stays out."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        row, column = self._row(index), self._column(index)
        if isinstance(editor, CallTime):
            now = self._wall()
            editor.show_moment(row.call_at if row.call_at > now else now + _LATER.total_seconds())
        elif isinstance(editor, QLineEdit):
            texts = {NUMBER: row.number, NAME: self._view.edit_text(self._view.rows_model.row_at(index.row()))}
            editor.setText(clean(texts.get(column, row.trunk)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Enter, Tab, or a click elsewhere: what can be kept is told on."""
        column, row = self._column(index), self._row(index)
        if isinstance(editor, CallTime):
            problem = self._time_problem(editor)
            if problem:
                self.dropped.emit(problem)
            else:
                self.taken.emit(row, column, editor.moment)
        elif isinstance(editor, QLineEdit):
            text = editor.text().strip()
            self.taken.emit(row, column, dialled(text)[0] if column == NUMBER else text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """A narrow cell's editor is as wide as it must be."""
        super().updateEditorGeometry(editor, option, index)
        area = editor.geometry()
        area.setWidth(max(area.width(), editor.minimumSizeHint().width()))
        area.moveRight(min(area.right(), max(self._view.viewport().width() - 1, area.width() - 1)))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A time that is over stays open; lines do by their validator."""
        if isinstance(editor, CallTime) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            problem = self._time_problem(editor) if event.key() in _KEPT else ""
            if problem:
                self._tell(editor, problem)
                return True
        return super().eventFilter(editor, event)

    def _line(self, parent: QWidget, column: str, row: NumberRow) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_NAME if column == NAME else LONGEST_NUMBER)
        if column == NUMBER:
            editor.setValidator(_Checked(_number_problem, editor))
            editor.textChanged.connect(lambda text: self._tell(editor, dialled(text)[1]))
        else:
            problem = line_problem if column == LINE else name_problem
            editor.setValidator(_Checked(lambda text: problem(text, row), editor))
            editor.textChanged.connect(lambda text: self._tell(editor, problem(text, row)))
        return editor

    def _time(self, parent: QWidget) -> CallTime:
        editor = CallTime(parent)
        editor.dateTimeChanged.connect(lambda _: self._tell(editor, self._time_problem(editor)))
        return editor

    def _tell(self, editor: QWidget, words: str) -> None:
        editor.setAccessibleDescription(words)
        self.told.emit(words)

    def _time_problem(self, editor: CallTime) -> str:
        now = self._wall()
        if editor.moment.timestamp() > now:
            return ""
        words = translate("Campaigns", "The time must lie ahead: now it is {time} in Turkey.")
        return words.format(time=f"{datetime.fromtimestamp(now, PBX_ZONE):%d.%m.%Y %H:%M}")

    def _column(self, index: Index) -> str:
        return self._view.rows_model.columns[index.column()].key

    def _row(self, index: Index) -> NumberRow:
        row: NumberRow = self._view.rows_model.row_at(index.row()).row
        return row
