"""The program's icon, in the sizes that windows show. Files are read when a size is first painted."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from supervisor_gui.paths import resource

NAME = "netsantral-supervisor"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
"""X11 takes all of them with each window, so that the largest shipped one would be a megabyte more."""


def icon_file(size: int) -> str:
    """The name of one size's picture below the shipped resources."""
    return f"icons/hicolor/{size}x{size}/apps/{NAME}.png"


def app_icon() -> QIcon:
    """The icon; a size whose picture is missing is left out, and without any the icon is null."""
    icon = QIcon()
    for size in SIZES:
        try:
            path = resource(icon_file(size))
        except FileNotFoundError:
            continue
        icon.addFile(str(path), QSize(size, size))
    return icon
