"""Everything for macOS with one command, on macOS: `python3 packaging/macos/build.py`.

Environment, frozen program, smoke test, disk image. With SIGN_IDENTITY (a "Developer ID Application" certificate in the
keychain) all is signed for other machines, and with NOTARY_PROFILE (kept by `xcrun notarytool store-credentials`) sent
to Apple's notary too. Without them the program is signed for itself alone, and other machines warn of it. The licence
texts of others are taken from dist/licence-texts, or from `--texts FOLDER`: see docs/licences.md.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "packaging" / "bundle")]

import make_bundle  # noqa: E402  found beside this file's folder
import recipe as recipes  # noqa: E402
import systems  # noqa: E402

STAGE = ROOT / "build" / "dmg"
NOTARY_PROFILE = "NOTARY_PROFILE"


def main(texts: Path | None = None) -> int:
    """Build; returns the exit code, not 0 when a step failed.

    Args:
        texts: The folder with the licence texts of others; by default dist/licence-texts.
    """
    if sys.platform != "darwin":
        print("The disk image is built on macOS.", file=sys.stderr)
        return 2
    code = make_bundle.main(texts)
    if code:
        return code
    app = make_bundle.FROZEN.parent / systems.APP
    made = image_file(systems.version(), platform.machine())
    made.parent.mkdir(exist_ok=True)
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)
    for command in [*looking(make_bundle.environment(), app), *staging(app, make_bundle.TARGET, STAGE)]:
        subprocess.run(command, check=True, cwd=ROOT)
    for command in imaging(STAGE, made, os.environ):
        subprocess.run(command, check=True, cwd=ROOT)
    print(made)
    return 0


def looking(python: Path, app: Path) -> list[list[str]]:
    """The commands that look whether the program works and whether its signature holds."""
    program = app / "Contents" / "MacOS" / recipes.PROGRAM
    return [
        [str(python), str(ROOT / "packaging" / "bundle" / "smoke.py"), str(program)],
        ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)],
    ]


def staging(app: Path, bundle: Path, stage: Path) -> list[list[str]]:
    """The commands that put into `stage` what the image shows: the program, where to drag it, the licence texts.

    Args:
        app: The program.
        bundle: The plain folder that was made beside it. What was put into it after freezing cannot go into the
            program, whose signature covers every file.
        stage: An empty folder.
    """
    return [
        # ditto keeps the links inside of the program, on which its signature stands
        ["ditto", str(app), str(stage / app.name)],
        ["ln", "-s", "/Applications", str(stage / "Applications")],
        ["ditto", str(bundle / make_bundle.LICENCES), str(stage / "Licences")],
    ]


def imaging(stage: Path, image: Path, environment: Mapping[str, str]) -> list[list[str]]:
    """The commands that make, sign and notarise the image."""
    title = ["-volname", recipes.TITLE, "-srcfolder", str(stage)]
    commands = [["hdiutil", "create", *title, "-fs", "HFS+", "-format", "UDZO", "-ov", str(image)]]
    identity, profile = environment.get(systems.SIGN_IDENTITY, ""), environment.get(NOTARY_PROFILE, "")
    if identity:
        commands.append(["codesign", "--sign", identity, "--timestamp", str(image)])
    if identity and profile:
        commands += [
            ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"],
            ["xcrun", "stapler", "staple", str(image)],
            ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(image)],
        ]
    return commands


def image_file(version: str, machine: str) -> Path:
    """What is made. The libraries are those of the building machine's processor."""
    return ROOT / "dist" / f"{recipes.NAME}-{version}-{machine}.dmg"


if __name__ == "__main__":
    sys.exit(main(make_bundle.texts_option()))
