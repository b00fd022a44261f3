"""Whether the data folder, its two databases and the certificate store can be used. It changes none of them."""

import os
import shutil
import sqlite3
import ssl
from contextlib import closing
from pathlib import Path
from urllib.request import pathname2url

from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.i18n import translate
from supervisor_gui.paths import DataPaths

LOW_DISK = 200 * 1024 * 1024
"""Bytes; a month of samples of a large account."""
_BUSY_SECONDS = 2.0


def examine_files(root: Path) -> tuple[Finding, ...]:
    """The data folder, the ledger of requests and the history."""
    paths = DataPaths(root)
    return (
        _folder(root),
        _database(
            translate("Doctor", "Budgets"),
            paths.budgets,
            translate(
                "Doctor", "Close the program and move this file away. The next start waits one minute before it asks."
            ),
        ),
        _database(
            translate("Doctor", "History"),
            paths.history,
            translate("Doctor", "Close the program and move this file away. The past that it holds is then missing."),
        ),
    )


def examine_certificates(extra: Path | None = None) -> Finding:
    """The system's certificates, and a file of further ones.

    Args:
        extra: A PEM file that the settings name, None for none.
    """
    subject = translate("Doctor", "Certificates")
    try:
        import truststore  # noqa: PLC0415  what is looked at

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if extra is not None:
            context.load_verify_locations(cafile=extra)
    except FileNotFoundError:
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate("Doctor", "The certificate file of the settings is not there: {path}").format(path=extra),
            translate("Doctor", "Choose the file again in the settings."),
        )
    except (ImportError, OSError, ValueError) as error:
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate("Doctor", "The certificates cannot be read: {words}").format(words=error),
            translate("Doctor", "Check the certificate file in the settings and the system's certificates."),
        )
    if not _has_certificates():
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate("Doctor", "The system has no certificates, so no encrypted connection can be checked."),
            translate("Doctor", "On Debian or Ubuntu: apt-get install {packages}").format(packages="ca-certificates"),
        )
    found = translate("Doctor", "the system's own")
    if extra is not None:
        found = translate("Doctor", "the system's own and {path}").format(path=extra)
    return Finding(Verdict.OK, subject, found)


def _has_certificates() -> bool:
    """Whether there is a store; on Windows and macOS it is the system's and always there."""
    if os.name == "nt" or Path("/System/Library/Keychains").exists():
        return True
    places = ssl.get_default_verify_paths()
    files = (places.cafile, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")
    if any(file and Path(file).is_file() and Path(file).stat().st_size for file in files):
        return True
    return bool(places.capath) and any(Path(places.capath).glob("*.[0-9]"))


def _folder(root: Path) -> Finding:
    subject = translate("Doctor", "Data folder")
    place = next((folder for folder in (root, *root.parents) if folder.exists()), root)
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate("Doctor", "{path} cannot be written.").format(path=place),
            translate("Doctor", "Give this user the right to write there, or choose another folder with --data-dir."),
        )
    if place is root and os.name == "posix" and root.stat().st_mode & 0o077:
        return Finding(
            Verdict.WARNING,
            subject,
            translate("Doctor", "Other users of this computer can look into {path}.").format(path=root),
            translate("Doctor", "Start the program once: it closes the folder to others."),
        )
    free = shutil.disk_usage(place).free
    if free < LOW_DISK:
        return Finding(
            Verdict.WARNING,
            subject,
            translate("Doctor", "Only {n} MB are free at {path}.").format(n=free // 1024**2, path=place),
            translate("Doctor", "Make room: without it nothing more of the history is kept."),
        )
    return Finding(Verdict.OK, subject, str(root))


def _database(subject: str, path: Path, advice: str) -> Finding:
    if not path.exists():
        return Finding(Verdict.OK, subject, translate("Doctor", "not made yet"))
    try:
        words = _quick_check(path)
    except sqlite3.Error as error:
        words = str(error)
    if words in {"database is locked", "database table is locked"}:
        return Finding(Verdict.WARNING, subject, translate("Doctor", "in use; it could not be checked just now"))
    if words != "ok":
        found = translate("Doctor", "{path} is damaged or cannot be read: {words}").format(path=path, words=words)
        return Finding(Verdict.PROBLEM, subject, found, advice)
    return Finding(Verdict.OK, subject, str(path))


def _quick_check(path: Path) -> str:
    """SQLite's own words about the file, "ok" when it is sound."""
    address = f"file:{pathname2url(str(path.absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)) as connection:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
