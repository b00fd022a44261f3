"""Keep the icons of every size true to the one drawing: without a switch it writes them, with `--check` it compares.

The pictures lie in the repository, because installing the program must not need a tool that draws. Rounding may differ
by a shade between versions of Qt; what is compared allows for that.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "icons"
NAME = "netsantral-supervisor"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SHADES = 24
"""How far one channel of one pixel may be from the drawing."""


def drawing() -> Path:
    """The file that all sizes are made of."""
    return FOLDER / f"{NAME}.svg"


def picture(size: int) -> Path:
    """The file of one size."""
    return FOLDER / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"


def rendered(size: int) -> QImage:
    """The drawing at `size` pixels.

    Raises:
        ValueError: The drawing cannot be read.
    """
    renderer = QSvgRenderer(QByteArray(drawing().read_bytes()))
    if not renderer.isValid():
        raise ValueError(str(drawing()))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def write() -> None:
    """Make the picture of every size anew."""
    for size in SIZES:
        target = picture(size)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not rendered(size).save(str(target), "PNG", 0):
            raise OSError(str(target))


def difference(size: int) -> int:
    """The largest distance of a channel between the kept picture and the drawing; 256 where they cannot be compared."""
    kept = QImage(str(picture(size))).convertToFormat(QImage.Format.Format_ARGB32)
    fresh = rendered(size)
    if kept.isNull() or kept.size() != fresh.size():
        return 256
    return max(abs(one - other) for one, other in zip(bytes(kept.constBits()), bytes(fresh.constBits()), strict=True))


def faults() -> list[str]:
    """Everything that is not right, one line each."""
    return [
        f"{picture(size).relative_to(ROOT)}: not as the drawing; run packaging/icons.py"
        for size in SIZES
        if difference(size) > SHADES
    ]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        problems = faults()
        print("\n".join(problems) or "icons: as drawn")
        sys.exit(bool(problems))
    write()
