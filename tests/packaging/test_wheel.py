"""Wheel and source archive: what is in them, and that the program made of them runs away from the checkout."""

import email
import os
import shlex
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from supervisor_gui import __version__

ROOT = Path(__file__).resolve().parents[2]
STEM = f"netsantral_supervisor-{__version__}"

pytestmark = pytest.mark.e2e


def _build(source: Path, target: Path, *what: str) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), *what, str(source)]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both; the wheel is made of the source archive."""
    target = tmp_path_factory.mktemp("built")
    _build(ROOT, target)
    return target


def _names(built: Path) -> set[str]:
    with zipfile.ZipFile(built / f"{STEM}-py3-none-any.whl") as wheel:
        return set(wheel.namelist())


def test_the_wheel_holds_every_module_and_every_resource(built: Path) -> None:
    names = _names(built)
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "supervisor_gui").rglob("*.py")}
    resources = {
        f"supervisor_gui/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert modules | resources <= names
    assert {name.split("/")[0] for name in names} == {"supervisor_gui", f"{STEM}.dist-info"}
    for needed in (
        "translations/supervisor_tr.qm",
        "translations/supervisor_en.qm",
        "icons/netsantral-supervisor.svg",
        "icons/hicolor/48x48/apps/netsantral-supervisor.png",
        "guide/tr/guide.md",
        "guide/en/guide.md",
    ):
        assert f"supervisor_gui/resources/{needed}" in names


def test_the_wheel_tells_the_one_version_and_its_command(built: Path) -> None:
    with zipfile.ZipFile(built / f"{STEM}-py3-none-any.whl") as wheel:
        told = email.message_from_bytes(wheel.read(f"{STEM}.dist-info/METADATA"))
        commands = wheel.read(f"{STEM}.dist-info/entry_points.txt").decode()
    assert told["Version"] == __version__
    assert "Private :: Do Not Upload" in told.get_all("Classifier", [])
    assert "supervisor-gui = supervisor_gui.cli:console" in commands


def test_the_source_archive_gives_the_same_wheel(built: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"{STEM}.tar.gz") as archive:
        archive.extractall(tmp_path / "source", filter="data")
    source = tmp_path / "source" / STEM
    for place in ("tests/conftest.py", "packaging/bundle/requirements.lock", "CHANGELOG.md", "Makefile"):
        assert (source / place).is_file()
    _build(source, tmp_path / "again", "--wheel")
    again = (tmp_path / "again" / f"{STEM}-py3-none-any.whl").read_bytes()
    assert again == (built / f"{STEM}-py3-none-any.whl").read_bytes()


@pytest.fixture(scope="module")
def command(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment of its own: the dependencies of this one, nothing of the checkout."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "install",
        "--quiet",
        "--offline",
        "--no-deps",
        "--python",
        str(python),
    ]
    subprocess.run([*install, str(built / f"{STEM}-py3-none-any.whl")], check=True, timeout=120)
    site = next((folder / "lib").glob("python*/site-packages"))
    # What stands in another folder's own .pth files, as the checkout does, is not taken over by this one.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "supervisor-gui"


def _environment(home: Path) -> Mapping[str, str]:
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHON", "COV"))}
    return {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "offscreen"}


def _run(command: list[str], home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=_environment(home), capture_output=True, text=True, check=False, timeout=120
    )


def test_the_installed_program_shows_the_demo_outside_of_the_checkout(command: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert _run([str(command), "--version"], home, tmp_path).stdout == f"supervisor-gui {__version__}\n"
    where = "import supervisor_gui; print(supervisor_gui.__file__)"
    told = _run([str(command.with_name("python")), "-c", where], home, tmp_path).stdout
    assert told.startswith(str(command.parents[1]))
    shot = _run([str(command), "--demo", "--lang", "tr", "--shot", "board.png"], home, tmp_path)
    assert (shot.returncode, shot.stderr) == (0, "")
    assert (tmp_path / "board.png").read_bytes().startswith(b"\x89PNG")


def test_the_installed_program_puts_itself_into_the_menu(command: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = _run([str(command), "integrate", "--tel", "on", "--lang", "en"], home, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    entry = home / ".local/share/applications/netsantral-supervisor.desktop"
    lines = entry.read_text("utf-8").splitlines()
    assert "MimeType=x-scheme-handler/tel;" in lines
    starts = shlex.split(next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec="))
    assert starts[-1] == "%u"
    assert _run([*starts[:-1], "--version"], home, tmp_path).stdout == f"supervisor-gui {__version__}\n"
    icon = home / ".local/share/icons/hicolor/48x48/apps/netsantral-supervisor.png"
    assert icon.read_bytes().startswith(b"\x89PNG")
