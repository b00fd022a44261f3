"""Numbers on their way in the real window while the disk, the connection, the limit or the password gives trouble."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from supervisor_gui.autodial.values import JobState, UploadJob
from supervisor_gui.netsantral.types_autodial import ListNumber
from supervisor_gui.ui.campaigns.upload_strip import JobLine
from supervisor_gui.ui.campaigns.words import why_words
from supervisor_gui.ui.dialogs.password_bar import PasswordPrompt
from tests.helpers.list_clerk import ListClerk, list_clerk, numbers, press, wire
from tests.helpers.past_page import polls_go_by
from tests.helpers.qt_async import run_qt, until
from tests.helpers.small_disk import SmallDisk, small_disk

pytestmark = [pytest.mark.e2e, pytest.mark.logs]

DAY = date(2099, 3, 3)
NAME = "Mart kampanyası"
COUNT = 2000
WANTED = [wire(place) for place in range(1, COUNT + 1)]


class Sending:
    """A list to which two thousand numbers are on their way."""

    def __init__(self, clerk: ListClerk, list_id: str) -> None:
        self.clerk = clerk
        self._list_id = list_id

    @property
    def job(self) -> UploadJob:
        """The upload."""
        return self.clerk.session.dialling.uploads.jobs[0]

    @property
    def line(self) -> JobLine:
        """What the page shows of it."""
        return self.clerk.page.uploads.lines[self.job.id]

    async def begin(self) -> None:
        """Send them, and wait for the first."""
        new = tuple(ListNumber(number, f"Kişi {number}") for number in WANTED)
        await self.clerk.session.dialling.uploads.add(self._list_id, NAME, new)
        await until(lambda: self.job.sent >= 300, "the first numbers")

    async def struck(self, name: str) -> None:
        """Let trouble strike the next request that adds numbers."""
        item = {"name": name, "count": 1, "match": {"operation": "autocallservice", "event": "addnumber"}}
        await self.clerk.desk.control.post("/faults", {"add": [item]})
        while not any(name in one["fault"] for one in await self.requests()):
            await asyncio.sleep(0.01)

    async def requests(self) -> list[dict[str, Any]]:
        """Those that added numbers."""
        taken = await self.clerk.desk.control.requests("autocallservice")
        return [one for one in taken if one["body"]["body"]["event"] == "addnumber"]

    async def carried_out(self) -> list[str]:
        """Each number of each request that the PBX carried out."""
        done = [one for one in await self.requests() if one["outcome"].get("code") == 200]
        return [row["number"] for one in done for row in one["body"]["body"]["data"]["numbers"]]

    async def whole(self) -> None:
        """Wait until all is sent, and see that the list has each number once and none was sent twice."""
        await until(lambda: self.job.state is JobState.DONE and self.job.sent == COUNT, "all numbers are sent", 60)
        assert Counter(await self.carried_out()) == Counter(WANTED)
        truth = await self.clerk.truth(self._list_id)
        assert sorted(row["number"] for row in truth["numbers"]) == [wire(0), *WANTED]


def in_window(app: QApplication, folder: Path, scenario: Callable[[Sending], Coroutine[Any, Any, None]]) -> None:
    """Open the real window on a list to which numbers are on their way."""

    async def sending() -> None:
        async with list_clerk(app, folder) as clerk:
            list_id = await clerk.make(NAME, DAY, numbers(0, 1))
            await clerk.choose(NAME)
            sending = Sending(clerk, list_id)
            await sending.begin()
            await scenario(sending)

    run_qt(app, sending(), 120)


def test_a_connection_that_is_cut_leaves_numbers_unknown_until_the_next_report(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(sending: Sending) -> None:
        seen: set[int] = set()
        sending.clerk.session.dialling.uploads.subscribe(lambda jobs: seen.add(jobs[0].unknown))
        await sending.struck("drop-connection")
        await sending.whole()
        assert seen == {0, 100}

    in_window(qapp, tmp_path, scenario)


def test_after_the_pbxs_limit_answer_the_numbers_go_later_and_once(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(sending: Sending) -> None:
        await sending.struck("code-80")
        assert sending.job.state is JobState.RUNNING
        await sending.whole()
        refused = [one for one in await sending.requests() if "code-80" in one["fault"]]
        assert len(refused) == 1

    in_window(qapp, tmp_path, scenario)


def test_a_refused_password_rests_the_upload_until_the_user_has_put_it_right(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(sending: Sending) -> None:
        await sending.struck("bad-login")
        await until(lambda: sending.job.state is JobState.PAUSED, "it rests")
        await until(lambda: why_words("credentials") in sending.line.words.text(), "the words")
        asked = len(await sending.requests())
        (bar,) = sending.clerk.desk.shell.window.findChildren(PasswordPrompt)
        await until(bar.isVisible, "the bar for the password")
        assert len(await sending.requests()) == asked
        press(bar.again)
        await until(lambda: not bar.isVisible(), "the PBX takes it again")
        press(sending.line.pause)
        await sending.whole()

    in_window(qapp, tmp_path, scenario)


@pytest.fixture
def disk(record_property: Callable[[str, object], None]) -> Iterator[SmallDisk]:
    with small_disk() as made:
        record_property("disk", made.how)
        yield made


async def keep_full(disk: SmallDisk) -> None:
    """Whatever room there is, somebody else takes it."""
    while True:
        disk.fill()
        await asyncio.sleep(0.005)


def on_record(path: Path) -> set[str]:
    """The numbers that the file does not call waiting."""
    with closing(sqlite3.connect(path)) as file:
        return {number for (number,) in file.execute("SELECT number FROM dial_rows WHERE state != 'waiting'")}


def test_on_a_full_disk_nothing_is_sent_that_is_not_on_record_and_it_goes_on_when_there_is_room(
    qapp: QApplication, disk: SmallDisk
) -> None:
    async def scenario(sending: Sending) -> None:
        others = asyncio.get_running_loop().create_task(keep_full(disk))
        try:
            await until(lambda: why_words("store") in sending.line.words.text(), "the words", 30)
            asked = len(await sending.requests())
            await polls_go_by(sending.clerk.desk.control, 5)
            assert len(await sending.requests()) == asked
            assert why_words("store") in sending.line.words.text()
        finally:
            others.cancel()
            with suppress(asyncio.CancelledError):
                await others
            disk.free()
        assert set(await sending.carried_out()) <= on_record(sending.clerk.desk.paths.history)
        press(sending.line.pause)
        await sending.whole()

    in_window(qapp, disk.root, scenario)
