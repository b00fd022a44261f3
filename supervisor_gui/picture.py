"""`--shot`: wait for the first data, then save the window as a picture. It opens and closes nothing."""

import asyncio
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.options import Options
from supervisor_gui.sessions.session import Session

WINDOW = 60.0
"""Seconds of one window of the PBX's limits: others may have used this one up."""

ANSWERING = 15.0
"""Seconds for the start and the answer. A simulator that runs faster does not make the machine faster."""


async def take_picture(session: Session, window: QWidget, target: Path, options: Options) -> int:
    """Save the window to `target` so long after the first data as `options` say.

    Returns:
        The exit code: 0 when the picture is there, 2 when it cannot be written, 3 when no data came.
    """
    problem = await session.first_data(WINDOW / options.time_factor + ANSWERING)
    if problem:
        sys.stderr.write(f"{problem}\n")
        return 3
    await asyncio.sleep(max(options.shot_after, 0.4))
    picture = window.grab()
    if not picture.save(str(target), "PNG"):
        sys.stderr.write(translate("Cli", "The picture cannot be written: {file}").format(file=target) + "\n")
        return 2
    return 0
