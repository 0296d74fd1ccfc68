"""The language of the app: what the person chose, or else the system's, if there is a translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from whiteboard import assets, words

LANGUAGES: dict[str, str] = {"": "System", "en": "English", "de": "Deutsch"}
"""By code as in Settings.language; each in its own words, but for the first."""

_TRANSLATED = tuple(code for code in LANGUAGES if code not in ("", "en"))


def chosen(setting: str, system: list[str]) -> str:
    """The code to use: the setting, or the first of the system's languages ("de-AT") that there is."""
    if setting in LANGUAGES and setting:
        return setting
    for language in system:
        code = language.replace("_", "-").split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def install(app: QCoreApplication, setting: str) -> None:
    """Let everything that is made from now on speak the language of the setting."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    code = chosen(setting, QLocale.system().uiLanguages())
    system = QLocale.system()
    QLocale.setDefault(system if system.name().startswith(code) else QLocale(code))
    if code not in _TRANSLATED:
        words.use(None)
        return
    ours, qt = QTranslator(app), QTranslator(app)
    ours.load(str(assets.path("translations", f"whiteboard_{code}.qm")))
    qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (qt, ours):  # the last one is asked first
        app.installTranslator(translator)
    words.use(lambda text: QCoreApplication.translate("Words", text))
