"""Write sim/critical_points_table.py: every critical point of every surface, found once, on a fine grid.

    python tests/golden/make_critical_points.py

A degenerate point counts as what the gradient does on a small square around it: turning backwards, it is a saddle.
Any other one stops the script, because then a person has to look.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sim.critical_points import Array, find_critical_points, winding_number  # noqa: E402
from sim.surfaces import SURFACES, Surface  # noqa: E402

HEAD = '''"""Every minimum, saddle and maximum inside the domain of every surface.

Made by tests/golden/make_critical_points.py: do not edit. Newton-polished until |gradient| <= 1e-12 max(1, |second
derivatives|). The monkey saddle, whose second derivatives all vanish, is listed as a saddle; the tip of Ackley's cone,
where there is no gradient, as a minimum.
"""

Points = dict[str, tuple[tuple[float, float], ...]]
'''


def main() -> None:
    """Find, check by the winding number, write."""
    tables: dict[str, dict[str, Array]] = {"MINIMA": {}, "SADDLES": {}, "MAXIMA": {}}
    for key, surface in SURFACES.items():
        minima, saddles, maxima = kinds(surface)
        for name, points in zip(tables, (minima, saddles, maxima), strict=True):
            tables[name][key] = points
        print(f"{key:18} {len(minima):4} minima {len(saddles):4} saddles {len(maxima):4} maxima")
    text = HEAD + "".join(f"\n{name}: Points = {{\n{table_text(table)}}}\n" for name, table in tables.items())
    (ROOT / "sim" / "critical_points_table.py").write_text(text, encoding="utf-8")


def kinds(surface: Surface) -> tuple[Array, Array, Array]:
    """(minima, saddles, maxima) of a surface, degenerate saddles among the saddles."""
    grid = 121 if surface.data[0] else 401
    found = find_critical_points(surface.rule, surface.data, surface.domain, grid)
    for x, y in found.degenerate:
        size = 1e-3 * surface.diagonal
        if winding_number(surface.rule, surface.data, (x - size, x + size, y - size, y + size)) >= 0:
            raise SystemExit(f"{surface.key}: what is the point ({x}, {y})?")
    return found.minima, np.concatenate([found.saddles, found.degenerate]), found.maxima


def table_text(table: dict[str, Array]) -> str:
    """The lines of one dictionary."""
    lines = []
    for key, points in table.items():
        pairs = [f"({x!r}, {y!r})" for x, y in points.tolist()]
        if len(pairs) <= 1:
            lines.append(f'    "{key}": ({"".join(pair + "," for pair in pairs)}),\n')
            continue
        lines.append(f'    "{key}": (\n')
        lines += [f"        {', '.join(pairs[k : k + 2])},\n" for k in range(0, len(pairs), 2)]
        lines.append("    ),\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
