# Everything runs in .venv, which is made on first use from the locks (exact versions and hashes).
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test check gate pages lock clean
.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/run ## Read the examples and write report.html
	$(BIN)/rashomon report examples -o report.html

test: .venv/dev check ## Run all tests
	$(BIN)/python -m pytest -n 2

check: .venv/dev ## Lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/dev ## Measure the readers on ../shared/data and fail below the floors
	$(BIN)/python -m bench gate

pages: .venv/dev ## Write the pages made from the code: reference, map, schemas
	$(BIN)/python -m docs

lock: ## Write the locks anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra build --extra dev pyproject.toml -o requirements-dev.lock

clean: ## Remove what was made
	rm -rf .venv report.html build dist .mypy_cache .ruff_cache .hypothesis

.venv/run: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rashomon needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	test -d .venv || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	$(BIN)/python -c 'from rashomon.read.places import prepare_gazetteer; prepare_gazetteer()'
	$(BIN)/python -m compileall -q src/rashomon
	touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(PIP) --require-hashes -r requirements-dev.lock
	touch $@
