"""Keep resources/translations true: `update` takes the sources' strings in and builds the .qm files, else it compares.

The .ts files are the translators' originals; .qm files are built from them and shipped. lupdate extracts; it does not
see that a Python string has a count, so a source with `%n` is made plural here. English holds the plurals alone.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PLURALS = {"tr": 1, "en": 2}
BIN = Path(sys.executable).parent

Key = tuple[str, str]
Forms = tuple[str, ...]


def extract() -> list[Key]:
    """(context, English source) of every translatable string in the package, sorted."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "supervisor_gui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "fresh.ts"
        command = [str(BIN / "pyside6-lupdate"), *files, "-ts", str(target)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return sorted(messages(target))


def messages(path: Path) -> dict[Key, Forms]:
    """(context, source) → translation forms of one .ts file; an unfinished one has an empty tuple."""
    found: dict[Key, Forms] = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = tuple(form.text or "" for form in message.iter("numerusform"))
            if translation is None or translation.get("type") == "unfinished":
                forms = ()
            elif not forms:
                forms = (translation.text or "",)
            found[context.findtext("name") or "", message.findtext("source") or ""] = forms
    return found


def write(path: Path, language: str, wanted: list[Key], known: dict[Key, Forms]) -> None:
    """Write the .ts file of `language` with the `wanted` messages, translated as far as `known`."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, source in wanted:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        forms = known.get((context, source), ())
        if not all(forms) or not forms:
            translation.set("type", "unfinished")
        if "%n" in source:
            message.set("numerus", "yes")
            for number in range(PLURALS[language]):
                ET.SubElement(translation, "numerusform").text = forms[number] if number < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def of_language(language: str, sources: list[Key]) -> list[Key]:
    """The messages that the language's file must hold."""
    return [key for key in sources if language != "en" or "%n" in key[1]]


def lrelease(source: Path, target: Path) -> None:
    """Build `target` (.qm) from `source` (.ts).

    Programs that run have the file mapped into memory: one that is written in its place would take them down.
    """
    beside = target.with_name(f".{target.name}.part")
    command = [str(BIN / "pyside6-lrelease"), str(source), "-qm", str(beside)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    beside.replace(target)


def update() -> None:
    """Bring .ts and .qm files up to the sources."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    sources = extract()
    for language in PLURALS:
        path = FOLDER / f"supervisor_{language}.ts"
        write(path, language, of_language(language, sources), messages(path) if path.exists() else {})
        lrelease(path, path.with_suffix(".qm"))


def placeholders(text: str) -> set[str]:
    """The `{names}` that a text fills."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def faults() -> list[str]:
    """Everything that is not right, one line each."""
    found = []
    sources = extract()
    for language in PLURALS:
        path = FOLDER / f"supervisor_{language}.ts"
        kept = messages(path)
        differing = kept.keys() ^ set(of_language(language, sources))
        found += [f"{path.name}: not up to the sources: {key}" for key in sorted(differing)]
        for (context, source), forms in kept.items():
            if not forms or not all(forms):
                found.append(f"{path.name}: {context}: no translation: {source!r}")
            elif any(placeholders(form) != placeholders(source) for form in forms):
                found.append(f"{path.name}: {context}: other placeholders: {source!r}")
        with tempfile.TemporaryDirectory() as folder:
            built = Path(folder) / "built.qm"
            lrelease(path, built)
            if built.read_bytes() != path.with_suffix(".qm").read_bytes():
                found.append(f"{path.name}: the .qm file is older; run `make translations`")
    return found


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    else:
        problems = faults()
        print("\n".join(problems) or "translations: whole")
        sys.exit(bool(problems))
