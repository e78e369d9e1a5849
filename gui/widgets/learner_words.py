"""What a line of the learners' board says of one learner, or of the hand's own line."""

from dataclasses import dataclass

from gui.widgets.confusion_face import grouped
from sim.phrases import joined, phrase, word

HAND = "hand"
OPEN = "–"
FLEW = "flew off"


def counted(mistakes: int) -> str:
    """A number of mistakes with its noun."""
    return phrase("{count} mistake" if mistakes == 1 else "{count} mistakes", count=grouped(mistakes))


@dataclass(frozen=True)
class LearnerRow:
    """What a line of the board says.

    right of total points are right now; mistakes: when met, so far (None: not counted, as of the hand). changed: did it
    change at the point met last. role and dashes: of its line on the map. best: the most it ever had right (the hand).
    """

    key: str
    title: str
    formula: str = ""
    right: int = 0
    total: int = 0
    mistakes: int | None = None
    shown: bool = True
    flew: bool = False
    changed: bool = False
    best: int | None = None
    role: str = "ink"
    dashes: tuple[float, ...] = ()
    about: str = ""

    @property
    def is_hand(self) -> bool:
        """Is it the learner's own line?"""
        return self.key == HAND

    @property
    def is_all_right(self) -> bool:
        """Is every point right?"""
        return self.total > 0 and self.right == self.total and not self.flew

    def right_words(self) -> str:
        """How many points are right."""
        if self.flew:
            return FLEW
        return (
            phrase("{right} of {total}", right=grouped(self.right), total=grouped(self.total)) if self.total else OPEN
        )

    def mistake_words(self) -> str:
        """How many mistakes so far; of the hand, the best so far."""
        if self.best is not None:
            return phrase("best {best}", best=grouped(self.best))
        return OPEN if self.mistakes is None else grouped(self.mistakes)

    def describe(self) -> str:
        """The line in words."""
        parts = [self.title, word("yours") if self.is_hand else word("shown") if self.shown else word("hidden")]
        parts.append(
            FLEW
            if self.flew
            else phrase("{right_words} right", right_words=self.right_words())
            if self.total
            else "no points"
        )
        parts += [] if self.best is None else [phrase("best so far {best}", best=self.best)]
        parts += [] if self.mistakes is None else [counted(self.mistakes)]
        return joined(parts, ", ")

    def result_words(self) -> tuple[str, ...]:
        """The results in one line, and shorter."""
        short = self.right_words()
        right = short if self.flew or not self.total else phrase("{short} right", short=short)
        if self.best is not None:
            return (
                phrase("{right}, {mistake_words}", right=right, mistake_words=self.mistake_words()),
                phrase("{short}, {mistake_words}", short=short, mistake_words=self.mistake_words()),
                short,
            )
        if self.mistakes is None:
            return (right, short)
        mistakes = counted(self.mistakes)
        return (
            phrase("{right}, {mistakes}", right=right, mistakes=mistakes),
            phrase("{short}, {mistakes}", short=short, mistakes=mistakes),
            short,
        )
