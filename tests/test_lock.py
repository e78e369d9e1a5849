"""What `make` installs: every package pinned, hashed and in reach of any index, on every system and Python we name."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.source_trees import ROOT, files

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MACHINES = {
    "linux": {"sys_platform": "linux", "platform_machine": "x86_64", "platform_system": "Linux", "os_name": "posix"},
    "mac": {"sys_platform": "darwin", "platform_machine": "arm64", "platform_system": "Darwin", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_machine": "AMD64", "platform_system": "Windows", "os_name": "nt"},
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def pins() -> list[tuple[Requirement, int]]:
    """Each pinned package with the number of its hashes."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", "\n" + re.sub(r"(?m)^ *#.*\n?", "", LOCK))
    return [(Requirement(entry.split("\\")[0]), entry.count("--hash=sha256:")) for entry in entries if entry.strip()]


def environment(machine: str, python: str) -> dict[str, str]:
    return {**MACHINES[machine], "python_version": python, "python_full_version": f"{python}.5", "extra": ""}


def applies(requirement: Requirement, where: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(where)


def test_every_package_is_pinned_and_hashed() -> None:
    assert len(pins()) > 30
    for requirement, hashes in pins():
        assert re.fullmatch(r"==[^*]+", str(requirement.specifier)), requirement
        assert hashes > 0, requirement


def test_the_lock_names_no_index_and_no_path() -> None:
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted| @ |^[./~]", LOCK, re.MULTILINE) == []


def test_the_lock_holds_neither_pytorch_nor_the_program_itself() -> None:
    names = {canonicalize_name(requirement.name) for requirement, _ in pins()}
    assert names.isdisjoint({"torch", "jax", "nutshell", "pyside6", "pyside6-stubs"})


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_serves_what_the_project_asks_for(machine: str, python: str) -> None:
    where = environment(machine, python)
    locked: dict[str, Version] = {}
    for requirement, _ in pins():
        if applies(requirement, where):
            name = canonicalize_name(requirement.name)
            assert name not in locked, f"{name} is pinned twice"
            locked[name] = Version(str(requirement.specifier)[2:])
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["test"]]
    for requirement in map(Requirement, wanted):
        if applies(requirement, where):
            assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_python_311_never_gets_the_qt_that_kills_it() -> None:
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        if requirement.name == "PySide6-Essentials" and applies(requirement, environment("linux", "3.11")):
            assert not requirement.specifier.contains("6.12.0")
            break
    else:
        pytest.fail("no PySide6-Essentials for Python 3.11")


def test_every_module_named_in_the_settings_of_mypy_exists() -> None:
    ours = [
        name
        for override in PROJECT["tool"]["mypy"]["overrides"]
        for name in override["module"]
        if name.startswith(("sim", "gui"))
    ]
    known = {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in files("sim", "gui")}
    assert [name for name in ours if name.removesuffix(".*") not in known] == []


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = ROOT / "assets" / "fonts"
    families = {re.split(r"[-.]", path.name)[0] for path in fonts.iterdir() if path.suffix in (".ttf", ".otf")}
    assert families
    for family in families:
        licence = fonts / f"OFL-{family.removesuffix('Display')}.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8"), family
