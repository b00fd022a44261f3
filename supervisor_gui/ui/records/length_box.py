"""A box for the length of a call, which reads hours, minutes and seconds as people write them. It guesses nothing."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.text import fold

LONGEST_SECONDS = 86_400
ANY = -1

_HOUR, _MINUTE, _SECOND = 3600, 60, 1
_UNITS = {
    **dict.fromkeys(("sa", "saat", "h", "hr", "hour", "hours"), _HOUR),
    **dict.fromkeys(("dk", "dakika", "min", "mins", "minute", "minutes"), _MINUTE),
    **dict.fromkeys(("s", "sn", "sec", "saniye", "second", "seconds"), _SECOND),
}
"""Of both languages, since people type what they are used to; `fold`ed."""

_PART = re.compile(r"(\d{1,6})(?:[.,](\d))?\s*([a-z]+)\.?\s*")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d)")
_BEGUN = re.compile(r"[\d:]*")
_LAST = re.compile(r"(.*?)\d+(?:[.,]\d?)?\s*([a-z]*)")


def read_length(text: str) -> int | None:
    """Seconds of `90`, `2 dk`, `1,5 min`, `1 sa 30 dk` or `1:30` (minutes and seconds); None when it is no length."""
    wanted = fold(text).strip()
    if wanted.isascii() and wanted.isdigit():
        seconds = int(wanted[:12])
    elif (clock := _CLOCK.fullmatch(wanted)) is not None:
        seconds = int(clock[1] or 0) * _HOUR + int(clock[2]) * _MINUTE + int(clock[3])
    else:
        parts = _parts(wanted)
        if parts is None:
            return None
        seconds = parts
    return seconds if seconds <= LONGEST_SECONDS else None


def length_text(seconds: int) -> str:
    """A length as the box shows it, and reads it again."""
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    parts = (
        (hours, translate("RecordsPage", "{n} h")),
        (minutes, translate("RecordsPage", "{n} min")),
        (left, translate("RecordsPage", "{n} s")),
    )
    return " ".join(words.format(n=n) for n, words in parts if n) or parts[-1][1].format(n=0)


class LengthBox(QSpinBox):
    """Seconds from 0 on, or `ANY`.

    Signals:
        refused(str): What was typed is no length; empty: it is one again.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(ANY, LONGEST_SECONDS)
        self.setSingleStep(10)
        self.setMinimumWidth(130)
        self.lineEdit().textEdited.connect(self._on_edited)

    def textFromValue(self, val: int) -> str:
        """Hours, minutes and seconds."""
        return length_text(val)

    def valueFromText(self, text: str) -> int:
        """The seconds; nothing typed is any length."""
        found = read_length(text)
        return ANY if found is None else found

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's own name
        """Whatever is typed may stay in the line; only a length, or nothing, counts."""
        readable = self._readable(input)
        return QValidator.State.Acceptable if readable else QValidator.State.Intermediate, input, pos

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves in the line what is no length, so that it can be mended."""
        text = self.lineEdit().text()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._readable(text):
            self.refused.emit(text)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left with what is no length it goes back to the value, and says so."""
        text = self.lineEdit().text()
        if not self._readable(text):
            self.refused.emit(text)
        super().focusOutEvent(event)

    def _readable(self, text: str) -> bool:
        return text.strip() in {"", self.specialValueText()} or read_length(text) is not None

    def _on_edited(self, text: str) -> None:
        self.refused.emit("" if self._readable(text) or _is_begun(fold(text)) else text)


def _parts(wanted: str) -> int | None:
    """Seconds of numbers with units, larger units first and none twice."""
    place, seconds, before = 0, 0.0, _HOUR + 1
    while place < len(wanted):
        part = _PART.match(wanted, place)
        unit = _UNITS.get(part[3]) if part is not None else None
        if part is None or unit is None or unit >= before:
            return None
        seconds += float(f"{part[1]}.{part[2] or 0}") * unit
        place, before = part.end(), unit
    return round(seconds) if wanted else None


def _is_begun(text: str) -> bool:
    """Whether it may become a length with what is typed next."""
    found = _LAST.fullmatch(text)
    if found is None:
        return _BEGUN.fullmatch(text) is not None
    whole = not found[1].strip() or _parts(found[1].strip()) is not None
    return whole and any(unit.startswith(found[2] or "") for unit in _UNITS)
