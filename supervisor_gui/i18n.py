"""One door for translated words in rooms without Qt. Qt's own translator stands behind it when there is a window.

Sources are English; `resources/translations/*.ts` hold Turkish and the English plurals.
"""

from collections.abc import Callable
from pathlib import Path

from supervisor_gui.paths import resource

LANGUAGES = ("tr", "en")

Translator = Callable[[str, str, int], str]
"""(context, English source, n or -1) → words in today's language; `%n` is filled when n ≥ 0."""


class TsCatalog:
    """The messages of one .ts file, read without Qt (for headless commands)."""

    def __init__(self, path: Path) -> None:
        import xml.etree.ElementTree as ET  # noqa: PLC0415  a start with a window needs none of it

        self._messages: dict[tuple[str, str], tuple[str, ...]] = {}
        for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
            name = context.findtext("name") or ""
            for message in context.iter("message"):
                forms = tuple(form.text or "" for form in message.iter("numerusform"))
                words = forms or (message.findtext("translation") or "",)
                self._messages[name, message.findtext("source") or ""] = words

    def __call__(self, context: str, source: str, n: int) -> str:
        """Look `source` up; an unknown or empty message stays English."""
        forms = self._messages.get((context, source), ())
        words = (forms[0] if n == 1 or len(forms) == 1 else forms[-1]) if forms else ""
        words = words or source
        return words.replace("%n", str(n)) if n >= 0 else words


class _Door:
    """Where `translate` finds today's translator; replaced whole at a language change."""

    __slots__ = ("translator",)

    def __init__(self) -> None:
        self.translator: Translator | None = None


_door = _Door()


def use(translator: Translator | None) -> None:
    """Make `translator` the one that `translate` asks; None gives back the English sources."""
    _door.translator = translator


def use_headless(language: str) -> None:
    """Read the language's .ts file for a command that has no Qt; without it the command speaks English."""
    try:
        use(TsCatalog(resource(f"translations/supervisor_{language}.ts")))
    except (OSError, SyntaxError):  # a damaged file is a syntax error to the parser of XML
        use(None)


def translate(context: str, source: str, _: None = None, n: int = -1) -> str:
    """Words for `source` in today's language.

    Args:
        context: The group of the message, a literal.
        source: English words, a literal; `%n` stands for the count, `{name}` for values filled by `str.format`.
        _: Always None; Qt has its disambiguation there, and lupdate reads our calls as Qt's.
        n: The count that chooses a plural form, -1 for none.
    """
    if _door.translator is not None:
        return _door.translator(context, source, n)
    return source.replace("%n", str(n)) if n >= 0 else source


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  the name that lupdate looks for
    """Mark `text` for translation in `context` where it is declared; it is translated where it is shown."""
    return text
