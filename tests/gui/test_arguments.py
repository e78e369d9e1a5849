"""The command line: what is wrong is one sentence and exit code 2, before any window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.arguments import WRONG_USE, Arguments, configured, parse
from sim.simulations import SIMULATIONS

ROOT = Path(__file__).resolve().parents[2]
RACE = SIMULATIONS["race"]

WRONG = {
    ("--panel", "attic"): ("panel", '"attic"', "playground", "race"),
    ("--theme", "purple"): ('"purple"', "light, dark, high-contrast or system"),
    ("--target", "tpu"): ('"tpu"', "auto, cpu or cuda"),
    ("--seed", "-1"): ("--seed", "whole number", "from 0"),
    ("--seed", "two"): ('"two"', "whole number"),
    ("--set", "momentum"): ("KEY=VALUE", "momentum=0.9"),
    ("--set", "=3"): ("KEY=VALUE",),
    ("--set", "tempo=3"): ("'tempo'", "learning_rate"),
    ("--set", "adam.tempo=3"): ("'adam.tempo'", "adam.beta1"),
    ("--set", "surface=moon"): ("'moon'", "saddle"),
    ("--set", "learning_rate=nan"): ("learning", "nan"),
    ("--set", "learning_rate=1e308"): ("learning", "1e308"),
    ("--set", "learning_rate="): ("learning",),
    ("--set", "start_x=١٢abc"): ("start",),
    ("--set", "formula=2x"): ("character 2", "2*x"),
    ("--set", "formula=z=x^2"): ("character 2", "right of the equals sign"),
    ("--size", "800x600"): ("--screenshot FILE",),
    ("--screenshot", "race.png", "--size", "10x10"): ("640x400", '"10x10"'),
    ("--screenshot", "race.png", "--size", "wide"): ("1280x800", '"wide"'),
    ("--screenshot", "race.png", "--scale", "inf"): ("--scale", "0.5 to 4"),
    ("--screenshot", "race.png", "--scale", "nan"): ("--scale", "0.5 to 4"),
    ("--screenshot", "race.png", "--after", "-3"): ("--after", "from 0"),
    ("--screenshot", "race.txt"): (".png", '"race.txt"'),
    ("--screenshot", "no/such/folder/race.png"): ("no/such/folder", "does not exist"),
    ("--fuzz", "-1"): ("--fuzz", "from 0.1"),
    ("--fuzz", "1", "--screenshot", "race.png"): ("--screenshot and --fuzz",),
    ("--colour", "red"): ("--colour",),
    ("--panel",): ("--panel",),
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_wrong_argument_gives_one_sentence_naming_what_is_legal(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(words)
    said = capsys.readouterr()
    assert stopped.value.code == WRONG_USE
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("nutshell: ")
    for part in WRONG[words]:
        assert part.lower() in said.err.lower()


def test_a_wrong_argument_is_answered_without_importing_qt_or_a_compiler() -> None:
    code = (
        "import sys, runpy; sys.argv = ['main.py', '--set', 'learning_rate=hot']\n"
        "try: runpy.run_path('main.py', run_name='__main__')\n"
        "except SystemExit as stop: print(stop.code, [m for m in ('PySide6', 'numba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "2 []", done.stderr
    assert "'hot'" in done.stderr


def test_the_window_stands_before_anything_that_computes_is_imported() -> None:
    code = (
        "import sys; from gui.arguments import Arguments; from gui.program import Program\n"
        "program = Program(Arguments())\n"
        "late = ('numpy', 'numba', 'ziamath', 'markdown_it', 'contourpy', 'PIL', 'ssl', 'sim.engine', 'sim.params')\n"
        "print([module for module in late if module in sys.modules])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_products_of_small_matrices_do_not_wait_for_a_second_thread() -> None:
    code = "import os; from gui.program import Program; print(os.environ['OPENBLAS_NUM_THREADS'])"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "1", done.stderr


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_end_well(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse([word])
    assert stopped.value.code == 0
    assert "utshell" in capsys.readouterr().out


def test_nothing_said_leaves_the_choice_to_the_settings() -> None:
    assert parse([]) == Arguments()


def test_everything_said_arrives(tmp_path: Path) -> None:
    file = tmp_path / "race.png"
    words = "--panel race --set momentum=0.5 --set adam.learning_rate=0.1 --theme dark --seed 7 --target cpu "
    words += f"--screenshot {file} --size 640x400 --scale 2 --after 12 --presentation --reduced-motion"
    assert parse(words.split()) == Arguments(
        panel="race",
        assignments=(("momentum", "0.5"), ("adam.learning_rate", "0.1")),
        theme="dark",
        seed=7,
        target="cpu",
        presentation=True,
        reduced_motion=True,
        screenshot=file,
        size=(640, 400),
        scale=2.0,
        after=12,
    )


def test_settings_open_the_panel_that_has_them() -> None:
    assert parse(["--set", "surface=beale"]).panel == "race"
    assert parse(["--set", "layers=4 2"]).panel == "playground"
    assert parse(["--set", "momentum=0.5"]).panel == "playground"


def test_a_bare_key_sets_all_that_have_it_and_a_later_one_wins() -> None:
    config = configured(RACE, (("learning_rate", "0.25"), ("adam.learning_rate", "0.125")))
    rates = {key: config[key] for key in RACE.parameters.matching("learning_rate")}
    assert rates.pop("adam.learning_rate") == 0.125
    assert set(rates.values()) == {0.25}
    assert len(rates) > 1


@pytest.mark.parametrize("first", [True, False])
def test_a_surface_brings_its_start_unless_one_was_given(first: bool) -> None:
    alone = configured(RACE, (("surface", "beale"),))
    assert (alone["start_x"], alone["start_y"]) == pytest.approx(_start("beale"))
    both = (("start_x", "0.5"), ("surface", "beale")) if first else (("surface", "beale"), ("start_x", "0.5"))
    config = configured(RACE, both)
    assert config["start_x"] == 0.5
    assert config["start_y"] == pytest.approx(_start("beale")[1])


def _start(surface: str) -> tuple[float, float]:
    from sim.surfaces import SURFACES

    x, y = SURFACES[surface].start
    return float(x), float(y)
