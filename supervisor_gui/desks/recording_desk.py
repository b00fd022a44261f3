"""Recordings as a user hears them: fetched, told how far, opened in the system's player or saved. It keeps no file."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.history.retention import Retention
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.errors import PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.sessions.recording_shelf import RecordingShelf, Withdrawn
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.records.recording_strip import RecordingStrip

Fetch = Callable[[], Coroutine[Any, Any, Path]]


class RecordingDesk(QObject):
    """Joins one strip to the shelf of the session that runs."""

    def __init__(
        self, strip: RecordingStrip, window: QWidget, tasks: Tasks, *, retention: Callable[[], Retention]
    ) -> None:
        """Args.

        strip: Where it is told.
        window: Above which a file is chosen.
        tasks: Owner of the fetching.
        retention: How long recordings stay in the program's folder.
        """
        super().__init__()
        self._strip = strip
        self._window = window
        self._tasks = tasks
        self._retention = retention
        self._shelf: RecordingShelf | None = None
        self._wishes = 0
        strip.cancel_wanted.connect(self._on_cancel)

    def attach(self, shelf: RecordingShelf | None) -> None:
        """Take recordings from this shelf from now on; None: there is no session."""
        self._shelf = shelf
        self._wishes += 1
        self._strip.clear()

    def play(self, call: RecordedCall, legs: Sequence[KeptLeg], leg: int) -> None:
        """Open a recording in the system's player; what goes wrong is told in the strip."""
        shelf = self._shelf
        if shelf is not None:
            fetch = partial(shelf.play, call, legs, leg, self._progress())
            self._tasks.spawn("recording", self._fetch(fetch, self._wishes, _show_opened))

    def save(self, call: RecordedCall, legs: Sequence[KeptLeg], leg: int) -> None:
        """Ask where a recording is to be saved, and save it."""
        shelf = self._shelf
        if shelf is None:
            return
        dialog = QFileDialog(self._window, translate("Recordings", "Save the recording"), str(shelf.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([translate("Recordings", "Recordings (*.wav *.mp3)")])
        dialog.selectFile(shelf.usual_name(call, legs, leg))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._save_as, shelf, call, legs, leg))
        dialog.open()

    def _save_as(
        self, shelf: RecordingShelf, call: RecordedCall, legs: Sequence[KeptLeg], leg: int, target: str
    ) -> None:
        if shelf is self._shelf:
            fetch = partial(shelf.save, call, legs, leg, Path(target), self._progress())
            self._tasks.spawn("recording", self._fetch(fetch, self._wishes, self._show_saved))

    def _progress(self) -> Callable[[int, int | None], None]:
        """Tell of the newest wish alone."""
        self._wishes += 1
        self._strip.show_waiting(translate("Recordings", "Asking the PBX for the recording…"))
        return partial(self._on_bytes, self._wishes)

    def _on_bytes(self, wish: int, came: int, whole: int | None) -> None:
        if wish == self._wishes:
            self._strip.show_share(came / whole if whole else None, came)

    async def _fetch(
        self, fetch: Fetch, wish: int, done: Callable[[RecordingStrip, RecordingShelf, Path], None]
    ) -> None:
        shelf = self._shelf
        try:
            path = await fetch()
        except Withdrawn:
            if wish == self._wishes:
                self._strip.clear()
        except PbxError as error:
            if wish == self._wishes:
                words = explain(error)
                self._strip.show_problem(words.title, " ".join(part for part in (words.meaning, words.todo) if part))
        except BaseException:
            # Our own mistake is told elsewhere, but nothing is on its way any more.
            if wish == self._wishes:
                self._strip.clear()
            raise
        else:
            if wish == self._wishes and shelf is not None:
                done(self._strip, shelf, path)

    def _show_saved(self, strip: RecordingStrip, shelf: RecordingShelf, path: Path) -> None:
        words = translate("Recordings", "Saved: {file}").format(file=path.name)
        if shelf.keeps(path):
            days = self._retention().recordings
            stays = translate("Recordings", "It stays in this folder for %n day(s).", None, days)
            words = f"{words}. {stays}"
        strip.show_done(words, path)

    def _on_cancel(self) -> None:
        if self._shelf is not None:
            self._shelf.cancel()


def _show_opened(strip: RecordingStrip, shelf: RecordingShelf, path: Path) -> None:
    del shelf
    # True means that the desktop was asked; whether it has a player it tells nobody.
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        strip.show_done(translate("Recordings", "This computer was asked to open the recording."), None)
        return
    strip.show_problem(
        translate("Recordings", "No program of this computer opens the recording"),
        translate("Recordings", "Install a player, or save the recording and open it yourself."),
    )
