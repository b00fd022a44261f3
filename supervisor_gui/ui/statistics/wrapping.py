"""A layout like a line of text: what does not fit goes to the next line. It knows nothing of what it holds."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Item = tuple[QLayoutItem, bool]
"""An item, and whether it stands at the right end of its line."""


class WrapLayout(QLayout):
    """Widgets from left to right, then those of the right end; each keeps the size it wants.

    A widget whose horizontal policy is Ignored takes what its line leaves over.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add_right(self, widget: QWidget) -> None:
        """Add `widget` to those that stand at the right end."""
        self._right.add(widget)
        self.addWidget(widget)

    # Qt's side

    def addItem(self, item: QLayoutItem) -> None:
        """Called by addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width it gets."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(self._wanted(item).width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((self._wanted(item).height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        sizes = [self._wanted(item) for item in self._shown()]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    # inside

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @staticmethod
    def _wanted(item: QLayoutItem) -> QSize:
        return item.sizeHint().expandedTo(item.minimumSize())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items line by line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            need = self._wanted(item).width()
            if not lines or need + self.spacing() > left:
                lines.append([])
                left = width + self.spacing()
            lines[-1].append(item)
            left -= need + self.spacing()
        return lines

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Put the lines into `rect` when `place`; returns their height."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(self._wanted(item).height() for item in line)
            if place:
                self._arrange_line(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()
        return max(0, top - self.spacing() - rect.top())

    def _arrange_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        spare = rect.width() - sum(self._wanted(item).width() + self.spacing() for item in line) + self.spacing()
        x = rect.left()
        pushed = False
        for item in line:
            size = self._wanted(item)
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                size.setWidth(size.width() + max(0, spare))
                spare = 0
            elif not pushed and item.widget() in self._right:
                pushed = True
                x += max(0, spare)
            item.setGeometry(QRect(QPoint(x, rect.top() + (rect.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()
