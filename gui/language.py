"""The language of the screen: `say` turns the English of the source into it, a `Language` is what can be chosen.

English is what the source says. Another language is a file `assets/translations/nutshell_<code>.ts` (Qt's own XML, made
by `make translations`, edited with Qt Linguist or by hand). It is read directly, so that a translation acts without a
compiler; a `QTranslator` gives its words to Qt, and Qt's own dialogs get theirs from PySide6. Texts reach the screen
through few sinks (gui.widgets.words, gui.widgets.shapes and the widgets built on them), and each of them says what it
is given. To say something twice is harmless: what was said is in no catalogue.

Lines that run from right to left turn round what is read like a line: rows, tab rows, segments, lists, the words above
a slider, bars of progress, the steps of a lesson, and with them the sideways arrow keys (gui.widgets.mirrored). What is
measured stays as it is everywhere: axes and plots, the years, the track of a slider, the network from its inputs to its
outputs, formulas, and the transport with its bar, for time and numbers grow to the right there too.

Only whole texts are looked up: a plain one as it stands, a `Phrase` by its template, with its values said as well.
`Own` texts stay: those of the learner, and those of files, for each language has such files of its own
(assets/lessons/de beside assets/lessons, and so for history, glossary, notes and help; what is missing stays English).

The language is chosen once, at the start: every caption and every picture is made with it. With `system` the words are
those of the first language of the system that there is a file for, else English; the numbers are always the system's.
`pseudo` and `pseudo-rtl` are made from the catalogue itself (gui.pseudo) and only the command line knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from gui.catalogue import CONTEXT, ENGLISH, BrokenCatalogue, codes, read_catalogue, translations_folder
from gui.pseudo import PSEUDO, pseudo_words
from sim.numerals import use_marks
from sim.phrases import LOWERED, Own, Phrase, formed, phrase

SYSTEM = "system"
MOST_KEPT = 20_000

_code = ENGLISH
_other = False  # is anything but English on the screen?


@dataclass(frozen=True)
class Language:
    """What can be chosen: its words by their English ones, and how it writes numbers."""

    code: str = ENGLISH
    locale: QLocale = field(default_factory=lambda: QLocale(QLocale.Language.English))
    words: Mapping[str, str] = field(default_factory=dict, repr=False)
    right_to_left: bool = False


class Catalogue(QTranslator):
    """The words of a language, as Qt asks for them."""

    def __init__(self, words: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        """Never: Qt would not install it."""
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The words for `sourceText`, or none, so that Qt asks the next translator."""
        found = self._words.get(sourceText) if context == CONTEXT else None
        return found  # type: ignore[return-value]


def spoken() -> str:
    """The code of the language on the screen, "" for English: how folders of texts in it are called."""
    return "" if _code == ENGLISH or _code in PSEUDO else _code


def say(words: str) -> str:
    """`words` in the language of the screen; English ones where it has none."""
    if not _other or isinstance(words, Own):
        return words
    return _said_phrase(words) if isinstance(words, Phrase) else _said(words)


def _said_phrase(words: Phrase) -> str:
    values = {key: say(value) if isinstance(value, str) else value for key, value in words.values.items()}
    return formed(_said(words.template).format_map(values), "" if words.form == LOWERED else words.form)


@lru_cache(maxsize=MOST_KEPT)
def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)


# Choosing -------------------------------------------------------------------------------------------------------------


def name_of(code: str) -> str:
    """A language's own name for itself: "Deutsch"."""
    if code == ENGLISH:
        return "English"
    return QLocale(code).nativeLanguageName().capitalize() or code


def find(code: str, folder: Path | None = None) -> tuple[Language, str]:
    """The language called `code`, and a sentence where it cannot be had and English stands in for it."""
    folder = folder or translations_folder()
    if code == SYSTEM:
        system = QLocale.system()
        language, trouble = find(_system_code(system.uiLanguages(), codes(folder)), folder)
        return Language(language.code, system, language.words, language.right_to_left), trouble
    if code == ENGLISH:
        return Language(), ""
    try:
        if code in PSEUDO:
            words = pseudo_words(read_catalogue(folder / "nutshell_en.ts"), code)
            return Language(code, QLocale(QLocale.Language.German), words, PSEUDO[code]), ""
        if code not in codes(folder):
            return Language(), phrase("There is no translation for {code}; the program speaks English.", code=Own(code))
        words = read_catalogue(folder / f"nutshell_{code}.ts")
    except BrokenCatalogue as broken:
        return Language(), broken.sentence
    locale = QLocale(code)
    return Language(code, locale, words, locale.textDirection() == Qt.LayoutDirection.RightToLeft), ""


def _system_code(wanted: list[str], known: tuple[str, ...]) -> str:
    """The first wanted language that is known, as "pt_BR" or as "pt"."""
    for tag in wanted:
        for code in (tag.replace("-", "_"), tag.split("-")[0]):
            if code in known:
                return code
    return ENGLISH


def use(language: Language, application: QApplication) -> None:
    """Speak `language` from now on. What is on the screen already stays as it is."""
    global _other, _code
    for old in application.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        application.removeTranslator(old)
        old.setParent(None)
    _other, _code = bool(language.words), language.code
    _said.cache_clear()
    if _other:
        application.installTranslator(_qt_words(language, application))
        application.installTranslator(Catalogue(language.words, application))
    QLocale.setDefault(language.locale)
    _write_numbers_like(language.locale)
    right = Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight
    if application.layoutDirection() != right:
        application.setLayoutDirection(right)


def _qt_words(language: Language, parent: QObject) -> QTranslator:
    """What Qt itself says in file dialogs and menus of text fields."""
    translator = QTranslator(parent)
    translator.load(QLocale(language.code), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def _write_numbers_like(locale: QLocale) -> None:
    """Marks of a language that writes other figures stay English: figures in a row need the bundled fonts' own."""
    if locale.zeroDigit() == "0":
        use_marks(locale.decimalPoint(), locale.groupSeparator())
    else:
        use_marks(".", ",")
