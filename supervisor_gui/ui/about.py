"""What this program is: its version and whose work it stands on. It reads nothing but where the licence texts lie."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from supervisor_gui import __version__
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.dialogs.parts import plain_label

SYSTEM_DOC = Path("/usr/share/doc/netsantral-supervisor/licences")
"""Where a system package puts them."""


def licences_folder() -> Path | None:
    """The folder of the licence texts that came along; None with pip, where each package has its own."""
    beside_package = Path(__file__).resolve().parents[2] / "licences"
    return next((folder for folder in (beside_package, SYSTEM_DOC) if folder.is_dir()), None)


class AboutDialog(QDialog):
    """Version, licences, and what support asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("About", "About this program"))
        self.setMinimumWidth(480)
        self._folder = licences_folder()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(plain_label("NetSantral Supervisor", bigger=True))
        versions = translate("About", "Version {version} · Qt {qt} · Python {python}")
        self.versions = plain_label(
            versions.format(version=__version__, qt=qVersion(), python=platform.python_version())
        )
        self.licences = plain_label(self._licence_words())
        for label in (self.versions, self.licences):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            layout.addWidget(label)
        buttons = QDialogButtonBox()
        if self._folder is not None:
            self.open_folder = QPushButton(translate("About", "Open the folder"))
            self.open_folder.clicked.connect(self._on_open)
            buttons.addButton(self.open_folder, QDialogButtonBox.ButtonRole.ActionRole)
        self.shut = QPushButton(translate("About", "Close"))
        self.shut.setDefault(True)
        buttons.addButton(self.shut, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _licence_words(self) -> str:
        words = translate(
            "About",
            "The window is made with Qt and PySide6, used unchanged under the GNU LGPL version 3; "
            "their libraries may be replaced by others of the same interface.",
        )
        if self._folder is None:
            where = translate("About", "The licence texts of all parts came with their packages.")
        else:
            where = translate("About", "The licence texts of all parts lie in {folder}.")
            where = where.format(folder=clean(str(self._folder), 300))
        return f"{words}\n\n{where}"

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
