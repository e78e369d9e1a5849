"""What the program opens with: a neuron that tries, the path of lessons, seventy years in one line."""

from gui.panels.home.panel import HomePanel

__all__ = ["HomePanel"]
