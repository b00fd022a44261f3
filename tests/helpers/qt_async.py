"""Run a coroutine on the test's QApplication with a fresh qasync loop and one total deadline."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

PATIENCE = 3.0
"""Deadlines are for a machine that does nothing else; one that is busy or slow gets this many times as long."""


def run_qt(app: QApplication, coro: Coroutine[Any, Any, Any], seconds: float = 30.0) -> Any:
    """Run `coro` to its end; TimeoutError after `seconds` times the patience."""

    async def bounded() -> Any:
        async with asyncio.timeout(seconds * PATIENCE):
            return await coro

    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        return runner.run(bounded())


async def until(condition: Callable[[], object], what: str = "condition", seconds: float = 15.0) -> Any:
    """Wait until `condition()` is true and return its value; AssertionError with `what` after `seconds` × patience."""
    try:
        async with asyncio.timeout(seconds * PATIENCE):
            while not (value := condition()):
                await asyncio.sleep(0.01)
            return value
    except TimeoutError:
        raise AssertionError(f"never came true in {seconds * PATIENCE} s: {what}") from None
