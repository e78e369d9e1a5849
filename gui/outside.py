"""The way out of the program: a link to the web is shown in full, and opened only where the learner says so.

    follow_outside(themes, window, "https://arxiv.org/abs/1412.6980")     False: this is no address that is opened

The browser is asked to open the address; the program itself connects to nothing. Other schemes than those of
`sim.lesson_links` never come this far, and an address that hides its host behind a name is not opened either.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.language import say
from gui.sheets import Sheet
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.words import Label, breakable
from sim.lesson_links import LONGEST, SCHEMES
from sim.phrases import Own, phrase


def address_of(target: str) -> QUrl | None:
    """The address of a link out of the program, or None where it is not one that is opened."""
    url = QUrl(target, QUrl.ParsingMode.StrictMode)
    if len(target) > LONGEST or not url.isValid() or url.scheme().lower() not in SCHEMES:
        return None
    if url.scheme().lower() == "mailto":
        return url if "@" in url.path() else None
    return url if url.host() and not url.userInfo() else None


def written(url: QUrl) -> str:
    """The address in plain letters: a host that looks like another one shows what it is."""
    return bytes(url.toEncoded().data()).decode("ascii")


def follow_outside(themes: ThemeHolder, window: QWidget, target: str) -> bool:
    """Ask, in the window, whether the link is to be opened. False: it is none that can be."""
    url = address_of(target)
    if url is None:
        return False
    sheet = window.findChild(OutsideSheet) or OutsideSheet(themes, window)
    sheet.ask(url)
    return True


class OutsideSheet(Sheet):
    """Shows where a link leads, and opens it, copies it, or does nothing."""

    def __init__(self, themes: ThemeHolder, window: QWidget) -> None:
        super().__init__(themes, window, "This link leaves the program", 520)
        self._url = QUrl()
        self._where = Label(themes, role="prose", wrap=True)
        self._address = Label(themes, role="value", color="you", wrap=True)
        self._address.setAccessibleName(say("Address"))
        self.open = Button(themes, "Open in the browser", "primary", about="The browser connects to this address.")
        self.copy = Button(themes, "Copy address", about="Take the address along; nothing is opened.")
        self.leave = Button(themes, "Not now", "ghost", about="Close this; nothing is opened.")
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.close_sheet)
        body = self.card.body
        body.addWidget(self._where)
        body.addWidget(self._address)
        body.addSpacing(8)
        row = QHBoxLayout()
        for button in (self.open, self.copy, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        body.addLayout(row)

    @property
    def address(self) -> str:
        """The whole address that is asked about."""
        return written(self._url)

    def ask(self, url: QUrl) -> None:
        """Show the sheet for this address."""
        self._url = url
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii")
        if url.scheme() == "mailto":
            self._where.setText("This writes a letter in your mail program to:")
        elif url.scheme() == "https":
            self._where.setText(phrase("This leads to {host}. The whole address is:", host=Own(host)))
        else:
            self._where.setText(phrase("This leads to {host}, unprotected. The whole address is:", host=Own(host)))
        self._address.setText(breakable(Own(self.address)))
        self.open_sheet()

    def first(self) -> QWidget:
        """The button that does nothing: the key that followed the link does not open it too."""
        return self.leave

    def _open(self) -> None:
        url = self._url
        self.close_sheet()
        QDesktopServices.openUrl(url)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)
        self.close_sheet()

    def _high(self, wide: int) -> int:
        return self.card.body.totalHeightForWidth(wide)
