"""Libraries of other languages inside a bundle: whose they are, under which licence, and where its text is.

Most come inside wheels or with the Python that builds. A library that no line here names stops the release.
"""

import pyexpat
import re
import sqlite3
import ssl
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Native:
    """One project's libraries.

    Attributes:
        name: The project.
        pattern: A regular expression for the files' places in the bundle.
        licence: An SPDX expression or words.
        home: Where its source is.
        texts: Files among those that foreign_texts.py finds, or our own in texts/.
        within: The distribution (or "python") whose own LICENSE.txt holds this one's, too.
        version_of: The distribution whose version is this one's, too.
    """

    name: str
    pattern: str
    licence: str
    home: str
    texts: tuple[str, ...] = ()
    within: str = ""
    version_of: str = ""


_QT = r"(^|/)(lib)?Qt6?[A-Z]\w*(\.so[.\d]*|\.dll|\.dylib|\.framework/.*)$|/(Qt/)?plugins/.+\.(so|dll|dylib)$"
QT_TEXTS = (
    "LGPL-3.0.txt",
    "GPL-3.0.txt",
    "Qt-base.txt",
    "Qt-svg.txt",
    "Qt-wayland.txt",
    "Apache-2.0.txt",
    "CC0-1.0.txt",
)
"""The licence, and the notices of what others wrote inside Qt."""

ALL = (
    Native("Qt", _QT, "LGPL-3.0-only", "https://code.qt.io/cgit/qt/", QT_TEXTS, "", "pyside6-essentials"),
    Native(
        "ICU",
        r"(^|/)(lib)?icu(data|uc|i18n|in|dt)\w*[.\w]*$",
        "ICU",
        "https://icu.unicode.org/",
        ("ICU.txt",),
    ),
    Native("OpenSSL", r"(^|/)lib(ssl|crypto)[-.\w]*$", "Apache-2.0", "https://www.openssl.org/", ("Apache-2.0.txt",)),
    Native(
        "OpenSSL (inside cryptography)",
        r"cryptography/hazmat/bindings/_rust\.",
        "Apache-2.0",
        "https://www.openssl.org/",
        ("Apache-2.0.txt",),
    ),
    Native("SQLite", r"(^|/)(lib)?sqlite3[.\w]*$", "blessing", "https://www.sqlite.org/", ("SQLite.txt",)),
    Native(
        "libffi", r"(^|/)(libffi[-.\w]*|_cffi_backend\..*)$", "MIT", "https://github.com/libffi/libffi", ("libffi.txt",)
    ),
    Native("bzip2", r"(^|/)libbz2[.\w]*$", "bzip2-1.0.6", "https://sourceware.org/bzip2/", ("bzip2.txt",)),
    Native(
        "liblzma", r"(^|/)liblzma[.\w]*$", "public domain, since 5.6 0BSD", "https://tukaani.org/xz/", ("liblzma.txt",)
    ),
    Native("Expat", r"(^|/)libexpat[.\w]*$", "MIT", "https://libexpat.github.io/", ("expat.txt",)),
    Native(
        "mpdecimal", r"(^|/)libmpdec[.\w]*$", "BSD-2-Clause", "https://www.bytereef.org/mpdecimal/", ("mpdecimal.txt",)
    ),
    Native("zlib", r"(^|/)(libz|zlib1?)\.(so|dll|dylib)[.\d]*$", "Zlib", "https://zlib.net/", ("zlib.txt",)),
    Native("OpenBLAS", r"(^|/)lib(scipy_)?openblas", "BSD-3-Clause", "https://www.openblas.net/", (), "numpy"),
    Native(
        "GCC runtime (libgfortran)",
        r"(^|/)lib(gfortran|gcc_s)",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "https://gcc.gnu.org/",
        (),
        "numpy",
    ),
    Native(
        "GCC runtime (libquadmath)",
        r"(^|/)libquadmath",
        "LGPL-2.1-or-later",
        "https://gcc.gnu.org/",
        ("LGPL-2.1.txt",),
        "numpy",
    ),
    Native("Mesa", r"(^|/)opengl32sw\.dll$", "MIT", "https://www.mesa3d.org/", ("Mesa.txt",)),
    Native(
        "Microsoft Visual C++ runtime",
        r"(^|/)(vcruntime|msvcp|concrt|ucrtbase|api-ms-win)[-.\w]*\.dll$",
        "LicenseRef-Microsoft-redistributable",
        "https://visualstudio.microsoft.com/license-terms/",
        (),
        "python",
    ),
)

_PYTHONS = r"(^|/)(lib-dynload/.+|(lib)?python3?[.\d]*(\.so[.\d]*|\.dll|\.dylib)|Python|DLLs/.+\.pyd|_?[a-z]\w*\.pyd)$"
_OWNED_FOLDERS = {"pyside6": "pyside6-essentials", "numpy.libs": "numpy"}


def is_library(path: Path) -> bool:
    """Whether a file is machine code that is loaded; links to one are not counted again."""
    name = path.name.lower()
    return (
        not path.is_symlink()
        and path.is_file()
        and (name.endswith((".dll", ".pyd", ".dylib")) or ".so" in re.findall(r"\.[a-z]+", name))
    )


def owners(file: str) -> list[Native]:
    """The projects whose code is in this file of the bundle."""
    return [native for native in ALL if re.search(native.pattern, file)]


def belongs_to(file: str, known: Collection[str]) -> bool:
    """Whether the file is part of Python or of a distribution among `known`, whose licence covers it."""
    if re.search(_PYTHONS, file):
        return True
    parts = [part.lower() for part in PurePosixPath(file).parts if part not in {"_internal", "Contents", "Frameworks"}]
    top = parts[0].split(".")[0] if len(parts) == 1 else parts[0]
    return _OWNED_FOLDERS.get(parts[0], top.replace("_", "-")) in known


_VERSIONS: dict[str, Callable[[], str]] = {
    "OpenSSL": lambda: ssl.OPENSSL_VERSION.split()[1],
    "SQLite": lambda: sqlite3.sqlite_version,
    "Expat": lambda: ".".join(str(part) for part in pyexpat.version_info),
}


def version(native: Native, files: tuple[str, ...]) -> str:
    """What the running Python or a file's name tells of the version, empty when nothing does."""
    if native.name in _VERSIONS:
        return _VERSIONS[native.name]()
    if native.name != "ICU":  # elsewhere the number behind .so is that of an interface
        return ""
    return max((match[1] for file in files if (match := re.search(r"\.so\.([\d.]+)$", file))), default="")
