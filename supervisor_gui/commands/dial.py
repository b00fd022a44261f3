"""Numbers from outside of the window: `supervisor-gui NUMBER`, a link, and `supervisor-gui dial`. It calls nobody.

Nobody needs a message catalogue, Qt or the window's own arguments to hand a good number over, so none is loaded.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from supervisor_gui.commands.language import language, tell
from supervisor_gui.desktop.handing_over import hand_over
from supervisor_gui.desktop.tel_links import LinkRefusedError, is_link, read_link
from supervisor_gui.i18n import LANGUAGES, translate, use_headless
from supervisor_gui.options import Options
from supervisor_gui.paths import default_data_dir
from supervisor_gui.text import clean, typed_signs


def refused(options: Options, argv: Sequence[str], *, typed: bool = True) -> bool:
    """Whether the number that `options` bring cannot be dialled, which is told: here, and by the window for a link.

    Who clicked a link looks at a browser and sees nothing of what is printed.

    Args:
        options: What was asked.
        argv: For the language.
        typed: Whether it stood on the command line; what was copied may be a secret and is not shown again.
    """
    text = options.number
    if not text:
        return False
    try:
        read_link(text)
    except LinkRefusedError as error:
        use_headless(options.lang or language(argv))
        if is_link(text):
            tell(str(error))
            if not (options.demo or options.headless):
                hand_over(options.data_dir or default_data_dir(), text)
        elif typed:
            words = translate("Cli", "“{word}” is neither a command nor a telephone number.")
            tell(words.format(word=clean(text, 60)))
        else:
            tell(translate("Cli", "That is not one telephone number."))
        return True
    return False


def read_dial(argv: Sequence[str]) -> Options | None:
    """What `dial` with the arguments `argv` asks of a window; None when it cannot, which is told.

    Raises:
        SystemExit: With code 2 and a sentence when an argument cannot be used.
    """
    parser = argparse.ArgumentParser(
        prog="supervisor-gui dial", allow_abbrev=False, description="Hand a number to the window, which asks and dials."
    )
    parser.add_argument("number", nargs="*", help="a number or a link; blanks need no quotes")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--clipboard", action="store_true", help="the number that was copied last")
    where.add_argument("--selection", action="store_true", help="the number that is marked in a window")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="the data folder of the window that is meant")
    parser.add_argument("--lang", choices=LANGUAGES, default="", help="the language")
    given = parser.parse_args(argv)
    if bool(given.number) == (given.clipboard or given.selection):
        parser.error("one of NUMBER, --clipboard, --selection")
    text = " ".join(given.number) if given.number else _from_screen(argv, marked=given.selection)
    if text is None:
        return None
    # People copy numbers with marks that nobody sees; from a link none of them would be taken.
    text = text if is_link(text) else typed_signs(text)
    data_dir = given.data_dir.absolute() if given.data_dir else None
    options = Options(number=text, data_dir=data_dir, lang=given.lang)
    return None if refused(options, argv, typed=bool(given.number)) else options


def _from_screen(argv: Sequence[str], *, marked: bool) -> str | None:
    """The copied or marked text; None when there is none or it cannot be read, which is told."""
    from supervisor_gui.desktop import selection

    use_headless(language(argv))
    try:
        text = selection.marked() if marked else selection.copied()
    except selection.NoClipboardError as error:
        tell(str(error))
        return None
    if text.strip():
        return text
    nothing = translate("Cli", "Nothing is marked.") if marked else translate("Cli", "Nothing has been copied.")
    tell(nothing)
    return None
