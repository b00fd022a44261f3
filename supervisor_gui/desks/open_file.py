"""Opens files and folders with the program that the desktop has for them."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.messages import Message, Messages, Tone


def open_file(path: str, messages: Messages) -> None:
    """Open a file or a folder; where the desktop has nothing for it, tell so."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        words = translate("Statistics", "{path} cannot be opened from here. Open it with a program of your own.")
        messages.tell(Message(words.format(path=clean(path)), tone=Tone.PROBLEM, key="export"))
