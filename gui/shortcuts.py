"""Everything the window can be asked to do: one table, and the QActions made from it.

The rail, the header, the shortcuts sheet and the command palette all show these same actions, so that a key can never
be written somewhere and do something else.

A bare key (Space, an arrow, a letter) belongs first to the widget that has the focus: a text field types it, a slider
moves by it, a button is pressed by Space. Only what the widget leaves alone is a shortcut. Keys with Ctrl or Alt and
function keys are shortcuts everywhere: Alt+Right steps while the arrows walk in a picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gui.language import say
from gui.panels import PANELS, Entry


@dataclass(frozen=True)
class Deed:
    """One thing the window can be asked to do. `keys` are written portably ("Ctrl+K"); the first is the one to show."""

    key: str
    text: str
    keys: tuple[str, ...]
    about: str
    icon: str
    group: str
    repeats: bool = False


DEEDS: tuple[Deed, ...] = (
    Deed("play", "Play or pause", ("Space",), "Start the run, or hold it where it is", "playtri", "Time"),
    Deed("step", "Step", ("Right", "Alt+Right"), "One step forward", "step", "Time", repeats=True),
    Deed("step_back", "Step back", ("Left", "Alt+Left"), "One step back", "stepback", "Time", repeats=True),
    Deed("first", "To the start", ("Home",), "Show the first step of the run", "stepback", "Time"),
    Deed("last", "To the end", ("End",), "Show the last step of the run", "step", "Time"),
    Deed("restart", "Restart the same run", ("R",), "Start again with the same seed, bit by bit", "again", "Time"),
    Deed("new_seed", "Restart with a new seed", ("N",), "Start again with other random numbers", "dice", "Time"),
    Deed("theme", "Next theme", ("T",), "Light, dark, high contrast", "sun", "View"),
    Deed("presentation", "Presentation", ("F5",), "Large type and strong lines for a projector", "screen", "View"),
    Deed("full_screen", "Full screen", ("F11",), "Use the whole screen, or give it back", "full", "View"),
    Deed("palette", "Find an action", ("Ctrl+K",), "Search everything that can be done", "search", "Help"),
    Deed("explain", "What is this?", ("F1",), "Read about the control that has the keyboard", "help", "Help"),
    Deed("shortcuts", "Keyboard shortcuts", ("?",), "Every key and what it does", "help", "Help"),
    Deed("tour", "Take the tour", (), "Three hints: the handle, the path, the time", "help", "Help"),
    Deed("lessons", "Open your own lessons", (), "A folder, a zip or a file with lessons", "export", "Help"),
    Deed("settings", "Settings", ("Ctrl+,",), "Theme, motion, language, size of the interface", "gear", "Help"),
    Deed("quit", "Quit", ("Ctrl+Q",), "Close the window; settings are kept", "close", "Help"),
)

_WRITES = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_MOVES = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


def panel_deed(entry: Entry, number: int) -> Deed:
    """The deed that opens a panel: Ctrl+1 for the first."""
    keys = (f"Ctrl+{number}",) if number < 10 else ()
    return Deed(f"panel:{entry.key}", entry.title, keys, entry.question, entry.icon, "Go to")


class Actions:
    """The QActions of a window by key, in the order of the tables."""

    def __init__(self, window: QWidget) -> None:
        panels = tuple(panel_deed(entry, number) for number, entry in enumerate(PANELS.values(), 1))
        self.deeds = {deed.key: deed for deed in (*DEEDS, *panels)}
        self.actions = {key: _action(deed, window) for key, deed in self.deeds.items()}
        window.addActions(list(self.actions.values()))

    def __getitem__(self, key: str) -> QAction:
        return self.actions[key]

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """The action that this key press asks for."""
        pressed = QKeySequence(event.keyCombination())
        bare = QKeySequence(event.key()) if event.text() == "?" else pressed
        for action in self.actions.values():
            if action.isEnabled() and (pressed in action.shortcuts() or bare in action.shortcuts()):
                return action
        return None


def keys_of(action: QAction) -> list[str]:
    """The keys of an action as the system writes them."""
    return [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Is this key first of all for the widget that has the focus?"""
    if focus is None or event.modifiers() not in _BARE:
        return False
    if isinstance(focus, _WRITES) and not (isinstance(focus, QTextEdit) and focus.isReadOnly()):
        return not _is_function_key(event.key())
    if isinstance(focus, QAbstractButton):
        return event.key() in _PRESSES
    return event.key() in _PRESSES or event.key() in _MOVES


class KeyGuard(QObject):
    """Keeps bare keys from being shortcuts where they belong to the focus. Filters the events of one window.

    A filter and not an override of `event`: a window's `event` also paints everything in it, and an exception in a
    paint event must not travel through Python on its way out, or Qt paints on with it and crashes.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accepted here, the key goes to the focus as an ordinary key press."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        mine = belongs_to_focus(event, self._window.focusWidget())
        if mine:
            event.accept()
        return mine


def _is_function_key(key: int) -> bool:
    return Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35


def _action(deed: Deed, parent: QObject) -> QAction:
    action = QAction(say(deed.text), parent)
    action.setObjectName(deed.key)
    action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(deed.repeats)
    action.setToolTip(say(deed.about))
    action.setStatusTip(say(deed.about))
    action.setMenuRole(_ROLES.get(deed.key, QAction.MenuRole.NoRole))
    return action


_ROLES = {"quit": QAction.MenuRole.QuitRole, "settings": QAction.MenuRole.PreferencesRole}
