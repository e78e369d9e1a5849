"""The lab: networks that overfit, side by side, and what dropout, penalties and momentum do to them as they learn."""

from gui.panels.lab.panel import LabPanel

__all__ = ["LabPanel"]
