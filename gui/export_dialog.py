"""Where to save: the system's dialog, in the folder that was used last.

The dialog is opened, never executed: the race plays on behind it. The folder is remembered between two starts where the
window has settings.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.language import say
from gui.settings import Settings

KINDS = {
    "png": "PNG picture", "svg": "SVG drawing", "csv": "Table (CSV)", "gif": "Moving picture (GIF)",
    "pdf": "PDF to print", "html": "Web page", "md": "Lesson",
}  # fmt: skip
PLACES = (QStandardPaths.StandardLocation.PicturesLocation, QStandardPaths.StandardLocation.DocumentsLocation)


def ask_path(
    parent: QWidget, title: str, name: str, kinds: tuple[str, ...], then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a file of one of `kinds`, the first suggested with `name`; `then` gets the path, or nothing happens."""
    dialog = QFileDialog(parent, say(title))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([filter_of(kind) for kind in kinds])
    dialog.setDefaultSuffix(kinds[0])
    dialog.setDirectory(str(last_folder(parent)))
    dialog.selectFile(f"{name}.{kinds[0]}")
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(suffix_of(words, kinds)))

    def chosen(file: str) -> None:
        remember_folder(parent, Path(file).parent)
        then(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def filter_of(kind: str) -> str:
    """A line of the dialog's list of kinds."""
    return f"{KINDS[kind]} (*.{kind})"


def suffix_of(words: str, kinds: tuple[str, ...]) -> str:
    """The kind that a line of the list stands for."""
    return next((kind for kind in kinds if filter_of(kind) == words), kinds[0])


def last_folder(widget: QWidget) -> Path:
    """The folder used last, if it is still there; else where the system keeps pictures; else the home."""
    settings = settings_of(widget)
    places = [QStandardPaths.writableLocation(place) for place in PLACES]
    if settings is not None:
        places.insert(0, settings.values.export_folder)
    return next((Path(place) for place in places if place and Path(place).is_dir()), Path.home())


def remember_folder(widget: QWidget, folder: Path) -> None:
    """Open there next time."""
    settings = settings_of(widget)
    if settings is not None:
        settings.set(export_folder=str(folder))


def settings_of(widget: QWidget) -> Settings | None:
    """The settings of the window that a widget lies in; a widget of its own has none."""
    settings = getattr(widget.window(), "settings", None)
    return settings if isinstance(settings, Settings) else None
