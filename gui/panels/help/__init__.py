"""Help: the glossary, notes for teachers, how to write a lesson, keys, and what this program is."""

from gui.panels.help.panel import HelpPanel

__all__ = ["HelpPanel"]
