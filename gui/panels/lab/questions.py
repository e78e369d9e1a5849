"""What can be found out with each example of the lab, for the header and the headline of a presentation."""

from sim.phrases import word

QUESTIONS: dict[str, str] = {
    "digits_200": word("How much of the class rests on a few stars?"),
    "digits_1000": word("Does the flu still help with five times the data?"),
    "curve": word("How much may a curve bend for the sake of fourteen points?"),
    "small": word("Does one pass with everyone present stand for all the classes?"),
    "penalties": word("What do L1 and L2 leave of the weights?"),
    "sparse": word("Who gets a weight to exactly zero?"),
    "worlds": word("Which penalty fits this world?"),
    "momentum": word("How fast may a heavy skier set out?"),
    "lies": word("What does a network learn from a teacher who lies?"),
    "glances": word("Who is down first: he who measures all, or he who glances?"),
}
"""By the example; what is not here has the question of the panel."""
