"""The directory as a CSV file, in and out, off the window's thread. The format is `live/directory_csv`'s."""

import asyncio
from pathlib import Path

from supervisor_gui.i18n import translate
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.directory_csv import read_csv, write_csv
from supervisor_gui.text import clean
from supervisor_gui.ui.messages import Message, Messages, Tone


async def names_file(directory: Directory, path: str, messages: Messages, *, write: bool) -> None:
    """Read names from `path` into the directory, or write them there; what came of it is told."""
    file = Path(path)
    try:
        if write:
            await _write(directory, file, messages)
        else:
            await _read(directory, file, messages)
    except OSError as error:
        text = translate("Names", "The file cannot be used: {file}").format(file=file.name)
        messages.tell(Message(text, details=error.strerror or "", tone=Tone.PROBLEM, key="names"))


async def _read(directory: Directory, file: Path, messages: Messages) -> None:
    imported = read_csv(await asyncio.to_thread(file.read_bytes))
    directory.set(imported.entries)
    count = len(imported.entries)
    text = translate("Names", "%n name(s) taken from the file", None, count)
    problems = "\n".join(f"{bad.line}: {_why(bad.problem)}: {clean(bad.text, 60)}" for bad in imported.bad)
    messages.tell(Message(text, details=problems, tone=Tone.PROBLEM if problems else Tone.INFO, key="names"))


async def _write(directory: Directory, file: Path, messages: Messages) -> None:
    titles = (translate("Names", "Extension"), translate("Names", "Name"), translate("Names", "Team"))
    data = write_csv(directory.entries, titles)
    beside = file.with_name(f"{file.name}.part")
    await asyncio.to_thread(beside.write_bytes, data)
    await asyncio.to_thread(beside.replace, file)
    messages.say(translate("Names", "Names written to {file}").format(file=file.name))


def _why(problem: str) -> str:
    words = {
        "extension": translate("Names", "no extension in digits"),
        "name": translate("Names", "no name"),
        "long": translate("Names", "too long"),
        "twice": translate("Names", "this extension came before"),
        "quotes": translate("Names", "unreadable quotes"),
    }
    return words.get(problem, problem)
