"""What a later start of the program asks of the one that runs. It opens no session."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supervisor_gui.desks.wallboard_flow import WISH, WallboardFlow
from supervisor_gui.ui.shell import Shell

if TYPE_CHECKING:
    from supervisor_gui.desktop.single_instance import Request, SingleInstance


class LaterStarts(QObject):
    """Answers them: a window comes to the front, but a number comes without disturbing what is in front."""

    def __init__(
        self,
        instance: "SingleInstance | None",
        shell: Shell,
        wallboard: WallboardFlow,
        take_link: Callable[[str], None],
    ) -> None:
        """Args.

        instance: Hears of them; None when nobody can reach this window.
        shell: The window.
        wallboard: The other window.
        take_link: Takes a number.
        """
        super().__init__()
        self._shell = shell
        self._wallboard = wallboard
        self._take_link = take_link
        if instance is not None:
            instance.requested.connect(self._on_requested)

    def _on_requested(self, request: "Request") -> None:
        if request.number:
            self._take_link(request.number)
        elif request.place == WISH:
            self._wallboard.open()
        else:
            self._shell.window.come_to_front()
            if request.place:
                self._shell.open_page(request.place)
