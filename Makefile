# Two commands do everything on a fresh machine with Python 3.11+, git and make: `make lint` and `make test`.
PYTHON ?= python3
DIR ?= examples
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

.PHONY: lint test check docs bench corpus parity hook sarif browser clean

lint: $(READY)
	$(BIN)/maverick-lint $(DIR)

test: $(READY)
	$(BIN)/python -m pytest -n auto -q

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m maverick_lint.dev docs --check
	$(BIN)/maverick-lint --fail-on note .

docs: $(READY)
	$(BIN)/python -m maverick_lint.dev docs

bench: $(READY)
	$(BIN)/python -m bench

corpus: $(READY)
	$(BIN)/python -m bench.corpus

parity: $(READY)
	$(BIN)/python -m parity

hook: $(READY)
	$(BIN)/python tests/try_hooks.py

sarif: $(READY)
	$(BIN)/python tests/check_sarif.py

browser: $(READY)
	$(BIN)/python -m pip install --quiet playwright==1.65.2
	$(BIN)/python tests/try_browser.py

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $(READY)

clean:
	rm -rf $(VENV) build dist
