"""Asks for agreement to what travels readable when a setting wants it later than the first start. It keeps nothing."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.dialogs.asynchronous import AsyncDialog
from supervisor_gui.ui.dialogs.steps import ConsentStep


class ConsentDialog(AsyncDialog):
    """The consent step as a dialog of its own; Enter and Esc decline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = ConsentStep()
        self.agree = QPushButton(translate("FirstStart", "Use it unencrypted"))
        self.decline = QPushButton(translate("FirstStart", "Leave it"))
        self.agree.setAutoDefault(False)
        self.agree.clicked.connect(self.accept)
        self.decline.clicked.connect(self.reject)
        self.decline.setDefault(True)
        self.setMinimumWidth(540)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.agree)
        buttons.addWidget(self.decline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(self.step)
        layout.addLayout(buttons)
        self.decline.setFocus()

    @classmethod
    def for_plain_http(cls, host: str, *, tried: bool, parent: QWidget | None = None) -> "ConsentDialog":
        """About the control connection to `host`; `tried`: the encrypted one did not answer."""
        dialog = cls(parent)
        dialog.step.show_plain_http(host, tried=tried)
        dialog.setWindowTitle(dialog.step.accessibleName())
        return dialog

    @classmethod
    def for_events(cls, parent: QWidget | None = None) -> "ConsentDialog":
        """About the event stream."""
        dialog = cls(parent)
        dialog.step.show_events()
        dialog.setWindowTitle(dialog.step.accessibleName())
        return dialog
