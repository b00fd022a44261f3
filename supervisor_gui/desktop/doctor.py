"""The doctor: looks at everything the program needs from this computer and its PBX. It mends nothing.

It runs where the program itself cannot start, so it imports neither Qt nor an HTTP client; the caller brings the
probes that reach the network.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TextIO, TypeVar

import msgspec

from supervisor_gui.config import NO_POLICY, MachinePolicy
from supervisor_gui.desktop.doctor_files import examine_certificates, examine_files, examine_settings
from supervisor_gui.desktop.doctor_net import (
    Reach,
    examine_clock,
    examine_encryption,
    examine_reach,
    examine_zone,
)
from supervisor_gui.desktop.doctor_policy import examine_policy
from supervisor_gui.desktop.doctor_qt import examine_qt
from supervisor_gui.desktop.findings import Finding, Verdict, any_problem, render
from supervisor_gui.desktop.keyring_states import KeyringState, Outcome, explain_keyring
from supervisor_gui.desktop.shipped import examine_program_files
from supervisor_gui.i18n import translate
from supervisor_gui.paths import DataPaths

__all__ = ["Address", "Context", "Finding", "Reach", "Verdict", "examine", "main", "render"]

T = TypeVar("T")


class Address(msgspec.Struct, frozen=True):
    """One address of the connection.

    Attributes:
        subject: What the user calls it, in today's language: the PBX, the API, the event stream.
        url: The base address; `tcp://HOST:PORT` for a plain stream.
        probe: Reaches it. Whatever it raises is a finding.
    """

    subject: str
    url: str
    probe: Callable[[], Awaitable[Reach]]


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at.

    Attributes:
        root: The data folder.
        keyring: Tells how the keyring is, without a question to the user: `Credentials.status`.
        addresses: What must be reached.
        extra_certificates: A PEM file that the settings name, None for none.
        patience: Seconds for each probe.
        qt: Looks at Qt; blocking.
        installation: Looks at the program's own files; blocking.
        newest_schema: The newest form of the history that this program knows.
        utc_offset: Seconds that this computer's zone is east of UTC today.
        machine: The administrator's settings.
        problems: What is wrong with the user's settings, in words.
    """

    root: Path
    keyring: Callable[[], Awaitable[Outcome]]
    addresses: tuple[Address, ...] = ()
    extra_certificates: Path | None = None
    patience: float = 20.0
    qt: Callable[[], tuple[Finding, ...]] = examine_qt
    installation: Callable[[], Finding] = examine_program_files
    newest_schema: int = 0
    utc_offset: Callable[[], float] = lambda: float(time.localtime().tm_gmtoff)
    machine: MachinePolicy = NO_POLICY
    problems: tuple[str, ...] = ()


async def examine(context: Context) -> tuple[Finding, ...]:
    """Look at everything, the slow things side by side.

    Returns:
        The findings in the order of the table, complete whatever goes wrong on the way.
    """
    qt, installation, keyring, files, reaches = await asyncio.gather(
        asyncio.to_thread(context.qt),
        asyncio.to_thread(context.installation),
        _bounded(context.keyring, context.patience, lambda words: Outcome(KeyringState.HANGING, "", words)),
        asyncio.to_thread(examine_files, context.root, context.newest_schema),
        asyncio.gather(*(_reach(address, context.patience) for address in context.addresses)),
    )
    certificates = await asyncio.to_thread(examine_certificates, context.extra_certificates)
    return (
        *qt,
        installation,
        _keyring(keyring),
        certificates,
        *(
            examine_reach(address.subject, address.url, reach)
            for address, reach in zip(context.addresses, reaches, strict=True)
        ),
        examine_encryption(
            [reach.url or address.url for address, reach in zip(context.addresses, reaches, strict=True)],
            [address.url for address, reach in zip(context.addresses, reaches, strict=True) if reach.error],
        ),
        *files,
        examine_settings(DataPaths(context.root).settings, context.problems),
        examine_policy(context.machine),
        examine_clock(reaches),
        examine_zone(context.utc_offset()),
    )


def main(context: Context, out: TextIO) -> int:
    """Look at everything and write the table to `out`.

    Returns:
        The exit code: 1 when something does not work, else 0, also with warnings.
    """
    findings = asyncio.run(examine(context))
    out.write(render(findings) + "\n")
    return int(any_problem(findings))


async def _reach(address: Address, patience: float) -> Reach:
    return await _bounded(address.probe, patience, lambda words: Reach(error=words))


async def _bounded(probe: Callable[[], Awaitable[T]], patience: float, failed: Callable[[str], T]) -> T:
    """What `probe` returns, or what `failed` makes of the words for its failure."""
    try:
        async with asyncio.timeout(patience):
            return await probe()
    except TimeoutError:
        return failed(translate("Doctor", "no answer in {n} s").format(n=round(patience)))
    except Exception as error:  # noqa: BLE001  a broken part is what the doctor is for; its words may hold an address
        return failed(type(error).__name__)


def _keyring(outcome: Outcome) -> Finding:
    subject = translate("Doctor", "Keyring")
    match outcome.state:
        case KeyringState.READY:
            return Finding(Verdict.OK, subject, outcome.backend)
        case KeyringState.FAILED | KeyringState.HANGING:
            verdict = Verdict.PROBLEM
        case _:
            verdict = Verdict.WARNING
    # The keyring library's stand-in where it found none is called "fail Keyring", which reads like a verdict.
    name = translate("Doctor", "no keyring") if outcome.backend.startswith("fail ") else outcome.backend
    return Finding(verdict, subject, (f"{name}: " if name else "") + explain_keyring(outcome))
