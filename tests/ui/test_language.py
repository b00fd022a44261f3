"""Changing the language: the words change at once, and what the language before needed does not stay."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from supervisor_gui.i18n import translate
from supervisor_gui.ui.language import Language


def translators(app: QApplication) -> int:
    """How many exist, after those to be deleted have been."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(app.findChildren(QTranslator))


@pytest.mark.parametrize("other", ["en", "tr"])
def test_any_number_of_changes_leaves_the_words_of_one_language(qapp: QApplication, other: str) -> None:
    language = Language(qapp)
    words = {}
    for name in ("tr", "en"):
        language.use(name)
        words[name] = translate("Window", "Settings")
    language.use(other)
    once = translators(qapp)
    for _ in range(10):
        for name in ("tr", "en", other):
            language.use(name)
            assert translate("Window", "Settings") == words[name]
    assert words["tr"] != words["en"]
    assert translators(qapp) == once
