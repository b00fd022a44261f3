"""The window's language: Qt's translators, the number and date forms, and the door for rooms without Qt."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from supervisor_gui import i18n
from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.paths import resource

LOCALES = {
    "tr": QLocale(QLocale.Language.Turkish, QLocale.Country.Turkey),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

KEY_NAMES = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
)
"""As they are printed on keyboards; Qt's Turkish spells them out. Ours are found first."""


def chosen(wish: str) -> str:
    """The language for a setting: "tr", "en", or the system's for anything else; English where it is neither."""
    if wish in LOCALES:
        return wish
    return "tr" if QLocale.system().language() is QLocale.Language.Turkish else "en"


def _translate(context: str, source: str, n: int) -> str:
    return QCoreApplication.translate(context, source, None, n)


def _own_words() -> str:
    """The folder of our own translations; empty where it is missing, and then the window speaks English."""
    try:
        return str(resource("translations"))
    except FileNotFoundError:
        return ""


class Language:
    """Owns the translators of one application; each change sends LanguageChange to every window."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.name = ""

    def use(self, wish: str) -> None:
        """Switch to the language of a setting."""
        name = chosen(wish)
        if name == self.name:
            return
        self.name = name
        QLocale.setDefault(LOCALES[name])
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files = ((f"qtbase_{name}", qt_words), (f"supervisor_{name}", _own_words()))
        self._translators = []
        for file, folder in files:
            translator = QTranslator(self._app)
            if translator.load(file, folder):
                self._translators.append(translator)
            else:
                translator.deleteLater()
        i18n.use(_translate)
        for translator in self._translators:
            self._app.installTranslator(translator)
