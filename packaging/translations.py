"""Keep resources/translations true: `update` takes the sources' strings in and builds the .qm files, `check` compares.

The .ts files are the translators' originals; .qm files are built from them and shipped.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("tr", "en")
BIN = Path(sys.executable).parent


def sources() -> list[str]:
    """Python files that hold translatable strings."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "supervisor_gui").rglob("*.py"))


def lupdate(target: Path, language: str) -> None:
    """Merge the sources' strings into `target`; strings that are gone are dropped."""
    plural = ["-pluralonly"] if language == "en" else []
    command = [BIN / "pyside6-lupdate", *sources(), "-ts", target, "-no-obsolete", "-locations", "none", *plural]
    command += ["-source-language", "en", "-target-language", language]
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True, capture_output=True)


def lrelease(source: Path, target: Path) -> None:
    """Build `target` (.qm) from `source` (.ts)."""
    command = [str(BIN / "pyside6-lrelease"), str(source), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def messages(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) → translation forms of one .ts file; an unfinished one has an empty tuple."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in message.iter("numerusform")]
            if translation is None or translation.get("type") == "unfinished":
                forms = []
            elif not forms:
                forms = [translation.text or ""]
            found[context.findtext("name") or "", message.findtext("source") or ""] = tuple(forms)
    return found


def placeholders(text: str) -> set[str]:
    """The `{names}` and `%n` that a text fills."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return names | ({"%n"} if "%n" in text else set())


def faults() -> list[str]:
    """Everything that is not right, one line each."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            kept = FOLDER / f"supervisor_{language}.ts"
            fresh = Path(folder) / kept.name
            fresh.write_bytes(kept.read_bytes())
            lupdate(fresh, language)
            if messages(fresh).keys() != messages(kept).keys():
                gone = messages(kept).keys() ^ messages(fresh).keys()
                found += [f"{kept.name}: not up to the sources: {source!r}" for _, source in sorted(gone)[:20]]
            for (context, source), forms in messages(kept).items():
                if not forms or not all(forms):
                    found.append(f"{kept.name}: {context}: no translation: {source!r}")
                elif any(placeholders(form) - {"%n"} != placeholders(source) - {"%n"} for form in forms):
                    found.append(f"{kept.name}: {context}: other placeholders: {source!r}")
            built = Path(folder) / f"supervisor_{language}.qm"
            lrelease(kept, built)
            if built.read_bytes() != kept.with_suffix(".qm").read_bytes():
                found.append(f"{kept.name}: the .qm file is older; run `make translations`")
    return found


def update() -> None:
    """Bring .ts and .qm files up to the sources."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        path = FOLDER / f"supervisor_{language}.ts"
        lupdate(path, language)
        lrelease(path, path.with_suffix(".qm"))


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    else:
        problems = faults()
        print("\n".join(problems) or "translations: whole")
        sys.exit(bool(problems))
