"""The thread for calls that may never come back."""

import asyncio
import threading

import pytest

from supervisor_gui.desktop.worker import Worker, WorkerBusyError


async def test_a_call_runs_outside_of_the_loops_thread() -> None:
    assert await Worker("test").call(threading.get_ident, 5) != threading.get_ident()


async def test_what_a_call_raises_reaches_its_caller_and_the_next_call_works() -> None:
    worker = Worker("test")

    def fail() -> None:
        raise SystemExit("a back end may do anything")

    with pytest.raises(SystemExit):
        await worker.call(fail, 5)
    assert await worker.call(lambda: "next", 5) == "next"


async def test_calls_wait_for_each_other() -> None:
    worker = Worker("test")
    done: list[int] = []
    await asyncio.gather(*(worker.call(lambda n=n: done.append(n), 5) for n in range(20)))  # type: ignore[misc]
    assert done == list(range(20))


async def test_behind_a_call_that_was_given_up_nothing_waits() -> None:
    worker, release, begun = Worker("test"), threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        release.wait(30)

    with pytest.raises(TimeoutError):
        await worker.call(hang, 0.05)
    assert begun.is_set()
    with pytest.raises(WorkerBusyError):
        await worker.call(lambda: "never", 30)
    release.set()


async def test_a_call_given_up_before_its_turn_is_never_begun() -> None:
    worker, release = Worker("test"), threading.Event()
    begun: list[str] = []
    first = asyncio.ensure_future(worker.call(lambda: release.wait(30), 30))
    await asyncio.sleep(0)
    with pytest.raises(TimeoutError):
        await worker.call(lambda: begun.append("second"), 0.05)
    release.set()
    assert await first
    await worker.call(lambda: begun.append("third"), 5)
    assert begun == ["third"]
