"""Whether the words of a label have the room they take."""

from PySide6.QtWidgets import QLabel


def whole(label: QLabel) -> bool:
    """Whether every line of a wrapped label is seen; a layout may need a turn of the loop to give it the room."""
    return label.height() >= label.heightForWidth(label.width())
