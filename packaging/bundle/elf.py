"""What a library says of others in its own header, read from the file: which it needs, and where it looks for them.

Only what Linux on x86-64 and arm64 has: 64 bits, the lowest byte first.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"
_LOAD, _DYNAMIC = 1, 2
_END, _NEEDED, _NAMES, _RPATH, _RUNPATH = 0, 1, 5, 15, 29


@dataclass(frozen=True)
class Entry:
    """One statement of the header: its kind, its value, and where it stands in the file."""

    kind: int
    value: int
    at: int


def is_elf(path: Path) -> bool:
    """Whether the file is a program or a library."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def files(folder: Path) -> list[Path]:
    """Programs and libraries below a folder, links to them not counted again."""
    below = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in below if is_elf(path)]


def needed(data: bytes) -> set[str]:
    """The libraries that this one is linked with."""
    return {_text(data, entry) for entry in _entries(data) if entry.kind == _NEEDED}


def searched(data: bytes) -> set[str]:
    """The folders in which this library looks for others, colons and all."""
    return {_text(data, entry) for entry in _entries(data) if entry.kind in {_RPATH, _RUNPATH}}


def without_absolute_folders(data: bytes) -> bytes:
    """The library without a list of folders that begins with a place on the machine that built it."""
    entries = _entries(data)
    kept = [entry for entry in entries if not _is_absolute(data, entry)]
    if len(kept) == len(entries):
        return data
    changed = bytearray(data)
    kinds = [(entry.kind, entry.value) for entry in kept] + [(_END, 0)] * (len(entries) - len(kept))
    for entry, pair in zip(entries, kinds, strict=True):
        struct.pack_into("<qQ", changed, entry.at, *pair)
    return bytes(changed)


def _is_absolute(data: bytes, entry: Entry) -> bool:
    return entry.kind in {_RPATH, _RUNPATH} and _text(data, entry).startswith("/")


def _segments(data: bytes) -> list[tuple[int, int, int, int]]:
    """(kind, place in the file, address, size) of each segment."""
    start, size, count = *struct.unpack_from("<Q", data, 32), *struct.unpack_from("<HH", data, 54)
    found = []
    for at in range(start, start + size * count, size):
        kind, _, place, address, _, length = struct.unpack_from("<IIQQQQ", data, at)
        found.append((kind, place, address, length))
    return found


def _entries(data: bytes) -> list[Entry]:
    found = []
    for kind, place, _, length in _segments(data):
        if kind == _DYNAMIC:
            for at in range(place, place + length, 16):
                tag, value = struct.unpack_from("<qQ", data, at)
                if tag == _END:
                    break
                found.append(Entry(tag, value, at))
    return found


def _text(data: bytes, entry: Entry) -> str:
    names = next(other.value for other in _entries(data) if other.kind == _NAMES)
    for kind, place, address, length in _segments(data):
        if kind == _LOAD and address <= names < address + length:
            start = names - address + place + entry.value
            return data[start : data.index(b"\0", start)].decode()
    raise ValueError("no table of names")
