"""What was asked of the simulator on its command line, as one frozen value. Starting it is in `main` and `server`."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from supervisor_gui.simulator.accounts import ANY
from supervisor_gui.simulator.faults import FAULTS, FaultItem, UnknownFaultError, parse_items
from supervisor_gui.simulator.framing import FRAMINGS, LOGINS

PASSWORD_VARIABLE = "NETSANTRAL_SIM_PASSWORD"  # noqa: S105
DEFAULT_PASSWORD = "p4ssw0rd"  # noqa: S105
DEFAULT_ACCOUNT = "8501110000"
MOST_AGENTS = 5000
MOST_QUEUES = 200
MOST_LISTS = 5


class SimulatorOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The arguments of one start.

    Attributes:
        account: The PBX number, or "any".
        load: Calls an hour in the busiest hour; None for what suits the agents; 0 for a still world.
        limit_factor: Divides the length of the PBX's windows; None switches them off.
        history_days: Whole days before today of which every call is known.
        dial_lists: Auto-dial lists that are there from the start, in the middle of their work.
        history_later: Those days are made while the simulator serves already; questions about them wait for that.
        parent_pid: The simulator ends when this process is gone; 0 for none.
    """

    pbx_port: int = 0
    api_port: int = 0
    events_port: int = 0
    control_port: int = 0
    account: str = DEFAULT_ACCOUNT
    password: str = DEFAULT_PASSWORD
    queues: int = 4
    agents: int = 20
    load: float | None = None
    speed: float = 1.0
    seed: int = 1
    limit_factor: float | None = 1.0
    queue_required: bool = False
    history_days: int = 0
    history_later: bool = False
    dial_lists: int = 0
    tls: Path | None = None
    request_log: Path | None = None
    faults: tuple[FaultItem, ...] = ()
    ready_file: Path | None = None
    parent_pid: int = 0
    framing: str = "mixed"
    login: str = "mixed"

    def __repr__(self) -> str:
        return f"SimulatorOptions(account={self.account!r}, queues={self.queues}, agents={self.agents})"


def parse(argv: Sequence[str]) -> SimulatorOptions | None:
    """The options, or None when the table of faults was asked for.

    Raises:
        SystemExit: With code 2 and a sentence when an argument cannot be used.
    """
    parser = _parser()
    given = vars(parser.parse_args(argv))
    if given["faults"] == "list":
        return None
    try:
        faults = parse_items(name for name in given.pop("faults").split(",") if name)
    except UnknownFaultError as unknown:
        parser.error(f"{unknown}; --faults list shows them all")
    given["password"] = given["password"] or os.environ.get(PASSWORD_VARIABLE) or DEFAULT_PASSWORD
    factor = _factor(parser, given.pop("limits"))
    return SimulatorOptions(**given, limit_factor=factor, faults=faults)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supervisor-gui simulate",
        description="A simulated PBX on 127.0.0.1, for trying the program out and for tests. When it is ready it "
        "prints its addresses as one line of JSON.",
        epilog=f"The password can also come from the variable {PASSWORD_VARIABLE}.",
    )
    for face in ("pbx", "api", "events", "control"):
        parser.add_argument(f"--{face}-port", type=_whole(0, 65535), default=0, metavar="N", help="0 takes any")
    parser.add_argument(
        "--account", type=_account, default=DEFAULT_ACCOUNT, metavar="N|any", help=f"who may log in ({DEFAULT_ACCOUNT})"
    )
    parser.add_argument("--password", default="", metavar="P", help=f"with which password ({DEFAULT_PASSWORD})")
    parser.add_argument(
        "--queues", type=_whole(1, MOST_QUEUES), default=4, metavar="N", help=f"4 without it, at most {MOST_QUEUES}"
    )
    parser.add_argument(
        "--agents", type=_whole(1, MOST_AGENTS), default=20, metavar="N", help=f"20 without it, at most {MOST_AGENTS}"
    )
    parser.add_argument(
        "--load", type=_amount(0, 200_000), metavar="CALLS", help="calls an hour at the busiest; 0 keeps still"
    )
    parser.add_argument("--speed", type=_amount(0.01, 3600), default=1.0, metavar="X", help="how fast its time runs")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which chance it follows")
    parser.add_argument(
        "--limits", default="strict", metavar="strict|off|FACTOR", help="rate limits: as of the PBX, none, or shortened"
    )
    parser.add_argument("--queue-required", action="store_true", help="queue status only for a named queue")
    parser.add_argument(
        "--history-days", type=_whole(0, 400), default=0, metavar="N", help="days before today with call records"
    )
    parser.add_argument(
        "--dial-lists", type=_whole(0, MOST_LISTS), default=0, metavar="N", help="auto-dial lists from the start"
    )
    parser.add_argument("--history-later", action="store_true", help="serve first, then make those days")
    parser.add_argument("--tls", type=Path, metavar="DIR", help="serve HTTP over TLS, with a CA written into DIR")
    parser.add_argument("--request-log", type=Path, metavar="FILE", help="append every request as a JSON line")
    parser.add_argument("--faults", default="", metavar="NAME,…|list", help=f"{len(FAULTS)} troubles to switch on")
    parser.add_argument("--ready-file", type=Path, metavar="FILE", help="write the line of JSON there too")
    parser.add_argument("--parent-pid", type=_whole(0, 2**31 - 1), default=0, metavar="N", help="end with that process")
    parser.add_argument("--framing", choices=FRAMINGS, default="mixed", help="how event frames are parted")
    parser.add_argument("--login", choices=LOGINS, default="mixed", help="how a login is answered")
    return parser


def _factor(parser: argparse.ArgumentParser, text: str) -> float | None:
    if text in {"strict", "off"}:
        return 1.0 if text == "strict" else None
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 1 <= factor <= 100_000:
        parser.error("--limits takes strict, off, or a number of at least 1")
    return factor


def _account(text: str) -> str:
    if text != ANY and not (len(text) == 10 and text.isascii() and text.isdigit() and text[0] != "0"):
        raise argparse.ArgumentTypeError("an account is ten digits without a leading 0, or any")
    return text


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"must be from {least} to {most}")
        return value

    return number


def _amount(least: float, most: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = float(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"must be from {least:g} to {most:g}")
        return value

    return number
