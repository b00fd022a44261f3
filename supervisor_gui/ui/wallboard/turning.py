"""Which page is shown and when the next comes. It knows the time it is told, and no widgets."""

REST = 10.0
"""Seconds that the mouse must have rested before pages turn again by themselves."""


class Turning:
    """Turns pages by itself; a moving mouse holds the page, Space stops it altogether.

    Attributes:
        page: The page that is shown, from 0.
        pages: How many there are.
        stopped: Whether the user stopped it.
    """

    def __init__(self) -> None:
        self.page = 0
        self.pages = 1
        self.stopped = False
        self._since = float("inf")
        self._touched = float("-inf")

    def fit(self, pages: int) -> None:
        """There are so many pages now."""
        self.pages = max(1, pages)
        self.page = min(self.page, self.pages - 1)

    def held(self, now: float) -> bool:
        """Whether the page stays: stopped, or a hand is at the mouse."""
        return self.stopped or 0 <= now - self._touched < REST

    def touch(self, now: float) -> None:
        """The mouse moved."""
        self._touched = now

    def toggle(self, now: float) -> None:
        """Stop, or go on from here."""
        self.stopped = not self.stopped
        self._touched = float("-inf")
        self._since = now

    def go(self, page: int, now: float) -> None:
        """Show `page`, counted around, for its whole time."""
        self.page = page % self.pages
        self._since = now

    def tick(self, now: float, seconds: float) -> bool:
        """A second has passed; True when the next page's time has come, which is then the page."""
        if self.pages == 1 or self.held(now) or now < self._since:
            self._since = now
            return False
        if now - self._since < seconds:
            return False
        self.go(self.page + 1, now)
        return True
