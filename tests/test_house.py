"""The rules of the house, read from the source: walls that import-linter cannot see, sizes, and bad habits."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.source_trees import ROOT, calls, files, imports, is_or_below, tracked, tree

LARGEST_FILE = 350
LONGEST_FUNCTION = 60

# Mathematics that every target compiles. What surrounds it (tables, defaults, sources) stands in files of its own.
RULE_FILES = (
    "sim/elementary.py",
    "sim/lanes.py",
    "sim/optimizer_rules.py",
    "sim/perceptron_rules.py",
    "sim/portable.py",
    "sim/rng.py",
    "sim/surface_rules.py",
)
RULES_MAY_IMPORT = (
    "collections.abc",
    "math",
    "numpy",
    "sim.elementary",
    "sim.lanes",
    "sim.portable",
    "sim.rng",
    "typing",
)
THREADS = ("threading", "_thread", "concurrent", "multiprocessing", "asyncio")
MAY_HAVE_THREADS = {
    "sim/engine.py",  # the one thread
    "gui/hooks.py",  # the hook for exceptions that end a thread
}


def importers(modules: tuple[str, ...], *folders: str) -> Iterator[str]:
    for path in files(*folders):
        for module, line in imports(path):
            if any(is_or_below(module, banned) for banned in modules):
                yield f"{path}:{line}: {module}"


def test_rule_files_import_mathematics_only() -> None:
    strangers = [
        f"{path}:{line}: {module}"
        for path in RULE_FILES
        for module, line in imports(path)
        if not any(is_or_below(module, allowed) for allowed in RULES_MAY_IMPORT) and module != "sim"
    ]
    assert not strangers


def test_cuda_is_imported_in_one_file() -> None:
    found = list(importers(("numba.cuda", "cuda", "numba_cuda"), "sim", "gui"))
    assert {place.split(":")[0] for place in found} <= {"sim/targets/cuda.py"}, found


def test_numba_is_imported_below_targets_only() -> None:
    found = importers(("numba", "llvmlite"), "sim", "gui")
    assert [place for place in found if not place.startswith("sim/targets/")] == []


def test_threads_live_in_the_engine() -> None:
    found = importers(THREADS, "sim", "gui")
    assert [place for place in found if place.split(":")[0] not in MAY_HAVE_THREADS] == []


def test_no_thread_is_qt_s() -> None:
    names = ("QThread", "QThreadPool", "QRunnable", "QtConcurrent")
    assert list(importers(tuple(f"PySide6.QtCore.{name}" for name in names), "gui")) == []


def test_only_the_bridge_takes_frames() -> None:
    takers = [path for path in files("gui") for name, _ in calls(path) if name.endswith("mailbox.take")]
    assert takers == ["gui/bridge.py"]


def test_every_timer_has_a_parent() -> None:
    orphans = [
        f"{path}:{call.lineno}"
        for path in files("gui")
        for name, call in calls(path)
        if name.split(".")[-1] == "QTimer" and not (call.args or any(word.arg == "parent" for word in call.keywords))
    ]
    assert not orphans


def test_a_single_shot_ends_with_the_object_it_is_for() -> None:
    """singleShot(ms, slot) calls into a widget that may be gone; singleShot(ms, context, slot) does not."""
    shots = [(path, call) for path in files("gui") for name, call in calls(path) if name.endswith("QTimer.singleShot")]
    assert [f"{path}:{call.lineno}" for path, call in shots if len(call.args) < 3] == []


def test_nothing_waits_inside_the_event_loop() -> None:
    """A dialog is opened, never executed; only the start of the program enters the loop."""
    waiting = [
        f"{path}:{call.lineno}: {name}"
        for path in files("gui")
        for name, call in calls(path)
        if name.endswith((".exec", ".exec_", ".processEvents", ".waitForDone")) and path != "gui/app.py"
    ]
    assert not waiting


def test_every_painter_ends_even_when_something_raises() -> None:
    """One left open under an exception brings the process down when Qt next shows the picture."""
    closed = {
        id(item.context_expr)
        for path in files("gui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.With)
        for item in node.items
    }
    opened = [(path, call) for path in files("gui") for name, call in calls(path) if name == "QPainter" and call.args]
    assert [f"{path}:{call.lineno}" for path, call in opened if id(call) not in closed] == []


HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
COLOUR_MAKERS = ("QColor", "fromRgb", "fromRgbF", "mkColor", "mkPen", "mkBrush")
NAMED = re.compile(r"(?:black|white|red|green|blue|cyan|magenta|yellow|gr[ae]y|transparent)", re.IGNORECASE)


def test_colours_come_from_the_tokens() -> None:
    assert [place for path in files("gui") for place in painted_by_value(path)] == []


def painted_by_value(path: str) -> Iterator[str]:
    """Hex values in strings, and colours made of literals. Docstrings may speak of colours."""
    words = docstrings(tree(path))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and id(node) not in words and HEX.fullmatch(str(node.value)):
            yield f"{path}:{node.lineno}: {node.value}"
    for name, call in calls(path):
        literal = [part.value for part in call.args if isinstance(part, ast.Constant)]
        named = any(isinstance(value, str) and NAMED.fullmatch(value) for value in literal)
        if name.split(".")[-1] in COLOUR_MAKERS and (named or (len(literal) >= 3 and any(literal))):
            yield f"{path}:{call.lineno}: {ast.unparse(call)}"


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the constants that are docstrings (any string that stands as a statement)."""
    statements = (node.value for node in ast.walk(module) if isinstance(node, ast.Expr))
    return {id(value) for value in statements if isinstance(value, ast.Constant)}


def test_no_exception_is_swallowed() -> None:
    found = [f"{path}:{handler.lineno}" for path in files("sim", "gui", "tests") for handler in swallowing(tree(path))]
    assert not found


def swallowing(module: ast.Module) -> Iterator[ast.AST]:
    """Handlers that do nothing, bare handlers, and `suppress` of everything."""
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler):
            silent = all(isinstance(part, ast.Pass) or is_ellipsis(part) for part in node.body)
            if silent or node.type is None:
                yield node
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            everything = {ast.unparse(part) for part in node.args} & {"Exception", "BaseException"}
            yield from [node] * bool(everything)


def is_ellipsis(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.value is Ellipsis


def test_a_file_has_one_subject() -> None:
    """Tables of numbers, files without a function or a class, may be as long as they are."""
    lines = {path: (ROOT / path).read_text(encoding="utf-8").count("\n") for path in files("sim", "gui")}
    long = {path: count for path, count in lines.items() if count > LARGEST_FILE and has_code(path)}
    assert not long


def has_code(path: str) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree(path)))


def test_a_function_does_one_thing() -> None:
    long = [
        f"{path}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in files("sim", "gui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in files("sim", "gui") if tree(path).body and ast.get_docstring(tree(path)) is None]
    assert not silent


def test_nothing_is_put_off() -> None:
    words = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
    texts = [name for name in tracked() if name.endswith((".py", ".md", ".toml")) or name in ("Makefile", ".ci/run")]
    assert [name for name in texts if words.search((ROOT / name).read_text(encoding="utf-8"))] == []


def test_importing_the_library_starts_neither_a_compiler_nor_a_window() -> None:
    heavy = "{'numba', 'llvmlite', 'PySide6', 'shiboken6', 'pyqtgraph', 'sklearn', 'scipy'}"
    code = f"import sys, sim; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


COUNT_NONE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication([])
thing, timer, label, pixmap, color = QObject(), QTimer(), QLabel(), QPixmap(8, 8), QColor(1, 2, 3)
painter = QPainter(pixmap)

def call(times):
    for _ in range(times):
        thing.setObjectName("a"); timer.stop(); label.update(); label.setText("a"); painter.setPen(color)

call(10)
before = sys.getrefcount(None)
call(2000)
print(sys.getrefcount(None) - before)
painter.end()
"""


def test_calls_into_qt_keep_the_references_to_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one for each call that returns None, and dies after about 5,000 of them."""
    pytest.importorskip("PySide6")
    done = subprocess.run([sys.executable, "-c", COUNT_NONE], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 100


EACH_FIRST = """
import importlib, sys
for name in sys.argv[1:]:
    for known in [known for known in sys.modules if known == "sim" or known.startswith("sim.")]:
        del sys.modules[known]
    importlib.import_module(name)
"""


def test_a_module_of_the_library_can_be_the_first_that_is_imported() -> None:
    """Those that stand on a simulation: none may be imported in the middle of its own import."""
    sources = sorted((ROOT / "sim").glob("*.py"))
    names = [f"sim.{path.stem}" for path in sources if "from sim.simulations" in path.read_text(encoding="utf-8")]
    assert "sim.clouds" in names
    command = [sys.executable, "-c", EACH_FIRST, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
