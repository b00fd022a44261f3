"""Small pieces that dialogs and bars share: labels, panels, a notice in place, a password field. No decisions."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean

LONGEST_WORDS = 2000


def plain_label(text: str = "", *, muted: bool = False, bold: bool = False, bigger: bool = False) -> QLabel:
    """A label of plain text that wraps."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if bold or bigger:
        font = label.font()
        font.setBold(True)
        if bigger:
            font.setPointSizeF(font.pointSizeF() * 1.35)
        label.setFont(font)
    return label


class Panel(QFrame):
    """A rounded surface in the palette's colours, so that it follows the theme without a style of its own."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Band(QFrame):
    """A full-width strip above the pages, in the palette's colours."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Mark(QWidget):
    """A round sign with an exclamation mark or an i: a shape beside the words, not a colour alone."""

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setFixedSize(22, 22)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent: QColor = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QRectF(1, 1, 20, 20))
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)


class Details(QWidget):
    """The outside world's own words, folded away until they are asked for."""

    def __init__(self, parent: QWidget | None = None, focus: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(focus)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setFocusPolicy(focus)
        self._words.setFixedHeight(84)
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._words)
        self.button.toggled.connect(self._on_toggled)
        self.retranslate()

    def show_words(self, words: str) -> None:
        """Fill in; without words the whole piece disappears."""
        self._words.setPlainText("\n".join(clean(line, LONGEST_WORDS) for line in words.splitlines()))
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What it holds."""
        return self._words.toPlainText()

    def retranslate(self) -> None:
        """Take today's language."""
        self.button.setText(translate("Messages", "Details"))
        self.button.setArrowType(Qt.ArrowType.DownArrow if self.button.isChecked() else Qt.ArrowType.RightArrow)
        self._words.setAccessibleName(translate("Messages", "Details"))

    def _on_toggled(self, opened: bool) -> None:
        self._words.setVisible(opened)
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)


class Notice(Panel):
    """What went wrong, what it means and what to do, shown in place; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(bold=True)
        self._text = plain_label()
        self._details = Details()
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._title, self._text, self._details):
            words.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addWidget(Mark("!"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def tell(self, title: str, text: str = "", details: str = "") -> None:
        """Show it; the text may have several lines."""
        self._title.setText(clean(title, LONGEST_WORDS))
        self._text.setText("\n".join(clean(line, LONGEST_WORDS) for line in text.splitlines()))
        self._text.setVisible(bool(text))
        self._details.show_words(details)
        self.setAccessibleName(f"{self._title.text()} {self._text.text()}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def words(self) -> str:
        """Everything that is shown, for whoever reads it aloud."""
        return f"{self._title.text()}\n{self._text.text()}" if not self.isHidden() else ""


class PasswordField(QWidget):
    """A password with a switch that shows it. What was typed is never kept in an undo history or a property."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(1000)
        hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(
            hints | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.reveal = QCheckBox()
        self.reveal.toggled.connect(self._on_reveal)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.reveal)
        self.setFocusProxy(self.line)
        self.retranslate()

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def forget(self) -> None:
        """Empty the field and hide again."""
        self.line.setText("")  # unlike clear(), it drops the undo history as well
        self.reveal.setChecked(False)

    def retranslate(self) -> None:
        """Take today's language."""
        self.line.setAccessibleName(translate("FirstStart", "Password"))
        self.reveal.setText(translate("FirstStart", "Show"))
        self.reveal.setAccessibleName(translate("FirstStart", "Show the password"))

    def _on_reveal(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
