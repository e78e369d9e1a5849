"""The optimizer race: the panel, its controls, and what its board says."""

from gui.panels.race.panel import RacePanel

__all__ = ["RacePanel"]
