"""A level between 0 and 1 that eases towards where it is sent: hover, press, a switch's knob."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget


class Eased(QVariantAnimation):
    """Repaints its widget while it moves. With 0 milliseconds (reduced motion) it is there at once."""

    def __init__(self, widget: QWidget, level: float = 0.0) -> None:
        super().__init__(widget)
        self._widget = widget
        self._level = level
        self.valueChanged.connect(self._moved)

    @property
    def level(self) -> float:
        """Where it is now."""
        return self._level

    def go(self, level: float, milliseconds: int, curve: QEasingCurve | None = None) -> None:
        """Ease to `level`."""
        self.stop()
        if milliseconds <= 0 or not self._widget.isVisible():
            self._moved(level)
            return
        self.setStartValue(self._level)
        self.setEndValue(float(level))
        self.setDuration(milliseconds)
        self.setEasingCurve(QEasingCurve(QEasingCurve.Type.OutCubic) if curve is None else curve)
        self.start()

    def _moved(self, level: object) -> None:
        self._level = float(level)  # type: ignore[arg-type]
        self._widget.update()
