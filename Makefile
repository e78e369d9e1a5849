# `make run` opens the window, `make test` runs every check; the rest is for people who change the program.
# Works with GNU make 3.81 (macOS) and later. Another Python: make run PYTHON=python3.13

PYTHON ?= python3
ARGS ?=
WORKERS ?= 2
SCREENSHOTS ?= build/screenshots

VENV := .venv
BENCH := .venv-bench
LOCK := .venv-lock
SHELL := /bin/sh

# The checks never touch the user's kernels and never need a display.
test test-long: export NUTSHELL_CACHE := $(CURDIR)/build/kernels
test test-long bench screenshots: export QT_QPA_PLATFORM := offscreen

QT_FILES = from gui.system import ALWAYS, FOR_X, missing_libraries

.PHONY: run test test-long check bench lock screenshots translations clean environment libraries window-libraries

run: environment window-libraries
	@$(VENV)/bin/python main.py $(ARGS)

# Everything, offscreen, in one environment. The kernels are compiled once, for all workers, while the checks run. pytest
# comes last, so that its closing line is the last one.
test: environment libraries
	@$(VENV)/bin/python -m tests.warm_up & \
	  $(MAKE) --no-print-directory check; result=$$?; \
	  wait $$! || echo "The kernels could not be prepared beforehand; the tests compile them."; exit $$result
	@$(VENV)/bin/python -m pytest -q -n $(WORKERS) $(ARGS)

test-long: environment libraries
	@$(VENV)/bin/python -m pytest -q -m long $(ARGS)

check: environment libraries
	@$(VENV)/bin/ruff check --quiet --output-format concise .
	@$(VENV)/bin/codespell
	@$(VENV)/bin/lint-imports --no-logo --cache-dir build/import_linter
	@$(VENV)/bin/mypy

# In an environment of its own: the rivals bring libraries that would change those of the tests.
bench: libraries
	@$(call make_environment,$(BENCH)) && \
	  { $(BENCH)/bin/python -c 'import jax, sklearn, torch' 2>/dev/null \
	    || $(BENCH)/bin/python -m pip install -qq $$($(call extra,bench)) \
	    || echo "JAX, scikit-learn and PyTorch could not all be installed here: rows are left out."; }
	@$(BENCH)/bin/python -m tests.benchmarks $(ARGS)

# Keeps the versions that are locked already; newer ones: make lock ARGS=--upgrade
lock: environment
	@test -x $(LOCK)/bin/uv || { $(PYTHON) -m venv $(LOCK) && $(LOCK)/bin/python -m pip install -qq uv; }
	@$(LOCK)/bin/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet $(ARGS) -o requirements.lock

FOLD = --panel playground --after 400 --set mode=network --set n=120 --set noise=0.12 --set twins=400

screenshots: environment libraries
	@mkdir -p $(SCREENSHOTS)
	@for theme in light dark high-contrast; do \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/race-$$theme.png --panel race --theme $$theme $(ARGS) || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/home-$$theme.png --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/timeline-$$theme.png --panel timeline --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/lesson-$$theme.png --lesson perceptron:3 --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/backprop-$$theme.png --panel backprop --after 1 --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/depth-$$theme.png --panel depth --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/lab-$$theme.png --panel lab --after 700 --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/skier-$$theme.png --panel skier --after 60 --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/unit-$$theme.png --panel playground --theme $$theme || exit 1; \
	  $(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/playground-$$theme.png --theme $$theme $(FOLD) || exit 1; done
	@$(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/race-presentation.png --panel race --presentation $(ARGS)
	@$(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/playground-presentation.png --presentation $(FOLD)
	@$(VENV)/bin/python main.py --screenshot $(SCREENSHOTS)/race-200-percent.png --panel race --scale 2 $(ARGS)
	@echo "$(SCREENSHOTS): light, dark, high-contrast, presentation, 200 percent"

# All words of the screen into assets/translations; a new language: make translations ARGS=de
translations: environment libraries
	@$(VENV)/bin/python -m tests.translations $(ARGS)

clean:
	rm -rf $(VENV) $(BENCH) $(LOCK) .venv-uv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks

# The environment is right while it holds a copy of the lock that made it: times and checkouts do not matter.
environment:
	@$(call make_environment,$(VENV))

# Qt aborts where a library is missing. A window in memory needs few of them, one on X some more; main.py names those itself.
libraries: environment
	@$(call system_libraries,ALWAYS)

window-libraries: environment
	@$(call system_libraries,ALWAYS | FOR_X)

define make_environment
if cmp -s requirements.lock $(1)/requirements.lock && $(1)/bin/python -c "" 2>/dev/null; then :; else \
  command -v $(PYTHON) >/dev/null || \
    { echo "There is no $(PYTHON) here. On Debian or Ubuntu: apt install python3 python3-venv"; exit 1; }; \
  $(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || \
    { echo "Nutshell needs Python 3.11 to 3.14; $(PYTHON) is $$($(PYTHON) -V 2>&1). Another one: make run PYTHON=python3.13"; exit 1; }; \
  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
    { echo "$(PYTHON) cannot make an environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }; \
  echo "Installing what Nutshell needs into $(1), once: about 400 MB to download ..."; \
  rm -rf $(1) && $(PYTHON) -m venv $(1) && \
  $(1)/bin/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock && \
  cp requirements.lock $(1)/requirements.lock; fi
endef

define system_libraries
[ "$$(uname -s)" = Linux ] || exit 0; \
said=$$($(VENV)/bin/python -c '$(QT_FILES); print(missing_libraries($(1)) or "")') || exit 1; \
[ -n "$$said" ] || exit 0; \
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  echo "Installing system libraries of Qt: $${said##*install }"; \
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $${said##*install } >/dev/null; \
else \
  needed=$$($(VENV)/bin/python -c '$(QT_FILES); print(missing_libraries(ALWAYS) or "")') || exit 1; \
  [ -z "$$needed" ] || { echo "$$said"; exit 1; }; fi
endef

define extra
$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["$(1)"])'
endef
