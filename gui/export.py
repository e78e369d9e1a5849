"""Pictures out of the window: to the clipboard, as PNG at twice the resolution, as SVG.

A picture is what the widget would paint, painted anew: PNG with two device pixels for each logical one, SVG with lines
and words as lines and words. What a widget keeps as pixels (a relief) is embedded as pixels, at twice the resolution
too. None of this opens a dialog. Failures are one sentence, as ExportError. Files are replaced whole or not at all.

The race as a moving picture: `GifMaker`, from `gui.export_gif`.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from gui.export_file import ExportError, kind_of, write_whole
from gui.export_gif import GifMaker
from gui.export_svg import mended
from gui.widgets.paper import leaving

__all__ = ["ExportError", "GifMaker", "copy_picture", "image_of", "save_picture", "save_text", "svg_of"]

PICTURES = ("png", "svg")
SHARPNESS = 2.0
"""Device pixels for each logical one."""


def copy_picture(widget: QWidget) -> None:
    """Put the picture of a widget on the clipboard."""
    QGuiApplication.clipboard().setImage(image_of(widget))


def save_picture(widget: QWidget, path: Path) -> None:
    """Write the picture of a widget as PNG or SVG, as the ending of `path` says. Raises ExportError."""
    kind = kind_of(path, PICTURES)
    write_whole(path, svg_of(widget) if kind == "svg" else png_of(image_of(widget)))


def save_text(text: str, path: Path, kinds: tuple[str, ...] = ("csv",)) -> None:
    """Write text in UTF-8. Raises ExportError."""
    kind_of(path, kinds)
    write_whole(path, text.encode())


def image_of(widget: QWidget, sharpness: float = SHARPNESS) -> QImage:
    """What the widget shows, with `sharpness` device pixels for each logical one."""
    image = QImage(widget.size() * sharpness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    image.fill(widget.palette().color(widget.backgroundRole()))
    with QPainter(image) as painter:
        paint(widget, painter)
    return image


def paint(widget: QWidget, painter: QPainter) -> None:
    """The widget and what lies in it. Called on the class: a panel's own `render` takes frames."""
    with leaving(widget):
        QWidget.render(widget, painter, QPoint())


def png_of(image: QImage) -> bytes:
    """An image as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs take bytes only
    return bytes_of(buffer.data())


def svg_of(widget: QWidget) -> bytes:
    """What the widget shows as SVG 1.1."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size: QSize = widget.size() * SHARPNESS
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(widget.accessibleName() or "Nutshell")
    generator.setDescription("Made with Nutshell")
    with QPainter(generator) as painter:
        painter.scale(SHARPNESS, SHARPNESS)
        paint(widget, painter)
    places = [QPoint(), *(child.mapTo(widget, QPoint()) for child in widget.findChildren(QWidget))]
    return mended(bytes_of(buffer.data()).decode(), widget.size(), SHARPNESS, places).encode()


def bytes_of(data: QByteArray) -> bytes:
    """Qt's bytes as Python's."""
    return bytes(data.data())
