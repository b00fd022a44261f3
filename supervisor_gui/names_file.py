"""The directory as a CSV file, in and out, off the window's thread. The format is `live/directory_csv`'s."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from pathlib import Path

from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.live.directory import Directory
from supervisor_gui.live.directory_csv import read_csv, write_csv
from supervisor_gui.live.numbers import tail
from supervisor_gui.reports.target_file import replacing
from supervisor_gui.text import clean
from supervisor_gui.ui.messages import Message, Messages, Tone

KeptOut = Callable[[Collection[str]], Awaitable[frozenset[str]]]


async def names_file(directory: Directory, path: str, messages: Messages, *, write: bool, kept_out: KeptOut) -> bool:
    """Read names from `path` into the directory, or write them there; what came of it is told.

    Args:
        directory: The names.
        path: The file.
        messages: For words about it.
        write: Which way.
        kept_out: Tells those of some numbers' tails that were deleted for good; raises StoreError.

    Returns:
        Whether it was done.
    """
    file = Path(path)
    try:
        if write:
            await _write(directory, file, messages)
        else:
            await _read(directory, file, messages, kept_out)
    except StoreError as error:
        messages.problem(error, key="names")
        return False
    except OSError as error:
        text = translate("Names", "The file cannot be used: {file}").format(file=file.name)
        messages.tell(Message(text, details=error.strerror or "", tone=Tone.PROBLEM, key="names"))
        return False
    return True


async def _read(directory: Directory, file: Path, messages: Messages, kept_out: KeptOut) -> None:
    imported = read_csv(await asyncio.to_thread(file.read_bytes))
    deleted = await kept_out(frozenset(tail(entry.extension) for entry in imported.entries) - {""})
    entries = tuple(entry for entry in imported.entries if tail(entry.extension) not in deleted)
    directory.set(entries)
    if left_out := len(imported.entries) - len(entries):
        words = translate("Names", "%n number(s) of the file were deleted for good and left out", None, left_out)
        messages.say(words)
    count = len(entries)
    text = translate("Names", "%n name(s) taken from the file", None, count)
    problems = "\n".join(f"{bad.line}: {_why(bad.problem)}: {clean(bad.text, 60)}" for bad in imported.bad)
    messages.tell(Message(text, details=problems, tone=Tone.PROBLEM if problems else Tone.INFO, key="names"))


async def _write(directory: Directory, file: Path, messages: Messages) -> None:
    titles = (translate("Names", "Extension"), translate("Names", "Name"), translate("Names", "Team"))
    data = write_csv(directory.entries, titles)
    await asyncio.to_thread(_put, file, data)
    messages.say(translate("Names", "Names written to {file}").format(file=file.name))


def _put(file: Path, data: bytes) -> None:
    with replacing(file) as whole:
        whole.write(data)


def _why(problem: str) -> str:
    words = {
        "extension": translate("Names", "no extension in digits"),
        "name": translate("Names", "no name"),
        "long": translate("Names", "too long"),
        "twice": translate("Names", "this extension came before"),
        "quotes": translate("Names", "unreadable quotes"),
    }
    return words.get(problem, problem)
