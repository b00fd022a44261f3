"""The event loop: one qasync loop under one QApplication, and its end. It knows no page and no PBX."""

import gc
import linecache
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from supervisor_gui.starting import nobody_reads

COLLECT_MS = 500

FIRST_PAINT_MS = 3000
"""A window that opens minimised is not painted; after so long the program goes on without."""

EXIT_PATIENCE = 3.0
"""Seconds that the loop may take to close after everything of ours has ended (a resolver may hang)."""


class _FirstPaint(QObject):
    """Ends the bare Qt loop once a window has been painted.

    It watches the window alone: were it asked about every event of the program, Python would learn every class of Qt's
    before anything is on the screen.
    """

    def __init__(self, app: QApplication, window: QObject) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        self._waits = True

    def wait(self) -> None:
        """Run Qt's loop until then; no longer than `FIRST_PAINT_MS`."""
        patience = QTimer(self, singleShot=True, interval=FIRST_PAINT_MS)
        patience.timeout.connect(self._leave)
        patience.start()
        self._window.installEventFilter(self)
        self._app.exec()
        patience.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._leave)  # Qt has painted it when this event is over
        return False

    def _leave(self) -> None:
        if self._waits:  # once: later it would end the program's own loop
            self._waits = False
            self._window.removeEventFilter(self)
            self._app.exit(0)  # quit() would ask the windows whether they may be closed


def paint_first(app: QApplication, window: QWidget) -> None:
    """Show `window` painted before the slow imports begin. Only for the start, when no coroutine exists."""
    window.show()
    _FirstPaint(app, window.windowHandle()).wait()


def wants_window(*, headless: bool) -> bool:
    """Whether words that are only printed would be seen by nobody, while a window would be."""
    return not headless and nobody_reads() and QGuiApplication.platformName() != "offscreen"


def show_alone(app: QApplication, window: QWidget) -> None:
    """Show `window` until it is closed, where the program itself does not run."""
    app.setQuitOnLastWindowClosed(True)
    window.show()
    app.exec()


class _Collector(QObject):
    """Runs Python's cyclic garbage collector on the window's thread alone.

    By itself it runs on whatever thread allocates, and a worker that happens to destroy a QObject in a cycle takes the
    process down. What the start made stays to the end and is not looked through.

    It also lets go of the sources of what was imported. PySide reads each to see whether it uses Qt, and `linecache`
    would keep them all, 26 MB.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        gc.disable()
        gc.freeze()
        self._modules = 0
        self._let_go_of_sources()
        self._timer = QTimer(self, interval=COLLECT_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _let_go_of_sources(self) -> None:
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            linecache.clearcache()

    def _on_timeout(self) -> None:
        self._let_go_of_sources()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give the collector back its own ways."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def run(
    app: QApplication, main: Callable[[], Coroutine[Any, Any, int]], failed: Callable[[BaseException], None]
) -> int:
    """Run `main` until it returns.

    Args:
        app: The application; it no longer ends with its last window.
        main: The program. It stops tasks, closes clients, stores and windows itself before it returns.
        failed: Is told each exception that nobody awaited.

    Returns:
        The exit code that `main` returned.
    """
    os.environ["QT_API"] = "pyside6"
    import asyncio  # noqa: PLC0415  after the first paint

    from qasync import QEventLoop  # noqa: PLC0415

    app.setQuitOnLastWindowClosed(False)

    def on_exception(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        failed(context.get("exception") or RuntimeError(str(context.get("message", ""))))

    collector = _Collector(app)
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            runner.get_loop().set_exception_handler(on_exception)
            code = runner.run(main())
            _leave_soon(code)
    finally:
        collector.stop()
    return code


@contextmanager
def ended_by_signal(end: Callable[[], object]) -> Iterator[None]:
    """While it holds, SIGTERM makes the running loop call `end`: desktops end a session's programs with it.

    Python runs a handler between two of its own instructions; the collector's timer brings some soon.
    """
    import asyncio  # noqa: PLC0415  after the first paint

    loop = asyncio.get_running_loop()
    usual = signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(end))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, usual)


def _leave_soon(code: int) -> None:
    """A hung look-up in a thread must not keep the process alive after the window is gone."""

    def leave() -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    timer = threading.Timer(EXIT_PATIENCE, leave)
    timer.daemon = True
    timer.start()
