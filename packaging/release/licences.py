"""Collect the licence texts of everything that a bundle hands on, with an index of it all.

`collect` makes a folder: THIRD-PARTY.txt (what, which version, which licence, from where, which texts), Qt-and-LGPL.txt
(what the LGPL gives those who got the bundle, and how to use it) and one folder of texts for each component.
"""

import re
import shutil
import sys
from pathlib import Path

import components

NOTICE = components.OWN_TEXTS / "Qt-and-LGPL.txt"
HEAD = """NetSantral Supervisor: the work of others in this program

Each line names a component, its version, its licence, where it comes from and where its licence text is in this folder.
Qt and PySide6 are used under the LGPL, version 3: Qt-and-LGPL.txt says what that gives you.
"""


def collect(
    target: Path, site_packages: Path, texts: Path, bundle: Path | None = None, table: Path | None = None
) -> list[components.Component]:
    """Fill the folder `target`, which is emptied before. Returns what the index names.

    Args:
        target: The folder of the texts.
        site_packages: Where the bundled distributions are installed.
        texts: The folder that foreign_texts.py filled.
        bundle: The unpacked bundle; without it its libraries are not looked for.
        table: PyInstaller's PYZ-00.toc of the bundle; without it its modules are not looked for.

    Raises:
        NoLicence: Something in the bundle has no licence text; nothing is changed then.
    """
    found = components.all_of(site_packages, texts, bundle, table)
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    entries = [HEAD]
    for one in found:
        folder = target / folder_of(one)
        folder.mkdir()
        for name, text in one.texts:
            shutil.copyfile(text, folder / name)
        entries.append(_entry(one, folder.name))
    (target / "THIRD-PARTY.txt").write_text("\n".join(entries), "utf-8", newline="\n")
    shutil.copyfile(NOTICE, target / NOTICE.name)
    return found


def folder_of(one: components.Component) -> str:
    """The component's folder below the texts'."""
    return re.sub(r"[^A-Za-z0-9.+-]+", "-", one.name).strip("-")


def _entry(one: components.Component, folder: str) -> str:
    texts = "".join(f"    {folder}/{name}\n" for name, _ in one.texts)
    return f"{one.name} {one.version}".rstrip() + f"\n    {one.licence}\n    {one.home}\n{texts}"


def main() -> int:
    """Write the folder; 1 when something has no licence text."""
    options = components.options("licence texts of everything in a bundle")
    try:
        found = collect(options.target, options.site_packages, options.texts, options.bundle, options.table)
    except components.NoLicence as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.target}: licence texts of {len(found)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
