"""The one way foreign text (names, reasons, numbers, the PBX's words) gets into widgets. It translates nothing."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from supervisor_gui.text import clean

TOOLTIP_LIMIT = 600


def set_plain(label: QLabel, text: str, limit: int = 200) -> None:
    """Show `text` in `label` as plain text, control characters made visible, cut at `limit` characters."""
    shown = clean(text, limit)
    if label.textFormat() is not Qt.TextFormat.PlainText:
        label.setTextFormat(Qt.TextFormat.PlainText)
    if label.text() != shown:
        label.setText(shown)


def tooltip(text: str) -> str:
    """`text` for `setToolTip`, where Qt guesses the format: every line cleaned and escaped, wrapped as prose."""
    lines = [escape(clean(line, TOOLTIP_LIMIT)) for line in text.split("\n")]
    return "<p style='margin:0'>" + "<br>".join(lines) + "</p>" if text else ""


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """`text`, which is clean already, cut with an ellipsis so that it fits `width` pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
