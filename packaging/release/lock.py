"""Write packaging/bundle/requirements.lock: exact versions and hashes of all that a bundle is made of.

One file serves Linux, Windows and macOS and every Python from 3.11 on; markers choose. `make lock` keeps the versions
that are in the file and adds what pyproject.toml newly asks for; `lock.py --upgrade` takes the newest that it allows.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "bundle" / "requirements.lock"
HEADER = (
    "# Written by `make lock` out of pyproject.toml (its dependencies and the extra `bundle`). Not edited by hand.\n"
)
MINUTES = 5


def compile_lock(target: Path, *, upgrade: bool = False) -> None:
    """Resolve pyproject.toml into `target`.

    Raises:
        CalledProcessError: No set of versions fits.
        TimeoutExpired: It took longer than five minutes.
    """
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--extra", "bundle", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"]
    command += ["--quiet", "--output-file", str(target)]
    command += ["--upgrade"] if upgrade else []
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=MINUTES * 60)
    target.write_text(HEADER + target.read_text("utf-8"), "utf-8", newline="\n")


def main() -> int:
    """Write the lock file; 1 when it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--upgrade", action="store_true", help="the newest versions that pyproject.toml allows")
    options = parser.parse_args()
    try:
        compile_lock(LOCK, upgrade=options.upgrade)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"The lock file was not made: {error}", file=sys.stderr)
        return 1
    print(f"{LOCK.relative_to(ROOT)} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
