"""`supervisor-gui integrate`: the menu entry, and which links the desktop gives to this program."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from supervisor_gui.commands.language import language, tell
from supervisor_gui.desktop.integration import SCHEMES, IntegrationError, integration, own_command
from supervisor_gui.i18n import LANGUAGES, translate, use_headless


def main(argv: Sequence[str]) -> int:
    """Switch links on and off, then say how it stands.

    Returns:
        The exit code: 0 done, 1 it cannot be done, 2 bad arguments.
    """
    given = _parser().parse_args(argv)
    use_headless(given.lang or language(argv))
    command = own_command(sys.argv[0], given.data_dir.absolute() if given.data_dir else None)
    desktop = integration(command, os.environ)
    if desktop is None:
        tell(translate("Cli", "On this system the installed program itself says which links it opens."))
        return 1
    try:
        before = desktop.handled()
        wanted = _wanted(given, before)
        if not given.status:
            desktop.use(wanted)
        handled = desktop.handled()
    except IntegrationError as error:
        words = translate("Cli", "Links cannot be switched: {place}: {reason}")
        tell(words.format(place=error, reason=error.details))
        return 1
    _report(handled)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supervisor-gui integrate",
        allow_abbrev=False,
        description="Put the program into the desktop's menu and let it open links with numbers.",
        epilog="Without a switch: tel: links on, the others as they are.",
    )
    for scheme in SCHEMES:
        parser.add_argument(f"--{scheme}", choices=("on", "off"), help=f"{scheme}: links")
    parser.add_argument("--status", action="store_true", help="change nothing")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="the data folder that links are meant for")
    parser.add_argument("--lang", choices=LANGUAGES, default="", help="the language")
    return parser


def _wanted(given: argparse.Namespace, before: frozenset[str]) -> frozenset[str]:
    asked = {scheme: getattr(given, scheme) for scheme in SCHEMES if getattr(given, scheme) is not None}
    asked = asked or {"tel": "on"}
    on = {scheme for scheme, way in asked.items() if way == "on"}
    return frozenset(on | (before - asked.keys()))


def _report(handled: frozenset[str]) -> None:
    for scheme in SCHEMES:
        if scheme in handled:
            words = translate("Cli", "{scheme}: links come to this program.")
        else:
            words = translate("Cli", "{scheme}: links do not come to this program.")
        sys.stdout.write(f"{words.format(scheme=scheme)}\n")
    if sys.platform == "win32" and handled:
        words = translate("Cli", "Choose it for them in Windows: Settings → Apps → Default apps.")
        sys.stdout.write(f"{words}\n")
