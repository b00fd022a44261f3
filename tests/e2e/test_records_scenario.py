"""A complaint comes in: the call is found by its digits, heard, kept and looked up, by keys in the real window."""

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from supervisor_gui.config import Profile, keys
from supervisor_gui.live.numbers import tail
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.paths import DataPaths
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.ui.messages import Message
from tests.helpers.call_desk import CTRL
from tests.helpers.desk import PASSWORD
from tests.helpers.forgotten_number import Player
from tests.helpers.lost_callers import RECORDS, PbxTime, choose_from_menu, kept_rows, press_menu_key
from tests.helpers.past import small_centre
from tests.helpers.pbx_pair import STILL
from tests.helpers.qt_async import run_qt, until
from tests.helpers.records_desk import RecordsDesk, records_desk, truth
from tests.helpers.recount import Truth, turkish

pytestmark = pytest.mark.e2e

DAYS, OLDER = 3, 9
"""Days that are kept, and a day of which only the PBX knows."""

TARGET = 3
"""Presses from the board until a call is heard: the page, the rows, the recording."""

FEW = 4
"""Digits that are typed."""

UPLOAD = "upload.php"
OTHER_ACCOUNT = "3121110000"
NOWHERE = "sip3-1111111111.1"
"""A call that is neither kept nor known to the PBX."""


@pytest.fixture(scope="module")
def centre() -> Iterator[SimulatorProcess]:
    with SimulatorProcess((*small_centre(seed=41, days=OLDER), "--load", "12"), password=PASSWORD) as running:
        yield running


@pytest.fixture
def player() -> Iterator[Player]:
    with Player().installed() as installed:
        yield installed


async def _complaint(records: RecordsDesk) -> tuple[Truth, str]:
    """A call of yesterday that was answered, and digits of its number that no other past call has."""
    seen = await truth(records.desk, OLDER)
    whose = {call["id"]: tail(call["number"]) for call in seen}
    for call in reversed(seen):
        if call["kind"] == "queue" and call["answered"] is not None:
            digits = whose[call["id"]][-FEW:]
            if len(digits) == FEW and sum(digits in other for other in whose.values()) == 1:
                return call, digits
    raise AssertionError("no such call")


async def _fetched(records: RecordsDesk) -> int:
    """How many recordings the PBX was asked for."""
    return sum(one["path"].endswith(UPLOAD) for one in await records.desk.control.requests())


def _audit(folder: Path, action: str) -> list[tuple[Any, ...]]:
    return kept_rows(
        DataPaths(folder / "data"), f"SELECT detail, outcome FROM audit WHERE action = '{action}' ORDER BY id"
    )


@pytest.mark.parametrize("down", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_a_call_is_found_by_its_digits_and_heard(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess, player: Player, down: Qt.Key
) -> None:
    told: list[str] = []

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            call, digits = await _complaint(records)
            before = await _fetched(records)
            await records.open()
            await records.search(digits, 1)
            desk.press(down)
            assert (await records.at_the_rows()).call == call["id"]
            desk.press(Qt.Key.Key_Space)
            assert desk.presses == TARGET
            (file,) = await until(lambda: player.opened, "the player was given a file")
            path = Path(file)
            assert path.parent == desk.paths.playing
            assert digits not in path.name
            with wave.open(file) as sound:
                assert sound.getnframes() > 0
            assert "açması istendi" in records.words
            desk.press(Qt.Key.Key_Space)
            await until(lambda: player.opened == [file, file], "heard again")
            assert await _fetched(records) == before + 1, "what is here is not fetched again"
            told.append(call["id"])
            assert records.playing == [path.name]

    run_qt(qapp, scenario(), 60)
    assert list(DataPaths(tmp_path / "data").playing.iterdir()) == [], "nothing stays at the end"
    assert _audit(tmp_path, "listen") == [(told[0], "done"), (told[0], "done")]


def test_a_played_copy_goes_after_its_time(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = PbxTime(0.0)
    time.ahead = 0.0
    monkeypatch.setattr("supervisor_gui.program.Clock", time)
    # A real quarter of an hour is too long for a test, and so is the half minute after which files are looked at.
    monkeypatch.setattr("supervisor_gui.sessions.recording_files.LOOK_AGAIN", 0.02)

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            _, digits = await _complaint(records)
            await records.open()
            await records.search(digits, 1)
            records.desk.press(Qt.Key.Key_Return)
            await records.at_the_rows()
            records.desk.press(Qt.Key.Key_Space)
            await until(lambda: player.opened, "heard")
            time.ahead += 890
            records.desk.press(Qt.Key.Key_Space)
            await until(lambda: len(player.opened) == 2, "heard again: its time begins anew")
            time.ahead += 890
            await until(lambda: len(records.desk.program._session.kept.shelf._copies._copies) == 1)
            assert len(records.playing) == 1
            time.ahead += 11
            await until(lambda: records.playing == [], "gone")

    run_qt(qapp, scenario(), 60)


def test_a_recording_is_saved_where_it_is_noted_or_where_the_user_says(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess, player: Player
) -> None:
    told: list[str] = []
    mine = tmp_path / "mine.wav"

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            call, digits = await _complaint(records)
            told.append(call["id"])
            await records.open()
            await records.search(digits, 1)
            desk.press(Qt.Key.Key_Return)
            await records.at_the_rows()
            dialog = await _save(records)
            assert Path(dialog.directory().absolutePath()) == desk.paths.recordings
            assert digits not in dialog.selectedFiles()[0]
            QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
            await until(lambda: list(desk.paths.recordings.iterdir()) and "30 gün" in records.words, "saved and told")
            await records.keyboard_back()
            records.page.table.setFocus()
            dialog = await _save(records)
            line = dialog.findChild(QLineEdit)
            line.setText(str(mine))
            QTest.keyClick(line, Qt.Key.Key_Return)
            await until(mine.exists, "saved elsewhere")
            await until(lambda: "mine.wav" in records.words and "30 gün" not in records.words, "told")
            assert player.opened == []

    run_qt(qapp, scenario(), 60)
    paths = DataPaths(tmp_path / "data")
    (file,) = paths.recordings.iterdir()
    assert kept_rows(paths, "SELECT file, call FROM saved_recordings") == [(file.name, told[0])]
    assert file.read_bytes() == mine.read_bytes()
    assert _audit(tmp_path, "save_recording") == [(told[0], "done"), (told[0], "done")]


async def _save(records: RecordsDesk) -> QFileDialog:
    """The menu's entry; the dialog that it opens."""
    press_menu_key(records.desk)
    choose_from_menu("Ses kaydını kaydet…")
    window = records.desk.shell.window
    found: list[QFileDialog] = await until(
        lambda: [one for one in window.findChildren(QFileDialog) if one.isVisible()], "where to save it"
    )
    (dialog,) = found
    return dialog


def test_a_recording_on_its_way_is_given_up_by_keys(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess, player: Player
) -> None:
    told: list[str] = []

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            call, digits = await _complaint(records)
            told.append(call["id"])
            await records.open()
            await records.search(digits, 1)
            desk.press(Qt.Key.Key_Return)
            await records.at_the_rows()
            await desk.control.post("/faults", {"set": [{"name": "slow", "match": {"operation": UPLOAD}}]})
            try:
                desk.press(Qt.Key.Key_Space)
                await until(lambda: records.playing, "it is on its way")
                cancel = records.page.recording.cancel
                await records.tab_to(lambda widget: widget is cancel)
                desk.press(Qt.Key.Key_Space)
                await until(lambda: not records.page.recording.isVisible(), "the line is gone")
                assert records.playing == []
            finally:
                await desk.control.post("/faults", {"clear": True})
            assert player.opened == []

    run_qt(qapp, scenario(), 60)
    assert _audit(tmp_path, "listen") == [(told[0], "cancelled")]


def test_a_call_is_looked_up_by_its_id_wherever_it_is(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess, player: Player
) -> None:
    told: list[str] = []

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            kept, _ = await _complaint(records)
            today = await truth(desk, OLDER)
            older = next(call for call in today if call["kind"] == "queue" and call["answered"] is not None)
            assert older["arrived"] < kept["arrived"] - 3 * 86_400
            told.extend([kept["id"]] * 2 + [older["id"]] * 2 + [NOWHERE])
            await records.open()

            async def look_up(text: str) -> int:
                """How often the PBX was asked for it."""
                before = await _asked_by_id(records)
                desk.press(Qt.Key.Key_F, CTRL)
                records.page.bar.search.clear()
                await records.search(text, await _all(records))
                desk.press(Qt.Key.Key_Return)
                await until(lambda: f"Çağrı kimliği {text}" in records.words, "looked up")
                return await _asked_by_id(records) - before

            for text in (kept["id"], kept["id"].partition("-")[2]):
                assert await look_up(text) == 0
                assert [call.call for call in records.calls] == [kept["id"]]
            for text in (older["id"], older["id"].partition("-")[2]):
                assert await look_up(text) == 1
                assert [call.call for call in records.calls] == [older["id"]]
            assert (await records.at_the_rows()).call == older["id"]
            desk.press(Qt.Key.Key_Space)
            await until(lambda: player.opened, "also what is not kept is heard")
            assert await look_up(NOWHERE) == 2, "as typed, and without what stands before the dash"
            assert records.calls == []
            assert "ne kayıtlarda ne de santralde var" in records.words
            await records.tab_to(lambda widget: widget is records.page.rows.clear)
            desk.press(Qt.Key.Key_Space)
            await until(lambda: records.count > 1, "all of them again")

    run_qt(qapp, scenario(), 60)
    assert _audit(tmp_path, "look_up") == [(call, "done") for call in told]


def test_a_look_up_that_the_pbx_refuses_is_noted_too(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess
) -> None:
    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            problems: list[Message] = []
            desk.program._shell.messages.told.connect(problems.append)
            await records.open()
            await desk.control.post("/faults", {"set": ["code-72"]})
            try:
                await records.search(NOWHERE, await _all(records))
                desk.press(Qt.Key.Key_Return)
                await until(lambda: any("Netgsm sorguyu geri çevirdi" in one.text for one in problems), "refused")
            finally:
                await desk.control.post("/faults", {"clear": True})

    run_qt(qapp, scenario(), 60)
    assert _audit(tmp_path, "look_up") == [(NOWHERE, "refused")]


async def _asked_by_id(records: RecordsDesk) -> int:
    """How many questions for one call the PBX took."""
    return sum("uniqueid" in one["body"] for one in await records.desk.control.requests(RECORDS))


async def _all(records: RecordsDesk) -> int:
    """How many calls there are when an id, which narrows nothing, stands in the search."""
    await until(lambda: records.count >= 0, "counted")
    return records.count


def test_filters_and_scrolling_need_no_mouse(qapp: QApplication, tmp_path: Path, centre: SimulatorProcess) -> None:
    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            await records.open()
            calls = await truth(desk, DAYS)
            await records.tab_to(lambda widget: widget.accessibleName() == "Bugün")
            desk.press(Qt.Key.Key_Right)
            desk.press(Qt.Key.Key_Space)
            since = max(turkish(call["arrived"]).date() for call in calls)
            yesterday = [call for call in calls if turkish(call["arrived"]).date() == since]
            await until(lambda: records.count == len(yesterday), "yesterday's calls")
            desk.press(Qt.Key.Key_Slash)
            assert records.page.bar.search.hasFocus()
            desk.press(Qt.Key.Key_Down)
            await records.at_the_rows()
            desk.press(Qt.Key.Key_End)
            table = records.page.table
            await until(lambda: table.current and table.current.call == yesterday[0]["id"], "the oldest")
            desk.press(Qt.Key.Key_Home)
            await until(lambda: table.current and table.current.call == yesterday[-1]["id"], "the newest")
            for _ in range(3):
                desk.press(Qt.Key.Key_PageDown)
            at = table.currentIndex().row()
            await until(lambda: table.current and table.current.call == yesterday[-1 - at]["id"], "some pages down")

            desk.press(Qt.Key.Key_Escape)
            assert records.page.bar.search.hasFocus()
            await records.tab_to(lambda widget: widget is records.page.bar.directions)
            # Its menu runs a loop of its own, which would hold this test up.
            records.page.bar.directions.switches[Direction.MISSED].trigger()
            lost = [call for call in yesterday if call["kind"] in {"queue", "direct"} and call["answered"] is None]
            await until(lambda: records.count == len(lost), "those nobody took")
            assert [call.call for call in records.calls] == [call["id"] for call in reversed(lost)]
            await records.tab_to(lambda widget: widget is records.page.bar.recorded)
            desk.press(Qt.Key.Key_Space)
            await until(lambda: records.count == 0, "none of them was recorded")
            await records.tab_to(lambda widget: widget is records.page.rows.clear)
            desk.press(Qt.Key.Key_Space)
            await until(lambda: records.count == len(yesterday), "nothing narrows")

    run_qt(qapp, scenario(), 60)


def test_a_masked_seat_sees_two_digits_until_it_asks_and_that_is_noted(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess
) -> None:
    told: list[str] = []

    async def scenario() -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            desk = records.desk
            desk.program._settings.set(keys.MASK_NUMBERS, True)
            call, digits = await _complaint(records)
            told.append(call["id"])
            await records.open()
            await records.search(digits, 1)
            desk.press(Qt.Key.Key_Return)
            await records.at_the_rows()
            row = records.page.table.record_model.row_at
            assert call["number"] not in row(0).party + records.words
            assert f"•••{digits[-2:]}" in row(0).party
            press_menu_key(desk)
            choose_from_menu("Numaranın tamamını göster")
            await until(lambda: call["number"] in row(0).party, "the whole number")
            assert call["number"] in records.words

    run_qt(qapp, scenario(), 60)
    assert _audit(tmp_path, "unmask") == [(told[0], "done")]


def test_another_account_shows_no_call_of_the_one_before(
    qapp: QApplication, tmp_path: Path, centre: SimulatorProcess
) -> None:
    async def scenario(second: SimulatorProcess) -> None:
        async with records_desk(qapp, tmp_path, centre, days=DAYS) as records:
            call, digits = await _complaint(records)
            program = records.desk.program
            await records.open()
            await records.search(digits, 1)
            records.desk.press(Qt.Key.Key_Return)
            await records.at_the_rows()
            await program._finish_session()
            assert records.calls == []
            assert records.page.bar.search.text() == ""
            assert records.page.details.call is None
            assert call["number"] not in records.words
            to = second.info
            other = Profile(
                name="Other", account=OTHER_ACCOUNT, pbx_url=to.pbx_url, api_url=to.api_url, plain_http_agreed=True
            )
            program._settings.put(other)
            await program._begin(await program._entrance.ticket(other))
            await until(lambda: program._session.kept.missed.view.as_of > 0, "the other account's records", 30)
            await until(lambda: records.count == 0, "it had no calls")

    with SimulatorProcess((*STILL, "--account", OTHER_ACCOUNT), password=PASSWORD) as second:
        run_qt(qapp, scenario(second), 60)
