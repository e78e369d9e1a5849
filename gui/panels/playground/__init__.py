"""The playground: one unit, many units, many twins, on points that can be taken hold of."""

from gui.panels.playground.panel import PlaygroundPanel

__all__ = ["PlaygroundPanel"]
