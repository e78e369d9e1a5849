"""What is found out about the arms while nobody waits: kept beside the state, shared by its copies, part of no run.

`work` is one slice of about two milliseconds. What is wanted takes turns, so that a landscape that follows the network
holds up no flu.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from zlib import crc32

from sim.config import Config
from sim.dropout_draws import dropout_rates
from sim.dropout_lens import Room, room_of
from sim.dropout_masks import MOST_MASKED
from sim.errors import ConfigError
from sim.lab_marks import Marks, marks_of
from sim.landscape_seen import LandscapeAsk
from sim.landscape_watch import LandscapeWatch
from sim.phrases import phrase
from sim.simulations.lab_arms import Arm
from sim.simulations.lab_path import PathJob, refusal
from sim.simulations.lab_robust import FluJob, MaskJob, Moment, StarJob
from sim.simulations.lab_task import Task, settings_for
from sim.simulations.lab_view import Asked, LabView

ASKED_OF_MASKS = 200
"""So many examples of the test are asked with every mask."""
USUAL_RATE = 0.5
"""Of the masks of an arm that learns without dropout."""
KEPT_EVERY = 10
"""Updates between two points of a path."""
Job = Callable[[], bool]


@dataclass(eq=False)
class Found:
    """What is known of one arm."""

    stars: StarJob = field(default_factory=StarJob)
    flu: FluJob = field(default_factory=FluJob)
    masks: MaskJob = field(default_factory=MaskJob)
    room: tuple[tuple[int, int], Room] | None = None
    marks: tuple[tuple[int, int], Marks] | None = None
    watch: LandscapeWatch | None = None


@dataclass(eq=False)
class LabMemory:
    """By arm; path: of the task. turn: whose slice is next. remembered: the step at which all arms were last kept."""

    found: dict[str, Found] = field(default_factory=dict)
    path: PathJob = field(default_factory=PathJob)
    turn: int = 0
    remembered: int = -1

    def of(self, key: str) -> Found:
        """What is known of an arm."""
        return self.found.setdefault(key, Found())


def mark_of(arm: Arm) -> int:
    """A number that tells these weights from others."""
    return crc32(arm.training.parameters.tobytes())


def layer_of(task: Task, view: LabView) -> int:
    """The hidden layer that is looked at; -1 where there is none."""
    last = task.hidden - 1
    return last if not 0 <= view.layer < last else view.layer


def marks_now(memory: LabMemory, task: Task, arm: Arm) -> Marks:
    """How the arm does; found once for the same weights."""
    found, key = memory.of(arm.key), (arm.training.step, mark_of(arm))
    if found.marks is None or found.marks[0] != key:
        found.marks = key, marks_of(task.gauge, arm.training.parameters)
    return found.marks[1]


def moment_of(arm: Arm, layer: int) -> Moment:
    """The weights as they are now, and a layer that is looked at."""
    return Moment(arm.training.step, mark_of(arm), layer)


def room_now(memory: LabMemory, task: Task, arm: Arm, now: Moment) -> Room:
    """The arm and the test; made once for the same weights."""
    found, key = memory.of(arm.key), (now.step, now.mark)
    if found.room is None or found.room[0] != key:
        examples = task.examples
        found.room = key, room_of(task.plan, task.loss, arm.training.parameters, examples.test_x, task.test_y)
    return found.room[1]


def masked_room(task: Task, arm: Arm) -> Room:
    """The arm and some of the test."""
    few = slice(0, ASKED_OF_MASKS)
    return room_of(task.plan, task.loss, arm.training.parameters, task.examples.test_x[few], task.test_y[few])


def mask_rate(config: Config, task: Task, arm: str) -> float:
    """The chance with which a unit is missing from a mask: the first layer's in training, a half without dropout."""
    rate = dropout_rates(settings_for(config, arm), len(task.plan))[1]
    return rate if rate > 0.0 else USUAL_RATE


def refused_masks(task: Task) -> str:
    """Why all masks cannot be averaged, or ""."""
    units = sum(task.layers[1:-1])
    if 0 < units <= MOST_MASKED:
        return ""
    return phrase("All masks can be counted for 1 to {most} hidden units, not {units}.", most=MOST_MASKED, units=units)


def refusals(task: Task) -> dict[str, str]:
    """Why pages have nothing to show."""
    said = {"path": refusal(task), "masks": refused_masks(task)}
    if not task.hidden:
        nothing = "There is no hidden layer: choose a task with one."
        said |= dict.fromkeys(("lens", "stars", "flu", "correlation", "masks"), nothing)
    if not task.examples.classes:
        said["samples"] = "These data are no pictures."
    return {key: words for key, words in said.items() if words}


def stars_wanted(asked: Asked, view: LabView) -> int:
    """How many stars are looked for: as many as a hand sent home, seen or not, or as the page asks that is seen."""
    return max(asked.stars, view.stars if "stars" in view.pages else 0)


def draws_wanted(asked: Asked, view: LabView) -> int:
    """How many times the flu comes."""
    return max(asked.flu, view.draws if "flu" in view.pages else 0)


def jobs(
    memory: LabMemory, config: Config, task: Task, arms: tuple[Arm, ...], asked: Asked, view: LabView, playing: bool
) -> Iterator[Job]:  # fmt: skip
    """One slice each of all that is wanted."""
    for arm in arms:
        if task.hidden:
            yield from jobs_of(memory, config, task, arm, asked, view, playing)
        if "landscape" in view.pages and arm.key == view.arm:
            yield landscape_job(memory, task, arm, view, playing)
    if "path" in view.pages:
        yield lambda: memory.path.work(config, task)


def jobs_of(
    memory: LabMemory, config: Config, task: Task, arm: Arm, asked: Asked, view: LabView, playing: bool
) -> Iterator[Job]:  # fmt: skip
    """What is wanted of a room."""
    found, layer = memory.of(arm.key), layer_of(task, view)
    now, stars, draws = moment_of(arm, layer), stars_wanted(asked, view), draws_wanted(asked, view)

    def room() -> Room:
        return room_now(memory, task, arm, now)

    if stars:
        yield lambda: found.stars.work(room, now, stars, playing)
    if draws:
        yield lambda: found.flu.work(room, now, draws, playing, config["seed"])
    if asked.masks and "masks" in view.pages and not refused_masks(task):
        rate = mask_rate(config, task, arm.key)
        yield lambda: found.masks.work(lambda: masked_room(task, arm), now, rate, playing)


def watch_of(memory: LabMemory, task: Task, arm: str) -> LandscapeWatch:
    """The landscape of an arm, made when it is first asked for or has something to remember."""
    found = memory.of(arm)
    if found.watch is None:
        found.watch = LandscapeWatch(task.plan, task.loss, task.examples.x, task.y)
    return found.watch


def landscape_job(memory: LabMemory, task: Task, arm: Arm, view: LabView, playing: bool) -> Job:
    """A slice of the landscape."""
    watch, training = watch_of(memory, task, arm.key), arm.training
    return lambda: watch.work(training.step, training.parameters, view.landscape or LandscapeAsk(), playing)


def remember(memory: LabMemory, task: Task, arms: tuple[Arm, ...]) -> None:
    """Where all arms are now, for the paths of their landscapes; not after every update, which costs as much as one."""
    step = arms[0].training.step
    if 0 <= step - memory.remembered < KEPT_EVERY and memory.remembered >= 0:
        return
    memory.remembered = step
    for arm in arms:
        watch_of(memory, task, arm.key).remember(arm.training.step, arm.training.parameters)


def work(
    memory: LabMemory, config: Config, task: Task, arms: tuple[Arm, ...], asked: Asked, view: LabView, playing: bool
) -> bool:  # fmt: skip
    """One slice of what is next; False where nothing is left."""
    wanted = list(jobs(memory, config, task, arms, asked, view, playing))
    for _ in wanted:
        memory.turn += 1
        if wanted[memory.turn % len(wanted)]():
            return True
    return False


def check_masks(task: Task) -> None:
    """ConfigError where all masks cannot be averaged."""
    words = refused_masks(task)
    if words:
        raise ConfigError(words)
