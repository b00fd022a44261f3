"""Screens on which our pixels are parts of theirs: at 125 % nothing of what was there before stays in a table."""

import os
import subprocess
import sys

UNPAINTED = """
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.board.callers_panel import CallersPanel
from supervisor_gui.ui.board.caller_rows import CallerRow
from supervisor_gui.ui.widgets.ink import Ink

app = QApplication([])
looks.apply(app, looks.LIGHT)
rows = [CallerRow(("q", str(n)), (n, ""), "█" * 30, "█" * 9, 0.0, 1e12, 1e12) for n in range(60)]
for above in range(4):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, above, 0, 0)
    panel = CallersPanel()
    panel.set_ink(Ink(looks.LIGHT, app.font(), window.devicePixelRatioF()))
    panel.show_rows(rows, 60, 100.0)
    column.addWidget(panel)
    panel.table.verticalHeader().setDefaultSectionSize(33)  # 41.25 pixels of the screen
    window.resize(400, 300)
    window.show()
    app.processEvents()
    table, ratio = panel.table, window.devicePixelRatioF()
    head, body = table.horizontalHeader().viewport(), table.viewport()
    for down in (0, 1, 7):
        table.verticalScrollBar().setValue(down)
        app.processEvents()
        picture = window.backingStore().paintDevice()
        painter = QPainter(picture)
        painter.fillRect(QRect(0, 0, 400, 300), QColor("#ff00ff"))
        painter.end()
        head.update()
        body.update()
        app.processEvents()
        top = int(head.mapTo(window, QPoint(0, 0)).y() * ratio + 0.5)
        bottom = int((body.mapTo(window, QPoint(0, 0)).y() + body.height()) * ratio + 0.5)
        left = [y for y in range(top, bottom) if picture.pixelColor(100, y) == QColor("#ff00ff")]
        print(ratio, above, down, left)
    window.close()
"""


def test_every_line_of_the_screen_from_header_to_last_row_is_painted() -> None:
    told = subprocess.run(
        [sys.executable, "-c", UNPAINTED],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.25"},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    ).stdout.split("\n")
    assert told[:-1] == [f"1.25 {above} {down} []" for above in range(4) for down in (0, 1, 7)]
