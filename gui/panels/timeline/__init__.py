"""The timeline: seventy-three years of events to walk through, and seasons and claims to judge."""

from gui.panels.timeline.panel import TimelinePanel

__all__ = ["TimelinePanel"]
