"""What a classifier decides on the plane, to be looked at and compared: the decision map without its hands."""

from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.decision_map_picture import DecisionPicture
from gui.widgets.words import tell

NAME = "Decision map"


class StillMap(DecisionPicture):
    """Points and field as in `decision_map`; nothing on it can be taken hold of."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        tell(self, NAME)

    def set_words(self, name: str, about: str) -> None:
        """Whose map it is, and what it shows, for a pointer and for those who listen."""
        tell(self, name, about)
