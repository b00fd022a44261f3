"""Whether this computer has certificates to check others by, wherever systems keep them. It loads none."""

import re
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path

USUAL_FILES = (
    "/etc/ssl/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/ssl/ca-bundle.pem",
)
"""Where systems keep them, looked through when OpenSSL's own places, or those that the environment names, are empty."""
_HASHED = re.compile(r"[0-9a-fA-F]{8}\.[0-9]")


def system_has_certificates(files: Sequence[str] = USUAL_FILES, *, platform: str = sys.platform) -> bool:
    """Whether there is a store; on Windows and macOS it is the system's and always there.

    Args:
        files: Where to look last.
        platform: As in `sys.platform`.
    """
    if platform in {"win32", "darwin"}:
        return True
    places = ssl.get_default_verify_paths()
    return any(map(_holds_something, (places.cafile or "", *files))) or _has_hashed(places.capath or "")


def _holds_something(file: str) -> bool:
    try:
        return bool(file) and Path(file).is_file() and Path(file).stat().st_size > 0
    except OSError:
        return False


def _has_hashed(folder: str) -> bool:
    try:
        return bool(folder) and any(_HASHED.fullmatch(entry.name) for entry in Path(folder).iterdir())
    except OSError:
        return False
