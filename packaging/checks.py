"""The project's own rules that no linter knows, each with its reason. It reads text and runs nothing of ours."""

import re
import sys
from pathlib import Path

import translations

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "supervisor_gui"
LONGEST = 450
INIT = PACKAGE / "__init__.py"
# It alone says the version; the other two tell the history of releases and of distributions.
SAY_A_VERSION = {
    INIT,
    ROOT / "packaging/linux/netsantral-supervisor.metainfo.xml",
    ROOT / "packaging/bundle/requirements.lock",
}

RULES: tuple[tuple[str, str, frozenset[str], str], ...] = (
    # pattern, glob below supervisor_gui, files that may, reason
    (r"\.exec\(", "**/*.py", frozenset({"runtime.py"}), "a nested event loop kills waiting coroutines"),
    (r"processEvents\(", "**/*.py", frozenset(), "a nested event loop lets tasks run at unexpected points"),
    (r"ResizeToContents|resizeRowsToContents", "**/*.py", frozenset(), "quadratic with frequent changes"),
    (r"Signal\((dict|list|tuple)\b", "**/*.py", frozenset(), "Qt converts and copies these; use Signal(object)"),
    (r"asyncClose|asyncSlot", "**/*.py", frozenset(), "tasks have an owner"),
    (r"(create_task|ensure_future)\(", "**/*.py", frozenset({"tasks.py", "simulator"}), "tasks.spawn owns every task"),
    (r"setlocale\(", "**/*.py", frozenset(), "breaks protocol words"),
    (r"verify\s*=\s*False", "**/*.py", frozenset(), "certificates are always checked"),
    (
        r"\.setToolTip\((?!.*(translate|tooltip|\"\"))",
        "ui/**/*.py",
        frozenset(),
        "foreign text is escaped by plain.tooltip",
    ),
    (r"QMessageBox", "**/*.py", frozenset(), "messages go through ui/messages.py"),
    (r"setHtml\(|RichText|AutoText", "**/*.py", frozenset(), "foreign text is plain text"),
    (r"QSortFilterProxyModel", "**/*.py", frozenset(), "the board's models keep their own order"),
    (r"\{translate\(['\"]\w+['\"], ['\"]", "**/*.py", frozenset(), "lupdate does not look into f-strings"),
    (r"translate\(.*, None, (?!\w+\))", "**/*.py", frozenset(), "lupdate takes a count only when it is a plain name"),
    (r"pypi\.org|/root/|/work/", "**/*.py", frozenset(), "the repository speaks of the project alone"),
)


def broken_rules() -> list[str]:
    """Lines that break a rule."""
    found = []
    for pattern, glob, allowed, reason in RULES:
        expression = re.compile(pattern)
        for path in sorted(PACKAGE.glob(glob)):
            parts = path.relative_to(PACKAGE).parts
            if allowed & set(parts):
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                code = line.split("#", 1)[0]
                if expression.search(code) and '"""' not in code:
                    found.append(f"{path.relative_to(ROOT)}:{number}: {reason}: {line.strip()[:90]}")
    return found


def long_files() -> list[str]:
    """Files that should be split."""
    return [
        f"{path.relative_to(ROOT)}: {count} lines; split it"
        for path in sorted(PACKAGE.rglob("*.py"))
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST
    ]


def second_versions() -> list[str]:
    """Files beside the one place that hold the program's version and would be forgotten at the next release."""
    number = INIT.read_text("utf-8").rpartition('__version__ = "')[2].rstrip('"\n')
    version = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w.])")
    folders = ("supervisor_gui", "packaging", "docs", "resources")
    below = [path for name in folders for path in (ROOT / name).rglob("*")]
    return [
        f"{path.relative_to(ROOT)}: holds the version {number}, which stands in supervisor_gui/__init__.py alone"
        for path in sorted([*below, *(ROOT / name for name in ("pyproject.toml", "README.md", "Makefile"))])
        if path.is_file() and path.suffix not in {".png", ".qm", ".pyc"} and path not in SAY_A_VERSION
        if version.search(path.read_text("utf-8"))
    ]


def main() -> int:
    """Print what is broken; 1 when anything is."""
    found = broken_rules() + long_files() + second_versions() + translations.faults()
    print("\n".join(found) or "own checks: all hold")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
