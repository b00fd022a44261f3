"""The session is begun anew while the program runs: nothing of the one before stays, its password least of all."""

import gc
import weakref
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.helpers.desk import open_desk
from tests.helpers.qt_async import run_qt, until


def test_nothing_of_a_session_outlives_it(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(qapp, tmp_path, events=True, simulate=("--limits", "off", "--load", "0")) as desk:
            await desk.data()
            program = desk.program
            await until(lambda: program.pages.signs is not None, "the store is open")
            ended = []
            for _ in range(2):
                session = program._session
                ended += [weakref.ref(part) for part in (session, session.live, session.client)]
                await program._reconnect(session.profile.name)
                assert program._session is not session
                del session
                await desk.data()
            await until(lambda: gc.collect() >= 0 and not any(part() for part in ended), "all of it is gone")

    run_qt(qapp, scenario())
