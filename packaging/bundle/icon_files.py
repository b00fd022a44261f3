"""Icon files of Windows (.ico) and macOS (.icns), put together of the PNG files of all sizes. It draws nothing."""

import struct
from collections.abc import Mapping
from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = (
    # (kind, pixels); the second of a pair is the same size for a screen of twice as many pixels
    (b"icp4", 16),
    (b"ic11", 32),
    (b"icp5", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
)
_PNG = b"\x89PNG\r\n\x1a\n"


def read_pictures(folder: Path, name: str) -> dict[int, bytes]:
    """The PNG files `{N}x{N}/apps/{name}.png` below `folder`, by size.

    Raises:
        ValueError: A file is no PNG of the size that its folder says.
    """
    pictures = {}
    for path in sorted(folder.glob(f"*x*/apps/{name}.png")):
        size = int(path.parent.parent.name.partition("x")[0])
        data = path.read_bytes()
        if data[:8] != _PNG or struct.unpack(">II", data[16:24]) != (size, size):
            raise ValueError(f"{path} is no PNG of {size}x{size}")
        pictures[size] = data
    return pictures


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """The file for Windows.

    Raises:
        KeyError: A size is missing.
    """
    chosen = [(size, pictures[size]) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(chosen))
    at = len(head) + 16 * len(chosen)
    entries = b""
    for size, data in chosen:
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(data for _, data in chosen)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """The file for macOS.

    Raises:
        KeyError: A size is missing.
    """
    parts = b"".join(kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in ICNS_KINDS)
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts
