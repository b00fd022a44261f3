"""A finished report put into a folder, in one or several formats. What a file holds is decided elsewhere."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from supervisor_gui.reports.formats import file_name
from supervisor_gui.reports.values import Report

if TYPE_CHECKING:
    from supervisor_gui.ui.charts.picture_view import PictureView


def _unwatched(_: float) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


async def write_files(
    report: Report,
    formats: Sequence[str],
    folder: Path,
    *,
    view: "PictureView | None" = None,
    progress: Callable[[float], None] = _unwatched,
    cancelled: Callable[[], bool] = _never,
    keep: bool = False,
) -> tuple[Path, ...]:
    """Write `report` into `folder`, each file whole or not at all.

    Args:
        report: What is written.
        formats: Names of formats.
        folder: It exists.
        view: What charts are painted with; None makes one.
        progress: Is told the share that is done, on this thread.
        cancelled: Is asked from any thread whether somebody gave up.
        keep: Whether a file of the same name stays: the new one gets a number then.

    Returns:
        The files in the order of `formats`.

    Raises:
        StoreError: A file cannot be written, in words; those before it are there.
        Cancelled: Somebody gave up; likewise.
    """
    from supervisor_gui.ui.documents.exporting import write_report  # noqa: PLC0415  brings pyqtgraph

    written: list[Path] = []
    for at, name in enumerate(formats):

        def told(share: float, done: int = at) -> None:
            progress((done + share) / len(formats))

        target = folder / file_name(report, name)
        if keep:
            target = await asyncio.to_thread(_free, target)
        await write_report(report, name, target, view=view, progress=told, cancelled=cancelled)
        written.append(target)
    return tuple(written)


def _free(path: Path) -> Path:
    """`path`, or the first of it with a number that does not exist."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())
