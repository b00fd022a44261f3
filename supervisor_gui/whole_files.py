"""Puts a file that is whole into its place. What is in it, and how it came beside that place, others know."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 1.0
"""Seconds that a file may be looked at by others before that is a failure."""
_PAUSE = 0.05


def put_in_place(
    part: Path, target: Path, *, platform: str = sys.platform, pause: Callable[[float], None] = time.sleep
) -> None:
    """Give `part` the name `target`; what had it before goes. On Windows it may take a second, so never on a loop.

    Windows refuses that while anybody has one of the two open, and whoever searches for viruses or words opens each
    new file for a moment.

    Args:
        part: In the folder of `target`.
        target: The name.
        platform: As in `sys.platform`.
        pause: Waits some seconds.

    Raises:
        OSError: It cannot be; both are as they were.
    """
    for _ in range(round(PATIENCE / _PAUSE) if platform == "win32" else 0):
        try:
            part.replace(target)
        except PermissionError:
            pause(_PAUSE)
        else:
            return
    part.replace(target)
