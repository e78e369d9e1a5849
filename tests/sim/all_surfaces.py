"""Every surface that a kernel may meet: the table, and one typed formula that uses all instructions of the machine."""

from sim.formula import parse_surface
from sim.surfaces import SURFACES

BUSY = (
    "x^2 - y^2 + 0.1*sin(5*x) + (tanh(x) - cos(y))*(exp(-x^2)/(1 + abs(y))) + log(2 + y^2)/sqrt(1 + x^2)"
    " - (1 - tan(x/5))*(3 - 2/(1 + y^2)) + (x^2 + y^2 + 3)^1.5/20 + (x^4 + y^4)/8"
    " + ((x + 2)/(3 + y^2) - (y^3 - x)/(2 + x^2))"
)
ALL_SURFACES = {**SURFACES, "typed": parse_surface(BUSY)}
