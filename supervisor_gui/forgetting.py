"""Deletes everything about one number below the data folder, and tells what is left elsewhere. It asks nobody.

What is in memory goes first, so that nothing writes the number back; then the history, the recordings, the logs and
what was put aside; at last every file is searched for it.
"""

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.desktop.digest_key import KeyDoor
from supervisor_gui.desktop.keyring_states import KeyringState
from supervisor_gui.errors import StoreError
from supervisor_gui.history.forget_files import FileSearch
from supervisor_gui.history.forgotten import ForgottenRows
from supervisor_gui.history.store import Store
from supervisor_gui.history.traces import Trace
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import tail
from supervisor_gui.live.ports import AuditRow
from supervisor_gui.paths import DataPaths
from supervisor_gui.sessions.recording_files import drop, empty
from supervisor_gui.text import clean, last_two

ACTION = "delete_number"


class Protection(msgspec.Struct, frozen=True):
    """What will keep the number out of later imports.

    Attributes:
        key: For the digest; None when there is none.
        words: What the user must know before deleting, empty when all is well.
    """

    key: bytes | None = None
    words: str = ""

    def __repr__(self) -> str:
        return f"Protection({'***' if self.key else None}, {self.words!r})"


class Farewell(msgspec.Struct, frozen=True):
    """What became of a deletion.

    Attributes:
        rows: What changed in the history.
        recordings: Sound files deleted.
        put_aside: Names of damaged or newer history files that held the number and were deleted.
        left: Files below the data folder that still hold it, or could not be read, as named there.
        in_settings: Whether the settings are among those; they are never changed here.
        protected: Whether later imports leave the number out.
        problems: What could not be done, in words.
    """

    rows: ForgottenRows
    recordings: int = 0
    put_aside: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    in_settings: bool = False
    protected: bool = False
    problems: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """Where a number is deleted.

    Attributes:
        store: The history.
        paths: The data folder.
        search: Looks through it; one a program.
        clear_logs: Rewrites the log files (`logs.Logging.forget`); it blocks.
        clear_memory: Takes the number with a tail out of what the open session remembers.
        account, who: For the audit.
        clock: Dates the audit.
    """

    store: Store
    paths: DataPaths
    search: FileSearch
    clear_logs: Callable[[Callable[[str], str]], None]
    clear_memory: Callable[[str], None]
    account: str
    who: str
    clock: Clock


def why_not(number: str, own: Collection[str]) -> str:
    """Why `number` cannot be deleted, in words; empty when it can.

    Args:
        number: As it is kept or typed.
        own: The PBX's own numbers, such as the accounts and the outgoing line.
    """
    wanted = tail(number)
    if not wanted:
        return translate(
            "Forget", "This is no number of a customer: an extension or a hidden number cannot be deleted."
        )
    if wanted in {tail(one) for one in own}:
        return translate("Forget", "This is your own PBX's number; it stands in every call.")
    return ""


async def protection(keys: KeyDoor | None, store: Store) -> Protection:
    """Read or make the key, which may ask the user to unlock the keyring.

    Args:
        keys: The door to the key; None where none is kept, as in a demo whose data stay.
        store: Knows whether earlier deletions need the key that was.

    Raises:
        StoreError: The history cannot be read.
    """
    if keys is None:
        return Protection(words=_unprotected(""))
    before = await keys.read()
    gone = before.key is None and before.outcome.state is KeyringState.READY and await store.has_forgotten()
    kept = await keys.make()
    if kept.key is None:
        return Protection(words=_unprotected(why_unprotected(kept.outcome.state)))
    return Protection(kept.key, _key_was_gone() if gone else "")


async def forget_number(number: str, protected: Protection, place: Place) -> Farewell:
    """Delete everything about `number`, which `why_not` has nothing against.

    Raises:
        StoreError: The history could not be changed, in words; at most what was in memory is gone.
    """
    trace = Trace(tail(number))
    place.clear_memory(trace.tail)
    if protected.key is not None:
        place.store.use_key(protected.key)
    try:
        rows = await place.store.forget(trace.tail, protected.key)
    except StoreError as error:
        _note(place, trace, "refused", str(error))
        raise
    gone, problems = await asyncio.to_thread(_clear_files, place, trace, rows.files)
    _note(place, trace, "done")
    await place.store.open()  # the row above is in the file before that is searched
    left = await asyncio.to_thread(place.search.holding, trace)
    return Farewell(
        rows=rows,
        recordings=gone.recordings,
        put_aside=gone.put_aside,
        left=tuple(_told(place.paths, path) for path in left),
        in_settings=place.paths.settings in left,
        protected=protected.key is not None,
        problems=tuple(filter(None, (rows.problem, *problems))),
    )


def closing_words(farewell: Farewell) -> tuple[str, ...]:
    """What was deleted, what is left, and what lies where this program cannot reach: paragraphs for the user."""
    rows = farewell.rows
    calls, blanked, recordings = rows.records, rows.blanked, farewell.recordings
    done = [translate("Forget", "%n call(s) deleted.", None, calls)]
    if blanked:
        words = translate("Forget", "%n other call(s) stay for the statistics, without the number.", None, blanked)
        done.append(words)
    memories = rows.names + rows.notes + rows.remembered + rows.audit + rows.others
    if memories:
        done.append(translate("Forget", "%n name(s), note(s) and other entries deleted.", None, memories))
    if recordings:
        done.append(translate("Forget", "%n saved recording(s) deleted.", None, recordings))
    if farewell.put_aside:
        words = translate("Forget", "Damaged history files that held the number were deleted: {names}.")
        done.append(words.format(names=_listed(farewell.put_aside)))
    told = [" ".join(done), *farewell.problems]
    if farewell.left:
        words = translate("Forget", "These files in the data folder still hold the number or cannot be read: {names}.")
        told.append(words.format(names=_listed(farewell.left)))
    if farewell.in_settings:
        told.append(translate("Forget", "The number stands in a setting; only you can change that."))
    told.append(
        translate("Forget", "Later imports leave this number out.")
        if farewell.protected
        else translate("Forget", "The next import may bring it back.")
    )
    told.append(
        translate(
            "Forget",
            "Its calls and recordings still lie at Netgsm, and in files that were exported or saved elsewhere: those "
            "must be deleted there.",
        )
    )
    return tuple(told)


class _Gone(msgspec.Struct, frozen=True):
    recordings: int
    put_aside: tuple[str, ...]


def _clear_files(place: Place, trace: Trace, recordings: tuple[str, ...]) -> tuple[_Gone, tuple[str, ...]]:
    """Delete what is a file of its own; runs in a thread."""
    paths, problems = place.paths, []
    kept = paths.recordings.resolve()
    ours = [path for name in recordings if (path := (kept / name).resolve()).is_relative_to(kept)]
    there = [path for path in ours if path.exists()]
    held = [path.name for path in there if not drop(path)]
    recordings_gone = len(there) - len(held)
    if empty(paths.playing):
        held.append(paths.playing.name)
    if held:
        words = translate("Forget", "Another program holds these recordings open, delete them later: {names}.")
        problems.append(words.format(names=_listed(held)))
    try:
        place.clear_logs(trace.without)
    except OSError as error:
        words = translate("Forget", "The log files could not be rewritten:")
        problems.append(f"{words} {error.strerror or type(error).__name__}")
    extra = place.search.holding(trace, lambda path: _is_aside(paths, path) or _is_board(paths, path))
    dropped = [path for path in extra if drop(path)]
    put_aside = tuple(path.name for path in dropped if _is_aside(paths, path))
    return _Gone(recordings_gone, put_aside), tuple(problems)


def _is_aside(paths: DataPaths, path: Path) -> bool:
    """A history file that was damaged or newer once, or what belongs to one."""
    return path.parent == paths.root and path.name.startswith(f"{paths.history.name}.")


def _is_board(paths: DataPaths, path: Path) -> bool:
    """The last board or what a killed run left of it; it is written anew within a minute."""
    return path.parent == paths.root and path.name.startswith(paths.board.name)


def _told(paths: DataPaths, path: Path) -> str:
    return path.relative_to(paths.root).as_posix()


def _listed(names: Collection[str]) -> str:
    return ", ".join(clean(name, 80) for name in names)


def _note(place: Place, trace: Trace, outcome: str, words: str = "") -> None:
    row = AuditRow(
        at=place.clock.wall(),
        who=place.who,
        account=place.account,
        action=ACTION,
        extension="",
        queue="",
        detail=last_two(trace.tail),
        outcome=outcome,
        words=words,
    )
    place.store.record((row,))


def _unprotected(reason: str) -> str:
    words = translate(
        "Forget",
        "Nothing can keep this number out of later imports: its calls may come back as long as Netgsm has them.",
    )
    return f"{reason} {words}".strip()


def why_unprotected(state: KeyringState) -> str:
    """Why the keyring keeps no key, in words."""
    match state:
        case KeyringState.MISSING | KeyringState.NULL:
            return translate(
                "Forget",
                "This computer has no keyring, the only place for the key by which deleted numbers are known again. "
                "Set one up, such as GNOME Keyring or KWallet, then delete the number again.",
            )
        case KeyringState.LOCKED | KeyringState.DISMISSED:
            return translate("Forget", "The keyring stayed locked.")
        case KeyringState.HANGING:
            return translate("Forget", "The keyring does not answer.")
        case _:
            return translate("Forget", "The keyring could not keep the key of deleted numbers.")


def _key_was_gone() -> str:
    return translate(
        "Forget",
        "The keyring has lost the key of earlier deletions: numbers deleted then may come back, and must be deleted "
        "once more.",
    )
