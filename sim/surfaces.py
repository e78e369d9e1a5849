"""The table of landscapes: where each is looked at, where a race starts, and which learning rates are fair there.

Adding one: a rule in `sim.surface_rules`, an entry here, and its critical points
(tests/golden/make_critical_points.py). The table-driven tests then test it.

Rates are found by a sweep (tests/golden/tune_rates.py): every optimizer gets the same number of gradients for each of
the same rates up to 50, and the one that is low soonest, without leaving the map or jumping farther than an eye can
follow, stands here. The rate of Adadelta multiplies steps that it chooses itself, hence numbers such as 10. Not tuned:

* `saddle`, `long_valley`, `beale` and the first three of `zigzag_bowl`: settings of measurements that lessons quote;
* `half_pipe` and `monkey_saddle`: on a surface without a floor the largest rate always wins. They have the rates of
  `saddle`; but on the monkey saddle, where a racer that has left falls to infinity within thirty steps, the momentum
  methods and Adadelta have a tenth of them (0.01 / (1 - 0.9) is what plain descent has), and nobody gets that far.

Starts are chosen for their stories: within 300 steps some racers are stuck, some gone, and nobody is infinite.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sim import surface_data
from sim import surface_rules as rules
from sim.errors import unknown
from sim.formula import parse_surface
from sim.formula_rule import typed
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.portable import Switch
from sim.surface import Surface, escape_loss, escape_rule, left_saddle, settled

__all__ = ["SURFACE", "SURFACES", "Surface", "escape_loss", "escape_rule", "left_saddle", "settled", "surface_named"]

SURVEY = "in the survey of Jamil & Yang 2013"
NOTHING = surface_data.nothing()


def rates(*learning_rates: float) -> Mapping[str, float]:
    """A learning rate for every optimizer, in the order of OPTIMIZERS."""
    return MappingProxyType(dict(zip(OPTIMIZERS, learning_rates, strict=True)))


SURFACES: dict[str, Surface] = {
    "two_parameter_net": Surface(
        key="two_parameter_net",
        title="Two-parameter network",
        rule=rules.two_parameter_net,
        formula="mean (w₂ tanh(w₁ s) − tanh(1.5 s))²  over 41 s from −2 to 2",
        about="A real network with one hidden unit: two equally good minima, twins, and a saddle between them.",
        source="Start point and question from Dettmers 2015; network and samples are ours",
        domain=(-3.0, 3.0, -3.0, 3.0),
        start=(-0.37, 1.14),
        rates=rates(0.1, 0.01, 0.01, 0.3, 10.0, 0.03, 0.1),
        data=surface_data.tanh_samples(),
        axis_names=("w₁", "w₂"),
    ),
    "saddle": Surface(
        key="saddle",
        title="Saddle",
        rule=rules.saddle,
        formula="x² − y²",
        about="Level at its centre, down on both sides along y, without end: who finds the way off the ridge first?",
        source="After the saddle animation of A. Radford, 2014; settings are ours",
        domain=(-1.5, 1.5, -1.5, 1.5),
        start=(1.0, 1e-3),
        rates=rates(0.01, 0.01, 0.01, 0.1, 1.0, 0.01, 0.01),
        data=NOTHING,
        z_clip=-4.0,
        escape_y=1.0,
    ),
    "bounded_saddle": Surface(
        key="bounded_saddle",
        title="Saddle with a floor",
        rule=rules.bounded_saddle,
        formula="x²/2 − y²/2 + y⁴/4",
        about="The same saddle, with a minimum on either side to settle in.",
        source="Textbook example",
        domain=(-1.5, 1.5, -1.5, 1.5),
        start=(1.0, 1e-3),
        rates=rates(0.2, 0.07, 0.1, 0.1, 10.0, 0.03, 0.1),
        data=NOTHING,
    ),
    "monkey_saddle": Surface(
        key="monkey_saddle",
        title="Monkey saddle",
        rule=rules.monkey_saddle,
        formula="x³ − 3xy²",
        about="Three ways down, one for the tail; so level at the centre that even the curvature vanishes there.",
        source="Hilbert & Cohn-Vossen 1932",
        domain=(-1.0, 1.0, -1.0, 1.0),
        start=(0.9, 1e-3),
        rates=rates(0.01, 0.001, 0.001, 0.1, 0.1, 0.01, 0.01),
        data=NOTHING,
        z_clip=-2.0,
    ),
    "zigzag_bowl": Surface(
        key="zigzag_bowl",
        title="Zig-zag bowl",
        rule=rules.zigzag_bowl,
        formula="(100x² + y²)/2",
        about="A hundred times steeper one way than the other: a rate that suits y makes x bounce from wall to wall.",
        source="Textbook example of bad conditioning",
        domain=(-1.2, 1.2, -1.2, 1.2),
        start=(1.0, 1.0),
        rates=rates(0.01, 0.01, 0.01, 0.1, 10.0, 0.03, 0.1),
        data=NOTHING,
        log_levels=True,
    ),
    "half_pipe": Surface(
        key="half_pipe",
        title="Half-pipe",
        rule=rules.half_pipe,
        formula="50x² − y",
        about="Tiny steps, or the walls throw you up and out: above a rate of 0.02 plain descent climbs.",
        source="After the half-pipe in Dettmers 2015",
        domain=(-1.0, 1.0, 0.0, 5.0),
        start=(0.8, 0.2),
        rates=rates(0.01, 0.01, 0.01, 0.1, 1.0, 0.01, 0.01),
        data=NOTHING,
    ),
    "long_valley": Surface(
        key="long_valley",
        title="Long valley",
        rule=rules.long_valley,
        formula="2x² − 0.05y² + 0.0005y⁴",
        about="A saddle whose way out is almost flat: unscaled methods sit on the ridge, scaled ones leave at once.",
        source="After the long-valley animation of A. Radford, 2014; the formula is ours",
        domain=(-1.5, 1.5, -9.0, 9.0),
        start=(1.0, 1e-3),
        rates=rates(0.05, 0.05, 0.05, 0.1, 1.0, 0.05, 0.05),
        data=NOTHING,
    ),
    "plateau": Surface(
        key="plateau",
        title="Plateau",
        rule=rules.plateau,
        formula="sigmoid(3(x − 2)) + 0.05y²",
        about="Flat high ground, a cliff, flat low ground: where gradients fade, only scaled steps keep their size.",
        source="Ours, after the plateau in Dettmers 2015",
        domain=(-2.0, 6.0, -3.0, 3.0),
        start=(5.0, 2.0),
        rates=rates(1.0, 0.1, 0.1, 0.3, 7.0, 0.03, 0.2),
        data=NOTHING,
    ),
    "beale": Surface(
        key="beale",
        title="Beale",
        rule=rules.beale,
        formula="(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
        about="Steep corners and a long flat valley: a large first gradient shoots the fast ones far off.",
        source=phrase("Beale 1958, {survey}; start and rates are ours", survey=SURVEY),
        domain=(-4.5, 4.5, -4.5, 4.5),
        start=(0.7, 1.4),
        rates=rates(0.001, 0.001, 0.001, 0.1, 1.0, 0.01, 0.01),
        data=NOTHING,
        log_levels=True,
    ),
    "rosenbrock": Surface(
        key="rosenbrock",
        title="Rosenbrock",
        rule=rules.rosenbrock,
        formula="(1 − x)² + 100(y − x²)²",
        about="The banana: into the bent valley is easy, along it is slow.",
        source="Rosenbrock 1960",
        domain=(-2.0, 2.0, -1.0, 3.0),
        start=(-1.2, 1.0),
        rates=rates(0.0005, 0.0005, 0.0005, 0.2, 20.0, 0.03, 0.2),
        data=NOTHING,
        log_levels=True,
    ),
    "himmelblau": Surface(
        key="himmelblau",
        title="Himmelblau",
        rule=rules.himmelblau,
        formula="(x² + y − 11)² + (x + y² − 7)²",
        about="Four minima, all equally deep: where you end depends on how you go.",
        source="Himmelblau 1972",
        domain=(-5.0, 5.0, -5.0, 5.0),
        start=(0.0, -3.2),
        rates=rates(0.007, 0.002, 0.003, 0.5, 10.0, 0.07, 0.5),
        data=NOTHING,
        log_levels=True,
    ),
    "six_hump_camel": Surface(
        key="six_hump_camel",
        title="Six-hump camel",
        rule=rules.six_hump_camel,
        formula="(4 − 2.1x² + x⁴/3)x² + xy + (4y² − 4)y²",
        about="Six minima in pairs of three depths; only two of them are the deepest.",
        source=phrase("Dixon & Szegő 1978, {survey}", survey=SURVEY),
        domain=(-3.0, 3.0, -2.0, 2.0),
        start=(2.7, 1.6),
        rates=rates(0.001, 0.001, 0.001, 0.3, 30.0, 0.07, 0.3),
        data=NOTHING,
        log_levels=True,
    ),
    "styblinski_tang": Surface(
        key="styblinski_tang",
        title="Styblinski–Tang",
        rule=rules.styblinski_tang,
        formula="½ Σ (x⁴ − 16x² + 5x)",
        about="Four bowls, one deeper than the rest: the nearest minimum is rarely the best.",
        source=phrase("Styblinski & Tang 1990, {survey}", survey=SURVEY),
        domain=(-5.0, 5.0, -5.0, 5.0),
        start=(4.6, -1.5),
        rates=rates(0.005, 0.003, 0.003, 0.5, 30.0, 0.1, 0.3),
        data=NOTHING,
    ),
    "rastrigin": Surface(
        key="rastrigin",
        title="Rastrigin",
        rule=rules.rastrigin,
        formula="20 + x² + y² − 10 cos 2πx − 10 cos 2πy",
        about="An egg box of 121 minima on a wide bowl: most racers sit down in the nearest cup.",
        source=phrase("Rastrigin 1974, {survey}", survey=SURVEY),
        domain=(-5.12, 5.12, -5.12, 5.12),
        start=(3.4, 2.4),
        rates=rates(0.003, 0.005, 0.003, 0.2, 5.0, 0.03, 0.2),
        data=NOTHING,
    ),
    "ackley": Surface(
        key="ackley",
        title="Ackley",
        rule=rules.ackley,
        formula="20(1 − exp(−r/5)) + e − exp(½(cos 2πx + cos 2πy)),  r = √((x² + y²)/2)",
        about="A funnel with ripples: far out the ripples are all there is to feel.",
        source=phrase("Ackley 1987, {survey}", survey=SURVEY),
        domain=(-5.0, 5.0, -5.0, 5.0),
        start=(3.6, 2.4),
        rates=rates(0.03, 0.02, 0.02, 0.5, 5.0, 0.03, 0.5),
        data=NOTHING,
    ),
    "booth": Surface(
        key="booth",
        title="Booth",
        rule=rules.booth,
        formula="(x + 2y − 7)² + (2x + y − 5)²",
        about="A plain slanted bowl, nine times more curved across than along.",
        source="The survey of Jamil & Yang 2013",
        domain=(-10.0, 10.0, -10.0, 10.0),
        start=(-8.0, -5.0),
        rates=rates(0.007, 0.001, 0.002, 1.0, 50.0, 0.2, 1.0),
        data=NOTHING,
        log_levels=True,
    ),
    "mccormick": Surface(
        key="mccormick",
        title="McCormick",
        rule=rules.mccormick,
        formula="sin(x + y) + (x − y)² − 1.5x + 2.5y + 1",
        about="A bent plate with a ridge: a hair to the other side, and a second, shallower hollow catches you.",
        source=phrase("McCormick 1976, {survey}", survey=SURVEY),
        domain=(-1.5, 4.0, -3.0, 4.0),
        start=(-0.4, 2.49),
        rates=rates(0.03, 0.01, 0.01, 0.3, 30.0, 0.07, 0.3),
        data=NOTHING,
    ),
    "madsen": Surface(
        key="madsen",
        title="Madsen",
        rule=rules.madsen,
        formula="x² + y² + xy + sin x + cos y",
        about="Nearly a bowl, a little dented: a gentle place for a first race.",
        source="Sum of the three functions of a test problem of K. Madsen",
        domain=(-5.0, 5.0, -5.0, 5.0),
        start=(-3.0, -4.0),
        rates=rates(0.03, 0.01, 0.01, 0.5, 50.0, 0.1, 0.5),
        data=NOTHING,
    ),
    "noisy_moons": Surface(
        key="noisy_moons",
        title="Noisy moons",
        rule=rules.noisy_moons,
        formula="mean log(1 + exp(−label (w₁x + w₂y)))  over 100 points",
        about="Two weights learn to tell two half-moons apart; every step averages over all hundred points.",
        source="After the logistic-regression animation of A. Radford, 2014; the points are ours",
        domain=(-6.0, 6.0, -4.0, 8.0),
        start=(4.0, -2.0),
        rates=rates(1.0, 0.2, 0.2, 0.7, 50.0, 0.2, 0.7),
        data=surface_data.moon_samples(),
        axis_names=("w₁", "w₂"),
    ),
}

SURFACE = Switch({**{key: surface.rule for key, surface in SURFACES.items()}, "typed": typed})
"""All rules: those of the table, and last the one that runs a typed formula."""


def surface_named(key: str, formula: str = "", reach: float = 2.0) -> Surface:
    """The surface of the table, or for the key "typed" the one of `formula`; ConfigError for any other key."""
    if key == "typed":
        return parse_surface(formula, reach)
    if key not in SURFACES:
        raise unknown("surface", key, (*SURFACES, "typed"))
    return SURFACES[key]
