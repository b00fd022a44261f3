"""Exports of the page's report where something goes wrong, and when it is right again: told, and never left hanging."""

import asyncio
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Profile, SettingsStore, keys
from supervisor_gui.desks.report_exports import ReportExports
from supervisor_gui.errors import StoreError
from supervisor_gui.live.policy import Policy
from supervisor_gui.reports.values import Report
from supervisor_gui.sessions.audit import Exported
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui import theme
from supervisor_gui.ui.messages import Message
from supervisor_gui.ui.shell import Shell
from supervisor_gui.ui.statistics.page import StatisticsView
from tests.helpers.page_reports import report_for
from tests.helpers.qt_async import run_qt, until

REPORT = report_for(date(2026, 11, 16), date(2026, 11, 22))


class Exporting:
    """A page with a report on it, and everything that is told about its exports."""

    def __init__(self, qtbot: QtBot, folder: Path | str) -> None:
        self.bugs: list[tuple[str, BaseException]] = []
        self.told: list[Message] = []
        self.withdrawn: list[str] = []
        self.noted: list[Exported] = []
        self.shown: Report | None = REPORT
        self.page = StatisticsView()
        qtbot.addWidget(self.page)
        self.settings = SettingsStore(Path("unused.ini"))
        self.settings.put(Profile(name="One", account="8501110000"))
        self.settings.open("One")
        self.settings.set(keys.EXPORT_FOLDER, str(folder))
        self.tasks = Tasks(lambda name, error: self.bugs.append((name, error)))
        self.shell = Shell(policy=Policy(), settings=self.settings.settings, theme=theme.LIGHT)
        qtbot.addWidget(self.shell.window)
        self.shell.messages.told.connect(self.told.append)
        self.shell.messages.withdrawn.connect(self.withdrawn.append)
        self.exports = ReportExports(self.page, self.shell, self.settings, self.tasks, shown=lambda: self.shown)
        self.exports.attach(self)

    @property
    def kept(self) -> SimpleNamespace:
        """What a session would note the export with."""
        return SimpleNamespace(audit=SimpleNamespace(note_export=self.noted.append))

    @property
    def strip(self) -> tuple[bool, bool]:
        """Whether an export is told of, and whether it says that it is under way."""
        line = self.page.progress.export
        return not line.isHidden(), not line.isHidden() and not line.bar.isHidden()

    async def export(self, name: str) -> None:
        """Ask for a file and wait until nothing is written any more."""
        self.exports.ask(name)
        await until(lambda: not self.tasks.names, "the export's end")


def test_our_own_mistake_leaves_no_export_that_seems_to_go_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting = Exporting(qtbot, tmp_path)

    async def no_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("supervisor_gui.exports.page_files.write_files", no_memory)
    run_qt(qapp, exporting.export("csv"))
    assert [(name, type(error)) for name, error in exporting.bugs] == [("export", MemoryError)]
    assert exporting.strip == (False, False)
    monkeypatch.undo()
    run_qt(qapp, exporting.export("csv"))
    assert exporting.strip == (True, False)
    assert [file.suffix for file in tmp_path.iterdir()] == [".csv"]


@pytest.mark.parametrize("folder", ["{tmp}/gone", "~nobody-of-this-name/files"])
def test_a_folder_that_is_not_there_is_told_until_a_file_is_written(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, folder: str
) -> None:
    exporting = Exporting(qtbot, folder.format(tmp=tmp_path))
    run_qt(qapp, exporting.export("csv"))
    assert exporting.bugs == []
    assert [(one.key, "is not there. Choose another folder." in one.text) for one in exporting.told] == [
        ("export", True)
    ]
    assert "settings" in exporting.told[0].todo, "where another one is chosen"
    assert exporting.strip == (False, False)
    assert exporting.withdrawn == []
    exporting.settings.set(keys.EXPORT_FOLDER, str(tmp_path))
    run_qt(qapp, exporting.export("csv"))
    assert exporting.withdrawn == ["export"]
    assert len(list(tmp_path.iterdir())) == 1


def test_what_waits_for_its_figures_is_written_when_they_come_and_noted_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    exporting = Exporting(qtbot, tmp_path)

    async def scenario() -> None:
        exporting.shown = None
        exporting.exports.ask("csv")
        exporting.exports.ask("xlsx")
        assert exporting.exports.busy
        assert exporting.strip == (True, True)
        exporting.shown = REPORT
        exporting.exports.look()
        await until(lambda: not exporting.tasks.names, "the export's end")

    run_qt(qapp, scenario())
    assert [file.suffix for file in tmp_path.iterdir()] == [".csv"]
    assert [one.outcome for one in exporting.noted] == ["done"]


def test_what_waits_for_figures_ends_with_the_session_and_what_is_asked_for_then_waits_for_the_next(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    exporting = Exporting(qtbot, tmp_path)

    async def scenario() -> None:
        exporting.shown = None
        exporting.exports.ask("csv")
        exporting.exports.attach(None)
        exporting.shown = REPORT
        exporting.exports.look()
        assert exporting.tasks.names == ()
        assert exporting.strip == (False, False)
        exporting.exports.ask("csv")
        assert exporting.strip == (True, True)
        exporting.exports.attach(exporting)
        exporting.exports.look()
        await until(lambda: not exporting.tasks.names, "the export's end")

    run_qt(qapp, scenario())
    assert [one.outcome for one in exporting.noted] == ["done"]


def test_what_waits_and_is_cancelled_is_told_in_a_later_session_too(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    exporting = Exporting(qtbot, tmp_path)

    async def scenario() -> None:
        exporting.exports.attach(None)
        exporting.exports.attach(exporting)
        exporting.shown = None
        exporting.exports.ask("csv")
        exporting.exports.give_up()

    run_qt(qapp, scenario())
    assert exporting.strip == (True, False)
    assert exporting.page.progress.export.words.text() == "The export was cancelled."


def test_an_export_whose_session_ends_tells_the_next_one_nothing(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    exporting = Exporting(qtbot, tmp_path)
    files = exporting.exports._files
    gate = asyncio.Event()

    async def closed() -> Report:
        await gate.wait()
        raise StoreError("The history is not open.")

    async def scenario() -> None:
        files.start(closed, "csv")
        assert exporting.strip == (True, True)
        exporting.exports.attach(None)
        assert exporting.strip == (False, False)
        exporting.exports.attach(exporting)
        gate.set()
        await until(lambda: not exporting.tasks.names, "the export's end")

    run_qt(qapp, scenario())
    assert exporting.told == []
    assert exporting.strip == (False, False)
    assert exporting.bugs == []
