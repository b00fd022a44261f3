"""The text of the desktop entry: how the desktop shows and starts this program, and which links it offers to open."""

import re
from collections.abc import Sequence

from supervisor_gui.desktop.integration import DATA_DIR, SCHEMES

ENTRY = "netsantral-supervisor.desktop"
TYPE = "x-scheme-handler/{}"
_QUOTED = re.compile(r'(["`$\\])')
_BARE = re.compile(r"[A-Za-z0-9_./:@,+-]+")
"""An argument that needs no quotes. `xdg-open` of Debian 12 finds no program whose path is quoted."""

_ACTIONS = (
    ("board", "Board", "Pano", ("--page", "live")),
    ("wallboard", "Wallboard", "Duvar panosu", ("--wallboard",)),
    ("dial", "Dial the copied number", "Kopyalanan numarayı ara", ("dial", "--clipboard")),
)


def entry_text(command: Sequence[str], schemes: frozenset[str]) -> str:
    """The desktop entry.

    It announces no start notice: a start that hands a link over opens no window that a busy pointer could wait for.
    """
    types = "".join(f"{TYPE.format(scheme)};" for scheme in SCHEMES if scheme in schemes)
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        "Name=NetSantral Supervisor",
        "GenericName=Call centre supervisor",
        "GenericName[tr]=Çağrı merkezi süpervizörü",
        "Comment=Watch and steer the queues and calls of a NetSantral PBX",
        "Comment[tr]=NetSantral santralinin kuyruklarını ve çağrılarını izleyin, yönetin",
        "Keywords=call centre;PBX;queue;agent;telephone;wallboard;",
        "Keywords[tr]=çağrı merkezi;santral;kuyruk;temsilci;telefon;pano;",
        "Icon=netsantral-supervisor",
        _exec(command, "%u"),
        "Terminal=false",
        "StartupNotify=false",
        "StartupWMClass=netsantral-supervisor",
        "X-GNOME-SingleWindow=true",
        "Categories=Network;Telephony;",
        *([f"MimeType={types}"] if types else []),
        f"Actions={''.join(f'{name};' for name, *_ in _ACTIONS)}",
    ]
    for name, words, turkish, arguments in _ACTIONS:
        lines += ["", f"[Desktop Action {name}]", f"Name={words}", f"Name[tr]={turkish}"]
        lines += [_exec(_with(command, arguments))]
    return "".join(f"{line}\n" for line in lines)


def says_the_same(lines: Sequence[str], command: Sequence[str], schemes: frozenset[str]) -> bool:
    """Whether an entry that is there starts this command and offers exactly these schemes."""
    return _exec(command, "%u") in lines and types_of(lines) == schemes


def types_of(lines: Sequence[str]) -> frozenset[str]:
    """The schemes that an entry offers to open."""
    offered = next((line for line in lines if line.startswith("MimeType=")), "").partition("=")[2].split(";")
    return frozenset(scheme for scheme in SCHEMES if TYPE.format(scheme) in offered)


def _with(command: Sequence[str], arguments: Sequence[str]) -> list[str]:
    """The command with arguments behind its program; the name of another command has to be the first of all."""
    at = command.index(DATA_DIR) if DATA_DIR in command else len(command)
    return [*command[:at], *arguments, *command[at:]]


def _exec(command: Sequence[str], code: str = "") -> str:
    return f"Exec={' '.join([*map(_argument, command), *([code] if code else [])])}"


def _argument(word: str) -> str:
    """One argument of an Exec line: quoted for it, then escaped as every string of the file is."""
    if _BARE.fullmatch(word):
        return word
    quoted = '"' + _QUOTED.sub(r"\\\1", word) + '"'
    return quoted.replace("\\", "\\\\").replace("%", "%%")
