"""Depth: what is left of an error in every layer, one gate, and a race of deep networks with and without cures."""

from gui.panels.depth.panel import DepthPanel

__all__ = ["DepthPanel"]
