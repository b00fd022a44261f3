"""A report written as a file of any format, in short turns and with a worker. It asks for no name and shows nothing."""

import asyncio
import contextlib
import functools
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from supervisor_gui.reports.formats import FORMATS, Cancelled, Tick
from supervisor_gui.reports.target_file import replacing
from supervisor_gui.reports.values import Report
from supervisor_gui.ui.documents.letters import Letters
from supervisor_gui.ui.documents.painting import Painted
from supervisor_gui.ui.documents.pdf import in_utc, paint_pdf
from supervisor_gui.ui.documents.png import encoded, paint_image
from supervisor_gui.ui.documents.svg import paint_svg, readable_anywhere
from supervisor_gui.ui.documents.tables import spell
from supervisor_gui.ui.theme import LIGHT

if TYPE_CHECKING:
    from supervisor_gui.ui.charts.picture_view import PictureView

_PAINTED = 0.8
"""The share of a painted file that is done when encoding and disk are left."""

Content = Callable[[BinaryIO, Tick], None]
"""Puts a file's bytes into it, in a worker."""

Paint = Callable[[Report, Painted, Tick], Awaitable[Callable[[], bytes]]]
"""Paints on the widgets' thread; what it returns makes the bytes in a worker."""


async def write_report(
    report: Report,
    format: str,  # noqa: A002  the word of the field
    target: Path,
    *,
    view: "PictureView | None",
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    """Write `report` to `target`, whole or not at all. What is painted is light, whatever the window's look.

    For the widgets' thread: painting takes turns with the window; tables, encoding and the disk have a worker.

    Args:
        report: What is written, exactly.
        format: One of `FORMATS`.
        target: The file; one that is there already is replaced at the end.
        view: A picture view that nobody looks at, to paint with; None makes one for this file.
        progress: Is told the share that is done, 0–1 and never falling, on this thread.
        cancelled: Is asked, from any thread, whether the user gave up.

    Raises:
        StoreError: The file cannot be written; in words, with what to do.
        Cancelled: The user gave up; nothing is left of the file.
        KeyError: No such format.
    """
    write = FORMATS[format].write
    if write is not None:
        await _put_aside(target, functools.partial(write, report), progress, cancelled)
        return

    def turn(share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(share * _PAINTED)

    def rest(share: float) -> None:
        progress(_PAINTED + share * (1 - _PAINTED))

    turn(0.0)
    with _light(view) as light:
        encode = await _PAINTERS[format](report, light, turn)
    turn(1.0)
    await _put_aside(target, functools.partial(_put_bytes, encode), rest, cancelled)


@contextlib.contextmanager
def _light(view: "PictureView | None") -> "Iterator[PictureView]":
    """A view in the colours and letters of paper; one of our own is gone afterwards."""
    # pyqtgraph takes a quarter of a second to load: not before somebody wants a picture.
    from supervisor_gui.ui.charts.picture_view import PictureView  # noqa: PLC0415

    light = view if view is not None else PictureView()
    light.setFont(Letters().text.font)
    light.apply_theme(LIGHT)
    try:
        yield light
    finally:
        if view is None:
            light.deleteLater()


async def _paint_png(report: Report, view: Painted, turn: Tick) -> Callable[[], bytes]:
    del turn
    view.show_picture(report.picture)
    return functools.partial(encoded, paint_image(report, view))


async def _paint_svg(report: Report, view: Painted, turn: Tick) -> Callable[[], bytes]:
    del turn
    view.show_picture(report.picture)
    return functools.partial(readable_anywhere, paint_svg(report, view))


async def _paint_pdf(report: Report, view: Painted, turn: Tick) -> Callable[[], bytes]:
    spelt = await asyncio.to_thread(spell, report.table)
    return functools.partial(in_utc, await paint_pdf(report, spelt, view, turn))


_PAINTERS: Mapping[str, Paint] = MappingProxyType({"png": _paint_png, "svg": _paint_svg, "pdf": _paint_pdf})


def _put_bytes(encode: Callable[[], bytes], file: BinaryIO, tick: Tick) -> None:
    data = encode()
    tick(0.5)
    file.write(data)
    tick(1.0)


async def _put_aside(
    target: Path, content: Content, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> None:
    """Write `content` to `target` in a worker, which has ended when this returns or raises, cancelled or not."""
    loop = asyncio.get_running_loop()
    given_up = threading.Event()

    def tick(share: float) -> None:
        if given_up.is_set() or cancelled():
            raise Cancelled
        loop.call_soon_threadsafe(progress, share)

    def work() -> None:
        with replacing(target) as file:
            tick(0.0)
            content(file, tick)

    done = loop.run_in_executor(None, work)
    try:
        await asyncio.shield(done)
    except asyncio.CancelledError:
        given_up.set()
        # A worker that still wrote would leave its half of a file to nobody.
        with contextlib.suppress(Exception):
            await done
        raise
