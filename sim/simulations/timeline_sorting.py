"""Cards that a learner sorts into boxes: six claims into result, promise and opinion, and six systems into their order.

A `Table` has boxes and cards; a card knows the box it belongs in, and why. Whose words a claim repeats is named on the
card: an opinion stays the opinion of somebody. The wording follows what could be confirmed; an opinion may be fair and
still not be a measurement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.errors import ConfigError, quote, unknown
from sim.phrases import phrase


@dataclass(frozen=True)
class Card:
    """One card. words: what stands on it. source: who said or showed it. box: where it belongs; why: one sentence."""

    key: str
    words: str
    source: str
    box: str
    why: str


@dataclass(frozen=True)
class Table:
    """Cards and boxes; boxes are pairs (key, title)."""

    key: str
    question: str
    boxes: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]

    @property
    def box_keys(self) -> tuple[str, ...]:
        """The keys of the boxes in their order."""
        return tuple(key for key, _ in self.boxes)

    def card(self, key: object) -> Card:
        """The card of this key. ConfigError where there is none."""
        for card in self.cards:
            if card.key == key:
                return card
        raise unknown("card", key, [card.key for card in self.cards])

    def correct(self, sorted_into: Mapping[str, str]) -> int:
        """How many of the cards lie in the box they belong in."""
        return sum(sorted_into.get(card.key) == card.box for card in self.cards)


RESULT, PROMISE, OPINION = "result", "promise", "opinion"

CLAIMS = Table(
    "claims",
    "Which of these is a result, which a promise, which an opinion?",
    ((RESULT, "Result"), (PROMISE, "Promise"), (OPINION, "Opinion")),
    (
        Card(
            "xor", "No straight line separates the four points of XOR.", "Minsky and Papert, 1969", RESULT,
            "It is proved, and you can check every line yourself.",
        ),
        Card(
            "conscious", "A machine is coming that will walk, talk and know that it exists.",
            "Told to the press about the perceptron, 1958", PROMISE,
            "The machine of that day told marks at the left from marks at the right.",
        ),
        Card(
            "pseudoscience", "Work on networks was close to pseudoscience.", "A mood, as the article tells it", OPINION,
            "It is what people thought of other people's work. Nothing was measured.",
        ),
        Card(
            "top-five", "The network is wrong on 15.3 % of the pictures with five guesses each.",
            "ImageNet contest, 2012", RESULT,
            "It was measured by the contest. With the supplied data only it was 16.4 %: ask which data.",
        ),
        Card(
            "no-predictions", "Researchers no longer dare to predict.", "The article, 2015", OPINION,
            "A remark about people, bound to its year.",
        ),
        Card(
            "vision", "These networks will take over computer vision.", "Expected after the contest of 2012", PROMISE,
            "A forecast. It held, but it was none the less said before it was so.",
        ),
    ),
)  # fmt: skip


def _system(number: int, event: str, words: str, why: str) -> Card:
    return Card(event, words, "", f"{number}", why)


ORDER = Table(
    "order",
    "Which came first?",
    tuple((f"{number}", f"{number}") for number in range(1, 7)),
    (
        _system(4, "neocognitron", "A network that sees, grown without errors", "Neocognitron, 1979 and 1980."),
        _system(2, "ivakhnenko-lapa", "Layers that grow one after another", "Ivakhnenko and Lapa, 1965."),
        _system(6, "family-trees", "Family trees learned by a network", "Report of 1985, Nature 1986."),
        _system(1, "perceptron", "The perceptron", "Shown in 1958."),
        _system(5, "werbos", "Errors sent back, meant for networks", "Werbos, 1981 and 1982."),
        _system(3, "linnainmaa", "Slopes of any calculation, backwards", "Linnainmaa, 1970, to judge rounding errors."),
    ),
)

TABLES: dict[str, Table] = {table.key: table for table in (CLAIMS, ORDER)}

Sorted = tuple[tuple[str, str], ...]


def sorted_with(table: Table, sorted_into: Sorted, value: object) -> Sorted:
    """The cards after one was laid into a box, or back beside them with the box "". ConfigError for anything else."""
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise ConfigError(phrase("Sorting names a card and a box, not {value}.", value=quote(value)))
    key, box = value
    card = table.card(key)
    if box != "" and box not in table.box_keys:
        raise unknown("box", box, table.box_keys)
    others = tuple(pair for pair in sorted_into if pair[0] != card.key)
    return (*others, (card.key, str(box))) if box else others
