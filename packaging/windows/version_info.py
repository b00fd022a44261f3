"""What Windows shows of an .exe file (Properties → Details), in the form that PyInstaller reads. Pure text."""

import re

LANGUAGE = 0x0409
"""English of the United States, in Unicode (1200): what every Windows shows where its own language is missing."""
COMPANY = "NetSantral Supervisor"
PRODUCT = "NetSantral Supervisor"
DESCRIPTIONS = {
    "supervisor-gui": "NetSantral Supervisor",
    "supervisor-gui-cli": "NetSantral Supervisor (command line)",
}


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares; what follows them in a version (rc1, .dev2) is not among them.

    Raises:
        ValueError: The version begins with no number, or one of them is too large.
    """
    found = re.match(r"\d+(?:\.\d+){0,3}", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    parts = [int(part) for part in found[0].split(".")]
    if max(parts) > 0xFFFF:
        raise ValueError(f"{version!r} has a number above 65535")
    first, second, third, fourth = (*parts, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_info(version: str, program: str) -> str:
    """The resource of one program.

    Args:
        version: The project's version.
        program: The program's name without .exe, one of `DESCRIPTIONS`.
    """
    words = {
        "CompanyName": COMPANY,
        "FileDescription": DESCRIPTIONS[program],
        "FileVersion": version,
        "InternalName": program,
        "OriginalFilename": f"{program}.exe",
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    strings = ",\n        ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    four = numbers(version)
    unfinished = 0x0 if re.fullmatch(r"[\d.]+", version) else 0x2  # VS_FF_PRERELEASE
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags={unfinished:#x}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([
      StringTable('{LANGUAGE:04x}04b0', [
        {strings},
      ]),
    ]),
    VarFileInfo([VarStruct('Translation', [{LANGUAGE}, 1200])]),
  ],
)
"""
