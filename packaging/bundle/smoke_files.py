"""Reads back what the program wrote: pictures, tables, documents, the screen. Standard library only."""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

Colour = tuple[int, int, int]
_PNG = b"\x89PNG\r\n\x1a\n"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_XWD_HEAD = struct.Struct(">25I")


class SmokeError(Exception):
    """Something is not as it must be; the text says what."""


class Picture(NamedTuple):
    """The upper rows of a picture.

    Attributes:
        width: Pixels of a row.
        rows: Each row's bytes, `step` for a pixel, red first.
    """

    width: int
    step: int
    rows: list[bytes]

    def colours(self) -> "Counter[Colour]":
        """How often each colour is there."""
        found: Counter[Colour] = Counter()
        for row in self.rows:
            channels = (row[0 :: self.step], row[1 :: self.step], row[2 :: self.step])
            found.update(zip(*channels, strict=True))
        return found

    def part(self, left: int, top: int, right: int, bottom: int) -> "Picture":
        """A rectangle of it."""
        rows = [row[left * self.step : right * self.step] for row in self.rows[top:bottom]]
        return Picture(right - left, self.step, rows)

    def coloured(self) -> int:
        """How many pixels are of a colour and no shade of grey."""
        return sum(count for colour, count in self.colours().items() if max(colour) - min(colour) > 60)


def read_png(path: Path, height: int = 100_000) -> Picture:
    """The upper `height` rows of a picture with eight bits a channel.

    Raises:
        SmokeError: It is not such a picture.
    """
    content = path.read_bytes()
    if not content.startswith(_PNG):
        raise SmokeError(f"{path.name} is no PNG")
    chunks: dict[bytes, bytes] = {}
    at = len(_PNG)
    while at < len(content):
        (length,), kind = struct.unpack(">I", content[at : at + 4]), content[at + 4 : at + 8]
        chunks[kind] = chunks.get(kind, b"") + content[at + 8 : at + 8 + length]
        at += length + 12
    width, tall, depth, form, *_, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    step = {2: 3, 6: 4}.get(form, 0)
    if depth != 8 or not step or interlaced:
        raise SmokeError(f"{path.name} is a PNG of another form")
    return Picture(width, step, _rows(zlib.decompress(chunks[b"IDAT"]), width * step, min(tall, height), step))


def _rows(raw: bytes, length: int, height: int, step: int) -> list[bytes]:
    above = bytes(length)
    rows = []
    for number in range(height):
        at = number * (length + 1)
        above = _unfiltered(raw[at], raw[at + 1 : at + 1 + length], above, step)
        rows.append(above)
    return rows


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    if kind == 0:
        return line
    if kind == 2:
        return bytes(map(_add, line, above))
    row = bytearray(len(line) + step)  # a pixel of nothing before the first
    before = bytes(step) + above
    for at, value in enumerate(line):
        left, up, corner = row[at], above[at], before[at]
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + up) // 2
        else:
            near = left + up - corner
            to_left, to_up, to_corner = abs(near - left), abs(near - up), abs(near - corner)
            guess = left if to_left <= to_up and to_left <= to_corner else up if to_up <= to_corner else corner
        row[at + step] = (value + guess) & 0xFF
    return bytes(row[step:])


def _add(one: int, other: int) -> int:
    return (one + other) & 0xFF


def read_screen(path: Path) -> Picture:
    """What an X server with 24 bits shows now, out of the file that is its memory."""
    content = path.read_bytes()
    head = _XWD_HEAD.unpack_from(content)
    size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    start = size + colours * 12
    rows = []
    for number in range(height):
        row = content[start + number * line : start + number * line + width * 4]
        pixels = bytearray(len(row))
        pixels[0::4], pixels[1::4], pixels[2::4] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(pixels))
    return Picture(width, 4, rows)


def write_png(path: Path, picture: Picture) -> None:
    """Keep a picture for whoever wants to look at it."""
    lines = []
    for row in picture.rows:
        line = bytearray(picture.width * 3)
        line[0::3], line[1::3], line[2::3] = (row[at :: picture.step] for at in range(3))
        lines.append(b"\0" + line)
    head = struct.pack(">IIBBBBB", picture.width, len(picture.rows), 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    ]
    path.write_bytes(_PNG + b"".join(chunks))


def read_csv(path: Path) -> list[list[str]]:
    """The rows of a file for a Turkish spreadsheet: byte order mark and semicolons.

    Raises:
        SmokeError: It has no mark.
    """
    text = path.read_bytes().decode("utf-8")
    if not text.startswith("\ufeff"):
        raise SmokeError(f"{path.name} has no byte order mark")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def read_xlsx(path: Path) -> list[list[str]]:
    """The rows of the first sheet, numbers as they stand in the file.

    Raises:
        SmokeError: It is damaged.
    """
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
        if damaged:
            raise SmokeError(f"{path.name} is damaged at {damaged}")
        shared = []
        if "xl/sharedStrings.xml" in package.namelist():
            strings = ET.fromstring(package.read("xl/sharedStrings.xml"))
            shared = ["".join(part.itertext()) for part in strings.iter(f"{_SHEET}si")]
        sheet = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return [[_cell(cell, shared) for cell in row.iter(f"{_SHEET}c")] for row in sheet.iter(f"{_SHEET}row")]


def _cell(cell: ET.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(cell.itertext())
    text = cell.findtext(f"{_SHEET}v") or ""
    return shared[int(text)] if cell.get("t") == "s" and text else text


def check_svg(path: Path) -> None:
    """A drawing with words in it.

    Raises:
        SmokeError: It is none.
    """
    root = ET.fromstring(path.read_bytes())
    if not root.tag.endswith("}svg") or sum(1 for _ in root.iter()) < 20:
        raise SmokeError(f"{path.name} has nothing in it")


def check_pdf(path: Path) -> None:
    """A whole document with a page and a font in it.

    Raises:
        SmokeError: It is none.
    """
    content = path.read_bytes()
    if not (
        content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF") and re.search(rb"/Type\s*/Page\b", content)
    ):
        raise SmokeError(f"{path.name} is no whole PDF")
    if b"/FontFile" not in content:
        raise SmokeError(f"{path.name} has no font in it")
