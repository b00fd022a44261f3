"""Numbers that come from outside of the window: a strip that asks first, or a call at once where the user wished it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from supervisor_gui.desktop.tel_links import LinkRefusedError, read_link
from supervisor_gui.ui.calls.desk import CallDesk
from supervisor_gui.ui.calls.dialling import Dialling
from supervisor_gui.ui.calls.link_strip import LinkStrip
from supervisor_gui.ui.calls.wishes import DialWish

BETWEEN = 5.0
"""Seconds between two links that are called at once; one that comes sooner asks."""


class IncomingLinks(QObject):
    """Takes one number at a time. What came before a session was there waits for it, the newest alone."""

    def __init__(
        self,
        strip: LinkStrip,
        dialling: Dialling,
        *,
        at_once: Callable[[], bool],
        monotonic: Callable[[], float],
        why_not: Callable[[], str] = str,
    ) -> None:
        """Args.

        strip: Asks.
        dialling: Calls.
        at_once: Whether the user wished numbers from links to be called without a question.
        monotonic: Seconds that only grow.
        why_not: Why this seat may call nobody, in words; empty when it may.
        """
        super().__init__(strip)
        self._strip = strip
        self._dialling = dialling
        self._at_once = at_once
        self._monotonic = monotonic
        self._why_not = why_not
        self._desk: CallDesk | None = None
        self._waiting = ""
        self._last: float | None = None
        strip.dial_wanted.connect(dialling.dial)

    def attach(self, desk: CallDesk | None) -> None:
        """Work for this session; the first link of each asks."""
        self._desk = desk
        self._last = None
        if desk is not None and self._waiting:
            self.take(self._waiting)

    def take(self, text: str) -> None:
        """A link was opened, or a number was given to another start of the program."""
        desk = self._desk
        if desk is None:
            self._waiting = text
            return
        self._waiting = ""
        try:
            number = read_link(text)
        except LinkRefusedError as error:
            self._strip.refuse(text, str(error))
            return
        if why := self._why_not():
            self._strip.refuse(number, why)
            return
        reading = self._dialling.read(number)
        now, last = self._monotonic(), self._last
        self._last = now
        plain = reading.number is not None and reading.number.plain
        allowed = self._at_once() and last is not None and now - last >= BETWEEN
        # While a question is open no second call is heard, and a link must not get lost.
        if plain and allowed and not self._strip.isVisible() and not self._dialling.asking:
            self._dialling.dial(DialWish(number, reading, link=True))
            return
        self._strip.offer(number, reading, desk.profile)
        # The window stays where it is; its entry in the task bar says that something came.
        QApplication.alert(self._strip.window())
