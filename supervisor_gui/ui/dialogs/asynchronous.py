"""A dialog that is awaited instead of executed, so that everything else runs on. It has no content of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from asyncio import Future


class AsyncDialog(QDialog):
    """Base of every dialog whose answer a coroutine waits for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._closed: Future[int] | None = None
        self.finished.connect(self._on_finished)

    async def ask(self) -> bool:
        """Open the dialog and wait until it is closed; it is deleted when the caller returns to the loop.

        Returns:
            Whether it was accepted. Cancelling the waiting task closes the dialog.
        """
        import asyncio  # noqa: PLC0415  not needed for the first paint

        self._closed = asyncio.get_running_loop().create_future()
        self.open()
        try:
            return await self._closed == QDialog.DialogCode.Accepted.value
        finally:
            self._closed = None
            if isValid(self):
                self.close()
                self.deleteLater()

    def _on_finished(self, code: int) -> None:
        if self._closed is not None and not self._closed.done():
            self._closed.set_result(code)
