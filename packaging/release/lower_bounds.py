"""Does the program run with the lowest versions that pyproject.toml names? Its own environment, a bounded set of tests.

Every direct dependency is taken at its lower bound, what those need at the newest that fits. `make lowest` runs it; a
bound that does not hold is raised in pyproject.toml with the reason beside it.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "lowest"
TEST_TOOLS = (
    "pytest",
    "pytest-qt",
    "pytest-asyncio",
    "pytest-randomly",
    "pytest-xdist",
    "hypothesis",
    "psutil",
    "cryptography",
)
TESTS = (
    "tests/base",
    "tests/sessions",
    "tests/exports",
    "tests/commands",
    "tests/netsantral/test_codec.py",
    "tests/netsantral/test_codec_values.py",
    "tests/netsantral/test_client_flow.py",
    "tests/netsantral/test_client_tls.py",
    "tests/history",
    "tests/reports/test_csv_file.py",
    "tests/reports/test_xlsx_file.py",
    "tests/reports/test_periods.py",
    "tests/autodial",
    "tests/desktop",
    "tests/ui/test_charts.py",
)
INSTALL_SECONDS = 600
TEST_SECONDS = 900
WINDOW_SECONDS = 120


def environment(python: str) -> Path:
    """Make the environment anew and say which versions it holds. Returns its interpreter.

    Raises:
        CalledProcessError: No set of versions fits the bounds, or one of them cannot be installed.
        TimeoutExpired: It took longer than ten minutes.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    versions, tools = FOLDER / "versions.txt", FOLDER / "tools.txt"
    tools.write_text("\n".join(TEST_TOOLS) + "\n", "utf-8")
    _uv("pip", "compile", "pyproject.toml", "--resolution", "lowest-direct", "--python", python, "-o", str(versions))
    _uv("venv", "--clear", "--python", python, str(FOLDER / "venv"))
    interpreter = FOLDER / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    _uv("pip", "install", "--python", str(interpreter), "-r", str(versions), "-r", str(tools))
    _uv("pip", "install", "--python", str(interpreter), "--no-deps", "--editable", ".")
    _uv("pip", "check", "--python", str(interpreter))
    return interpreter


def _uv(*arguments: str) -> None:
    command = [sys.executable, "-m", "uv", *arguments, "--quiet"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=INSTALL_SECONDS, stdout=subprocess.DEVNULL)


def tests_hold(interpreter: Path) -> bool:
    """Run the bounded tests, ended after fifteen minutes."""
    present = [name for name in TESTS if (ROOT / name).exists()]
    command = [str(interpreter), "-m", "pytest", "-q", "-n", "2", *present]
    return _holds(command, TEST_SECONDS)


def window_opens(interpreter: Path) -> bool:
    """Open the window on the simulator and keep a picture of it."""
    picture = FOLDER / "board.png"
    picture.unlink(missing_ok=True)
    command = [str(interpreter), "-m", "supervisor_gui", "--demo", "--lang", "en", "--data-dir", str(FOLDER / "data")]
    return _holds([*command, "--shot", str(picture)], WINDOW_SECONDS) and picture.is_file()


def _holds(command: list[str], seconds: int) -> bool:
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        return subprocess.run(command, cwd=ROOT, env=variables, check=False, timeout=seconds).returncode == 0
    except subprocess.TimeoutExpired:
        print(f"Not done within {seconds} seconds.", file=sys.stderr)
        return False


def main() -> int:
    """Say what holds; 1 when something does not."""
    parser = argparse.ArgumentParser(description="the program with the lowest versions that pyproject.toml names")
    parser.add_argument("--python", default=sys.executable, help="the interpreter (default: this one)")
    options = parser.parse_args()
    try:
        interpreter = environment(options.python)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"There is no such environment: {error}", file=sys.stderr)
        return 1
    print((FOLDER / "versions.txt").read_text("utf-8"))
    results = {"tests": tests_hold(interpreter), "window": window_opens(interpreter)}
    for name, holds in results.items():
        print(f"lowest versions, {name}: {'hold' if holds else 'DO NOT HOLD'}")
    return int(not all(results.values()))


if __name__ == "__main__":
    sys.exit(main())
