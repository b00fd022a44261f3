"""Links on macOS: the system hands them to the running program as an event, at a start too; never as an argument."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from supervisor_gui.desktop.tel_links import is_link


class Application(QApplication):
    """The application, which takes links that the system wants opened. A start's link comes before anybody can dial."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._taker: Callable[[str], None] | None = None
        self._waiting = ""

    def give_links_to(self, taker: Callable[[str], None]) -> None:
        """Let `taker` have every link from now on, and the newest one that came before.

        Args:
            taker: Gets the link as it came; it has to be read with `read_link`, which refuses in words.
        """
        self._taker = taker
        if self._waiting:
            waiting, self._waiting = self._waiting, ""
            taker(waiting)

    def event(self, event: QEvent) -> bool:
        """Qt's: what is for the application itself."""
        if isinstance(event, QFileOpenEvent):
            # As it was written: a sign that Qt would read here must still be seen by who judges the link.
            link = event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            if is_link(link):
                self._take(link)
                return True
        return super().event(event)

    def _take(self, link: str) -> None:
        if self._taker is None:
            self._waiting = link
        else:
            self._taker(link)
