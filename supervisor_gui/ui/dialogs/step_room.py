"""The steps of a dialog and the room they stand in: as high as the shown step needs, scrolled where there is less."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class Steps(QStackedWidget):
    """Steps of which only the shown one takes room."""

    def sizeHint(self) -> QSize:
        """The shown step's."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The shown step's."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """The shown step's, whose words wrap."""
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else super().heightForWidth(width)


class StepRoom(QScrollArea):
    """Wants the height of the shown step, and does with less."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(steps)
        # The dialog's own ground, not that of a list.
        for part in (self.viewport(), steps):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """What the shown step needs at today's width."""
        hint = self._steps.sizeHint()
        return QSize(hint.width(), max(hint.height(), self._steps.heightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never too narrow, for it scrolls upright only."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._steps.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The step became another height: whoever holds this room should know."""
        if watched is self._steps and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def grow(dialog: QWidget) -> None:
    """Make `dialog` as large as its layout wants, within its screen; never smaller."""
    layout = dialog.layout()
    if layout is None:
        return
    width = max(dialog.width(), layout.totalMinimumSize().width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry().size() - dialog.size()
    height = max(dialog.height(), min(height, screen.height() - frame.height()))
    if (width, height) == (dialog.width(), dialog.height()):
        return
    dialog.resize(width, height)
    below = dialog.frameGeometry().bottom() - screen.bottom()
    if below > 0:
        dialog.move(dialog.x(), max(screen.top(), dialog.y() - below))
