"""The command line: what was asked goes to the room that does it. It imports no Qt and no HTTP by itself."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from supervisor_gui import __version__
from supervisor_gui.commands.dial import read_dial, refused
from supervisor_gui.commands.language import language, tell
from supervisor_gui.desktop import qt_children
from supervisor_gui.desktop.handing_over import hand_over
from supervisor_gui.i18n import LANGUAGES, translate, use_headless
from supervisor_gui.options import PAGES, Options
from supervisor_gui.paths import NoHomeError, default_data_dir
from supervisor_gui.starting import begin, uncollected

if TYPE_CHECKING:
    from supervisor_gui.desktop.screen import Obstacle
    from supervisor_gui.exports.arguments import ExportOrder

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


def console() -> None:
    """Entry point of the installed command."""
    begin(sys.argv[1:])
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0 done, 1 something on this computer is wrong, 2 bad arguments or nowhere to start, 3 no data
        came, 4 refused, 130 interrupted.
    """
    try:
        return _command(argv)
    except NoHomeError:
        use_headless(language(argv))
        tell(_no_home())
        return 2


def _no_home() -> str:
    return translate("Start", "This user has no home folder: name a folder for the data with --data-dir.")


def _command(argv: Sequence[str]) -> int:
    command = argv[0] if argv else ""
    if command in qt_children.COMMANDS:
        return qt_children.main(argv)
    if command == "simulate":
        from supervisor_gui.simulator.main import main as simulate

        return simulate(argv[1:])
    if command == "doctor":
        return _doctor(argv[1:])
    if command == "integrate":
        from supervisor_gui.commands.integrate import main as integrate

        return integrate(argv[1:])
    if command == "dial":
        wanted = read_dial(argv[1:])
        return _window(wanted, argv) if wanted is not None else 2
    if command == "export":
        return _export(argv[1:])
    options = parse(argv)
    return 2 if refused(options, argv) else _window(options, argv)


@uncollected()
def _window(options: Options, argv: Sequence[str]) -> int:
    try:
        root = options.data_dir or default_data_dir()
        if not (options.demo or options.headless) and hand_over(root, options.number, options.show):
            return 0
        obstacle = _obstacle(headless=options.headless)
        if obstacle is None:
            from supervisor_gui.app import launch
    except NoHomeError:
        return _homeless(options, argv)
    except ImportError as error:
        return _not_loaded(error, options, argv)
    if obstacle is not None:
        use_headless(options.lang or language(argv))
        tell(obstacle.words())
        return 2
    return launch(options)


def _homeless(options: Options, argv: Sequence[str]) -> int:
    """Say so, where nobody reads it also in a window if there can be one."""
    use_headless(options.lang or language(argv))
    tell(_no_home())
    try:
        if _obstacle(headless=options.headless) is None:
            from supervisor_gui.app import show_last_words

            show_last_words(_no_home(), options)
    except ImportError as error:
        return _not_loaded(error, options, argv)
    return 2


def _obstacle(*, headless: bool) -> "Obstacle | None":
    from supervisor_gui.desktop import screen  # a number that is handed over needs none

    if headless and screen.needs_no_screen(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs none
    return screen.obstacle()


def _not_loaded(error: ImportError, options: Options, argv: Sequence[str]) -> int:
    from supervisor_gui.desktop.screen import NotLoaded

    use_headless(options.lang or language(argv))
    tell(NotLoaded(str(error)).words())
    return 2


def _export(argv: Sequence[str]) -> int:
    order = parse_export(argv)
    from supervisor_gui.commands.export import run_export

    try:
        return run_export(order)
    except ImportError as error:  # its charts are painted by Qt
        return _not_loaded(error, order.options, argv)


def _doctor(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="supervisor-gui doctor",
        allow_abbrev=False,
        description="Look for what keeps the program from working. No password is sent.",
        epilog="Exit code 1: something was found; it is told with what to do.",
    )
    _connection(parser)
    given = parser.parse_args(argv)
    use_headless(given.lang or language(argv))
    from supervisor_gui.commands.doctor import run_doctor

    return run_doctor(_options(given))


def parse(argv: Sequence[str]) -> Options:
    """Arguments of a window start.

    Raises:
        SystemExit: With code 2 and a sentence when an argument cannot be used.
    """
    parser = _parser()
    return _checked_options(parser, parser.parse_args(argv))


def parse_export(argv: Sequence[str]) -> "ExportOrder":
    """Arguments of an export, without the word itself.

    Raises:
        SystemExit: As `parse`.
    """
    from supervisor_gui.exports.arguments import read_export

    return read_export(argv, _connection, _checked_options)


def _checked_options(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Options:
    if given.time_factor != 1.0 and not _all_loopback(given):
        parser.error("--time-factor works with loopback addresses only")
    return _options(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supervisor-gui",
        allow_abbrev=False,
        description="Desktop supervisor for the Netgsm NetSantral cloud PBX.",
        epilog="Other commands: dial, export, integrate, simulate, doctor. See each with --help.",
    )
    parser.add_argument("--version", action="version", version=f"supervisor-gui {__version__}")
    parser.add_argument("--demo", action="store_true", help="open on the built-in simulator")
    _connection(parser)
    parser.add_argument("--page", choices=PAGES, default="", help="the page to open")
    parser.add_argument("--wallboard", action="store_true", help="open the wallboard, full screen, and no other window")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="", help="colours of this run")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels, at least 320x240")
    parser.add_argument("--shot", type=Path, metavar="FILE", help="save a picture of the window after its first data")
    parser.add_argument("--shot-after", type=float, default=0.0, metavar="SECONDS", help="wait so much longer for it")
    parser.add_argument(
        "--log-level", type=str.upper, choices=LEVELS, default="INFO", metavar="LEVEL", help=", ".join(LEVELS)
    )
    parser.add_argument("number", nargs="?", default="", help="tel:NUMBER or a bare number")
    return parser


def _connection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", default="", metavar="NAME", help="the profile; without it the last one")
    parser.add_argument(
        "--account", metavar="PBXNUMBER", type=_account, help="number of the PBX, 10 digits without the leading 0"
    )
    parser.add_argument("--pbx-url", metavar="URL", type=_url, help="address that takes orders")
    parser.add_argument("--api-url", metavar="URL", type=_url, help="address that gives statistics and records")
    parser.add_argument("--events", metavar="HOST:PORT|off", type=_events, help="where events come from")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="everything that is written goes below this folder"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="", help="the language")
    parser.add_argument("--time-factor", type=float, default=1.0, help=argparse.SUPPRESS)


def _options(given: argparse.Namespace) -> Options:
    shot = getattr(given, "shot", None)
    headless = shot is not None or not hasattr(given, "shot")
    usercode, password = _environment() if headless else ("", "")
    page, wallboard = getattr(given, "page", ""), getattr(given, "wallboard", False)
    return Options(
        demo=getattr(given, "demo", False),
        profile=getattr(given, "profile", ""),
        account=given.account or usercode,
        pbx_url=given.pbx_url or "",
        api_url=given.api_url or "",
        events=given.events or "",
        data_dir=given.data_dir.absolute() if given.data_dir else None,
        lang=given.lang,
        page=page or "live",
        wallboard=wallboard,
        show="wallboard" if wallboard else page,
        theme=getattr(given, "theme", ""),
        size=getattr(given, "size", None),
        shot=shot.absolute() if shot else None,
        shot_after=getattr(given, "shot_after", 0.0),
        log_level=getattr(given, "log_level", "INFO"),
        time_factor=given.time_factor,
        usercode=usercode,
        password=password,
        number=getattr(given, "number", ""),
    )


def _environment() -> tuple[str, str]:
    """The official package's variables, taken out of the environment so that no child inherits them."""
    return os.environ.pop("NETGSM_USERCODE", ""), os.environ.pop("NETGSM_PASSWORD", "")


def _account(word: str) -> str:
    if not (word.isascii() and word.isdigit() and len(word) == 10 and word[0] != "0"):
        raise argparse.ArgumentTypeError("the PBX number has 10 digits and no leading 0")
    return word


def _url(word: str) -> str:
    if not word.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError("an address begins with http:// or https://")
    return word.rstrip("/")


def _events(word: str) -> str:
    host, _, port = word.rpartition(":")
    if word != "off" and not (host and port.isdigit() and 0 < int(port) < 65536):
        raise argparse.ArgumentTypeError("HOST:PORT or off")
    return word


def _size(word: str) -> tuple[int, int]:
    width, _, height = word.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 320 and int(height) >= 240):
        raise argparse.ArgumentTypeError("WIDTHxHEIGHT in pixels, at least 320x240")
    return int(width), int(height)


def _all_loopback(given: argparse.Namespace) -> bool:
    from urllib.parse import urlsplit

    hosts = [urlsplit(url or "").hostname or "" for url in (given.pbx_url, given.api_url)]
    if given.events not in {None, "off"}:
        hosts.append(given.events.rpartition(":")[0])
    return all(host in {"127.0.0.1", "localhost", "::1", "[::1]"} for host in hosts)
