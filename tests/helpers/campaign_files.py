"""Files of numbers as campaigns get them: so many good rows, so many bad ones, so many twice. It asserts nothing."""

import random
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

BAD = ("yok", "1234", "0555 12", "aranmasın", "5,55E+09", "112", "444 0 555", "0800 211 00 00", "+44 20 7946 0018")
"""Cells that are no number to be called; in a CSV file all are text."""

FIRST = 5_550_000_000
NAMES = ("Çağrı Öztürk", "İpek Şahin", "Işıl Yıldız", "Ümit Güneş", "Ayşe; Oğuz", 'Deniz "Deli" Ak')
Row = tuple[str, str]


def good_rows(count: int, *, names: bool = True) -> list[Row]:
    """So many rows, each with a number of its own, written in one of the ways people write them."""
    ways = (str, lambda digits: f"0{digits}", lambda digits: f"+90 {digits[:3]} {digits[3:6]} {digits[6:]}")
    return [(ways[place % 3](str(FIRST + place)), NAMES[place % len(NAMES)] if names else "") for place in range(count)]


def mixed(good: Sequence[Row], *, bad: int, twice: int, seed: int = 7) -> list[Row]:
    """These rows, with bad ones and further copies of some strewn in."""
    rng = random.Random(seed)
    rows = [*good]
    rows += [(f"0{national(number)}", f"{name} (2)") for number, name in rng.sample(list(good), twice)]
    first, rest = list(good[:1]), rows[1:]
    rest += [(BAD[place % len(BAD)], f"Kötü {place}") for place in range(bad)]
    rng.shuffle(rest)
    return first + rest


def sent(rows: Sequence[Row]) -> dict[str, str]:
    """What a list gets of these rows: each number once, with the name it comes with first, else itself."""
    wanted: dict[str, str] = {}
    for number, name in rows:
        digits = national(number)
        if digits.startswith("555") and len(digits) == 10:
            wanted.setdefault(digits, name or digits)
    return wanted


def national(number: str) -> str:
    """Ten digits, whatever stands before and between them."""
    digits = "".join(char for char in number if char.isdigit())
    return digits.removeprefix("90")[-10:] if len(digits) >= 10 else digits


def write_csv(file: Path, rows: Sequence[Row], *, names: bool = True) -> Path:
    """As Excel writes it in Turkey: semicolons, quotes where they must be, the old code page."""
    lines = ["Telefon;Ad Soyad" if names else "Telefon"]
    lines += [f"{number};{_quoted(name)}" if names else number for number, name in rows]
    file.write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1254"))
    return file


def write_xlsx(file: Path, rows: Sequence[Row], *, names: bool = True) -> Path:
    """With numbers as numbers where people leave them so."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Müşteriler")
    sheet.append(["Ad Soyad", "Telefon"] if names else ["Telefon"])
    for number, name in rows:
        cell = int(number) if number.isascii() and number.isdigit() and len(number) == 10 else number
        sheet.append([name, cell] if names else [cell])
    book.save(file)
    return file


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & {";", '"'} else text
