"""Make every picture of user guide and README anew: windows of the demo by `--shot`, dialogs painted here.

    python packaging/guide_pictures.py [NAME ...]

The guide's are in both languages, the README's in Turkish. Without names all of them. It needs no display and ends by
itself after about eight minutes; 1 when a picture failed.

The demo has today's date and time: make them by day and late in a month, else few people call and the month is empty.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import numpy as np

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from supervisor_gui.config import Settings
from supervisor_gui.i18n import LANGUAGES, translate
from supervisor_gui.live.first_contact import Contact
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.actions.breaks import fill_breaks
from supervisor_gui.ui.dialogs.first_start import FirstStartDialog
from supervisor_gui.ui.dialogs.getting_in import Entry
from supervisor_gui.ui.language import Language

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "resources" / "guide"
README = ROOT / "docs"
AT_ONCE = 3
PATIENCE = 240
LARGEST = 150_000
"""Bytes of one picture at most: the guide is shipped with every installation."""

EXTENSION = "104"
"""The own extension of the demo: without one the pages of calls have little to show."""


class Shot(msgspec.Struct, frozen=True):
    """One picture of the program.

    Attributes:
        name: The file without its ending.
        arguments: What the program is started with.
        after: Seconds from the first data on: until the page has what it shows.
        readme: Whether README shows it too.
    """

    name: str
    arguments: tuple[str, ...]
    after: int
    readme: bool = True


class Copy(msgspec.Struct, frozen=True):
    """A shot as it is shown in one place.

    Attributes:
        shot: What.
        language: In which language.
        folder: Where the file goes.
        size: Of the window.
    """

    shot: Shot
    language: str
    folder: Path
    size: str


SHOTS = (
    Shot("statistics", ("--page", "statistics"), 120),
    Shot("calls", ("--page", "calls"), 60),
    Shot("board", ("--page", "live"), 60),
    Shot("wallboard", ("--wallboard",), 60),
    Shot("missed", ("--page", "missed"), 45),
    Shot("records", ("--page", "records"), 45),
    Shot("campaigns", ("--page", "campaigns"), 20),
    Shot("settings", ("--page", "settings"), 5, readme=False),
)
PAINTED = ("first-start", "breaks")


def copies(shot: Shot) -> list[Copy]:
    """Every file that a shot is wanted for."""
    made = [Copy(shot, language, GUIDE / language, "1280x800") for language in LANGUAGES]
    if shot.readme:
        made.append(Copy(shot, "tr", README, "1440x810" if shot.name == "wallboard" else "1440x900"))
    return made


def take(copy: Copy) -> str:
    """Start the demo for one picture; returns what went wrong, empty when the picture is there."""
    shot, target = copy.shot, copy.folder / f"{copy.shot.name}.png"
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.png"
        data = Path(folder) / "data"
        data.mkdir()
        (data / "settings.ini").write_text(f"[profile Demo]\ncalls.extension = {EXTENSION}\n", "utf-8")
        command = [sys.executable, "-m", "supervisor_gui", "--demo", "--data-dir", str(data), "--lang", copy.language]
        command += ["--theme", "light", "--size", copy.size, *shot.arguments]
        command += ["--shot", str(raw), "--shot-after", str(shot.after)]
        try:
            done = subprocess.run(command, cwd=ROOT, timeout=PATIENCE, capture_output=True, text=True, check=False)
        except subprocess.TimeoutExpired:
            return f"{target.relative_to(ROOT)}: no picture within {PATIENCE} s"
        if done.returncode or not raw.exists():
            return f"{target.relative_to(ROOT)}: exit code {done.returncode}: {done.stderr.strip()[-300:]}"
        return write(QImage(str(raw)), target)


def write(image: QImage, target: Path) -> str:
    """Save `image` with 256 colours; returns what is wrong with it, empty for nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not few_colours(image).save(str(target), quality=0):
        return f"{target}: cannot be written"
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes", flush=True)
    return "" if size <= LARGEST else f"{target.relative_to(ROOT)}: {size:,} bytes, more than {LARGEST:,}"


def few_colours(image: QImage) -> QImage:
    """The picture in its 256 most frequent colours, every other one in the nearest of them. Nothing is dithered."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = image.height(), image.width()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.bytesPerLine() // 4)[:, :width]
    colours, which, counts = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts, kind="stable")[:256])
    parts = np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1).astype(np.int32)
    nearest = np.array([((parts[kept] - one) ** 2).sum(axis=1).argmin() for one in parts], np.uint8)
    made = QImage(width, height, QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | int(colours[at]) for at in kept])
    rows = np.frombuffer(made.bits(), np.uint8).reshape(height, made.bytesPerLine())
    rows[:, :width] = nearest[which].reshape(height, width)
    return made


class NoDoors:
    """The outside of a first start that is only looked at."""

    async def contact(self, entry: Entry) -> Contact:
        """Nobody presses the button."""
        raise NotImplementedError

    async def try_queue(self, entry: Entry, queue: str) -> None:
        """Nobody presses the button."""
        raise NotImplementedError

    async def keyring(self) -> str:
        """Nobody asks."""
        raise NotImplementedError

    def next_query(self) -> float:
        """None goes out."""
        return 0.0


def paint(name: str, language: str) -> str:
    """Paint a dialog that `--shot` does not show; returns what is wrong, as `write`."""
    window = QWidget()
    window.resize(1280, 800)
    if name == "breaks":
        menu = QMenu(window)
        fill_breaks(menu, limits_of(Settings()).reasons)
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        shown: QWidget = menu
    else:
        dialog = FirstStartDialog(NoDoors(), Tasks(), parent=window)
        dialog.account.account.setText("8501110000")
        dialog.account.keyring.setText(translate("Keyring", "The password is kept in the keyring of this computer."))
        dialog.resize(dialog.sizeHint())
        shown = dialog
    picture = shown.grab().toImage()
    window.deleteLater()
    return write(picture, GUIDE / language / f"{name}.png")


def paint_all(wanted: set[str]) -> list[str]:
    """Paint the wanted dialogs in both languages."""
    app = QApplication([])
    looks.apply(app, looks.LIGHT)
    words = Language(app)
    faults = []
    for language in LANGUAGES:
        words.use(language)
        faults += [paint(name, language) for name in PAINTED if name in wanted]
    return faults


def main(names: list[str]) -> int:
    """Make the pictures called `names`, all for none."""
    known = {*PAINTED, *(shot.name for shot in SHOTS)}
    wanted = set(names) or known
    if wanted - known:
        sys.stderr.write(
            f"No such picture: {', '.join(sorted(wanted - known))}. There are: {', '.join(sorted(known))}\n"
        )
        return 2
    faults = paint_all(wanted)
    work = [copy for shot in SHOTS if shot.name in wanted for copy in copies(shot)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        faults += pool.map(take, work)
    told = [fault for fault in faults if fault]
    if told:
        sys.stderr.write("\n".join(told) + "\n")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
