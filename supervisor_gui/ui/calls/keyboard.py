"""The keyboard's way back to where it was before a line or a strip took it. It decides nothing."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def give_back(before: QWidget | None, focused: QWidget) -> None:
    """Put the keyboard from `focused` to `before`; to nobody when that is gone or hidden."""
    if before is not None and isValid(before) and before.isVisible():
        before.setFocus()
    else:
        focused.clearFocus()
