# make run    the page with the articles of seeds/ at http://127.0.0.1:8000/   (PORT=8080 for another port)
# make build  compiles the engine anew after a change, installing what is missing
# make test   the whole suite, browser tests included, on all cores   (PYTEST="tests/test_cli.py -k show" for a part of it)
# make check  style and types
# make bench  speed beside others, growth, memory, serving; writes bench/README.md   (BENCH='--serving --events 20000' to try)
# make screenshots  pictures of every page into screenshots/
# make soak   fifty kills over the news that TIMELINE_CORPORA names, else over news made up; some minutes
# make interpreted  removes the compiled engine, so that changes show at once; touching a source and make build bring it back
# make clean  removes what these made, the database timeline.db excepted

PORT ?= 8000
DB ?= timeline.db
PYTEST ?= -n auto --dist worksteal
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help build run test check bench screenshots soak interpreted clean
.DELETE_ON_ERROR:

help:
	@sed -n '/^# make/s/^# //p' Makefile

build: $(if $(wildcard .venv/.testing),.venv/.testing,.venv/.installed)

run: .venv/.installed
	@$(BIN)/timeline add --db $(DB) seeds/
	@trap : INT; $(BIN)/timeline serve --db $(DB) --port $(PORT) || [ $$? -eq 130 ] # as an interrupt ends it

test: .venv/.testing node_modules/.installed
	@.ci/need chromium
	@$(BIN)/python -m pytest $(PYTEST)

check: .venv/.testing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict

bench: .venv/.installed bench/node_modules/.installed bench/.datasette/.installed
	@$(BIN)/python -m bench $(BENCH)

screenshots: .venv/.testing
	@.ci/need chromium
	@$(BIN)/python tests/screenshots.py screenshots

soak: .venv/.testing
	@TIMELINE_KILLS=$${TIMELINE_KILLS:-50} $(BIN)/python -m pytest tests/test_keeping.py

# Stamps: a second run installs nothing unless what is declared has changed, or what setup.py compiles.
ENGINE := $(wildcard $(shell sed -n 's/^    "\(timeline[^"]*\)",$$/\1/p' setup.py))

# pip keeps to itself what setup.py warns of
COMPILED := $(BIN)/python -c 'import timeline.calendar; assert not timeline.calendar.__file__.endswith(".py")' 2>/dev/null || \
  echo "make: the engine is not compiled, the sources run; '$(BIN)/python setup.py build_ext --inplace' tells why" >&2

.venv/bin/python:
	@python=$$(.ci/need python) && rm -rf .venv && $$python -m venv .venv

.venv/.installed: setup.cfg pyproject.toml setup.py $(ENGINE) | .venv/bin/python
	@.ci/need compiler
	@echo "make: installing into .venv and compiling the engine, some minutes ..."
	@$(PIP) install -q -e .
	@$(COMPILED)
	@touch $@

.venv/.testing: setup.cfg pyproject.toml setup.py $(ENGINE) | .venv/bin/python
	@.ci/need compiler
	@echo "make: installing into .venv with what the tests need and compiling the engine, some minutes ..."
	@$(PIP) install -q -e '.[test]'
	@$(COMPILED)
	@touch .venv/.installed $@

node_modules/.installed: package.json package-lock.json
	@.ci/need npm
	@npm ci --silent --no-audit --no-fund
	@touch $@

bench/node_modules/.installed: bench/package.json bench/package-lock.json
	@.ci/need npm
	@npm ci --prefix bench --silent --no-audit --no-fund
	@touch $@

# Datasette has a place of its own: its requirements are not ours.
bench/.datasette/.installed: bench/datasette.txt | .venv/bin/python
	@rm -rf bench/.datasette && $(BIN)/python -m venv bench/.datasette
	@bench/.datasette/bin/python -m pip --disable-pip-version-check install -q -r bench/datasette.txt
	@touch $@

interpreted:
	rm -f timeline__mypyc*.so $(shell find timeline -name '*.so')

clean: interpreted
	rm -rf screenshots .venv node_modules bench/node_modules bench/.datasette build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find timeline web tests -name __pycache__ -prune -exec rm -rf {} +
