"""Whether the data folder, its two databases and the certificate store can be used. It changes none of them."""

import os
import secrets
import shutil
import sqlite3
import ssl
import sys
from contextlib import closing
from pathlib import Path

from supervisor_gui.certificates import system_has_certificates
from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.i18n import translate
from supervisor_gui.paths import DataPaths, read_only_address

LOW_DISK = 200 * 1024 * 1024
"""Bytes; a month of samples of a large account."""
_BUSY_SECONDS = 2.0


def examine_files(root: Path, newest_schema: int = 0, *, platform: str = sys.platform) -> tuple[Finding, ...]:
    """The data folder, the ledger of requests and the history.

    Args:
        root: The data folder.
        newest_schema: The newest form of the history that this program knows; 0 when it was not told.
        platform: As in `sys.platform`.
    """
    paths = DataPaths(root)
    return (
        _folder(root, platform),
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
            newest_schema,
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
    if not system_has_certificates():
        if extra is not None:
            return Finding(Verdict.OK, subject, str(extra))
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


def examine_settings(path: Path, problems: tuple[str, ...]) -> Finding:
    """The settings file, as it was read.

    Args:
        path: The file.
        problems: What was wrong with it, in words.
    """
    subject = translate("Doctor", "Settings")
    if problems:
        advice = translate("Doctor", "The defaults hold instead. Correct the file while the program is closed.")
        return Finding(Verdict.WARNING, subject, " ".join(problems), advice)
    return Finding(Verdict.OK, subject, str(path) if path.exists() else translate("Doctor", "not made yet"))


def _folder(root: Path, platform: str) -> Finding:
    subject = translate("Doctor", "Data folder")
    place = next((folder for folder in (root, *root.parents) if folder.exists()), root)
    if not place.is_dir() or not _takes_files(place, platform):
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


def _takes_files(place: Path, platform: str) -> bool:
    """Whether this user can make files there. Windows' own answer leaves its lists of rights aside, so there one is
    made, and taken away again.
    """
    if platform != "win32":
        return os.access(place, os.W_OK | os.X_OK)
    probe = place / f".doctor-{secrets.token_hex(8)}"
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        probe.unlink()
    except OSError:
        return False
    return True


def _database(subject: str, path: Path, advice: str, newest_schema: int = 0) -> Finding:
    if not path.exists():
        return Finding(Verdict.OK, subject, translate("Doctor", "not made yet"))
    try:
        words, schema = _quick_check(path)
    except sqlite3.Error as error:
        words, schema = str(error), 0
    if words in {"database is locked", "database table is locked"}:
        return Finding(Verdict.WARNING, subject, translate("Doctor", "in use; it could not be checked just now"))
    if words != "ok":
        found = translate("Doctor", "{path} is damaged or cannot be read: {words}").format(path=path, words=words)
        return Finding(Verdict.PROBLEM, subject, found, advice)
    if 0 < newest_schema < schema:
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate(
                "Doctor", "{path} is a newer version's: its schema is {schema}, this version knows {known}."
            ).format(path=path, schema=schema, known=newest_schema),
            translate("Doctor", "Use that version or a newer one; this one leaves the file as it is."),
        )
    return Finding(Verdict.OK, subject, str(path))


def _quick_check(path: Path) -> tuple[str, int]:
    """SQLite's own words about the file, "ok" when it is sound, and the form that the file says it has."""
    with closing(sqlite3.connect(read_only_address(path.absolute()), uri=True, timeout=_BUSY_SECONDS)) as connection:
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]), schema
