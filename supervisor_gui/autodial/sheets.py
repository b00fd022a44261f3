"""A file or pasted text as rows of cells, whatever it is. It knows nothing of numbers and opens no file.

CSV is read by `sheet_csv`, XLSX by `sheet_xlsx`. Reading takes up to seconds: not for the window's thread.
"""

from supervisor_gui.autodial.sheet_csv import read_csv, read_text, split_numbers
from supervisor_gui.autodial.sheet_values import MOST_BYTES, Cell, CellKind, Sheet, refused
from supervisor_gui.autodial.sheet_xlsx import read_xlsx

__all__ = ["Cell", "CellKind", "Sheet", "read_pasted", "read_sheet"]

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"


def read_sheet(data: bytes, name: str = "") -> Sheet:
    """Read a CSV or XLSX file, told apart by what is in it; whatever it holds, no error is raised.

    Args:
        data: The whole file.
        name: Its name, which tells tabs from other separators.
    """
    if len(data) > MOST_BYTES:
        return refused("too_big")
    if data.startswith(_OLE):
        return refused("old_excel")
    if data.startswith(_ZIP):
        return read_xlsx(data)
    return read_csv(data, tabs=name.casefold().endswith((".tsv", ".tab")))


def read_pasted(text: str) -> Sheet:
    """Read pasted text: cells of a spreadsheet, CSV, or numbers one after the other."""
    if len(text) > MOST_BYTES:
        return refused("too_big")
    tabs = "\t" in text
    sheet = read_text(text, tabs=tabs)
    return sheet if tabs else split_numbers(sheet)
