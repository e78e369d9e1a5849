"""What a painting function paints, as pixels."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.widgets.rulers_face import RowFace, paint_row
from gui.widgets.shapes import begin


def area_of(face: RowFace, slope: float, ruler: float, role: str) -> QRect:
    """The rectangle inside the picture of a sum in which pixels have the colour of `role`."""
    image = QImage(face.rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(face.theme.color("panel"))
    painter = QPainter(image)
    begin(painter)
    paint_row(painter, face, slope, ruler)
    painter.end()
    return painted(image, face.picture.toAlignedRect(), face.theme.color(role))


def painted(image: QImage, part: QRect, color: QColor) -> QRect:
    """The rectangle around the pixels of `color` in a part of the image; empty where there are none."""
    inside = part.intersected(image.rect())
    points = [
        QPoint(x, y)
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
        if image.pixelColor(x, y).rgb() == color.rgb()
    ]
    if not points:
        return QRect()
    left, top = min(p.x() for p in points), min(p.y() for p in points)
    return QRect(QPoint(left, top), QPoint(max(p.x() for p in points), max(p.y() for p in points)))
