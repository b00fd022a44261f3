"""Opens files, folders and web pages with the program that the desktop has for them."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.messages import Message, Messages, Tone


def open_file(path: str, messages: Messages) -> None:
    """Open a file or a folder; where the desktop has nothing for it, tell so."""
    _open(QUrl.fromLocalFile(path), path, messages, key="export")


def open_page(address: str, messages: Messages) -> None:
    """Open a web page likewise. It is told by its host: what follows may name a customer."""
    page = QUrl(address)
    _open(page, page.host(), messages, key="page")


def _open(url: QUrl, name: str, messages: Messages, *, key: str) -> None:
    if not QDesktopServices.openUrl(url):
        words = translate("Statistics", "{path} cannot be opened from here. Open it with a program of your own.")
        messages.tell(Message(words.format(path=clean(name)), tone=Tone.PROBLEM, key=key))
