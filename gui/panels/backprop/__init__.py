"""Backpropagation, every matrix of one mini-batch: step forward, step back, change a cell."""

from gui.panels.backprop.panel import BackpropPanel

__all__ = ["BackpropPanel"]
