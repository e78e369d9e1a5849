"""What a network says of itself: tooltips of its parts, and where the keyboard is, for who cannot see it."""

from gui.widgets.network_view_content import Content, Part
from gui.widgets.network_view_units import signed
from gui.widgets.words import tip
from sim.phrases import lowered, phrase

NAME = "Network"
ABOUT = (
    "Drag along a line to change its weight, across a pill to change a bias. Arrow keys walk over units and lines, "
    "plus and minus change what they stand at, with Alt finely."
)
WEIGHTS = "Point at a unit to read its heaviest weights: for all of them there is no room."
_HOW = {
    "edge": "Drag along the line to change it, with Shift finely. Click shows the sum it belongs to.",
    "bias": "Drag to the right or left to change it, with Shift finely.",
}
_CLICK = "Click shows how it is computed."


def tip_of(content: Content, part: Part, locked: str, written: bool = True) -> str:
    """The tooltip of a part, or of the whole; `locked` says why nothing can be changed, `written` whether all weights
    can be read.
    """
    if not part.kind:
        return tip(
            NAME,
            (locked or ABOUT) if written else phrase("{locked} {weights}", locked=locked or ABOUT, weights=WEIGHTS),
        )
    return tip(words_of(content, part), locked if locked and part.kind in _HOW else _HOW.get(part.kind, _CLICK))


def words_of(content: Content, part: Part) -> str:
    """A part and its value."""
    shown = phrase("  {value}", value=signed(content.value(part))) if part.kind in _HOW else ""
    return content.title(part) + shown


def describe(content: Content, part: Part, locked: str) -> str:
    """The shape, where the keyboard is, what can be done."""
    counts = " – ".join(str(count) for count in content.counts)
    place = ""
    if part.kind == "unit":
        place = phrase(
            " At {title}, bias {value}.", title=lowered(content.title(part)), value=signed(content.value(part))
        )
    elif part.kind:
        place = phrase(" At {words_of}.", words_of=words_of(content, part))
    return phrase("{counts} units.{place} {locked}", counts=counts, place=place, locked=locked or ABOUT)
