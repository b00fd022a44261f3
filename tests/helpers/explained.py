"""What every error of the PBX has to be for a user and a caller. It provokes none."""

from functools import cache

from supervisor_gui import i18n
from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.paths import resource
from tests.helpers.wire_server import PASSWORD


def told(error: PbxError) -> tuple[type[PbxError], str, str, str]:
    """All that a caller goes by: kind, reason, the PBX's code and words."""
    return type(error), error.reason, error.code, error.words.strip()


def broken_answers(cut: str) -> list[tuple[str, type[PbxError], str, str]]:
    """Faults of the simulator that spoil any answer, with kind, reason and code; `cut` is the reason of half of one."""
    return [
        ("html", BadAnswer, "html", ""),
        ("empty", BadAnswer, "empty", ""),
        ("cut", BadAnswer, cut, ""),
        ("hang", NoAnswer, "deadline", ""),
        ("drip", NoAnswer, "deadline", ""),
        ("redirect-302", NoAnswer, "redirect", "302"),
        ("http-500", NoAnswer, "http_500", "500"),
        ("drop-connection", NoAnswer, "cut", ""),
    ]


def assert_explained(error: PbxError, secret: str = PASSWORD) -> None:
    """Whoever speaks Turkish or English learns, each in the own language, what happened and what to do.

    Nothing of it holds `secret`.
    """
    said = []
    for language in i18n.LANGUAGES:
        i18n.use(_catalog(language))
        words = explain(error)
        assert all((words.title, words.meaning, words.todo)), language
        assert secret not in " ".join((words.title, words.meaning, words.todo, words.details, str(error)))
        said.append(words)
    i18n.use(None)
    turkish, english = said
    assert turkish.title != english.title
    assert turkish.meaning != english.meaning
    assert turkish.todo != english.todo


@cache
def _catalog(language: str) -> i18n.TsCatalog:
    return i18n.TsCatalog(resource(f"translations/supervisor_{language}.ts"))
