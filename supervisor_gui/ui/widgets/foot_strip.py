"""What every line at a page's foot is: words and buttons that nothing may cover. It shows nothing of its own."""

from PySide6.QtWidgets import QWidget


class FootStrip(QWidget):
    """A line at a page's foot, or between its parts; toasts stand elsewhere as long as it is seen."""
