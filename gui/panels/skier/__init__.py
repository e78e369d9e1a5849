"""The skier: how a network comes down its landscape by glances at it, in nine views."""

from gui.panels.skier.panel import SkierPanel

__all__ = ["SkierPanel"]
