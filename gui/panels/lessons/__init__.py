"""The page of lessons: the path in large, lessons of one's own, what was guessed."""

from gui.panels.lessons.panel import LessonsPanel

__all__ = ["LessonsPanel"]
