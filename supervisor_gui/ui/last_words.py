"""A window with one sentence, for a start that fails where nobody reads what is printed. It starts nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.ui.app_icon import app_icon
from supervisor_gui.ui.plain import set_plain

WIDTH = 420
_MARGIN = 20
_LONGEST = 600


class LastWords(QWidget):
    """The sentence and a button that closes it; the application ends with it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle("NetSantral Supervisor")
        self.setWindowIcon(app_icon())
        self.setFixedWidth(WIDTH)
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_plain(self.words, words, _LONGEST)
        self.button = QPushButton(translate("Start", "Close"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN)
        layout.addWidget(self.words)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignRight)
        self.button.setFocus()
