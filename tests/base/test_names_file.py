"""The names as a file: whole in its place, or told why not, with nothing left beside it."""

from collections.abc import Collection, Iterable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supervisor_gui.live.directory import Directory
from supervisor_gui.live.directory_csv import read_csv
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.names_file import names_file
from supervisor_gui.ui.messages import Message, Messages, Tone

ENTRIES = (DirectoryEntry("101", "Ayşe Yılmaz", "Destek"), DirectoryEntry("102", "Mehmet Kaya"))


class _Nowhere:
    """Keeps no names."""

    def put_names(self, account: str, entries: Iterable[DirectoryEntry]) -> None:
        del account, entries


async def _nobody(_: Collection[str]) -> frozenset[str]:
    return frozenset()


def files(folder: Path) -> list[str]:
    """What is in a folder."""
    return [file.name for file in folder.iterdir()]


async def written(path: Path) -> tuple[bool, list[Message]]:
    """Write the names to `path`: whether they are there, and what was told."""
    messages, told = Messages(), []
    messages.told.connect(told.append)
    directory = Directory("8501110000", _Nowhere(), ENTRIES)
    return await names_file(directory, str(path), messages, write=True, kept_out=_nobody), told


@pytest.mark.parametrize("before", [None, b"old"], ids=["a new file", "in the place of another"])
async def test_the_names_are_written_whole(qtbot: QtBot, tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "names.csv"
    if before is not None:
        path.write_bytes(before)
    assert await written(path) == (True, [])
    assert read_csv(path.read_bytes()).entries == ENTRIES
    assert files(tmp_path) == ["names.csv"]


async def test_names_that_cannot_be_put_there_are_told_and_leave_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "names.csv").mkdir()
    done, told = await written(tmp_path / "names.csv")
    assert not done
    assert [message.tone for message in told] == [Tone.PROBLEM]
    assert "names.csv" in told[0].text
    assert files(tmp_path) == ["names.csv"]
