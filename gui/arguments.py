"""The command line: what may be asked for, checked before any window and without importing Qt.

Whatever is wrong is answered by one sentence that names what would be legal, and exit code 2. `configured` is the one
place that turns `--set key=value` into the config of a simulation; the window opens its panels through it too.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from gui.catalogue import codes
from gui.panels import PANELS
from gui.pseudo import PSEUDO

if TYPE_CHECKING:
    from sim.config import Config

THEMES = ("light", "dark", "high-contrast", "system")
TARGETS = ("auto", "cpu", "cuda")
LANGUAGES = ("system", *codes(), *PSEUDO)
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
SMALLEST, LARGEST = (640, 400), (7680, 4320)
SCALES = (0.5, 4.0)
SEEDS = 2**63 - 1
DAY = 86_400.0
WRONG_USE = 2

Assignments = tuple[tuple[str, str], ...]


class Wrong(Exception):
    """An argument that cannot be followed; the text is the sentence to show."""


@dataclass(frozen=True)
class Arguments:
    """What the command line asked for. None where it did not say, so that the settings decide."""

    panel: str | None = None
    assignments: Assignments = ()
    theme: str | None = None
    seed: int = 0
    target: str = "auto"
    presentation: bool = False
    reduced_motion: bool | None = None
    screenshot: Path | None = None
    size: tuple[int, int] | None = None  # logical pixels
    scale: float = 1.0  # device pixels per logical pixel of the picture
    after: int | None = None
    fuzz: float | None = None
    check_lesson: Path | None = None  # no window: say what is wrong with these lessons
    language: str | None = None
    lesson: tuple[str, int] | None = None  # its key, and the number of the step, 0 for where it was left

    @property
    def offscreen(self) -> bool:
        """True where no display is needed: pictures and fuzzing render into memory."""
        return self.screenshot is not None or self.fuzz is not None


def parse(words: Sequence[str]) -> Arguments:
    """The arguments in `words`. Leaves with code 2 and one sentence on stderr where something is wrong."""
    parser = _parser()
    given = parser.parse_args(list(words))
    try:
        return _checked(given)
    except Wrong as wrong:
        parser.error(str(wrong))


def configured(simulation: Any, assignments: Assignments) -> Config:
    """The config of `simulation` with its defaults and then `assignments` ((key, text), ...) in order.

    A choice may bring others along: where the simulation offers `arrange(config, key)`, it is asked after each
    assignment of the full key `key` (a surface sets its own start and rates). What was assigned by hand wins over
    what came along. Raises ConfigError naming the legal keys or values.
    """
    from sim.config import Config

    config: Config = Config.defaults(simulation.parameters)
    arrange = getattr(simulation, "arrange", None)
    for key, text in assignments:
        config = config.assign(key, text)
        if arrange is not None:
            for full in simulation.parameters.matching(key):
                config = arrange(config, full)
    for key, text in assignments:
        config = config.assign(key, text)
    return config


class _Parser(argparse.ArgumentParser):
    """argparse that answers with one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        sentence = message[0].upper() + message[1:]
        print(f"nutshell: {sentence.rstrip('.')}. See --help.", file=sys.stderr)
        sys.exit(WRONG_USE)


def _parser() -> _Parser:
    parser = _Parser(
        prog="nutshell", allow_abbrev=False, description="Deep learning, shown: drag a slider and watch what happens."
    )
    say = parser.add_argument
    say("--panel", metavar="NAME", help=f"open this panel: {', '.join(PANELS)}")
    say(
        "--set", metavar="KEY=VALUE", action="append", default=[],
        help="set a parameter of the panel, dotted (adam.learning_rate=0.1) or bare for all that have it; repeatable",
    )  # fmt: skip
    say("--lesson", metavar="NAME", help="begin this lesson, as in perceptron, or a step of it, as in perceptron:3")
    say("--theme", metavar="NAME", help=f"look: {', '.join(THEMES)}")
    say("--language", metavar="CODE", help=f"language of the screen: {', '.join(LANGUAGES)}")
    say("--seed", metavar="N", default="0", help="seed of every random number (default 0)")
    say("--presentation", action="store_true", help="start in presentation mode, for a projector")
    say("--reduced-motion", action="store_true", help="no animation but the simulation itself")
    say("--target", metavar="NAME", default="auto", help=f"where the kernels run: {', '.join(TARGETS)}")
    say("--screenshot", metavar="FILE", help="draw the panel into FILE without a display, then leave")
    say("--size", metavar="WxH", help="size of that picture in logical pixels (default 1280x800)")
    say("--scale", metavar="F", help="device pixels per logical pixel of that picture (default 1)")
    say("--after", metavar="STEPS", help="draw once the run shows this step (default: the panel's own wish)")
    say("--fuzz", metavar="SECONDS", help="send random events to the whole window; exit code 1 if anything goes wrong")
    say(
        "--check-lesson", metavar="FILE",
        help="say what is wrong with a lesson (a file, a folder or a zip) as FILE:LINE: REASON, then leave; "
        "exit code 1 where anything is",
    )  # fmt: skip
    say("--version", action="version", version=f"Nutshell {version_text()}")
    return parser


def version_text() -> str:
    """The version of the program, as in pyproject.toml."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("nutshell")
    except PackageNotFoundError:
        return _version_of_the_sources()


def _version_of_the_sources() -> str:
    import tomllib

    with (Path(__file__).parent.parent / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _checked(given: argparse.Namespace) -> Arguments:
    picture = None if given.screenshot is None else _picture(given.screenshot)
    _only_with_a_picture(given)
    if picture is not None and given.fuzz is not None:
        raise Wrong("--screenshot and --fuzz cannot be combined; give one of them")
    pairs = tuple(_pair(text) for text in given.set)
    panel = _panel_knowing(pairs) if given.panel is None else _one_of("panel", given.panel, tuple(PANELS))
    return Arguments(
        panel=panel,
        assignments=_assignments(panel, pairs),
        theme=None if given.theme is None else _one_of("theme", given.theme, THEMES),
        seed=int(_number("--seed", given.seed, int, 0, SEEDS)),
        target=_one_of("target", given.target, TARGETS),
        presentation=given.presentation,
        reduced_motion=True if given.reduced_motion else None,
        screenshot=picture,
        size=None if given.size is None else _size(given.size),
        scale=1.0 if given.scale is None else float(_number("--scale", given.scale, float, *SCALES)),
        after=None if given.after is None else int(_number("--after", given.after, int, 0, 10**9)),
        lesson=None if given.lesson is None else _lesson(given.lesson, given.panel),
        fuzz=None if given.fuzz is None else float(_number("--fuzz", given.fuzz, float, 0.1, DAY)),
        check_lesson=None if given.check_lesson is None else Path(given.check_lesson),
        language=None if given.language is None else _one_of("language", given.language, LANGUAGES),
    )


def _only_with_a_picture(given: argparse.Namespace) -> None:
    for name in ("size", "scale", "after"):
        if getattr(given, name) is not None and given.screenshot is None:
            raise Wrong(f"--{name} belongs to a picture; give --screenshot FILE as well")


def _one_of(what: str, name: str, legal: tuple[str, ...]) -> str:
    if name not in legal:
        choices = " or ".join(filter(None, (", ".join(legal[:-1]), legal[-1])))
        raise Wrong(f'there is no {what} "{name}"; choose {choices}')
    return name


def _number(what: str, text: str, kind: Callable[[str], float], low: float, high: float) -> float:
    sort = "a whole number" if kind is int else "a number"
    try:
        number = kind(text)
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise Wrong(f'{what} takes {sort} from {low:g} to {_plain(high)}, not "{text}"')
    return number


def _plain(number: float) -> str:
    return f"{number:d}" if isinstance(number, int) else f"{number:g}"


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text)
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(low <= side <= high for low, side, high in zip(SMALLEST, sides, LARGEST, strict=True)):
        raise Wrong(
            f'--size takes WIDTHxHEIGHT from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}, '
            f'as in 1280x800, not "{text}"'
        )
    return sides


def _picture(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in PICTURES:
        raise Wrong(f'--screenshot takes a file that ends in {", ".join(PICTURES)}, not "{text}"')
    if not path.absolute().parent.is_dir():
        raise Wrong(f'--screenshot cannot write "{text}": the folder "{path.parent}" does not exist')
    return path


def _lesson(text: str, panel: str | None) -> tuple[str, int]:
    """A lesson of the program, and one of its steps."""
    from gui.assets import asset
    from sim.lesson_shelf import read_shelf

    if panel is not None:
        raise Wrong("--lesson opens its own panel; leave --panel away")
    key, colon, number = text.partition(":")
    shelf = read_shelf(asset("lessons"))
    _one_of("lesson", key, shelf.keys)
    return key, int(_number("--lesson NAME:", number, int, 1, len(shelf.lesson(key).lesson.steps))) if colon else 0


def _panel_knowing(pairs: Assignments) -> str | None:
    """The first panel that has all settings named; None where none is named, the first panel where none has them.

    Home runs what the playground runs, but who sets something means the playground.
    """
    if not pairs:
        return None
    from sim.simulations import SIMULATIONS

    known = {key: SIMULATIONS[key].parameters for key, entry in PANELS.items() if key == entry.simulation}
    knowing = (key for key, table in known.items() if all(table.matching(name) for name, _ in pairs))
    nearest = max(known, key=lambda key: sum(bool(known[key].matching(name)) for name, _ in pairs))
    return next(knowing, nearest)


def _assignments(panel: str | None, pairs: Assignments) -> Assignments:
    """Pairs (key, text) of `--set`, tried on the panel's simulation so that nothing wrong reaches the window."""
    if panel is None or not pairs:
        return pairs
    from sim.errors import ConfigError
    from sim.simulations import SIMULATIONS

    if not PANELS[panel].simulation:
        raise Wrong(f'--set: the panel "{panel}" has no settings')
    try:
        configured(SIMULATIONS[PANELS[panel].simulation], pairs)
    except ConfigError as error:
        raise Wrong(f"--set: {error}") from error
    return pairs


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key.strip() and equals):
        raise Wrong(f'--set takes KEY=VALUE, as in momentum=0.9, not "{text}"')
    return key.strip(), value.strip()
