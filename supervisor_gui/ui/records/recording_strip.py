"""The line about a recording that is fetched: that it waits, how much has come, how it ended. It fetches nothing."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.parts import plain_label
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.progress_strip import Line
from supervisor_gui.ui.widgets.foot_strip import FootStrip
from supervisor_gui.ui.widgets.keyboard_home import show_parts

KILO, MEGA = 1_000, 1_000_000
LONGEST = 900


class RecordingStrip(FootStrip):
    """Words, a bar and what can be done; hidden when nothing is under way and nothing is to be told.

    How it ended stays until it is closed or the next recording is asked for.

    Signals:
        cancel_wanted(): The recording is wanted no more.
        open_folder_wanted(str): The path of the folder that holds the saved file is to be opened.
    """

    cancel_wanted = Signal()
    open_folder_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came: tuple[float | None, int] | None = None
        self._saved: Path | None = None
        self.line = Line()
        self.todo = plain_label(muted=True)
        policy = self.todo.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.todo.setSizePolicy(policy)
        self.cancel = pill(checkable=False)
        self.open_folder = pill(checkable=False)
        self.dismiss = pill(checkable=False)
        for button in (self.cancel, self.open_folder, self.dismiss):
            self.line.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.todo)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.dismiss.clicked.connect(self.clear)
        self.clear()
        self.retranslate()

    def clear(self) -> None:
        """Tell nothing any more."""
        self._show("")

    def drop_gone(self) -> None:
        """Files were deleted: a saved recording that was among them is told no more."""
        if self._saved is not None and _is_gone(self._saved):
            self.clear()

    def show_waiting(self, words: str) -> None:
        """A recording is wanted and nothing of it has come yet; `words` say what it waits for."""
        self._show(words, going=True)

    def show_share(self, share: float | None, count: int) -> None:
        """A recording comes.

        Args:
            share: The share of it that is there, 0 to 1; None when nobody knows how long it is.
            count: Bytes that are there.
        """
        if self._came is None:
            self._show(_coming_words(count), going=True)
        self._came = (share, count)
        self.line.show_words(_coming_words(count))
        self.line.bar.setVisible(share is not None)
        self.line.show_share(share or 0.0)

    def show_done(self, words: str, path: Path | None) -> None:
        """A recording is there; with the `path` of a saved file its folder can be opened."""
        self._show(words, saved=path)

    def show_problem(self, title: str, todo: str) -> None:
        """A recording did not come: what happened, and what to do."""
        self._show(title, todo)

    def retranslate(self) -> None:
        """Take today's language; what was said stays as it was said."""
        self.cancel.setText(translate("Recordings", "Cancel"))
        self.cancel.setAccessibleName(translate("Recordings", "Cancel the recording"))
        self.open_folder.setText(translate("Recordings", "Open the folder"))
        self.open_folder.setAccessibleName(translate("Recordings", "Open the folder of the saved recording"))
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(translate("Recordings", "Hide this line"))
        self.dismiss.setAccessibleName(translate("Recordings", "Hide this line"))
        if self._came is not None:
            self.show_share(*self._came)

    def _show(self, words: str, todo: str = "", *, going: bool = False, saved: Path | None = None) -> None:
        self._came = None
        self._saved = saved
        self.line.show_words(words, str(saved) if saved is not None else todo)
        plain.set_plain(self.todo, todo, LONGEST)
        self.todo.setVisible(bool(todo))
        self.line.bar.hide()
        self.setVisible(bool(words))
        show_parts((self.cancel, going), (self.open_folder, saved is not None), (self.dismiss, not going))

    def _on_open_folder(self) -> None:
        if self._saved is not None:
            self.open_folder_wanted.emit(str(self._saved.parent))


def _is_gone(file: Path) -> bool:
    """Whether it was deleted; in a folder that cannot be looked into nobody knows."""
    try:
        return not file.exists()
    except OSError:
        return False


def size_words(count: int) -> str:
    """How large a file is, in today's language."""
    if count < MEGA:
        return translate("Recordings", "{n} kB").format(n=figures.count(count // KILO))
    return translate("Recordings", "{n} MB").format(n=figures.decimal(count / MEGA))


def _coming_words(count: int) -> str:
    return translate("Recordings", "The recording is coming: {size}").format(size=size_words(count))
