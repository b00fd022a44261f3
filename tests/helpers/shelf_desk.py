"""A recording shelf on a real store in a folder of its own, with calls to ask for. It asserts nothing."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.history.record_folding import fold, kept_leg
from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.history.store import Pace, Store
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.netsantral.types_records import CallRecord, Direction
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.recording_links import RecordingLinks
from supervisor_gui.sessions.recording_shelf import RecordingClient, RecordingShelf
from supervisor_gui.tasks import Tasks
from tests.helpers.wire_server import ACCOUNT

WHO = "ayse"
CALL = "sip3-1796122992.17"
CALLER = "5550001122"
BEGAN = datetime(2026, 11, 29, 14, 3, 12, tzinfo=PBX_ZONE).timestamp()
NAME = "2026-11-29_14-03-12_102"


def a_leg(**changed: Any) -> KeptLeg:
    """A conversation that was recorded."""
    fields: dict[str, Any] = {
        "at": BEGAN,
        "destination": "102",
        "source": CALLER,
        "seconds": 54,
        "direction": Direction.INCOMING,
        "recorded": True,
    }
    return KeptLeg(**fields | changed)


def a_call(**changed: Any) -> RecordedCall:
    """The call of `a_leg`."""
    fields: dict[str, Any] = {
        "id": 1,
        "call": CALL,
        "began": BEGAN,
        "direction": Direction.INCOMING,
        "number": f"0{CALLER}",
        "extension": "102",
        "queue": "destek",
        "seconds": 54,
        "recorded": True,
    }
    return RecordedCall(**fields | changed)


def kept(record: CallRecord) -> tuple[RecordedCall, tuple[KeptLeg, ...]]:
    """A record of the PBX as it is kept: without its links."""
    legs = tuple(map(kept_leg, record.legs))
    return fold(record.call, legs), legs


@dataclass
class ShelfDesk:
    """A shelf and all that it was given.

    Attributes:
        told: Names of budgets whose limit was met.
        links: What the shelf knows of links; for looking at.
    """

    shelf: RecordingShelf
    store: Store
    paths: DataPaths
    tasks: Tasks
    told: list[str] = field(default_factory=list)

    @property
    def links(self) -> RecordingLinks:
        return self.shelf._links

    async def audit(self) -> list[tuple[str, str]]:
        """Action and outcome of what the audit holds, oldest first."""
        return [(row.action, row.outcome) for row in await self.rows()]

    async def rows(self) -> list[AuditRow]:
        """What the audit holds, oldest first."""
        return list(reversed(await self.store.audit(ACCOUNT)))

    async def saved(self) -> list[str]:
        """Files that the store knows of."""
        return [one.file for one in await self.store.saved_recordings()]


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


@asynccontextmanager
async def open_shelf(
    root: Path, client: RecordingClient, *, clock: Clock | None = None, **options: Any
) -> AsyncIterator[ShelfDesk]:
    """A started shelf; closed at the end, with its store."""
    paths = DataPaths(root)
    paths.create()
    bugs: list[BaseException] = []
    report: Callable[[str, BaseException], None] = lambda _, error: bugs.append(error)  # noqa: E731
    store = Store(paths.history, report=report, pace=Pace(flush=0.02, retry=0.02))
    await store.open()
    tasks = Tasks(report)
    told: list[str] = []
    shelf = RecordingShelf(
        client,
        store,
        tasks,
        account=ACCOUNT,
        who=WHO,
        paths=paths,
        clock=clock or Clock(),
        limit_answer=told.append,
        **options,
    )
    await shelf.start()
    try:
        yield ShelfDesk(shelf, store, paths, tasks, told)
    finally:
        await shelf.close()
        running = tasks.names
        await tasks.close()
        await store.close()
        assert running == ()
        assert bugs == []
