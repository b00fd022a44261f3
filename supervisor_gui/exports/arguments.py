"""`supervisor-gui export`: the order read from the arguments. Carrying it out is `commands/export.py`."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from supervisor_gui.options import Options
from supervisor_gui.reports.formats import FORMATS
from supervisor_gui.reports.request import Group, View

LONGEST = 3660
"""Days of one export at most: ten years."""

BAD_ARGUMENTS = 2

KINDS = ("statistics", "records")


class ExportOrder(msgspec.Struct, frozen=True):
    """What is to be exported, and how the PBX is reached.

    Attributes:
        options: The connection's.
        what: "statistics" or "records".
        start, end: The days, both included.
        formats: Names of formats, each once, in the order given.
        folder: Where the files go; made when it is not there.
        view, group: Which picture and table.
    """

    options: Options
    what: str
    start: date
    end: date
    formats: tuple[str, ...]
    folder: Path
    view: View = View.DAYS
    group: Group = Group.DAY


def read_export(
    argv: Sequence[str],
    connection: Callable[[argparse.ArgumentParser], None],
    options_of: Callable[[argparse.ArgumentParser, argparse.Namespace], Options],
) -> ExportOrder:
    """The order in `argv`.

    Args:
        argv: What follows `export`.
        connection: Adds the options of the connection to a parser.
        options_of: Reads them, or ends with the parser's error.

    Raises:
        SystemExit: With code 2 and a sentence when an argument cannot be used.
    """
    parser = _parser()
    connection(parser)
    given = parser.parse_args(argv)
    if given.end < given.start:
        parser.error("--to is before --from")
    if (given.end - given.start).days >= LONGEST:
        parser.error(f"at most {LONGEST} days at once")
    return ExportOrder(
        options=options_of(parser, given),
        what=given.what,
        start=given.start,
        end=given.end,
        formats=given.format,
        folder=given.out.absolute(),
        view=View(given.view),
        group=Group(given.group),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supervisor-gui export",
        allow_abbrev=False,
        description="Write statistics of incoming calls, or the call records, into files, without a display.",
        epilog="The password is the keyring's, else that of the variable NETGSM_PASSWORD. Exit codes: 1 the folder, "
        "the disk or the history file refuses; 2 the arguments or the profile cannot be used; 4 the administrator or "
        "the PBX refuses, the PBX could not be reached, or there is no password; 130 interrupted.",
    )
    parser.add_argument("what", choices=KINDS)
    parser.add_argument("--from", dest="start", type=_day, required=True, metavar="YYYY-MM-DD", help="first day")
    parser.add_argument("--to", dest="end", type=_day, required=True, metavar="YYYY-MM-DD", help="last day")
    parser.add_argument(
        "--format", type=_formats, required=True, metavar=",".join(FORMATS), help="one or more of these"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the files; it is made")
    parser.add_argument("--view", choices=("days", "hours", "weekdays"), default="days", help="rows of statistics")
    parser.add_argument(
        "--group", choices=[group.value for group in Group], default="day", help="how days are put together"
    )
    parser.add_argument("--demo", action="store_true", help="out of the built-in simulator")
    return parser


def _day(word: str) -> date:
    try:
        day = date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError("a day as YYYY-MM-DD") from None
    if not 2000 <= day.year <= 2199:
        raise argparse.ArgumentTypeError("a day of this century")
    return day


def _formats(word: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in word.split(",") if name.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"one or more of {','.join(FORMATS)}")
    return names
