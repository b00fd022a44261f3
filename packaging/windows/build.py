r"""Everything for Windows with one command, on Windows: `py -3.11 packaging\windows\build.py`.

Environment, frozen program, smoke test, installer. With SIGN_CERTIFICATE (a certificate's thumbprint in the user's
store) and SIGN_TIMESTAMP (the address of a timestamp service) the programs and the installer are signed. The licence
texts of others are taken from dist/licence-texts, or from `--texts FOLDER`: see docs/licences.md.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "packaging" / "bundle"), str(HERE)]

import make_bundle  # noqa: E402  found beside this file's folder
import recipe as recipes  # noqa: E402
import systems  # noqa: E402
import version_info  # noqa: E402

SCRIPT = HERE / "netsantral-supervisor.iss"
WORK = ROOT / "build" / "windows"
CERTIFICATE, TIMESTAMP = "SIGN_CERTIFICATE", "SIGN_TIMESTAMP"
NO_COMPILER = "Inno Setup 6.3 or newer is needed for the installer: install it, or name its ISCC.exe in ISCC."


def main(texts: Path | None = None) -> int:
    """Build; returns the exit code, not 0 when a step failed.

    Args:
        texts: The folder with the licence texts of others; by default dist/licence-texts.
    """
    if sys.platform != "win32" or sys.maxsize < 2**32:
        print("The installer is built by a 64-bit Python on Windows.", file=sys.stderr)
        return 2
    compiler = find_compiler(os.environ)
    if compiler is None:
        print(NO_COMPILER, file=sys.stderr)
        return 2
    code = make_bundle.main(texts)
    if code:
        return code
    _run(signing(programs(make_bundle.TARGET), os.environ))
    _run(smoke(make_bundle.environment(), make_bundle.TARGET))
    icon = systems.make_icon("windows", WORK)
    _run(installer(compiler, systems.version(), make_bundle.TARGET, icon))
    made = installer_file(systems.version())
    _run(signing([made], os.environ))
    print(made)
    return 0


def programs(bundle: Path) -> list[Path]:
    """Our own program files in the bundle; those of others carry their makers' signatures."""
    return [bundle / f"{program.name}.exe" for program in systems.programs("windows")]


def smoke(python: Path, bundle: Path) -> list[str]:
    """The command of the smoke test. It reads what the program prints, so it takes the one of the terminal."""
    return [str(python), str(ROOT / "packaging" / "bundle" / "smoke.py"), str(programs(bundle)[-1])]


def signing(files: Sequence[Path], environment: Mapping[str, str]) -> list[str]:
    """The command that signs `files`; empty when no certificate is named.

    Raises:
        KeyError: A certificate is named, but no timestamp service: the signature would end with the certificate.
    """
    certificate = environment.get(CERTIFICATE, "")
    if not certificate:
        return []
    how = ["/sha1", certificate, "/fd", "sha256", "/tr", environment[TIMESTAMP], "/td", "sha256"]
    return ["signtool", "sign", *how, *map(str, files)]


def find_compiler(environment: Mapping[str, str]) -> Path | None:
    """Inno Setup's compiler: the one that ISCC names, one in PATH, or one where its own installer puts it."""
    named = environment.get("ISCC", "") or shutil.which("iscc", path=environment.get("PATH", ""))
    places = [Path(named)] if named else []
    for variable, below in (("ProgramFiles(x86)", ""), ("ProgramFiles", ""), ("LOCALAPPDATA", "Programs")):
        if variable in environment:
            places += [Path(environment[variable], below, f"Inno Setup {number}", "ISCC.exe") for number in (7, 6)]
    return next((place for place in places if place.is_file()), None)


def installer(compiler: Path, version: str, bundle: Path, icon: Path) -> list[str]:
    """The command that makes the installer."""
    numbers = ".".join(map(str, version_info.numbers(version)))
    given = {"Version": version, "Numbers": numbers, "Bundle": str(bundle), "Icon": str(icon)}
    words = [f"/D{name}={value}" for name, value in given.items()]
    return [str(compiler), "/Qp", *words, f"/O{installer_file(version).parent}", str(SCRIPT)]


def installer_file(version: str) -> Path:
    """What the script makes."""
    return ROOT / "dist" / f"{recipes.NAME}-{version}-setup.exe"


def _run(command: Sequence[str]) -> None:
    if command:
        subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(make_bundle.texts_option()))
