"""The program's icon among those of one user, where no package has put it among everybody's."""

import shutil
from pathlib import Path

from supervisor_gui.paths import resource

_ICONS = "icons/hicolor"


def install(data: Path) -> None:
    """Put every size below the data folder `data`; a shipped picture that is missing is left out.

    Raises:
        OSError: They cannot be written.
    """
    try:
        shipped = resource(_ICONS)
    except FileNotFoundError:
        return
    for picture in sorted(shipped.glob("*/apps/*.png")):
        target = data / _ICONS / picture.relative_to(shipped)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)


def remove(data: Path) -> None:
    """Take them away again; the folders stay for other programs' icons.

    Raises:
        OSError: They cannot be removed.
    """
    for picture in (data / _ICONS).glob("*/apps/netsantral-supervisor.png"):
        picture.unlink()
