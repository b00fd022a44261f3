"""A file that is there whole or not at all: written beside its target, then renamed. What is in it others know."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.whole_files import put_in_place

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BAD_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_OURS_ALONE = 0o600


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that becomes `path` when the block ends well; whatever it raises leaves the old file as it was.

    Until then it is a hidden one with a name of its own in the same folder, readable by this user alone. It keeps the
    rights of a file that it replaces. It works on the disk, so never on the window's thread.

    Raises:
        StoreError: The folder, the name or the disk takes no file, or another program holds the old one; in words.
    """
    try:
        target = Path(os.path.realpath(path))  # A link goes on pointing at its file.
        rights = _rights(target)
        part, file, usual = _begin(target.parent)
    except (OSError, ValueError) as error:
        raise told(error, path) from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _give_rights(part, usual if rights is None else rights)
        _rename(part, target)
    except OSError as error:
        raise told(error, path) from error
    finally:
        # After the rename it is not there any more.
        with contextlib.suppress(OSError):
            part.unlink()


def folder_of(text: str) -> Path:
    """The folder that somebody typed; `~` is the own home. Another one's that is unknown stays, and is not there."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def make_folder(folder: Path) -> None:
    """Make `folder`, unless it is there, and see that files can be made in it.

    Raises:
        StoreError: It cannot be made or takes no file; in words.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            translate("ExportFile", "The folder {folder} cannot be made. Choose another one.").format(
                folder=clean(str(folder))
            ),
            details=f"{type(error).__name__}: {error.strerror or ''}".rstrip(": "),
        ) from error
    try:
        part, file, _ = _begin(folder)
        file.close()
        part.unlink()
    except OSError as error:
        raise told(error, folder / folder.name) from error


def told(error: OSError | ValueError, path: Path) -> StoreError:
    """Why the file could not be written and what to do, in today's language."""
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    details = f"{type(error).__name__}: {getattr(error, 'strerror', None) or ''}".rstrip(": ")
    return StoreError(
        _words(error, code or 0).format(file=clean(path.name), folder=clean(str(path.parent))), details=details
    )


def _words(error: OSError | ValueError, code: int) -> str:
    if isinstance(error, _HeldError):
        return translate(
            "ExportFile", "{file} is open in another program or write-protected. Close it there and export again."
        )
    if code in _NO_ROOM:
        return translate("ExportFile", "There is no room for {file}. Free some space or choose another folder.")
    if code in _FORBIDDEN:
        return translate("ExportFile", "Nothing may be written into the folder {folder}. Choose another folder.")
    if code in _NO_FOLDER:
        return translate("ExportFile", "The folder {folder} is not there. Choose another folder.")
    if code == errno.EISDIR:
        return translate("ExportFile", "{file} is a folder. Choose another name.")
    if code in _BAD_NAME:
        return translate("ExportFile", "A file cannot have the name {file}. Choose another name.")
    return translate("ExportFile", "{file} could not be written. Check the disk or choose another folder.")


class _HeldError(PermissionError):
    """The system refuses to put the new file in the place of the old one."""


def _rights(target: Path) -> int | None:
    """The old file's rights; None when there is none.

    Raises:
        OSError: A folder is in its place, no file can have this name, or another program holds it.
    """
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        rights = target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None
    if os.name == "nt":
        # Excel holds what it shows: better known now than after minutes of work.
        try:
            target.open("r+b").close()
        except PermissionError as error:
            raise _HeldError(error.errno, error.strerror) from error
    return rights


def _begin(folder: Path) -> tuple[Path, BinaryIO, int]:
    """Make the file; beside it the rights that a new file of this user usually has."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    # 64 random bits: a name that is taken is a fault of the folder, and O_EXCL tells it.
    part = folder / f".export-{secrets.token_hex(8)}.part"
    handle = os.open(part, flags, 0o666)
    file = os.fdopen(handle, "wb")
    usual = os.fstat(handle).st_mode & 0o777
    _give_rights(part, _OURS_ALONE)
    return part, file, usual


def _give_rights(part: Path, rights: int) -> None:
    if os.name == "posix":
        # A memory stick's file system knows no rights.
        with contextlib.suppress(OSError):
            part.chmod(rights)


def _rename(part: Path, target: Path) -> None:
    try:
        put_in_place(part, target)
    except PermissionError as error:
        if target.exists():
            raise _HeldError(error.errno, error.strerror) from error
        raise
    if os.name == "posix":
        # Makes the new name last through a power cut; a network folder may know no such thing.
        with contextlib.suppress(OSError):
            handle = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
