"""What the help menu opens: keys, user guide, about. Each is loaded when it is first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from supervisor_gui.ui.guide import GuideWindow


class Help:
    """Opens them over one window, the guide once."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._guide: GuideWindow | None = None

    def show_keys(self) -> None:
        """Every key with what it does."""
        from supervisor_gui.ui.keys import KeysDialog  # noqa: PLC0415  not needed for the first paint

        KeysDialog(self._window).open()

    def show_guide(self) -> None:
        """The guide, where it was left."""
        from supervisor_gui.ui.guide import GuideWindow  # noqa: PLC0415  not needed for the first paint

        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.come_to_front()

    def show_about(self) -> None:
        """Version and licences."""
        from supervisor_gui.ui.about import AboutDialog  # noqa: PLC0415  not needed for the first paint

        AboutDialog(self._window).open()
