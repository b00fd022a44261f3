"""Smoke checks of the window on a real screen: first data, both languages, chart, icon, links, its end."""

import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

from smoke_commands import ANSWERED
from smoke_files import Picture, SmokeError, read_png, read_screen, write_png
from smoke_stage import SCREEN, Stage, wait_for

SIZE = (1280, 800)
HEAD = 470
"""Rows of a picture that are looked at; they hold the rail, the toolbar and whatever is above the middle."""

RAIL = (0, 220, 80, 450)
"""Where the names of pages below the badges stand: the same in every picture of one language."""

CARDS = (100, 130, 355, 470)
"""Where the queues' cards stand, each with a coloured bar of its agents' states."""

HAND_OVER_SECONDS = 2.0
END_SECONDS = 5.0
LINK = "tel:05550000001"
_SHIFTED = 0.02
"""The part of the window's pixels that change when the strip for a number comes; ticking figures change less."""


def _shot(stage: Stage, name: str, lang: str, *arguments: str, rest: tuple[str, ...] | None = None) -> Picture:
    path = stage.folder / "pictures" / f"{name}.png"
    size = ("--size", f"{SIZE[0]}x{SIZE[1]}", "--theme", "light", "--lang", lang)
    to = stage.connection if rest is None else rest
    stage.run(*to, "--data-dir", str(stage.data), *size, "--shot", str(path), *arguments).well()
    stage.pictures[name] = picture = read_png(path, HEAD)
    return picture


def board(stage: Stage) -> str:
    """The board with its first data, its password out of the keyring; the picture is not empty."""
    began = time.monotonic()
    picture = _shot(stage, "board-en", "en")
    took = time.monotonic() - began
    colours, bars = len(picture.colours()), picture.part(*CARDS).coloured()
    if colours < 100 or bars < 1000:
        raise SmokeError(f"{colours} colours, {bars} pixels of agents' states on the queues' cards")
    return f"{colours} colours, {bars} pixels of agents' states on the queues' cards, {took:.1f} s in all"


def languages(stage: Stage) -> str:
    """The names of pages are other words in Turkish, and the same ones in two English pictures."""
    first = stage.pictures.get("board-en") or _shot(stage, "board-en", "en")
    again, turkish = _shot(stage, "again-en", "en"), _shot(stage, "board-tr", "tr")
    if first.part(*RAIL) != again.part(*RAIL):
        raise SmokeError("two English pictures name the pages differently")
    if turkish.part(*RAIL) == first.part(*RAIL):
        raise SmokeError("the Turkish picture has the English names of pages")
    return "English and Turkish names of pages differ"


def chart(stage: Stage) -> str:
    """The page of statistics draws its chart."""
    painted = _shot(stage, "statistics-tr", "tr", "--page", "statistics", "--shot-after", "2").colours()[ANSWERED]
    if painted < 100:
        raise SmokeError(f"{painted} pixels in the colour of answered calls")
    return f"{painted} pixels in the colour of answered calls"


def wayland_plugin(stage: Stage) -> str:
    """The plugins for X and Wayland are in the bundle and find every library; with weston a start on it as well."""
    place = Path(stage.program).resolve().parent
    root = place if (place / "_internal").is_dir() else place.parent
    missing = []
    for name in ("xcb", "wayland"):
        plugins = sorted(root.rglob(f"platforms/libq{name}*.so"))
        if not plugins:
            missing.append(f"no plugin for {name}")
        for plugin in plugins:
            said = _tool(stage, "ldd", str(plugin))
            missing += [f"{plugin.name}: {line.strip()}" for line in said.splitlines() if "not found" in line]
    if missing:
        raise SmokeError("; ".join(missing))
    return "both find their libraries" + (_on_weston(stage) if shutil.which("weston") else "")


def _on_weston(stage: Stage) -> str:
    socket = Path(stage.environment["XDG_RUNTIME_DIR"]) / "smoke-wayland"
    command = ["weston", "--backend=headless-backend.so", "--socket=smoke-wayland", "--idle-time=0"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=stage.environment, stdin=quiet, stdout=quiet, stderr=quiet) as weston:
        try:
            wait_for(socket.exists, "weston")
            picture = stage.folder / "pictures" / "wayland.png"
            extra = {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "smoke-wayland", "DISPLAY": ""}
            order = (*stage.connection, "--data-dir", str(stage.data), "--shot", str(picture))
            stage.run(*order, extra=extra).well()
            if len(read_png(picture, HEAD).colours()) < 100:
                raise SmokeError("the picture on Wayland is empty")
        finally:
            weston.terminate()
    return "; a start on weston"


def _windows(stage: Stage) -> dict[str, str]:
    """The program's shown windows: id → class."""
    said = _tool(stage, "xwininfo", "-root", "-tree")
    found = re.findall(r'^ +(0x[0-9a-f]+) .*: \("([^"]*)" "([^"]*)"\) +(\d+)x(\d+)', said, re.MULTILINE)
    return {
        window: f"{name}/{kind}"
        for window, name, kind, width, _ in found
        if int(width) >= 300 and "IsViewable" in _tool(stage, "xwininfo", "-id", window, "-stats")
    }


def _tool(stage: Stage, *command: str) -> str:
    try:
        ended = subprocess.run(command, env=stage.environment, capture_output=True, timeout=20, check=False)
    except FileNotFoundError as missing:
        raise SmokeError(f"{command[0]} is not installed") from missing
    return ended.stdout.decode("utf-8", "replace")


def window(stage: Stage) -> str:
    """A window that stays: its icon and class as the desktop sees them, a link handed over, an end when told to."""
    still = stage.connect(stage.simulate("--load", "0", days=0))
    began = time.monotonic()
    look = ("--lang", "tr", "--theme", "light", "--size", f"{SIZE[0]}x{SIZE[1]}")
    running = stage.start(*still, "--data-dir", str(stage.data), *look)
    try:
        shown = wait_for(lambda: _windows(stage) if running.goes_on() else {}, "a window")
        wait_for(lambda: _painted(stage), "a painted window")
        took = time.monotonic() - began
        problems = [*_looks(stage, *next(iter(shown.items()))), *_link(stage)]
    finally:
        if running.process.poll() is None:
            running.process.send_signal(signal.SIGTERM)
    code = running.wait(END_SECONDS)
    if code:
        problems.append(f"told to end it ended with {code}")
    if running.said().strip():
        problems.append(running.said().strip()[-300:])
    if problems:
        raise SmokeError("; ".join(problems))
    return f"painted {took:.1f} s after the start; icon and class; link handed over in {stage.handed_over:.1f} s; ended"


def _looks(stage: Stage, window: str, kind: str) -> list[str]:
    problems = []
    if kind != "netsantral-supervisor/netsantral-supervisor":
        problems.append(f"the window's class is {kind}")
    sizes = re.findall(r"Icon \((\d+) x \d+\)", _tool(stage, "xprop", "-id", window, "_NET_WM_ICON"))
    if not any(int(size) >= 32 for size in sizes):
        problems.append(f"the window's icon has the sizes {sizes}")
    return problems


def _link(stage: Stage) -> list[str]:
    wait_for(lambda: _settled(stage), "a window that rests")
    before = _screen(stage)
    ended = stage.run("--data-dir", str(stage.data), LINK)
    stage.handed_over = ended.seconds
    if ended.code or ended.err.strip() or ended.seconds > HAND_OVER_SECONDS:
        return [f"handing over {LINK}: exit code {ended.code} after {ended.seconds:.1f} s {ended.err.strip()[-200:]}"]
    try:
        wait_for(lambda: _changed(before, _screen(stage)) > _SHIFTED, "the number on the window", 10.0)
    except SmokeError as missing:
        return [str(missing)]
    finally:
        write_png(stage.folder / "pictures" / "window-tr.png", _screen(stage))
    return []


def _screen(stage: Stage) -> Picture:
    if stage.screen_file is None:
        raise SmokeError("the screen cannot be seen")
    return read_screen(stage.screen_file)


def _painted(stage: Stage) -> bool:
    """Whether a window's page colour covers a good part of the screen."""
    rows = _screen(stage).rows[:: SCREEN[1] // 20]
    bright = sum(row[at] > 200 for row in rows for at in range(0, len(row), 400))
    return bright * 4 > len(rows) * len(range(0, SCREEN[0] * 4, 400))


def _settled(stage: Stage) -> bool:
    """Whether half a second changes nothing but ticking figures."""
    before = _screen(stage)
    time.sleep(0.5)  # a look at what moves takes time
    return _changed(before, _screen(stage)) < _SHIFTED / 4


def _changed(one: Picture, other: Picture) -> float:
    """The part of pixels in which two pictures of the screen differ, by every fourth row."""
    pairs = list(zip(one.rows[::4], other.rows[::4], strict=True))
    different = sum(a != b for row, now in pairs if row != now for a, b in zip(row[::4], now[::4], strict=True))
    return different / (len(pairs) * one.width)
