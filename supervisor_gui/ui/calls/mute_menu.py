"""The menu that silences a call's side or lets it be heard again. It sends nothing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.netsantral.types_calls import MuteDirection
from supervisor_gui.ui.calls.call_words import muted_words
from supervisor_gui.ui.calls.wishes import MuteWish


class MuteMenu(QMenu):
    """Which side of one call is silenced; which side the PBX means by "in" and "out" is to be confirmed.

    Signals:
        wanted(object): The MuteWish that was chosen.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: LiveCall | None = None
        self.aboutToShow.connect(self._fill)

    def set_call(self, call: LiveCall | None) -> None:
        """The call that it is about; the words are made when it opens."""
        self._call = call

    def _fill(self) -> None:
        self.clear()
        call = self._call
        if call is None:
            return
        self.setAccessibleName(translate("Calls", "Mute"))
        for digit, direction in enumerate((MuteDirection.IN, MuteDirection.OUT, MuteDirection.ALL), 1):
            self._add(f"&{digit}  {_mute_words(direction)}", MuteWish(call.key, muted=True, direction=direction))
        self.addSeparator()
        back = MuteWish(call.key, muted=False, direction=call.muted or MuteDirection.ALL)
        self._add("&4  " + translate("Calls", "Let it be heard again"), back)

    def _add(self, text: str, wish: MuteWish) -> None:
        self.addAction(text).triggered.connect(partial(self._on_chosen, wish))

    def _on_chosen(self, wish: MuteWish, _checked: bool = False) -> None:
        self.wanted.emit(wish)


def _mute_words(direction: MuteDirection) -> str:
    words = muted_words(direction)
    if direction is MuteDirection.ALL:
        return words
    return translate("Calls", "{what} (to be confirmed)").format(what=words)
