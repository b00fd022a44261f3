"""What macOS reads of the bundle before it starts: Info.plist. Pure values."""

import re
from typing import Any

IDENTIFIER = "netsantral-supervisor"
"""Never changed: macOS keeps the keychain's permission and the choice for links under it."""
OLDEST = "13.0"
"""The oldest macOS that the Qt in the bundle runs on."""


def info(version: str) -> dict[str, Any]:
    """The entries beside those that PyInstaller writes itself.

    Raises:
        ValueError: The version begins with no number.
    """
    found = re.match(r"\d+(?:\.\d+){0,2}", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    return {
        "CFBundleName": "NetSantral",  # the menu's title: at most 15 characters
        "CFBundleDisplayName": "NetSantral Supervisor",
        "CFBundleShortVersionString": found[0],  # three numbers; rc1 and the like are not taken
        "CFBundleVersion": found[0],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "tr"],
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": f"{IDENTIFIER}.tel",
                "CFBundleTypeRole": "Viewer",
                "CFBundleURLSchemes": ["tel"],
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # windows follow the dark mode
        "NSSupportsAutomaticGraphicsSwitching": True,
    }
